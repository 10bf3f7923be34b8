"""`is likely to meet Petit in Lima on May 25`: a meeting to come that is not certain."""

from __future__ import annotations

from typing import Literal

from briefing.extract.meetings.carriers import is_after_publication
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_conditional, is_negated
from briefing.extract.sentence.trees import Tree, is_relation
from briefing.model import Date


def is_likely(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> Literal["unconfirmed"] | None:
    """The infinitive of a meeting of a day to come, under `likely`."""
    above = tree.tokens[host].head
    if above < 0 or not is_relation(tree.tokens[host], "xcomp") or not is_after_publication(reading, date):
        return None
    likely = tree.tokens[above].lemma.lower() in reading.words.likely_to
    doubted = is_negated(reading, tree, above) or is_conditional(reading, tree, above)
    return "unconfirmed" if likely and not doubted else None


__all__ = ["is_likely"]
