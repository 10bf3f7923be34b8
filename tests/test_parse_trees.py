"""Trees of the shipped models: tables of arcs, and what must hold for any text."""

from __future__ import annotations

import itertools
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.annotate.parse import load_parser, parse, split_sentences
from briefing.annotate.parse.decoding import NEVER, best_heads
from briefing.annotate.parse.models import model_path, read_model
from briefing.errors import KnowledgeError
from briefing.model import Token

CASES = Path(__file__).parent / "cases"
LANGUAGES = ("es", "en")
LARGEST = 4_000_000
"""Bytes of a model."""


def rows() -> list[Any]:
    found = []
    for language in LANGUAGES:
        for row in yaml.safe_load((CASES / language / "trees.yaml").read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(reason=row.get("note", ""))] if row.get("expect") == "fail" else []
            found.append(pytest.param(language, row, marks=marks, id=f"{language}-{row['text'][:40]}"))
    return found


def arcs(tokens: tuple[Token, ...]) -> list[str]:
    return [f"{token.form} {token.deprel} {tokens[token.head].form}" for token in tokens if token.head >= 0]


@pytest.mark.parametrize(("language", "row"), rows())
def test_arcs(language: str, row: dict[str, Any]) -> None:
    (sentence,) = parse(row["text"], language)
    assert [arc for arc in row["arcs"] if arc not in arcs(sentence.tokens)] == []


def is_tree(tokens: tuple[Token, ...]) -> bool:
    def reaches_root(place: int) -> bool:
        for _ in tokens:
            if tokens[place].head < 0:
                return True
            place = tokens[place].head
        return False

    return sum(token.head < 0 for token in tokens) == 1 and all(map(reaches_root, range(len(tokens))))


ARTICLE = {
    "es": "La canciller de Perú llegó a Quito. “Hablaremos de todo”, dijo; mañana verá al presidente.\n\n¿Habrá acuerdo? Nadie "
    'lo sabe… 1. Comercio. 2. Agua. El Sr. Vega (82 años) murió. "Vamos al sur para decírselo. ¡Sí!',
    "en": "Peru's envoy arrived in Quito. “We'll talk about everything,” she said; tomorrow she'll meet the president.\n\nWill "
    "there be a deal? Nobody knows… 1. Trade. 2. Water. Mr. Vega (82) died. \"We're going south to tell them. Yes!",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_together_or_alone_again_and_again(language: str) -> None:
    text = ARTICLE[language]
    parser = load_parser(language)
    spans = split_sentences(text, language)
    together = parser.parse(text, spans)
    assert together == parser.parse(text, spans)
    assert together == tuple(parser.parse(text, [span])[0] for span in spans)
    assert together == tuple(reversed(parser.parse(text, spans[::-1])))


@pytest.mark.parametrize("language", LANGUAGES)
def test_tokens_are_well_formed(language: str) -> None:
    for sentence in parse(ARTICLE[language], language):
        assert is_tree(sentence.tokens)
        for token in sentence.tokens:
            assert sentence.span.contains(token.span)
            assert token.confidence == round(token.confidence, 2)
            assert 0 <= token.confidence <= 1
            assert token.lemma
            assert (token.deprel == "root") == (token.head < 0)


pieces = st.sampled_from(
    ["a", "del", "won't", "“", '"', "»", ".", "…", " ", "\n", "EE. UU.", "1.5", "\u200b", "\u202e", "é", "漢", "🙂"]
)


@settings(max_examples=30, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(pieces, max_size=30).map("".join)), st.sampled_from(LANGUAGES))
def test_any_text_makes_trees(text: str, language: str) -> None:
    for sentence in parse(text, language):
        assert is_tree(sentence.tokens)
        assert all(a.span.start <= b.span.start for a, b in itertools.pairwise(sentence.tokens))


NASTY = {
    "no space": "a" * 100_000,
    "opening quotes": "“" * 1_000,
    "plain quotes": '"' * 1_001,
    "right to left": "\u202e\u200funo " * 1_000,
    "one sentence": "uno y dos, " * 1_000,
    "no marks": "uno dos " * 500,
}


@pytest.mark.parametrize("name", NASTY)
def test_nasty_text_takes_linear_time(name: str) -> None:
    started = time.process_time()
    for sentence in parse(NASTY[name], "es"):
        assert sum(token.head < 0 for token in sentence.tokens) == 1
    assert time.process_time() - started < 15


@pytest.mark.parametrize("language", LANGUAGES)
def test_model_is_small_and_describes_itself(language: str) -> None:
    path = model_path(language)
    assert path.stat().st_size <= LARGEST
    model = read_model(path)
    assert len(model.upos) == 17
    assert {"nsubj", "nsubj:pass", "obl:agent", "ccomp"} <= set(model.deprel)


def test_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_MODELS", str(tmp_path))
    with pytest.raises(KnowledgeError, match="xx"):
        model_path("xx")
    assert model_path("es").parent != tmp_path
    (tmp_path / "es.npz").write_bytes(b"not a model")
    assert model_path("es").parent == tmp_path
    with pytest.raises(KnowledgeError, match="not a parser model"):
        read_model(tmp_path / "es.npz")


def best_by_trying(scores: np.ndarray) -> float:
    """The score of the best tree with one root, by trying all head assignments."""
    count = len(scores)
    best = -np.inf
    for heads in itertools.product(range(count + 1), repeat=count):
        if sum(head == 0 for head in heads) == 1 and all(_to_root(heads, word) for word in range(1, count + 1)):
            best = max(best, sum(scores[word, head] for word, head in enumerate(heads)))
    return best


def _to_root(heads: tuple[int, ...], word: int) -> bool:
    for _ in range(len(heads) + 1):
        if word == 0:
            return True
        word = heads[word - 1]
    return False


@pytest.mark.parametrize("seed", range(60))
def test_decoding_finds_the_best_tree(seed: int) -> None:
    rng = np.random.default_rng(seed)
    count = 1 + seed % 5
    scores = np.round(rng.normal(size=(count, count + 1)), 3).astype(np.float32)
    scores[np.arange(count), np.arange(1, count + 1)] = NEVER
    heads = best_heads(scores)
    assert _to_root_all(heads.tolist())
    assert sum(scores[word, head] for word, head in enumerate(heads)) == pytest.approx(best_by_trying(scores), abs=1e-4)


def _to_root_all(heads: list[int]) -> bool:
    return heads.count(0) == 1 and all(_to_root(tuple(heads), word) for word in range(1, len(heads) + 1))
