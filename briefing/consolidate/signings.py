"""One agreement that is to be signed on two days: `will be signed on May 6`, `se firmará el 8 de mayo`.

What is still to come is no deed told, so `told_deeds` leaves it out.  Compared are two articles of the same two countries that
each give one day for what they call the same, with a person or house in common; not what either says was put off, nor a plan
told when the other's day had gone by.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from briefing.consolidate.accounts import Difference
from briefing.consolidate.counts import is_day_of_telling
from briefing.consolidate.dating import gap
from briefing.consolidate.sentences import (
    below,
    bodies,
    dates_in,
    index_of,
    is_ahead,
    is_verb,
    load_words,
    names_in,
    quote,
    says,
    sense_of,
    verb_over,
)
from briefing.consolidate.told_deeds import is_denied, is_thing
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import bounds
from briefing.knowledge import load_language
from briefing.model import Claim, Doc, Sentence

COUNTRIES = 2
"""Countries that both articles are about."""
NEAR = 4
"""Days within which sources err about one day."""
FINE = 10
"""Characters of a date that names a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """What is to be signed, on which day; `names` are those of its sentence, `around` the countries of its article."""

    key: SentenceKey
    day: str
    things: frozenset[str]
    names: frozenset[str]
    around: frozenset[str]
    published: str | None


def signing_differences(week: Week) -> Iterator[Difference]:
    """The days of two articles on which one thing is to be signed."""
    told = [one for key, sentence in bodies(week) for one in signings(week, key, sentence)]
    several = {one.key[0] for one, other in combinations(told, 2) if one.key[0] == other.key[0] and one.day != other.day}
    for left, right in combinations([one for one in told if one.key[0] not in several], 2):
        if is_one_signing(left, right) and not any(tells_of_change(week.docs[one.key[0]]) for one in (left, right)):
            yield Difference((), "date", {one.day: [claim_of(week, one)] for one in (left, right)}, "signed_on_two_days")


def is_one_signing(left: Signing, right: Signing) -> bool:
    """The same signed by the same, of two near days, neither gone by when the other article appeared."""
    if left.key[0] == right.key[0] or gap(left.day, right.day) not in range(1, NEAR + 1):
        return False
    if not left.things & right.things or not left.names & right.names or len(left.around & right.around) < COUNTRIES:
        return False
    first = min(left.day, right.day)
    return all(appeared(one) <= first for one in (left, right))


def appeared(one: Signing) -> str:
    """The last day on which the article may have appeared, else the day after any."""
    last = bounds(one.published)[1] if one.published else None
    return (last or date.max).isoformat()


def tells_of_change(doc: Doc) -> bool:
    """`the signing was moved to Monday`, anywhere in the article."""
    words = load_words(doc.article.language)
    texts = [sentence.span.of(doc.article.text) for sentence in doc.sentences]
    return any(says(text, words.moved) or says(text, words.updated) for text in texts)


def signings(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Signing]:
    doc = week.docs[key[0]]
    for verb, token in enumerate(sentence.tokens):
        signs = token.lemma.lower() in load_language("compare", "words")["signing"][doc.article.language]
        if signs and is_verb(token) and is_ahead(sentence, verb, doc.article.language) and not is_denied(doc, sentence, verb):
            yield from signing(doc, key, sentence, verb)


def signing(doc: Doc, key: SentenceKey, sentence: Sentence, verb: int) -> Iterator[Signing]:
    days = set(days_of(doc, sentence, verb))
    things = [i for i in below(sentence, verb, "nsubj", "obj") if is_thing(doc, sentence, i)]
    if len(days) == 1:
        yield Signing(
            key=key,
            day=days.pop(),
            things=frozenset(sense_of(doc.article.language, sentence.tokens[i]) for i in things),
            names=names_in(doc, sentence),
            around=frozenset(code for actor in doc.actors.values() if (code := actor.country)),
            published=doc.article.published,
        )


def days_of(doc: Doc, sentence: Sentence, verb: int) -> Iterator[str]:
    """The days that hang on a verb."""
    for named in dates_in(doc, sentence.span):
        index = index_of(sentence, named.span)
        of_verb = index is not None and verb_over(sentence, index) == verb
        if of_verb and named.value and len(named.value) == FINE and not is_day_of_telling(doc, sentence, named.span):
            yield named.value


def claim_of(week: Week, one: Signing) -> Claim:
    doc = week.docs[one.key[0]]
    return Claim(evidence=quote(doc.article, doc.sentences[one.key[1]].span), sentence=one.key[1], date=one.day)


__all__ = ["signing_differences"]
