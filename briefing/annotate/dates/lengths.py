"""Distances, lengths, repetitions ("hace tres años", "the next six months", "cada lunes"); words that only point at a time."""

from __future__ import annotations

from dataclasses import replace

from briefing.annotate.dates import arithmetic
from briefing.annotate.dates.context import Context, Resolved, bounded, dated, previous_day
from briefing.annotate.dates.reading import Reading

YEARS_IN = {"CE": 100, "DE": 10}


def resolve_ago(reading: Reading, context: Context) -> Resolved | None:
    """ "Hace tres años", "two weeks ago", "dentro de un mes": a step of a number of units, to the unit it leads into."""
    unit, direction = reading.unit or "D", reading.direction or -1
    length = arithmetic.period(unit, _count(reading))
    if _count(reading) is None or unit in arithmetic.CLOCK_UNITS:
        return bounded(reading, "DURATION", length, direction, context)
    if context.published is None:
        return Resolved(type="DATE", timex="XXXX-XX-XX" if unit == "D" else "XXXX")
    count = _count(reading) or 0
    if count != int(count) and unit in YEARS_IN:  # "half a century ago"
        unit, count = "Y", count * YEARS_IN[unit]
    if count != int(count):
        unit, count = (
            ("M", round(count * arithmetic.MONTHS_IN[unit])) if unit in arithmetic.MONTHS_IN else ("D", round(count * 7))
        )
    day = arithmetic.shift(context.published, unit, direction * int(count))
    timex, value = arithmetic.written(day, _told_unit(unit))
    round_number = unit in ("Y", "LU", "DE", "CE") and (count % 5 == 0 or unit != "Y")
    return dated(timex, value + "~" if round_number else value, "deictic")


def _told_unit(unit: str) -> str:
    """ "Hace dos décadas" leads to a year, "two quarters ago" to a month, "hace dos quincenas" to a day."""
    return {"DE": "Y", "CE": "Y", "LU": "Y", "Q": "M", "H": "M", "T": "M", "QN": "D", "WE": "W"}.get(unit, unit)


def _count(reading: Reading) -> float | None:
    """The number, with its half ("tres años y medio"); the half alone is on top of one ("año y medio")."""
    if reading.count is None:
        return 1 + reading.fraction if reading.fraction else None
    return reading.count + (reading.fraction or 0)


def resolve_span(reading: Reading, context: Context) -> Resolved | None:
    """ "Los últimos tres años", "the next six months": a length that ends or begins at the article's day."""
    unit, count, direction = reading.unit or "D", _count(reading), reading.direction or 0
    length = arithmetic.period(unit, count)
    published = context.published
    if count is None or not direction or published is None or count != int(count):
        return bounded(reading, "DURATION", length, direction, context)
    if unit not in ("D", "W", "M", "Q", "Y", "DE", "QN"):
        return bounded(reading, "DURATION", length, direction, context)
    other = arithmetic.shift(published, unit, direction * int(count))
    ends = sorted(arithmetic.written(day, _interval_unit(unit))[1] for day in (published, other))
    found = bounded(reading, "DURATION", length, direction, context)
    return replace(found, value="/".join(ends), basis="deictic")


def _interval_unit(unit: str) -> str:
    return {"W": "D", "Q": "M", "DE": "Y", "QN": "D"}.get(unit, unit)


def resolve_duration(reading: Reading, _: Context) -> Resolved | None:
    timex = arithmetic.period(reading.unit or "D", _count(reading))
    if reading.unitb:
        second = arithmetic.period(reading.unitb, reading.countb)
        both_clock = timex.startswith("PT") and second.startswith("PT")
        timex += second[2:] if both_clock else second[1:]
    return Resolved(type="DURATION", timex=timex)


def resolve_later(reading: Reading, context: Context) -> Resolved | None:
    """ "Signed on 3 May and broken ten days later": a length that leads from the date before it to another."""
    length, unit, count = resolve_duration(reading, context), reading.unit or "D", reading.count
    base = previous_day(context.previous, unit)
    if length is None or base is None or count is None or count != int(count) or unit in arithmetic.CLOCK_UNITS:
        return length
    day = arithmetic.shift(base, unit, (reading.offset or 1) * int(count))
    return replace(length, value=arithmetic.written(day, _told_unit(unit))[1], basis="inferred")


def resolve_set(reading: Reading, _: Context) -> Resolved | None:
    if reading.weekday is not None:
        return Resolved(type="SET", timex=f"XXXX-WXX-{reading.weekday}")
    if reading.unit == "WE":
        return Resolved(type="SET", timex="XXXX-WXX-WE")
    if reading.part:
        return Resolved(type="SET", timex=f"XXXX-XX-XXT{reading.part}")
    return Resolved(type="SET", timex=arithmetic.period(reading.unit or "D", 1 if reading.count is None else reading.count))


def resolve_reference(reading: Reading, context: Context) -> Resolved | None:
    direction = {"PAST_REF": -1, "FUTURE_REF": 1}.get(reading.ref or "", 0)
    return bounded(reading, "DATE", reading.ref or "PRESENT_REF", direction, context)
