"""A meeting of which its sentence says when, and where or with whom, while nobody knows for certain who all meet.

`He will travel to Lomé on Thursday for talks with the minister`, `ayer se reunió en Lomé la mesa técnica`: the row has the
day and the place, quotes the sentence, and leaves its sides open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.edtf import bounds, is_day
from briefing.extract.attending.company import Company
from briefing.extract.attending.sides import subject_nouns
from briefing.extract.day_and_place.plans import Plan, day_beside
from briefing.extract.day_and_place.where import Where, behind_day, place_below
from briefing.extract.meetings.carriers import verb_group
from briefing.extract.meetings.invitations import inviting_verb, is_accepted
from briefing.extract.reading import Reading, codes_of, is_of_a_date, mentions_in
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_negated
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
from briefing.model.known_rows import HEARING, SUMMONS
from briefing.model.meeting_kinds import ENCOUNTERS

BY_OWN_WORDS = "by_own_words"
"""The rule on a meeting of which only the day, the place and the sentence are certain."""
MOST_DAYS = 6
"""Days of a stretch on which one meeting may be told to be: `from 16 to 18 February`."""
MOST_OF_A_PLAN = 31
"""Days of a stretch within which somebody may be told to come to a place: `in Lomé in June`."""
CLOSED = re.compile(r"\d{4}-\d\d(-\d\d)?(/\d{4}-\d\d-\d\d)?")


def is_told_by_its_words(reading: Reading, clause: Clause, host: int, plan: Plan, company: Company) -> bool:
    """Whether a day, somebody of an office or a body, and a place or partner are told, whoever the sides are."""
    tree = reading.trees[clause.sentence]
    held = plan.status is None and is_told_as_past(tree, clause, host)
    if clause.act.meeting == HEARING:
        return plan.status == "upcoming" and is_of_a_day(plan, placed=False) and is_before_a_chamber(reading, tree, clause.head)
    if clause.act.meeting not in ENCOUNTERS or clause.act.id == SUMMONS:
        return False
    if is_of_a_body_there(reading, clause, host, plan, company):
        return True
    if held and plan.date is None:
        return is_named_there(reading, clause, host, company)
    if not is_of_a_day(plan, placed=company.where is not None):
        return False
    doers = subjects_above(reading, tree, host)
    with_whom = is_with_an_office(reading, tree, clause) or bool(company.sides)
    elided = not doers and is_verbal(tree.tokens[host]) and is_of_one_unnamed(tree, host) and with_whom
    known = elided or (bool(doers) and all(is_official(reading, tree, i) for i in doers))
    return (plan.status == "upcoming" or held) and known and (company.where is not None or with_whom)


def is_of_a_body_there(reading: Reading, clause: Clause, host: int, plan: Plan, company: Company) -> bool:
    """`A meeting of the border commanders was held on Monday in Arica`: a body or officials, a day and a place, held."""
    tree, words = reading.trees[clause.sentence], reading.words
    day = bool(plan.date and is_day(plan.date[0]))
    if clause.form.kind != "noun" or not day or company.where is None or plan.status is not None:
        return False
    subject = is_relation(tree.tokens[clause.head], "nsubj") and tree.tokens[clause.head].head == host
    past = "Past" in {finite_of(tree, host).feat("Tense"), tree.tokens[host].feat("Tense")}
    held = tree.tokens[host].lemma.lower() in words.happening and past and not is_negated(reading, tree, host)
    whose = [c for c in children(tree, clause.head, "nmod") if case_of(tree, c) in words.of_cases | words.between_cases]
    return subject and held and any(is_official(reading, tree, c) for c in whose)


def is_before_a_chamber(reading: Reading, tree: Tree, verb: int) -> bool:
    """`La ministra comparecerá el lunes ante la Comisión de Pesca`: who, the sentence before says."""
    before = [c for c in children(tree, verb, "obl", "iobj") if case_of(tree, c) in reading.words.reporting_cases]
    heard = any(tree.tokens[c].lemma.lower() in reading.words.chambers for c in before)
    doers = subjects_above(reading, tree, verb)
    return heard and bool(doers) and all(is_official(reading, tree, i) for i in doers)


def is_named_there(reading: Reading, clause: Clause, host: int, company: Company) -> bool:
    """`El viceprimer ministro Per Lund se reunió en Brest con transportistas`: an official by name, a town, somebody."""
    tree = reading.trees[clause.sentence]
    told = those_named(reading, clause, host, company.people)
    official = any((actor := reading.doc.actors.get(name)) is not None and actor.official for name in told)
    met = [c for c in children(tree, clause.head, "obl", "obj") if case_of(tree, c) in {"", *reading.words.with_cases}]
    somebody = any(tree.tokens[c].upos in {"NOUN", "PROPN"} and not is_of_a_date(reading, tree, c) for c in met)
    return clause.act.meeting != "visit" and official and company.where is not None and somebody


def is_of_one_unnamed(tree: Tree, host: int) -> bool:
    """`Viajará a Lomé el lunes para reunirse con la ministra`: a third person of whom the sentence before tells."""
    finite = finite_of(tree, host)
    return finite.feat("VerbForm") == "Fin" and finite.feat("Person") == "3" and finite.feat("Number") == "Sing"


def is_of_a_day(plan: Plan, *, placed: bool) -> bool:
    """A day or a few; of what is to come at a place a month too: `in Lomé in mid-June`."""
    day = plan.date[0] if plan.date else ""
    first, last = bounds(day) if CLOSED.fullmatch(day) else (None, None)
    most = MOST_OF_A_PLAN if placed and plan.status == "upcoming" else MOST_DAYS
    return first is not None and last is not None and (last - first).days <= most


def is_with_an_office(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`will see the minister`, `se reunirá con el gobernador`, `inspectors will visit the plant`: whom, or what is visited."""
    met = [c for c in children(tree, clause.head, "obj", "obl") if case_of(tree, c) in {"", *reading.words.with_cases}]
    nouns = [tree.tokens[c] for c in met if tree.tokens[c].upos in {"NOUN", "ADJ"} and not is_of_a_date(reading, tree, c)]
    if clause.act.meeting == "visit":
        return any(is_relation(token, "obj") for token in nouns)
    return any(token.lemma.lower() in reading.words.officials | reading.words.holders for token in nouns)


