"""Whom `he` is in a fact that stands in the words of a position."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article
from briefing.realize import realize
from briefing.realize.sources import read_sources

OPENING = (
    "ASMARA, March 2 - Eritrea's national security adviser, Bereket Dogo, said Djibouti had agreed to it. His counterpart, "
    "General Moussa Kalla, said there was no pact. “We will patrol our own side,” the general said.\n\nDogo told reporters: "
    "\"General Kalla said to me, 'We accept.' I expect him to keep his word.\" "
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He said Eritrea would deploy 200 men to the border with Djibouti.",
            "[Bereket Dogo] said Eritrea would deploy 200 men",
        ),
        ("Officers said Eritrea would deploy 200 men to the border with Djibouti.", "Officers said"),
    ],
)
def test_a_fact_in_the_words_of_a_position_has_its_speaker(text: str, expected: str) -> None:
    brief, knowledge = brief_of([OPENING + text]), load_knowledge()
    article = Article(id="a0", file="0.txt", sha256="", text=OPENING + text, language="en", published="2026-03-03")
    realized = realize(brief, read_sources(brief, {"a0": annotate(article, knowledge)}), knowledge)
    told = [fact.text["en"] for fact in realized.facts if "200" in fact.text["en"]]
    assert told
    assert [words[: len(expected)] for words in told] == [expected] * len(told)
