"""A toll, or a count, that a later article of the week tells to have changed: the note of the line with the earlier quotes it.

`Nine fishermen drowned off Arica.`, and two days later `The toll rose to ten on Thursday, when the cook died in a hospital.`:
told without it, the line stands as if nobody else had died.  Of what is counted else, the later sentence, or the one behind it,
has the earlier number too: `231 containers were on hold, up from 214`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from briefing.edtf import bounds
from briefing.knowledge import load_language
from briefing.model import Doc, Evidence, Language, Quantity, Sentence
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of
from briefing.realize.passages import Passage

MOST_MORE = 3
"""So many more are the same dead, counted later; and half as many again."""
SHORTEST_NAME = 4
LARGE = 100
"""A number of three figures is told twice of one thing."""


def later_toll(passage: Passage, edition: Edition) -> Evidence | None:
    """The sentence of a later article, or further on in its own, if the line has a number of dead and both name one place."""
    counted = _dead(passage)
    names = _names(passage) if counted else frozenset[str]()
    for doc in _later(passage, edition) if names else ():
        if any(re.search(rf"\b{re.escape(name)}\b", doc.article.text) for name in names):
            found = next((one for one in doc.sentences if _has_risen(one, doc, counted, passage)), None)
            if found is not None:
                return _piece(doc, found)
    return None


def later_count(passage: Passage, edition: Edition) -> Evidence | None:
    """The sentence of a later article that says what a count of the line has become, with the number that it was."""
    counts = [one for one in passage.quantities if one.kind == "number" and one.unit and one.high is None]
    for doc in _later(passage, edition) if counts else ():
        for sentence in doc.sentences:
            if doc is not passage.doc and sentence.kind == "body" and any(_has_become(sentence, doc, one) for one in counts):
                return _piece(doc, sentence)
    for name in sorted(edition.passages.docs) if counts else ():  # the sentence itself says which number is the earlier one
        doc = edition.passages.docs[name]
        for sentence in doc.sentences if doc is not passage.doc else ():
            if sentence.kind == "body" and any(_is_raised_from(sentence, doc, one) for one in counts):
                return _piece(doc, sentence)
    return None


def _has_become(sentence: Sentence, doc: Doc, count: Quantity) -> bool:
    """`had risen to 13. On Tuesday it had spoken of nine.`: both numbers, and what is counted where they are small."""
    text = sentence.span.of(doc.article.text)
    if not _changing(doc.article.language).search(text):
        return False
    behind = next((one for one in doc.sentences if one.span.start >= sentence.span.stop), sentence)
    stop = behind.span.stop if behind.paragraph == sentence.paragraph else sentence.span.stop
    plain = [one for one in doc.quantities if one.kind == "number" and one.from_value is None]
    near = [float(one.value) for one in plain if sentence.span.start <= one.span.start < stop]
    own = [float(one.value) for one in plain if sentence.span.contains(one.span)]
    was = float(count.value)
    named = was >= LARGE or _names_the_counted(sentence, doc, count)
    return named and was in near and any(value != was and was / 2 <= value <= 2 * was for value in own)


def _is_raised_from(sentence: Sentence, doc: Doc, count: Quantity) -> bool:
    """`acordaron elevar de 400 a 550 el número de agentes`: from the very number, and of what the line counts."""
    own = (one for one in doc.quantities if one.kind == "number" and sentence.span.contains(one.span))
    same = any(one.from_value is not None and float(one.from_value) == float(count.value) for one in own)
    return same and _names_the_counted(sentence, doc, count)


def _names_the_counted(sentence: Sentence, doc: Doc, count: Quantity) -> bool:
    return bool(_words_of(count.unit or "", doc.article.language) & {t.lemma.casefold() for t in sentence.tokens})


def _words_of(unit: str, language: Language) -> frozenset[str]:
    """What a unit is called; one that the data do not know, by itself."""
    groups = load_language("quantities", language)["units"]
    return frozenset([unit, *groups["number"].get(unit, ())])


def _dead(passage: Passage) -> frozenset[float]:
    """The numbers of a sentence that tells of dead."""
    told = passage.places_of(grammar_of(passage.language).death_words)
    return frozenset(float(one.value) for one in passage.quantities if told and one.kind not in {"currency", "percent"})


def _names(passage: Passage) -> frozenset[str]:
    """Of places and things; a country or somebody, every article of the week may name."""
    places = (i for i in passage.kept if passage.tokens[i].upos == "PROPN" and i not in {*passage.named, *passage.of_days})
    return frozenset(form for i in places if len(form := passage.tokens[i].form) >= SHORTEST_NAME)


def _later(passage: Passage, edition: Edition) -> Iterator[Doc]:
    """The line's own article, and those that are not of an earlier day: a toll that has risen is the later one by itself."""
    own = passage.doc
    day = _last_day(own) if own is not None else None
    yield from (own,) if own is not None else ()
    for name in sorted(edition.passages.docs):
        doc = edition.passages.docs[name]
        other = _last_day(doc)
        if doc is not own and not (day is not None and other is not None and other < day):
            yield doc


def _last_day(doc: Doc) -> date | None:
    return bounds(doc.article.published)[1] if doc.article.published else None


def _has_risen(sentence: Sentence, doc: Doc, counted: frozenset[float], passage: Passage) -> bool:
    if sentence.kind != "body" or (doc is passage.doc and sentence.span.start <= passage.span.start):
        return False
    match = _rising(doc.article.language).search(sentence.span.of(doc.article.text))
    start = sentence.span.start + match.start() if match else sentence.span.stop
    numbers = (float(one.value) for one in doc.quantities if start <= one.span.start < sentence.span.stop)
    return any(few < now <= few + max(MOST_MORE, few / 2) for now in numbers for few in counted)


def _piece(doc: Doc, sentence: Sentence) -> Evidence:
    span, text = sentence.span, sentence.span.of(doc.article.text)
    return Evidence(article=doc.article.id, start=span.start, stop=span.stop, text=text, language=doc.article.language)


@cache
def _rising(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{grammar_of(language).rising_toll})\b", re.IGNORECASE)


@cache
def _changing(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{grammar_of(language).changing_count})\b", re.IGNORECASE)


__all__ = ["later_count", "later_toll"]