def is_told_as_past(tree: Tree, clause: Clause, host: int) -> bool:
    """`se reunió el lunes`, `met on Monday`: by the tense of its own verb."""
    finite = finite_of(tree, host)
    own = clause.form.kind == "verb" and is_verbal(tree.tokens[host]) and not is_passive(tree, host)
    return own and finite.feat("Tense") == "Past" and finite.feat("VerbForm") == "Fin"


def subjects_above(reading: Reading, tree: Tree, host: int) -> Sequence[int]:
    """The subject of the meeting's verb, or of the verb that carries it: `said she would travel`, `are due to meet`."""
    if not is_verbal(tree.tokens[host]) and is_relation(tree.tokens[host], "appos"):
        return (tree.tokens[host].head,)  # `que el presidente viaje a Quito`, of which a tree makes a noun
    for verb in verb_group(tree, host):
        found = subject_nouns(reading, tree, verb) or children(tree, verb, "nsubj:pass")
        if found:
            return found
    return ()


def is_official(reading: Reading, tree: Tree, index: int) -> bool:
    """A person by a pronoun, somebody of an office, a team, a body; no company, no fisherman."""
    token, words = tree.tokens[index], reading.words
    if words.gender_of(token.form.lower()) or token.form.lower() in words.those_before:
        return True
    known = words.officials | words.holders | words.staff | words.missions | words.meeting_bodies | words.chambers
    below = subtree(tree, index, ("acl", "advcl", "appos", "conj"))
    beside = {tree.tokens[i].lemma.lower() for i in below}
    owned = any(tree.tokens[i].feat("Poss") == "Yes" for i in children(tree, index, "det", "nmod"))  # `Su presidenta`
    return token.lemma.lower() in known and not owned and not beside & (words.civilians | words.private_bodies)


def those_named(reading: Reading, clause: Clause, host: int, people: Sequence[str]) -> tuple[str, ...]:
    """Who is named in the subject itself: `El gobernador, Ato Sena, se reunió el lunes`; nobody whom somebody unknown meets."""
    tree = reading.trees[clause.sentence]
    spans = [span_of(tree, i, ("acl", "advcl")) for i in subjects_above(reading, tree, host)]
    known = {m.actor for span in spans for m in mentions_in(reading, span)}
    words = {reading.text[s.start : s.stop] for s in spans}
    whole = [p for p in people if p.startswith(("person:", "name:"))]
    return tuple(p for p in whole if p in known or any(p.partition(":")[2] in text for text in words))


