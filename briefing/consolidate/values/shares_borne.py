"""Which of two countries bears how much, as one sentence tells both: `Togo pays 40 percent and Benin 35`.

Two sentences that give the same two countries other numbers are no one fact, however like their words are; where they give
them each other's, the two articles contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.sentences import bodies, claim_at, countries_at, quantities_in
from briefing.consolidate.values.borne import classes_of
from briefing.consolidate.values.estimates import printed
from briefing.consolidate.week import SentenceKey, Week
from briefing.model import Doc, Sentence

BEARING = frozenset({"deed:bear", "deed:give", "deed:receive"})
"""Classes of deeds by which each of two has a part."""
SWAPPED = "swapped_shares"
"""The rule's name."""


def shares_of(doc: Doc, sentence: Sentence) -> Mapping[str, float]:
    """The number behind each of two countries, where a sentence of who bears or gives names each of both once."""
    language = doc.article.language
    named = [(i, c) for i in range(len(sentence.tokens)) for c in sorted(countries_at(doc, [i], sentence))]
    told = sorted(quantities_in(doc, sentence.span), key=lambda q: q.span.start)
    classes = frozenset().union(*(classes_of(language, token) for token in sentence.tokens))
    starts = {code: sentence.tokens[i].span.start for i, code in reversed(named)}
    if len(starts) != 2 or not classes & BEARING:
        return {}
    first, second = sorted(starts, key=lambda code: starts[code])
    between = [q for q in told if starts[first] < q.span.start < starts[second]]
    behind = [q for q in told if q.span.start > starts[second]]
    if len(between) != 1 or not behind or behind[0].unit not in {None, between[0].unit}:
        return {}
    return {first: float(between[0].value), second: float(behind[0].value)}


def bear_other_shares(week: Week, left: SentenceKey, right: SentenceKey) -> bool:
    """`Togo pays 40 percent and Benin 35`, `Benin pays 40 and Togo 35`: no one fact."""
    mine, theirs = (shares_of(week.docs[key[0]], week.docs[key[0]].sentences[key[1]]) for key in (left, right))
    return bool(mine) and mine.keys() == theirs.keys() and mine != theirs


def swapped_shares(week: Week) -> Iterator[Difference]:
    """Each two sentences of two articles that give two countries each other's number."""
    told = [(key, shares) for key, sentence in bodies(week) if (shares := shares_of(week.docs[key[0]], sentence))]
    for (left, mine), (right, theirs) in combinations(told, 2):
        swapped = mine.keys() == theirs.keys() and mine != theirs and sorted(mine.values()) == sorted(theirs.values())
        if swapped and left[0] != right[0]:
            whose = min(mine)
            values = {printed(shares[whose]): [claim_at(week, key)] for key, shares in ((left, mine), (right, theirs))}
            yield Difference((), "amount", values, SWAPPED)


__all__ = ["SWAPPED", "bear_other_shares", "swapped_shares"]
