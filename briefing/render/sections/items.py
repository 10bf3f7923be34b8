"""One printed line for each item: its text, its original words where it is not the source's, its flags and its citation."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from briefing.model import Fact, Item, Meeting, Position, Quotation
from briefing.model.letters import capital
from briefing.render import vocabulary
from briefing.render.desk import Desk, Fields, told_from
from briefing.render.pieces import Anchor, Remark, Styled
from briefing.render.provenance import OWN_WORDS, attribution_of, counted, counts_of, doubts_of, teller_in_the_line, told_by
from briefing.render.sections.evidence import confidence_of
from briefing.render.sections.quoting import said_before
from briefing.render.sections.reported import is_given, is_still_to_come, reported_on
from briefing.render.sections.short import CUT, short_line
from briefing.render.sections.told import same_line
from briefing.render.words import Words

_QUOTES = '“”«»"„'
_LABEL = re.compile(r"\[([^\[\]:]+):\] ")
"""Who speaks, put in brackets before original words."""
_HAS_MARKS = re.compile(f"[{_QUOTES},.;]")
_NO_MARKS = str.maketrans("", "", _QUOTES + "‘’'")


def topic_of(fact: Fact, desk: Desk) -> str:
    """What a position in the fact's own sentence is about, in the reader's words; nothing where there is none."""
    first = fact.evidence[0]
    same = (p for p in desk.brief.positions if (p.evidence[0].article, p.evidence[0].start) == (first.article, first.start))
    return next((label for p in same for label in map(desk.words.label, p.issue) if label), "")


def fact_fields(fact: Fact, desk: Desk) -> Fields:
    number = desk.facts.index(fact) + 1
    return line_fields(fact, desk) | {"n": desk.words.number(number), "anchor": desk.ledger.mark(Anchor(f"fact_{number}"))}


def position_fields(position: Position, desk: Desk) -> Fields:
    leaning = vocabulary.LEANINGS[position.stance]
    word = capital(vocabulary.stance_of(position, desk.words))
    full = line_fields(position, desk)
    line = once_fields(position, full, desk)
    where = line["text"] if line["text"] != full["text"] else ""
    if where:
        brief = _in_a_few_words(position, where, desk)
        line = line | {"text": brief} if brief != where or _is_fact(position, desk) else full
    voice = _voice_beside(position, line["text"] == where and bool(where), desk)
    by, line = _teller_apart(position, line, desk)
    if not by and not voice and where and line["text"] == where:
        by = _told_by_another(position, desk)
    # In a cell, the outlet stands in the same brackets as the speaker.
    outlets = line["outlets"] if desk.sources.style == "attribution" and line["note"] else ""
    spoken = _spoken(voice, position, line["text"], where, desk)
    said = "; ".join(part for part in (spoken, outlets) if part)
    return line | {
        "stance": desk.ledger.mark(Styled(word, f"Stance {leaning.title()}", strong=True)) + by,
        "stance_word": word,
        "where": where,
        "leaning": leaning,
        "government": desk.words.government(position.government),
        "voice": voice,
        "role": desk.words.text(position.voice.role) if position.voice else "",
        "said": said,
        "note": "" if outlets else line["note"],
        **_quotation(position.quote, full, desk),
        "change": desk.ledger.mark(Styled(vocabulary.change_of(position, desk.words), f"Change {position.change.title()}"))
        if position.change
        else "",
        "addressee": desk.words.list(desk.words.government(code) for code in position.addressee),
    }


def _spoken(voice: str, position: Position, text: str, where: str, desk: Desk) -> str:
    """Who spoke and when; a pointer alone leads to a line that has the day of its article itself."""
    day = _day_in_cell(position, text, desk)
    reported = bool(day) and not _date_of(position, desk)
    if reported and where and text == where and _is_fact(position, desk):
        return voice
    return ("; " if reported else ", ").join(part for part in (voice, day) if part)


def _day_in_cell(position: Position, text: str, desk: Desk) -> str:
    """When it was said, as far as the words in the cell leave that open; a day of our finding only beside the whole line."""
    elsewhere = position.date_basis == "inferred" and bool(desk.told(position)[0])
    date = "" if elsewhere or is_still_to_come(position, desk) else _date_of(position, desk)
    printed = desk.ledger.words(text)
    if date and is_given(position, date, printed, desk):
        return ""
    return _dated(position, date, desk) if date else reported_on(position, printed, desk)


def _is_fact(position: Position, desk: Desk) -> bool:
    """Whether the pointer leads to the very line; the bottom line has several, and `see Bottom line` would not say which."""
    return any(same_line(fact, position) for fact in desk.facts)


def _in_a_few_words(position: Position, where: str, desk: Desk) -> str:
    """`Chile rejected the plan of Peru (see “Bottom line”).`: what it says, and where in full; foreign words stand only there.

    A fact is told once, where it has its number: `Rejects: fact 4`.
    """
    if _is_fact(position, desk):
        return where
    rung = position.basis.get(desk.words.language)
    short = short_line(desk.words.text(position.text), desk.words.language) if rung in OWN_WORDS | {"frame"} else ""
    if short and rung == "verbatim":
        own = all(piece.language == desk.words.language for piece in position.evidence)
        short = desk.words.quoted(unwrapped(short)) if own and not _LABEL.match(short) and CUT not in short else ""
    pointed = desk.words.pgettext("in a cell", "%(words)s (%(where)s)", words=short, where=where)
    return f"{pointed}." if short else where


def _voice_beside(position: Position, number_only: bool, desk: Desk) -> str:
    """Who spoke, unless the line beside it, whole or in a few words, begins with that person, or with whose turn it is."""
    if position.voice is None:
        return ""
    turns = _LABEL.findall(desk.words.text(position.text))
    if turns and not (number_only and position.voice.name in turns):
        return ""
    named = desk.naming.first_named(desk.words.text(position.text))
    return "" if named == position.voice.name and not number_only else position.voice.name


def _teller_apart(position: Position, line: Fields, desk: Desk) -> tuple[str, Fields]:
    """`Demands: Quispe: “…”` -> `Demands (Quispe): “…”`, whose words they are; `Rejects: The ministry: “…”` -> `Rejects,
    according to the ministry: “…”`, which tells of others."""
    teller, colon, words = line["text"].partition(": ")
    person = desk.naming.first_named(teller) is not None and desk.naming.finder.fullmatch(teller) is not None
    if not colon or not (person or desk.ledger.words(words)[:1] in tuple(_QUOTES)) or _HAS_MARKS.search(teller):
        return "", line
    article = teller.partition(" ")[0].lower() in desk.words.naming.openings
    source = teller[:1].lower() + teller[1:] if article and not person else teller
    by = desk.words.gettext("according to %(source)s", source=source)
    own = position.voice is not None and desk.naming.first_named(teller) == position.voice.name
    return f" ({_flat(source)})" if own else f", {by}", line | {"text": words}


def _told_by_another(position: Position, desk: Desk) -> str:
    """`Rejects: fact 8` -> `Rejects, according to Quispe: fact 8`, where the fact is what one government tells of another."""
    told = attribution_of(position, desk)
    return f", {told}" if told else ""


def _flat(name: str) -> str:
    """`Adams (Chad)` -> `Adams, Chad`, which stands in brackets itself."""
    return name.replace(" (", ", ").replace(")", "")


def quote_fields(positions: Sequence[Position], desk: Desk) -> list[Fields]:
    """What may be quoted: a named speaker's own words, in the language in which they were said, never a translation."""
    said = [position for position in positions if position.voice and position.quote and not position.quote.translated]
    return [_quotable(position, desk) for position in said]


