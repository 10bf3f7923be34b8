"""A number or a day with what a sentence says around it: what tells that two articles measure, count or date one thing.

Unlike a `Telling`, which is a clause word by word, a matter is loose: the deed that governs the number or day, what is
measured, and all that the sentence names, with the sentence before where it names little.  Whether two matters are one is for
`likely_values` and `likely_days` to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.consolidate.bridges import dictionary
from briefing.consolidate.conflicts.tellings import (
    Alternatives,
    Mood,
)
from briefing.consolidate.values.borne import counted_names
from briefing.consolidate.values.counts import UNITS_IN
from briefing.consolidate.week import SentenceKey
from briefing.knowledge import load_language
from briefing.knowledge.inflect import plural_key
from briefing.model import Language, Quantity

AGREEMENT = "agreement"
"""The unit of all that two states conclude."""
DEAD = "unit:dead"
PEOPLE = frozenset({"concept:people", "person"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One number or day: `core` are the nouns that it is said of; `near`, `beside`: names and countries in its own clause.

    `kinds`: what a counted thing is of, `trucks of onions`; `borne`: the nouns just before or behind it that say what has this
    value, `the contract, put at 90 million`; `works`: of `the cost of the works`, all that the article named before;
    `estimated`: of a sum, that somebody puts something at it;
    `condition`: it is part of what would have to be done first;
    `nth`: it is `a third` one, `ordinals`: all that the sentence names;
    `event`: whom and what its article names first.
    """

    key: SentenceKey
    quantity: Quantity | None
    unit: Alternatives
    day: str | None
    deeds: Alternatives
    core: Alternatives
    subjects: Alternatives
    own: tuple[Alternatives, ...]
    kinds: Alternatives
    borne: Alternatives
    things: tuple[Alternatives, ...]
    names: frozenset[str]
    near: frozenset[str]
    countries: frozenset[str]
    beside: frozenset[str]
    doers: frozenset[str]
    owners: frozenset[str]
    numbers: frozenset[float]
    days: frozenset[str]
    periods: frozenset[str]
    wanting: frozenset[str]
    mood: Mood
    denied: bool
    of_others: bool
    updated: bool
    growing: bool
    published: str | None
    around: frozenset[str]
    proposed: bool = False
    forecast: bool = False
    standings: frozenset[str] = frozenset()
    states: frozenset[int] = frozenset()
    remaining: bool = False
    removed: bool = False
    paces: frozenset[str] = frozenset()
    scoped: bool = False
    purposes: Alternatives = frozenset()
    firms: frozenset[str] = frozenset()
    language: Language = "en"
    limit: bool = False
    condition: bool = False
    told: Alternatives = frozenset()
    times: frozenset[str] = frozenset()
    works: Alternatives = frozenset()
    estimated: bool = False
    nth: frozenset[int] = frozenset()
    ordinals: frozenset[int] = frozenset()
    event: frozenset[str] = frozenset()

    @property
    def others(self) -> frozenset[float]:
        """The other numbers of its clause."""
        return self.numbers - ({float(self.quantity.value)} if self.quantity else set())

    @property
    def said(self) -> Alternatives:
        return frozenset().union(*self.things)


@cache
def of_people() -> frozenset[str]:
    """All that people may be called who are counted by nothing else: `persons`, `foreigners`, `citizens`."""
    return PEOPLE | counted_names()[UNITS_IN, "person"]


@cache
def vague_names() -> frozenset[str]:
    """Things of which any may be meant, also a program or a service that has just been told of."""
    names = load_language("compare", "words")["vague_things"]
    senses = {dictionary().get((UNITS_IN, plural_key(name, UNITS_IN))) for name in names}
    instruments = counted_names()[UNITS_IN, AGREEMENT]
    return frozenset(f"concept:{name}" for name in names) | frozenset(sense for sense in senses if sense) | instruments


@cache
def names_of_works() -> frozenset[str]:
    """What is built and has just been told of: `la obra`."""
    rows = load_language("compare", "words")["works"]
    senses = {dictionary().get((language, name)) for language, names in rows.items() for name in names}
    return frozenset(sense for sense in senses if sense)


def by_unit(told: Sequence[Matter]) -> Mapping[tuple[str, str], Sequence[Matter]]:
    """The matters of each article by their unit."""
    found: dict[tuple[str, str], list[Matter]] = {}
    for matter in told:
        for unit in matter.unit:
            found.setdefault((matter.key[0], unit), []).append(matter)
    return found


__all__ = ["DEAD", "PEOPLE", "Matter", "by_unit", "names_of_works", "of_people", "vague_names"]
