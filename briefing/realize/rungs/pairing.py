"""Both editions of an item say the same: sentences that differ in what can be checked do not stand for each other.

Articles of two languages tell one thing with other days, other numbers, a denial or none, from hearsay or not.  Where the
editions would retell two pieces of evidence that differ so, both retell one of them: the one that most editions can say in
their own words.  That one sentence also says when it was told (`pressed Chile, the paper said on Thursday`) is no difference.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping

from briefing.knowledge import Knowledge
from briefing.knowledge.peoples import demonyms
from briefing.model import Evidence, Item, Language, Meeting, Rung
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of, negations_of
from briefing.realize.rows.cells import days_of
from briefing.realize.rungs.native import Attempt
from briefing.realize.rungs.passages import Passage

Climbed = tuple[Rung, Attempt, list[str]]
"""The rung, what it made, and the rules that decided on the way."""
LADDER: tuple[Rung, ...] = ("native", "frame", "gist", "verbatim", "translated", "edited")
MOST_MORE = 1
"""Days that one sentence names beyond those of the other."""
RULE = "one_piece_for_all_editions"


def told_alike(
    item: Item, editions: Mapping[Language, Edition], climb: Callable[[Item, Edition], Climbed]
) -> dict[Language, Climbed]:
    """Each edition's rung; all of one piece of the evidence where the pieces that they would take tell different things."""
    found = {language: climb(item, edition) for language, edition in editions.items()}
    pieces = list(dict.fromkeys(attempt.evidence for _, attempt, _ in found.values() if attempt.evidence in item.evidence))
    if isinstance(item, Meeting) or len(pieces) < 2 or are_interchangeable([piece for piece in pieces if piece], editions):
        return found
    ordered = sorted((piece for piece in pieces if piece), key=item.evidence.index)
    rows = min((climb_alone(item, piece, editions, climb) for piece in ordered), key=_steps_down)
    return {language: (rung, attempt, [*why, f"{why[-1]}:{RULE}"]) for language, (rung, attempt, why) in rows.items()}


def climb_alone(
    item: Item, piece: Evidence, editions: Mapping[Language, Edition], climb: Callable[[Item, Edition], Climbed]
) -> dict[Language, Climbed]:
    """Each edition's rung for an item that rests on one piece alone."""
    alone = dataclasses.replace(item, evidence=(piece,))
    return {language: climb(alone, edition) for language, edition in editions.items()}


def _steps_down(rows: Mapping[Language, Climbed]) -> int:
    """How far down the ladder the editions stand together."""
    return sum(LADDER.index(rung) for rung, _, _ in rows.values())


def are_interchangeable(pieces: list[Evidence], editions: Mapping[Language, Edition]) -> bool:
    """Whether no two of them differ in anything that a reader would check."""
    edition = next(iter(editions.values()))
    first, *others = [edition.passages.of(piece) for piece in pieces]
    return not any(differences(first, other, edition.knowledge) for other in others)


def differences(left: Passage, right: Passage, knowledge: Knowledge) -> list[str]:
    """In which particulars two sentences differ; one day more (`…, the paper said on Thursday`) is no difference."""
    days = days_of(left), days_of(right)
    fuller = (days[0] <= days[1] or days[1] <= days[0]) and len(days[0] ^ days[1]) <= MOST_MORE
    times = {tells_of(left), tells_of(right)}
    found = ([] if fuller else ["days"]) + (["times"] if times == {"done", "to come"} else [])
    if countries_of(left, knowledge) != countries_of(right, knowledge):
        found.append("countries")
    return found + [name for name, of in PARTICULARS.items() if of(left) != of(right)]


def numbers_of(passage: Passage) -> set[str]:
    return {str(float(quantity.value)) for quantity in passage.quantities if quantity.kind != "ordinal"}


def countries_of(passage: Passage, knowledge: Knowledge) -> set[str]:
    """The countries of everybody and every place that is named, and of what is called theirs (`Mexican territory`)."""
    actors, peoples = passage.doc.actors if passage.doc else {}, demonyms(knowledge, passage.language)
    named = {country for m in passage.mentions if m.actor in actors and (country := actors[m.actor].country)}
    return named | {peoples[word] for word in passage.tree.forms if word in peoples}


def denies(passage: Passage) -> bool:
    words = negations_of(passage.language)
    return not passage.tree.vocabulary.isdisjoint(words)


def supposes(passage: Passage) -> bool:
    """Whether the main verb says that something would be so, or hangs on a condition.

    Not where only a thing beside it would be: `pressed for a plan that would include raids`.
    """
    root, grammar = passage.root, grammar_of(passage.language)
    if root is None:
        return False
    tree, tokens = passage.tree, passage.tokens
    own = {root, *(i for i in tree.children.get(root, ()) if tree.relations[i] in {"aux", "cop"})}
    clauses = [i for i in tree.children.get(root, ()) if tree.relations[i] == "advcl"]
    marks = {tokens[i].form.casefold() for clause in clauses for i in tree.children.get(clause, ())}
    would = any(tokens[i].feat("Mood") == "Cnd" or tokens[i].form.casefold() in grammar.moods for i in own)
    return would or bool(marks & grammar.conditions)


def tells_of(passage: Passage) -> str:
    """`done`, `to come`, or nothing where the main verb leaves it to others: `We will meet in May`, `I spoke with her`.

    `agreed to meet`, `said that they would` tell of both.
    """
    root, grammar = passage.root, grammar_of(passage.language)
    if root is None:
        return ""
    tree, tokens = passage.tree, passage.tokens
    below = tree.children.get(root, ())
    if any(tree.relations[i] in {"ccomp", "xcomp", "advcl", "parataxis"} or tokens[i].feat("VerbForm") == "Inf" for i in below):
        return ""
    group = [tokens[i] for i in (root, *(i for i in below if tree.relations[i].partition(":")[0] in {"aux", "cop"}))]
    if any(t.feat("Tense") == "Fut" or t.form.casefold() in grammar.future_words for t in group):
        return "to come"
    return "done" if any(t.feat("Tense") == "Past" and t.feat("VerbForm") == "Fin" for t in group) else ""


PARTICULARS: Mapping[str, Callable[[Passage], object]] = {
    "numbers": numbers_of,
    "denial": denies,
    "supposed": supposes,
}
