"""What a sentence names as known that only its article knows: `The vessels will remain …`, `the Defense Ministry said`.

Whose ministry, which vessels: the sentence before says so, or nobody does.  The signs are coarse on purpose: a line that a
reader cannot place is worth less than the next one.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.model import Language, Token
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.passages import Passage
from briefing.realize.references import said_before

MOST_BETWEEN = 2
"""Words between the article and the body: `the national election court`."""
DESCRIBING = frozenset({"amod", "appos", "flat", "nummod", "compound", "nmod", "acl", "det:poss"})


def unknown_body(passage: Passage) -> str | None:
    """`the Defense Ministry`, `el Gobierno`, `the country` in a sentence that names no country: the noun of it."""
    if _names_a_country(passage):
        return None
    words = passage.unquoted_words
    for match in _bodies(passage.language).finditer(words):
        start, stop = passage.span.start + match.start(), passage.span.start + match.end()
        if not any(mention.span.start < stop and start < mention.span.stop for mention in passage.mentions):
            return match[1].casefold()
    return None


def _names_a_country(passage: Passage) -> bool:
    actors = passage.doc.actors if passage.doc else {}
    return any(actor.country for m in passage.mentions if (actor := actors.get(m.actor)))


def known_thing(passage: Passage) -> str | None:
    """`The vessels will remain …`, where an earlier sentence of the article has brought them in: the noun of it."""
    first = next((i for i in passage.kept if passage.tokens[i].upos != "PUNCT"), None)
    if first is None or passage.doc is None or passage.tokens[first].upos != "DET":
        return None
    article, noun = passage.tokens[first], passage.tokens[first].head
    if article.form.casefold() not in grammar_of(passage.language).definite_articles or noun != first + 1:
        return None
    token = passage.tokens[noun]
    if token.upos != "NOUN" or not token.deprel.startswith("nsubj") or _is_told(passage, noun, token):
        return None
    before = passage.doc.article.text[: passage.span.start]
    return token.form.casefold() if said_before(token.lemma.casefold(), before) else None


def _is_told(passage: Passage, index: int, token: Token) -> bool:
    """With words that say which, or a mention of somebody known."""
    described = any(t.head == index and t.deprel in DESCRIBING | {"nmod:poss"} for t in passage.tokens)
    named = any(mention.span.overlaps(token.span) for mention in passage.mentions)
    return described or named or token.lemma.casefold() in grammar_of(passage.language).unique_nouns


def leaning_phrase(passage: Passage) -> str | None:
    """`Reports to that effect are baseless`: to what effect."""
    words = passage.unquoted_words
    found = _phrases(passage.language).search(words)
    if found is None and not _names_a_person(passage):
        found = _tellers(passage.language).search(words)
    return found[0].casefold() if found else None


def _names_a_person(passage: Passage) -> bool:
    actors = passage.doc.actors if passage.doc else {}
    return any(actor.kind == "person" for m in passage.mentions if (actor := actors.get(m.actor)))


@cache
def _tellers(language: Language) -> re.Pattern[str]:
    """`…, he said`: nobody before him is named."""
    return re.compile(rf",\s+{one_of(grammar_of(language).pronoun_tellers)}\b", re.IGNORECASE)


@cache
def _phrases(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(grammar_of(language).leaning_phrases)}\b", re.IGNORECASE)


@cache
def _bodies(language: Language) -> re.Pattern[str]:
    grammar = grammar_of(language)
    between = rf"(?:[\w-]+\s+){{0,{MOST_BETWEEN}}}?"
    return re.compile(
        rf"\b{one_of(grammar.definite_articles)}\s+{between}({one_of((*grammar.state_bodies, *grammar.country_nouns))})\b",
        re.IGNORECASE,
    )
