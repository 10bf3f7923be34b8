"""A meeting that one article announces and a later one tells to be put off or called off is not to come on its old day.

What is joined keeps both articles as its sources, with the later one's status.  A meeting that stays announced although it was
put off is the graver fault, so the countries' common meeting of that day is enough.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from datetime import date

from briefing.consolidate.dating import days
from briefing.consolidate.meetings.called_off import OFF
from briefing.consolidate.meetings.off_days import is_off_beside_a_journey
from briefing.consolidate.week import Week
from briefing.edtf import bounds, intersects, is_day
from briefing.knowledge import load_language
from briefing.model import Claim, Event
from briefing.model.marks import PUT_OFF_TO, SIDES_OTHERS
from briefing.model.meeting_kinds import ENCOUNTERS

PLANNED = frozenset({"upcoming", "unconfirmed"})
DAYS_AFTER = 3
"""Days behind a planned meeting in which an article tells of it without its day."""
MONTH = 31
"""Days of the longest stretch that a plan may be told for and still be known by it."""


def join_overtaken(week: Week, groups: Sequence[list[Event]]) -> list[list[Event]]:
    """The groups, those announced for a day that another article calls off joined with what it tells."""
    off = [index for index, group in enumerate(groups) if any(event.status in OFF for event in group)]
    if not off:
        return list(groups)
    joined = {index: list(group) for index, group in enumerate(groups)}
    for index, group in enumerate(groups):
        if not is_announced(group):
            continue
        later = next((other for other in off if is_overtaken(week, group, groups[other])), None)
        if later is not None:
            joined[later] += joined.pop(index)
    return [joined[index] for index in sorted(joined)]


def join_moved(week: Week, groups: Sequence[list[Event]]) -> list[list[Event]]:
    """The groups, those planned for a day from which another tells that the meeting is moved joined with it, on its new day."""
    joined = {index: moved_within(week, group) for index, group in enumerate(groups)}
    movers = [(index, event) for index, group in enumerate(groups) for event in group if event.moved_from]
    for index, group in enumerate(groups):
        found = next(((at, m) for at, m in movers if at != index and all(is_old_plan_of(week, m, e) for e in group)), None)
        if found is not None and index in joined:
            at, mover = found
            joined.pop(index)
            joined.get(at, []).extend(on_new_day(event, mover) for event in group if event.evidence != mover.evidence)
    return [joined[index] for index in sorted(joined)]


def moved_within(week: Week, group: Sequence[Event]) -> list[Event]:
    """The tellings of one meeting, those of the day that a later one moves it from (by a day or two) put on its new day."""
    movers = [event for event in group if event.moved_from]
    found = [next((m for m in movers if m != event and is_old_plan_of(week, m, event)), None) for event in group]
    return [on_new_day(event, mover) if mover else event for event, mover in zip(group, found, strict=True)]


def is_old_plan_of(week: Week, mover: Event, event: Event) -> bool:
    """Planned for the day that it was moved from, or told as put off from it; in no later article."""
    if event.status not in {"upcoming", "unconfirmed", "postponed"} or event.moved_from:
        return False
    before = dataclasses.replace(mover, date=mover.moved_from)
    if event.evidence.article == mover.evidence.article:
        if not event.date or not mover.moved_from or days(event.date) > MONTH:  # `Ruiz will visit Lima`, on some day to come
            return False
        return intersects(event.date, mover.moved_from) and (event.meeting != "visit" or mover.meeting == "visit")
    return calls_off(week, before, event)


def on_new_day(event: Event, mover: Event) -> Event:
    return dataclasses.replace(
        event, date=mover.date, date_basis=mover.date_basis, status="upcoming", moved_from=mover.moved_from
    )


def is_announced(group: Sequence[Event]) -> bool:
    """To come on a day; not the new day of what was put off."""
    told = {event.status for event in group if event.status}
    movable = all(event.meeting in ENCOUNTERS for event in group)
    return movable and told == {"upcoming"} and not any(PUT_OFF_TO in event.rules for event in group)


def is_overtaken(week: Week, announced: Sequence[Event], off: Sequence[Event]) -> bool:
    told = [event for event in off if event.status in OFF and event.meeting in ENCOUNTERS]
    return any(calls_off(week, event, other) for event in told for other in announced)


def calls_off(week: Week, off: Event, announced: Event) -> bool:
    """Of another, no older article; of the same old day; of the same person; where one names nobody, of the same countries."""
    if off.evidence.article == announced.evidence.article or is_older(week, off, announced):
        return False
    if is_with_others(week, off, announced) or is_off_beside_a_journey(off, announced):
        return False
    if not off.date or not announced.date or not intersects(off.date, announced.date):
        return False
    people, others = person_keys(week, off), person_keys(week, announced)
    if people and others:
        return bool(people & others)
    if days(announced.date) > MONTH:
        return False  # `will meet again before the end of the year`: not what was off on a Friday
    mine, theirs = set(parties(week, off)), set(parties(week, announced))
    if not mine and not people:
        return names_place_of(off, announced)
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine)


def names_place_of(off: Event, announced: Event) -> bool:
    """`El encuentro de La Unión, fijado para el 14, se pospuso`: no side named, and the place of that day's meeting is."""
    return is_at(announced.place, off) or is_at(off.place, announced)


