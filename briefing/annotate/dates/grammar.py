"""A language's date rules, from its data file to compiled patterns.

A rule's pattern is a regular expression whose letters are words: `el? day=DAY de month=MONTH (de year=YEAR)?`.  Lower-case
words and "quoted" marks stand for themselves, upper-case names for a class of the file (a word with a value), for a shape of
the lexer (`DAY`, `YEAR`, `UNKNOWN`) or for a definition of the file; `name=` keeps what was matched as a field; `<` and `>`
say where the expression itself begins and ends, where that is not the whole match.  Of the operators there are `( | ) ?` and
lookarounds: none that repeats, so that every rule takes linear time.

A field may end in `_a`, `_b`, `_c`: then one match tells of several dates which share the other fields ("del 3 al 5 de
febrero").  A digit at the end of a field's name is dropped (`direction` before the noun, `direction2` behind it).
"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from briefing.annotate.dates.foretold import Foretelling
from briefing.annotate.dates.lexer import SHAPES, Lexicon, normal
from briefing.annotate.dates.tense import Cues, CueTable, compile_cues
from briefing.errors import KnowledgeError
from briefing.model import Language

Make = Literal[
    "ago",
    "anaphor",
    "century",
    "clock",
    "day",
    "decade",
    "deictic",
    "duration",
    "later",
    "month",
    "month_part",
    "nothing",
    "quarter",
    "reference",
    "season",
    "set",
    "span",
    "stamp",
    "stretch",
    "unit",
    "unit_part",
    "weekday",
    "year",
]
Order = Literal["dmy", "mdy"]

_ITEM = re.compile(
    r"\s+|(?P<field>[a-z]+(?:_[a-c])?\d?)=|(?P<name>[A-Z][A-Z_]*)|\"(?P<quoted>[^\"]+)\"|(?P<look>\(\?<?[!=])|(?P<op>[()|?])"
    r"|(?P<edge>[<>])|(?P<word>[^\W\d_]+)"
)
EDGES = {"<": "begin", ">": "end"}
_FIRST_CODE = 0xE000
_DEPTH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """A row of the file: `make` names what the match is; `fields` are constants added to it; `join` says whether several
    dates of one match are the ends of an interval or a list."""

    name: str
    make: Make
    pattern: str
    fields: Mapping[str, str] = dataclasses.field(default_factory=dict)
    join: Literal["interval", "list"] = "interval"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLanguage:
    """The data file of one language.

    `tense` has the cues `past`, `done`, `since`, `future`, `scheduled`, `planned`, `leading`, `moved`; `foretold` those by
    which a weekday is ahead of a saying; `next_or_after` how many days ahead, in the same week, "next Thursday" may be the
    one behind the coming one; `far_ends` the words before the two ends of a range that have others between them
    ("desde … hasta").
    """

    numeric_order: tuple[Order, ...]
    plural_endings: tuple[str, ...]
    classes: Mapping[str, Mapping[str, tuple[str, ...]]]
    capitalized: tuple[str, ...] = ()
    suffixes: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    multipliers: tuple[str, ...] = ()
    define: Mapping[str, str] = dataclasses.field(default_factory=dict)
    tense: Mapping[str, Cues] = dataclasses.field(default_factory=dict)
    foretold: Foretelling = dataclasses.field(default_factory=Foretelling)
    far_ends: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    next_or_after: int = 0
    rules: tuple[RuleRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled row: `classes` tells of each field which class gives its value."""

    row: RuleRow
    pattern: re.Pattern[str]
    classes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything that the engine knows of a language.  `values` holds each class's words with their value."""

    data: DateLanguage
    lexicon: Lexicon
    values: Mapping[str, Mapping[str, str]]
    numbers: Mapping[str, float]
    cues: CueTable
    rules: tuple[Rule, ...]


@functools.cache
def load_grammar(language: Language) -> Grammar | None:
    """The grammar of a language; None where there is no data file for it.  KnowledgeError where the file has a fault."""
    from briefing.structure import load_yaml, structure

    name = f"{language}.yaml"
    path = files("briefing.knowledge") / "languages" / "dates" / name
    if not re.fullmatch(r"[a-z]{2,3}", language) or not path.is_file():
        return None
    try:
        plain, lines = load_yaml(path.read_text("utf-8"))
        return compile_grammar(structure(plain, lines, DateLanguage, file=name))
    except ValueError as error:
        raise KnowledgeError([f"{name}: {str(fault).removeprefix(f'{name}:')}" for fault in error.args]) from error


def compile_grammar(data: DateLanguage) -> Grammar:
    """Give every form its code and turn the patterns into regular expressions over codes.  ValueError names faulty rules."""
    values = {
        name: {" ".join(split_form(normal(form))): value for value, forms in rows.items() for form in forms}
        for name, rows in data.classes.items()
    }
    codes = _codes(data, values)
    suffixes = {name: chr(_FIRST_CODE + len(codes) + n) for n, name in enumerate(data.suffixes)}
    compiler = _Compiler(codes, _class_patterns(values, codes) | suffixes | _shape_patterns(), data.define)
    lexicon = Lexicon(
        _spellings(codes, _capitalized_only(data, values)),
        {form: suffixes[name] for name, forms in data.suffixes.items() for form in forms},
        data.plural_endings,
    )
    numbers = {form: float(value) for form, value in values.get("NUMBER", {}).items()}
    rules = tuple(compiler.rule(row) for row in data.rules)
    spelled = {name: _with_bare(rows) for name, rows in values.items()}
    return Grammar(data, lexicon, spelled, numbers, compile_cues(data.tense), rules)


