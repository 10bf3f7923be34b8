"""Words between a thing and its value: those that say what it is worth, sums that are no rises, verbs that tell no time."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.consolidate.borne import classes_of, verbs_of
from briefing.consolidate.sentences import is_participle, is_verb
from briefing.knowledge import load_language
from briefing.model import Doc, Language, Sentence, Token

RISE, LESSEN = "deed:rise", "deed:lessen"
"""Classes of nouns too: of what is asked or told by so much."""


def is_valued(language: Language, token: Token) -> bool:
    """`two ferries, valued at 12 million`: it tells of no time, however the participle is read."""
    verbs = frozenset(verbs_of(language, token)) & frozenset(load_language("compare", "words")["estimating"][language])
    return bool(verbs) and (is_participle(token) or not is_verb(token))


def is_timeless(token: Token) -> bool:
    """`sending`: it tells of what is done or is to be done."""
    return token.feat("VerbForm") == "Ger" or (token.feat("VerbForm") == "Part" and token.feat("Tense") == "Pres")


def is_estimating(language: Language, token: Token) -> bool:
    """Who puts a thing at so much does nothing to it."""
    return token.lemma.lower() in load_language("compare", "words")["estimating"][language]


def without_changes(doc: Doc, sentence: Sentence, core: Sequence[int]) -> str:
    """The text of a sentence without the noun of the change that a number tells: `seeks a 15 % increase` is no update."""
    text = sentence.span.of(doc.article.text)
    for index in core:
        token = sentence.tokens[index]
        changes = classes_of(doc.article.language, token) & {RISE, LESSEN}
        text = text.replace(token.form, "") if changes and token.upos == "NOUN" else text
    return text


def without_totals(language: Language, sentence: Sentence, text: str) -> str:
    """`asciende a 40 millones`, `totals 40 million`: a sum and no change."""
    amounting = load_language("compare", "words")["amounting"][language]
    for token in sentence.tokens:
        text = text.replace(token.form, "") if token.lemma.lower() in amounting else text
    return text


__all__ = ["LESSEN", "RISE", "is_estimating", "is_timeless", "is_valued", "without_changes", "without_totals"]
