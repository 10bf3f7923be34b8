"""What the week itself overtakes: a request that its government later withdrew, a refusal before the two came to terms.

What is withdrawn is told no more: a reader who finds it among the positions would act on it.  What a later fact may have
settled stands with a pointer to that fact.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from briefing.consolidate.ranking import AGREEING
from briefing.consolidate.signatures import shared_features
from briefing.consolidate.week import SentenceKey, Week
from briefing.model import Claim, Event, Fact, Figure, Item, Position, Stance, Statement

WITHDRAWN: Mapping[str, frozenset[Stance]] = {
    "withdraw_request": frozenset({"requests", "demands"}),
    "withdraw_offer": frozenset({"offers", "proposes"}),
    "drop_case": frozenset({"accuses", "criticizes", "demands", "proposes", "rejects", "threatens"}),
}
"""The acts by which a government takes back what it said, and the stances that are taken back so."""
ASKED = WITHDRAWN["withdraw_request"]
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
    own = [c for c in before if isinstance(c, Statement) and c.government == claim.government and c.stance in ASKED]
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


ItemT = TypeVar("ItemT", bound=Item)
LATER = "later:"
"""How the rule begins that names the fact by which a position was overtaken."""
SETTLED: frozenset[Stance] = frozenset({"rejects", "demands", "requests", "threatens", "announces", "criticizes"})
"""What an agreement of the two may settle."""
REFUSAL = "refuse"
REFUSED: frozenset[Stance] = frozenset({"rejects", "threatens", "states"})
GRANTED: frozenset[Stance] = frozenset({"announces", "promises", "agrees", "offers"})
ON_ONE_MATTER = 2.0
"""Weight of what a position and a later agreement share besides countries and people."""


def with_what_followed(week: Week, items: Sequence[ItemT], facts: Sequence[Fact]) -> tuple[ItemT, ...]:
    """The items, each that a later fact overtakes with the rule that names that fact, the first in the list."""
    places = {(c.evidence.article, c.evidence.start): key_of(c) for told in week.claims.values() for c in told}
    rows = [(fact, at) for fact in facts if (at := places.get(place_of(fact))) is not None]
    marked = []
    for item in items:
        key = places.get(place_of(item))
        later = next(
            (fact for fact, at in rows if key and any(overtakes(week, fact, at, c) for c in held(week, item, key))), None
        )
        marked.append(dataclasses.replace(item, rules=(*item.rules, f"{LATER}{later.id}")) if later else item)
    return tuple(marked)


def held(week: Week, item: Item, key: SentenceKey) -> list[Statement]:
    """What an item says that a government holds; nothing where an article of the week's last day says so too."""
    if any(week.recency.get(piece.article, 1.0) >= 1.0 for piece in item.evidence):
        return []
    told = [c for c in week.by_sentence[key] if isinstance(c, Statement)]
    if isinstance(item, Position):
        return [c for c in told if c.government == item.government and c.stance == item.stance]
    return told if isinstance(item, Fact) and item.kind != "event" else []


def overtakes(week: Week, fact: Fact, at: SentenceKey, claim: Statement) -> bool:
    """A later article's fact: the two agreed on the matter, or the government itself does what it had refused, or undoes it."""
    then, now, key = week.recency.get(claim.evidence.article), week.recency.get(at[0]), key_of(claim)
    if then is None or now is None or now <= then or claim.government not in fact.actors:
        return False
    if settles_it(week, fact, claim) and week.shared_weight(at, key) >= ON_ONE_MATTER:
        return True
    granted = claim.stance in REFUSED and key in week.negated_anywhere and does(week, at, claim.government)
    undone = at in week.undoing and claim.stance in GRANTED
    sure = at not in week.negated_anywhere and week.share_a_matter(at, key)
    return sure and (undone or (granted and of_one_occasion(week, at, key)))


def does(week: Week, at: SentenceKey, government: str) -> bool:
    """Whether a sentence tells what a government will do, grants or attends."""
    told = week.by_sentence[at]
    granted = any(isinstance(c, Statement) and c.government == government and c.stance in GRANTED for c in told)
    return granted or any(isinstance(c, Event) and c.meeting is not None and government in c.actors for c in told)


def of_one_occasion(week: Week, left: SentenceKey, right: SentenceKey) -> bool:
    """Both name one day, number or act: `will not attend on the 24th`, `will attend on the 24th after all`."""
    shared = shared_features(week.signatures[left], week.signatures[right])
    return any(kind in {"date", "number", "act"} for kind, _ in shared)


def settles_it(week: Week, fact: Fact, claim: Statement) -> bool:
    agreed = fact.act in AGREEING and {*week.leading} <= {*fact.actors}
    refused = claim.stance in SETTLED or claim.act == REFUSAL  # `There will be no power without a plan` is stated
    return agreed and refused and claim.government in week.leading


def place_of(item: Item) -> tuple[str, int]:
    return item.evidence[0].article, item.evidence[0].start


def key_of(claim: Claim) -> SentenceKey:
    return claim.evidence.article, claim.sentence


__all__ = ["LATER", "with_what_followed", "without_withdrawn"]
