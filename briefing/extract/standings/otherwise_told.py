"""A meeting of which the words say otherwise than its plan: held and yet to come, or to come and held."""

from __future__ import annotations

from briefing.extract.day_and_place.hung_elsewhere import held_relatives
from briefing.extract.day_and_place.plans import Plan
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import (
    Tree,
    children,
    is_relation,
)


def contradicts(reading: Reading, tree: Tree, clause: Clause, plan: Plan) -> bool:
    """What is told as held and is yet to come, or as to come and was held."""
    if plan.status is None:
        return is_yet_to_come(reading, tree, clause)
    return plan.status == "upcoming" and was_held(reading, tree, clause)


def is_yet_to_come(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`They prepared the next visit of Petit`: named as the matter of what was done, and not made on that day."""
    beside = [tree.tokens[c].lemma.lower() for c in children(tree, clause.head, "amod")]
    matter = is_relation(tree.tokens[clause.head], "obj", "nmod", "obl") and clause.form.kind == "noun"
    return matter and bool({*beside} & reading.words.nearing)


def was_held(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`vetoed it over the meeting that the rebels held in Lomé`: over, whatever month the sentence may name."""
    held = [tree.tokens[c] for c in held_relatives(reading, tree, clause)]
    return any(t.feat("Tense") == "Past" and t.feat("VerbForm") == "Fin" for t in held)
