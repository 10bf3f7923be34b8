"""Word forms in sentences of our own."""

from __future__ import annotations

import pytest

from briefing.knowledge import load_language
from briefing.realize.grammar import grammar_of
from briefing.realize.wording.inflect import agreeing, article, plural_of


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("acuerdo", "acuerdos"),
        ("sanción", "sanciones"),
        ("cruz", "cruces"),
        ("interés", "intereses"),
        ("crisis", "crisis"),
        ("mineral", "minerales"),
        ("buque de guerra", "buques de guerra"),
        ("acuerdo comercial", "acuerdos comerciales"),
    ],
)
def test_spanish_plurals(word: str, plural: str) -> None:
    assert plural_of(word, grammar_of("es")) == plural


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("treaty", "treaties"),
        ("visa", "visas"),
        ("quay", "quays"),
        ("tax", "taxes"),
        ("act of war", "acts of war"),
        ("march", "marches"),
    ],
)
def test_english_plurals(word: str, plural: str) -> None:
    assert plural_of(word, grammar_of("en")) == plural


@pytest.mark.parametrize(
    ("adjective", "forms"),
    [
        ("conjunto", ["conjunto", "conjunta", "conjuntos", "conjuntas"]),
        ("militar", ["militar", "militar", "militares", "militares"]),
        ("estadounidense", ["estadounidense", "estadounidense", "estadounidenses", "estadounidenses"]),
        ("francés", ["francés", "francesa", "franceses", "francesas"]),
        ("de alto nivel", ["de alto nivel"] * 4),
    ],
)
def test_agreement(adjective: str, forms: list[str]) -> None:
    spanish = grammar_of("es")
    genders = [("m", False), ("f", False), ("m", True), ("f", True)]
    assert [agreeing(adjective, gender, plural, spanish) for gender, plural in genders] == forms  # type: ignore[arg-type]
    assert agreeing("joint", "f", True, grammar_of("en")) == "joint"


@pytest.mark.parametrize(("noun", "expected"), [("agua", "el"), ("arma", "el"), ("amenaza", "la"), ("área", "el")])
def test_el_agua(noun: str, expected: str) -> None:
    assert article(noun, "f", False, grammar_of("es")) == expected
    assert article(noun, "f", True, grammar_of("es")) == "las"


def test_every_word_of_the_table_is_written_once() -> None:
    words = load_language("transfer", "words")
    for table in ("verbs", "adjectives", "adverbs"):
        assert all(english and other for english, other in words[table].items())
