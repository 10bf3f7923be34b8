"""Capitalized names that may be people's: runs of proper nouns with their particles, outside what the knowledge names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.annotate.actors.grammar import Grammar
from briefing.annotate.actors.lines import Line

LONGEST_NAME = 7
NOT_IN_NAMES = frozenset({"country", "actor", "region", "short", "demonym", "dyad", "unit", "metonym"})


@dataclass(frozen=True, slots=True)
class Name:
    """Pieces `first:last` of a line that look like somebody's name."""

    line: int
    first: int
    last: int
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.words)


def find_names(line: Line, grammar: Grammar) -> tuple[Name, ...]:
    """The names of a line, from left to right."""
    taken = {n for chunk in line.chunks if chunk.kind in NOT_IN_NAMES for n in range(chunk.first, chunk.last)}
    taken |= {n for chunk in line.chunks if chunk.kind == "role" for n in range(chunk.first, chunk.last)}
    found: list[Name] = []
    at = 0
    while at < len(line.pieces):
        last = run_from(line, at, taken, grammar)
        if last > at:
            name = Name(line.index, at, last, tuple(words_of(line, at, last)))
            if not is_body(name, grammar):
                found.append(name)
        at = max(last, at + 1)
    return tuple(found)


def run_from(line: Line, first: int, taken: set[int], grammar: Grammar) -> int:
    """Where the name that begins here ends; `first` itself where none does."""
    if line.flat or not begins(line, first, taken, grammar):
        return first
    last = end = first + 1 if is_part(line, first, taken, grammar) else first
    at = last if last > first else first + 1
    while at < len(line.pieces) and at - first < LONGEST_NAME:
        if is_part(line, at, taken, grammar) or (at == end and is_place_surname(line, at)):
            at = end = at + 1
        elif joins(line, at, grammar) and at not in taken:
            at += 1
        else:
            break
    return end


def is_place_surname(line: Line, at: int) -> bool:
    """`Paulo Lima`: a capital's name right behind a first name is a surname."""
    chunk = line.starting(at)
    return chunk is not None and chunk.kind == "metonym" and chunk.last == at + 1 and line.capital(at)


def begins(line: Line, at: int, taken: set[int], grammar: Grammar) -> bool:
    """A capital; of a particle only where the name follows (`De la Fuente`)."""
    if is_part(line, at, taken, grammar):
        return True
    if at in taken or not line.capital(at) or line.key(at) not in grammar.particles or line.key(at) in grammar.joiners:
        return False
    following = at + 1
    while line.key(following) in grammar.particles:
        following += 1
    return following - at <= 3 and is_part(line, following, taken, grammar)


def is_part(line: Line, at: int, taken: set[int], grammar: Grammar) -> bool:
    if at in taken or not line.capital(at) or not line.pieces[at].form[0].isalpha():
        return False
    key = line.key(at)
    if key in grammar.not_names or key in grammar.articles or key in grammar.particles:
        return False
    proper = line.upos(at) == "PROPN"
    return (
        proper
        if at == 0 or line.key(at - 1) in {".", ":", "“", '"', "«"}
        else proper or line.upos(at) in {"NOUN", "ADJ", "X", ""}
    )


def joins(line: Line, at: int, grammar: Grammar) -> bool:
    """A particle inside a name, a hyphen or an apostrophe without spaces, the stop of an initial."""
    key = line.key(at)
    if key in grammar.particles and key not in grammar.joiners:
        return not line.capital(at) or len(key) <= 3
    tight = 0 < at < len(line.pieces) - 1 and line.pieces[at - 1].stop == line.pieces[at].start
    if key in {"-", "’", "'"}:
        return tight and line.pieces[at].stop == line.pieces[at + 1].start
    return key == "." and tight and len(line.pieces[at - 1].form) == 1


def words_of(line: Line, first: int, last: int) -> Iterator[str]:
    """The words of a name as written: pieces that touch are one word."""
    word = ""
    for n in range(first, last):
        piece = line.pieces[n]
        if word and line.pieces[n - 1].stop < piece.start:
            yield word
            word = ""
        word += piece.form
    if word:
        yield word


def is_body(name: Name, grammar: Grammar) -> bool:
    """`Guardia Costera`, `Orinoco News`: by the word that heads it; acronyms are no one's name."""
    head = name.words[-1] if grammar.head_last else name.words[0]
    return head.casefold() in grammar.bodies or (len(name.words) == 1 and name.words[0].isupper())
