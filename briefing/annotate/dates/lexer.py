"""A text as a string of codes, one character for each token: what the date rules are matched against.

Method: one pass of one regular expression cuts the text into tokens; a table gives every form that the rules of a language
know its own private character, numbers get the character of their shape (a day, a year, a clock …), and unknown words one
that says only how they are written.  A rule is then a regular expression over codes (finite-state cascades, Abney 1996):
nine tenths of a text fall away in one step, and no rule can run away.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.model import Span

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*)"
    r"|(?P<stamp>(?<![\w-])[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w-]))"
    r"|(?P<numeric>(?<![\w/.-])[0-9]{1,2}(?P<by>[/.-])[0-9]{1,2}(?P=by)(?:[0-9]{4}|[0-9]{2})(?![\w/-]|[.,][0-9]))"
    r"|(?P<clock>(?<![\w:.])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![\w:]))"
    r"|(?P<number>[0-9]+(?:[.,][0-9]+)*(?:['’]?[^\W\d_]+)?)"
    r"|(?P<line>\n\s*)"
    r"|(?P<mark>[^\s\u200b-\u200f\ufeff])"
)
_LINE_END = re.compile(r"[^\n]\n[^\S\n]*(\S)")

BREAK, WORD, PLURAL, NAME, MARK = "¶", "w", "s", "N", "."
STAMP, NUMERIC, CLOCK, DECIMAL, LONG = "S", "D", "C", "d", "L"
SHAPES: Mapping[str, str] = {
    "UNKNOWN": WORD + PLURAL + NAME,
    "PLURAL": PLURAL,
    "NAME": NAME,
    "BREAK": BREAK,
    "STAMP": STAMP,
    "NUMERIC": NUMERIC,
    "CLOCK": CLOCK,
    "DECIMAL": DECIMAL,
    "MONTHNUM": "123",
    "DAY": "12345",
    "HOUR": "0z1234",
    "MINUTE": "z23456",
    "TWO": "z234567",
    "MODERN_YEAR": "Y",
    "YEAR": "YO",
    "ANY_YEAR": "YOA",
    "FOUR": "YOAF",
    "DIGITS": "0z1234567TYOAF",
}
"""What a rule calls the shapes of numbers and of unknown words, with the codes that have them."""

_BY_VALUE = ((9, "1", "2"), (12, "3", "3"), (24, "4", "4"), (31, "5", "5"), (59, "6", "6"), (99, "7", "7"))
_YEARS = ((1800, 2100, "Y"), (1400, 1799, "O"), (1000, 1399, "A"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The forms that a language's rules know, each with its code; `suffixes` are those glued to a number (`3rd`, `90s`)."""

    forms: Mapping[str, str]
    suffixes: Mapping[str, str]
    plural_endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: where each begins and ends, and their codes as one string."""

    text: str
    starts: Sequence[int]
    stops: Sequence[int]
    codes: str

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        return self.text[self.starts[index] : self.stops[index]]

    def words(self, start: int, stop: int) -> str:
        """The tokens of a range in lower case, with one space between them."""
        return " ".join(normal(self.word(index)) for index in range(start, stop))


def tokenize(text: str, lexicon: Lexicon, skip: Sequence[Span] = ()) -> Tokens:
    """Cut a text into tokens and encode them.  No rule matches across the end of a line, or into a span of `skip`."""
    starts: list[int] = []
    stops: list[int] = []
    codes: list[str] = []
    known: dict[str, str] = {}
    wrapped = is_wrapped(text)
    for match in _TOKEN.finditer(text):
        kind, form = match.lastgroup or "", match[0]
        if kind == "line":
            if wrapped and form.count("\n") == 1:
                continue
            code = BREAK
        else:
            code = known.get(form) or known.setdefault(form, _code(kind, form, lexicon))
        starts.append(match.start())
        stops.append(match.end())
        codes.append(code)
    for span in skip:
        first, last = bisect_left(stops, span.start + 1), bisect_left(starts, span.stop)
        codes[first:last] = [BREAK] * max(last - first, 0)
    return Tokens(text, starts, stops, "".join(codes))


def is_wrapped(text: str) -> bool:
    """Whether lines are broken at a width, so that a line's end is no more than a space: most begin in lower case."""
    following = [match[1] for match in _LINE_END.finditer(text)]
    return bool(2 * sum(char.islower() for char in following) > len(following))


def normal(form: str) -> str:
    """A form as the lexicon has it: lower case, composed, with a plain hyphen and apostrophe.

    >>> normal("MIE\u0301RCOLES"), normal("’")
    ('miércoles', "'")
    """
    return unicodedata.normalize("NFC", form).lower().replace("’", "'").replace("‐", "-").replace("‑", "-")


def _code(kind: str, form: str, lexicon: Lexicon) -> str:
    if kind == "word":
        return _word_code(form, lexicon)
    if kind == "number":
        return _number_code(form, lexicon)
    if kind == "mark":
        return lexicon.forms.get(normal(form), MARK)
    return {"stamp": STAMP, "numeric": NUMERIC, "clock": CLOCK}[kind]


def _word_code(form: str, lexicon: Lexicon) -> str:
    code = lexicon.forms.get(form) or lexicon.forms.get(normal(form))
    if code:
        return code
    if form[0].isupper():
        return NAME
    return PLURAL if len(form) > 3 and form.endswith(lexicon.plural_endings) else WORD


def _number_code(form: str, lexicon: Lexicon) -> str:
    suffix = form.lstrip("0123456789.,")
    if suffix:
        return lexicon.suffixes.get(normal(suffix), MARK)
    return _digits_code(form) if form.isdigit() else DECIMAL


def _digits_code(form: str) -> str:
    if len(form) > 4:
        return LONG
    value = int(form)
    if len(form) == 4:
        return next((code for first, last, code in _YEARS if first <= value <= last), "F")
    if len(form) == 3:
        return "T"
    if value == 0:
        return "z" if len(form) == 2 else "0"
    return next(codes[len(form) - 1] for limit, *codes in _BY_VALUE if value <= limit)
