"""Meetings told of that make no row of their own: over, told by another row, or of which nobody tells who met."""

from __future__ import annotations

from collections.abc import Sequence, Set

from briefing.consolidate.dating import best_date, days, gap, may_be_after
from briefing.consolidate.meetings.holders import BY_OFFICE
from briefing.consolidate.meetings.occasions import FAMILIES, WEEK, is_of_one_country, is_open_talks
from briefing.consolidate.meetings.outcomes import status_of
from briefing.consolidate.meetings.overtaken import is_older, person_keys, sides
from briefing.consolidate.week import Week
from briefing.edtf import is_day
from briefing.knowledge import load_language
from briefing.model import Event, Evidence, Statement
from briefing.model.known_rows import SUMMONS
from briefing.model.marks import SIDES_OFFICES, UNDECIDED
from briefing.model.meeting_kinds import CONTACTS, OF_ITS_DAY

Groups = Sequence[Sequence[Event]]
OF_MANY = OF_ITS_DAY | {"summit"}
"""Kinds that are of many, or of nobody."""


def is_run_out(week: Week, group: Sequence[Event], groups: Groups) -> bool:
    """`daba como plazo el 10 de abril`, in a memo of April 19: a time limit that is over is no meeting that was held."""
    return all(event.meeting == "deadline" for event in group) and status_of(week, group) == "held"


def is_of_its_week(week: Week, group: Sequence[Event], groups: Groups) -> bool:
    """`will call her this week`, and another one tells of the call of Thursday: of the same two, on a day of that stretch."""
    planned = best_date(group)
    if (
        planned is None
        or not 0 < days(planned[0]) < WEEK
        or not {event.status for event in group} <= {"upcoming", "unconfirmed"}
    ):
        return False
    people = {key for event in group for key in person_keys(week, event)}
    others = [event for other in groups if other is not group for event in other if event.date and days(event.date) == 0]
    same = [e for e in others if FAMILIES[e.meeting or "meeting"] == FAMILIES[group[0].meeting or "meeting"]]
    same = [e for e in same if gap(e.date or "", planned[0]) == 0 and not any(is_older(week, e, event) for event in group)]
    return len(people) == 2 and any(people <= person_keys(week, event) for event in same)


def is_of_colleagues(week: Week, group: Sequence[Event], groups: Groups) -> bool:
    """`took part in the talks along with Foreign Minister Petit`, of one government: with whom they talked nobody tells."""
    known = [week.person(event.evidence.article, actor) for event in group for actor in event.people]
    between = all(event.meeting in CONTACTS and is_of_one_country(week, event) for event in group)
    return between and len({person.country for person in known if person}) == 1


def is_put_off_before(week: Week, group: Sequence[Event], groups: Groups) -> bool:
    """`will receive the envoy on Tuesday. She had summoned him last week, but the meeting was put off`: the one just told."""
    if any(event.status != "postponed" or event.people or event.actors or event.place for event in group):
        return False
    planned = [event for other in groups if other is not group for event in other if event.status == "upcoming" and event.date]
    return all(any(is_told_just_before(plan, event) for plan in planned) for event in group)


def is_what_was_said(week: Week, group: Sequence[Event], groups: Groups) -> bool:
    """`had spoken with his counterpart on Tuesday. "The two sides exchanged views"`: what the meeting just told was about."""
    if any(e.status or e.people or e.place or e.date or e.meeting != "talks" or SIDES_OFFICES not in e.rules for e in group):
        return False
    held = [e for other in groups if other is not group for e in other if not e.status and e.people and e.meeting in CONTACTS]
    return all(any(is_told_just_before(other, event) for other in held) for event in group)


def is_left_undecided(week: Week, group: Sequence[Event], groups: Groups) -> bool:
    """`A daily said he will go there next week for talks`: told as undecided by the row of his visit, of one article."""
    if not all(event.status == "upcoming" and event.date for event in group):
        return False
    open_yet = [e for other in groups if other is not group for e in other if UNDECIDED in e.rules and e.date]
    return all(any(is_same_journey(week, event, other) for other in open_yet) for event in group)


def is_same_journey(week: Week, event: Event, other: Event) -> bool:
    one_text = event.evidence.article == other.evidence.article
    one_time = gap(event.date or "", other.date or "") == 0
    return one_text and one_time and bool(person_keys(week, event) & person_keys(week, other))


def is_told_just_before(plan: Event, event: Event) -> bool:
    """In the sentence before, of a later day."""
    one_text = plan.evidence.article == event.evidence.article and plan.sentence == event.sentence - 1
    return one_text and (not event.date or (plan.date or "") > event.date)


