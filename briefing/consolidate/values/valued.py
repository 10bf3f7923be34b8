"""Words between a thing and its value: what it is worth, that it has changed, and verbs that tell no time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.consolidate.sentences import above, below, is_participle, is_verb
from briefing.consolidate.values.borne import classes_of, verbs_of
from briefing.knowledge import load_language
from briefing.model import Doc, Language, Sentence, Token

RISE, LESSEN = "deed:rise", "deed:lessen"
"""Classes of nouns too: of what is asked or told by so much."""


def is_valued(language: Language, token: Token) -> bool:
    """`two ferries, valued at 12 million`: it tells of no time, however the participle is read."""
    verbs = frozenset(verbs_of(language, token)) & frozenset(load_language("compare", "words")["estimating"][language])
    return bool(verbs) and (is_participle(token) or not is_verb(token))


def is_estimating(language: Language, token: Token) -> bool:
    """Who puts a thing at so much does nothing to it."""
    return token.lemma.lower() in load_language("compare", "words")["estimating"][language]


def words_of_change(doc: Doc, sentence: Sentence, index: int, core: Sequence[int], *, totals: bool) -> str:
    """The words of a sentence that may say that its number or day has changed.

    Not the noun of the change that the number tells (`seeks a 15 % increase` is no update), a relative clause without the
    number (`the runway, which can now take …`), nor, of a sum, the verb that totals it (`asciende a 40 millones`).
    """
    tokens, language = sentence.tokens, doc.article.language
    amounting = load_language("compare", "words")["amounting"][language] if totals else ()
    changes = {i for i in core if tokens[i].upos == "NOUN" and classes_of(language, tokens[i]) & {RISE, LESSEN}}
    left_out = changes | set(asides(sentence, index))
    return " ".join(t.form for i, t in enumerate(tokens) if i not in left_out and t.lemma.lower() not in amounting)


def asides(sentence: Sentence, index: int) -> Iterator[int]:
    """The words of the relative clauses that do not hold a word."""
    tokens = sentence.tokens
    for i in range(len(tokens)):
        path = [i, *above(sentence, i)]
        if any(is_relative(sentence, one) and one not in (index, *above(sentence, index)) for one in path):
            yield i


def is_relative(sentence: Sentence, index: int) -> bool:
    joined = sentence.tokens[index].deprel.split(":")[0] == "acl"
    return joined and any(sentence.tokens[i].feat("PronType") == "Rel" for i in below(sentence, index))


__all__ = ["LESSEN", "RISE", "is_estimating", "is_valued", "words_of_change"]
