"""One act that two facts tell: the one in better words stays.

`held a telephone conversation, in which she reiterated her rejection of any intervention`, in one article, and `durante una
llamada rechazó la propuesta`, in another, are one refusal once each is found to rest on the sentence of the other as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from briefing.model import Brief, Evidence, Fact, Rung

LADDER: tuple[Rung, ...] = get_args(Rung)


def told_once(brief: Brief) -> tuple[Fact, ...]:
    """The facts without those whose act another tells better; one that is disputed or that a person has edited stays."""
    return tuple(fact for n, fact in enumerate(brief.facts) if must_stay(fact) or not is_told_better(brief, n))


def must_stay(fact: Fact) -> bool:
    return bool(fact.conflicts) or "edited" in fact.basis.values()


def is_told_better(brief: Brief, place: int) -> bool:
    fact = brief.facts[place]
    others = [n for n, other in enumerate(brief.facts) if n != place and is_one_act(fact, other)]
    return any(standing(brief, n) < standing(brief, place) for n in others)


def standing(brief: Brief, place: int) -> tuple[bool, int, int]:
    """Least is best: in the bottom line, high on the ladder, early in the list."""
    fact = brief.facts[place]
    leads = any(text in brief.bottom_line.get(language, "") for language, text in fact.text.items())
    return not leads, sum(LADDER.index(rung) for rung in fact.basis.values()), place


def is_one_act(one: Fact, other: Fact) -> bool:
    """Whether two facts tell an act of the same actors and each rests on the sentence of the other; or are the same line."""
    if one.text == other.text:
        return True
    if not one.act or (one.act, one.actors) != (other.act, other.actors):
        return False
    return one.evidence[0].at in sentences_of(other.evidence) and other.evidence[0].at in sentences_of(one.evidence)


def sentences_of(pieces: Sequence[Evidence]) -> set[tuple[str, int]]:
    return {piece.at for piece in pieces}
