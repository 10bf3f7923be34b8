"""How wide a line of text is, and so in how many lines a paragraph breaks, without a layout engine.

Widths are those of Arial, in thousandths of its size; Liberation Sans, which stands in for it elsewhere, has the same.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable

LINE = 1.149  # the height of a line of Arial, in its size
BOLD = 1.07  # how much wider bold letters are, on average
UNKNOWN, WIDE = 556, 1000
_GROUPS = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,-./:;I[\\]ft·\u00a0",
    333: "()`r“”¡-",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$?L_abdeghnopqu0123456789–«»",
    584: "+<=>~",
    611: "FTZ¿",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
WIDTHS = {letter: width for width, letters in _GROUPS.items() for letter in letters}

Run = tuple[str, float]
"""Text and its size in points."""


@functools.lru_cache(maxsize=4096)
def letter_width(letter: str) -> int:
    """A letter's width; one with an accent is as wide as without."""
    if letter in WIDTHS:
        return WIDTHS[letter]
    base = unicodedata.normalize("NFD", letter)[0]
    return WIDTHS.get(base, WIDE if unicodedata.east_asian_width(letter) in "WF" else UNKNOWN)


def width(text: str, size: float) -> float:
    """The width of a text in points."""
    return sum(map(letter_width, text)) * size / 1000


def count_lines(runs: Iterable[Run], room: float) -> int:
    """In how many lines of `room` points the runs break, as one paragraph; at spaces, and inside what is longer than a line."""
    lines, used = 1, 0.0
    for word, space in _words(runs):
        if used and used + word > room:
            lines, used = lines + 1, 0.0
        if word > room:
            lines, word = lines + int(word // room), word % room
        used += word + space
    return lines


def _words(runs: Iterable[Run]) -> Iterable[tuple[float, float]]:
    """The widths of each word, of whatever runs it is made, and of the space behind it."""
    word = 0.0
    for text, size in runs:
        for part in re.split(r"([ \t\n]+)", text):
            if part and part.isspace():
                yield word, width(" ", size)
                word = 0.0
            else:
                word += width(part, size)
    yield word, 0.0
