"""Governments, ministries, forces, officials: the actor that a body is with its country, and the country of one without."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.people import Naming
from briefing.annotate.actors.phrases import Phrase
from briefing.knowledge import LANGUAGES, Knowledge, labels
from briefing.knowledge.entries import ActorEntry
from briefing.model import Actor

SPEAKING = frozenset({"executive", "military"})
"""The branches whose voice is their government's."""
ANY_MINISTRY = "ministry"
"""The generic row of `the ministry`, which is the one named just before."""
ENOUGH = 2
"""How often a country must be named to be the only one that an article is about."""


def speaks(row: ActorEntry) -> bool:
    return row.official and row.branch in SPEAKING


def known_actor(name: str, knowledge: Knowledge) -> Actor:
    """A row of the knowledge as an actor."""
    row = knowledge.actors[name]
    country = row.id if row.kind == "country" else row.country
    return Actor(id=name, kind=row.kind, name=labels(knowledge, name), country=country, official=speaks(row))


def body_actor(phrase: Phrase, country: str, lexicon: Lexicon) -> Actor:
    """`pe.police`; the country's own row where it has one; a government is its country."""
    knowledge = lexicon.knowledge
    unit = unit_of(phrase)
    row = knowledge.actors[unit]
    if row.kind == "government" and country in knowledge.actors:
        return Actor(id=country, kind="government", name=labels(knowledge, country), country=country)
    own = lexicon.own.get((country, unit))
    inner = knowledge.actors.get(phrase.body or "")
    if own:
        return known_actor(own, knowledge)
    if inner and not inner.generic and row.kind == "group":  # `a State Department official`
        return known_actor(inner.id, knowledge)
    names = {language: f"{row.names[language][0]} ({labels(knowledge, country)[language]})" for language in LANGUAGES}
    return Actor(id=f"{country.lower()}.{unit}", kind=row.kind, name=names, country=country, official=speaks(row))


def unit_of(phrase: Phrase) -> str:
    """The generic row that the words name."""
    return next(entry.id for entry in phrase.entries if entry.kind == "unit")


def owner_of(line: Line, phrase: Phrase, namings: Sequence[Naming], lexicon: Lexicon) -> Naming | None:
    """Whose government it is: the name behind it, after `de` or `led by`, or before it in English."""
    grammar = lexicon.grammar
    if not any(entry.kind == "unit" and speaks(lexicon.knowledge.actors[entry.id]) for entry in phrase.entries):
        return None
    starts = {phrase.last, phrase.last + line.match(phrase.last, grammar.led_by)}
    if line.key(phrase.last) in grammar.of:
        starts.add(phrase.last + 1)
    starts = {skip_articles(line, start, lexicon) for start in starts}
    before = phrase.first - line.match_before(phrase.first, grammar.possessives)
    behind = (naming for naming in namings if naming.start in starts)
    ahead = (naming for naming in namings if grammar.country_before and naming.stop == before)
    return next(itertools.chain(behind, ahead), None)


def skip_articles(line: Line, at: int, lexicon: Lexicon) -> int:
    while line.key(at) in lexicon.grammar.articles:
        at += 1
    return at


def country_from_text(
    line: Line,
    phrase: Phrase,
    here: Sequence[str],
    everywhere: Sequence[Actor],
    explicit: Mapping[str, set[str]],
    lexicon: Lexicon,
) -> str | None:
    """The country of a body that names none: its owner's in the sentence, the only one whose body of this kind the article
    names, or the only one that the article is about.  None where two are possible.

    `here` are the countries that acted in this sentence before; `explicit` the countries of each kind of body.
    """
    row = lexicon.knowledge.actors[unit_of(phrase)]
    one_of_them = any(entry.kind == "role" and not entry.plural for entry in phrase.entries)
    if not speaks(row) or one_of_them:
        return None
    if phrase.owned:
        return here[0] if len(set(here)) == 1 else None
    if not (phrase.definite or line.capital(phrase.first) or row.kind == "group"):
        return None
    named = explicit.get(row.id, set())
    if len(named) == 1:
        return next(iter(named))
    countries = [actor.country for actor in everywhere if actor.country]
    only = len(set(countries)) == 1 and len(countries) >= ENOUGH and not named
    return countries[0] if only else None
