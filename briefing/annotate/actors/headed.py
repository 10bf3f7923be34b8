"""Whose minister each of several speakers is whom a heading calls by office and country, and not by name.

`Transcripción de la rueda de prensa de la ministra de Energía de Chad y del ministro de Agua de Togo`: by the one office that
agrees in gender; else nobody knows, and least of all the dateline, under which one of them is the guest.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.annotate.actors.heads import countries_of
from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.people import Holder

HEADS = frozenset({"title", "heading"})


def names_others(lines: Sequence[Line], home: str, lexicon: Lexicon) -> bool:
    """Whether the first line that calls an office names another country besides the one at home."""
    head = first_head(lines)
    named = set(countries_of(head, 0, len(head.pieces), lexicon)) if head else set()
    return bool(named - {home})


def headed_country(holder: Holder, lines: Sequence[Line], lexicon: Lexicon) -> str | None:
    """The country of the heading's offices that are of the holder's gender, where they are of one country."""
    head = first_head(lines)
    if head is None or holder.gender is None:
        return None
    offices = [chunk for chunk in head.chunks if chunk.kind == "role"]
    own = [chunk for chunk in offices if chunk.entries[0].gender in {holder.gender, None}]
    behind = [countries_of(head, chunk.last, len(head.pieces), lexicon)[:1] for chunk in own]
    found = {code for codes in behind for code in codes}
    return found.pop() if len(found) == 1 and all(behind) else None


def first_head(lines: Sequence[Line]) -> Line | None:
    """The first line of the heading that calls an office."""
    heads = (line for line in lines if line.sentence.kind in HEADS)
    return next((line for line in heads if any(chunk.kind == "role" for chunk in line.chunks)), None)
