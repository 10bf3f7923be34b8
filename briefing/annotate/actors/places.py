"""Whether a country's or capital's name only says where: `en Washington`, `viajó a Lima`, `the border with Peru`."""

from __future__ import annotations

from briefing.annotate.actors.grammar import Grammar
from briefing.annotate.actors.lines import Chunk, Line

ACTING = frozenset({"nsubj", "nsubj:pass", "obl:agent", "iobj"})
MOTION_REACH = 6


def is_place(line: Line, chunk: Chunk, grammar: Grammar) -> bool:
    """By the preposition before it, then for a capital by its part in the clause."""
    at = chunk.first - 1
    while line.key(at) in grammar.articles:
        at -= 1
    if line.key(at) in grammar.place_prepositions:
        return True
    if line.key(at) in grammar.towards and moves(line, at, grammar):
        return True
    if line.key(at) in grammar.of and line.key(at - 1) in grammar.place_nouns:
        return True
    return chunk.kind == "metonym" and not acts(line, chunk)


def moves(line: Line, at: int, grammar: Grammar) -> bool:
    """A verb or noun of going a few words before."""
    near = range(max(0, at - MOTION_REACH), at)
    return any((token := line.token(n)) is not None and token.lemma.lower() in grammar.motion for n in near)


def acts(line: Line, chunk: Chunk) -> bool:
    """Whether a capital stands where only its government can: subject, agent, or beside one of them."""
    for n in range(chunk.first, chunk.last):
        token = line.token(n)
        if token is None:
            continue
        if token.deprel in ACTING:
            return True
        if token.deprel == "conj" and token.head >= 0 and line.sentence.tokens[token.head].deprel in ACTING:
            return True
        if token.deprel in {"obl", "nmod", "obj", "obl:arg"}:
            return line.key(chunk.first - 1) not in {",", "("}
    return False
