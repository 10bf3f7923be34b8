"""Days and times of day: with their month, as weekdays, by "today" and "tomorrow", in figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from briefing import edtf
from briefing.annotate.dates import arithmetic
from briefing.annotate.dates.context import (
    NEUTRAL_MONTH,
    NEUTRAL_WEEKDAY,
    Context,
    Resolved,
    choose,
    dated,
    existing,
    full_year,
    previous_day,
    stated_year,
    years_around,
)
from briefing.annotate.dates.foretold import weekday_after
from briefing.annotate.dates.reading import Reading
from briefing.annotate.dates.tense import Tense
from briefing.model import DateBasis

_CLASH = "weekday_clash"
_SOON, _JUST_PAST = timedelta(45), timedelta(14)
_SAME_SEASON = timedelta(200)  # a weekday that fits only a day further away is rather a mistake

NEAR_PLAN = 3
"""Days ahead within which the coming weekday is nearer than the last one."""


def resolve_day(reading: Reading, context: Context) -> Resolved | None:
    """ "El próximo martes 20 de enero", "the 23rd"; the night of a day, and the week of one."""
    found = _calendar_day(reading, context)
    if found is None or found.value is None or found.note:
        return found
    if reading.unit:
        return dated(*arithmetic.written(date.fromisoformat(found.value), reading.unit), found.basis)
    return replace(found, type="TIME", timex=f"{found.timex}T{reading.part}") if reading.part else found


def _calendar_day(reading: Reading, context: Context) -> Resolved | None:
    assert reading.day is not None
    if reading.month is None:
        return _day_of_month(reading, context)
    stated = stated_year(reading, context)
    if stated:
        return _checked(reading, date(stated[0], reading.month, reading.day), stated[1])
    if context.published is None:
        return _open_day(reading)
    days = existing(years_around(context), reading.month, reading.day) or existing(
        _leap_years(context), reading.month, reading.day
    )
    if not days:
        return None
    published, tense = context.published, context.tense
    if reading.offset is not None and published + timedelta(reading.offset) in days:
        return _checked(reading, published + timedelta(reading.offset), "deictic")
    if tense.certain:
        days, context = _without_far_days(days, context), replace(context, tense=Tense(tense.direction))
    fitting = [day for day in days if day.isoweekday() == reading.weekday and abs(day - published) < _SAME_SEASON]
    if fitting and not reading.direction:
        return _checked(reading, choose(fitting, reading, context, NEUTRAL_MONTH)[0], "weekday")
    day, basis = choose(days, reading, context, NEUTRAL_MONTH)
    by_verb = tense.certain and basis == "nearest" and (day - published).days * tense.direction > 0
    return _checked(reading, day, "verb" if by_verb else basis)


def _without_far_days(days: list[date], context: Context) -> list[date]:
    """Behind a past verb a day far ahead is one of an earlier year, behind a future verb a day long past one of a later year.

    Near ones stay: they may be what the verb is about ("fijó el 20 de enero"), or an announcement that came late.
    """
    assert context.published
    first, last = context.published - _JUST_PAST, context.published + _SOON
    kept = [day for day in days if (day >= first if context.tense.direction > 0 else day <= last)]
    return kept or days


def _leap_years(context: Context) -> range:
    assert context.published
    return range(max(context.published.year - 4, 1), min(context.published.year + 4, date.max.year) + 1)


def _open_day(reading: Reading) -> Resolved:
    date(2000, reading.month or 1, reading.day or 1)
    return Resolved(type="DATE", timex=f"XXXX-{reading.month or 0:02d}-{reading.day or 0:02d}")


def _checked(reading: Reading, day: date, basis: DateBasis) -> Resolved:
    """A day whose weekday is compared with the one in the words: where they clash, both days stay possible."""
    iso = day.isoformat()
    if reading.weekday in (None, day.isoweekday()):
        return Resolved(type="DATE", timex=iso, value=iso, basis=basis)
    gap = (reading.weekday - day.isoweekday() + 3) % 7 - 3 if reading.weekday else 0
    both = sorted((iso, (day + timedelta(gap)).isoformat()))
    return Resolved(type="DATE", timex=iso, value=f"[{','.join(both)}]", basis="nearest", note=_CLASH)


def _day_of_month(reading: Reading, context: Context) -> Resolved | None:
    """ "El día 13", "the 23rd": of the month before it where the words say so, otherwise of a month near by."""
    assert reading.day is not None
    if reading.same:
        if not context.previous or len(context.previous) < 7:
            return Resolved(type="DATE", timex=f"XXXX-XX-{reading.day:02d}")
        day = date(int(context.previous[:4]), int(context.previous[5:7]), reading.day)
        return _checked(reading, day, "inferred")
    if context.published is None:
        return Resolved(type="DATE", timex=f"XXXX-XX-{reading.day:02d}")
    steps = (-1, 0, 1) if reading.monthshift is None else (reading.monthshift,)
    months = [arithmetic.add_months(context.published, step) for step in steps]
    days = [day for month in months for day in existing((month.year,), month.month, reading.day)]
    fitting = [day for day in days if day.isoweekday() == reading.weekday]
    if not days or (reading.weekday is not None and not fitting):
        return None
    chosen, basis = choose(fitting or days, reading, context, NEUTRAL_MONTH)
    return _checked(reading, chosen, "weekday" if fitting else "deictic" if len(steps) == 1 else basis)


def resolve_weekday(reading: Reading, context: Context) -> Resolved | None:
    assert reading.weekday is not None
    if context.published is None:
        return _at_part(reading, None, f"XXXX-WXX-{reading.weekday}", "weekday")
    published = context.published
    if reading.same:
        return _weekday_beside(reading, context)
    if reading.count is not None:  # "two weeks from Sunday"
        sunday = weekday_after(published, reading.weekday)
        return _at_part(reading, sunday + timedelta(7 * int(reading.count)), "", "deictic")
    if reading.weekshift is not None:
        monday = published - timedelta(published.weekday()) + timedelta(7 * reading.weekshift)
        return _at_part(reading, monday + timedelta(reading.weekday - 1), "", "deictic")
    if context.foretold and not reading.direction:
        return _foretold_day(reading, context.said_on, context.previous, published)
    ahead = (reading.weekday - published.isoweekday()) % 7
    if ahead == 0 and not reading.direction and context.tense.ends and context.tense.certain and context.tense.direction > 0:
        return _at_part(reading, published + timedelta(7), "", "verb")  # "permanecerán hasta el jueves", said on a Thursday
    if ahead == 0 and not reading.direction and (later := _behind_a_day_to_come(reading, context, published)):
        return _at_part(reading, later, "", "inferred")
    if ahead == 0:
        step = 7 * (reading.direction or 0)
        return _at_part(reading, published + timedelta(step), "", "direction" if step else "nearest")
    if reading.direction == 1 and ahead <= context.next_or_after and reading.weekday > published.isoweekday():
        return _either_day(reading, published + timedelta(ahead), published + timedelta(ahead + 7))
    days = (published + timedelta(ahead - 7), published + timedelta(ahead))
    unsure = context.tense.planned and not context.tense.certain
    if unsure and not reading.direction and ahead > NEAR_PLAN:
        return _either_day(reading, *days)
    day, basis = choose(days[unsure:], reading, context, NEUTRAL_WEEKDAY)
    return _at_part(reading, day, "", basis)


def _behind_a_day_to_come(reading: Reading, context: Context, published: date) -> date | None:
    """ "Will debate it next Tuesday, with a vote expected on Thursday", said on a Thursday: of the week of that Tuesday."""
    before = previous_day(context.previous, "D")
    to_come = before is not None and timedelta(0) < before - published < timedelta(7)
    planned = context.tense.planned or context.tense.direction > 0
    return weekday_after(before, reading.weekday) if before and to_come and planned and reading.weekday else None


def _foretold_day(reading: Reading, said_on: date | None, previous: str | None, published: date) -> Resolved:
    """ "Said on Monday that he would call on Tuesday": counted from that Monday; from the article's day where none is given.

    Where the sentences before speak of a day last week, and such a weekday lies between, it may be that one.
    """
    assert reading.weekday is not None
    if said_on is not None:
        return _at_part(reading, weekday_after(said_on, reading.weekday), "", "inferred")
    ahead = published + timedelta((reading.weekday - published.isoweekday()) % 7)
    before = previous_day(previous, "D")
    if before is not None and timedelta(0) < published - before < timedelta(7):
        early = weekday_after(before, reading.weekday)
        if early < published:
            return _either_day(reading, early, ahead)
    return _at_part(reading, ahead, "", "verb")


def _either_day(reading: Reading, first: date, second: date) -> Resolved:
    """ "La reunión que iba a celebrarse el martes", where the last one is nearer: nobody can tell which."""
    value = f"[{first.isoformat()},{second.isoformat()}]"
    return replace(_at_part(reading, None, f"XXXX-WXX-{reading.weekday}", "weekday"), value=value)


def _weekday_beside(reading: Reading, context: Context) -> Resolved | None:
    """ "The following Tuesday", "el lunes anterior": counted from the day mentioned before."""
    base, step = previous_day(context.previous, "D"), reading.offset or 0
    if base is None or reading.weekday is None:
        return _at_part(reading, None, f"XXXX-WXX-{reading.weekday}", "weekday")
    ahead = (reading.weekday - base.isoweekday()) % 7 or 7
    if step < 0:
        ahead = ahead - 7 or -7
    return _at_part(reading, base + timedelta(ahead), "", "inferred")


def resolve_deictic(reading: Reading, context: Context) -> Resolved | None:
    if context.published is None:
        return _at_part(reading, None, "XXXX-XX-XX", "deictic")
    day = context.published + timedelta(reading.offset or 0)
    if reading.weekday not in (None, day.isoweekday()):
        return _checked(reading, day, "deictic")  # "ayer martes", on a Friday
    return _at_part(reading, day, "", "deictic")


def _at_part(reading: Reading, day: date | None, otherwise: str, basis: DateBasis) -> Resolved:
    """A day, or a part of one ("el viernes por la noche")."""
    stem = day.isoformat() if day else otherwise
    value = day.isoformat() if day else None
    if reading.part:
        return Resolved(type="TIME", timex=f"{stem}T{reading.part}", value=value, basis=basis if day else "vague")
    return Resolved(type="DATE", timex=stem, value=value, basis=basis if day else "vague")


def resolve_stamp(reading: Reading, context: Context) -> Resolved | None:
    """Dates in figures: `2026-01-17T01:52:41+00:00`, `16/01/2026`, `1/16/26`.

    Where the orders of day and month that a language knows give two days, both stay possible.
    """
    assert reading.figures
    if re.match(r"\d{4}-", reading.figures):
        iso = date.fromisoformat(reading.figures[:10]).isoformat()
        clock = reading.figures[11:16]
        if not edtf.is_edtf(f"{iso}T{clock}"):
            return Resolved(type="DATE", timex=iso, value=iso, basis="explicit")
        return Resolved(type="TIME", timex=f"{iso}T{clock}", value=f"{iso}T{clock}", basis="explicit")
    numbers = [int(part) for part in re.findall(r"\d+", reading.figures)]
    days = [day for order in context.numeric_order for day in _ordered(numbers, order, context)] or _ordered(
        numbers, "dmy", context
    )
    days = days or _ordered(numbers, "mdy", context)
    if not days:
        return None
    iso = days[0].isoformat()
    both = sorted({day.isoformat() for day in days})
    return Resolved(type="DATE", timex=iso, value=iso if len(both) == 1 else f"[{','.join(both)}]", basis="explicit")


def _ordered(numbers: Sequence[int], order: str, context: Context) -> list[date]:
    parts = dict(zip(order, numbers, strict=True))
    return existing((full_year(parts["y"], context),), parts["m"], parts["d"])


def resolve_clock(reading: Reading, context: Context) -> Resolved | None:
    """A time of day on the day that its own words or its sentence give; without either it has no value."""
    time = _time(reading)
    if time is None:
        return None
    own = None
    if reading.offset is not None:
        own = resolve_deictic(replace(reading, part=None, weekday=None), context)
    elif reading.weekday is not None:
        own = resolve_weekday(replace(reading, part=None), context)
    day = own.value if own else context.day
    if day is None:
        stem = own.timex if own else context.published.isoformat() if context.published else "XXXX-XX-XX"
        return Resolved(type="TIME", timex=stem + time)
    value = day if reading.part and not _has_hour(reading) else day + time
    return Resolved(type="TIME", timex=day + time, value=value, basis=own.basis if own else "inferred")


def _has_hour(reading: Reading) -> bool:
    return reading.hour is not None or reading.figures is not None


def _time(reading: Reading) -> str | None:
    """The time as TimeML has it: `T18:00`, `T18:00Z`, `TMO`; None where there is no such hour."""
    if not _has_hour(reading):
        return f"T{reading.part}"
    hour, minute = _hour_minute(reading)
    if hour * 60 + minute > 24 * 60 or minute > 59:
        return None
    return f"T{hour:02d}:{minute:02d}{'Z' if reading.zone == 'Z' else ''}"


def _hour_minute(reading: Reading) -> tuple[int, int]:
    hour, minute = reading.hour or 0, reading.minute or 0
    if reading.figures:
        digits = re.findall(r"\d+", reading.figures)
        hour, minute = (int(digits[0]), int(digits[1])) if len(digits) > 1 else divmod(int(digits[0]), 100)
    afternoon = reading.half == "PM" or reading.part in ("AF", "EV", "NI")
    if afternoon and hour < 12:
        hour += 12
    if reading.half == "AM" and hour == 12:
        hour = 0
    return hour, minute
