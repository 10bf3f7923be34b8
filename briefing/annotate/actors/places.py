"""Whether a country's or capital's name only says where: `en Washington`, `viajó a Lima`, `the border with Peru`."""

from __future__ import annotations

from briefing.annotate.actors.grammar import Grammar
from briefing.annotate.actors.lines import Chunk, Line

ACTING = frozenset({"nsubj", "nsubj:pass", "obl:agent", "iobj"})
MOTION_REACH = 6


def is_place(line: Line, chunk: Chunk, grammar: Grammar) -> bool:
    """By the preposition before it; a capital also where it only stands beside what it locates (`en Ecatepec, México`)."""
    at = chunk.first - 1
    while line.key(at) in grammar.articles or (line.upos(at) == "ADJ" and not line.capital(at)):  # `in central Baghdad`
        at -= 1
    if line.key(at) in grammar.place_prepositions:
        return True
    if line.key(at) in grammar.towards and moves(line, at, grammar):
        return True
    if line.key(at) in grammar.of and line.key(at - 1) in grammar.place_nouns:
        return True
    if chunk.kind == "metonym" and line.key(chunk.first - 1) in grammar.place_nouns:  # `the capital Freetown`
        return True
    return beside(line, chunk) or (chunk.kind == "metonym" and dates_line(line, chunk))


def inside_name(line: Line, chunk: Chunk, grammar: Grammar) -> bool:
    """`Plan México`, `Universidad de Chile`, `the Vietnam War`: a country's name in that of something else."""
    if not line.flat and any(is_joined(line, chunk, beside, grammar) for beside in (chunk.first - 1, chunk.last)):
        return True
    if grammar.head_last and line.capital(chunk.last) and line.key(chunk.last) in grammar.bodies:
        return line.ending(chunk.last + 1) is None
    at = chunk.first - 1
    while line.key(at) in grammar.articles or line.key(at) in grammar.of:
        at -= 1
    linked = at < chunk.first - 1 or not grammar.head_last
    named = at > 0 and line.capital(at) and line.ending(at + 1) is None
    if chunk.kind == "metonym":  # `la Enmienda de Kigali`
        return linked and named and at < chunk.first - 1
    return linked and named and grammar.bodies.get(line.key(at)) == "other"


def is_joined(line: Line, chunk: Chunk, beside: int, grammar: Grammar) -> bool:
    """`Air Canada`, `Sony Australia`, `China Eastern`: a proper noun without a form of its own, which the tree joins to it."""
    token = line.token(beside)
    if token is None or token.upos != "PROPN" or not line.capital(beside) or line.key(beside) in grammar.not_names:
        return False
    if line.pieces[beside].form.isupper():
        return False
    if any(other.first <= beside < other.last for other in line.chunks):
        return False
    inside = {line.pieces[n].token for n in range(chunk.first, chunk.last)}
    return token.head in inside or any(line.sentence.tokens[n].head == line.pieces[beside].token for n in inside if n >= 0)


def stands_for_another(line: Line, chunk: Chunk) -> bool:
    """`Servicios Canadienses de Sangre (CBS)`: an acronym that the words before it explain otherwise."""
    first, last = chunk.first, chunk.last
    in_parenthesis = line.key(first - 1) == "(" and line.key(last) in {")", ","}
    return in_parenthesis and chunk.entries[0].form.isupper() and line.capital(first - 2) and line.ending(first - 1) is None


def beside(line: Line, chunk: Chunk) -> bool:
    """`in Lyon, France, on Monday`: between commas behind another name, and no subject."""
    if line.key(chunk.first - 1) == "(" and line.key(chunk.last) == ")":  # `Toulouse (Francia)`
        return True
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


def tells_of_going(line: Line, at: int, grammar: Grammar) -> bool:
    """`llegará`, `her visit`, `is expected`, `due`: a word of going, or of who is to come; not of going home."""
    token = line.token(at)
    if token is None:
        return False
    lemma = token.lemma.lower()
    awaited = lemma in grammar.awaited and (token.upos == "ADJ" or "VerbForm=Part" in token.feats)
    return awaited or (lemma in grammar.motion and lemma not in grammar.returning)
