"""A coarse day or none makes no one meeting of two countries' tellings, where one of them is off, moved or a body's sitting."""

from __future__ import annotations

from briefing.consolidate.meetings.called_off import OFF
from briefing.consolidate.meetings.occasion_places import same_place, words
from briefing.consolidate.meetings.overtaken import person_keys
from briefing.consolidate.week import Week
from briefing.edtf import is_day
from briefing.model import Event


def is_of_the_pair_alone(week: Week, left: Event, right: Event) -> bool:
    """`The drill due this week was cancelled`, `Ruiz and Lund met on Monday`: nothing but the two countries is in both."""
    if left.evidence == right.evidence or (left.date == right.date and is_day(left.date)):
        return False
    if not (left.date and right.date) and left.meeting == right.meeting:
        return False  # `A meeting of the two was called off`, by who gives no day: it may be the announced one
    return is_told_as_other(left, right) and not is_known_as_one(week, left, right)


def is_told_as_other(left: Event, right: Event) -> bool:
    """One alone is off, has been moved from a day, or is of a body that is named."""
    off = (left.status in OFF) != (right.status in OFF)
    return off or bool(left.moved_from) != bool(right.moved_from) or bool(left.body) != bool(right.body)


def is_known_as_one(week: Week, left: Event, right: Event) -> bool:
    """Somebody, a place, or a word of the body's name is in both."""
    if person_keys(week, left) & person_keys(week, right) or same_place(left, right):
        return True
    return bool(body_words(left) & body_words(right))


def body_words(event: Event) -> frozenset[str]:
    return frozenset(word for piece in event.body for word in words(piece.text))


__all__ = ["is_of_the_pair_alone"]
