"""Adapters on stand-ins with the attributes of the real engines' words; the engines themselves are not installed here."""

from __future__ import annotations

from types import SimpleNamespace as Stub
from typing import Any

import pytest

from briefing.annotate.parse import load_parser
from briefing.annotate.parse.adapters import SpacyParser, StanzaParser, UDPipeParser, load_adapter
from briefing.errors import KnowledgeError
from briefing.model import Span, Token

TEXT = "Yes. Envoys spoke in Accra."
SENTENCE = Span(5, 27)


def brief(tokens: tuple[Token, ...]) -> list[tuple[str, int, str]]:
    return [(token.span.of(TEXT), token.head, token.deprel) for token in tokens]


WORDS = (("Envoys", 0, "NOUN"), ("spoke", 7, "VERB"), ("in", 13, "ADP"), ("Accra", 16, "PROPN"), (".", 21, "PUNCT"))
EXPECTED = [("Envoys", 1, "nsubj"), ("spoke", -1, "root"), ("in", 3, "case"), ("Accra", 1, "obl"), (".", 1, "punct")]


def spacy_doc(heads: tuple[int, ...], labels: tuple[str, ...]) -> list[Any]:
    doc = [
        Stub(i=n, idx=start, text=form, pos_=upos, dep_=dep, lemma_=form.lower(), morph="", is_space=False)
        for n, ((form, start, upos), dep) in enumerate(zip(WORDS, labels, strict=True))
    ]
    for word, head in zip(doc, heads, strict=True):
        word.head = doc[head]
    return doc


@pytest.mark.parametrize(
    ("heads", "labels"),
    [
        pytest.param((1, 1, 1, 2, 1), ("nsubj", "ROOT", "prep", "pobj", "punct"), id="labels of its English models"),
        pytest.param((1, 1, 3, 1, 1), ("nsubj", "ROOT", "case", "obl:tmod", "punct"), id="universal labels"),
    ],
)
def test_spacy(heads: tuple[int, ...], labels: tuple[str, ...]) -> None:
    pipeline = Stub(pipe=lambda texts: [spacy_doc(heads, labels) for _ in texts])
    (tokens,) = SpacyParser(pipeline).parse(TEXT, [SENTENCE])
    assert brief(tokens) == EXPECTED


def test_spacy_with_two_trees_in_a_sentence() -> None:
    pipeline = Stub(pipe=lambda texts: [spacy_doc((1, 1, 3, 3, 1), ("nsubj", "ROOT", "case", "ROOT", "punct")) for _ in texts])
    (tokens,) = SpacyParser(pipeline).parse(TEXT, [SENTENCE])
    assert brief(tokens)[3] == ("Accra", 1, "parataxis")


HEADS, LABELS = (2, 0, 4, 2, 2), ("nsubj", "root", "case", "obl", "punct")


def test_stanza() -> None:
    written = [
        Stub(
            start_char=start,
            end_char=start + len(form),
            words=[Stub(text=form, lemma=None, upos=upos, feats=None, head=h, deprel=d, start_char=None, end_char=None)],
        )
        for (form, start, upos), h, d in zip(WORDS, HEADS, LABELS, strict=True)
    ]
    pipeline = Stub(bulk_process=lambda texts: [Stub(sentences=[Stub(tokens=written)]) for _ in texts])
    (tokens,) = StanzaParser(pipeline).parse(TEXT, [SENTENCE])
    assert brief(tokens) == EXPECTED


def test_stanza_with_words_of_several_parts() -> None:
    """`don't` are two words that stand in the text, `del` two that do not."""
    parts = [Stub(text="do", start_char=0, end_char=2), Stub(text="n't", start_char=2, end_char=5)]
    hidden = [Stub(text="de", start_char=None, end_char=None), Stub(text="el", start_char=None, end_char=None)]
    for head, word in enumerate([*parts, *hidden]):
        vars(word).update(lemma=None, upos="X", feats=None, head=head, deprel="dep")
    written = [Stub(start_char=0, end_char=5, words=parts), Stub(start_char=6, end_char=9, words=hidden)]
    pipeline = Stub(bulk_process=lambda texts: [Stub(sentences=[Stub(tokens=written)])])
    (tokens,) = StanzaParser(pipeline).parse("don't del", [Span(0, 9)])
    assert [token.span.of("don't del") for token in tokens] == ["do", "n't", "del", "del"]
    assert StanzaParser(pipeline).parse("", []) == ()


class Tokenizer:
    def __init__(self) -> None:
        self.left = 1

    def setText(self, text: str) -> None:  # noqa: N802
        assert text == SENTENCE.of(TEXT)

    def nextSentence(self, sentence: Any) -> bool:  # noqa: N802
        self.left -= 1
        return self.left >= 0


def test_udpipe() -> None:
    def word(form: str, start: int, upos: str, head: int, deprel: str) -> Any:
        place = {"getTokenRangeStart": lambda: start, "getTokenRangeEnd": lambda: start + len(form)}
        return Stub(form=form, lemma=form, upostag=upos, feats="_", head=head, deprel=deprel, **place)

    words = [Stub(), *(word(*row, h, d) for row, h, d in zip(WORDS, HEADS, LABELS, strict=True))]
    library = Stub(Sentence=lambda: Stub(words=words, multiwordTokens=[]))
    model = Stub(newTokenizer=lambda options: Tokenizer(), tag=lambda *a: True, parse=lambda *a: True, DEFAULT="")
    (tokens,) = UDPipeParser(model, library).parse(TEXT, [SENTENCE])
    assert brief(tokens) == EXPECTED


def test_the_environment_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_PARSER_XX", "spacy:no_such_model")
    with pytest.raises(KnowledgeError, match="spacy:no_such_model"):
        load_parser("xx")
    monkeypatch.delenv("BRIEFING_PARSER_XX")
    with pytest.raises(KnowledgeError, match="no parser model"):
        load_parser("xx")


@pytest.mark.parametrize("spec", ["", "spacy", "spacy:", "other:model", "spacy:no_such_model"])
def test_what_cannot_be_loaded_is_reported_in_one_line(spec: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        load_adapter(spec)
    assert "\n" not in str(caught.value)
