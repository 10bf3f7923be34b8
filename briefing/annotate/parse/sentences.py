"""Where sentences end: rules in order over every stop, the first that has an opinion decides (the way of razdel and Punkt).

The design's cases (`EE. UU.`, `D.C.`, `Sr.`, initials, closing quotes, double dots, headings without a stop) are rows of the
language's file; lines are joined only where the text is visibly wrapped at a fixed width.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefing.annotate.parse.features import INVISIBLE
from briefing.annotate.parse.language import Orthography, orthography
from briefing.annotate.parse.layout import EMOTICON, parts
from briefing.model import Span
from briefing.model.letters import LOWER

CLOSERS = "\"”»’'\\)\\]›"
OPENERS = "\"“«‘'([¿¡—–-‹*•_"
STOP = re.compile(
    rf"(?P<stop>[.!?…。？！]+)(?P<closers>[{CLOSERS}]{{0,4}}(?:\s?\[\d{{1,3}}\]){{0,3}}(?:\s{EMOTICON}(?!\S))?)(?P<space>\s*)"
)
OPENING = re.compile(rf"[{re.escape(OPENERS)}](?:[{re.escape(OPENERS)} ]{{0,5}}(?=[^\s{re.escape(OPENERS)}]))?")
WORD_BEFORE = re.compile(r"[^\s\"“”«»‘(¿¡\[—–]{1,40}$")
WORD_AFTER = re.compile(r"[^\W_]+(?:['’.@-][^\W_]+)*", re.UNICODE)
INITIALISM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
LIST_NUMBER = re.compile(r"\s*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})")
NARROWEST, WIDEST = 50, 130
"""Widths between which lines of one block may have been wrapped by a program."""
CONTINUING = frozenset(",;:.?!)]%/&")
LONG_WORD = 5
"""From this length on a word before a stop is taken for a word, not for an unknown abbreviation."""
SPOKEN = re.compile(rf"(?=.*[aeiouáéíóú])[{LOWER}]{{3,}}")
"""A shorter word that can be said, as abbreviations (`yrs`, `kms`) mostly cannot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A stop inside a line: the word before it, the stop, its closing marks, white space or not, and what follows."""

    left: str  # lower case, without the stop
    left_form: str
    first: bool  # nothing stands before the left word in its sentence
    stop: str
    closers: str
    space: bool
    opener: str
    right: str  # lower case
    right_form: str
    following: str  # the first character behind the opener
    last: bool  # nothing follows in its line


Rule = Callable[[Gap, Orthography], bool | None]


def end_of_line(gap: Gap, rules: Orthography) -> bool | None:
    return True if gap.last else None


def no_space(gap: Gap, rules: Orthography) -> bool | None:
    """`3.5`, `U.S.-led`, `gob.mx`; but `dijo.El` lacks its space."""
    if gap.space:
        return None
    word = len(gap.left) >= LONG_WORD - 1 and gap.left_form.isalpha() and gap.left_form[1:].islower()
    address = "@" in gap.right_form
    return word and gap.right_form[:1].isupper() and gap.right_form[1:2].islower() and not gap.opener and not address


def spaced_abbreviation(gap: Gap, rules: Orthography) -> bool | None:
    """`EE. UU.`, `a. m.`: no end inside."""
    return False if gap.stop == "." and (gap.left, gap.right.split(".")[0]) in rules.spaced else None


def title_before_name(gap: Gap, rules: Orthography) -> bool | None:
    """`Sr. Muñoz`, `Gen. Clark`."""
    return False if gap.stop == "." and not gap.closers and gap.left in rules.before_name else None


def abbreviation_before_number(gap: Gap, rules: Orthography) -> bool | None:
    """`No. 5`, `art. 123`."""
    number = gap.right[:1].isdigit() or bool(re.fullmatch(r"[ivxlc]+", gap.right))
    return False if gap.stop == "." and number and gap.left in rules.before_number else None


def list_number(gap: Gap, rules: Orthography) -> bool | None:
    """`1. The ministers agreed`, `b. …` at the start of a line or of what would be a sentence."""
    return False if gap.first and gap.stop == "." and LIST_NUMBER.fullmatch(gap.left) else None


def time_of_day(gap: Gap, rules: Orthography) -> bool | None:
    """`at 5 p.m. Officials said`, but `5 p.m. Monday`."""
    if gap.stop != "." or gap.left not in rules.clock or not gap.right_form[:1].isupper():
        return None
    return gap.right not in rules.after_clock


def abbreviation(gap: Gap, rules: Orthography) -> bool | None:
    """`EE.UU. El`, `etc. Los`, `5 p.m. Officials`: ends only before a word that begins sentences."""
    abbreviated = (
        gap.left in rules.anywhere or INITIALISM.fullmatch(gap.left) or (len(gap.left_form) == 1 and gap.left.isalpha())
    )
    if gap.stop != "." or gap.closers or not abbreviated:
        return None
    return gap.right_form[:1].isupper() and (gap.right in rules.starters or bool(gap.opener.strip("-—–(")))


def lower_case_follows(gap: Gap, rules: Orthography) -> bool | None:
    """`"¿Cuándo?", preguntó`, `… y siguió`, `approx. ten`; but `terminó la sesión. según …` and `it is for
    you. call us` are two, and so are the careless `are they open? they were`, `never!! go` and `he left. they stayed`."""
    if not gap.right_form[:1].islower():
        return None
    bare = not gap.closers and not gap.opener.strip("-—–(") and gap.space
    careless = gap.right in rules.careless and gap.left not in rules.abbreviations
    if gap.stop[0] in "?!" and bare and not gap.opener:
        return gap.stop == "?" or len(gap.stop) > 1 or careless
    word = gap.left_form.isalpha() and gap.left_form[1:].islower()
    if gap.stop != "." or not bare or not word:
        return False
    spoken = gap.left not in rules.abbreviations and SPOKEN.fullmatch(gap.left_form)
    return len(gap.left) >= LONG_WORD or (careless and len(gap.left) > 1) or bool(spoken)


def goes_on(gap: Gap, rules: Orthography) -> bool | None:
    """`¡Basta!, dijo`, `¿Quién? —, preguntó`: what follows cannot begin a sentence."""
    return False if not gap.right and gap.following in CONTINUING else None


RULES: tuple[Rule, ...] = (
    end_of_line,
    no_space,
    spaced_abbreviation,
    title_before_name,
    abbreviation_before_number,
    list_number,
    time_of_day,
    abbreviation,
    lower_case_follows,
    goes_on,
)
"""In order; a stop on which none has an opinion ends its sentence."""


def split_sentences(text: str, language: str, skip: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The sentences of a text without white space around them; none crosses or lies in a span of `skip`, or a blank line.

    >>> [span.of("Llegó de EE. UU. el lunes. Se fue.") for span in split_sentences("Llegó de EE. UU. el lunes. Se fue.", "es")]
    ['Llegó de EE. UU. el lunes.', 'Se fue.']
    """
    rules = orthography(language)
    found = []
    for region in _regions(text, skip):
        for line in _lines(text, region):
            for part in parts(text, line, rules):
                found += [span for span in (_trim(text, piece) for piece in _split(text, part, rules)) if span]
    return tuple(found)


