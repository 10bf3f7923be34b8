"""Interviews: no meetings of governments, and sentences that tell of the interview alone."""

from __future__ import annotations

from briefing.extract.reading import Reading, mentions_in
from briefing.extract.sentence.trees import Tree, case_of, children, span_of


def receives_us(reading: Reading, tree: Tree, root: int) -> bool:
    """`Ruiz recibe a este diario en su despacho`: the scene of an interview, and no news of it."""
    words, verb = reading.words, tree.tokens[root]
    received = [c for c in children(tree, root, "obj", "iobj", "obl") if tree.tokens[c].lemma.lower() in words.press]
    pointed = any(tree.tokens[d].feat("PronType") == "Dem" for c in received for d in children(tree, c, "det"))
    return pointed and verb.lemma.lower() in words.receiving | words.hosting_people


def is_with_a_medium(reading: Reading, tree: Tree, head: int) -> bool:
    """`en entrevista con la cadena …`, `in an interview with Radio Norte`: with one that is known, or called so."""
    if any(reading.knowledge.is_medium(mention.actor) for mention in mentions_in(reading, span_of(tree, head))):
        return True
    with_whom = [c for c in children(tree, head, "nmod", "obl") if case_of(tree, c) in reading.words.with_cases]
    said = {word.lower() for c in with_whom for word in (tree.tokens[c].form, tree.tokens[c].lemma)}
    return tree.tokens[head].lemma.lower() in reading.words.interviews and bool(said & reading.words.press)


__all__ = ["is_with_a_medium", "receives_us"]
