"""A plan, and behind it that nothing comes of it: `was to visit Tacna on May 4.  (…) The visit has been put off`.

The sentence before has who, when and where; the one behind, without a day, has only how it stands.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from briefing.edtf import bounds, is_day
from briefing.extract.claims import A_MONTH, dates_in, evidence_of, fineness, owner
from briefing.extract.day_and_place.where import where_of
from briefing.extract.meetings.carriers import words_of_all
from briefing.extract.meetings.implied import who_comes
from briefing.extract.meetings.needs import is_told_behind
from briefing.extract.reading import Reading, codes_of
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.trees import Tree, children, finite_of, is_relation, is_verbal
from briefing.extract.standings.called_off import is_planned_then
from briefing.extract.standings.postponing import is_calling_off, is_told_on, is_when_told
from briefing.knowledge.entries import ActForm
from briefing.model import Claim, Event, MeetingKind, MeetingStatus, Revision

OFF_BEHIND = "off_behind"
"""The rule on a meeting of which the sentence behind its plan tells that it is off."""
FEW_WORDS = 14
PLANNED = frozenset({"upcoming", "unconfirmed"})


def with_what_became(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, each plan of which the next sentence tells the end told as it stands now."""
    result = list(claims)
    if reading.is_scrambled:
        return result
    for number in range(1, len(reading.trees)):
        noun = thing_called_off(reading, number)
        if (noun is None and not is_bare_off(reading, number)) or not (reading.is_body(number) and reading.is_body(number - 1)):
            continue
        here = [c for c in result if isinstance(c, Event) and c.meeting and c.sentence == number]
        if any(is_dated(reading, number, e) or e.people or e.actors for e in here):
            continue
        plans = [c for c in result if isinstance(c, Event) and c.meeting and c.sentence == number - 1]
        if len(plans) == 1 and plans[0].status in PLANNED and is_of_one_kind(reading, number, noun, plans[0]):
            ended = as_it_stands(reading, number, plans[0])
            result = [ended if c is plans[0] else c for c in result if c not in here]
        elif not plans and (off := planned_before(reading, number, noun)) is not None:
            ended = off
            result = [*(c for c in result if c not in here), ended]
        else:
            continue
        result = [of_that_day(c, number, ended.date) if isinstance(c, Revision) else c for c in result]
    return sorted(result, key=lambda claim: claim.sentence)


def of_that_day(revision: Revision, number: int, day: str | None) -> Revision:
    """The change is of the meeting planned for that day, and puts no other in doubt."""
    return dataclasses.replace(revision, planned=(day,)) if day and revision.sentence == number else revision


def is_dated(reading: Reading, number: int, event: Event) -> bool:
    """By a day of its own, and not the one on which it was called off."""
    day = event.date is not None and days_long(event.date) < A_MONTH
    return day and not is_told_on(reading, reading.trees[number], event.date)


def days_long(value: str) -> int:
    first, last = bounds(value)
    return (last - first).days if first and last else A_MONTH


def thing_called_off(reading: Reading, number: int) -> int | None:
    """`The visit has been put off`, `El encuentro se canceló`: the subject, definite and without a day; it is past recall."""
    tree = reading.trees[number]
    dates = [d for d in dates_in(reading, tree.sentence.span) if fineness(d) <= A_MONTH and not is_when_told(reading, tree, d)]
    if dates:
        return None
    main = (i for i, t in enumerate(tree.tokens) if (t.head < 0 or is_told_behind(tree, i)) and is_verbal(t))
    off = (i for i in main if is_calling_off(reading, tree, i))
    told = (i for i in off if not any(doubt(reading, tree, i) for doubt in (is_negated, is_conditional, is_future)))
    return next((c for i in told for c in children(tree, i, "nsubj") if is_the_meeting(reading, tree, c)), None)


def is_the_meeting(reading: Reading, tree: Tree, index: int) -> bool:
    """`the visit`, `la cita`, `that meeting`, of nobody whom the words name: that of the sentence before."""
    token = tree.tokens[index]
    known = [tree.tokens[c] for c in children(tree, index, "det")]
    definite = any(t.feat("Definite") == "Def" or t.feat("PronType") == "Dem" for t in known)
    bare = not children(tree, index, "nmod", "acl", "amod", "compound", "appos")
    words = reading.words.named_as_meeting | reading.words.named_as_visit | reading.words.loose_occasions
    return definite and bare and token.lemma.lower() in words


def is_bare_off(reading: Reading, number: int) -> bool:
    """`Cancelled, the presidency said.`, `Suspendida por el paro.`: what the line before has in an agenda."""
    tree = reading.trees[number]
    first = tree.tokens[0]
    off = first.form.lower() in reading.words.cancelling | reading.words.postponing
    bare = off and first.feat("VerbForm") != "Fin" and not children(tree, 0, "nsubj", "aux", "obj")
    return bare and len(tree.tokens) <= FEW_WORDS and not dates_in(reading, tree.sentence.span)


def is_of_one_kind(reading: Reading, number: int, noun: int | None, plan: Event) -> bool:
    """`The visit`, behind a journey; `the meeting` behind whatever brings them together."""
    return plan.meeting == "visit" or noun_at(reading, number, noun) not in reading.words.named_as_visit


