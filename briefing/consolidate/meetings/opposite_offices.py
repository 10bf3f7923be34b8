"""The office of a minister whom no article calls anything but somebody's counterpart: what that one holds.

`The foreign minister will telephone his Chilean colleague, Antonia Larraín`: she is Chile's foreign minister.  It is only told
where the one beside whom she is named has one office of a minister, which every country may have, and she no other title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.consolidate.meetings.counterparts import ActorKey, is_a_person
from briefing.consolidate.people import GENERAL, Person, PersonOf, said_of
from briefing.knowledge import LANGUAGES, Knowledge
from briefing.knowledge.entries import RoleEntry
from briefing.model import Actor, BriefPerson, Claim, Doc, Event, Mention, Sentence
from briefing.model.known_rows import COUNTERPART


def with_offices_opposite(
    people: Sequence[BriefPerson],
    docs: Mapping[str, Doc],
    of: PersonOf,
    told: Mapping[str, Sequence[Claim]],
    knowledge: Knowledge,
) -> tuple[BriefPerson, ...]:
    """The persons, counterparts without an office with that of the one whose counterpart they are."""
    held = _actors_by_person(docs, of)
    known = {one.name: one for one in people}
    found: dict[str, set[str]] = {}
    for mine, theirs in ((of.get(key), of.get(owner)) for key, owner in _owners(docs, told)):
        role = _office_of(held.get(theirs, []), known, theirs, knowledge) if theirs is not None else None
        if mine is not None and theirs is not None and role is not None and _is_of_another(known, mine, theirs):
            found.setdefault(mine.name, set()).update({role.id} if _has_no_other(held[mine]) else ())
    return tuple(_with_office(one, found.get(one.name, set()), knowledge) for one in people)


def _with_office(person: BriefPerson, roles: set[str], knowledge: Knowledge) -> BriefPerson:
    role = knowledge.roles[next(iter(roles))] if len(roles) == 1 and not person.role else None
    if role is None or _has_its_own(person.country, role, knowledge):
        return person
    genders = {person.gender} if person.gender else set()
    return replace(person, role={code: said for code in LANGUAGES if (said := said_of(role, code, genders))})


def _has_its_own(country: str | None, role: RoleEntry, knowledge: Knowledge) -> bool:
    """`the secretary of state`: a country that has another name for the office."""
    return any(country in one.countries and one.institution == role.institution for one in knowledge.roles.values())


def _actors_by_person(docs: Mapping[str, Doc], of: PersonOf) -> Mapping[Person, list[Actor]]:
    found: dict[Person, list[Actor]] = {}
    for (article, actor), person in of.items():
        found.setdefault(person, []).append(docs[article].actors[actor])
    return found


def _is_of_another(known: Mapping[str, BriefPerson], mine: Person, theirs: Person) -> bool:
    """Whether both are of a country, and not of one."""
    countries = {known[one.name].country for one in (mine, theirs) if one.name in known}
    return len(countries) == 2 and None not in countries


def _office_of(
    actors: Sequence[Actor], known: Mapping[str, BriefPerson], person: Person, knowledge: Knowledge
) -> RoleEntry | None:
    """The one office of a minister that a memo prints of somebody, where every country may have it."""
    held = {one.role for one in actors if one.role} - GENERAL
    role = knowledge.roles.get(next(iter(held))) if len(held) == 1 else None
    printed = person.name in known and bool(known[person.name].role)
    return role if printed and role is not None and role.minister and not role.countries else None


def _has_no_other(actors: Sequence[Actor]) -> bool:
    """Whether articles call somebody a counterpart and at most `the minister`, but no `ministro de Minerales`."""
    every = all(one.role is None or one.role in GENERAL for one in actors)
    bare = all(len((one.role_words or "").split()) <= 1 for one in actors if one.role != COUNTERPART)
    return every and bare and any(one.role == COUNTERPART for one in actors)


def _owners(docs: Mapping[str, Doc], told: Mapping[str, Sequence[Claim]]) -> Iterator[tuple[ActorKey, ActorKey]]:
    """Counterparts, each with the only other person who is named before them in the sentence, or who met them in it."""
    for article, doc in docs.items():
        for mention in (one for one in doc.mentions if _calls_a_counterpart(doc, one)):
            sentence = next((one for one in doc.sentences if one.span.contains(mention.span)), None)
            others = _named_before(doc, sentence, mention) if sentence is not None else set()
            others = others or {name for event in told.get(article, ()) for name in _beside(doc, event, sentence, mention)}
            if len(others) == 1:
                yield (article, mention.actor), (article, next(iter(others)))


def _calls_a_counterpart(doc: Doc, mention: Mention) -> bool:
    """`su homóloga, Alejandra Rivas`, and not `Rivas` in a later sentence."""
    actor = doc.actors.get(mention.actor)
    called = actor is not None and actor.kind == "person" and actor.role == COUNTERPART and actor.role_words
    return bool(called) and str(actor.role_words if actor else "") in mention.span.of(doc.article.text)


def _named_before(doc: Doc, sentence: Sentence, mention: Mention) -> set[str]:
    inside = (m for m in doc.mentions if sentence.span.contains(m.span) and m.span.stop <= mention.span.start)
    return {m.actor for m in inside if m.actor != mention.actor and is_a_person(doc.actors.get(m.actor))}


def _beside(doc: Doc, event: Claim, sentence: Sentence | None, mention: Mention) -> set[str]:
    """Who met them, of two: `He spoke with his counterpart, Ramón Iturriza`."""
    if not isinstance(event, Event) or len(event.people) != 2 or mention.actor not in event.people:
        return set()
    return {*event.people} - {mention.actor} if doc.sentences[event.sentence] == sentence else set()
