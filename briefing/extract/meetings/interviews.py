"""Sentences of an interview that tell of the interview alone."""

from __future__ import annotations

from briefing.extract.reading import Reading
from briefing.extract.sentence.trees import Tree, children


def receives_us(reading: Reading, tree: Tree, root: int) -> bool:
    """`Ruiz recibe a este diario en su despacho`: the scene of an interview, and no news of it."""
    words, verb = reading.words, tree.tokens[root]
    received = [c for c in children(tree, root, "obj", "iobj", "obl") if tree.tokens[c].lemma.lower() in words.press]
    pointed = any(tree.tokens[d].feat("PronType") == "Dem" for c in received for d in children(tree, c, "det"))
    return pointed and verb.lemma.lower() in words.receiving | words.hosting_people


__all__ = ["receives_us"]
