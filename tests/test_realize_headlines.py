"""What opens the bottom line, and what does not: a table of facts, positions and the governments of a title."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.model import Brief, Evidence, Fact, Position
from briefing.realize.headlines import _stands_alone, is_denial, is_development, title_governments

BRIEF = Brief(as_of="2026-03-06", window="2026-03-01/2026-03-06")
WORDS = Evidence(article="a1", start=0, stop=19, text="Peru closed a port.", language="en")
SAID = {"en": "Peru closed a port.", "es": "Perú cerró un puerto."}

# what differs from a plain deed, whether it is a development, comment
FACTS: list[tuple[dict[str, Any], bool, str]] = [
    ({}, True, "a deed"),
    ({"date": "2026-03-02"}, True, "of the week"),
    ({"date": "2026-02-27"}, True, "a little before the week"),
    ({"date": "2025"}, False, "of a year that is over"),
    ({"kind": "figure", "rules": ("figure",)}, False, "a bare figure"),
    ({"kind": "figure", "rules": ("figure", "report:told")}, True, "a figure in what somebody tells as so"),
    ({"plover": "CONSULT"}, False, "a meeting: the dates tell it"),
    (
        {"text": {"en": "[Quispe:] we closed it", "es": "[Quispe:] lo cerramos"}},
        False,
        "words of which only the speaker is known",
    ),
]


@pytest.mark.parametrize(("changes", "expected", "comment"), FACTS, ids=[row[2] for row in FACTS])
def test_developments(changes: dict[str, Any], expected: bool, comment: str) -> None:
    plain: dict[str, Any] = {"id": "f-1", "kind": "event", "evidence": (WORDS,), "rules": ("deed", "act:close"), "text": SAID}
    assert is_development(Fact(**(plain | changes)), BRIEF) == expected


POSITIONS: list[tuple[dict[str, Any], bool, str]] = [
    ({"text": {"en": "Peru rejected the proposal of Chile to close the port."}}, True, "says what"),
    ({"text": {"en": "Peru rejected the criticism."}}, False, "says of nothing what"),
    ({"text": {"en": "Peru rejected the proposal of Chile."}, "rules": ("overtaken",)}, False, "lifted since"),
    ({"text": {"en": "Peru rejected the proposal of Chile."}, "date": "2025-09"}, False, "of months before"),
]


@pytest.mark.parametrize(("changes", "expected", "comment"), POSITIONS, ids=[row[2] for row in POSITIONS])
def test_positions_that_stand_alone(changes: dict[str, Any], expected: bool, comment: str) -> None:
    plain: dict[str, Any] = {"id": "p-1", "government": "PE", "stance": "rejects", "evidence": (WORDS,)}
    assert _stands_alone(Position(**(plain | changes)), BRIEF) == expected


@pytest.mark.parametrize(
    ("held", "expected"),
    [(["PE", "PE", "CL", "CL", "BR"], ("PE", "CL")), (["PE", "PE", "CL", "CL", "BR", "BR"], ("PE", "CL", "BR"))],
    ids=["one word on the matter", "a party to it"],
)
def test_a_third_government_in_the_title(held: list[str], expected: tuple[str, ...]) -> None:
    positions = tuple(
        Position(id=f"p-{number}", government=code, stance="rejects", evidence=(WORDS,)) for number, code in enumerate(held)
    )
    brief = Brief(as_of="2026-03-06", window="2026-03", governments=("PE", "CL", "BR"), positions=positions)
    assert title_governments(brief) == expected


@pytest.mark.parametrize(("act", "expected"), [("deny", True), ("reject", False), (None, False)])
def test_denials(act: str | None, expected: bool) -> None:
    assert is_denial(Fact(id="f-1", kind="statement", act=act, evidence=())) is expected
