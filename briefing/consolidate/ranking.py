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
VOICED = frozenset({ISSUED, "voice:turn"})
"""Rules on what an official text or a speaker before the press says."""
PEOPLE = frozenset(
    {
        "person",
        "death",
        "injured",
        "victim",
        "homicide",
        "detainee",
        "prisoner",
        "hostage",
        "migrant",
        "refugee",
        "troop",
        "police",
    }
)
"""Units of figures that count people."""
DECIDING = frozenset({"decrees", "tells_its_own_deed", "deed"})
"""Rules of extraction on what an official text says in its issuers' name; what it orders, does or finds done."""
RECENT_DAYS = 10
LEAD_SENTENCES = 3
LEGIBLE_WORDS = 45
BACKGROUND_DAYS = 366
ASIDE = "told_aside"
TOLD = "report:told"
NAMED = "report:named"


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
    """Force and sanctions come before threats, demands and refusals, those before talk; what is told in passing is no news."""
    told = [claim for claim in entry.claims if ASIDE not in claim.rules]
    done = {claim.plover for claim in told if isinstance(claim, Event)}
    said = {claim.plover for claim in told}
    return 1.0 if done & GRAVE else 0.7 if said & (GRAVE | WEIGHTY) else 0.0


def two_governments(week: Week, entry: Entry) -> float:
    """It concerns two governments, not one country's inner affairs."""
    return float(len({code for claim in entry.claims for code in codes_in(claim)}) >= 2)


def official_voice(week: Week, entry: Entry) -> float:
    """A government says what it wants or refuses, or does it in a paper of its own; what it merely praises tells less."""
    voiced = any(isinstance(c, Statement) or (VOICED & {*c.rules} and not is_report(c)) for c in entry.claims)
    return (1.0 if gravity(week, entry) else 0.5) if voiced else 0.0


def decides(week: Week, entry: Entry) -> float:
    """A government's own paper orders it, does it or finds it done: that comes before what is said of it."""
    told = [c for c in entry.claims if ISSUED in c.rules and DECIDING & {*c.rules} and ASIDE not in c.rules]
    return float(any(claim.plover or is_found_done(week, claim) for claim in told))


def is_found_done(week: Week, claim: Claim) -> bool:
    """`has determined that Peru has taken steps`: what others did, in a paper of a government's own."""
    return isinstance(claim, Event) and not {*claim.actors} & {*week.docs[claim.evidence.article].issuers}


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


def counts_people(week: Week, entry: Entry) -> float:
    """Its figures count people: killed, held, moved, sent."""
    units = {amount.unit for claim in entry.claims if isinstance(claim, Figure) for amount in claim.quantities}
    return float(bool(units & PEOPLE))


def counts_a_deed(week: Week, entry: Entry) -> float:
    """Its figures are of something that was done, not of how things stand."""
    return float(counted(week, entry) > 0 and any(isinstance(c, Event) and c.act and not c.meeting for c in entry.claims))


def dated(week: Week, entry: Entry) -> float:
    """It says on which day, and that day is near the brief's."""
    today = bounds(week.as_of)[0]
    near = [c.date for c in entry.claims if c.date and days(c.date) <= 31]
    starts = [bounds(value)[0] for value in near]
    return float(any(start and today and abs((today - start).days) <= RECENT_DAYS for start in starts))


def long_past(week: Week, entry: Entry) -> float:
    """All the time that it names is more than a year ago: background."""
    today = bounds(week.as_of)[0]
    ends = [bounds(claim.date)[1] for claim in entry.claims if claim.date]
    return float(bool(ends) and all(end and today and (today - end).days > BACKGROUND_DAYS for end in ends))


def newest(week: Week, entry: Entry) -> float:
    """The latest articles tell it: that comes before what the week began with."""
    return max(week.recency.get(name, 0.0) for name, _ in entry.sentences)


def only_met(week: Week, entry: Entry) -> float:
    """Nothing but that somebody met or called: the meetings have a section of their own."""
    told = [claim for claim in entry.claims if not is_report(claim)]
    return float(bool(told) and all(isinstance(claim, Event) and claim.meeting for claim in told))


def only_wanted(week: Week, entry: Entry) -> float:
    """Nothing but what governments want: the positions have it as well."""
    told = [claim for claim in entry.claims if not is_report(claim)]
    return float(bool(told) and all(isinstance(claim, Statement) and not DECIDING & {*claim.rules} for claim in told))


def legible(week: Week, entry: Entry) -> float:
    """At least one of its sentences is short enough to be read at once."""
    return float(min(len(claim.evidence.text.split()) for claim in entry.claims) <= LEGIBLE_WORDS)


def only_reported(week: Week, entry: Entry) -> float:
    """No act was recognized in it but what it tells in passing: it may be background."""
    return float(all(is_report(claim) or ASIDE in claim.rules for claim in entry.claims))


def told_by_somebody(week: Week, entry: Entry) -> float:
    """No act was recognized in it, but a government or a newspaper tells it as so."""
    return float(bool(only_reported(week, entry)) and any(TOLD in claim.rules for claim in entry.claims))


def only_named(week: Week, entry: Entry) -> float:
    """It names actors beside something else that it is about: `the dispute is shaping up to be delicate`."""
    return float(bool(only_reported(week, entry)) and all(NAMED in claim.rules for claim in entry.claims))


def is_report(claim: Claim) -> bool:
    return isinstance(claim, Event) and claim.act is None


Reason = Callable[[Week, Entry], float]
WEIGHTS: Mapping[Reason, float] = {
    breadth: 1.4,
    gravity: 1.0,
    two_governments: 0.8,
    official_voice: 0.8,
    decides: 1.0,
    told_early: 0.9,
    central: 1.5,
    counted: 1.6,
    counts_a_deed: 0.4,
    counts_people: 0.5,
    dated: 0.6,
    newest: 0.5,
    legible: 0.4,
    long_past: -0.8,
    only_met: -0.6,
    only_wanted: -0.3,
    only_reported: -0.8,
    told_by_somebody: 0.8,
    only_named: -0.6,
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
