"""Steps on the calendar by the units that dates are told in, and how TimeML and EDTF write each of them."""

from __future__ import annotations

from datetime import date, timedelta

from briefing import edtf

MONTHS_IN = {"M": 1, "Q": 3, "T": 4, "H": 6, "Y": 12, "LU": 60, "DE": 120, "CE": 1200}
DAYS_IN = {"D": 1, "W": 7, "WE": 7, "QN": 15}
CLOCK_UNITS = {"TS": "S", "TM": "M", "TH": "H"}
_DIVISION = {"Q": 32, "T": 36, "H": 39}
_PERIOD = {"Q": ("M", 3), "T": ("M", 4), "H": ("M", 6), "DE": ("Y", 10), "CE": ("Y", 100), "QN": ("D", 15), "LU": ("Y", 5)}
_FRACTIONS = {("Y", 0.5): "P6M", ("TH", 0.5): "PT30M", ("TH", 0.75): "PT45M", ("D", 0.5): "PT12H"}
_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def add_months(day: date, months: int) -> date:
    """The first day of the month that lies `months` from the month of `day`.  OverflowError outside of the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(f"year {year}")
    return date(year, month + 1, 1)


def shift(day: date, unit: str, count: int) -> date:
    """A day in the unit that lies `count` units from the one of `day`.  ValueError for the units of the clock."""
    if unit in DAYS_IN:
        return day + timedelta(DAYS_IN[unit] * count)
    if unit not in MONTHS_IN:
        raise ValueError(f"{unit} is no unit of the calendar")
    return add_months(day, MONTHS_IN[unit] * count)


def written(day: date, unit: str) -> tuple[str, str]:
    """The unit that a day lies in, as a TimeML value and as EDTF.

    >>> written(date(2026, 1, 16), "W"), written(date(2026, 1, 16), "Q")
    (('2026-W03', '2026-01-12/2026-01-18'), ('2026-Q1', '2026-33'))
    """
    iso = day.isoformat()
    if unit in ("D", "M", "Y"):
        value = iso[: {"D": 10, "M": 7, "Y": 4}[unit]]
        return value, value
    if unit in ("W", "WE"):
        return _week(day, unit)
    if unit in ("DE", "CE"):
        digits = iso[: 3 if unit == "DE" else 2]
        return digits, digits.ljust(4, "X")
    if unit in _DIVISION:
        number = (day.month - 1) // MONTHS_IN[unit] + 1
        return f"{iso[:4]}-{unit}{number}", f"{iso[:4]}-{_DIVISION[unit] + number}"
    return iso, iso


def _week(day: date, unit: str) -> tuple[str, str]:
    week = edtf.week_of(day.isoformat())
    if unit == "W":
        return week, edtf.week_days(week)
    monday = day - timedelta(day.weekday())
    return f"{week}-WE", f"{monday + timedelta(5)}/{monday + timedelta(6)}"


def season(year: int, name: str) -> tuple[str, str]:
    """A season as a TimeML value and as EDTF."""
    return f"{year:04d}-{name}", f"{year:04d}-{_SEASONS[name]}"


def period(unit: str, count: float | None) -> str:
    """A length as a TimeML duration; X where the words give no number.

    >>> period("DE", 2), period("TH", 1.5), period("Y", None)
    ('P20Y', 'PT1.5H', 'PXY')
    """
    if count is not None and (unit, count) in _FRACTIONS:
        return _FRACTIONS[unit, count]
    letter, times = _PERIOD.get(unit, (unit, 1))
    number = "X" if count is None else f"{count * times:g}"
    if unit in CLOCK_UNITS:
        return f"PT{number}{CLOCK_UNITS[unit]}"
    return f"P{number}{letter}"


def roman(digits: str) -> int:
    """The value of a Roman numeral.

    >>> roman("XIX"), roman("xxi")
    (19, 21)
    """
    values = [{"i": 1, "v": 5, "x": 10}[digit] for digit in digits.lower()]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))
