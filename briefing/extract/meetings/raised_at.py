"""Sittings that only a place in a sentence names: `will raise the matter at the Foreign Affairs Council on May 4`."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.claims import date_near
from briefing.extract.day_and_place.coming import days_ahead
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import Tree, case_of, subtree
from briefing.knowledge.entries import ActForm

SITTING = "meet"


def raised_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`planteará el asunto en el Consejo de Ministros del 4 de mayo`: somebody, to come, at a body by its name and on a day."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(SITTING)
    for index, token in enumerate(tree.tokens):
        if act is None or token.lemma.lower() not in reading.words.raising or not is_told_ahead(reading, tree, index):
            continue
        bodies = [i for i in subtree(tree, index, ("nsubj", "acl", "advcl", "ccomp", "conj")) if is_sitting(reading, tree, i)]
        day = date_near(reading, number, index, anywhere=True)
        ahead = day is not None and (days_ahead(reading, day.value) or 0) > 0
        subject = find_subject(reading, tree, index)
        if len(bodies) == 1 and ahead and subject is not None:
            form = ActForm(kind="noun", lemma=tree.tokens[bodies[0]].lemma)
            yield Clause(sentence=number, head=bodies[0], trigger=bodies[0], act=act, form=form, subject=subject, future=True)


def is_told_ahead(reading: Reading, tree: Tree, index: int) -> bool:
    doubted = is_negated(reading, tree, index) or is_conditional(reading, tree, index)
    return is_future(reading, tree, index) and not doubted


def is_sitting(reading: Reading, tree: Tree, index: int) -> bool:
    """A body in capitals, behind `at` or `en`: where it sits, and not one that is only named."""
    token = tree.tokens[index]
    named = token.form[:1].isupper() and token.lemma.lower() in reading.words.meeting_bodies
    return named and case_of(tree, index) in reading.words.place_cases


__all__ = ["raised_ahead"]
