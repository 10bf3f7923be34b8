"""A sentence's dependency tree with what the quote rules ask of it: children, subtrees, which words stand inside marks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from briefing.model import Sentence, Span, Token
from briefing.model.trees import ancestors_of, children_of

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
FINITE = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Tree:
    """`level[i]` is the place of the innermost quoted span around token i, -1 outside: a sentence is read level by level."""

    sentence: Sentence
    children: tuple[tuple[int, ...], ...]
    level: tuple[int, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    def lower(self, index: int) -> str:
        return self.tokens[index].form.lower() if 0 <= index < len(self.tokens) else ""

    def of(self, index: int, *deprels: str) -> list[int]:
        """The children of a token with one of the labels."""
        return [child for child in self.children[index] if self.tokens[child].deprel in deprels]


def build_tree(sentence: Sentence, level: Sequence[int]) -> Tree:
    return Tree(sentence, children_of(sentence.tokens), tuple(level))


def subtree(tree: Tree, index: int, without: Collection[str] = ()) -> list[int]:
    """A token and everything below it, in order; branches with one of the labels are left out."""
    found, open_ = [], [index]
    while open_:
        here = open_.pop()
        found.append(here)
        open_.extend(child for child in tree.children[here] if tree.tokens[child].deprel not in without)
    return sorted(found)


def ancestors(tree: Tree, index: int) -> list[int]:
    """The heads above a token, nearest first."""
    return list(ancestors_of(tree.tokens, index))


def run_around(indices: Sequence[int], center: int) -> list[int]:
    """The unbroken run of indices that holds `center`."""
    chosen = set(indices)
    low = high = center
    while low - 1 in chosen:
        low -= 1
    while high + 1 in chosen:
        high += 1
    return list(range(low, high + 1))


def span_between(tree: Tree, start: int, stop: int) -> Span:
    """The characters of tokens `start` up to, not including, `stop`."""
    return Span(tree.tokens[start].span.start, tree.tokens[stop - 1].span.stop)


def is_finite(tree: Tree, index: int) -> bool:
    """A verb that can make a clause of its own."""
    token = tree.tokens[index]
    if token.upos not in FINITE:
        return False
    return token.feat("VerbForm") in {None, "Fin"} or token.feat("Mood") is not None


def is_punct(tree: Tree, index: int) -> bool:
    return tree.tokens[index].upos == "PUNCT"
