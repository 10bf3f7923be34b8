"""A noun with what belongs to it, wherever the source's language puts that."""

from __future__ import annotations

from briefing.realize.tell.nominal.nouns import postmodified_noun
from briefing.realize.tell.nominal.premodified import premodified_noun
from briefing.realize.tell.state import Telling


def noun(telling: Telling) -> bool:
    """The noun phrase that begins here."""
    return premodified_noun(telling) if telling.modifiers_first else postmodified_noun(telling)


def counted_noun(telling: Telling, number: str) -> bool:
    """The noun behind a number that has been read."""
    if telling.modifiers_first:
        return premodified_noun(telling, counted=number)
    telling.said.append(number)
    return postmodified_noun(telling, counted=True)