def led_to(reading: Reading, clause: Clause, host: int) -> str | None:
    """`will lead a delegation to Lima for talks`: where the journey goes that the verb above the talks tells."""
    tree, words = reading.trees[clause.sentence], reading.words
    team = any(tree.tokens[c].lemma.lower() in words.missions | words.staff for c in children(tree, host, "obj"))
    if not team or clause.head == host:
        return None
    heads = [c for verb in (host, *children(tree, host, "obj")) for c in children(tree, verb, "obl", "nmod")]
    ends = [tree.tokens[c].span for c in heads if case_of(tree, c) in words.towards and tree.tokens[c].upos == "PROPN"]
    found = [m for m in reading.doc.mentions if any(m.span.contains(span) for span in ends)]
    actors = [reading.doc.actors.get(m.actor) for m in found]
    placed = len(found) == 1 and all(actor is None or actor.kind not in {"person", "office"} for actor in actors)
    return found[0].span.of(reading.text) if placed else None


def place_told(reading: Reading, clause: Clause, host: int, plan: Plan, company: Company) -> str | None:
    """Where its words say that it is, its team is led to, what stands right behind its day, or in the line below."""
    if company.where:
        return company.where.words
    meets = clause.act.meeting != "call"
    day = day_beside(reading, clause, host) if plan.date and meets else None
    own = day is not None and plan.date is not None and plan.date[0] == day.value
    told = behind_day(reading, reading.trees[clause.sentence], clause, day) if day and own else None
    return led_to(reading, clause, host) or told or (place_below(reading, clause.sentence) if meets else None)


def those_met(reading: Reading, clause: Clause) -> tuple[str, ...]:
    """`for talks with Minister Petit`: the official whom the meeting's own noun names, whoever comes to him."""
    tree = reading.trees[clause.sentence]
    if clause.form.kind != "noun":
        return ()
    met = [c for c in children(tree, clause.head, "nmod") if case_of(tree, c) in reading.words.with_cases]
    named = dict.fromkeys(m.actor for c in met for m in mentions_in(reading, span_of(tree, c, ("acl", "advcl"))))
    known = ((name, reading.doc.actors.get(name)) for name in named)
    return tuple(name for name, actor in known if actor is not None and actor.kind == "person" and actor.official)


def who_comes(reading: Reading, clause: Clause, where: Where | None) -> tuple[str, ...]:
    """`A will press B for an answer when she visits Helsinki`: the one official of the sentence who is from elsewhere.

    Whoever is at home there does not visit it, whatever the pronoun may point to.
    """
    tree = reading.trees[clause.sentence]
    home = {*codes_of(reading, where.mention.actor)} if where and where.mention else set()
    subjects = [tree.tokens[c] for c in children(tree, clause.head, "nsubj")]
    unnamed = all(reading.words.gender_of(token.form.lower()) for token in subjects)
    timed = clause.form.kind == "verb" and clause.act.meeting == "visit" and is_relation(tree.tokens[clause.head], "advcl")
    if not home or not timed or not unnamed or tree.tokens[clause.head].feat("VerbForm") != "Fin":
        return ()
    named = dict.fromkeys(m.actor for m in mentions_in(reading, tree.sentence.span))
    people = {a: {*codes_of(reading, a)} for a in named if (known := reading.doc.actors.get(a)) and known.kind == "person"}
    guests = [a for a, codes in people.items() if codes and not codes & home]
    return tuple(guests) if len(guests) == 1 and len(people) > 1 and all(people.values()) else ()


def those_invited(reading: Reading, clause: Clause) -> tuple[str, ...]:
    """`has invited Per Lund to visit Lomé on May 10`: the one guest whom the words name, and who invites if he accepted."""
    tree = reading.trees[clause.sentence]
    verb = inviting_verb(reading, tree, clause.head)
    guests = children(tree, verb, "obj", "iobj", "obl") if verb is not None and not is_passive(tree, verb) else []
    guests = [c for c in guests if case_of(tree, c) in {"", *reading.words.object_cases} and c != clause.head]
    named = [m.actor for c in guests for m in mentions_in(reading, span_of(tree, c, ("acl", "xcomp", "advcl", "ccomp")))[:1]]
    people = [a for a in named if (known := reading.doc.actors.get(a)) is not None and known.kind == "person"]
    accepted = verb is not None and is_accepted(reading, tree, verb)
    host = find_subject(reading, tree, verb) if verb is not None and accepted else None
    hosts = [a for a in (host.actors if host else ()) if reading.doc.actors[a].kind == "person" and a not in people]
    return (*people, *hosts) if len(people) == 1 else ()


__all__ = [
    "BY_OWN_WORDS",
    "is_told_by_its_words",
    "led_to",
    "place_told",
    "those_invited",
    "those_met",
    "those_named",
    "who_comes",
]
