"""Days that only a guessed date of the article would tell: they go, and what hangs on them is not told in plain words."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article, Doc, Evidence, Language, PublishedBasis
from briefing.realize.leaning.undated import drop_unknown_days, mark_unknown_days, unknown_days
from briefing.realize.rungs.passages import Passage, Passages

WEEK = "2026-03-04/2026-03-10"
ROWS = [
    # language, sentence, without the day, among original words
    (
        "es",
        "Chile rechazó ayer la propuesta de Perú.",
        "Chile rechazó la propuesta de Perú.",
        "Chile rechazó […] la propuesta de Perú.",
    ),
    ("es", "Perú firmó este jueves el convenio.", "Perú firmó este jueves el convenio.", "Perú firmó este jueves el convenio."),
    ("es", "Perú firmó, ayer, el convenio.", "Perú firmó el convenio.", "Perú firmó, […], el convenio."),
    (
        "es",
        "Ayer, Perú recibió al canciller de Chile.",
        "Perú recibió al canciller de Chile.",
        "[…], Perú recibió al canciller de Chile.",
    ),
    ("es", "Chile cerró el paso desde ayer.", None, "Chile cerró el paso desde ayer."),
    ("es", "Perú esperará hasta el lunes.", "Perú esperará hasta el lunes.", "Perú esperará hasta el lunes."),
    ("es", "Chile cerró el paso el 3 de marzo.", "Chile cerró el paso el 3 de marzo.", "Chile cerró el paso el 3 de marzo."),
    ("en", "Chile rejected the plan this morning.", "Chile rejected the plan.", "Chile rejected the plan […]."),
    ("en", "Chile rejected the plan yesterday.", "Chile rejected the plan.", "Chile rejected the plan […]."),
]


def passage_of(text: str, language: Language, published: str | None, basis: PublishedBasis) -> Passage:
    article = Article(
        id="a1", file="a.txt", sha256="", text=text, language=language, published=published, published_basis=basis
    )
    doc: Doc = annotate(article, load_knowledge())
    return Passages({"a1": doc}).of(Evidence(article="a1", start=0, stop=len(text), text=text, language=language))


@pytest.mark.parametrize(("language", "text", "dropped", "marked"), ROWS, ids=[row[1] for row in ROWS])
def test_unknown_days(language: Language, text: str, dropped: str | None, marked: str) -> None:
    passage = passage_of(text, language, WEEK, "inferred")
    result = drop_unknown_days(passage, None, None)  # type: ignore[arg-type]
    assert (result.printed() if result else None) == dropped
    assert mark_unknown_days(passage, None, None).printed() == marked  # type: ignore[arg-type]


@pytest.mark.parametrize(("language", "text", "dropped", "marked"), ROWS, ids=[row[1] for row in ROWS])
def test_a_stated_day_tells_them(language: Language, text: str, dropped: str | None, marked: str) -> None:
    assert not unknown_days(passage_of(text, language, "2026-03-04", "stated"))
