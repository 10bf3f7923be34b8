"""The rows of a table of meetings."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.edtf import is_open_ended
from briefing.model import Meeting
from briefing.render.desk import Desk, Fields
from briefing.render.items import joined, line_fields, once_fields
from briefing.render.provenance import attribution_of, counted, counts_of, doubts_of
from briefing.render.told import same_line
from briefing.render.words import Words, capital

SUMMONS = "summon_ambassador"
"""The act by which a meeting is a summons: being called in is not being met."""


def meeting_list(meetings: Sequence[Meeting], desk: Desk) -> list[Fields]:
    """A row for each meeting; a sentence that announces several stands in the first row only."""
    rows: list[Fields] = []
    for meeting in meetings:
        row = meeting_fields(meeting, desk)
        before = next((row for other, row in zip(meetings, rows, strict=False) if same_line(other, meeting)), None)
        if before:
            see = capital(desk.words.pgettext("in a cell", "see %(section)s", section=before["date"])) + "."
            row |= {
                "heading": row["kind"],
                "text": see,
                "subject": see,
                "original": "",
                "note": "" if before["sources"] == row["sources"] else row["note"],
            }
        rows.append(row)
    return rows


def meeting_fields(meeting: Meeting, desk: Desk) -> Fields:
    words = desk.words
    announced = words.pgettext("meeting status", "announced")
    status = announced if meeting.status == "upcoming" else words.term("status", meeting.status)
    moved = (
        words.pgettext("behind a meeting", "moved from %(date)s", date=_moved_from(meeting, desk)) if meeting.moved_from else ""
    )
    # Where sources stand by name, space is short, and that what is upcoming has been announced goes without saying.
    plain = meeting.status == "held" or (meeting.status == "upcoming" and desk.sources.style == "attribution")
    count = counts_of(meeting, desk) if desk.sources.style == "attribution" else counted(meeting, desk)
    said = attribution_of(meeting, desk) if words.language in meeting.subject else ""  # which its sentence would say
    parts = ["" if plain and not moved else status, moved, said, *doubts_of(meeting, desk), _inferred(meeting, desk), count]
    assurances = [part for part in parts if part]
    line = line_fields(meeting, desk)
    once = once_fields(meeting, line, desk)
    heading, subject = _heading_and_rest(meeting, line["text"], once["text"], words)
    line = once if meeting.status == "held" else line | {"note": once["note"]}
    return line | {
        "date": _date(meeting, desk) or capital(words.gettext("date not stated")),
        "kind": capital(meeting_label(meeting, words)),
        "heading": heading,
        "at": _at(meeting, words),
        "subject": subject,
        "topics": words.list(words.label(concept) for concept in meeting.concepts),
        "place": (words.label(meeting.place) or meeting.place) if meeting.place else "—",
        "participants": capital(participants_of(meeting, desk)) or "—",
        "status": status,
        "certainty": joined(assurances),
        "assurances": assurances,
    }


def _moved_from(meeting: Meeting, desk: Desk) -> str:
    return desk.words.date(meeting.moved_from or "", year=desk.brief.as_of[:4])


def _inferred(meeting: Meeting, desk: Desk) -> str:
    """How its day was found; of days that differ each source says its own below."""
    known = any(c.field == "date" and c.id in meeting.conflicts and not c.omit for c in desk.brief.conflicts)
    shown = meeting.date_basis == "inferred" and not known and _date(meeting, desk)
    return desk.words.pgettext("behind a meeting", "date inferred") if shown else ""


def meeting_label(meeting: Meeting, words: Words) -> str:
    """What it is called: `call`, `summons`, `ministerial meeting`."""
    if meeting.act == SUMMONS:
        return words.pgettext("meeting", "summons")
    kind = words.term("meeting", meeting.kind)
    return next((label for label in map(words.label, meeting.concepts) if _names_kind(label, kind)), kind)


def _names_kind(label: str, kind: str) -> bool:
    """`ministerial meeting` is a meeting; `meeting` alone says no more, and `Interparliamentary Meeting` is a body's name."""
    return kind.casefold() in label.split() and label.casefold() != kind.casefold()


def participants_of(meeting: Meeting, desk: Desk) -> str:
    """`Ana Ruiz (Chile) and Per Lund (Norway)`; governments of which nobody is named stand alone."""
    words, countries = desk.words, {person.name: person.country for person in desk.brief.people}
    of = {name: countries.get(name) for name in meeting.people}
    full = desk.naming.full
    ordered = sorted(meeting.people, key=lambda name: of[name] != words.home)  # the reader's own side first
    people = [f"{full(name)} ({words.government_head(code)})" if (code := of[name]) else full(name) for name in ordered]
    named = {*of.values()} if all(of.values()) else {*of.values(), *meeting.participants[: len(meeting.people)]}
    others = [words.government(code) for code in meeting.participants if code not in named]
    if people and others and not all(of.values()):
        return "; ".join((words.list(words.government(code) for code in meeting.participants), words.list(people)))
    at_home = words.home in meeting.participants and words.government(words.home) in others
    return words.list([*others, *people] if at_home else [*people, *others])


def _heading_and_rest(meeting: Meeting, text: str, once: str, words: Words) -> tuple[str, str]:
    """Its kind, with the place that has its sentence; behind it what neither it nor the other columns say."""
    heading = _heading(meeting, words)
    if words.language in meeting.subject or not text:
        return heading, ""
    return (heading, text) if once == text else (f"{heading} ({once})", "")


def _at(meeting: Meeting, words: Words) -> str:
    """Its place as it is put behind the heading."""
    place = (words.label(meeting.place) or meeting.place) if meeting.place else ""
    return f", {place}" if place else ""


def _heading(meeting: Meeting, words: Words) -> str:
    """`Ministerial meeting on security`, `Meeting: Border Commission`, `Call`: its kind with what its own fields say of it."""
    kind, topic = meeting_label(meeting, words), meeting.subject.get(words.language, "")
    if topic[:1].isupper():
        return capital(words.pgettext("a meeting of a body", "%(kind)s: %(body)s", kind=kind, body=topic))
    return words.pgettext("a meeting", "%(kind)s on %(topic)s", kind=capital(kind), topic=topic) if topic else capital(kind)


def _date(meeting: Meeting, desk: Desk) -> str:
    """Its date; nothing where it only says from when on."""
    if not meeting.date or is_open_ended(meeting.date):
        return ""
    return capital(desk.words.date(meeting.date, year=desk.brief.as_of[:4]))
