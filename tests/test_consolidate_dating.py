"""Which date of several is printed, and which dates disagree."""

from __future__ import annotations

import pytest

from briefing.consolidate.dating import (
    best_date,
    disagreeing_days,
    gap,
    is_after,
    item_date,
    may_be_after,
    still_to_come,
    surely_dated,
)
from briefing.model import Claim, DateBasis, Event, Evidence


def claim(article: str, date: str | None, basis: DateBasis = "explicit") -> Claim:
    return Claim(evidence=Evidence(article=article, start=0, stop=1, text="x"), sentence=0, date=date, date_basis=basis)


BEST = [
    (["2026-03-02", "2026-03-02", "2026-03-03"], "2026-03-02", "the day that most articles give"),
    (["2026-03", "2026-03-02"], "2026-03-02", "the finer of two that agree"),
    ([None, "2026-03"], "2026-03", "an undated telling says nothing"),
    (["2026-03-02/2026-03-08", "2026-03-05"], "2026-03-05", "a day inside a week"),
]


@pytest.mark.parametrize(("dates", "expected", "comment"), BEST, ids=[row[2] for row in BEST])
def test_best_date(dates: list[str | None], expected: str, comment: str) -> None:
    found = best_date([claim(f"a{n}", date) for n, date in enumerate(dates)])
    assert found is not None
    assert found[0] == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("[2026-03-11,2026-03-18]", "2026-03-18"),
        ("[2026-03-13,2026-03-20]", "[2026-03-13,2026-03-20]"),
        ("[2026-03-04,2026-03-11]", "[2026-03-04,2026-03-11]"),
        ("2026-03-11/2026-03-18", "2026-03-11/2026-03-18"),
    ],
    ids=["the first has passed", "both may be", "both have passed", "a stretch"],
)
def test_still_to_come(value: str, expected: str) -> None:
    assert still_to_come(value, "2026-03-13") == expected


def test_no_date() -> None:
    assert best_date([claim("a1", None)]) is None


ITEM = [
    (["2026-03", "2026-03-02", "2026-03-02"], "2026-03", "date:own", "its own words say March, whatever others know"),
    (["2026-03-02", "2026-03-03", "2026-03-03"], "2026-03-02", "date:own", "its own day, though most give another"),
    ([None, "2026-03-02", "2026-03-02"], "2026-03-02", "date:inherited:a1@0", "inherited from those who tell the same act"),
    ([None, "2026-03-02", "2026-03-03"], None, "", "not where those disagree"),
    ([None, None], None, "", "no date"),
]


@pytest.mark.parametrize(("dates", "expected", "rule", "comment"), ITEM, ids=[row[3] for row in ITEM])
def test_item_date(dates: list[str | None], expected: str | None, rule: str, comment: str) -> None:
    claims = [claim(f"a{n}", date) for n, date in enumerate(dates)]
    value, basis, rules = item_date(claims[0], claims)
    assert value == expected
    assert (basis is None) == (value is None)
    assert "".join(rules) == rule


DISAGREE = [
    (["2026-03-02", "2026-03-03"], 2, "two days"),
    (["2026-03-02", "2026-03"], 0, "a month does not contradict a day in it"),
    (["2026-03-02", "2026-03-02"], 0, "one day twice"),
    (["2026-03-02", None], 0, "silence does not contradict"),
]


@pytest.mark.parametrize(("dates", "count", "comment"), DISAGREE, ids=[row[2] for row in DISAGREE])
def test_disagreeing_days(dates: list[str | None], count: int, comment: str) -> None:
    assert len(disagreeing_days([claim(f"a{n}", date) for n, date in enumerate(dates)])) == count


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [
        ("2026-03-02", "2026-03-05", 3),
        ("2026-03-05", "2026-03-02", 3),
        ("2026-03", "2026-03-05", 0),
        ("2026-02", "2026-03-02", 2),
    ],
)
def test_gap(left: str, right: str, days: int) -> None:
    assert gap(left, right) == days


@pytest.mark.parametrize(
    ("value", "after", "maybe"),
    [
        ("2026-03-05", True, True),
        ("2026-03-04", False, True),
        ("2026-03", False, True),
        ("2026-03-01", False, False),
        ("2026-04", True, True),
    ],
)
def test_before_or_after_the_brief(value: str, after: bool, maybe: bool) -> None:
    assert is_after(value, "2026-03-04") is after
    assert may_be_after(value, "2026-03-04") is maybe


PLANNED: list[tuple[list[tuple[str, DateBasis, str]], int, str]] = [
    ([("2026-03-12", "explicit", "on March 12, 2026"), ("2026-03-05", "direction", "next Thursday")], 0, "next, a week off"),
    ([("2026-03-12", "verb", "on March 12"), ("2026-03-05", "verb", "on Thursday")], 0, "a day with a number is sure"),
    ([("2026-03-12", "direction", "next Thursday"), ("2026-03-05", "verb", "on Thursday")], 0, "two weekdays, a week apart"),
    ([("2026-03-12", "verb", "on Thursday"), ("2026-03-06", "verb", "on Friday")], 2, "two days of the week"),
    ([("2026-03-12", "verb", "on March 12"), ("2026-03-05", "verb", "on March 5")], 2, "two days with numbers"),
]


@pytest.mark.parametrize(("told", "count", "comment"), PLANNED, ids=[row[2] for row in PLANNED])
def test_planned_for_a_weekday(told: list[tuple[str, DateBasis, str]], count: int, comment: str) -> None:
    events = [
        Event(
            evidence=Evidence(article=f"a{n}", start=0, stop=len(text), text=text),
            sentence=0,
            date=day,
            date_basis=basis,
            status="upcoming",
        )
        for n, (day, basis, text) in enumerate(told)
    ]
    assert len(disagreeing_days(surely_dated(events))) == count
