"""What a row needs, in the positive: when a contact was held, between whom, and that no other row tells it better.

Whether the words assert a meeting at all, `extract/meetings/needs` says; here is what a reader needs of one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from briefing.consolidate.dating import days
from briefing.consolidate.meetings.occasion_places import words
from briefing.edtf import bounds
from briefing.model import Meeting
from briefing.model.marks import SIDES_DELEGATION
from briefing.model.meeting_kinds import OF_ITS_DAY, SPOKEN

UNNAMED = frozenset({"sides:left_out", "sides:offices", SIDES_DELEGATION})
"""The rules of extraction on a meeting of which a side, a body or a team has no name."""
DAY_UNPLACED = "day:unplaced"
"""The rule of extraction on a meeting of a day of the week, or of the day before, that no date tells."""
WEEK = 6
"""Days that `next week` leaves open."""
LONGEST = 31
"""Days that the day of what was held may leave open: `last week`, `in January`."""

Need = Callable[[Meeting, Sequence[Meeting]], bool]


def says_when(row: Meeting, rows: Sequence[Meeting]) -> bool:
    """`has spoken with his colleague`, and nobody says when: of no use beside what is dated.

    `spoke late Wednesday`, in an article without a date, says when, but for a dated one of the same two, which it may be.
    """
    dated = [o for o in rows if o.status == "held" and o.date and (o.kind == "call") == (row.kind == "call")]
    again = any({*o.participants} == {*row.participants} and not is_of_others(row, o) for o in dated)
    told = row.date is None and DAY_UNPLACED in row.rules and not again
    return row.status != "held" or told or (row.date is not None and days(row.date) < LONGEST)


def is_of_others(row: Meeting, other: Meeting) -> bool:
    """`The two presidents spoke Monday`, and their ambassadors met that week: named in both, and nobody in both."""
    return bool(row.people) and bool(other.people) and not {*row.people} & {*other.people}


def says_between_whom(row: Meeting, rows: Sequence[Meeting]) -> bool:
    """`visited the families on Monday`, `received the growers`: a contact that was held is one of two governments."""
    two = max(len(row.participants), len(row.people)) >= 2 or (row.kind != "visit" and bool(UNNAMED & {*row.rules}))
    two = two or row.sources >= 2  # `the joint committee will meet in Arica`, and met there under one minister
    return row.status != "held" or row.kind in OF_ITS_DAY or row.kind in SPOKEN or two


def is_told_here_best(row: Meeting, rows: Sequence[Meeting]) -> bool:
    """`will travel to Lima on the 24th with a request`, where another row has her meeting in Lima on that day."""
    if is_bare(row) and any(is_of_the_same_two(row, other) for other in rows):
        return False
    if any(is_day_of_its_week(row, other) or is_within_again(row, other) for other in rows):
        return False
    if row.status != "upcoming" or (row.date and days(row.date) < LONGEST):
        return True
    dated = [other for other in rows if other is not row and other.status == "upcoming" and other.date]
    return not any(is_same_errand(row, other) for other in dated if days(other.date or "") < LONGEST)


def is_bare(row: Meeting) -> bool:
    """`ambos mandatarios mantendrán una reunión`, `the visit has been put off`: who, when and where stand elsewhere."""
    undated = row.date is None or days(row.date) >= LONGEST
    alone = row.kind == "visit" and len(row.people) == 1  # `quien hará una visita de Estado a nuestro país`
    unnamed = not row.people and len(row.participants) == 2
    return row.kind not in OF_ITS_DAY and undated and not row.place and (alone or unnamed)


def is_of_the_same_two(row: Meeting, other: Meeting) -> bool:
    """One that names them, as far along, in the same article."""
    told = {piece.article for piece in row.evidence} & {piece.article for piece in other.evidence}
    named = {*row.people} < {*other.people} and {*row.participants} <= {*other.participants}
    return named and bool(told) and other.status == row.status and (other.kind == "call") == (row.kind == "call")


def is_day_of_its_week(row: Meeting, other: Meeting) -> bool:
    """`will travel to Gulu next week to sign it`, where another row has the signing in Gulu on the Tuesday of that week."""
    first, _, last = (row.date or "").partition("/")
    week = row.kind == "visit" and row.status == other.status == "upcoming" and bool(last) and days(row.date or "") == WEEK
    within = bool(other.date) and "/" not in (other.date or "") and first <= (other.date or "") <= last
    return week and within and {*row.people} < {*other.people} and bool(words(row.place or "") & words(other.place or ""))


def is_within_again(row: Meeting, other: Meeting) -> bool:
    """`The two will meet in Lima in May`, of nobody else than another row of one of those days, at the same place."""
    first, last = bounds(row.date) if row.date else (None, None)
    day, end = bounds(other.date) if other.date else (None, None)
    alike = row is not other and row.status == other.status == "upcoming"
    if not alike or not (first and last and day and end and first <= day <= end <= last):
        return False
    here = bool(words(row.place or "") & words(other.place or ""))
    known = {*row.people} <= {*other.people} and {*row.participants} <= {*other.participants}
    longer = row.kind == other.kind and (first, last) != (day, end)
    nobodys = first == last and not row.people and not row.participants and bool(other.people) and other.kind == "visit"
    return here and known and (longer or nobodys)


def is_same_errand(row: Meeting, other: Meeting) -> bool:
    """At one place, or a stop that the sentence of a dated visit names: `will be in Lima on May 4 and will visit Tacna`."""
    there = bool(words(row.place or "") & words(other.place or ""))
    stop = row.kind == other.kind == "visit" and {*row.participants} <= {*other.participants}  # of a tour it is another host's
    there = there or (stop and row.evidence[0] in other.evidence)
    return there and bool({*row.people} & {*other.people})


def says_something(row: Meeting, rows: Sequence[Meeting]) -> bool:
    """`El ministro chileno se trasladará después a la base`: to come, and nobody says when, where or to whom."""
    undated = row.date is None or days(row.date) >= LONGEST
    one = max(len(row.participants), len(row.people)) < 2
    return row.kind != "visit" or row.status == "held" or not undated or bool(row.place) or not one


NEEDS: Mapping[str, Need] = {
    "when": says_when,
    "whom": says_between_whom,
    "best": is_told_here_best,
    "something": says_something,
}
"""What every row of the table meets, by the name that its absence has."""


def lacks(row: Meeting, rows: Sequence[Meeting]) -> str | None:
    """The first need that a row does not meet."""
    return next((name for name, need in NEEDS.items() if not need(row, rows)), None)


__all__ = ["NEEDS", "lacks"]
