"""The days of an agenda: `Tuesday, March 3`, `Martes 3 de marzo`, `Lunes 9`, each above what somebody does on it, and none of
them the article's own; and the places with which its entries begin: `Lunes 9. Arica: la ministra recibe …`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.ingest.cues import Cues, fold
from briefing.ingest.datelines import is_names
from briefing.ingest.dates import find_dates
from briefing.ingest.lines import is_prose
from briefing.ingest.parts import without_dates
from briefing.ingest.source import Line
from briefing.model import Span

FEWEST = 2
"""Days of an agenda; a single day without its year may be that of the article."""
DAY_LINE = "day_of_agenda"
"""The rule on such a line."""
_WORD = re.compile(r"[^\W_]")
_YEAR = re.compile(r"\d{4}")
_NUMBERED = re.compile(
    r"[-*•–]?\s*(?P<weekday>[^\W\d_]{3,9})\.?,?\s+\d{1,2}(?:\s+(?:[^\W\d_]{2}\s)?(?P<month>[^\W\d_]{3,10}))?(?P<end>[.:,]?)\s*"
)
"""`Lunes 9`, `Tue 10:`, `Martes 3 de marzo:`, alone or before what is done on it."""
_HOUR_ENDS = re.compile(r"[.,:]?\s+")
_OPENING = re.compile(
    r"(?P<place>[^\W\d_][^\n.:;,()]{2,30}?)(?:\s\((?P<land>[^()\n\d]{3,30})\))?"
    r"(?:\s?(?::|\.\s?[-–—])|(?<=\))\.|(?<=[^\W\d_a-z])\s[-–—])\s+(?=\w)"
)
"""Behind the name a colon or a dash; a bare dash only behind capitals (`SALTO - `), a bare stop only behind the country."""
_DASHED = re.compile(r"(?P<day>[^\n–—]{3,24}?)\s[–—-]\s")
PLACE_WORDS = 4


def days_of_agenda(lines: Sequence[Line], cues: Cues) -> set[int]:
    """The places of the lines that are but a day of the week and its date, each above its own text."""
    headed = (i for i, (line, below) in enumerate(pairwise(lines)) if is_prose(below) and is_day(line, cues))
    days = {index: lines[index].text for index in headed}
    return {*days} if len({*days.values()}) >= FEWEST else set()


def opens_agenda(lines: Sequence[Line], cues: Cues) -> bool:
    """Whether the first of the lines is a day of an agenda, and so no line of the article's head."""
    return is_day(lines[0], cues) and 0 in days_of_agenda(lines, cues)


def is_day(line: Line, cues: Cues) -> bool:
    """`Tuesday, March 3`: without a year, and with nothing beside it."""
    numbered = _numbered(line.text, cues)
    if numbered and numbered.end() == len(line.text):
        return True
    dates = [] if _YEAR.search(line.text) else find_dates(line.text, cues)
    return len(dates) == 1 and dates[0].weekday is not None and not _WORD.search(without_dates(line.text, dates, cues))


def dashed_entries(lines: Sequence[Line], cues: Cues) -> set[int]:
    """The places of the lines that open with a day and a dash, `Nov 3 – The committee meets`: several are no dateline."""
    opened = ((i, _DASHED.match(line.text)) for i, line in enumerate(lines))
    entries = {i for i, match in opened if match and _is_bare_day(match["day"], cues)}
    return entries if len(entries) >= FEWEST else set()


def _is_bare_day(words: str, cues: Cues) -> bool:
    dates = [] if _YEAR.search(words) else find_dates(words, cues)
    return len(dates) == 1 and not _WORD.search(without_dates(words, dates, cues))


def _numbered(text: str, cues: Cues) -> re.Match[str] | None:
    match = _NUMBERED.match(text)
    if not match or fold(match["weekday"]) not in cues.weekdays:
        return None
    return match if not match["month"] or fold(match["month"]) in cues.months else None


def openings_of_entries(lines: Sequence[Line], days: set[int], cues: Cues) -> tuple[list[Span], list[Span]]:
    """The days with which entries open (`Lunes 9. `, `Tue 10: `), and what stands behind these or below a day's line: an hour,
    the name of a place (`Arica: `, `Salto (Uruguay).- `)."""
    numbered = ((i, _numbered(line.text, cues)) for i, line in enumerate(lines) if i not in days)
    opened = {i: match for i, match in numbered if match and match["end"]}
    opened = {i: match for i, match in opened.items() if match["end"] != "," or _behind(lines[i], match.end(), cues)}
    if len({*days, *opened}) < FEWEST:
        return [], []
    first = min({*days, *opened})
    starts = {i: opened[i].end() if i in opened else 0 for i in range(first, len(lines)) if i not in days}
    behind = [span for i, start in starts.items() for span in _behind(lines[i], start, cues)]
    return [_span(lines[i], match) for i, match in opened.items()], behind


def _behind(line: Line, start: int, cues: Cues) -> list[Span]:
    """The hour and the place behind an entry's day."""
    figures = cues.hour.match(line.text, start)
    hour = _HOUR_ENDS.match(line.text, figures.end()) if figures else None
    place = _OPENING.match(line.text, hour.end() if hour else start)
    named = place if place and is_place_name(place["place"], cues) else None
    hours = [Span(line.span.start + start, line.span.start + hour.end())] if hour else []
    return [*hours, *([_span(line, named)] if named else [])]


def _span(line: Line, match: re.Match[str]) -> Span:
    return Span(line.span.start + match.start(), line.span.start + match.end())


def is_place_name(name: str, cues: Cues) -> bool:
    """Names alone, and no section or label of a form: not `Economía: …`, `Place: …`."""
    labelled = fold(name) in cues.labels or bool(cues.sections.fullmatch(name))
    return len(name.split()) <= PLACE_WORDS and is_names(name, cues) and not labelled


__all__ = ["DAY_LINE", "days_of_agenda", "openings_of_entries", "opens_agenda"]
