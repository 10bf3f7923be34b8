"""Clauses said in the other language: every word known, nothing left out, nothing asserted that the source does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefing.annotate.document import annotate
from briefing.extract import extract
from briefing.knowledge import LANGUAGES, load_knowledge, load_language
from briefing.model import Article, Fact, Figure, Item, Position, Statement
from briefing.realize.edition import make_edition
from briefing.realize.grammar import grammar_of
from briefing.realize.inflect import agreeing, article, gerund_of, plural_of
from briefing.realize.native import Attempt
from briefing.realize.statements import statement_frame
from briefing.structure import load_plain

CASES = Path(__file__).parent / "cases"
OTHER = {"es": "en", "en": "es"}
ROWS = [
    (language, row)
    for language in LANGUAGES
    for row in load_plain((CASES / language / "frames.yaml").read_text(encoding="utf-8"))
]


def attempts(text: str, language: str, stance: str | None) -> list[Attempt]:
    """The frames of the statements that a text holds."""
    knowledge = load_knowledge()
    article_ = Article(id="a1", file="a1.txt", sha256="", text=text, language=language, published="2026-03-12")
    doc = annotate(article_, knowledge)
    edition = make_edition(OTHER[language], {"a1": doc}, knowledge, "2026-03-14")
    claims = [claim for claim in extract(doc, knowledge) if not isinstance(claim, Figure)]
    statements = [claim for claim in claims if isinstance(claim, Statement) and stance in (None, claim.stance)]
    return [statement_frame(item_of(claim), edition) for claim in statements or claims]


def item_of(claim: Any) -> Item:
    shared = {name: getattr(claim, name) for name in ("act", "attribution", "certainty", "rules")} | {
        "evidence": (claim.evidence,)
    }
    if isinstance(claim, Statement):
        return Position(id="p-1", government=claim.government, stance=claim.stance, **shared)
    return Fact(id="f-1", kind="event", actors=claim.actors, **shared)


@pytest.mark.parametrize(
    ("language", "row"),
    [
        pytest.param(
            language,
            row,
            id=f"{language}: {row['text'][:60]}",
            marks=[pytest.mark.xfail(strict=True)] if row.get("expect") == "fail" else [],
        )
        for language, row in ROWS
    ],
)
def test_clauses(language: str, row: dict[str, str]) -> None:
    found = attempts(row["text"], language, row.get("stance"))
    assert found
    if "printed" in row:
        assert {attempt.text for attempt in found} == {row["printed"]}, found
    else:
        assert all(attempt.text is None for attempt in found), found
        assert any(row["closed"] in attempt.rules for attempt in found), found


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


@pytest.mark.parametrize(
    ("verb", "gerund"),
    [
        ("withdraw", "withdrawing"),
        ("impose", "imposing"),
        ("cut", "cutting"),
        ("agree", "agreeing"),
        ("ban", "banning"),
        ("send", "sending"),
    ],
)
def test_gerunds(verb: str, gerund: str) -> None:
    assert gerund_of(verb, grammar_of("en")) == gerund


def test_every_word_of_the_table_is_written_once() -> None:
    words = load_language("transfer", "words")
    for table in ("verbs", "adjectives", "adverbs"):
        assert all(english and other for english, other in words[table].items())
    assert set(words["before_noun"]) <= set(words["adjectives"].values())
    assert set(words["verb_prepositions"]) <= set(words["verbs"])
