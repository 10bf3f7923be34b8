"""Meetings told without a word of meeting of their own: an answer that only says when and where, a guest who is awaited.

`When does the panel meet again?  On May 5, in Lomé.`, `Lo esperamos el miércoles 29 en Lomé`.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.attending.unlinked import full_names, unlinked_people
from briefing.extract.claims import date_near
from briefing.extract.day_and_place.coming import days_ahead
from briefing.extract.day_and_place.town_names import is_name
from briefing.extract.reading import Reading, mentions_in, speaker_of
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_conditional, is_negated
from briefing.extract.sentence.trees import Tree, case_of, children, finite_of, is_passive, is_verbal, span_of
from briefing.knowledge.entries import ActForm

MEETING, VISIT = "meet", "visit"
"""The acts of what is told so."""

NEAR = 2
"""Sentences from a question to the answer: a label may stand between."""


def is_awaited(reading: Reading, clause: Clause) -> bool:
    """`Lo esperamos en Lomé`: the guest's visit, and nobody's who speaks."""
    lemma = reading.trees[clause.sentence].tokens[clause.trigger].lemma.lower()
    waits = clause.act.id == VISIT and clause.form.kind == "verb" and lemma in reading.words.awaiting
    return waits and not is_passive(reading.trees[clause.sentence], clause.trigger)


def awaited(reading: Reading, number: int) -> Iterator[Clause]:
    """The meetings that a question asks for and its answer dates, and the visits that somebody awaits."""
    yield from answers_ahead(reading, number)
    yield from guests_ahead(reading, number)


def answers_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`¿Cuándo se reunirá la mesa?  El 5 de mayo, en Lomé.`: no verb, a day to come, behind a question after a meeting."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(MEETING)
    root = next((i for i, token in enumerate(tree.tokens) if token.head < 0), None)
    if act is None or root is None or number == 0 or any(is_verbal(token) for token in tree.tokens):
        return
    asked = any(asks_for_meeting(reading, n) for n in range(max(0, number - NEAR), number))
    if asked and is_dated_ahead(reading, number, root):
        form = ActForm(kind="noun", lemma=tree.tokens[root].lemma)
        yield Clause(sentence=number, head=root, trigger=root, act=act, form=form, subject=None, future=True)


def asks_for_meeting(reading: Reading, number: int) -> bool:
    """`When will you meet?`, `¿Cuándo se verán?`"""
    tree = reading.trees[number]
    lemmas = {token.lemma.lower() for token in tree.tokens}
    asked = "?" in tree.sentence.span.of(reading.text)
    return asked and bool(lemmas & reading.words.when_words) and bool(lemmas & (reading.words.occasions | reading.words.seeing))


def those_asked_after(reading: Reading, clause: Clause) -> tuple[str, ...]:
    """`When will you meet your colleague, Ana Ruiz?  On May 5, in Lomé.`: who answers, and the one whom the question names."""
    tree, number = reading.trees[clause.sentence], clause.sentence
    if clause.subject is not None or any(is_verbal(token) for token in tree.tokens):
        return ()
    asked = [n for n in range(max(0, number - NEAR), number) if asks_for_meeting(reading, n)]
    turn = reading.turn_at(tree.sentence.span)
    speaker = speaker_of(reading, turn) if turn and asked else None
    named = [m.actor for m in mentions_in(reading, reading.trees[asked[-1]].sentence.span)] if speaker else []
    people = dict.fromkeys(a for a in (*named, speaker) if a and reading.doc.actors[a].kind == "person")
    if speaker and not named:
        people = dict.fromkeys((*full_names(unknown_partners(reading, asked[-1])), *people))
    return tuple(people) if len(people) == 2 and speaker in people else ()


def unknown_partners(reading: Reading, number: int) -> tuple[str, ...]:
    """`¿Cuándo verá de nuevo a Petit?`, `When will you meet with Per Lund?`: whom perhaps another article introduces."""
    tree = reading.trees[number]
    heads = [i for i, t in enumerate(tree.tokens) if t.upos == "PROPN" and case_of(tree, i) in reading.words.with_cases]
    return unlinked_people(reading, tree, heads)


def of_companions(reading: Reading, clause: Clause) -> bool:
    """`El 5 de mayo, en Lomé, junto con los ministros de Chad y Níger`: who comes too, and not the two who meet."""
    tree = reading.trees[clause.sentence]
    named = [m for m in mentions_in(reading, tree.sentence.span) if not m.place]
    if clause.subject is not None or not named or any(is_verbal(token) for token in tree.tokens):
        return False
    beside = [span_of(tree, i) for i in range(len(tree.tokens)) if case_of(tree, i) in reading.words.along_cases]
    return all(any(span.overlaps(m.span) for span in beside) for m in named)


def guests_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`Lo esperamos el miércoles 29 en Lomé`, `We expect the minister in Lomé on May 29`: whom, where and for when."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(VISIT)
    for index, token in enumerate(tree.tokens):
        if act is None or token.lemma.lower() not in reading.words.awaiting or not expects(reading, tree, index):
            continue
        placed = [c for c in children(tree, index, "obl") if case_of(tree, c) in reading.words.place_cases]
        here = any(any(m.place for m in mentions_in(reading, span_of(tree, c))) or is_name(reading, tree, c) for c in placed)
        if here and is_dated_ahead(reading, number, index):
            form = ActForm(lemma=token.lemma)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=None, future=True)


def expects(reading: Reading, tree: Tree, verb: int) -> bool:
    """Now, and somebody: a person by a pronoun, or one of an office; not `espera una respuesta`."""
    told = is_verbal(tree.tokens[verb]) and not is_passive(tree, verb) and finite_of(tree, verb).feat("Tense") == "Pres"
    doubted = is_negated(reading, tree, verb) or is_conditional(reading, tree, verb) or children(tree, verb, "xcomp", "ccomp")
    guests = [tree.tokens[c] for c in children(tree, verb, "obj", "iobj")]
    known = reading.words.officials | reading.words.holders | reading.words.staff | reading.words.missions
    somebody = any(t.upos == "PRON" or t.lemma.lower() in known for t in guests)
    return told and not doubted and somebody


def is_dated_ahead(reading: Reading, number: int, index: int) -> bool:
    day = date_near(reading, number, index, anywhere=True)
    return day is not None and (days_ahead(reading, day.value) or 0) > 0


__all__ = ["awaited", "is_awaited", "of_companions", "those_asked_after"]
