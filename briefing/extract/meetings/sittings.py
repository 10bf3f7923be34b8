"""Sittings of parliaments and courts: a committee that hears somebody, a chamber that will vote or debate on a day."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from briefing.edtf import bounds, is_day
from briefing.extract.claims import date_near
from briefing.extract.day_and_place.coming import days_ahead
from briefing.extract.meetings.bodies_meet import SESSION
from briefing.extract.meetings.carriers import is_be_to
from briefing.extract.reading import Reading, is_of_a_date, is_official_person, mentions_in
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import has_modal, is_conditional, is_future, is_hypothetical, is_negated
from briefing.extract.sentence.named_subjects import named
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import (
    Tree,
    case_of,
    children,
    finite_of,
    is_passive,
    is_relation,
    is_verbal,
    span_of,
    subtree,
)
from briefing.knowledge.entries import ActForm
from briefing.model import Date, MeetingKind
from briefing.model.known_rows import HEARING

VOTE, RULING = "vote", "rule_court"
"""The acts of what a chamber or a court does on a day; told ahead, each is a date of its own kind."""
MOST_DAYS = 31
"""Days of a stretch within which a vote may be told to come: `next week`, `in May`."""


def sittings(reading: Reading, number: int) -> Iterator[Clause]:
    yield from hearings(reading, number)
    yield from reports_to_committees(reading, number)
    yield from heard_ahead(reading, number)
    yield from summons_ahead(reading, number)
    yield from debates_ahead(reading, number)
    yield from rulings_ahead(reading, number)
    yield from named_ahead(reading, number)


def kind_of_sitting(reading: Reading, lemma: str) -> tuple[str, MeetingKind]:
    """The act and the kind that a verb or noun of chambers and courts stands for."""
    if lemma in reading.words.voting:
        return VOTE, "vote"
    return (RULING, "ruling") if lemma in reading.words.ruling | reading.words.verdicts else (SESSION, "session")


def hearings(reading: Reading, number: int) -> Iterator[Clause]:
    """`The committee will hear the minister on May 4`, `la comisión interrogó el lunes a Ruiz`: a chamber, a person, a day."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(HEARING)
    for index, token in enumerate(tree.tokens):
        if act is None or token.lemma.lower() not in reading.words.hearing or not is_told_plainly(reading, tree, index):
            continue
        heard = [c for c in children(tree, index, "obj", "iobj", "obl") if is_person_at(reading, tree, c)]
        if is_of_chamber(reading, tree, index) and heard and full_day(reading, number, index):
            yield sitting(reading, tree, index, act_id=HEARING)


def reports_to_committees(reading: Reading, number: int) -> Iterator[Clause]:
    """`told a parliamentary committee on Monday`, `explicó ante la comisión del Senado`: a person, a committee, a day."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(HEARING)
    for index, token in enumerate(tree.tokens):
        if act is None or token.lemma.lower() not in reading.words.reporting_to or not is_told_plainly(reading, tree, index):
            continue
        told = [c for c in children(tree, index, "obj", "iobj", "obl") if is_committee(reading, tree, c)]
        subject, day = find_subject(reading, tree, index), full_day(reading, number, index)
        past = day is not None and (days_ahead(reading, day.value) or 0) <= 0
        if told and past and subject is not None and all(is_official_person(reading, actor) for actor in subject.actors):
            yield sitting(reading, tree, index, act_id=HEARING)


def is_committee(reading: Reading, tree: Tree, index: int) -> bool:
    """A committee or chamber that a word beside it gives to a parliament; whom a verb of saying tells."""
    words = {tree.tokens[i].lemma.lower() for i in subtree(tree, index) if not is_relation(tree.tokens[i], "acl")}
    head = tree.tokens[index].lemma.lower()
    told = head in reading.words.chambers and case_of(tree, index) in reading.words.reporting_cases
    return told and bool((words - {head}) & reading.words.chamber_marks)


def heard_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`The appeal will be heard by the High Court on May 4`, `the court will hear the appeal`: by a court, and when."""
    tree = reading.trees[number]
    for index, token in enumerate(tree.tokens):
        if token.lemma.lower() not in reading.words.hearing or not is_future(reading, tree, index):
            continue
        by = [c for c in children(tree, index, "obl") if case_of(tree, c) in reading.words.agent_cases]
        by = by if is_passive(tree, index) else list(children(tree, index, "nsubj"))
        court = any(tree.tokens[c].lemma.lower() in reading.words.courts for c in by)
        if court and not is_negated(reading, tree, index) and time_ahead(reading, number, index):
            form = ActForm(kind="noun", lemma=token.lemma)
            yield dataclasses.replace(sitting(reading, tree, index, act_id=HEARING), form=form, subject=None)


