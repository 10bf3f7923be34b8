"""Every field that a template may print, with what it says: the reference for people, and what the checker checks against.

A test compares this list with the fields that the sample memo really has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.render.words import Words


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it is typed, and what it prints."""

    path: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Group:
    """The fields of one list, or those of the memo itself.  `loop` is the tag that runs through the list."""

    title: str
    loop: str
    fields: tuple[Field, ...]


def field_groups(words: Words) -> Sequence[Group]:
    """The fields in the order in which a memo has them, explained in the reader's language."""
    return (
        Group(words.gettext("The memo"), "", _memo(words)),
        Group(words.gettext("The week at a glance"), "for day in timeline", _timeline(words)),
        Group(words.gettext("Key facts"), "for fact in facts", _facts(words)),
        Group(words.gettext("What may be quoted"), "for quote in quotes", _quotes(words)),
        Group(words.gettext("Positions"), "for table in positions", _matrix(words)),
        Group(words.gettext("Each position"), "for position in cell.positions", _positions(words)),
        Group(words.gettext("Upcoming meetings"), "for meeting in upcoming", _meetings(words)),
        Group(words.gettext("Where the sources disagree"), "for conflict in conflicts", _conflicts(words)),
        Group(words.gettext("Sources"), "for source in sources", _sources(words)),
        Group(words.gettext("Left out"), "for one in left_out", _left_out(words)),
    )


def _memo(words: Words) -> tuple[Field, ...]:
    return (
        Field("memo.kind", words.gettext("what kind of document it is")),
        Field("memo.to", words.gettext("to whom")),
        Field("memo.from", words.gettext("from whom")),
        Field("memo.cc", words.gettext("who receives a copy")),
        Field("memo.date", words.gettext("the memo's date")),
        Field("memo.date_iso", words.gettext("the memo's date, as computers write it")),
        Field("memo.subject", words.gettext("the subject")),
        Field("memo.period", words.gettext("the days that it covers")),
        Field("memo.governments", words.gettext("the governments it is about")),
        Field("memo.number", words.gettext("the office's number for it")),
        Field("memo.classification", words.gettext("who may read it")),
        Field("bottom_line", words.gettext("the main point, in two or three sentences")),
        Field("sources_overview", words.gettext("how many articles, in which languages")),
        Field("compared", words.gettext("with which earlier brief the positions are compared")),
        Field("coverage", words.gettext("how much of the sources is carried")),
        Field("shortened", words.gettext("how many items are only in the full memo")),
        Field("legend", words.gettext("true where confidence is to be explained")),
        Field("language", words.gettext("the memo's language")),
        Field("language_tag", words.gettext("the memo's language and region")),
    )


def _timeline(words: Words) -> tuple[Field, ...]:
    return (
        Field("day.date", words.gettext("the day")),
        Field("day.what", words.gettext("a list: what happens on that day")),
        Field("day.line", words.gettext("the same in one line")),
        Field("day.ahead", words.gettext("true where the day is still to come")),
    )


def _item(words: Words, name: str) -> tuple[Field, ...]:
    return (
        Field(f"{name}.text", words.gettext("the line")),
        Field(f"{name}.note", words.gettext("the reference to its sources, as the audience wants it")),
        Field(f"{name}.original", words.gettext("the exact words of the source, where the line says less than they do")),
        Field(f"{name}.flags", words.gettext("date, number of sources, and what speaks against the line")),
        Field(f"{name}.doubt", words.gettext("only what speaks against the line")),
        Field(f"{name}.sources", words.gettext("how many sources, how many origins")),
        Field(f"{name}.outlets", words.gettext("the names of the sources")),
        Field(f"{name}.date", words.gettext("its date")),
        Field(f"{name}.confidence", words.gettext("how far the line may be relied on")),
        Field(f"{name}.remark", words.gettext("a comment in the margin, where the audience wants comments")),
    )


def _facts(words: Words) -> tuple[Field, ...]:
    return (
        Field("fact.n", words.gettext("its number")),
        Field("fact.anchor", words.gettext("the place to which links lead; prints nothing")),
        *_item(words, "fact"),
    )


