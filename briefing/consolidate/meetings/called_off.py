"""What a meeting that is called off leaves as it was: all but the plans for a meeting."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Claim, Event

OFF = frozenset({"postponed", "cancelled"})


def leaves_alone(off: Sequence[Claim], told: Sequence[Claim]) -> bool:
    """`The working group of Friday was cancelled` undoes nothing of what two ministers agreed when they met on Monday."""
    called_off = any(isinstance(claim, Event) and claim.meeting and claim.status in OFF for claim in off)
    planned = any(isinstance(claim, Event) and claim.meeting and claim.status is not None for claim in told)
    return called_off and not planned
