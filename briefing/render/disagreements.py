"""Where the sources disagree: what about, and each value with the words that say so."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection, Sequence

from briefing.localize import VOCABULARIES
from briefing.model import Conflict, ConflictValue, Fact
from briefing.render import vocabulary
from briefing.render.desk import Desk, Fields
from briefing.render.items import topic_of
from briefing.render.pieces import Jump
from briefing.render.words import capital
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
    quoted: set[str] = set()
    return [_conflict(conflict, desk, quoted) for conflict in conflicts]


def _conflict(conflict: Conflict, desk: Desk, quoted: set[str]) -> Fields:
    difference = vocabulary.differences(desk.words)[conflict.field]
    values = [_value(conflict, value, desk, quoted) for value in conflict.values]
    about, text = _about_and_text(conflict, desk)
    return {
        "about": about,
        "difference": difference,
        "text": "" if _says_no_more(text.partition(": ")[2] or text, values, desk) else text,
        "values": values,
        "summary": desk.words.list((f"{value['value']} ({value['who']})" for value in values), "or"),
    }


def _says_no_more(text: str, values: Sequence[Fields], desk: Desk) -> bool:
    """Whether a sentence only gathers the values and their articles, which stand below it or are gathered anew."""
    for value in values:
        for words in (f"{value['value']} ({value['articles']})", value["value"]):
            text = re.sub(re.escape(desk.ledger.words(words)), "", text, flags=re.IGNORECASE)
    either = {part for part in desk.words.list(("0", "1"), "or").split() if part not in "01"}
    return set(re.findall(r"\w+", text)) <= either


def _value(conflict: Conflict, value: ConflictValue, desk: Desk, quoted: set[str]) -> Fields:
    """One value with the words that say so, unless these have been `quoted` for another value."""
    first = value.evidence[0]
    before = first.text in quoted
    again = desk.words.pgettext("in a list", "the sentence quoted above")
    quoted.add(first.text)
    return {
        "value": capital(_shown(conflict, value, desk)),
        "articles": desk.sources.names(value.evidence),
        "who": desk.sources.who(value.evidence),
        "words": f"{again}." if before else desk.sources.sentence(_said(conflict, value), desk.sources.language(first)),
    }


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
            return desk.words.number(parse_number(shown))
    if conflict.field == "participants":
        return ", ".join(desk.words.government(part) if part.isupper() else part for part in shown.split(", "))
    if conflict.field == "account":
        listed = next((name for name in ("account", "status") if shown in VOCABULARIES[name]), None)
        return desk.words.term(listed, shown) if listed else shown
    return desk.words.label(shown) or shown


def _about_and_text(conflict: Conflict, desk: Desk) -> tuple[str, str]:
    """What it is about, and the rest of the sentence: `Trade deficit (fact 3)`, a link, where the memo prints it, else its
    subject.

    `Call between A and B: May 3 (article 1) or May 4 (article 2).` is printed with its subject once.
    """
    text = desk.words.text(conflict.text)
    for item in conflict.about:
        number = desk.number(item)
        if number:
            return _fact_named(desk.facts[number - 1], number, desk), text
    subject, colon, rest = text.partition(": ")
    if colon:
        return subject, rest
    return next((name for name in (_item_name(item, desk) for item in conflict.about) if name), text.rstrip(":")), text


def _fact_named(fact: Fact, number: int, desk: Desk) -> str:
    """`Trade deficit (fact 3)`: what a position in the same words is about; without one the number alone."""
    topic = topic_of(fact, desk)
    if not topic:
        words = desk.words.gettext("Key fact %(number)s", number=desk.words.number(number))
        return desk.ledger.mark(Jump(f"fact_{number}", words))
    words = desk.words.pgettext("in a cell", "fact %(number)s", number=desk.words.number(number))
    where = desk.ledger.mark(Jump(f"fact_{number}", words))
    return desk.words.pgettext("in a cell", "%(words)s (%(where)s)", words=capital(topic), where=where)


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
