"""Where the sources disagree: over a day, an amount, the period that a figure is counted from, a place, whether it was so.

Not conflicts: rounding, a vaguer or finer date, another measure or unit, another meeting of a series, a later update.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations

from briefing.consolidate.accounts.denials import denied_differences
from briefing.consolidate.accounts.denied_plans import PLAN_DENIED, denied_plans
from briefing.consolidate.accounts.denied_things import is_denied_by_both
from briefing.consolidate.accounts.differing import (
    Difference,
    account_differences,
    meeting_differences,
    planned_days,
    status_differences,
)
from briefing.consolidate.accounts.elsewhere_then import elsewhere_then
from briefing.consolidate.accounts.gatherings import gathering_differences
from briefing.consolidate.accounts.narrow_denials import is_of_less
from briefing.consolidate.accounts.planned_stays import planned_stays
from briefing.consolidate.accounts.presence import presence_differences
from briefing.consolidate.accounts.said_or_not import SAID_OR_NOT, said_or_not
from briefing.consolidate.accounts.sent_or_not import sent_or_not
from briefing.consolidate.accounts.told_deeds import differences_of_deeds
from briefing.consolidate.accounts.who_asked import who_asked_differences
from briefing.consolidate.accounts.whose_soil import soil_differences
from briefing.consolidate.bridges import dictionary
from briefing.consolidate.clusters import candidate_pairs
from briefing.consolidate.conflicts.grounds import grounds_of, is_grounded
from briefing.consolidate.conflicts.likely_days import likely_days
from briefing.consolidate.conflicts.one_event import with_events
from briefing.consolidate.conflicts.opposed import opposed_sides
from briefing.consolidate.conflicts.rivals import rival_tellings
from briefing.consolidate.conflicts.sides import unit_of_value, words_of_sides
from briefing.consolidate.conflicts.stated_contrast import stated_contrasts
from briefing.consolidate.dating import disagreeing_days, surely_dated
from briefing.consolidate.meetings.occasion_places import capital_words, is_known_place, names_house, words
from briefing.consolidate.meetings.stays import is_dated_by_an_end, is_of_an_end, names_its_day
from briefing.consolidate.meetings.two_places import are_placed_apart
from briefing.consolidate.people import fold
from briefing.consolidate.sentences import bodies
from briefing.consolidate.values.changed_values import changed_values
from briefing.consolidate.values.estimates import side_by_side
from briefing.consolidate.values.likely_values import joined, likely_values, with_whose_it_is
from briefing.consolidate.values.refuted_values import refuted_values
from briefing.consolidate.values.scopes import given_together, is_told_together
from briefing.consolidate.values.shares_borne import SWAPPED, swapped_shares
from briefing.consolidate.values.told_matters import matters_of
from briefing.consolidate.values.two_things import of_two_things
from briefing.consolidate.week import Week, in_order, make_id, place_key, unique_evidence
from briefing.edtf import bounds, intersects
from briefing.knowledge import LANGUAGES
from briefing.model import (
    Claim,
    Conflict,
    ConflictField,
    ConflictValue,
    Event,
    Evidence,
    Fact,
    Figure,
    Item,
    Meeting,
    Position,
)
from briefing.model.marks import PUT_OFF_TO

SAME_PERIOD = 20
"""Days by which two tellings of one period may differ."""
ROW_RULES = frozenset({"came_or_not", "met_or_not", PLAN_DENIED})
"""The rules on who one article has at a meeting or in a talk, and another not: what a row says."""
FINE = 10
"""Characters of a date that names a day."""

CONSULT = "CONSULT"
"""The class of acts of who meets or speaks with another."""

MeetingGroups = Sequence[tuple[Meeting, tuple[Event, ...]]]


def find_conflicts(
    week: Week, meetings: MeetingGroups, facts: Sequence[Fact], positions: Sequence[Position] = ()
) -> tuple[Conflict, ...]:
    """The conflicts of the week: dates of meetings, periods and amounts of figures."""
    owner = {(e.article, e.start): fact.id for fact in facts for e in fact.evidence}
    found = [
        *date_conflicts(week, meetings),
        *place_conflicts(week, meetings),
        *figure_conflicts(week, owner),
        *differences(week, meetings, owner),
    ]
    apart = {conflict.id: conflict for conflict in each_once(found)}  # a page that an article has twice differs once
    told = sorted(apart.values(), key=lambda conflict: (conflict.about, conflict.id))
    items = by_article((*facts, *positions, *(meeting for meeting, _ in meetings)))
    whole = [replace(one, about=tuple(dict.fromkeys((*one.about, *touched(one, items))))) for one in told]
    talks = [fact for fact in facts if fact.kind == "event" and fact.plover == CONSULT]
    met = [meeting for meeting, _ in meetings]
    return tuple(replace(one, about=without_told_by_both(one, talks, met)) for one in whole)


def without_told_by_both(conflict: Conflict, talks: Sequence[Fact], meetings: Sequence[Meeting]) -> tuple[str, ...]:
    """`She told him on Monday that it was final`, `he confirmed that they spoke, but not of that`: the call itself is sure."""
    if SAID_OR_NOT not in conflict.rules:
        return conflict.about
    sides = [value.evidence for value in conflict.values]
    on = {item.id: [any(e.is_within(o) for e in side for o in item.evidence) for side in sides] for item in (*talks, *meetings)}
    sure = any(all(told) for told in on.values())
    return tuple(item for item in conflict.about if not (sure and item in on))


def touched(conflict: Conflict, items: Mapping[str, Sequence[tuple[Evidence, Item]]]) -> Iterator[str]:
    """The items that say one side: none of them prints it as settled."""
    values = {value.value for value in conflict.values}
    for said in (evidence for value in conflict.values for evidence in value.evidence):
        for other, item in items.get(said.article, ()):
            apart = isinstance(item, Meeting) and not values & {item.date, item.place, *item.people}
            apart = apart and not ROW_RULES & {*conflict.rules}
            if said.is_within(other) and not apart and not is_of_another_day(item, conflict):
                yield item.id


def is_of_another_day(item: Item, conflict: Conflict) -> bool:
    """`They spoke again on the 9th`, beside the talks of the 4th or the 5th."""
    days = [value.value for value in conflict.values] if conflict.field == "date" else []
    return bool(days and item.date) and not any(intersects(item.date or "", day) for day in days)


def by_article(items: Sequence[Item]) -> Mapping[str, Sequence[tuple[Evidence, Item]]]:
    """What the items rest on in each article."""
    found: dict[str, list[tuple[Evidence, Item]]] = {}
    for item in items:
        for evidence in item.evidence:
            found.setdefault(evidence.article, []).append((evidence, item))
    return found


def each_once(found: Sequence[Conflict]) -> Iterator[Conflict]:
    """Without those of one field that a second rule finds again: the same sentences, two amounts, or denial."""
    told: set[tuple[str, Hashable]] = set()
    for conflict in found:
        places = [(v.evidence[0].article, v.evidence[0].start) for v in conflict.values]
        values = frozenset(v.value for v in conflict.values)
        again: list[tuple[str, Hashable]] = [(conflict.field, frozenset(places))]
        if conflict.field == "amount":
            again.append((conflict.field, values))
        again += [("denial", (v.evidence[0].article, v.evidence[0].start)) for v in conflict.values if v.value == "denied"]
        if told.isdisjoint(again):
            yield conflict
        told.update(again)


def date_conflicts(week: Week, meetings: MeetingGroups) -> Iterator[Conflict]:
    """One meeting, two days."""
    for meeting, events in meetings:
        own = [event for event in events if names_its_day(week, event) and not is_dated_by_an_end(week, event)]
        named = disagreeing_days(surely_dated(own))
        if named:
            yield make_conflict(
                week, (meeting.id,), "date", {d: [e for e in events if e.date == d] for d in named}, "one meeting, two days"
            )


def place_conflicts(week: Week, meetings: MeetingGroups) -> Iterator[Conflict]:
    """One meeting, in a capital by one article and in another town by one that does not name that capital, or so announced."""
    for meeting, events in meetings:
        placed = [event for event in events if event.place and (not event.moved_from or PUT_OFF_TO in event.rules)]
        for one, other in permutations(placed, 2):  # where it was to be on the day that it was moved from is of an older plan
            if are_two_towns(week, one, other) or are_placed_apart(week, one, other):
                sides = {one.place or "": [one], other.place or "": [other]}
                yield make_conflict(week, (meeting.id,), "place", sides, "one meeting, two towns")
                break


def are_two_towns(week: Week, one: Event, other: Event) -> bool:
    """Names that no word of any language joins: the first is a capital, the second no known place and no house of the first."""
    capital = capital_words(week, one)
    if (
        not capital
        or names_house(other)
        or is_known_place(week, other)
        or words(other.place or "") & capital
        or one.date != other.date
    ):
        return False
    text = fold(week.docs[other.evidence.article].article.text)
    named = any(re.search(rf"\b{re.escape(word)}\b", text) for word in capital)
    return not named and not any(
        (language, word) in dictionary() for language in LANGUAGES for word in words(other.place or "")
    )


def differences(week: Week, meetings: MeetingGroups, owner: Mapping[tuple[str, int], str]) -> Iterator[Conflict]:
    """It was so, or it was not; off, or put off; here or there, with this one or that one; so many, or more; then, or later."""
    of_days = (*planned_days(week, meetings), *planned_stays(week))
    of_rows = (*status_differences(week, meetings), *of_days, *meeting_differences(week, meetings))
    of_meetings = (*of_rows, *gathering_differences(week), *denied_plans(week), *elsewhere_then(week))
    read = [matter for key, sentence in bodies(week, asked=True) for matter in matters_of(week, key, sentence)]
    told = list(with_events(week, read))
    together = given_together(week)
    told_or_sent = (*said_or_not(week), *sent_or_not(week))
    of_accounts = (
        *opposed_sides(week),
        *account_differences(week),
        *denied_differences(week),
        *presence_differences(week),
        *told_or_sent,
        *who_asked_differences(week),
    )
    for found in (
        *of_meetings,
        *of_accounts,
        *presence_differences(week),
        *told_or_sent,
        *(with_whose_it_is(week, found, told) for found in side_by_side(week)),
        *stated_contrasts(week, told),
        *refuted_values(week, told),
        *swapped_shares(week),
        *changed_values(week),
        *differences_of_deeds(week),
        *soil_differences(week),
        *rival_tellings(week),
        *joined(list(likely_days(week, told))),
        *likely_values(week, told),
    ):
        if (
            not is_grounded(found)
            or of_two_things(week, found)
            or (found.rule != SWAPPED and is_told_together(found, together))
            or is_denied_by_both(week, found)
            or is_of_less(week, found)
            or is_of_an_end(week, found)
        ):
            continue
        claims = [claim for values in found.values.values() for claim in values]
        owned = dict.fromkeys(owner[key] for c in claims if (key := (c.evidence.article, c.evidence.start)) in owner)
        told_by = make_conflict(week, found.about or tuple(owned), found.field, found.values, found.rule)
        yield replace(told_by, rules=(*told_by.rules, *sorted(grounds_of(found))))


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
        for rule in (other_baseline,):
            values = rule(week, left, right)
            if values:
                field: ConflictField = "baseline" if rule is other_baseline else "amount"
                sides = {values[0]: [left], values[1]: [right]}
                if of_two_things(week, Difference((), field, sides, rule.__name__)):
                    continue
                yield make_conflict(week, about, field, sides, rule.__name__)
                break


def other_baseline(week: Week, left: Figure, right: Figure) -> tuple[str, str] | None:
    """The same amounts over periods that begin, or end, on other days."""
    a, b = period_of(week, left), period_of(week, right)
    if not a or not b or a == b or len(shared_amounts(left, right)) < 2:
        return None
    apart = [far(x, y) for x, y in zip(bounds(a), bounds(b), strict=True)]
    if apart == [True, False] and "/" in a and "/" in b:
        return a.split("/")[0], b.split("/")[0]
    return (a, b) if any(apart) else None


def far(left: date | None, right: date | None) -> bool:
    return left is not None and right is not None and abs((left - right).days) > SAME_PERIOD


def period_of(week: Week, figure: Figure) -> str | None:
    """The period that a figure is told over, else the only month, quarter or year that its sentence names."""
    periods = [amount.period for amount in figure.quantities if amount.period and "/" in amount.period]
    if periods:
        return periods[0]
    doc = week.docs[figure.evidence.article]
    span = doc.sentences[figure.sentence].span
    named = {d.value for d in doc.dates if d.value and d.type == "DATE" and len(d.value) != FINE and span.contains(d.span)}
    return named.pop() if len(named) == 1 else None


def shared_amounts(left: Figure, right: Figure) -> set[float]:
    """The numbers that both tell, the earlier value of `from … to` included."""
    return numbers(left) & numbers(right)


def numbers(figure: Figure) -> set[float]:
    return {float(n) for a in figure.quantities for n in (a.value, a.from_value, a.high) if n is not None}


def make_conflict(
    week: Week, about: tuple[str, ...], field: ConflictField, sides: Mapping[str, Sequence[Claim]], rule: str
) -> Conflict:
    sides = dict(sorted(sides.items())) if field == "baseline" else sides  # the earlier month first
    words = words_of_sides(week, list(sides.values()), list(sides))
    values = tuple(
        ConflictValue(
            value=value,
            evidence=(*in_order(week, set(own)), *beside(week, claims)),
            unit=unit_of_value(week, claims, value) if field == "amount" else None,
        )
        for (value, claims), own in zip(sides.items(), words, strict=True)
    )
    # `El Gobierno lo negó` in two articles, of two matters: only their words tell them apart
    said = [part for value in values for part in (value.value, *(piece.text for piece in value.evidence))]
    return Conflict(id=make_id("c", field, *said, *about), about=about, field=field, values=values, rules=(rule,))


def beside(week: Week, claims: Sequence[Claim]) -> Sequence[Evidence]:
    """What else the claims of a side rest on."""
    return unique_evidence(week, claims, context=True)[len(unique_evidence(week, claims)) :]
