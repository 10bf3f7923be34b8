"""The rows of a table of meetings."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.edtf import is_open_ended
from briefing.model import Meeting
from briefing.render.items import Desk, Fields, count_words, counts_of, doubts_of, joined, line_fields, once_fields
from briefing.render.told import same_line
from briefing.render.words import capital


def meeting_list(meetings: Sequence[Meeting], desk: Desk) -> list[Fields]:
    """A row for each meeting; a sentence that announces several stands in the first row only."""
    rows: list[Fields] = []
    for meeting in meetings:
        row = meeting_fields(meeting, desk)
        before = next((row for other, row in zip(meetings, rows, strict=False) if same_line(other, meeting)), None)
        if before:
            see = desk.words.pgettext("in a cell", "see %(section)s", section=before["date"])
            row |= {"text": see, "original": "", "note": "" if before["sources"] == row["sources"] else row["note"]}
        rows.append(row)
    return rows


def meeting_fields(meeting: Meeting, desk: Desk) -> Fields:
    words = desk.words
    governments = words.list(words.government(code) for code in meeting.participants)
    people = words.list(meeting.people)
    announced = words.pgettext("meeting status", "announced")
    status = announced if meeting.status == "upcoming" else words.term("status", meeting.status)
    # Where sources stand by name, space is short, and that what is upcoming has been announced goes without saying.
    plain = meeting.status == "held" or (meeting.status == "upcoming" and desk.sources.style == "attribution")
    counted = counts_of(meeting, desk) if desk.sources.style == "attribution" else count_words(meeting, words)
    parts = ["" if plain else status, *doubts_of(meeting, desk), counted]
    assurances = [part for part in parts if part]
    line = line_fields(meeting, desk)
    return (once_fields(meeting, line, desk) if meeting.status == "held" else line) | {
        "date": _date(meeting, desk) or words.gettext("date not stated"),
        "kind": capital(words.term("meeting", meeting.kind)),
        "topics": words.list(words.label(concept) for concept in meeting.concepts),
        "place": (words.label(meeting.place) or meeting.place) if meeting.place else words.gettext("not stated"),
        "participants": capital("; ".join(part for part in (governments, people) if part)) or words.gettext("not stated"),
        "status": status,
        "certainty": joined(assurances),
        "assurances": assurances,
    }


def _date(meeting: Meeting, desk: Desk) -> str:
    """Its date; nothing where it only says from when on."""
    if not meeting.date or is_open_ended(meeting.date):
        return ""
    return capital(desk.words.date(meeting.date, year=desk.brief.as_of[:4]))
