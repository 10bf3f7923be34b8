"""Stances that stand near to each other."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model import Stance

FAMILIES: Mapping[Stance, str] = {
    "proposes": "offer",
    "offers": "offer",
    "demands": "demand",
    "requests": "demand",
    "promises": "promise",
    "announces": "promise",
    "agrees": "agree",
    "supports": "agree",
    "rejects": "reject",
    "denies": "deny",
    "accuses": "blame",
    "criticizes": "blame",
    "threatens": "threat",
    "states": "states",
}
"""Stances that a careful reader could take for one another; only inside a family are statements merged."""
