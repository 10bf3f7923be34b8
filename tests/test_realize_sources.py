"""The sentences that a brief rests on, read ahead."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.consolidate import consolidate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Language
from briefing.realize import realize
from briefing.realize.sources import read_sources

TEXTS: list[tuple[Language, str]] = [
    (
        "en",
        "LIMA, May 4.- However, Peru rejected the tariff of 12 percent. But it will meet Chile on Monday.",
    ),
    ("es", "La canciller de Perú rechazó el arancel del 12 por ciento. Además, pidió a Chile que lo retire antes de junio."),
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_what_has_been_read_ahead_is_said_alike(language: Language, text: str) -> None:
    knowledge = load_knowledge()
    article = Article(id="a1", file="a.txt", sha256="", text=text, language=language, published="2026-05-04")
    doc = annotate(article, knowledge)
    brief = consolidate([doc], {"a1": extract(doc, knowledge)}, knowledge, as_of="2026-05-05", window="2026-05-01/2026-05-05")
    assert brief.facts or brief.positions
    assert realize(brief, read_sources(brief, {"a1": doc}), knowledge) == realize(brief, {"a1": doc}, knowledge)
