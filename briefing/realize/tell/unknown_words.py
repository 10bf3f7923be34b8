"""Words of which no table has anything, found before a clause is built: whatever stands around one, its clause is not told.

`The farmers shun the quibblers.`: where no data know `quibbler`, what is made of the rest is made for nothing.  Asked are
nouns and verbs in small letters (an adjective may be told as its verb); what the annotation has found (a name, a day, an
amount, a concept) is told by that.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from briefing.knowledge import Knowledge
from briefing.knowledge.inflect import neutral_key, plural_key
from briefing.knowledge.loader import load_language
from briefing.knowledge.peoples import demonyms
from briefing.model import Language, Token
from briefing.realize.once import of_its_words_with
from briefing.realize.rungs.passages import Passage
from briefing.realize.tell.nominal.adjectives import adjective_terms
from briefing.realize.tell.nominal.chunks import single_terms
from briefing.realize.tell.state import entries, unknown
from briefing.realize.wording.transfer import Transfer, UnsayableError, translations

KINDS = {"NOUN": "noun", "VERB": "verb"}
"""Those asked for, as their gates are named."""


def closing_at(t: Transfer, index: int) -> UnsayableError:
    """The gate of a word that nothing knows."""
    return unknown(KINDS[t.tokens[index].upos], t.tokens[index], index)


@of_its_words_with
def unknown_words(passage: Passage, knowledge: Knowledge) -> frozenset[int]:
    """The words of a sentence that no table has, by their form or their lemma; none beside brackets, which may be left out."""
    if "(" in passage.tree.vocabulary:
        return frozenset()
    forms, lemmas, language = passage.tree.forms, passage.tree.lemmas, passage.language
    data, terms = _words_of_the_data(language), _keys_of_terms(knowledge, language)
    asked = [i for i, token in enumerate(passage.tokens) if token.upos in KINDS and forms[i] not in data]
    left = [i for i in asked if lemmas[i] not in data and _is_plain(passage.tokens[i])]
    strange = [i for i in left if terms.isdisjoint(_keys(forms[i], language))]
    return frozenset(strange).difference(_annotated(passage)) if strange else frozenset()


def _is_plain(token: Token) -> bool:
    return token.form.isalpha() and token.form.islower()


def _annotated(passage: Passage) -> Iterator[int]:
    """The words of names, days, amounts and concepts."""
    for found in (passage.mentions, passage.dates, passage.quantities, passage.concepts):
        for span in (one.span for one in found):
            yield from passage.tree.touched_by(span)


def _keys(form: str, language: Language) -> tuple[str, ...]:
    return form, plural_key(form, language), neutral_key(form, language)


@lru_cache(maxsize=8)
def _keys_of_terms(knowledge: Knowledge, language: Language) -> frozenset[str]:
    """What is asked for by another key than the word itself: terms of one word, peoples, offices."""
    offices = (word for role in knowledge.roles.values() for form in role.forms.get(language, ()) for word in form.split())
    own = (word.casefold() for word in offices)
    return frozenset(
        (*single_terms(knowledge, language), *adjective_terms(knowledge, language), *demonyms(knowledge, language), *own)
    )


@cache
def _words_of_the_data(language: Language) -> frozenset[str]:
    """Every word of the tables of a language, whatever they say of it."""
    tables = (entries(language), load_language("transfer", language))
    both = (word for table in ("verbs", "adjectives", "adverbs") for word in translations(table, language))
    return frozenset((*both, *(word.casefold() for table in tables for text in _texts(table) for word in text.split())))


def _texts(data: object) -> Iterator[str]:
    """All that is written in data, keys and values."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from (str(key), *_texts(value))
    elif isinstance(data, list | tuple):
        for row in data:
            yield from _texts(row)
