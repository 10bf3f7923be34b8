"""Grouping: the same whatever the order; a veto keeps two entries apart; one bridge does not join two crowds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.consolidate.clusters import candidate_pairs, cluster


def groups(numbers: list[int], threshold: float = 0.5) -> tuple[tuple[int, ...], ...]:
    return cluster(
        numbers,
        lambda n: frozenset({"all"}),
        lambda a, b: 1.0 / (1 + abs(a - b)),
        threshold,
        key=lambda n: f"{n:05d}",
    )


def test_near_numbers_are_grouped() -> None:
    assert groups([1, 2, 40, 41, 90]) == ((1, 2), (40, 41), (90,))


@given(st.permutations([1, 2, 3, 7, 8, 20, 21, 22, 60]))
def test_the_order_does_not_matter(numbers: list[int]) -> None:
    assert groups(numbers) == groups(sorted(numbers))


def test_a_chain_does_not_join_its_ends() -> None:
    assert len(groups(list(range(12)))) > 1


def test_a_veto_keeps_two_apart() -> None:
    found = cluster(
        [1, 2, 3],
        lambda n: frozenset({"all"}),
        lambda a, b: 1.0,
        0.5,
        key=str,
        forbids=lambda a, b: {a, b} == {1, 3},
    )
    assert {n for group in found for n in group} == {1, 2, 3}
    assert all(not {1, 3} <= set(group) for group in found)


def test_candidates_share_a_feature() -> None:
    entries = [frozenset({"a", "x"}), frozenset({"b", "x"}), frozenset({"c"})]
    assert list(candidate_pairs(entries)) == [(0, 1)]


def test_a_feature_of_everyone_pairs_neighbours_only() -> None:
    assert len(list(candidate_pairs([frozenset({"all"})] * 1000))) < 1000 * 4


def test_a_crowd_of_equals_is_one_group() -> None:
    found = cluster(list(range(500)), lambda n: frozenset({"all"}), lambda a, b: 1.0, 0.5, key=lambda n: f"{n:04d}")
    assert len(found) == 1
