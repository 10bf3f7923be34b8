"""Whose ministry it is that speaks in a capital: `In Maputo, the transport ministry said …`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.annotate.actors.heads import countries_of
from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Chunk, Line
from briefing.annotate.actors.phrase import Phrase


def country_of_the_seat(line: Line, body: Phrase, lines: Sequence[Line], lexicon: Lexicon) -> str | None:
    """The country whose capital stands before a body at the head of its sentence; one that the article tells of besides.

    Not `In Brussels, the ministry said …` in a text of two other countries: there it speaks abroad.
    """
    seat = line.starting(1) if line.key(0) in lexicon.grammar.place_prepositions else None
    if seat is None or seat.kind != "metonym" or body.owned or body.specified or not body.definite:
        return None
    article = line.key(seat.last + 1) in lexicon.grammar.articles
    if line.key(seat.last) != "," or body.first not in {seat.last + 1, seat.last + 1 + article}:
        return None
    code = next(iter(countries_of(line, seat.first, seat.last, lexicon)), None)
    return code if code and any(tells_of(other, code, seat if other is line else None, lexicon) for other in lines) else None


def tells_of(line: Line, code: str, besides: Chunk | None, lexicon: Lexicon) -> bool:
    chunks = (chunk for chunk in line.chunks if chunk != besides)
    return any(code in countries_of(line, chunk.first, chunk.last, lexicon) for chunk in chunks)


__all__ = ["country_of_the_seat"]
