"""The rows of a table of meetings."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from briefing import edtf
from briefing.localize import VOCABULARIES
from briefing.model import BriefPerson, Language, Meeting
from briefing.model.known_rows import SUMMONS
from briefing.model.letters import capital
from briefing.model.marks import SUSPENDED
from briefing.render.desk import Desk, Fields, told_from
from briefing.render.provenance import OWN_WORDS, attribution_of, counts_of, doubts_of, named_or_counted
from briefing.render.sections.items import in_language, joined, line_fields, once_fields
from briefing.render.sections.reported import reported_on
from briefing.render.sections.row_days import without_its_day
from briefing.render.sections.told import same_line
from briefing.render.words import Words

MOST_ADDED = 2
"""Notes with what articles that the row does not show add to it."""


def meeting_list(meetings: Sequence[Meeting], desk: Desk) -> list[Fields]:
    """A row for each meeting; a sentence that announces several stands in the first row only."""
    rows: list[Fields] = []
    for meeting in meetings:
        row = meeting_fields(meeting, desk)
        before = next((row for other, row in zip(meetings, rows, strict=False) if same_line(other, meeting)), None)
        if before:
            day = "" if before["date"] in {row["date"], undated(meeting, desk)} else before["date"]  # the row above it
            see = capital(desk.words.pgettext("in a cell", "see %(section)s", section=day)) + "." if day else ""
            see = " ".join(part for part in (see, row["matter"]) if part)
            row |= {
                "heading": _heading(meeting, desk.words, meeting.name.get(desk.words.language, "")),
                "text": see,
                "subject": see,
                "original": "",
                "note": "" if before["sources"] == row["sources"] else row["note"],
            }
        rows.append(row)
    return rows


def meeting_fields(meeting: Meeting, desk: Desk) -> Fields:
    words = desk.words
    rival = rival_statuses(meeting, desk)
    status = words.list([_status(one, words) for one in rival], "or") if rival else own_status(meeting, words)
    status = status if rival else announced_before(meeting, desk) or status
    moved = (
        words.pgettext("behind a meeting", "moved from %(date)s", date=_moved_from(meeting, desk)) if meeting.moved_from else ""
    )
    # Where sources stand by name, space is short, and that what is upcoming has been announced goes without saying.
    plain = meeting.status == "held" or (meeting.status == "upcoming" and desk.sources.style == "attribution")
    count = counts_of(meeting, desk) if desk.sources.style == "attribution" else named_or_counted(meeting, desk)
    said = attribution_of(meeting, desk) if words.language in meeting.subject else ""  # which its sentence would say
    parts = ["" if plain and not moved else status, moved, said, *doubts_of(meeting, desk), _inferred(meeting, desk), count]
    assurances = [part for part in parts if part]
    line = line_fields(meeting, desk)
    once = once_fields(meeting, line, desk)
    elsewhere = bool(line["text"]) and once["text"] != line["text"]  # its sentence stands in another part of the memo
    matter = matter_line(meeting, desk, elsewhere=elsewhere)
    line |= {"text": ""} if rival else {}  # which would tell one side as settled
    told = meeting if not matter or meeting.matter_basis.get(words.language) == "verbatim" else without_topics(meeting, words)
    heading, subject = _heading_and_rest(told, line["text"], once["text"] if elsewhere else "", words)
    subject = (
        without_its_day(subject, _days_in_the_column(meeting, desk), words.language) if _is_told(meeting, desk) else subject
    )
    line = once if meeting.status == "held" else line | {"note": once["note"]}
    return line | {
        "note": line["note"] + what_adds(meeting, matter, desk),
        "date": _date(meeting, desk) or undated(meeting, desk),
        "kind": capital(meeting_label(meeting, words)),
        "heading": heading,
        "at": _at(meeting, words),
        "subject": " ".join(part for part in (subject, matter) if part),
        "matter": matter,
        "topics": words.list(words.label(concept) for concept in meeting.concepts),
        "place": (words.label(meeting.place) or meeting.place) if meeting.place else "—",
        "participants": capital(participants_of(meeting, desk)) or "—",
        "status": status,
        "certainty": joined(assurances),
        "assurances": assurances,
    }


def _is_told(meeting: Meeting, desk: Desk) -> bool:
    """Whether its line is no quotation."""
    return meeting.basis.get(desk.words.language) not in {None, "verbatim"}


def _days_in_the_column(meeting: Meeting, desk: Desk) -> list[str]:
    """Its day as lines write it, with and without the year; where the sources differ, each of theirs."""
    disputed = [c for c in desk.brief.conflicts if c.field == "date" and c.id in meeting.conflicts and not c.omit]
    days = {str(value.value) for conflict in disputed for value in conflict.values} | {meeting.date or ""}
    shown = _date(meeting, desk)
    years = (None, desk.brief.as_of[:4])
    written = {desk.words.date(day, year=year) for day in sorted(days - {""}) for year in years} if shown else set()
    return sorted(written, key=lambda day: (-len(day), day))


def rival_statuses(meeting: Meeting, desk: Desk) -> tuple[str, ...]:
    """What became of it as the sources differ: `canceled`, `postponed`."""
    found = (c for c in desk.brief.conflicts if c.id in meeting.conflicts and c.field == "account" and not c.omit)
    values = (tuple(str(value.value) for value in conflict.values) for conflict in found)
    return next((one for one in values if {*one} <= {*VOCABULARIES["status"]}), ())


OFF = frozenset({"cancelled", "postponed"})
"""What may have become of a meeting that has no day any more."""


def is_called_off(meeting: Meeting, desk: Desk) -> bool:
    """Canceled, as far as no source has it take place; of one canceled or postponed, where nobody gives another day."""
    said = {*(rival_statuses(meeting, desk) or (meeting.status,))}
    return said == {"cancelled"} or (said == OFF and not meeting.date)


def own_status(meeting: Meeting, words: Words) -> str:
    """`suspended`, of what no source cancels."""
    if meeting.status == "cancelled" and SUSPENDED in meeting.rules:
        return words.pgettext("meeting status", "suspended")
    return _status(meeting.status, words)


def _status(status: str, words: Words) -> str:
    return words.pgettext("meeting status", "announced") if status == "upcoming" else words.term("status", status)


def announced_before(meeting: Meeting, desk: Desk) -> str:
    """Of a meeting that was announced for a day gone by."""
    last, today = edtf.bounds(meeting.date)[1] if meeting.date else None, edtf.bounds(desk.brief.as_of)[0]
    gone_by = meeting.status == "unconfirmed" and last is not None and today is not None and last < today
    return desk.words.pgettext("meeting status", "announced beforehand") if gone_by else ""


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
    if meeting.kind == "call":
        return kind  # a telephone call says no more
    return next((label for label in map(words.label, meeting.concepts) if _names_kind(label, kind)), kind)


def _names_kind(label: str, kind: str) -> bool:
    """`ministerial meeting` is a meeting; `meeting` alone says no more, and `Interparliamentary Meeting` is a body's name."""
    return kind.casefold() in label.split() and label.casefold() != kind.casefold()


