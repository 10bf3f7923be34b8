"""Which positions are told at all: those whose words, or whose note, say of what and of whom."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article, Brief, Evidence, Language, Position
from briefing.realize import realize

CASES: list[tuple[Language, str, str, bool, str]] = [
    (
        "en",
        "Peru shut the port of Ilo to trawlers from Chile.",
        "Chile, she later told this newspaper, is prepared to share the list provided Lima hands over the logs.",
        False,
        "who said so only the sentence before tells: printed with it, more than one in four was wrong or of no use",
    ),
    (
        "es",
        "Chile anunció una tasa a los camiones de Perú.",
        "Perú, añadió, no aceptará plazos.",
        False,
        "little, of what the sentence before tells: more than one in four of such lines was wrong or of no use",
    ),
    (
        "es",
        "Las delegaciones de Chile y Perú se vieron en Arica.",
        "Ambas delegaciones acordaron:",
        False,
        "a list that is not printed",
    ),
    (
        "es",
        "",
        "Chile está dispuesto a pagar los 19 millones que le adeuda Perú siempre que Lima abra el puerto.",
        True,
        "the first sentence of its article: what it points to stands in itself",
    ),
]


@pytest.mark.parametrize(("language", "before", "line", "told", "comment"), CASES, ids=[row[4] for row in CASES])
def test_which_positions_are_told(language: Language, before: str, line: str, told: bool, comment: str) -> None:
    text = f"Nothing. \n\n{before} {line}".strip() if before else line
    article = Article(id="a1", file="a1.txt", sha256="", text=text, language=language, published="2026-03-12")
    doc = annotate(article, load_knowledge())
    start = text.index(line)
    piece = Evidence(article="a1", start=start, stop=start + len(line), text=line, language=language)
    position = Position(id="p-1", government="CL", stance="states", evidence=(piece,))
    brief = Brief(as_of="2026-03-14", window="2026-03-08/2026-03-14", governments=("CL", "PE"), positions=(position,))
    assert bool(realize(brief, {"a1": doc}, load_knowledge()).positions) is told, comment
