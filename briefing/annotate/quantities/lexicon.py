"""One language's words for quantities, read from its data file and made fit for looking up.

Keys are folded (no case, no accents), unit phrases besides brought to the singular, so that "armas de fuego", "arma de
fuego" and "ARMAS DE FUEGO" are one entry.
"""

from __future__ import annotations

import dataclasses
import functools
import importlib.resources
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeVar

from briefing.errors import KnowledgeError
from briefing.model import Language, Modifier
from briefing.structure import load_yaml, structure

UnitKind = Literal["number", "percent", "currency", "measure", "rate"]
Phrase = tuple[str, ...]
Words = tuple[str, ...]
Numbers = Mapping[str, Words]
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What a number counts.  `scale` multiplies it: "3.2 mdd" are millions of dollars."""

    id: str
    kind: UnitKind
    scale: Fraction = Fraction(1)
    money_from_millions: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Words around the two numbers of a range or a change: `between` … `and`."""

    open: Words
    middle: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyWord:
    """A scale and a currency in one word."""

    scale: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguous:
    """A word for a currency and for a measure."""

    forms: Words
    measure: str
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suffixes:
    """Letters written against a figure that multiply it: always, or only after a currency sign."""

    any: Mapping[str, int]
    money: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbols:
    """`symbols.yaml`: what means the same in every language."""

    currency_signs: Mapping[str, Words]
    currency_codes: Words
    suffixes: Suffixes
    measures: Mapping[UnitKind, Mapping[str, Words]]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageFile:
    """The data file of one language as it is written; what each field means stands there."""

    decimal: str | None
    nouns_last: bool
    capitals_count: bool
    cardinals: Numbers
    multipliers: Numbers
    scales: Numbers
    abbreviated_scales: Words
    bare_scales: Words
    articles: Words
    weak_ones: Words
    article_ones: Words
    joiners: Words
    tens_joiners: Words
    points: Words
    minus: Words
    collectives: Numbers
    about_collectives: Words
    vague: Numbers
    of: Words
    determiners: Words
    half_nouns: Words
    half_adjectives: Words
    half_not_after: Words
    denominators: Numbers
    fraction_parts: Words
    and_fraction: Words
    and_cents: Words
    ordinals: Numbers
    ordinal_names: Words
    ordinal_suffixes: Words
    modifiers: Mapping[Modifier, Words]
    particles: Words
    with_particle: Words
    modifiers_after: Mapping[Modifier, Words]
    ranges: tuple[Pair, ...]
    changes: tuple[Pair, ...]
    backward_changes: tuple[Pair, ...]
    change_stems: Words
    per: Words
    per_links: Words
    n_of_m: Words
    per_adjectives: Mapping[str, Words]
    units: Mapping[UnitKind, Mapping[str, Words]]
    ambiguous_units: tuple[Ambiguous, ...]
    per_units: Words
    premodifiers: Words
    not_counted: Words
    irregular: Mapping[str, str]
    plurals_without_mark: Words
    singular: tuple[tuple[str, str], ...]
    references: Words
    references_after: Words
    place_prepositions: Words
    reference_joiners: Words
    calendar: Words
    calendar_links: Words
    clock_before: Words
    clock_after: Words
    ages_after: Words
    sign_currencies: Mapping[str, str] = dataclasses.field(default_factory=dict)
    money_words: Mapping[str, MoneyWord] = dataclasses.field(default_factory=dict)


