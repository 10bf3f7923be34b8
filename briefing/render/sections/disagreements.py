"""Where the sources disagree: what about, and each value with the words that say so."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection

from briefing.localize import VOCABULARIES
from briefing.model import Amount, Conflict, ConflictValue
from briefing.model.letters import capital, plain
from briefing.render import vocabulary
from briefing.render.desk import Desk, Fields
from briefing.render.pieces import Jump
from briefing.render.sections.items import in_language, topic_of
from briefing.structure import parse_number

NEXT = 2
"""Characters between a sentence and the one behind it."""


def conflict_fields(desk: Desk, printed: Collection[str]) -> list[Fields]:
    """Every conflict that the audience sees; with `conflicts: printed`, only those about items that the memo prints."""
    if desk.audience.conflicts == "none":
        return []
    conflicts = [conflict for conflict in desk.brief.conflicts if not conflict.omit]
    if desk.audience.conflicts == "printed":
        conflicts = [conflict for conflict in conflicts if set(conflict.about) & set(printed)]
    return [_conflict(conflict, desk) for conflict in conflicts]


def _conflict(conflict: Conflict, desk: Desk) -> Fields:
    about, text = _about_and_text(conflict, desk)
    quoted: set[str] = set()
    values = [_value(conflict, value, desk, quoted) for value in conflict.values]
    difference = vocabulary.difference_of(conflict, desk.words)
    fact = _fact_named(conflict, desk, alone=not about)
    return {
        "about": about or fact,
        "difference": f"{fact}; {difference}" if about and fact else difference,
        "text": "" if _says_no_more(text, conflict, desk) else text,
        "values": values,
        "summary": desk.words.list((f"{value['value']} ({value['who']})" for value in values), "or"),
    }


def _says_no_more(text: str, conflict: Conflict, desk: Desk) -> bool:
    """Whether a sentence only gathers the values and their articles, which stand below it or are gathered anew."""
    names = [desk.sources.names(value.evidence) for value in conflict.values]
    shown = [_shown(conflict, value, desk) for value in conflict.values]
    told = desk.words.list([f"{value} ({name})" for value, name in zip(shown, names, strict=True)], "or")
    unsaid = desk.words.pgettext("conflict line", "the sources differ")
    gathered = (told, desk.words.list(shown, "or"), f"{unsaid} ({'; '.join(names)})")
    return plain(text) in {"", *map(plain, gathered)}


def _value(conflict: Conflict, value: ConflictValue, desk: Desk, quoted: set[str]) -> Fields:
    """One value with the words that say so, unless these have been `quoted` for another one; in a note, where the value says
    all that differs."""
    first = value.evidence[0]
    shown = {
        "value": capital(_shown(conflict, value, desk)),
        "articles": desk.sources.outlets_and_numbers(value.evidence),
        "who": desk.sources.who(value.evidence),
    }
    if _says_it_all(conflict, desk):
        desk.sources.begin_section()  # a note says which sentence: `quoted above` would stand below several
        note = desk.sources.cite([first])
        return shown | {"words": note, "said": f"{shown['articles']}.{note}"}
    before = first.text in quoted
    again = desk.words.pgettext("in a list", "the sentence quoted above")
    quoted.add(first.text)
    language = desk.sources.language(first)
    foreign = "" if language == desk.words.language else f" {in_language(language, desk.words)}"
    words = f"{again}." if before else desk.sources.sentence(_cut(_said(conflict, value)), language, foreign)
    return shown | {"words": words, "said": f"{shown['articles']}: {words}"}


def _says_it_all(conflict: Conflict, desk: Desk) -> bool:
    """`Call between Ruiz and Lund: May 3 or May 4`: a meeting's day or place, where there are notes to give the sentences in;
    for a desk that weighs sources the sentences stand on the page."""
    meetings = {meeting.id for meeting in desk.brief.meetings}
    named = bool(meetings & {*conflict.about[:1]}) and conflict.field in {"date", "place"}
    return named and desk.sources.style == "footnote" and not desk.audience.comments


def _cut(words: str) -> str:
    """A clause of a sentence, with the mark of what is left out before and behind it."""
    before = "… " if words[:1].islower() else ""
    behind = "…" if words[-1:].isalnum() else ""
    return f"{before}{words}{behind}"


def _said(conflict: Conflict, value: ConflictValue) -> str:
    """The words of a value; a period that stands in the sentence before the figure is shown with that sentence."""
    first = value.evidence[0]
    before = [p for p in value.evidence[1:] if p.article == first.article and 0 <= first.start - p.stop <= NEXT]
    return f"{before[0].text} {first.text}" if before and conflict.field == "baseline" else first.text


def _shown(conflict: Conflict, value: ConflictValue, desk: Desk) -> str:
    """The value in the reader's language: a date, a number, a government; otherwise as it stands."""
    shown = str(value.value)
    if conflict.field in ("date", "baseline"):
        with contextlib.suppress(ValueError):
            return desk.words.date(shown, year=desk.brief.as_of[:4])
    if conflict.field == "amount":
        with contextlib.suppress(ValueError):
            return desk.words.amount(Amount(value=parse_number(shown), unit=value.unit))
        if term := re.fullmatch(r"(\d+(?:\.\d+)?) (second|minute|hour)", shown):
            return desk.words.lasting(parse_number(term[1]), term[2])
    if conflict.field == "participants":
        return ", ".join(desk.words.government(part) if part.isupper() else part for part in shown.split(", "))
    if conflict.field == "account":
        listed = next((name for name in ("account", "status") if shown in VOCABULARIES[name]), None)
        return desk.words.term(listed, shown) if listed else desk.words.government(shown) if shown.isupper() else shown
    return desk.words.label(shown) or shown


def _about_and_text(conflict: Conflict, desk: Desk) -> tuple[str, str]:
    """What it is about, and the rest of the sentence.

    `Call between A and B: May 3 (article 1) or May 4 (article 2).` is printed with its subject once.
    """
    text = desk.words.text(conflict.text)
    subject, colon, rest = text.partition(": ")
    if number := _fact_of(conflict, desk):
        about = subject if colon else topic_of(desk.facts[number - 1], desk)
        return capital(about), rest if colon else text
    if colon:
        return subject, rest
    return next((name for name in (_item_name(item, desk) for item in conflict.about) if name), text.rstrip(":")), text


def _fact_of(conflict: Conflict, desk: Desk) -> int | None:
    return next((number for item in conflict.about if (number := desk.number(item))), None)


def _fact_named(conflict: Conflict, desk: Desk, *, alone: bool) -> str:
    """`fact 3`, a link, where the memo prints one of it; `Key fact 3` where nothing else says what it is about."""
    number = _fact_of(conflict, desk)
    if number is None:
        return ""
    said = desk.words.number(number)
    in_cell = desk.words.pgettext("in a cell", "fact %(number)s", number=said)
    words = desk.words.gettext("Key fact %(number)s", number=said) if alone else in_cell
    return desk.ledger.mark(Jump(f"fact_{number}", words))


def _item_name(item_id: str, desk: Desk) -> str:
    for meeting in desk.brief.meetings:
        if meeting.id == item_id:
            who = desk.words.list([desk.words.government(code) for code in meeting.participants] or meeting.people)
            kind = capital(desk.words.term("meeting", meeting.kind))
            return f"{kind} ({who})" if who else kind
    for position in desk.brief.positions:
        if position.id == item_id:
            return f"{capital(desk.words.government(position.government))}: {desk.words.term('stance', position.stance)}"
    return ""
