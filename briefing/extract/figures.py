"""Quantities that a sentence asserts, with the period that they are counted over and where that period is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.edtf import bounds, is_edtf
from briefing.extract.claims import concepts_in, date_near, evidence_of, is_behind_a_limit, is_limit, sentence_span, voice_rule
from briefing.extract.deeds import actor_codes
from briefing.extract.meetings.interviews import receives_us
from briefing.extract.reading import Reading, mentions_in, told_by
from briefing.extract.sentence.attribution import printed_chain
from briefing.extract.sentence.trees import Tree
from briefing.model import Amount, Date, Evidence, Figure, Quantity, Span

TELLING_KINDS = frozenset({"percent", "currency", "measure", "rate"})
SMALLEST_COUNT = 10
"""`two meetings`, `cuatro ejes` count, but tell no figure; a bare number below this does not make a key figure."""
LONGEST_PERIOD_DAYS = 3660
SHORTEST_PERIOD_DAYS = 6
YEAR_LENGTH = len("2025")


def extract_figures(reading: Reading, number: int) -> Iterator[Figure]:
    """The figures of one sentence, together: they share its subject and its period."""
    tree = reading.trees[number]
    if tree.sentence.kind != "body":
        return
    span = tree.sentence.span
    told = [q for q in reading.doc.quantities if span.contains(q.span) and tells_a_figure(q)]
    root = next((i for i, token in enumerate(tree.tokens) if token.head < 0), 0)
    if not told or receives_us(reading, tree, root):
        return
    period, context = period_of(reading, number)
    date = date_near(reading, number, root)
    yield Figure(
        evidence=evidence_of(reading, sentence_span(reading, number, root)),
        sentence=number,
        context=context,
        concepts=concepts_in(reading, span),
        date=period or (date.value if date else None),
        date_basis="explicit" if period else date.basis if date else None,
        quantities=tuple(amount_of(q, None if is_behind_a_limit(reading, tree, q.span) else period) for q in told),
        attribution=printed_chain(reading, (told_by(reading, span),)),
        actors=actor_codes(reading, [m.actor for m in mentions_in(reading, span)]),
        rules=("figure", *(f"quantity:{quantity.rule}" for quantity in told), *voice_rule(reading, span)),
        confidence=tree.tokens[root].confidence,
    )


ERAS = frozenset({"year", "decade", "century"})
"""`medio siglo de disputa`, `for 30 years`: since when, and not how much."""


def tells_a_figure(quantity: Quantity) -> bool:
    if quantity.kind == "ordinal" or quantity.unit in ERAS:
        return False
    if quantity.kind in TELLING_KINDS or quantity.from_value is not None:
        return True
    return quantity.unit is not None and (quantity.value >= SMALLEST_COUNT or quantity.modifier is not None)


def amount_of(quantity: Quantity, period: str | None) -> Amount:
    return Amount(
        value=quantity.value,
        unit=quantity.unit,
        modifier=quantity.modifier,
        high=quantity.high,
        from_value=quantity.from_value,
        period=quantity.period or period,
    )


def period_of(reading: Reading, number: int) -> tuple[str | None, tuple[Evidence, ...]]:
    """The period that a sentence counts over: its own, else the one said just before in the same paragraph.

    In the second case the sentence that says it is part of what the figure rests on.
    """
    span = reading.trees[number].sentence.span
    own = period_in(reading, span) or stretch_in(reading, reading.trees[number])
    if own or reading.is_scrambled or number == 0:
        return own, ()
    before = reading.trees[number - 1].sentence
    if before.kind != "body" or before.paragraph != reading.trees[number].sentence.paragraph:
        return None, ()
    said = period_in(reading, before.span)
    return said, (evidence_of(reading, before.span),) if said else ()


def period_in(reading: Reading, span: Span) -> str | None:
    """The first interval of a span: one expression's own, or the one between a `desde …` and a later `hasta …`."""
    here = (date for date in reading.doc.dates if date.value and span.contains(date.span))
    dates = [date for date in here if not is_of_what_was(reading, date)]
    intervals = [value for date in dates for value in (date.interval, date.value) if value and is_period(value)]
    return intervals[0] if intervals else from_until(reading, dates)


def is_of_what_was(reading: Reading, date: Date) -> bool:
    """`fell to 80 from 95 a week ago`: when it was 95."""
    before = (q for q in reading.doc.quantities if q.rule == BACKWARD and q.span.stop <= date.span.start)
    return any(not Span(q.span.stop, date.span.start).of(reading.text).strip() for q in before)


BACKWARD = "backward_change"
"""The rule of quantities that tell the later number first."""


def stretch_in(reading: Reading, tree: Tree) -> str | None:
    """A single year that a sentence names: `El año 2025 cerró con …`, not `desde 2003`."""
    dates = [d for d in reading.doc.dates if tree.sentence.span.contains(d.span) and not is_limit(reading, tree, d)]
    named = {date.value for date in dates if date.value and len(date.value) == YEAR_LENGTH}
    return next(iter(named)) if len(named) == 1 else None


def is_period(value: str) -> bool:
    """An interval with two ends that is no week and no era: `2024-10/2025-12`."""
    if "/" not in value:
        return False
    first, last = bounds(value)
    if first is None or last is None:
        return False
    return SHORTEST_PERIOD_DAYS <= (last - first).days <= LONGEST_PERIOD_DAYS


def from_until(reading: Reading, dates: Sequence[Date]) -> str | None:
    """`desde octubre de 2024, cuando entró al gobierno, hasta diciembre de 2025`."""
    starts = [date for date in dates if follows(reading, date, reading.words.from_words)]
    ends = [date for date in dates if follows(reading, date, reading.words.until_words)]
    for start in starts:
        for end in ends:
            if end.span.start > start.span.stop:
                value = f"{start.value}/{end.value}"
                return value if is_edtf(value) else None
    return None


def follows(reading: Reading, date: Date, words: frozenset[str]) -> bool:
    before = reading.text[max(0, date.span.start - 20) : date.span.start].split()
    first = date.span.of(reading.text).split()[0].lower()
    return bool(before and before[-1].lower() in words) or first in words
