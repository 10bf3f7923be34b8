"""What the kinds of meetings are like, and the sets that rules ask for: each has one name, and follows from the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from briefing.model.words import MeetingKind

Family = Literal["contact", "journey", "signing", "sitting", "decision", "limit"]
"""`contact`: sides meet or speak; `sitting`: of a chamber or a court; `decision`: what it comes to."""
Parties = Literal["two", "many", "one", "none"]
"""`two` may name it; `many` take part; `one` goes there, or is heard; `none`: nobody is a side of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """`placed`: it is held somewhere, and a name behind `in` is that place; `lasting`: it may take days."""

    family: Family
    parties: Parties
    placed: bool = True
    lasting: bool = False


KINDS: Mapping[MeetingKind, Traits] = {
    "call": Traits(family="contact", parties="two", placed=False),
    "meeting": Traits(family="contact", parties="two"),
    "talks": Traits(family="contact", parties="two", lasting=True),
    "summit": Traits(family="contact", parties="many", lasting=True),
    "visit": Traits(family="journey", parties="one", lasting=True),
    "signing": Traits(family="signing", parties="two"),
    "event": Traits(family="contact", parties="many", lasting=True),
    "hearing": Traits(family="sitting", parties="one"),
    "session": Traits(family="sitting", parties="many", placed=False),
    "vote": Traits(family="decision", parties="none", placed=False),
    "ruling": Traits(family="decision", parties="none", placed=False),
    "deadline": Traits(family="limit", parties="none", placed=False),
}


def _of(*families: Family) -> frozenset[MeetingKind]:
    return frozenset(kind for kind, traits in KINDS.items() if traits.family in families)


def _with(*parties: Parties) -> frozenset[MeetingKind]:
    return frozenset(kind for kind, traits in KINDS.items() if traits.parties in parties)


CONTACTS = _of("contact")
"""`call`, `meeting`, `talks`, `summit`, `event`: sides that meet or speak, or come together at a fair, an opening."""
NOWHERE = frozenset(kind for kind, traits in KINDS.items() if not traits.placed)
"""`call`, `session`, `vote`, `ruling`, `deadline`: a name behind `in` is that of the chamber (`a vote in the Senate`)."""
FACE_TO_FACE = CONTACTS - NOWHERE
"""`meeting`, `talks`, `summit`, `event`."""
ENCOUNTERS = FACE_TO_FACE | _of("journey")
"""Those, and the `visit` for them: one may be told as the other."""
CONTACTS_OF_TWO = CONTACTS & _with("two")
"""`call`, `meeting`, `talks`."""
MEETINGS_OF_TWO = FACE_TO_FACE & _with("two")
"""`meeting`, `talks`."""
SPOKEN: frozenset[MeetingKind] = frozenset({"call", "talks"})
"""Kinds whose word says that two speak with each other, wherever each of them is."""
OF_NOBODY = _with("none")
"""`vote`, `ruling`, `deadline`: nobody comes, or has to agree to come."""
OF_ONE = _with("one")
"""`visit`, `hearing`: who else stands in the sentence is no side of it."""
OF_ITS_DAY = _of("sitting", "decision", "limit")
"""`hearing`, `session`, `vote`, `ruling`, `deadline`: kinds with a day of their own, whoever is a party."""
LASTING = frozenset(kind for kind, traits in KINDS.items() if traits.lasting)
"""`talks`, `summit`, `visit`, `event`."""
