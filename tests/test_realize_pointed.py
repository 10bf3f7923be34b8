"""Who a word that points back means, by name: `Este [Ruiz] anunció`, `In a note Ghana said`."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article, Language
from briefing.realize import realize
from briefing.realize.sources import read_sources

SPANISH = "El ministro peruano Luis Tello recibió en Lima al ministro ecuatoriano Raúl Cobos. "
ENGLISH = "Ghana's foreign ministry protested to Togo on Monday. "


@pytest.mark.parametrize(
    ("language", "text", "expected", "comment"),
    [
        (
            "es",
            f"{SPANISH}Este anunció que Ecuador cerrará el puente si Perú no paga.",
            "Este [Raúl Cobos] anunció",
            "the last one named",
        ),
        ("es", f"{SPANISH}Este plan prevé que Ecuador cierre el puente.", None, "a plan"),
        ("en", f"{ENGLISH}In a note it said that the bridge to Togo would stay shut.", "In a note Ghana said", "the one body"),
        (
            "en",
            "Togo wrote to Ghana. In a note that Ghana read it said the bridge to Togo was shut.",
            None,
            "one named between",
        ),
    ],
)
def test_who_is_pointed_at(language: Language, text: str, expected: str | None, comment: str) -> None:
    brief, knowledge = brief_of([text], language=language), load_knowledge()
    article = Article(id="a0", file="0.txt", sha256="", text=text, language=language, published="2026-03-03")
    realized = realize(brief, read_sources(brief, {"a0": annotate(article, knowledge)}), knowledge)
    told = " ".join(position.text[language] for position in realized.positions)
    assert (expected in told) if expected else ("[" not in told), comment


MINISTER = "La ministra boliviana de Obras, Elena Condori, criticó el peaje de Chile"


@pytest.mark.parametrize(
    ("text", "expected", "comment"),
    [
        (
            f"{MINISTER}. Según explicó, cada camión de Bolivia paga 35 dólares.",
            "Según explicó Elena Condori, cada",
            "she alone",
        ),
        (
            f"{MINISTER}. Según ha explicado, cada camión de Bolivia paga 35 dólares.",
            "Según ha explicado Elena Condori, cada",
            "more words",
        ),
        (f"{MINISTER}. Según explicó Soto, cada camión de Bolivia paga 35 dólares.", "Según explicó Soto, cada", "named there"),
    ],
)
def test_who_explained_it(text: str, expected: str, comment: str) -> None:
    brief, knowledge = brief_of([text], language="es"), load_knowledge()
    article = Article(id="a0", file="0.txt", sha256="", text=text, language="es", published="2026-03-03")
    realized = realize(brief, read_sources(brief, {"a0": annotate(article, knowledge)}), knowledge)
    assert expected in " ".join(fact.text["es"] for fact in realized.facts).replace("[", "").replace("]", ""), comment
