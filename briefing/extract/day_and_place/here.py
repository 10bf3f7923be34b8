"""Where `here` is, `en esta capital`: the place of the article's dateline."""

from __future__ import annotations

import re

from briefing.extract.day_and_place.own_reach import is_of_other_deed
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, case_of, children, subtree

_PLACE = re.compile(r"\s*([^\W\d][^,.(—–:\d]{1,30}?)\s*(?:[,.(—–]| -)")
"""`ASUNCIÓN, 21 may (EFE).- `, `MANZANILLO, Colima. `."""


def place_of_here(reading: Reading, tree: Tree, clause: Clause, host: int) -> str | None:
    """`will meet here on Monday`, `se reunirá en esta capital`: where the article was written, by its one dateline."""
    below = (i for i in subtree(tree, host) if is_here(reading, tree, i))
    return written_at(reading) if any(not is_of_other_deed(reading, clause, host, i) for i in below) else None


def is_here(reading: Reading, tree: Tree, index: int) -> bool:
    """`here`, or a word for a settlement that `this` points at."""
    token, words = tree.tokens[index], reading.words
    if token.lemma.lower() in words.heres:
        return token.upos == "ADV" and not children(tree, index, "case", "nmod")
    pointed = any(tree.tokens[c].form.lower() in words.pointing_here for c in children(tree, index, "det"))
    settled = token.lemma.lower() in words.towns | words.capital_nouns
    return settled and pointed and case_of(tree, index) in words.place_cases


def written_at(reading: Reading) -> str | None:
    marks = [mark.span.of(reading.text) for mark in reading.doc.article.marks if mark.kind == "dateline"]
    found = _PLACE.match(marks[0]) if len(marks) == 1 else None
    name = found[1].strip() if found else ""
    return (name.title() if name.isupper() else name) or None


__all__ = ["place_of_here"]
