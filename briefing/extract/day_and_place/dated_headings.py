"""The day under which a chronology tells something: a line of a date and nothing else, above the sentence.

`October 7` / `Skopje offers to resume traffic.`: each line of such a list has the day of the heading above it.
"""

from __future__ import annotations

from briefing.extract.reading import Reading
from briefing.model import Date

FEWEST = 2
"""Headings of a chronology; a lone date above a text is the text's own."""


def heading_above(reading: Reading, number: int) -> Date | None:
    """The date over a sentence, where an article has several such headings."""
    headings = reading.dates_alone
    above = [place for place in headings if place < number]
    return headings[above[-1]] if len(headings) >= FEWEST and above and number not in headings else None
