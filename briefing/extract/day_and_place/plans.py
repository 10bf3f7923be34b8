"""When a meeting is, or was, and how it stands by that: by the words beside it, the verb's tense, a change that is told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import takewhile
from typing import NamedTuple

from briefing.edtf import bounds, is_day
from briefing.extract.claims import date_near, dates_in, fineness, owner, untold
from briefing.extract.day_and_place.coming import (
    day_by_tense,
    day_to_come,
    days_ahead,
    is_had_as_planned,
    is_of_another_tense,
    is_planned,
    nouns_above,
    weekday_behind,
    weekday_in_present,
    weekday_of_two,
)
from briefing.extract.day_and_place.days_of_others import (
    is_ahead_of_what_was_done,
    is_deadline,
    is_of_a_deed_apart,
    is_of_a_person,
    is_of_another_stop,
    is_of_side_clause,
    is_of_the_telling,
    is_of_what_came_after,
    is_since,
)
from briefing.extract.day_and_place.distances import day_at_distance
from briefing.extract.day_and_place.limits import is_day_of_verb, limit_of
from briefing.extract.day_and_place.own_clause import is_of_clause_apart, is_of_the_way_back
from briefing.extract.day_and_place.own_reach import days_of_noun
from briefing.extract.day_and_place.setting import day_of_setting
from briefing.extract.day_and_place.told_days import is_of_a_source, is_of_later_telling
from briefing.extract.day_and_place.what_came_first import is_before_what_is_to_come, own_or_that_of_what_was_done
from briefing.extract.day_and_place.when import When, is_ahead, meeting_date, over_its_length
from briefing.extract.meetings.carriers import verb_group
from briefing.extract.meetings.invitations import inviting_verb
from briefing.extract.reading import Reading
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    case_of,
    children,
    finite_of,
    is_passive,
    is_relation,
    is_verbal,
    span_of,
)
from briefing.extract.standings.bodies_off import is_planned_and_off
from briefing.extract.standings.called_off import called_off_before
from briefing.extract.standings.moved import Move, move_in
from briefing.extract.standings.postponing import day_after_change, is_led_by
from briefing.extract.standings.revisions import is_revised
from briefing.extract.standings.standing import UNTOLD, leading_up, standing_of
from briefing.model import Date, MeetingStatus
from briefing.model.known_rows import SUMMONS
from briefing.model.meeting_kinds import LASTING

ONLY_SAID = frozenset({"threatens", "demands", "requests", "proposes", "rejects", "denies", "offers"})
"""Stances of who says that a meeting be called off, and does not call it off."""
OFF = frozenset({"cancelled", "postponed"})
HALF_A_YEAR = 183
"""Days ago that a day without a year more likely lies ahead."""
DAYS = re.compile(r"P\d+[DWM]")
A_YEAR = re.compile(r"\d{4}")


def is_agreed(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> bool:
    """`acordaron que la comisión se reúna en junio`: in the subjunctive, and arranged all the same."""
    tree = reading.trees[clause.sentence]
    above = by_head.get(tree.tokens[clause.head].head)
    if is_set(reading, tree, clause.head) and not clause.negated:
        return True
    if above is None or clause.negated or not is_relation(tree.tokens[clause.head], "ccomp"):
        return False
    if above.act.stance != "agrees" and not is_mutual(reading, tree, above.head):
        return False
    return not (above.negated or above.conditional or above.hypothetical or above.future)


def is_mutual(reading: Reading, tree: Tree, verb: int) -> bool:
    """`convinieron que se reúna`: of several who did it; `conviene que` is advice."""
    finite = finite_of(tree, verb)
    several = finite.feat("Number") == "Plur" and finite.feat("Person") == "3" and finite.feat("Tense") == "Past"
    return several and tree.tokens[verb].lemma.lower() in reading.words.arranging


def is_set(reading: Reading, tree: Tree, head: int) -> bool:
    """`Está previsto que la ministra se reúna con Petit el 4 de mayo`: it still is; not `Estaba previsto`, nor denied."""
    above = tree.tokens[head].head
    if above < 0 or not is_relation(tree.tokens[head], "csubj") or is_negated(reading, tree, above):
        return False
    planned = {tree.tokens[above].lemma.lower(), tree.tokens[above].form.lower()} & reading.words.scheduling
    helpers = [tree.tokens[c] for c in children(tree, above, "cop", "aux")]
    return bool(planned) and any(t.feat("Tense") == "Pres" and t.feat("Mood") == "Ind" for t in helpers)


class Plan(NamedTuple):
    """How a meeting stands by its own words, the change of its day that they tell, its day, and how it stands by that."""

    standing: MeetingStatus | None
    move: Move | None
    date: When | None
    status: MeetingStatus | None


def plan_of(reading: Reading, clause: Clause, host: int, by_head: Mapping[int, Clause]) -> Plan | None:
    """When a meeting is, or was; nothing where the words tell of none."""
    tree = reading.trees[clause.sentence]
    near = day_beside(reading, clause, host)
    near = day_to_come(reading, near) if inviting_verb(reading, tree, clause.head) is not None else near  # `to Lima in May`
    if is_bargained_over(reading, tree, clause) or is_calling_off_unsure(reading, tree, clause, host):
        return None
    agreed = clause.hypothetical and is_agreed(reading, clause, by_head)
    standing = "upcoming" if agreed else standing_of(reading, tree, clause, host, near)
    move = move_of(reading, clause, host) if standing != "postponed" else None
    standing = "upcoming" if move else standing
    if standing == "upcoming" and not move and (off := called_off_before(reading, clause, host)):
        standing, near = off, day_to_come(reading, near)
    if standing in OFF and near and is_day(near.value) and (days_ahead(reading, near.value) or 0) < -HALF_A_YEAR:
        near = day_to_come(reading, near)  # `The meeting on April 22 was called off`, told in March
    if is_before_what_is_to_come(reading, clause, host, near):
        return None
    limit = limit_of(reading, clause.sentence, host) if is_deadline(clause) else None
    if standing is None and near is None and (soon := weekday_in_present(reading, tree, clause.head)):
        standing, near = "upcoming", weekday_behind(reading, soon)  # `who meets Petit on Monday`
    set_on = day_of_setting(reading, clause, host, near) if is_deadline(clause) and limit is None else None
    if is_deadline(clause) and limit is None and clause.form.kind == "noun" and is_day_of_verb(tree, clause.head, near):
        return None
    if is_deadline(clause):
        near = limit or near
        near = day_to_come(reading, near) if near and weekday_of_two(near) else near
    to_appear = day_to_appear(reading, clause) if near is None else None
    near = near or to_appear
    summoned_for = near and (
        to_appear or is_led_by(reading, tree, near, reading.words.put_off_cases)
    )  # `citado para el viernes`
    if summoned_for if clause.act.id == SUMMONS else standing == "upcoming":  # `convocó` schedules nothing
        near = day_to_come(reading, near)
    if standing == UNTOLD:
        return None
    if standing is None and near is not None and not summoned_for and is_own_day(reading, tree, clause, near):
        near = day_by_tense(reading, clause.sentence, near, clause.head)
    if standing is None and near is not None and is_done_already(reading, tree, clause, near):
        near = None
    if standing is None and clause.form.kind == "noun" and is_revised(reading, tree):
        return None  # `el encuentro ya no será en Lima`: of what changes nobody says that it took place
    ahead = standing == "upcoming"
    near = set_on or near
    date = meeting_date(reading, clause.sentence, near, (clause.head, host), ahead=ahead, deadline=is_deadline(clause))
    if set_on is not None and (date is None or date[0] == set_on.value):
        return None  # so long, or until when, nobody says
    if is_deadline(clause) and date is not None and A_YEAR.fullmatch(date[0]):
        return None  # `the extension of the pact until 2028`: how long it holds
    if clause.act.meeting in LASTING:
        date = over_its_length(reading, clause.sentence, (host, clause.trigger), date)
    status: MeetingStatus | None = status_by_day(reading, tree, clause, host, date, standing)
    if move:
        date, status = (move.new, move.basis), "upcoming"
    elif status == "upcoming" and is_revised(reading, tree):
        date = day_after_change(reading, tree, date)
        if date is None:
            return None
    return Plan(standing, move, date, status)


def day_to_appear(reading: Reading, clause: Clause) -> Date | None:
    """`summoned the envoy to appear on Monday`: the day of the verb that says what he is called for."""
    tree = reading.trees[clause.sentence]
    called = children(tree, clause.head, "xcomp", "advcl", "ccomp") if clause.act.id == SUMMONS else ()
    verbs = (i for i in called if tree.tokens[i].lemma.lower() in reading.words.testifying)
    return next((day for i in verbs if (day := date_near(reading, clause.sentence, i, anywhere=True))), None)


def is_done_already(reading: Reading, tree: Tree, clause: Clause, near: Date) -> bool:
    """`who was received in the afternoon, will fly on Thursday`: a day to come is not that of what has been done."""
    verb, finite = tree.tokens[clause.head], finite_of(tree, clause.head)
    passive = clause.form.kind == "verb" and is_passive(tree, clause.head) and finite is not verb
    set_for = clause.act.id == SUMMONS or is_planned(reading, tree, clause.head)
    return passive and finite.feat("Tense") == "Past" and not set_for and (days_ahead(reading, near.value) or 0) > 0


def is_own_day(reading: Reading, tree: Tree, clause: Clause, near: Date) -> bool:
    """Of the meeting's verb, or of a noun beside it (`spoke by phone on Monday`)."""
    above = owner(reading, clause.sentence, near)
    return above == clause.head or (clause.form.kind == "verb" and above >= 0 and not is_verbal(tree.tokens[above]))


