"""An occasion by a noun that names no act of meeting, told to be off: `A ceremony planned for May 5 was cancelled`.

Told as held or to come such a word is too loose to be a meeting; what is put off or called off with a day of its own was one.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.claims import dates_in
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.trees import Tree, children, is_relation, is_verbal, span_of, subtree
from briefing.extract.standings.moved import move_in
from briefing.extract.standings.not_held import came_to_nothing
from briefing.extract.standings.postponing import is_calling_off
from briefing.knowledge.entries import ActForm

SITTING = "meet"
"""The act of what is told so."""


def occasions_off(reading: Reading, number: int) -> Iterator[Clause]:
    tree, act = reading.trees[number], reading.knowledge.acts.get(SITTING)
    for index, token in enumerate(tree.tokens):
        if act is None or not is_occasion(reading, tree, index) or not dates_in(reading, span_of(tree, index)):
            continue
        if is_told_off(reading, tree, index) or is_moved(reading, tree, index):
            form = ActForm(kind="noun", lemma=token.lemma)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=None)


def is_occasion(reading: Reading, tree: Tree, index: int) -> bool:
    """`the joint session of the two cabinets`, `the round table`; not `the session of parliament`, nor what acts know."""
    token, words = tree.tokens[index], reading.words
    lemma = token.lemma.lower()
    if token.upos not in {"NOUN", "PROPN"} or lemma not in words.named_as_meeting | words.loose_occasions:
        return False
    if any(act.meeting and not form.particle for act, form in reading.acts.get(lemma, ()) if form.kind == "noun"):
        return False
    below = {tree.tokens[i].lemma.lower() for i in subtree(tree, index, ("acl",))}
    return bool(below & words.joint) or not below & words.chambers


def is_occasion_off(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """Whether a clause is one of `occasions_off`: that it was to be, and is off, its own words say."""
    noun = clause.form.kind == "noun" and is_occasion(reading, tree, clause.head)
    return noun and (is_told_off(reading, tree, clause.head) or is_moved(reading, tree, clause.head))


def is_told_off(reading: Reading, tree: Tree, noun: int) -> bool:
    """`was cancelled`, `quedó aplazada`, `will not take place`: by its own verb, or by who calls it off."""
    verb = tree.tokens[noun].head
    if verb < 0 or not is_relation(tree.tokens[noun], "nsubj", "obj"):
        return False
    if is_relation(tree.tokens[noun], "nsubj") and came_to_nothing(reading, tree, verb):
        return True
    doubted = any(doubt(reading, tree, verb) for doubt in (is_negated, is_conditional, is_future))
    parts = (verb, *(c for c in children(tree, verb, "obj", "xcomp", "amod") if not is_verbal(tree.tokens[c])))
    return not doubted and any(is_calling_off(reading, tree, i) or is_off(reading, tree, i) for i in parts)


def is_off(reading: Reading, tree: Tree, index: int) -> bool:
    """`quedó aplazada`: a participle that a tree takes for an adjective or a noun."""
    return tree.tokens[index].form.lower() in reading.words.cancelling | reading.words.postponing


def is_moved(reading: Reading, tree: Tree, noun: int) -> bool:
    move = move_in(reading, reading.number_of(tree))
    return move is not None and noun in move.parts


__all__ = ["is_occasion_off", "occasions_off"]
