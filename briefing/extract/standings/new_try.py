"""A meeting suspended of which the same words, or the next sentence, say that it is only put off: `se buscará nueva fecha`."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from briefing.extract.claims import evidence_of
from briefing.extract.reading import Reading
from briefing.model import Claim, Event

SHORT = 14
"""Tokens of a sentence that tells nothing else."""
REACH = 3
NEW_TRY = "new_try"
"""The rule on a meeting called off of which another day is spoken."""


def with_new_tries(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    return [only_put_off(reading, claim) for claim in claims]


def only_put_off(reading: Reading, claim: Claim) -> Claim:
    if not isinstance(claim, Event) or not claim.meeting or claim.status != "cancelled":
        return claim
    told = next((n for n in (claim.sentence, *behind(reading, claim.sentence)) if is_tried_again(reading, n)), None)
    if told is None:
        return claim
    further = () if told == claim.sentence else (evidence_of(reading, reading.trees[told].sentence.span),)
    return dataclasses.replace(claim, status="postponed", further=(*claim.further, *further), rules=(*claim.rules, NEW_TRY))


def behind(reading: Reading, number: int) -> list[int]:
    """`A new date will be announced.`, `Lund said the visit would be rescheduled`: the short sentences soon behind that may
    be of it, the next one or one that has its noun."""
    after = [n for n in range(number + 1, number + 1 + REACH) if n < len(reading.trees) and reading.is_body(n)]
    short = [n for n in after if len(reading.trees[n].tokens) <= SHORT and not reading.is_scrambled]
    return [n for n in short if n == number + 1 or names_it(reading, n)]


def is_tried_again(reading: Reading, number: int) -> bool:
    """`a new date will be set`; not `no new date has been set`, nor `did not say whether there will be a new date`."""
    forms = [token.form.lower() for token in reading.trees[number].tokens]
    words, denied = f" {' '.join(forms)} ", reading.words.negators - reading.words.without
    asked = {*forms} & (denied | reading.words.whether_marks)
    return not asked and any(f" {phrase} " in words for phrase in reading.words.new_try)


def names_it(reading: Reading, number: int) -> bool:
    """Further behind, by its noun."""
    words = reading.words.named_as_meeting | reading.words.named_as_visit
    return any(token.lemma.lower() in words for token in reading.trees[number].tokens)


__all__ = ["with_new_tries"]
