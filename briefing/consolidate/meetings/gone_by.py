"""Announcements without a day of what the week's other articles tell, or announce, for a day that is over.

`The teams are to meet in Tacna on Thursday`, in an article without a date, beside another's `se reunirán el jueves 12 en
Tacna`, read on the 14th; `will travel on to Lima`, and a later article has him received in Lima.  Printed as to come they
mislead; that they may after all be of another occasion is the lesser fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from briefing.consolidate.meetings.overtaken import is_with_others, parties, person_keys
from briefing.consolidate.people import fold
from briefing.consolidate.week import Week
from briefing.edtf import bounds, is_day
from briefing.model import Event, Sentence
from briefing.model.marks import NEXT_OF_SERIES
from briefing.model.meeting_kinds import ENCOUNTERS

NO_DATE_YET = "no_date_yet"
"""The rule of extraction on what is to come on a day that its words do not give, or not so that it can be told."""
SOME_DAY = ("XXXX-WXX-", "XXXX-XX-XX")
"""How TimeML writes a day of the week, or one counted from a day that nobody knows."""


def gone_by(week: Week, plans: Sequence[Event], events: Sequence[Event]) -> set[Event]:
    """The announcements without a day of a meeting whose day another article gives, and it is over."""
    open_plans = [plan for plan in plans if has_no_day(plan) and NEXT_OF_SERIES not in plan.rules]
    dated = [event for event in events if is_day(event.date)] if open_plans else []
    return {p for p in open_plans if any(is_day_of(week, p, event) for event in dated) or is_told_there_since(week, p)}


def has_no_day(plan: Event) -> bool:
    return plan.date is None or NO_DATE_YET in plan.rules


def is_day_of(week: Week, plan: Event, event: Event) -> bool:
    """Of the same two people, or of the same place and side, in another article, on a day that the plan may have been for."""
    kinds = {plan.meeting, event.meeting}
    if (
        plan.evidence.article == event.evidence.article
        or (len(kinds) > 1 and kinds - ENCOUNTERS)
        or event.status == "cancelled"
    ):
        return False
    if not event.date or not is_between(week, plan, event.date) or is_with_others(week, plan, event):
        return False
    people, theirs = person_keys(week, plan), person_keys(week, event)
    pair = {*parties(week, plan)}
    there = bool(plan.place) and fold(plan.place or "") == fold(event.place or "")
    same_two = len(pair) >= 2 and pair == {*parties(week, event)} and (not people or not theirs)
    return len(people & theirs) >= 2 or (there and (same_two or bool(people & theirs)))


def is_between(week: Week, plan: Event, day: str) -> bool:
    """Not before the plan was told, and over when the week is read."""
    told, today = first_of(week, plan), bounds(week.as_of)[0]
    return told is not None and today is not None and told <= date.fromisoformat(day) < today


def first_of(week: Week, plan: Event) -> date | None:
    """The first day of which its article may be."""
    published = week.docs[plan.evidence.article].article.published
    return bounds(published)[0] if published else None


def is_told_there_since(week: Week, plan: Event) -> bool:
    """`received today in Rabat the Secretary General`: a sentence of another article has him there on a day that is over."""
    people = person_keys(week, plan)
    if not people or not plan.place:
        return False
    others = (name for name in sorted(week.docs) if name != plan.evidence.article)
    return any(
        people <= people_in(week, name, sentence) and is_there_by_now(week, plan, name, sentence)
        for name in others
        for sentence in week.docs[name].sentences
        if sentence.kind == "body"
    )


def people_in(week: Week, name: str, sentence: Sentence) -> frozenset[str]:
    mentions = (m for m in week.docs[name].mentions if sentence.span.contains(m.span))
    found = (week.person(name, mention.actor) for mention in mentions)
    return frozenset(person.key for person in found if person)


def is_there_by_now(week: Week, plan: Event, name: str, sentence: Sentence) -> bool:
    """Whether it names the place, and days that are all over, the first not before the plan was told."""
    text = fold(sentence.span.of(week.docs[name].article.text))
    days = list(days_in(week, name, sentence))
    over = all(is_between(week, plan, day) for day in days) if days else is_past_of_some_day(week, name, sentence)
    return f" {fold(plan.place or '')} " in f" {text} " and over


def is_past_of_some_day(week: Week, name: str, sentence: Sentence) -> bool:
    """`Lund, whom Norway sent to Lima on Monday, left without a statement`: all of it past, of a day of no date."""
    dates = [d for d in week.docs[name].dates if sentence.span.contains(d.span)]
    finite = [token for token in sentence.tokens if token.feat("VerbForm") == "Fin"]
    past = bool(finite) and all(token.feat("Tense") == "Past" for token in finite)
    return past and bool(dates) and all(d.value is None and d.timex.startswith(SOME_DAY) for d in dates)


def days_in(week: Week, name: str, sentence: Sentence) -> Iterator[str]:
    dates = (d for d in week.docs[name].dates if sentence.span.contains(d.span))
    yield from (found.value for found in dates if is_day(found.value))


__all__ = ["gone_by"]
