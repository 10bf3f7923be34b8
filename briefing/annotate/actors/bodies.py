"""Governments, ministries, forces, officials: the actor that a body is with its country, and the country of one without."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.annotate.actors.lexicon import Lexicon, head_word
from briefing.annotate.actors.lines import Chunk, Line
from briefing.annotate.actors.people import Naming
from briefing.annotate.actors.phrase import Phrase
from briefing.annotate.actors.titles import NEAR
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
    starts = {phrase.last, led_from(line, phrase, lexicon)}
    if line.key(phrase.last) in grammar.of:
        starts.add(phrase.last + 1)
    starts = {skip_articles(line, start, lexicon) for start in starts}
    before = phrase.first - line.match_before(phrase.first, grammar.possessives)
    behind = (naming for naming in namings if naming.start in starts)
    ahead = (naming for naming in namings if grammar.country_before and naming.stop == before)
    return next(itertools.chain(behind, ahead), None)


def led_from(line: Line, body: Phrase, lexicon: Lexicon) -> int:
    """Where who leads a body is named, behind `led by` or `, que encabeza`; its end where nothing says so."""
    at = body.last + (line.key(body.last) == ",")
    words = line.match(at, lexicon.grammar.led_by)
    return at + words if words else body.last


def beside_demonym(line: Line, phrase: Phrase, lexicon: Lexicon) -> Iterator[Chunk]:
    """`Hungarian | and Romanian officials`, `funcionarios mexicanos y | estadounidenses`: the other's demonym."""
    after = line.starting(phrase.last + 1) if line.key(phrase.last) in lexicon.grammar.joiners else None
    before = line.ending(phrase.first - 1) if line.key(phrase.first - 1) in lexicon.grammar.joiners else None
    for chunk in (before if lexicon.grammar.country_before else after,):
        if chunk and chunk.kind == "demonym" and phrase.country is not None:
            yield chunk


def skip_articles(line: Line, at: int, lexicon: Lexicon) -> int:
    while line.starting(at) is None and line.key(at) in lexicon.grammar.articles:  # `de El Salvador`
        at += 1
    return at


@dataclass(frozen=True, slots=True)
class Explicit:
    """A body whose country stands with it: line, generic row, country, head word."""

    line: int
    unit: str
    country: str
    head: str


def find_explicit(line: Line, phrases: Sequence[Phrase], lexicon: Lexicon) -> Iterator[Explicit]:
    """`la Cancillería peruana`, `la SRE`."""
    for phrase in phrases:
        for entry in phrase.entries:
            if phrase.country and entry.kind == "unit":
                yield Explicit(line.index, entry.id, phrase.country, head_word(entry.form, lexicon.grammar))
    for chunk in line.chunks:
        row = lexicon.knowledge.actors.get(chunk.entries[0].id) if chunk.kind == "actor" else None
        if row and row.institution and row.country:
            yield Explicit(line.index, row.institution, row.country, head_word(chunk.entries[0].form, lexicon.grammar))


def country_from_text(
    line: Line,
    phrase: Phrase,
    here: Sequence[str | None],
    everywhere: Sequence[str],
    explicit: Sequence[Explicit],
    lexicon: Lexicon,
) -> str | None:
    """The country of a body that names none; None where two are possible.

    `su gobierno`: that of the only country that acted before it in the sentence (`here`).  `la Cancillería`: that of the
    only such body whose country the article tells, called by the same word in the sentences just before; what is at home
    often goes without its country, so one that is only told elsewhere may be another's.  Else the only country that the
    article speaks of (`everywhere`).
    """
    row = lexicon.knowledge.actors[unit_of(phrase)]
    if not speaks(row) or phrase.specified or any(e.kind == "role" and not e.plural for e in phrase.entries):
        return None
    if phrase.owned:
        return here[0] if len(set(here)) == 1 else None
    if not (phrase.definite or line.capital(phrase.first)):
        return None
    told = [body for body in explicit if body.unit == row.id]
    head = next(head_word(entry.form, lexicon.grammar) for entry in phrase.entries if entry.kind == "unit")
    if told:
        near = any(0 <= line.index - body.line <= NEAR and body.head == head for body in told)
        return told[0].country if near and len({body.country for body in told}) == 1 else None
    return everywhere[0] if len(set(everywhere)) == 1 and len(everywhere) >= ENOUGH else None
