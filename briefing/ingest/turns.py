"""Transcripts: who speaks in each turn, and what only a reporter asks; and headings that open a paragraph in capitals.

A text is a transcript where a reporter's label opens a line, or a speaker's label comes back.  In any other text the same
shape (`HELPING FARMERS: The ministry …`) is a heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.ingest.cues import Cues, fold
from briefing.ingest.source import Line
from briefing.model import Mark, MarkKind, Span

_CAPITALS = re.compile(r"(?P<label>[^\W\d_][^\na-zà-ÿ:]{1,80}?)(?:\s*\([^()\n]{1,40}\))?\s*:(?=\s|$)\s*")
_NAME = re.compile(r"(?P<label>[^\W\d_a-zà-ÿ][\w.'’-]*(?:,? [^\W\d_][\w.'’-]*){1,9})\s*:(?=\s|$)\s*")
_FEWEST_RETURNS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    """The label that opens a line: where it stands (with its colon), as what it is compared, and whether a reporter's."""

    line: int
    span: Span
    key: str
    asks: bool = False
    capitals: bool = True


def turns(lines: Sequence[Line], cues: Cues) -> tuple[Mark, ...]:
    """The marks `speaker` and `question` of a transcript, or the headings that run into their paragraph."""
    labels = [label for number, line in enumerate(lines) if (label := _label(number, line, cues))]
    returns = Counter(label.key for label in labels)
    asked = any(label.asks for label in labels)
    written = any(label.capitals and not label.asks for label in labels)
    named = [n for n in labels if n.capitals or (not written and returns[n.key] >= _FEWEST_RETURNS)]
    comes_back = any(returns[label.key] >= _FEWEST_RETURNS and not label.asks for label in named)
    if not (asked and any(not label.asks for label in named)) and not (comes_back and len({n.key for n in named}) > 1):
        return tuple(Mark(span=n.span, kind="heading", rule="run_in_heading") for n in named if n.capitals and not n.asks)
    return (*_opening_question(lines, named), *_marks_of_turns(lines, named))


def _label(number: int, line: Line, cues: Cues) -> _Label | None:
    if question := cues.questioners.match(line.text):
        return _Label(line=number, span=_span(line, question), key="?", asks=True)
    capitals = _CAPITALS.match(line.text)
    if capitals and capitals["label"].isupper():
        return _Label(line=number, span=_span(line, capitals), key=fold(capitals["label"]))
    name = _NAME.match(line.text)
    if name and all(word in cues.particles for word in name["label"].split() if word[0].islower()):
        return _Label(line=number, span=_span(line, name), key=fold(name["label"]), capitals=False)
    return None


def _span(line: Line, match: re.Match[str]) -> Span:
    return Span(line.span.start, line.span.start + len(match[0].rstrip()))


def _rest(line: Line, label: _Label) -> Span:
    """What stands behind a label in its line."""
    said = line.text[label.span.stop - line.span.start :]
    return Span(line.span.stop - len(said.lstrip()), line.span.stop)


def _opening_question(lines: Sequence[Line], labels: Sequence[_Label]) -> list[Mark]:
    """An excerpt that begins with a question: what stands before the first answer is the reporter's."""
    before = lines[: labels[0].line]
    if labels[0].asks or not before or "?" not in before[-1].text:
        return []
    return [Mark(span=before[-1].span, kind="question", rule="opening_question")]


def _marks_of_turns(lines: Sequence[Line], labels: Sequence[_Label]) -> list[Mark]:
    """Each speaker's label; each question with its label, down to the next one."""
    marks: list[Mark] = []
    stops = [*(label.line for label in labels[1:]), len(lines)]
    for label, stop in zip(labels, stops, strict=True):
        kind: MarkKind = "question" if label.asks else "speaker"
        marks.append(Mark(span=label.span, kind=kind, rule="turn"))
        if label.asks:
            rest = [_rest(lines[label.line], label), *(line.span for line in lines[label.line + 1 : stop])]
            marks += [Mark(span=span, kind="question", rule="turn") for span in rest if len(span)]
    return marks


__all__ = ["turns"]
