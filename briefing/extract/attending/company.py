"""Who a meeting's words name for it: its sides, the governments and people among them, bodies and teams without a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.edtf import is_day
from briefing.extract.attending.attendees import attendee_heads
from briefing.extract.attending.companions import those_along, without_companions
from briefing.extract.attending.no_sides import meets_envoys
from briefing.extract.attending.sides import sides_of, subject_nouns, with_appositions
from briefing.extract.attending.taking_part import is_of_another_day, taking_part
from briefing.extract.attending.unlinked import countries_beside, full_names, side_heads, unlinked_people
from briefing.extract.coding import countries_in
from briefing.extract.day_and_place.own_reach import is_after_hours
from briefing.extract.day_and_place.plans import OFF, Plan, day_beside
from briefing.extract.day_and_place.what_came_first import verb_done_after
from briefing.extract.day_and_place.when import When
from briefing.extract.day_and_place.where import Where, is_visited, where_of
from briefing.extract.meetings.bodies_meet import is_body
from briefing.extract.meetings.meeting_kinds import kind_of
from briefing.extract.reading import Reading, codes_of, mentions_in
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, is_relation, is_verbal, phrase_of, span_of
from briefing.model import MeetingStatus, Mention
from briefing.model.known_rows import SUMMONS

LONGEST_ABBREVIATION = 3


class Company(NamedTuple):
    """Who meets by a clause's own words: its sides and their heads, those without a known government, and where.

    `named` are all people of them, `people` those that take part, `parties` how many sides that makes.
    """

    sides: tuple[str, ...]
    heads: tuple[int, ...]
    unlinked: tuple[str, ...]
    governments: tuple[str, ...]
    people: tuple[str, ...]
    named: tuple[str, ...]
    where: Where | None
    parties: int


def company_of(reading: Reading, clause: Clause, host: int, by_head: Mapping[int, Clause], plan: Plan) -> Company | None:
    """None where civilians meet, or `both` of two who are not known."""
    tree, near = reading.trees[clause.sentence], day_beside(reading, clause, host)
    sides = sides_of(reading, tree, clause, host)
    met_nobody = are_civilians(reading, tree, host) and plan.standing not in OFF  # `the meeting with growers was called off`
    if met_nobody or (len(sides) < 2 and is_of_both(reading, tree, clause)):
        return None
    where = where_of(reading, tree, clause, host)
    attendees = attendee_heads(reading, tree, (clause.head, host))
    heads = [i for i in (*side_heads(reading, tree, clause.head, host), *attendees) if not is_visited(tree, clause, i)]
    agreed = () if sides else who_agreed(reading, clause, by_head)
    sides = without_companions(reading, tree, with_appositions(reading, tree, heads, sides or agreed))
    unlinked = () if clause.act.id == SUMMONS else unlinked_people(reading, tree, heads)
    unlinked = tuple(name for name in unlinked if without_companions(reading, tree, (name,)))
    sides = tuple(actor for actor in sides if not is_of_another_day(reading, tree, (clause.head, host), near, actor))
    beside = countries_beside(reading, tree, heads, unlinked)
    governments, people = who_meets(reading, clause, (*sides, *beside), where)
    if not people and not unlinked and len(governments) < 2:
        governments = nations_of_staff(reading, tree, host) or governments
    people = () if is_crowded_call(reading, clause, people) or (agreed and has_own_subject(tree, clause)) else people
    if is_agreed_to_convene(reading, tree, clause, by_head):
        people, unlinked = (), ()
    journey = kind_of(reading, clause) == "visit" and bool(people)
    people = tuple(dict.fromkeys((*people, *(those_along(reading, tree, clause.head) if journey else ()))))
    named = (*people, *unlinked)
    parties = len(governments) if not sides and len(governments) >= 2 else 0
    unknown = names_that_count(reading, tree, clause, unlinked, alone=not sides)
    parties = parties or parties_of(reading, (*sides, *unknown)) or names_a_body(reading, tree, clause)
    parties += parties == 1 and plan.date is not None and meets_envoys(reading, tree, (clause.head, host))
    return Company(
        sides=sides,
        heads=tuple(heads),
        unlinked=tuple(unlinked),
        governments=governments,
        people=without_who_is_at_home(reading, clause, where, taking_part(reading, tree, (clause.head, host), near, named)),
        named=named,
        where=where,
        parties=parties or names_teams(reading, tree, clause, plan.date, plan.status),
    )


def without_who_is_at_home(reading: Reading, clause: Clause, where: Where | None, people: Sequence[str]) -> tuple[str, ...]:
    """`the visit of the Malaysian premier to Vietnam`: nobody visits his own country, whomever a short title was taken for."""
    home = {*codes_of(reading, where.mention.actor)} if where and where.mention else set()
    alone = kind_of(reading, clause) == "visit" and len(people) == 1 and bool(home)
    others = {
        code
        for m in mentions_in(reading, phrase_of(reading.trees[clause.sentence], clause.head))
        for code in codes_of(reading, m.actor)
    }
    doers = clause.holders if clause.form.kind == "verb" else people
    hosted = others - home or people[:1] != doers[:1]  # `the secretary will fly to Oslo to sign it with Lund`, of Oslo
    return () if alone and {*codes_of(reading, people[0])} == home and hosted else tuple(people)


def is_coming_home(reading: Reading, clause: Clause, company: Company) -> bool:
    """`The ambassador was recalled and will arrive in Nairobi on Sunday`, of a Kenyan: no visit where no other is named."""
    home = {*codes_of(reading, company.where.mention.actor)} if company.where and company.where.mention else set()
    theirs = [{*codes_of(reading, person)} for person in company.people]
    alone = bool(theirs) and not company.unlinked and {*company.governments} <= home
    alone = alone and clause.subject is not None and {*company.people} <= {*clause.subject.actors}
    return kind_of(reading, clause) == "visit" and bool(home) and alone and all(codes == home for codes in theirs)


def is_crowded_call(reading: Reading, clause: Clause, people: Sequence[str]) -> bool:
    """`After the accord of A and B, C and D held a call`, of which a parser makes one list: a call has one of each side."""
    countries = [reading.doc.actors[person].country for person in people]
    return clause.act.meeting == "call" and len(people) > len({*countries}) >= 2


def names_that_count(reading: Reading, tree: Tree, clause: Clause, unlinked: Sequence[str], *, alone: bool) -> tuple[str, ...]:
    """Whole names and the surname of who does it, beside a known side; without one, two whole names, one with an office."""
    full = full_names(unlinked)
    if alone:
        heads = [tree.tokens[i].lemma.lower() for i in subject_nouns(reading, tree, clause.head)]
        return full if len(full) >= 2 and {*heads} & reading.words.holders else ()
    doers = {tree.tokens[c].form for c in children(tree, clause.head, "nsubj") if tree.tokens[c].upos == "PROPN"}
    return (*full, *(name for name in unlinked if name not in full and name.partition(":")[2] in doers))


def nations_of_staff(reading: Reading, tree: Tree, verb: int) -> tuple[str, ...]:
    """`Norwegian and Chilean technicians met`, `los cancilleres noruego y chileno`: the two whose they are, by adjectives."""
    nouns = [c for c in subject_nouns(reading, tree, verb) if tree.tokens[c].feat("Number") == "Plur"]
    nouns = [c for c in nouns if tree.tokens[c].lemma.lower() in reading.words.staff | reading.words.officials]
    found = countries_in(reading, span_of(tree, nouns[0], ("acl", "appos", "advcl"))) if nouns else ()
    found = found or (countries_just_before(reading, tree) if nouns and is_theirs(tree, nouns[0]) else ())
    return found if len(found) == 2 else ()


def is_theirs(tree: Tree, index: int) -> bool:
    """`their officials`, by a word that stands for several owners; `sus` may be of one."""
    owners = [tree.tokens[c] for c in children(tree, index, "nmod", "det")]
    return any(t.upos == "PRON" and t.feat("Poss") == "Yes" and t.feat("Number") == "Plur" for t in owners)


def countries_just_before(reading: Reading, tree: Tree) -> tuple[str, ...]:
    """Those of whom the sentence before tells: `Chad and Niger are at odds.  Their officials met on Monday`."""
    number = reading.number_of(tree)
    if number == 0 or reading.is_scrambled or not reading.is_body(number - 1):
        return ()
    before = reading.trees[number - 1]
    root = next(i for i, token in enumerate(before.tokens) if token.head < 0)
    named = [m.actor for c in children(before, root, "nsubj") for m in mentions_in(reading, span_of(before, c)) if not m.place]
    return tuple(sorted({code for actor in named for code in codes_of(reading, actor)}))


def who_agreed(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> tuple[str, ...]:
    """`Ambos gobiernos acordaron que los equipos se reúnan`, `the two agreed that teams will meet`: it is theirs that meet."""
    above = by_head.get(reading.trees[clause.sentence].tokens[clause.head].head)
    if above is None or above.act.stance != "agrees" or above.negated or clause.form.kind != "verb":
        return ()
    return above.subject.actors if above.subject else ()


def has_own_subject(tree: Tree, clause: Clause) -> bool:
    """`Ruiz and Petit agreed that a commission will meet`: it meets, for their governments, and not the two."""
    return any(tree.tokens[c].upos in {"NOUN", "PROPN"} for c in children(tree, clause.head, "nsubj"))


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
        doers = clause.holders
        summoned = tuple(a for a in people if a in doers or (is_envoy(reading, a) and is_named_so(reading, clause, a)))
        return summoned_governments(reading, clause), summoned
    hosts = hosts_of(reading, clause, where.mention) if where and where.mention and kind_of(reading, clause) == "visit" else ()
    return tuple(dict.fromkeys((*(code for actor in sides for code in codes_of(reading, actor)), *hosts))), people


def is_named_so(reading: Reading, clause: Clause, actor_id: str) -> bool:
    """By name or by the office that he holds: `the chargé d'affaires` is not the ambassador whom the article names besides."""
    sentence = reading.trees[clause.sentence].sentence.span
    told = [m.span.of(reading.text).lower() for m in mentions_in(reading, sentence) if m.actor == actor_id]
    actor = reading.doc.actors[actor_id]
    office = (actor.role_words or "").lower().split()[:1]
    name = actor.id.split()[-1:]
    return any({*office, *name} & {*words.replace(",", " ").split()} for words in told)


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


def parties_of(reading: Reading, sides: Sequence[str]) -> int:
    """How many take part: `Ambos mandatarios hablaron` names two with one word."""
    return max(len(sides), len(codes_of(reading, sides[0])) if len(sides) == 1 else 0)


def summoned_governments(reading: Reading, clause: Clause) -> tuple[str, ...]:
    """Who summons, then whose ambassador: one of each, by the subject and the object, else the ministry that it is at."""
    tree = reading.trees[clause.sentence]
    phrases = children(tree, clause.head, "obj", "nsubj:pass", "iobj", "obl", "nsubj")
    named = [m.actor for c in phrases for m in mentions_in(reading, span_of(tree, c, ("advcl", "acl")))[:1]]
    others = {code for a in named if is_envoy(reading, a) for code in codes_of(reading, a)}
    doers = clause.subject.actors if clause.subject else [a for a in named if not is_envoy(reading, a)]
    summoners = {code for a in doers for code in codes_of(reading, a)} or posted_in(reading, tree, phrases)
    summoners -= others
    return (*summoners, *others) if len(summoners) == len(others) == 1 else ()


def posted_in(reading: Reading, tree: Tree, phrases: Sequence[int]) -> set[str]:
    """`The Kenyan ambassador in Oslo was summoned to the foreign ministry`: whose ministry, by where he is posted."""
    posts = [i for c in phrases for i in children(tree, c, "nmod") if case_of(tree, i) in reading.words.place_cases]
    spans = [span_of(tree, i, ("acl", "appos", "conj")) for i in posts]
    return {code for span in spans for m in mentions_in(reading, span) if m.place for code in codes_of(reading, m.actor)}


def is_ambassador(reading: Reading, actor_id: str) -> bool:
    """By the title that the article gives, that of the Commonwealth too: a chargé d'affaires is none."""
    actor = reading.doc.actors.get(actor_id)
    if actor is None or actor.role != "ambassador" or actor.role_words is None:
        return False
    printed = reading.knowledge.roles[actor.role].label[reading.doc.article.language].values()
    return actor.role_words.lower() in {*(name.lower() for name in printed), *reading.words.heads_of_mission}