def is_at(place: str | None, other: Event) -> bool:
    """Whether the words of another telling name a place."""
    named = {word for word in re.findall(r"\w+", place or "") if word[0].isupper()}
    return bool(named) and named <= {*re.findall(r"\w+", other.evidence.text)}


def is_held_as_planned(week: Week, plan: Event, told: Event) -> bool:
    """Whether another, no older article tells as held what this one announces: of one day, by the same two."""
    alike = plan.meeting == told.meeting or not {plan.meeting, told.meeting} - ENCOUNTERS
    if plan.status not in PLANNED or told.status is not None or not alike:
        return False
    if plan.evidence.article == told.evidence.article or is_older(week, told, plan) or is_with_others(week, plan, told):
        return False
    if not is_day(plan.date) or plan.date > week.as_of:
        return False
    if plan.date != told.date and not is_told_after(week, plan, told):
        return False
    people, others = person_keys(week, plan), person_keys(week, told)
    if len(people) > 1 and len(others) > 1 and people != others and len(people & others) < 2:
        return False
    if plan.meeting == "hearing" and people & others:
        return True  # who is heard is one person
    mine, theirs = {*parties(week, plan)}, {*parties(week, told)}
    # of one side only the name is known: `will receive her colleague in Lima`
    there = bool(plan.place) and plan.place == told.place and (mine <= theirs or theirs <= mine)
    if there and not mine and not people:
        return True  # `the committee will meet on Friday in Faro`: whoever was there that day
    if plan.date == told.date and others and others < people and len(people) == 2 == len(theirs) and mine <= theirs:
        return True  # `The ambassador came out of his meeting with Petit on Friday`: with whom he was to meet that day
    alone = len(mine) < 2 and len(people) == 1 and (people <= others or not others) and len(theirs) > 1
    return len(people & others) > 1 or len(mine & theirs) > (0 if there or alone else 1)


def is_told_after(week: Week, plan: Event, told: Event) -> bool:
    """Told without a day by an article of the planned day or of one of the next: `En Lima, tras reunirse con …`."""
    published = week.docs[told.evidence.article].article.published
    if told.date or not plan.date or not is_day(published):
        return False
    return 0 <= (date.fromisoformat(published) - date.fromisoformat(plan.date)).days <= DAYS_AFTER


def is_with_others(week: Week, left: Event, right: Event) -> bool:
    """`met with fishermen`: not the meeting of the same minister with a colleague."""
    if (SIDES_OTHERS in left.rules) == (SIDES_OTHERS in right.rules) or left.evidence == right.evidence:
        return False
    other = right if SIDES_OTHERS in left.rules else left
    two = len(person_keys(week, other)) > 1 or len({*parties(week, other)}) > 1
    people = person_keys(week, left) & person_keys(week, right)
    return two and len(people) < 2 and len({*parties(week, left)} & {*parties(week, right)}) < 2


def is_at_table(week: Week, event: Event) -> bool:
    """`El 4, ambos ministros almorzaron con navieros`: a meal of its own, no other day of the session of the 3rd."""
    doc = week.docs[event.evidence.article]
    meals = load_language("compare", "words")["dining"][doc.article.language]
    verbs = (t.lemma.lower() for t in doc.sentences[event.sentence].tokens if t.upos == "VERB")
    return any(verb in meals for verb in verbs)


def is_older(week: Week, left: Claim, right: Claim) -> bool:
    """Whether the one's article is surely of an earlier day than the other's."""
    told, known = (week.docs[claim.evidence.article].article.published for claim in (left, right))
    last, first = bounds(told)[1] if told else None, bounds(known)[0] if known else None
    return bool(last and first and last < first)


def parties(week: Week, event: Event) -> Iterator[str]:
    """The countries that meet: named, or of the people."""
    yield from event.actors
    people = (week.person(event.evidence.article, actor) for actor in event.people)
    yield from (person.country for person in people if person and person.country)


def sides(week: Week, event: Event) -> frozenset[str]:
    return frozenset(event.actors) | person_keys(week, event)


def person_keys(week: Week, event: Event) -> frozenset[str]:
    found = (week.person(event.evidence.article, actor) for actor in event.people)
    return frozenset(person.key for person in found if person)
