"""The label that is sure: what a stance becomes where its own clause takes part of it back.

A government that could accept, would offer or will promise only if something else happens has done none of it; the sentence is
its position all the same, and stands under the neutral label.
"""

from __future__ import annotations

from briefing.extract.clauses import Clause
from briefing.extract.moods import is_conditional, is_would
from briefing.extract.reading import Reading, codes_of_all, mentions_in
from briefing.extract.trees import Tree, ancestors, case_of, children, finite_of, is_relation, is_verbal, mark_of, span_of
from briefing.model import Stance

COMMITTING: frozenset[Stance] = frozenset({"agrees", "supports", "promises", "announces", "offers"})
"""Stances by which a government binds itself."""


def surest(reading: Reading, clause: Clause, stance: Stance) -> Stance:
    """The stance, or the neutral one where the clause binds its government only by halves."""
    tree = reading.trees[clause.sentence]
    halved = clause.conditional or is_possible(reading, tree, clause.head)
    if halved and stance in COMMITTING | {"rejects"} and clause.act.kind != "wish" and clause.form.kind != "adjective":
        return "states"
    if stance in COMMITTING - {"offers"} and has_condition(reading, tree, clause.head):
        return "states"  # an offer may be made on a condition; who will agree only if … has not agreed
    if stance in COMMITTING - {"offers"} and has_proviso(reading, clause):
        return "states"
    if stance == "rejects" and clause.negated and (spares(reading, tree, clause.head) or has_way_out(reading, clause)):
        return "states"
    if stance == "denies" and is_without(reading, tree, clause.head):
        return "states"
    return "states" if stance in {"promises", "announces"} and is_warned(reading, tree, clause.head) else stance


def has_condition(reading: Reading, tree: Tree, head: int) -> bool:
    """`would agree only if the map is withdrawn`, `aceptará siempre que …`, `will not sign unless …`, in the clause itself."""
    conditions = children(tree, head, "advcl")
    supposed = [c for c in conditions if finite_of(tree, c).feat("Mood") == "Sub"]  # `lo devolverá cuando pague la multa`
    marks = {mark_of(tree, c) for c in conditions} & reading.words.condition_marks
    return bool(marks or {mark_of(tree, c) for c in supposed} & reading.words.hypothesis_marks)


def has_proviso(reading: Reading, clause: Clause) -> bool:
    """`firmará solo si …` whatever the tree hangs it on; `We will accept it. But without a toll there is no dredging.`"""
    here = words_in(reading, clause.sentence)
    behind = clause.sentence + 1
    sentences = reading.doc.sentences
    follows = behind < len(sentences) and sentences[behind].paragraph - sentences[clause.sentence].paragraph in {0, 1}
    after = words_in(reading, behind).split() if follows else []
    while after and after[0] in reading.words.turning_back:
        after = after[1:]
    opening = f" {' '.join(after[:LONGEST_PROVISO])} "
    told = any(f" {proviso} " in here for proviso in reading.words.provisos)
    return told or any(opening.startswith(f" {word} ") for word in reading.words.provisos | reading.words.without)


LONGEST_PROVISO = 5
"""Words of the longest phrase that opens a condition."""


def words_in(reading: Reading, number: int) -> str:
    """The words of a sentence in lower case, without its marks, between blanks."""
    told = reading.trees[number].tokens
    return f" {' '.join(token.form.lower() for token in told if token.upos != 'PUNCT')} "


def has_way_out(reading: Reading, clause: Clause) -> bool:
    """`will not lift the ban without a treaty`, `no firmará a menos que …`: refused until then only."""
    return is_without(reading, reading.trees[clause.sentence], clause.head) or has_proviso(reading, clause)


def is_without(reading: Reading, tree: Tree, head: int) -> bool:
    """`no levantará el impuesto sin un acuerdo`, `without a toll there is no dredging`."""
    inside = [token for token in tree.tokens if span_of(tree, head).contains(token.span)]
    return any(token.lemma.lower() in reading.words.without for token in inside)


def spares(reading: Reading, tree: Tree, head: int) -> bool:
    """`will not retaliate`, `no aplicará el cobro`: who leaves a burden off refuses nothing."""
    return tree.tokens[head].lemma.lower() in reading.words.burdening


def is_warned(reading: Reading, tree: Tree, head: int) -> bool:
    """`warned that it would look for other buyers`: what is held out is neither promised nor merely announced."""
    above = next((i for i in ancestors(tree, head) if is_verbal(tree.tokens[i])), None)
    return above is not None and tree.tokens[above].lemma.lower() in reading.words.warning


def is_possible(reading: Reading, tree: Tree, head: int) -> bool:
    """`could reopen`, `podría reabrir`: no doubt of the teller's and nothing to come, but what a government may do."""
    if not is_conditional(reading, tree, head):
        return False
    helpers = {tree.tokens[c].lemma.lower() for c in children(tree, head, "aux")}
    return bool(helpers & reading.words.able) or (
        bool(helpers & reading.words.conditional_auxiliaries) and not is_would(reading, tree, head)
    )


def is_rather_not(reading: Reading, tree: Tree, head: int) -> bool:
    """`would rather wait than accept new terms`, `en lugar de firmar`: what stands behind the comparison is not chosen."""
    for index in (head, *ancestors(tree, head)):
        opened = mark_of(tree, index) or case_of(tree, index)
        if (
            is_relation(tree.tokens[index], "advcl", "obl", "acl", "conj", "xcomp", "nmod")
            and opened in reading.words.rather_than
        ):
            return True
        if is_relation(tree.tokens[index], "ccomp"):
            return False
    return False


def names_another(reading: Reading, tree: Tree, head: int, own: set[str]) -> bool:
    """Whether what is below a verb names an actor of another government."""
    return bool(codes_of_all(reading, [m.actor for m in mentions_in(reading, span_of(tree, head))]) - own)
