"""When two articles tell one position, as a table: two texts, and whether they are one."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

WEEK = "Chile rejected the proposal of Peru to close the border. France expelled two diplomats of Mali on Tuesday."
"""Another article, so that words have a weight."""
CASES = [
    (
        "Kenya rejected the 25% duty on fish that Uganda had proposed.",
        "Kenya has rejected the 25% duty on fish proposed by Uganda.",
        True,
        "retold",
    ),
    (
        "Citing the steps taken by Uganda, Kenya announced that the additional 25% duty on fish will be paused until March 4.",
        "Citing the steps taken by Rwanda, Kenya announced that the additional 25% duty on fish will be paused until March 4.",
        False,
        "one form of words for two countries",
    ),
]


@pytest.mark.parametrize(("left", "right", "one", "comment"), CASES, ids=[row[3] for row in CASES])
def test_one_position_or_two(left: str, right: str, one: bool, comment: str) -> None:
    brief = brief_of((left, right, WEEK), days=(4, 4, 4))
    held = [{piece.article for piece in position.evidence} for position in brief.positions if position.government == "KE"]
    assert set().union(*held) == {"a0", "a1"}
    assert ({"a0", "a1"} in held) is one, comment
