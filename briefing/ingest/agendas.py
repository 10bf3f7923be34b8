"""The days of an agenda: `Tuesday, March 3`, `Martes 3 de marzo`, each above what somebody does on it, and none of them the
article's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.ingest.cues import Cues
from briefing.ingest.dates import find_dates
from briefing.ingest.lines import is_prose
from briefing.ingest.parts import without_dates
from briefing.ingest.source import Line

FEWEST = 2
"""Days of an agenda; a single day without its year may be that of the article."""
DAY_LINE = "day_of_agenda"
"""The rule on such a line."""
_WORD = re.compile(r"[^\W_]")
_YEAR = re.compile(r"\d{4}")


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
    dates = [] if _YEAR.search(line.text) else find_dates(line.text, cues)
    return len(dates) == 1 and dates[0].weekday is not None and not _WORD.search(without_dates(line.text, dates, cues))


__all__ = ["DAY_LINE", "days_of_agenda", "opens_agenda"]
