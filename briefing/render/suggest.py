"""What somebody may have meant who wrote a name that does not exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """`; did you mean “…”?` with the nearest name, or nothing.

    >>> did_you_mean("nmae", ["name", "date"])
    '; did you mean “name”?'
    """
    close = difflib.get_close_matches(name, list(names), 1, 0.6)
    return f"; did you mean “{close[0]}”?" if close else ""
