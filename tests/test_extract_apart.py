"""Two interviews told in one sentence are two rows; who is met together stays together."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Event, Language

ROWS: list[tuple[Language, str, list[str], str]] = [
    (
        "es",
        "La ministra de Exteriores de Kenia, Ruth Achieng, se entrevistó el martes en Kampala con su homólogo, Moses Kato, y "
        "con el primer ministro de Uganda, Paul Okello.",
        ["moses kato + ruth achieng", "paul okello + ruth achieng"],
        "a second 'con'",
    ),
    (
        "en",
        "Kenyan Foreign Minister Ruth Achieng met in Kampala on Tuesday with her counterpart, Moses Kato, and with Ugandan "
        "Prime Minister Paul Okello.",
        ["moses kato + ruth achieng", "paul okello + ruth achieng"],
        "a second 'with'",
    ),
    (
        "en",
        "Kenyan Foreign Minister Ruth Achieng met in Kampala on Tuesday with Ugandan ministers Moses Kato and Paul Okello.",
        ["moses kato + paul okello + ruth achieng"],
        "one 'with'",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), ROWS, ids=[row[3] for row in ROWS])
def test_interviews(language: Language, text: str, expected: list[str], comment: str) -> None:
    knowledge = load_knowledge()
    article = Article(
        id="a1", file="t.txt", sha256="", text=text, language=language, published="2026-03-04", published_basis="stated"
    )
    claims = extract(annotate(article, knowledge), knowledge)
    met = [claim for claim in claims if isinstance(claim, Event) and claim.meeting]
    assert [" + ".join(sorted(name.partition(":")[2] for name in event.people)) for event in met] == expected
