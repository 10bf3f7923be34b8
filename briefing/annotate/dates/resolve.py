"""From what the words say to days of the calendar: one resolver for each kind of expression.

What no calendar tells ("en los próximos meses") keeps its TimeML value and gets no days.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from briefing import edtf
from briefing.annotate.dates.context import Context, Resolved
from briefing.annotate.dates.days import resolve_clock, resolve_day, resolve_deictic, resolve_stamp, resolve_weekday
from briefing.annotate.dates.lengths import (
    resolve_ago,
    resolve_duration,
    resolve_later,
    resolve_reference,
    resolve_set,
    resolve_span,
)
from briefing.annotate.dates.periods import (
    resolve_anaphor,
    resolve_century,
    resolve_decade,
    resolve_month,
    resolve_month_part,
    resolve_quarter,
    resolve_season,
    resolve_stretch,
    resolve_unit,
    resolve_unit_part,
    resolve_year,
)
from briefing.annotate.dates.reading import Reading

Resolver = Callable[[Reading, Context], Resolved | None]


def resolve(reading: Reading, contexts: Sequence[Context]) -> Resolved | None:
    """Resolve against each day that the article may be of: what differs among them stays open.

    None where the words are no date after all (30 February).
    """
    resolver = RESOLVERS[reading.make]
    first = _safely(resolver, reading, contexts[0])
    for context in contexts[1:]:
        if _safely(resolver, reading, context) != first:
            return _safely(resolver, reading, replace(contexts[0], published=None))
    return first


def _safely(resolver: Resolver, reading: Reading, context: Context) -> Resolved | None:
    """A step out of the calendar ("hace 5.000 años") is no date."""
    try:
        found = resolver(reading, context)
    except (ValueError, OverflowError):
        return None
    return found if found is None or found.value is None or edtf.is_edtf(found.value) else None


RESOLVERS: Mapping[str, Resolver] = {
    "ago": resolve_ago,
    "anaphor": resolve_anaphor,
    "century": resolve_century,
    "clock": resolve_clock,
    "day": resolve_day,
    "decade": resolve_decade,
    "deictic": resolve_deictic,
    "duration": resolve_duration,
    "later": resolve_later,
    "month": resolve_month,
    "month_part": resolve_month_part,
    "quarter": resolve_quarter,
    "reference": resolve_reference,
    "season": resolve_season,
    "set": resolve_set,
    "span": resolve_span,
    "stamp": resolve_stamp,
    "stretch": resolve_stretch,
    "unit": resolve_unit,
    "unit_part": resolve_unit_part,
    "weekday": resolve_weekday,
    "year": resolve_year,
}
