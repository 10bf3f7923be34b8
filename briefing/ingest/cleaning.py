"""Cleaning by marking: every range of an article that is not its prose gets a `Mark`; no character is changed.

`clean` reads the head, then asks for each line of the body, in this order: is it part of a machine-made summary, does it
meet a rule of the data (advertising, links, captions, credits), is it a heading; does a dateline open it, does a source
list or a dateline stand inside it.  Marks are sorted and never overlap; the first rule that claims a range keeps it.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefing.ingest.agendas import DAY_LINE, dashed_entries, days_of_agenda, openings_of_entries
from briefing.ingest.cues import Cues, load_cues
from briefing.ingest.dated_lines import dated_place, down_to_date, is_printed_date, label_of_date, labelled_day
from briefing.ingest.datelines import BYLINE, Dateline, closing_dateline, inner_datelines, opening_dateline
from briefing.ingest.dates import find_full_dates
from briefing.ingest.furniture import above_the_text, behind_the_text, better_title, end_of_article, is_teaser, repeated
from briefing.ingest.head import read_head
from briefing.ingest.head_so_far import Head
from briefing.ingest.line_cues import credited_agency, is_summary_line, match_line
from briefing.ingest.lines import HEADING_CHARS, is_list_item, is_prose, looks_like_heading, split_lines
from briefing.ingest.outlets import outlet_line
from briefing.ingest.source import Line, Source
from briefing.ingest.turns import transcript, turns
from briefing.model import OPINION, SCRAMBLED, Mark, MarkKind, Span
from briefing.model.marks import PLACE_OF_ENTRY

OF_A_CHRONOLOGY = 3
"""Lines of a day without its year that head what was done on it."""
MAX_HEADING_SHARE = 0.34
"""Where more of the lines look like headings, the file has another shape than assumed, and none is marked."""

OPINION_LINES = 4
"""The first lines, among which a piece is labelled as opinion."""

LABEL_CHARS = 50
"""A line of a label and its value, below the prose."""

OUTLET_LINES = 4
"""The first lines behind the head, among which one may name the outlet."""

LISTS: frozenset[MarkKind] = frozenset({"link_list", "source_list"})
"""The kinds of lines below which a list stands."""

GUESSED = frozenset({"title_line", "title_below_masthead", "genre_line"})
"""The rules that take a line for the title by its place."""

NO_TITLES = frozenset({"office_line", "run_in_heading", DAY_LINE})
"""Headings that are no title of the whole."""

_LIST_END = re.compile(r"(?<=[^\W\d_]{2})\.(?=\s|$)")


@dataclass(slots=True)
class Cleaned:
    """The marks of an article, what its head says, its datelines, and the agencies that it credits."""

    marks: tuple[Mark, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)
    datelines: list[Dateline] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Body:
    """The lines of a body with what the rules have found so far."""

    text: str
    lines: list[Line]
    cues: Cues
    marks: list[Mark]
    taken: set[int] = field(default_factory=set)
    datelines: list[Dateline] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    headings: frozenset[Span] = frozenset()  # of the format
    title: str = ""
    scrambled: bool = False

    def is_link(self, line: Line) -> bool:
        """Whether a line below `Related news` is of the list: an item, a headline, or the first words of an article."""
        asks = len(line.text) <= HEADING_CHARS and line.text.endswith(("?", "!"))
        sign = not any(map(str.isalnum, line.text))  # `-`, between headlines
        return sign or is_list_item(line) or looks_like_heading(line) or asks or is_teaser(line, self.cues)

    def mark(self, index: int, kind: MarkKind, rule: str) -> None:
        self.taken.add(index)
        self.marks.append(Mark(span=self.lines[index].span, kind=kind, rule=rule))


def clean(source: Source) -> Cleaned:
    """Mark what is not prose.

    >>> clean(Source(text="Calm returns to the pass\\nPublicidad\\nTrucks crossed again on Monday, officials said.")).marks
    (Mark(span=Span(start=0, stop=24), kind='title', rule='title_line'),
     Mark(span=Span(start=25, stop=35), kind='advertisement', rule='advertising_line'))
    """
    cues = load_cues()
    head = read_head(source.text, split_lines(source.text), source.marks, cues)
    body = _Body(text=source.text, lines=head.body, cues=cues, marks=[*head.marks, *source.marks])
    body.credits, body.datelines, body.title = head.credits, head.datelines, head.fields.get("title", "")
    body.headings = frozenset(mark.span for mark in source.marks if mark.kind == "heading")
    days = days_of_agenda(body.lines, cues)
    for index in sorted(days):
        body.mark(index, "heading", DAY_LINE)
    tags, places = openings_of_entries(body.lines, days, cues)
    body.marks += [Mark(span=span, kind="heading", rule=DAY_LINE) for span in tags]
    body.marks += [Mark(span=span, kind="section_label", rule=PLACE_OF_ENTRY) for span in places]
    body.taken |= {i for i, line in enumerate(body.lines) if any(m.span.overlaps(line.span) for m in source.marks)}
    _outlet_lines(body, head)
    _stray_dates(body, head)
    for rule in (
        *(_summaries, _end, _cue_lines, _closing_dateline, _transcript, _repeats, _headings, _datelines, _credits),
        *(_source_lists, _turns, _tail),
    ):
        rule(body)
    _title(body, head)
    _dates_of_marks(body, head)
    return Cleaned(
        marks=settle(body.marks),
        fields=head.fields,
        datelines=body.datelines,
        credits=body.credits,
        notes=(*((SCRAMBLED,) if body.scrambled else ()), *((OPINION,) if is_opinion(source.text, cues) else ())),
    )


def is_opinion(text: str, cues: Cues) -> bool:
    """Whether one of the first lines labels the piece as its writer's view: `OPINION`, `Análisis | Lo que no se firmó`."""
    first = [line.strip() for line in text.split("\n") if line.strip()][:OPINION_LINES]
    return any(cues.opinion.fullmatch(line) for line in first)


