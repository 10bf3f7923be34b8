"""A journey and the meeting that it is made for, told in one sentence: one event, with the place of the journey."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from briefing.edtf import intersects
from briefing.extract.attending.company import host_verb
from briefing.extract.claims import dates_in
from briefing.extract.reading import Reading, codes_of, mentions_in
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, case_of, children, is_relation, mark_of, subtree
from briefing.model import Event
from briefing.model.marks import NEXT_OF_SERIES, WITH_ITS_JOURNEY
from briefing.model.meeting_kinds import FACE_TO_FACE

Told = tuple[Clause, Event]


def without_journeys(reading: Reading, tree: Tree, told: Sequence[Told]) -> list[Told]:
    """`will travel to Gulu on May 4 for talks with …`, `viajará a Gulu, donde se reunirá con …`: the talks, in Gulu."""
    result = list(told)
    for journey in [pair for pair in told if pair[1].meeting == "visit"]:
        result = [pair if pair == journey else (pair[0], of_the_stay(reading, tree, journey, pair)) for pair in result]
        purposes = [pair for pair in result if is_made_for(reading, tree, journey, pair) or is_timed_by(tree, journey, pair)]
        if purposes:
            again = [pair for pair in purposes if NEXT_OF_SERIES in pair[1].rules]  # `is due in Oslo to sign it`: he comes
            if again == purposes:
                result = [pair for pair in result if pair not in again]
                continue
            rest = [pair for pair in result if pair != journey]
            result = [
                (pair[0], of_journey(pair[1], visit_for(reading, tree, pair[0], journey[1]))) if pair in purposes else pair
                for pair in rest
            ]
    return result


def of_the_stay(reading: Reading, tree: Tree, journey: Told, met: Told) -> Event:
    """`will be in Gulu on May 4, where she will meet Petit, and in Arua on May 6`: met on the day before `where`."""
    (trip, visit), (clause, meeting) = journey, met
    below = is_relation(tree.tokens[clause.head], "advcl", "acl") and tree.tokens[clause.head].head == trip.head
    there = is_told_by_where(reading, tree, clause.head)
    other = bool(visit.date and meeting.date) and not intersects(visit.date or "", meeting.date or "")
    apart = below and there and other and is_behind_a_joint(reading, tree, clause.head, meeting.date)
    if apart:
        return dataclasses.replace(meeting, date=None, date_basis=None, place=None)
    return dataclasses.replace(meeting, place=meeting.place or visit.place) if below and there and clause != trip else meeting


def is_behind_a_joint(reading: Reading, tree: Tree, head: int, day: str | None) -> bool:
    """`…, where she will meet Petit, and in Arua on May 6`: that day is of what is joined; not `where she meets him today`."""
    starts = [d.span.start for d in dates_in(reading, tree.sentence.span) if d.value == day]
    joints = [t.span.start for t in tree.tokens[head:] if t.upos == "CCONJ"]
    return bool(starts and joints) and joints[0] < starts[0]


def with_places_of_journeys(told: Sequence[Told]) -> list[Told]:
    """`will arrive in Gulu on May 4 and will meet Petit`: met where the traveller is on that day, if no word says where."""
    visits = [event for _, event in told if event.meeting == "visit" and event.place and event.date]
    return [(clause, with_place_of(event, visits)) for clause, event in told]


def with_place_of(meeting: Event, visits: Sequence[Event]) -> Event:
    own = [v for v in visits if v.people and {*v.people} <= {*meeting.people} and v.status == meeting.status]
    own = [v for v in own if meeting.date and intersects(meeting.date, v.date or "")]
    places = {v.place for v in own}
    known = meeting.place or meeting.meeting not in FACE_TO_FACE or len(places) != 1
    return meeting if known else dataclasses.replace(meeting, place=own[0].place)


def is_made_for(reading: Reading, tree: Tree, journey: Told, met: Told) -> bool:
    """Told below the journey, of its traveller, its day, its state and no other place; not what was done before or after it."""
    (trip, visit), (clause, meeting) = journey, met
    if (
        meeting.meeting not in FACE_TO_FACE
        or clause.head == trip.head
        or clause.head not in subtree(tree, trip.head, ("nsubj",))
    ):
        return False  # `The minister, who was received by Petit, will travel to Oslo`: before it
    mark = mark_of(tree, clause.head)
    apart = mark in reading.words.after_marks or mark.partition(" ")[0] in reading.words.counted_before
    shared = {*visit.people} & {*meeting.people} if visit.people else {*visit.actors} & {*meeting.actors}
    same = bool(shared) or is_of_the_traveller(reading, tree, journey, met) or is_its_purpose(reading, tree, journey, met)
    one_place = not meeting.place or not visit.place or meeting.place == visit.place
    weekend = bool(visit.date) and (visit.date or "").startswith("[")  # `will travel at the weekend to meet her on Sunday`
    one_day = not meeting.date or meeting.date == visit.date or (weekend and intersects(meeting.date, visit.date or ""))
    return not apart and same and one_place and one_day and meeting.status == visit.status


def is_timed_by(tree: Tree, journey: Told, met: Told) -> bool:
    """`will meet Per Lund when he visits Gulu on May 4`: a meeting without a day or place, at what a clause of time tells."""
    (trip, visit), (clause, meeting) = journey, met
    below = is_relation(tree.tokens[trip.head], "advcl") and tree.tokens[trip.head].head == clause.head
    timed = below and tree.tokens[trip.head].feat("VerbForm") == "Fin" and meeting.status == visit.status == "upcoming"
    return timed and meeting.meeting in FACE_TO_FACE and not meeting.date and {*visit.people} < {*meeting.people}


def is_its_purpose(reading: Reading, tree: Tree, journey: Told, met: Told) -> bool:
    """`its head, Moses Kato, will fly to Lima on Monday to talk with the council`: his talks, where nobody else is named."""
    (trip, visit), (clause, meeting) = journey, met
    host = host_verb(reading, tree, clause.head)
    purpose = trip.head in {host, tree.tokens[host].head} and is_relation(tree.tokens[clause.head], "advcl", "xcomp", "obl")
    nobody = not visit.people and not visit.actors and meeting.date == visit.date  # `The minister will travel … for a meeting`
    return purpose and not meeting.people and {*meeting.actors} <= {*visit.actors} and (bool(visit.people) or nobody)


def is_of_the_traveller(reading: Reading, tree: Tree, journey: Told, met: Told) -> bool:
    """`will visit Gulu on May 4, when he will be received by Moses Kato`: `he` is who travels, where nobody else is named."""
    visit, (clause, meeting) = journey[1], met
    if len(visit.people) != 1 or len(meeting.people) != 1 or clause.form.kind != "verb":
        return False
    subjects = [tree.tokens[c].form.lower() for c in children(tree, clause.head, "nsubj")]
    below = [tree.tokens[i].span for i in subtree(tree, clause.head)]
    named = mentions_in(reading, tree.sentence.span)
    others = {m.actor for m in named if not m.place and not any(m.span.overlaps(span) for span in below)}
    people = {actor for actor in others if reading.doc.actors[actor].kind == "person"}
    by_pronoun = bool(subjects) and all(reading.words.gender_of(form) for form in subjects)
    elided = not subjects and is_told_by_where(reading, tree, clause.head)  # `Viajará a Gulu, donde verá a Petit`
    relative = is_relation(tree.tokens[clause.head], "advcl", "acl")
    return relative and ((by_pronoun and people == {*visit.people}) or (elided and people <= {*visit.people}))


def is_told_by_where(reading: Reading, tree: Tree, index: int) -> bool:
    """`where she will meet Petit`, `donde se reunirá con Petit`."""
    return any(tree.tokens[c].form.lower() in reading.words.wheres for c in children(tree, index, "advmod", "obl"))


def visit_for(reading: Reading, tree: Tree, clause: Clause, visit: Event) -> Event:
    """`will travel to Oslo for a meeting on fish stocks`: of whoever comes; that the town's country sits there, nobody says."""
    one = [tree.tokens[c] for c in children(tree, clause.head, "det")]
    one = [t for t in one if t.feat("Definite") == "Ind" and tree.tokens[clause.head].feat("Number") != "Plur"]
    cases = reading.words.with_cases | reading.words.between_cases
    partners = any(case_of(tree, c) in cases for c in children(tree, clause.head, "nmod", "obl"))
    if clause.form.kind != "noun" or not one or partners or not visit.people:
        return visit
    own = {code for person in visit.people for code in codes_of(reading, person)}
    return dataclasses.replace(visit, actors=tuple(code for code in visit.actors if code in own))


def of_journey(meeting: Event, visit: Event) -> Event:
    """The meeting with what only the journey tells; of two sides that are known the town's country is none."""
    alone = max(len({*meeting.actors}), len(meeting.people)) < 2
    return dataclasses.replace(
        meeting,
        place=meeting.place or visit.place,
        date=meeting.date or visit.date,
        date_basis=meeting.date_basis if meeting.date else visit.date_basis,
        actors=tuple(dict.fromkeys((*visit.actors, *meeting.actors))) if alone else meeting.actors,
        people=tuple(dict.fromkeys((*visit.people, *meeting.people))),
        rules=(*meeting.rules, WITH_ITS_JOURNEY),
    )


__all__ = ["with_places_of_journeys", "without_journeys"]
