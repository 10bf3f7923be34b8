"""Two numbers that make one quantity: ranges, earlier values, rates, "3 de cada 10"; and the quantities themselves.

"de 10 a 15 toneladas" is a range and "bajó de 86.9 a 52.4" is a change: told apart by a verb of change shortly before, or by
the order of the values, since nobody writes a range downwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from briefing.annotate.quantities.counted import Reading
from briefing.annotate.quantities.gates import is_open_late
from briefing.annotate.quantities.lexicon import Pair, Phrases, fold, longest
from briefing.annotate.quantities.reader import ONE, Reader
from briefing.model import Number, Quantity, Span

GAP = 8
"""Lexemes that may stand between the two values of a change: "de 12 por ciento en 2019 a 15 por ciento"."""
LOOK_BACK = 12
"""Lexemes before a number among which a verb of change is looked for, within its sentence."""
CENT, CENTS = "cent", 100
ENDS = frozenset(".;:!?")
DENOMINATORS = {Fraction(1000): "1k", Fraction(10_000): "10k", Fraction(100_000): "100k", Fraction(1_000_000): "1M"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A quantity in the making, in lexemes `start:stop`."""

    start: int
    stop: int
    reading: Reading
    rule: str
    value: Fraction
    high: Fraction | None = None
    from_value: Fraction | None = None
    unit: str | None = None
    kind: str | None = None


def join(reader: Reader, readings: Sequence[Reading]) -> Iterator[Quantity]:
    """The quantities that readings make, alone or in pairs."""
    index = 0
    while index < len(readings):
        pair = _joined(reader, readings[index], readings[index + 1]) if index + 1 < len(readings) else None
        if pair is not None:
            yield _quantity(reader, _with_period(reader, pair))
            index += 2
            continue
        alone = _and_a_half(reader, _with_period(reader, _alone(reader, readings[index])))
        if is_open_late(reader, readings[index]):
            yield _quantity(reader, alone)
        index += 1
        while index < len(readings) and readings[index].start < alone.stop:
            index += 1  # the half of `two hours and a half`


def _joined(reader: Reader, first: Reading, second: Reading) -> Joined | None:
    if first.numeral.ordinal or second.numeral.ordinal:
        return None
    for rule in (n_of_m, with_cents, rate, change, backward_change, span_of_values):
        joined = rule(reader, first, second)
        if joined is not None:
            return joined
    return None


def _alone(reader: Reader, reading: Reading) -> Joined:
    return Joined(
        start=reading.start,
        stop=reading.stop,
        reading=reading,
        rule=reading.numeral.rule,
        value=reading.value,
        unit=reading.counted.unit,
    )


def n_of_m(reader: Reader, first: Reading, second: Reading) -> Joined | None:
    """3 de cada 10 mexicanos, one in five voters: a fraction of what the second number counts."""
    found = longest(reader.lexicon.n_of_m, _words(reader, first.stop, second.numeral.start), 0)
    if found is None or first.stop + found[0] != second.numeral.start or first.counted.unit is not None:
        return None
    whole = first.value.denominator == second.value.denominator == 1
    if not whole or not 0 < first.value < second.value <= 1000 or (found[0] == 1 and second.counted.unit is None):
        return None
    value = first.value / second.value
    return Joined(
        start=first.start,
        stop=second.stop,
        reading=first,
        rule="n_of_m",
        value=value,
        unit=second.counted.unit,
        kind="fraction",
    )


def with_cents(reader: Reader, first: Reading, second: Reading) -> Joined | None:
    """4 dollars and 75 cents, 4 dólares con 75 centavos: one price."""
    link = second.start - first.stop == 1 and reader.is_in(first.stop, "and_cents")
    coins = first.counted.kind == "currency" and first.counted.unit != CENT and second.counted.unit == CENT
    if not link or not coins or first.numeral.scale != ONE or not 0 < second.value < CENTS:
        return None
    value = first.value + second.value / CENTS
    return Joined(start=first.start, stop=second.stop, reading=first, rule="with_cents", value=value, unit=first.counted.unit)


def rate(reader: Reader, first: Reading, second: Reading) -> Joined | None:
    """17.5 homicidios por cada 100 mil habitantes, 12 deaths per 1,000 people."""
    if first.counted.unit is None or second.counted.kind != "number" or second.counted.unit is None:
        return None
    if not _only_between(reader, reader.lexicon.per, first.stop, second.start):
        return None
    per = DENOMINATORS.get(second.value, str(_number(second.value)))
    unit = f"{first.counted.unit}/{per} {second.counted.unit}"
    return Joined(start=first.start, stop=second.stop, reading=first, rule="rate", value=first.value, unit=unit, kind="rate")


