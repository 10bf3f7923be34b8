"""Tables of quotes in tests/cases/<language>/quotes*.yaml, marks without a parser, and what holds for any text."""

from __future__ import annotations

import itertools
import time
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.annotate.parse import parse
from briefing.annotate.quotes import find_quotes
from briefing.annotate.quotes.lexicon import load_lexicon
from briefing.annotate.quotes.marks import find_quoted
from briefing.errors import KnowledgeError
from briefing.model import Quote, Sentence, Span, Token
from briefing.structure import load_plain

CASES = Path(__file__).parent / "cases"
LANGUAGES = ("en", "es")


@cache
def read(text: str, language: str) -> tuple[Sentence, ...]:
    return parse(text, language)


def show(text: str, quote: Quote) -> str:
    """A quote in one line, the way the tables write it: kind | speaker | cue | content."""
    speaker = quote.speaker.of(text) if quote.speaker else "-"
    cue = quote.cue.of(text) if quote.cue else "-"
    return f"{quote.kind} | {speaker}{' (inherited)' if quote.inherited else ''} | {cue} | {quote.content.of(text)}"


def rows() -> list[Any]:
    params = []
    for language in LANGUAGES:
        tables = [(CASES / language / file).read_text(encoding="utf-8") for file in ("quotes.yaml", "quotes_styles.yaml")]
        for row in itertools.chain.from_iterable(load_plain(table) for table in tables):
            marks = [pytest.mark.xfail(strict=True)] if row.get("expect") == "fail" else []
            case = (language, row["text"], row.get("finds") or [], row.get("scrambled") == "true")
            params.append(pytest.param(*case, marks=marks, id=f"{language}: {row['text'][:60]}"))
    return params


@pytest.mark.parametrize(("language", "text", "finds", "scrambled"), rows())
def test_table(language: str, text: str, finds: list[str], scrambled: bool) -> None:
    assert [show(text, quote) for quote in find_quotes(text, read(text, language), language, scrambled=scrambled)] == finds


CHAINS = [
    ("en", "The Herald wrote that officials say that the talks failed.", "officials", ["The Herald", "officials"]),
    ("en", "According to the Herald, officials said that the talks failed.", "officials", ["the Herald", "officials"]),
    ("en", "Officials said that, according to the Herald, the talks failed.", "the Herald", ["Officials", "the Herald"]),
    ("en", "“The minister said that the talks failed,” Ruth Obi said.", "The minister", ["Ruth Obi", "The minister"]),
    (
        "es",
        "El diario afirma que los funcionarios dicen que el plan fracasó.",
        "los funcionarios",
        ["El diario", "los funcionarios"],
    ),
    ("es", "Según el diario, el ministro dijo que el plan fracasó.", "el ministro", ["el diario", "el ministro"]),
]


@pytest.mark.parametrize(("language", "text", "speaker", "chain"), CHAINS)
def test_a_chain_is_outermost_first(language: str, text: str, speaker: str, chain: list[str]) -> None:
    found = [
        quote
        for quote in find_quotes(text, read(text, language), language)
        if quote.speaker and quote.speaker.of(text) == speaker
    ]
    assert [[link.of(text) for link in quote.chain] for quote in found] == [chain]


MARKS = [
    ("en", "He said “no” and left.", ["no"]),
    ("en", "“A “b” c” d", ["A “b” c", "b"]),
    ("en", "“It was ‘odd’, no?” he said.", ["It was ‘odd’, no?", "odd"]),
    ("en", 'She said "yes" and "no".', ["yes", "no"]),
    ("en", "the ministers' plan, the 1990s' crisis and it's done", []),
    ("en", "She said 'not yet' again.", ["not yet"]),
    ("en", "“One.\n“Two.”\nThree.", ["One.\n“Two."]),
    ("en", "“One.\nTwo.", ["One."]),
    ("en", "“We agree,” she said.", ["We agree"]),
    ("en", 'a 5" screen', []),
    ("es", "«Uno “dos” tres», dijo.", ["Uno “dos” tres", "dos"]),
    ("es", "—No iremos —dijo Paz—. Nunca.", ["No iremos", "Nunca."]),
    ("es", "El lunes —festivo— cerró.", []),
    ("es", "NOTA: Cierra hoy.", []),
    ("en", "", []),
]


