"""A meeting that was announced and of which nobody tells but that the same two, that day, agreed to meet again.

`Officials of both countries will meet on Friday in Arica`; `ARICA, March 6 – Officials failed to agree, but decided to meet
again on March 17`: the one of Friday has been held, and is not to come.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date

from briefing.consolidate.dating import best_date, is_after
from briefing.consolidate.meetings.overtaken import DAYS_AFTER, parties
from briefing.consolidate.people import fold
from briefing.consolidate.week import Week
from briefing.edtf import is_day
from briefing.knowledge import load_language
from briefing.model import Event
from briefing.model.meeting_kinds import ENCOUNTERS

HELD_SINCE = "held_since"
"""The rule on a meeting that is known as held by the next one's announcement."""


def with_held(week: Week, groups: Sequence[list[Event]]) -> list[list[Event]]:
    """The groups, those that were held by what is told of the next meeting as held."""
    return [held(group) if is_held_since(week, group, groups) else group for group in groups]


def held(group: Sequence[Event]) -> list[Event]:
    return [dataclasses.replace(event, status=None, rules=(*event.rules, HELD_SINCE)) for event in group]


def is_held_since(week: Week, group: Sequence[Event], groups: Sequence[Sequence[Event]]) -> bool:
    """Planned for a day that has come, by two who on that day or the next ones, and at its place, agreed to meet again."""
    planned = best_date(group)
    told = {event.status for event in group} == {"upcoming"} and all(event.meeting in ENCOUNTERS for event in group)
    if not told or planned is None or not is_day(planned[0]) or is_after(planned[0], week.as_of):
        return False
    others = [event for other in groups if other is not group for event in other]
    return any(is_next_of(week, event, group, planned[0]) for event in others)


def is_next_of(week: Week, event: Event, group: Sequence[Event], day: str) -> bool:
    """To come on a later day, told `again` by an article of those days that names the place of the one before."""
    doc = week.docs[event.evidence.article]
    published = doc.article.published
    if event.status != "upcoming" or not event.date or event.date <= day or not is_day(published):
        return False
    pair = {code for one in group for code in parties(week, one)}
    behind = (date.fromisoformat(published) - date.fromisoformat(day)).days
    text = f" {fold(doc.article.text)} "
    there = any(one.place and f" {fold(one.place)}" in text for one in group)
    tokens = doc.sentences[event.sentence].tokens
    words = load_language("compare", "words")["meeting_again"][doc.article.language]
    again = {token.lemma.lower() for token in tokens} & {*words}
    same = len(pair) == 2 and {*parties(week, event)} == pair
    other = all(one.evidence.article != event.evidence.article for one in group)
    return same and other and there and bool(again) and 0 <= behind <= DAYS_AFTER


__all__ = ["with_held"]