def is_envoy(reading: Reading, actor_id: str) -> bool:
    """Whoever heads a mission: `summoned the chargé d'affaires`, where there is no ambassador."""
    actor = reading.doc.actors.get(actor_id)
    return actor is not None and actor.role == "ambassador" and actor.role_words is not None


def host_verb(reading: Reading, tree: Tree, head: int) -> int:
    """The verb that a meeting noun depends on (`mantuvo una llamada`, `se convocará una reunión`), else the noun itself."""
    if is_verbal(tree.tokens[head]):
        return head
    if (done := verb_done_after(reading, tree, head)) is not None:
        return done
    below = head
    for index in ancestors(tree, head):
        # `El vocero reveló que la llamada es seguimiento de …`: who tells of it takes no part.
        if is_relation(tree.tokens[below], "ccomp", "csubj", "parataxis"):
            return head
        # `criticized the outcome of a meeting`: who does something about a thing of the meeting takes no part.
        if tree.tokens[index].upos == "NOUN" and tree.tokens[index].lemma.lower() not in reading.words.series:
            return head
        done = tree.tokens[index].feat("VerbForm") == "Inf" and is_after_hours(reading, tree, head)
        if is_verbal(tree.tokens[index]) and not done:
            return index
        below = index
    return head


def names_a_body(reading: Reading, tree: Tree, clause: Clause) -> int:
    """`El Grupo de Seguridad se reunirá el 23`: a body that the knowledge does not have, by the word that heads its name."""
    called = convened_bodies(reading, tree, clause)  # `se acordó convocar a la Comisión Mixta`
    bodies = [*(i for i in subject_nouns(reading, tree, clause.head) if is_body(reading, tree, i)), *called]
    return int(bool(bodies) or (clause.form.kind == "noun" and is_body(reading, tree, clause.head)))


