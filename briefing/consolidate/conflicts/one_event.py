"""Whether two articles report one event: what their headings and first sentences name is the same.

Two agencies on one signing share its ministers, and after that each says in its own words from when it applies: the sentences
share nothing, the articles do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.consolidate.conflicts.named import names_among
from briefing.consolidate.conflicts.tellings import called_in
from briefing.consolidate.sentences import countries_at
from briefing.consolidate.values.matters import Matter
from briefing.consolidate.week import Week

LEAD = 4
"""Sentences of prose in which an article tells what it is about."""
NAMES = 3
"""So many words of names in common, as of two ministers, make one event: one minister may do two things in a week."""


def with_events(week: Week, told: Sequence[Matter]) -> Iterator[Matter]:
    """The matters, each with whom and what its article names first."""
    events = {name: names_of_event(week, name) for name in {matter.key[0] for matter in told}}
    yield from (replace(matter, event=events[matter.key[0]]) for matter in told)


def names_of_event(week: Week, name: str) -> frozenset[str]:
    doc, found = week.docs[name], set[str]()
    prose = [n for n, sentence in enumerate(doc.sentences) if sentence.kind == "body"][:LEAD]
    for sentence in doc.sentences[: prose[-1] + 1 if prose else 0]:
        found |= names_among(doc, sentence, called_in(week, doc, sentence))
        found |= countries_at(doc, range(len(sentence.tokens)), sentence)
    return frozenset(one for one in found if ":" not in one)


def is_one_event(left: Matter, right: Matter) -> bool:
    """Of two articles with the same names and two countries in common."""
    shared = left.event & right.event
    countries = {name for name in shared if name.isupper()}
    return left.key[0] != right.key[0] and len(countries) >= 2 and len(shared - countries) >= NAMES


__all__ = ["is_one_event", "with_events"]
