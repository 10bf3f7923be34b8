"""Of one article: the sitting of a body on its day, and what others will do somewhere in the same month."""

from __future__ import annotations

from briefing.consolidate.dating import days
from briefing.consolidate.meetings.occasion_places import same_place
from briefing.consolidate.week import Week
from briefing.model import Event
from briefing.model.marks import SAME_PEOPLE, SIDES_OF_A_BODY

SOME_DAYS = 6
"""Days of a date that names none: a month, a half of it."""
BY_A_VERB = "asserted:verb"


def is_beside_a_body(week: Week, left: Event, right: Event) -> bool:
    """`The joint panel will sit on May 4. (…) The commanders agreed to meet in Gulu in May`: two."""
    one_article = left.evidence.article == right.evidence.article and left.sentence != right.sentence
    pairs = ((left, right), (right, left)) if one_article and not same_place(left, right) else ()
    return any((is_sitting(body) and is_of_others(other)) for body, other in pairs)


def is_sitting(event: Event) -> bool:
    return bool(event.body) or SIDES_OF_A_BODY in event.rules


def is_of_others(event: Event) -> bool:
    """By a verb with a subject of its own, at a place and on no day."""
    own = BY_A_VERB in event.rules and not is_sitting(event) and SAME_PEOPLE not in event.rules
    return own and bool(event.place and event.date) and days(event.date or "") >= SOME_DAYS


__all__ = ["is_beside_a_body"]
