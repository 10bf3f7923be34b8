"""A meeting moved to another day: `The summit, which was to be held on May 20, will take place on May 28`, `lo hará el 24`.

The old day stands in what the meeting was to be; the new one belongs to the verb that tells what becomes of it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from briefing.edtf import is_day
from briefing.extract.claims import dates_in, owner
from briefing.extract.day_and_place.coming import day_to_come, days_ahead, nouns_above
from briefing.extract.meetings.carriers import is_be_to
from briefing.extract.reading import Reading
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.trees import Tree, ancestors, children, is_passive, is_relation, is_verbal, subtree
from briefing.extract.standings.postponing import SINGLE, is_calling_off, is_led_by, is_of_old_plan, is_one_of, is_when_told
from briefing.model import Date, DateBasis

DAY_NUMBER = re.compile(r"(\d{1,2})\D{0,2}")
"""`18`, `18th`."""
LAST_OF_MONTH = 31
LONG_AGO = -31
"""Days behind the article at which a day of an old plan is rather the next year's."""


@dataclass(frozen=True, slots=True)
class Move:
    """The day that a meeting was planned for and the one that it is moved to; `parts` are the tokens that tell of it."""

    old: str
    new: str
    basis: DateBasis
    parts: frozenset[int]


def move_in(reading: Reading, number: int) -> Move | None:
    """The one change of day that a sentence tells of."""
    tree = reading.trees[number]
    told = [*moves(reading, number, tree), *exchanged(reading, number, tree), *from_bare_days(reading, number, tree)]
    found = {move.old + move.new: move for move in told}
    return next(iter(found.values())) if len(found) == 1 else None


def moves(reading: Reading, number: int, tree: Tree) -> Iterator[Move]:
    for old in dates_in(reading, tree.sentence.span):
        planned = planned_verb(reading, tree, old)
        if planned is None or not old.value or not SINGLE.fullmatch(old.value):
            continue
        nouns = nouns_above(tree, planned)
        verb = tree.tokens[nouns[-1]].head if nouns and is_relation(tree.tokens[nouns[-1]], "nsubj", "obj") else -1
        if verb < 0 or not is_told_to_move(reading, tree, verb):
            continue
        was = day_to_come(reading, old) if (days_ahead(reading, old.value) or 0) < LONG_AGO else old
        new = new_day(reading, number, verb, old, (was or old).value or "")
        if new and new[0] != (was or old).value:
            yield Move((was or old).value or "", *new, frozenset({planned, verb, *nouns}))


def exchanged(reading: Reading, number: int, tree: Tree) -> Iterator[Move]:
    """`will now meet on June 12 instead of June 11`, `el 12 en lugar del 11`: the day behind such words is the old one."""
    days = [d for d in dates_in(reading, tree.sentence.span) if is_day(d.value)]
    for old in (day for day in days if is_given_up(reading, tree, day)):
        others = [d for d in days if d.span.stop <= old.span.start and not is_when_told(reading, tree, d)]
        verbs = {owner(reading, number, d): d for d in others[-1:]}
        for verb, new in verbs.items():
            if verb >= 0 and is_told_to_move(reading, tree, verb) and new.value != old.value:
                yield Move(old.value or "", new.value or "", new.basis, frozenset({verb}))


def from_bare_days(reading: Reading, number: int, tree: Tree) -> Iterator[Move]:
    """`The meeting planned for the 18th has been moved to May 20`: the old day by its number, the last before the new."""
    for verb, token in enumerate(tree.tokens):
        if token.lemma.lower() not in reading.words.moving | reading.words.postponing or not is_told_to_move(
            reading, tree, verb
        ):
            continue
        subjects = children(tree, verb, "nsubj")
        days = [d for d in dates_in(reading, tree.sentence.span) if is_day(d.value)]
        new = [
            d for d in days if owner(reading, number, d) == verb and is_led_by(reading, tree, d, reading.words.put_off_cases)
        ]
        old = [day for s in subjects for i in subtree(tree, s) if (day := number_of_day(reading, tree, i))]
        was = day_before(new[0].value or "", old[0]) if len(new) == len(old) == 1 else None
        if was is not None:
            yield Move(was.isoformat(), new[0].value or "", new[0].basis, frozenset({verb, *subjects}))


def number_of_day(reading: Reading, tree: Tree, index: int) -> int | None:
    """`for the 18th`, `del 18`: definite, and no part of a date."""
    token = tree.tokens[index]
    found = DAY_NUMBER.fullmatch(token.form)
    dated = any(date.value and date.span.overlaps(token.span) for date in reading.doc.dates)
    definite = any(tree.tokens[c].feat("Definite") == "Def" for c in children(tree, index, "det"))
    return int(found[1]) if found and definite and not dated and is_relation(token, "obl", "nmod") else None


def day_before(new: str, number: int) -> dt.date | None:
    """The last day of that number before the new one."""
    day = dt.date.fromisoformat(new)
    months = ((day.year, day.month), (day.year - (day.month == 1), (day.month - 2) % 12 + 1))
    return next((d for year, month in months if (d := day_of(year, month, number)) and d < day), None)


