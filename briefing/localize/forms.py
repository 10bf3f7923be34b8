"""How a locale writes dates, numbers, quotation marks and lists: data files, one for each locale, read once.

A file for a region (`es_ES.yaml`) holds only what differs from its language's (`es.yaml`).
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

from babel import Locale

from briefing.errors import KnowledgeError
from briefing.structure import Lines, Plain, load_yaml, structure

LOCALES = ("es_MX", "en_US", "es_ES", "es", "en_GB", "en")
"""What a memo can be written in.  The first of each language is that language's default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Quotation marks, opening and closing; `inner` for a quotation inside a quotation."""

    outer: tuple[str, str]
    inner: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateForm:
    """A CLDR pattern, the one without its year, and the date among prepositions, where `{}` stands for it."""

    pattern: str
    on: str
    due: str
    since: str
    until: str
    about: str
    short: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeForm:
    """Patterns of both ends, and how they are joined: alone (`join`), in a sentence (`on`), of what is planned (`due`), and as
    the bounds of one day (`between`).

    `short` is the last end without its year.
    """

    first: str
    last: str
    join: str
    on: str
    due: str
    between: str
    short: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DivisionForm:
    """A season, quarter or half, or a week of `{days}`.  `like` names the date form whose prepositions it takes."""

    words: str
    like: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockForm:
    pattern: str
    with_date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A word for a round power of ten."""

    value: int
    one: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrencyForm:
    """A currency as it is printed: by a sign around the number, or by its noun."""

    sign: str | None = None
    one: str | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conjunction:
    """The form that a conjunction takes before what matches `before`."""

    before: str
    form: str


@dataclass(frozen=True, kw_only=True)
class Junction:
    """Two words that change where they meet (`de el` -> `del`, `a hour` -> `an hour`): a pattern and its substitution.

    Letters of which one always stands where the pattern is found may be given as `near`: without them nothing is looked for.
    """

    name: str
    find: str
    put: str
    near: tuple[str, ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.find)

    def changed(self, text: str) -> str:
        """The text with the substitution wherever the pattern is found."""
        for letters in self.near:
            if letters in text:
                break
        else:
            return text if self.near else self.pattern.sub(self.put, text)
        return self.pattern.sub(self.put, text)


@dataclass(frozen=True, kw_only=True)
class Preterite:
    """A participle's ending, and those of the past tense for one and for many."""

    find: str
    one: str
    many: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.find)


@dataclass(frozen=True, kw_only=True)
class DatedPerfect:
    """A compound past beside the day on which it was, which the language puts into the simple past.

    `find` has the groups `auxiliary` and `participle`; `many` is the auxiliary of several.
    """

    find: str
    many: str
    preterites: tuple[Preterite, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.find)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingForms:
    """How a person is introduced: `home` for those of the reader's own country (`home_long`: the office has several words),
    `abroad` for others, `abroad_of` where their country has no adjective, `titled` where the text has a title before the name,
    `beside` where no article of a language says whether the office is a man's or a woman's.

    The patterns of words: `title` that ends before a name, `titles` of several people before one, `apposition` behind one,
    `not_behind` and `not_before` what an office cannot stand next to; `joins` are the words that change before an
    introduction (`de el` -> `del`).  `surname_first`: countries whose people have the surname before the given name.
    """

    home: str
    home_long: str
    abroad: str
    abroad_of: str
    titled: str
    beside: str
    country: str
    title: str
    titles: str
    apposition: str
    not_behind: str
    not_before: str
    own_houses: tuple[str, ...]  # that one country alone has
    of_words: tuple[str, ...]
    inside_names: tuple[str, ...]
    before_names: tuple[str, ...]  # articles
    openings: tuple[str, ...]  # words that are no part of a name, though a sentence begins with them
    title_prefixes: tuple[str, ...] = ()  # `former`: a title that begins so takes no country before it
    articles: Mapping[str, str] = dataclasses.field(default_factory=dict)
    joins: tuple[Junction, ...] = ()
    surname_first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """Everything that one locale's file says.

    `stops`: on which side of closing quotation marks a full stop and a comma stand (`as_written`: where the text has them).
    `spellings` are the house's, for sentences of our own; `own_year` are days with the memo's `{year}`, which it need not say;
    `small_numbers`, from nought, are written out where things are counted in prose.
    """

    quotes: Marks
    stops: Literal["inside", "outside", "as_written"]
    naming: NamingForms
    dates: Mapping[str, DateForm]
    weekday: str
    clock: ClockForm
    uncertain: str
    ranges: Mapping[str, RangeForm]
    mixed_range: str
    divisions: Mapping[str, DivisionForm]
    scales: tuple[Scale, ...]
    scaled_unit: str
    grouping_from: int
    currencies: Mapping[str, CurrencyForm] = dataclasses.field(default_factory=dict)
    conjunctions: Mapping[str, Conjunction] = dataclasses.field(default_factory=dict)
    junctions: tuple[Junction, ...] = ()
    spellings: tuple[Junction, ...] = ()
    own_year: tuple[Junction, ...] = ()
    dated_perfect: DatedPerfect | None = None
    small_numbers: tuple[str, ...] = ()
    countries: Mapping[str, str] = dataclasses.field(default_factory=dict)
    short_countries: Mapping[str, str] = dataclasses.field(default_factory=dict)  # before a noun: `U.S.–Mexico talks`


@cache
def locale_of(name: str) -> Locale:
    """CLDR's locale of one of ours."""
    return Locale.parse(name)


@cache
def forms_of(locale: str) -> Forms:
    """The forms of a locale, its own before its language's.  KnowledgeError where a file is at fault."""
    language = locale.partition("_")[0]
    data, lines = _read(language)
    if locale != language:
        data = _overlaid(data, _read(locale)[0])
    try:
        return structure(data, lines, Forms, file=f"localize/{language}.yaml")
    except ValueError as error:
        raise KnowledgeError(list(error.args)) from error


def _read(name: str) -> tuple[Plain, Lines]:
    source = files("briefing") / "knowledge" / "languages" / "localize" / f"{name}.yaml"
    return load_yaml(source.read_text("utf-8")) if source.is_file() else ({}, {})


def _overlaid(below: Plain, above: Plain) -> Plain:
    """Mappings join key by key; anything else is replaced."""
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return above
    return below | {key: _overlaid(below[key], value) if key in below else value for key, value in above.items()}
