"""Cleaning: what is marked, word for word, in each language; and what must hold for any text."""

from __future__ import annotations

import itertools
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest.cleaning import clean, prose, settle
from briefing.ingest.source import Source
from briefing.model import Mark, Span
from briefing.structure import load_plain

CASES = [
    pytest.param(case, id=f"{path.parent.name}-{case['name']}")
    for path in sorted((Path(__file__).parent / "cases").glob("*/cleaning.yaml"))
    for case in load_plain(path.read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_cleaning(case: dict[str, Any]) -> None:
    text = case["text"]
    found = clean(Source(text=text))
    assert [[mark.kind, mark.span.of(text)] for mark in found.marks] == case["marks"]
    assert list(found.notes) == case.get("notes", [])
    assert {name: found.fields[name] for name in case.get("fields", {})} == case.get("fields", {})
    assert next((line.agency for line in found.datelines if line.agency), None) == case.get("agency")
    assert found.credits == case.get("credits", found.credits)


PIECES = (
    *("Publicidad", "date 2025-03-04", "Generado con IA", "Lee también: x", "Foto: y", "LIMA, 3 mar (EFE) - ", "Título: "),
    *("El ministro dijo que no.", "Fuentes consultadas: a; b.", "- ", "\n", "\n\n", " ", "\r", "\u2028", "\u200b", "\x00"),
    *("ñ", "#", "…", "“", "🙂", "(", "1."),
)
WORDS = st.sampled_from(PIECES)


@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=30).map("".join)))
def test_marks_lie_inside_the_text_sorted_and_apart(text: str) -> None:
    marks = clean(Source(text=text)).marks
    assert all(0 <= mark.span.start < mark.span.stop <= len(text) for mark in marks)
    assert all(one.span.stop <= other.span.start for one, other in itertools.pairwise(marks))
    assert sum(len(mark.span) for mark in marks) + len(prose(text, marks)) - len(marks) == len(text)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=20))
def test_settled_marks_never_overlap_and_the_first_stays(pairs: list[tuple[int, int]]) -> None:
    marks = [Mark(span=Span(min(p), max(p)), kind="heading", rule=str(i)) for i, p in enumerate(pairs)]
    kept = settle(marks)
    assert all(one.span.stop <= other.span.start for one, other in itertools.pairwise(kept))
    first = next((mark for mark in marks if len(mark.span)), None)
    assert first is None or first in kept


NASTY = {
    "no space": "a" * 100_000,
    "openings": "“(" * 50_000,
    "spaces": " " * 200_000 + "x",
    "dashes": "Lima - " * 20_000,
    "dates": "3 de marzo de 2025, " * 5_000,
    "stops": "A. " * 50_000,
    "lines": "Publicidad\n" * 20_000,
    "short lines": "Uno dos\n" * 20_000,
    "comments": "<!--" * 30_000,
    "capitals": "A B " * 40_000,
}


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY.keys())
def test_nasty_texts_take_linear_time(text: str) -> None:
    start = time.process_time()
    clean(Source(text=text))
    assert time.process_time() - start < 5
