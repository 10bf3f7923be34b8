"""What somebody may have meant who wrote a name that does not exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def did_you_mean(name: str, names: Iterable[str], *, within: str = "") -> str:
    """`; did you mean “…”?` with the nearest name, as it is typed `within` its group, or nothing.

    >>> did_you_mean("nmae", ["name", "date"])
    '; did you mean “name”?'
    >>> did_you_mean("subjet", ["subject"], within="memo")
    '; did you mean “memo.subject”?'
    """
    close = difflib.get_close_matches(name, list(names), 1, 0.6)
    path = f"{within}." if within else ""
    return f"; did you mean “{path}{close[0]}”?" if close else ""
