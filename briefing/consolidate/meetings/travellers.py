"""Who travels where the words say only `she`: `She said she would travel to Lomé on May 18`, which another article knows.

Told by its own words it would stand as a second visit of nobody beside that of the minister, a day before or after.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.consolidate.dating import best_date, days, gap
from briefing.consolidate.meetings.occasion_places import same_place
from briefing.consolidate.meetings.occasions import NEAR_DAYS
from briefing.consolidate.meetings.overtaken import person_keys, sides
from briefing.consolidate.sentences import mentions_in
from briefing.consolidate.week import Week
from briefing.model import Event

BY_OWN_WORDS = "by_own_words"
"""The rule of extraction on a meeting that is told by its sentence alone."""


def join_travellers(week: Week, groups: Sequence[list[Event]]) -> list[list[Event]]:
    """The groups, those of a traveller whom only a pronoun names joined with the visit of whom the sentence before tells."""
    kept = list(groups)
    for group in groups:
        fitting = [other for other in kept if other is not group and is_of_traveller(week, group, other)]
        if len(fitting) == 1:
            kept = [other for other in kept if other is not group and other is not fitting[0]]
            kept.append([*fitting[0], *group])
    return kept


def is_of_traveller(week: Week, alone: Sequence[Event], other: Sequence[Event]) -> bool:
    """To the same place, on a day so near that the articles err about it, of who is the subject just before."""
    mine, theirs = best_date(alone), best_date(other)
    if not all(is_of_pronoun(week, event) for event in alone) or mine is None or theirs is None:
        return False
    near = days(mine[0]) == days(theirs[0]) == 0 and gap(mine[0], theirs[0]) <= NEAR_DAYS
    planned = all(event.meeting == "visit" and event.status == "upcoming" for event in (*alone, *other))
    apart = not {event.evidence.article for event in alone} & {event.evidence.article for event in other}
    there = any(same_place(event, told) for event in alone for told in other)
    people = {key for event in other for key in person_keys(week, event)}
    return near and planned and apart and there and all(people & subject_before(week, event) for event in alone)


def is_of_pronoun(week: Week, event: Event) -> bool:
    tokens = week.docs[event.evidence.article].sentences[event.sentence].tokens
    subjects = [token for token in tokens if token.deprel.startswith("nsubj")]
    bare = bool(subjects) and all(token.upos == "PRON" for token in subjects)
    return bare and BY_OWN_WORDS in event.rules and not sides(week, event)


def subject_before(week: Week, event: Event) -> frozenset[str]:
    """The people who are subjects of the sentence before, in the same article."""
    if event.sentence == 0:
        return frozenset()
    doc = week.docs[event.evidence.article]
    sentence = doc.sentences[event.sentence - 1]
    subjects = [token.span for token in sentence.tokens if token.deprel.startswith("nsubj")]
    named = (m.actor for m in mentions_in(doc, sentence.span) if any(m.span.overlaps(span) for span in subjects))
    found = (week.person(doc.article.id, actor) for actor in named)
    return frozenset(person.key for person in found if person)


__all__ = ["join_travellers"]
