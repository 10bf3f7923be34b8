"""One thing that rises or falls from one value, and in two articles to two others.

`the charge would rise to $180 from $90`, `el peaje pasará de 90 a 240 dólares`: where it stands now is the same, in one unit,
and both articles are about the same two countries; whatever words they use, they tell of one change.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from briefing.consolidate.accounts import Difference
from briefing.consolidate.estimates import printed
from briefing.consolidate.week import Week, place_key
from briefing.model import Amount, Figure

COUNTRIES = 2
"""Countries that both articles are about."""


def changed_values(week: Week) -> Iterator[Difference]:
    """The changes of two articles that begin at one value and end at two."""
    figures = [c for name in sorted(week.claims) for c in week.claims[name] if isinstance(c, Figure)]
    told = [(f, q) for f in sorted(figures, key=lambda f: place_key(week, f)) for q in f.quantities if q.from_value is not None]
    for (one, mine), (other, theirs) in combinations(told, 2):
        if is_one_change(mine, theirs) and len(around(week, one) & around(week, other)) >= COUNTRIES:
            sides = {printed(mine.value): [one], printed(theirs.value): [other]}
            yield Difference((), "amount", sides, "one_start_two_ends", frozenset({"one_unit"}))


def is_one_change(mine: Amount, theirs: Amount) -> bool:
    """The same way, from the same value of one unit; no share, which many things have."""
    if mine.unit != theirs.unit or mine.unit == "percent" or mine.from_value != theirs.from_value or mine.from_value is None:
        return False
    return mine.value != theirs.value and (mine.value > mine.from_value) == (theirs.value > mine.from_value)


def around(week: Week, figure: Figure) -> frozenset[str]:
    doc = week.docs[figure.evidence.article]
    return frozenset(code for actor in doc.actors.values() if (code := actor.country))


__all__ = ["changed_values"]
