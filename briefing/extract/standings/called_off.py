"""What was planned for a trip that is called off: `Ruiz has put off her trip to Lima. (…) She was due to meet Petit`.

The form of the past says that the plan is one of before, and a sentence before it what has become of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.meetings.carriers import is_be_to, verb_group, words_of_all
from briefing.extract.reading import Reading, codes_of_all, is_person, mentions_in
from briefing.extract.sentence.bygone import is_of_another_year
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.trees import Tree, children, finite_of, is_relation, is_verbal
from briefing.extract.standings.postponing import is_calling_off
from briefing.extract.standings.revisions import is_revised
from briefing.model import MeetingStatus


def called_off_before(reading: Reading, clause: Clause, host: int) -> MeetingStatus | None:
    """`Ruiz has put off her trip to Lima. (…) She was due to meet Petit on May 9`: what was planned then, put off with it."""
    if not is_planned_then(reading, reading.trees[clause.sentence], host):
        return None
    before = [tree for number, tree in enumerate(reading.trees[: clause.sentence]) if reading.is_body(number)]
    changed = [tree for tree in before if is_revised(reading, tree) and any(is_calling_off_told(reading, tree))]
    changed = [tree for tree in changed if is_of_this_week(reading, tree) and is_of_its_people(reading, clause, tree)]
    if not changed:
        return None
    words = words_of_all(changed[-1], tuple(range(len(changed[-1].tokens))))
    return "cancelled" if words & reading.words.cancelling else "postponed"


def is_of_this_week(reading: Reading, tree: Tree) -> bool:
    """Not `the summit was cancelled in 2020`: what was off then takes no plan with it."""
    dates = [date for date in reading.doc.dates if tree.sentence.span.contains(date.span)]
    return not dates or not all(is_of_another_year(reading, date) for date in dates)


def is_of_its_people(reading: Reading, clause: Clause, changed: Tree) -> bool:
    """Whether a sentence tells of somebody who was to take part; whom a plan only calls `she` was named there."""
    tree = reading.trees[clause.sentence]
    planned = [m for m in mentions_in(reading, tree.sentence.span) if is_person(reading, m.actor)]
    before = [m for m in mentions_in(reading, changed.sentence.span) if not m.place]
    people = {m.actor for m in planned}
    named = [t.form for t in tree.tokens[: clause.head] if is_relation(t, "nsubj") and t.upos != "PRON"]
    if clause.subject is None and named:
        return not {*named}.isdisjoint(token.form for token in changed.tokens)
    if clause.subject is None or not people:
        return True
    if {*people, *clause.subject.actors} & {m.actor for m in before}:
        return True
    unnamed = not any(is_person(reading, m.actor) for m in before)  # `Peru has put off the visit. Ruiz was due to meet Petit`
    return unnamed and bool(codes_of_all(reading, sorted(people)) & codes_of_all(reading, [m.actor for m in before]))


def is_planned_then(reading: Reading, tree: Tree, host: int) -> bool:
    """`was due to meet`, `tenía previsto reunirse`, `were to hold talks`: a plan of the past."""
    group = verb_group(tree, host)
    beside = tuple(c for i in group for c in children(tree, i, "aux", "cop", "obj", "iobj", "xcomp", "mark"))
    words = words_of_all(tree, (*group, *beside)) & (reading.words.planning | reading.words.scheduling)
    helped = (*group, *(c for i in group for c in children(tree, i, "mark")))  # a parser makes a conjunction of `due to`
    past = any(finite_of(tree, i).feat("Tense") in {"Imp", "Past"} for i in helped)
    return past and (bool(words) or any(is_be_to(reading, tree, i) for i in group))


def is_calling_off_told(reading: Reading, tree: Tree) -> Iterator[bool]:
    """Which verbs of a sentence tell that something has been called off or put off."""
    verbs = (i for i, token in enumerate(tree.tokens) if is_verbal(token) and is_calling_off(reading, tree, i))
    for verb in verbs:
        yield not (is_negated(reading, tree, verb) or is_conditional(reading, tree, verb) or is_future(reading, tree, verb))


__all__ = ["called_off_before"]
