"""The words of a memo that stand in no closed list of the brief: what a stance leans to, how sources differ, what is new.

Words of the brief's own lists (stance, certainty, status …) come from the localizer.  Each table here is literal, so that the
catalogs can be filled from this file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from briefing.model import Change, Conflict, ConflictField, Position, Stance
from briefing.render.audience import Level
from briefing.render.words import Words

MONTH = len("2026-03")
Leaning = Literal["for", "against", "neutral"]

LEANINGS: Mapping[Stance, Leaning] = {
    "proposes": "for",
    "rejects": "against",
    "demands": "neutral",
    "requests": "neutral",
    "offers": "for",
    "supports": "for",
    "agrees": "for",
    "accuses": "against",
    "criticizes": "against",
    "threatens": "against",
    "denies": "against",
    "promises": "for",
    "announces": "neutral",
    "states": "neutral",
}


def differences(words: Words) -> Mapping[ConflictField, str]:
    return {
        "date": words.pgettext("disagreement", "dates differ"),
        "amount": words.pgettext("disagreement", "amounts differ"),
        "baseline": words.pgettext("disagreement", "periods compared differ"),
        "place": words.pgettext("disagreement", "places differ"),
        "participants": words.pgettext("disagreement", "participants differ"),
        "account": words.pgettext("disagreement", "accounts differ"),
    }


def difference_of(conflict: Conflict, words: Words) -> str:
    """In what the sides of one conflict differ: of amounts the sums or percentages, of periods the month that they begin in."""
    units = {value.unit for value in conflict.values}
    if conflict.field == "amount" and units == {"percent"}:
        return words.pgettext("disagreement", "percentages differ")
    if conflict.field == "amount" and None not in units:
        return words.pgettext("disagreement", "sums differ")
    if conflict.field == "amount" and all(str(value.value).isdecimal() for value in conflict.values):
        return words.pgettext("disagreement", "numbers differ")
    if conflict.field == "baseline" and all(len(str(value.value)) == MONTH for value in conflict.values):
        return words.pgettext("disagreement", "starting months differ")
    return differences(words)[conflict.field]


def changes(words: Words) -> Mapping[Change, str]:
    return {
        "new": words.pgettext("change since the last memo", "new"),
        "moved": words.pgettext("change since the last memo", "moved"),
        "unchanged": words.pgettext("change since the last memo", "unchanged"),
    }


def change_of(position: Position, words: Words) -> str:
    """`moved, before: rejects`; nothing for a position without a mark."""
    if position.change is None:
        return ""
    if position.change == "moved" and position.was:
        before = words.term("stance", position.was)
        return words.pgettext("change since the last memo", "moved, before: %(stance)s", stance=before)
    return changes(words)[position.change]


def confidences(words: Words) -> Mapping[Level, str]:
    return {
        "low": words.pgettext("confidence", "low confidence"),
        "moderate": words.pgettext("confidence", "moderate confidence"),
        "high": words.pgettext("confidence", "high confidence"),
    }


def article_notes(words: Words) -> Mapping[str, str]:
    """What a reader must know of an article, by the kind of note that the reading stage left on it."""
    return {
        "scrambled": words.pgettext("note on a source", "its sentences are out of order"),
        "opinion": words.pgettext("note on a source", "opinion or analysis: only what it attributes is used"),
        "mojibake": words.pgettext("note on a source", "some of its letters are damaged"),
        "lost characters": words.pgettext("note on a source", "some of its letters are lost"),
        "future date": words.pgettext("note on a source", "it gives a date in the future, which was not used"),
        "date": words.pgettext("note on a source", "it gives two dates"),
    }
