"""Calls, meetings, visits, summits, hearings: who with whom, when, where, and whether held or still to come.

A meeting is named by a verb or noun of the acts of kind `meeting`.  It needs two sides, or a date and one side, or
to be scheduled: a plural without a date (`los próximos encuentros exigirán …`) is talk about meetings, not a meeting.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.edtf import bounds
from briefing.extract.acts import match_act
from briefing.extract.again import (
    LEFT_OUT,
    NEXT_OF_SERIES,
    OFFICES,
    OTHERS,
    POINTS_BACK,
    SAME_PEOPLE,
    STANDS_ALONE,
    is_attended,
    is_next_of_series,
    is_of_those_before,
    points_back,
)
from briefing.extract.attribution import Chain, attribution_chain, certainty_of, printed_chain
from briefing.extract.claims import claim_fields, concepts_in, date_near, dates_in, owner, untold
from briefing.extract.clauses import Clause
from briefing.extract.coming import day_by_tense, day_to_come, is_of_another_tense
from briefing.extract.distances import day_at_distance
from briefing.extract.implied import implied_clauses, is_body, is_signing
from briefing.extract.journeys import without_journeys
from briefing.extract.meeting_kinds import SUMMONS, is_repeated, is_scene, is_wished, kind_of
from briefing.extract.moods import is_conditional
from briefing.extract.moved import Move, move_in
from briefing.extract.postponing import PUT_OFF_TO, day_after_change, is_led_by, with_new_day
from briefing.extract.reading import Reading, codes_of, mentions_in
from briefing.extract.revisions import is_revised
from briefing.extract.sides import enumerated_meetings, meets_others, sides_of, subject_nouns, with_appositions
from briefing.extract.standing import UNTOLD, leading_up, standing_of, verb_group
from briefing.extract.subjects import find_subject
from briefing.extract.taking_part import is_of_another_day, is_received_unnamed, is_without_its_subject, taking_part
from briefing.extract.trees import (
    Tree,
    ancestors,
    children,
    finite_of,
    is_relation,
    is_verbal,
    mark_of,
    phrase_of,
    span_of,
)
from briefing.extract.unlinked import countries_beside, full_names, is_office, side_heads, unlinked_people
from briefing.extract.when import When, is_ahead, meeting_date
from briefing.extract.where import Where, is_only_from, is_visited, where_of
from briefing.model import Date, Event, MeetingStatus, Mention

LONGEST_ABBREVIATION = 3
ONLY_SAID = frozenset({"threatens", "demands", "requests", "proposes", "rejects", "denies", "offers"})
"""Stances of who says that a meeting be called off, and does not call it off."""
FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def extract_meetings(reading: Reading, number: int, clauses: Sequence[Clause]) -> Iterator[Event]:
    """The meetings that one sentence tells of, one for each noun or verb that names one."""
    by_head = {clause.head: clause for clause in clauses}
    told: list[tuple[Clause, Event]] = []
    for clause in (*clauses, *implied_clauses(reading, number)):
        if kind_of(reading, clause) is None or (clause.hypothetical and not is_agreed(reading, clause, by_head)):
            continue
        if is_repeated(reading, clause) or is_wished(reading, reading.trees[clause.sentence], clause, by_head):
            continue
        told += [(clause, event) for event in enumerated_meetings(reading, clause) or meeting_of(reading, clause, by_head)]
    told = without_journeys(reading, reading.trees[number], told)
    off = any(event.status in {"cancelled", "postponed"} for _, event in told)
    # `a meeting that Chile was to host has been put off`: the same, as it was planned
    yield from (e for c, e in told if not off or e.status != "upcoming" or c.future or PUT_OFF_TO in e.rules)


def is_agreed(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> bool:
    """`acordaron que la comisión se reúna en junio`: in the subjunctive, and arranged all the same."""
    tree = reading.trees[clause.sentence]
    above = by_head.get(tree.tokens[clause.head].head)
    if above is None or above.act.stance != "agrees" or clause.negated or not is_relation(tree.tokens[clause.head], "ccomp"):
        return False
    return not (above.negated or above.conditional or above.hypothetical or above.future)


def who_agreed(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> tuple[str, ...]:
    """`Ambos gobiernos acordaron que los equipos se reúnan`, `the two agreed that teams will meet`: it is theirs that meet."""
    above = by_head.get(reading.trees[clause.sentence].tokens[clause.head].head)
    if above is None or above.act.stance != "agrees" or above.negated or clause.form.kind != "verb":
        return ()
    return above.subject.actors if above.subject else ()


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
    if is_bargained_over(reading, tree, clause) or is_calling_off_unsure(reading, tree, clause, host):
        return None
    agreed = clause.hypothetical and is_agreed(reading, clause, by_head)
    standing = "upcoming" if agreed else standing_of(reading, tree, clause, host, near)
    move = move_of(reading, clause, host) if standing != "postponed" else None
    standing = "upcoming" if move else standing
    summoned_for = near and is_led_by(reading, tree, near, reading.words.put_off_cases)  # `fue citado para el viernes`
    if summoned_for if clause.act.id == SUMMONS else standing == "upcoming":  # `convocó` schedules nothing
        near = day_to_come(reading, near)
    if standing == UNTOLD:
        return None
    if standing is None and near is not None and not summoned_for and is_own_day(reading, tree, clause, near):
        near = day_by_tense(reading, clause.sentence, near, clause.head)
    if standing is None and clause.form.kind == "noun" and is_revised(reading, tree):
        return None  # `el encuentro ya no será en Lima`: of what changes nobody says that it took place
    ahead = standing == "upcoming"
    date = meeting_date(reading, clause.sentence, near, (clause.head, host), ahead=ahead, deadline=is_deadline(clause))
    status: MeetingStatus | None = status_by_day(reading, tree, clause, host, date, standing)
    if move:
        date, status = (move.new, move.basis), "upcoming"
    elif status == "upcoming" and is_revised(reading, tree):
        date = day_after_change(reading, tree, date)
        if date is None:
            return None
    return Plan(standing, move, date, status)


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


def meeting_of(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> Iterator[Event]:
    tree = reading.trees[clause.sentence]
    host = host_verb(reading, tree, clause.head)
    # `en entrevista con la cadena …`: an interview is no meeting of governments.
    if any(reading.knowledge.is_medium(mention.actor) for mention in mentions_in(reading, span_of(tree, clause.head))):
        return
    planned = plan_of(reading, clause, host, by_head)
    if planned is None:
        return
    standing, move, date, status = planned
    sides = sides_of(reading, tree, clause, host)
    if are_civilians(reading, tree, host) or (len(sides) < 2 and is_of_both(reading, tree, clause)):
        return
    sides = sides or who_agreed(reading, clause, by_head)
    where = where_of(reading, tree, clause, host)
    heads = [i for i in side_heads(reading, tree, clause.head, host) if not is_visited(tree, clause, i)]
    sides = with_appositions(reading, tree, heads, sides)
    unlinked = () if clause.act.id == SUMMONS else unlinked_people(reading, tree, heads)
    near = day_beside(reading, clause, host)
    sides = tuple(actor for actor in sides if not is_of_another_day(reading, tree, (clause.head, host), near, actor))
    beside = countries_beside(reading, tree, heads, unlinked)
    governments, people = who_meets(reading, clause, (*sides, *beside), where)
    named = (*people, *unlinked)
    people = taking_part(reading, tree, (clause.head, host), near, named)
    parties = parties_of(reading, (*sides, *full_names(unlinked)) if sides else ()) or names_a_body(reading, tree, clause)
    parties = parties or names_teams(reading, tree, clause, date, status)
    if standing is None and (parties < 2 or is_ahead(reading, date)) and is_scene(reading, tree, clause, by_head):
        return
    if parties < 2 and not unlinked and (date or status) and is_of_those_before(reading, tree, clause, host):
        yield unsided(reading, clause, SAME_PEOPLE, date, status, people)
        return
    by_name = bool(governments) or any(is_ambassador(reading, actor) for actor in people)
    definite = by_name if clause.act.id == SUMMONS else is_definite(tree, clause, date, status, parties)
    if parties < 2 and not unlinked and status == "upcoming" and date and is_next_of_series(reading, tree, clause):
        event = unsided(reading, clause, NEXT_OF_SERIES, date, status)
        alone = definite and clause.act.meeting and is_named_kind(reading, tree, clause)
        yield dataclasses.replace(event, rules=(*event.rules, STANDS_ALONE)) if alone else event
        return
    if not definite:
        if len(sides) < 2 and date is not None and points_back(reading, tree, clause):
            yield unsided(reading, clause, POINTS_BACK, date, status)
        return
    if is_received_unnamed(reading, tree, clause.head, people):
        return
    if is_of_nobody(reading, tree, clause, governments, people, where) or is_only_from(reading, tree, clause, where):
        return
    nowhere = where is None and kind_of(reading, clause) == "visit"
    if not date and not standing and (nowhere or is_attended(reading, tree, clause, host)):
        return
    chain = told_by_others(tree, attribution_chain(reading, clause, by_head), clause, by_head, sides)
    several = len(people or governments) > 1
    alone = several and is_without_its_subject(reading, tree, clause, host, (*sides, *unlinked))
    if alone and not date:
        return
    if alone:
        governments, people = (), ()
    told = (OFFICES,) if alone or (any(is_office(reading, tree, head) for head in heads) and not people) else ()
    told = (*told, LEFT_OUT) if len(people) < len(named) else told
    others = (OTHERS,) if meets_others(reading, tree, (clause.head, host)) else ()
    fields = claim_fields(reading, clause, ("meeting", f"act:{clause.act.id}", f"status:{status or 'open'}", *told, *others))
    fields |= {"date": date[0] if date else None, "date_basis": date[1] if date else None}
    fields |= {"concepts": topics_of(reading, tree, clause)}
    event = Event(
        **fields,
        attribution=printed_chain(reading, chain),
        certainty="reported" if not chain and names_a_source(reading, tree) else certainty_of(clause, chain),
        actors=governments,
        people=people,
        place=where.words if where else None,
        meeting=kind_of(reading, clause),
        status=status,
    )
    if move:
        yield dataclasses.replace(
            event, moved_from=move.old if FULL_DAY.fullmatch(move.old) else None, rules=(*event.rules, PUT_OFF_TO)
        )
        return
    yield from with_new_day(reading, tree, event)


def is_named_kind(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """A meeting by its own noun (`the second round of talks`): no bare round, no ordinal, no signing."""
    words = reading.words.rounds | reading.words.further
    named = bool(clause.form.particle) or tree.tokens[clause.head].lemma.lower() not in words
    return named and not is_signing(reading, tree, clause.head)


def move_of(reading: Reading, clause: Clause, host: int) -> Move | None:
    """The change of day that this meeting's words are a part of."""
    move = move_in(reading, clause.sentence)
    return move if move and {clause.head, host} & move.parts else None


