"""How many of the ranked items a memo of so many pages can hold.

A layout engine is not at hand when a memo is made, so its height is estimated (`heights`).  While the estimate is too high, the
last of the longest list goes; what went is said at the memo's end.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefing.render.audience import Limits
from briefing.render.desk import Fields
from briefing.render.layout.heights import Words, count_pages

LISTS = ("positions", "facts", "meetings", "conflicts")
LEAST: tuple[dict[str, int], ...] = (
    {"positions": 2, "facts": 2, "meetings": 2, "conflicts": 0},
    {"positions": 1, "facts": 1, "meetings": 2, "conflicts": 0},
    {"positions": 1, "facts": 1, "meetings": 1, "conflicts": 0},
)
"""What a memo keeps of each list if it can; if that does not fit, the next row."""
WEIGHTS: dict[str, float] = {"facts": 4, "positions": 4, "meetings": 2, "conflicts": 1}
"""How many of one list are worth as much as how many of another: four facts and four positions as one disagreement in full."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The memo in one language: its fields under given limits, and what a text with markers says."""

    compose: Callable[[Limits], Fields]
    words: Words


def fit(limits: Limits, edition: Edition, others: Sequence[Edition]) -> Fields:
    """The fields of a memo that keeps to its pages, as far as the least number of items allows.

    The other languages' editions count too: all carry the same items, so the longest decides.
    """
    fields = edition.compose(limits)
    if limits.pages is None:
        return fields
    pages = limits.pages
    most = _counted(limits, fields)

    def fits(limits: Limits) -> bool:
        return all(count_pages(one.compose(limits), one.words) <= pages for one in (edition, *others))

    shrunk = most
    for least in LEAST:
        shrunk = _shrunk(shrunk, least, fits)
    return edition.compose(_grown(shrunk, most, fits))


def _shrunk(limits: Limits, least: Mapping[str, int], fits: Callable[[Limits], bool]) -> Limits:
    """One item fewer of the list that is longest for its weight, until the memo fits or nothing can go."""
    while not fits(limits):
        shorter = _shorten(limits, least)
        if shorter is None:
            break
        limits = shorter
    return limits


def _grown(limits: Limits, most: Limits, fits: Callable[[Limits], bool]) -> Limits:
    """What still finds room after all, the list that is shortest for its weight first."""
    full: set[str] = set()
    while len(full) < len(LISTS):
        name = min((name for name in LISTS if name not in full), key=lambda name: getattr(limits, name) / WEIGHTS[name])
        longer = dataclasses.replace(limits, **{name: getattr(limits, name) + 1})
        if getattr(limits, name) < getattr(most, name) and fits(longer):
            limits = longer
        else:
            full.add(name)
    return limits


def _counted(limits: Limits, fields: Fields) -> Limits:
    """The limits as they stand after the first composition: numbers that can be lowered."""
    positions = sum(len(cell["positions"]) for table in fields["positions"] for row in table["rows"] for cell in row["cells"])
    meetings = max(len(fields["upcoming"]), len(fields["held"]))
    conflicts = len(fields["conflicts"])
    return dataclasses.replace(limits, facts=len(fields["facts"]), positions=positions, meetings=meetings, conflicts=conflicts)


def _shorten(limits: Limits, least: Mapping[str, int]) -> Limits | None:
    """One item fewer of the list that is longest for its weight."""
    counts = {name: getattr(limits, name) or 0 for name in least}
    spare = [name for name, count in counts.items() if count > least[name]]
    if not spare:
        return None
    name = max(spare, key=lambda name: (counts[name] / WEIGHTS[name], spare.index(name)))
    return dataclasses.replace(limits, **{name: counts[name] - 1})
