"""Vetoes of what is off: held or off elsewhere, and another meeting than the one that was put off."""

from __future__ import annotations

from briefing.consolidate.dating import days
from briefing.consolidate.meetings.called_off import OFF
from briefing.consolidate.meetings.overtaken import parties, person_keys, sides
from briefing.consolidate.week import Week
from briefing.model import Event

PAIR = 2
"""People who meet: of two that are named both are of what is off, if that is what was held."""


def is_off_elsewhere(week: Week, left: Event, right: Event) -> bool:
    """`will no longer travel to Egypt on March 10`: not whom she meets on that day, of whom nobody is of Egypt."""
    for off, other in ((left, right), (right, left)):
        if off.status in OFF and other.status not in OFF and off.actors and len(person_keys(week, other)) >= 2:
            return not {*off.actors} & {*parties(week, other)}
    return False


def is_held_and_not_off(week: Week, left: Event, right: Event) -> bool:
    """`met twice this week`, `Friday's meeting of the directors was called off`: what was held some day is not what was off.

    Nor is what one of the two was to do besides: `Ruiz met Lund on the 4th`, `Ruiz's tour on the 4th was cancelled`.
    """
    for off, told in ((left, right), (right, left)):
        if off.status in OFF and told.status is None:
            missed, met = person_keys(week, off), person_keys(week, told)
            of_days = bool(off.date and told.date and days(told.date) == 0)
            return (bool(missed | met) or not of_days) and len(missed & met) < min(PAIR, max(1, len(met)))
    return False


def is_of_another_put_off(week: Week, left: Event, right: Event) -> bool:
    """`had held talks with her.  She said that the next summit was postponed`: not of the day and people of the talks."""
    one_article = left.evidence.article == right.evidence.article and left.sentence != right.sentence
    pairs = ((left, right), (right, left))
    return one_article and any(off.status in OFF and told.status is None and not sides(week, off) for off, told in pairs)