def prose(text: str, marks: Iterable[Mark]) -> str:
    """The text without its marked ranges: what the article says in its own sentences."""
    pieces: list[str] = []
    start = 0
    for mark in marks:
        pieces.append(text[start : mark.span.start])
        start = mark.span.stop
    return " ".join([*pieces, text[start:]])


def settle(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks sorted, without empty ones and without those that overlap one that came before them."""
    kept: list[Mark] = []
    for mark in marks:
        index = bisect.bisect(kept, mark.span, key=lambda m: m.span)
        neighbours = kept[max(0, index - 1) : index + 1]
        if len(mark.span) and not any(mark.span.overlaps(other.span) for other in neighbours):
            kept.insert(index, mark)
    return tuple(kept)


def _summaries(body: _Body) -> None:
    """A machine-made summary: its heading with the text behind it, or with the paragraph or list below it."""
    for index, line in enumerate(body.lines):
        if index in body.taken:
            continue
        if match := body.cues.machine_summary.match(line.text):
            rest = line.text[match.end() :].strip()
            closes = index - 1 in body.taken and body.marks[-1].kind == "machine_summary"
            block = range(0) if closes else _summary_block(body, index + 1, alone=not rest)
            for member in (index, *block):
                body.mark(member, "machine_summary", "machine_summary")
        elif body.cues.key_points.fullmatch(line.text) and not any(map(is_prose, body.lines[:index])):
            points = list(_run(body, index + 1, is_list_item))
            for member in (index, *points) if len(points) > 1 else ():
                body.mark(member, "machine_summary", "key_points")


def _summary_block(body: _Body, start: int, *, alone: bool) -> range:
    """The lines below a summary's heading that belong to it; `alone` where the heading has no text behind it."""
    gaps = any(line.after_gap for line in body.lines[start + 1 :])
    stop = start
    while stop < len(body.lines):
        first = alone and stop == start
        joined = alone and gaps and not body.lines[stop].after_gap
        if not (first or joined or is_list_item(body.lines[stop])):
            break
        stop += 1
    return range(start, stop)


def _outlet_lines(body: _Body, head: Head) -> None:
    """A line before the prose that names the outlet, with lines between it and the title that nobody knows."""
    for index, line in enumerate(body.lines[:OUTLET_LINES]):
        if index not in body.taken and is_prose(line):
            return
        if index not in body.taken and (found := outlet_line(line, body.cues)):
            head.take_outlet(found, line)
            body.taken.add(index)
            body.marks.append(head.marks[-1])


def _has_no_year(line: Line) -> bool:
    return not re.search(r"\d{4}", line.text)


def _stray_dates(body: _Body, head: Head) -> None:
    """A line of a date that stands apart from the head: behind a deck or a label of its own, or labelled below the text."""
    paragraphs = [index for index, line in enumerate(body.lines) if is_prose(line)]
    front = paragraphs[1] if len(paragraphs) > 1 else 0
    listed = {index for index, line in enumerate(body.lines) if _has_no_year(line) and is_printed_date(line, body.cues)}
    listed = listed if len(listed) >= OF_A_CHRONOLOGY else set()
    for index, line in enumerate(body.lines):
        if index in body.taken or index in listed or front <= index <= (paragraphs or [0])[-1]:
            continue
        if index < front and (found := dated_place(line, body.cues)):  # `Thimphu, October 15`
            body.mark(index, "dateline", "dateline_line")
            body.datelines.append(found)
        if index in body.taken or not is_printed_date(line, body.cues):
            continue
        label = label_of_date(line, body.cues) or (label_of_date(body.lines[index - 1], body.cues) if index else None)
        if index < front or label == "date":
            head.fields.setdefault(label or "date", line.text)
            body.mark(index, "metadata", "stray_date")


def _cue_lines(body: _Body) -> None:
    """Lines that meet a row of the data: advertising, links, captions, bylines, credits, rights …"""
    prose_lines = [i for i, line in enumerate(body.lines) if is_prose(line) and i not in body.taken]
    first, last = (prose_lines[0], prose_lines[-1]) if prose_lines else (len(body.lines), -1)
    for index, line in enumerate(body.lines):
        marked = line.span in body.headings
        if index in body.taken and not marked:
            continue
        cue = match_line(line, body.cues, before_prose=index < first, after_prose=index >= last)
        if not cue or (marked and cue.kind != "link_list"):
            continue
        if not marked:
            body.mark(index, cue.kind, cue.rule)
            body.credits += [name] if (name := credited_agency(line, cue)) else []
        if cue.kind in LISTS and (cue.shape in ("list", "pattern") or line.text.endswith(":")):
            for member in _run(body, index + 1, is_list_item if index < first else body.is_link):
                body.mark(member, cue.kind, cue.rule)


def _run(body: _Body, start: int, wanted: object) -> Iterator[int]:
    for index in range(start, len(body.lines)):
        if index in body.taken or not callable(wanted) or not wanted(body.lines[index]):
            return
        yield index


def _end(body: _Body) -> None:
    """What stands below the line that closes the article."""
    lines = [line for index, line in enumerate(body.lines) if index not in body.taken]
    stop = end_of_article(lines, body.cues)
    below = {line.span for line in lines[stop:]}
    for index, line in enumerate(body.lines):
        if line.span in below:
            body.mark(index, "metadata", "below_the_end")


def _credits(body: _Body) -> None:
    """Who wrote and edited, at the end of a paragraph."""
    for index, line in enumerate(body.lines):
        if index not in body.taken and (match := body.cues.inline_credits.search(line.text)):
            start = match.end() - len(match[0].lstrip())
            span = Span(line.span.start + start, line.span.stop)
            body.marks.append(Mark(span=span, kind="byline", rule="inline_credit"))


def _tail(body: _Body) -> None:
    """Lines behind the last sentence that head nothing."""
    for index in list(behind_the_text(body.lines, body.taken, body.cues)):
        body.mark(index, "link_list", "behind_the_text")


def _title(body: _Body, head: Head) -> None:
    """Another line above the text is its title where the one taken for it tells nothing of the text."""
    marked = {mark.span for mark in body.marks}
    paragraphs = [line for line in body.lines if is_prose(line) and line.span not in marked]
    old = [mark for mark in body.marks if mark.kind == "title"]
    spoken = any(mark.kind in {"speaker", "question"} for mark in body.marks)  # `Remarks at …` is what a talk is called
    if spoken or not paragraphs or any(mark.rule not in GUESSED for mark in old) or ("title" in head.fields and not old):
        return
    headings = [mark.span for mark in body.marks if mark.kind == "heading" and mark.rule not in NO_TITLES]
    lines = [Line(span, span.of(body.text)) for span in sorted(headings) if span < paragraphs[0].span]
    if best := better_title(head.fields.get("title", ""), lines, paragraphs, body.cues):
        swapped = {best.span: Mark(span=best.span, kind="title", rule="title_of_the_text")}
        swapped |= {mark.span: Mark(span=mark.span, kind="heading", rule="above_the_title") for mark in old}
        body.marks = [swapped.get(mark.span, mark) for mark in body.marks]
        head.fields["title"] = best.text


def _dates_of_marks(body: _Body, head: Head) -> None:
    """`This story was first published on May 5, 2025. It was updated on May 6, 2025.`: the day, of a line that is no prose."""
    words = (mark.span.of(body.text) for mark in body.marks if mark.kind == "metadata" and mark.rule != "front_matter")
    if "date" not in head.fields and (day := next((day for line in words if (day := labelled_day(line, body.cues))), None)):
        head.fields["date"] = day


def _repeats(body: _Body) -> None:
    """Lines that another line says again; not those of a talk, where words come back."""
    if any(mark.kind in {"speaker", "question"} for mark in body.marks):
        return
    for index in list(repeated(body.lines, body.taken, body.title)):
        body.mark(index, "heading", "repeated_line")


def _closing_dateline(body: _Body) -> None:
    """The last line that is not taken, or the last two: a place or an office, and a date."""
    left = [n for n, line in enumerate(body.lines) if n not in body.taken and not is_label(line, body.cues)]
    left = [*down_to_date(body.lines, left, body.cues)]
    for count in (2, 1):
        ends = left[-count:]
        if len(left) <= count or ends[-1] - ends[0] >= count:
            continue
        words = body.text[body.lines[ends[0]].span.start : body.lines[ends[-1]].span.stop]
        if found := closing_dateline(words, body.lines[ends[0]].span.start, body.cues):
            body.taken |= set(ends)
            body.marks.append(Mark(span=found.span, kind="dateline", rule=found.rule))
            body.datelines.append(found)
            return
    last = left[-1] if len(left) > 1 else 0
    if last > 0 and is_printed_date(body.lines[last], body.cues):  # `Lima, 3 May 2026. Press Office`
        body.mark(last, "dateline", "closing_line_of_date")
        date = next(iter(find_full_dates(body.lines[last].text, body.cues)), None)
        body.datelines.append(Dateline(span=body.lines[last].span, rule="closing_line_of_date", date=date))


def is_label(line: Line, cues: Cues) -> bool:
    """`Last update: about 2 hours ago`: short, of a known label, and without a date."""
    labelled = len(line.text) < LABEL_CHARS and bool(cues.label_line.fullmatch(line.text))
    return labelled and not is_printed_date(line, cues)


def _transcript(body: _Body) -> None:
    """The turns of a transcript, before `CANCILLER RUIZ.-` is taken for a dateline."""
    marks = transcript([line for index, line in enumerate(body.lines) if index not in body.taken], body.cues)
    body.marks += marks
    starts = [mark.span.start for mark in marks]
    body.taken |= {index for index, line in enumerate(body.lines) if line.span.start in starts}


def _headings(body: _Body) -> None:
    """A short line without a stop above a paragraph of prose."""
    found = [
        i
        for i, (line, below) in enumerate(zip(body.lines, body.lines[1:], strict=False))
        if i not in body.taken and looks_like_heading(line) and is_prose(below) and i + 1 not in body.taken
    ]
    for index in list(above_the_text(body.lines, body.taken, body.cues)):
        body.mark(index, "heading", "above_the_text")
    found = [index for index in found if index not in body.taken]
    if len(found) <= max(2.0, MAX_HEADING_SHARE * len(body.lines)):
        for index in found:
            body.mark(index, "heading", "heading_line")


def _datelines(body: _Body) -> None:
    """Datelines at the start of paragraphs; one inside a paragraph says that the sentences are out of order."""
    opened = False
    entries = dashed_entries(body.lines, body.cues)
    for index, line in enumerate(body.lines):
        # it has its own line, or `… dijo:`
        if index in body.taken | entries or not (is_prose(line) or line.text[-1] in "-–—:"):
            continue
        found = opening_dateline(body.text, line.span.start, body.cues, first=not opened)
        inner = inner_datelines(body.text, Span(found.span.stop if found else line.span.start, line.span.stop), body.cues)
        body.scrambled |= bool(inner)
        opened = True
        for dateline in [*([found] if found else []), *inner]:
            kind: MarkKind = "byline" if dateline.rule == BYLINE else "dateline"
            body.marks.append(Mark(span=dateline.span, kind=kind, rule=dateline.rule))
            body.datelines.append(dateline)


def _source_lists(body: _Body) -> None:
    """`Sources consulted: …` to its full stop; in the middle of a paragraph it is one more sign of disorder."""
    for index, line in enumerate(body.lines):
        if index in body.taken:
            continue
        for match in body.cues.source_list.finditer(line.text):
            end = _LIST_END.search(line.text, match.end())
            stop = end.end() if end else len(line.text)
            span = Span(line.span.start + match.start(), line.span.start + stop)
            body.marks.append(Mark(span=span, kind="source_list", rule="source_list"))
            body.scrambled |= match.start() > 0 and bool(line.text[stop:].strip())


def _turns(body: _Body) -> None:
    """The questions of an interview and headings in capitals, where nothing else has claimed the line."""
    if any(mark.kind in {"speaker", "question"} for mark in body.marks):
        return
    body.marks += turns([line for index, line in enumerate(body.lines) if index not in body.taken], body.cues)


__all__ = ["Cleaned", "clean", "is_summary_line", "prose", "settle"]
