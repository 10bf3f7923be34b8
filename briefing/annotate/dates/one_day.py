"""A weekday of an article whose own day is not known: `spoke Monday`, where the same article places its Monday elsewhere.

An article that may be of any of several days leaves `spoke Monday` open, since for some of them it is a Monday earlier.  Where
the article has that weekday once more, and there it is the same day whichever of them is right, what is told in the past was
on that day as well: a newsroom does not mean two Mondays by one bare word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefing.annotate.dates.context import Resolved
from briefing.annotate.dates.grammar import Grammar
from briefing.annotate.dates.lexer import Tokens
from briefing.annotate.dates.ranges import Found
from briefing.annotate.dates.tense import tense_around

WEEK = 7


def on_one_day(results: Sequence[Found], tokens: Tokens, grammar: Grammar, window: Sequence[date | None]) -> list[Found]:
    """The dates, those of bare weekdays of the past placed on the one day that the article has for them."""
    days = [day for day in window if day is not None]
    if not 1 < len(days) <= WEEK:
        return list(results)
    known: dict[int, set[str]] = {}
    for found in results:
        if is_bare(found) and found.resolved.value:
            known.setdefault(found.reading.weekday or 0, set()).add(found.resolved.value)
    return [placed(found, known, tokens, grammar, days) if is_open(found) else found for found in results]


def is_bare(found: Found) -> bool:
    """`Monday`, `on Monday`; not `last Monday`, `Monday night`, `Monday of next week`."""
    reading = found.reading
    turned = (reading.direction, reading.weekshift, reading.count, reading.part, reading.same, reading.offset, reading.modifier)
    return reading.make == "weekday" and not any(turned) and not reading.pair


def is_open(found: Found) -> bool:
    return is_bare(found) and found.resolved.value is None


def placed(found: Found, known: dict[int, set[str]], tokens: Tokens, grammar: Grammar, days: Sequence[date]) -> Found:
    here = known.get(found.reading.weekday or 0, set())
    tense = tense_around(tokens, found.reading.first, found.reading.last, grammar.cues)
    told = tense.certain and tense.direction < 0 and not tense.planned
    if not told or len(here) != 1:
        return found
    (value,) = here
    in_window = value in {day.isoformat() for day in days}
    return replace(found, resolved=Resolved(type="DATE", timex=value, value=value, basis="nearest")) if in_window else found