def participants_of(meeting: Meeting, desk: Desk) -> str:
    """`Ana Ruiz (foreign minister, Chile) and Per Lund (Norway)`; governments of which nobody is named stand alone."""
    words, known = desk.words, {person.name: person for person in desk.brief.people}
    of = {name: known[name].country if name in known else None for name in meeting.people}
    ordered = sorted(meeting.people, key=lambda name: of[name] != words.home)  # the reader's own side first
    people = [_with_office(name, known.get(name), desk) for name in ordered]
    named = {*of.values()} if all(of.values()) else {*of.values(), *meeting.participants[: len(meeting.people)]}
    others = [words.government(code) for code in meeting.participants if code not in named]
    unplaced = not any(of.values()) and len(meeting.participants) > 1  # `The Chadian side was led by General Omar Bashir`
    if people and (others or unplaced) and not all(of.values()):
        return "; ".join((words.list(words.government(code) for code in meeting.participants), words.list(people)))
    at_home = words.home in meeting.participants and words.government(words.home) in others
    return words.list([*others, *people] if at_home else [*people, *others])


def _with_office(name: str, person: BriefPerson | None, desk: Desk) -> str:
    """`Ana Ruiz (foreign minister, Chile)`: what a row tells without the lines above it."""
    country = desk.words.government_head(person.country) if person and person.country else ""
    office = (person.role or person.title).get(desk.words.language, "") if person else ""
    told = ", ".join(part for part in (office, country) if part)
    return f"{desk.naming.full(name)} ({told})" if told else desk.naming.full(name)


def _heading_and_rest(meeting: Meeting, text: str, elsewhere: str, words: Words) -> tuple[str, str]:
    """Its kind, with the place that has its sentence; behind it what neither it nor the other columns say."""
    if elsewhere:
        return f"{_heading(meeting, words, meeting.name.get(words.language, ''))} ({elsewhere})", ""
    made = words.language in meeting.subject
    return _heading(meeting, words, meeting.name.get(words.language, "") if made else ""), "" if made else text


