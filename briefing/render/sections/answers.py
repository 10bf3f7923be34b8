"""Which row of positions another side's line answers, where no topic is common to both: by its words, or by standing beside it.

A demand and its refusal in two rows, each with a dash opposite, read as if the one side had said nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.model import Position, Stance

ANSWERS: frozenset[Stance] = frozenset({"rejects", "agrees", "denies", "supports", "promises", "demands", "requests"})
"""Stances that are taken to what another has said just before."""
OPENINGS: frozenset[Stance] = frozenset(
    {"demands", "requests", "accuses", "criticizes", "proposes", "offers", "threatens", "denies"}
)
"""Stances to which another answers."""
AGREED: frozenset[Stance] = frozenset({"agrees", "supports", "promises"})
"""Stances that answer what stands before them; nothing behind them answers them."""
ANSWERING = frozenset({"reject", "accept", "dismiss_claim"})
"""Acts that answer: who will not withdraw its own complaint (`refuse`) answers none."""
SAID_BEFORE = frozenset({"complaint", "request", "proposal", "demand", "accusations", "claims", "criticism"})
"""Concepts by which an answer names what it answers: `rejected Nepal's complaint`."""
NAMED: Mapping[str, frozenset[Stance]] = {
    "proposal": frozenset({"proposes", "offers"}),
    "request": frozenset({"requests", "demands"}),
    "demand": frozenset({"requests", "demands"}),
}
"""What an answer may call what it answers, and what that is."""
BETWEEN_SENTENCES, BETWEEN_PARAGRAPHS = 1, 3
"""Characters: a blank; a closing mark, the end of a paragraph."""


def is_other_side(row: Sequence[Position], position: Position) -> bool:
    """Whether all of a row is another government's."""
    return all(one.government != position.government for one in row)


def answered_row(rows: Sequence[list[Position]], position: Position) -> list[Position] | None:
    """The row of the other side in the sentence before or behind, else the only one to which its words can answer.

    `Algeria demanded an arrest. Morocco promised an investigation`; `India rejected Nepal's complaint`.
    """
    others = [row for row in rows if is_other_side(row, position)]
    beside = [row for row in others if position.stance in ANSWERS and any(_stands_beside(position, one) for one in row)]
    opened = [row for row in others if any(one.stance in OPENINGS and not _names_another(position, one) for one in row)]
    named = position.act in ANSWERING and bool(SAID_BEFORE & {*position.concepts})
    return next(iter(beside), opened[0] if named and len(opened) == 1 else None)


def _stands_beside(position: Position, other: Position) -> bool:
    """Whether the sentence of one stands right behind that of the other; of another paragraph, only behind an opening."""
    first, second = sorted((position.evidence[0], other.evidence[0]), key=lambda one: one.start)
    apart = second.start - first.stop
    earlier = position if position.evidence[0] is first else other
    if answers_another(position, [other]):
        return False
    if earlier.stance in AGREED:
        return False  # `agreed to apply together. The ministry said that Koleva had asked for …`: of another matter
    within = BETWEEN_PARAGRAPHS if other.stance in OPENINGS else BETWEEN_SENTENCES
    return first.article == second.article and 0 <= apart <= within


def answers_another(position: Position, row: Sequence[Position]) -> bool:
    """Whether an answer names what it answers as something that nobody of a row says."""
    return position.act in ANSWERING and all(_names_another(position, one) for one in row)


def _names_another(position: Position, other: Position) -> bool:
    """`Asked about the offer to try him there, she rejected it`: no answer to the demand that stands before it."""
    named = [stances for concept, stances in NAMED.items() if concept in position.concepts]
    return bool(named) and not any(other.stance in stances for stances in named)