Phrases = Mapping[str, tuple[tuple[Phrase, str], ...]]
"""Phrases by their first word, longest first, each with its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """One language's words for quantities, by folded form."""

    file: LanguageFile
    cardinals: Mapping[str, Fraction]
    multipliers: Mapping[str, Fraction]
    scales: Mapping[str, Fraction]
    collectives: Mapping[str, Fraction]
    vague: Mapping[str, Fraction]
    denominators: Mapping[str, Fraction]
    ordinals: Mapping[str, Fraction]
    ordinal_names: Phrases
    suffixes: Mapping[str, Fraction]
    money_suffixes: Mapping[str, Fraction]
    sign_forms: tuple[str, ...]
    signs: Mapping[str, Unit]
    codes: frozenset[str]
    measures: Mapping[str, Unit]
    units: Mapping[str, Unit]
    unit_phrases: Phrases
    modifiers: Phrases
    modifiers_after: Phrases
    per: Phrases
    per_links: Phrases
    n_of_m: Phrases
    per_adjectives: Mapping[str, str]
    clock_before: Phrases
    clock_after: Phrases
    ages_after: Phrases
    change_stems: tuple[str, ...]
    words: Mapping[str, frozenset[str]]
    """The plain lists of the file, folded, by the field's name."""


WORD_LISTS = (
    "abbreviated_scales",
    "bare_scales",
    "articles",
    "weak_ones",
    "article_ones",
    "joiners",
    "tens_joiners",
    "points",
    "minus",
    "about_collectives",
    "of",
    "determiners",
    "half_nouns",
    "half_adjectives",
    "half_not_after",
    "fraction_parts",
    "and_fraction",
    "and_cents",
    "ordinal_suffixes",
    "particles",
    "with_particle",
    "premodifiers",
    "not_counted",
    "plurals_without_mark",
    "references",
    "references_after",
    "place_prepositions",
    "reference_joiners",
    "calendar",
    "calendar_links",
)


@functools.lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Lower case without accents.

    >>> fold("MILLÓN")
    'millon'
    """
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def singular(word: str, file: LanguageFile) -> str:
    """The singular of a noun as it is written, by the language's endings; a word without one stays."""
    lower = word.lower()
    if lower in file.irregular:
        return file.irregular[lower]
    for ending, replacement in file.singular:
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            return lower[: -len(ending)] + replacement
    return lower


def longest(phrases: Phrases, keys: tuple[str, ...], start: int) -> tuple[int, str] | None:
    """The longest phrase that stands at `start`: where it ends, and its value."""
    if start >= len(keys):
        return None
    for phrase, value in phrases.get(keys[start], ()):
        if keys[start : start + len(phrase)] == phrase:
            return start + len(phrase), value
    return None


def longest_before(phrases: Phrases, keys: tuple[str, ...], stop: int) -> tuple[int, str] | None:
    """The longest phrase that ends at `stop`: where it starts, and its value.  Its phrases are indexed by their last word."""
    if stop <= 0:
        return None
    for phrase, value in phrases.get(keys[stop - 1], ()):
        if stop >= len(phrase) and keys[stop - len(phrase) : stop] == phrase:
            return stop - len(phrase), value
    return None


@functools.cache
def load_lexicon(language: Language) -> Lexicon:
    """Raises KnowledgeError where the language has no data file, or a faulty one."""
    file = _read(f"{language}.yaml", LanguageFile)
    symbols = _read("symbols.yaml", Symbols)
    units = _units(file)
    return Lexicon(
        file=file,
        cardinals=_numbers(file.cardinals),
        multipliers=_numbers(file.multipliers),
        scales=_numbers(file.scales),
        collectives=_plurals(_numbers(file.collectives)),
        vague=_numbers(file.vague),
        denominators=_plurals(_numbers(file.denominators)),
        ordinals=_numbers(file.ordinals),
        ordinal_names=_by_first((_phrase(form), form) for form in file.ordinal_names),
        suffixes={sign: Fraction(scale) for sign, scale in symbols.suffixes.any.items()},
        money_suffixes={sign: Fraction(scale) for sign, scale in symbols.suffixes.money.items()},
        sign_forms=tuple(sign for signs in symbols.currency_signs.values() for sign in signs),
        signs=_signs(symbols, file.sign_currencies),
        codes=frozenset(symbols.currency_codes),
        measures=_measures(symbols),
        units=units,
        unit_phrases=_by_first((_key(form, file), form) for form in units),
        modifiers=_by_last(_pairs(file.modifiers)),
        modifiers_after=_by_first(_pairs(file.modifiers_after)),
        per=_by_first((_phrase(form), form) for form in file.per),
        per_links=_by_first((_phrase(form), form) for form in file.per_links),
        n_of_m=_by_first((_phrase(form), form) for form in file.n_of_m),
        per_adjectives={fold(form): period for period, forms in file.per_adjectives.items() for form in forms},
        clock_before=_by_last((_phrase(form), form) for form in file.clock_before),
        clock_after=_by_first((_phrase(form), form) for form in file.clock_after),
        change_stems=tuple(fold(stem) for stem in file.change_stems),
        ages_after=_by_first((_phrase(form), form) for form in file.ages_after),
        words={name: frozenset(map(fold, getattr(file, name))) for name in WORD_LISTS},
    )


