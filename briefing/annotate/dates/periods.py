"""Months, years and what lies between and beyond them: weeks, quarters, seasons, decades, centuries."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from briefing import edtf
from briefing.annotate.dates import arithmetic
from briefing.annotate.dates.context import (
    NEUTRAL_MONTH,
    Context,
    Resolved,
    choose,
    dated,
    full_year,
    previous_day,
    stated_year,
    years_around,
)
from briefing.annotate.dates.reading import Reading
from briefing.model import DateBasis

_PASSED = {"START": 1 / 3, "MID": 2 / 3}
"""How much of a unit has gone by when its part is over."""


def resolve_month(reading: Reading, context: Context) -> Resolved | None:
    assert reading.month is not None
    stated = stated_year(reading, context)
    if stated:
        return dated(*arithmetic.written(date(stated[0], reading.month, 1), "M"), stated[1])
    if context.published is None:
        return Resolved(type="DATE", timex=f"XXXX-{reading.month:02d}")
    this = context.published.replace(day=1)
    ahead = (reading.month - this.month) % 12
    later_part = reading.direction == 1 and reading.modifier == "END"  # "a fines de mayo próximo", said on 7 May
    if ahead == 0 and (not reading.direction or later_part):
        return dated(*arithmetic.written(this, "M"), "nearest")
    months = (arithmetic.add_months(this, ahead - 12), arithmetic.add_months(this, ahead or 12))
    day, basis = choose(months, reading, replace(context, published=this), NEUTRAL_MONTH)
    return dated(*arithmetic.written(day, "M"), basis)


def resolve_year(reading: Reading, context: Context) -> Resolved | None:
    if reading.figures:
        start, stop = re.findall(r"\d+", reading.figures)
        last = int(start[: -len(stop)] + stop)
        seasons_only = "/" in reading.figures  # "2024/25"; "2005/10" is rather a month, or part of an address
        if not int(start) < last or (seasons_only and last - int(start) > 1):
            return None
        return dated(f"{start}/{last}", f"{start}/{last}", "explicit")
    year = full_year(reading.year or 0, context)
    return dated(f"{year:04d}", f"{year:04d}", "explicit")


def resolve_month_part(reading: Reading, context: Context) -> Resolved | None:
    """ "La primera quincena de febrero", "the last week of March", "the second Sunday in May": counted within a month."""
    month = resolve_month(reading, context)
    if month is None or month.value is None:
        return month
    first, last = edtf.bounds(month.value)
    assert first
    assert last
    number = reading.ordinal or 1
    if reading.weekday or reading.unit == "WE":
        return _nth_weekday(reading.weekday, number, first, last, month.basis)
    length = arithmetic.DAYS_IN[reading.unit or "W"]
    start = first + timedelta(length * (number - 1)) if number > 0 else last - timedelta(length - 1)
    stop = start + timedelta(length - 1)
    if reading.unit == "QN" and number in (2, -1):  # the second half, however long the month
        start, stop = first + timedelta(length), last
    timex = arithmetic.written(start + timedelta(3), "W")[0] if reading.unit == "W" else month.timex
    return dated(timex, f"{start}/{min(stop, last)}", month.basis) if start <= last else None


def _nth_weekday(weekday: int | None, number: int, first: date, last: date, basis: DateBasis) -> Resolved | None:
    """The nth such weekday of a month, the last one for -1; without a weekday the nth weekend."""
    wanted = weekday or 6
    if number > 0:
        day = first + timedelta((wanted - first.isoweekday()) % 7 + 7 * (number - 1))
    else:
        day = last - timedelta((last.isoweekday() - wanted) % 7)
    if day > last:
        return None
    return dated(*arithmetic.written(day, "D" if weekday else "WE"), basis)


def resolve_stretch(reading: Reading, context: Context) -> Resolved | None:
    """ "The first nine months of 2024", "los últimos diez días de febrero": a length at one end of a month or a year."""
    whole = resolve_month(reading, context) if reading.month else _whole_year(reading, context)
    if whole is None or reading.count is None or reading.count % 1:
        return None
    unit, count = reading.unit or "D", int(reading.count)
    timex = arithmetic.period(unit, count)
    if whole.value is None or unit in arithmetic.CLOCK_UNITS:
        return Resolved(type="DURATION", timex=timex)
    first, last = edtf.bounds(whole.value)
    assert first
    assert last
    if (reading.ordinal or 1) > 0:
        last = arithmetic.shift(first, unit, count) - timedelta(1)
    else:
        first = arithmetic.shift(last + timedelta(1), unit, -count)
    return Resolved(type="DURATION", timex=timex, value=edtf.from_bounds(first, last), basis=whole.basis)


def _whole_year(reading: Reading, context: Context) -> Resolved | None:
    stated = stated_year(reading, context)
    return dated(f"{stated[0]:04d}", f"{stated[0]:04d}", stated[1]) if stated else Resolved(type="DATE", timex="XXXX")


def resolve_unit(reading: Reading, context: Context) -> Resolved | None:
    """ "Este mes", "la semana pasada", "next quarter": the unit around the article's day, or a step from it."""
    unit, step = reading.unit or "D", reading.direction or 0
    if unit in ("LU", "QN") or unit in arithmetic.CLOCK_UNITS:
        return None
    if context.published is None:
        return Resolved(type="DATE", timex={"D": "XXXX-XX-XX", "M": "XXXX-XX", "W": "XXXX-WXX"}.get(unit, "XXXX"))
    if unit == "WE":
        return dated(*arithmetic.written(_weekend(step, context), "WE"), "deictic")
    found = dated(*arithmetic.written(arithmetic.shift(context.published, unit, step), unit), "deictic")
    if reading.modifier == "AFTER":  # "later this year"
        return _rest_of_week(replace(found, since=context.published), unit)
    return _rest_of_week(replace(found, until=context.published), unit) if reading.modifier == "BEFORE" else found


