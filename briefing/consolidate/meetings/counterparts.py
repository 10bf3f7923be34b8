"""Whose minister somebody is of whom no article says it: he meets `his Peruvian counterpart` in a week of Chile and Peru.

A paper names the country of the other side's minister and leaves out that of its own.  It is only told where the week is about
two countries and the counterpart's is one of them; whoever is found on both sides has none.  Of two who meet, one is of the
other side where both hold one office, or where the place says it: who receives Peru's minister in Chile, who travels to Peru
to meet him.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.knowledge import Knowledge
from briefing.knowledge.entries import RoleEntry
from briefing.model import Actor, Claim, Doc, Event, Mention, Sentence
from briefing.model.known_rows import COUNTERPART
from briefing.model.marks import WITH_ITS_JOURNEY

TWO_SIDES = 2

ActorKey = tuple[str, str]
"""An article's id and an actor's id in it."""


def sides_beside_counterparts(
    docs: Mapping[str, Doc], sides: Sequence[str], told: Mapping[str, Sequence[Claim]], knowledge: Knowledge
) -> Mapping[ActorKey, str]:
    """The country of those officials."""
    found: dict[ActorKey, set[str]] = {}
    two = len(sides) == TWO_SIDES
    of_office = _by_office(docs, sides, knowledge)
    for key, country in (*_pairs(docs), *_who_met(docs, told, sides, knowledge), *of_office) if two else ():
        found.setdefault(key, set()).update(side for side in sides if country in sides and side != country)
    return {key: next(iter(countries)) for key, countries in found.items() if len(countries) == 1}


def _by_office(docs: Mapping[str, Doc], sides: Sequence[str], knowledge: Knowledge) -> Iterator[tuple[ActorKey, str]]:
    """`Chancellor Eva Moser` in a week of Hungary and Austria: an office that only one of the two has."""
    for article, doc in docs.items():
        for actor in doc.actors.values():
            role = knowledge.roles.get(actor.role or "")
            unknown = is_a_person(actor) and actor.country is None and actor.official
            theirs = {*role.countries} & {*sides} if role is not None and unknown else set()
            if len(theirs) == 1:
                yield from (((article, actor.id), side) for side in sides if side not in theirs)


def _who_met(
    docs: Mapping[str, Doc], told: Mapping[str, Sequence[Claim]], sides: Sequence[str], knowledge: Knowledge
) -> Iterator[tuple[ActorKey, str]]:
    """Officials of no country who met one other person, with the country that is not theirs."""
    for article, claims in told.items():
        for event in (claim for claim in claims if isinstance(claim, Event) and claim.meeting):
            people = [docs[article].actors.get(name) for name in event.people]
            known = [one for one in people if one is not None]
            unknown = [one for one in known if one.country is None and one.official and one.role]
            if len(people) == len(known) == TWO_SIDES and len(unknown) == 1:
                other = next(one for one in known if one is not unknown[0])
                if other.country and (
                    _is_opposite(docs[article], event, unknown[0], other, knowledge)
                    or _is_placed(docs[article], event, unknown[0], other, sides, knowledge)
                ):
                    yield (article, unknown[0].id), other.country


def _is_opposite(doc: Doc, event: Event, unknown: Actor, other: Actor, knowledge: Knowledge) -> bool:
    """Of one office, by name or as `his counterpart`, whichever of the two is called so where they meet."""
    if COUNTERPART in {other.role, unknown.role}:
        return any(_is_called_counterpart(doc, event, one) for one in (unknown, other))
    return unknown.role == other.role and _is_held_by_one(knowledge.roles.get(other.role or ""))


def _is_called_counterpart(doc: Doc, event: Event, actor: Actor) -> bool:
    """`his counterpart, Ana Ruiz`; not `Ruiz`, who was somebody else's counterpart before: `the president received Ruiz`."""
    span = doc.sentences[event.sentence].span
    called = [m.span.of(doc.article.text) for m in doc.mentions if m.actor == actor.id and span.contains(m.span)]
    return actor.role == COUNTERPART and bool(actor.role_words) and any((actor.role_words or "") in words for words in called)


def _is_placed(doc: Doc, event: Event, unknown: Actor, other: Actor, sides: Sequence[str], knowledge: Knowledge) -> bool:
    """A minister who receives the other side's in his own country, or who travels to the other's."""
    span = doc.sentences[event.sentence].span
    inside = [m for m in doc.mentions if span.contains(m.span)]
    places = [m for m in inside if m.place and m.span.of(doc.article.text) == event.place]
    if not _is_held_by_one(knowledge.roles.get(unknown.role or "")) or len({m.actor for m in places}) != 1:
        return False
    country = places[0].actor
    if country != other.country:
        return country in sides
    starts = {m.actor: m.span.start for m in reversed(inside)}
    first, last = starts.get(unknown.id), starts.get(other.id)
    travels = first is not None and last is not None and first < places[0].span.start < last
    return WITH_ITS_JOURNEY in event.rules and travels


def _is_held_by_one(role: RoleEntry | None) -> bool:
    """`foreign minister`, `president`: no country has two; `minister`, `ambassador` are many."""
    return role is not None and (role.minister or role.head_of_government) and not role.epithet


def _pairs(docs: Mapping[str, Doc]) -> Iterator[tuple[ActorKey, str]]:
    """Officials of no country with the country of the counterpart behind them, sentence by sentence."""
    for article, doc in docs.items():
        others = [m for m in doc.mentions if (one := doc.actors.get(m.actor)) and one.role == COUNTERPART and one.country]
        for sentence in doc.sentences if others else ():
            inside = [m for m in others if sentence.span.contains(m.span)]
            first = _only_official(doc, sentence)
            if len(inside) == 1 and first is not None and first.span.stop <= inside[0].span.start:
                yield (article, first.actor), doc.actors[inside[0].actor].country or ""


def _only_official(doc: Doc, sentence: Sentence) -> Mention | None:
    """The one person of no country in a sentence, where that one holds an office."""
    inside = [m for m in doc.mentions if sentence.span.contains(m.span) and is_a_person(doc.actors.get(m.actor))]
    unknown = [m for m in inside if doc.actors[m.actor].country is None]
    official = bool(unknown) and doc.actors[unknown[0].actor].official and doc.actors[unknown[0].actor].role is not None
    return unknown[0] if len({m.actor for m in unknown}) == 1 and official else None


def is_a_person(actor: Actor | None) -> bool:
    return actor is not None and actor.kind == "person"
