"""Rows of one sentence taken apart: two interviews of one person, and a place whose country is no party."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from briefing.extract.clauses import Clause
from briefing.extract.reading import Reading, codes_of, mentions_in
from briefing.extract.trees import Tree, case_of, children, span_of
from briefing.model import Event

THREE = 3
Told = tuple[Clause, Event]


def taken_apart(reading: Reading, clause: Clause, event: Event) -> Iterator[Event]:
    """`met her counterpart, Moses Kato, and with President Per Lund`: a second `with`, and so a second interview."""
    tree = reading.trees[clause.sentence]
    first, second = ({*named} & {*event.people} for named in met_apart(reading, tree, clause.head))
    if len(event.people) < THREE or not first or not second or first & second or first | second == {*event.people}:
        yield event
        return
    for others in (second, first):
        yield without(reading, event, others)


def met_apart(reading: Reading, tree: Tree, head: int) -> tuple[Sequence[str], Sequence[str]]:
    """Who is named behind a first `with`, and behind one more that is joined to it."""
    cases = reading.words.with_cases
    for index in children(tree, head, "obl", "nmod"):
        again = [c for c in children(tree, index, "conj") if case_of(tree, c) in cases]
        if again and case_of(tree, index) in cases:
            late = [m.actor for c in again for m in mentions_in(reading, span_of(tree, c))]
            return [m.actor for m in mentions_in(reading, span_of(tree, index)) if m.actor not in late], late
    return (), ()


def of_both_alone(reading: Reading, clause: Clause, event: Event) -> Event:
    """`the meeting that both governments will hold, with the mediation of Chad`: theirs, whoever else the words name."""
    tree = reading.trees[clause.sentence]
    told = [i for c in children(tree, clause.head, "acl") for i in children(tree, c, "nsubj")]
    both = any(
        tree.tokens[d].form.lower() in reading.words.those_before for i in told for d in children(tree, i, "det", "nummod")
    )
    if clause.form.kind != "noun" or not both or event.people or len(event.actors) != 1:
        return event
    return dataclasses.replace(event, actors=())


def without(reading: Reading, event: Event, others: set[str]) -> Event:
    people = tuple(p for p in event.people if p not in others)
    kept = {code for p in people for code in codes_of(reading, p)}
    gone = {code for p in others for code in codes_of(reading, p)} - kept
    return dataclasses.replace(event, people=people, actors=tuple(code for code in event.actors if code not in gone))


def without_hosts_of_others(reading: Reading, told: Sequence[Told]) -> list[Told]:
    """`will fly to Quito on May 4 and will meet the Peruvian minister the next day`: Ecuador is no party to it."""
    return [(c, without_its_host(reading, e, [other for _, other in told if other is not e])) for c, e in told]


def without_its_host(reading: Reading, event: Event, others: Sequence[Event]) -> Event:
    if event.meeting != "visit" or len(event.people) != 1 or not event.place:
        return event
    met = {p for e in others if {*event.people} < {*e.people} and e.status == event.status for p in e.people}
    abroad = {code for p in met - {*event.people} for code in codes_of(reading, p)}
    own = {code for p in event.people for code in codes_of(reading, p)}
    if not abroad or abroad & {*event.actors} - own:
        return event
    return dataclasses.replace(event, actors=tuple(code for code in event.actors if code in own))


__all__ = ["of_both_alone", "taken_apart", "without_hosts_of_others"]
