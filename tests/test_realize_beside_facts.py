"""A line that leaves something to the sentence before it, where that sentence is a key fact: printed by itself, or not."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.consolidate import consolidate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Language
from briefing.realize import realize

# language, article, how a fact or position begins that is printed by itself (or must not be), whether it is, comment
LINES: list[tuple[Language, str, str, bool, str]] = [
    (
        "en",
        "OSLO - Peru asked Norway on Monday to hand over the captain of a trawler. Norway's Justice Ministry refused the "
        "request on Tuesday.",
        "Norway's Justice Ministry refused",
        True,
        "the request stands above",
    ),
    (
        "en",
        "LIMA - Peru suspended rice exports to Chile for three months on Monday, Trade Minister Rosa Quispe said. Chile's Food "
        "Minister Juan Soto said Santiago regretted the decision.",
        "Chile's Food Minister Juan Soto said",
        True,
        "the decision stands above, and is not printed again",
    ),
    (
        "es",
        "LIMA - La ministra de Pesca del Perú, Rosa Quispe, recibió el lunes a su homólogo chileno, Juan Soto, en Lima. "
        "La reunión duró dos horas. Ambos acordaron limpiar juntos el río Lluta.",
        "Rosa Quispe y Juan Soto acordaron",
        True,
        "who, the last sentence that names somebody says",
    ),
    (
        "en",
        "LIMA - Peruvian Minister Rosa Quispe met her Chilean counterpart, Juan Soto, and Norway's Lars Berg on Monday. "
        "Both agreed to share the data.",
        "Both [",
        False,
        "three are named",
    ),
]


@pytest.mark.parametrize(("language", "text", "begins", "alone", "comment"), LINES, ids=[row[4] for row in LINES])
def test_a_line_behind_a_key_fact(language: Language, text: str, begins: str, alone: bool, comment: str) -> None:
    knowledge = load_knowledge()
    article = Article(id="a1", file="1.txt", sha256="", text=text, language=language, published="2026-03-03")
    doc = annotate(article, knowledge)
    claims = {"a1": extract(doc, knowledge)}
    week = consolidate((doc,), claims, knowledge, as_of="2026-03-06", window="2026-03-01/2026-03-06")
    brief = realize(week, {"a1": doc}, knowledge)
    lines = [item.text[language] for item in (*brief.facts, *brief.positions)]
    assert any(line.replace("’", "'").startswith(begins) for line in lines) is alone, comment