def is_told_otherwise(week: Week, group: Sequence[Event], groups: Groups) -> bool:
    """Planned for a day that has passed, where another one of that day has its people, or countries if it names none."""
    if status_of(week, group) != "unconfirmed" or not (planned := best_date(group)) or may_be_after(planned[0], week.as_of):
        return False
    mine = {side for event in group for side in sides(week, event)}
    others = [other for other in groups if other is not group and status_of(week, other) != "unconfirmed"]
    dated = [other for other in others if (day := best_date(other)) and day[0] == planned[0]]
    if any(event.meeting == "hearing" and spoke_that_day(week, event) for event in group):
        return True
    people = any(event.people and BY_OFFICE not in event.rules for event in group)
    shared = person_keys if people else sides
    return any(mine & shared(week, event) for other in dated for event in other)


def spoke_that_day(week: Week, plan: Event) -> bool:
    """`comparecerá el miércoles`, and another article tells what the same person said on Wednesday."""
    mine = person_keys(week, plan)
    said = [
        (name, claim)
        for name, told in week.claims.items()
        for claim in told
        if isinstance(claim, Statement) and name != plan.evidence.article and names_day(week, claim, plan.date)
    ]
    return any((person := week.person(name, claim.speaker)) is not None and person.key in mine for name, claim in said)


def names_day(week: Week, claim: Statement, day: str | None) -> bool:
    doc = week.docs[claim.evidence.article]
    span = doc.sentences[claim.sentence].span
    return any(date.value == day and span.contains(date.span) for date in doc.dates)


def is_told_by_new_day(group: Sequence[Event], put_off: Set[Evidence]) -> bool:
    """`has been postponed to June 3`: told by the meeting of June 3, unless another sentence tells of the old day."""
    return all(event.status == "postponed" and event.evidence in put_off for event in group)


def is_resumed_alone(week: Week, group: Sequence[Event], groups: Groups) -> bool:
    """`agreed to resume the negotiations`, without a day, where another row has a meeting of the two that is to come."""
    if not all(is_open_talks(event) for event in group):
        return False
    pair = {code for event in group for code in event.actors}
    others = [event for other in groups if other is not group for event in other if event.status == "upcoming" and event.date]
    return len(pair) == 2 and any(pair <= {*event.actors} for event in others if not is_open_talks(event))


def is_stop_elsewhere(week: Week, group: Sequence[Event], groups: Groups) -> bool:
    """`will visit Jamaica, Belize and Guyana`, in a week about the traveller's country and Jamaica: the row of Jamaica."""
    pair = {*week.leading}
    if any(event.meeting != "visit" or pair <= {*event.actors} for event in group):
        return False
    others = [event for other in groups if other is not group for event in other if pair <= {*event.actors}]
    return all(any(event.evidence == other.evidence and other.status == event.status for other in others) for event in group)


def is_of_no_two(week: Week, group: Sequence[Event], groups: Groups) -> bool:
    """`The next meeting of the group will be held on May 4`: of two governments, by words that name neither both nor anybody.

    Where nobody is named and no `both` or `joint` stands, such a row is mostly a body's own, or of others.
    """
    pair = {code for event in group for code in event.actors}
    if len(pair) != 2 or any(event.people or event.act == SUMMONS or event.meeting in OF_MANY for event in group):
        return False
    return not any(is_told_of_both(week, event, pair) for event in group) and not is_of_two_articles(group)


def is_of_two_articles(group: Sequence[Event]) -> bool:
    """Two articles of a week about the two have it on one day at one place: hardly a body of others."""
    told = {(event.date, event.evidence.article) for event in group if event.place and is_day(event.date)}
    return len({day for day, _ in told}) == 1 and len({article for _, article in told}) >= 2


def is_told_of_both(week: Week, event: Event, pair: Set[str]) -> bool:
    """Whether its sentence or the one before names the two, or has a word such as `both`, `each`, `joint`."""
    doc = week.docs[event.evidence.article]
    near = [n for n in (event.sentence - 1, event.sentence) if n >= 0]
    if any(pair <= week.countries((doc.article.id, number)) for number in near):
        return True
    told = load_language("compare", "words")["of_two"][doc.article.language]
    return any(token.form.lower() in told for number in near for token in doc.sentences[number].tokens)


NO_ROWS = (
    is_put_off_before,
    is_stop_elsewhere,
    is_told_otherwise,
    is_of_colleagues,
    is_of_its_week,
    is_of_no_two,
    is_left_undecided,
    is_resumed_alone,
    is_run_out,
    is_what_was_said,
)

__all__ = ["NO_ROWS", "is_told_by_new_day"]
