"""Where a meeting that is off was to be: not where the reason of it lies, `was cancelled because of floods in Tacna`."""

from __future__ import annotations

import dataclasses

from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import ancestors, subtree
from briefing.extract.standings.not_held import on_past_day
from briefing.extract.standings.postponing import is_calling_off
from briefing.model import Event


def as_it_was_planned(reading: Reading, clause: Clause, event: Event) -> Event:
    """What was called off, or did not take place, at its place and on its day."""
    return on_past_day(reading, with_planned_place(reading, clause, event))


def with_planned_place(reading: Reading, clause: Clause, event: Event) -> Event:
    """The meeting without a place that stands behind the verb which calls it off, and in no words of its own."""
    if event.status not in {"cancelled", "postponed"} or event.place is None or clause.form.kind != "noun":
        return event
    tree = reading.trees[clause.sentence]
    start = tree.sentence.span.start + tree.sentence.span.of(reading.text).find(event.place)
    index = next((i for i, token in enumerate(tree.tokens) if token.span.start == start), None)
    off = next((i for i in ancestors(tree, clause.head) if is_calling_off(reading, tree, i)), None)
    if index is None or off is None or index < off or clause.head > off:
        return event
    return event if index in subtree(tree, clause.head) else dataclasses.replace(event, place=None)


__all__ = ["as_it_was_planned"]
