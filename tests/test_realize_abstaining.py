"""What a memo had better not tell: tables of lines."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.model import Evidence, Fact, Meeting, Position
from briefing.realize.abstaining import meets_in_our_words, not_as_rows, safer

WORDS = Evidence(article="a1", start=0, stop=24, text="Chile waits for an answer.", language="en")
PAIR = ("realize:en:verbatim", "realize:en:verbatim:with_the_sentence_before")

# what differs in a position, whether it is told, comment
POSITIONS: list[tuple[dict[str, Any], bool, str]] = [
    ({}, True, "a sentence that stands alone"),
    ({"rules": PAIR}, False, "one edition needs the sentence before it"),
    ({"rules": ("realize:en:native:better_with_the_one_before",)}, True, "it is only better read with it"),
    ({"rules": PAIR, "conflicts": ("c-1",)}, True, "the sources differ over it"),
    ({"basis": {"en": "frame"}}, True, "a wish in our words"),
]
# what differs in a fact, whether it only tells a meeting in our words, comment
FACTS: list[tuple[dict[str, Any], bool, str]] = [
    ({}, True, "two met, in a sentence made of its parts"),
    ({"basis": {"en": "native", "es": "verbatim"}}, False, "in the source's words in every edition"),
    ({"plover": "COERCE"}, False, "what was done is no meeting"),
    ({"kind": "statement"}, False, "what was said of a meeting"),
]


@pytest.mark.parametrize(("changes", "told", "comment"), POSITIONS, ids=[row[2] for row in POSITIONS])
def test_positions_that_are_told(changes: dict[str, Any], told: bool, comment: str) -> None:
    position = Position(**({"id": "p-1", "government": "CL", "stance": "states", "evidence": (WORDS,)} | changes))
    assert safer([position]) == ([position] if told else []), comment


@pytest.mark.parametrize(("changes", "expected", "comment"), FACTS, ids=[row[2] for row in FACTS])
def test_facts_that_only_tell_a_meeting(changes: dict[str, Any], expected: bool, comment: str) -> None:
    plain = {"id": "f-1", "kind": "event", "plover": "CONSULT", "evidence": (WORDS,), "basis": {"en": "frame"}}
    assert meets_in_our_words(Fact(**(plain | changes))) is expected, comment


@pytest.mark.parametrize(
    ("start", "omit", "told"),
    [(0, False, False), (40, False, True), (0, True, True)],
    ids=["a row tells it", "no row of that sentence", "the row was left out by hand"],
)
def test_a_meeting_that_a_row_tells_is_no_fact(start: int, omit: bool, told: bool) -> None:
    fact = Fact(id="f-1", kind="event", plover="CONSULT", evidence=(WORDS,), basis={"en": "frame"})
    piece = Evidence(article="a1", start=start, stop=start + 24, text=WORDS.text, language="en")
    row = Meeting(id="m-1", kind="call", status="held", evidence=(piece,), omit=omit)
    assert not_as_rows([fact], [row]) == ([fact] if told else [])
