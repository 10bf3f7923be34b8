"""Rows of one sentence taken apart: two interviews of one person, the stops of a tour, a place whose country is no party."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from briefing.edtf import is_day
from briefing.extract.attending.taking_part import spans_of
from briefing.extract.reading import Reading, codes_of, mentions_in
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, case_of, children, span_of
from briefing.model import Event, Mention, Span

THREE = 3
Told = tuple[Clause, Event]
Groups = tuple[Sequence[str], Sequence[str]]
"""Whom somebody met first, and whom apart from those."""


def taken_apart(reading: Reading, clause: Clause, event: Event) -> Iterator[Event]:
    """`met her counterpart, Moses Kato, and with President Per Lund`: a second `with`, and so a second interview."""
    tree = reading.trees[clause.sentence]
    if stops := stops_of(reading, clause, event):
        yield from (at_stop(reading, event, stops, number) for number in range(len(stops)))
        return
    groups = met_apart(reading, tree, clause.head) or met_later(reading, tree, clause.head, event)
    first, second = ({*named} & {*event.people} for named in groups or ((), ()))
    if len(event.people) < THREE or not first or not second or first & second or first | second == {*event.people}:
        yield event
        return
    for others in (second, first):
        yield without(reading, event, others)


def met_apart(reading: Reading, tree: Tree, head: int) -> Groups | None:
    """Who is named behind a first `with`, and behind one more that is joined to it."""
    cases = reading.words.with_cases
    for index in children(tree, head, "obl", "nmod"):
        again = [c for c in children(tree, index, "conj") if case_of(tree, c) in cases]
        if again and case_of(tree, index) in cases:
            late = [m.actor for c in again for m in mentions_in(reading, span_of(tree, c))]
            return [m.actor for m in mentions_in(reading, span_of(tree, index)) if m.actor not in late], late
    return None


def met_later(reading: Reading, tree: Tree, head: int, event: Event) -> Groups | None:
    """`received Petit in the morning and, later, Minister Mora`, `con Petit y por la tarde con Mora`: at another hour."""
    placed = [(span, actor) for actor in event.people for span in spans_of(reading, tree, actor)[-1:]]
    named = sorted((span.start, actor) for span, actor in placed if span.start > tree.tokens[head].span.start)
    for joint in (t for i, t in enumerate(tree.tokens) if t.upos == "CCONJ" and i > head):
        late = [(start, actor) for start, actor in named if start > joint.span.stop]
        if late and is_later_hour(reading, tree, Span(joint.span.stop, late[0][0])):
            return [actor for start, actor in named if start < joint.span.start], [actor for _, actor in late]
    return None


def is_later_hour(reading: Reading, tree: Tree, between: Span) -> bool:
    """Words of a time of day and no verb, between a conjunction and a name."""
    inside = [token for token in tree.tokens if between.contains(token.span)]
    said = f" {' '.join(t.form.lower() for t in inside if t.upos != 'PUNCT')} "
    hours = any(d.type == "TIME" and between.contains(d.span) for d in reading.doc.dates)
    later = hours or any(f" {words} " in said for words in reading.words.afterwards)
    return later and not any(token.upos == "VERB" for token in inside)


def stops_of(reading: Reading, clause: Clause, event: Event) -> Sequence[Mention]:
    """`visitará Turquía y Bélgica`, `will travel to Togo, Ghana and Benin`: the countries of one journey, each by its name."""
    tree, words = reading.trees[clause.sentence], reading.words
    tour = tree.tokens[clause.head].lemma.lower() in words.tours
    if event.meeting != "visit" or not (tour or clause.form.kind == "verb"):
        return ()
    cases = words.tour_cases if tour else words.towards | words.arrival_cases | words.place_cases | {""}
    goals = [c for c in children(tree, clause.head, "obj", "obl", "nmod") if case_of(tree, c) in cases and c > clause.head]
    found = max((stops_within(reading, tree, c) for c in goals), key=len, default=())
    own = {code for p in event.people for code in codes_of(reading, p)}
    codes = {code for m in found for code in codes_of(reading, m.actor)}
    return found if len(found) == len(codes) >= 2 and not own & codes else ()


def stops_within(reading: Reading, tree: Tree, index: int) -> Sequence[Mention]:
    """The countries of a list, each by its bare name or its capital's, whatever a parser makes of the commas."""
    named = mentions_in(reading, span_of(tree, index, ("acl", "appos", "nmod", "obl")))
    known = [(m, reading.doc.actors.get(m.actor)) for m in named]
    return [m for m, actor in known if actor is not None and actor.kind == "country"] if len(known) == len(named) else ()


def at_stop(reading: Reading, event: Event, stops: Sequence[Mention], number: int) -> Event:
    """The visit to one of several countries; a single day of the whole is that of the first."""
    theirs = {code for m in stops for code in codes_of(reading, m.actor)}
    actors = (*(code for code in event.actors if code not in theirs), *codes_of(reading, stops[number].actor))
    first = number == 0 or not is_day(event.date)
    date, basis = (event.date, event.date_basis) if first else (None, None)
    return dataclasses.replace(event, actors=actors, place=stops[number].span.of(reading.text), date=date, date_basis=basis)


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
