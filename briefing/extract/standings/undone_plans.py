"""A plan of which its own sentence tells that nothing comes of it, in another clause than that of its day.

`The round, which was to take place on May 4, will not be held`; `fijada para el 4 de mayo, lamenta que haya sido reprogramada
para el 18`.  On the old day there is no meeting.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence

from briefing.edtf import is_day
from briefing.extract.claims import dates_in, owner
from briefing.extract.meetings.agenda import is_denied_above
from briefing.extract.reading import Reading
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.trees import Tree, children, finite_of, is_verbal
from briefing.extract.standings.off_behind import PLANNED
from briefing.extract.standings.postponing import at_new_place, is_led_by, is_of_old_plan, is_postponing
from briefing.model import Claim, Date, Event
from briefing.model.marks import PUT_OFF_TO

WEEK = 7
NOT_HELD = "will_not_be_held"
"""The rule on a meeting of which its sentence says that it will not take place."""


def with_undone_plans(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    told = [claim for claim in claims if not (isinstance(claim, Event) and is_plan(claim) and is_of_later_week(reading, claim))]
    return [undone(reading, claim) if is_plan(claim) and isinstance(claim, Event) else claim for claim in told]


def is_of_later_week(reading: Reading, event: Event) -> bool:
    """`opens the fair on Saturday 28.  On Sunday she will meet`: perhaps the 29th, and no day may be told."""
    here, before = (dates_in(reading, reading.trees[n].sentence.span) for n in (event.sentence, max(0, event.sentence - 1)))
    own = [d for d in here if d.value == event.date]
    bare = len(own) == len(here) == 1 and own[0].span.of(reading.doc.article.text).split()[-1].isalpha()
    days = [d for d in before if is_day(d.value) and any(c.isdigit() for c in d.span.of(reading.doc.article.text))]
    day = dt.date.fromisoformat(event.date or "") + dt.timedelta(WEEK)
    return bare and any(0 < (day - dt.date.fromisoformat(d.value or "")).days < WEEK for d in days)


def is_plan(claim: Claim) -> bool:
    return isinstance(claim, Event) and bool(claim.meeting and is_day(claim.date)) and claim.status in PLANNED


def undone(reading: Reading, event: Event) -> Event:
    """The plan as its sentence leaves it: on its new day, called off, or as it was."""
    tree = reading.trees[event.sentence]
    if is_not_to_be_held(reading, tree, event):
        return dataclasses.replace(event, status="cancelled", rules=with_rule(event, NOT_HELD))
    new = new_day_of(reading, event)
    if new is None or not new.value or new.value <= (event.date or ""):
        return event
    return dataclasses.replace(
        at_new_place(reading, tree, event), date=new.value, date_basis=new.basis, status="upcoming", moved_from=event.date,
        rules=with_rule(event, PUT_OFF_TO),
    )  # fmt: skip


def with_rule(event: Event, rule: str) -> tuple[str, ...]:
    return (*(r for r in event.rules if not r.startswith("status:")), rule)


def is_not_to_be_held(reading: Reading, tree: Tree, event: Event) -> bool:
    """`will not be held`, `no se celebrará`; its day stands in the old plan, and not behind `in Lima but on May 8`."""
    days = [d for d in dates_in(reading, tree.sentence.span) if is_day(d.value)]
    roots = [i for i, token in enumerate(tree.tokens) if token.head < 0 and is_verbal(token)]
    return (
        [d.value for d in days] == [event.date]
        and is_old_day(reading, event.sentence, days[0], roots)
        and all(is_holding(reading, tree, i) and not children(tree, i, "conj", "cc") for i in roots)
    )


def is_old_day(reading: Reading, number: int, day: Date, roots: Sequence[int]) -> bool:
    """In a clause of its own, `which was to take place on May 4`."""
    return bool(roots) and owner(reading, number, day) not in roots


def is_holding(reading: Reading, tree: Tree, verb: int) -> bool:
    """Denied, to come, and of a meeting that is held or takes place."""
    told = is_negated(reading, tree, verb) and is_future(reading, tree, verb) and not is_conditional(reading, tree, verb)
    return told and any(is_meeting_noun(reading, tree, c) for c in children(tree, verb, "nsubj"))


def is_meeting_noun(reading: Reading, tree: Tree, index: int) -> bool:
    below = (index, *children(tree, index, "nmod", "compound"))
    words = reading.words.named_as_meeting | reading.words.named_as_visit | reading.words.meeting_bodies
    return any(tree.tokens[i].lemma.lower() in words for i in below)


def new_day_of(reading: Reading, event: Event) -> Date | None:
    """The one day to which the sentence puts it off, where its own day is that of the old plan."""
    tree, words = reading.trees[event.sentence], reading.words.put_off_cases
    days = [d for d in dates_in(reading, tree.sentence.span) if is_day(d.value)]
    old = [d for d in days if is_of_old_plan(reading, tree, d)]
    new = [d for d in days if d not in old and is_led_by(reading, tree, d, words)]
    if [d.value for d in old] != [event.date] or len(new) != 1 or len(days) != len(old) + 1:
        return None
    verb = owner(reading, event.sentence, new[0])
    return new[0] if verb >= 0 and is_postponing(reading, tree, verb) and is_surely_done(reading, tree, verb) else None


def is_surely_done(reading: Reading, tree: Tree, verb: int) -> bool:
    """`lamenta que haya sido reprogramada`: done; not `pide que sea reprogramada`, nor what somebody denies."""
    done = any(tree.tokens[c].lemma.lower() in reading.words.perfect_auxiliaries for c in children(tree, verb, "aux"))
    wished = finite_of(tree, verb).feat("Mood") == "Sub" or finite_of(tree, verb).feat("VerbForm") == "Inf"
    doubted = is_negated(reading, tree, verb) or is_conditional(reading, tree, verb) or is_denied_above(reading, tree, verb)
    return (done or not wished) and not doubted


__all__ = ["with_undone_plans"]
