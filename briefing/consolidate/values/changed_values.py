"""One thing that rises or falls from one value, and in two articles to two others.

`the charge would rise to $180 from $90`, `el peaje pasará de 90 a 240 dólares`: where it stands now is the same, in one unit,
and both articles are about the same two countries; whatever words they use, they tell of one change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.sentences import bodies, claim_at, quantities_in
from briefing.consolidate.values.estimates import printed
from briefing.consolidate.week import SentenceKey, Week
from briefing.model import Doc, Quantity, Sentence


def changed_values(week: Week) -> Iterator[Difference]:
    """The changes of two articles that begin at one value and end at two."""
    alike: dict[tuple[float | None, str | None], list[tuple[SentenceKey, Quantity]]] = defaultdict(list)
    for key, sentence in bodies(week):
        for quantity in changes_in(week.docs[key[0]], sentence):
            alike[quantity.from_value, quantity.unit].append((key, quantity))
    for (one, mine), (other, theirs) in (pair for told in alike.values() for pair in combinations(told, 2)):
        if one[0] != other[0] and is_one_change(mine, theirs) and len(around(week, one) & around(week, other)) >= 2:
            sides = {printed(mine.value): [claim_at(week, one)], printed(theirs.value): [claim_at(week, other)]}
            yield Difference((), "amount", sides, "one_start_two_ends", frozenset({"one_unit"}))


def changes_in(doc: Doc, sentence: Sentence) -> list[Quantity]:
    return [q for q in quantities_in(doc, sentence.span) if q.from_value is not None]


def is_one_change(mine: Quantity, theirs: Quantity) -> bool:
    """The same way, from the same value of one unit; no share, which many things have."""
    if mine.unit != theirs.unit or mine.kind == "percent" or mine.from_value != theirs.from_value or mine.from_value is None:
        return False
    return mine.value != theirs.value and (mine.value > mine.from_value) == (theirs.value > mine.from_value)


def around(week: Week, key: SentenceKey) -> frozenset[str]:
    return frozenset(code for actor in week.docs[key[0]].actors.values() if (code := actor.country))


__all__ = ["changed_values"]
