"""Who is there, and who only talks of it: all whom a pronoun means, teams in place of ministers, who discusses a meeting."""

from __future__ import annotations

import dataclasses

from briefing.extract.attending.company import host_verb
from briefing.extract.attending.sides import subject_nouns
from briefing.extract.meetings.implied import is_signing
from briefing.extract.reading import Reading, codes_of, is_person, mentions_in
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.pronouns import speaks_of_self
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, conjuncts, is_relation, phrase_of, span_of
from briefing.model import FULL_NAME, Event
from briefing.model.marks import SIDES_OFFICES, SIDES_STAFF


def without_those_who_discuss(reading: Reading, clause: Clause, event: Event) -> Event:
    """`met the envoy to discuss the summit in Lima on May 3`: who talks of a meeting to come is not for that at it."""
    tree = reading.trees[clause.sentence]
    token, host = tree.tokens[clause.head], host_verb(reading, tree, clause.head)
    talked = clause.form.kind == "noun" and token.head == host and is_relation(token, "obj")
    own = [m for m in mentions_in(reading, phrase_of(tree, clause.head)) if not m.place]  # `discussed the visit of Petit`
    if own or not talked or tree.tokens[host].lemma.lower() not in reading.words.discussing or event.status != "upcoming":
        return event
    return dataclasses.replace(event, people=(), actors=(), rules=tuple(dict.fromkeys((*event.rules, SIDES_OFFICES))))


def without_us_at_others(reading: Reading, clause: Clause, event: Event) -> Event:
    """`We will raise it at the meeting of defence ministers`: theirs, and who speaks for `us` is not for that one of them."""
    tree = reading.trees[clause.sentence]
    verb = host_verb(reading, tree, clause.head)
    spoken = clause.form.kind == "noun" and clause.subject is not None and clause.subject.how == "speaker"
    ours = {tree.tokens[verb].lemma.lower()} & reading.words.attending or speaks_of_self(reading, tree, verb)
    if not spoken or ours or clause.head == verb or not is_of_office_holders(reading, tree, clause.head):
        return event
    people = tuple(actor for actor in event.people if clause.subject is None or actor not in clause.subject.actors)
    return dataclasses.replace(event, people=people, actors=(), rules=tuple(dict.fromkeys((*event.rules, SIDES_OFFICES))))


def without_who_says_so(reading: Reading, clause: Clause, event: Event) -> Event:
    """`Lim said he took part in the meeting between Ruiz and Petit`: by his own word alone, at a meeting of others."""
    tree = reading.trees[clause.sentence]
    verb = host_verb(reading, tree, clause.head)
    between = [c for c in children(tree, clause.head, "nmod") if case_of(tree, c) in reading.words.between_cases]
    attends = tree.tokens[verb].lemma.lower() in reading.words.attending and is_relation(tree.tokens[verb], "ccomp")
    if clause.form.kind != "noun" or not between or not attends:
        return event
    met = {m.actor for c in between for m in mentions_in(reading, span_of(tree, c))}
    said = find_subject(reading, tree, tree.tokens[verb].head)
    tellers = {*said.actors} if said else set()
    people = tuple(actor for actor in event.people if actor in met or actor not in tellers)
    return dataclasses.replace(event, people=people) if len(people) > 1 else event


def without_us_who_sign(reading: Reading, clause: Clause, event: Event) -> Event:
    """`El 4 de mayo firmaremos el tratado; irá la ministra Ruiz`: who speaks for the country is not for that who signs."""
    tree = reading.trees[clause.sentence]
    named = {m.actor for m in mentions_in(reading, tree.sentence.span) if not m.place}
    telling = {*clause.subject.actors} if clause.subject and clause.subject.how == "speaker" else set()
    silent = [actor for actor in event.people if actor not in named or actor in telling]
    others = [actor for actor in event.people if actor not in silent]
    if not (is_signing(reading, tree, clause.head) and silent and others and not children(tree, clause.head, "nsubj")):
        return event
    return dataclasses.replace(event, people=(), actors=(), rules=tuple(dict.fromkeys((*event.rules, SIDES_OFFICES))))


def is_of_office_holders(reading: Reading, tree: Tree, noun: int) -> bool:
    """`the meeting of allied ministers`, and not `of our ministers`."""
    cases = reading.words.of_cases | reading.words.between_cases
    holders = [c for c in children(tree, noun, "nmod") if case_of(tree, c) in cases and tree.tokens[c].feat("Number") == "Plur"]
    holders = [c for c in holders if tree.tokens[c].lemma.lower() in reading.words.officials | reading.words.holders]
    owners = [tree.tokens[d] for c in holders for d in children(tree, c, "det", "nmod")]
    ours = any(token.feat("Poss") == "Yes" or token.form.lower() in reading.words.both for token in owners)
    return bool(holders) and not ours


