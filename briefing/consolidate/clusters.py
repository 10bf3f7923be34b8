"""Grouping by similarity, the same whatever the order of what is grouped.

Method: candidate pairs through an inverted index of rare features (so that growth stays near linear), pairs sorted by score and
then by stable keys, merged while the average between the two groups holds and no veto speaks against any pair.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")
Score = Callable[[T, T], float]

LONGEST_POSTING = 60
"""Features that more entries share than this are too common to propose a pair."""
AVERAGE_SHARE = 0.6
"""The average between two groups must reach this share of the threshold."""


def candidate_pairs(features: Sequence[frozenset[Hashable]]) -> Iterator[tuple[int, int]]:
    """Pairs of entries that share a feature rare enough to mean something, each once."""
    postings: dict[Hashable, list[int]] = defaultdict(list)
    for index, entry in enumerate(features):
        for feature in entry:
            postings[feature].append(index)
    pairs = {
        (left, right)
        for entries in postings.values()
        if len(entries) <= LONGEST_POSTING
        for position, left in enumerate(entries)
        for right in entries[position + 1 :]
    }
    yield from sorted(pairs)


def cluster(
    entries: Sequence[T],
    pairs: Iterator[tuple[int, int]],
    score: Score[T],
    threshold: float,
    *,
    key: Callable[[T], str],
    forbids: Callable[[T, T], bool] = lambda left, right: False,
) -> tuple[tuple[T, ...], ...]:
    """Groups of entries, each sorted by key, the groups by their first key."""
    scores = {(a, b): s for a, b in pairs if (s := score(entries[a], entries[b])) > 0}
    order = sorted(
        (pair for pair, value in scores.items() if value >= threshold),
        key=lambda pair: (-round(scores[pair], 6), *sorted((key(entries[pair[0]]), key(entries[pair[1]])))),
    )
    group_of = {index: [index] for index in range(len(entries))}
    for left, right in order:
        a, b = group_of[left], group_of[right]
        if a is not b and may_join(a, b, entries, scores, threshold, forbids):
            a.extend(b)
            group_of.update(dict.fromkeys(b, a))
    groups = {id(group): group for group in group_of.values()}.values()
    result = [tuple(sorted((entries[i] for i in group), key=key)) for group in groups]
    return tuple(sorted(result, key=lambda group: key(group[0])))


def may_join(
    left: Sequence[int],
    right: Sequence[int],
    entries: Sequence[T],
    scores: Mapping[tuple[int, int], float],
    threshold: float,
    forbids: Callable[[T, T], bool],
) -> bool:
    crossing = [(min(a, b), max(a, b)) for a in left for b in right]
    if any(forbids(entries[a], entries[b]) for a, b in crossing):
        return False
    average = sum(scores.get(pair, 0.0) for pair in crossing) / len(crossing)
    return average >= AVERAGE_SHARE * threshold
