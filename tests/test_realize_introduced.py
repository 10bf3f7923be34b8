"""Whose office a sentence names, and what an answer leaves to its question: tables of the last sentence of a text."""

from __future__ import annotations

import pytest
from made_weeks import last_sentence_of

from briefing.knowledge import load_knowledge
from briefing.model import Language
from briefing.realize.introduced import leans_on_its_question, unknown_office

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
        "**¿Aceptará la oferta rumana?**\n\nLa oferta es baja, y pediremos 40.",
        False,
        "retoma lo preguntado",
    ),
    (
        "es",
        "**¿Aceptará la oferta rumana?**\n\nSí. Pediremos 40 millones de euros en abril.",
        True,
        "tampoco lo dice la oración anterior",
    ),
    ("es", "**¿Aceptará la oferta rumana?**\n\nLa oferta es baja. Pediremos 40 millones en abril.", False, "ya retomada"),
    ("en", "Will Kenya accept the bond?\n\nWe want 40 million shillings by May.", True, "for what"),
    ("es", "Moldavia recibió una oferta.\n\nMoldavia no va a vender una línea por una promesa.", False, "sin pregunta"),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), OFFICES, ids=[row[1] for row in OFFICES])
def test_whose_office(language: Language, text: str, expected: str | None, comment: str) -> None:
    assert unknown_office(last_sentence_of(text, language), load_knowledge()) == expected, comment


@pytest.mark.parametrize(("language", "text", "expected", "comment"), ANSWERS, ids=[row[1] for row in ANSWERS])
def test_an_answer_and_its_question(language: Language, text: str, expected: bool, comment: str) -> None:
    assert leans_on_its_question(last_sentence_of(text, language)) is expected, comment
