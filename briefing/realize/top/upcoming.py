"""The next dates, as the bottom line names them: what, where or between whom, on which day; nothing bare and nothing twice.

`meeting (March 24)` sends its reader to the table: a date that has neither place nor parties nor a matter is left to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from briefing.edtf import bounds, is_day, is_open_ended
from briefing.model import Brief, Language, Meeting
from briefing.model.meeting_kinds import OF_NOBODY, OF_ONE
from briefing.realize.disagreements import describe
from briefing.realize.edition import Edition, government_name, listed
from briefing.realize.rows.place_names import place_name
from briefing.realize.rungs.frames import values_of, visitor_of
from briefing.realize.rungs.gates import is_left_open, on_a_condition
from briefing.realize.topics import body_name

A_YEAR = len("2026")
MOST_DATES = 3
ALONE = OF_NOBODY | OF_ONE
"""Kinds of which the parties do not say what they are about: a visit where to, a hearing before whom, a vote on what."""

NOBODYS = frozenset({"deadline", "summit"})
"""Kinds that are nobody's own: `Soto’s summit` would be hers."""


def upcoming_line(brief: Brief, editions: Mapping[Language, Edition]) -> Mapping[Language, str]:
    """`Upcoming: meeting in Loja (March 24 or 26) and visit in Lima (April 2).`, of the same dates in every edition."""
    dated = [m for m in brief.meetings if m.status == "upcoming" and is_a_date(m.date)]
    certain = [m for m in dated if not m.omit and _is_certain(m, editions)]
    told = [m for m in certain if all(_what(m, edition) for edition in editions.values())]
    named = [m for m in told if _is_somebodys(m, next(iter(editions.values())))] or told
    ordered = sorted(named, key=lambda m: (m.date or "", m.id))
    dates = _each_once(sorted(ordered, key=lambda m: m.place is None), next(iter(editions.values())))
    shown = sorted(dates, key=ordered.index)[:MOST_DATES]
    return {code: _line(shown, brief, edition) for code, edition in editions.items()} if shown else {}


def is_a_date(value: str | None) -> bool:
    """No time without an end, and no whole year: `later this year` is no next date."""
    return bool(value) and not is_open_ended(value or "") and len(value or "") > A_YEAR


def _is_somebodys(meeting: Meeting, edition: Edition) -> bool:
    """`meeting in Zahedan`, `visit to Apia`: whose, its reader asks."""
    sides = len(meeting.participants) > 1 or len(meeting.people) > 0
    return sides or meeting.kind in NOBODYS or body_name(meeting, edition) is not None


def _line(meetings: list[Meeting], brief: Brief, edition: Edition) -> str:
    named = [f"{_what(meeting, edition)} ({_days(meeting, brief, edition)})" for meeting in meetings]
    pattern = edition.grammar.next["one" if len(meetings) == 1 else "several"]
    return pattern.format(dates=edition.localizer.normalize(edition.localizer.list(named)))


def _is_certain(meeting: Meeting, editions: Mapping[Language, Edition]) -> bool:
    """Whether a date may stand alone: `could be brought forward to July` and `if the talks resume` may not."""
    edition = next(iter(editions.values()))
    return not (is_left_open(meeting, edition) or on_a_condition(meeting, edition))


def _each_once(meetings: list[Meeting], edition: Edition) -> list[Meeting]:
    """Without those that may be another one again: on the same days at the same place, or without a place."""
    kept: list[Meeting] = []
    for meeting in meetings:
        if not any(_may_be_one(meeting, other, edition) for other in kept):
            kept.append(meeting)
    return kept


def _may_be_one(meeting: Meeting, other: Meeting, edition: Edition) -> bool:
    """A visit and the talks held there the day after are one journey."""
    (start, stop), (first, last) = bounds(meeting.date or ""), bounds(other.date or "")
    if start is None or stop is None or first is None or last is None or "deadline" in {meeting.kind, other.kind}:
        return False
    places = {place_name(one, edition) or one.place for one in (meeting, other)}
    near = timedelta(days=1 if len(places) == 1 and None not in places else 0)
    return (len(places) == 1 or None in places) and start <= last + near and first <= stop + near


