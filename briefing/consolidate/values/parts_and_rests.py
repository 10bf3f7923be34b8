"""What speaks against two amounts being of one thing: the one is a part of the other, or what is left of it.

`1.6 million vaccines` beside `700,000 in the first delivery`; `the 85 fishermen held`, then `the 70 who are still held`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.sentences import quantities_in, says
from briefing.consolidate.values.later_figures import is_published_before, place, quantities_of
from briefing.consolidate.week import Week
from briefing.knowledge import load_language
from briefing.model import Claim, Doc, Language, Sentence, Span


def is_part_or_rest(week: Week, found: Difference) -> bool:
    """Whether only one of two amounts is told as a part, or the smaller and later one as what remains."""
    if found.field != "amount" or any(" " in value for value in found.values):
        return False
    told = [(float(value), claim) for value, claims in found.values.items() for claim in claims]
    pairs = [(one, other) for one, other in permutations(told, 2) if one[0] < other[0]]
    return any(
        is_part(week, *one) != is_part(week, *other) or is_rest(week, one, other) or is_remainder(week, one, other[0])
        for one, other in pairs
    )


def is_remainder(week: Week, smaller: tuple[float, Claim], greater: float) -> bool:
    """`released 180 tonnes, which leaves 320`, beside 500: the sentence of the smaller one tells what is gone."""
    doc, sentence = place(week, smaller[1])
    gone = {float(q.value) for q in quantities_in(doc, sentence.span) if float(q.value) != smaller[0]}
    return greater - smaller[0] in gone


def is_part(week: Week, value: float, claim: Claim) -> bool:
    """`700,000 in the first delivery`, `300,000 so far`."""
    language = week.docs[claim.evidence.article].article.language
    return any(names_part(text, language) for text in clauses_of(week, value, claim))


def names_part(text: str, language: Language) -> bool:
    words = load_language("compare", "words")
    ranks, nouns = ("|".join(words[row][language]) for row in ("ranks_of_parts", "nouns_of_parts"))
    ranked = re.search(rf"\b(?:{ranks}) (?:\w+ )?(?:{nouns})\b", text.lower())
    return bool(ranked) or says(text, words["in_part"][language])


def is_rest(week: Week, later: tuple[float, Claim], earlier: tuple[float, Claim]) -> bool:
    """`the 70 fishermen who are still held`, days after an article that has 85."""
    if not is_published_before(week, earlier[1], later[1]):
        return False
    language = week.docs[later[1].evidence.article].article.language
    return any(tells_rest(text, language) for text in clauses_of(week, *later))


def tells_rest(text: str, language: Language) -> bool:
    return says(text, load_language("compare", "words")["still_left"][language])


def clauses_of(week: Week, value: float, claim: Claim) -> Iterator[str]:
    """The words around an amount, up to a colon or semicolon."""
    doc, sentence = place(week, claim)
    text = doc.article.text
    for quantity in quantities_of(doc, sentence, value):
        before = re.split(r"[;:]", Span(sentence.span.start, quantity.span.start).of(text))[-1]
        yield before + re.split(r"[;:]", Span(quantity.span.start, sentence.span.stop).of(text))[0]


def wholes_and_rests(doc: Doc, sentence: Sentence) -> Iterator[frozenset[float]]:
    """The pairs of numbers that a sentence tells as the whole and its rest: `of the 85, 15 were freed; 70 are still held`."""
    if not tells_rest(sentence.span.of(doc.article.text), doc.article.language):
        return
    told = {float(quantity.value) for quantity in quantities_in(doc, sentence.span)}
    for whole, rest in permutations(sorted(told), 2):
        gone = whole - rest
        if gone > 0 and gone != rest and gone in told:
            yield frozenset({whole, rest})


__all__ = ["is_part_or_rest", "wholes_and_rests"]
