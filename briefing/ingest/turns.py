"""Transcripts: who speaks in each turn, and what only a reporter asks; and headings that open a paragraph in capitals.

A text is a transcript where a reporter's or an answer's label opens a line, or a speaker's label comes back.  In any other
text the same shape (`HELPING FARMERS: The ministry …`) is a heading.  An interview may also have no labels at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.ingest.cues import Cues, fold
from briefing.ingest.lines import asks
from briefing.ingest.source import Line
from briefing.knowledge import LANGUAGES
from briefing.knowledge.assent import without_assent
from briefing.model import Mark, MarkKind, Span
from briefing.model.letters import LOWER

_END = r"(?:\s*\([^()\n]{1,60}\))?\s*(?::|\.\s?[-–—]+|[–—]{1,2})(?=\s|$)\s*"
"""How a label ends: `QUESTION (Radio Uno):`, `MINISTRA.-`, `PRESIDENTE. –`."""
_CAPITALS = re.compile(rf"(?P<label>[^\W\d_][^\n{LOWER}:]{{1,80}}?){_END}")
_NAME = re.compile(rf"(?P<label>[^\W\d_{LOWER}][\w.'’-]*(?:,? [^\W\d_][\w.'’-]*){{0,13}})\s*:(?=\s|$)\s*")
_REPORTER = re.compile(
    rf"(?P<label>[^\W\d_{LOWER}][\w.'’-]*(?: [^\W\d_][\w.'’-]*){{0,3}}, "
    rf"(?P<house>\w[\w.'’-]*(?: \w[\w.'’-]*){{0,3}}))\s*:(?=\s|$)\s*"
)
"""`Amina, Channel 9:`, `Luis Vera, Radio Sol:`."""
_FEWEST_RETURNS = 2
_FEWEST_QUESTIONS = 2
_LONGEST_QUESTION = 60
"""Words of a paragraph that is all question."""
DASHES = "—–"
ANSWER = "?answer"
"""The key of a label that only says that this is an answer: `A:`, `R.-`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    """The label that opens a line: where it stands (with its colon), as what it is compared, and whether a reporter's."""

    line: int
    span: Span
    key: str
    asks: bool = False
    capitals: bool = True


def turns(lines: Sequence[Line], cues: Cues) -> tuple[Mark, ...]:
    """The marks `speaker` and `question` of a transcript or an interview, or the headings that run into their paragraph."""
    if found := transcript(lines, cues) or interview(lines):
        return found
    labels = [label for number, line in enumerate(lines) if (label := _label(number, line, cues))]
    headings = [label for label in labels if label.capitals and not label.asks and label.key != ANSWER]
    return tuple(Mark(span=label.span, kind="heading", rule="run_in_heading") for label in headings)


def transcript(lines: Sequence[Line], cues: Cues) -> tuple[Mark, ...]:
    """The marks of a text whose turns have labels; nothing for any other."""
    labels = [label for number, line in enumerate(lines) if (label := _label(number, line, cues))]
    if not labels:
        return ()
    labels = _with_outlets(lines, labels)
    returns = Counter(label.key for label in labels)
    written = any(label.capitals and not label.asks for label in labels)
    surnames = {name for name, count in _by_surname(labels).items() if count >= _FEWEST_RETURNS}
    # `Minister Ana Ruiz:` once, `Minister Ruiz:` or `Minister:` from then on
    again = {n.key for n in labels if {n.key.split()[0], n.key.split()[-1]} & surnames}
    named = [n for n in labels if n.asks or n.capitals or (not written and n.key in again)]
    asked = any(label.asks for label in named)
    comes_back = any(returns[label.key] >= _FEWEST_RETURNS and not label.asks for label in named)
    answered = any(not label.asks for label in named)
    if not (asked and answered) and not (comes_back and len({n.key for n in named}) > 1):
        return ()
    return (*_opening_question(lines, named), *_marks_of_turns(lines, named))


