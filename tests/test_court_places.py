"""Where a hearing is: the town behind the court, and no word of the court's own name."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

HEARINGS = [
    ("Chile expects the hearings at the International Court of Justice to begin in May 2026.", {None}, "a name's own word"),
    ("A Chilean deputy will appear before a court of Arica on March 20.", {"Arica"}, "the town behind a court"),
]


@pytest.mark.parametrize(("text", "places", "why"), HEARINGS, ids=[case[-1] for case in HEARINGS])
def test_a_hearing_is_in_the_town_of_the_court(text: str, places: set[str | None], why: str) -> None:
    found = brief_of(["Chile and Peru are at odds over the canal. " + text], days=[4]).meetings
    assert {row.place for row in found} == places, why