def _what(meeting: Meeting, edition: Edition) -> str:
    """`Border Commission meeting`, `ministerial meeting in Washington, D.C.`, `meeting between Chile and Peru`."""
    kind = edition.localizer.term("meeting", meeting.kind)
    body, values = body_name(meeting, edition), values_of(meeting, [], edition)
    of_body = edition.grammar.next["body"].format(kind=kind, body=body, bare=body.split(" ", 1)[-1]) if body else ""
    what = next(_names_of_kind(meeting, kind, edition), "") or of_body or f"{kind}{values['about']}"
    place = place_name(meeting, edition) or meeting.place  # a town that no source in this language names
    towards = edition.grammar.whither if meeting.kind == "visit" else edition.grammar.where  # `visit to Lima`
    where = towards.format(place=place) if place else ""
    if where and what == kind:
        return f"{_of_people(meeting, kind, edition)}{where}"
    if where or what != kind:
        return f"{what}{where or _between_people(meeting, what, kind, edition)}"
    governments = [name for code in meeting.participants if (name := government_name(edition, code))]
    if len(governments) > 1 and meeting.kind not in ALONE:
        return kind + edition.grammar.between["two"].format(who=listed(edition, governments))
    if len(meeting.participants) == 1 and not meeting.people:
        return ""  # a body that meets: `meeting with the Council` would be somebody else's
    parties = (describe(meeting, edition) or kind) if meeting.kind not in ALONE else kind
    return parties if parties != kind else ""


def _between_people(meeting: Meeting, what: str, kind: str, edition: Edition) -> str:
    """`phone call` -> `phone call between Soto and Vega`; a body, or what a meeting is about, says enough."""
    bare = what.casefold() in {name.casefold() for name in _names_of_kind(meeting, kind, edition)}
    two = bare and len(meeting.people) == 2
    return edition.grammar.between["two"].format(who=listed(edition, list(meeting.people))) if two else ""


def _of_people(meeting: Meeting, kind: str, edition: Edition) -> str:
    """`meeting between Soto and Vega`, `Soto’s visit`: who goes there, where no more than two are named; else whose it is."""
    alone = len(meeting.participants) <= 1 or meeting.kind == "visit"  # who goes there is told before who receives
    if len(meeting.people) == 1 and alone and meeting.kind not in NOBODYS:
        return edition.grammar.next["person"].format(kind=kind, person=meeting.people[0])
    if len(meeting.people) == 2 and meeting.kind not in ALONE:
        return kind + edition.grammar.between["two"].format(who=listed(edition, list(meeting.people)))
    governments = [name for code in meeting.participants if (name := government_name(edition, code))]
    if len(governments) == 2 == len(meeting.participants) and meeting.kind not in ALONE:
        return kind + edition.grammar.between["two"].format(who=listed(edition, governments))
    guest = visitor_of(meeting, edition)
    return edition.grammar.next["person"].format(kind=kind, person=guest) if guest and not meeting.people else kind


def _names_of_kind(meeting: Meeting, kind: str, edition: Edition) -> Iterator[str]:
    """`ministerial meeting`."""
    known = [c for c in meeting.concepts if c in edition.knowledge.concepts]
    for lemma in (edition.knowledge.concepts[c].terms[edition.language].lemma for c in known):
        if kind.casefold() in lemma.casefold().split() and lemma.casefold() != kind.casefold():
            yield lemma


def _days(meeting: Meeting, brief: Brief, edition: Edition) -> str:
    """Its day; where the sources differ over it all of them: `March 24 or 26`."""
    disputed = [c for c in brief.conflicts if c.field == "date" and c.id in meeting.conflicts and not c.omit]
    days = dict.fromkeys(value.value for conflict in disputed for value in conflict.values) or {meeting.date or "": None}
    if len(days) > 1 and all(map(is_day, days)):
        return edition.localizer.date(f"[{','.join(sorted(days))}]", year=edition.year)
    return edition.localizer.list([edition.localizer.date(day, year=edition.year) for day in sorted(days)], "or")
