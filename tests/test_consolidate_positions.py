"""When two articles tell one position, as a table: two texts, and whether they are one."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.consolidate import consolidate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article

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
    knowledge = load_knowledge()
    docs = tuple(
        annotate(Article(id=f"a{n}", file=f"{n}.txt", sha256="", text=text, language="en", published="2026-03-04"), knowledge)
        for n, text in enumerate((left, right, WEEK))
    )
    claims = {doc.article.id: extract(doc, knowledge) for doc in docs}
    brief = consolidate(docs, claims, knowledge, as_of="2026-03-06", window="2026-03-01/2026-03-06")
    held = [{piece.article for piece in position.evidence} for position in brief.positions if position.government == "KE"]
    assert set().union(*held) == {"a0", "a1"}
    assert ({"a0", "a1"} in held) is one, comment
