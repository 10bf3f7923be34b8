"""A change of day that only the sentence behind tells: `The session will not take place then.  It has been put off to May 9`,
`will visit Tacna on May 9.  The trip, initially set for May 4, was moved because of the storm`.

The sentence before has who and where; the one behind has the new day, or the old one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from briefing.edtf import bounds, is_day
from briefing.extract.claims import A_MONTH, dates_in, evidence_of, fineness
from briefing.extract.meetings.needs import is_told_behind
from briefing.extract.reading import Reading
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.trees import Tree, children, finite_of, is_verbal, root_of
from briefing.extract.standings.postponing import days_of, is_day_of_news, is_of_old_plan, is_one_of, is_planned_and_put_off
from briefing.model import Claim, Date, DateBasis, Event
from briefing.model.marks import PUT_OFF_TO, WITH_ITS_JOURNEY

BEHIND = "moved_behind"
"""The rule on a meeting of which the sentence behind tells the new day or the old one."""
MOVABLE = frozenset({"upcoming", "unconfirmed", "cancelled", "postponed"})
WORDS_BEFORE = 5
"""Words from `initially` to the day."""


def with_change_behind(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    result = list(claims)
    if reading.is_scrambled:
        return result
    for number in range(len(reading.trees)):
        if not reading.is_body(number) or not is_move_told(reading, number):
            continue
        here = [c for c in result if isinstance(c, Event) and c.meeting and c.sentence == number]
        known = [event for event in here if event.status == "upcoming" and is_day(event.date) and not event.moved_from]
        plan = plan_before(reading, number, result)
        moved = changed(reading, number, plan) if plan else None
        if moved and moved is not plan and {event.date for event in here} <= {None, moved.moved_from, moved.date}:
            result = [moved if c is plan else c for c in result if c not in here]
        elif len(known) == len(here) == 1:
            result = [from_old_day(reading, number, known[0]) if c is known[0] else c for c in result]
    return sorted(result, key=lambda claim: claim.sentence)


def changed(reading: Reading, number: int, plan: Event) -> Event:
    moved = from_old_day(reading, number, plan)
    return moved if moved.moved_from else to_new_day(reading, number, plan)


def plan_before(reading: Reading, number: int, claims: Sequence[Claim]) -> Event | None:
    """The only meeting of the sentence before, on its day, where this one tells of nothing but it."""
    before = [c for c in claims if isinstance(c, Event) and c.meeting and c.sentence == number - 1]
    told = len(before) == 1 and before[0].status in MOVABLE and is_day(before[0].date) and not before[0].moved_from
    return before[0] if told and reading.is_body(number - 1) and is_of_it(reading, number, before[0]) else None


def is_move_told(reading: Reading, number: int) -> bool:
    """`was moved`, `se aplazó`, told as done by some verb of the sentence."""
    tree, words = reading.trees[number], reading.words.postponing | reading.words.moving
    verbs = [i for i, t in enumerate(tree.tokens) if is_verbal(t) and is_one_of(tree, i, words)]
    return any(not any(d(reading, tree, i) for d in (is_negated, is_conditional, is_future)) for i in verbs)


def is_of_it(reading: Reading, number: int, plan: Event) -> bool:
    """`It has been put off`, `La visita, …, se movió`, `Se aplazó`: of what has just been told, by the sentence's own verb."""
    tree = reading.trees[number]
    verb, words = main_verb(tree), reading.words
    if not is_one_of(tree, verb, words.postponing | words.moving) and not is_planned_and_put_off(reading, tree, verb):
        return False
    subjects = children(tree, verb, "nsubj")
    named = all(tree.tokens[c].form.lower() in words.it_pronouns or is_the(reading, tree, c, plan) for c in subjects)
    elided = not children(tree, verb, "obj") and finite_of(tree, verb).feat("Number") != "Plur"
    return named and (bool(subjects) or elided)


def main_verb(tree: Tree) -> int:
    """`It has been put off, the ministry said`: the verb of what is told, and not of the telling."""
    told = (i for i, token in enumerate(tree.tokens) if is_verbal(token) and is_told_behind(tree, i))
    return next(told, root_of(tree))


def is_the(reading: Reading, tree: Tree, noun: int, plan: Event) -> bool:
    """`the visit`, `that meeting`: known already, and of nobody whom the words name."""
    words, lemma = reading.words, tree.tokens[noun].lemma.lower()
    travels = plan.meeting == "visit" or WITH_ITS_JOURNEY in plan.rules
    nouns = words.named_as_meeting | words.meeting_bodies | words.loose_occasions
    known = [tree.tokens[c] for c in children(tree, noun, "det")]
    definite = any(token.feat("Definite") == "Def" or token.feat("PronType") == "Dem" for token in known)
    bare = not children(tree, noun, "nmod", "compound", "appos")
    return definite and bare and lemma in nouns | (words.named_as_visit if travels else frozenset())


def from_old_day(reading: Reading, number: int, plan: Event) -> Event:
    """The meeting of the new day with the one that it was planned for before, where the sentence names no third."""
    tree = reading.trees[number]
    days = [d for d in dates_in(reading, tree.sentence.span) if is_day(d.value) and not is_day_of_news(reading, d)]
    old = [d for d in days if d.value != plan.date and is_of_before(reading, tree, d)]
    others = [d for d in days if d not in old and d.value != plan.date]
    if len(old) != 1 or others or plan.status != "upcoming":
        return plan
    behind = (evidence_of(reading, tree.sentence.span),) if number != plan.sentence else ()
    rules = (*plan.rules, PUT_OFF_TO, BEHIND)
    return dataclasses.replace(plan, moved_from=old[0].value, rules=rules, further=(*plan.further, *behind))


def is_of_before(reading: Reading, tree: Tree, date: Date) -> bool:
    """`que inicialmente era el 4 de mayo`, `was set for May 4, but was moved`."""
    first = next((i for i, token in enumerate(tree.tokens) if date.span.contains(token.span)), 0)
    before = {token.form.lower() for token in tree.tokens[max(0, first - WORDS_BEFORE) : first]}
    return bool(before & reading.words.originally) or is_of_old_plan(reading, tree, date)


def to_new_day(reading: Reading, number: int, plan: Event) -> Event:
    """The meeting on the day, or in the month, that it is put off to; where it is then nobody says."""
    new = new_day(reading, reading.trees[number], plan)
    if new is None:
        return plan
    rules = (*(rule for rule in plan.rules if not rule.startswith("status:")), PUT_OFF_TO, BEHIND)
    return dataclasses.replace(
        plan, evidence=evidence_of(reading, reading.trees[number].sentence.span), sentence=number, context=(plan.evidence,),
        date=new[0], date_basis=new[1], status="upcoming", place=None, moved_from=plan.date, rules=rules,
    )  # fmt: skip


def new_day(reading: Reading, tree: Tree, plan: Event) -> tuple[str, DateBasis] | None:
    """The one time behind the plan's day that the sentence gives, no longer than a month."""
    dates = [d for d in dates_in(reading, tree.sentence.span) if not is_day_of_news(reading, d) and d.value != plan.date]
    _, new = days_of(reading, tree)
    if new is None or len(dates) != 1 or fineness(new[1]) > A_MONTH + 3:
        return None
    last = bounds(new[0])[1]
    return (new[0], new[1].basis) if last and last.isoformat() > (plan.date or "") else None


__all__ = ["with_change_behind"]