def with_all_of_them(reading: Reading, clause: Clause, event: Event) -> Event:
    """`A and B announced it at the centre where they met C`: all whom the pronoun means, and not the first alone."""
    tree = reading.trees[clause.sentence]
    subjects = children(tree, clause.head, "nsubj")
    if not any(tree.tokens[c].upos == "PRON" and tree.tokens[c].feat("Number") == "Plur" for c in subjects):
        return event
    named = [conjuncts(tree, c) for index in ancestors(tree, clause.head) for c in children(tree, index, "nsubj")]
    known = mentions_in(reading, tree.sentence.span)  # `her counterpart, Davide Morelli` is one of two words in apposition
    within = [[m.actor for m in known if any(m.span.overlaps(phrase_of(tree, i)) for i in row)] for row in named]
    groups = [[actor for actor in row if is_person(reading, actor)] for row in within]
    they = next((group for group in groups if {*group} & {*event.people} and len(group) > 1), [])
    return dataclasses.replace(event, people=tuple(dict.fromkeys((*they, *event.people))))


def with_names_beside(reading: Reading, clause: Clause, event: Event) -> Event:
    """`The ministers of both countries, Ana Ruiz and Per Lund, will meet`: both, where the week knows only one of them."""
    tree = reading.trees[clause.sentence]
    verbs = (clause.head, *ancestors(tree, clause.head))
    plural = [c for i in verbs for c in children(tree, i, "nsubj") if tree.tokens[c].feat("Number") == "Plur"][:1]
    beside = [i for c in plural for a in children(tree, c, "appos") for i in conjuncts(tree, a)]
    named = [m.actor for m in mentions_in(reading, tree.sentence.span) if is_person(reading, m.actor)]
    spans = {m.actor: m.span for m in mentions_in(reading, tree.sentence.span)}
    more = [a for a in named if any(spans[a].contains(tree.tokens[i].span) for i in beside)]
    names = [" ".join(tree.tokens[x].form for x in sorted((i, *children(tree, i, "flat")))) for i in beside]
    known = any(person == f"{FULL_NAME}{name}" for person in event.people for name in names)
    return dataclasses.replace(event, people=tuple(dict.fromkeys((*event.people, *more)))) if known else event


def with_own_teller(reading: Reading, clause: Clause, event: Event) -> Event:
    """`Tamm said the meeting with his Finnish colleague will be held on May 3`: the minister who says so, and alone named."""
    tree = reading.trees[clause.sentence]
    below = [c for c in children(tree, clause.head, "nmod") if case_of(tree, c) in reading.words.with_cases]
    owned = any(tree.tokens[d].feat("Poss") == "Yes" for c in below for d in children(tree, c, "det", "nmod"))
    if event.people or clause.form.kind != "noun" or event.status != "upcoming" or not owned:
        return event
    named = {m.actor: m.span for m in mentions_in(reading, tree.sentence.span) if is_person(reading, m.actor)}
    verbs = [tree.tokens[i].head for i in ancestors(tree, clause.head) if is_relation(tree.tokens[i], "ccomp")]
    tellers = [phrase_of(tree, c) for i in verbs for c in children(tree, i, "nsubj")]
    if len(named) != 1 or not all(any(t.overlaps(span) for t in tellers) for span in named.values()):
        return event
    teller = next(iter(named))
    if not is_of_a_cabinet(reading, teller):
        return event
    return dataclasses.replace(
        event, people=(teller,), actors=tuple(dict.fromkeys((*codes_of(reading, teller), *event.actors)))
    )


def is_of_a_cabinet(reading: Reading, actor: str) -> bool:
    """A minister or a head of government; a spokesman's `his counterpart` may be another's."""
    entry = reading.knowledge.roles.get(reading.doc.actors[actor].role or "")
    return entry is not None and (entry.minister or entry.head_of_government)


def with_staff(reading: Reading, clause: Clause, event: Event) -> Event:
    """`Technicians of the two countries met`: marked, so that nobody takes it for their ministers' meeting of that day."""
    tree = reading.trees[clause.sentence]
    held = [c for c in children(tree, clause.head, "obj") if tree.tokens[c].lemma.lower() in reading.words.occasions]
    owners = {tree.tokens[i].lemma.lower() for c in held for i in children(tree, c, "nmod")}
    of_body = bool(owners & reading.words.meeting_bodies)  # `agreed to hold the first session of a joint panel`: the panel's
    if of_body and not event.people:
        return dataclasses.replace(event, people=(), rules=(*dict.fromkeys((*event.rules, SIDES_OFFICES)), SIDES_STAFF))
    holds = is_relation(tree.tokens[clause.head], "obj")  # `Technicians will hold a meeting that the ministers prepared`
    doer = tree.tokens[clause.head].head if clause.form.kind == "noun" and holds else clause.head
    nouns = {tree.tokens[i].lemma.lower() for i in subject_nouns(reading, tree, doer)}
    own = {m.actor for m in mentions_in(reading, span_of(tree, clause.head))}  # not who `agreed that their officials meet`
    if not nouns & reading.words.staff or own & {*event.people}:
        return event
    return dataclasses.replace(event, people=(), rules=(*dict.fromkeys((*event.rules, SIDES_OFFICES)), SIDES_STAFF))


__all__ = [
    "with_all_of_them",
    "with_names_beside",
    "with_own_teller",
    "with_staff",
    "without_those_who_discuss",
    "without_us_at_others",
    "without_who_says_so",
]