def summons_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`La Asamblea convocó a la ministra a comparecer el 4 de mayo`, `summoned him to testify on May 4`: a day to come."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(HEARING)
    for index, token in enumerate(tree.tokens):
        above = token.head
        if (
            act is None
            or token.lemma.lower() not in reading.words.testifying
            or above < 0
            or not is_told_plainly(reading, tree, above)
        ):
            continue
        day, infinitive = full_day(reading, number, index), is_relation(token, "xcomp", "advcl", "ccomp", "obl")
        called = [c for c in children(tree, above, "obj", "iobj", "obl") if is_person_at(reading, tree, c)]
        ahead = day is not None and (days_ahead(reading, day.value) or 0) > 0
        if infinitive and called and ahead and is_of_chamber(reading, tree, above):
            whom = named(reading, tree, called[0], "content")
            yield dataclasses.replace(sitting(reading, tree, index, act_id=HEARING), subject=whom, future=True)


def debates_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`Parliament will vote on the treaty on May 4`, `el Consejo abordará la queja el lunes`: on a day or within a month."""
    tree = reading.trees[number]
    for index, token in enumerate(tree.tokens):
        if token.lemma.lower() not in reading.words.sitting | reading.words.discussing:
            continue
        verb = planning_verb(reading, tree, index)
        if (
            is_to_come(reading, number, index, verb)
            and has_its_matter(reading, tree, index)
            and is_of_chamber(reading, tree, verb)
        ):
            act_id, kind = kind_of_sitting(reading, token.lemma.lower())
            yield of_kind(sitting(reading, tree, index, act_id=act_id), kind)


def rulings_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`The High Court will rule on May 4 on the petition`, `el tribunal dictará sentencia el lunes`."""
    tree = reading.trees[number]
    for index, token in enumerate(tree.tokens):
        if not rules_on(reading, tree, index) or not is_verbal(token):
            continue
        verb = planning_verb(reading, tree, index)
        court = any(tree.tokens[c].lemma.lower() in reading.words.courts for c in children(tree, verb, "nsubj"))
        if court and is_to_come(reading, number, index, verb):
            yield of_kind(sitting(reading, tree, index, act_id=RULING), "ruling")


def rules_on(reading: Reading, tree: Tree, index: int) -> bool:
    """A verb of ruling, or one that governs a noun for a ruling: `will rule`, `dictará sentencia`, `deliver its verdict`."""
    below = [i for c in (index, *children(tree, index, "xcomp")) for i in children(tree, c, "obj")]
    things = {tree.tokens[c].lemma.lower() for c in below}
    return tree.tokens[index].lemma.lower() in reading.words.ruling or bool(things & reading.words.verdicts)


