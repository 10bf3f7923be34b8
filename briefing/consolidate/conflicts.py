"""Where the sources disagree: over a day, over an amount, over the period that a figure is counted from.

Not conflicts: rounding, a vaguer or finer date, another measure or unit, another meeting of a series.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.consolidate.clusters import candidate_pairs
from briefing.consolidate.dating import disagreeing_days
from briefing.consolidate.signatures import similarity
from briefing.consolidate.week import Week, make_id, place_key, unique_evidence
from briefing.edtf import intersects
from briefing.model import Amount, Claim, Conflict, ConflictField, ConflictValue, Event, Fact, Figure, Meeting

ROUNDING = 0.05
"""Amounts this near to each other are one amount, rounded."""
SAME_FIGURE = 0.5
"""Two sentences with different amounts must be this alike before they disagree about one figure."""

MeetingGroups = Sequence[tuple[Meeting, tuple[Event, ...]]]


def find_conflicts(week: Week, meetings: MeetingGroups, facts: Sequence[Fact]) -> tuple[Conflict, ...]:
    """The conflicts of the week: dates of meetings, periods and amounts of figures."""
    owner = {(e.article, e.start): fact.id for fact in facts for e in fact.evidence}
    found = [*date_conflicts(week, meetings), *figure_conflicts(week, owner)]
    return tuple(sorted(found, key=lambda conflict: (conflict.about, conflict.id)))


def date_conflicts(week: Week, meetings: MeetingGroups) -> Iterator[Conflict]:
    """One meeting, two days."""
    for meeting, events in meetings:
        named = disagreeing_days(events)
        if named:
            yield make_conflict(
                week, (meeting.id,), "date", {d: [e for e in events if e.date == d] for d in named}, "one meeting, two days"
            )


def figure_conflicts(week: Week, owner: Mapping[tuple[str, int], str]) -> Iterator[Conflict]:
    figures = [c for name in sorted(week.claims) for c in week.claims[name] if isinstance(c, Figure)]
    figures.sort(key=lambda claim: place_key(week, claim))
    told = [week.signatures[claim.evidence.article, claim.sentence].features for claim in figures]
    for left, right in ((figures[a], figures[b]) for a, b in candidate_pairs(told)):
        about = tuple(
            dict.fromkeys(owner[key] for c in (left, right) if (key := (c.evidence.article, c.evidence.start)) in owner)
        )
        if not about or left.evidence == right.evidence:
            continue
        for rule in (other_baseline, other_amount):
            values = rule(week, left, right)
            if values:
                field: ConflictField = "baseline" if rule is other_baseline else "amount"
                sides = {values[0]: [left], values[1]: [right]}
                yield make_conflict(week, about, field, sides, rule.__name__)
                break


def other_baseline(week: Week, left: Figure, right: Figure) -> tuple[str, str] | None:
    """The same amounts over periods that end together but begin apart."""
    a, b = period_of(left), period_of(right)
    if not a or not b or a == b or len(shared_amounts(left, right)) < 2:
        return None
    (start_a, end_a), (start_b, end_b) = a.split("/"), b.split("/")
    return (start_a, start_b) if intersects(end_a, end_b) and not intersects(start_a, start_b) else None


def period_of(figure: Figure) -> str | None:
    periods = [amount.period for amount in figure.quantities if amount.period and "/" in amount.period]
    return periods[0] if periods else None


def shared_amounts(left: Figure, right: Figure) -> set[float]:
    """The numbers that both tell, the earlier value of `from … to` included."""
    return numbers(left) & numbers(right)


def numbers(figure: Figure) -> set[float]:
    return {float(n) for a in figure.quantities for n in (a.value, a.from_value, a.high) if n is not None}


def other_amount(week: Week, left: Figure, right: Figure) -> tuple[str, str] | None:
    """Sentences alike in all but the number: the same unit, no number in common, further apart than rounding."""
    if shared_amounts(left, right) or len(left.quantities) != 1 or len(right.quantities) != 1:
        return None
    a, b = left.quantities[0], right.quantities[0]
    if not comparable(a, b) or abs(a.value - b.value) <= ROUNDING * max(abs(a.value), abs(b.value)):
        return None
    signatures = [week.signatures[c.evidence.article, c.sentence] for c in (left, right)]
    alike = similarity(signatures[0], signatures[1], week.weights)
    return (f"{a.value:g}", f"{b.value:g}") if alike >= SAME_FIGURE else None


def comparable(left: Amount, right: Amount) -> bool:
    """One unit, one period where both have one, and neither a bound that the other keeps to."""
    if left.unit != right.unit or left.unit is None:
        return False
    if left.period and right.period and not intersects(left.period, right.period):
        return False
    return not (left.modifier == "more_than" and right.value > left.value) and not (
        right.modifier == "more_than" and left.value > right.value
    )


def make_conflict(
    week: Week, about: tuple[str, ...], field: ConflictField, sides: Mapping[str, Sequence[Claim]], rule: str
) -> Conflict:
    values = tuple(
        ConflictValue(value=value, evidence=unique_evidence(week, claims, context=True)) for value, claims in sides.items()
    )
    return Conflict(
        id=make_id("c", field, *(v.value for v in values), *about), about=about, field=field, values=values, rules=(rule,)
    )
