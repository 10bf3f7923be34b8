"""Text into lexemes: figures, words, signs; and how the document writes its thousands and decimals.

Method: one regular expression without nested repetition, so that time is linear in any text.  The decimal mark is voted on
by the figures that leave no choice ("1,887,000", "3.5"), because one article never mixes the two conventions: "1.250" is
twelve hundred and fifty in Madrid and one and a quarter in Mexico City.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from briefing.annotate.quantities.lexicon import Lexicon, fold, singular
from briefing.model import Span

LexemeKind = Literal["figure", "word", "currency", "mark", "barrier"]

MAX_DIGITS = 18
"""A longer run of digits is an identifier, not an amount."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A figure, a word, a currency sign or another mark.  `glued`: nothing stands between it and the lexeme before it.

    `key` is the folded singular of a word.  A `barrier` is something that no quantity may cross: a date, a web address, the
    end of a line.
    """

    kind: LexemeKind
    text: str
    span: Span
    folded: str
    key: str
    glued: bool


def lex(text: str, lexicon: Lexicon, closed: Sequence[Span]) -> list[Lexeme]:
    """The lexemes of a text.  Closed spans (dates, advertisements) become one barrier each."""
    lexemes: list[Lexeme] = []
    position = 0
    for span in [*_merged(closed), Span(len(text), len(text))]:
        if span.start > position:
            lexemes.extend(_lex_open(text, lexicon, Span(position, span.start)))
        if span.stop > span.start:
            lexemes.append(Lexeme("barrier", span.of(text), span, "", "", False))
        position = max(position, span.stop)
    return lexemes


def _merged(spans: Sequence[Span]) -> Iterator[Span]:
    """Overlapping spans as one, in the order of the text."""
    last: Span | None = None
    for span in sorted(spans):
        if last is not None and span.start <= last.stop:
            last = Span(last.start, max(last.stop, span.stop))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _lex_open(text: str, lexicon: Lexicon, span: Span) -> Iterator[Lexeme]:
    end = -1
    for match in _pattern(lexicon.sign_forms, lexicon.codes).finditer(text, span.start, span.stop):
        kind: LexemeKind = match.lastgroup  # type: ignore[assignment]
        word = match.group()
        folded = fold(word) if kind == "word" else word
        key = fold(singular(word, lexicon.file)) if kind == "word" else word
        yield Lexeme(kind, word, Span(*match.span()), folded, key, match.start() == end)
        end = match.end()


@functools.cache
def _pattern(signs: tuple[str, ...], codes: frozenset[str]) -> re.Pattern[str]:
    """Signs may have spaces inside before "$" ("US $ 5"); letters before one must not continue a word."""
    alternatives = "|".join(_spaced(sign) for sign in sorted(signs, key=len, reverse=True))
    return re.compile(
        rf"""
          (?P<barrier>
              https?://\S+ | www\.\S+
            | (?<=[.!?:;])\n | \n(?![ \t]*[\da-záéíóúñü($€£])
            | \d{{1,2}}:\d\d(?::\d\d)?(?!\d) | \d+/\d{{3,}}
          )
        | (?P<figure>
              \d{{1,3}}(?:[ \u00a0\u202f\u2009]\d{{3}})+(?!\d)(?:[.,]\d+(?!\d|[.,]\d))?
            | \d+(?:[.,'’]\d+)*
            | (?<![\w.,])[.,]\d+
            | [¼-¾⅐-⅞↉]
          )
        | (?P<currency>
              (?<!\w)(?:{alternatives}) | (?<=\d)(?:{alternatives})(?!\w) | (?<!\w)(?:{"|".join(sorted(codes))})(?=\d)
          )
        | (?P<word> km/h(?!\w) | (?:[^\W\d_]\.){{2,}} | [^\W\d_]\w*(?:['’]\w+)* | [ºª°]\w? )
        | (?P<mark> \S )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _spaced(sign: str) -> str:
    """A sign as a pattern: a space may stand between its letters and its "$" ("US $"), but not after one ("a $5 note")."""
    letters, dollar = (sign[:-1], r"\ ?\$") if sign.endswith("$") and len(sign) > 2 else (sign, "")
    return re.escape(letters) + dollar


def decimal_mark(lexemes: Sequence[Lexeme], default: str | None) -> str | None:
    """The document's decimal mark, by majority of the figures that leave no choice; the language's where there is none."""
    votes = [mark for lexeme in lexemes if lexeme.kind == "figure" and (mark := _certain_mark(lexeme.text))]
    points = votes.count(".")
    if points * 2 == len(votes):
        return default
    return "." if points * 2 > len(votes) else ","


def _certain_mark(figure: str) -> str | None:
    """The decimal mark that a figure's form implies, None where it could be either.

    >>> _certain_mark("1,887,000"), _certain_mark("3,5"), _certain_mark("1.250")
    ('.', ',', None)
    """
    marks = [letter for letter in figure if letter in ".,"]
    if not marks:
        return None
    if len(set(marks)) == 2:
        return marks[-1] if marks.count(marks[-1]) == 1 else None
    if len(marks) > 1:
        return _other(marks[0]) if _grouped(re.split(r"[.,]", figure)) else None
    head, _, tail = figure.partition(marks[0])
    return None if len(tail) == 3 and 1 <= len(head) <= 3 and head != "0" else marks[0]


def _other(mark: str) -> str:
    return "," if mark == "." else "."


def _grouped(groups: Sequence[str]) -> bool:
    """Whether digits stand in threes, or in the Indian way ("12,34,567")."""
    head, *inner, last = groups
    return 1 <= len(head) <= 3 and len(last) == 3 and (all(len(g) == 3 for g in inner) or all(len(g) == 2 for g in inner))


def read_figure(figure: str, decimal: str | None) -> tuple[Fraction, bool] | None:
    """The value of a figure, and whether its single mark had to be guessed; None for versions, addresses, identifiers.

    >>> read_figure("1.234.567,5", None)
    (Fraction(2469135, 2), False)
    >>> read_figure("1.250", ","), read_figure("1.250", None)
    ((Fraction(1250, 1), False), (Fraction(1250, 1), True))
    """
    if len(figure) == 1 and not figure.isdecimal():
        return _vulgar_fraction(figure), False
    plain = re.sub(r"[\s'’]", "", figure)
    if sum(map(str.isdecimal, plain)) > MAX_DIGITS:
        return None
    if plain.isdecimal():
        return Fraction(int(plain)), False
    certain = _certain_mark(plain)
    if certain is None and (plain.count(".") + plain.count(",") > 1):
        return None
    mark = certain or decimal
    return _with_mark(plain, mark), mark is None


def _with_mark(figure: str, mark: str | None) -> Fraction:
    if mark is None:
        return Fraction(int(re.sub(r"[.,]", "", figure)))
    whole, _, part = figure.partition(mark)
    digits = re.sub(r"[.,]", "", whole) or "0"
    return Fraction(int(digits + part), 10 ** len(part))


def _vulgar_fraction(letter: str) -> Fraction:
    return Fraction(unicodedata.numeric(letter)).limit_denominator(10)
