"""From what the words say to days of the calendar: one resolver for each kind of expression.

The article's date decides what "el jueves", "en marzo" or "last year" mean.  Order of the decisions, measured on TimeML
corpora (weekdays 90 %, day and month 96-100 %, months 90 % right): a year, or a weekday that fits only one year; words of
direction ("próximo", "last"); the verb, where it is near and finite; otherwise the nearest occurrence, weighted by tense.
What no calendar tells ("en los próximos meses") keeps its TimeML value and gets no days.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefing import edtf
from briefing.annotate.dates import arithmetic
from briefing.annotate.dates.reading import Reading
from briefing.annotate.dates.tense import Tense
from briefing.model import DateBasis, TimexType

_FUTURE_WEIGHT = {1: 0.8, -1: 2.0}
_NEUTRAL_WEEKDAY, _NEUTRAL_MONTH = 1.5, 1.2
_CLASH = "weekday_clash"
_SAME_SEASON = timedelta(200)  # a weekday that fits only a day further away is rather a mistake


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a reading is resolved against: the article's day, the clause's tense, the date before it (EDTF), and the day
    that its sentence speaks of."""

    published: date | None
    tense: Tense = Tense(0, False)
    previous: str | None = None
    day: str | None = None
    numeric_order: Sequence[str] = ("dmy",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A TimeML value and, where days are meant, its EDTF.  `since` and `until` narrow its days, or bound
    what has no value of its own."""

    type: TimexType
    timex: str
    value: str | None = None
    basis: DateBasis = "vague"
    since: date | None = None
    until: date | None = None
    note: str = ""


Resolver = Callable[[Reading, Context], Resolved | None]


def resolve(reading: Reading, contexts: Sequence[Context]) -> Resolved | None:
    """Resolve against each day that the article may be of: what differs among them stays open.

    None where the words are no date after all (30 February).
    """
    resolver = RESOLVERS[reading.make]
    first = _safely(resolver, reading, contexts[0])
    for context in contexts[1:]:
        if _safely(resolver, reading, context) != first:
            return _safely(resolver, reading, replace(contexts[0], published=None))
    return first


def _safely(resolver: Resolver, reading: Reading, context: Context) -> Resolved | None:
    """A step out of the calendar ("hace 5.000 años") is no date."""
    try:
        return resolver(reading, context)
    except (ValueError, OverflowError):
        return None


# ------------------------------------------------------------------ choosing


def _nearest(days: Iterable[date], reading: Reading, context: Context, neutral: float) -> tuple[date, DateBasis]:
    """The occurrence that is meant, by direction, by a near verb, or by distance weighted with the tense."""
    published = context.published or date.min
    candidates = sorted(days)
    if reading.direction:
        ahead = [day for day in candidates if (day - published).days * reading.direction >= 0]
        return min(ahead or candidates, key=lambda day: abs((day - published).days)), "direction"
    tense = context.tense
    if tense.certain:
        ahead = [day for day in candidates if (day - published).days * tense.direction >= 0]
        if ahead:
            return min(ahead, key=lambda day: abs((day - published).days)), "verb"
    weight = _FUTURE_WEIGHT.get(tense.direction, neutral)

    def cost(day: date) -> float:
        distance = (day - published).days
        return distance * weight if distance > 0 else -distance

    return min(candidates, key=cost), "nearest"


def _years_around(context: Context) -> range:
    assert context.published
    return range(max(context.published.year - 1, 1), min(context.published.year + 1, date.max.year) + 1)


def _existing(years: Iterable[int], month: int, day: int) -> list[date]:
    """The dates with this day and month; 29 February exists in few years."""
    found = []
    for year in years:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return found


def _stated_year(reading: Reading, context: Context) -> tuple[int, DateBasis] | None:
    """The year that the words give: as a number, as "del año pasado", or as "del mismo año"."""
    if reading.year is not None:
        return reading.year, "explicit"
    if reading.yearshift is not None and context.published:
        return context.published.year + reading.yearshift, "deictic"
    if reading.same and context.previous:
        return int(context.previous[:4]), "inferred"
    return None


# ------------------------------------------------------------------ days


def _day(reading: Reading, context: Context) -> Resolved | None:
    assert reading.day is not None
    if reading.month is None:
        return _day_of_month(reading, context)
    stated = _stated_year(reading, context)
    if stated:
        return _checked(reading, date(stated[0], reading.month, reading.day), stated[1])
    if context.published is None:
        return _open_day(reading)
    if context.tense.direction < 0:
        context = replace(context, tense=Tense(-1, False))  # "anunció el 20 de enero como fecha": the past verb has another day
    days = _existing(_years_around(context), reading.month, reading.day) or _existing(
        _leap_years(context), reading.month, reading.day
    )
    if not days:
        return None
    published = context.published
    fitting = [day for day in days if day.isoweekday() == reading.weekday and abs(day - published) < _SAME_SEASON]
    if fitting and not reading.direction:
        return _checked(reading, _nearest(fitting, reading, context, _NEUTRAL_MONTH)[0], "weekday")
    return _checked(reading, *_nearest(days, reading, context, _NEUTRAL_MONTH))


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
    days = [day for month in months for day in _existing((month.year,), month.month, reading.day)]
    fitting = [day for day in days if day.isoweekday() == reading.weekday]
    if not days:
        return None
    chosen, basis = _nearest(fitting or days, reading, context, _NEUTRAL_MONTH)
    return _checked(reading, chosen, "weekday" if fitting else "deictic" if len(steps) == 1 else basis)


def _weekday(reading: Reading, context: Context) -> Resolved | None:
    assert reading.weekday is not None
    if context.published is None:
        return _at_part(reading, None, f"XXXX-WXX-{reading.weekday}", "weekday")
    published = context.published
    if reading.same:
        return _weekday_beside(reading, context)
    if reading.weekshift is not None:
        monday = published - timedelta(published.weekday()) + timedelta(7 * reading.weekshift)
        return _at_part(reading, monday + timedelta(reading.weekday - 1), "", "deictic")
    ahead = (reading.weekday - published.isoweekday()) % 7
    if ahead == 0:
        step = 7 * (reading.direction or 0)
        return _at_part(reading, published + timedelta(step), "", "direction" if step else "nearest")
    days = (published + timedelta(ahead - 7), published + timedelta(ahead))
    day, basis = _nearest(days, reading, context, _NEUTRAL_WEEKDAY)
    return _at_part(reading, day, "", basis)


def _weekday_beside(reading: Reading, context: Context) -> Resolved | None:
    """ "The following Tuesday", "el lunes anterior": counted from the day mentioned before."""
    base, step = _base(context.previous, "D"), reading.offset or 0
    if base is None or reading.weekday is None:
        return _at_part(reading, None, f"XXXX-WXX-{reading.weekday}", "weekday")
    ahead = (reading.weekday - base.isoweekday()) % 7 or 7
    if step < 0:
        ahead = ahead - 7 or -7
    return _at_part(reading, base + timedelta(ahead), "", "inferred")


def _deictic(reading: Reading, context: Context) -> Resolved | None:
    if context.published is None:
        return _at_part(reading, None, "XXXX-XX-XX", "deictic")
    return _at_part(reading, context.published + timedelta(reading.offset or 0), "", "deictic")


def _at_part(reading: Reading, day: date | None, otherwise: str, basis: DateBasis) -> Resolved:
    """A day, or a part of one ("el viernes por la noche")."""
    stem = day.isoformat() if day else otherwise
    value = day.isoformat() if day else None
    if reading.part:
        return Resolved(type="TIME", timex=f"{stem}T{reading.part}", value=value, basis=basis if day else "vague")
    return Resolved(type="DATE", timex=stem, value=value, basis=basis if day else "vague")


def _stamp(reading: Reading, context: Context) -> Resolved | None:
    """Dates in figures: `2026-01-17T01:52:41+00:00`, `16/01/2026`, `1/16/26`.

    Where the orders of day and month that a language knows give two days, both stay possible.
    """
    assert reading.figures
    if re.match(r"\d{4}-", reading.figures):
        iso = date.fromisoformat(reading.figures[:10]).isoformat()
        clock = reading.figures[11:16]
        if not clock:
            return Resolved(type="DATE", timex=iso, value=iso, basis="explicit")
        return Resolved(type="TIME", timex=f"{iso}T{clock}", value=f"{iso}T{clock}", basis="explicit")
    numbers = [int(part) for part in re.findall(r"\d+", reading.figures)]
    days = [day for order in context.numeric_order for day in _ordered(numbers, order)] or _ordered(numbers, "dmy")
    days = days or _ordered(numbers, "mdy")
    if not days:
        return None
    iso = days[0].isoformat()
    both = sorted({day.isoformat() for day in days})
    return Resolved(type="DATE", timex=iso, value=iso if len(both) == 1 else f"[{','.join(both)}]", basis="explicit")


def _ordered(numbers: Sequence[int], order: str) -> list[date]:
    parts = dict(zip(order, numbers, strict=True))
    return _existing((_full_year(parts["y"]),), parts["m"], parts["d"])


def _full_year(year: int) -> int:
    """Two digits are of the years 1970 to 2069."""
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def _clock(reading: Reading, context: Context) -> Resolved | None:
    """A time of day: on the day that its own words or its sentence give."""
    hour, minute = _hour_minute(reading)
    if hour > 24 or minute > 59:
        return None
    own = None
    if reading.offset is not None:
        own = _deictic(replace(reading, part=None), context)
    elif reading.weekday is not None:
        own = _weekday(replace(reading, part=None), context)
    day = own.value if own else context.day
    basis: DateBasis = own.basis if own else "inferred"
    if day is None and context.published and not own:
        day = context.published.isoformat()
    stem = day or (own.timex if own else "XXXX-XX-XX")
    time = f"T{hour:02d}:{minute:02d}{'Z' if reading.zone == 'Z' else ''}"
    return Resolved(type="TIME", timex=stem + time, value=day and day + time, basis=basis if day else "vague")


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


# ------------------------------------------------------------------ months and longer


def _month(reading: Reading, context: Context) -> Resolved | None:
    assert reading.month is not None
    stated = _stated_year(reading, context)
    if stated:
        return _dated(*arithmetic.written(date(stated[0], reading.month, 1), "M"), stated[1])
    if context.published is None:
        return Resolved(type="DATE", timex=f"XXXX-{reading.month:02d}")
    this = context.published.replace(day=1)
    ahead = (reading.month - this.month) % 12
    if ahead == 0 and not reading.direction:
        return _dated(*arithmetic.written(this, "M"), "nearest")
    months = (arithmetic.add_months(this, ahead - 12), arithmetic.add_months(this, ahead or 12))
    day, basis = _nearest(months, reading, replace(context, published=this), _NEUTRAL_MONTH)
    return _dated(*arithmetic.written(day, "M"), basis)


def _year(reading: Reading, _: Context) -> Resolved | None:
    if reading.figures:
        start, stop = re.findall(r"\d+", reading.figures)
        last = int(start[: -len(stop)] + stop)
        return _dated(f"{start}/{last}", f"{start}/{last}", "explicit") if int(start) < last else None
    year = _full_year(reading.year or 0)
    return _dated(f"{year:04d}", f"{year:04d}", "explicit")


def _month_part(reading: Reading, context: Context) -> Resolved | None:
    """ "La primera quincena de febrero", "the last week of March": days within a month, counted from its beginning or end."""
    month = _month(reading, context)
    if month is None or month.value is None:
        return month
    first, last = edtf.bounds(month.value)
    assert first
    assert last
    length = arithmetic.DAYS_IN[reading.unit or "W"]
    number = reading.ordinal or 1
    start = last - timedelta(length - 1) if number < 0 else first + timedelta(length * (number - 1))
    stop = last if number < 0 or (reading.unit == "QN" and number == 2) else start + timedelta(length - 1)
    if reading.unit == "QN" and number < 0:
        start = first + timedelta(length)
    if start > last:
        return None
    timex = arithmetic.written(start + timedelta(3), "W")[0] if reading.unit == "W" else month.timex
    return _dated(timex, f"{start}/{min(stop, last)}", month.basis)


def _unit(reading: Reading, context: Context) -> Resolved | None:
    """ "Este mes", "la semana pasada", "next quarter": the unit around the article's day, or a step from it."""
    unit, step = reading.unit or "D", reading.direction or 0
    if unit in ("LU", "QN") or unit in arithmetic.CLOCK_UNITS:
        return None
    if context.published is None:
        return Resolved(type="DATE", timex={"D": "XXXX-XX-XX", "M": "XXXX-XX", "W": "XXXX-WXX"}.get(unit, "XXXX"))
    if unit == "WE":
        return _dated(*arithmetic.written(_weekend(step, context), "WE"), "deictic")
    found = _dated(*arithmetic.written(arithmetic.shift(context.published, unit, step), unit), "deictic")
    if reading.modifier == "AFTER":  # "later this year"
        return replace(found, since=context.published)
    return replace(found, until=context.published) if reading.modifier == "BEFORE" else found


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


def _season(reading: Reading, context: Context) -> Resolved | None:
    assert reading.season
    stated = _stated_year(reading, context)
    if stated:
        return _dated(*arithmetic.season(stated[0], reading.season), stated[1])
    if context.published is None:
        return Resolved(type="DATE", timex=f"XXXX-{reading.season}")
    years = {_place(*edtf.bounds(arithmetic.season(year, reading.season)[1]), context): year for year in _years_around(context)}
    day, basis = _nearest(years, reading, context, 1.0)
    return _dated(*arithmetic.season(years[day], reading.season), basis)


def _place(first: date | None, last: date | None, context: Context) -> date:
    """The day of a stretch that lies nearest to the article's."""
    published = context.published
    if published and first and last:
        return min(max(first, published), last)
    raise ValueError("an open stretch has no place")


def _quarter(reading: Reading, context: Context) -> Resolved | None:
    """ "El tercer trimestre", "the last quarter of 2009", "the first half of next year"."""
    unit, ordinal = reading.unit or "Q", reading.ordinal or 1
    months = arithmetic.MONTHS_IN[unit]
    number = 12 // months if ordinal < 0 else ordinal
    if not 1 <= number <= 12 // months:
        return None
    stated = _stated_year(reading, context)
    if stated is None and context.published is None:
        return Resolved(type="DATE", timex=f"XXXX-{unit}{number}")
    if stated:
        day, basis = date(stated[0], (number - 1) * months + 1, 1), stated[1]
    else:
        firsts = [date(year, (number - 1) * months + 1, 1) for year in _years_around(context)]
        days = [_place(first, arithmetic.add_months(first, months) - timedelta(1), context) for first in firsts]
        day, basis = _nearest(days, reading, context, _NEUTRAL_MONTH)
    return _dated(*arithmetic.written(day, unit), basis)


def _decade(reading: Reading, _: Context) -> Resolved | None:
    digits = re.findall(r"\d+", reading.figures or "")[0]
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    if len(digits) not in (2, 4) or year % 10 or not 1500 <= year <= date.max.year:
        return None
    return _dated(*arithmetic.written(date(year, 1, 1), "DE"), "explicit")


def _century(reading: Reading, _: Context) -> Resolved | None:
    number = reading.ordinal or arithmetic.roman(reading.figures or "")
    if not 1 <= number <= 21:
        return None
    return _dated(f"{number - 1:02d}", f"{number - 1:02d}XX", "explicit")


def _dated(timex: str, value: str, basis: DateBasis) -> Resolved:
    return Resolved(type="DATE", timex=timex, value=value, basis=basis)


# ------------------------------------------------------------------ distances, lengths, repetitions


def _ago(reading: Reading, context: Context) -> Resolved | None:
    """ "Hace tres años", "two weeks ago", "dentro de un mes": a step of a number of units, to the unit it leads into."""
    unit, direction = reading.unit or "D", reading.direction or -1
    length = arithmetic.period(unit, _count(reading))
    if _count(reading) is None or unit in arithmetic.CLOCK_UNITS:
        return _bounded(reading, "DURATION", length, direction, context)
    if context.published is None:
        return Resolved(type="DATE", timex="XXXX-XX-XX" if unit == "D" else "XXXX")
    count = _count(reading) or 0
    if count != int(count):
        unit, count = (
            ("M", round(count * arithmetic.MONTHS_IN[unit])) if unit in arithmetic.MONTHS_IN else ("D", round(count * 7))
        )
    day = arithmetic.shift(context.published, unit, direction * int(count))
    timex, value = arithmetic.written(day, _told_unit(unit))
    round_number = unit in ("Y", "DE", "CE") and (count % 5 == 0 or unit != "Y")
    return _dated(timex, value + "~" if round_number else value, "deictic")


def _told_unit(unit: str) -> str:
    """ "Hace dos décadas" leads to a year, "two quarters ago" to a month, "hace dos quincenas" to a day."""
    return {"DE": "Y", "CE": "Y", "LU": "Y", "Q": "M", "H": "M", "T": "M", "QN": "D", "WE": "W"}.get(unit, unit)


def _count(reading: Reading) -> float | None:
    """The number, with its half ("tres años y medio"); the half alone is on top of one ("año y medio")."""
    if reading.count is None:
        return 1 + reading.fraction if reading.fraction else None
    return reading.count + (reading.fraction or 0)


def _span(reading: Reading, context: Context) -> Resolved | None:
    """ "Los últimos tres años", "the next six months": a length that ends or begins at the article's day."""
    unit, count, direction = reading.unit or "D", _count(reading), reading.direction or 0
    length = arithmetic.period(unit, count)
    published = context.published
    if count is None or not direction or published is None or count != int(count):
        return _bounded(reading, "DURATION", length, direction, context)
    if unit not in ("D", "W", "M", "Q", "Y", "DE", "QN"):
        return _bounded(reading, "DURATION", length, direction, context)
    other = arithmetic.shift(published, unit, direction * int(count))
    ends = sorted(arithmetic.written(day, _interval_unit(unit))[1] for day in (published, other))
    return Resolved(type="DURATION", timex=length, value="/".join(ends), basis="deictic")


def _interval_unit(unit: str) -> str:
    return {"W": "D", "Q": "M", "DE": "Y", "QN": "D"}.get(unit, unit)


def _bounded(reading: Reading, kind: TimexType, timex: str, direction: int, context: Context) -> Resolved:
    """Something without days of its own, which lies before or after the article's day."""
    return Resolved(
        type=kind,
        timex=timex,
        since=context.published if direction > 0 else None,
        until=context.published if direction < 0 else None,
    )


def _duration(reading: Reading, _: Context) -> Resolved | None:
    timex = arithmetic.period(reading.unit or "D", _count(reading))
    if reading.unitb:
        second = arithmetic.period(reading.unitb, reading.countb)
        both_clock = timex.startswith("PT") and second.startswith("PT")
        timex += second[2:] if both_clock else second[1:]
    return Resolved(type="DURATION", timex=timex)


def _set(reading: Reading, _: Context) -> Resolved | None:
    if reading.weekday is not None:
        return Resolved(type="SET", timex=f"XXXX-WXX-{reading.weekday}")
    if reading.unit == "WE":
        return Resolved(type="SET", timex="XXXX-WXX-WE")
    if reading.part:
        return Resolved(type="SET", timex=f"XXXX-XX-XXT{reading.part}")
    return Resolved(type="SET", timex=arithmetic.period(reading.unit or "D", 1 if reading.count is None else reading.count))


def _reference(reading: Reading, context: Context) -> Resolved | None:
    direction = {"PAST_REF": -1, "FUTURE_REF": 1}.get(reading.ref or "", 0)
    return _bounded(reading, "DATE", reading.ref or "PRESENT_REF", direction, context)


def _anaphor(reading: Reading, context: Context) -> Resolved | None:
    """ "Ese mismo día", "the following month", "el año anterior": counted from the date mentioned before."""
    unit, step = reading.unit or "D", reading.offset or 0
    base = _base(context.previous, unit)
    if base is None and reading.direction is not None and context.published:
        return _unit(replace(reading, direction=step), context)
    if base is None:
        return Resolved(type="DATE", timex={"D": "XXXX-XX-XX", "M": "XXXX-XX", "W": "XXXX-WXX"}.get(unit, "XXXX"))
    return _dated(*arithmetic.written(arithmetic.shift(base, unit, step), unit), "inferred")


def _base(previous: str | None, unit: str) -> date | None:
    """A day within the date before, if that is at least as fine as the unit."""
    match = re.match(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$", previous or "")
    if not match or (unit in ("D", "W", "WE") and not match[3]) or (unit != "Y" and not match[2] and unit not in ("DE", "CE")):
        return None
    return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))


RESOLVERS: Mapping[str, Resolver] = {
    "ago": _ago,
    "anaphor": _anaphor,
    "century": _century,
    "clock": _clock,
    "day": _day,
    "decade": _decade,
    "deictic": _deictic,
    "duration": _duration,
    "month": _month,
    "month_part": _month_part,
    "quarter": _quarter,
    "reference": _reference,
    "season": _season,
    "set": _set,
    "span": _span,
    "stamp": _stamp,
    "unit": _unit,
    "weekday": _weekday,
    "year": _year,
}
