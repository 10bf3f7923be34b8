"""What the week itself takes back: a government's request, offer or complaint that it later withdrew is none any more.

A reader who finds it among the positions would act on it; the withdrawal is told among the facts, and says what was withdrawn.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping

from briefing.consolidate.signatures import shared_features
from briefing.consolidate.week import SentenceKey, Week
from briefing.model import Claim, Event, Figure, Stance, Statement

WITHDRAWN: Mapping[str, frozenset[Stance]] = {
    "withdraw_request": frozenset({"requests", "demands"}),
    "withdraw_offer": frozenset({"offers", "proposes"}),
    "drop_case": frozenset({"accuses", "demands", "proposes", "threatens"}),
}
"""The acts by which a government takes back what it said, and the stances that are taken back so."""
ASIDE = "told_aside"
ONE_THING = 1.0
"""Weight of what two sentences share besides their countries and people, where one government withdraws what it asked."""


def without_withdrawn(week: Week) -> Week:
    """The week without the statements that their own government takes back in a later article."""
    gone = {key_of(c) for name in sorted(week.claims) for c in week.claims[name] if is_withdrawn(week, c)}
    if not gone:
        return week
    kept = {
        name: tuple(c for c in told if key_of(c) not in gone or not is_withdrawn(week, c)) for name, told in week.claims.items()
    }
    emptied = gone - {key_of(c) for told in kept.values() for c in told if isinstance(c, Statement | Figure)}
    bare = {name: tuple(c for c in told if key_of(c) not in emptied) for name, told in kept.items()}
    return dataclasses.replace(week, claims=bare)


def is_withdrawn(week: Week, claim: Claim) -> bool:
    """What is taken back, and what the sentence right behind it maintains: its ground."""
    if not isinstance(claim, Statement):
        return False
    before = week.by_sentence.get((claim.evidence.article, claim.sentence - 1), ()) if claim.stance == "states" else ()
    own = [c for c in before if isinstance(c, Statement) and c.government == claim.government]
    return any(takes_back(week, event, one) for event in withdrawals(week) for one in (claim, *own))


def withdrawals(week: Week) -> Iterator[Event]:
    """The events of the week in which somebody takes back what it said; not those of which it is told in passing."""
    for name in sorted(week.claims):
        for claim in week.claims[name]:
            if isinstance(claim, Event) and claim.act in WITHDRAWN and ASIDE not in claim.rules and was_done(week, claim):
                yield claim


def was_done(week: Week, event: Event) -> bool:
    return event.certainty in {"asserted", "reported"} and key_of(event) not in week.negated


def takes_back(week: Week, event: Event, claim: Statement) -> bool:
    """Of the same government, in a later article, and on one matter."""
    if claim.government not in event.actors or claim.stance not in WITHDRAWN[event.act or ""]:
        return False
    then, now = (week.recency.get(c.evidence.article) for c in (claim, event))
    if then is None or now is None or now <= then:
        return False
    shared = shared_features(week.signatures[key_of(event)], week.signatures[key_of(claim)])
    own = {("actor", code) for code in (claim.government, *week.leading)}
    return sum(week.weights[f] for f in sorted(shared - own) if f[0] != "person") >= ONE_THING


def key_of(claim: Claim) -> SentenceKey:
    return claim.evidence.article, claim.sentence


__all__ = ["without_withdrawn"]
