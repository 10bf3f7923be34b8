"""What a principal must know first: one table of weighted reasons.

Each reason is a short function from an entry of the week to a number, usually 0 to 1; its docstring says why it counts.  The
weights were set by reading the ranked lists of three weeks, not fitted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from briefing.consolidate.dating import days
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import bounds
from briefing.model import Claim, Event, Figure, Statement

GRAVE = frozenset({"ASSAULT", "COERCE", "THREATEN", "SANCTION", "MOBILIZE"})
WEIGHTY = frozenset({"REJECT", "REQUEST", "ACCUSE", "AGREE", "CONCEDE", "RETREAT", "COOPERATE", "AID"})
ISSUED = "voice:issuer"
DECIDING = frozenset({"decrees", "tells_its_own_deed", "deed"})
"""Rules of extraction on what an official text says in its issuers' name; what it orders, does or finds done."""
RECENT_DAYS = 10
LEAD_SENTENCES = 3
LEGIBLE_WORDS = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A cluster of claims to be ranked, with its sentences and how central they are to the week."""

    claims: tuple[Claim, ...]
    sentences: tuple[SentenceKey, ...]
    sources: int
    origins: int
    centrality: float


def breadth(week: Week, entry: Entry) -> float:
    """More articles, and more independent origins, carry it."""
    return log2(1 + entry.sources) * 0.6 + log2(1 + entry.origins) * 0.4


def gravity(week: Week, entry: Entry) -> float:
    """Force, threats and sanctions come before demands and refusals, those before talk."""
    classes = {claim.plover for claim in entry.claims}
    return 1.0 if classes & GRAVE else 0.7 if classes & WEIGHTY else 0.0


def two_governments(week: Week, entry: Entry) -> float:
    """It concerns two governments, not one country's inner affairs."""
    return float(len({code for claim in entry.claims for code in codes_in(claim)}) >= 2)


def official_voice(week: Week, entry: Entry) -> float:
    """A government says or does it, or tells it in a paper of its own."""
    return float(any(isinstance(claim, Statement) or ISSUED in claim.rules for claim in entry.claims))


def decides(week: Week, entry: Entry) -> float:
    """A government's own paper orders it, does it or finds it done: that comes before what is said of it."""
    return float(any(ISSUED in claim.rules and DECIDING & {*claim.rules} for claim in entry.claims))


def told_early(week: Week, entry: Entry) -> float:
    """Some article tells it in its first sentences."""
    firsts = week.first_sentences
    return float(any(0 <= number - firsts.get(name, 0) < LEAD_SENTENCES for name, number in entry.sentences))


def central(week: Week, entry: Entry) -> float:
    """The rest of the week's articles talk about the same things."""
    return entry.centrality


def counted(week: Week, entry: Entry) -> float:
    """It carries figures."""
    amounts = [a for claim in entry.claims if isinstance(claim, Figure) for a in claim.quantities]
    return min(1.0, 0.4 + 0.2 * len(amounts)) if amounts else 0.0


def dated(week: Week, entry: Entry) -> float:
    """It says on which day, and that day is near the brief's."""
    today = bounds(week.as_of)[0]
    near = [c.date for c in entry.claims if c.date and days(c.date) <= 31]
    starts = [bounds(value)[0] for value in near]
    return float(any(start and today and abs((today - start).days) <= RECENT_DAYS for start in starts))


def meets(week: Week, entry: Entry) -> float:
    """It tells of a call or a meeting."""
    return float(any(isinstance(claim, Event) and claim.meeting for claim in entry.claims))


def legible(week: Week, entry: Entry) -> float:
    """At least one of its sentences is short enough to be read at once."""
    return float(min(len(claim.evidence.text.split()) for claim in entry.claims) <= LEGIBLE_WORDS)


def only_reported(week: Week, entry: Entry) -> float:
    """No act was recognized in it: it may be background."""
    return float(all(claim.act is None and not isinstance(claim, Figure) for claim in entry.claims))


Reason = Callable[[Week, Entry], float]
WEIGHTS: Mapping[Reason, float] = {
    breadth: 1.4,
    gravity: 1.0,
    two_governments: 0.8,
    official_voice: 0.8,
    decides: 1.0,
    told_early: 0.9,
    central: 1.5,
    counted: 2.0,
    dated: 0.6,
    meets: 0.5,
    legible: 0.4,
    only_reported: -0.8,
}


def importance(week: Week, entry: Entry) -> float:
    """The weighted sum of all reasons, rounded so that sums in another order cannot differ."""
    return round(sum(weight * reason(week, entry) for reason, weight in WEIGHTS.items()), 6)


def codes_in(claim: Claim) -> Sequence[str]:
    """The governments that a claim names."""
    if isinstance(claim, Statement):
        return (claim.government, *claim.addressee)
    if isinstance(claim, Event):
        return (*claim.actors, *claim.recipients)
    return claim.actors if isinstance(claim, Figure) else ()
