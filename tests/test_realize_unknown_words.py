"""Words that no table has are found before a clause is built; what any of them may tell is left to the telling."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article, Evidence
from briefing.realize.rungs.passages import passage_of
from briefing.realize.tell.unknown_words import unknown_words


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Peru will listen to the quibblers in March.", {"listen", "quibblers"}),
        ("es", "Perú aventará la escanda en marzo.", {"aventará", "escanda"}),
        ("en", "Peru signed the agreement with Chile in March.", set()),
        ("es", "Perú firmó el acuerdo con Chile en marzo.", set()),
        ("es", "Perú firmará acuerdos bilaterales con Chile.", set()),  # by the key of a term
        ("en", "Peru has sent 40 Chilean soldiers to Mount Pisaq.", set()),  # names and peoples are told by themselves
        ("es", "Perú firmó un acuerdo con la OEA (OEA, por sus siglas).", set()),  # what stands in brackets may be left out
    ],
)
def test_unknown_words(language: str, text: str, expected: set[str]) -> None:
    knowledge = load_knowledge()
    doc = annotate(Article(id="a1", file="a1.txt", sha256="", text=text, language=language, published="2026-03-12"), knowledge)
    passage = passage_of(Evidence(article="a1", start=0, stop=len(text), text=text, language=language), doc)
    found = unknown_words(passage, knowledge)
    assert {passage.tokens[index].form for index in found} == expected
