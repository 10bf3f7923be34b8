"""What the words of a date say, before a calendar is consulted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from briefing.annotate.dates.grammar import EDGES, Grammar, Rule
from briefing.annotate.dates.lexer import Tokens, normal
from briefing.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The fields of a date rule, typed.  `words` are the tokens it was read from, `span` the characters.

    `direction` is -1 for "pasado", 0 for "este", 1 for "next"; `yearshift`, `weekshift` the same for "del año pasado", "of
    next week"; `offset` counts days ("ayer" is -1); `count` is None where the words give no number ("varios años").
    """

    rule: str
    make: str
    span: Span
    first: int  # index of its first token
    last: int  # index behind its last token
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    direction: int | None = None
    yearshift: int | None = None
    weekshift: int | None = None
    monthshift: int | None = None
    offset: int | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    half: str | None = None  # AM, PM
    zone: str | None = None  # Z, or the local time
    count: float | None = None
    vague: str | None = None
    fraction: float | None = None
    unit: str | None = None
    unitb: str | None = None
    countb: float | None = None
    ordinal: int | None = None
    season: str | None = None
    modifier: str | None = None
    ref: str | None = None
    figures: str | None = None  # a stamp, a numeric date, a clock, a decade: as written
    same: str | None = None  # what is taken from the date before: "del mismo mes y año" is M
    kind: str | None = None  # DATE, TIME, DURATION, SET where a rule knows better
    lead: str | None = None  # an article that belongs to one of several dates
    pair: int = 0  # readings of one match share it; 0 for a reading of its own
    join: str = ""


_TYPES = {field.name: str(field.type) for field in fields(Reading)}
_DIGITS = re.compile(r"[0-9]+")


def read_match(rule: Rule, match: re.Match[str], tokens: Tokens, grammar: Grammar) -> tuple[Reading, ...]:
    """The readings that one match of a rule tells: one, or one for each letter of its fields (`day_a`, `day_b`)."""
    letters = sorted({letter for name in rule.classes if (letter := _letter(name))})
    first, last = edges(match)
    values = dict(rule.row.fields) | {
        _plain(name): _value(tokens, match.span(name), kind, name, grammar)
        for name, kind in rule.classes.items()
        if match.start(name) >= 0
    }
    whole = _reading(rule, {name: value for name, value in values.items() if not _letter(name)}, tokens, (first, last))
    if not letters:
        return (whole,)
    present = [letter for letter in letters if any(_letter(name) == letter for name in values)]
    places = _letter_edges(match, present, first, last)
    return tuple(
        replace(
            _reading(rule, _own_fields(values, letter), tokens, place),
            pair=first + 1,
            join=rule.row.join if len(present) > 1 else "",
        )
        for letter, place in zip(present, places, strict=True)
    )


def edges(match: re.Match[str]) -> tuple[int, int]:
    """The tokens of the expression itself: from the pattern's `<` to its `>`, where the match went through them."""
    return _edge(match, EDGES["<"], match.start()), _edge(match, EDGES[">"], match.end())


def _edge(match: re.Match[str], name: str, otherwise: int) -> int:
    places = [match.start(group) for group in match.re.groupindex if group.startswith(name)]
    return next((place for place in places if place >= 0), otherwise)


def _letter_edges(match: re.Match[str], letters: list[str], first: int, last: int) -> list[tuple[int, int]]:
    """Each date from its own first field to its own last one; the outer edges are those of the whole expression."""
    edges = []
    for letter in letters:
        spans = [match.span(name) for name in match.re.groupindex if _letter(name) == letter and match.start(name) >= 0]
        edges.append((min(span[0] for span in spans), max(span[1] for span in spans)))
    edges[0] = (first, edges[0][1])
    edges[-1] = (edges[-1][0], last)
    return edges


def _own_fields(values: Mapping[str, str], letter: str) -> dict[str, str]:
    shared = {name: value for name, value in values.items() if not _letter(name)}
    return shared | {name[:-2]: value for name, value in values.items() if _letter(name) == letter}


def _plain(name: str) -> str:
    """A field without the number by which a pattern tells its places apart: `day` of `day2`, `day_a` of `day_a2`."""
    return name.rstrip("0123456789")


def _letter(name: str) -> str:
    """Which of several dates a field is of: `a` of `day_a` and `day_a2`."""
    plain = _plain(name)
    return plain[-1] if plain[-2:-1] == "_" else ""


def _value(tokens: Tokens, span: tuple[int, int], kind: str, name: str, grammar: Grammar) -> str:
    """The value of a field: the class's for its words, otherwise the words themselves, a number in words as figures."""
    words = tokens.words(*span)
    if kind in grammar.values:
        return grammar.values[kind][words]
    if name.startswith("count") and not words[:1].isdigit():
        return str(number_in_words(words, grammar))
    return words


def number_in_words(words: str, grammar: Grammar) -> float:
    """The value of a number in words: parts add up, multipliers multiply ("treinta y cinco", "two hundred")."""
    if words in grammar.numbers:
        return grammar.numbers[words]
    total = 0.0
    for word in words.replace("-", " ").split():
        value = grammar.numbers.get(normal(word), 0.0)
        total = (total or 1) * value if word in grammar.data.multipliers else total + value
    return total


def _reading(rule: Rule, values: Mapping[str, str], tokens: Tokens, edge: tuple[int, int]) -> Reading:
    first, last = edge
    span = Span(tokens.starts[first], tokens.stops[last - 1])
    return Reading(
        rule=rule.row.name,
        make=rule.row.make,
        span=span,
        first=first,
        last=last,
        **{name: _typed(name, value) for name, value in values.items()},  # type: ignore[arg-type]
    )


def _typed(name: str, value: str) -> int | float | str:
    kind = _TYPES[name]
    if kind.startswith("int"):
        return int(value) if value.lstrip("-").isdigit() else int(_DIGITS.findall(value)[0])
    return _number(value) if kind.startswith("float") else value


def _number(figures: str) -> float:
    """A count in figures: three digits behind each separator are thousands, anything else decimals."""
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", figures):
        return float(re.sub(r"[.,]", "", figures))
    return float(".".join(re.split(r"[.,]", figures)[:2]))
