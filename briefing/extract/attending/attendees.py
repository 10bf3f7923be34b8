"""Who will be there by a verb of attending: `talks …, to be attended by A and B`, `a la que asistirán A y B`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.reading import Reading
from briefing.extract.sentence.trees import Tree, case_of, children, conjuncts, is_passive


def attendee_heads(reading: Reading, tree: Tree, indices: Sequence[int]) -> list[int]:
    """The heads of the phrases that name them, of a passive below the meeting's noun or the verb that carries it."""
    below = [v for i in dict.fromkeys(indices) for c in children(tree, i, "acl", "advcl", "amod") for v in conjuncts(tree, c)]
    attended = [v for v in below if tree.tokens[v].lemma.lower() in reading.words.attending and is_passive(tree, v)]
    agents = [c for v in attended for c in children(tree, v, "obl") if case_of(tree, c) in reading.words.agent_cases]
    return [i for c in agents for i in conjuncts(tree, c)]


__all__ = ["attendee_heads"]
