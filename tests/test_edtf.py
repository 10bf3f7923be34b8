"""EDTF values: what is read, their bounds, and how two of them compare."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import edtf

BOUNDS = [
    ("2026-01-16", "2026-01-16", "2026-01-16"),
    ("2026-01-16T20:30", "2026-01-16", "2026-01-16"),
    ("2026-01-17T01:52:41+00:00", "2026-01-17", "2026-01-17"),
    ("2026-02", "2026-02-01", "2026-02-28"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2026", "2026-01-01", "2026-12-31"),
    ("2026~", "2026-01-01", "2026-12-31"),
    ("2026-01?", "2026-01-01", "2026-01-31"),
    ("2026-01-16%", "2026-01-16", "2026-01-16"),
    ("198X", "1980-01-01", "1989-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("2026-01-XX", "2026-01-01", "2026-01-31"),
    ("2026-XX-XX", "2026-01-01", "2026-12-31"),
    ("2026-21", "2026-03-01", "2026-05-31"),
    ("2025-24", "2025-12-01", "2026-02-28"),
    ("9999-24", "9999-12-01", "9999-12-31"),
    ("2026-29", "2026-09-01", "2026-11-30"),
    ("2026-33", "2026-01-01", "2026-03-31"),
    ("2026-36", "2026-10-01", "2026-12-31"),
    ("2026-39", "2026-09-01", "2026-12-31"),
    ("2026-40", "2026-01-01", "2026-06-30"),
    ("2026-41", "2026-07-01", "2026-12-31"),
    ("2026-02-03/2026-02-05", "2026-02-03", "2026-02-05"),
    ("2024-10/2025-12", "2024-10-01", "2025-12-31"),
    ("2026-01-23/..", "2026-01-23", None),
    ("../2026-01-23", None, "2026-01-23"),
    ("2026-01-23/", "2026-01-23", None),
    ("../..", None, None),
    ("[2026-01-16,2026-01-23]", "2026-01-16", "2026-01-23"),
    ("[2026-01-16..2026-01-18,2026-03]", "2026-01-16", "2026-03-31"),
    ("[..2026-01]", None, "2026-01-31"),
]

NOT_EDTF = [
    "",
    " 2026",
    "2026-13",
    "2026-00",
    "2026-02-30",
    "2025-02-29",
    "2026-42",
    "2026-33-01",
    "2026-W03",
    "2026-1-6",
    "16/01/2026",
    "enero",
    "2026-02/2026-01",
    "2026-01-16T25:00",
    "0000",
    "٢٠٢٦",
    "[2026-01",
    "[]",
    "198X-13",
    "2026/2027/2028",
    "2026-01-16\n",
    "9" * 100_000,
]


@pytest.mark.parametrize(("value", "first", "last"), BOUNDS)
def test_bounds(value: str, first: str | None, last: str | None) -> None:
    assert edtf.is_edtf(value)
    assert tuple(day and day.isoformat() for day in edtf.bounds(value)) == (first, last)


@pytest.mark.parametrize("value", NOT_EDTF, ids=lambda value: repr(value[:20]))
def test_what_is_no_date(value: str) -> None:
    assert not edtf.is_edtf(value)
    with pytest.raises(ValueError, match=r"\S"):
        edtf.bounds(value)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2026-01", "2026-01-23", True),
        ("2026-01-13", "2026-01-12", False),
        ("2026-01-23/..", "2027", True),
        ("2026-01-23/..", "2026-01-22", False),
        ("[2026-01-16,2026-01-23]", "2026-01-20", False),  # between the two, yet neither
        ("[2026-01-16,2026-01-23]", "2026-01-23", True),
        ("2025", "2026", False),
        ("2026-33", "2026-03-31", True),
    ],
)
def test_intersects(a: str, b: str, expected: bool) -> None:
    assert edtf.intersects(a, b) is expected
    assert edtf.intersects(b, a) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2026-01-16", "2026-01-17", -1),
        ("2026-01", "2026-01-17", 0),
        ("2026", "2025-12-31", 1),
        ("2026-01-23/..", "2025", 1),
        ("2026-01-23/..", "2027", 0),
    ],
)
def test_compare(a: str, b: str, expected: int) -> None:
    assert edtf.compare(a, b) == expected
    assert edtf.compare(b, a) == -expected


@pytest.mark.parametrize(
    ("value", "week"),
    [("2026-01-16", "2026-W03"), ("2026-02", "2026-W05"), ("2024-12-31", "2025-W01"), ("../2026-01-16", "2026-W03")],
)
def test_week_of(value: str, week: str) -> None:
    assert edtf.week_of(value) == week


def test_a_week_has_seven_days_and_needs_an_end() -> None:
    assert edtf.week_days("2026-W53") == "2026-12-28/2027-01-03"
    for nonsense in ("2026-03", "2025-W54", "W03"):
        with pytest.raises(ValueError, match=r"\S"):
            edtf.week_days(nonsense)
    with pytest.raises(ValueError, match="open"):
        edtf.week_of("../..")


DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 31))


@given(DAYS, st.integers(0, 800))
def test_from_bounds_goes_there_and_back(first: date, length: int) -> None:
    last = first + timedelta(length)
    assert edtf.bounds(edtf.from_bounds(first, last)) == (first, last)
    assert edtf.bounds(edtf.from_bounds(first, None)) == (first, None)


@given(DAYS)
def test_a_day_lies_in_its_month_year_and_week(day: date) -> None:
    value = day.isoformat()
    for wider in (value[:7], value[:4], value[:3] + "X", edtf.week_days(edtf.week_of(value))):
        assert edtf.contains(wider, value)
        assert not edtf.contains(value, wider)
        assert edtf.intersects(value, wider)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_not(text: str) -> None:
    assert edtf.is_edtf(text) in (True, False)


@given(st.from_regex(r"\[?[0-9X]{4}(-[0-9X]{2}){0,2}[?~]?((/|\.\.|,)([0-9]{4}(-[0-9]{2}){0,2}|\.\.))?\]?", fullmatch=True))
def test_what_is_read_has_ordered_bounds(value: str) -> None:
    if edtf.is_edtf(value):
        first, last = edtf.bounds(value)
        assert first is None or last is None or first <= last
        assert edtf.contains(value, value)
        assert edtf.compare(value, value) == 0
