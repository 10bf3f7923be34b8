"""The dates that one match tells together: the ends of an interval help each other to a year, a week, a month.

"Del 28 de diciembre al 3 de enero": the last end is resolved first, the first end is its latest occurrence before it.
"Entre enero de 2025 y marzo": only the first end is stated, and the last one follows it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from briefing import edtf
from briefing.annotate.dates import arithmetic
from briefing.annotate.dates.context import Context, Resolved
from briefing.annotate.dates.lexer import BREAK, Tokens, normal
from briefing.annotate.dates.reading import Reading
from briefing.annotate.dates.resolve import resolve

_STOPS = frozenset(".!?")
_SENTENCE_REACH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The readings of one match: a single one, or several that are an interval or a list."""

    readings: tuple[Reading, ...]

    @property
    def is_interval(self) -> bool:
        return len(self.readings) == 2 and self.readings[0].join == "interval"


@dataclass(frozen=True, slots=True)
class Found:
    """A reading with its place on the calendar, and the interval that it begins or ends."""

    reading: Reading
    resolved: Resolved
    interval: str | None = None


def group_readings(readings: Sequence[Reading]) -> list[Group]:
    """Bring the readings of each match together, in the order of the text."""
    groups: list[list[Reading]] = []
    for reading in readings:
        if groups and reading.pair and groups[-1][0].pair == reading.pair:
            groups[-1].append(reading)
        else:
            groups.append([reading])
    return [Group(readings=tuple(group)) for group in groups]


def resolve_group(group: Group, contexts: Sequence[Context]) -> tuple[tuple[Resolved | None, ...], str | None]:
    """The readings of a group, resolved; and the interval that they are the ends of."""
    if not group.is_interval:
        return tuple(resolve(reading, contexts) for reading in group.readings), None
    one, other = group.readings
    results = [_ends(one, other, context) for context in contexts]
    first, last = results[0]
    if any(result != (first, last) for result in results[1:]):
        first, last = _ends(one, other, replace(contexts[0], published=None))
    return (first, last), _interval(first, last)


def _ends(first: Reading, last: Reading, context: Context) -> tuple[Resolved | None, Resolved | None]:
    if first.year is not None and last.year is None and last.month is not None:
        start = resolve(first, [context])
        return start, _following(last, start, context)
    stop = resolve(last, [context])
    start = _preceding(first, stop, context)
    return (_a_week_on(start), _a_week_on(stop)) if _begins_too_early(first, start, context) else (start, stop)


def _begins_too_early(reading: Reading, start: Resolved | None, context: Context) -> bool:
    """`Visitará Tanzania del miércoles al viernes`, said on a Thursday or Friday: what is to come has not begun."""
    day, ahead = _first_day(start), context.tense.certain and context.tense.direction > 0
    plain = reading.make == "weekday" and not reading.direction and reading.weekshift is None
    return plain and ahead and day is not None and context.published is not None and day < context.published


def _a_week_on(found: Resolved | None) -> Resolved | None:
    day = _first_day(found)
    return replace(_on(day + timedelta(7), found), basis="verb") if found and day else found


def _preceding(reading: Reading, stop: Resolved | None, context: Context) -> Resolved | None:
    """The first end: its latest occurrence that does not lie behind the last end."""
    day = _first_day(stop)
    if stop is None or day is None:
        return resolve(reading, [context])
    if reading.make == "weekday" and reading.weekday is not None:
        return _on(day - timedelta((day.isoweekday() - reading.weekday) % 7), stop)
    if reading.month is None:
        return resolve(reading, [context])
    shared = reading.year is None or reading.year == day.year
    for year in (day.year, day.year - 1) if shared else (reading.year,):
        found = resolve(replace(reading, year=year), [context])
        start = _first_day(found)
        if found and start and start <= day:
            return replace(found, basis=stop.basis)
    return None


def _following(reading: Reading, start: Resolved | None, context: Context) -> Resolved | None:
    """The last end where only the first has a year: the next occurrence."""
    day = _first_day(start)
    if start is None or day is None:
        return resolve(reading, [context])
    for year in (day.year, day.year + 1):
        found = resolve(replace(reading, year=year), [context])
        stop = _first_day(found)
        if found and stop and stop >= day:
            return replace(found, basis=start.basis)
    return None


def _on(day: date, like: Resolved) -> Resolved:
    timex, value = arithmetic.written(day, "D")
    return replace(like, timex=timex, value=value, note="")


def _first_day(resolved: Resolved | None) -> date | None:
    return edtf.bounds(resolved.value)[0] if resolved and resolved.value else None


def _interval(first: Resolved | None, last: Resolved | None) -> str | None:
    if not (first and last and first.value and last.value):
        return None
    interval = f"{first.value}/{last.value}"
    return interval if edtf.is_edtf(interval) else None


# ------------------------------------------------------------------ ends that stand apart


def join_far_ends(found: Sequence[Found], tokens: Tokens, far_ends: Mapping[str, tuple[str, ...]]) -> list[Found]:
    """Give the interval to two dates with words between them: "desde octubre, cuando asumió, hasta marzo"."""
    results = list(found)
    for index, (one, other) in enumerate(pairwise(found)):
        closers = far_ends.get(_word_before(tokens, one.reading), ())
        if one.interval is None and other.interval is None and _word_before(tokens, other.reading) in closers:
            interval = _interval(one.resolved, other.resolved)
            if (
                interval
                and "DURATION" not in (one.resolved.type, other.resolved.type)
                and in_one_sentence(tokens, one.reading, other.reading)
            ):
                results[index], results[index + 1] = replace(one, interval=interval), replace(other, interval=interval)
    return results


def _word_before(tokens: Tokens, reading: Reading) -> str:
    return normal(tokens.word(reading.first - 1)) if reading.first else ""


def in_one_sentence(tokens: Tokens, one: Reading, other: Reading) -> bool:
    """Whether no sentence ends between two readings, and they are not far from each other."""
    if other.first - one.last > _SENTENCE_REACH:
        return False
    return not any(
        tokens.codes[index] == BREAK or (tokens.word(index) in _STOPS and tokens.word(index + 1)[0].isupper())
        for index in range(one.last, other.first)
    )
