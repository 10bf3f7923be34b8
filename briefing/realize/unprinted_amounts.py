"""Which lines print none of the amounts over which the sources differ: a flag there would be on nothing.

A fact rests on `agreed to halve the toll for 80 days` and on `met in Biskra on Monday`; where its line is the second, `amounts
differ` belongs to who prints the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Conflict, Fact

SPELLED = 12
"""Up to so many a line may have in words."""


def without_flags(fact: Fact, conflicts: Sequence[Conflict]) -> Fact:
    """The fact without the conflicts over amounts that its line does not print."""
    unsaid = {conflict.id for conflict in conflicts if prints_no_side(fact, conflict)}
    return replace(fact, conflicts=tuple(name for name in fact.conflicts if name not in unsaid)) if unsaid else fact


def prints_no_side(fact: Fact, conflict: Conflict) -> bool:
    """Whether every edition tells it from a piece that is on no side and has none of the numbers."""
    told = [fact.evidence[number] for number in fact.told_from.values()]
    if conflict.field != "amount" or conflict.id not in fact.conflicts or not told or len(told) < len(fact.text):
        return False
    sides = [piece for value in conflict.values for piece in value.evidence]
    numbers = [value.value.partition(" ")[0] for value in conflict.values]
    if any(not re.fullmatch(r"\d+", number) or int(number) <= SPELLED for number in numbers):
        return False
    lines = [*(piece.text for piece in told), *fact.text.values()]
    printed = any(re.search(rf"\b{number}\b", line) for number in numbers for line in lines)
    return not printed and not any(piece.is_within(side) or side.is_within(piece) for piece in told for side in sides)


__all__ = ["prints_no_side", "without_flags"]