def _quotable(position: Position, desk: Desk) -> Fields:
    assert position.voice
    assert position.quote
    words, language = desk.words, position.quote.language
    foreign = f" {in_language(language, words)}" if language != words.language else ""
    speaker = [position.voice.name, words.text(position.voice.role) or words.government(position.government)]
    flags = [_date_of(position, desk), desk.sources.outlets(position.evidence)]
    return {
        "text": desk.sources.exact(position.quote.content, language) + foreign,
        "speaker": ", ".join(speaker),
        "flags": joined(flags),
        "note": "",
        "original": "",
    }


def line_fields(item: Item, desk: Desk) -> Fields:
    """What every printed line has: its text, exact words, sources, date, and what speaks against it.

    A note that belongs to another place of the memo only names its articles.
    """
    text, original = _texts(item, desk)
    text = told_by(text if isinstance(item, Position) else said_before(text, item, desk), teller_in_the_line(item, desk))
    told = desk.words.text(item.text) and item.basis.get(desk.words.language) != "verbatim"
    elsewhere = not isinstance(item, Fact) and bool(desk.told(item)[0])
    level = confidence_of(item)
    date = _date_of(item, desk)
    day = _day_beside(item, date, text, desk)
    flags = [
        day,
        counts_of(item, desk),
        *(doubt for doubt in doubts_of(item, desk) if not day.startswith(f"{doubt} ")),  # `reported May 4 · reported`
    ]
    standing = desk.standing(item)
    context = () if elsewhere and not isinstance(item, Meeting) else item.context.get(desk.words.language, ())
    facts = {piece: number for piece in context if (number := desk.fact_of(piece))}
    note = desk.sources.cite(
        standing,
        line=desk.words.text(item.text),
        quoted=bool(original) or not told or elsewhere,
        first=told_from(item, desk),
        beside=desk.beside(item),
        context=[piece for piece in context if piece not in facts],
        facts=sorted(facts.values()),
    )
    if told and not elsewhere:
        desk.sources.remember(desk.words.text(item.text), line=True)
    return {
        "text": text,
        "original": original,
        "note": note,
        "flags": joined(flags),
        "sources": counted(item, desk),
        "outlets": desk.sources.outlets(standing),
        "date": date,
        "doubt": joined(doubts_of(item, desk)),
        "confidence": vocabulary.confidences(desk.words)[level],
        "remark": _remark(item, desk),
    }