def resolve_unit_part(reading: Reading, context: Context) -> Resolved | None:
    """ "A inicios de año", told in November of what is still to come: of the next year."""
    found = resolve_unit(reading, context)
    first, last = edtf.bounds(found.value) if found and found.value else (None, None)
    if not first or not last or not context.published or context.tense.direction <= 0:
        return found
    over = context.published > first + (last - first) * _PASSED.get(reading.modifier or "", 1)
    return resolve_unit(replace(reading, direction=1), context) if over else found


def _rest_of_week(found: Resolved, unit: str) -> Resolved:
    """ "Later this week", on a Wednesday: from Thursday on; "earlier this week": Monday and Tuesday."""
    first, last = edtf.bounds(found.value) if found.value else (None, None)
    if unit != "W" or not first or not last:
        return found
    first, last = (found.since + timedelta(1) if found.since else first), (found.until - timedelta(1) if found.until else last)
    return replace(found, value=edtf.from_bounds(first, last)) if first <= last else found


def _weekend(step: int, context: Context) -> date:
    """The Saturday meant: "last" is the one that has passed; "this" the coming one, or after a past verb the passed one."""
    assert context.published
    saturday = context.published + timedelta(5 - context.published.weekday())
    inside = context.published >= saturday
    if step == 0:
        return saturday - timedelta(7) if context.tense.direction < 0 and not inside else saturday
    if step < 0:
        return saturday - timedelta(7)
    return saturday + timedelta(7) if inside else saturday


def resolve_season(reading: Reading, context: Context) -> Resolved | None:
    assert reading.season
    stated = stated_year(reading, context)
    if stated:
        return dated(*arithmetic.season(stated[0], reading.season), stated[1])
    if context.published is None:
        return Resolved(type="DATE", timex=f"XXXX-{reading.season}")
    years = {_place(*edtf.bounds(arithmetic.season(year, reading.season)[1]), context): year for year in years_around(context)}
    day, basis = choose(years, reading, context, 1.0)
    return dated(*arithmetic.season(years[day], reading.season), basis)


def _place(first: date | None, last: date | None, context: Context) -> date:
    """The day of a stretch that lies nearest to the article's."""
    published = context.published
    if published and first and last:
        return min(max(first, published), last)
    raise ValueError("an open stretch has no place")


def resolve_quarter(reading: Reading, context: Context) -> Resolved | None:
    """ "El tercer trimestre", "the last quarter of 2009", "the first half of next year"."""
    unit, ordinal = reading.unit or "Q", reading.ordinal or 1
    months = arithmetic.MONTHS_IN[unit]
    number = 12 // months if ordinal < 0 else ordinal
    if not 1 <= number <= 12 // months:
        return None
    stated = stated_year(reading, context)
    if stated is None and context.published is None:
        return Resolved(type="DATE", timex=f"XXXX-{unit}{number}")
    if stated:
        day, basis = date(stated[0], (number - 1) * months + 1, 1), stated[1]
    else:
        firsts = [date(year, (number - 1) * months + 1, 1) for year in years_around(context)]
        days = [_place(first, arithmetic.add_months(first, months) - timedelta(1), context) for first in firsts]
        day, basis = choose(days, reading, context, NEUTRAL_MONTH)
        if basis == "nearest" and context.published and day < context.published:
            # `the interest that flights resume in the second half`, written in March: no words say that it is over
            return Resolved(type="DATE", timex=f"XXXX-{unit}{number}")
    return dated(*arithmetic.written(day, unit), basis)


def resolve_decade(reading: Reading, _: Context) -> Resolved | None:
    digits = re.findall(r"\d+", reading.figures or "")[0]
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    if len(digits) not in (2, 4) or year % 10 or not 1500 <= year <= date.max.year:
        return None
    return dated(*arithmetic.written(date(year, 1, 1), "DE"), "explicit")


def resolve_century(reading: Reading, _: Context) -> Resolved | None:
    number = reading.ordinal or arithmetic.roman(reading.figures or "")
    if not 1 <= number <= 21:
        return None
    return dated(f"{number - 1:02d}", f"{number - 1:02d}XX", "explicit")


def resolve_anaphor(reading: Reading, context: Context) -> Resolved | None:
    """ "Ese mismo día", "the following month", "el año anterior": counted from the date mentioned before."""
    unit, step = reading.unit or "D", reading.offset or 0
    base = previous_day(context.previous, unit)
    counted = unit == "D" and step != 0 and reading.same is None  # `Al día siguiente firmaron`, of no day told: not tomorrow
    if base is None and reading.direction is not None and context.published and not counted:
        return resolve_unit(replace(reading, direction=step), context)
    if base is None:
        return Resolved(type="DATE", timex={"D": "XXXX-XX-XX", "M": "XXXX-XX", "W": "XXXX-WXX"}.get(unit, "XXXX"))
    return dated(*arithmetic.written(arithmetic.shift(base, unit, step), unit), "inferred")
