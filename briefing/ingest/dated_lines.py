"""Lines that date an article: a printed date with what stands beside it, a place and a date, a by-line with a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from briefing.ingest.cues import Cues, fold
from briefing.ingest.datelines import Dateline, closing_dateline
from briefing.ingest.dates import WrittenDate, find_dates, find_full_dates, has_timestamp
from briefing.ingest.lines import ends_with_stop
from briefing.ingest.outlets import is_genre_title, parts_of
from briefing.ingest.parts import is_head_part, without_dates
from briefing.ingest.source import Line
from briefing.model.letters import LOWER, UPPER

META_CHARS = 140
BELOW_DATE = 3
BARE_CHARS = 50
"""How many lines may stand below the date of a notice, and how long one is."""
LABEL_REACH = 16
"""Characters before a date that may hold its label."""
CATEGORY_WORDS = 6
_SIGN_BETWEEN = re.compile(r"\s*[|·–-]\s*")
PLACE_COMMA = re.compile(r"[^\d,]{2,40}(?:,[^\d,]{2,30})?,\s")


def is_printed_date(line: Line, cues: Cues) -> bool:
    """A line of a date and nothing else but labels, a time of day, a byline; with a time stamp also categories."""
    if len(line.text) > META_CHARS or not any(map(str.isdigit, line.text)):
        return False
    # Which of 3/2/2026 is the month does not matter here; the article's language will tell.
    some_order = next((code for code, order in cues.numeric_order.items() if order), None)
    written = find_dates(line.text, cues, some_order)
    dates = [date for date in written if date.edtf] or (written if len(written) == 1 and written[0].year is None else [])
    if not dates:
        return False
    rest = without_dates(line.text, dates, cues)
    words = re.findall(r"[^\W\d_][\w.’'-]*", rest)
    alone = len(words) <= (CATEGORY_WORDS if has_timestamp(line.text) else 1)
    return (
        (alone and (dates[0].year is not None or not words))
        or is_byline(line, cues)
        or (dates[0].year is not None and (_posted(line, words, cues) or _is_of_a_genre(line, dates[0], rest, cues)))
        or (
            dates[0].year is not None and len({date.edtf for date in dates}) == 1 and is_names_apart(line, dates[0], rest, cues)
        )
    )


def is_names_apart(line: Line, date: WrittenDate, rest: str, cues: Cues) -> bool:
    """`Redacción - Quito - 05/03/2025 - 18:30`, `5 de marzo de 2025 | Rabat`: names and the like, parted from the date."""
    before, behind = line.text[: date.span.start], line.text[date.span.stop :]
    if is_place_and_date(line, cues) or line.text[-1] in "-–—":  # a dateline's own dash
        return False
    parts = parts_of(_IN_BRACKETS.sub(" ", rest), commas=True)
    firm = bool(_SIGN_BEFORE.search(before) or _SIGN_BEHIND.match(behind))
    if _NAMED_PAPER.fullmatch(before) and not behind.strip(" ."):
        return True
    parted = firm or bool(_COMMA_BEFORE.search(before) and len(parts) > 1)
    return parted and all(is_head_part(part, cues) for part in parts)


_IN_BRACKETS = re.compile(r"\([^()\d|]*\)")
"""What is said of a name in brackets; not the place of a date taken out."""
_LETTER = re.compile(r"[^\W\d_]")
_NAMED_PAPER = re.compile(rf"[{UPPER}][\w’'-]+ (?:[{LOWER}]{{2,3}} )?[{UPPER}][\w’'-]+, ")
"""`Andes en Quechua, 3 de mayo de 2025`: two words with capitals and at most a small one between them."""
_SIGN_BEFORE = re.compile(r"(?:[|·•/–—(.]|\s-|\s{3})\s*(?:[^\W\d_]{2,30},\s*)?$")
"""A sign before the date, or before the one name that stands with it: `| Santiago, 3 de mayo de 2025`."""
_SIGN_BEHIND = re.compile(r"\s*(?:[|·•/–—).]|-\s)")
_COMMA_BEFORE = re.compile(r",\s*$")


def _is_of_a_genre(line: Line, date: WrittenDate, rest: str, cues: Cues) -> bool:
    """`08.05.2026 – Press release – Electricity grids`, `Press release 08.05.2026 14.05`: the day, the genre, what else."""
    parts = parts_of(rest, commas=False)
    if is_genre_title(line.text[: date.span.start], cues):
        return not _LETTER.search(cues.clock.sub("", line.text[date.span.stop :]))
    return date.span.start <= 1 and len(parts) > 1 and is_genre_title(parts[0], cues) and not ends_with_stop(line)


def _posted(line: Line, words: list[str], cues: Cues) -> bool:
    """`The Harbour Review · Posted: Nov 13, 2025 6:00 AM EST`: names, and a label that says what the date is."""
    labelled = label_of_date(line, cues) == "date"
    named = all(word[0].isupper() for word in words if word.casefold() not in cues.particles)
    return labelled and named and len(words) <= CATEGORY_WORDS and not ends_with_stop(line)


def label_of_date(line: Line, cues: Cues) -> str | None:
    """What the label in a line says that its date, or that below it, is: `Updated on:`, `Published`."""
    fields = (cues.labels.get(fold(" ".join(match[0].rstrip(": ").split()))) for match in cues.label_words.finditer(line.text))
    return next((name for name in fields if name in ("date", "updated")), None)


def labelled_day(text: str, cues: Cues) -> str | None:
    """The whole day, as it is written, right behind a label of publication: `… first published on May 5, 2025.`"""
    for date in find_full_dates(text, cues):
        label = cues.label_words.search(text[max(0, date.span.start - LABEL_REACH) : date.span.start])
        if label and cues.labels.get(fold(" ".join(label[0].rstrip(": ").split()))) == "date":
            return date.span.of(text)
    return None


def is_byline(line: Line, cues: Cues) -> bool:
    return any(cue.kind == "byline" and cue.where != "tail" and cue.regex.match(line.text) for cue in cues.lines)


def is_place_and_date(line: Line, cues: Cues) -> bool:
    return dated_place(line, cues) is not None


def dated_place(line: Line, cues: Cues) -> Dateline | None:
    """The dateline that a line of its own is: `Sofía, 3 de marzo de 2025`."""
    hour = cues.hour.match(line.text)
    sign = _SIGN_BETWEEN.match(line.text, hour.end()) if hour else None  # `12:00 | Lima, nov. 11.`
    start = sign.end() if sign else 0
    text = line.text[start:]
    found = closing_dateline(text, line.span.start + start, cues, yearless=True) if PLACE_COMMA.match(text) else None
    return replace(found, span=line.span) if found else None


def down_to_date(lines: Sequence[Line], left: Sequence[int], cues: Cues) -> Sequence[int]:
    """Without what may stand below the date line of a notice: who signs it, or a button (`Compartir esta noticia`)."""
    below = list(takewhile(lambda n: is_bare(lines[n]), reversed(left[-BELOW_DATE:])))
    above = left[: len(left) - len(below)]
    return above if below and len(above) > 1 and is_place_and_date(lines[above[-1]], cues) else left


def is_bare(line: Line) -> bool:
    """A few words without a stop or a figure."""
    return len(line.text) < BARE_CHARS and line.text[-1].isalnum() and not any(map(str.isdigit, line.text))


def is_date_line(line: Line, cues: Cues) -> bool:
    return bool(cues.date_prefix.fullmatch(line.text))


def is_head_line(line: Line, cues: Cues) -> bool:
    """A line that dates the article, or a by-line."""
    dated = is_date_line(line, cues) or is_printed_date(line, cues) or is_place_and_date(line, cues)
    return dated or (len(line.text) < META_CHARS and is_byline(line, cues))


__all__ = [
    "META_CHARS",
    "dated_place",
    "down_to_date",
    "is_byline",
    "is_date_line",
    "is_head_line",
    "is_place_and_date",
    "is_printed_date",
    "label_of_date",
    "labelled_day",
]
