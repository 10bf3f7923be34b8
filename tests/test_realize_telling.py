"""Sentences told in the other language phrase by phrase: every word known, every "no" and "would" kept, or not at all."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import LANGUAGES, load_knowledge
from briefing.model import Article, Evidence, Fact
from briefing.pipeline import read_week
from briefing.realize.edition import make_editions
from briefing.realize.rungs.native import Attempt, told_clause
from briefing.realize.rungs.retelling import retelling
from briefing.realize.wording.verbs import VerbGroup, say_group
from briefing.structure import load_plain

CASES = Path(__file__).parent / "cases"
OTHER = {"es": "en", "en": "es"}
ROWS = [
    (language, row)
    for language in LANGUAGES
    for file in sorted((CASES / language).glob("telling*.yaml"))
    for row in load_plain(file.read_text(encoding="utf-8"))
]


def told(text: str, language: str, issuers: tuple[str, ...] = ()) -> Attempt:
    knowledge = load_knowledge()
    article = Article(id="a1", file="a1.txt", sha256="", text=text, language=language, published="2026-03-12")
    doc = dataclasses.replace(annotate(article, knowledge), issuers=issuers)
    evidence = Evidence(article="a1", start=0, stop=len(text), text=text, language=language)
    fact = Fact(id="f-1", kind="event", evidence=(evidence,))
    return retelling(fact, make_editions((OTHER[language],), {"a1": doc}, knowledge, "2026-03-14")[OTHER[language]])


@pytest.mark.parametrize(("language", "row"), [pytest.param(lang, row, id=row["text"][:60]) for lang, row in ROWS])
def test_told(language: str, row: dict[str, str]) -> None:
    attempt = told(row["text"], language, tuple(row.get("issuers", "").split()))
    if "printed" in row:
        assert attempt.text == row["printed"], attempt.rules
    else:
        assert attempt.text is None, attempt.text
        assert any(row["closed"] in rule for rule in attempt.rules), attempt.rules


def test_a_clause_that_a_paper_tells_is_said_alone() -> None:
    """The sentence leans on the one before it; what the paper revealed does not."""
    knowledge = load_knowledge()
    text = (
        "La crisis se dio después de que el diario Clarín reveló que el gobierno de Chile rechazó el tratado de pesca con Perú."
    )
    doc = annotate(Article(id="a1", file="a1.txt", sha256="", text=text, language="es", published="2026-03-12"), knowledge)
    evidence = Evidence(article="a1", start=0, stop=len(text), text=text, language="es")
    fact = Fact(id="f-1", kind="event", act="reject", evidence=(evidence,))
    attempt = told_clause(fact, make_editions(("es",), {"a1": doc}, knowledge, "2026-03-14")["es"])
    assert attempt
    assert attempt.text == "Según Clarín, el gobierno de Chile rechazó el tratado de pesca con Perú."


@pytest.mark.parametrize(
    ("verb", "form", "printed"),
    [
        ("carry out", {"tense": "past"}, "carried out"),
        ("send", {"tense": "future", "negated": True}, "will not send"),
        ("be", {"tense": "present", "negated": True, "plural": True}, "are not"),
        ("arrest", {"tense": "past", "passive": True, "plural": True}, "were arrested"),
        ("monitor", {"tense": "present", "progressive": True, "negated": True}, "is not monitoring"),
        ("reduce", {"tense": "present", "modal": "must"}, "must reduce"),
        ("withdraw", {"tense": "pluperfect"}, "had withdrawn"),
        ("sign", {"tense": "gerund"}, "signing"),
    ],
)
def test_english_verb_groups(verb: str, form: dict[str, Any], printed: str) -> None:
    assert say_group(verb, VerbGroup(head=0, used=(), **form), "en") == printed


@pytest.mark.parametrize("text", ["", "¿?", "(" * 50, "Perú " * 60, "“”«»", "De de de que que que se se.", "Ñ" * 300])
def test_anything_may_stand_in_a_source(text: str) -> None:
    told(text, "es")


def test_an_infinitive_that_somebody_tells_is_no_sentence_of_its_own() -> None:
    """Not `According to Ana Mora, to have rejected Peru's proposal.`"""
    knowledge = load_knowledge()
    text = "A pesar de que la presidenta de Chile, Ana Mora, asegura haber rechazado la propuesta de Perú, ya hay trato."
    doc = annotate(Article(id="a1", file="a1.txt", sha256="", text=text, language="es", published="2026-03-12"), knowledge)
    evidence = Evidence(article="a1", start=0, stop=len(text), text=text, language="es")
    fact = Fact(id="f-1", kind="statement", act="reject", actors=("CL",), evidence=(evidence,))
    assert retelling(fact, make_editions(("en",), {"a1": doc}, knowledge, "2026-03-14")["en"]).text is None


TURNS = """Conferencia de prensa de la presidenta de Bolivia, Ana Mora

La Paz, 10 de marzo de 2026

PRESIDENTA DE BOLIVIA, ANA MORA: Ayer hablé con el presidente de Chile, Gabriel Boric. Vamos a enviar médicos a la frontera.

PREGUNTA: ¿Qué hará el Gobierno?

PRESIDENTA DE BOLIVIA, ANA MORA: Tenemos un tratado con Perú. Hablamos de todo con ellos.

PREGUNTA: Gracias.
"""


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Ayer hablé", "According to Ana Mora, on March 9 she spoke with Chilean President Gabriel Boric."),
        ("Vamos a", "According to Ana Mora, Bolivia will send doctors to the border."),
        ("Tenemos", "Ana Mora: We have a treaty with Peru."),
        ("Hablamos", None),
    ],
)
def test_a_turn_of_a_transcript_is_told_of_its_speaker(words: str, printed: str | None, tmp_path: Path) -> None:
    (tmp_path / "turns.txt").write_text(TURNS, "utf-8")
    week = read_week([tmp_path], as_of="2026-03-12", window=None, today="2026-03-12")
    doc = annotate(week.articles[0], load_knowledge())
    span = next(s.span for s in doc.sentences if s.span.of(doc.article.text).startswith(words))
    evidence = Evidence(article=doc.article.id, start=span.start, stop=span.stop, text=span.of(doc.article.text), language="es")
    fact = Fact(id="f-1", kind="event", evidence=(evidence,))
    assert retelling(fact, make_editions(("en",), {doc.article.id: doc}, load_knowledge(), "2026-03-14")["en"]).text == printed
