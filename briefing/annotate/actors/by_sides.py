"""Whose somebody is in a list by sides: `por la parte chilena, el viceministro Juan Soto`, `on the Chilean side, Juan Soto`.

The words open a part of the list that goes on to the next such words, or to the end of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.annotate.actors.heads import countries_of
from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Chunk, Line
from briefing.annotate.actors.one_person import Holder
from briefing.annotate.actors.people import Naming

SIDES = 2
"""Countries of which such a list has somebody each."""
FARTHEST = 3
"""Pieces from a name to the country that it is there for: `, por el`."""


def with_sides(
    holders: Sequence[Holder], namings: Mapping[str, Sequence[Naming]], lines: Sequence[Line], lexicon: Lexicon
) -> tuple[Holder, ...]:
    """The holders, those without a country with that of the part of a list in which they stand first."""
    by_index = {line.index: line for line in lines}

    def side(holder: Holder) -> str | None:
        first = min(namings[holder.id], key=lambda n: (n.name.line, n.name.first))
        line = by_index[first.name.line]
        return side_behind(line, first.stop, lexicon) or side_before(line, first.start, lexicon)

    return tuple(replace(h, country=side(h)) if h.country is None and not h.former else h for h in holders)


def side_behind(line: Line, stop: int, lexicon: Lexicon) -> str | None:
    """`Juan Soto, por Chile, y Per Lund, por Noruega`, `signed by Juan Soto for Chile and Per Lund for Norway`.

    Only in a list of two such countries: `dio las gracias a Per Lund por Noruega` is nobody's side.
    """
    sided = {chunk.first: chunk for chunk in line.chunks if chunk.kind == "country" and is_for_whom(line, chunk, lexicon)}
    codes = {first: countries_of(line, first, chunk.last, lexicon) for first, chunk in sided.items()}
    if len({code for found in codes.values() for code in found}) < SIDES:
        return None
    start = next((first for first in sorted(codes) if stop < first <= stop + FARTHEST), None)
    return codes[start][0] if start is not None and len(codes[start]) == 1 else None


def is_for_whom(line: Line, chunk: Chunk, lexicon: Lexicon) -> bool:
    """`, por el Perú,`, `for Norway`: with its preposition, and nothing of its own behind (`for Norway's help`)."""
    led = any(line.match_before(chunk.first, (lead,)) for lead in lexicon.grammar.siding_with)
    ends = chunk.last >= len(line.pieces) or not line.pieces[chunk.last].form[0].isalpha()
    joined = line.upos(chunk.last) == "CCONJ"
    return led and (joined or (ends and line.key(chunk.last) not in {"'", "’"}))


def side_before(line: Line, start: int, lexicon: Lexicon) -> str | None:
    """The country of the last words before a name that open a part, where none is named between."""
    opened = [chunk for chunk in sides_in(line, lexicon) if chunk.last <= start]
    codes = countries_of(line, opened[-1].first, start, lexicon) if opened else []
    return codes[0] if len(codes) == 1 else None


def sides_in(line: Line, lexicon: Lexicon) -> Iterator[Chunk]:
    """The demonyms beside a word for a side that is led by `por la`, `on the`; behind a first one also `por la peruana`."""
    sides, leads, opened = lexicon.grammar.sides, lexicon.grammar.siding, False
    either = sides | lexicon.grammar.teams
    for chunk in (chunk for chunk in line.chunks if chunk.kind == "demonym"):
        near = {line.key(at) for at in (chunk.first - 1, chunk.last) if 0 <= at < len(line.pieces)}
        if is_of_a_team(line, chunk, lexicon) or (opened and near & either):  # `…, and the Chilean side by Per Lund`
            opened = True
            yield chunk
            continue
        beside = [at for at in (chunk.first - 1, chunk.last) if 0 <= at < len(line.pieces) and line.key(at) in sides]
        if any(line.match_before(min(at, chunk.first), leads) for at in [*beside, *([chunk.first] if opened else [])]):
            opened = True
            yield chunk


def is_of_a_team(line: Line, chunk: Chunk, lexicon: Lexicon) -> bool:
    """`The Chilean delegation included …`, `La delegación chilena estuvo integrada por …`: those whom it names are of it."""
    teams = lexicon.grammar.teams
    last = chunk.last + 1 if chunk.last < len(line.pieces) and line.key(chunk.last) in teams else chunk.last
    team = last > chunk.last or (chunk.first > 0 and line.key(chunk.first - 1) in teams)
    return team and bool(line.match(last, lexicon.grammar.composing))


__all__ = ["with_sides"]
