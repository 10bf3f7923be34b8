"""What is expected of somebody: `the minister is expected to visit Lima` -> `se espera que el ministro visite Lima`."""

from __future__ import annotations

from briefing.realize.tell.state import Telling
from briefing.realize.wording.clauses import subtree
from briefing.realize.wording.verbs import VerbGroup, read_group


def foretold_deed(telling: Telling, group: VerbGroup) -> VerbGroup | None:
    """The deed itself, behind whoever is to do it, with who expects it said before; None where the sentence is another."""
    t, opening = telling.t, telling.words["foretold"].get(telling.t.passage.tree.lemmas[group.head])
    plain = group.passive and group.tense == "present" and not (group.negated or group.modal or group.adverbs)
    if opening is None or not plain or t.tokens[group.head].head >= 0 or telling.at >= len(telling.order):
        return None
    subjects = t.below(group.head, "nsubj")
    before = set(telling.order[: telling.order.index(group.used[0])])
    if len(subjects) != 1 or before != subtree(t, subjects[0]) & set(telling.order):
        return None
    deed = read_group(t.tokens, telling.order, telling.at, t.passage.language)
    if deed is None or deed.tense != "infinitive" or deed.negated or t.tokens[deed.head].head != group.head:
        return None
    telling.at += len(deed.used)
    telling.said.insert(0, opening)
    return deed.in_tense("subjunctive")