# ------------------------------------------------------------------ forms


def _codes(data: DateLanguage, values: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """A code for every single form of the classes and for every word of the patterns."""
    forms = {part for forms in values.values() for form in forms for part in split_form(form)}
    patterns = [*data.define.values(), *(row.pattern for row in data.rules)]
    forms |= {literal for pattern in patterns for literal in _literals(pattern)}
    return {form: chr(_FIRST_CODE + n) for n, form in enumerate(sorted(forms))}


def split_form(form: str) -> list[str]:
    """The tokens of a form of several words.

    >>> split_form("o'clock"), split_form("que viene")
    (['o', "'", 'clock'], ['que', 'viene'])
    """
    return re.findall(r"[^\W\d_]+|[^\s\w]", form)


def _literals(pattern: str) -> Iterator[str]:
    for match in _ITEM.finditer(pattern):
        if match["quoted"]:
            yield from split_form(match["quoted"])
        elif match["word"]:
            yield match["word"]


def _capitalized_only(data: DateLanguage, values: Mapping[str, Mapping[str, str]]) -> frozenset[str]:
    """Forms that count only with a capital: `May` is a month, `may` is a verb."""
    return frozenset(form for name in data.capitalized for form in values[name])


def _spellings(codes: Mapping[str, str], capitalized: frozenset[str]) -> dict[str, str]:
    """The codes by spelling: with capitals where they are needed, and long words also without their accents ("miercoles")."""
    bare = {form.translate(_BARE): code for form, code in codes.items() if len(form) > 3}
    result = {form: code for form, code in bare.items() if form not in codes} | dict(codes)
    for form in capitalized:
        code = result.pop(form)
        result |= {form.capitalize(): code, form.upper(): code}
    return result


def _with_bare(values: Mapping[str, str]) -> dict[str, str]:
    return {form.translate(_BARE): value for form, value in values.items()} | dict(values)


_BARE = str.maketrans("áéíóú", "aeiou")


# ------------------------------------------------------------------ patterns


def _class_patterns(values: Mapping[str, Mapping[str, str]], codes: Mapping[str, str]) -> dict[str, str]:
    return {name: _alternatives([split_form(form) for form in forms], codes) for name, forms in values.items()}


def _alternatives(forms: list[list[str]], codes: Mapping[str, str]) -> str:
    """The longest forms first; all forms of one word as one set."""
    phrases = sorted((form for form in forms if len(form) > 1), key=lambda form: (-len(form), form))
    singles = "".join(sorted(codes[form[0]] for form in forms if len(form) == 1))
    parts = ["".join(codes[word] for word in form) for form in phrases] + ([f"[{singles}]"] if singles else [])
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _shape_patterns() -> dict[str, str]:
    return {name: f"[{re.escape(shape)}]" for name, shape in SHAPES.items()}


@dataclass(frozen=True, slots=True)
class _Compiler:
    codes: Mapping[str, str]
    named: Mapping[str, str]
    define: Mapping[str, str]

    def rule(self, row: RuleRow) -> Rule:
        classes: dict[str, str] = {}
        try:
            return Rule(row, re.compile(self.translate(row.pattern, classes)), classes)
        except (ValueError, re.error) as error:
            raise ValueError(f"rule {row.name}: {error}") from error

    def translate(self, pattern: str, classes: dict[str, str], depth: int = 0) -> str:
        """The regular expression of a pattern; the classes of its fields are added to `classes`."""
        if depth > _DEPTH:
            raise ValueError("definitions nested too deep")
        parts, position, field = [], 0, None
        while position < len(pattern):
            match = _ITEM.match(pattern, position)
            if not match:
                raise ValueError(f"cannot read {pattern[position:][:20]!r}")
            position = match.end()
            if match["field"]:
                field = match["field"]
                continue
            part = self._part(match, classes, depth)
            if field and match["name"]:
                classes[field] = match["name"]
                part, field = f"(?P<{field}>{part})", None
            parts.append(part)
        return "".join(parts)

    def _part(self, match: re.Match[str], classes: dict[str, str], depth: int) -> str:
        if match["name"]:
            return self._named(match["name"], classes, depth)
        if match["quoted"]:
            return "".join(self.codes[form] for form in split_form(match["quoted"]))
        if match["word"]:
            return self.codes[match["word"]]
        if match["edge"]:
            return f"(?P<{EDGES[match['edge']]}{match.start()}>)"
        return match["look"] or {"(": "(?:"}.get(match["op"] or "", match["op"] or "")

    def _named(self, name: str, classes: dict[str, str], depth: int) -> str:
        if name in self.define:
            return f"(?:{self.translate(self.define[name], classes, depth + 1)})"
        if name not in self.named:
            raise ValueError(f"{name} is neither a class nor a definition")
        return self.named[name]
