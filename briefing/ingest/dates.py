"""Calendar dates in datelines, date lines and metadata.  Dates in prose are the annotation's matter, not read here.

Only what is written is read: a day, month and year, or a day and month whose year `with_year` may find later.  "03/02/2026"
is read only in a language whose order is known; a month without a day only where the caller allows it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.ingest.cues import Cues, fold
from briefing.model import Language, Span
from briefing.model.letters import UPPER

_ISO = re.compile(
    r"(?<![\w/-])(?P<year>(?:19|20)\d\d)(?P<sign>[-/.])(?P<month>0[1-9]|1[0-2])(?P=sign)(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:[T ]+\d\d:\d\d(?::\d\d)?(?:\.\d+)?\s?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?)?(?![\w/-])"
)
_ISO_MONTH = re.compile(r"(?<![\w/-])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?![\w/-])")
_NUMERIC = re.compile(
    r"(?<![\w/.-])(?P<first>\d{1,2})(?P<sign>\. |[/.-])(?P<second>\d{1,2})(?P=sign)"
    r"(?P<year>(?:19|20)\d\d|(?<=[/.])\d\d)(?![\w/-]|[.,]\d)"
)
CENTURY = 2000
"""Of a year of two figures."""
_IN_NAME = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?![0-9A-Za-z])")
_ENDS_A_NAME = re.compile(rf"[{UPPER}][^\W\d_]+ $")
"""A weekday behind it is the name's: `Santo Domingo, 6 may (EFE)` is no Sunday."""
_STAMP = re.compile(r"(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDate:
    """A date as it is written: without a day it is a month; without a year, or a month, it needs one from elsewhere."""

    span: Span
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None = None  # 1 is Monday

    @property
    def edtf(self) -> str | None:
        """The EDTF value; None where the year is not written or the calendar has no such day."""
        if self.year is None or self.month is None:
            return None
        if self.day is None:
            return f"{self.year:04}-{self.month:02}"
        return _iso_day(self.year, self.month, self.day)

    def with_year(self, near: dt.date) -> str | None:
        """The day nearest to `near` that this date can mean; None where the weekday contradicts it."""
        if self.year is not None or self.day is None:
            return self.edtf
        months = [(year, self.month or near.month) for year in (near.year - 1, near.year, near.year + 1)]
        if self.month is None:  # `MADRID, 12 (EUROPA PRESS)`
            months = [(month.year, month.month) for month in (near.replace(day=1) + dt.timedelta(step) for step in (-1, 0, 31))]
        days = [day for year, month in months if (day := _iso_day(year, month, self.day))]
        best = min(days, key=lambda day: (abs(dt.date.fromisoformat(day) - near), day), default=None)
        if best and self.weekday and dt.date.fromisoformat(best).isoweekday() != self.weekday:
            return None
        return best


def find_dates(text: str, cues: Cues, language: Language | None = None) -> list[WrittenDate]:
    """Every date in a short text, in order; of two that overlap the longer one.

    >>> from briefing.ingest.cues import load_cues
    >>> [d.edtf for d in find_dates("Lima, 3 de marzo de 2025; Jan. 16, 2026", load_cues())]
    ['2025-03-03', '2026-01-16']
    """
    found = [_iso(m) for m in _ISO.finditer(text)]
    found += [_worded(m, cues) for pattern in cues.dates for m in pattern.finditer(text)]
    found += [date for m in _NUMERIC.finditer(text) if (date := _numeric(m, cues, language) or _of_its_weekday(m, cues))]
    found.sort(key=lambda date: (-len(date.span), date.span))
    kept: list[WrittenDate] = []
    for date in found:
        if not any(date.span.overlaps(other.span) for other in kept):
            kept.append(date)
    return sorted(kept, key=lambda date: date.span)


def find_full_dates(text: str, cues: Cues) -> list[WrittenDate]:
    """The dates of a long text that are written with day, month and year."""
    return [date for date in find_dates(text, cues) if date.edtf and date.day]


def read_date(value: str, cues: Cues, language: Language | None = None) -> WrittenDate | None:
    """The first full date of a metadata value, of several the one labelled as that of publication (`Updated: 3 May | First
    published: 2 May`), or the month that it consists of; None where it says neither.

    >>> from briefing.ingest.cues import load_cues
    >>> [read_date(v, load_cues()).edtf for v in ("2026-01-16T10:00:00Z", "16 enero 2026, 10:30", "2025-01")]
    ['2026-01-16', '2026-01-16', '2025-01']
    """
    full = [date for date in find_dates(value, cues, language) if date.edtf]
    if full:
        return next((date for date in full if cues.dated_behind.search(value[: date.span.start])), full[0])
    match = _ISO_MONTH.search(value)
    if not match:
        return None
    return WrittenDate(span=Span(*match.span()), year=int(match["year"]), month=int(match["month"]), day=None)


def date_of_note(line: str, cues: Cues, language: Language | None) -> WrittenDate | None:
    """The day of `This story was first published on May 5, 2026. It was updated on May 6.`"""
    whole = (date for date in find_dates(line, cues, language) if date.edtf and date.day)
    return next((date for date in whole if cues.dated_behind.search(line[: date.span.start])), None)


def yearless_date(value: str, cues: Cues) -> WrittenDate | None:
    """The one day of a line whose year is not written: `Thursday, 15 October`."""
    found = find_dates(value, cues)
    return found[0] if len(found) == 1 and found[0].year is None else None


def two_readings(value: str, cues: Cues) -> tuple[str, str] | None:
    """Both days that the one date of a line can mean where nothing says whether the month comes first.

    >>> from briefing.ingest.cues import load_cues
    >>> two_readings("Kampala, 03/05/2026", load_cues()), two_readings("3 May 2026", load_cues())
    (('2026-05-03', '2026-03-05'), None)
    """
    found = list(_NUMERIC.finditer(value))
    if len(found) != 1 or find_dates(value, cues):
        return None
    first, second, year = int(found[0]["first"]), int(found[0]["second"]), _year(found[0]["year"])
    one, other = _iso_day(year, second, first), _iso_day(year, first, second)
    return (one, other) if one and other and one != other else None


def date_in_name(name: str) -> str | None:
    """The day that a file's name begins with or holds.

    >>> date_in_name("2026-01-16-canal.txt"), date_in_name("efe_20260116.txt"), date_in_name("5cbe20260116f8.txt")
    ('2026-01-16', '2026-01-16', None)
    """
    days = [day for m in _IN_NAME.finditer(name) if (day := _iso_day(int(m[1]), int(m[3]), int(m[4])))]
    return days[0] if days else None


def has_timestamp(text: str) -> bool:
    """Whether a machine's time stamp stands in the text: a date with a time behind a T."""
    return bool(_STAMP.search(text))


def days_of(values: Iterable[str]) -> list[dt.date]:
    """The whole days among EDTF values, sorted."""
    return sorted(dt.date.fromisoformat(value) for value in values if len(value) == len("2026-01-16"))


def _iso(match: re.Match[str]) -> WrittenDate:
    return WrittenDate(span=Span(*match.span()), year=int(match["year"]), month=int(match["month"]), day=int(match["day"]))


def _worded(match: re.Match[str], cues: Cues) -> WrittenDate:
    groups = match.groupdict()
    place = _ENDS_A_NAME.search(match.string, 0, match.start())
    weekday = None if place else groups.get("weekday")
    start = min(match.start("day"), match.start("month")) if place else match.start()
    return WrittenDate(
        span=Span(start, match.end()),
        year=int(groups["year"]) if groups.get("year") else None,
        month=cues.months[fold(groups["month"])],
        day=int(groups["day"]),
        weekday=cues.weekdays[fold(weekday)] if weekday else None,
    )


def _numeric(match: re.Match[str], cues: Cues, language: Language | None) -> WrittenDate | None:
    first, second, year = int(match["first"]), int(match["second"]), _year(match["year"])
    day_first = match["sign"][0] == "." or cues.numeric_order.get(language or "") == "dmy"  # nobody dots a month in front
    if first > 12 >= second or first == second or (day_first and second <= 12):
        day, month = first, second
    elif second > 12 >= first:
        day, month = second, first
    else:
        return None
    return WrittenDate(span=Span(*match.span()), year=year, month=month, day=day) if month >= 1 else None


def _year(figures: str) -> int:
    """`9/7/27`."""
    return int(figures) if len(figures) > 2 else CENTURY + int(figures)


def _of_its_weekday(match: re.Match[str], cues: Cues) -> WrittenDate | None:
    """`Thursday 08/04/2027`: of the two readings the one that is a Thursday."""
    word = match.string[: match.start()].rstrip(" ,").rpartition(" ")[2]
    weekday = cues.weekdays.get(fold(word.strip(".,(")))
    one, other, year = int(match["first"]), int(match["second"]), _year(match["year"])
    readings = {(year, month, day) for day, month in ((one, other), (other, one))}
    fitting = [r for r in sorted(readings) if (value := _iso_day(*r)) and dt.date.fromisoformat(value).isoweekday() == weekday]
    if len(fitting) != 1:
        return None
    year, month, day = fitting[0]
    return WrittenDate(span=Span(*match.span()), year=year, month=month, day=day)


def _iso_day(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


__all__ = [
    "WrittenDate",
    "date_in_name",
    "date_of_note",
    "days_of",
    "find_dates",
    "find_full_dates",
    "has_timestamp",
    "read_date",
    "two_readings",
    "yearless_date",
]
