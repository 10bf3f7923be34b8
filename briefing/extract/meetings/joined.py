"""Meetings of one sentence that have something of each other: those who spoke and will meet, who talks at whose summit."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from briefing.edtf import intersects
from briefing.extract.attending.company import host_verb
from briefing.extract.attending.margins import gathering_at_margin
from briefing.extract.claims import dates_in
from briefing.extract.meetings.again import is_of_those_before, means_those_before
from briefing.extract.meetings.carriers import verb_group
from briefing.extract.meetings.meeting_kinds import kind_of
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_reported_future
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, is_relation
from briefing.model import Event
from briefing.model.marks import PUT_OFF_TO, SAME_PEOPLE, SIDES_OFFICES
from briefing.model.meeting_kinds import MEETINGS_OF_TWO, OF_ONE

Told = tuple[Clause, Event]


def with_occasions(reading: Reading, tree: Tree, told: Sequence[Told]) -> list[Told]:
    """`will talk to Petit during the summit of the bloc, to be held in Lima on May 3`: one meeting, of those who talk there."""
    result = list(told)
    for clause, event in told:
        own = [(c, e) for c, e in result if is_held_at(reading, tree, c, e, clause, event)]
        if len(own) == 1:
            who, talks = own[0]
            only = dates_in(reading, tree.sentence.span)  # whatever noun a tree gives its clause to
            day = (event.date, event.date_basis) if event.date or len(only) != 1 else (only[0].value, only[0].basis)
            dated = talks if talks.date else dataclasses.replace(talks, date=day[0], date_basis=day[1])
            result[result.index(own[0])] = (who, dataclasses.replace(dated, place=talks.place or event.place))
            result = [row for row in result if row[1] is not event]
    return result


def without_a_day_of_another(reading: Reading, tree: Tree, told: Sequence[Told]) -> list[Told]:
    """`met at the crossing on Sunday and agreed only to meet again`: the one day is that of what was held."""
    one_day = len(dates_in(reading, tree.sentence.span)) == 1
    held = {event.date for _, event in told if event.date and event.status != "upcoming"}
    guessed = [e for _, e in told if one_day and held and e.date not in held and e.date and e.status == "upcoming"]
    return [(c, e) for c, e in told if e not in guessed or PUT_OFF_TO in e.rules]  # `due on the 4th, was put back a week`


def is_held_at(reading: Reading, tree: Tree, who: Clause, talks: Event, clause: Clause, event: Event) -> bool:
    """Two sides that talk by a verb, on no other day, and a noun of an occasion below it, behind a word for `during`.

    `is to meet Petit at the bloc's summit in Lima`: the verb's own place; `on the sidelines of the trade meeting`, of whatever
    a parser makes its noun.
    """
    at_it = event.meeting == "summit" and tree.tokens[clause.head].head == who.head
    cases = reading.words.during | reading.words.margins | (reading.words.place_cases if at_it else frozenset())
    named = len({*talks.people}) + len({*talks.actors} - {*event.actors} or {*talks.actors}) >= 2
    beside = clause.head in gathering_at_margin(reading, tree)
    below = clause.head != who.head and who.head in {*ancestors(tree, clause.head)}
    below = below and (clause.form.kind == "noun" or beside)
    spoken = who.form.kind == "verb" and talks.meeting in MEETINGS_OF_TWO and event.meeting in {"summit", "meeting"} and named
    one_day = not talks.date or not event.date or intersects(talks.date, event.date)
    led = beside or bool({*case_of(tree, clause.head).split()} & cases)
    return spoken and below and one_day and talks.status == event.status and led


def with_joined_sides(reading: Reading, tree: Tree, told: Sequence[tuple[Clause, Event]]) -> list[tuple[Clause, Event]]:
    """`A and B spoke by phone on Monday and will hold talks on May 4`: the talks are of the two who spoke."""
    result: list[tuple[Clause, Event]] = []
    for clause, event in told:
        host = host_verb(reading, tree, clause.head)
        above = tree.tokens[host].head
        shared = is_relation(tree.tokens[host], "conj") and not children(tree, host, "nsubj") and not event.people
        with_one = any(case_of(tree, c) in reading.words.with_cases for c in children(tree, host, "obl"))
        first = next((e for c, e in told if above in {c.head, host_verb(reading, tree, c.head)} and len(e.people) == 2), None)
        ahead = clause.future or is_reported_future(reading, tree, clause.head)
        planned = event.status == "upcoming" and is_occasion_of_those_before(reading, tree, clause, host)
        if ((ahead and is_of_those_before(reading, tree, clause, host)) or planned) and not event.people:
            shared, first = True, only_two_of(told, clause)
        if first is not None and shared and not with_one and event.meeting != "visit":
            rules = ("meeting", *(rule for rule in event.rules if rule not in {SIDES_OFFICES, SAME_PEOPLE, "meeting"}))
            told_by = () if {*event.attribution} & names_of(reading, first.people) else event.attribution  # who agreed on it
            event = dataclasses.replace(event, people=first.people, actors=first.actors, rules=rules, attribution=told_by)
        result.append((clause, event))
    return result


def only_two_of(told: Sequence[tuple[Clause, Event]], clause: Clause) -> Event | None:
    """`said that he had called Petit and that both will meet in Lima`: the meeting of two told before in the sentence."""
    before = [event for other, event in told if other.head < clause.head and len(event.people) == 2]
    return before[0] if before and len({frozenset(event.people) for event in before}) == 1 else None


def is_occasion_of_those_before(reading: Reading, tree: Tree, clause: Clause, host: int) -> bool:
    """`and the two agreed to see each other at the summit in Lima on May 3`: who will be there."""
    verbs = verb_group(tree, host) if clause.form.kind == "noun" and host != clause.head else ()
    subjects = [c for verb in verbs for c in children(tree, verb, "nsubj")]
    seen = (
        bool(verbs)
        and tree.tokens[host].lemma.lower() in reading.words.seeing | reading.words.seen_people | reading.words.occasions
    )
    return seen and bool(subjects) and all(means_those_before(reading, tree, c) for c in subjects)


def names_of(reading: Reading, people: Sequence[str]) -> set[str]:
    known = (reading.doc.actors.get(name) for name in people)
    return {name for actor in known if actor for name in (*actor.name.values(), *actor.forms)}


def is_hosting_another(reading: Reading, clause: Clause) -> bool:
    """`the summit that Abuja will host`: its noun tells of it."""
    tree = reading.trees[clause.sentence]
    token = tree.tokens[clause.head]
    relative = is_relation(token, "acl") and token.head >= 0 and token.lemma.lower() in reading.words.hosting
    return relative and tree.tokens[token.head].lemma.lower() in reading.words.occasions


def is_occasion_of_another(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> bool:
    """`will meet on the sidelines of the summit`, `al margen de la reunión de la Celac`: when two meet, and no other."""
    tree = reading.trees[clause.sentence]
    above = tree.tokens[clause.head].head
    margins, case = reading.words.margins, {*case_of(tree, clause.head).split()}
    if is_stay_of_a_guest(reading, tree, clause, by_head):
        return True
    if clause.form.kind != "noun" or above < 0 or not (case & margins or tree.tokens[above].lemma.lower() in margins):
        return False
    met = by_head.get(host_verb(reading, tree, clause.head))
    return met is not None and met.head != clause.head and kind_of(reading, met) is not None


def is_stay_of_a_guest(reading: Reading, tree: Tree, clause: Clause, by_head: Mapping[int, Clause]) -> bool:
    """`recibirá a su homólogo en una visita de Estado`, `recibió en audiencia al embajador`: what the verb tells itself."""
    token = tree.tokens[clause.head]
    host = by_head.get(token.head)
    stay = clause.form.kind == "noun" and kind_of(reading, clause) in OF_ONE and is_relation(token, "obl")
    hosting = host is not None and tree.tokens[token.head].lemma.lower() in reading.words.hosting_people
    return stay and hosting and host is not None and kind_of(reading, host) is not None and host.form.kind == "verb"


__all__ = ["is_hosting_another", "is_occasion_of_another", "with_joined_sides", "with_occasions"]
