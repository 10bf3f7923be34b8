"""The lines of a notice to the press below what it announces: `Place: the town hall, Arica`, `Participan: la ministra …`."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import takewhile

from briefing.extract.claims import dates_in, evidence_of
from briefing.extract.day_and_place.coming import days_ahead
from briefing.extract.meetings.agenda import matter_span
from briefing.extract.reading import Reading, mentions_in
from briefing.extract.sentence.trees import Tree
from briefing.model import Claim, Date, Event, Evidence, Mention, Span


def with_lines_of_notice(reading: Reading, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each meeting to come, or without a day, with what the labelled lines right below it give."""
    return tuple(with_lines(reading, c) if isinstance(c, Event) and c.meeting and is_open(c) else c for c in claims)


def is_open(event: Event) -> bool:
    return event.status == "upcoming" or (event.status is None and event.date is None)


def with_lines(reading: Reading, event: Event) -> Event:
    """Each line that begins with a known label, up to the first that does not; what the event has by itself stays."""
    lines = dict(reversed(list(lines_below(reading, event.sentence))))
    dates = [d for d in dates_under(reading, lines, reading.words.date_labels) if (days_ahead(reading, d.value) or 0) > 0]
    if event.date is None and dates:
        event = dataclasses.replace(event, date=dates[0].value, date_basis=dates[0].basis, status="upcoming")
    if event.status != "upcoming":
        return event
    towns = [m.span.of(reading.text) for m in named_under(reading, lines, reading.words.place_labels) if m.place]
    there = dict.fromkeys(m.actor for m in named_under(reading, lines, reading.words.people_labels))
    people = tuple(name for name in there if name in reading.doc.actors and reading.doc.actors[name].kind == "person")
    place = event.place or (towns[-1] if towns else None)
    agenda = event.agenda or matter_under(reading, lines)
    return dataclasses.replace(event, place=place, people=event.people or people, agenda=agenda)


def matter_under(reading: Reading, lines: Mapping[str, Span]) -> tuple[Evidence, ...]:
    """`Tema: la veda de la merluza, que Chile quiere acortar.`: the words behind the label that can stand alone."""
    spans = [span for label, span in lines.items() if label in reading.words.matter_labels]
    trees = [tree for tree in reading.trees if tree.sentence.span in spans]
    words = ([i for i, t in enumerate(tree.tokens) if i > colon_of(tree)] for tree in trees)
    found = (matter_span(reading, tree, indices) for tree, indices in zip(trees, words, strict=True))
    return next(((evidence_of(reading, span),) for span in found if span is not None), ())


def colon_of(tree: Tree) -> int:
    return next((i for i, token in enumerate(tree.tokens) if token.form == ":"), len(tree.tokens))


def named_under(reading: Reading, lines: Mapping[str, Span], labels: Set[str]) -> list[Mention]:
    return [m for label, span in lines.items() if label in labels for m in mentions_in(reading, span)]


def dates_under(reading: Reading, lines: Mapping[str, Span], labels: Set[str]) -> list[Date]:
    return [d for label, span in lines.items() if label in labels for d in dates_in(reading, span)]


def lines_below(reading: Reading, number: int) -> Iterator[tuple[str, Span]]:
    words = reading.words
    known = words.date_labels | words.place_labels | words.people_labels | words.matter_labels
    behind = (tree.sentence.span for tree in reading.trees[number + 1 :])
    labelled = ((span.of(reading.text).partition(":")[0].strip().lower(), span) for span in behind)
    yield from takewhile(lambda line: line[0] in known, labelled)


__all__ = ["with_lines_of_notice"]
