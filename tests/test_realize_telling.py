"""Sentences told in the other language phrase by phrase: every word known, every "no" and "would" kept, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import LANGUAGES, load_knowledge
from briefing.model import Article, Evidence, Fact
from briefing.realize.edition import make_edition
from briefing.realize.native import Attempt
from briefing.realize.retelling import retelling
from briefing.structure import load_plain

CASES = Path(__file__).parent / "cases"
OTHER = {"es": "en", "en": "es"}
ROWS = [
    (language, row)
    for language in LANGUAGES
    if (CASES / language / "telling.yaml").is_file()
    for row in load_plain((CASES / language / "telling.yaml").read_text(encoding="utf-8"))
]


def told(text: str, language: str) -> Attempt:
    knowledge = load_knowledge()
    article = Article(id="a1", file="a1.txt", sha256="", text=text, language=language, published="2026-03-12")
    doc = annotate(article, knowledge)
    evidence = Evidence(article="a1", start=0, stop=len(text), text=text, language=language)
    fact = Fact(id="f-1", kind="event", evidence=(evidence,))
    return retelling(fact, make_edition(OTHER[language], {"a1": doc}, knowledge, "2026-03-14"))


@pytest.mark.parametrize(("language", "row"), [pytest.param(lang, row, id=row["text"][:60]) for lang, row in ROWS])
def test_told(language: str, row: dict[str, str]) -> None:
    attempt = told(row["text"], language)
    if "printed" in row:
        assert attempt.text == row["printed"], attempt.rules
    else:
        assert attempt.text is None, attempt.text
        assert any(row["closed"] in rule for rule in attempt.rules), attempt.rules