def is_given_up(reading: Reading, tree: Tree, date: Date) -> bool:
    """Behind `instead of`, `en lugar de`, an article aside."""
    first = next((i for i, token in enumerate(tree.tokens) if date.span.contains(token.span)), 0)
    before = " ".join(token.form.lower() for token in tree.tokens[max(0, first - 4) : first + 1])
    return any(f" {words} " in f" {before} " for words in reading.words.instead)


def planned_verb(reading: Reading, tree: Tree, date: Date) -> int | None:
    """The participle or relative clause of planning that a date stands in."""
    index = next((i for i, token in enumerate(tree.tokens) if date.span.contains(token.span)), None)
    above = (i for i in (ancestors(tree, index) if index is not None else ()) if is_relation(tree.tokens[i], "acl", "amod"))
    planned = next(above, None)
    if planned is None or not (is_of_old_plan(reading, tree, date) or is_to_be(reading, tree, planned)):
        return None
    return planned


def is_to_be(reading: Reading, tree: Tree, index: int) -> bool:
    """`which was to be held`."""
    marked = any(tree.tokens[c].form.lower() in reading.words.infinitive_marks for c in children(tree, index, "mark"))
    return is_be_to(reading, tree, index) or (
        marked and any(tree.tokens[c].lemma.lower() in reading.words.be_to for c in children(tree, index, "aux"))
    )


def is_told_to_move(reading: Reading, tree: Tree, verb: int) -> bool:
    """`will take place`, `has been moved`, `se trasladó`; not `may be moved`, nor what is called off."""
    if not is_verbal(tree.tokens[verb]) or is_negated(reading, tree, verb) or is_conditional(reading, tree, verb):
        return False
    beside = [f"{tree.tokens[verb].lemma} {tree.tokens[c].form}".lower() for c in tree.children[verb]]
    moved = bool({tree.tokens[verb].lemma.lower(), *beside} & (reading.words.postponing | reading.words.moving))
    off = is_calling_off(reading, tree, verb) and not moved
    return not off and (is_future(reading, tree, verb) or (moved and (is_passive(tree, verb) or not off)))


def new_day(reading: Reading, number: int, verb: int, old: Date, was: str) -> tuple[str, DateBasis] | None:
    """The only other day of the verb that moves it."""
    tree = reading.trees[number]
    verbs = {verb, *held_then(reading, tree, verb)}
    others = [d for d in dates_in(reading, tree.sentence.span) if d != old and owner(reading, number, d) in verbs]
    told = [day_to_come(reading, d) or d for d in others if not is_when_told(reading, tree, d)]
    days = {d.value: d.basis for d in told if d.value and d.value[:1].isdigit()}
    if len(days) == 1:
        return next(iter(days.items()))
    if are_in_a_row(sorted(days)):
        return f"{min(days)}/{max(days)}", days[min(days)]
    sooner = is_advanced(reading, tree, verb)  # `se adelantó al 28`, of a plan for the 30th: of no later month
    bare = [] if sooner else [d for c in children(tree, verb, "obl", "obj", "nmod") if (d := bare_day(reading, tree, c, was))]
    return (bare[0], "nearest") if len(bare) == 1 and not days else None


def held_then(reading: Reading, tree: Tree, verb: int) -> Iterator[int]:
    """`se traslada a Tacna y se celebrará el 9`: what the same subject does next, by a verb of being held."""
    for index in children(tree, verb, "conj"):
        held = tree.tokens[index].lemma.lower() in reading.words.happening and is_future(reading, tree, index)
        if held and not is_negated(reading, tree, index) and not children(tree, index, "nsubj"):
            yield index


def are_in_a_row(values: list[str]) -> bool:
    """`on May 11 and 12`."""
    if len(values) < 2 or not all(map(is_day, values)):
        return False
    days = [dt.date.fromisoformat(value) for value in values]
    return all((later - day).days == 1 for day, later in pairwise(days))


def is_advanced(reading: Reading, tree: Tree, verb: int) -> bool:
    return is_one_of(tree, verb, reading.words.advancing)


def bare_day(reading: Reading, tree: Tree, index: int, was: str) -> str | None:
    """`el 24`, behind `iba a reunirse el 10 de septiembre`: of the same month, or of the next."""
    token = tree.tokens[index]
    dated = any(date.span.overlaps(token.span) for date in reading.doc.dates)
    definite = any(tree.tokens[c].feat("Definite") == "Def" for c in children(tree, index, "det"))
    if not is_day(was) or dated or not definite or not token.form.isdecimal() or not 1 <= int(token.form) <= LAST_OF_MONTH:
        return None
    old = dt.date.fromisoformat(was)
    months = ((old.year, old.month), (old.year + old.month // 12, old.month % 12 + 1))
    days = (day_of(year, month, int(token.form)) for year, month in months)
    return next((day.isoformat() for day in days if day and day > old), None)


def day_of(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