def _only_between(reader: Reader, phrases: Phrases, start: int, stop: int) -> bool:
    """Whether exactly one of the phrases fills a gap; an adjective may stand before it ("homicidios dolosos por cada …")."""
    for place in range(start, min(start + 3, stop)):
        found = longest(phrases, _words(reader, place, stop), 0)
        if found is not None:
            return place + found[0] == stop
        if reader.kind(place) != "word":
            return False
    return False


def _words(reader: Reader, start: int, stop: int) -> tuple[str, ...]:
    return tuple(reader.folded(place) for place in range(start, min(stop, start + 5)))


def change(reader: Reader, first: Reading, second: Reading) -> Joined | None:
    """pasó de 86.9 a 52.4, rose from 4 % in May to 6 %: the second value, and the first as what it was."""
    if not _framed(reader, reader.lexicon.file.changes, first, second) or not _alike(first, second):
        return None
    adjacent = second.start - first.stop == 1
    if not _changes(reader, first.start) and not (adjacent and _low(first, second) > second.value):
        return None
    return _pair(first, second, rule="change", value=second.value, from_value=_low(first, second))


def backward_change(reader: Reader, first: Reading, second: Reading) -> Joined | None:
    """rose to 5.5 percent from 5.1 percent a year earlier."""
    if not _framed(reader, reader.lexicon.file.backward_changes, first, second) or not _alike(first, second):
        return None
    if second.start - first.stop > 2 or not _changes(reader, first.start):
        return None
    return _pair(first, second, rule="backward_change", value=first.value, from_value=second.value)


def span_of_values(reader: Reader, first: Reading, second: Reading) -> Joined | None:
    """entre 10 y 15 toneladas, from 10 to 15, 10-15 %."""
    framed = _framed(reader, reader.lexicon.file.ranges, first, second) and _alike(first, second)
    if not framed or second.start - first.stop != 1 or not _low(first, second) < second.value:
        return None
    if second.modifier is not None or (_touching(reader, first) and second.counted.unit is None and first.counted.unit is None):
        return None
    return _pair(first, second, rule="range", value=_low(first, second), high=second.value)


def _touching(reader: Reader, first: Reading) -> bool:
    return reader.glued(first.stop) and reader.kind(first.stop) == "mark"


def _pair(
    first: Reading,
    second: Reading,
    *,
    rule: str,
    value: Fraction,
    high: Fraction | None = None,
    from_value: Fraction | None = None,
) -> Joined:
    reading = second if second.counted.unit is not None else first
    return Joined(
        start=first.start,
        stop=second.stop,
        reading=replace(reading, modifier=second.modifier or (first.modifier if rule == "range" else None)),
        rule=rule,
        value=value,
        high=high,
        from_value=from_value,
        unit=reading.counted.unit,
    )


def _framed(reader: Reader, pairs: Sequence[Pair], first: Reading, second: Reading) -> bool:
    """Whether two values stand in one of the frames: the opening word before the first, the middle one before the second."""
    if not 0 < second.start - first.stop <= GAP or _crosses(reader, first.stop, second.start):
        return False
    middle, opening = reader.folded(second.start - 1), reader.folded(first.start - 1)
    return any(middle in map(fold, pair.middle) and (not pair.open or opening in map(fold, pair.open)) for pair in pairs)


def _crosses(reader: Reader, start: int, stop: int) -> bool:
    return any(reader.folded(place) in ENDS or reader.lexemes[place].text == "\n" for place in range(start, stop))


def _alike(first: Reading, second: Reading) -> bool:
    """One of two units may be left out, but they may not differ."""
    a, b = first.counted.unit, second.counted.unit
    return a is None or b is None or a == b


def _low(first: Reading, second: Reading) -> Fraction:
    """The first value, with the scale that it shares with the second: "de 2 a 3 millones", "$10-15 million"."""
    shares = first.numeral.scale == ONE and first.counted.scale == ONE and not first.numeral.vague
    scale = second.numeral.scale * second.counted.scale
    return first.value * scale if shares and first.value * scale <= second.value * 10 and first.value < 1000 else first.value