def is_bargained_over(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`los buques que negocia con Chile`, `the ships that it is negotiating`: goes on, and is no meeting of the day."""
    if clause.act.meeting != "talks" or clause.form.kind != "verb" or clause.future:
        return False
    group = verb_group(tree, clause.head)
    relative = any(is_relation(tree.tokens[i], "acl") for i in group)
    own = any(owner(reading, clause.sentence, date) in group for date in dates_in(reading, tree.sentence.span))
    return relative and not own and finite_of(tree, clause.head).feat("Tense") in {"Pres", "Imp"}


def is_calling_off_unsure(reading: Reading, tree: Tree, clause: Clause, host: int) -> bool:
    """`suspendería la firma`, `threatened to call off the talks`: not called off, and nobody says that it is to come."""
    words = reading.words.cancelling | reading.words.postponing
    off = [i for i in dict.fromkeys((host, *ancestors(tree, clause.head))) if tree.tokens[i].lemma.lower() in words]
    if not off:
        return False
    above = [match[0].stance for i in ancestors(tree, off[0]) if (match := match_act(reading, tree, i))]
    return is_conditional(reading, tree, off[0]) or bool(above and above[0] in ONLY_SAID)


def move_of(reading: Reading, clause: Clause, host: int) -> Move | None:
    """The change of day that this meeting's words are a part of."""
    move = move_in(reading, clause.sentence)
    return move if move and {clause.head, host} & move.parts else None


def day_beside(reading: Reading, clause: Clause, host: int) -> Date | None:
    near = day_it_is_set_for(reading, clause)
    named = tuple(days_of_noun(reading, clause)) if near is None else ()
    named = tuple(d for d in named if not is_since(reading, reading.trees[clause.sentence], d))  # `la primera desde 2017`
    if named and not any(date.value for date in named):
        return None  # `la reunión del martes`, where nobody knows which Tuesday: no other day of the sentence
    near = near or min((date for date in named if date.value), key=fineness, default=None)
    near = near or date_near(reading, clause.sentence, clause.head, anywhere=True)
    near = near or date_near(reading, clause.sentence, host, anywhere=True)
    near = day_before_next(reading, clause, host, near)
    if near is not None and any(
        (
            is_of_another_tense(reading, clause.sentence, near, clause.head, host),
            is_of_side_clause(reading, clause, host, near),
            is_of_another_stop(reading, clause, host, near),
            is_of_the_way_back(reading, clause, near),
            is_of_what_came_after(reading, clause, host, near),
            is_ahead_of_what_was_done(reading, clause, near),
            is_of_its_end(reading, clause, near),
            is_after_days(reading, clause, host),
            is_since(reading, reading.trees[clause.sentence], near),
            is_of_a_person(reading, clause, near),
            is_of_a_deed_apart(reading, clause, host, near),
            is_of_the_telling(reading, clause, near),
            is_of_clause_apart(reading, reading.trees[clause.sentence], near, (clause.head, host)),
            is_of_later_telling(reading, clause, near),
            is_of_a_source(reading, clause, near),
        )
    ):
        near = None
    near = own_or_that_of_what_was_done(reading, clause, near)
    return day_at_distance(reading, clause.sentence, (clause.head, host), near)


def day_it_is_set_for(reading: Reading, clause: Clause) -> Date | None:
    """`la visita a Lima, prevista para el 18`, `la sesión de la Comisión que se celebrará el 18`: its own clause's day."""
    tree = reading.trees[clause.sentence]
    if clause.form.kind != "noun":
        return None
    dates = dates_in(reading, span_of(tree, clause.head))
    owners = {owner(reading, clause.sentence, date): date for date in reversed(dates)}
    planned = {
        i: i
        for i in owners
        if i >= 0
        and is_relation(tree.tokens[i], "acl", "amod", "appos")
        and (is_set_or_held(reading, tree, i) or is_planned_and_off(reading, tree, clause.head, i))
    }
    planned |= {i: tree.tokens[i].head for i in owners if i >= 0 and is_had_as_planned(reading, tree, i)}
    return next((owners[i] for i in sorted(planned) if clause.head in nouns_above(tree, planned[i])), None)


def is_set_or_held(reading: Reading, tree: Tree, index: int) -> bool:
    """`prevista para`, `que tenía previsto`, `que se celebrará`: held on that day by its own subject, the relative."""
    held = tree.tokens[index].lemma.lower() in reading.words.happening and bool(children(tree, index, "nsubj"))
    planned = any(is_planned(reading, tree, i) for i in (index, *children(tree, index, "obj")))
    return planned or (held and is_future(reading, tree, index))


def is_after_days(reading: Reading, clause: Clause, host: int) -> bool:
    """`returned on Saturday after two days of talks`: the day of what came after, and not that of the talks."""
    tree = reading.trees[clause.sentence]
    chain = [clause.head, *takewhile(lambda i: i != host, ancestors(tree, clause.head))]
    if clause.head == host or not {case_of(tree, i) for i in chain} & reading.words.after_marks:
        return False
    span = span_of(tree, chain[-1])
    return any(d.type == "DURATION" and DAYS.fullmatch(d.timex) and span.contains(d.span) for d in reading.doc.dates)


def day_before_next(reading: Reading, clause: Clause, host: int, near: Date | None) -> Date | None:
    """`will travel on Friday to meet …, ahead of a session next week`: not the day behind `ahead of`, but the verb's above."""
    tree = reading.trees[clause.sentence]
    start = leading_up(reading, tree)
    if near is None or start is None or start < clause.head or near.span.start < tree.tokens[start].span.start:
        return near
    own = {clause.head, host, *verb_group(tree, host), *untold(tree, clause.head)}
    dates = [d for d in dates_in(reading, tree.sentence.span) if d.span.stop <= tree.tokens[start].span.start]
    return next((d for d in dates if owner(reading, clause.sentence, d) in own), None)


def is_of_its_end(reading: Reading, clause: Clause, near: Date) -> bool:
    """`a visit that ends on Sunday`, `la visita, que termina el domingo`: its last day, and not the day of it."""
    tree = reading.trees[clause.sentence]
    own = owner(reading, clause.sentence, near)
    ending = own >= 0 and tree.tokens[own].lemma.lower() in reading.words.ending
    return clause.act.meeting == "visit" and ending and is_relation(tree.tokens[own], "acl")


def status_by_day(
    reading: Reading, tree: Tree, clause: Clause, host: int, date: When | None, standing: MeetingStatus | None
) -> MeetingStatus | None:
    """What the words say; where they say nothing, a day still to come, and the present tense of the article's own day."""
    if clause.act.id == SUMMONS and standing == "upcoming" and not clause.future and not is_ahead(reading, date):
        standing = None  # `convocó el lunes al embajador`: the verb's own sense schedules nothing
    if clause.act.id == SUMMONS and standing is None and date is None and is_being_done(tree, clause.head):
        return "upcoming"
    if standing is None and (is_ahead(reading, date) or is_today(reading, tree, clause, host, date)):
        return "upcoming"
    return standing


def is_being_done(tree: Tree, head: int) -> bool:
    """`says he is summoning the envoy`: nobody is called in for hours, so it has been announced."""
    token, finite = tree.tokens[head], finite_of(tree, head)
    progressive = token.feat("VerbForm") in {"Ger", "Part"} and token.feat("Tense") != "Past"
    return progressive and finite is not token and finite.feat("Tense") == "Pres"


def is_today(reading: Reading, tree: Tree, clause: Clause, host: int, date: When | None) -> bool:
    """`Hoy se reúnen`, `hoy tenemos una reunión`: in the present tense of the article's day or a later one."""
    published = reading.doc.article.published
    if clause.head != host and not is_relation(tree.tokens[clause.head], "obj", "nsubj"):
        return False
    told_now = tree.tokens[host].feat("Tense") == "Pres" and tree.tokens[host].feat("VerbForm") == "Fin"
    if not told_now or not published or date is None:
        return False
    last, today = bounds(date[0])[1], bounds(published)[0]
    return bool(last and today and last >= today)
