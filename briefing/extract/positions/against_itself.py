"""What no government says of itself: `The minister threatened to cut supplies if Togo did not pay` is not Togo's word."""

from __future__ import annotations

from briefing.extract.reading import Reading, mention_at
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, ancestors, children, is_relation, mark_of
from briefing.model import Stance

HARSH: frozenset[Stance] = frozenset({"threatens", "accuses", "criticizes", "demands"})
"""What is said against another."""


def is_against_its_own(reading: Reading, clause: Clause, government: str, stance: Stance) -> bool:
    """Whether a harsh word is spoken against the very government, called by its country's name.

    It is whom the verb acts upon, or who must not do what a condition of the sentence names.
    """
    if stance not in HARSH:
        return False
    tree = reading.trees[clause.sentence]
    blamed = children(tree, clause.head, "obj", "iobj") if stance in {"accuses", "criticizes"} else []
    feared = [c for i in conditions(reading, tree, clause.head) for c in children(tree, i, "nsubj")]
    return any(is_called(reading, tree, index, government) for index in (*blamed, *feared))


def conditions(reading: Reading, tree: Tree, head: int) -> list[int]:
    """The verbs of the conditions below a verb: `if Togo did not pay`."""
    marks = reading.words.condition_marks
    verbs = (i for i, token in enumerate(tree.tokens) if is_relation(token, "advcl") and mark_of(tree, i) in marks)
    return [i for i in verbs if head in ancestors(tree, i)]


def is_called(reading: Reading, tree: Tree, index: int, government: str) -> bool:
    """Whether a word is the country's own name, or its capital's."""
    mention = mention_at(reading, tree.tokens[index].span)
    return mention is not None and mention.actor == government


__all__ = ["is_against_its_own"]
