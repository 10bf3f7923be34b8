"""Meetings that no word of meeting names: a body's name stands for its session, a stay abroad for a visit."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.claims import dates_in
from briefing.extract.clauses import Clause
from briefing.extract.coming import days_ahead
from briefing.extract.moods import is_future, is_negated
from briefing.extract.reading import Reading, mentions_in
from briefing.extract.subjects import find_subject
from briefing.extract.trees import Tree, case_of, children, is_relation, span_of, subtree
from briefing.knowledge.entries import ActForm

SESSION = "meet"
STAY = "visit"
"""The acts of what is told so."""


def implied_clauses(reading: Reading, number: int) -> Iterator[Clause]:
    yield from planned_bodies(reading, number)
    yield from stays_ahead(reading, number)


def is_body(reading: Reading, tree: Tree, index: int) -> bool:
    """`the Joint Commission`, `un grupo de trabajo conjunto`: by its name, or as one of several governments."""
    token = tree.tokens[index]
    joint = {tree.tokens[i].lemma.lower() for i in subtree(tree, index, ("acl", "advcl"))} & reading.words.joint
    return token.lemma.lower() in reading.words.meeting_bodies and (token.form[0].isupper() or bool(joint))


def planned_bodies(reading: Reading, number: int) -> Iterator[Clause]:
    """`La comisión mixta, prevista para el viernes, ha sido suspendida`: the body's name stands for its meeting."""
    tree = reading.trees[number]
    act = reading.knowledge.acts.get(SESSION)
    planned = reading.words.planning | reading.words.scheduling
    for index, token in enumerate(tree.tokens):
        if act is None or token.upos not in {"NOUN", "PROPN"} or not is_body(reading, tree, index):
            continue
        said = [
            c
            for c in children(tree, index, "acl", "amod")
            if {tree.tokens[c].form.lower(), tree.tokens[c].lemma.lower()} & planned
        ]
        if any(dates_in(reading, span_of(tree, c)) for c in said):
            form = ActForm(kind="noun", lemma=token.lemma)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=None)


def stays_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`A delegation of Chile will be in Lima from April 27`, `estará en Lima el 6 de agosto`: to come, and dated."""
    tree = reading.trees[number]
    act = reading.knowledge.acts.get(STAY)
    dates = dates_in(reading, tree.sentence.span)
    if act is None or not any((days_ahead(reading, date.value) or 0) > 0 for date in dates):
        return
    for index in range(len(tree.tokens)):
        where = place_stayed_at(reading, tree, index)
        if where is None or not is_future(reading, tree, index) or is_negated(reading, tree, index):
            continue
        subject = find_subject(reading, tree, index)
        if subject is not None and all(reading.doc.actors[a].kind in {"person", "office", "group"} for a in subject.actors):
            form = ActForm(lemma=tree.tokens[index].lemma)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=subject, future=True)


def place_stayed_at(reading: Reading, tree: Tree, index: int) -> int | None:
    """The place of `be`, where the place itself is the predicate, or of `estar`."""
    copula = any(tree.tokens[c].lemma.lower() in reading.words.staying for c in children(tree, index, "cop"))
    verb = tree.tokens[index].lemma.lower() in reading.words.staying and not is_relation(tree.tokens[index], "cop", "aux")
    found = [index] if copula else [*children(tree, index, "obl")] if verb else []
    placed = (i for i in found if case_of(tree, i) in reading.words.place_cases)
    return next((i for i in placed if any(m.place for m in mentions_in(reading, span_of(tree, i)))), None)