def convened_bodies(reading: Reading, tree: Tree, clause: Clause) -> list[int]:
    convened = tree.tokens[clause.trigger].lemma.lower() in reading.words.convening
    called = children(tree, clause.head, "obj", "obl") if convened else ()
    return [i for i in called if is_body(reading, tree, i)]


def is_agreed_to_convene(reading: Reading, tree: Tree, clause: Clause, by_head: Mapping[int, Clause]) -> bool:
    """`Ruiz and Lund agreed to convene the Joint Committee`: it meets then, and not the two."""
    above = by_head.get(tree.tokens[clause.head].head)
    return above is not None and above.act.stance == "agrees" and bool(convened_bodies(reading, tree, clause))


def names_teams(reading: Reading, tree: Tree, clause: Clause, date: When | None, status: MeetingStatus | None) -> int:
    """`Technical teams will meet on June 22`, `the committee convenes on May 4`: nobody says whose, but on which day."""
    planned = clause.act.id == "meet" and clause.form.kind == "verb" and status == "upcoming"
    if not planned or not date or not all(map(is_day, date[0].split("/"))):
        return 0
    nouns = [tree.tokens[i] for i in subject_nouns(reading, tree, clause.head)]
    several = any(t.lemma.lower() in reading.words.officials and t.feat("Number") == "Plur" for t in nouns)
    return int(several or any(t.lemma.lower() in reading.words.meeting_bodies for t in nouns))
