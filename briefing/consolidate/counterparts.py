"""Whose minister somebody is of whom no article says it: he meets `his Peruvian counterpart` in a week of Chile and Peru.

A paper names the country of the other side's minister and leaves out that of its own.  It is only told where the week is about
two countries and the counterpart's is one of them; whoever is found on both sides has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.model import Actor, Doc, Mention, Sentence

COUNTERPART = "counterpart"
"""The office of who holds the same one in another country."""
TWO_SIDES = 2

ActorKey = tuple[str, str]
"""An article's id and an actor's id in it."""


def sides_beside_counterparts(docs: Mapping[str, Doc], sides: Sequence[str]) -> Mapping[ActorKey, str]:
    """The country of those officials."""
    found: dict[ActorKey, set[str]] = {}
    for key, country in _pairs(docs) if len(sides) == TWO_SIDES else ():
        found.setdefault(key, set()).update(side for side in sides if country in sides and side != country)
    return {key: next(iter(countries)) for key, countries in found.items() if len(countries) == 1}


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
    inside = [m for m in doc.mentions if sentence.span.contains(m.span) and _is_a_person(doc.actors.get(m.actor))]
    unknown = [m for m in inside if doc.actors[m.actor].country is None]
    official = bool(unknown) and doc.actors[unknown[0].actor].official and doc.actors[unknown[0].actor].role is not None
    return unknown[0] if len({m.actor for m in unknown}) == 1 and official else None


def _is_a_person(actor: Actor | None) -> bool:
    return actor is not None and actor.kind == "person"
