"""A whole article's annotation: any text goes through, in linear time, and everything that is found quotes it."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.annotate.document import annotate
from briefing.annotate.view import view_html, view_text
from briefing.knowledge import load_knowledge
from briefing.model import Article, Doc, Language
from briefing.structure import unstructure

LANGUAGES: tuple[Language, ...] = ("es", "en")
PIECES = st.sampled_from([
    "El canciller de Perú ", "dijo ", "said ", "“", "”", "«", "»", '"', "'", "— ", ": ", ". ", ", ", "\n", "\n\n", "El ",
    "The ", "minister ", "Ana Quispe", " (ministra)", "5 % ", "$3 million ", "mil ", "el 4 de mayo de 2026 ", "on Monday",
    "ayer ", "que ", "no ", "EE. UU. ", "U.S.", "\u200b", "\u202e", "\u0301", "\x00", "🙂", "漢", "- ", "1. ",
    "http://a.b ", "a@b.cd ", ":) ",
])  # fmt: skip


def read(text: str, language: Language) -> Doc:
    article = Article(id="a1", file="a.txt", sha256="0" * 64, text=text, language=language, published="2026-05-05")
    return annotate(article, load_knowledge())


@settings(max_examples=60, deadline=None)
@example("\ud800 “")
@example("“«\"' dijo")
@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=30).map("".join)))
@pytest.mark.parametrize("language", LANGUAGES)
def test_any_text_goes_through(language: Language, text: str) -> None:
    doc = read(text, language)
    found = [s.span for s in doc.sentences] + [t.span for s in doc.sentences for t in s.tokens]
    found += [d.span for d in doc.dates] + [q.span for q in doc.quantities] + [m.span for m in doc.mentions]
    found += [q.content for q in doc.quotes] + [q.speaker for q in doc.quotes if q.speaker] + [c.span for c in doc.concepts]
    assert all(0 <= span.start < span.stop <= len(text) for span in found)
    assert all(mention.actor in doc.actors for mention in doc.mentions)
    assert read(text, language) == doc
    json.dumps(unstructure(doc))
    list(view_text(doc))
    assert view_html(doc).startswith("<!DOCTYPE html>")


NASTY = {
    "no space": "a" * 100_000,
    "opening quotes": "“" * 50_000,
    "zero width marks": "a\u200b" * 50_000,
    "right-to-left marks": "\u202e\u200funo " * 20_000,
}


@pytest.mark.parametrize("name", NASTY)
def test_nasty_texts_take_linear_time(name: str) -> None:
    def seconds(text: str) -> float:
        started = time.process_time()
        read(text, "es")
        return time.process_time() - started

    read("Uno dos.", "es")  # loads what is loaded once
    whole = seconds(NASTY[name])
    assert whole < 12 * max(seconds(NASTY[name][: len(NASTY[name]) // 5]), 0.1)  # five times the text; squares would take 25


def test_the_order_of_sentences_changes_no_tree_date_or_quantity() -> None:
    sentences = [
        "La canciller Ana Quispe llegó a Lima el 4 de mayo de 2026.",
        "El acuerdo costará 25 millones de dólares.",
        "Ecuador rechazó la propuesta de Perú.",
    ]

    def parts(order: list[str]) -> dict[str, object]:
        text = "\n\n".join(order)
        doc = read(text, "es")
        return {
            s.span.of(text): (
                [(t.form, t.upos, t.head, t.deprel) for t in s.tokens],
                [d.value for d in doc.dates if s.span.contains(d.span)],
                [q.value for q in doc.quantities if s.span.contains(q.span)],
            )
            for s in doc.sentences
        }

    assert parts(sentences) == parts(sentences[::-1])
