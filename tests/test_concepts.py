"""The termbase: what it writes it recognizes as itself, in both languages; what only looks like a term is none."""

from __future__ import annotations

import pytest

from briefing.annotate.concepts import find_concepts
from briefing.annotate.parse import parse
from briefing.knowledge import load_knowledge
from briefing.knowledge.entries import Concept

KNOWLEDGE = load_knowledge()
ALLOWED = {"es": 5, "en": 2}
"""Single words that the parser takes for verbs or names in the carrier sentence; to be brought to 0."""
CARRIER = {"es": "El ministro habló de {} ayer.", "en": "The minister talked about {} yesterday."}


def found(text: str, language: str) -> list[str]:
    return [mention.concept for mention in find_concepts(text, parse(text, language), language, KNOWLEDGE)]


@pytest.mark.parametrize("language", ["es", "en"])
def test_round_trip(language: str) -> None:
    lost = [
        concept.id
        for concept in KNOWLEDGE.concepts.values()
        if concept.id not in found(CARRIER[language].format(concept.terms[language].lemma), language)
    ]
    assert len(lost) <= ALLOWED[language], lost


# text, concepts expected, comment
CASES = [
    ("es", "Los operativos conjuntos terminaron.", {"joint_operations"}, "plural of several words"),
    ("es", "Crece el tráfico de armas en la región.", {"arms_trafficking"}, "longest match"),
    ("es", "Exigió resultados “concretos y verificables”.", {"concrete_results"}, "quotation marks do not hide a term"),
    ("en", "Tariffs on steel will rise.", {"tariffs", "steel"}, "two terms"),
    ("en", "They discussed border security.", {"border_security"}, "longest match"),
    ("es", "Trata de llegar a tiempo.", set(), "a verb that looks like a noun"),
    ("es", "Se sentó en la mesa.", set(), "nothing"),
    ("en", "She arrived on time.", set(), "nothing"),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), CASES, ids=[row[3] + " " + row[1] for row in CASES])
def test_cases(language: str, text: str, expected: set[str], comment: str) -> None:
    telling = {c for c in found(text, language) if not KNOWLEDGE.concepts[c].generic}
    assert telling == expected


@pytest.mark.parametrize("concept", KNOWLEDGE.concepts.values(), ids=lambda concept: concept.id)
def test_both_languages(concept: Concept) -> None:
    assert set(concept.terms) == {"es", "en"}
    assert concept.terms["es"].gender in {"m", "f"}
