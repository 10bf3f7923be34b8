"""Whether a word of several senses has the one that the termbase has: `our share of the mackerel` is no stock.

Method: the words of the sentence decide; where they do not, the other sentences of the article that have the word: one sense
per discourse (Gale, Church & Yarowsky 1992, "One sense per discourse", Proceedings of the DARPA Workshop on Speech and Natural
Language, pp. 233-237).
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.knowledge import load_language
from briefing.knowledge.inflect import fold, plural_key
from briefing.model import ConceptMention, Language, Sentence


@dataclass(frozen=True, slots=True)
class Sense:
    """What calls for the termbase's sense of a word, and what stands with another."""

    calls: frozenset[str]
    bars: frozenset[str]

    def is_called(self, words: frozenset[str]) -> bool | None:
        """By the words of a sentence; None where they say nothing."""
        if not self.calls.isdisjoint(words):
            return True
        return None if self.bars.isdisjoint(words) else False


def in_their_sense(
    text: str, mentions: Sequence[ConceptMention], sentences: Sequence[Sentence], language: Language
) -> tuple[ConceptMention, ...]:
    """The mentions without those whose word has another sense, or one that nothing calls for."""
    asked = {mention: key for mention in mentions if (key := key_of(mention.span.of(text), language)) in senses(language)}
    here = {mention: words_of(sentence) for sentence in sentences for mention in asked if sentence.span.contains(mention.span)}
    told = {mention: senses(language)[asked[mention]].is_called(words) for mention, words in here.items()}
    votes = Counter((asked[mention], called) for mention, called in told.items())
    return tuple(m for m in mentions if m not in told or is_meant(told[m], asked[m], votes, language))


def is_meant(called: bool | None, key: str, votes: Mapping[tuple[str, bool | None], int], language: Language) -> bool:
    """By its own sentence, else by the article, else as the word is most often meant."""
    if called is not None:
        return called
    yes, no = votes.get((key, True), 0), votes.get((key, False), 0)
    return yes > no or (yes == no == 0 and bool(senses(language)[key].bars))


def key_of(words: str, language: Language) -> str:
    return fold(words) if " " in words else plural_key(words, language)


def words_of(sentence: Sentence) -> frozenset[str]:
    return frozenset(fold(word) for token in sentence.tokens for word in (token.form, token.lemma))


@functools.cache
def senses(language: Language) -> Mapping[str, Sense]:
    """The data of a language, in plain letters."""
    rows = load_language("senses", language)
    return {key: Sense(*(frozenset(map(fold, row.get(name, ()))) for name in ("calls", "bars"))) for key, row in rows.items()}
