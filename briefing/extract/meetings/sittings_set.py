"""Sittings that a noun tells, or who comes before a committee: a debate set for a day, a body whose holding is announced.

`A debate on the fees is scheduled for May 4 in the Senate`, `acudirá el 4 de mayo a la comisión del Senado`, `anunciaron la
celebración de un consejo binacional el 4 de mayo`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from briefing.extract.claims import dates_in
from briefing.extract.day_and_place.coming import days_ahead
from briefing.extract.meetings.bodies_meet import SESSION, is_body
from briefing.extract.meetings.sittings import full_day, is_told_plainly, of_kind, sitting, time_ahead, was_planned
from briefing.extract.reading import Reading, is_of_a_date, is_official_person
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import has_modal, is_conditional, is_hypothetical, is_negated
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import Tree, case_of, children, is_relation, is_verbal, span_of, subtree
from briefing.knowledge.entries import ActForm
from briefing.model.known_rows import HEARING


def sittings_set(reading: Reading, number: int) -> Iterator[Clause]:
    yield from comes_before_committee(reading, number)
    yield from debates_set(reading, number)
    yield from bodies_to_be_held(reading, number)


def comes_before_committee(reading: Reading, number: int) -> Iterator[Clause]:
    """`acudirá el 4 de mayo a la comisión del Senado`: an official, a committee of a parliament, a day."""
    tree = reading.trees[number]
    for index, token in enumerate(tree.tokens):
        lemma = token.lemma.lower()
        if lemma not in reading.words.attending | reading.words.testifying or not is_told_plainly(reading, tree, index):
            continue
        bare = lemma in reading.words.testifying
        before = [c for c in children(tree, index, "obl", "obj", "iobj") if is_committee(reading, tree, c, bare=bare)]
        doer = find_subject(reading, tree, index)
        known = doer is not None and doer.actors and all(is_official_person(reading, actor) for actor in doer.actors)
        if before and known and full_day(reading, number, index):
            yield sitting(reading, tree, index, act_id=HEARING)


def is_committee(reading: Reading, tree: Tree, index: int, *, bare: bool) -> bool:
    """Where one goes, by a word for a chamber, with one that gives it to a parliament; `bare`: by any such word."""
    words = {tree.tokens[i].lemma.lower() for i in subtree(tree, index, ("acl", "advcl"))}
    head = tree.tokens[index].lemma.lower()
    to = case_of(tree, index) in reading.words.towards
    return to and head in reading.words.chambers and (bare or bool((words - {head}) & reading.words.chamber_marks))


def debates_set(reading: Reading, number: int) -> Iterator[Clause]:
    """`The Senate has set a debate on the fees for May 4`, `el debate del pacto será el lunes en el Senado`: where and when."""
    tree = reading.trees[number]
    for index, token in enumerate(tree.tokens):
        above = token.head
        if token.lemma.lower() not in reading.words.debating or token.upos != "NOUN" or above < 0:
            continue
        if is_set(reading, tree, index) and is_in_chamber(reading, tree, index) and time_ahead(reading, number, above):
            head = above if is_relation(token, "obj") else index
            clause = of_kind(sitting(reading, tree, head, act_id=SESSION), "session")
            yield dataclasses.replace(clause, form=ActForm(kind="noun", lemma=token.lemma), future=True)


def is_set(reading: Reading, tree: Tree, index: int) -> bool:
    """By a verb of setting a day or of being held: neither denied nor doubted, nor what had been planned before."""
    token, above = tree.tokens[index], tree.tokens[index].head
    doubts = (is_negated, is_conditional, is_hypothetical, has_modal)
    if not is_relation(token, "nsubj", "obj") or any(doubt(reading, tree, above) for doubt in doubts):
        return False
    verb = {tree.tokens[above].lemma.lower(), tree.tokens[above].form.lower()}
    if is_relation(token, "obj"):
        return bool(verb & reading.words.scheduling) and is_told_plainly(reading, tree, above)
    return bool(verb & (reading.words.scheduling | reading.words.happening)) and not was_planned(reading, tree, above)


def is_in_chamber(reading: Reading, tree: Tree, index: int) -> bool:
    """The chamber that sets the debate, or in which it is to be."""
    above = tree.tokens[index].head
    beside = [c for i in (index, above) for c in children(tree, i, "nsubj", "obl", "nmod") if c != index]
    beside += [
        i for c in beside if is_of_a_date(reading, tree, c) for i in children(tree, c, "nmod")
    ]  # `for May 4 in parliament`
    return any(tree.tokens[c].lemma.lower() in reading.words.chambers for c in beside)


def bodies_to_be_held(reading: Reading, number: int) -> Iterator[Clause]:
    """`confirmaron la celebración de un consejo binacional el 4 de mayo`: that it will be held, by who says so, and when."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(SESSION)
    for index, token in enumerate(tree.tokens):
        if act is None or token.lemma.lower() not in reading.words.holding_nouns or not is_relation(token, "obj"):
            continue
        bodies = [c for c in children(tree, index, "nmod") if is_body(reading, tree, c)]
        ahead = any((days_ahead(reading, d.value) or 0) > 0 for d in dates_in(reading, span_of(tree, index)))
        above = tree.tokens[token.head]
        sure = (
            is_verbal(above) and is_told_plainly(reading, tree, token.head) and above.lemma.lower() in reading.words.arranging
        )
        if bodies and ahead and sure:
            form = ActForm(kind="noun", lemma=token.lemma)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=None, future=True)
