"""The cells of a meeting's row, its day, its place and who takes part: which of them a sentence fills.

A row is of use where its reader need not open the article.  The sentence that a row shows is the one that fills most of its
cells, and where a cell is empty all the same, one beside it that has what the cell wants is quoted in its note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from briefing.edtf import is_open_ended
from briefing.model import Actor, Meeting, Span
from briefing.realize.grammar import grammar_of
from briefing.realize.rungs.passages import Passage

Cell = Literal["day", "place", "people"]
NOWHERE = frozenset({"call", "deadline"})
"""Kinds that have no place; fewer than the table's: a sentence beside a session or vote may name where it is."""
NOBODYS = frozenset({"deadline"})
"""Kinds that have no people; fewer than the table's: a sentence beside a vote or ruling may tell whose it is."""
FINE = len("2026-05-04")
NAMES = 1024
"""So many are remembered in words: each meeting's are held against those of every sentence."""
OWN_DAY, OTHER_DAY = 6, -2
"""Points of a sentence with the row's own day, and of one that gives another day in its place."""


def empty_cells(meeting: Meeting) -> frozenset[Cell]:
    """What the row does not have: a day, a place where it is of a kind that has one, two people by name."""
    day = not meeting.date or is_open_ended(meeting.date)
    place = meeting.place is None and meeting.kind not in NOWHERE
    people = len(meeting.people) < 2 and meeting.kind not in NOBODYS
    wanted: tuple[tuple[Cell, bool], ...] = (("day", day), ("place", place), ("people", people))
    return frozenset(cell for cell, empty in wanted if empty)


def gives(passage: Passage, cell: Cell, meeting: Meeting) -> bool:
    """Whether a sentence has what a cell of the row wants."""
    if cell == "day":
        return any(len(day) >= FINE for day in days_of(passage))
    if cell == "place":
        return next(places_in(passage), None) is not None
    return any(not _is_named_in(person, meeting) for person in people_in(passage))


def points(passage: Passage, meeting: Meeting) -> int:
    """How many of the row's cells a sentence fills; one that gives another day only is of another occasion."""
    fine = [day for day in days_of(passage) if len(day) >= FINE]
    own = meeting.date is not None and meeting.date in days_of(passage)
    day = OWN_DAY - len({*fine} - {meeting.date}) if own else OTHER_DAY if fine and meeting.date else 0
    people = {name for person in people_in(passage) for name in meeting.people if _is_called(person, name)}
    sides = {person.country for person in _actors_in(passage)} & {*meeting.participants}
    return day + len(people) + len(sides) + (meeting.place is not None and meeting.place in passage.words)


def people_in(passage: Passage) -> Iterator[Actor]:
    """Whom a sentence names."""
    return (actor for actor in _actors_in(passage) if actor.kind == "person")


def places_in(passage: Passage) -> Iterator[Span]:
    """Where a sentence says that something is: a name behind `in` or `at` that is nobody's and no day's."""
    tokens, tree, here = passage.tokens, passage.tree, grammar_of(passage.language).where_cases
    taken = [*(mention.span for mention in passage.mentions if not mention.place), *(date.span for date in passage.dates)]
    for index in passage.kept:
        token = tokens[index]
        cases = {tokens[i].form.casefold() for i in tree.children.get(index, ()) if tokens[i].deprel == "case"}
        if token.upos == "PROPN" and cases & here and not any(span.overlaps(token.span) for span in taken):
            yield token.span


def _actors_in(passage: Passage) -> Iterator[Actor]:
    known = passage.doc.actors if passage.doc else {}
    return (known[mention.actor] for mention in passage.mentions if mention.actor in known)


def days_of(passage: Passage) -> set[str]:
    """The days that a sentence gives."""
    return {date.value for date in passage.dates if date.value}


def _is_named_in(person: Actor, meeting: Meeting) -> bool:
    return any(_is_called(person, name) for name in meeting.people)


def _is_called(person: Actor, name: str) -> bool:
    """By the whole name or a part that ends one of the two: articles write names otherwise (`Rubio García`, `Marco Rubio`)."""
    forms = [_words(form) for form in (*person.name.values(), *person.forms)]
    own = _words(name)
    return any({*own[-1:]} & {*form} or {*form[-1:]} & {*own} for form in forms)


@lru_cache(maxsize=NAMES)
def _words(name: str) -> tuple[str, ...]:
    return tuple(map(str.casefold, re.findall(r"\w+", name)))
