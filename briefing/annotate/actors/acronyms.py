"""The acronyms that an article explains: `la Secretaría de Relaciones Exteriores (SRE) de Honduras … según la SRE`.

The knowledge has one country's `SRE`; where the article gives another body by these letters, they are that one's.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from briefing.annotate.actors.lexicon import Entry
from briefing.annotate.actors.lines import Line
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


def of_title(title: Phrase, known: Container[str]) -> Phrase:
    """The body that a title belongs to: `la titular de la Secretaría de Relaciones Exteriores (SRE) de Honduras`."""
    unit = title.body.rpartition(".")[2] if title.is_role and title.body else ""
    return replace(title, entries=(Entry(kind="unit", id=unit, form=title.entry.form),)) if unit in known else title


__all__ = ["explained"]
