"""Meetings told by who chairs a body, or with whom: `presidirán el 9 de junio en Lima la Comisión Mixta`, `the forum, which
she co-chaired with Lund in Riga on Monday`."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.claims import date_near
from briefing.extract.day_and_place.coming import days_ahead, days_told
from briefing.extract.meetings.bodies_meet import SESSION
from briefing.extract.meetings.contacts import only_official
from briefing.extract.reading import Reading, codes_of, is_official_person, mentions_in
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import has_modal, is_conditional, is_future, is_hypothetical, is_negated
from briefing.extract.sentence.named_subjects import Subject
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import Tree, children, finite_of, is_passive, is_relation, is_verbal, places_of, span_of
from briefing.knowledge.entries import ActForm
from briefing.model import Span


def chaired_together(reading: Reading, number: int) -> Iterator[Clause]:
    """One for each verb of chairing that two officials of two countries do, on a day of the sentence."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(SESSION)
    if act is None or not days_told(reading, tree):
        return
    for index, token in enumerate(tree.tokens):
        if token.lemma.lower() not in reading.words.chairing or not is_asserted(reading, tree, index):
            continue
        ahead, doer = is_future(reading, tree, index), find_subject(reading, tree, index)
        beside = beside_whom(reading, tree, index)
        others = (beside,) if beside and doer and beside not in doer.actors else ()
        dated = is_dated(reading, number, index, ahead=ahead)
        if dated and is_of_two_officials(reading, doer, others) and names_a_sitting(reading, tree, index):
            form = ActForm(lemma=token.lemma)
            yield Clause(
                sentence=number, head=index, trigger=index, act=act, form=form, subject=doer, addressees=others, future=ahead
            )


def is_asserted(reading: Reading, tree: Tree, index: int) -> bool:
    """Active, as what was or will be."""
    done = finite_of(tree, index).feat("Tense") == "Past" or is_future(reading, tree, index)
    doubts = (is_negated, is_conditional, is_hypothetical, has_modal)
    doubted = any(doubt(reading, tree, index) for doubt in doubts) and not is_future(reading, tree, index)
    return is_verbal(tree.tokens[index]) and done and not doubted and not is_passive(tree, index)


def is_dated(reading: Reading, number: int, index: int, *, ahead: bool) -> bool:
    """A day of its own: ahead of what is to come, gone by of what was."""
    day = date_near(reading, number, index, anywhere=True)
    away = days_ahead(reading, day.value) if day is not None else None
    return away is not None and (away > 0 if ahead else away <= 0)


def beside_whom(reading: Reading, tree: Tree, verb: int) -> str | None:
    """`co-chaired with Lund`, `presidió junto a la ministra Ruiz`: the one official whom such a word joins to who does it."""
    linked = (phrase[-1] for phrase in places_of(tree, reading.words.with_cases | reading.words.along_cases))
    start = next((i for i in linked if nearest_verb(tree, i) == verb), None)
    if start is None:
        return None
    stops = (i for i in range(start + 1, len(tree.tokens)) if is_verbal(tree.tokens[i]))
    end = tree.tokens[next(stops, len(tree.tokens) - 1)].span.start
    named = [m.actor for m in mentions_in(reading, Span(tree.tokens[start].span.stop, end)) if not m.place]
    return only_official(reading, named[:1])


def nearest_verb(tree: Tree, index: int) -> int:
    """The last verb before a word."""
    return next((i for i in range(index, -1, -1) if is_verbal(tree.tokens[i])), -1)


def is_of_two_officials(reading: Reading, doer: Subject | None, others: tuple[str, ...]) -> bool:
    people = dict.fromkeys((*(doer.actors if doer else ()), *others))
    countries = {code for person in people for code in codes_of(reading, person)}
    return len(people) == 2 and all(is_official_person(reading, person) for person in people) and len(countries) == 2


def names_a_sitting(reading: Reading, tree: Tree, verb: int) -> bool:
    """What is chaired is a body or a meeting, as the object or before the relative; no team, no party."""
    words = reading.words
    relative = is_relation(tree.tokens[verb], "acl") and tree.tokens[verb].head >= 0
    heads = [*children(tree, verb, "obj", "obl"), *([tree.tokens[verb].head] if relative else ())]
    spans = [span_of(tree, i, ("acl", "advcl")) for i in heads]
    sat = [t for t in tree.tokens if any(span.contains(t.span) for span in spans)]
    return any(t.lemma.lower() in words.meeting_bodies | words.named_as_meeting | words.sessions for t in sat)


__all__ = ["chaired_together"]
