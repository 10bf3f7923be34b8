"""Whose meeting it is that `su reunión`, `their meeting` or `a second meeting` means: of whom the sentence before tells."""

from __future__ import annotations

import dataclasses

from briefing.extract.attending.asked_about import is_in_office
from briefing.extract.claims import evidence_of
from briefing.extract.meetings.implied import is_further
from briefing.extract.reading import Reading, mentions_in
from briefing.extract.sentence.trees import Tree, children, is_relation, root_of, span_of
from briefing.model import Actor, Event
from briefing.model.marks import SIDES_OTHERS

TELLERS = frozenset({"spokesperson"})
"""The offices of those who tell of a meeting and are not at it."""
OFF = frozenset({"cancelled", "postponed"})


def with_owners_before(reading: Reading, claim: Event) -> Event:
    """`A and B traded blame.  Their meeting on May 4 …`, `A anunció la compra.  Su reunión con B será el 4`: of A and B."""
    whose = owner_of_meeting(reading, reading.trees[claim.sentence])
    if whose is None or not claim.date or not may_point_back(reading, claim):
        return claim
    before = officials_before(reading, claim.sentence)
    gender = reading.words.gender_of(whose)
    if before is None or (gender and any(actor.gender not in {gender, None} for actor in before)):
        return claim
    named = [reading.doc.actors.get(name) for name in claim.people]
    countries = [actor.country for actor in (*before, *named) if actor is not None]
    alone = len(before) == 1 and len(named) == 1 and is_subject(reading, claim.sentence - 1, before[0])
    pair = not gender and len(before) == 2 and not named
    if not (alone or pair) or len({*countries}) != 2 or not {*claim.actors} <= {*countries}:
        return claim
    people = tuple(dict.fromkeys((*(actor.id for actor in before), *claim.people)))
    context = (*claim.context, evidence_of(reading, reading.trees[claim.sentence - 1].sentence.span))
    actors = tuple(dict.fromkeys(country for country in countries if country))
    return dataclasses.replace(claim, people=people, actors=actors, context=context, rules=(*claim.rules, "sides:before"))


def may_point_back(reading: Reading, claim: Event) -> bool:
    said = reading.turn_at(reading.trees[claim.sentence].sentence.span)
    told = claim.sentence > 0 and reading.is_body(claim.sentence - 1)
    return told and said is None and not reading.is_scrambled and SIDES_OTHERS not in claim.rules


def owner_of_meeting(reading: Reading, tree: Tree) -> str | None:
    """The possessive of the only noun of meeting that has one, where it opens its sentence: `Su reunión`, `Their talks`."""
    nouns = reading.words.named_as_meeting | reading.words.named_as_call
    meant = [i for i, token in enumerate(tree.tokens) if token.lemma.lower() in nouns]
    owned = [tree.tokens[c] for i in meant for c in children(tree, i, "det", "nmod") if tree.tokens[c].feat("Poss") == "Yes"]
    opens = len(owned) == 1 and not any(
        t.upos in {"NOUN", "PROPN", "PRON"} for t in tree.tokens if t.span.stop <= owned[0].span.start
    )
    return owned[0].form.lower() if opens and owned[0].form.lower() in reading.words.possessives else None


def officials_before(reading: Reading, number: int) -> list[Actor] | None:
    """The officials whom the sentence before names; None where it names somebody else too."""
    named = dict.fromkeys(m.actor for m in mentions_in(reading, reading.trees[number - 1].sentence.span) if not m.place)
    people = [actor for name in named if (actor := reading.doc.actors[name]).kind == "person"]
    return people if all(is_in_office(actor) and actor.country for actor in people) else None


def is_subject(reading: Reading, number: int, actor: Actor) -> bool:
    tree = reading.trees[number]
    spans = [span_of(tree, c, ("acl",)) for c in children(tree, root_of(tree), "nsubj")]
    return any(m.actor == actor.id for span in spans for m in mentions_in(reading, span))


def with_both_by_name(reading: Reading, claim: Event) -> Event:
    """`Ruiz told Lund that …, a spokesman said.  Both leaders spoke today`: the only two officials, one of each country."""
    bare = not claim.people and len({*claim.actors}) == 2 and claim.meeting != "visit" and bool(claim.date)
    if not bare or reading.is_scrambled or not is_of_two_officials(reading, reading.trees[claim.sentence]):
        return claim
    for number in range(claim.sentence - 1, max(-1, claim.sentence - 1 - 2), -1):
        people = [actor for actor in officials_named(reading, number) if actor.role not in TELLERS]
        if people:
            each = len(people) == 2 and {actor.country for actor in people} == {*claim.actors}
            names = tuple(actor.id for actor in people) if each else ()
            return dataclasses.replace(claim, people=names, rules=(*claim.rules, "sides:before")) if each else claim
    return claim


def is_of_two_officials(reading: Reading, tree: Tree) -> bool:
    """`Ambos mandatarios`, `the two ministers`: the subject of the main verb, by an office and a word for two."""
    for index in children(tree, root_of(tree), "nsubj"):
        token = tree.tokens[index]
        beside = {tree.tokens[c].form.lower() for c in children(tree, index, "det", "nummod")}
        office = token.lemma.lower() in reading.words.holders | titles(reading)  # and no `delegations`
        if token.feat("Number") == "Plur" and office and beside & reading.words.those_before:
            named = [reading.doc.actors[m.actor] for m in mentions_in(reading, span_of(tree, index))]
            return all(actor.kind == "group" for actor in named)
    return False


def titles(reading: Reading) -> frozenset[str]:
    """`mandatario`, `leader`: what the roles are called."""
    language = reading.doc.article.language
    return frozenset(form.lower() for role in reading.knowledge.roles.values() for form in role.forms.get(language, ()))


def officials_named(reading: Reading, number: int) -> list[Actor]:
    named = dict.fromkeys(m.actor for m in mentions_in(reading, reading.trees[number].sentence.span) if not m.place)
    return [actor for name in named if is_in_office(actor := reading.doc.actors[name])]


def with_sides_of_the_first(reading: Reading, claim: Event, told: Event | None) -> Event:
    """`Ruiz and Lund met on Monday.  A second meeting, set for May 4, was cancelled`: of the two who stand just before."""
    bare = claim.status in OFF and not claim.people and not claim.actors
    if told is None or not bare or told.status is not None or claim.sentence - told.sentence != 1 or reading.is_scrambled:
        return claim
    tree = reading.trees[claim.sentence]
    subjects = [i for i, t in enumerate(tree.tokens) if is_relation(t, "nsubj", "nsubj:pass")]
    meant = [i for i in subjects if tree.tokens[i].lemma.lower() in reading.words.named_as_meeting]
    if not any(is_further(reading, tree, i) and not children(tree, i, "nmod") for i in meant):
        return claim
    rules = (*claim.rules, "sides:before")
    return dataclasses.replace(claim, people=told.people, actors=told.actors, context=(told.evidence,), rules=rules)


__all__ = ["with_both_by_name", "with_owners_before", "with_sides_of_the_first"]
