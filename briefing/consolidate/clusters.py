"""Grouping by similarity, the same whatever the order of what is grouped, in near-linear time.

Method: entries are sorted by a stable key; candidate pairs come from an inverted index of features, where a feature that very
many share pairs only neighbours; pairs are merged from the best downwards while the representatives of the two groups are alike
on average and no veto speaks against any of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cache
from typing import TypeVar

T = TypeVar("T")
Score = Callable[[T, T], float]

LONGEST_POSTING = 40
"""A feature that more entries share than this pairs each with its next neighbours only."""
NEIGHBOURS = 3
REPRESENTATIVES = 6
"""Members of a group, the first by key, that are compared when two groups might be one."""
AVERAGE_SHARE = 0.6
"""The average between two groups must reach this share of the threshold."""


def candidate_pairs(features: Sequence[frozenset[Hashable]], longest: int = LONGEST_POSTING) -> Iterator[tuple[int, int]]:
    """Pairs of entries, each once and in order, that share a feature: all of a rare one's, the neighbours of a common one's."""
    postings: dict[Hashable, list[int]] = defaultdict(list)
    for index, entry in enumerate(features):
        for feature in entry:
            postings[feature].append(index)
    for left, entry in enumerate(features):
        found: set[int] = set()
        for sharing in (postings[feature] for feature in entry):
            behind = bisect_right(sharing, left)
            found.update(sharing[behind : behind + (longest if len(sharing) <= longest else NEIGHBOURS)])
        yield from ((left, right) for right in sorted(found))


def cluster(
    entries: Sequence[T],
    features: Callable[[T], frozenset[Hashable]],
    score: Score[T],
    threshold: float,
    *,
    key: Callable[[T], str],
    forbids: Callable[[T, T], bool] = lambda left, right: False,
) -> tuple[tuple[T, ...], ...]:
    """Groups of entries, each sorted by key, the groups by their first key."""
    ordered = sorted(entries, key=key)
    likeness = cache(lambda a, b: score(ordered[a], ordered[b]))
    apart = cache(lambda a, b: forbids(ordered[a], ordered[b]))
    pairs = candidate_pairs([features(entry) for entry in ordered])
    scored = ((likeness(a, b), a, b) for a, b in pairs)
    group_of = {index: [index] for index in range(len(ordered))}
    for _, left, right in sorted((-round(value, 6), a, b) for value, a, b in scored if value >= threshold):
        a, b = group_of[left], group_of[right]
        if a is not b and may_join(a, b, likeness, threshold, apart):
            a.extend(b)
            a.sort()
            group_of.update(dict.fromkeys(b, a))
    groups = {id(group): group for group in group_of.values()}.values()
    return tuple(tuple(ordered[i] for i in group) for group in sorted(groups))


def may_join(
    left: Sequence[int], right: Sequence[int], score: Score[int], threshold: float, forbids: Callable[[int, int], bool]
) -> bool:
    """Whether the representatives of two groups are alike on average, and none forbids another."""
    crossing = [(a, b) for a in left[:REPRESENTATIVES] for b in right[:REPRESENTATIVES]]
    if any(forbids(a, b) for a, b in crossing):
        return False
    return sum(score(a, b) for a, b in crossing) / len(crossing) >= AVERAGE_SHARE * threshold
