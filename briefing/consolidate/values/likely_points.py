"""What speaks for two numbers to be of one thing: points for what they share, and how many they need."""

from __future__ import annotations

from collections.abc import Callable

from briefing.consolidate.conflicts.one_event import is_one_event
from briefing.consolidate.values import one_thing
from briefing.consolidate.values.matters import Matter, vague_names
from briefing.consolidate.values.other_values import (
    bearers_of,
    kind_of,
    number,
    one_deed,
    shared_times,
)

SAME_DEED = 2
"""What the deed of both counts, and not one of which only the other sentence tells somewhere."""


NEAR = 1.35
"""Up to how many times the smaller value the greater one speaks for one thing."""


NAMES = 2
"""So many names beside two numbers count."""


LEAST = {"thing": 2, "measure": 3, "term": 6, "any": 4, "money": 4, "share": 6}
"""The points that a kind of number needs: of few things does one article count many."""


def least(left: Matter, right: Matter) -> int:
    """Of a share a point less where one bears it, of one thing: `pays 70 percent of the works`, `bears half of them`."""
    kind = kind_of(left, right)
    borne_by_one = one_deed(left, right) == SAME_DEED and one_bearer(left, right) and one_owner(left, right)
    return LEAST[kind] - (kind == "share" and bool(borne_by_one))


def one_size(left: Matter, right: Matter) -> int:
    small, great = sorted((number(left), number(right)))
    return int(great <= NEAR * small)


def one_kind(left: Matter, right: Matter) -> int:
    """`trucks of onions`, `of lentils`."""
    return 2 * bool(left.kinds & right.said or right.kinds & left.said)


def one_owner(left: Matter, right: Matter) -> int:
    """Of one country, or done by one."""
    return int(bool(left.owners & right.owners or left.doers & right.doers or left.beside & right.beside))


def one_time(left: Matter, right: Matter) -> int:
    """One day, or one period that both name."""
    return 2 * bool(shared_times(left, right))


def one_promise(left: Matter, right: Matter) -> int:
    """To do one thing by one time."""
    return int(one_thing.is_one_promise(left, right))


def one_bearer(left: Matter, right: Matter) -> int:
    """One thing that has the value: `the fine, of 4 million`, `fined 6 million`."""
    return 2 * bool((bearers_of(left) & bearers_of(right)) - vague_names())


def same_countries(left: Matter, right: Matter) -> int:
    return int(len(left.countries & right.countries) >= 2)


def same_names(left: Matter, right: Matter) -> int:
    return min(NAMES, len(left.names & right.names))


def same_things(left: Matter, right: Matter) -> int:
    return min(3, one_thing.shared_things(left, right))


def one_event(left: Matter, right: Matter) -> int:
    """Two articles on one signing, which say for how much it is."""
    return 2 * is_one_event(left, right)


POINTS: tuple[Callable[[Matter, Matter], int], ...] = (
    one_size,
    one_kind,
    one_owner,
    one_deed,
    one_time,
    one_promise,
    one_bearer,
    same_countries,
    same_names,
    same_things,
    one_event,
)


def points(left: Matter, right: Matter) -> int:
    return sum(feature(left, right) for feature in POINTS)