def matter_line(meeting: Meeting, desk: Desk, *, elsewhere: bool = False) -> str:
    """What it is about, unless the words of its own line say so and that line is printed here."""
    language = desk.words.language
    matter, rung = meeting.matter.get(language, ""), meeting.matter_basis.get(language)
    told = has_matter(meeting, language) or (rung == "verbatim" and _has_own_sentence(meeting, desk))
    if not matter or (told and not elsewhere):
        return ""
    if rung != "verbatim":
        return matter
    piece = next((piece for piece in meeting.agenda if piece.text == matter), meeting.agenda[0])
    spoken = desk.sources.language(piece)
    exact = desk.sources.sentence(matter, spoken, "" if spoken == language else f" {in_language(spoken, desk.words)}")
    return desk.words.pgettext("of a meeting", "Subject: %(words)s", words=exact)


def _has_own_sentence(meeting: Meeting, desk: Desk) -> bool:
    """Whether its line is a sentence of the edition's language: beside that, foreign words say the same again."""
    told, language = told_from(meeting, desk), desk.words.language
    return told is not None and meeting.basis.get(language) in OWN_WORDS and desk.sources.language(told) == language


def has_matter(meeting: Meeting, language: Language) -> bool:
    """Whether its line is a source's sentence, or one told from it, that has the words which say what it is about."""
    if language in meeting.subject:
        return False  # made of its fields
    told = meeting.evidence[meeting.told_from[language]] if language in meeting.told_from else None
    anew = told if meeting.basis.get(language) in {"frame", "translated"} else None
    text = meeting.text.get(language, "")
    return any(
        bare_words(piece.text) in bare_words(text) or (anew is not None and piece.is_within(anew)) for piece in meeting.agenda
    )


def without_topics(meeting: Meeting, words: Words) -> Meeting:
    """Where its matter says more than its topics do; the name of a body is no topic."""
    topic = meeting.subject.get(words.language, "")
    return dataclasses.replace(meeting, subject={**meeting.subject, words.language: ""}) if topic[:1].islower() else meeting


def bare_words(text: str) -> str:
    """Without the marks that editions write otherwise."""
    words = " ".join(re.findall(r"\w+", text.casefold()))
    return f" {words} "


def what_adds(meeting: Meeting, matter: str, desk: Desk) -> str:
    """A note with the exact words behind its sentence: those that say where it is or who is there, and those told anew."""
    told = matter and meeting.matter_basis.get(desk.words.language) == "frame"
    adding = (*meeting.further, *(meeting.agenda[:1] if told else ()))
    shown = (told_from(meeting, desk) or meeting.evidence[0]).article  # what another article has is not in the row
    told_here = [piece for piece in meeting.evidence if piece.article == shown]
    unsaid = [piece for piece in adding if not any(piece.is_within(other) for other in told_here)]
    new = [piece for piece in unsaid if not desk.sources.has_printed(piece.text)]
    notes = new if desk.sources.style == "footnote" else []
    return "".join(desk.sources.cite([piece]) for piece in notes[:MOST_ADDED])


def _at(meeting: Meeting, words: Words) -> str:
    """Its place as it is put behind the heading."""
    place = (words.label(meeting.place) or meeting.place) if meeting.place else ""
    return f", {place}" if place else ""


def _heading(meeting: Meeting, words: Words, name: str = "") -> str:
    """`Ministerial meeting on security`, `Meeting: Border Commission`, `Call`: its kind with what its own fields say of it."""
    kind, topic = meeting_label(meeting, words), name or meeting.subject.get(words.language, "")
    if name or topic[:1].isupper():
        return capital(words.pgettext("a meeting of a body", "%(kind)s: %(body)s", kind=kind, body=topic))
    return words.pgettext("a meeting", "%(kind)s on %(topic)s", kind=capital(kind), topic=topic) if topic else capital(kind)


def undated(meeting: Meeting, desk: Desk) -> str:
    """That no source gives its day, and when the one that tells it did: `Date not stated; reported May 12`."""
    told = reported_on(meeting, "", desk) if meeting.status == "held" else ""
    return "; ".join(part for part in (capital(desk.words.gettext("date not stated")), told) if part)


def _date(meeting: Meeting, desk: Desk) -> str:
    """Its date; nothing where it only says from when on."""
    date = desk.date_of(meeting)
    if not date or edtf.is_open_ended(date):
        return ""
    return capital(desk.words.date(date, year=desk.brief.as_of[:4]))
