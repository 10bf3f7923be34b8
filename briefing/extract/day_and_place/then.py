"""The day of a meeting counted from the one just told: `was then received by …`, `will see Lund the same day`."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from briefing.edtf import is_day
from briefing.extract.attending.margins import behind_margin
from briefing.extract.claims import dates_in
from briefing.extract.coding import countries_in
from briefing.extract.day_and_place.when import is_told_as_before
from briefing.extract.reading import Reading
from briefing.extract.sentence.trees import is_relation, span_of
from briefing.model import Claim, Event
from briefing.model.marks import SIDES_DELEGATION

NEAR = 3
"""Sentences from a meeting to the next one of the same visitor on that day."""
NEXT = frozenset({"receive", "meet"})
THAT_UNIT = "that_unit"
"""The acts of a visitor's next meeting, and the rule on `the same day`, by itself that of the date before it."""


def dated_by_the_one_before(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    result: list[Claim] = []
    for claim in claims:
        if isinstance(claim, Event) and claim.meeting and not reading.is_scrambled:
            told = [e for e in result if isinstance(e, Event) and is_just_before(claim, e)]
            beside = [e for e in result if isinstance(e, Event) and is_beside(reading, claim, e)]
            claim = on_the_same_day(reading, dated_by_then(reading, claim, told or beside), told)
        result.append(claim)
    return result


def is_just_before(claim: Event, other: Event) -> bool:
    """A meeting of one of the same people on a day, told just before."""
    near = 0 < claim.sentence - other.sentence <= NEAR
    return near and bool(other.meeting and is_day(other.date) and {*claim.people} & {*other.people})


def is_beside(reading: Reading, claim: Event, other: Event) -> bool:
    """What was held on a day, told just before, of the same delegation, or at whose margin others met."""
    near = 0 < claim.sentence - other.sentence <= NEAR and other.status is None and is_day(other.date)
    return near and bool(other.meeting) and (is_of_its_delegation(reading, claim, other) or is_at_its_margin(reading, claim))


def is_of_its_delegation(reading: Reading, claim: Event, other: Event) -> bool:
    """`The Chilean delegation was also received by Lund`, behind what the Chilean minister did."""
    tree = reading.trees[claim.sentence]
    teams = [i for i, t in enumerate(tree.tokens) if t.lemma.lower() in reading.words.delegations and is_relation(t, "nsubj")]
    codes = {code for i in teams for code in countries_in(reading, span_of(tree, i, ("acl", "appos")))}
    return len(codes) == 1 and codes <= {*other.actors}


def is_at_its_margin(reading: Reading, claim: Event) -> bool:
    """`On the margins of the talks, Lund met Mora`: of the one just told, by a bare word; not `of the NATO meeting`."""
    tree = reading.trees[claim.sentence]
    inside = [tree.tokens[i] for i in behind_margin(reading, tree)]
    gathering = reading.words.named_as_meeting | reading.words.named_as_visit | reading.words.signing
    bare = [t for t in inside if t.upos not in {"ADP", "DET"}]
    return len(bare) == 1 and bare[0].lemma.lower() in gathering


def dated_by_then(reading: Reading, claim: Event, told: Sequence[Event]) -> Event:
    """`Ruiz was received on Monday by the president. She was then received by Lund`: on that day, which nobody repeats."""
    if claim.date or claim.status is not None or claim.act not in NEXT or not told or told[-1].status is not None:
        return claim
    if is_told_as_before(reading.trees[claim.sentence]) or is_elsewhere(claim, told[-1]):
        return claim
    span = reading.trees[claim.sentence].sentence.span
    said = f" {' '.join(token.form.lower() for token in reading.trees[claim.sentence].tokens)} "
    also = any(f" {words} " in said for words in reading.words.right_after) or is_at_its_margin(reading, claim)
    if dates_in(reading, span) or not also:
        return claim
    unnamed = (SIDES_DELEGATION,) if is_of_its_delegation(reading, claim, told[-1]) else ()
    rules = (*claim.rules, *unnamed, "dated_by_then")
    return dataclasses.replace(claim, date=told[-1].date, date_basis="inferred", rules=rules)


def is_elsewhere(claim: Event, last: Event) -> bool:
    """`met Lund in Oslo on Monday.  She also met Mora in Riga`: on another day, unless somebody received her there."""
    return claim.act != "receive" and claim.place is not None and claim.place != last.place


def on_the_same_day(reading: Reading, claim: Event, told: Sequence[Event]) -> Event:
    """`will meet Lund on May 4, she said on Monday. She will be received by Mora the same day`: not on that Monday."""
    own = [d for d in dates_in(reading, reading.trees[claim.sentence].sentence.span) if d.rule == THAT_UNIT]
    before = dates_in(reading, reading.trees[claim.sentence - 1].sentence.span) if claim.sentence else ()
    if not own or claim.date != own[0].value or len({d.value for d in before}) < len(before) or len(before) <= 1:
        return claim
    day = told[-1].date if told and told[-1].sentence == claim.sentence - 1 else None
    return dataclasses.replace(claim, date=day, date_basis="inferred" if day else None)


__all__ = ["dated_by_the_one_before"]
