"""How far a title or body reaches to the left: over its country, its body and words like `former`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.phrase import NATIONAL, Phrase, body_id, country_of

LONGEST_MODIFIER = 3
"""Words between a country and its title: `U.S. deputy national security adviser`."""
LONGEST_FIELD = 4
"""Words of what a minister is for: `tourism and youth minister`."""
MINISTERS = frozenset({"minister", "deputy_minister"})
"""The rows of those who have some portfolio or other."""


def extend_left(line: Line, phrase: Phrase, lexicon: Lexicon, before: Sequence[Phrase]) -> Phrase:
    grammar = lexicon.grammar
    first, former = skip_before(line, phrase.first, lexicon)
    phrase = replace(phrase, first=first, former=phrase.former or former)
    possessed = line.match_before(first, grammar.possessives) > 0  # `Laos's foreign minister`, as definite as any
    if grammar.country_before:
        phrase = owned_by(line, phrase, lexicon, before)
    first, former = skip_before(line, phrase.first, lexicon)
    key = line.key(first - 1)
    return replace(
        phrase,
        first=first,
        former=phrase.former or former,
        definite=key in grammar.definite or key in grammar.articles or (possessed and phrase.country is not None),
        owned=key in grammar.possessive_pronouns,
    )


def owned_by(line: Line, phrase: Phrase, lexicon: Lexicon, before: Sequence[Phrase]) -> Phrase:
    """`Mexico's foreign ministry spokesman`, `a U.S. State Department official`, `Chilean deputy finance minister`."""
    at = phrase.first - line.match_before(phrase.first, lexicon.grammar.possessives)
    body = next((p for p in before if p.last == at and not p.is_role), None)
    if body and phrase.body is None:
        name = body_id(body, lexicon) or body.entry.id
        return replace(phrase, first=body.first, body=name, country=phrase.country or body.country)
    chunk = line.ending(at)
    if chunk and chunk.kind == "actor" and phrase.body is None:
        name = chunk.entries[0].id
        country = phrase.country or country_of(lexicon, name)
        return owned_by(line, replace(phrase, first=chunk.first, body=name, country=country), lexicon, ())
    if chunk and chunk.kind in NATIONAL and phrase.country in {None, country_of(lexicon, chunk.entries[0].id)}:
        return replace(phrase, first=chunk.first, country=country_of(lexicon, chunk.entries[0].id))
    chief = next((p for p in before if p.last == at and p.is_role and p.country and not p.entry.plural), None)
    if chief and at != phrase.first and phrase.country is None:  # `the Togolese president's | spokesman`
        return replace(phrase, country=chief.country)
    if phrase.country is not None or at != phrase.first:
        return phrase
    return over_unknown_field(line, phrase, lexicon) or over_modifiers(line, phrase, at, lexicon)


def over_unknown_field(line: Line, phrase: Phrase, lexicon: Lexicon) -> Phrase | None:
    """`Chile's | sports minister`, `Chile's | Maritime Affairs Minister`: a minister of no field known, and whose he is.

    Not over a comma: `was put off at Chile's request, Ports Minister Ruiz said`.
    """
    role = lexicon.knowledge.roles.get(phrase.entry.id)
    if role is None or not (role.minister or role.id in MINISTERS) or phrase.entry.plural:
        return None
    for first in range(phrase.first - 1, max(0, phrase.first - 1 - LONGEST_FIELD), -1):
        joins = line.key(first) in lexicon.grammar.joiners
        if line.starting(first) or not (joins or line.upos(first) in {"ADJ", "NOUN", "PROPN"}):
            return None
        start, former = skip_before(line, first, lexicon)
        owner = line.ending(start - line.match_before(start, lexicon.grammar.possessives))
        if owner and owner.last < start and owner.kind == "country":
            country = country_of(lexicon, owner.entries[0].id)
            return replace(phrase, first=owner.first, country=country, former=phrase.former or former)
    return None


def over_modifiers(line: Line, phrase: Phrase, at: int, lexicon: Lexicon) -> Phrase:
    """Over a few words that qualify the title to the country before them; back where there is none."""
    for first in range(at - 1, max(-1, at - 1 - LONGEST_MODIFIER), -1):
        if line.upos(first) not in {"ADJ", "NOUN", "PROPN"} or line.starting(first) or line.capital(first):
            return phrase
        start, _ = skip_before(line, first, lexicon)
        chunk = line.ending(start)
        if chunk and chunk.kind in {"demonym", "country"}:
            return replace(phrase, first=chunk.first, country=country_of(lexicon, chunk.entries[0].id))
    return phrase


def skip_before(line: Line, first: int, lexicon: Lexicon) -> tuple[int, bool]:
    """Over `former`, `current`, `el propio` to the left; whether one of them says that the office is past."""
    former = False
    while True:
        past = line.match_before(first, lexicon.grammar.former)
        other = line.match_before(first, lexicon.grammar.before_title)
        if not past and not other:
            return first, former
        former = former or bool(past)
        first -= past or other
