"""Why sentences stand in one item, and why two items that look alike are two: rules for `briefing explain` to print."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from briefing.consolidate.signatures import shared_features
from briefing.consolidate.week import SentenceKey, Week
from briefing.model import Evidence

T = TypeVar("T")
Veto = Callable[[Week, Any, Any], bool]
MOST_FEATURES = 4
MOST_COMPARED = 40
"""Items, the first ones, of which it is told what keeps them apart."""


def merge_rules(week: Week, main: SentenceKey, others: Iterable[SentenceKey]) -> tuple[str, ...]:
    """`merged:b.txt@120:0.46:number 240, act deport`: the sentences beside the main one, how alike they are and by what."""
    return tuple(merge_rule(week, main, other) for other in dict.fromkeys(others) if other != main)


def merge_rule(week: Week, main: SentenceKey, other: SentenceKey) -> str:
    left, right = week.signatures[main], week.signatures[other]
    shared = sorted(shared_features(left, right), key=lambda f: (-week.weights[f], f))[:MOST_FEATURES]
    alike = week.likeness(main, other, least=0.0)
    return f"merged:{place(week, other)}:{alike:.2f}:{', '.join(f'{kind} {value}' for kind, value in shared)}"


def place(week: Week, key: SentenceKey) -> str:
    doc = week.docs[key[0]]
    return f"{doc.article.file}@{doc.sentences[key[1]].span.start}"


def words_at(week: Week, evidence: Evidence) -> str:
    return f"{week.docs[evidence.article].article.file}@{evidence.start}"


def apart_rules(
    week: Week,
    groups: Sequence[T],
    near: Callable[[T], Iterable[Hashable]],
    speaks: Callable[[T, T], Sequence[str]],
    name: Callable[[T], str],
) -> dict[int, tuple[str, ...]]:
    """`apart:a.txt@80:other_place`: of groups that share what `near` gives, the vetoes that `speaks` names between two."""
    found: dict[int, list[str]] = {}
    for left, right in neighbours(groups[:MOST_COMPARED], near):
        vetoes = ",".join(speaks(groups[left], groups[right]))
        if vetoes:
            found.setdefault(left, []).append(f"apart:{name(groups[right])}:{vetoes}")
            found.setdefault(right, []).append(f"apart:{name(groups[left])}:{vetoes}")
    return {index: tuple(sorted(rules)) for index, rules in found.items()}


def neighbours(groups: Sequence[T], near: Callable[[T], Iterable[Hashable]]) -> Iterator[tuple[int, int]]:
    keys = [set(near(group)) for group in groups]
    for left in range(len(groups)):
        for right in range(left + 1, len(groups)):
            if keys[left] & keys[right]:
                yield left, right


def vetoes_between(week: Week, left: Iterable[T], right: Iterable[T], vetoes: Sequence[Veto]) -> list[str]:
    """The names of the vetoes that speak against any two members of two groups, in the order of their table."""
    crossing = [(a, b) for a in left for b in right]
    return [veto.__name__ for veto in vetoes if any(veto(week, a, b) for a, b in crossing)]
