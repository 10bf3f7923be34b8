"""Titles and bodies put together with what they belong to: `el canciller peruano`, `U.S. officials`, `la policía de Haití`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Chunk, Line
from briefing.annotate.actors.phrase import Phrase
from briefing.annotate.actors.reach import build_phrase

SIDE = "side"
"""The generic row of `the Chilean side`."""


def find_phrases(line: Line, lexicon: Lexicon) -> tuple[Phrase, ...]:
    """The outermost titles and bodies of a line, from left to right."""
    found: list[Phrase] = []
    for chunk in line.chunks:
        inside = bool(found) and chunk.first < found[-1].last
        if (
            chunk.kind not in {"role", "unit", "short"}
            or inside
            or only_qualifies(line, chunk, lexicon)
            or is_no_party(line, chunk, lexicon)
        ):
            continue
        phrase = after_another_title(line, build_phrase(line, chunk, lexicon, found), found, lexicon)
        if phrase.entry.form in lexicon.grammar.colleagues and not phrase.country:
            continue
        while found and phrase.first <= found[-1].first:
            found.pop()
        found.append(phrase)
    return tuple(found)


def after_another_title(line: Line, phrase: Phrase, found: Sequence[Phrase], lexicon: Lexicon) -> Phrase:
    """`vicepresidenta del Gobierno español y ministra de Hacienda`, `President and Commander in Chief`: one person's titles."""
    if not found or not phrase.is_role or not found[-1].is_role or line.key(phrase.first - 1) not in lexicon.grammar.joiners:
        return phrase
    first = found[-1]
    alike = line.capital(first.first) == line.capital(phrase.first) and not first.entry.plural and not phrase.entry.plural
    one_country = first.country is None or phrase.country is None or first.country == phrase.country
    same_office = {entry.id for entry in first.entries} & {entry.id for entry in phrase.entries}
    if first.last != phrase.first - 1 or not alike or not one_country or same_office:
        return phrase
    return replace(phrase, first=first.first, country=first.country or phrase.country, definite=first.definite)


def only_qualifies(line: Line, chunk: Chunk, lexicon: Lexicon) -> bool:
    """`intervención militar`, `sistema político`: an adjective, not the military, not a politician."""
    head = chunk.last - 1 if lexicon.grammar.head_last else chunk.first
    if is_a_deputys(line, chunk, lexicon):
        return True
    if line.key(chunk.first - 1) == "," and line.upos(chunk.last) == "PROPN":  # `el ministro de Defensa, general Juan Quispe,`
        return False
    bare = line.key(chunk.first - 1) not in lexicon.grammar.genders
    return line.upos(head) == "ADJ" and not line.capital(head) and (chunk.kind == "unit" or bare)


def is_a_deputys(line: Line, chunk: Chunk, lexicon: Lexicon) -> bool:
    """`Ana Ruiz, the deputy | tariff envoy, …`: no member of a parliament, where the word belongs to the next one."""
    token = line.token(chunk.first) if lexicon.grammar.head_last and chunk.last == chunk.first + 1 else None
    if token is None or token.deprel not in {"compound", "amod"} or line.capital(chunk.last) or token.head < 0:
        return False
    words = {line.pieces[at].token for at in range(chunk.last, min(len(line.pieces), chunk.last + WORDS_OF_DEPUTY))}
    return line.key(chunk.first) in lexicon.grammar.deputies and token.head in words


WORDS_OF_DEPUTY = 3
"""Words that a deputy's office may have behind `deputy`: `tariff | envoy`."""


def is_no_party(line: Line, chunk: Chunk, lexicon: Lexicon) -> bool:
    """`por parte de Chile`, `on the Chilean side`, `la parte chilena del lago`: only a subject of its own negotiates."""
    if all(entry.id != SIDE for entry in chunk.entries):
        return False
    grammar = lexicon.grammar
    beside = line.ending(chunk.first) if grammar.country_before else line.starting(chunk.last)
    if beside is None or beside.kind != "demonym":
        return True
    return line.key(max(chunk.last, beside.last)) in grammar.of or not line.is_subject(chunk.last - 1)
