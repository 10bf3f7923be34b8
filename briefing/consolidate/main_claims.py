"""Which of a fact's claims it is told by, and what that claim says of who acts on whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.model import Certainty, Claim, Event, FactKind, Figure, Statement

INDIRECT = frozenset({"subject:noun", "subject:inherited"})
"""The rules of what is told of somebody whom its own words do not name."""
CERTAINTIES: tuple[Certainty, ...] = ("asserted", "reported", "conditional", "denied")
"""From the firmest."""
"""Rules on claims whose actor is only named in passing, or only understood."""


def main_claim(claims: Sequence[Claim]) -> Claim:
    """The claim that a cluster is told by: a figure before a statement or deed, these before a bare report; then the act that
    most sentences share, told most plainly."""
    votes = Counter(act for act, *_ in {(c.act, c.evidence.article, c.sentence) for c in claims})
    return min(claims, key=lambda claim: (rank_of_kind(claim), -votes[claim.act], plainness(claim)))


def together(main: Claim, same: Sequence[Claim]) -> list[Claim]:
    """The main claim and those of its own sentence that say the same of others: `ambos gobiernos acordaron …`."""
    return [main, *(c for c in same if c.evidence == main.evidence and c.act == main.act)]


def rank_of_kind(claim: Claim) -> int:
    if isinstance(claim, Figure):
        return 0
    return 1 if claim.act else 2


def plainness(claim: Claim) -> tuple[bool, bool, int, bool, int]:
    """How directly a claim is told: by a subject of its own, unconditionally, through few, as a statement, in few words."""
    indirect = any(rule in INDIRECT for rule in claim.rules)
    words = len(claim.evidence.text.split())
    doubtful = claim.certainty in {"conditional", "denied"}
    return (indirect, doubtful, len(claim.attribution), not isinstance(claim, Statement), words)


def actors_of(claim: Claim) -> tuple[str, ...]:
    if isinstance(claim, Statement):
        return (claim.government,)
    return claim.actors if isinstance(claim, Event | Figure) else ()


def recipients_of(claim: Claim) -> tuple[str, ...]:
    if isinstance(claim, Statement):
        return claim.addressee
    return claim.recipients if isinstance(claim, Event) else ()


def kind_of(claim: Claim) -> FactKind:
    return "figure" if isinstance(claim, Figure) else "statement" if isinstance(claim, Statement) else "event"


def weakest_shared(claims: Sequence[Claim]) -> Certainty:
    """The least that any article says with: asserted once is asserted, a cluster of conditionals stays conditional."""
    return min((claim.certainty for claim in claims), key=CERTAINTIES.index)
