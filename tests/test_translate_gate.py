"""The gates of a translation: open for what says the same, closed, by name, for each way of saying something else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.knowledge import load_knowledge
from briefing.structure import load_plain
from briefing.translate import GATES, closed_gate

KNOWLEDGE = load_knowledge()
ROWS = load_plain((Path(__file__).parent / "cases" / "translations.yaml").read_text("utf-8"))
OTHER = {"es": "en", "en": "es"}


def cases() -> list[Any]:
    known = pytest.mark.xfail(reason="no gate sees it yet")
    return [
        pytest.param(row, id=f"{row['gate']}: {row['says'][:40]}", marks=[known] if row.get("expect") == "fail" else [])
        for row in ROWS
    ]


@pytest.mark.parametrize("row", cases())
def test_cases(row: dict[str, str]) -> None:
    source = row["from"]
    gate = closed_gate(row["text"], row["says"] or "", source, OTHER[source], KNOWLEDGE)
    assert (gate or "none") == row["gate"]


def test_every_gate_has_a_case() -> None:
    assert {row["gate"] for row in ROWS} == {"none", *(name for name, _ in GATES)}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_no_answer_breaks_a_gate(answer: str) -> None:
    """Whatever an engine says, a gate closes: nothing of it has anything to do with the line."""
    assert closed_gate("El 3 de mayo Perú rechazó 12 propuestas.", answer, "es", "en", KNOWLEDGE) in dict(GATES)
