"""The best tree for a matrix of arc scores: Chu-Liu/Edmonds with exactly one root (Zmigrod et al. 2020 on why it matters).

Nearly always the best head of every word already makes a tree; only the other sentences pay for the search.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]
Heads = npt.NDArray[np.int64]
NEVER = -1e9
SECOND_ROOT = 1e5
"""Price of an arc from the root, so high that the best tree has one: every such tree pays it once."""


def best_heads(scores: npt.NDArray[np.float32]) -> Heads:
    """The head of each word, 0 for the root; `scores` is words × (words + 1), column 0 the root.

    >>> best_heads(np.array([[0.0, NEVER, 5.0], [4.0, 1.0, NEVER]], dtype=np.float32)).tolist()
    [2, 0]
    """
    count = len(scores)
    square = np.full((count + 1, count + 1), NEVER)
    square[1:] = scores
    np.fill_diagonal(square, NEVER)
    heads: Heads = square.argmax(1)
    heads[0] = 0
    if (heads[1:] == 0).sum() == 1 and _is_tree(heads):
        return heads[1:]
    square[:, 0] -= SECOND_ROOT
    return _maximum_tree(square)[1:]


def _is_tree(heads: Heads) -> bool:
    """Whether every word reaches node 0: the table of ancestors doubles its reach in each round."""
    ancestors = heads.copy()
    for _ in range(len(heads).bit_length()):
        ancestors = ancestors[ancestors]
    return not ancestors.any()


def _maximum_tree(scores: Scores) -> Heads:
    """The best arborescence from node 0: choose the best heads, contract a cycle, solve, expand."""
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    contracted, leaving, entering = _contract(scores, heads, cycle, outside)
    solution = _maximum_tree(contracted)
    whole = heads.copy()
    for small, node in enumerate(outside):
        governor = solution[small]
        whole[node] = leaving[small] if governor == len(outside) else outside[governor]
    governor = solution[len(outside)]
    whole[entering[governor]] = outside[governor]
    whole[0] = 0
    return whole


def _contract(scores: Scores, heads: Heads, cycle: Heads, outside: Heads) -> tuple[Scores, Heads, Heads]:
    """The graph with the cycle as its last node.

    With it, for each outside node, the node of the cycle that governs it best and the one that it governs best.
    """
    count = len(outside)
    contracted = np.full((count + 1, count + 1), NEVER)
    contracted[:count, :count] = scores[np.ix_(outside, outside)]
    out_of = scores[np.ix_(outside, cycle)]
    contracted[:count, count] = out_of.max(1)
    into = scores[np.ix_(cycle, outside)] - scores[cycle, heads[cycle]][:, None]
    contracted[count, :count] = into.max(0)
    contracted[0] = NEVER
    return contracted, cycle[out_of.argmax(1)], cycle[into.argmax(0)]


def _cycle(heads: Heads) -> Heads | None:
    """The nodes of one cycle, or None."""
    colour = [0] * len(heads)
    colour[0] = 1
    for start in range(1, len(heads)):
        path = []
        node = start
        while not colour[node]:
            colour[node] = start + 1
            path.append(node)
            node = int(heads[node])
        if colour[node] == start + 1 and path:
            return np.array(path[path.index(node) :])
    return None
