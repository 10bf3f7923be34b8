"""Whether a line prints an amount over which the sources differ."""

from __future__ import annotations

import pytest

from briefing.model import Conflict, ConflictValue, Evidence, Fact
from briefing.realize.unprinted_amounts import without_flags

MET = "Minister Otieno met her colleague Kato in Kisumu on March 3."
MET_OVER = "Minister Otieno met her colleague Kato in Kisumu over the levy, lifted for 80 days."
LIFTED = "Kenya and Uganda lifted the levy for 80 days, Kato said."
OTHER = "The levy is lifted for 50 days."

CASES = [
    (MET, 1, ("80", "50"), (), "the line is the meeting, the amount in another sentence of the fact"),
    (LIFTED, 0, ("80", "50"), ("c-1",), "the line is the sentence with the amount"),
    (MET_OVER, 1, ("80", "50"), ("c-1",), "a third sentence has the amount too"),
    (MET, 1, ("8", "5"), ("c-1",), "few may be told in words"),
]


def piece(text: str, start: int, article: str = "a1") -> Evidence:
    return Evidence(article=article, start=start, stop=start + len(text), text=text, language="en")


@pytest.mark.parametrize(("line", "number", "values", "expected", "comment"), CASES, ids=[row[-1] for row in CASES])
def test_flags(line: str, number: int, values: tuple[str, str], expected: tuple[str, ...], comment: str) -> None:
    lifted, other = piece(LIFTED, 0), piece(OTHER, 0, "a2")
    evidence = (lifted, piece(line, 200)) if number else (lifted,)
    fact = Fact(id="f-1", evidence=evidence, kind="event", text={"en": line}, told_from={"en": number}, conflicts=("c-1",))
    sides = (ConflictValue(value=values[0], evidence=(lifted,)), ConflictValue(value=values[1], evidence=(other,)))
    conflict = Conflict(id="c-1", about=("f-1",), field="amount", values=sides)
    assert without_flags(fact, [conflict]).conflicts == expected, comment
