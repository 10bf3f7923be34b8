"""What a position is about: its own words before words of another sense, as a table."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.consolidate import consolidate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Brief

CASES = [
    ("Ghana demanded that Togo withdraw its tariff on onions. Tariffs cost jobs.", {"tariffs"}, set(), "a duty"),
    ("Ghana demanded that Togo withdraw its tariff on onions.", set(), {"tariffs"}, "what one sentence alone speaks of"),
    (
        "Ghana demanded that Togo cut its tariff. Electricity costs more there. Togo lacks electricity.",
        set(),
        {"tariffs"},
        "the price of power is no duty",
    ),
    (
        "Ghana denied that it had linked electricity to the nationality of men from Togo. Electricity is scarce.",
        {"electricity"},
        {"citizenship"},
        "variant",
    ),
    (
        "Ghana demanded that Togo respect the citizenship of its drivers. Citizenship is a right.",
        {"citizenship"},
        set(),
        "its own term",
    ),
]


def brief_of(text: str) -> Brief:
    knowledge = load_knowledge()
    article = Article(
        id="a1", file="1.txt", sha256="", text=text, language="en", published="2026-03-04", published_basis="stated"
    )
    doc = annotate(article, knowledge)
    return consolidate((doc,), {"a1": extract(doc, knowledge)}, knowledge, as_of="2026-03-05", window="2026-03-01/2026-03-05")


@pytest.mark.parametrize(("text", "named", "unnamed", "comment"), CASES)
def test_issue(text: str, named: set[str], unnamed: set[str], comment: str) -> None:
    issues = {issue for position in brief_of(text).positions for issue in position.issue}
    assert brief_of(text).positions
    assert named <= issues, comment
    assert not unnamed & issues, comment
