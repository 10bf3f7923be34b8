"""Whether the words on a meeting leave open who meets: `was received by A and B`, `the trip to La Paz`, `talks`."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from briefing.extract.attending.company import Company, host_verb
from briefing.extract.attending.taking_part import is_received_unnamed
from briefing.extract.day_and_place.plans import Plan
from briefing.extract.day_and_place.when import When
from briefing.extract.day_and_place.where import Where, is_only_from
from briefing.extract.meetings.again import is_attended
from briefing.extract.meetings.carriers import verb_group
from briefing.extract.meetings.meeting_kinds import kind_of
from briefing.extract.reading import Reading, codes_of
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import Tree, children
from briefing.model import MeetingStatus
from briefing.model.meeting_kinds import OF_ITS_DAY

UNATTENDED = OF_ITS_DAY - {"hearing"}
"""Kinds that need no party; of a hearing it has to be told who is heard."""


def is_nobodys(reading: Reading, clause: Clause, host: int, plan: Plan, company: Company) -> bool:
    """Whether the words leave open who meets, or where and when: `was received by A and B`, `the trip to La Paz`."""
    tree, where = reading.trees[clause.sentence], company.where
    if is_received_unnamed(reading, tree, clause.head, company.people) or is_only_from(reading, tree, clause, where):
        return True
    if is_of_nobody(reading, tree, clause, company.governments, company.people, where):
        return True
    nowhere = where is None and kind_of(reading, clause) == "visit"
    return not plan.date and not plan.standing and (nowhere or is_attended(reading, tree, clause, host))


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
    private = hosted and all(is_head_of_a_body(reading, person) for person in people)
    nobody = bool(pronouns) and clause.subject is None and len(people) < 2  # not `with whom he will meet`
    return private or (unknown and not people) or nobody or unresolved


def is_head_of_a_body(reading: Reading, person: str) -> bool:
    """`Su presidenta, Ana Mora, viajará a Lima`, of an association: no government travels."""
    actor = reading.doc.actors.get(person)
    if actor is None or actor.country is not None or actor.official:
        return False
    starts = {mention.span.start for mention in reading.doc.mentions if mention.actor == person}
    pairs = (pair for tree in reading.trees for pair in itertools.pairwise(tree.tokens))
    return any(after.span.start in starts and before.feat("Poss") == "Yes" for before, after in pairs)


def is_definite(tree: Tree, clause: Clause, date: When | None, status: MeetingStatus | None, parties: int) -> bool:
    """Two sides, or a day and one side, or scheduled: not `los próximos encuentros exigirán …`, talk about meetings."""
    plural = tree.tokens[clause.head].feat("Number") == "Plur" and clause.form.kind == "noun"
    if (plural or clause.act.meeting == "call") and parties < 2:
        return False
    called_off = status in {"cancelled", "postponed"} and parties >= 2  # `suspended talks with Uganda`
    if plural and date is None and not called_off:
        return False
    if clause.act.meeting == "visit" and status is not None and parties:
        return True
    # `Se convocará una reunión de seguridad`; not `Mercury meets Venus on Thursday`, nor a trip of nobody.
    unnamed = (clause.form.kind == "noun" and clause.act.meeting != "visit") or clause.act.meeting in UNATTENDED
    planned = status in {"upcoming", "cancelled", "postponed"}
    return parties >= 2 or (date is not None and (parties > 0 or (unnamed and planned)))
