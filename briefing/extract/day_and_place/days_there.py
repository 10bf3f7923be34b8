"""The days of a visit that is told for some week, where the sentence behind says when the traveller will be there."""

from __future__ import annotations

import dataclasses
from datetime import date

from briefing.edtf import bounds
from briefing.extract.claims import dates_in, evidence_of
from briefing.extract.reading import Reading, mentions_in
from briefing.extract.sentence.trees import Tree, children, is_relation, span_of
from briefing.model import Date, Event

WEEK = 6
"""Days from the first to the last of a week."""
MOST = 3
"""Days of one visit within it."""


def with_days_there(reading: Reading, event: Event) -> Event:
    """`will visit Quito next week. Ruiz, who will be in the capital on the 18th and 19th, …`: on these days of that week."""
    number = event.sentence + 1
    if event.meeting != "visit" or not is_some_week(event) or number >= len(reading.trees) or not reading.is_body(number):
        return event
    tree = reading.trees[number]
    there = [d for d in days_of_stay(reading, tree) if is_traveller(reading, tree, event)]
    days = sorted({d.value for d in there if d.value})
    first, last = bounds(event.date or "")
    if not days or first is None or last is None or not first.isoformat() <= days[0] <= days[-1] <= last.isoformat():
        return event
    if not are_in_a_row(days):
        return event
    return dataclasses.replace(
        event,
        date=days[0] if len(days) == 1 else f"{days[0]}/{days[-1]}",
        date_basis=there[0].basis,
        further=(*event.further, evidence_of(reading, tree.sentence.span)),
        rules=(*event.rules, "day:of_the_stay_behind"),
    )


def is_some_week(event: Event) -> bool:
    first, last = bounds(event.date) if event.date and event.status == "upcoming" else (None, None)
    return first is not None and last is not None and (last - first).days == WEEK


def days_of_stay(reading: Reading, tree: Tree) -> list[Date]:
    """The days beside the one word for being somewhere: `estará allí los días 18 y 19`, `will be there on the 18th`."""
    stays = [i for i, t in enumerate(tree.tokens) if t.lemma.lower() in reading.words.staying]
    heads = [tree.tokens[i].head if is_relation(tree.tokens[i], "cop") else i for i in stays]
    found = list(dates_in(reading, span_of(tree, heads[0]))) if len(heads) == 1 else []
    return found if len(found) == len(list(dates_in(reading, tree.sentence.span))) else []


def is_traveller(reading: Reading, tree: Tree, event: Event) -> bool:
    """Whether the subject of the sentence is who travels, by his name."""
    roots = [i for i, t in enumerate(tree.tokens) if is_relation(t, "root")]
    spans = [span_of(tree, c, ("acl",)) for i in roots for c in children(tree, i, "nsubj")]
    named = {m.actor for span in spans for m in mentions_in(reading, span)}
    return bool(named & {*event.people})


def are_in_a_row(days: list[str]) -> bool:
    length = (date.fromisoformat(days[-1]) - date.fromisoformat(days[0])).days
    return length == len(days) - 1 < MOST


__all__ = ["with_days_there"]