def _regions(text: str, skip: Sequence[Span]) -> Iterator[Span]:
    """What is left between the skipped spans."""
    start = 0
    for span in sorted(skip):
        if span.start > start:
            yield Span(start, min(span.start, len(text)))
        start = max(start, span.stop)
    if start < len(text):
        yield Span(start, len(text))


def _lines(text: str, region: Span) -> Iterator[Span]:
    """Paragraphs where lines are wrapped, else single lines."""
    start = region.start
    for blank in [*BLANK.finditer(text, region.start, region.stop), None]:
        stop = blank.start() if blank else region.stop
        yield from _unwrap(text, Span(start, stop))
        start = blank.end() if blank else stop


def _unwrap(text: str, block: Span) -> Iterator[Span]:
    """The block's lines, joined where the next line's first word would not have fitted: it was wrapped there."""
    lines = []
    start = block.start
    for piece in block.of(text).split("\n"):
        lines.append(Span(start, start + len(piece)))
        start += len(piece) + 1
    width = max(map(len, lines))
    wrapped = len(lines) > 2 and NARROWEST <= width <= WIDEST
    start = lines[0].start
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if following and wrapped:
            word = following.of(text).split(None, 1)[:1]
            if word and len(line.of(text).rstrip()) + 1 + len(word[0]) > width:
                continue
        yield Span(start, line.stop)
        start = following.start if following else line.stop


def _split(text: str, line: Span, rules: Orthography) -> Iterator[Span]:
    start = line.start
    for match in STOP.finditer(text, line.start, line.stop):
        gap = _gap(text, start, line, match)
        if gap and _ends(gap, rules):
            yield Span(start, match.end("closers"))
            start = match.end("closers")
    yield Span(start, line.stop)


def _ends(gap: Gap, rules: Orthography) -> bool:
    for rule in RULES:
        answer = rule(gap, rules)
        if answer is not None:
            return answer
    return True


def _gap(text: str, start: int, line: Span, match: re.Match[str]) -> Gap | None:
    before = WORD_BEFORE.search(text[max(start, match.start() - 40) : match.start()])
    left = before.group().strip(".,;:!?…'’\")”»") if before else ""
    opening = OPENING.match(text, match.end(), line.stop)
    place = opening.end() if opening else match.end()
    after = WORD_AFTER.match(text, place, min(line.stop, place + 40))
    right = after.group() if after else ""
    return Gap(
        left=left.lower(),
        left_form=left,
        first=match.start() - start < 12 and not text[start : match.start() - len(left)].strip(),
        stop=match["stop"],
        closers=match["closers"],
        space=bool(match["space"]),
        opener=text[match.end() : place],
        right=right.lower(),
        right_form=right,
        following=text[place : place + 1],
        last=line.stop - match.end("closers") < 20 and not text[match.end("closers") : line.stop].strip(),
    )


def _trim(text: str, span: Span) -> Span | None:
    start, stop = span.start, span.stop
    while start < stop and (text[start].isspace() or text[start] in INVISIBLE):
        start += 1
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] in INVISIBLE):
        stop -= 1
    return Span(start, stop) if start < stop else None
