"""Which matters a memo's subject names: those that head its articles, each article by one, as a table."""

from __future__ import annotations

from typing import cast

import pytest

from briefing.knowledge import load_knowledge
from briefing.model import Brief, Evidence, Fact
from briefing.realize.edition import Edition
from briefing.realize.top import matters
from briefing.realize.top.matters import are_kin, backgrounds, cover, formulas, leading_concepts, plain_matters

# weights of the concepts, what the titles name, what the subject names, comment
COVERED: list[tuple[dict[str, float], list[str], list[str], str]] = [
    ({"visas": 300, "tuna": 90, "ferry": 100}, ["visas", "ferry", "tuna"], ["visas", "ferry", "tuna"], "each its own"),
    (
        {"milk": 771, "quotas": 262, "bridges": 94, "dairy": 86},
        ["bridges dairy", "quotas", "milk dairy"],
        ["milk", "quotas", "bridges"],
        "another word of one matter comes behind",
    ),
    (
        {"stadium": 400, "fishing": 80},
        ["fishing", "fishing stadium", "stadium"],
        ["stadium", "fishing"],
        "two matters in one title",
    ),
    (
        {"vessels": 542, "livestock": 487, "exporters": 130},
        ["exporters livestock", "livestock vessels", "vessels"],
        ["vessels", "livestock"],
        "the weightier of two that share an article",
    ),
    ({"prices": 300}, ["visas"], [], "what heads none"),
]


@pytest.mark.parametrize(("weights", "headed", "expected", "comment"), COVERED, ids=[row[3] for row in COVERED])
def test_matters_that_cover_the_articles(
    weights: dict[str, float], headed: list[str], expected: list[str], comment: str
) -> None:
    assert cover(weights, [frozenset(named.split()) for named in headed]) == expected


# the rules of the first fact, of the second; what the week's first development is about
LEADING: list[tuple[tuple[str, ...], tuple[str, ...], set[str], str]] = [
    (("deed", "act:close"), ("deed", "act:open"), {"ports"}, "the first of the list"),
    (("meeting", "act:meet"), ("deed", "act:open"), {"visas"}, "a meeting alone is none"),
    (("report:done",), (), set(), "nor is what tells no act"),
]


@pytest.mark.parametrize(("first", "second", "expected", "comment"), LEADING, ids=[row[-1] for row in LEADING])
def test_what_the_first_development_is_about(
    first: tuple[str, ...], second: tuple[str, ...], expected: set[str], comment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matters, "opens_an_article", lambda fact, editions: True)
    piece = Evidence(article="a1", start=0, stop=9, text="x", language="en")
    facts = tuple(
        Fact(id=f"f-{n}", kind="event", evidence=(piece,), rules=rules, concepts=concepts)
        for n, (rules, concepts) in enumerate([(first, ("ports",)), (second, ("visas",))])
    )
    brief = Brief(as_of="2026-03-06", window="2026-03-01/2026-03-06", facts=facts)
    assert leading_concepts(brief, cast(Edition, None)) == expected, comment


def test_plain_matters_and_formulas_are_concepts() -> None:
    concepts = load_knowledge().concepts
    assert plain_matters() <= {*concepts}
    assert formulas() <= {*concepts}
    assert backgrounds() <= {*concepts}
    assert not plain_matters() & formulas()


def test_words_of_one_matter_are_kin() -> None:
    assert are_kin(["trucker", "transportista"], ["truck", "camion"])
    assert not are_kin(["control", "control"], ["contract", "contrato"])
