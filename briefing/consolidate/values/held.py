"""Whether two numbers both say how many are held: `the 16 drivers detained since May`, `asked for the release of the 19 held`.

Who is held is counted in a demand, in a verdict and in a march of families alike; what is wanted for them is of no weight.
"""

from __future__ import annotations

from functools import cache

from briefing.consolidate.values.counts import UNITS_IN, sense_of_unit
from briefing.consolidate.values.matters import Matter, of_people
from briefing.knowledge import load_language

TAKEN = "deed:take"
"""The class of deeds by which somebody or something is held."""
SEIZED = 1
"""The row of states of what is held."""
CLASS = "deed:"
"""What stands before the class of a deed."""


def are_both_held(left: Matter, right: Matter) -> bool:
    """Both are counted while they are held, and neither as what is left of them."""
    return all(is_held(one) and not one.remaining and not one.removed for one in (left, right))


def is_held(matter: Matter) -> bool:
    """`detained 16 drivers`, `the release of the 16 held`, `son 16 los detenidos`."""
    if matter.quantity is None or matter.quantity.kind != "number" or matter.denied:
        return False
    plain = not any(deed.startswith(CLASS) for deed in matter.deeds)
    return TAKEN in matter.deeds or SEIZED in matter.states or (plain and TAKEN in matter.told)


def are_held_of_one_people(left: Matter, right: Matter) -> bool:
    """`seven Omani sailors are held`, `nine Omani nationals have been detained`: one of the two names no trade."""
    people = left.unit & of_people() or right.unit & of_people()
    theirs = (left.owners | left.countries) & (right.owners | right.countries)
    return bool(people and theirs) and are_both_held(left, right)


@cache
def nationals() -> frozenset[str]:
    """All that those may be called who are counted as being of a country: `its nationals`."""
    nouns = load_language("compare", "words")["nationals"]
    return frozenset(sense_of_unit(UNITS_IN, noun) for noun in nouns)


__all__ = ["are_both_held", "are_held_of_one_people", "is_held", "nationals"]
