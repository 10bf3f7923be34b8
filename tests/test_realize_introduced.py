"""Whose office a sentence names, and what an answer leaves to its question: tables of the last sentence of a text."""

from __future__ import annotations

import pytest
from made_weeks import last_sentence_of

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article, Evidence, Language, Mark, Span
from briefing.realize.leaning.introduced import unknown_office
from briefing.realize.notes.interviews import leans_on_its_question
from briefing.realize.rungs.passages import Passages

OFFICES = [
    ("es", "Lima abrió un registro. Según el titular, hay 96 casos.", "titular", "de quién"),
    ("es", "Lima abrió un registro. Según el ministro peruano Juan Soto, hay 96 casos.", None, "con nombre"),
]
ANSWERS = [
    ("es", "**¿Aceptará la oferta rumana?**\n\nMoldavia no va a vender una línea por una promesa.", True, "no dice cuál"),
    ("es", "**¿Aceptará la oferta rumana?**\n\nPediremos 40 millones de euros en abril.", True, "una cifra, no para qué"),
    ("es", "**¿Aceptará la oferta rumana?**\n\nHemos propuesto una comisión conjunta.", True, "descrita, no para qué"),
    (
        "es",
        "**¿Aceptará la oferta rumana?**\n\nLa oferta es baja, y pediremos 40 millones de euros a Bucarest en abril o mayo.",
        False,
        "retoma lo preguntado",
    ),
    (
        "es",
        "**¿Aceptará la oferta rumana?**\n\nSí. Pediremos 40 millones de euros en abril.",
        True,
        "tampoco lo dice la oración anterior",
    ),
    (
        "es",
        "**¿Aceptará la oferta rumana?**\n\nLa oferta es baja. Pediremos por eso 40 millones de euros a Bucarest en abril.",
        False,
        "ya retomada",
    ),
    ("es", "**¿Aceptará la oferta rumana?**\n\nLa oferta es baja, y pediremos 40.", True, "corta: con su pregunta"),
    ("en", "**Will Kenya accept the bond?**\n\nKenya has a bond with Rwanda.", False, "names all that it needs"),
    ("en", "Kenya wants the line back.\n\nUganda accepts that.", False, "no interview"),
    ("en", "Will Kenya accept the bond?\n\nWe want 40 million shillings by May.", True, "for what"),
    (
        "es",
        "**¿Cuántos marineros siguen presos?**\n\nDoce. Fueron apresados el 3 de mayo a 20 millas de la costa de Kenia.",
        True,
        "quiénes: el sujeto está en la pregunta",
    ),
    (
        "es",
        "**¿Cuántos marineros siguen presos?**\n\nDoce. Los marineros fueron apresados el 3 de mayo frente a Kenia.",
        False,
        "el sujeto está dicho",
    ),
    ("es", "Moldavia recibió una oferta.\n\nMoldavia no va a vender una línea por una promesa.", False, "sin pregunta"),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), OFFICES, ids=[row[1] for row in OFFICES])
def test_whose_office(language: Language, text: str, expected: str | None, comment: str) -> None:
    assert unknown_office(last_sentence_of(text, language), load_knowledge()) == expected, comment


@pytest.mark.parametrize(("language", "text", "expected", "comment"), ANSWERS, ids=[row[1] for row in ANSWERS])
def test_an_answer_and_its_question(language: Language, text: str, expected: bool, comment: str) -> None:
    assert leans_on_its_question(last_sentence_of(text, language)) is expected, comment


REMARKS = [
    ("en", "Uganda wants the line back.", "markup_question", True, "a remark in bold letters is answered"),
    ("es", "Uganda quiere la línea.", "turn", True, "so is one behind the label of who asks"),
    ("es", "Uganda quiere la línea.", "dialogue", True, "and one in the place of a question among dashes"),
    (
        "en",
        "Uganda wants the line back.",
        "interview_question",
        False,
        "what stands between may be the writer's",
    ),
]


@pytest.mark.parametrize(("language", "asked", "rule", "expected", "comment"), REMARKS, ids=[row[-1] for row in REMARKS])
def test_a_remark_that_is_answered(language: Language, asked: str, rule: str, expected: bool, comment: str) -> None:
    answer = {"en": "We accept that.", "es": "Lo aceptamos todo."}[language]
    marks = (Mark(span=Span(0, len(asked)), kind="question", rule=rule),)
    article = Article(
        id="a1", file="a.txt", sha256="", text=f"{asked}\n\n{answer}", language=language, published="2026-03-04", marks=marks
    )
    doc = annotate(article, load_knowledge())
    span = doc.sentences[-1].span
    piece = Evidence(article="a1", start=span.start, stop=span.stop, text=answer, language=language)
    assert leans_on_its_question(Passages({"a1": doc}).of(piece)) is expected, comment