def _day_beside(item: Item, date: str, text: str, desk: Desk) -> str:
    """The item's own day where the line does not have it; of a fact without one, or whose line tells what is yet to be by its
    day, that of its article: `will reopen two markets on December 1`."""
    printed = desk.ledger.words(text)
    given = bool(date) and is_given(item, date, printed, desk)
    if date and not (given and is_still_to_come(item, desk)):
        return "" if given else _dated(item, date, desk)
    return reported_on(item, printed, desk) if isinstance(item, Fact) else ""


def once_fields(item: Item, line: Fields, desk: Desk) -> Fields:
    """The line of an item that another part of the memo may have: then where, and only the sources which that does not cite."""
    where, cited = desk.told(item)
    if not where:
        return line
    covered = {piece.article for piece in desk.standing(item)} <= {piece.article for piece in cited}
    # That place has the day and the doubts too.
    adds = isinstance(item, Meeting) and item.context.get(desk.words.language)
    note = "" if covered and not adds else line["note"]
    return line | {"text": where, "original": "", "date": "", "doubt": "", "note": note}


def _date_of(item: Item, desk: Desk) -> str:
    """The day to print beside a line, where the words that the line retells give it."""
    if desk.words.language in item.date_elsewhere:
        return ""
    return desk.words.date(desk.date_of(item), year=desk.brief.as_of[:4])


def _dated(item: Item, date: str, desk: Desk) -> str:
    """`October 21, inferred from the text`: a day of ours says how it was found."""
    inferred = desk.words.gettext("date inferred")
    return f"{date}, {inferred}" if date and item.date_basis == "inferred" else date


def _texts(item: Item, desk: Desk) -> tuple[str, str]:
    """The line, and the exact words to print below it: a gist's always, since it says less than they do."""
    text, rung = desk.words.text(item.text), item.basis.get(desk.words.language)
    if not text or rung == "verbatim":
        label = _LABEL.match(text)
        said = f"{label[1]}: " if label else ""
        return said + _original(unwrapped(text[label.end() if label else 0 :]) or item.evidence[0].text, item, desk), ""
    if rung in ("gist", "translated"):
        return text, _original((told_from(item, desk) or item.evidence[0]).text, item, desk)
    return text, ""