def _read(name: str, into: type[T]) -> T:
    source = importlib.resources.files("briefing.knowledge") / "languages" / "quantities" / name
    try:
        data, lines = load_yaml(source.read_text(encoding="utf-8"))
        return structure(data, lines, into, file=name)
    except FileNotFoundError:
        raise KnowledgeError([f"languages/quantities/{name}: no such file; a language needs one to read quantities"]) from None
    except ValueError as error:
        raise KnowledgeError([f"languages/quantities/{fault}" for fault in error.args]) from error


def _numbers(table: Numbers) -> dict[str, Fraction]:
    return {fold(form): Fraction(number) for number, forms in table.items() for form in forms}


def _plurals(table: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Collectives and denominators stand in the plural too: two dozen(s), dos tercios, tres cuartas partes, centenares."""
    plurals = {form + ending: value for form, value in table.items() for ending in ("s", "es")}
    return {**plurals, **table}


def _phrase(form: str) -> Phrase:
    return tuple(lexeme for lexeme in fold(form).split(" ") if lexeme)


def _key(form: str, file: LanguageFile) -> Phrase:
    return tuple(fold(singular(word, file)) for word in form.split(" "))


def _pairs(table: Mapping[Modifier, Words]) -> list[tuple[Phrase, str]]:
    return [(_phrase(form), modifier) for modifier, forms in table.items() for form in forms]


def _index(pairs: Iterable[tuple[Phrase, str]], place: int) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    index: dict[str, list[tuple[Phrase, str]]] = {}
    for phrase, value in pairs:
        index.setdefault(phrase[place], []).append((phrase, value))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in index.items()}


def _by_first(pairs: Iterable[tuple[Phrase, str]]) -> Phrases:
    return _index(pairs, 0)


def _by_last(pairs: Iterable[tuple[Phrase, str]]) -> Phrases:
    return _index(pairs, -1)


def _units(file: LanguageFile) -> dict[str, Unit]:
    units = {
        form: Unit(id=name, kind=kind) for kind, table in file.units.items() for name, forms in table.items() for form in forms
    }
    for word, money in file.money_words.items():
        units[word] = Unit(id=money.unit, kind="currency", scale=Fraction(money.scale))
    for row in file.ambiguous_units:
        for form in row.forms:
            units[form] = Unit(id=row.measure, kind="measure", money_from_millions=row.currency)
    return units


def _signs(symbols: Symbols, own: Mapping[str, str]) -> dict[str, Unit]:
    signs = {sign: code for code, forms in symbols.currency_signs.items() for sign in forms}
    named = {sign.replace(" ", "").casefold(): Unit(id=own.get(code, code), kind="currency") for sign, code in signs.items()}
    return {**{code.casefold(): Unit(id=code, kind="currency") for code in symbols.currency_codes}, **named}


def _measures(symbols: Symbols) -> dict[str, Unit]:
    return {
        sign: Unit(id=name, kind=kind)
        for kind, table in symbols.measures.items()
        for name, signs in table.items()
        for sign in signs
    }
