"""Figures in front of nouns, round ones in words: `3 millones de dosis`, `3 million doses`."""

from __future__ import annotations

from decimal import Decimal

from briefing.model import Quantity
from briefing.realize.tell.state import Telling
from briefing.realize.wording.verbs import rules_of


def scaled_number(telling: Telling, found: Quantity) -> str:
    """A figure as the edition writes it, in millions where two decimals of them tell it."""
    value = Decimal(str(found.value))
    localizer = telling.t.edition.localizer
    scales = rules_of(telling.language)["scaled"]
    for start, unit in scales:
        least = int(start)
        from_here = 2 * least if [start, unit] == list(scales[-1]) else least  # `1,200,000`, but `1.1 billion`
        if value >= from_here and value % (least // 100) == 0:
            number = value / least
            return f"{localizer.number(int(number) if number == int(number) else float(number))} {unit}"
    return localizer.number(found.value)
