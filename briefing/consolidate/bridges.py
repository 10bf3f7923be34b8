"""What the words of a sentence have in common with those of another language: names, a dictionary, acts, international words.

Names are spelled alike in every language that we read.  A word of the dictionaries stands under its sense, a verb of the
knowledge also under its act.  Of the others, long words that begin alike are taken for one international word (`analysis`,
`análisis`): cognates by their first letters, after Simard, Foster and Isabelle (1992).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping

from briefing.consolidate.people import fold
from briefing.knowledge import Knowledge, load_language
from briefing.model import Doc, Sentence, Token

Feature = tuple[str, str]
Word = tuple[str, str]
"""A language and a lemma of it."""

SHORTEST_COGNATE = 6
COGNATE_LETTERS = 5
SHORTEST_NAME = 3
CONTENT_UPOS = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN"})
SPELLINGS = (("ph", "f"), ("th", "t"), ("y", "i"), ("ck", "c"), ("qu", "c"), ("k", "c"), ("h", ""), ("x", "s"), ("w", "v"))
"""Spellings of one sound in several languages, in the order in which they are replaced."""
DOUBLED = re.compile(r"(.)\1")


def bridge_features(doc: Doc, sentence: Sentence, knowledge: Knowledge) -> frozenset[Feature]:
    """The features of a sentence's words that compare across languages."""
    language = doc.article.language
    senses, acts = dictionary(), act_lemmas(knowledge, language)
    media = [m.span for m in doc.mentions if knowledge.is_medium(m.actor) and sentence.span.contains(m.span)]
    found: set[Feature] = set()
    for index, token in enumerate(sentence.tokens):
        if any(span.contains(token.span) for span in media):
            continue  # who tells it is not what is told
        if is_name(token, index):
            found |= {("name", fold(part)) for part in re.split(r"[-’']", token.form) if len(part) >= SHORTEST_NAME}
        elif token.upos in CONTENT_UPOS:
            lemma = token.lemma.lower()
            sense = senses.get((language, lemma)) or senses.get((language, token.form.lower()))
            found |= {("sense", sense)} if sense else cognate(lemma)
            found |= {("sense", f"act:{act}") for act in acts.get(lemma, ())}
    return frozenset(found)


def is_name(token: Token, index: int) -> bool:
    return token.upos == "PROPN" or (index > 0 and token.form[:1].isupper() and token.upos != "PRON")


def cognate(lemma: str) -> set[Feature]:
    """The beginning of a long word, spelled one way for all languages; nothing for a short one.

    >>> cognate("photograph") == cognate("fotógrafo")
    True
    """
    word = fold(lemma)
    if len(word) < SHORTEST_COGNATE or not word.isalpha():
        return set()
    for written, common in SPELLINGS:
        word = word.replace(written, common)
    return {("cognate", DOUBLED.sub(r"\1", word)[:COGNATE_LETTERS])}


@functools.lru_cache(maxsize=16)
def act_lemmas(knowledge: Knowledge, language: str) -> Mapping[str, tuple[str, ...]]:
    """The acts that a lemma by itself may name; idioms need more than one word."""
    found: dict[str, list[str]] = {}
    for act in knowledge.acts.values():
        for form in act.forms.get(language, ()):
            if not form.particle and not form.object:
                found.setdefault(form.lemma.lower(), []).append(act.id)
    return {lemma: tuple(dict.fromkeys(ids)) for lemma, ids in found.items()}


@functools.cache
def dictionary() -> Mapping[Word, str]:
    """The sense of every word of the dictionaries; words that translate each other have one sense."""
    groups: dict[Word, set[Word]] = {}
    for words in translations():
        together = set(words).union(*(groups.get(word, set()) for word in words))
        groups.update(dict.fromkeys(together, together))
    return {word: "~".join(min(group)) for word, group in groups.items()}


def translations() -> Iterator[tuple[Word, ...]]:
    """Words that translate each other: the rows for comparing, then those that sentences are written with."""
    compared = load_language("compare", "words")
    left, right = compared["languages"]
    for one, other in compared["rows"].items():
        yield (*((left, word) for word in one.split()), *((right, word) for word in other.split()))
    written = load_language("transfer", "words")
    left, right = written["languages"]
    for kind in ("verbs", "adjectives", "adverbs"):
        yield from (((left, one), (right, other)) for one, other in pairs(written.get(kind, {})))
    for source, kinds in written.get("one_way", {}).items():
        target = right if source == left else left
        for kind in ("verbs", "adjectives", "adverbs", "nouns"):
            yield from (((source, one), (target, other)) for one, other in pairs(kinds.get(kind, {})))


def pairs(rows: Mapping[str, object]) -> Iterable[tuple[str, str]]:
    return ((one, other) for one, other in rows.items() if isinstance(other, str))
