"""What a predicate says of a meeting, without a verb of calling off: `is off`, `queda sin efecto`, `is going ahead`."""

from __future__ import annotations

from briefing.extract.meetings.carriers import is_after_publication
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_conditional, is_negated
from briefing.extract.sentence.trees import Tree, case_of, children, is_relation
from briefing.extract.standings.not_held import is_copular
from briefing.extract.standings.postponing import is_one_of, is_planned_and_put_off
from briefing.model import Date, MeetingStatus


def is_said_off(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> MeetingStatus | None:
    """`The meeting set for May 4 is off`, `la reunión del 4 queda sin efecto`; not `could be off`, `is not off`."""
    above = verb_of_subject(tree, clause)
    if above is None:
        return None
    parts = (above, *children(tree, above, "obl", "xcomp", "advmod"))
    said = {f"{case_of(tree, i)} {tree.tokens[i].form}".strip().lower() for i in parts}
    doubted = any(is_negated(reading, tree, i) or is_conditional(reading, tree, i) for i in parts)
    stays = is_copular(tree, above) or tree.tokens[above].lemma.lower() in reading.words.staying_so  # not `takes off`
    return "cancelled" if stays and not doubted and said & reading.words.said_off else None


def is_going_ahead(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> MeetingStatus | None:
    """`Talks, scheduled for Monday, are going ahead`: on a day to come, and nothing of it has changed."""
    above = verb_of_subject(tree, clause)
    if above is None or is_negated(reading, tree, above) or is_conditional(reading, tree, above):
        return None
    said = {f"{tree.tokens[above].lemma} {tree.tokens[c].form}".lower() for c in children(tree, above, "advmod", "compound")}
    return "upcoming" if said & reading.words.going_ahead and is_after_publication(reading, date) else None


def is_planned_and_cancelled(
    reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None
) -> MeetingStatus | None:
    """`was to visit Tacna on Thursday but cancelled`, `debía viajar el jueves, pero canceló`: that, and nothing else."""
    if not is_planned_and_put_off(reading, tree, host):
        return None
    off = [c for c in children(tree, host, "conj") if is_one_of(tree, c, reading.words.cancelling)]
    own = [c for c in off if not children(tree, c, "obj", "nsubj", "ccomp")]
    doubted = any(is_negated(reading, tree, c) or is_conditional(reading, tree, c) for c in own)
    return "cancelled" if own and not doubted else None


def verb_of_subject(tree: Tree, clause: Clause) -> int | None:
    """The verb or predicate of which the noun of a meeting is the subject."""
    above = tree.tokens[clause.head].head
    subject = clause.form.kind == "noun" and is_relation(tree.tokens[clause.head], "nsubj")
    return above if subject and above >= 0 else None


SAID_OF_IT = (is_said_off, is_planned_and_cancelled, is_going_ahead)
"""Asked in order, among the rules of `standing`."""

__all__ = ["SAID_OF_IT"]
