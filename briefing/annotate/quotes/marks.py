"""Quotation marks into quoted spans: nested, unclosed, running over several paragraphs; dialogue dashes; transcripts.

Method: one pass with a shallow stack.  A mark that is its own closing one ("), opens after a space and closes before one.
An apostrophe is no mark.  A paragraph that begins with the opening mark while one is open continues that quotation (the
newspapers' convention); otherwise an unclosed quotation ends with its paragraph.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.annotate.quotes.lexicon import Lexicon
from briefing.model import Sentence, Span

LONGEST_ASIDE = 80
"""Characters between dashes in which somebody may be named who says what stands around them."""
MAX_DEPTH = 4
"""Deeper nesting is noise: further opening marks are passed over, which also bounds the work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Text between marks.  `span` includes the marks, `content` does not; `parent` is the place of the quotation around it.

    `label` is the speaker's name before the words in a transcript ("MODERATOR: …").
    """

    span: Span
    content: Span
    parent: int = -1
    closed: bool = True
    dash: bool = False
    label: Span | None = None


@dataclass(slots=True)
class Open:
    """An opening mark that waits for its closing one."""

    mark: str
    start: int
    content: int


def find_quoted(text: str, lexicon: Lexicon, sentences: Sequence[Sentence] = ()) -> list[Quoted]:
    """Everything between marks, in the order of the text, the outer before the inner.  A transcript's turns nest nothing."""
    marked = [
        piece for whole in _between_marks(text, lexicon.closers) for piece in without_asides(text, whole, lexicon, sentences)
    ]
    found = [*marked, *_dialogue(text, lexicon.dashes), *turns_of(text, sentences)]
    outer: list[int] = []
    result: list[Quoted] = []
    for quoted in sorted(found, key=lambda item: (item.span.start, -item.span.stop)):
        if quoted.content.stop <= quoted.content.start:
            continue
        while outer and result[outer[-1]].span.stop <= quoted.span.start:
            outer.pop()
        if quoted.label is None:
            quoted = replace(quoted, parent=outer[-1] if outer else -1)
            outer.append(len(result))
        result.append(quoted)
    return result


def _between_marks(text: str, closers: Mapping[str, str]) -> Iterator[Quoted]:
    stack: list[Open] = []
    line = 0
    for match in _mark_pattern(closers).finditer(text):
        mark, at = match.group(), match.start()
        if mark[0] == "\n":
            if stack and not _continues(text, match.end(), stack[0].mark):
                yield from _give_up(stack, at)
            line = match.end()
            continue
        if stack and at == line and mark == stack[0].mark:
            continue  # the opening mark repeated at a continuing paragraph
        level = _level_closed(stack, mark, closers) if _may_close(text, at, mark) else None
        if level is not None:
            opened = stack[level]
            del stack[level:]
            yield Quoted(span=Span(opened.start, at + 1), content=_trimmed(text, opened.content, at))
        elif mark in closers and len(stack) < MAX_DEPTH and _may_open(text, at, mark):
            stack.append(Open(mark, at, at + 1))
    yield from _give_up(stack, len(text))


def without_asides(text: str, whole: Quoted, lexicon: Lexicon, sentences: Sequence[Sentence]) -> Iterator[Quoted]:
    """«No iremos —dijo Paz— hasta mayo»: the quotation before and behind an attribution that stands in dashes inside it."""
    start, inner = whole.span.start, whole.content.start
    dashes = re.escape("".join(sorted(lexicon.dashes))) or "—"
    pattern = re.compile(rf"(?<=\s)[{dashes}](?=[^\W\d_])([^{dashes}\n]{{3,{LONGEST_ASIDE}}})[{dashes}](?=[\s.,;:])")
    for aside in pattern.finditer(text, whole.content.start, whole.content.stop):
        if _says(aside.start(1), lexicon, sentences):
            yield Quoted(span=Span(start, aside.start()), content=_trimmed(text, inner, aside.start()))
            start = inner = _past_stops(text, aside.end(), whole.content.stop)
    yield replace(whole, span=Span(start, whole.span.stop), content=_trimmed(text, inner, whole.content.stop))


