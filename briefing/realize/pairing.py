"""Both editions of an item say the same: sentences that differ in what can be checked do not stand for each other.

Articles of two languages tell one thing with other days, other numbers, a denial or none, from hearsay or not.  Where the
editions would retell two pieces of evidence that differ so, both retell one of them, in its own words if need be.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping

from briefing.model import Evidence, Item, Language, Meeting, Rung
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of, negations_of
from briefing.realize.native import Attempt
from briefing.realize.passages import Passage

Climbed = tuple[Rung, Attempt, list[str]]
"""The rung, what it made, and the rules that decided on the way."""
Particulars = Callable[[Passage], object]
RULE = "one_piece_for_all_editions"


def told_alike(
    item: Item, editions: Mapping[Language, Edition], climb: Callable[[Item, Edition], Climbed]
) -> dict[Language, Climbed]:
    """Each edition's rung; all of one piece of the evidence where the pieces that they would take tell different things."""
    found = {language: climb(item, edition) for language, edition in editions.items()}
    pieces = list(dict.fromkeys(attempt.evidence for _, attempt, _ in found.values() if attempt.evidence in item.evidence))
    if isinstance(item, Meeting) or len(pieces) < 2 or are_interchangeable([piece for piece in pieces if piece], editions):
        return found
    first = min((piece for piece in pieces if piece), key=item.evidence.index)
    alone = dataclasses.replace(item, evidence=(first,))
    rows = {language: climb(alone, edition) for language, edition in editions.items()}
    return {language: (rung, attempt, [*why, f"{why[-1]}:{RULE}"]) for language, (rung, attempt, why) in rows.items()}


def are_interchangeable(pieces: list[Evidence], editions: Mapping[Language, Edition]) -> bool:
    """Whether no two of them differ in anything that a reader would check."""
    passages = next(iter(editions.values())).passages
    first, *others = [passages.of(piece) for piece in pieces]
    return not any(differences(first, other) for other in others)


def differences(left: Passage, right: Passage) -> list[str]:
    """In which particulars two sentences differ."""
    return [name for name, of in PARTICULARS.items() if of(left) != of(right)]


def days_of(passage: Passage) -> object:
    return {date.value for date in passage.dates if date.value}


def numbers_of(passage: Passage) -> object:
    return {float(quantity.value) for quantity in passage.quantities if quantity.kind != "ordinal"}


def countries_of(passage: Passage) -> object:
    """The countries of everybody and every place that is named."""
    actors = passage.doc.actors if passage.doc else {}
    return {actors[m.actor].country or m.actor for m in passage.mentions if m.actor in actors}


def denies(passage: Passage) -> object:
    """How often it says no."""
    words = negations_of(passage.language)
    return sum(token.form.casefold() in words or token.lemma.casefold() in words for token in passage.tokens)


def supposes(passage: Passage) -> object:
    """Whether something would be so, or holds on a condition."""
    grammar = grammar_of(passage.language)
    words = {*grammar.moods, *grammar.conditions}
    return any(token.feat("Mood") == "Cnd" or token.form.casefold() in words for token in passage.tokens)


PARTICULARS: Mapping[str, Particulars] = {
    "days": days_of,
    "numbers": numbers_of,
    "countries": countries_of,
    "denial": denies,
    "supposed": supposes,
}
