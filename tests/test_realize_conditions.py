"""Which sentence right behind a line sets its condition or its limit."""

from __future__ import annotations

from functools import cache

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article, Doc, Evidence, Language
from briefing.realize.notes.conditions import condition_behind
from briefing.realize.rungs.passages import Passages

ROWS: list[tuple[Language, str, str, str]] = [
    # language, sentence, behind, why
    ("en", "Norway will lend Peru 40 boats.", "The boats will not sail before the Senate has voted.", "not before"),
    ("en", "Norway said that it would review the ban on anchovies.", "It will stay in force unless Lima agrees.", "unless"),
    ("en", "Norway will cut the harbour fee.", "Tankers are not covered.", "a bare plural that is excluded"),
    ("en", "Peru has decided to waive visas.", "The waiver applies only to those who arrive by sea.", "applies only"),
    ("en", "“We do not dispute the licence,” Dahl of Norway said.", "“What we dispute is the fee.”", "narrows"),
    ("en", "Norway will withdraw a patrol.", "The patrol will return if there is another incident.", "if"),
    (
        "es",
        "Perú cederá a Noruega dos muelles.",
        "La cesión no surtirá efecto mientras el Congreso no la apruebe.",
        "mientras no",
    ),
    ("es", "Perú dejará salir los barcos.", "Quedan excluidos los que lleven combustible.", "excluidos"),
    ("es", "Perú eximirá de visado a los noruegos.", "La exención no alcanza a los periodistas.", "no alcanza"),
    ("es", "Perú no patrullará con barcos noruegos.", "Otra cosa es que compartamos el radar.", "narrows"),
    ("es", "Perú pidió a Noruega cinco lanchas.", "Sin ellas, agregó, no habrá acuerdo.", "without them"),
    ("es", "Perú retirará una patrulla.", "La patrulla volverá si hay otro incidente.", "si"),
]
NONE: list[tuple[Language, str, str, str]] = [
    ("en", "Norway will lend Peru 40 boats.", "The boats are painted white.", "adds"),
    ("en", "Norway will lend Peru 40 boats.", "Chile will not lend any until June.", "somebody else"),
    ("en", "Norway will lend Peru 40 boats.", "Dahl asked if the port was open.", "what is asked"),
    ("en", "Norway will lend Peru 40 boats.", "Will they sail only if Lima pays?", "asks"),
    ("en", "Norway will lend Peru 40 boats.\n", "The museum is open only on Sundays.", "another paragraph"),
    ("es", "Perú cederá a Noruega dos muelles.", "Los muelles miden ochenta metros.", "adds"),
    ("es", "Perú cederá a Noruega dos muelles.", "Chile no cederá ninguno hasta que haya elecciones.", "somebody else"),
    ("es", "Perú cederá a Noruega dos muelles.", "Ruiz preguntó si el puerto estaba abierto.", "what is asked"),
]


@cache
def doc_of(text: str, language: Language) -> Doc:
    article = Article(
        id="a1", file="a1.txt", sha256="", text=text, language=language, published="2026-03-12", published_basis="stated"
    )
    return annotate(article, load_knowledge())


def words_behind(language: Language, sentence: str, behind: str) -> str | None:
    text, line = f"{sentence} {behind}".replace("\n ", "\n\n"), sentence.strip()
    piece = Evidence(article="a1", start=0, stop=len(line), text=line, language=language)
    found = condition_behind(Passages({"a1": doc_of(text, language)}).of(piece))
    return found.span.of(text) if found is not None else None


@pytest.mark.parametrize(("language", "sentence", "behind", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_a_condition_of_the_line(language: Language, sentence: str, behind: str, why: str) -> None:
    assert words_behind(language, sentence, behind) == behind, why


@pytest.mark.parametrize(("language", "sentence", "behind", "why"), NONE, ids=[row[2] for row in NONE])
def test_no_condition_of_the_line(language: Language, sentence: str, behind: str, why: str) -> None:
    assert words_behind(language, sentence, behind) is None, why
