"""The concepts of the termbase that a text names: the longest terms from left to right, in any inflection.

Method: a trie over words; terms of several words match by keys that leave number and gender aside, single nouns by their number
only, so that `trata` (trafficking) is not `trato` (treatment), and adjectives in every form.  A word's part of speech decides
between a noun and the adjective that is written like it.  Words in quotation marks count like any other.  A lone word with a
capital inside a sentence is part of a name (`Puerto Rico`, `Mr. Price`), unless the term has capitals itself or all of the
sentence does, as headlines do.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.knowledge import Knowledge, load_grammar
from briefing.knowledge.entries import Concept
from briefing.knowledge.inflect import fold, load_inflection, neutral_key, plural_key
from briefing.knowledge.peoples import demonyms
from briefing.model import ConceptMention, Language, Sentence, Span, Token

Trie = dict[str, Any]
END = "\0"
WORD = re.compile(r"[^\W_]+")
WORD_OR_COMMA = re.compile(r"[^\W_]+|,")
PASSED_OVER = frozenset("“”\"«»'‘’-")
"""Marks that a term may be written with or without: `high-impact crimes`, `"joint" operations`."""
NOUNLIKE = frozenset({"NOUN", "PROPN", "ADJ", "X", "NUM"})
MISTAKEN = frozenset({"VERB", "AUX", "ADV", "INTJ"})
"""What rare nouns are tagged as."""
BEFORE_NOUNS = frozenset({"DET", "ADP", "ADJ", "NUM"})


CLOSED = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PRON", "AUX", "PART", "NUM", "PUNCT", "SYM"})
"""Words that a headline in title case may write small."""
HEADLINE = 4
"""As many other words, all with capitals, make a sentence a headline: `Jugaron en Mar del Plata` has three."""
OPENING = frozenset("“\"«‘'([{:.!?¡¿—–•-")
"""Marks behind which a capital is no sign of a name."""


@dataclass(frozen=True, slots=True)
class Index:
    """The forms of all terms of a language: several words as a trie of keys, single nouns and adjectives by their keys.

    `names` are the keys of single nouns with a capital of their own (`Hamás`), `heads` those of nouns that stand for a term of
    several words (`lanchas` for `lanchas rápidas`), `origins` those of what is of a country (`petroleros iraníes`);
    `behind_gerunds` are the words that make a noun of a gerund before them.
    """

    phrases: Trie
    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    names: frozenset[str]
    heads: frozenset[str]
    origins: frozenset[str]
    behind_gerunds: frozenset[str]


def find_concepts(
    text: str, sentences: Sequence[Sentence], language: Language, knowledge: Knowledge
) -> tuple[ConceptMention, ...]:
    """Every concept that is named, without overlaps, in the order of the text."""
    index = build_index(knowledge, language)
    return tuple(mention for sentence in sentences for mention in in_sentence(sentence, language, index))


def in_sentence(sentence: Sentence, language: Language, index: Index) -> Iterator[ConceptMention]:
    pieces = [(word, token) for token in sentence.tokens for word in words_of(token)]
    keys = [neutral_key(word, language) for word, _ in pieces]
    names = names_in(sentence, language)
    at = end = 0
    while at < len(pieces):
        word, token = pieces[at]
        length, concept = longest(index.phrases, keys, at)
        named = is_name_of_thing(token, pieces[at - 1][1] if at else None) or is_done_to(pieces, at, index)
        if not concept and named:
            length, concept = 1, single(word, token, keys[at], language, index)
            if token.span.start in names and plural_key(word, language) not in index.names:
                concept = ""
            if is_predicate(sentence, token) and concept not in index.adjectives.values():
                concept = ""
            if plural_key(word, language) in index.heads and is_of_another_kind(sentence, token, language, index):
                concept = ""
        if concept and token.span.start >= end:  # of `trade/war`, one token, only the first
            end = pieces[at + length - 1][1].span.stop
            yield ConceptMention(span=Span(token.span.start, end), concept=concept)
        at += length if concept else 1


def is_predicate(sentence: Sentence, token: Token) -> bool:
    """`We have been patient`: what somebody is said to be, and no noun."""
    said = token.upos == "ADJ" and any(one.deprel == "cop" for one in sentence.tokens)
    return said and any(one.deprel == "cop" and sentence.tokens[one.head] is token for one in sentence.tokens)


def words_of(token: Token) -> list[str]:
    """The words in a token (`T-MEC` has two); of a mark that a term may do without none, another mark stands for itself."""
    return [] if token.form in PASSED_OVER else WORD.findall(token.form) or [token.form]


def names_in(sentence: Sentence, language: Language) -> frozenset[int]:
    """Where the words begin whose capital makes them a name: none in a headline.

    The first word is one where it is tagged so, in the singular: the tagger takes many an opening `Tariffs` for a name.
    """
    if is_headline(sentence):
        return frozenset()
    names = []
    opening = True
    for token in sentence.tokens:
        tagged = token.upos == "PROPN" and plural_key(token.form, language) == fold(token.form)
        if token.form[0].isupper() and (tagged or not opening):
            names.append(token.span.start)
        opening = token.form[-1] in OPENING
    return frozenset(names)


def is_headline(sentence: Sentence) -> bool:
    """Whether all of it is in capitals, or in title case."""
    words = [token for token in sentence.tokens if token.form.isalpha()]
    telling = [token.form[0].isupper() for token in words if token.upos not in CLOSED]
    return all(token.form.isupper() for token in words) or (len(telling) >= HEADLINE and all(telling))


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


def single(word: str, token: Token, key: str, language: Language, index: Index) -> str:
    """The concept of one word: `el personal` and `un asunto personal` are two."""
    noun = index.nouns.get(plural_key(word, language), "")
    adjective = index.adjectives.get(key, "")
    if token.upos == "ADJ" and not adjective:  # `larger`, `worst`
        adjective = index.adjectives.get(neutral_key(token.lemma, language), "")
    return (adjective or noun) if token.upos == "ADJ" else (noun or adjective)


def is_of_another_kind(sentence: Sentence, token: Token, language: Language, index: Index) -> bool:
    """`lanchas guardacostas` are no speedboats, `tanker trucks` no oil tankers: the word beside tells another thing."""
    tokens = sentence.tokens
    at = tokens.index(token)
    beside = ((at - 1, {"NOUN"}), (at + 1, {"NOUN", "ADJ"}))
    near = [(i, tokens[i]) for i, kinds in beside if 0 <= i < len(tokens) and tokens[i].upos in kinds]
    joined = [other for i, other in near if other.head == at or token.head == i]
    return any(neutral_key(other.form, language) not in index.origins for other in joined)


def is_name_of_thing(token: Token, before: Token | None) -> bool:
    """A verb that looks like a noun names no concept (`trade with`, `ha tratado de`), but what stands behind `the` or `of` may.

    Rare nouns are often tagged as verbs (`el maíz`), so the word before has its say.
    """
    if token.upos in NOUNLIKE:
        return True
    if token.upos not in MISTAKEN or before is None:
        return False
    return before.upos in BEFORE_NOUNS and before.span.stop <= token.span.start


def is_done_to(pieces: Sequence[tuple[str, Token]], at: int, index: Index) -> bool:
    """`resume dredging of the canal`: tagged as a verb, and a noun by the `of` behind it."""
    token = pieces[at][1]
    behind = pieces[at + 1][0].casefold() if at + 1 < len(pieces) else ""
    return token.upos == "VERB" and token.feat("VerbForm") == "Ger" and behind in index.behind_gerunds


@functools.lru_cache(maxsize=8)
def build_index(knowledge: Knowledge, language: Language) -> Index:
    """The forms of every concept; one belongs to the concept that is printed with it, else to the first that lists it."""
    phrases: Trie = {}
    nouns: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    names: set[str] = set()
    for forms_of in (printed_forms, variants):
        for concept, form in ((c, f) for c in knowledge.concepts.values() for f in forms_of(c, language)):
            words = form_words(form, language)
            if len(words) > 1:
                add_phrase(phrases, words, concept.id, language)
            elif concept.adjective:
                adjectives.setdefault(neutral_key(words[0], language), concept.id)
            elif nouns.setdefault(plural_key(words[0], language), concept.id) == concept.id and words[0] != words[0].lower():
                names.add(plural_key(words[0], language))
    origins = frozenset(neutral_key(word, language) for word in demonyms(knowledge, language))
    return Index(
        phrases,
        nouns,
        adjectives,
        frozenset(names),
        heads_of(knowledge, language),
        origins,
        load_inflection(language).behind_gerunds,
    )


def heads_of(knowledge: Knowledge, language: Language) -> frozenset[str]:
    """The keys of single nouns by which a term of several words is called too: its head, where it stands in the language."""
    at = -1 if load_inflection(language).plural_head == "last" else 0
    nouns = [concept for concept in knowledge.concepts.values() if not concept.adjective]
    rows = [
        (concept.terms[language].lemma.split(), plural_key(form, language))
        for concept in nouns
        for form in variants(concept, language)
    ]
    return frozenset(key for words, key in rows if len(words) > 1 and key == plural_key(words[at], language))


def add_phrase(trie: Trie, words: Sequence[str], concept: str, language: Language) -> None:
    node = trie
    for word in words:
        node = node.setdefault(neutral_key(word, language), {})
    node.setdefault(END, concept)


def form_words(form: str, language: Language) -> list[str]:
    """The words of a term, contractions taken apart as the parser does (`del` = `de` + `el`)."""
    contractions = {word: full for full, word in load_grammar(language)["contractions"].items()}
    return [part for word in WORD_OR_COMMA.findall(form) for part in contractions.get(word.lower(), word).split()]


def printed_forms(concept: Concept, language: Language) -> tuple[str, ...]:
    term = concept.terms[language]
    return tuple(form for form in (term.lemma, term.plural) if form)


def variants(concept: Concept, language: Language) -> tuple[str, ...]:
    return concept.terms[language].variants
