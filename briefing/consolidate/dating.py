"""Dates of several claims of one thing: which one to print, and which of them disagree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from briefing.edtf import bounds, intersects
from briefing.model import Claim, DateBasis, Event

WEEK = 7
INFERRED = "inferred"
WEEKDAYS = frozenset({"direction", "verb", "nearest"})
"""How a day of the week is read that may be that of another week."""
EITHER_OR = re.compile(r"\[(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)\]")
"""One of two days."""
NUMBER = re.compile(r"[1-9]\d*")


def days(value: str) -> int:
    """How many days a date spans; a great number where it is open."""
    first, last = bounds(value)
    return (last - first).days if first and last else 10**6


def best_date(claims: Sequence[Claim]) -> tuple[str, DateBasis | None] | None:
    """The finest date that at least half as many articles agree with as with any other; explicit before inferred."""
    dated = [claim for claim in claims if claim.date]
    if not dated:
        return None
    votes = Counter({claim.date: 0 for claim in dated})
    for _, value in sorted({(claim.evidence.article, claim.date or "") for claim in dated}):
        votes.update(other for other in list(votes) if other and intersects(other, value))
    enough = [value for value in votes if votes[value] * 2 >= max(votes.values())]
    winner = min(enough, key=lambda value: (days(value or ""), -votes[value], not is_explicit(dated, value), value or ""))
    bases = [claim.date_basis for claim in dated if claim.date == winner]
    basis = next((basis for basis in bases if basis != INFERRED), bases[0])  # where one of them says the day itself
    return (winner, basis) if winner else None


def item_date(main: Claim, same: Sequence[Claim]) -> tuple[str | None, DateBasis | None, tuple[str, ...]]:
    """The date of an item with its basis, and the rule: its own sentence's; else that of the sentences merged with it that tell
    the same act, where no two of them disagree.

    A finer day that only another sentence gives does not stand beside words that say `in March`.
    """
    if main.date:
        return main.date, main.date_basis, ("date:own_period_of_context",) if main.context else ("date:own",)
    others = [claim for claim in same if claim.date and claim.act == main.act and type(claim) is type(main)]
    found = best_date(others)
    if found is None or any(not intersects(found[0], claim.date or "") for claim in others):
        return None, None, ()
    source = next(claim.evidence for claim in others if claim.date == found[0])
    return (*found, (f"date:inherited:{source.article}@{source.start}",))


def still_to_come(value: str, as_of: str) -> str:
    """`on March 11 or 18` of what is to come, on the 13th: the days that have not passed."""
    ends = EITHER_OR.fullmatch(value)
    today = bounds(as_of)[0]
    ahead = [day for day in ends.groups() if today and date.fromisoformat(day) >= today] if ends else []
    return ahead[0] if len(ahead) == 1 else value


def is_explicit(claims: Sequence[Claim], value: str | None) -> bool:
    return any(claim.date == value and claim.date_basis == "explicit" for claim in claims)


def disagreeing_days(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The different days that claims of one thing name, where no two of them can be the same; else nothing."""
    named = sorted({claim.date for claim in claims if claim.date and days(claim.date) == 0})
    return tuple(named) if len(named) > 1 else ()


def surely_dated(events: Sequence[Event]) -> Sequence[Event]:
    """Plans for `next Thursday` are for one of two days: they speak against no day with a number, nor for that a week off."""
    certain = [event for event in events if not is_planned_for_weekday(event)]
    if any(event.date for event in certain):
        return certain
    guessed = sorted({event.date for event in events if event.date and days(event.date) == 0})
    return certain if all(gap(guessed[0], other) in {0, WEEK} for other in guessed) else events


def is_planned_for_weekday(event: Event) -> bool:
    """Its sentence gives no number of the day that it is planned for."""
    if event.status != "upcoming" or event.date_basis not in WEEKDAYS or not event.date or days(event.date) > 0:
        return False
    return str(int(event.date[-2:])) not in NUMBER.findall(event.evidence.text)


def gap(left: str, right: str) -> int:
    """Days between two dates, 0 where they may be the same."""
    if intersects(left, right):
        return 0
    (a0, a1), (b0, b1) = bounds(left), bounds(right)
    return max(distance(a1, b0), distance(b1, a0))


def distance(earlier: date | None, later: date | None) -> int:
    return (later - earlier).days if earlier and later and later > earlier else 0


def is_after(value: str, as_of: str) -> bool:
    """Whether a date lies wholly after the brief's own."""
    first, today = bounds(value)[0], bounds(as_of)[1]
    return bool(first and today and first > today)


def may_be_after(value: str, as_of: str) -> bool:
    """Whether a date may still be to come, today included."""
    last, today = bounds(value)[1], bounds(as_of)[0]
    return last is None or bool(today and last >= today)
