"""The gender of a person by the given name, where no article tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.knowledge import load_language


def gender_of(name: str) -> str | None:
    """By the given name, where everybody who bears it is of one gender: `Wendy`, `Alberto`."""
    first = name.split(" ")[0].casefold()
    given: Mapping[str, Sequence[str]] = load_language("transfer", "words")["given_names"]
    return next((gender for gender, names in given.items() if first in names), None)


__all__ = ["gender_of"]
