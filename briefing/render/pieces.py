"""Values that are more than characters: links, notes, foreign words, comments, shades.

A template prints such a value as a marker, two noncharacters of Unicode around a number; after the template has run, each
writer puts its own object (a Word footnote, a Markdown footnote …) where the marker stands.  So people who edit templates
write `{{ fact.text }}{{ fact.note }}` and nothing else, in Word as in Markdown, and one context serves every format.
Noncharacters (U+FDD0, U+FDD1) never occur in text meant for exchange; `clean` replaces them in values, so none is forged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model import Language

OPEN, CLOSE = "\ufdd0", "\ufdd1"
_MARKER = re.compile(f"{OPEN}(\\d+){CLOSE}")
_CONTROL = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)} | {0x7F: "␡", 0x0D: "\n"}
_UNWRITABLE = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_CLOSERS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"} | dict.fromkeys(
    "\u2066\u2067\u2068", "\u2069"
)
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink to a page of the web."""

    url: str
    words: str


@dataclass(frozen=True, slots=True)
class Jump:
    """A link to an `Anchor` of the same memo."""

    target: str
    words: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that a `Jump` leads to.  Prints nothing."""

    name: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in a language that is not the memo's: marked for screen readers, spelling and hyphenation."""

    words: str
    language: Language


@dataclass(frozen=True, slots=True)
class Styled:
    """Words in a character style of the template.  `strong` where Markdown prints them bold."""

    words: str
    style: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Shade:
    """The background of the table cell in which it stands: six hexadecimal digits.  Prints nothing."""

    fill: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote.  Two notes of equal parts are one note, printed once and referred to twice."""

    parts: tuple[str | Link | Foreign | Styled, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in the margin about the paragraph in which it stands."""

    words: str


Piece = Link | Jump | Anchor | Foreign | Styled | Shade | Note | Remark


class Ledger:
    """The pieces of one memo, by number.

    >>> ledger = Ledger()
    >>> text = "See " + ledger.mark(Link("https://example.org", "the notice")) + "."
    >>> list(ledger.split(text))
    ['See ', Link(url='https://example.org', words='the notice'), '.']
    """

    def __init__(self) -> None:
        self._pieces: list[Piece] = []

    def mark(self, piece: Piece) -> str:
        self._pieces.append(piece)
        return f"{OPEN}{len(self._pieces) - 1}{CLOSE}"

    def split(self, text: str) -> Iterator[str | Piece]:
        """The text's characters and pieces in their order.  A marker without a piece prints nothing."""
        for number, part in enumerate(_MARKER.split(text)):
            if number % 2 == 0:
                if part:
                    yield part
            elif int(part) < len(self._pieces):
                yield self._pieces[int(part)]

    def all_words(self) -> Iterator[str]:
        """The words of every piece, those inside notes too."""
        for piece in self._pieces:
            for part in piece.parts if isinstance(piece, Note) else (piece,):
                yield part if isinstance(part, str) else getattr(part, "words", "")

    def words(self, text: str) -> str:
        """The text as a plain reader sees it."""
        return "".join(part if isinstance(part, str) else getattr(part, "words", "") for part in self.split(text))


def clean(text: str) -> str:
    """The text without what XML or a reader's eye cannot take: nothing is dropped, everything is shown.

    Control characters become their pictures, unwritable code points U+FFFD, line separators a line feed; directional
    overrides that the value leaves open are closed, so that they cannot turn the words that follow.

    >>> clean("a\\x0bb"), clean("a\\r\\nb")
    ('a␋b', 'a\\nb')
    """
    if not _SUSPECT.search(text):
        return text
    text = _UNWRITABLE.sub("\ufffd", text.replace("\r\n", "\n").translate(_CONTROL))
    text = text.replace("\x85", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return text + _missing_closers(text) if _BIDI.search(text) else text


def clean_marked(text: str) -> str:
    """`clean`, for a text that may hold markers of our own."""
    if not _SUSPECT.search(text):
        return text
    return "".join(part if number % 2 else clean(part) for number, part in enumerate(re.split(f"({OPEN}\\d+{CLOSE})", text)))


def _missing_closers(text: str) -> str:
    open_marks: list[str] = []
    for mark in _BIDI.findall(text):
        if mark in _CLOSERS:
            open_marks.append(_CLOSERS[mark])
        elif open_marks and open_marks[-1] == mark:
            open_marks.pop()
    return "".join(reversed(open_marks))
