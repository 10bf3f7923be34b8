"""Which differences have the evidence that their rule needs, and that `briefing explain` can name every ground."""

from __future__ import annotations

import pytest

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.conflicts.grounds import GROUNDS, NEEDS, is_grounded, told_grounds
from briefing.model import Claim, Evidence

CASES = [
    ("likely_amount", {"one_unit", "one_deed", "one_day"}, 2, True, "one deed of one day"),
    ("likely_amount", {"one_unit", "one_day"}, 2, False, "nothing says that the deed is one"),
    ("likely_amount", {"one_unit", "one_deed"}, 2, False, "nothing says that the occasion is one"),
    ("likely_amount", {"one_unit", "one_deed", "one_day"}, 1, False, "one article"),
    (
        "two_values_side_by_side",
        {"one_unit", "two_governments"},
        1,
        True,
        "who tells it sets two governments against each",
    ),
    ("two_values_side_by_side", {"one_unit"}, 1, False, "the police and the organisers in one article"),
    ("denied_just_after", set(), 1, False, "a party and its minister in one article"),
    ("likely_day", {"one_bearer", "one_name"}, 2, True, "one thing, with a name"),
    ("likely_day", {"one_name", "two_countries"}, 2, False, "two deeds"),
    ("met_or_not", set(), 2, True, "two articles, one of which denies it"),
    ("met_or_not", set(), 1, False, "one article that denies nothing itself"),
]


def told_by(article: str) -> Claim:
    return Claim(evidence=Evidence(article=article, start=0, stop=1, text="x", language="en"), sentence=0)


@pytest.mark.parametrize(("rule", "grounds", "articles", "expected", "comment"), CASES, ids=[row[-1] for row in CASES])
def test_what_a_difference_needs(rule: str, grounds: set[str], articles: int, expected: bool, comment: str) -> None:
    sides = {"1": [told_by("a1")], "2": [told_by(f"a{articles}")]}
    assert is_grounded(Difference((), "amount", sides, rule, frozenset(grounds))) is expected, comment


def test_every_ground_has_words() -> None:
    assert {ground for rows in NEEDS.values() for row in rows for ground in row} <= {*GROUNDS}
    assert list(told_grounds(("likely_amount", "one_unit"))) == [f"one_unit: {GROUNDS['one_unit']}"]
