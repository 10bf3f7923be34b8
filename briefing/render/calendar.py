"""The upcoming meetings as an iCalendar file (RFC 5545), to be subscribed to or imported.

A date is as precise as the source has it: a day is an all-day entry, a month or a quarter an entry over all its days that does
not block them.  Meetings without a date cannot stand in a calendar; its description says how many there are.
"""

from __future__ import annotations

import datetime
from typing import Any

from icalendar import Calendar, Event, vText

from briefing import edtf
from briefing.model import Meeting, MeetingStatus
from briefing.model.letters import capital
from briefing.render.memo import Memo
from briefing.render.pieces import clean

STATUSES: dict[MeetingStatus, str] = {
    "upcoming": "CONFIRMED",
    "unconfirmed": "TENTATIVE",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
}
LONGEST_TITLE = 120


def write_calendar(memo: Memo) -> bytes:
    """The calendar of the meetings that are still to come, in the order of their dates."""
    meetings = [meeting for meeting in memo.brief.meetings if meeting.status in STATUSES and not meeting.omit]
    days = [(meeting, _days(meeting)) for meeting in meetings]
    calendar = Calendar()
    calendar.add("prodid", f"-//briefing//{memo.words.language}//")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", clean(memo.fields["memo"]["subject"]))
    undated = sum(span is None for _, span in days)
    if undated:
        calendar.add(
            "x-wr-caldesc",
            memo.words.ngettext(
                "%(n)s meeting has no date and is not here.", "%(n)s meetings have no date and are not here.", undated
            ),
        )
    dated = sorted(((span, meeting.id, meeting) for meeting, span in days if span), key=lambda row: row[:2])
    for span, _, meeting in dated:
        calendar.add_component(_event(meeting, span, memo))
    data: bytes = calendar.to_ical()
    return data


def _days(meeting: Meeting) -> tuple[datetime.date, datetime.date] | None:
    """The first day and the last; of an open interval its last; nothing where the day is still to be announced."""
    if meeting.date and edtf.is_open_ended(meeting.date):
        return None
    first, last = edtf.bounds(meeting.date) if meeting.date else (None, None)
    if first is None and last is None:
        return None
    return first or last, last or first  # type: ignore[return-value]


def _event(meeting: Meeting, span: tuple[datetime.date, datetime.date], memo: Memo) -> Event:
    words, brief = memo.words, memo.brief
    event = Event()
    event.add("uid", f"{meeting.id}@briefing")
    event.add("dtstamp", datetime.datetime.fromisoformat(f"{brief.as_of[:10]}T00:00:00+00:00"))
    event.add("dtstart", span[0])
    event.add("dtend", span[1] + datetime.timedelta(days=1))
    event.add("transp", "OPAQUE" if span[0] == span[1] else "TRANSPARENT")
    event.add("status", STATUSES[meeting.status])
    event.add("summary", _text(_title(meeting, memo), words.tag))
    if meeting.place:
        event.add("location", _text(words.label(meeting.place) or meeting.place, words.tag))
    event.add("description", _text(_description(meeting, memo), words.tag))
    return event


def _title(meeting: Meeting, memo: Memo) -> str:
    """`Talks: fishing quotas (Chile and Norway)`; a topic that names its kind stands alone: `Ministerial meeting`."""
    words = memo.words
    who = words.list([words.government(code) for code in meeting.participants] or list(meeting.people))
    kind = words.term("meeting", meeting.kind)
    topic = next((label for label in map(words.label, meeting.concepts) if label), "")
    if not topic:
        return capital(": ".join(part for part in (kind, who) if part))[:LONGEST_TITLE]
    named = topic if kind.casefold() in topic.casefold().split() else f"{kind}: {topic}"
    return (capital(named) + (f" ({who})" if who else ""))[:LONGEST_TITLE]


def _description(meeting: Meeting, memo: Memo) -> str:
    """The line of the memo, who takes part, and the sources' exact words."""
    words = memo.words
    people = words.list([*(words.government(code) for code in meeting.participants), *meeting.people])
    quoted = [words.quoted(" ".join(piece.text.split())) for piece in meeting.evidence]
    lines = [words.text(meeting.text), people, *(quote for quote in quoted if words.text(meeting.text) not in quote)]
    return "\n".join(line for line in lines if line)


def _text(value: str, tag: str) -> Any:
    text = vText(clean(value))
    text.params["LANGUAGE"] = tag
    return text
