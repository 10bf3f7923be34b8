"""The acronyms that an article explains: `la Secretaría de Relaciones Exteriores (SRE) de Honduras … según la SRE`.

The knowledge has one country's `SRE`; where the article gives another body by these letters, they are that one's.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from briefing.annotate.actors.lexicon import Entry, Lexicon
from briefing.annotate.actors.lines import Chunk, Line
from briefing.annotate.actors.phrase import Phrase
from briefing.annotate.actors.reach import is_acronym

BRACKETS = frozenset({"(", ")"})


def explained(lines: Sequence[Line], phrases: Sequence[Sequence[Phrase]], known: Container[str]) -> Mapping[str, Phrase]:
    """The bodies with their country by the acronym in brackets inside or right behind their name, the first of each."""
    found: dict[str, Phrase] = {}
    for line, bodies in zip(lines, phrases, strict=True):
        for body in (of_title(title, known) for title in bodies):
            if body.country is None or not any(entry.kind == "unit" for entry in body.entries):
                continue
            for at in range(body.first + 1, body.last + 2):
                if is_acronym(line, at) and {line.key(at - 1), line.key(at + 1)} == BRACKETS:
                    found.setdefault(line.key(at), body)
    return found


def of_another_country(lines: Sequence[Line], lexicon: Lexicon) -> frozenset[str]:
    """`la ANA, de Panamá, … La ANA reclama`: letters of another country in the knowledge."""
    found: set[str] = set()
    for line in lines:
        for chunk in line.chunks:
            row = lexicon.knowledge.actors.get(chunk.entries[0].id) if chunk.entries[0].kind == "actor" else None
            if row is None or not row.country or not is_acronym(line, chunk.first):
                continue
            if any(
                country != row.country
                for country in (country_behind(line, chunk, lexicon), country_in_name(line, chunk, lexicon))
                if country
            ):
                found.add(line.key(chunk.first))
    return frozenset(found)


def country_behind(line: Line, chunk: Chunk, lexicon: Lexicon) -> str | None:
    """`ANA, de Panamá,`, `ANA (Panamá)`; without a mark it may be where from: `expulsó a la DEA de Panamá`."""
    mark, of = line.key(chunk.last), line.key(chunk.last + 1) in lexicon.grammar.of
    if not (mark == "(" or (mark == "," and of)):
        return None
    following = line.starting(chunk.last + 1 + of)
    closed = following is not None and line.key(following.last) in {",", ")", ".", ";", ""}
    return following.entries[0].id if following and closed and following.kind == "country" else None


def country_in_name(line: Line, chunk: Chunk, lexicon: Lexicon) -> str | None:
    """`la Autoridad Panameña del Agua (ANA)`: by an adjective inside the name that stands before the brackets."""
    if line.key(chunk.first - 1) != "(" or line.key(chunk.last) not in BRACKETS | {","}:
        return None
    at = chunk.first - 2
    while at >= 0 and (line.capital(at) or line.key(at) in lexicon.grammar.of):
        inside = line.ending(at + 1)
        if inside and inside.kind == "demonym" and line.capital(inside.first):
            return inside.entries[0].id
        at -= 1
    return None


def of_title(title: Phrase, known: Container[str]) -> Phrase:
    """The body that a title belongs to: `la titular de la Secretaría de Relaciones Exteriores (SRE) de Honduras`."""
    unit = title.body.rpartition(".")[2] if title.is_role and title.body else ""
    return replace(title, entries=(Entry(kind="unit", id=unit, form=title.entry.form),)) if unit in known else title


__all__ = ["explained", "of_another_country"]
