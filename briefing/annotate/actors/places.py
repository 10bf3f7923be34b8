"""Whether a country's or capital's name only says where: `en Washington`, `viajó a Lima`, `the border with Peru`."""

from __future__ import annotations

from briefing.annotate.actors.grammar import Grammar
from briefing.annotate.actors.lines import Chunk, Line

ACTING = frozenset({"nsubj", "nsubj:pass", "obl:agent", "iobj"})
MOTION_REACH = 6


def is_place(line: Line, chunk: Chunk, grammar: Grammar) -> bool:
    """By the preposition before it; a capital also where it only stands beside what it locates (`en Ecatepec, México`)."""
    at = chunk.first - 1
    while line.key(at) in grammar.articles:
        at -= 1
    if line.key(at) in grammar.place_prepositions:
        return True
    if line.key(at) in grammar.towards and moves(line, at, grammar):
        return True
    if line.key(at) in grammar.of and line.key(at - 1) in grammar.place_nouns:
        return True
    return beside(line, chunk) or (chunk.kind == "metonym" and dates_line(line, chunk))


def inside_name(line: Line, chunk: Chunk, grammar: Grammar) -> bool:
    """`Plan México`, `Universidad de Chile`, `the Vietnam War`: a country's name in that of something else."""
    if grammar.head_last and line.capital(chunk.last) and line.key(chunk.last) in grammar.bodies:
        return line.ending(chunk.last + 1) is None
    at = chunk.first - 1
    while line.key(at) in grammar.articles or line.key(at) in grammar.of:
        at -= 1
    linked = at < chunk.first - 1 or not grammar.head_last
    named = line.capital(at) and line.key(at) in grammar.bodies and line.ending(at + 1) is None
    return linked and named and grammar.bodies[line.key(at)] == "other"


def beside(line: Line, chunk: Chunk) -> bool:
    """`in Lyon, France, on Monday`: between commas behind another name, and no subject."""
    if line.key(chunk.first - 1) != "," or not line.capital(chunk.first - 2) or line.key(chunk.last) not in {",", ".", ")", ""}:
        return False
    return line.ending(chunk.first - 1) is None and not acts(line, chunk)


def dates_line(line: Line, chunk: Chunk) -> bool:
    """`LIMA, 3 de marzo (EFE).—`, `MOSCOW — …`: the first word, with a mark behind it, and no subject."""
    return chunk.first == 0 and line.key(chunk.last) in {",", "(", "—", "–", "-", ":"} and not acts(line, chunk)


def moves(line: Line, at: int, grammar: Grammar) -> bool:
    """A verb or noun of going a few words before."""
    near = range(max(0, at - MOTION_REACH), at)
    return any((token := line.token(n)) is not None and token.lemma.lower() in grammar.motion for n in near)


def acts(line: Line, chunk: Chunk) -> bool:
    """Whether it stands where only its government can: subject or agent, or joined to one."""
    for n in range(chunk.first, chunk.last):
        token = line.token(n)
        if token is None:
            continue
        if token.deprel in ACTING:
            return True
        if token.deprel == "conj" and token.head >= 0 and line.sentence.tokens[token.head].deprel in ACTING:
            return True
    return False
