"""Word forms: keys that all inflected forms of a word share, plurals, and the agreement of adjectives.

Everything that is particular to a language stands in `languages/inflection/<language>.yaml` as ordered patterns and lists of
exceptions; a termbase has few enough words that rules with exceptions are right for all of them, which its round trip shows.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.knowledge.loader import load_language
from briefing.model import Language

Patterns = tuple[tuple[re.Pattern[str], str], ...]


@dataclass(frozen=True, slots=True)
class Inflection:
    """One language's rules; see the comments in its data file."""

    endings: tuple[tuple[str, str], ...]
    genders: tuple[str, ...]
    shortest: int
    irregular: Mapping[str, str]
    spelling: Patterns
    spelling_kept: frozenset[str]
    stops: frozenset[str]
    plural_words: Mapping[str, str]
    plurals: Patterns
    plural_head: str
    behind_gerunds: frozenset[str]


@functools.cache
def load_inflection(language: Language) -> Inflection:
    """The rules of a language, longest endings first."""
    rows = load_language("inflection", language)
    return Inflection(
        endings=tuple(sorted(rows["plural"].items(), key=lambda row: -len(row[0]))),
        genders=tuple(rows["gender"]),
        shortest=int(rows["shortest"]),
        irregular=rows["irregular"],
        spelling=compiled(rows["spelling"]),
        spelling_kept=frozenset(rows.get("spelling_kept", ())),
        stops=frozenset(rows["stops"]),
        plural_words=rows["plural_words"],
        plurals=compiled(rows["plurals"]),
        plural_head=rows["plural_head"],
        behind_gerunds=frozenset(rows["behind_gerunds"]),
    )


def compiled(rows: Sequence[Sequence[str]]) -> Patterns:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in rows)


def fold(word: str) -> str:
    """Lower case without accents.

    >>> fold("Área")
    'area'
    """
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    return "".join(char for char in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(char))


# ------------------------------------------------------------------ keys


@functools.lru_cache(maxsize=65536)
def neutral_key(word: str, language: Language) -> str:
    """What all forms of a word share, in either gender and number.

    >>> {neutral_key(word, "es") for word in ("bilateral", "bilaterales")}
    {'bilateral'}
    >>> {neutral_key(word, "es") for word in ("conjunto", "conjunta", "conjuntas")}
    {'conjunt'}
    """
    rules = load_inflection(language)
    key = plural_key(word, language)
    return key[:-1] if key.endswith(rules.genders) and len(key) > rules.shortest else key


@functools.lru_cache(maxsize=65536)
def plural_key(word: str, language: Language) -> str:
    """The singular's key with its gender kept: single words are matched by it, so that `trata` is not `trato`.

    >>> plural_key("tropas", "es"), plural_key("trato", "es"), plural_key("trata", "es")
    ('tropa', 'trato', 'trata')
    >>> plural_key("organisations", "en"), plural_key("women", "en")
    ('organization', 'woman')
    """
    rules = load_inflection(language)
    key = fold(word)
    if key in rules.irregular:
        return rules.irregular[key]
    if key not in rules.spelling_kept:
        for pattern, replacement in rules.spelling:
            key = pattern.sub(replacement, key)
    for ending, common in rules.endings:
        if key.endswith(ending) and len(key) - len(ending) >= rules.shortest:
            return key[: len(key) - len(ending)] + common
    return key


# ------------------------------------------------------------------ forms


def plural(term: str, language: Language) -> str:
    """The plural of a term of one or several words, without article.

    >>> plural("operativo conjunto", "es"), plural("crisis de refugiados", "es"), plural("régimen militar", "es")
    ('operativos conjuntos', 'crisis de refugiados', 'regímenes militares')
    >>> plural("act of war", "en"), plural("trade policy", "en")
    ('acts of war', 'trade policies')
    """
    rules = load_inflection(language)
    words = term.split(" ")
    end = next((at for at, word in enumerate(words) if word.lower() in rules.stops), len(words))
    start = 0 if rules.plural_head == "all" else max(end - 1, 0)
    inflected = [plural_word(word, rules) for word in words[start:end]]
    return " ".join([*words[:start], *inflected, *words[end:]])


def plural_word(word: str, rules: Inflection) -> str:
    return rules.plural_words.get(word) or changed(word, rules.plurals)


def changed(word: str, patterns: Patterns) -> str:
    """The word after the first pattern that fits."""
    for pattern, replacement in patterns:
        if pattern.search(word):
            return pattern.sub(replacement, word, count=1)
    return word
