"""Announced meetings that somebody later tells to be changed: in doubt, and not to be printed as certain.

Extraction finds every sentence in which a plan changes (`Revision`), whatever its exact sense.  An announcement is in doubt
where such a sentence, no older than itself, has enough in common with it; or where a later article gives the same people
another day.  A row too few is the lesser fault: nobody travels to a meeting that has been moved.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import date, timedelta

from briefing.consolidate.meetings.gone_by import gone_by
from briefing.consolidate.meetings.overtaken import PLANNED, is_held_as_planned, is_old_plan_of, is_older, parties, person_keys
from briefing.consolidate.people import fold
from briefing.consolidate.week import Week
from briefing.edtf import bounds, intersects, is_day
from briefing.model import Claim, Event, MeetingKind, Revision, Statement
from briefing.model.marks import PUT_OFF_TO, SIDES_OTHERS
from briefing.model.meeting_kinds import OF_ITS_DAY

ALONE: frozenset[MeetingKind] = OF_ITS_DAY - {"session"} | {"call"}
"""Kinds that only a change of the same kind puts in doubt; a session is told as a meeting as well."""
WEEKS_OFF = (timedelta(0), timedelta(7), timedelta(14), timedelta(-7), timedelta(-14))
"""How far a day that only a weekday gives may lie from the one that is meant."""
LONGEST_DAY = 6
"""Days of a date that names a day or a stretch of days."""
SERIES = 21
"""Days within which another day for the same people is rather the new day than the next meeting."""


def doubted(week: Week) -> frozenset[Event]:
    """The announcements that a later sentence puts in doubt, and no still later article confirms, or tells as held."""
    events = [c for name in sorted(week.claims) for c in week.claims[name] if isinstance(c, Event) and c.meeting is not None]
    plans = [event for event in events if is_plan(event)]
    by_key = keyed(week, plans)
    found = {e for revision in week.revisions for e in meant_by(week, by_key, revision) if puts_in_doubt(week, revision, e)}
    moved = {event for event in plans if event not in found and is_moved(week, event, by_key)}
    unsure = {event for event in found | moved if not is_confirmed(week, event, by_key)}
    return frozenset(unsure | held_since(week, plans, events) | gone_by(week, plans, events))


def held_since(week: Week, plans: Sequence[Event], events: Sequence[Event]) -> set[Event]:
    """The announcements of what no older article tells as held on that day."""
    of_day: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.date and event.status is None:
            of_day[event.date].append(event)
    return {plan for plan in plans if any(is_held_as_planned(week, plan, told) for told in of_day.get(plan.date or "", ()))}


def is_plan(event: Event) -> bool:
    return event.meeting is not None and event.status in PLANNED and PUT_OFF_TO not in event.rules


Keyed = dict[Hashable, list[Event]]


def keyed(week: Week, plans: Sequence[Event]) -> Keyed:
    """The plans by what a sentence about them may name: day, person, two countries, place."""
    found: Keyed = defaultdict(list)
    for event in plans:
        for key in keys_of(week, event):
            found[key].append(event)
    return found


def keys_of(week: Week, event: Event) -> Iterator[Hashable]:
    yield from (word for key in person_keys(week, event) for word in key.split())
    yield from place_words(event)
    yield tuple(sorted({*parties(week, event)}))
    yield from days_of(event.date)


def days_of(value: str | None) -> list[date]:
    """The days of a date that names a day, a few days, or one of two (`[2026-03-02,2026-03-09]`)."""
    if value and value.startswith("["):
        return [day for one in value.strip("[]").split(",") for day in days_of(one.strip())]
    first, last = bounds(value) if value else (None, None)
    if first is None or last is None or (last - first).days > LONGEST_DAY:
        return []
    return [first + timedelta(number) for number in range((last - first).days + 1)]


def place_words(event: Event) -> frozenset[str]:
    return frozenset(word for word in fold(event.place or "").replace(",", " ").split() if len(word) > 2)


def meant_by(week: Week, by_key: Keyed, revision: Revision) -> list[Event]:
    """The plans that have anything in common with a revision."""
    shifted = [day + shift for value in revision.weekdays for day in days_of(value) for shift in WEEKS_OFF]
    named = [day for value in revision.days for day in days_of(value)]
    people = [word for key in told_people(week, revision) for word in key.split()]
    pair = tuple(sorted(set(revision.actors)))
    keys: list[Hashable] = [*shifted, *named, *people, pair, *(fold(name) for name in revision.names)]
    return list(dict.fromkeys(event for key in dict.fromkeys(keys) for event in by_key.get(key, ())))


def puts_in_doubt(week: Week, revision: Revision, event: Event) -> bool:
    """Whether what is told as changed is this meeting: by its day and one thing more, or by people, countries and place."""
    if is_own_sentence(revision, event) or is_older(week, revision, event) or other_kind(revision, event):
        return False
    who, countries = shares_person(week, revision, event), shared_countries(week, revision, event)
    if who is False or is_another_of_trip(week, revision, event) or is_of_others(week, revision, event, countries):
        return False
    if event.date and any(intersects(event.date, day) for day in revision.stands):
        return False
    if revision.places and not revision.settled:
        return bool(place_words(event) & {fold(word) for place in revision.places for word in place.split()})
    if revision.past and is_after_article(week, revision, event):
        return False
    where = bool(place_words(event) & {fold(name) for name in revision.names})
    if is_of_day(revision, event):
        return bool(who or countries or where)
    if (revision.planned or (revision.past and days_of_its_own(week, revision))) and days_of(event.date):
        return False  # `the meeting that was due on Friday`, `had not met last week`: not that of Monday
    if is_elsewhere(week, revision, event, countries) or (revision.settled and days_of(event.date)):
        return False
    others = days_ahead(week, revision)
    if len(others) > 1:  # `moved from the 9th to the 16th`: of that one
        return False
    return bool(who) or is_of_both_alone(week, revision, event, others, where=where)


def is_of_both_alone(week: Week, revision: Revision, event: Event, others: Sequence[str], *, where: bool) -> bool:
    """`The two countries put off the session`, where no day and nobody in common says which: of their kind, and of no others.

    `The visit of Minister Ruiz was put off`, `Friday's meeting of the police chiefs was called off`: not that of the joint
    committee, though both are of the two countries.
    """
    countries = shared_countries(week, revision, event)
    alike = event.meeting in revision.meetings or {"visit", event.meeting}.isdisjoint(revision.meetings)
    if others:
        same = bool(countries) and {*parties(week, event)} <= {*revision.actors} and event.meeting in revision.meetings
        return (countries > 1 and where and alike) or same
    named = bool(told_people(week, revision)) and not person_keys(week, event)
    return alike and not named and not days_of_its_own(week, revision) and (where or countries > 1)


def days_of_its_own(week: Week, revision: Revision) -> list[str]:
    """The days that it names, but that on which its article appeared: `said on Tuesday that the session was put off`."""
    published = week.docs[revision.evidence.article].article.published
    return [day for day in (*revision.days, *revision.weekdays) if day != published]


def is_of_others(week: Week, revision: Revision, event: Event, shared: int) -> bool:
    """`The minister's meeting with fishermen was cancelled`: not the one with a colleague."""
    two = len(person_keys(week, event)) > 1 or len({*parties(week, event)}) > 1
    return SIDES_OTHERS in revision.rules and SIDES_OTHERS not in event.rules and two and shared < 2


def is_after_article(week: Week, revision: Revision, event: Event) -> bool:
    published = week.docs[revision.evidence.article].article.published
    today, first = bounds(published)[1] if published else None, bounds(event.date)[0] if event.date else None
    return bool(today and first and first > today)


def is_own_sentence(revision: Revision, event: Event) -> bool:
    """Its own sentence, or one before it in its own article."""
    return event.evidence.article == revision.evidence.article and revision.sentence <= event.sentence


def other_kind(revision: Revision, event: Event) -> bool:
    """A call put off is no visit put off."""
    alone = {kind for kind in revision.meetings if kind in ALONE}
    if event.meeting in ALONE:
        return event.meeting not in alone
    return bool(revision.meetings) and alone == set(revision.meetings)


def told_people(week: Week, revision: Revision) -> set[str]:
    return {person.key for name in revision.people if (person := week.person(revision.evidence.article, name))}


def shares_person(week: Week, revision: Revision, event: Event) -> bool | None:
    """None where one of them names nobody; by a surname too, which its article may not introduce."""
    people = person_keys(week, event)
    told = told_people(week, revision)
    names = {fold(name) for name in revision.names}
    if people & told or any(set(key.split()) & names for key in people):
        return True
    return False if people and told else None


def is_elsewhere(week: Week, revision: Revision, event: Event, shared: int) -> bool:
    """Both name countries, and none in common."""
    return bool(revision.actors) and bool({*parties(week, event)}) and not shared


def is_another_of_trip(week: Week, revision: Revision, event: Event) -> bool:
    """`She will no longer fly to Lima`, in the article that has her meet somebody in Quito; or one stop of several."""
    if len({*parties(week, event)}) > 2 and shared_countries(week, revision, event) < 2:
        return True
    if revision.evidence.article != event.evidence.article:
        return False
    told = {*revision.people, *revision.actors}
    return len({*event.people, *event.actors}) > 1 and len(told & {*event.people, *event.actors}) < 2


def shared_countries(week: Week, revision: Revision, event: Event) -> int:
    return len({*parties(week, event)} & {*revision.actors})


def is_of_day(revision: Revision, event: Event) -> bool:
    """Whether one of the days that it names is the meeting's; a weekday may be a week off."""
    own = days_of(event.date)
    weekdays = {day + shift for value in revision.weekdays for day in days_of(value) for shift in WEEKS_OFF}
    if not own:
        return False
    return bool(weekdays & {*own}) or any(
        intersects(event.date or "", day) for value in revision.days for day in years_of(value)
    )


