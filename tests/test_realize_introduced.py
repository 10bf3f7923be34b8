"""What a sentence points at that its article has brought in: tables of the last sentence of a text."""

from __future__ import annotations

import pytest
from made_weeks import last_sentence_of

from briefing.knowledge import load_knowledge
from briefing.model import Language
from briefing.realize.introduced import introduced_thing, leans_on_its_question, unknown_office

THINGS = [
    ("en", "Kenya shut two warehouses on Monday. Mrema said the two warehouses were clean.", "warehouses", "counted before"),
    ("en", "Kenya shut an old grain depot on Monday. Mrema said the depot was clean.", None, "`[old grain]` is put before it"),
    ("en", "Kenya bought a scanner on Monday. Mrema said the scanner was clean.", "scanner", "a scanner"),
    ("en", "Kenya bought a scanner on Monday. Mrema said the scanner it bought was clean.", None, "it bought"),
    ("en", "Kenya bought a scanner on Monday. Mrema said the scanner of the port was clean.", None, "of the port"),
    ("en", "Kenya asked for more maize. Mrema said the extra maize would come in May.", "maize", "measured before"),
    ("en", "Workers left on Monday. Mrema said the workers were tired.", None, "people, not counted"),
    ("en", "Kenya has a strong economy. Mrema said the economy grew.", None, "there is only one"),
    ("es", "Panamá ofreció una barcaza para pasajeros. Quirós agradeció la barcaza.", "barcaza", "una barcaza"),
    ("es", "Panamá ofreció una barcaza para pasajeros. Quirós agradeció la barcaza panameña.", None, "panameña"),
    ("es", "Panamá ofreció varias grúas. Quirós aseguró que las dos grúas siguen en el puerto.", "grúas", "contadas"),
    ("es", "Panamá cerró el paso por las noches. Quirós criticó el cierre nocturno.", "cierre", "cuál, antes se dijo"),
    ("es", "Panamá tiene una población joven. Quirós habló con la población.", None, "hay una sola"),
]
OFFICES = [
    ("es", "Lima abrió un registro. Según el titular, hay 96 casos.", "titular", "de quién"),
    ("es", "Lima abrió un registro. Según el ministro peruano Juan Soto, hay 96 casos.", None, "con nombre"),
]
ANSWERS = [
    ("es", "**¿Aceptará la oferta rumana?**\n\nMoldavia no va a vender una línea por una promesa.", True, "no dice cuál"),
    ("es", "**¿Aceptará la oferta rumana?**\n\nPediremos 40 millones de euros en abril.", False, "una cifra"),
    ("es", "**¿Aceptará la oferta rumana?**\n\nHemos propuesto una comisión conjunta.", False, "descrita"),
    ("es", "Moldavia recibió una oferta.\n\nMoldavia no va a vender una línea por una promesa.", False, "sin pregunta"),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), THINGS, ids=[row[1] for row in THINGS])
def test_which_thing(language: Language, text: str, expected: str | None, comment: str) -> None:
    assert introduced_thing(last_sentence_of(text, language)) == expected, comment


@pytest.mark.parametrize(("language", "text", "expected", "comment"), OFFICES, ids=[row[1] for row in OFFICES])
def test_whose_office(language: Language, text: str, expected: str | None, comment: str) -> None:
    assert unknown_office(last_sentence_of(text, language), load_knowledge()) == expected, comment


@pytest.mark.parametrize(("language", "text", "expected", "comment"), ANSWERS, ids=[row[1] for row in ANSWERS])
def test_an_answer_and_its_question(language: Language, text: str, expected: bool, comment: str) -> None:
    assert leans_on_its_question(last_sentence_of(text, language)) is expected, comment
