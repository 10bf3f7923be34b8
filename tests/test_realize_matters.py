"""Which matters a memo's subject names: those that head its articles, each article by one, as a table."""

from __future__ import annotations

import pytest

from briefing.knowledge import load_knowledge
from briefing.realize.top.matters import are_kin, backgrounds, cover, formulas, plain_matters

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


def test_plain_matters_and_formulas_are_concepts() -> None:
    concepts = load_knowledge().concepts
    assert plain_matters() <= {*concepts}
    assert formulas() <= {*concepts}
    assert backgrounds() <= {*concepts}
    assert not plain_matters() & formulas()


def test_words_of_one_matter_are_kin() -> None:
    assert are_kin(["trucker", "transportista"], ["truck", "camion"])
    assert not are_kin(["control", "control"], ["contract", "contrato"])