@pytest.mark.parametrize(("language", "text", "contents"), MARKS)
def test_marks(language: str, text: str, contents: list[str]) -> None:
    assert [item.content.of(text) for item in find_quoted(text, load_lexicon(language))] == contents


def test_nothing_is_inherited_across_sentences_of_a_scrambled_article() -> None:
    text = "La ministra Ana Ruiz dijo que habrá acuerdo. Añadió que será pronto. “No hay otra salida que el acuerdo”, afirmó."
    ordered = find_quotes(text, read(text, "es"), "es")
    scrambled = find_quotes(text, read(text, "es"), "es", scrambled=True)
    assert [quote.inherited for quote in ordered] == [False, True, True]
    assert [(quote.inherited, quote.speaker is not None) for quote in scrambled] == [
        (False, True),
        (False, False),
        (False, False),
    ]


def test_an_unknown_language_is_the_knowledge_s_fault() -> None:
    with pytest.raises(KnowledgeError, match="no such file"):
        find_quotes("“A”", (), "xx")


def flat(text: str) -> tuple[Sentence, ...]:
    """One sentence without a tree: every word hangs on the first."""
    words: list[Token] = []
    start = 0
    for word in text.split():
        at = text.index(word, start)
        start = at + len(word)
        head = -1 if not words else 0
        words.append(
            Token(form=word, span=Span(at, start), lemma=word.lower(), upos="VERB" if word == "said" else "NOUN", head=head)
        )
    return (Sentence(span=Span(0, len(text)), tokens=tuple(words)),) if words else ()


PIECES = st.sampled_from(
    [
        "“",
        "”",
        "«",
        "»",
        '"',
        "'",
        "‘",
        "’",
        "—",
        "\n",
        " ",
        "said",
        "dijo",
        "que",
        "that",
        ":",
        ",",
        ".",
        "Ana",
        "no",
        "según",
        "X: ",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join) | st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=80))
def test_any_text_is_read_and_spans_lie_in_it(text: str) -> None:
    for language in LANGUAGES:
        for sentences in (read(text, language), flat(text)):
            found = find_quotes(text, sentences, language)
            assert all(inside(text, span) for quote in found for span in spans_of(quote))
            assert all((a.span, a.content) <= (b.span, b.content) for a, b in pairwise(found))


def spans_of(quote: Quote) -> Sequence[Span]:
    return [span for span in (quote.span, quote.content, quote.speaker, quote.cue, *quote.chain) if span is not None]


def inside(text: str, span: Span) -> bool:
    return 0 <= span.start < span.stop <= len(text)


NASTY = {
    "opening": "“",
    "straight": '"',
    "opening with words": "“a ",
    "straight with words": '"a" ',
    "guillemets": "« a » ",
    "apostrophes": "'a' ",
    "dashes": "—a —b— ",
    "line of dialogue": "—a\n",
    "labels": "ANA: no\n",
    "cues": "said ",
    "sentences": "“No”, said Ana. ",
    "zero width": "\u200b“\u202e”",
}


def seconds(text: str) -> float:
    sentences = flat(text)
    started = time.process_time()
    find_quotes(text, sentences, "es")
    return time.process_time() - started


@pytest.mark.parametrize("name", NASTY)
def test_nasty_texts_take_linear_time(name: str) -> None:
    find_quotes("", (), "es")
    short, long = (NASTY[name] * (length // len(NASTY[name])) for length in (5_000, 40_000))
    assert seconds(long) < 24 * seconds(short) + 0.5


def test_fifty_thousand_opening_quotes() -> None:
    assert seconds("“" * 50_000) < 10
