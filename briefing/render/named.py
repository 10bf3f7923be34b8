"""The sections of a memo with their people called as they are to be, in the order in which they are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from briefing.render.acronyms import unused_explanations
from briefing.render.naming import Naming


def name_people(
    sections: Mapping[str, Any], order: Iterable[str], naming: Naming, plain: Callable[[str], str] = str
) -> dict[str, Any]:
    """The sections with the people in their lines called as they are to be, in the order in which they are printed.

    `plain` gives a value's words without markers.  Abbreviations that no other line has lose their explanation.
    """
    named = dict(sections)
    naming.unused = unused_explanations(plain(text) for text in _texts(named))
    for name in order:
        if name == "bottom_line":
            named[name] = naming.apply(sections[name])
        elif name == "positions":
            named[name] = [_table(table, naming) for table in sections[name]]
        elif name in LINES:
            named[name] = [_line(line, LINES[name], naming) for line in sections[name]]
    return named


def _texts(value: Any) -> Iterator[str]:
    """Every text of the fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one)


LINES: Mapping[str, tuple[str, ...]] = {
    "facts": ("text",),
    "upcoming": ("subject", "text"),
    "held": ("subject", "text"),
    "conflicts": ("about", "text"),
}
"""The fields in which a section prints names; of two that say the same each is read as if the other were not there."""


def _table(table: Mapping[str, Any], naming: Naming) -> dict[str, Any]:
    rows = [
        row | {"cells": [cell | {"positions": [_position(one, naming) for one in cell["positions"]]} for cell in row["cells"]]}
        for row in table["rows"]
    ]
    return {**table, "rows": rows}


def _position(position: Mapping[str, Any], naming: Naming) -> dict[str, Any]:
    known = position["voice"] in naming.introduced or position["where"]  # that place has the name in full
    said = naming.short(position["voice"]) if known else naming.full(position["voice"])
    named = {name: naming.apply(position[name]) for name in ("stance", "text")}
    return {**position} | named | {"said": position["said"].replace(position["voice"], said) if said else position["said"]}


def _line(line: Mapping[str, Any], fields: Sequence[str], naming: Naming) -> dict[str, Any]:
    known = set(naming.introduced)
    named = dict(line)
    for name in fields:
        naming.introduced = set(known)
        named[name] = naming.apply(line[name])
    return named
