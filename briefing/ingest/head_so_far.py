"""What the head of a text has told so far, and what its lines say of the kind of text that its title is of."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.ingest.cues import Cues
from briefing.ingest.datelines import Dateline
from briefing.ingest.dates import find_dates
from briefing.ingest.outlets import (
    OutletLine,
    is_genre_title,
    is_office,
    outlet_beside_dates,
    parts_of,
    title_below,
)
from briefing.ingest.parts import without_dates
from briefing.ingest.source import Line
from briefing.model import Mark, MarkKind, Span

SET_OFF = ("(", ",", "-", "–", "—", "|")


LONG_TITLE = 6
"""Words of a title that says of what a talk is the transcript."""


@dataclass(slots=True)
class Head:
    """What the head says (`fields`), its marks, and the lines of the body that follow it."""

    body: list[Line]
    fields: dict[str, str] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    datelines: list[Dateline] = field(default_factory=list)

    def mark(self, span: Span, kind: MarkKind, rule: str) -> None:
        self.marks.append(Mark(span=span, kind=kind, rule=rule))

    def take_outlet(self, found: OutletLine, line: Line) -> None:
        self.fields.setdefault("outlet", found.outlet)
        if found.date:
            self.fields.setdefault("date", found.date)
        self.mark(line.span, "metadata", "outlet_line")

    def take_publisher(self, line: Line, cues: Cues) -> None:
        """The outlet that a line with the date names as one of its parts."""
        if name := outlet_beside_dates(line.text, cues):
            self.fields.setdefault("outlet", name)


def is_dated_title(head: Head, line: Line, cues: Cues) -> bool:
    """`Ministry of Trade of Chad - Press Briefing, June 11, 2026`, `Transcript of the Weekly Briefing … (June 11, 2026)` above
    the talk: whose or whereof and what, and no other title."""
    parts = [part.strip() for part in parts_of(without_dates(line.text, find_dates(line.text, cues), cues), commas=True)]
    office = any(is_office(Line(Span(0, len(part)), part), cues) for part in parts)
    told = (office and any(is_genre_title(part, cues) for part in parts)) or is_talk_of(line, cues) or is_briefing(line, cues)
    dated = told and bool(find_dates(line.text, cues))
    return dated and "title" not in head.fields and not title_below(head.body[1:], cues)


def is_talk_of(line: Line, cues: Cues) -> bool:
    """`Transcript of the Weekly Media Briefing by the Spokesperson (…)`: a kind of text, and of what."""
    words = line.text.split()
    opened = (n for n in (1, 2) if len(words) >= LONG_TITLE and words[n] in cues.particles)
    return has_date_apart(line, cues) and any(is_genre_title(" ".join(words[:n]), cues) for n in opened)


def has_date_apart(line: Line, cues: Cues) -> bool:
    return any(line.text[: date.span.start].rstrip().endswith(SET_OFF) for date in find_dates(line.text, cues))


def is_briefing(line: Line, cues: Cues) -> bool:
    """`Trade Department Daily Briefing, 3 May 2026`, `Briefing by Foreign Ministry Spokesman Per Lund, Oslo, 3 May 2026`."""
    named = cues.briefings.search(line.text) is not None and len(line.text.split()) >= LONG_TITLE
    return named and has_date_apart(line, cues)


def is_office_with_genre(line: Line, cues: Cues) -> bool:
    """`Federal Ministry for Trade – Press release`: who issues the text, and what kind of text it is."""
    parts = parts_of(line.text, commas=False)
    if len(parts) < 2 or not is_office(Line(Span(0, len(parts[0])), parts[0]), cues):
        return False
    return all(is_genre_title(part, cues) for part in parts[1:])
