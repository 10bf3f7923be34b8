"""What a memo had better not tell: a table of lines and the reasons against them."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.model import Evidence, Fact, Meeting, Position
from briefing.realize.abstaining import not_as_rows, reasons_to_abstain, safer

WORDS = Evidence(article="a1", start=0, stop=24, text="Chile waits for an answer.", language="en")
PAIR = ("realize:en:verbatim", "realize:en:verbatim:with_the_sentence_before")

# what differs in a position, the reasons, comment
POSITIONS: list[tuple[dict[str, Any], list[str], str]] = [
    ({}, [], "a sentence that stands alone"),
    ({"rules": PAIR}, ["with_the_sentence_before"], "one edition needs the sentence before it"),
    ({"rules": ("realize:en:native:better_with_the_one_before",)}, [], "it is only better read with it"),
    ({"rules": PAIR, "conflicts": ("c-1",)}, [], "the sources differ over it: it is told"),
    ({"basis": {"en": "frame"}}, [], "a wish in our words"),
]
# what differs in a fact, the reasons, comment
FACTS: list[tuple[dict[str, Any], list[str], str]] = [
    ({}, ["meets_in_our_words"], "two met, in a sentence made of its parts"),
    ({"basis": {"en": "native", "es": "verbatim"}}, [], "in the source's words in every edition"),
    ({"plover": "COERCE"}, [], "what was done is no meeting"),
    ({"kind": "statement"}, [], "what was said of a meeting"),
    ({"rules": PAIR, "plover": "AID"}, ["with_the_sentence_before"], "a fact that needs the sentence before it"),
]


@pytest.mark.parametrize(("changes", "expected", "comment"), POSITIONS, ids=[row[2] for row in POSITIONS])
def test_reasons_against_a_position(changes: dict[str, Any], expected: list[str], comment: str) -> None:
    position = Position(**({"id": "p-1", "government": "CL", "stance": "states", "evidence": (WORDS,)} | changes))
    assert reasons_to_abstain(position) == expected
    assert safer([position]) == ([] if expected else [position])


@pytest.mark.parametrize(("changes", "expected", "comment"), FACTS, ids=[row[2] for row in FACTS])
def test_reasons_against_a_fact(changes: dict[str, Any], expected: list[str], comment: str) -> None:
    plain = {"id": "f-1", "kind": "event", "plover": "CONSULT", "evidence": (WORDS,), "basis": {"en": "frame"}}
    assert reasons_to_abstain(Fact(**(plain | changes))) == expected


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
