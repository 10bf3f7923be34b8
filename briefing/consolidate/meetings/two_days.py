"""One meeting of which one article names who meets and another only the day and the town, and that day is not the same.

`Paz will receive Ruiz in Arica on May 18` and, in an interview with Ruiz, `When is the meeting? – On the 17th, in Arica.`: the
town, what became of it and who is named in both articles make them one.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.consolidate.dating import days, gap
from briefing.consolidate.meetings.occasion_places import country_at, same_place
from briefing.consolidate.meetings.occasions import VETOES, dates_apart, officials_alone, other_people
from briefing.consolidate.meetings.outcomes import status_of
from briefing.consolidate.meetings.overtaken import person_keys
from briefing.consolidate.meetings.two_places import who_meets
from briefing.consolidate.people import fold
from briefing.consolidate.reasons import vetoes_between
from briefing.consolidate.sentences import sentence_before
from briefing.consolidate.week import Week, place_key
from briefing.model import Event
from briefing.model.meeting_kinds import CONTACTS

STOPS = ".,;:!?()\"'«»“”’"
"""Marks beside a name."""
NEAR_HELD, NEAR_AHEAD = 2, 4
"""Days within which two articles err about the day of what was held, and of what is planned."""
BUT_FOR_DAY = frozenset({dates_apart.__name__, other_people.__name__, officials_alone.__name__})
"""What may speak against two groups that are one but for the day: that one of them names nobody."""


def join_days(week: Week, groups: Sequence[list[Event]]) -> list[list[Event]]:
    """The groups, those joined that are one but for the day."""
    kept = [[*group] for group in groups]
    for named in [group for group in kept if names_of(week, group)]:
        fitting = [group for group in kept if group is not named and is_its_other_day(week, named, group, kept)]
        if len(fitting) == 1:
            named[:] = sorted((*named, *fitting[0]), key=lambda event: place_key(week, event))
            kept = [group for group in kept if group is not fitting[0]]
    return kept


def is_its_other_day(week: Week, named: Sequence[Event], bare: Sequence[Event], groups: Sequence[Sequence[Event]]) -> bool:
    """Whether a group that names nobody tells another day of a meeting whose people its articles name."""
    if names_of(week, bare) or not all(e.meeting in CONTACTS and is_placed(week, e) for e in (*named, *bare)):
        return False
    status = {status_of(week, [event]) for event in (*named, *bare)}
    near = NEAR_AHEAD if status == {"upcoming"} else NEAR_HELD
    if len(status) != 1 or not status <= {"held", "upcoming"}:
        return False
    pairs = [(one, other) for one in named for other in bare]
    if not all(same_place(a, b) and 0 < gap(a.date or "", b.date or "") <= near for a, b in pairs):
        return False
    return (
        {*vetoes_between(week, named, bare, VETOES)} <= BUT_FOR_DAY
        and all(tells_whom(week, named, event) for event in bare)
        and not any(knows_both(week, a, b) or knows_both(week, b, a) for a, b in pairs)
        and not has_another_there(named, bare, groups)
    )


def is_placed(week: Week, event: Event) -> bool:
    """In a town, on a day, and not moved to it."""
    dated = bool(event.date) and days(event.date or "") == 0 and not event.moved_from
    return dated and bool(event.place) and country_at(week, event) is None


def names_of(week: Week, group: Sequence[Event]) -> frozenset[str]:
    return frozenset().union(*(person_keys(week, event) for event in group))


def tells_whom(week: Week, named: Sequence[Event], bare: Event) -> bool:
    """Whether its sentence, or the question before it, names one of those who meet, and nobody else that would meet; or both
    have the same officials."""
    mine, theirs = who_meets(week, bare), set().union(*(who_meets(week, event) for event in named))
    if mine and theirs:  # `the defence ministers` are not Paz and Ruiz, of whom it is not said that they are
        return any(kind == other and (not matter or matter & of) for kind, matter in mine for other, of in theirs)
    if any(officials_alone(week, bare, event) for event in named):  # `the customs directors will meet, said Paz`
        return False
    doc, number = week.docs[bare.evidence.article], bare.sentence
    before = sentence_before(doc, number)
    asked = [n for n in (before,) if n is not None and doc.sentences[n].span.of(doc.article.text).rstrip().endswith("?")]
    words = " ".join(fold(doc.sentences[n].span.of(doc.article.text)) for n in (*asked, number)).split()
    return any(word.strip(STOPS) in surnames_of(week, named) for word in words)


def surnames_of(week: Week, group: Sequence[Event]) -> frozenset[str]:
    known = ((week.docs[event.evidence.article].actors.get(name), name) for event in group for name in event.people)
    forms = (form for actor, name in known for form in (actor.forms if actor else (name,)))
    return frozenset(fold(form.split()[-1]) for form in forms if form.split())


def knows_both(week: Week, one: Event, other: Event) -> bool:
    """Whether the article of one gives the other's day too, of whatever: it may tell two meetings, or a move."""
    return any(date.value == other.date for date in week.docs[one.evidence.article].dates)


def has_another_there(named: Sequence[Event], bare: Sequence[Event], groups: Sequence[Sequence[Event]]) -> bool:
    """Whether an article tells of a third meeting in that town: the one that names nobody may be that."""
    articles = {event.evidence.article for event in (*named, *bare)}
    others = [event for group in groups if group is not named and group is not bare for event in group]
    return any(event.evidence.article in articles and same_place(event, named[0]) for event in others)


__all__ = ["join_days"]
