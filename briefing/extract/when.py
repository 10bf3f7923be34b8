"""When a meeting is: its own date, the end that a length leads to, the trip it is part of, or only that it is still to come."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence

from briefing.edtf import bounds
from briefing.extract.reading import Reading
from briefing.extract.trees import Tree, span_of
from briefing.model import Claim, Date, DateBasis, Event

When = tuple[str, DateBasis]
"""An EDTF date and how it was found."""

LENGTH = re.compile(r"P(\d{1,3})(D|W|M)")
DAYS_IN = {"D": 1, "W": 7, "M": 30}
LEADING_IN = 12
"""Characters before a length in which its preposition stands."""
PART_OF_TRIP = 6
"""Sentences after a trip's announcement in which its meetings are told."""


def meeting_date(
    reading: Reading, number: int, near: Date | None, heads: Sequence[int], *, ahead: bool, deadline: bool
) -> When | None:
    """The date beside a meeting; `ahead`: `in 30 days` counts from publication.

    A deadline may be told by its length alone: `dio un plazo de 30 días`.
    """
    if near is not None:
        return whole(near)
    if not ahead and not deadline:
        return None
    lengths = (length_ahead(reading, reading.trees[number], head, bare=deadline) for head in heads)
    return next((found for found in lengths if found), None)


def whole(date: Date) -> When | None:
    """Both ends of a stretch where the words give both: `April 19-20`, `del 3 al 5 de mayo`."""
    value = date.interval or date.value
    return (value, date.basis) if value else None


def length_ahead(reading: Reading, tree: Tree, head: int, *, bare: bool) -> When | None:
    """`will meet in 30 days`, `en dos semanas`: so long after the article's day; about so long where no preposition says so."""
    span, published = span_of(tree, head), reading.doc.article.published
    today = bounds(published)[1] if published else None
    for date in reading.doc.dates:
        length = LENGTH.fullmatch(date.timex)
        if today is None or length is None or date.type != "DURATION" or not span.contains(date.span):
            continue
        before = reading.text[max(0, date.span.start - LEADING_IN) : date.span.start].split()
        counted = bool(before) and before[-1].lower() in reading.words.ahead_cases
        if counted or bare:
            day = today + dt.timedelta(days=int(length[1]) * DAYS_IN[length[2]])
            return day.isoformat() + "~" * (bare or length[2] != "D"), "deictic"
    return None


def is_ahead(reading: Reading, date: When | None) -> bool:
    """A day after the article's own."""
    published = reading.doc.article.published
    if not published or date is None:
        return False
    first, today = bounds(date[0])[0], bounds(published)[1]
    return bool(first and today and first > today)


def on_the_way(reading: Reading, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Date the undated meetings to come: by the trip that they are part of, else as open from the article's day on.

    `Díaz will travel to Lima on May 3-4. She will meet with President Rojas`: the trip's sentence is part of what it rests on.
    """
    result: list[Claim] = []
    trip: Event | None = None
    for claim in claims:
        if isinstance(claim, Event) and claim.meeting == "visit" and claim.date and claim.people:
            trip = claim
        if not isinstance(claim, Event) or claim.meeting is None or claim.date or claim.status != "upcoming":
            result.append(claim)
            continue
        result.append(of_the_trip(claim, trip) if trip and is_part_of(reading, claim, trip) else still_to_come(reading, claim))
    return tuple(result)


def is_part_of(reading: Reading, claim: Event, trip: Event) -> bool:
    """Told just after the trip, of the same traveller and another person."""
    near = not reading.is_scrambled and 0 <= claim.sentence - trip.sentence <= PART_OF_TRIP
    return near and bool({*trip.people} & {*claim.people}) and len(claim.people) > 1


def of_the_trip(claim: Event, trip: Event) -> Event:
    context = () if trip.evidence == claim.evidence else (trip.evidence,)
    return dataclasses.replace(
        claim, date=trip.date, date_basis="inferred", context=(*claim.context, *context), rules=(*claim.rules, "part_of_trip")
    )


def still_to_come(reading: Reading, claim: Event) -> Event:
    """Announced without a date: any day from the article's own on."""
    published = reading.doc.article.published
    today = bounds(published)[1] if published else None
    if today is None or max(len(claim.people), len(claim.actors)) < 2:
        return claim
    return dataclasses.replace(claim, date=f"{today.isoformat()}/..", date_basis="vague", rules=(*claim.rules, "no_date_yet"))
