"""Meetings dated by their distance from something else: `left on Friday, two days after the talks`."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence

from briefing.extract.claims import owner
from briefing.extract.reading import Reading
from briefing.extract.sentence.trees import Tree, ancestors, children, is_relation, is_verbal, span_of
from briefing.model import Date

DISTANCE = re.compile(r"P(?:\d{1,3}|X)[DWMY]")
IN_DAYS = re.compile(r"P(\d{1,3})D")
DAY = len("2026-03-04")
BEHIND = 3
"""Words in which the measure's own conjunction ends: `después de que`."""


def day_at_distance(reading: Reading, number: int, heads: Sequence[int], near: Date | None) -> Date | None:
    """`near`, but of a meeting told by its distance the day counted from what happened then, else none.

    `said on Wednesday that it would pay, a day after the ministers met`: the day of the saying is no day of the meeting.
    """
    tree = reading.trees[number]
    for date in reading.doc.dates:
        steps = direction(reading, date) if tree.sentence.span.contains(date.span) else 0
        head = measured_by(tree, date, heads) if steps else None
        if head is None:
            continue
        if near is not None and near.span.start >= date.span.stop and span_of(tree, head).contains(near.span):
            return near  # `a day after they met on May 3`
        return counted(reading, number, head, date, steps)
    return near


def direction(reading: Reading, date: Date) -> int:
    """-1 for `a day after`, 1 for `three days before`, 0 for what is no such measure."""
    if date.type != "DURATION" or not DISTANCE.fullmatch(date.timex):
        return 0
    last = date.span.of(reading.text).split()[-1].lower()
    return (last in reading.words.counted_before) - (last in reading.words.counted_after)


def measured_by(tree: Tree, date: Date, heads: Sequence[int]) -> int | None:
    """The meeting's token that the measure's conjunction or preposition belongs to, or whose subject some parsers give it."""
    last = max((i for i, token in enumerate(tree.tokens) if date.span.contains(token.span)), default=None)
    if last is None:
        return None
    marks = [t for t in tree.tokens[last : last + BEHIND] if is_relation(t, "mark", "case")]
    found = (h for h in heads if h > last and {t.head for t in marks} & {h, *children(tree, h, "nsubj")})
    return next(found, None)


def counted(reading: Reading, number: int, head: int, measure: Date, steps: int) -> Date | None:
    """The day so many days off the only day of what it is measured from; not off a day on which something was only said."""
    tree, length = reading.trees[number], IN_DAYS.fullmatch(measure.timex)
    verb = next((i for i in ancestors(tree, head) if is_verbal(tree.tokens[i])), None)
    if verb is None or length is None:
        return None
    told = is_relation(tree.tokens[verb], "ccomp")
    start = tree.tokens[verb].span.start if told else tree.sentence.span.start
    here = [d for d in reading.doc.dates if d.value and d.type in {"DATE", "TIME"} and tree.sentence.span.contains(d.span)]
    days = {d.value[:DAY]: d for d in here if d.value and d.span.start >= start and owner(reading, number, d) == verb}
    if len(days) != 1:
        return None
    [(value, date)] = days.items()
    try:
        day = dt.date.fromisoformat(value) + dt.timedelta(days=steps * int(length[1]))
    except ValueError:
        return None
    text = day.isoformat()
    return dataclasses.replace(
        date, timex=text, value=text, earliest=text, latest=text, interval=None, basis="inferred", span=measure.span
    )


__all__ = ["day_at_distance"]
