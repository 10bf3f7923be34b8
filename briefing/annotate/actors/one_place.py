"""Whose a town's name is that several have: `Brussels` of Belgium and of the Union, a `San Juan` of many countries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.annotate.actors.lexicon import Entry, Lexicon
from briefing.annotate.actors.lines import Chunk, Line

BY_NAME = frozenset({"country", "demonym"})


def with_sure_places(lines: Sequence[Line], lexicon: Lexicon) -> list[Line]:
    """The lines, a shared town's name only where the article names the country, an organization's seat its own elsewhere."""
    named = {entry.id for line in lines for chunk in line.chunks for entry in chunk.entries if entry.kind in BY_NAME}
    orgs = {entry.id.partition(".")[0].upper() for line in lines for chunk in line.chunks for entry in chunk.of_kind("actor")}
    return [replace(line, chunks=tuple(_sure_chunks(line.chunks, named, orgs, lexicon))) for line in lines]


def _sure_chunks(chunks: Sequence[Chunk], named: set[str], orgs: set[str], lexicon: Lexicon) -> Iterator[Chunk]:
    for chunk in chunks:
        entries = tuple(entry for entry in chunk.entries if not _is_shared(entry, lexicon) or entry.id in named)
        if entries:
            yield replace(chunk, entries=_seat_first(entries, named, orgs, lexicon))


def _is_shared(entry: Entry, lexicon: Lexicon) -> bool:
    """`the San Juan governor`: of a province of Argentina as well as of Puerto Rico."""
    return entry.kind == "metonym" and lexicon.knowledge.actors[entry.id].capital_shared


def _seat_first(entries: tuple[Entry, ...], named: set[str], orgs: set[str], lexicon: Lexicon) -> tuple[Entry, ...]:
    """`The Commission is watching; Brussels has asked …`: the organization, where the article names it and not the country."""
    rows = lexicon.knowledge.actors
    seats = [e for e in entries if e.kind == "metonym" and rows[e.id].kind == "organization" and e.id in orgs]
    if not seats or entries[0].kind != "metonym" or entries[0].id in named:
        return entries
    return (*seats, *(entry for entry in entries if entry not in seats))


__all__ = ["with_sure_places"]
