"""Finding the dates of a text: recognize, then resolve in the order of the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from briefing import edtf
from briefing.annotate.dates.context import Context, Resolved
from briefing.annotate.dates.foretold import bidden_at, day_of_saying, foretold_at
from briefing.annotate.dates.grammar import Grammar, load_grammar
from briefing.annotate.dates.lexer import Tokens, tokenize
from briefing.annotate.dates.one_day import on_one_day
from briefing.annotate.dates.ranges import Found, Group, group_readings, in_one_sentence, join_far_ends, resolve_group
from briefing.annotate.dates.reading import Reading, edges, read_match
from briefing.annotate.dates.resolve import resolve
from briefing.annotate.dates.tense import Tense, begins_clause, tense_around
from briefing.edtf import is_day
from briefing.model import Date, DateBasis, Language, PublishedBasis, Span

_LONGEST_WINDOW = 366
_FAR = 250
"""How many words behind a date "that day" and "the same month" no longer mean it."""
_FULL = 10
"""Characters of a date that names a day."""
_MONTH = 7
"""Characters of a date that names a month."""
_CALENDAR = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")
_BY_TENSE = frozenset({"clock", "day", "month", "quarter", "season", "unit", "unit_part", "weekday"})
_SPANS = frozenset({"month", "quarter", "season"})
_RELATIVE: frozenset[DateBasis] = frozenset({"deictic", "direction", "verb", "nearest"})
_WEAK: frozenset[PublishedBasis] = frozenset({"inferred", "unknown"})


def find_dates(
    text: str,
    language: Language,
    *,
    published: str | None,
    published_basis: PublishedBasis = "stated",
    skip: Sequence[Span] = (),
) -> tuple[Date, ...]:
    """The temporal expressions of a text, in its order, never overlapping; none in a language without a data file.

    `published` is EDTF: where it is an interval, only what is the same for each of its days is resolved, and nothing that
    depends on it where it is None.  Dates that depend on an inferred day are themselves `inferred`.

    >>> text = "Viajará el jueves."
    >>> [(date.span.of(text), date.value) for date in find_dates(text, "es", published="2026-01-16")]
    [('el jueves', '2026-01-22')]
    """
    grammar = load_grammar(language)
    if grammar is None:
        return ()
    tokens = tokenize(text, grammar.lexicon, skip)
    groups = group_readings(recognize(tokens, grammar))
    results = _resolve_all(groups, tokens, grammar, _window(published))
    weak = published_basis in _WEAK
    return tuple(_date(found, weak) for found in results)


def recognize(tokens: Tokens, grammar: Grammar) -> list[Reading]:
    """What the rules read, the longest match first, then the order of the rules; sorted by place.

    Rules that make `nothing` take the words of a trap ("Black Monday", "Plaza de Mayo") before others read them.
    """
    matches = [
        (*edges(match), order, rule, match)
        for order, rule in enumerate(grammar.rules)
        for match in rule.pattern.finditer(tokens.codes)
    ]
    matches.sort(key=lambda item: (item[0] - item[1], item[2], item[0]))
    taken = bytearray(len(tokens))
    readings: list[Reading] = []
    for first, last, _, rule, match in matches:
        if first < last and not any(taken[first:last]):
            taken[first:last] = b"\1" * (last - first)
            if rule.row.make != "nothing":
                readings += read_match(rule, match, tokens, grammar)
    return sorted(readings, key=lambda reading: reading.span)


def _window(published: str | None) -> list[date | None]:
    """Every day that the article may have been published on."""
    first, last = edtf.bounds(published) if published else (None, None)
    if first is None or last is None or (last - first).days > _LONGEST_WINDOW:
        return [None]
    return [first + timedelta(step) for step in range((last - first).days + 1)]


def _resolve_all(groups: Sequence[Group], tokens: Tokens, grammar: Grammar, window: Sequence[date | None]) -> list[Found]:
    """Resolve everything but the times of day in the order of the text, then those on the days around them."""
    results: list[Found] = []
    previous: str | None = None
    anchor: Reading | None = None
    for group in groups:
        first = group.readings[0]
        if first.make == "clock":
            continue
        if anchor and first.first - anchor.last > _FAR:
            previous = anchor = None
        # `El veto rige desde el 20. (…) La cita se pactó el viernes anterior`: before which day, nobody knows
        counted = first.make == "later" or (first.make == "weekday" and bool(first.offset) and first.same == "D")
        near = not counted or (anchor and in_one_sentence(tokens, anchor, first))
        base = Context(
            published=None,
            previous=previous if near else None,
            numeric_order=grammar.data.numeric_order,
            next_or_after=grammar.data.next_or_after,
        )
        days: Sequence[date | None] = window
        if _is_eve_of_either(first, previous, window) and not in_one_sentence(tokens, anchor or first, first):
            base = replace(base, previous=None)
            days = [None] if begins_clause(tokens, first.first) else window
        base = replace(base, tense=_of_one_plan(_tense(group, tokens, grammar), results, first, tokens, window))
        base = _foretold(base, group, results, tokens, grammar)
        resolved, interval = resolve_group(group, [replace(base, published=day) for day in days])
        for reading, result in zip(group.readings, resolved, strict=True):
            if result:
                results.append(Found(reading, result, interval))
                if day := _anchor(result):
                    previous, anchor = day[:_MONTH] if interval else day, reading  # `from 8 to 10 June. (…) The following day`
    results = on_one_day(join_far_ends(results, tokens, grammar.data.far_ends), tokens, grammar, window)
    return sorted(results + _resolve_clocks(groups, results, tokens, grammar, window), key=lambda found: found.reading.span)


def _resolve_clocks(
    groups: Sequence[Group], others: Sequence[Found], tokens: Tokens, grammar: Grammar, window: Sequence[date | None]
) -> list[Found]:
    days = [(found.reading, found.resolved.value) for found in others if is_day(found.resolved.value)]
    results: list[Found] = []
    for group in groups:
        for reading in group.readings if group.readings[0].make == "clock" else ():
            base = Context(published=None, tense=_tense(group, tokens, grammar), day=_day_beside(reading, days, tokens))
            result = resolve(reading, [replace(base, published=day) for day in window])
            if result:
                results.append(Found(reading, result))
    return results


def _day_beside(reading: Reading, days: Sequence[tuple[Reading, str | None]], tokens: Tokens) -> str | None:
    """The day named nearest to a time of day in the same sentence; of two as near, the one behind it."""
    place = bisect_left(days, reading.first, key=lambda day: day[0].first)
    before = [
        (reading.first - day.last, value)
        for day, value in days[max(place - 1, 0) : place]
        if in_one_sentence(tokens, day, reading)
    ]
    behind = [
        (day.first - reading.last, value) for day, value in days[place : place + 1] if in_one_sentence(tokens, reading, day)
    ]
    return min(behind + before, key=lambda item: item[0])[1] if behind or before else None


def _tense(group: Group, tokens: Tokens, grammar: Grammar) -> Tense:
    """The tense around a group; not looked for where nothing depends on it."""
    if group.readings[-1].make not in _BY_TENSE:
        return Tense()
    return tense_around(tokens, group.readings[0].first, group.readings[-1].last, grammar.cues)


def _is_eve_of_either(reading: Reading, previous: str | None, window: Sequence[date | None]) -> bool:
    """`Hablaron el lunes. (…) Lo había negado la víspera`, of a Wednesday: the day before the telling; `La víspera, lo había
    negado` may go on from that Monday."""
    behind = previous is not None and any(day is not None and previous[:_FULL] < day.isoformat() for day in window)
    return reading.make == "anaphor" and reading.same is not None and behind


def _foretold(base: Context, group: Group, results: Sequence[Found], tokens: Tokens, grammar: Grammar) -> Context:
    """The context of a weekday that is told as ahead of a saying; of a month, too, in which something is to be done
    (`acordaron reunirse en octubre`)."""
    reading, words = group.readings[0], grammar.data.foretold
    if reading.make in _SPANS and bidden_at(tokens, reading.first, words, grammar.cues):
        return replace(base, tense=Tense(1, True))
    said = foretold_at(tokens, reading.first, reading.last, words, grammar.cues) if reading.make == "weekday" else None
    if said is None:
        return base
    dated = [(found.reading.first, found.reading.last, found.resolved.value or "") for found in results]
    said_on = day_of_saying(said.verb, dated, tokens, words, grammar.cues)
    if said.unsure and said_on is None:
        ahead = base.tense.certain and base.tense.direction > 0
        return base if ahead else replace(base, tense=Tense(planned=True))
    return replace(base, foretold=True, said_on=said_on)


def _of_one_plan(
    tense: Tense, results: Sequence[Found], reading: Reading, tokens: Tokens, window: Sequence[date | None]
) -> Tense:
    """`Will travel at the weekend to sign on Monday`: a second day of what is planned is not behind the first."""
    if tense.direction <= 0 or tense.certain or not results or not window[-1]:
        return tense
    before = results[-1]
    first = edtf.bounds(before.resolved.value)[0] if before.resolved.value else None
    ahead = first is not None and first > window[-1] and in_one_sentence(tokens, before.reading, reading)
    return replace(tense, certain=True) if ahead else tense


def _anchor(result: Resolved) -> str | None:
    """What "that day", "ese mes" behind it can refer to."""
    if result.type in ("DURATION", "SET") or not result.value:
        return None
    value = result.value.rstrip("~").split("T")[0]
    return value if _CALENDAR.fullmatch(value) else None


def _date(found: Found, weak: bool) -> Date:
    reading, result = found.reading, found.resolved
    first, last = edtf.bounds(result.value) if result.value else (None, None)
    first, last = result.since or first, result.until or last
    told = bool(reading.month and reading.day and len(result.value or "") == _FULL)  # `el 6 de noviembre`: only its year is not
    basis: DateBasis = "inferred" if weak and result.basis in _RELATIVE and not told else result.basis
    value = result.value
    if value and reading.modifier == "APPROX" and _CALENDAR.fullmatch(value):
        value += "~"
    return Date(
        span=reading.span,
        type=result.type,
        timex=result.timex,
        value=value,
        basis=basis,
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
        modifier=reading.modifier,
        interval=found.interval,
        rule=f"{reading.rule}.{result.note}" if result.note else reading.rule,
    )
