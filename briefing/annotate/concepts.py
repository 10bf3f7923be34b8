"""The concepts of the termbase that a text names: the longest terms from left to right, in any inflection.

Method: a trie over words; terms of several words match by keys that leave number and gender aside, single words by their number
only, so that `trata` (trafficking) is not `trato` (treatment).  Words in quotation marks count like any other.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefing.knowledge import Knowledge, load_grammar
from briefing.knowledge.entries import Concept
from briefing.knowledge.inflect import neutral_key, plural_key
from briefing.model import ConceptMention, Language, Sentence, Span, Token

Trie = dict[str, Any]
END = "\0"
QUOTATION_MARKS = frozenset("“”\"«»'‘’")
NOUNLIKE = frozenset({"NOUN", "PROPN", "ADJ", "X", "NUM", "VERB"})


def find_concepts(
    text: str, sentences: Sequence[Sentence], language: Language, knowledge: Knowledge
) -> tuple[ConceptMention, ...]:
    """Every concept that is named, without overlaps, in the order of the text."""
    trie, singles = build_index(knowledge, language)
    return tuple(mention for sentence in sentences for mention in in_sentence(sentence, language, trie, singles))


def in_sentence(sentence: Sentence, language: Language, trie: Trie, singles: Mapping[str, str]) -> Iterator[ConceptMention]:
    tokens = [token for token in sentence.tokens if token.form not in QUOTATION_MARKS]
    keys = [neutral_key(token.form, language) for token in tokens]
    at = 0
    while at < len(tokens):
        length, concept = longest(trie, keys, at)
        if not concept and is_name_of_thing(tokens[at]):
            length, concept = 1, singles.get(plural_key(tokens[at].form, language), "")
        if concept:
            yield ConceptMention(span=Span(tokens[at].span.start, tokens[at + length - 1].span.stop), concept=concept)
        at += length if concept else 1


def longest(trie: Trie, keys: Sequence[str], at: int) -> tuple[int, str]:
    """How many words the longest term of several words takes here, and its concept; 0 for none."""
    node, best = trie, (0, "")
    for length, key in enumerate(keys[at:], start=1):
        node = node.get(key)  # type: ignore[assignment]
        if node is None:
            break
        if END in node:
            best = (length, node[END])
    return best


def is_name_of_thing(token: Token) -> bool:
    """A verb form that looks like a noun names no concept; a participle may."""
    return token.upos in NOUNLIKE and token.feat("VerbForm") not in {"Fin", "Inf", "Ger"}


@functools.lru_cache(maxsize=8)
def build_index(knowledge: Knowledge, language: Language) -> tuple[Trie, Mapping[str, str]]:
    """The terms of several words as a trie, and those of one word; the first concept of the knowledge owns a form."""
    trie: Trie = {}
    singles: dict[str, str] = {}
    contractions = {word: full for full, word in load_grammar(language)["contractions"].items()}
    for concept in knowledge.concepts.values():
        for form in forms_of(concept, language):
            words = [part for word in form.split() for part in contractions.get(word.lower(), word).split()]
            if len(words) == 1:
                singles.setdefault(plural_key(words[0], language), concept.id)
                continue
            node = trie
            for word in words:
                node = node.setdefault(neutral_key(word, language), {})
            node.setdefault(END, concept.id)
    return trie, singles


def forms_of(concept: Concept, language: Language) -> tuple[str, ...]:
    term = concept.terms[language]
    return tuple(form for form in (term.lemma, term.plural, *term.variants) if form)
