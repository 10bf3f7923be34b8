"""Sentences, words and trees of a text.

`split_sentences` finds the sentences, `load_parser` gives the parser of a language, `parse` does both.  Labels are those of
Universal Dependencies without subtypes, except `nsubj:pass csubj:pass aux:pass obl:agent obl:arg acl:relcl nmod:poss
compound:prt expl:pass expl:pv expl:impers`.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.annotate.parse.choice import load_parser
from briefing.annotate.parse.protocol import Parser
from briefing.annotate.parse.sentences import split_sentences
from briefing.model import Sentence, Span

__all__ = ["Parser", "load_parser", "parse", "split_sentences"]


def parse(text: str, language: str, skip: Sequence[Span] = ()) -> tuple[Sentence, ...]:
    """The sentences of a text with their trees; nothing in a span of `skip` is read."""
    spans = split_sentences(text, language, skip)
    trees = load_parser(language).parse(text, spans)
    return tuple(Sentence(span=span, tokens=tokens) for span, tokens in zip(spans, trees, strict=True) if tokens)
