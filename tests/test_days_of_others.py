"""Days of a sentence that are not those of what is told: of a participle beside a noun, of what a number was before."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Claim, Figure, Language, Statement


def claims(text: str, language: Language) -> tuple[Claim, ...]:
    article = Article(id="a1", file="1.txt", sha256="", text=text, language=language, published="2026-03-12")
    return extract(annotate(article, load_knowledge()), load_knowledge())


STATEMENTS = [
    (
        "es",
        "En relación con la nave Rosalía, retenida por la Armada de Perú el pasado 3 de marzo, la Cancillería de Chile "
        "solicitó a Perú la liberación de los pescadores.",
        None,
        "the day of the seizure",
    ),
    (
        "es",
        "La Cancillería de Chile solicitó el pasado 3 de marzo a Perú la liberación de la nave.",
        "2026-03-03",
        "its own day",
    ),
]


@pytest.mark.parametrize(("language", "text", "day", "comment"), STATEMENTS, ids=[row[-1] for row in STATEMENTS])
def test_the_day_of_a_statement(language: Language, text: str, day: str | None, comment: str) -> None:
    asked = [one for one in claims(text, language) if isinstance(one, Statement) and one.stance == "requests"]
    assert [one.date for one in asked] == [day], comment


FIGURES = [
    ("Ghana said the number of fires fell to 80 from 95 a week ago.", None, "when it was the other number"),
    ("Ghana said it counted 80 fires a week ago.", "2026-03-02/2026-03-08", "when it was counted"),
]


@pytest.mark.parametrize(("text", "period", "comment"), FIGURES, ids=[row[-1] for row in FIGURES])
def test_the_period_of_a_figure(text: str, period: str | None, comment: str) -> None:
    told = [one.date for one in claims(text, "en") if isinstance(one, Figure)]
    assert told == [period], comment