def unwrapped(text: str) -> str:
    """Words without the marks around all of them; `"No," he said.` keeps the marks that only open it."""
    inner = text.strip(_QUOTES)
    wrapped = text[:1] in _QUOTES and text[-1:] in _QUOTES and not any(mark in inner for mark in _QUOTES)
    return inner if wrapped else text


def _original(words: str, item: Item, desk: Desk) -> str:
    found = (piece for piece in item.evidence if words[1:] in piece.text)
    holder = told_from(item, desk) or next(found, item.evidence[0])
    language = desk.sources.language(holder)
    foreign = "" if language == desk.words.language else f" {in_language(language, desk.words)}"
    return desk.sources.sentence(words, language, foreign)


def in_language(language: str, words: Words) -> str:
    """`(in Spanish)`, behind words that are not in the memo's language."""
    named = words.gettext("in %(language)s", language=words.language_name(language))
    return f"({named})"


def _quotation(quote: Quotation | None, line: Fields, desk: Desk) -> Fields:
    """The speaker's words as the article has them, where the line does not."""
    if quote is None or (quote.translated and quote.language != desk.words.language):
        return {"quote": ""}  # a translation into a third language is nobody's own words
    printed = desk.ledger.words(line["text"] + line["original"])
    sentences = re.split(r"(?<=[.!?])\s+", quote.content)
    told = next((n for n, said in enumerate(sentences) if not _is_said(said, printed)), len(sentences))
    rest = [said for said in sentences[told:] if not desk.sources.has_line(said)]
    if not rest:
        return {"quote": ""}
    kept = _first_sentences(rest)
    words = f"{'… ' if told else ''}{' '.join(kept)}{' […]' if len(kept) < len(rest) else ''}"
    foreign = f" {in_language(quote.language, desk.words)}" if quote.language != desk.words.language else ""
    return {"quote": desk.sources.sentence(words, quote.language, foreign)}


def _is_said(sentence: str, printed: str) -> bool:
    """Whether the line has the sentence, or another translation of it: most of its longer words."""
    plain, has = (text.translate(_NO_MARKS).casefold() for text in (sentence, printed))
    stems, said = ({word[:STEM] for word in re.findall(rf"\w{{{STEM},}}", text)} for text in (plain, has))
    linked = plain.rstrip(".").partition(" ")[2]  # `Pero no vamos …` where the line has left out the link
    if len(linked.split()) >= FEWEST_STEMS and linked in has:
        return True
    return plain.rstrip(".") in has or (len(stems) >= FEWEST_STEMS and len(stems & said) >= SAME_STEMS * len(stems))


def _first_sentences(sentences: Sequence[str]) -> list[str]:
    """As many as have room beside a line, the first in any case."""
    counts = itertools.accumulate(len(sentence.split()) for sentence in sentences)
    return [s for n, (s, words) in enumerate(zip(sentences, counts, strict=True)) if not n or words <= LONGEST_QUOTATION]


STEM, FEWEST_STEMS, SAME_STEMS = 5, 5, 0.6
LONGEST_QUOTATION = 30
"""Words of a quotation beside a line that tells it."""


def _remark(item: Item, desk: Desk) -> str:
    """A comment in the margin for what is weak, where the audience wants comments."""
    if not desk.audience.comments:
        return ""
    reasons = desk.differences(item)
    if confidence_of(item) == "low":
        reasons = [vocabulary.confidences(desk.words)["low"], *reasons]
    if not reasons:
        return ""
    return desk.ledger.mark(Remark(f"{capital(joined(reasons))}. {capital(desk.sources.names(desk.standing(item)))}."))


def joined(parts: Sequence[str]) -> str:
    """Parts of one line.  The dot stays with what is before it where the line breaks."""
    return "\u00a0· ".join(part for part in parts if part)
