"""That a call or a meeting was announced, in words that name neither side: `nos avisaron que iba a llamar hoy a las nueve`.

It is no meeting of its own.  Where its article tells exactly one meeting of that kind as held on that day, and nobody named
in the announcement is missing there, the announcement is part of what that one rests on.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.edtf import intersects
from briefing.extract.claims import date_near, evidence_of
from briefing.extract.reading import Reading, mentions_in
from briefing.extract.sentence.moods import is_negated, is_told_before, is_would
from briefing.extract.sentence.trees import Tree, children, is_verbal, span_of
from briefing.model import Claim, Event, Evidence, MeetingKind
from briefing.model.meeting_kinds import MEETINGS_OF_TWO, SPOKEN

MEETINGS: frozenset[MeetingKind] = MEETINGS_OF_TWO | {"visit"}
"""The kinds as which what was announced may be told."""
DAY = len("2026-03-04")


NO_DAY_YET = "/.."
"""How the date of what is to come some day ends."""


class Foretold(NamedTuple):
    """The words of an announcement, the kinds that it may be of, its day, and who is named in it."""

    evidence: Evidence
    kinds: frozenset[MeetingKind]
    day: str
    named: frozenset[str]


def with_foretold(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, each announcement added to the one meeting of its day that was held."""
    result = list(claims)
    if reading.is_scrambled:
        return result
    for told in foretold(reading):
        held = [c for c in result if isinstance(c, Event) and is_of(c, told)]
        if held and len({(event.people, event.actors) for event in held}) == 1:
            first = held[0]
            whole = dataclasses.replace(first, context=(*first.context, told.evidence), rules=(*first.rules, "foretold"))
            result = [whole if claim is first else claim for claim in result]
    return result


def without_what_came(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """`said she would call him.  The call took place on Monday`: the call that was held, and none to come."""
    held = [c for c in claims if isinstance(c, Event) and c.meeting and c.status is None and c.date and c.context]
    return tuple(c for c in claims if not (isinstance(c, Event) and any(came_about(c, event) for event in held)))


def came_about(plan: Event, held: Event) -> bool:
    """Told again by the meeting that points back to it, of the same people."""
    open_yet = plan.status == "upcoming" and (plan.date or "").endswith(NO_DAY_YET)
    return open_yet and plan.meeting == held.meeting and plan.people == held.people and plan.evidence in held.context


def is_of(event: Event, told: Foretold) -> bool:
    """Held, of the kind and the day, and with everybody whom the announcement names."""
    same = event.meeting in told.kinds and event.status is None and bool(event.date) and intersects(event.date or "", told.day)
    there = {*event.people, *event.actors}
    return same and len(there) > 1 and told.named <= there and told.evidence not in {event.evidence, *event.context}


def foretold(reading: Reading) -> Iterator[Foretold]:
    for number, tree in enumerate(reading.trees):
        for index, token in enumerate(tree.tokens):
            kinds = kinds_of(reading, token.lemma.lower())
            if not kinds or not is_verbal(token) or not was_to_be(reading, tree, index):
                continue
            date = date_near(reading, number, index, anywhere=True)
            if date is not None and date.value:
                named = frozenset(m.actor for m in mentions_in(reading, span_of(tree, index)) if not m.place)
                yield Foretold(evidence_of(reading, tree.sentence.span), kinds, date.value[:DAY], named)


def kinds_of(reading: Reading, lemma: str) -> frozenset[MeetingKind]:
    if lemma in reading.words.calling:
        return SPOKEN
    return MEETINGS if lemma in reading.words.receiving else frozenset()


def was_to_be(reading: Reading, tree: Tree, index: int) -> bool:
    """`nos avisaron que iba a llamar`, `told us that he would ring`: then still to come, by what somebody said."""
    helpers = {tree.tokens[c].lemma.lower() for c in children(tree, index, "aux")}
    ahead = is_would(reading, tree, index) or bool(helpers & reading.words.future_auxiliaries)
    return ahead and is_told_before(reading, tree, index) and not is_negated(reading, tree, index)


__all__ = ["with_foretold"]
