"""Dates as they are written down: pure functions on EDTF strings (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/).

Read are the values that news can be dated with: days, months and years (`2026-01-16`, `2026-01`, `2026`), a day with a time
of day, seasons, quarters, four-month periods and halves (`2026-21` … `2026-41`), masked digits (`198X`, `2026-01-XX`), the
qualifiers `?`, `~` and `%` behind a value, intervals (`2026-02-03/2026-02-05`, `2026-01-23/..`) and sets
(`[2026-01-16,2026-01-23]`).  Bounds are whole days, both included, None where the value is open.

The library `edtf` reads more kinds, but costs 0.3 s at start, has no weeks, and raises on the bounds of open intervals.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeGuard

Bounds = tuple[date | None, date | None]

_SIMPLE = re.compile(
    r"(\d{4}|\d{3}X|\d\dXX|\dXXX|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX)(?:T(\d\d:\d\d(?::\d\d)?)(?:Z|[+-]\d\d:?\d\d)?)?)?)?[?~%]?",
    re.ASCII,
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:([0-5]\d|60))?|24:00(:00)?", re.ASCII)
_LONGEST = 1_000

# First month and number of months of EDTF's divisions of a year.  A season without a hemisphere (21-24) is read as the northern
# one; the winter of a year begins in its December.
_DIVISIONS = {
    **dict.fromkeys((21, 25, 31), (3, 3)),
    **dict.fromkeys((22, 26, 32), (6, 3)),
    **dict.fromkeys((23, 27, 29), (9, 3)),
    **dict.fromkeys((24, 28, 30), (12, 3)),
    **{33 + i: (1 + 3 * i, 3) for i in range(4)},
    **{37 + i: (1 + 4 * i, 4) for i in range(3)},
    **{40 + i: (1 + 6 * i, 6) for i in range(2)},
}


def is_edtf(value: str) -> bool:
    """Whether `value` is a date of the kinds listed above and exists in the calendar.

    >>> [is_edtf(v) for v in ("2026-01-16", "2026-01~", "2026-33", "2026-01-23/..", "[2026-01,2026-03]")]
    [True, True, True, True, True]
    >>> [is_edtf(v) for v in ("2026-02-30", "2026-W03", "16/01/2026", "2026-02/2026-01", "")]
    [False, False, False, False, False]
    """
    try:
        bounds(value)
    except ValueError:
        return False
    return True


def is_day(value: str | None) -> TypeGuard[str]:
    """Whether `value` is one whole day and no more.

    >>> [is_day(v) for v in ("2026-01-16", "2026-01", "2026-01-16T09:00", "[2026-01-16,2026-01-17]", None)]
    [True, False, False, False, False]
    """
    return value is not None and _DAY.fullmatch(value) is not None


@lru_cache(maxsize=1024)
def bounds(value: str) -> Bounds:
    """The first and the last day that `value` may mean, None where it is open.  ValueError where it is no such EDTF.

    >>> [str(day) for day in bounds("2026-02")]
    ['2026-02-01', '2026-02-28']
    >>> bounds("2026-01-23/..")
    (datetime.date(2026, 1, 23), None)
    """
    parts = _parts(value)
    first, last = [part[0] for part in parts], [part[1] for part in parts]
    return (
        None if None in first else min(day for day in first if day),
        None if None in last else max(day for day in last if day),
    )


def intersects(a: str, b: str) -> bool:
    """Whether some day can be meant by both values.

    >>> intersects("2026-01", "2026-01-23"), intersects("[2026-01-16,2026-01-23]", "2026-01-20")
    (True, False)
    """
    return any(_meet(left, right) for left in _parts(a) for right in _parts(b))


def contains(a: str, b: str) -> bool:
    """Whether every day that `b` may mean is one that `a` may mean.

    >>> contains("2026-01", "2026-01-23"), contains("2026-01-23", "2026-01"), contains("2026-01", "2026-01")
    (True, False, True)
    """
    return all(any(_covers(left, right) for left in _parts(a)) for right in _parts(b))


def is_open_ended(value: str) -> bool:
    """Whether a date only says from when on: what is announced without a day.

    >>> [is_open_ended(v) for v in ("2026-01-23/..", "2026-01-23", "../2026-01-23")]
    [True, False, False]
    """
    first, last = bounds(value)
    return first is not None and last is None


def compare(a: str, b: str) -> int:
    """-1 where all of `a` is before `b`, 1 where all of it is after, 0 where they may meet or neither is known to be first.

    >>> compare("2026-01-16", "2026-02"), compare("2026-02", "2026-02-03"), compare("2026-03", "2026-01/2026-02")
    (-1, 0, 1)
    """
    (first_a, last_a), (first_b, last_b) = bounds(a), bounds(b)
    if last_a and first_b and last_a < first_b:
        return -1
    return 1 if last_b and first_a and last_b < first_a else 0


def from_bounds(first: date | None, last: date | None) -> str:
    """The shortest value with these bounds: a day, a month, a year, or an interval.

    >>> from_bounds(date(2026, 2, 1), date(2026, 2, 28)), from_bounds(date(2026, 1, 23), None)
    ('2026-02', '2026-01-23/..')
    """
    if first is None or last is None:
        return f"{first or '..'}/{last or '..'}"
    if first == last:
        return first.isoformat()
    if first.day == 1 and last == _month_end(last.year, last.month):
        if (first.month, last.month) == (1, 12):
            return _joined(first.isoformat()[:4], last.isoformat()[:4])
        return _joined(first.isoformat()[:7], last.isoformat()[:7])
    return f"{first}/{last}"


def _joined(start: str, stop: str) -> str:
    return start if start == stop else f"{start}/{stop}"


def week_of(value: str) -> str:
    """The ISO week in which `value` begins (in which it ends, where its beginning is open).

    >>> week_of("2026-01-16"), week_of("2027-01-01")
    ('2026-W03', '2026-W53')
    """
    first, last = bounds(value)
    day = first or last
    if day is None:
        raise ValueError(f"{value!r} lies in no week: it is open at both ends")
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def week_days(week: str) -> str:
    """The days of an ISO week, Monday to Sunday, as an interval.

    >>> week_days("2026-W03")
    '2026-01-12/2026-01-18'
    """
    match = re.fullmatch(r"(\d{4})-W(\d\d)", week, re.ASCII)
    if not match:
        raise ValueError(f"{week!r} is no ISO week such as 2026-W03")
    monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    return f"{monday}/{monday + timedelta(6)}"


# ------------------------------------------------------------------ reading


@lru_cache(maxsize=4096)
def _parts(value: str) -> tuple[Bounds, ...]:
    """The bounds of each member of a set; of the value itself, where it is none."""
    if len(value) > _LONGEST:
        raise ValueError("a date of more than 1,000 characters")
    if value[:1] + value[-1:] in ("[]", "{}"):
        return tuple(_range(*part.split("..", 1)) if ".." in part else _simple(part) for part in value[1:-1].split(","))
    return (_range(*value.split("/", 1)) if "/" in value else _simple(value),)


def _range(start: str, stop: str) -> Bounds:
    first = None if start in ("", "..") else _simple(start)[0]
    last = None if stop in ("", "..") else _simple(stop)[1]
    if first and last and last < first:
        raise ValueError(f"the interval {start}/{stop} ends before it begins")
    return first, last


def _simple(value: str) -> Bounds:
    match = _SIMPLE.fullmatch(value)
    if not match or (match[4] and not _CLOCK.fullmatch(match[4])):
        raise ValueError(f"{value!r} is no EDTF date")
    year, month, day = match[1], match[2], match[3]
    first = max(int(year.replace("X", "0")), 1)
    last = int(year.replace("X", "9"))
    if last == 0:
        raise ValueError(f"{value!r}: the year 0 is not in the calendar")
    if month is None or month == "XX" or "X" in year:
        _check_masked(value, month, day)
        return date(first, 1, 1), date(last, 12, 31)
    if int(month) in _DIVISIONS and day is None:
        return _division(first, int(month))
    if day is None or day == "XX":
        return date(first, int(month), 1), _month_end(first, int(month))
    exact = date(first, int(month), int(day))
    return exact, exact


def _check_masked(value: str, month: str | None, day: str | None) -> None:
    """A month or a day that stands behind masked digits has to be possible all the same."""
    if month not in (None, "XX") and not 1 <= int(month) <= 12:
        raise ValueError(f"{value!r}: there is no month {month}")
    if day not in (None, "XX"):
        date(2000, 1 if month in (None, "XX") else int(month), int(day))


def _division(year: int, code: int) -> Bounds:
    month, count = _DIVISIONS[code]
    end = year * 12 + month + count - 2
    return date(year, month, 1), date.max if end // 12 > date.max.year else _month_end(end // 12, end % 12 + 1)


def _month_end(year: int, month: int) -> date:
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    return date(year, month, monthrange(year, month)[1])


# ------------------------------------------------------------------ comparing bounds


def _meet(a: Bounds, b: Bounds) -> bool:
    (first_a, last_a), (first_b, last_b) = a, b
    return not (last_a and first_b and last_a < first_b) and not (last_b and first_a and last_b < first_a)


def _covers(a: Bounds, b: Bounds) -> bool:
    (first_a, last_a), (first_b, last_b) = a, b
    return (first_a is None or (first_b is not None and first_a <= first_b)) and (
        last_a is None or (last_b is not None and last_b <= last_a)
    )