def unsided(
    reading: Reading,
    clause: Clause,
    rule: str,
    date: When | None,
    status: MeetingStatus | None,
    people: Sequence[str] = (),
) -> Event:
    """A meeting whose sides stand in a sentence before: `again` completes it, or drops it."""
    tree = reading.trees[clause.sentence]
    fields = claim_fields(reading, clause, (rule, f"act:{clause.act.id}"))
    fields |= {"date": date[0] if date else None, "date_basis": date[1] if date else None}
    host = host_verb(reading, tree, clause.head)
    where = where_of(reading, tree, clause, host)
    place = where.words if where else None
    return Event(**fields, meeting=kind_of(reading, clause), status=status, people=tuple(people), place=place)


def names_a_source(reading: Reading, tree: Tree) -> bool:
    """`Según el diario, A y B hablaron`: somebody tells of it, though nobody knows who that is."""
    told = f" {' '.join(token.form.lower() for token in tree.tokens)} "
    return any(f" {phrase} " in told for phrase in reading.words.attribution_cases)


def told_by_others(tree: Tree, chain: Chain, clause: Clause, by_head: Mapping[int, Clause], sides: Sequence[str]) -> Chain:
    """Without who takes part, unless a verb above the meeting is his: `spoke with Peru's minister and stressed that …`."""
    own = {*(clause.subject.actors if clause.subject else ()), *sides}
    above = [by_head[i].subject for i in ancestors(tree, clause.head) if i in by_head]
    telling = {actor for subject in above if subject for actor in subject.actors}
    if clause.form.kind == "noun":  # `agradeció la llamada que le hizo Petit`
        telling = telling - {*sides}
    return tuple(link for link in chain if not {*link} <= own - telling)


