"""What a language's file says about words and sentences (`knowledge/languages/tokens/*.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from briefing.errors import KnowledgeError

FOLDER = ("languages", "tokens")


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclitics:
    """Pronouns written onto verb forms.  `sure` are endings that need no known verb before them."""

    pronouns: tuple[str, ...]
    infinitive: tuple[str, ...]
    gerund: tuple[str, ...]
    accents: Mapping[str, str]
    sure: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Orthography:
    """How a language's text falls into words and sentences; all words are lower case, abbreviations without their stop."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    anywhere: frozenset[str]
    clock: frozenset[str]
    after_clock: frozenset[str]
    spaced: frozenset[tuple[str, str]]
    starters: frozenset[str]
    careless: frozenset[str]
    greetings: frozenset[str]
    closing: re.Pattern[str]
    contractions: Mapping[str, tuple[str, ...]]
    enclitics: Enclitics
    suffixes: tuple[str, ...]
    joiners: frozenset[str]
    joined_prefixes: frozenset[str]

    @property
    def abbreviations(self) -> frozenset[str]:
        """Everything that keeps its stop."""
        return self.before_name | self.before_number | self.anywhere


@lru_cache
def orthography(language: str) -> Orthography:
    """The rules of a language; `KnowledgeError` where there is no file for it, or a faulty one."""
    import yaml

    path = files("briefing").joinpath("knowledge", *FOLDER, f"{language}.yaml")
    if not path.is_file():
        raise KnowledgeError([f"no rules for words and sentences of language {language!r}"])
    try:
        return _orthography(yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise KnowledgeError([f"languages/tokens/{language}.yaml: {error}"]) from error


def _orthography(data: Mapping[str, Any]) -> Orthography:
    enclitics = data["enclitics"]
    return Orthography(
        before_name=frozenset(data["before_name"]),
        before_number=frozenset(data["before_number"]),
        anywhere=frozenset(data["anywhere"]),
        clock=frozenset(data["clock"]),
        after_clock=frozenset(data["after_clock"]),
        spaced=frozenset((first, second) for first, second in data["spaced"]),
        starters=frozenset(data["starters"]),
        careless=frozenset(data["careless"]),
        greetings=frozenset(data["greetings"]),
        closing=re.compile(rf"(?<!\w)(?:{'|'.join(sorted(data['closings'], key=len, reverse=True))})\b,?", re.IGNORECASE),
        contractions={word: tuple(parts) for word, parts in data["contractions"].items()},
        enclitics=Enclitics(
            pronouns=tuple(enclitics["pronouns"]),
            infinitive=tuple(enclitics["infinitive"]),
            gerund=tuple(enclitics["gerund"]),
            accents=dict(enclitics["accents"]),
            sure=tuple(enclitics["sure"]),
        ),
        suffixes=tuple(data["suffixes"]),
        joiners=frozenset(data["joiners"]),
        joined_prefixes=frozenset(data["joined_prefixes"]),
    )
