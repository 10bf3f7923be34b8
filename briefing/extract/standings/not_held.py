"""A meeting that was to be and was not: `The session set for May 4 did not take place`, `no llegó a celebrarse`."""

from __future__ import annotations

import dataclasses
import datetime as dt

from briefing.edtf import bounds, is_day
from briefing.extract.claims import dates_in
from briefing.extract.meetings.carriers import words_of_all
from briefing.extract.reading import Reading, is_of_a_date
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_future, is_negated
from briefing.extract.sentence.trees import Tree, children, finite_of, is_relation, is_verbal, mark_of, span_of
from briefing.model import Date, Event

WEEK = 7


def took_no_place(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`A meeting with Petit on May 4 did not take place`: with a day of its own, and so one that was to be."""
    verb = tree.tokens[clause.head].head
    noun = clause.form.kind == "noun" and is_relation(tree.tokens[clause.head], "nsubj") and verb >= 0
    return noun and bool(dates_in(reading, span_of(tree, clause.head))) and came_to_nothing(reading, tree, verb)


def on_past_day(reading: Reading, event: Event) -> Event:
    """`scheduled for Tuesday, did not take place`: the Tuesday before, though a plan is read as one to come."""
    words = reading.trees[event.sentence]
    bare = [d for d in dates_in(reading, words.sentence.span) if d.value == event.date and is_bare_weekday(reading, d)]
    published = reading.doc.article.published
    today = bounds(published)[1] if published else None
    past = event.status == "cancelled" and any(was_not(reading, words, i) for i in range(len(words.tokens)))
    if not (past and bare and today and is_day(event.date) and dt.date.fromisoformat(event.date or "") > today):
        return event
    earlier = dt.date.fromisoformat(event.date or "") - dt.timedelta(WEEK)
    return dataclasses.replace(event, date=earlier.isoformat(), date_basis="inferred")


def is_bare_weekday(reading: Reading, date: Date) -> bool:
    return not any(character.isdigit() for character in date.span.of(reading.text))


def was_not(reading: Reading, tree: Tree, verb: int) -> bool:
    return finite_of(tree, verb).feat("Tense") == "Past" and came_to_nothing(reading, tree, verb)


def came_to_nothing(reading: Reading, tree: Tree, verb: int) -> bool:
    """`did not take place`, `no llegó a celebrarse`, `no se hará`: denied of what was, or of what was to come."""
    told = finite_of(tree, verb).feat("Tense") == "Past" or is_future(reading, tree, verb)
    verbs = (verb, *children(tree, verb, "xcomp"))
    return told and is_negated(reading, tree, verb) and any(comes_about(reading, tree, i) for i in verbs)


def comes_about(reading: Reading, tree: Tree, verb: int) -> bool:
    """`take place`, `be held`, `celebrarse`, alone; not `took no decision`, `no tuvo resultados`."""
    things = [c for c in children(tree, verb, "obj") if not is_of_a_date(reading, tree, c)]  # `tendrá lugar los días 9 y 10`
    objects = [tree.tokens[c] for c in things if tree.tokens[c].upos != "PRON"]
    told = " ".join([tree.tokens[verb].lemma, *(token.lemma for token in objects)]).lower()
    return told in reading.words.coming_about


def is_copular(tree: Tree, host: int) -> bool:
    token = tree.tokens[host]
    return token.upos == "AUX" or not is_verbal(token) or bool(children(tree, host, "cop"))


def is_not_to_take_place(reading: Reading, tree: Tree, clause: Clause, host: int) -> bool:
    """`The meeting announced for Friday will not go ahead`, `la sesión no se celebrará`: one that is known already."""
    determiners = [tree.tokens[c] for c in children(tree, clause.head, "det", "nmod")]
    definite = any(t.feat("Definite") == "Def" or t.feat("Poss") == "Yes" for t in determiners)
    subject = is_relation(tree.tokens[clause.head], "nsubj") and tree.tokens[clause.head].head == host
    ahead = is_future(reading, tree, host) and not is_copular(tree, host)
    return clause.form.kind == "noun" and definite and subject and ahead and is_negated(reading, tree, host)


def is_not_as_planned(reading: Reading, tree: Tree, host: int, group: tuple[int, ...]) -> bool:
    """`did not travel on Thursday, as had been planned`, `no se reunió con Petit, como tenía previsto`."""
    clauses = [c for index in group for c in children(tree, index, "advcl") if mark_of(tree, c) in reading.words.as_marks]
    plans = words_of_all(tree, tuple(i for c in clauses for i in (c, *children(tree, c, "obj", "iobj", "xcomp"))))
    planned = bool(plans & (reading.words.planning | reading.words.scheduling))
    return planned and finite_of(tree, host).feat("Tense") == "Past" and is_negated(reading, tree, host)


__all__ = [
    "came_to_nothing",
    "comes_about",
    "is_copular",
    "is_not_as_planned",
    "is_not_to_take_place",
    "on_past_day",
    "took_no_place",
]
