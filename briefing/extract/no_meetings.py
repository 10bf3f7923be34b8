"""Verbs of meeting that tell of none: who was on board of what, an auction that is hosted."""

from __future__ import annotations

from briefing.extract.clauses import Clause
from briefing.extract.reading import Reading
from briefing.extract.trees import Tree, children, is_relation


def is_no_meeting(reading: Reading, clause: Clause) -> bool:
    """Whether the words about it say that nobody met."""
    tree = reading.trees[clause.sentence]
    return clause.form.kind == "verb" and (is_aboard(reading, tree, clause) or is_no_occasion(reading, tree, clause))


def is_aboard(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`un avión en el que viajaba la ministra`, `the plane on which she was travelling`: who was in it, and no visit."""
    token = tree.tokens[clause.head]
    relative = is_relation(token, "acl") and token.head >= 0
    return relative and tree.tokens[token.head].lemma.lower() in reading.words.vehicles


def is_no_occasion(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`will host an auction`, `organizará un torneo`: at which no governments meet."""
    if tree.tokens[clause.trigger].lemma.lower() not in reading.words.hosting:
        return False
    hosted = [tree.tokens[c].lemma.lower() for c in children(tree, clause.head, "obj")]
    return bool({*hosted} & reading.words.no_occasions)


__all__ = ["is_no_meeting"]
