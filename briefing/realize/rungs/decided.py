"""By which rules an item was put into words: all of them are asked at once, since most items have some fifteen."""

from __future__ import annotations

from collections.abc import Sequence


def one_ends(rules: Sequence[str], *endings: str) -> bool:
    """Whether one of the rules ends so."""
    every = "\n".join(rules) + "\n"
    return any(f"{ending}\n" in every for ending in endings)


def one_begins(rules: Sequence[str], beginning: str) -> bool:
    """Whether one of the rules begins so."""
    return f"\n{beginning}" in "\n" + "\n".join(rules)