def as_it_stands(reading: Reading, number: int, plan: Event) -> Event:
    evidence = evidence_of(reading, reading.trees[number].sentence.span)
    rules = (*(rule for rule in plan.rules if not rule.startswith("status:")), OFF_BEHIND)
    return dataclasses.replace(
        plan, evidence=evidence, sentence=number, context=(plan.evidence,), status=how_it_stands(reading, number), rules=rules
    )


def how_it_stands(reading: Reading, number: int) -> MeetingStatus:
    tree = reading.trees[number]
    words = words_of_all(tree, tuple(range(len(tree.tokens))))
    coming = reading.words.going | reading.words.happening
    joined = [i for i, t in enumerate(tree.tokens) if is_relation(t, "conj") and t.lemma.lower() in coming]
    again = any(is_future(reading, tree, i) for i in joined)
    again = again and not any(is_negated(reading, tree, i) for i, t in enumerate(tree.tokens) if is_verbal(t))
    return "cancelled" if words & reading.words.cancelling and not again else "postponed"  # `y vendrá el 26`


def planned_before(reading: Reading, number: int, noun: int | None) -> Event | None:
    """`24 de mayo: los operadores debían revisar en Arica la línea`: a plan of the past by no word of meeting, with its one
    day and its place, or those who were to go."""
    tree = reading.trees[number - 1]
    verbs = [*dict.fromkeys(planned_verbs(reading, tree))]
    plan = plan_of_verb(reading, number - 1, verbs[0], noun_at(reading, number, noun)) if len(verbs) == 1 else None
    if plan is None:
        return None
    evidence = evidence_of(reading, reading.trees[number].sentence.span)
    return dataclasses.replace(
        plan, evidence=evidence, context=(plan.evidence,), sentence=number, status=how_it_stands(reading, number)
    )


def noun_at(reading: Reading, number: int, noun: int | None) -> str:
    return reading.trees[number].tokens[noun].lemma.lower() if noun is not None else ""


def plan_of_verb(reading: Reading, number: int, verb: int, called: str) -> Event | None:
    """What was planned by a verb, on its one day; `called` is the noun by which it is said to be off."""
    tree = reading.trees[number]
    days = {date.value: date for date in dates_in(reading, tree.sentence.span) if is_day(date.value)}
    if len(days) != 1 or len(dates_in(reading, tree.sentence.span)) != 1:
        return None
    ((value, date),) = days.items()
    visit = called in reading.words.named_as_visit
    kind: MeetingKind = "visit" if visit else "meeting"
    act = reading.knowledge.acts["visit" if visit else "meet"]
    form = ActForm(lemma=tree.tokens[verb].lemma)
    where = where_of(reading, tree, Clause(sentence=number, head=verb, trigger=verb, act=act, form=form, subject=None), verb)
    people = who_was_to(reading, tree, verb)
    if (where is None and not people) or owner(reading, number, date) not in days_above(tree, verb):
        return None
    return Event(
        evidence=evidence_of(reading, tree.sentence.span),
        sentence=number,
        act=act.id,
        plover="CONSULT",
        date=value,
        date_basis=date.basis,
        actors=tuple(dict.fromkeys(code for person in people for code in codes_of(reading, person))),
        people=people,
        place=where.words if where else None,
        meeting=kind,
        rules=("meeting", OFF_BEHIND),
    )


def days_above(tree: Tree, verb: int) -> set[int]:
    """The verb and what hangs on it, and the day that opens its line: `Thursday 7: Ruiz was to inspect the lock`."""
    above = tree.tokens[verb].head
    opens = above >= 0 and is_relation(tree.tokens[verb], "parataxis") and not is_verbal(tree.tokens[above])
    return {verb, *children(tree, verb), *((above,) if opens else ())}


def who_was_to(reading: Reading, tree: Tree, verb: int) -> tuple[str, ...]:
    """Those of whom the words tell that they were to do it, by name."""
    subject = who_comes(reading, tree, verb)
    actors = subject.actors if subject else ()
    return tuple(actor for actor in actors if reading.doc.actors[actor].kind == "person")


def planned_verbs(reading: Reading, tree: Tree) -> Iterator[int]:
    """The verbs at the top of a sentence that tell a plan of the past: `debían revisar`, `were due to inspect`."""
    for index, token in enumerate(tree.tokens):
        top = token.head < 0 or is_relation(token, "xcomp", "parataxis")
        planned = is_planned_then(reading, tree, index) or has_appointment(reading, tree, index)
        if top and is_verbal(token) and planned and not children(tree, index, "xcomp"):
            yield index


def has_appointment(reading: Reading, tree: Tree, index: int) -> bool:
    """`los cancilleres tenían cita en Arica`, `had a meeting set`: in the imperfect, what is to be had."""
    told = finite_of(tree, index).feat("Tense") == "Imp" and tree.tokens[index].lemma.lower() in reading.words.holding
    return told and any(tree.tokens[c].lemma.lower() in reading.words.named_as_meeting for c in children(tree, index, "obj"))


__all__ = ["with_what_became"]
