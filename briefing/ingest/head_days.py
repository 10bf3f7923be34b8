"""The day that a line of an article's head or foot ends with, beside what no rule of heads knows: a correspondent, an edition.

`Harbour Weekly — from our correspondent, May 7`, `Corresponsal en Lima · 1 oct.`, `El Faro, jueves 17`: the weakest of what is
written, so it is believed only where it lies in the days before the brief.  Of a weekday alone (`Punta Roja, Thursday`) the
others must say which one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import takewhile

from briefing.ingest.cues import Cues, fold
from briefing.ingest.datelines import is_names
from briefing.ingest.dates import WrittenDate, find_dates
from briefing.model import Language, Span

HEAD_LINES = 5
FOOT_LINES = 3
LONGEST = 140
"""Characters of such a line: a longer one is prose, and so is what stands below it."""
_SEPARATED = re.compile(r"(?:^|[,|·•–—(.]\s*|\s-\s+)$")
_CLOSED = re.compile(r"[\s).,|]*(?:\((?P<name>[^()\d]*)\))?$")
_PARTS = re.compile(r"[|·•–—(]|\s-\s|\.\s")
MOST_WORDS = 4
"""Of a part that is no name: `by our correspondent, May 7`; `The ministers open their forum in Kisumu, 15 May` is a title."""
MOST_BESIDE = 10
"""Words of a line that says no more than whose text it is and of which day."""
DASHES = "-–—"
"""A dateline ends with one."""
_ENTRY = re.compile(r"\s*:")
"""Behind the day of an agenda's entry: `Monday 16: …`."""
_LAST_WORDS = re.compile(r"(?P<word>[^\W\d_]+)\.?,?(?:\s+(?P<day>\d{1,2}))?[\s).|]*$")


def day_of_a_line(text: str, cues: Cues, language: Language) -> WrittenDate | None:
    """The first such day, those of the foot behind those of the head.

    >>> from briefing.ingest.cues import load_cues
    >>> day = day_of_a_line("Harbour Weekly — from our correspondent, May 7\\n", load_cues(), "en")
    >>> (day.month, day.day)
    (5, 7)
    """
    found = (_day_at_an_edge(line, cues, language, most) for line, most in _edges(text))
    return next((day for day in found if day is not None), None)


def ends_with_a_day(line: str, cues: Cues, *, titled: bool) -> bool:
    """Whether a line is a few words and the day, or the weekday, of an article: `La Ribera — del norte — jueves 16/7/26`.

    Above the title none but names stand by the day: `Regular press conference, May 3` may be the title.
    """
    ordered = next((code for code, order in cues.numeric_order.items() if order), "")
    few = len(line.split()) <= MOST_BESIDE and len(line) <= LONGEST and line[-1] not in DASHES
    return (
        few
        and (_day_at_an_edge(line, cues, ordered, MOST_WORDS if titled else 0) or _weekday_at_the_end(line, cues)) is not None
    )


def weekday_of_a_line(text: str, cues: Cues) -> int | None:
    """That of `Punta Roja, Thursday`, `Entrevista editada. Jueves.`: 1 is Monday."""
    found = (_weekday_at_the_end(line, cues) for line, most in _edges(text) if most)
    return next((weekday for weekday in found if weekday), None)


def _weekday_at_the_end(line: str, cues: Cues) -> int | None:
    last = _LAST_WORDS.search(line)
    before = line[: last.start()] if last else ""
    if last is None or last["day"] or not (_SEPARATED.search(before) and _is_of_a_name(before, cues, 0)):
        return None
    return cues.weekdays.get(fold(last["word"]))


def only_such_day(weekday: int, window: str) -> str | None:
    """The one day of an interval that is such a weekday."""
    first, _, last = window.partition("/")
    if not last:
        return None
    start, stop = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    days = (start + dt.timedelta(step) for step in range((stop - start).days + 1))
    fitting = [day.isoformat() for day in days if day.isoweekday() == weekday]
    return fitting[0] if len(fitting) == 1 else None


def _edges(text: str) -> Iterator[tuple[str, int]]:
    """The short lines above the first long one, then those below the last, each with the words that need be no name: a
    picture's caption (`Lorries at the bridge, 19 May`) stands below."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for several, most in ((lines[:HEAD_LINES], MOST_WORDS), (lines[: HEAD_LINES - 1 : -1][:FOOT_LINES], 0)):
        yield from ((line, most) for line in takewhile(lambda line: len(line) <= LONGEST, several))


def _day_at_an_edge(line: str, cues: Cues, language: Language, most: int) -> WrittenDate | None:
    dates = find_dates(line, cues, language)
    if len(dates) != 1:
        return None if dates else _weekday_and_number(cues.clock.sub(" ", line), cues)
    before = _without_weekday(cues.clock.sub(" ", line[: dates[0].span.start]), cues)
    behind = cues.clock.sub(" ", line[dates[0].span.stop :])
    if dates[0].day is None or not _SEPARATED.search(before) or _ENTRY.match(behind):
        return None
    closed = _CLOSED.match(behind)
    ends = closed is not None and is_names(closed["name"] or "", cues) and _is_of_a_name(before, cues, most)
    return dates[0] if ends or (is_names(before, cues) and is_names(behind, cues)) else None


def _is_of_a_name(before: str, cues: Cues, most: int) -> bool:
    """Whether the part in which the day stands is a name, or a few words."""
    part = _PARTS.split(before)[-1].strip(" ,")
    return ":" not in part and (is_names(part, cues) or len(part.split()) <= most)


def _without_weekday(before: str, cues: Cues) -> str:
    """`Diario del Lago, viernes ` of `Diario del Lago, viernes 6/11/26`."""
    last = _LAST_WORDS.search(before)
    return before[: last.start()] if last and not last["day"] and fold(last["word"]) in cues.weekdays else before


def _weekday_and_number(words: str, cues: Cues) -> WrittenDate | None:
    """`El Faro, jueves 17`."""
    last = _LAST_WORDS.search(words)
    weekday = cues.weekdays.get(fold(last["word"])) if last and last["day"] else None
    if last is None or weekday is None or not 1 <= int(last["day"]) <= 31 or not _SEPARATED.search(words[: last.start()]):
        return None
    return WrittenDate(span=Span(*last.span("day")), year=None, month=None, day=int(last["day"]), weekday=weekday)


__all__ = ["day_of_a_line", "ends_with_a_day", "only_such_day", "weekday_of_a_line"]