def years_of(value: str) -> tuple[str, ...]:
    """`The meeting on April 22 was called off`: the past tense makes it the April of a year ago."""
    return (value, f"{int(value[:4]) + 1}{value[4:]}") if is_day(value) and not value.endswith("02-29") else (value,)


def days_ahead(week: Week, revision: Revision) -> list[str]:
    """The days that it names after its article's own."""
    published = week.docs[revision.evidence.article].article.published
    today = bounds(published)[1] if published else None
    firsts = [(value, bounds(value)[0]) for value in revision.days]
    return [value for value, first in firsts if not (first and today and first <= today)]


def is_moved(week: Week, event: Event, by_key: Keyed) -> bool:
    """A later article gives the same two people of the same countries another day, and neither article knows both days."""
    if not days_of(event.date) or len(person_keys(week, event)) < 2:
        return False
    others = {other for key in person_keys(week, event) for word in key.split() for other in by_key.get(word, ())}
    return any(is_new_day(week, event, other) for other in others)


def is_new_day(week: Week, event: Event, other: Event) -> bool:
    if not is_older(week, event, other) or not event.date or not other.date or not days_of(other.date):
        return False
    if (event.meeting in ALONE or other.meeting in ALONE) and event.meeting != other.meeting:
        return False
    first, then = bounds(event.date)[0], bounds(other.date)[0]
    near = bool(first and then and 0 < abs((then - first).days) <= SERIES)
    both = len(person_keys(week, event) & person_keys(week, other)) > 1
    return near and both and not knows_day(week, event, other.date) and not knows_day(week, other, event.date)