def is_of_nobody(
    reading: Reading, tree: Tree, clause: Clause, governments: Sequence[str], people: Sequence[str], where: Where | None
) -> bool:
    """A visit of which only the host is known (`the trip to La Paz`), or what `she` will do where nobody knows who she is."""
    host = {*codes_of(reading, where.mention.actor)} if where and where.mention else None
    hosted = host is not None and kind_of(reading, clause) == "visit" and {*governments} <= host
    subjects = [c for verb in verb_group(tree, clause.head) for c in children(tree, verb, "nsubj")]
    pronouns = [c for c in subjects if reading.words.gender_of(tree.tokens[c].form.lower())]
    unknown = kind_of(reading, clause) == "visit" and len(governments) < 2 and clause.subject is None
    above = host_verb(reading, tree, clause.head)
    carried = [c for c in children(tree, above, "nsubj") if reading.words.gender_of(tree.tokens[c].form.lower())]
    unresolved = bool(carried) and clause.form.kind == "noun" and find_subject(reading, tree, above) is None
    return ((hosted or unknown) and not people) or (bool(pronouns) and clause.subject is None) or unresolved


def is_of_both(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`un encuentro de ambos`: of two who are not known."""
    return any(tree.tokens[c].form.lower() in reading.words.both for c in children(tree, clause.head, "nmod"))


def are_civilians(reading: Reading, tree: Tree, host: int) -> bool:
    """`A delegation of elders from both sides met`: not the governments."""
    subjects = [i for c in children(tree, host, "nsubj") for i in (c, *children(tree, c, "nmod", "compound", "conj"))]
    return any(tree.tokens[i].lemma.lower() in reading.words.civilians for i in subjects)


def who_meets(
    reading: Reading, clause: Clause, sides: Sequence[str], where: Where | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The governments and the people of a meeting; a visit has its host, a summons only who summons and the ambassador."""
    people = tuple(actor for actor in sides if reading.doc.actors[actor].kind == "person" and not is_abbreviation(actor))
    if clause.act.id == SUMMONS:
        summoned = tuple(actor for actor in people if is_ambassador(reading, actor) or actor in subject_actors(clause))
        return summoned_governments(reading, clause), summoned
    hosts = hosts_of(reading, clause, where.mention) if where and where.mention and kind_of(reading, clause) == "visit" else ()
    return tuple(dict.fromkeys((*(code for actor in sides for code in codes_of(reading, actor)), *hosts))), people


def hosts_of(reading: Reading, clause: Clause, place: Mention) -> tuple[str, ...]:
    """Whose place a visit is to: of a seat of many bodies, only where the article tells of it: `to address the WTO`."""
    codes = codes_of(reading, place.actor)
    sentence = reading.trees[clause.sentence].sentence.span
    told = [m for m in reading.doc.mentions if not m.place and {*codes} & {*codes_of(reading, m.actor)}]
    if any(sentence.contains(m.span) for m in told):
        return codes
    if any(
        reading.doc.actors[m.actor].kind == "organization" for m in mentions_in(reading, sentence) if is_of_several(reading, m)
    ):
        return ()
    words = {token.lemma.lower() for token in reading.trees[clause.sentence].tokens}
    seat = place.span.of(reading.text) in reading.words.seats or words & reading.words.gatherings
    return codes if told or not seat else ()


def is_of_several(reading: Reading, mention: Mention) -> bool:
    """A body that no single country has: the UN, the European Union."""
    actor = reading.doc.actors.get(mention.actor)
    return actor is not None and not actor.country


def is_abbreviation(actor: str) -> bool:
    """`Hon.`, taken for a name."""
    name = actor.partition(":")[2]
    return name.isalpha() and len(name) <= LONGEST_ABBREVIATION


def day_beside(reading: Reading, clause: Clause, host: int) -> Date | None:
    near = date_near(reading, clause.sentence, clause.head, anywhere=True)
    near = near or date_near(reading, clause.sentence, host, anywhere=True)
    near = day_before_next(reading, clause, host, near)
    if near is not None and (
        is_of_another_tense(reading, clause.sentence, near, clause.head, host) or is_of_side_clause(reading, clause, host, near)
    ):
        near = None
    return day_at_distance(reading, clause.sentence, (clause.head, host), near)


def is_of_side_clause(reading: Reading, clause: Clause, host: int, near: Date) -> bool:
    """`will meet before Petit leaves on Monday`, `tras llegar el lunes`: the day of what comes before or after."""
    tree = reading.trees[clause.sentence]
    own = owner(reading, clause.sentence, near)
    if own < 0 or own in {clause.head, host, *verb_group(tree, host)} or not is_relation(tree.tokens[own], "advcl"):
        return False
    return mark_of(tree, own).partition(" ")[0] in reading.words.counted_before | reading.words.after_marks


def day_before_next(reading: Reading, clause: Clause, host: int, near: Date | None) -> Date | None:
    """`will travel on Friday to meet …, ahead of a session next week`: not the day behind `ahead of`, but the verb's above."""
    tree = reading.trees[clause.sentence]
    start = leading_up(reading, tree)
    if near is None or start is None or start < clause.head or near.span.start < tree.tokens[start].span.start:
        return near
    own = {clause.head, host, *verb_group(tree, host), *untold(tree, clause.head)}
    dates = [d for d in dates_in(reading, tree.sentence.span) if d.span.stop <= tree.tokens[start].span.start]
    return next((d for d in dates if owner(reading, clause.sentence, d) in own), None)


def is_deadline(clause: Clause) -> bool:
    return clause.act.meeting == "deadline"


def parties_of(reading: Reading, sides: Sequence[str]) -> int:
    """How many take part: `Ambos mandatarios hablaron` names two with one word."""
    return max(len(sides), len(codes_of(reading, sides[0])) if len(sides) == 1 else 0)


def status_by_day(
    reading: Reading, tree: Tree, clause: Clause, host: int, date: When | None, standing: MeetingStatus | None
) -> MeetingStatus | None:
    """What the words say; where they say nothing, a day still to come, and the present tense of the article's own day."""
    if clause.act.id == SUMMONS and standing == "upcoming" and not clause.future and not is_ahead(reading, date):
        standing = None  # `convocó el lunes al embajador`: the verb's own sense schedules nothing
    if standing is None and (is_ahead(reading, date) or is_today(reading, tree, clause, host, date)):
        return "upcoming"
    return standing


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


def summoned_governments(reading: Reading, clause: Clause) -> tuple[str, ...]:
    """Who summons, then whose ambassador: one of each, by the subject and the object, else the ministry that it is at."""
    tree = reading.trees[clause.sentence]
    phrases = children(tree, clause.head, "obj", "nsubj:pass", "iobj", "obl", "nsubj")
    named = [m.actor for c in phrases for m in mentions_in(reading, span_of(tree, c, ("advcl", "acl")))[:1]]
    others = {code for a in named if is_ambassador(reading, a) for code in codes_of(reading, a)}
    doers = clause.subject.actors if clause.subject else [a for a in named if not is_ambassador(reading, a)]
    summoners = {code for a in doers for code in codes_of(reading, a)} - others
    return (*summoners, *others) if len(summoners) == len(others) == 1 else ()


def subject_actors(clause: Clause) -> tuple[str, ...]:
    return clause.subject.actors if clause.subject else ()


def is_ambassador(reading: Reading, actor_id: str) -> bool:
    """By the title that the article gives: a chargé d'affaires is none."""
    actor = reading.doc.actors.get(actor_id)
    if actor is None or actor.role != "ambassador" or actor.role_words is None:
        return False
    printed = reading.knowledge.roles[actor.role].label[reading.doc.article.language].values()
    return actor.role_words.lower() in {name.lower() for name in printed}


def topics_of(reading: Reading, tree: Tree, clause: Clause) -> tuple[str, ...]:
    """What a meeting is about: its content, and the noun's own phrase (`reunión ministerial de seguridad`)."""
    spans = [span_of(tree, index) for index in clause.content]
    if clause.form.kind == "noun":
        spans.append(phrase_of(tree, clause.head))
    bare = tree.tokens[clause.head].span
    only_the_noun = {mention.concept for mention in reading.doc.concepts if mention.span == bare}
    named = dict.fromkeys(concept for span in spans for concept in concepts_in(reading, span))
    return tuple(concept for concept in named if concept not in only_the_noun)


def host_verb(reading: Reading, tree: Tree, head: int) -> int:
    """The verb that a meeting noun depends on (`mantuvo una llamada`, `se convocará una reunión`), else the noun itself."""
    if is_verbal(tree.tokens[head]):
        return head
    below = head
    for index in ancestors(tree, head):
        # `El vocero reveló que la llamada es seguimiento de …`: who tells of it takes no part.
        if is_relation(tree.tokens[below], "ccomp", "csubj", "parataxis"):
            return head
        # `criticized the outcome of a meeting`: who does something about a thing of the meeting takes no part.
        if tree.tokens[index].upos == "NOUN" and tree.tokens[index].lemma.lower() not in reading.words.series:
            return head
        if is_verbal(tree.tokens[index]):
            return index
        below = index
    return head


def names_a_body(reading: Reading, tree: Tree, clause: Clause) -> int:
    """`El Grupo de Seguridad se reunirá el 23`: a body that the knowledge does not have, by the word that heads its name."""
    bodies = [i for i in subject_nouns(reading, tree, clause.head) if is_body(reading, tree, i)]
    return int(bool(bodies) or (clause.form.kind == "noun" and is_body(reading, tree, clause.head)))


def names_teams(reading: Reading, tree: Tree, clause: Clause, date: When | None, status: MeetingStatus | None) -> int:
    """`Technical teams will meet on June 22`, `the committee convenes on May 4`: nobody says whose, but on which day."""
    if (
        clause.act.id != "meet"
        or clause.form.kind != "verb"
        or status != "upcoming"
        or not date
        or not FULL_DAY.fullmatch(date[0])
    ):
        return 0
    nouns = [tree.tokens[i] for i in subject_nouns(reading, tree, clause.head)]
    several = any(t.lemma.lower() in reading.words.officials and t.feat("Number") == "Plur" for t in nouns)
    return int(several or any(t.lemma.lower() in reading.words.meeting_bodies for t in nouns))


def is_definite(tree: Tree, clause: Clause, date: When | None, status: MeetingStatus | None, parties: int) -> bool:
    plural = tree.tokens[clause.head].feat("Number") == "Plur" and clause.form.kind == "noun"
    if (plural or clause.act.meeting == "call") and parties < 2:
        return False
    if plural and date is None:
        return False
    if clause.act.meeting == "visit" and status is not None and parties:
        return True
    # `Se convocará una reunión de seguridad`; not `Mercury meets Venus on Thursday`, nor a trip of nobody.
    unnamed = (clause.form.kind == "noun" and clause.act.meeting != "visit") or clause.act.meeting == "deadline"
    planned = status in {"upcoming", "cancelled", "postponed"}
    return parties >= 2 or (date is not None and (parties > 0 or (unnamed and planned)))
