"""What the head of a text says of whose it is: the ministry above it, the capital in its dateline."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.annotate.actors.grammar import load_actor_grammar
from briefing.annotate.actors.lexicon import Lexicon, strip_accents
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.phrase import Phrase
from briefing.knowledge import Knowledge
from briefing.knowledge.entries import ActorEntry
from briefing.model import Language, Span

LONGEST_STATE = 5
"""Pieces of a line that is a state's full name: `Republic of the Congo`."""
OPENING = 40
"""Characters of the body's first words."""
PLACED = frozenset({"country", "demonym", "metonym", "actor"})
"""Forms of the lexicon that speak of a country."""


def countries_of(line: Line, first: int, last: int, lexicon: Lexicon) -> list[str]:
    """The countries that some pieces of a line speak of, in order."""
    rows = lexicon.knowledge.actors
    found = [c.entries[0].id for c in line.chunks if c.kind in PLACED and first <= c.first and c.last <= last]
    return [
        code for name in found if (row := rows.get(name)) and (code := row.country or (name if row.kind == "country" else None))
    ]


def masthead_of(
    lines: Sequence[Line], phrases: Sequence[Sequence[Phrase]], issuer: str | None, lexicon: Lexicon
) -> Phrase | None:
    """The ministry or presidency whose name is a whole line above the text; its country may stand on a line of its own.

    Of a text that an `issuer` is known to write the first office above it is his, however the line goes on.
    """
    nation: str | None = issuer
    for line, bodies in zip(lines, phrases, strict=True):
        if line.sentence.kind == "body":
            return None
        nation = nation or lone_country(line, lexicon)
        for body in bodies:
            state = state_behind(line, body.last, lexicon)
            country = body.country or state or nation
            last = len(line.pieces) if state else body.last
            opens = body.first <= 1 or not any(
                piece.form[0].isalnum() for piece in line.pieces[: body.first]
            )  # `**Ministry of …`
            whole = is_whole(line, body.first, last, lexicon) or (issuer == country and opens)
            if country and whole and is_of_the_executive(body, lexicon):
                return replace(body, country=country)
    return None


def state_behind(line: Line, first: int, lexicon: Lexicon) -> str | None:
    """`Ministry of Trade | of the Arab Republic of Egypt`: all the rest of the line is a state's name in full."""
    grammar = lexicon.grammar
    rest = range(first, len(line.pieces))
    plain = all(line.capital(n) or line.key(n) in grammar.of | grammar.joiners | grammar.articles for n in rest)
    named = set(countries_of(line, first, len(line.pieces), lexicon))
    return next(iter(named)) if plain and len(named) == 1 else None


def lone_country(line: Line, lexicon: Lexicon) -> str | None:
    """`Republic of Türkiye`, `REPÚBLICA DEL PERÚ`: a line that names a country, and a few words more."""
    named = countries_of(line, 0, len(line.pieces), lexicon)
    return named[0] if len(set(named)) == 1 and len(line.pieces) <= LONGEST_STATE else None


def is_whole(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    return last == len(line.pieces) and all(line.key(n) in lexicon.grammar.articles for n in range(first))


def is_of_the_executive(body: Phrase, lexicon: Lexicon) -> bool:
    unit = next((lexicon.knowledge.actors[entry.id] for entry in body.entries if entry.kind == "unit"), None)
    return unit is not None and unit.official and unit.branch == "executive"


def home_of(text: str, datelines: Sequence[Span], body: Span | None, lexicon: Lexicon) -> str | None:
    """The country whose capital opens a dateline, or the first words of the body in capitals; else the one a dateline names."""
    opening = [span.of(text) for span in datelines]
    first = body.of(text)[:OPENING] if body else ""
    opening += [first] if first.partition(" ")[0].isupper() else []
    for words in opening:
        place = " ".join(strip_accents(word.strip(".,:;()|—–-").casefold()) for word in words.split()[:4])
        named = capitals(lexicon.knowledge, lexicon.grammar.language)
        code = next((code for name, code in named if f"{place} ".startswith(f"{name} ")), None)
        if code:
            return code
    return next((code for span in datelines if (code := country_behind(span.of(text), lexicon))), None)


def country_behind(dateline: str, lexicon: Lexicon) -> str | None:
    """The country that a dateline gives to its town: `GULU, Uganda (AP) —`, `Gulu (Uganda), 3 mar (EFE).-`."""
    said = " ".join(strip_accents(dateline.casefold()).split())
    named = state_names(lexicon.knowledge, lexicon.grammar.language)
    return next(
        (code for name, code in named if f", {strip_accents(name)} (" in said or f"({strip_accents(name)})" in said), None
    )


@functools.lru_cache(maxsize=8)
def capitals(knowledge: Knowledge, language: Language) -> tuple[tuple[str, str], ...]:
    """Every capital's name in a language with its country's code, the longest first."""
    rows = [row for row in knowledge.actors.values() if row.kind == "country"]
    named = [
        (" ".join(strip_accents(word.casefold()) for word in name.split()), row.id)
        for row in rows
        for name in own_names(row, language)
    ]
    return tuple(sorted(named, key=lambda pair: (-len(pair[0]), pair)))


@functools.lru_cache(maxsize=8)
def state_names(knowledge: Knowledge, language: Language) -> tuple[tuple[str, str], ...]:
    """Every name of a state in a language with its country's code."""
    rows = sorted((row for row in knowledge.actors.values() if row.kind == "country"), key=lambda row: row.id)
    return tuple((name.casefold(), row.id) for row in rows for name in row.names.get(language, ()))


def own_names(row: ActorEntry, language: Language) -> Iterator[str]:
    """A capital's names, and without its country: `San José` of `San José de Costa Rica`."""
    yield from row.capital_spellings.get(language, ())
    capital = row.capital.get(language)
    if capital:
        yield capital
        grammar = load_actor_grammar(language)
        owned = ((name, f" {of} {name}") for name in row.names[language] for of in sorted(grammar.of))
        name, ending = next(((name, end) for name, end in owned if capital.endswith(end)), ("", ""))
        short = capital.removesuffix(ending)
        if name:  # `PANAMÁ, 3 de marzo`, of Ciudad de Panamá
            yield name if short.casefold() in grammar.place_nouns else short
