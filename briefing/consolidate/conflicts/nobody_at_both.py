"""Two things of one day or of the same two countries, of which nothing but that makes one: nobody was at both, nowhere."""

from __future__ import annotations

from briefing.consolidate.dating import days, gap
from briefing.consolidate.meetings.called_off import OFF
from briefing.consolidate.meetings.occasion_places import same_place
from briefing.consolidate.meetings.overtaken import person_keys
from briefing.consolidate.week import Week
from briefing.model import Event
from briefing.model.known_rows import SUMMONS


def is_no_summons(week: Week, left: Event, right: Event) -> bool:
    """`Kabul summoned the chargé on Monday`, `the commanders met on Monday`: two things, but of somebody who was at both."""
    return (left.act == SUMMONS) != (right.act == SUMMONS) and shares_nobody(week, left, right)


def is_no_call(week: Week, left: Event, right: Event) -> bool:
    """`The talks on the dam broke up on Wednesday`, `the ministers spoke by phone on Thursday`: of two days, no call."""
    kinds = (left.meeting == "call") != (right.meeting == "call")
    dated = bool(left.date and right.date) and days(left.date or "") == days(right.date or "") == 0
    return kinds and dated and gap(left.date or "", right.date or "") > 0 and shares_nobody(week, left, right)


def is_no_plan(week: Week, left: Event, right: Event) -> bool:
    """`The committee, due on May 9, was put off`, `Lund met the consul on May 9`: what others held is not what was put off."""
    for off, told in ((left, right), (right, left)):
        if off.status in OFF and told.status is None:
            named = bool(person_keys(week, told)) and not {*off.actors} & {*told.actors}
            return named and shares_nobody(week, off, told) and not same_place(off, told)
    return False


def shares_nobody(week: Week, left: Event, right: Event) -> bool:
    return not person_keys(week, left) & person_keys(week, right)


NOBODY_AT_BOTH = (is_no_summons, is_no_call, is_no_plan)

__all__ = ["NOBODY_AT_BOTH"]
