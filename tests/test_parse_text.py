"""Sentences and words of raw text: tables of examples, and properties that hold for any string."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.annotate.parse import split_sentences
from briefing.annotate.parse.language import orthography
from briefing.annotate.parse.tokens import Piece, tokenize
from briefing.errors import KnowledgeError
from briefing.model import Span

CASES = Path(__file__).parent / "cases"
LANGUAGES = ("es", "en")
VERBS = frozenset({"decir", "ver", "reunir", "hacer"})


def rows(name: str) -> list[Any]:
    found = []
    for language in LANGUAGES:
        for row in yaml.safe_load((CASES / language / f"{name}.yaml").read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(reason=row.get("note", ""))] if row.get("expect") == "fail" else []
            found.append(pytest.param(language, row, marks=marks, id=f"{language}-{row['text'][:40]}"))
    return found


@pytest.mark.parametrize(("language", "row"), rows("sentences"))
def test_sentences(language: str, row: dict[str, str]) -> None:
    text = row["text"].replace("¦", "")
    assert [span.of(text) for span in split_sentences(text, language)] == [part.strip() for part in row["text"].split("¦")]


def joined(pieces: tuple[Piece, ...]) -> str:
    """Words as the tables write them."""
    text = ""
    for number, (form, span) in enumerate(pieces):
        text += ("_" if span == pieces[number - 1][1] else " ") + form if number else form
    return text


@pytest.mark.parametrize(("language", "row"), rows("tokens"))
def test_words(language: str, row: dict[str, str]) -> None:
    text = row["text"]
    assert joined(tokenize(text, Span(0, len(text)), orthography(language), VERBS)) == row["words"]


def test_nothing_crosses_what_is_skipped() -> None:
    text = "Uno dos PUBLICIDAD tres. Cuatro."
    skip = (Span(8, 19),)
    assert [span.of(text) for span in split_sentences(text, "es", skip)] == ["Uno dos", "tres.", "Cuatro."]


def test_wrapped_lines_are_joined() -> None:
    text = (
        "The foreign ministers of Ghana and Togo met on Monday in Accra to\n"
        "discuss the border, which has been closed since the election, and\n"
        "Togo's envoy said that both would open it.\nA short line\nAnother line"
    )
    assert [text[s.start : s.stop].split("\n")[-1] for s in split_sentences(text, "en")] == [
        "Togo's envoy said that both would open it.",
        "A short line",
        "Another line",
    ]


def test_lines_of_a_list_are_not_joined() -> None:
    text = "Chile\nPerú\nBolivia"
    assert len(split_sentences(text, "es")) == 3


def test_unknown_language_is_reported() -> None:
    with pytest.raises(KnowledgeError, match="xx"):
        split_sentences("text", "xx")


texts = st.text(st.one_of(st.characters(), st.sampled_from(list(" .…!?\n\"“”'’«»-—1aAéEU"))), max_size=120)


@settings(max_examples=150, deadline=None)
@given(texts, st.sampled_from(LANGUAGES))
def test_sentences_and_words_quote_their_text(text: str, language: str) -> None:
    place = 0
    for sentence in split_sentences(text, language):
        assert place <= sentence.start < sentence.stop <= len(text)
        assert not sentence.of(text)[0].isspace()
        assert not text[place : sentence.start].strip(" \u200b\u200e\u200f\ufeff") or not any(
            c.isalnum() for c in text[place : sentence.start]
        )
        place = sentence.stop
        before = sentence.start
        for form, span in tokenize(text, sentence, orthography(language)):
            assert sentence.contains(span)
            assert span.start >= before or form
            assert form
            assert not any(c.isalnum() for c in text[before : span.start])
            before = span.stop


NASTY = {
    "no space": "a" * 100_000,
    "quotes": "“" * 50_000,
    "plain quotes": '"' * 50_000,
    "zero width": "\u200b" * 100_000,
    "right to left": "\u202e\u200f" * 50_000 + "texto",
    "stops": "." * 100_000,
    "spaced stops": ". " * 50_000,
    "capital initials": "A." * 50_000,
    "hyphens": "a-" * 50_000,
    "at signs": "a@" * 50_000,
    "dots in words": "a.b" * 40_000,
    "apostrophes": "a'" * 50_000,
    "digits": "1" * 100_000,
    "digits and marks": "1,2.3:" * 20_000,
    "addresses": "http://" * 15_000,
    "newlines": "\n" * 100_000,
    "spaces": " " * 100_000,
    "brackets": "([" * 50_000,
    "surrogates": "\ud800" * 1_000,
    "combining": "e\u0301" * 50_000,
    "short lines": "ab\n" * 30_000,
    "bullets": "- A " * 25_000,
    "list numbers": "1. A 2. B " * 10_000,
    "links": "http://a.b C " * 10_000,
    "mail addresses": "a@b.cd E " * 10_000,
    "closings": "thanks, Ana " * 10_000,
    "greetings": "Dear Ana, " * 10_000,
    "labels": "WHO: Ana " * 10_000,
    "emoticons": ":) " * 30_000,
    "semicolons": "; The " * 15_000,
    "rulers": "----- " * 15_000,
}


@pytest.mark.parametrize("name", NASTY)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nasty_text_takes_linear_time(name: str, language: str) -> None:
    text = NASTY[name]
    started = time.process_time()
    for sentence in split_sentences(text, language):
        tokenize(text, sentence, orthography(language))
    assert time.process_time() - started < 4
