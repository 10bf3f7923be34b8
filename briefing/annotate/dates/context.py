"""What readings are resolved against, what comes of it, and the choice among several occurrences.

Order of the decisions, measured on TimeML corpora (weekdays 90 %, day and month 96-100 %, months 90 % right): a year, or a
weekday that fits only one year; words of direction ("próximo", "last"); the verb, where it is near and finite; otherwise the
nearest occurrence, weighted by tense.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.annotate.dates.reading import Reading
from briefing.annotate.dates.tense import UNKNOWN_TENSE, Tense
from briefing.model import DateBasis, TimexType

NEUTRAL_WEEKDAY, NEUTRAL_MONTH = 1.5, 1.2
"""How much farther than it is a day ahead seems, where no tense is known."""
_AHEAD, _LATEST = 20, 2069
_FUTURE_WEIGHT = {1: 0.8, -1: 2.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a reading is resolved against: the article's day, the clause's tense, the date before it (EDTF), and the day
    that its sentence speaks of; `foretold`: it lies ahead of a saying, of `said_on` where the words tell its day;
    `next_or_after`: days ahead, in the same week, of which nobody says "next Thursday" for certain: it may be a week later."""

    published: date | None
    tense: Tense = UNKNOWN_TENSE
    previous: str | None = None
    day: str | None = None
    numeric_order: Sequence[str] = ("dmy",)
    foretold: bool = False
    said_on: date | None = None
    next_or_after: int = 0


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


def choose(days: Iterable[date], reading: Reading, context: Context, neutral: float) -> tuple[date, DateBasis]:
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


def years_around(context: Context) -> range:
    assert context.published
    return range(max(context.published.year - 1, 1), min(context.published.year + 1, date.max.year) + 1)


def existing(years: Iterable[int], month: int, day: int) -> list[date]:
    """The dates with this day and month; 29 February exists in few years."""
    found = []
    for year in years:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return found


def stated_year(reading: Reading, context: Context) -> tuple[int, DateBasis] | None:
    """The year that the words give: as a number, as "del año pasado", or as "del mismo año"."""
    if reading.year is not None:
        return reading.year, "explicit"
    if reading.yearshift is not None and context.published:
        return context.published.year + reading.yearshift, "deictic"
    if reading.same and context.previous:
        return int(context.previous[:4]), "inferred"
    return None


def full_year(year: int, context: Context) -> int:
    """Two digits are of the last hundred years, counted from twenty years ahead."""
    latest = context.published.year + _AHEAD if context.published else _LATEST
    return year if year > 99 else latest - (latest - year) % 100


def dated(timex: str, value: str, basis: DateBasis) -> Resolved:
    return Resolved(type="DATE", timex=timex, value=value, basis=basis)


def bounded(reading: Reading, kind: TimexType, timex: str, direction: int, context: Context) -> Resolved:
    """Something without days of its own, which lies before or after the article's day."""
    return Resolved(
        type=kind,
        timex=timex,
        since=context.published if direction > 0 else None,
        until=context.published if direction < 0 else None,
    )


def previous_day(previous: str | None, unit: str) -> date | None:
    """A day within the date before, if that is at least as fine as the unit."""
    match = re.match(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$", previous or "")
    if not match or (unit in ("D", "W", "WE") and not match[3]) or (unit != "Y" and not match[2] and unit not in ("DE", "CE")):
        return None
    return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
