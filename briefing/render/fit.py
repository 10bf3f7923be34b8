"""How many of the ranked items a memo of so many pages can hold.

A layout engine is not at hand when a memo is made, so heights are estimated: characters to the line by style (Arial's average
width on a letter page), lines times leading, and the space around.  A benchmark compares them with LibreOffice's pages.
While the estimate is too high, the last of the longest list goes; what went is said at the memo's end.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.render.audience import Limits
from briefing.render.items import Fields

PAGE = 667.0  # points between the margins of a letter page
BREAK = 40.0  # what a page loses at its foot, since rows and items do not split
MEMO_HEAD = 95.0
HEADING = 33.0
SHORT = 0.95  # what the estimate of a one-page memo comes to on the page, at most (measured: 0.85 to 0.94)
SMALL = 0.8  # the width of flags, which are set in 8 points, against text in 10
LEAST: dict[str, int] = {"facts": 2, "positions": 1, "meetings": 2, "conflicts": 0}
WEIGHTS: dict[str, float] = {"facts": 4, "positions": 4, "meetings": 2, "conflicts": 1}
"""How many of one list are worth as much as how many of another: four facts and four positions as one disagreement in full."""

Words = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Edition:
    """The memo in one language: its fields under given limits, and what a text with markers says."""

    compose: Callable[[Limits], Fields]
    words: Words


def fit(limits: Limits, edition: Edition, others: Sequence[Edition]) -> Fields:
    """The fields of a memo that keeps to its pages, as far as the least number of items allows.

    The other languages' editions count too: all carry the same items, so the longest decides.
    """
    fields = edition.compose(limits)
    if limits.pages is None:
        return fields
    room = limits.pages * PAGE - (limits.pages - 1) * BREAK
    most = _counted(limits, fields)

    def fits(limits: Limits) -> bool:
        return all(height(one.compose(limits), one.words) <= room for one in (edition, *others))

    return edition.compose(_grown(_shrunk(most, fits), most, fits))


def _shrunk(limits: Limits, fits: Callable[[Limits], bool]) -> Limits:
    """One item fewer of the list that is longest for its weight, until the memo fits or nothing can go."""
    while not fits(limits):
        shorter = _shorten(limits)
        if shorter is None:
            break
        limits = shorter
    return limits


def _grown(limits: Limits, most: Limits, fits: Callable[[Limits], bool]) -> Limits:
    """What still finds room after all: the last step may have freed more than was needed."""
    for name in LEAST:
        while getattr(limits, name) < getattr(most, name):
            longer = dataclasses.replace(limits, **{name: getattr(limits, name) + 1})
            if not fits(longer):
                break
            limits = longer
    return limits


def height(fields: Fields, words: Words) -> float:
    """The estimated height of a memo, in points."""
    total = MEMO_HEAD
    short = not fields["sources"]  # one page: no list of sources, each disagreement in a line, no column of participants
    if fields["bottom_line"]:
        total += 30 + _lines(fields["bottom_line"], 88) * 14.5
    if fields["timeline"]:
        total += HEADING + 18 + max(len(day["what"]) for day in fields["timeline"]) * 12
    total += _section(sum(_item(fact, 96, 13.2, words) for fact in fields["facts"]), fields["facts"])
    total += _section(sum(_matrix(table, words) for table in fields["positions"]), fields["positions"])
    for name in ("upcoming", "held"):
        rows = (_meeting(meeting, words, wide=short) for meeting in fields[name])
        total += _section(20 + sum(rows), fields[name])
    conflict_height = _conflict_line if short else _conflict
    total += _section(sum(conflict_height(conflict, words) for conflict in fields["conflicts"]), fields["conflicts"])
    total += _section(sum(_item(quote, 96, 13.2, words) for quote in fields["quotes"]), fields["quotes"])
    sources = (f"{one['outlet']} {one['title']} {one['date']} {one['remarks']} {one['link']}" for one in fields["sources"])
    total += _section(16 + sum(_lines(words(source), 105) * 11.5 + 3 for source in sources), fields["sources"])
    total += 15 * (bool(fields["shortened"]) + len(fields["left_out"])) + (HEADING if fields["sources"] else 0)
    return total * SHORT if short else total


def _counted(limits: Limits, fields: Fields) -> Limits:
    """The limits as they stand after the first composition: numbers that can be lowered."""
    positions = sum(len(cell["positions"]) for table in fields["positions"] for row in table["rows"] for cell in row["cells"])
    meetings = max(len(fields["upcoming"]), len(fields["held"]))
    conflicts = len(fields["conflicts"])
    return dataclasses.replace(limits, facts=len(fields["facts"]), positions=positions, meetings=meetings, conflicts=conflicts)


def _shorten(limits: Limits) -> Limits | None:
    """One item fewer of the list that is longest for its weight."""
    counts = {name: getattr(limits, name) or 0 for name in LEAST}
    spare = [name for name, count in counts.items() if count > LEAST[name]]
    if not spare:
        return None
    name = max(spare, key=lambda name: (counts[name] / WEIGHTS[name], name))
    return dataclasses.replace(limits, **{name: counts[name] - 1})


def _section(content: float, shown: object) -> float:
    return HEADING + content if shown else 0.0


def _lines(text: str, width: float) -> int:
    return max(math.ceil(len(text) / width), 1)


def _item(item: Fields, width: float, leading: float, words: Words) -> float:
    text = words(f"{item['text']} {item['note']} ") + item["flags"][: int(len(item["flags"]) * SMALL)]
    original = _lines(words(item["original"]), width * 1.05) * 11.5 + 5 if item["original"] else 0.0
    return _lines(text, width) * leading + 4.5 + original


def _matrix(table: Fields, words: Words) -> float:
    width = 86 / max(len(table["governments"]), 1)
    rows = (
        max(sum(_cell(position, width, words) for position in cell["positions"]) for cell in row["cells"])
        for row in table["rows"]
    )
    return 22 + sum(max(height, _lines(row["issue"], 17) * 11 + 4) for height, row in zip(rows, table["rows"], strict=True))


def _cell(position: Fields, width: float, words: Words) -> float:
    small = f"({position['said']}) {position['doubt']} "
    text = words(f"{position['stance']}: {position['text']} {position['note']}") + small[: int(len(small) * SMALL)]
    notes = [words(position[name]) for name in ("quote", "original") if position[name]]
    return _lines(text, width) * 11 + 5 + sum(_lines(note, width * 1.1) * 10 + 3 for note in notes)


def _meeting(meeting: Fields, words: Words, *, wide: bool) -> float:
    """A row of meetings; `wide` in a memo that leaves the column of participants out."""
    text = words(f"{meeting['kind']}. {meeting['text']} {meeting['note']}")
    lines = max(_lines(text, 54 if wide else 34), len(meeting["assurances"]) * 1.3)
    if not wide:
        lines = max(lines, _lines(meeting["participants"], 17))
    return lines * 11 + 5 + (_lines(words(meeting["original"]), 60 if wide else 38) * 10 + 3 if meeting["original"] else 0)


def _conflict(conflict: Fields, words: Words) -> float:
    head = _lines(words(f"{conflict['about']} ({conflict['difference']}) {conflict['text']}"), 96) * 13.2 + 6
    values = (words(f"{one['value']} {one['articles']} {one['words']}") for one in conflict["values"])
    return head + sum(_lines(value, 92) * 12 + 3 for value in values)


def _conflict_line(conflict: Fields, words: Words) -> float:
    text = conflict["text"] or conflict["summary"]
    return _lines(words(f"{conflict['about']} ({conflict['difference']}) {text}"), 92) * 13.2 + 3
