"""Lines, and what can be told from a line's shape alone.  No language is known here."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection

from briefing.ingest.source import Line
from briefing.model import Mark, Span
from briefing.model.letters import LOWER, UPPER

TITLE_CHARS = 220
HEADING_CHARS = 140
HEADING_WORDS = 22
MIN_WIDTH, MAX_WIDTH = 40, 100
"""Files are wrapped by machines at such widths; a longer line is a paragraph."""
MIN_WRAPPED, MIN_WRAPPED_SHARE = 4, 0.8
FEWEST_QUESTIONS = 2
WRAP_SLACK = 6
WIDTHS_TRIED = 8

CLOSERS = "\"'”’»)]*_ "
"""What may stand behind the mark of a question."""

_BREAK = re.compile(r"(?<=\S)[^\S\n]*\n[^\S\n]*(?=(\S+))")
_LINE = re.compile(r"(?:^|(?<=\n))[^\S\n]*(\S(?:[^\n]*\S)?)")
_STOP = re.compile(r"[.!?…][\"”»’')\]*_]*$")
_INNER_STOP = re.compile(rf"\w{{3}}[{LOWER}\d][.!?…][\"”»’')\]]*\s+[\"“«‘¿¡(]*[{UPPER}]")
_LIST_ITEM = re.compile(r"(?:[-–—*•·▪◦►>+]|\(?(?:\d{1,2}|[a-z])[.)])\s*(?=\S)")
_LABEL = re.compile(rf"[^\W\d_{LOWER}]{{1,2}}:\s")
_SPEAKER = re.compile(rf"[^\W\d_{LOWER}][^{LOWER}\n:]{{3,80}}:")
_TURN = re.compile(rf"[^\W\d_{LOWER}][^\n:.?!]{{0,60}}:\s")
"""A label behind a line that has ended: `Minister: We did not ask.` below a question is no wrapped line."""


def split_lines(text: str) -> list[Line]:
    """The lines that hold something.

    >>> [line.text for line in split_lines("  one \\n\\n two")]
    ['one', 'two']
    """
    lines: list[Line] = []
    stop = 0
    for match in _LINE.finditer(text):
        span = Span(*match.span(1))
        lines.append(Line(span, match[1], text.count("\n", stop, span.start) > 1))
        stop = span.stop
    return lines


def ends_with_stop(line: Line) -> bool:
    return bool(_STOP.search(line.text[-12:]))


def asks(line: Line) -> bool:
    """Whether a line ends with a question."""
    return line.text.rstrip(CLOSERS).endswith("?")


def marked_questions(text: str, bold: Collection[str], *, start: int = 0) -> list[Mark]:
    """The marks of an interview's questions: the lines that its markup sets apart, where most of them ask.

    What is set apart above the first that asks says who publishes the talk, and when.  `bold` are the words of the lines set
    apart; `start` is where the text stands in the article's.
    """
    apart = [line for line in split_lines(text) if line.text in bold]
    first = next((at for at, line in enumerate(apart) if asks(line)), 0)
    apart = apart[first:]
    asking = sum(map(asks, apart))
    if asking < FEWEST_QUESTIONS or 2 * asking < len(apart):
        return []
    spans = [Span(line.span.start + start, line.span.stop + start) for line in apart]
    return [Mark(span=span, kind="question", rule="markup_question") for span in spans]


def is_list_item(line: Line) -> bool:
    return bool(_LIST_ITEM.match(line.text))


def is_prose(line: Line) -> bool:
    """A line that holds at least a sentence: it ends with a stop, or is longer than any heading."""
    return len(line.text) > TITLE_CHARS or (ends_with_stop(line) and len(line.text) > 30)


def looks_like_title(line: Line) -> bool:
    """One sentence at most, begun like one, and left without a full stop."""
    text = line.text
    return (
        len(text) <= TITLE_CHARS
        and " " in text
        and not text.endswith((".", ":", ",", ";"))
        and _begins_like_title(line)
        and not _INNER_STOP.search(text)
    )


def looks_like_heading(line: Line) -> bool:
    """A short line without a stop."""
    text = line.text
    return (
        len(text) <= HEADING_CHARS
        and len(text.split()) <= HEADING_WORDS
        and text[-1] not in ".:,;…-–—?!"  # a question or a cry may be speech as well as a heading
        and not (text[-1] in '"”»’)' and ends_with_stop(line))
        and _begins_like_title(line)
        and not _INNER_STOP.search(text)
    )


def _begins_like_title(line: Line) -> bool:
    first = line.text.lstrip("\"“«‘'¿¡([*#_ ")[:1]
    return (first.isupper() or first.isdigit()) and not is_list_item(line) and not _SPEAKER.match(line.text)


def unwrap(text: str) -> str:
    """Turn each line break that only wraps, with the indentation behind it, into a space, where the file was provably wrapped.

    A line was wrapped if the next line's first word would not have fitted on it any more.  If four of five line breaks
    inside the blocks are of that kind for some width, the text is wrapped; otherwise every line break stays, since many
    files write a paragraph a line.  In a wrapped text a line that goes on in lower case belongs to the one above, too.
    What opens with a label (`P: …` / `R: …`) goes on nothing.
    """
    begun = (_LIST_ITEM, _LABEL, _SPEAKER)
    breaks = [m for m in _BREAK.finditer(text) if not any(mark.match(text, m.start(1)) for mark in begun)]
    breaks = [m for m in breaks if not _opens_turn(text, m)]
    lengths = [m.start() - text.rfind("\n", 0, m.start()) - 1 for m in breaks]
    # A title or a heading above its block may be longer than the width: the few longest lines are tried in turn.
    for width in [n for n in sorted(set(lengths), reverse=True)[:WIDTHS_TRIED] if MIN_WIDTH <= n <= MAX_WIDTH]:
        wrapping = [m for m, n in zip(breaks, lengths, strict=True) if n <= width < n + 1 + len(m[1]) + WRAP_SLACK]
        full = sum(2 * n > width for n in lengths)  # a line of less than half the width tells nothing
        if len(wrapping) >= max(MIN_WRAPPED, MIN_WRAPPED_SHARE * full):
            return _join(text, _with_continuations(breaks, {m.start() for m in wrapping}))
    return text


def _opens_turn(text: str, gap: re.Match[str]) -> bool:
    return bool(_TURN.match(text, gap.start(1)) and _STOP.search(text, max(0, gap.start() - 12), gap.start()))


def _with_continuations(breaks: list[re.Match[str]], joined: set[int]) -> set[int]:
    """The breaks to join, with those inside a wrapped block before a line that goes on in lower case."""
    for above, below in itertools.pairwise(breaks):
        same_block = above.end() > below.string.rfind("\n", 0, below.start())
        if same_block and above.start() in joined and below[1][0].islower():
            joined.add(below.start())
    return joined


def _join(text: str, breaks: set[int]) -> str:
    return _BREAK.sub(lambda m: " " if m.start() in breaks else m[0], text)


__all__ = [
    "HEADING_CHARS",
    "asks",
    "ends_with_stop",
    "is_list_item",
    "is_prose",
    "looks_like_heading",
    "looks_like_title",
    "marked_questions",
    "split_lines",
    "unwrap",
]
