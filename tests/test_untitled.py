"""An article without title is known in the list of sources by its first words and its file."""

from __future__ import annotations

import dataclasses

import pytest
from memo_samples import memo_of, paragraphs_of

from briefing.annotate.document import annotate
from briefing.consolidate import opening_of
from briefing.knowledge import load_knowledge
from briefing.model import Article, Language
from briefing.render.sample import sample_brief


def article(text: str, language: Language) -> Article:
    return Article(id="a1", file="a.txt", sha256="00", language=language, text=text)


@pytest.mark.parametrize(
    ("text", "language", "opening", "comment"),
    [
        (
            "Norway, which buys the ore, asked Peru on Monday to reopen the port of Ilo. Peru refused.",
            "en",
            "Norway, which buys the ore, asked Peru on…",
            "so many words, and a sign that there are more",
        ),
        (
            "Perú reabrió el puerto de Ilo, y Noruega compró el mineral.",
            "es",
            "Perú reabrió el puerto de Ilo, y Noruega…",
            "Spanish",
        ),
        ("Peru reopened the port of Ilo.", "en", "Peru reopened the port of Ilo.", "a short sentence stands whole"),
        (
            "Ana Gil, Lima.\n\nPeru reopened the port of Ilo for ships from Norway.",
            "en",
            "Peru reopened the port of Ilo for ships…",
            "a by-line is no opening",
        ),
        (
            "El mineral de Ilo saldrá, si llueve, hoy, según el ministro, de los patios.",
            "es",
            "El mineral de Ilo saldrá, si llueve, hoy…",
            "no comma before what is left out",
        ),
    ],
)
def test_the_opening_of_an_article(text: str, language: Language, opening: str, comment: str) -> None:
    assert opening_of(annotate(article(text, language), load_knowledge())) == opening, comment


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        ("en_US", "untitled article that begins “Oslo pidió ayer que el puerto…” (file two.txt)"),
        ("es_MX", "nota sin título que comienza “Oslo pidió ayer que el puerto…” (archivo two.txt)"),
    ],
)
def test_a_reader_finds_it_by_its_first_words(locale: str, line: str) -> None:
    brief = sample_brief()
    untitled = dataclasses.replace(
        brief.articles[1], title=None, url=None, file="two.txt", opening="Oslo pidió ayer que el puerto…", language="es"
    )
    shown = paragraphs_of(
        memo_of(dataclasses.replace(brief, articles=(brief.articles[0], untitled, *brief.articles[2:])), locale=locale)
    )
    assert any(line in paragraph for paragraph in shown)
