"""Who the ministers are that will meet, where their sentence gives their office alone: `Los dos cancilleres se verán en Lima`.

An office that a country has once is that of the one person whom the week's articles know to hold it.  `The two ministers` are
those whom their own article has named by then, where it has named one of each country and no more.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from briefing.consolidate.meetings.occasions import told_offices
from briefing.consolidate.people import Person
from briefing.consolidate.week import Week
from briefing.knowledge import load_language
from briefing.model import FULL_NAME, Actor, Event, Language, Token
from briefing.model.known_rows import COUNTERPART, MINISTER
from briefing.model.marks import SIDES_OF_A_BODY, SIDES_OFFICES, SIDES_STAFF

BY_OFFICE = "people:by_office"
"""The rule on a meeting whose people are known by their office alone."""


def with_holders(week: Week, event: Event) -> Event:
    """The meeting of two countries' ministers or presidents with their names, if one of each country can be meant."""
    countries = sorted({*event.actors})
    role = office_of_subject(week, event)
    if (
        event.people
        or len(countries) != 2
        or SIDES_OFFICES not in event.rules
        or {SIDES_STAFF, SIDES_OF_A_BODY} & {*event.rules}
        or role is None
    ):
        return event
    found = [holders(week, event, role, country) for country in countries]
    told = [person for people in found for person in people] if all(len(people) == 1 for people in found) else []
    told = told or the_two_ministers(week, event, role)
    if not told:
        return event
    people = tuple(actor_of(week, event, person) for person in told)
    return dataclasses.replace(event, people=people, rules=(*(r for r in event.rules if r != SIDES_OFFICES), BY_OFFICE))


def office_of_subject(week: Week, event: Event) -> str | None:
    """The office that one subject of its sentence names in the plural, `the foreign ministers`; its portfolio first."""
    doc = week.docs[event.evidence.article]
    tokens = doc.sentences[event.sentence].tokens
    subjects = [t for t in tokens if t.deprel.startswith("nsubj") and t.feat("Number") == "Plur"]
    subjects = [t for t in subjects if not agreed_for_others(tokens, t, doc.article.language)]
    nouns = {t.lemma.lower() for t in subjects if t.upos in {"NOUN", "PROPN"}}
    told = [role for role in sorted(told_offices(week, event)) if is_held_once(week, role)]
    roles = [role for role in told if nouns & {word for f in forms_of(week, role, doc.article.language) for word in f.split()}]
    others = {*week.knowledge.actors} - {*event.actors}
    special = [r for r in roles if r != MINISTER and not {*week.knowledge.roles[r].countries} & others]  # no `Bundeskanzler`
    return special[0] if len(special) == 1 else MINISTER if roles == [MINISTER] else None


def agreed_for_others(tokens: Sequence[Token], subject: Token, language: Language) -> bool:
    """`The ministers agreed that the customs directors meet`: who agrees on what others do is not who meets."""
    words = load_language("extract", language)
    things = {*words["named_as_meeting"], *words["meeting_bodies"]}
    agreed = [i for i, t in enumerate(tokens) if t.deprel == "ccomp" and t.head == subject.head]
    inner = [t for t in tokens if t.head in agreed and t.deprel.startswith("nsubj") and t.upos == "NOUN"]
    return any(t.feat("Number") == "Plur" and t.lemma.lower() not in things for t in inner)


def forms_of(week: Week, role: str, language: Language) -> list[str]:
    return [form.lower() for form in week.knowledge.roles[role].forms.get(language, ())]


def is_held_once(week: Week, role: str) -> bool:
    """`foreign minister`, `president`: no country has two; of `minister` the article tells which."""
    entry = week.knowledge.roles[role]
    return role == MINISTER or (not entry.epithet and (entry.minister or entry.head_of_government))


def holders(week: Week, event: Event, role: str, country: str) -> frozenset[Person]:
    """Whom the week knows to hold an office in a country; of `the two ministers` those named before in their article."""
    if role == MINISTER:
        return frozenset(p for actor, p in named_before(week, event) if p.country == country and is_minister(week, actor))
    known = {p for name, actor, p in everybody(week) if p.country == country and actor.role == role}
    beside = {p for actor, p in named_before(week, event) if p.country == country and actor.role == COUNTERPART}
    return frozenset(known or beside)


def the_two_ministers(week: Week, event: Event, role: str) -> list[Person]:
    """The only two ministers whom the article has named by then, where it says of one whose he is, and of none another's."""
    named = {person for actor, person in named_before(week, event) if is_minister(week, actor)}
    told = [person.country for person in named if person.country]
    ours = len({*told}) == len(told) and {*told} <= {*event.actors}
    return sorted(named, key=lambda person: person.key) if role == MINISTER and len(named) == 2 and told and ours else []


def is_minister(week: Week, actor: Actor) -> bool:
    entry = week.knowledge.roles.get(actor.role or "")
    return entry is not None and (entry.minister or entry.id in {MINISTER, COUNTERPART})


def named_before(week: Week, event: Event) -> Iterator[tuple[Actor, Person]]:
    """The people whom the article has named before the sentence."""
    doc = week.docs[event.evidence.article]
    start = doc.sentences[event.sentence].span.start
    names = {mention.actor for mention in doc.mentions if mention.span.stop <= start}
    yield from ((actor, p) for name, actor, p in everybody(week) if name == doc.article.id and actor.id in names)


def everybody(week: Week) -> Iterator[tuple[str, Actor, Person]]:
    """Each person as each article calls him."""
    for (name, actor), person in sorted(week.people.items()):
        yield name, week.docs[name].actors[actor], person


def actor_of(week: Week, event: Event, person: Person) -> str:
    """His id in the event's article, or his whole name."""
    article = event.evidence.article
    own = sorted(actor for (name, actor), known in week.people.items() if name == article and known == person)
    return own[0] if own else f"{FULL_NAME}{person.name}"


__all__ = ["BY_OFFICE", "COUNTERPART", "with_holders"]
