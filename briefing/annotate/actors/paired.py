"""Titles that several names share, each with its own country: `Los cancilleres de Perú, Juan Quispe, y de Chile, Ana Mora`.

Or that a pronoun stands for: `el canciller de Perú, Juan Quispe, y la de Chile, Ana Mora`, `and that of Chile, Ana Mora`.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Chunk, Line
from briefing.annotate.actors.names import Name
from briefing.annotate.actors.phrase import Phrase

BEFORE_NAME = frozenset({",", "("})
BEHIND_NAME = frozenset({",", ")", ";"})
PRONOUNS = frozenset({"PRON", "DET"})


def paired_titles(line: Line, names: Sequence[Name], roles: Sequence[Phrase], lexicon: Lexicon) -> dict[Name, Phrase]:
    """The names that share a title, each with its own country; the later ones' covers no more than the country's words."""
    found: dict[Name, Phrase] = {}
    for earlier, later in itertools.pairwise(names):
        title = found.get(earlier) or title_of_country(line, earlier, roles)
        other = title_of_the_other(line, title, earlier, later, lexicon) if title else None
        if title and other:
            found |= {earlier: replace(title, gender=None) if title.entry.plural else title, later: other}
    return found


def title_of_country(line: Line, name: Name, roles: Sequence[Phrase]) -> Phrase | None:
    """`cancilleres de Perú`, with nothing but a comma or a bracket before the name."""
    if line.key(name.first - 1) not in BEFORE_NAME:
        return None
    return next((p for p in roles if p.last == name.first - 1 and p.country and not p.others and not p.former), None)


def title_of_the_other(line: Line, title: Phrase, earlier: Name, later: Name, lexicon: Lexicon) -> Phrase | None:
    """The title of the later name, where nothing but `, y de Chile,` or `, y la de Chile,` stands between the two."""
    grammar, land = lexicon.grammar, line.ending(later.first - 1)
    if land is None or land.kind != "country" or line.key(later.first - 1) not in BEFORE_NAME:
        return None
    if line.key(earlier.last) not in BEHIND_NAME:
        return None
    at = earlier.last + 1
    at += line.key(at) == "," and line.key(earlier.last) == ")"
    at += line.key(at) in grammar.joiners
    pronoun = at if line.upos(at) in PRONOUNS and line.key(at + 1) in grammar.of else None
    at += pronoun is not None
    at += line.key(at) in grammar.of
    at += line.key(at) in grammar.articles
    if at != land.first or title.entry.plural == (pronoun is not None):
        return None  # `el canciller de Perú, Juan Quispe, y Chile`: of the pair, and no other's title
    gender = grammar.genders.get(line.key(pronoun)) if pronoun is not None else None
    return replace(title, first=land.first, last=land.last, country=land.entries[0].id, gender=gender)


def country_of_each(line: Line, name: Name, title: Phrase | None, lexicon: Lexicon) -> str | None:
    """`los presidentes Juan Quispe, de Perú, y Ana Mora, de Chile`: of several who share a title."""
    land = country_behind(line, name, lexicon) if title is not None and title.entry.plural else None
    return land.entries[0].id if land else None


def country_behind(line: Line, name: Name, lexicon: Lexicon) -> Chunk | None:
    """The country in `, de Perú` right behind a name."""
    linked = line.key(name.last) == "," and line.key(name.last + 1) in lexicon.grammar.link_to_country
    at = name.last + 2 + (line.key(name.last + 2) in lexicon.grammar.articles)
    land = line.starting(at) if linked else None
    return land if land and land.kind == "country" else None


__all__ = ["country_behind", "country_of_each", "paired_titles"]
