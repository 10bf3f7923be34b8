"""A line is printed once; where it comes again the reader is led to it.  How much a page holds."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest
from memo_samples import memo_of, part_of, with_first_fact, words_of

from briefing.model import Brief, Conflict, ConflictValue, Evidence, Quotation
from briefing.model.marks import SUSPENDED
from briefing.render.layout.heights import Block, fill_pages
from briefing.render.layout.metrics import count_lines, width
from briefing.render.sample import sample_brief
from briefing.render.sections.items import _is_said

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SENTENCE = "Norway will close its ports to Chilean trawlers on April 1 unless Santiago accepts independent inspectors."
LOCALES = {"es_MX": "hecho 1", "en_US": "fact 1"}


def with_position(number: int, **changes: Any) -> Brief:
    positions = list(sample_brief().positions)
    positions[number] = dataclasses.replace(positions[number], **changes)
    return dataclasses.replace(sample_brief(), positions=tuple(positions))


def markdown(brief: Brief, audience: str = "base", locale: str = "en_US") -> str:
    return memo_of(brief, audience=audience, locale=locale, format="md").decode()


def test_a_cell_does_not_tell_a_fact_again() -> None:
    line = "Norway will close its ports to the trawlers."
    fact = dataclasses.replace(sample_brief().facts[0], text={"en": line, "es": line}, basis={"en": "native", "es": "native"})
    brief = with_position(1, text=fact.text, basis=fact.basis)
    rows = markdown(dataclasses.replace(brief, facts=(fact, *brief.facts[1:]))).split("\n")
    assert any(": fact 1" in row for row in rows if row.startswith("|"))
    assert not any(line[:-1] in row for row in rows if row.startswith("|"))
    elsewhere = markdown(brief).split("\n")
    assert any(line[:-1] in row for row in elsewhere if row.startswith("|")), "no fact tells it"


@pytest.mark.parametrize(("locale", "words"), LOCALES.items())
def test_a_position_that_is_a_key_fact_refers_to_it(locale: str, words: str) -> None:
    brief = with_position(1, text=sample_brief().facts[0].text)
    text = markdown(brief, locale=locale)
    assert words in text
    line = sample_brief().facts[0].text[locale[:2]]
    assert text.count(line) == 1 + text.count(f"“{line}”")  # the list of facts, and where it is quoted as evidence
    links = part_of(memo_of(brief, locale=locale), "word/document.xml").iter(f"{W}hyperlink")
    assert ("fact_1", words) in [(link.get(f"{W}anchor"), words_of(link)) for link in links]


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_the_same_in_one_language_only_is_printed_in_both(locale: str) -> None:
    brief = with_position(1, text={**sample_brief().positions[1].text, "en": sample_brief().facts[0].text["en"]})
    brief = dataclasses.replace(brief, conflicts=())  # its heading names the fact as well
    assert LOCALES[locale] not in markdown(brief, locale=locale)


def in_short() -> Brief:
    facts = sample_brief().facts
    return dataclasses.replace(sample_brief(), bottom_line={code: f"{line} Y ya." for code, line in facts[0].text.items()})


# audience, how often the sentence of the bottom line stands in its memo apart from quotations
REPEATS = [("minister", 1), ("legislators", 1), ("base", 2)]


@pytest.mark.parametrize(("audience", "times"), REPEATS)
def test_short_memos_do_not_list_what_the_bottom_line_tells(audience: str, times: int) -> None:
    text = markdown(with_no_position_like_it(in_short()), audience)
    assert text.count(SENTENCE) - text.count(f"“{SENTENCE}”") == times


def with_no_position_like_it(brief: Brief) -> Brief:
    return dataclasses.replace(brief, positions=brief.positions[2:])


def test_what_only_the_bottom_line_tells_has_its_sources_there() -> None:
    assert f"{SENTENCE}\u00a0\\[2,\u00a04\\] Y ya." in markdown(in_short(), "legislators")
    assert "Y ya. (Fjord Courier and “La flota espera en Punta Arenas”)" in markdown(in_short(), "minister")


def test_two_meetings_that_one_sentence_announces() -> None:
    first, second, *others = [meeting for meeting in sample_brief().meetings if meeting.status != "held"]
    held = [meeting for meeting in sample_brief().meetings if meeting.status == "held"]
    both = dataclasses.replace(second, text=first.text)
    text = markdown(dataclasses.replace(sample_brief(), meetings=(first, both, *others, *held)))
    assert text.count("will meet in Bergen on March 24, the ministry said in a statement.") == 1
    assert "See March 24." in text


def test_a_disagreement_s_values_are_printed_once() -> None:
    conflict = dataclasses.replace(
        sample_brief().conflicts[0], text={"en": "Closing: April 1 (article 2) or April 3 (article 4)."}
    )
    text = markdown(dataclasses.replace(sample_brief(), conflicts=(conflict,)))
    assert "- **Closing** (fact 1; dates differ)\n" in text
    edited = dataclasses.replace(conflict, text={"en": "The date is April 1 or April 3; ask the embassy."})
    text = markdown(dataclasses.replace(sample_brief(), conflicts=(edited,)))
    assert "- **Port access** (fact 1; dates differ): The date is April 1 or April 3; ask the embassy." in text
    without = dataclasses.replace(sample_brief(), conflicts=(edited,), positions=())
    assert "- **Fact 1** (dates differ): The date" in markdown(without)  # nothing says what it is about


def test_a_period_that_the_sentence_before_names_is_shown_with_it() -> None:
    conflict = sample_brief().conflicts[0]
    first = conflict.values[0].evidence[0]
    before = dataclasses.replace(first, start=first.start - 21, stop=first.start - 1, text="It fell since March.")
    side = dataclasses.replace(conflict.values[0], value="2026-03", evidence=(first, before))
    told = dataclasses.replace(conflict, field="baseline", values=(side, *conflict.values[1:]))
    shown = f"“It fell since March. {first.text.split(' ')[0]}"
    assert shown in markdown(dataclasses.replace(sample_brief(), conflicts=(told,)))
    assert shown not in markdown(dataclasses.replace(sample_brief(), conflicts=(dataclasses.replace(told, field="date"),)))


@pytest.mark.parametrize(
    ("field", "audience", "cut"),
    [
        ("date", "base", True),  # which call it is, the heading says: the day is all that differs
        ("place", "base", True),
        ("account", "base", False),  # `affirmed` says nothing without its sentence
        ("date", "security", False),  # a desk that weighs its sources reads them side by side
    ],
)
def test_a_side_of_a_meeting_s_day_is_the_day_with_its_sentence_in_a_note(field: str, audience: str, cut: bool) -> None:
    brief = sample_brief()
    values = tuple(dataclasses.replace(one, value=f"2026-04-0{day}") for day, one in enumerate(brief.conflicts[0].values, 1))
    conflict = dataclasses.replace(brief.conflicts[0], about=(brief.meetings[0].id,), field=field, values=values)
    text = markdown(dataclasses.replace(brief, conflicts=(conflict,)), audience)
    sides = [line for line in text.split("\n") if line.startswith("  - ")]
    assert [bool(re.search(r"\.\[\^\d+\]$", line)) for line in sides] == [cut, cut]
    assert ("“" in "".join(sides)) != cut


def test_a_translated_quotation_that_the_line_has_is_not_printed_again() -> None:
    quote = sample_brief().positions[1].quote
    assert quote is not None
    brief = with_position(1, text={"en": f"“{quote.content}”, she said.", "es": "x"}, basis={"en": "native", "es": "native"})
    text = markdown(brief)
    matrix = text[text.index("## Positions") : text.index("## Calls")]
    assert matrix.count("eyes on every net") == 1
    assert "by the source" not in matrix  # it is the article's own language


def test_a_position_told_elsewhere_has_no_day_of_our_finding_and_no_doubt_of_its_own() -> None:
    fact = sample_brief().facts[0]
    brief = with_position(0, text=fact.text, basis=fact.basis, date="2026-03-11", date_basis="inferred", quote=None)
    cell = next(line for line in markdown(brief).split("\n") if "fact 1" in line and line.startswith("| Port access"))
    assert "inferred" not in cell
    assert "March 11" not in cell.split("|")[2]


def test_who_spoke_is_named_beside_the_number_of_a_fact() -> None:
    line = dict.fromkeys(("en", "es"), "Rosa Aldunate rejected the inspections of the northern ports")
    told = with_first_fact(text=line, basis={"en": "native", "es": "native"})
    position = dataclasses.replace(told.positions[0], text=line, basis={"en": "native", "es": "native"}, quote=None, date=None)
    rows = markdown(dataclasses.replace(told, positions=(position,))).split("\n")
    assert any("fact 1 (Aldunate)" in row.replace("\u00a0", " ") for row in rows if row.startswith("| Port access"))


@pytest.mark.parametrize(
    ("body", "shown"),
    [("Border Committee", "Border Committee meeting"), ("Annual Meeting of Ports", "Annual Meeting of Ports")],
)
def test_a_body_of_the_timeline_is_told_with_what_it_holds(body: str, shown: str) -> None:
    first, *others = (meeting for meeting in sample_brief().meetings if meeting.status == "upcoming")
    named = dataclasses.replace(
        first, kind="meeting", subject={"en": body, "es": body}, people=(), participants=(), concepts=()
    )
    text = markdown(dataclasses.replace(sample_brief(), meetings=(named, *others)))
    timeline = text.partition("## Timeline")[2].partition("##")[0]
    assert f"**{shown}" in timeline


@pytest.mark.parametrize(("kind", "shown"), [("meeting", "Aldunate meeting"), ("deadline", "Deadline")])
def test_the_one_person_of_a_meeting_is_named_in_the_timeline(kind: Any, shown: str) -> None:
    first, *others = (meeting for meeting in sample_brief().meetings if meeting.status == "upcoming")
    alone = dataclasses.replace(first, kind=kind, people=("Rosa Aldunate",), participants=(), subject={}, concepts=())
    text = markdown(dataclasses.replace(sample_brief(), meetings=(alone, *others)))
    row = text[text.index("## Timeline") : text.index("## Key facts")]
    assert f"**{shown}" in row


def test_a_day_that_is_inferred_says_so_beside_itself() -> None:
    text = markdown(with_position(0, date="2026-03-11", date_basis="inferred"))
    assert "(Rosa Aldunate, March 11, inferred from the text)" in text


# whose memo, in what locale, the articles that only touch on the line, what stands behind it
ON_THE_SAME_MATTER = [
    ("base", "en_US", ("a4",), " See also article 4."),
    ("base", "es_MX", ("a4",), " Véase también el artículo 4."),
    ("base", "en_US", ("a3", "a4"), " See also articles 3 and 4."),
    ("base", "es_MX", ("a3", "a4"), " Véanse también los artículos 3 y 4."),
    ("security", "en_US", ("a4",), " See also article 4."),
    ("legislators", "en_US", ("a4",), "see also article 4"),
    ("minister", "es_MX", ("a3",), "véase también Gaceta de Lima"),
    ("press", "en_US", ("a3",), "see also Gaceta de Lima"),
]


@pytest.mark.parametrize(("audience", "locale", "others", "words"), ON_THE_SAME_MATTER)
def test_an_article_on_the_same_matter_is_named_in_the_note_or_behind_the_line(
    audience: str, locale: str, others: tuple[str, ...], words: str
) -> None:
    own, *_ = sample_brief().facts[0].evidence
    touching = [dataclasses.replace(own, article=article) for article in others]
    told = with_first_fact(
        evidence=(own, *touching),
        beside=tuple(range(1, 1 + len(others))),
        sources=1,
        origins=1,
        certainty="asserted",
        conflicts=(),
    )
    assert words in markdown(told, audience=audience, locale=locale).replace("\u00a0", " ")
    without = with_first_fact(evidence=(own,), sources=1, origins=1, certainty="asserted", conflicts=())
    assert "see also" not in markdown(without, audience=audience).lower()


def test_a_row_of_meetings_names_it_too() -> None:
    first, *others = sample_brief().meetings
    piece = dataclasses.replace(first.evidence[0], article="a3")
    own = tuple(one for one in first.evidence if one.article != "a3")
    told = dataclasses.replace(first, evidence=(*own, piece), beside=(len(own),), sources=1, origins=1)
    text = markdown(dataclasses.replace(sample_brief(), meetings=(told, *others))).replace("\u00a0", " ")
    assert " See also article 3." in text


@pytest.mark.parametrize(("locale", "words"), [("en_US", "See also article 4."), ("es_MX", "Véase también el artículo 4.")])
def test_a_position_names_it_in_its_note(locale: str, words: str) -> None:
    piece = dataclasses.replace(sample_brief().facts[0].evidence[0], article="a4")
    own = sample_brief().positions[0].evidence
    told = with_position(0, evidence=(*own, piece), beside=(len(own),))
    assert words in markdown(told, locale=locale)
    assert words not in markdown(with_position(0), locale=locale)


# the source's sentence, the line, what the note says
NOTES = [
    ("Además, Chile cedió el lunes.", "Chile cedió el lunes.", "Tomado del artículo 2.", "a link that the line leaves out"),
    ("Chile cedió el 3 de abril de 2026.", "Chile cedió el 3 de abril.", "Tomado del artículo 2.", "the memo's own year"),
    ("Chile cedió el lunes.", "Aldunate: “Chile cedió el lunes”.", "Tomado del artículo 2.", "a speaker before it"),
    ("Chile no cedió el lunes.", "Chile cedió el lunes 3.", "Artículo 2: “Chile no cedió el lunes”.", "a word is missing"),
    ("Ayer cedió ese país.", "El lunes cedió Chile.", "Artículo 2: “Ayer cedió ese país”.", "other words"),
]


@pytest.mark.parametrize(("source", "line", "note", "comment"), NOTES, ids=[row[3] for row in NOTES])
def test_a_note_does_not_repeat_its_line(source: str, line: str, note: str, comment: str) -> None:
    piece = Evidence(article="a2", start=0, stop=len(source), text=source, language="es")
    brief = with_first_fact(text={"es": line}, basis={"es": "native"}, evidence=(piece,), conflicts=())
    assert f"[^1]: {note}\n" in markdown(brief, locale="es_MX")


# the quotation of a position, what its cell has of it
CUT = [
    ("We refuse. We always did.", "“We refuse. We always did.”", "short"),
    (" ".join(["We refuse this treaty and all of its seven annexes today."] * 4), r"today. \[…\]", "cut where a sentence ends"),
]


@pytest.mark.parametrize(("words", "printed", "comment"), CUT, ids=[row[2] for row in CUT])
def test_a_long_quotation_is_cut_at_a_sentence(words: str, printed: str, comment: str) -> None:
    quote = Quotation(content=words, language="en")
    assert printed in markdown(with_position(0, quote=quote))


# a sentence, the line that is printed, whether it says the sentence already
SAID_BEFORE = [
    ("The ministers rejected every foreign inspection.", "He said the ministers rejected every foreign inspection.", True),
    (
        "Ministers firmly rejected foreign inspection aboard trawlers",
        "Ministers rejected foreign inspections aboard trawlers",
        True,
    ),
    ("Ministers rejected foreign inspection aboard trawlers", "Ministers welcomed satellite records from Norway", False),
]


@pytest.mark.parametrize(("sentence", "line", "said"), SAID_BEFORE, ids=[row[0] for row in SAID_BEFORE])
def test_another_translation_of_a_line_is_no_news(sentence: str, line: str, said: bool) -> None:
    assert _is_said(sentence, line) is said


def test_straight_marks_inside_a_quotation_become_inner_ones() -> None:
    brief = with_first_fact(text={"en": 'They said "no" (and "never").', "es": ""}, basis={"en": "verbatim"})
    assert "“They said ‘no’ (and ‘never’).”" in markdown(brief)


# ------------------------------------------------------------------ lines and pages

LINES = [
    ([("", 10.0)], 100.0, 1, "an empty paragraph has a line"),
    ([("one two", 10.0)], 100.0, 1, "it fits"),
    ([("one two", 10.0)], 25.0, 2, "it breaks at the space"),
    ([("one\u00a0two", 10.0)], 25.0, 2, "a word that is longer than the line breaks inside"),
    ([("one ", 10.0), ("two", 8.0)], 30.0, 2, "the second run does not fit behind the first"),
    ([("one ", 10.0), ("two", 4.0)], 30.0, 1, "in smaller letters it does"),
    ([("wort " * 40, 10.0)], 100.0, 10, "four words to a line"),
]


@pytest.mark.parametrize(("runs", "room", "lines", "comment"), LINES, ids=[row[3] for row in LINES])
def test_lines(runs: list[tuple[str, float]], room: float, lines: int, comment: str) -> None:
    assert count_lines(runs, room) == lines


def test_letters_with_accents_are_as_wide_as_without() -> None:
    assert width("áéíñü", 10) == width("aeinu", 10)
    assert width("WW", 10) > 2 * width("ii", 10)


PAGES = [
    ([Block(100)], 0.5, "half a page"),
    ([Block(150), Block(100)], 1.5, "a block does not split"),
    ([Block(150), Block(20, keeps_next=True), Block(100)], 1.6, "a heading goes with what follows"),
    ([Block(150), Block(100, head=20)], 1.6, "the heading of a table is repeated"),
    ([Block(500)], 2.5, "a block of more than a page runs on"),
    ([], 0.0, "nothing"),
]


@pytest.mark.parametrize(("blocks", "pages", "comment"), PAGES, ids=[row[2] for row in PAGES])
def test_pages(blocks: list[Block], pages: float, comment: str) -> None:
    assert fill_pages(blocks, room=200) == pytest.approx(pages)


@pytest.mark.parametrize(("ahead", "pointer"), [(False, 1), (True, 0)])
def test_same_as_only_beside_that_very_line(ahead: bool, pointer: int) -> None:
    first = dataclasses.replace(sample_brief().positions[0], government="NO", issue=("ports",), quote=None, conflicts=())
    shared = dataclasses.replace(first, id="p-b", text={"en": "Both will share the catch.", "es": "x"}, basis={"en": "native"})
    theirs = dataclasses.replace(shared, id="p-c", government="CL")
    rows = (first, shared, theirs) if ahead else (shared, theirs)
    text = markdown(dataclasses.replace(sample_brief(), positions=rows))
    assert text.count("same as Chile") == pointer
    assert text.count("Both will share the catch") == 2 - pointer


@pytest.mark.parametrize(
    ("status", "sides", "day", "audience", "ahead"),
    [
        ("cancelled", (), "2026-05-04", "base", False),
        ("cancelled", ("cancelled", "postponed"), None, "base", False),
        ("cancelled", ("cancelled", "postponed"), "2026-05-04", "base", True),  # it may take place that day
        ("cancelled", ("cancelled", "upcoming"), "2026-05-04", "base", True),
        ("postponed", (), "2026-05-04", "base", True),
        ("cancelled", (), "2026-05-04", "minister", True),  # which has no other table
    ],
)
def test_what_is_off_is_not_ahead(status: str, sides: tuple[str, ...], day: str | None, audience: str, ahead: bool) -> None:
    brief = sample_brief()
    values = tuple(dataclasses.replace(brief.conflicts[0].values[0], value=side) for side in sides)
    conflict = dataclasses.replace(brief.conflicts[0], id="c-1", about=(brief.meetings[0].id,), field="account", values=values)
    one = dataclasses.replace(
        brief.meetings[0], status=status, date=day, conflicts=("c-1",) if sides else (), subject={"en": "Moorings"}
    )
    text = markdown(dataclasses.replace(brief, meetings=(one,), conflicts=(conflict,) if sides else ()), audience)
    table = text.partition("## Upcoming")[2].partition("##")[0]
    assert ("Moorings" in table) == ahead
    assert ("Moorings" in text.partition("## Calls")[2].partition("##")[0]) == (not ahead)
    timeline = text.partition("## Timeline")[2].partition("##")[0]
    assert "May 4" in timeline or not ahead or audience != "base"
    assert ahead or "Moorings" not in timeline


@pytest.mark.parametrize(("day", "told"), [("2026-01-13", True), ("2025-11-02", False)])
def test_what_was_called_off_lately_is_told(day: str, told: bool) -> None:
    """`A meeting set for the 13th was cancelled`, in a memo of the 16th: of the same week, though nothing to prepare for."""
    brief = sample_brief()
    one = dataclasses.replace(brief.meetings[0], status="cancelled", date=day, conflicts=(), subject={"en": "Moorings"})
    text = markdown(dataclasses.replace(brief, as_of="2026-01-16", meetings=(one,), conflicts=()))
    assert ("Moorings" in text.partition("## Calls")[2].partition("##")[0]) == told
    assert "Moorings" not in text.partition("## Upcoming")[2].partition("##")[0]


@pytest.mark.parametrize(
    ("locale", "rules", "words"),
    [
        ("es_MX", (SUSPENDED,), "suspendida"),
        ("en_US", (SUSPENDED,), "suspended"),
        ("en_US", (), "canceled"),
    ],
)
def test_what_is_suspended_has_no_cell_that_cancels_it(locale: str, rules: tuple[str, ...], words: str) -> None:
    brief = sample_brief()
    one = dataclasses.replace(brief.meetings[0], status="cancelled", date="2026-01-13", conflicts=(), rules=rules)
    text = markdown(dataclasses.replace(brief, as_of="2026-01-16", meetings=(one,), conflicts=()), locale=locale)
    told = [word for word in ("suspendida", "suspended", "canceled", "cancelada") if f"| {word}" in text]
    assert told == [words]


@pytest.mark.parametrize(
    ("locale", "sides", "words"),
    [
        ("en_US", ("cancelled", "postponed"), "canceled or postponed · accounts differ"),
        ("es_MX", ("cancelled", "postponed"), "cancelada o pospuesta · las versiones difieren"),
    ],
)
def test_what_became_of_a_meeting_is_not_settled_by_its_row(locale: str, sides: tuple[str, ...], words: str) -> None:
    brief = sample_brief()
    meeting, *others = brief.meetings
    values = tuple(ConflictValue(value=side, evidence=meeting.evidence) for side in sides)
    conflict = Conflict(id="c-1", about=(meeting.id,), field="account", values=values)
    line = {"en": "The talks were called off.", "es": "Se cancelaron las conversaciones."}
    rival = dataclasses.replace(meeting, status="cancelled", conflicts=("c-1",), text=line, subject={}, date=None)
    text = markdown(dataclasses.replace(brief, meetings=(rival, *others), conflicts=(conflict,)), locale=locale)
    assert words in text.replace("\u00a0", " ")
    assert not any(told in text for told in line.values())