def named_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`A ruling by the court is expected on May 4`, `la votación del tratado será el lunes`: the noun, and of what."""
    tree = reading.trees[number]
    for index, token in enumerate(tree.tokens):
        above = token.head
        noun = token.upos == "NOUN" and token.lemma.lower() in reading.words.voting | reading.words.verdicts
        if not noun or above < 0 or not children(tree, index, "nmod"):
            continue
        held = is_relation(token, "obj") and tree.tokens[above].lemma.lower() in reading.words.happening
        if not held and not is_relation(token, "nsubj"):
            continue
        planned = {tree.tokens[above].lemma.lower(), tree.tokens[above].form.lower()}
        told = planned & (reading.words.scheduling | reading.words.awaiting | reading.words.happening)
        copula = {tree.tokens[c].lemma.lower() for c in children(tree, above, "cop")} & reading.words.happening
        doubted = any(doubt(reading, tree, above) for doubt in (is_negated, is_conditional, has_modal, was_planned))
        if (told or copula or is_future(reading, tree, above)) and not doubted and time_ahead(reading, number, above):
            act_id, kind = kind_of_sitting(reading, token.lemma.lower())
            clause = of_kind(sitting(reading, tree, index, act_id=act_id), kind)
            form = ActForm(kind="noun", lemma=token.lemma)
            yield dataclasses.replace(clause, form=form, subject=None, future=True)


def was_planned(reading: Reading, tree: Tree, verb: int) -> bool:
    """`had been expected on May 4`, `estaba prevista para el 4`: before."""
    helpers = children(tree, verb, "aux", "cop")
    return any(
        tree.tokens[i].feat("Tense") in {"Past", "Imp"} and tree.tokens[i].feat("VerbForm") == "Fin" for i in (verb, *helpers)
    )


def of_kind(clause: Clause, kind: MeetingKind) -> Clause:
    return dataclasses.replace(clause, act=dataclasses.replace(clause.act, meeting=kind))


def is_to_come(reading: Reading, number: int, index: int, verb: int) -> bool:
    """Told as to come, by tense or by what carries it, and when."""
    tree = reading.trees[number]
    if verb == index and is_due(reading, tree, index):
        return time_ahead(reading, number, index)
    if not is_told_plainly(reading, tree, verb) and verb == index:
        return False
    now = finite_of(tree, index).feat("Tense") == "Pres" and tree.tokens[index].feat("VerbForm") == "Fin"
    ahead = verb != index or is_future(reading, tree, index) or is_be_to(reading, tree, index)
    return (ahead and time_ahead(reading, number, index)) or (now and day_ahead(reading, number, index))


def is_due(reading: Reading, tree: Tree, index: int) -> bool:
    """`is due to vote`, of which a tree makes one verb with marks."""
    beside = [tree.tokens[c] for c in children(tree, index, "mark", "cop", "aux")]
    now = any(token.feat("Tense") == "Pres" and token.feat("VerbForm") == "Fin" for token in beside)
    words = {token.form.lower() for token in beside}
    return now and bool(words & reading.words.scheduling) and not is_negated(reading, tree, index)


def day_ahead(reading: Reading, number: int, index: int) -> bool:
    day = full_day(reading, number, index)
    return day is not None and (days_ahead(reading, day.value) or 0) > 0


def time_ahead(reading: Reading, number: int, index: int) -> bool:
    """A day to come, or a week or month that is not over: `next week`, `later this month`."""
    date = date_near(reading, number, index, anywhere=True)
    first, last = bounds(date.value) if date and date.value else (None, None)
    if first is None or last is None or (last - first).days > MOST_DAYS:
        return False
    published = reading.doc.article.published
    today = bounds(published)[1] if published else None
    return bool(today and last > today)


def has_its_matter(reading: Reading, tree: Tree, index: int) -> bool:
    """What is voted or debated is told by a noun or a clause (`la votará` hangs); a chamber that sits needs none."""
    if tree.tokens[index].lemma.lower() not in reading.words.deliberating | reading.words.discussing:
        return True
    cases = reading.words.about_cases | reading.words.about_occasions
    about = [c for c in children(tree, index, "obl", "nmod") if case_of(tree, c) in cases]
    things = [c for c in (*children(tree, index, "obj"), *about) if not is_of_a_date(reading, tree, c)]
    told = any(tree.tokens[c].upos in {"NOUN", "PROPN"} for c in things)
    return told or bool(children(tree, index, "ccomp", "xcomp"))


def planning_verb(reading: Reading, tree: Tree, index: int) -> int:
    """`is expected to debate`, `tiene previsto votar`: what carries the subject of a planned act; else the verb itself."""
    above = tree.tokens[index].head
    if above < 0 or not is_relation(tree.tokens[index], "xcomp", "advcl", "ccomp") or is_negated(reading, tree, above):
        return index
    words = {
        token.lower()
        for i in (above, *children(tree, above, "obj", "iobj", "xcomp"))
        for token in (tree.tokens[i].form, tree.tokens[i].lemma)
    }
    bare = tree.tokens[index].feat("VerbForm") == "Inf"
    now = finite_of(tree, above).feat("Tense") != "Past"
    return above if bare and now and words & (reading.words.planning | reading.words.scheduling) else index


def sitting(reading: Reading, tree: Tree, index: int, *, act_id: str) -> Clause:
    return Clause(
        sentence=reading.number_of(tree),
        head=index,
        trigger=index,
        act=reading.knowledge.acts[act_id],
        form=ActForm(lemma=tree.tokens[index].lemma),
        subject=find_subject(reading, tree, index),
        future=is_future(reading, tree, index),
    )


def is_told_plainly(reading: Reading, tree: Tree, index: int) -> bool:
    """By a verb in the active, as what was or will be: no wish, no doubt, no denial."""
    doubts = (is_negated, is_conditional, is_hypothetical, has_modal)
    timed = is_verbal(tree.tokens[index]) and finite_of(tree, index).feat("VerbForm") == "Fin"
    return timed and not is_passive(tree, index) and not any(doubt(reading, tree, index) for doubt in doubts)


def is_of_chamber(reading: Reading, tree: Tree, index: int) -> bool:
    """Its subject is headed by a word for a parliament, a committee, a court, or those who sit in one."""
    subjects = [tree.tokens[c] for c in children(tree, index, "nsubj")]
    return any(token.lemma.lower() in reading.words.chambers for token in subjects)


def is_person_at(reading: Reading, tree: Tree, index: int) -> bool:
    people = (reading.doc.actors.get(m.actor) for m in mentions_in(reading, span_of(tree, index, ("acl", "conj"))))
    return not is_relation(tree.tokens[index], "nsubj") and any(a is not None and a.kind == "person" for a in people)


def full_day(reading: Reading, number: int, index: int) -> Date | None:
    day = date_near(reading, number, index)
    return day if day is not None and is_day(day.value) else None


__all__ = ["sittings"]
