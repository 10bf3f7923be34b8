"""One journey to come to which two articles give other days: `on June 17`, `on June 18 and 19`; `the 17th and 18th`.

Two stays of one traveller at one place differ where they do not touch, or are as long as each other and begin on two days.  Not
conflicts: a day within the stay, a finer date, who arrives the day before, what was moved, an article that has both days.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from briefing.consolidate.accounts.differing import Difference, countries_of_place, is_moved, told_by_both
from briefing.consolidate.dating import days, gap
from briefing.consolidate.meetings.overtaken import PLANNED, person_keys
from briefing.consolidate.people import fold
from briefing.consolidate.week import Week, place_key
from briefing.edtf import bounds
from briefing.knowledge import load_language
from briefing.model import Event, MeetingKind

VISIT: MeetingKind = "visit"
NEAR = 3
"""Days within which two articles err about the days of one journey."""
LONGEST = 6
"""Days of the longest stay of which one tells the first and the last."""


def planned_stays(week: Week) -> Iterator[Difference]:
    """Each two stays that differ, one for each two dates."""
    told = [c for name in sorted(week.claims) for c in week.claims[name] if isinstance(c, Event) and is_stay_to_come(c)]
    told.sort(key=lambda event: place_key(week, event))
    done: set[frozenset[str]] = set()
    for one, other in combinations(told, 2):
        pair = frozenset({one.date or "", other.date or ""})
        if (
            pair not in done
            and is_one_journey(week, one, other)
            and are_apart(one, other)
            and not told_by_both(told, one, other)
        ):
            done.add(pair)
            yield Difference((), "date", {one.date or "": [one], other.date or "": [other]}, "planned_stays")


def is_stay_to_come(event: Event) -> bool:
    dated = bool(event.date) and all(bounds(event.date)) and days(event.date or "") <= LONGEST
    return event.meeting == VISIT and event.status in PLANNED and dated and bool(event.place and event.people)


def is_one_journey(week: Week, one: Event, other: Event) -> bool:
    """The same traveller and town, or a town and its country, in two articles of which neither says that it was moved."""
    if one.evidence.article == other.evidence.article or not person_keys(week, one) & person_keys(week, other):
        return False
    words = [{*fold(event.place or "").split()} for event in (one, other)]
    lands = [countries_of_place(week, [event]) for event in (one, other)]
    return bool(words[0] & words[1] or lands[0] & lands[1]) and not any(map(is_moved, (one, other)))


def are_apart(one: Event, other: Event) -> bool:
    left, right = one.date or "", other.date or ""
    if days(left) == days(right) == 0:
        return False  # `planned_days` finds these
    if any(days(event.date or "") == 0 and is_arrival(event) for event in (one, other)):
        return False
    first, second = bounds(left)[0], bounds(right)[0]
    alike = days(left) == days(right) and first != second
    near = bool(first and second) and abs((first - second).days) <= NEAR  # type: ignore[operator]
    return near and (alike or gap(left, right) > 0)


def is_arrival(event: Event) -> bool:
    """`arrives in Riga on June 17`, `llegará el 17`: who comes the evening before visits from the 18th."""
    arriving = load_language("compare", "words")["arriving"][event.evidence.language or "en"]
    return any(word.startswith(tuple(arriving)) for word in event.evidence.text.lower().split())


__all__ = ["planned_stays"]