def _changes(reader: Reader, start: int) -> bool:
    """Whether a verb of change stands shortly before, in the same sentence."""
    for place in range(start - 1, max(-1, start - LOOK_BACK), -1):
        if reader.folded(place) in ENDS or reader.lexemes[place].text == "\n":
            return False
        if reader.folded(place).startswith(reader.lexicon.change_stems):
            return True
    return False


def _with_period(reader: Reader, joined: Joined) -> Joined:
    """What follows the unit makes it a rate: a day, per barrel, por persona, homicidios diarios."""
    counted, ordinal = joined.reading.counted, joined.reading.numeral.ordinal
    if joined.kind is not None or joined.unit is None or ordinal or counted.kind == "percent":
        return joined
    found = _per_adjective(reader, joined) or _per_unit(reader, joined.stop)
    if found is None:
        return joined
    stop, per = found
    return replace(joined, stop=stop, unit=f"{joined.unit}/{per}", kind="rate")


def _per_adjective(reader: Reader, joined: Joined) -> tuple[int, str] | None:
    """homicidios (dolosos) diarios; also before the noun: "34 daily killings"."""
    for place in range(joined.reading.numeral.stop, joined.stop):
        if (period := reader.lexicon.per_adjectives.get(reader.folded(place))) is not None:
            return joined.stop, period
    for place in range(joined.stop, joined.stop + 2):
        if reader.kind(place) != "word":
            return None
        if (period := reader.lexicon.per_adjectives.get(reader.folded(place))) is not None:
            return place + 1, period
    return None


def _per_unit(reader: Reader, stop: int) -> tuple[int, str] | None:
    """per barrel, a share, por persona, al día, 5 USD/kg."""
    words = _words(reader, stop, stop + 4)
    found = longest(reader.lexicon.per, words, 0) or longest(reader.lexicon.per_links, words, 0)
    if found is None and reader.folded(stop) != "/":
        return None
    unit = reader.unit_at(stop + (found[0] if found else 1))
    return (unit[0], unit[1].id) if unit is not None and unit[1].id in reader.lexicon.file.per_units else None


MINUTES = 60
HALF = Fraction(1, 2)
LASTING = frozenset({"hour", "day", "week", "month", "year"})
"""Units of how long, behind which a half is told."""


def _in_minutes(joined: Joined) -> Joined:
    """Half an hour, tres cuartos de hora: a part of an hour is told in minutes."""
    whole = joined.high is None and joined.from_value is None and (joined.value * MINUTES).denominator == 1
    if joined.unit != "hour" or not whole or not 0 < joined.value < 1:
        return joined
    return replace(joined, value=joined.value * MINUTES, unit="minute")


def _and_a_half(reader: Reader, joined: Joined) -> Joined:
    """Cuatro horas y media, four hours and a half; not `tres semanas y media docena de visitas`, `an hour and half the day`."""
    if joined.unit not in LASTING or joined.value.denominator != 1 or not reader.is_in(joined.stop, "and_fraction"):
        return joined
    article = reader.is_in(joined.stop + 1, "articles")
    half = joined.stop + 1 + article
    if not reader.is_in(half, "half_adjectives") or (reader.is_in(half, "half_nouns") and not article):
        return joined
    behind = reader.folded(half + 1)
    counted = behind in reader.lexicon.collectives or behind in reader.lexicon.scales or reader.unit_at(half + 1) is not None
    return joined if counted else replace(joined, stop=half + 1, value=joined.value + HALF)


def _quantity(reader: Reader, joined: Joined) -> Quantity:
    joined = _in_minutes(joined)
    reading = joined.reading
    return Quantity(
        span=Span(reader.lexemes[joined.start].span.start, reader.lexemes[joined.stop - 1].span.stop),
        value=_number(joined.value),
        unit=joined.unit,
        modifier=reading.modifier,
        high=None if joined.high is None else _number(joined.high),
        from_value=None if joined.from_value is None else _number(joined.from_value),
        kind=_kind(joined),
        rule=joined.rule,
    )


def _kind(joined: Joined) -> Literal["number", "percent", "currency", "measure", "rate", "ordinal", "fraction"]:
    if joined.kind is not None:
        return joined.kind  # type: ignore[return-value]
    if joined.reading.numeral.ordinal:
        return "ordinal"
    kind = joined.reading.counted.kind
    if kind == "number" and joined.reading.numeral.rule in {"half", "fraction", "quotient"} and joined.value < 1:
        return "fraction"
    return kind


def _number(value: Fraction) -> Number:
    return value.numerator if value.denominator == 1 else float(value)
