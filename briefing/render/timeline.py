"""The week and what comes after it, as one row of dates: which key facts, which meetings."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import edtf
from briefing.model import Fact, Meeting
from briefing.render.items import Desk, Fields
from briefing.render.words import capital

MOST = 7


def timeline_fields(facts: Sequence[Fact], meetings: Sequence[Meeting], desk: Desk) -> list[Fields]:
    """At most seven dates in their order, each with `date`, `what` (a list) and `ahead` (still to come).

    Facts of before the window are left out.  Where there are more dates than places, those to come go first, then the latest.
    """
    inside = [fact for fact in facts if fact.date and edtf.intersects(fact.date, desk.brief.window) and fact in desk.facts]
    dates = {item.date for item in (*inside, *meetings) if item.date and not edtf.is_open_ended(item.date)}
    ordered = sorted(dates, key=_first_day)
    ahead = [date for date in ordered if edtf.compare(date, desk.brief.as_of) > 0][:MOST]
    past = [date for date in ordered if edtf.compare(date, desk.brief.as_of) <= 0]
    kept = past[len(past) - min(MOST - len(ahead), len(past)) :] + ahead
    return [_column(date, inside, meetings, desk, ahead=date in ahead) for date in kept]


def _column(date: str, facts: Sequence[Fact], meetings: Sequence[Meeting], desk: Desk, *, ahead: bool) -> Fields:
    numbers = [desk.words.number(number) for number, fact in enumerate(desk.facts, 1) if fact in facts and fact.date == date]
    what = [_meeting(meeting, desk, ahead=ahead) for meeting in meetings if meeting.date == date]
    if numbers:
        what.append(desk.words.ngettext("Fact %(numbers)s", "Facts %(numbers)s", len(numbers), numbers=", ".join(numbers)))
    return {
        "date": capital(desk.words.date(date, year=desk.brief.as_of[:4])),
        "what": list(dict.fromkeys(what)),
        "ahead": ahead,
    }


def _meeting(meeting: Meeting, desk: Desk, *, ahead: bool) -> str:
    """`Call`, `Talks (cancelled)`; `Meeting (Bergen)` where the reader may have to go there."""
    kind = capital(desk.words.term("meeting", meeting.kind))
    if meeting.status not in ("held", "upcoming"):
        return f"{kind} ({desk.words.term('status', meeting.status)})"
    place = (desk.words.label(meeting.place) or meeting.place) if ahead and meeting.place else ""
    return f"{kind} ({place})" if place else kind


def _first_day(date: str) -> tuple[str, str]:
    first, last = edtf.bounds(date)
    return str(first or ""), str(last or "9999")