def _quotes(words: Words) -> tuple[Field, ...]:
    return (
        Field("quote.text", words.gettext("the speaker's own words")),
        Field("quote.speaker", words.gettext("who said them, with the office")),
        Field("quote.flags", words.gettext("the date and the source")),
    )


def _matrix(words: Words) -> tuple[Field, ...]:
    return (
        Field("table.governments", words.gettext("a list: the governments of one table, each with a name")),
        Field("table.rows", words.gettext("a list: the rows of one table")),
        Field("row.issue", words.gettext("the issue of a row")),
        Field("row.first", words.gettext("false where the row goes on with the issue of the row above")),
        Field("row.cells", words.gettext("a list: one cell for each government")),
        Field("cell.positions", words.gettext("a list: the positions in a cell")),
        Field("cell.empty", words.gettext("true where the government has no position on the issue")),
    )


def _positions(words: Words) -> tuple[Field, ...]:
    return (
        Field("position.stance", words.gettext("the stance, shaded")),
        Field("position.stance_word", words.gettext("the stance as a plain word")),
        Field("position.where", words.gettext("where the memo has the line already")),
        Field("position.leaning", words.gettext("for, against or neutral")),
        Field("position.government", words.gettext("whose position it is")),
        Field("position.voice", words.gettext("who spoke")),
        Field("position.role", words.gettext("the speaker's office")),
        Field("position.said", words.gettext("who spoke, and when")),
        Field("position.quote", words.gettext("the speaker's words, marked where they are a translation")),
        Field("position.addressee", words.gettext("to whom it is addressed")),
        Field("position.change", words.gettext("whether it is new, moved or unchanged since the last memo")),
        *_item(words, "position"),
    )


def _meetings(words: Words) -> tuple[Field, ...]:
    return (
        Field("meeting.kind", words.gettext("call, meeting, visit, summit …")),
        Field("meeting.heading", words.gettext("the same, with what it is about")),
        Field("meeting.at", words.gettext("the place, to stand behind the heading")),
        Field("meeting.subject", words.gettext("what the other fields of a meeting do not say")),
        Field("meeting.matter", words.gettext("what it is about, where its line does not say so")),
        Field("meeting.topics", words.gettext("what it is about")),
        Field("meeting.place", words.gettext("where")),
        Field("meeting.participants", words.gettext("who takes part")),
        Field("meeting.status", words.gettext("announced, postponed, cancelled …")),
        Field("meeting.certainty", words.gettext("how certain it is, in one line")),
        Field("meeting.assurances", words.gettext("a list: how certain it is, point by point")),
        *_item(words, "meeting"),
    )


def _conflicts(words: Words) -> tuple[Field, ...]:
    return (
        Field("conflict.about", words.gettext("what it is about")),
        Field("conflict.difference", words.gettext("in what the sources differ")),
        Field("conflict.text", words.gettext("the disagreement in a sentence")),
        Field("conflict.summary", words.gettext("the values side by side, with their sources")),
        Field("conflict.values", words.gettext("a list: the values that the sources give")),
        Field("value.value", words.gettext("one value")),
        Field("value.articles", words.gettext("the articles that give it")),
        Field("value.who", words.gettext("the sources that give it, by number or by name")),
        Field("value.words", words.gettext("the exact words")),
        Field("value.said", words.gettext("the articles with the exact words, or with a note that has them")),
    )


def _sources(words: Words) -> tuple[Field, ...]:
    return (
        Field("source.n", words.gettext("its number")),
        Field("source.anchor", words.gettext("the place to which links lead; prints nothing")),
        Field("source.outlet", words.gettext("who published it")),
        Field("source.title", words.gettext("its title")),
        Field("source.comma", words.gettext("what stands between the title and the date")),
        Field("source.date", words.gettext("when it was published")),
        Field("source.language", words.gettext("its language, where it is not the memo's")),
        Field("source.link", words.gettext("its address, as a link")),
        Field("source.remarks", words.gettext("how its date is known, and with whom it shares an origin")),
        Field("source.grade", words.gettext("the office's grade of the outlet")),
    )


def _left_out(words: Words) -> tuple[Field, ...]:
    return (
        Field("one.file", words.gettext("a file that was not used")),
        Field("one.reason", words.gettext("why it was not used")),
    )
