"""`Friday's meeting was called off` is not the meeting of a Tuesday: by a day that its words name, if nobody resolves it."""

from __future__ import annotations

import datetime as dt
import re

from briefing.consolidate.meetings.called_off import OFF
from briefing.consolidate.week import Week
from briefing.edtf import is_day
from briefing.model import Event
from briefing.model.marks import SIDES_OF_A_BODY

WEEKDAY = re.compile(r"XXXX-WXX-(\d)")


def is_off_on_another_day(week: Week, left: Event, right: Event) -> bool:
    """One is off, on no known day though its sentence names a weekday, and the other is planned for another one."""
    for off, plan in ((left, right), (right, left)):
        if is_of_nobody(off) and plan.status not in OFF and off.evidence.article != plan.evidence.article:
            return True
        if is_off_beside_a_journey(off, plan):
            return True
        if off.status in OFF and off.date is None and plan.status == "upcoming" and is_day(plan.date):
            told = weekdays_of(week, off)
            return bool(told) and dt.date.fromisoformat(plan.date or "").isoweekday() not in told
    return False


def is_of_nobody(off: Event) -> bool:
    """`The mayors' meeting of Friday was not held`: that of whatever else is planned for that day nobody says."""
    return off.status in OFF and not (off.people or off.actors or off.place)


def is_off_beside_a_journey(off: Event, plan: Event) -> bool:
    """`The committee that was to meet on the 29th has been called off`, `Ruiz will travel to Lima next week`: hardly for it."""
    bodys = off.status in OFF and not off.people and SIDES_OF_A_BODY in off.rules
    journey = plan.status not in OFF and plan.meeting == "visit" and bool(plan.people)
    return bodys and journey and off.date != plan.date


def weekdays_of(week: Week, event: Event) -> set[int]:
    doc = week.docs[event.evidence.article]
    span = doc.sentences[event.sentence].span
    inside = [date for date in doc.dates if span.contains(date.span)]
    named = {int(found[1]) for date in inside if (found := WEEKDAY.match(date.timex))}
    exact = {dt.date.fromisoformat(date.value).isoweekday() for date in inside if is_day(date.value)}
    return named | exact


__all__ = ["is_off_beside_a_journey", "is_off_on_another_day"]
