"""Of which two a meeting is whose words name nobody.

Who `both` are where no meeting of theirs has been told: `Petit rejected it.  Rojas answered him.  Both met on Monday`; and
that a group is not for that theirs.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from briefing.extract.reading import Reading, codes_of, mentions_in
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import children, is_relation
from briefing.model import Actor, Claim, Event

REACH = 3
"""Sentences back in which the two are named."""


def with_the_two_named(reading: Reading, claim: Event) -> Event | None:
    """A meeting of `both` with the only two officials whom the sentences before name last, each of another country."""
    told = bool(claim.date or claim.status) and "signing" not in claim.rules
    if not told or reading.is_scrambled or not is_of_both(reading, claim.sentence) or claim.meeting == "visit":
        return None
    people: dict[str, Actor] = {}
    for number in range(claim.sentence - 1, max(-1, claim.sentence - 1 - REACH), -1):
        if not reading.is_body(number):
            break
        people |= {actor.id: actor for actor in officials_in(reading, number)}
        if len(people) >= 2:
            break
    countries = tuple(sorted({actor.country for actor in people.values() if actor.country}))
    if len(people) != 2 or len(countries) != 2:
        return None
    return dataclasses.replace(
        claim, actors=countries, people=tuple(sorted(people)), rules=("meeting", *claim.rules, "sides:both_named")
    )


def the_two_just_named(reading: Reading, clause: Clause) -> tuple[str, ...]:
    """`Petit will raise the matter with her colleague, Rojas, when they meet on May 4`: the only two named before `they`."""
    tree = reading.trees[clause.sentence]
    subjects = [tree.tokens[c] for c in children(tree, clause.head, "nsubj")]
    they = [t for t in subjects if t.upos == "PRON" and t.form.lower() in reading.words.those_before]
    if not they or not is_relation(tree.tokens[clause.head], "advcl") or reading.is_scrambled:
        return ()
    named = [m for m in mentions_in(reading, tree.sentence.span) if not m.place and m.span.stop <= they[0].span.start]
    found = {m.actor: reading.doc.actors[m.actor] for m in named if m.actor in reading.doc.actors}
    people = [actor for actor in found.values() if actor.kind == "person"]
    countries = {actor.country for actor in people if actor.country}
    alone = len(people) == len(countries) == 2 and {code for name in found for code in codes_of(reading, name)} <= countries
    return tuple(actor.id for actor in people) if alone else ()


def is_part_of_own_sentence(claim: Event, before: Sequence[Claim]) -> bool:
    """`Her talks with a colleague will be on May 4 in Lima, where both will visit the port`: those two, and one row."""
    own = [e for e in before if isinstance(e, Event) and e.meeting and e.sentence == claim.sentence]
    return claim.meeting == "visit" and any(e.meeting != "visit" and e.date == claim.date and e.place for e in own)


def is_of_others_group(reading: Reading, claim: Event, last: Event) -> bool:
    """`met shipowners.  The next meeting of the group will be held on May 4`: a body that no word gives to both governments."""
    tokens = reading.trees[claim.sentence].tokens
    bodies = {t.lemma.lower() for t in tokens if is_relation(t, "nmod") and t.lemma.lower() in reading.words.meeting_bodies}
    return bool(bodies) and not any(is_both_of(reading, n, bodies, last) for n in range(claim.sentence + 1))


def is_both_of(reading: Reading, number: int, bodies: set[str], last: Event) -> bool:
    """Whether a sentence names one of the bodies, and calls it joint, or names both governments beside it."""
    tokens = reading.trees[number].tokens
    words = {t.lemma.lower() for t in tokens}
    told = f" {' '.join(t.form.lower() for t in tokens)} "
    named = {code for m in mentions_in(reading, reading.trees[number].sentence.span) for code in codes_of(reading, m.actor)}
    of_two = {*last.actors} <= named or any(f" {phrase} " in told for phrase in reading.words.both)
    of_two = of_two or bool(words & reading.words.joint)
    return bool(words & bodies) and of_two


def is_of_both(reading: Reading, number: int) -> bool:
    """Whether the subject is `both`, `ambos`, `the two`, and no name or noun."""
    tree = reading.trees[number]
    subjects = [c for i in range(len(tree.tokens)) for c in children(tree, i, "nsubj")][:1]
    told = [" ".join(tree.tokens[x].form.lower() for x in sorted((*children(tree, c, "det"), c))) for c in subjects]
    return bool(told) and told[0] in reading.words.both


def officials_in(reading: Reading, number: int) -> list[Actor]:
    """The people of a government whom a sentence names."""
    named = (reading.doc.actors.get(m.actor) for m in mentions_in(reading, reading.trees[number].sentence.span))
    return [actor for actor in named if actor is not None and actor.kind == "person" and actor.country and actor.official]


__all__ = ["is_of_both", "is_of_others_group", "is_part_of_own_sentence", "the_two_just_named", "with_the_two_named"]
