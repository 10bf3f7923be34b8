"""Calls, meetings, visits, summits, hearings: who with whom, when, where, and whether held or still to come.

A meeting is named by a verb or noun of the acts of kind `meeting`.  It needs two sides, or a date and one side, or
to be scheduled: a plural without a date (`los próximos encuentros exigirán …`) is talk about meetings, not a meeting.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from briefing.edtf import is_day
from briefing.extract.attending.apart import of_both_alone, taken_apart, without_hosts_of_others
from briefing.extract.attending.attendance import (
    with_all_of_them,
    with_names_beside,
    with_own_teller,
    with_staff,
    without_those_who_discuss,
    without_us_at_others,
    without_us_who_sign,
    without_who_says_so,
)
from briefing.extract.attending.bodies import with_body
from briefing.extract.attending.company import (
    Company,
    company_of,
    host_verb,
    is_ambassador,
    is_coming_home,
)
from briefing.extract.attending.namesakes import without_namesake
from briefing.extract.attending.no_sides import meets_envoys, without_their_court
from briefing.extract.attending.of_nobody import is_definite, is_nobodys
from briefing.extract.attending.sides import meets_others
from briefing.extract.attending.taking_part import is_companion_alone, is_with_unnamed, is_without_its_subject
from briefing.extract.attending.the_two import the_two_just_named
from briefing.extract.attending.unlinked import is_office
from briefing.extract.claims import claim_fields
from briefing.extract.day_and_place.limits import limits_ahead
from briefing.extract.day_and_place.own_reach import is_of_some_day
from briefing.extract.day_and_place.plans import Plan, is_agreed, plan_of
from briefing.extract.day_and_place.told_days import is_told_of_as_done
from briefing.extract.day_and_place.when import When, is_ahead
from briefing.extract.day_and_place.where import where_of
from briefing.extract.meetings.accords import accords_reached
from briefing.extract.meetings.again import (
    LEFT_OUT,
    POINTS_BACK,
    STANDS_ALONE,
    are_the_talks,
    is_next_of_series,
    is_of_those_before,
    is_one_the_reader_knows,
)
from briefing.extract.meetings.agenda import agenda_of
from briefing.extract.meetings.awaited import awaited, is_awaited, of_companions, those_asked_after
from briefing.extract.meetings.chaired import chaired_together
from briefing.extract.meetings.contacts import contacts
from briefing.extract.meetings.enumerated import enumerated_meetings
from briefing.extract.meetings.implied import implied_clauses, is_signing
from briefing.extract.meetings.interviews import is_with_a_medium
from briefing.extract.meetings.invitations import inviting_verb
from briefing.extract.meetings.joined import (
    is_hosting_another,
    is_occasion_of_another,
    with_joined_sides,
    with_occasions,
    without_a_day_of_another,
)
from briefing.extract.meetings.joint_work import joint_work_ahead
from briefing.extract.meetings.journeys import with_places_of_journeys, without_journeys
from briefing.extract.meetings.meeting_kinds import is_allowed, is_in_what_is_asked, is_repeated, is_scene, kind_of
from briefing.extract.meetings.needs import ground_of
from briefing.extract.meetings.no_meetings import is_no_meeting
from briefing.extract.meetings.only_talk import is_consulting_alone, is_means, is_not_held, is_only_talk
from briefing.extract.meetings.own_words import (
    BY_OWN_WORDS,
    is_told_by_its_words,
    led_to,
    place_told,
    those_invited,
    those_met,
    those_named,
    who_comes,
)
from briefing.extract.meetings.raised_at import raised_ahead
from briefing.extract.meetings.signings import is_signing_it
from briefing.extract.meetings.sittings import sittings
from briefing.extract.meetings.sittings_set import sittings_set
from briefing.extract.meetings.topics import topics_of
from briefing.extract.reading import Reading, codes_of
from briefing.extract.sentence.attribution import Chain, attribution_chain, certainty_of, printed_chain
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.subjects import tells_of_another
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    case_of,
    children,
    is_relation,
)
from briefing.extract.standings.moved import Move
from briefing.extract.standings.occasions_off import occasions_off
from briefing.extract.standings.off_place import as_it_was_planned
from briefing.extract.standings.otherwise_told import contradicts
from briefing.extract.standings.postponing import at_new_place, with_new_day
from briefing.extract.standings.unconfirmed import left_open
from briefing.model import Event, MeetingStatus
from briefing.model.known_rows import SUMMONS
from briefing.model.marks import NEXT_OF_SERIES, PUT_OFF_TO, SAME_PEOPLE, SIDES_OFFICES, SIDES_OTHERS

TOUR = "tour"
"""The rule on a visit told by a word for a tour: its one day is that of its first stop."""
DAY_UNPLACED = "day:unplaced"
"""The rule on a meeting of a day that the words give and no date: `late Wednesday`, in an article that bears none."""


def extract_meetings(reading: Reading, number: int, clauses: Sequence[Clause]) -> Iterator[Event]:
    """The meetings that one sentence tells of, one for each noun or verb that names one."""
    by_head = {clause.head: clause for clause in clauses}
    told: list[tuple[Clause, Event]] = []
    for clause in (*clauses, *unnamed_clauses(reading, number)):
        if kind_of(reading, clause) is None or (clause.hypothetical and not is_agreed(reading, clause, by_head)):
            continue
        if (
            is_hosting_another(reading, clause)
            or is_occasion_of_another(reading, clause, by_head)
            or is_repeated(reading, clause)
            or is_allowed(reading, clause)
            or is_no_meeting(reading, clause)
        ):
            continue
        listed = enumerated_meetings(reading, clause)  # `two contacts: one held on the 12th …`: each by its own participle
        ground = "listed" if listed else ground_of(reading, clause, by_head)
        if ground is None:
            continue
        events = listed or meeting_of(reading, clause, by_head)
        found = [without_us_at_others(reading, clause, without_those_who_discuss(reading, clause, event)) for event in events]
        found = [without_us_who_sign(reading, clause, without_who_says_so(reading, clause, event)) for event in found]
        tree = reading.trees[number]
        signed = ("signing",) * (is_signing(reading, tree, clause.head) or is_signing_it(reading, tree, clause.head))
        signed += (TOUR,) * (tree.tokens[clause.head].lemma.lower() in reading.words.tours)
        found = [dataclasses.replace(event, rules=(*event.rules, f"asserted:{ground}", *signed)) for event in found]
        found = [left_open(reading, clause, of_both_alone(reading, clause, event)) for event in found]
        found = [with_body(reading, clause, event) for event in found]
        found = [with_names_beside(reading, clause, with_own_teller(reading, clause, event)) for event in found]
        told += [(clause, with_all_of_them(reading, clause, with_staff(reading, clause, event))) for event in found]
    told = with_occasions(reading, reading.trees[number], with_joined_sides(reading, reading.trees[number], told))
    told = with_places_of_journeys(without_journeys(reading, reading.trees[number], told))
    told = without_hosts_of_others(reading, [(c, apart) for c, e in told for apart in taken_apart(reading, c, e)])
    told = [(c, without_namesake(reading, reading.trees[number], e)) for c, e in told]
    told = [(c, e) for c, e in told if BY_OWN_WORDS not in e.rules or is_fullest(e, [other for _, other in told])]
    told = without_a_day_of_another(reading, reading.trees[number], told)
    off = any(event.status in {"cancelled", "postponed"} for _, event in told)
    # `a meeting that Chile was to host has been put off`: the same, as it was planned
    yield from (e for c, e in told if not off or e.status != "upcoming" or c.future or PUT_OFF_TO in e.rules)


def unnamed_clauses(reading: Reading, number: int) -> Iterator[Clause]:
    """What no word of meeting names, and is one."""
    yield from implied_clauses(reading, number)
    yield from contacts(reading, number)
    yield from accords_reached(reading, number)
    yield from chaired_together(reading, number)
    yield from sittings(reading, number)
    yield from sittings_set(reading, number)
    yield from limits_ahead(reading, number)
    yield from awaited(reading, number)
    yield from raised_ahead(reading, number)
    yield from joint_work_ahead(reading, number)
    yield from occasions_off(reading, number)


def meeting_of(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> Iterator[Event]:
    tree = reading.trees[clause.sentence]
    host = host_verb(reading, tree, clause.head)
    if is_of_another_than_speaker(tree, clause) or is_means(reading, clause) or is_not_held(reading, tree, clause):
        return
    if is_with_a_medium(reading, tree, clause.head):
        return
    plan = plan_of(reading, clause, host, by_head)
    if plan is None or contradicts(reading, tree, clause, plan):
        return
    company = company_of(reading, clause, host, by_head, plan)
    if company is None or is_consulting_alone(reading, clause, host, company.governments):
        return
    if plan.status is None and plan.date is None and is_asked_back(reading, tree, clause):
        return
    unsure = company.parties < 2 or is_ahead(reading, plan.date)
    if plan.standing is None and unsure and is_scene(reading, tree, clause, by_head):
        return
    placed = plan.date is not None or company.where is not None
    if plan.status is None and is_only_talk(reading, clause, host, placed=placed):
        return
    if (pair := those_asked_after(reading, clause) or the_two_just_named(reading, clause)) or of_companions(reading, clause):
        yield unsided(reading, clause, STANDS_ALONE, plan.date, plan.status, pair)
        return
    visitor = who_comes(reading, clause, company.where)
    if visitor and company.where and company.where.mention:
        told = by_its_words(reading, clause, plan, company._replace(people=visitor))
        codes = dict.fromkeys(code for a in (*visitor, company.where.mention.actor) for code in codes_of(reading, a))
        yield dataclasses.replace(told, actors=tuple(codes))
        return
    pointing = pointing_back(reading, clause, host, plan, company)
    nobodys = pointing is None and is_nobodys(reading, clause, host, plan, company)
    guest = is_awaited(reading, clause) or inviting_verb(reading, tree, clause.head) is not None
    if not guest and is_coming_home(reading, clause, company):
        return
    if guest or ((nobodys or pointing == ()) and is_told_by_its_words(reading, clause, host, plan, company)):
        named = those_invited(reading, clause) if guest else those_named(reading, clause, host, company.people)
        named = named or those_met(reading, clause)
        told = by_its_words(reading, clause, plan, company._replace(people=named))
        yield dataclasses.replace(told, place=told.place or led_to(reading, clause, host))
    elif pointing is not None:
        yield from pointing
    elif not nobodys:
        event = event_of(reading, clause, host, by_head, plan, company)
        yield from with_its_day(reading, tree, as_it_was_planned(reading, clause, event), plan.move) if event else ()


def is_asked_back(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """A noun, or what points back, in what somebody is asked: it is known there already."""
    known = is_one_the_reader_knows(reading, tree, clause) or clause.form.kind == "noun"
    return known and is_in_what_is_asked(tree, clause.head)


def is_fullest(event: Event, told: Sequence[Event]) -> bool:
    """`will travel to Lomé on May 4 for talks`: one row, by what tells most of it."""
    rivals = [other for other in told if other.date == event.date and other.status == event.status]
    return event is max(rivals, key=lambda e: (BY_OWN_WORDS not in e.rules, e.place is not None, len(e.agenda)))


def by_its_words(reading: Reading, clause: Clause, plan: Plan, company: Company) -> Event:
    """`She will travel to Lomé on May 4 to meet the minister`: with its day and its place, and who does it if he is named."""
    event = unsided(reading, clause, STANDS_ALONE, plan.date, plan.status, company.people)
    return dataclasses.replace(event, rules=(*event.rules, SIDES_OFFICES, BY_OWN_WORDS))


def is_of_another_than_speaker(tree: Tree, clause: Clause) -> bool:
    """`Sé que el lunes se reunió con Petit`: told by one who speaks of somebody else, whom the words do not name."""
    above = tree.tokens[clause.head].head
    elided = clause.form.kind == "verb" and clause.subject is None and not children(tree, clause.head, "nsubj")
    return (
        elided and above >= 0 and is_relation(tree.tokens[clause.head], "ccomp") and tells_of_another(tree, clause.head, above)
    )


def pointing_back(reading: Reading, clause: Clause, host: int, plan: Plan, company: Company) -> tuple[Event, ...] | None:
    """The meeting whose sides stand in a sentence before, or no meeting at all; None where this sentence tells who meets."""
    tree, date, status = reading.trees[clause.sentence], plan.date, plan.status
    alone = company.parties < 2 and not company.unlinked
    if alone and (date or status) and is_of_those_before(reading, tree, clause, host):
        return (unsided(reading, clause, SAME_PEOPLE, date, status, company.people),)
    by_name = bool(company.governments) or any(is_ambassador(reading, actor) for actor in company.people)
    definite = by_name if clause.act.id == SUMMONS else is_definite(tree, clause, date, status, company.parties)
    definite = definite or is_done_before(reading, tree, clause, host, company)
    if alone and status == "upcoming" and date and is_next_of_series(reading, tree, clause):
        event = unsided(reading, clause, NEXT_OF_SERIES, date, status)
        event = dataclasses.replace(event, place=event.place or place_told(reading, clause, host, plan, company))
        stands = definite and clause.act.meeting and is_named_kind(reading, tree, clause)
        return (dataclasses.replace(event, rules=(*event.rules, STANDS_ALONE)) if stands else event,)
    if definite:
        return None
    points = is_one_the_reader_knows(reading, tree, clause) or (status == "upcoming" and are_the_talks(reading, tree, clause))
    points = points and len(company.sides) < 2 and date is not None
    if not points:
        return ()
    event = unsided(reading, clause, POINTS_BACK, date, status)
    return tuple(with_its_day(reading, tree, event, plan.move)) if plan.move else (event,)


def event_of(
    reading: Reading, clause: Clause, host: int, by_head: Mapping[int, Clause], plan: Plan, company: Company
) -> Event | None:
    """The meeting with everything that its own sentence tells of it."""
    tree, people, governments = reading.trees[clause.sentence], company.people, company.governments
    chain = told_by_others(tree, attribution_chain(reading, clause, by_head), clause, by_head, company.sides)
    several = len(people or governments) > 1
    met = (*company.sides, *company.unlinked)
    alone = several and (
        is_without_its_subject(reading, tree, clause, host, met) or is_with_unnamed(reading, tree, clause, host, met)
    )
    if alone and not plan.date:
        return None
    if alone:
        governments, people = (), ()
    people = () if is_companion_alone(reading, tree, clause, host, people) else people
    unnamed = any(is_office(reading, tree, head) for head in company.heads) and not people
    unnamed = unnamed or (not people and names_an_office(reading, company.sides))
    unnamed = unnamed or meets_envoys(reading, tree, (clause.head, host))
    told = (SIDES_OFFICES,) if alone or unnamed else ()
    told = (*told, LEFT_OUT) if len(people) < len(company.named) else told
    others = (SIDES_OTHERS,) if meets_others(reading, tree, (clause.head, host)) else ()
    some_day = is_of_some_day(reading, clause, host) or is_told_of_as_done(reading, clause)
    others = (*others, DAY_UNPLACED) if plan.date is None and some_day else others
    governments = without_their_court(reading, tree, clause, governments, company.sides)
    rules = ("meeting", f"act:{clause.act.id}", f"status:{plan.status or 'open'}", *told, *others)
    fields = claim_fields(reading, clause, rules)
    fields |= {"date": plan.date[0] if plan.date else None, "date_basis": plan.date[1] if plan.date else None}
    fields |= {"concepts": topics_of(reading, tree, clause)}
    return Event(
        **fields,
        attribution=printed_chain(reading, chain),
        certainty="reported" if not chain and names_a_source(reading, tree) else certainty_of(clause, chain),
        actors=governments,
        people=people,
        place=place_told(reading, clause, host, plan, company),
        meeting=kind_of(reading, clause),
        status=plan.status,
        agenda=agenda_of(reading, tree, clause.head, host),
    )


def names_an_office(reading: Reading, sides: Sequence[str]) -> bool:
    """`the visit of the President of Peru to Chile`: not simply of his government."""
    return any((actor := reading.doc.actors.get(side)) is not None and actor.kind == "office" for side in sides)


def with_its_day(reading: Reading, tree: Tree, event: Event, move: Move | None) -> Iterator[Event]:
    """The meeting on the day that its words move it to."""
    if move is None:
        yield from with_new_day(reading, tree, event)
        return
    old = move.old if is_day(move.old) else None
    moved = at_new_place(reading, tree, event)
    yield dataclasses.replace(moved, moved_from=old, rules=(*event.rules, PUT_OFF_TO))


def is_named_kind(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """A meeting by its own noun (`the second round of talks`): no bare round, no ordinal, no signing."""
    words = reading.words.rounds | reading.words.further
    named = bool(clause.form.particle) or tree.tokens[clause.head].lemma.lower() not in words
    return named and not is_signing(reading, tree, clause.head)


def is_done_before(reading: Reading, tree: Tree, clause: Clause, host: int, company: Company) -> bool:
    """`After four hours of talks in Lima, Ana Ruiz and Per Lund said …`: the talks of two, at a place."""
    chain = [clause.head, *takewhile(lambda i: i != host, ancestors(tree, clause.head))]
    after = {case_of(tree, i) for i in chain} & reading.words.after_marks
    return clause.head != host and bool(after) and company.where is not None and len(company.people) > 1


def unsided(
    reading: Reading,
    clause: Clause,
    rule: str,
    date: When | None,
    status: MeetingStatus | None,
    people: Sequence[str] = (),
) -> Event:
    """A meeting whose sides stand in a sentence before: `again` completes it, or drops it."""
    tree = reading.trees[clause.sentence]
    fields = claim_fields(reading, clause, (rule, f"act:{clause.act.id}"))
    fields |= {"date": date[0] if date else None, "date_basis": date[1] if date else None}
    host = host_verb(reading, tree, clause.head)
    where = where_of(reading, tree, clause, host)
    place = where.words if where else None
    agenda = agenda_of(reading, tree, clause.head, host)
    return Event(**fields, meeting=kind_of(reading, clause), status=status, people=tuple(people), place=place, agenda=agenda)


def names_a_source(reading: Reading, tree: Tree) -> bool:
    """`Según el diario, A y B hablaron`: somebody tells of it, though nobody knows who that is."""
    told = f" {' '.join(token.form.lower() for token in tree.tokens)} "
    return any(f" {phrase} " in told for phrase in reading.words.attribution_cases)


def told_by_others(tree: Tree, chain: Chain, clause: Clause, by_head: Mapping[int, Clause], sides: Sequence[str]) -> Chain:
    """Without who takes part, unless a verb above the meeting is his: `spoke with Peru's minister and stressed that …`."""
    own = {*(clause.holders), *sides}
    above = [by_head[i].subject for i in ancestors(tree, clause.head) if i in by_head]
    telling = {actor for subject in above if subject for actor in subject.actors}
    if clause.form.kind == "noun":  # `agradeció la llamada que le hizo Petit`
        telling = telling - {*sides}
    return tuple(link for link in chain if not {*link} <= own - telling)
