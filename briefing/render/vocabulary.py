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
CURRENCY = len("EUR")
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


def verbs(words: Words) -> Mapping[tuple[Stance, str], str]:
    """The label of a stance that was taken by this very act, nearer to the line's own verb: `Rules out`, `Insta`."""
    return {
        ("rejects", "refuse"): words.pgettext("stance, by its verb", "refuses"),
        ("rejects", "rule_out"): words.pgettext("stance, by its verb", "rules out"),
        ("rejects", "oppose"): words.pgettext("stance, by its verb", "opposes"),
        ("rejects", "disagree"): words.pgettext("stance, by its verb", "disagrees"),
        ("rejects", "ban"): words.pgettext("stance, by its verb", "bans"),
        ("rejects", "cancel"): words.pgettext("stance, by its verb", "cancels"),
        ("rejects", "veto"): words.pgettext("stance, by its verb", "vetoes"),
        ("rejects", "boycott"): words.pgettext("stance, by its verb", "boycotts"),
        ("requests", "urge"): words.pgettext("stance, by its verb", "urges"),
        ("requests", "invite"): words.pgettext("stance, by its verb", "invites"),
        ("demands", "press"): words.pgettext("stance, by its verb", "presses"),
        ("demands", "insist_on"): words.pgettext("stance, by its verb", "insists"),
        ("demands", "set_conditions"): words.pgettext("stance, by its verb", "sets conditions"),
        ("criticizes", "condemn"): words.pgettext("stance, by its verb", "condemns"),
        ("criticizes", "protest_formally"): words.pgettext("stance, by its verb", "protests"),
        ("criticizes", "complain"): words.pgettext("stance, by its verb", "complains"),
        ("criticizes", "summon_ambassador"): words.pgettext("stance, by its verb", "summons the ambassador"),
        ("criticizes", "recall_ambassador"): words.pgettext("stance, by its verb", "recalls its ambassador"),
        ("accuses", "blame"): words.pgettext("stance, by its verb", "blames"),
        ("accuses", "denounce"): words.pgettext("stance, by its verb", "denounces"),
        ("accuses", "sue"): words.pgettext("stance, by its verb", "sues"),
        ("offers", "invite"): words.pgettext("stance, by its verb", "invites"),
        ("announces", "decide"): words.pgettext("stance, by its verb", "decides"),
        ("announces", "confirm"): words.pgettext("stance, by its verb", "confirms"),
        ("agrees", "agree"): words.pgettext("stance, by its verb", "agrees"),
        ("agrees", "reach_agreement"): words.pgettext("stance, by its verb", "agrees"),
        ("agrees", "agree_to_meet"): words.pgettext("stance, by its verb", "agrees"),
        ("agrees", "accept"): words.pgettext("stance, by its verb", "accepts"),
        ("agrees", "sign"): words.pgettext("stance, by its verb", "signs"),
        ("agrees", "ratify"): words.pgettext("stance, by its verb", "ratifies"),
        ("agrees", "join"): words.pgettext("stance, by its verb", "joins"),
        ("supports", "welcome"): words.pgettext("stance, by its verb", "welcomes"),
        ("supports", "praise"): words.pgettext("stance, by its verb", "praises"),
        ("supports", "congratulate"): words.pgettext("stance, by its verb", "congratulates"),
        ("supports", "express_solidarity"): words.pgettext("stance, by its verb", "expresses solidarity"),
        ("supports", "defend"): words.pgettext("stance, by its verb", "defends"),
        ("supports", "recognize_state"): words.pgettext("stance, by its verb", "recognizes"),
        ("threatens", "warn_consequences"): words.pgettext("stance, by its verb", "warns"),
        ("promises", "commit"): words.pgettext("stance, by its verb", "commits"),
        ("promises", "guarantee"): words.pgettext("stance, by its verb", "guarantees"),
        ("proposes", "want"): words.pgettext("stance, by its verb", "wants"),
        ("proposes", "seek"): words.pgettext("stance, by its verb", "seeks"),
        ("proposes", "recommend"): words.pgettext("stance, by its verb", "recommends"),
    }


def stance_of(position: Position, words: Words) -> str:
    """What a position's line is labelled: its verb where that has a label and means the stance, else the stance.

    `did not accept` is a rejection by the act of accepting: no label stands for that pair, and the stance is said.
    An audience's own label for the stance stands for all its verbs.
    """
    verb = None if words.relabels(position.stance) else verbs(words).get((position.stance, position.act or ""))
    return verb or words.term("stance", position.stance)


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
    if conflict.field == "amount" and units and all(_is_money(unit) for unit in units):
        return words.pgettext("disagreement", "sums differ")
    counted = None not in units or all(str(value.value).isdecimal() for value in conflict.values)
    if conflict.field == "amount" and counted:  # `30 days`, `45 days` are no sums
        return words.pgettext("disagreement", "numbers differ")
    if conflict.field == "baseline" and all(len(str(value.value)) == MONTH for value in conflict.values):
        return words.pgettext("disagreement", "starting months differ")
    return differences(words)[conflict.field]


def _is_money(unit: str | None) -> bool:
    """Whether a unit is the code of a currency: of the others (`hour`, `percent`, `km`) none is three capitals."""
    return unit is not None and len(unit) == CURRENCY and unit.isupper()


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