def _says(place: int, lexicon: Lexicon, sentences: Sequence[Sentence]) -> bool:
    """Whether a verb of saying begins here."""
    after = bisect.bisect_right(sentences, place, key=lambda sentence: sentence.span.start) - 1
    tokens = sentences[after].tokens if after >= 0 else ()
    verb = next((token for token in tokens if token.span.start == place), None)
    return verb is not None and verb.upos == "VERB" and lexicon.lemma(verb) in lexicon.frames


def _mark_pattern(closers: Mapping[str, str]) -> re.Pattern[str]:
    marks = "".join(sorted({*closers, *closers.values()}))
    return re.compile(rf"\n[ \t]*|[{re.escape(marks)}]")


def _continues(text: str, start: int, mark: str) -> bool:
    """Whether the next paragraph goes on with an open quotation: it begins with the opening mark again."""
    following = re.compile(r"\s*").match(text, start)
    return following is not None and text[following.end() : following.end() + 1] == mark


def _give_up(stack: list[Open], stop: int) -> Iterator[Quoted]:
    """Close what is still open at the end of a paragraph; a lone single mark there was an apostrophe."""
    if stack and stack[0].mark not in "'‘":
        yield Quoted(span=Span(stack[0].start, stop), content=Span(stack[0].content, stop), closed=False)
    stack.clear()


def _level_closed(stack: list[Open], mark: str, closers: Mapping[str, str]) -> int | None:
    return next((level for level in range(len(stack) - 1, -1, -1) if closers[stack[level].mark] == mark), None)


def _may_open(text: str, at: int, mark: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark in "\"'‘":
        return not before.isalnum() and bool(after) and not after.isspace()
    return True


def _may_close(text: str, at: int, mark: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark in "'’":
        return not after.isalnum() and not before.isspace()
    carelessly = text[at - 2 : at - 1] in {",", ".", "!", "?"}  # “Not yet, "he said
    return mark != '"' or carelessly or not (before.isspace() and after.isalnum())


def _trimmed(text: str, start: int, stop: int) -> Span:
    """Content without white space and the comma that American typesetting puts inside the marks."""
    while start < stop and text[start].isspace():
        start += 1
    while start < stop and (text[stop - 1].isspace() or text[stop - 1] == ","):
        stop -= 1
    return Span(start, stop)


def _dialogue(text: str, dashes: frozenset[str]) -> Iterator[Quoted]:
    """—No iremos —dijo Paz—. Habrá otra vez: what is said, without what the narrator puts between dashes."""
    if not dashes:
        return
    dash = f"[{re.escape(''.join(sorted(dashes)))}]"
    inner = re.compile(rf"(?<=\s){dash}(?=\S)|(?<=\S){dash}(?=[\s.,;:?!]|$)")
    for line in re.finditer(rf"^[ \t]*{dash}(?=\S).*$", text, re.MULTILINE):
        first = line.end() - len(line.group().lstrip()) + 1
        cuts = [first, *(cut.start() for cut in inner.finditer(text, first, line.end())), line.end()]
        for turn in range(0, len(cuts) - 1, 2):
            start = cuts[turn] if turn == 0 else _past_stops(text, cuts[turn] + 1, line.end())
            yield Quoted(span=Span(start, cuts[turn + 1]), content=_trimmed(text, start, cuts[turn + 1]), dash=True)


def _past_stops(text: str, start: int, stop: int) -> int:
    while start < stop and (text[start].isspace() or text[start] in ".,;:"):
        start += 1
    return start


def turns_of(text: str, sentences: Sequence[Sentence]) -> Iterator[Quoted]:
    """The turns of a transcript: what follows a speaker's label, up to the next label, question or heading."""
    for place, sentence in enumerate(sentences):
        if sentence.kind != "speaker":
            continue
        said = list(itertools.takewhile(lambda other: other.kind == "body", sentences[place + 1 :]))
        if said:
            content = Span(said[0].span.start, said[-1].span.stop)
            label = Span(sentence.span.start, sentence.span.stop - text[: sentence.span.stop].endswith(":"))
            yield Quoted(span=Span(label.start, content.stop), content=content, label=label)
