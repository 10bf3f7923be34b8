"""What has become of a meeting that some tellings are of: held, to come, called off, put off, or announced and no more."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.consolidate.dating import best_date, is_after, may_be_after
from briefing.consolidate.meetings.overtaken import is_older
from briefing.consolidate.week import Week
from briefing.model import Event, MeetingStatus
from briefing.model.marks import PUT_OFF_TO, UNDECIDED


def status_of(week: Week, group: Sequence[Event]) -> MeetingStatus:
    """What the words say (cancelled, postponed, only supposed), else what the date says against the brief's own.

    `Has been postponed to May 9` tells of the old day and of the new one: to come.
    `unconfirmed` is also what was announced for a day that has passed, if nobody tells that it was held.
    """
    new_days = {event.evidence for event in group if PUT_OFF_TO in event.rules}
    said = [e.status for e in group if e.status and not (e.status == "postponed" and e.evidence in new_days)]
    if is_told_as_held_later(week, group):
        return "held"
    if is_announced_again(week, group):
        said = [status for status in said if status not in {"postponed", "cancelled"}]
    if "cancelled" in said:
        return "cancelled"
    if "postponed" in said:
        return "postponed"
    dated = best_date(group)
    ahead: MeetingStatus = "upcoming" if not said or is_announced(group) else "unconfirmed"
    if dated is None:
        return ahead if said else "held"
    planned = len(said) == len(group)
    if is_after(dated[0], week.as_of) or (planned and may_be_after(dated[0], week.as_of)):
        return ahead
    return "unconfirmed" if planned else "held"


def is_announced(group: Sequence[Event]) -> bool:
    """By an article that does not say, of this or another sentence about it, that nothing is decided."""
    left_open = {event.evidence.article for event in group if UNDECIDED in event.rules}
    return any(event.status == "upcoming" and event.evidence.article not in left_open for event in group)


def is_told_as_held_later(week: Week, group: Sequence[Event]) -> bool:
    """Put off to Friday, and held on Friday: a later article than all that put it off or call it off tells of it."""
    off = [event for event in group if event.status in {"postponed", "cancelled"}]
    held = [event for event in group if event.status is None]
    return bool(off) and any(all(is_older(week, gone, told) for gone in off) for told in held)


def is_announced_again(week: Week, group: Sequence[Event]) -> bool:
    """Put off, and in a later article than all that say so announced for its day."""
    off = [event for event in group if event.status in {"postponed", "cancelled"}]
    planned = [event for event in group if event.status == "upcoming"]
    return bool(off) and any(all(is_older(week, gone, told) for gone in off) for told in planned)