def knows_day(week: Week, event: Event, value: str) -> bool:
    """Whether an event's article names a day."""
    dates = week.docs[event.evidence.article].dates
    return any(found.value and days_of(found.value) and intersects(found.value, value) for found in dates)


def is_confirmed(week: Week, event: Event, by_key: Keyed) -> bool:
    """A still later article than those that put it in doubt announces it for its day."""
    same = {other for day in days_of(event.date) for other in by_key.get(day, ())}
    again = [o for o in same if is_older(week, event, o) and {*parties(week, o)} & {*parties(week, event)}]
    doubts = [r for r in week.revisions if puts_in_doubt(week, r, event)] if again else []
    return any(all(is_older(week, revision, other) for revision in doubts) for other in again) and bool(doubts)


def has_passed(week: Week, plan: Event) -> bool:
    """`comparecerá este jueves`, read on Friday: no news any more, whether it was held or not."""
    last, today = bounds(plan.date)[1] if plan.date else None, bounds(week.as_of)[0]
    return bool(plan.status in PLANNED and days_of(plan.date) and last and today and last < today)


def without_doubted(week: Week) -> Week:
    """The week without what announced the meetings in doubt, or for a day gone by, where the sentence tells nothing else."""
    told = [c for name in sorted(week.claims) for c in week.claims[name] if isinstance(c, Event) and c.meeting is not None]
    stale = {event for event in told if has_passed(week, event)}
    gone = {(event.evidence.article, event.sentence): "" for event in (*doubted(week), *moved_plans(week, told))}
    gone |= {(event.evidence.article, event.sentence): event.date or "" for event in stale}
    if not gone:
        return week
    kept = {
        name: tuple(c for c in told if (name, c.sentence) not in gone or not belongs_to_plan(c, gone[name, c.sentence]))
        for name, told in week.claims.items()
    }
    return dataclasses.replace(week, claims=kept)


def moved_plans(week: Week, told: Sequence[Event]) -> list[Event]:
    """`is due in Lima on Friday`, where another article moves that visit to Monday; not the sentence that moves it."""
    movers = [event for event in told if event.moved_from]
    moving = {(event.evidence.article, event.sentence) for event in movers}
    plans = [event for event in told if is_plan(event) and (event.evidence.article, event.sentence) not in moving]
    return [plan for plan in plans if any(is_old_plan_of(week, mover, plan) for mover in movers)]


def belongs_to_plan(claim: Claim, passed: str) -> bool:
    """What only announces it; of a day gone by, also what it was to be for: `la recibirá el jueves para firmar el convenio`."""
    purpose = bool(passed) and isinstance(claim, Event) and claim.date in {None, passed}
    return only_announces(claim) or purpose


def only_announces(claim: Claim) -> bool:
    """The meeting, its announcement, and that the sentence tells something."""
    if isinstance(claim, Event):
        return claim.meeting is not None or claim.act is None
    return isinstance(claim, Statement) and claim.stance == "announces"
