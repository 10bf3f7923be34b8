"""Words of meeting that tell of none: the call a source knows of, a visit that was asked for, talks that may drag on."""

from __future__ import annotations

from briefing.extract.claims import dates_in
from briefing.extract.clauses import Clause
from briefing.extract.reading import Reading
from briefing.extract.trees import Tree, case_of, children, is_relation, mark_of, phrase_of


def is_no_meeting(reading: Reading, clause: Clause) -> bool:
    """Whether the words about it say that nobody met, or nothing of when."""
    tree = reading.trees[clause.sentence]
    if clause.form.kind == "noun":
        return (
            is_known_of(reading, tree, clause.head)
            or is_requested(reading, tree, clause.head)
            or is_drawn_out(reading, tree, clause.head)
        )
    return (
        is_only_ahead(reading, tree, clause.head) or is_aboard(reading, tree, clause) or is_no_occasion(reading, tree, clause)
    )


def is_known_of(reading: Reading, tree: Tree, head: int) -> bool:
    """`said an official with knowledge of the call`: by which he is known, and that has no day of its own."""
    above = tree.tokens[head].head
    known = is_relation(tree.tokens[head], "nmod", "obl") and tree.tokens[above].lemma.lower() in reading.words.known_by
    return known and not dates_in(reading, phrase_of(tree, head))


def is_requested(reading: Reading, tree: Tree, head: int) -> bool:
    """`had sent a written request on May 7 for a visit by its inspectors`: the day is that of the request."""
    above = tree.tokens[head].head
    if above < 0 or case_of(tree, head) not in reading.words.requested_by:
        return False
    asked = (above, *(c for c in children(tree, above, "obj", "nsubj:pass") if c < head))
    return any(tree.tokens[i].lemma.lower() in reading.words.request_nouns for i in asked)


def is_drawn_out(reading: Reading, tree: Tree, head: int) -> bool:
    """`fear that the talks will drag on into the autumn`, `que la negociación se prolongue hasta junio`: how long they last."""
    above = tree.tokens[head].head
    subject = above >= 0 and is_relation(tree.tokens[head], "nsubj")
    return subject and tree.tokens[above].lemma.lower() in reading.words.drawing_out


def is_only_ahead(reading: Reading, tree: Tree, head: int) -> bool:
    """`days before the two countries sit down in Quito`: not held yet, and on a day that nobody says."""
    before = is_relation(tree.tokens[head], "advcl") and bool({*mark_of(tree, head).split()} & reading.words.counted_before)
    return before and tree.tokens[head].feat("Tense") == "Pres" and not dates_in(reading, phrase_of(tree, head))


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