def _label(number: int, line: Line, cues: Cues) -> _Label | None:
    if question := cues.questioners.match(line.text):
        return _Label(line=number, span=_span(line, question), key="?", asks=True)
    if answer := cues.answers.match(line.text):
        return _Label(line=number, span=_span(line, answer), key=ANSWER)
    reporter = _REPORTER.match(line.text)
    if reporter and is_house(reporter["house"], cues):
        return _Label(line=number, span=_span(line, reporter), key="?", asks=True)
    capitals = _CAPITALS.match(line.text)
    if capitals and capitals["label"].isupper():
        return _Label(line=number, span=_span(line, capitals), key=fold(capitals["label"]))
    name = _NAME.match(line.text)
    # `Ana Ruiz, ministra de Minas de Chad:`: the name, as which it is compared, and what she is
    own = name["label"].partition(",")[0] if name else ""
    if name and all(word in cues.particles for word in own.split() if word[0].islower()):
        return _Label(line=number, span=_span(line, name), key=fold(own), capitals=False)
    return None


def is_house(words: str, cues: Cues) -> bool:
    """`Channel 9`, `Delta News`: a reporter has no office behind his name; not `Head of the News Service`."""
    first, *_, last = (*words.split(), *words.split()[-1:])
    return not cues.asking_houses.isdisjoint({fold(first), fold(last)})


def _span(line: Line, match: re.Match[str]) -> Span:
    return Span(line.span.start, line.span.start + len(match[0].rstrip()))


def _with_outlets(lines: Sequence[Line], labels: Sequence[_Label]) -> list[_Label]:
    """`Radio Centro: Minister, will you …?`: a label is a reporter's where all that it opens ends with a question.

    Of one word it is only a label where it asks, or comes back.
    """
    stops = [*(label.line for label in labels[1:]), len(lines)]
    asking: dict[str, bool] = {}
    for label, stop in zip(labels, stops, strict=True):
        asking[label.key] = asking.get(label.key, True) and _asks_in_earnest(lines[stop - 1])
    returns = _by_surname(labels)
    found = [replace(label, asks=label.asks or asking[label.key]) for label in labels]
    return [label for label in found if label.asks or label.capitals or " " in label.key or returns[label.key] > 1]


def _by_surname(labels: Sequence[_Label]) -> Counter[str]:
    """How often labels end with a name: `Hon. Ana Ruiz, Minister of Mines:` and `Ruiz:` are one speaker's."""
    return Counter(label.key.split()[-1] for label in labels)


def _asks_in_earnest(line: Line) -> bool:
    """Not `That helps nobody, right?`, which only asks for assent."""
    return asks(line) and all(without_assent(line.text, language) == line.text for language in LANGUAGES)


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


# ------------------------------------------------------------------ without labels


def interview(lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The questions of an interview without labels: paragraphs that are all question, each with an answer below.

    Only the paragraph below a question is surely an answer.  What else stands behind the first question, up to the next one,
    may be a question without its mark or the writer's own words: it is nobody's, as a question is.
    """
    dialogue = in_turn(lines)
    questions = dialogue or [n for n, line in enumerate(lines) if is_question(line)]
    answered = [n for n in questions if n + 1 < len(lines) and n + 1 not in questions]
    if len(answered) < _FEWEST_QUESTIONS or len(answered) * 4 < len(lines) - answered[0]:
        return ()
    follows = {n for n in range(len(lines)) if n - 1 in answered} if not dialogue else set(range(len(lines))) - {*questions}
    nobodys = [n for n in range(answered[0], len(lines)) if n not in follows]
    rule = "dialogue" if dialogue else "interview_question"
    return tuple(Mark(span=lines[n].span, kind="question", rule=rule) for n in nobodys)


def in_turn(lines: Sequence[Line]) -> list[int]:
    """The questions among paragraphs of a dialogue that each open with a dash and take turns: every second one.

    `—Peru says that it was fired on.` is one too, where the paragraphs in its place ask.
    """
    spoken = [n for n, line in enumerate(lines) if line.text[0] in DASHES]
    asked = {place % 2 for place, n in enumerate(spoken) if is_question(lines[n])}
    alone = bool(spoken) and len(spoken) == len(lines) - spoken[0]
    return spoken[asked.pop() :: 2] if alone and len(asked) == 1 else []


def is_question(line: Line) -> bool:
    return asks(line) and len(line.text.split()) <= _LONGEST_QUESTION


__all__ = ["interview", "transcript", "turns"]
