"""A toll, or a count, that a later article of the week tells to have changed: the note of the line with the earlier quotes it.

`Nine fishermen drowned off Arica.`, and two days later `The toll rose to ten on Thursday, when the cook died in a hospital.`:
told without it, the line stands as if nobody else had died.  Of what is counted else, the later sentence, or the one behind it,
has the earlier number too: `231 containers were on hold, up from 214`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from briefing.edtf import bounds
from briefing.knowledge import load_language
from briefing.model import Doc, Evidence, Language, Quantity, Sentence, Span
from briefing.realize.edition import Edition
from briefing.realize.found import Whole
from briefing.realize.grammar import grammar_of
from briefing.realize.rungs.passages import Passage, of_its_words

MOST_MORE = 3
"""So many more are the same dead, counted later; and half as many again."""
SHORTEST_NAME = 4
LARGE = 100
"""A number of three figures is told twice of one thing."""


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that tells of another number: its own, those near it with the one behind, and what they were before."""

    sentence: Sentence
    own: frozenset[float]
    near: frozenset[float] = frozenset()
    earlier: frozenset[float] = frozenset()


def later_toll(passage: Passage, edition: Edition) -> Evidence | None:
    """The sentence of a later article, or further on in its own, if the line has a number of dead and both name one place."""
    counted = _dead(passage)
    names = _names(passage) if counted else frozenset[str]()
    for doc in _later(passage, edition) if names else ():
        if any(re.search(rf"\b{re.escape(name)}\b", doc.article.text) for name in names):
            rises = (one for one in _rises(edition.passages.whole(doc)) if _is_more(one.own, counted))
            found = next((one.sentence for one in rises if _stands_behind(one.sentence, doc, passage)), None)
            if found is not None:
                return _piece(doc, found)
    return None


def later_count(passage: Passage, edition: Edition) -> Evidence | None:
    """The sentence of a later article that says what a count of the line has become, with the number that it was."""
    counts = [one for one in passage.quantities if one.kind == "number" and one.unit and one.high is None]
    for doc in _later(passage, edition) if counts else ():
        for change in _changes(edition.passages.whole(doc)) if doc is not passage.doc else ():
            if any(_has_become(change, doc, one) for one in counts):
                return _piece(doc, change.sentence)
    for name in sorted(edition.passages.docs) if counts else ():  # the sentence itself says which number is the earlier one
        doc = edition.passages.docs[name]
        for change in _raised(edition.passages.whole(doc)) if doc is not passage.doc else ():
            if any(float(one.value) in change.earlier and _names_the_counted(change.sentence, doc, one) for one in counts):
                return _piece(doc, change.sentence)
    return None


@of_its_words
def _changes(whole: Whole) -> tuple[Change, ...]:
    """`had risen to 13. On Tuesday it had spoken of nine.`: the sentences that tell of a change, with the numbers of both."""
    text, changing = whole.doc.article.text, _changing(whole.doc.article.language)
    numbers = ((one, _plain_numbers(whole, one.span)) for one in whole.kinds.get("body", ()))
    found = ((one, own) for one, own in numbers if own and changing.search(one.span.of(text)))
    return tuple(Change(one, own, _numbers_near(whole, one)) for one, own in found)


def _numbers_near(whole: Whole, sentence: Sentence) -> frozenset[float]:
    """Those that begin in a sentence, or in the one behind it in its paragraph."""
    behind = next((one for one in whole.doc.sentences if one.span.start >= sentence.span.stop), sentence)
    stop = behind.span.stop if behind.paragraph == sentence.paragraph else sentence.span.stop
    near = whole.quantities.overlapping(Span(sentence.span.start, stop))
    return frozenset(float(one.value) for one in near if _is_plain(one) and one.span.start >= sentence.span.start)


def _plain_numbers(whole: Whole, span: Span) -> frozenset[float]:
    return frozenset(float(q.value) for q in whole.quantities.overlapping(span) if _is_plain(q) and span.contains(q.span))


def _is_plain(one: Quantity) -> bool:
    return one.kind == "number" and one.from_value is None


def _has_become(change: Change, doc: Doc, count: Quantity) -> bool:
    """Both numbers, and what is counted where they are small."""
    was = float(count.value)
    other = was in change.near and any(value != was and was / 2 <= value <= 2 * was for value in change.own)
    return other and (was >= LARGE or _names_the_counted(change.sentence, doc, count))


@of_its_words
def _raised(whole: Whole) -> tuple[Change, ...]:
    """`acordaron elevar de 400 a 550 el número de agentes`: the sentences that say from which number to which."""
    rows = [one for one in whole.doc.quantities if one.kind == "number" and one.from_value is not None]
    body = [one for one in whole.doc.sentences if rows and one.kind == "body"]
    found = (
        (s, frozenset(float(q.from_value) for q in rows if q.from_value is not None and s.span.contains(q.span))) for s in body
    )
    return tuple(Change(sentence, frozenset(), earlier=earlier) for sentence, earlier in found if earlier)


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
    places = (
        i for i in passage.kept if passage.tokens[i].upos == "PROPN" and i not in passage.named and i not in passage.of_days
    )
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


@of_its_words
def _rises(whole: Whole) -> tuple[Change, ...]:
    """The sentences that tell of a toll that has risen, with the numbers behind the words that say so."""
    text, rising, found = whole.doc.article.text, _rising(whole.doc.article.language), list[Change]()
    for sentence in whole.kinds.get("body", ()):
        counted = whole.quantities.overlapping(sentence.span)
        match = rising.search(sentence.span.of(text)) if counted else None
        if match:
            start = sentence.span.start + match.start()
            found.append(Change(sentence, frozenset(float(one.value) for one in counted if one.span.start >= start)))
    return tuple(found)


def _is_more(numbers: frozenset[float], counted: frozenset[float]) -> bool:
    return any(few < now <= few + max(MOST_MORE, few / 2) for now in numbers for few in counted)


def _stands_behind(sentence: Sentence, doc: Doc, passage: Passage) -> bool:
    """In another article, or further on in the line's own."""
    return doc is not passage.doc or sentence.span.start > passage.span.start


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
