"""What a principal must know first: one table of weighted reasons.

Each reason is a short function from an entry of the week to a number, usually 0 to 1; its docstring says why it counts.  The
weights were set by reading the ranked lists of three weeks, not fitted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import NamedTuple

from briefing.consolidate.dating import days
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import bounds
from briefing.model import Amount, Claim, Event, Figure, Statement
from briefing.model.marks import OVERTAKEN, REPORT_TOLD, TOLD_ASIDE, UNDER_A_DATE, VOICE_ISSUER, VOICE_TURN
from briefing.model.stances import GRAVE

WEIGHTY = frozenset({"REJECT", "REQUEST", "ACCUSE", "AGREE", "CONCEDE", "RETREAT", "COOPERATE", "AID"})
TALK = frozenset({"CONSULT", "SUPPORT"})
AGREEING = frozenset({"agree", "reach_agreement", "sign"})
"""Acts of coming to terms; `share the view that` is none."""
WITHDRAWING = frozenset({"withdraw_request", "withdraw_offer", "drop_case", "delay_measure"})
"""Acts of taking back what one has said."""
VOICED = frozenset({VOICE_ISSUER, VOICE_TURN})
"""Rules on what an official text or a speaker before the press says."""
PEOPLE = frozenset({"person", "death", "injured", "victim", "homicide", "detainee"}) | frozenset(
    {"prisoner", "hostage", "migrant", "refugee", "troop", "police"}
)
"""Units of figures that count people."""
DECIDING = frozenset({"decrees", "tells_its_own_deed", "deed"})
"""Rules of extraction on what an official text says in its issuers' name; what it orders, does or finds done."""
LASTING = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
"""Units of time: `a historic day` counts nothing."""
RECENT_DAYS = 10
BACKGROUND_DAYS = 366
LEAD_SENTENCES = 3
LEGIBLE_WORDS = 45
YEAR = 4
"""Characters of a bare year."""
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
    """Force and sanctions come before threats, demands and refusals, those before talk; what is told in passing is no news, nor
    what happened long before the week."""
    told = [claim for claim in entry.claims if TOLD_ASIDE not in claim.rules and not is_background(week, claim)]
    deeds = {claim.plover for claim in told if isinstance(claim, Event)}
    said = {claim.plover for claim in told}
    announced = any(isinstance(claim, Statement) and claim.stance == "announces" for claim in told)
    return 1.0 if deeds & GRAVE else 0.7 if said & (GRAVE | WEIGHTY) else 0.4 if announced else 0.0


def two_governments(week: Week, entry: Entry) -> float:
    """It concerns two governments, not one country's inner affairs."""
    return float(len({code for claim in entry.claims for code in codes_in(claim)}) >= 2)


def done(week: Week, entry: Entry) -> float:
    """A government did something, or two agreed on it: that comes before what is said of it."""
    deeds = [c for c in entry.claims if isinstance(c, Event) and c.act and c.plover and not c.meeting and c.plover not in TALK]
    agreed = {c.government for c in entry.claims if isinstance(c, Statement) and c.act in AGREEING}
    new = [c for c in deeds if TOLD_ASIDE not in c.rules and not is_background(week, c) and {*c.actors} & {*week.leading}]
    return float(bool(new) or len(agreed) >= 2)


def settles(week: Week, entry: Entry) -> float:
    """The two governments of the week came to terms or signed: how things stand, whatever each had said before."""
    agreed = {c.government for c in entry.claims if isinstance(c, Statement) and c.stance == "agrees" and is_coming_to_terms(c)}
    signed = {code for c in entry.claims if isinstance(c, Event) and is_coming_to_terms(c) for code in c.actors}
    told = [c for c in entry.claims if not is_report(c)]
    return float(len(week.leading) > 1 and {*week.leading} <= agreed | signed and not all(is_background(week, c) for c in told))


def is_coming_to_terms(claim: Statement | Event) -> bool:
    """Not told in passing, of a deal that there is already, or as what may be."""
    sure = claim.certainty in {"asserted", "reported"}
    return sure and claim.act in AGREEING and not {TOLD_ASIDE, "subject:noun"} & {*claim.rules}


def takes_back(week: Week, entry: Entry) -> float:
    """A government withdraws what it had asked, offered or complained of."""
    told = [c for c in entry.claims if isinstance(c, Event) and c.act in WITHDRAWING and TOLD_ASIDE not in c.rules]
    return float(any({*c.actors} & {*week.leading} and c.certainty in {"asserted", "reported"} for c in told))


def agreed_before_the_press(week: Week, entry: Entry) -> float:
    """A speaker of one of the week's governments tells what was agreed: that comes before the rest of the talk."""
    told = [c for c in entry.claims if isinstance(c, Statement) and c.act in AGREEING and VOICE_TURN in c.rules]
    return float(any(claim.government in week.leading for claim in told))


def only_praised(week: Week, entry: Entry) -> float:
    """Nothing but praise and readiness to talk: `values the willingness of the other side`."""
    told = [claim for claim in entry.claims if not is_report(claim)]
    return float(bool(told) and all(claim.plover in TALK or getattr(claim, "stance", "") == "supports" for claim in told))


def only_denied(week: Week, entry: Entry) -> float:
    """Nothing but a denial: what is denied, or what was done, is the news."""
    told = [claim for claim in entry.claims if not is_report(claim) and not isinstance(claim, Figure)]
    return float(bool(told) and all(getattr(claim, "stance", None) == "denies" for claim in told))


def of_the_week(week: Week, entry: Entry) -> float:
    """It names the governments that the week is about: what others do beside them, or a country at home, comes later."""
    named = {code for key in entry.sentences for code in week.countries(key)}
    return len(named & {*week.leading}) / max(1, len(week.leading))


def headlined(week: Week, entry: Entry) -> float:
    """It is about what the titles and first sentences of several articles are about."""
    concepts = {value for key in entry.sentences for kind, value in week.signatures[key].neutral if kind == "concept"}
    return min(1.0, sum(sorted((week.matters.get(concept, 0.0) for concept in concepts), reverse=True)[:2]))


def official_voice(week: Week, entry: Entry) -> float:
    """A government says what it wants or refuses, or does it in a paper of its own; what it merely praises tells less."""
    voiced = any(isinstance(c, Statement) or (VOICED & {*c.rules} and not is_report(c)) for c in entry.claims)
    return (1.0 if gravity(week, entry) else 0.5) if voiced else 0.0


def decides(week: Week, entry: Entry) -> float:
    """A government's own paper orders it, does it or finds it done: that comes before what is said of it."""
    told = [c for c in entry.claims if VOICE_ISSUER in c.rules and DECIDING & {*c.rules} and TOLD_ASIDE not in c.rules]
    return float(any(claim.plover or is_found_done(week, claim) for claim in told))


def is_found_done(week: Week, claim: Claim) -> bool:
    """`has determined that Peru has taken steps`: what others did, in a paper of a government's own."""
    return isinstance(claim, Event) and not {*claim.actors} & {*week.docs[claim.evidence.article].issuers}


def told_early(week: Week, entry: Entry) -> float:
    """Some article tells it in its first sentences."""
    firsts = week.first_sentences
    return float(any(0 <= number - firsts.get(name, 0) < LEAD_SENTENCES for name, number in entry.sentences))


def leads(week: Week, entry: Entry) -> float:
    """Some article opens with it."""
    return float(any(week.leads.get(name) == number for name, number in entry.sentences))


def opens_with_a_deed(week: Week, entry: Entry) -> float:
    """An article opens with what a government of the week does or says, whatever the verb: `Peru will hire 30 pilots`.

    By the genre of news that is what the article is about; an interview opens with its scene.  Less where the sentence names no
    other government of the week, nothing where they only met: the meetings have a section of their own.
    """
    opening = [key for key in entry.sentences if week.leads.get(key[0]) == key[1] and not week.is_talk(key[0])]
    names = {name for name, _ in opening}
    told = [c for c in entry.claims if c.evidence.article in names and is_own_deed(c) and {*codes_in(c)} & {*week.leading}]
    both = any(len(week.countries(key) & {*week.leading}) > 1 for key in opening)
    return (1.0 if both else 0.4) if told and not only_met(week, entry) else 0.0


def is_own_deed(claim: Claim) -> bool:
    """Who does it is not only named in it, nor counted."""
    return NAMED not in claim.rules and not isinstance(claim, Figure)


def latest_lead(week: Week, entry: Entry) -> float:
    """An article of the week's last day opens with what a government of the week does or says: how things stand now.

    Not with what others do between them: `the regional bloc offered to mediate`, `hauliers urged Kigali to open a corridor`.
    """
    last = {key for key in entry.sentences if week.leads.get(key[0]) == key[1] and week.recency.get(key[0]) == 1.0}
    opening = [c for c in entry.claims if (c.evidence.article, c.sentence) in last]
    own = any(is_own_deed(c) and {*codes_in(c)[:1]} <= {*week.leading} for c in opening)
    theirs = own and any(week.countries(key) & {*week.leading} for key in last)
    return float(theirs and not only_met(week, entry))


def central(week: Week, entry: Entry) -> float:
    """The rest of the week's articles talk about the same things."""
    return entry.centrality


def counted(week: Week, entry: Entry) -> float:
    """It carries figures."""
    amounts = [a for claim in entry.claims if isinstance(claim, Figure) for a in claim.quantities if not is_one_time(a)]
    return min(1.0, 0.4 + 0.2 * len(amounts)) if amounts else 0.0


def only_lasts(claim: Claim) -> bool:
    """`hablaron media hora`, `a call of 40 minutes`."""
    return isinstance(claim, Figure) and all(amount.unit in LASTING for amount in claim.quantities)


def is_one_time(amount: Amount) -> bool:
    return amount.unit in LASTING and amount.value <= 1


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
    """All the time that it names ended more than a year ago, or with a year that is over: background."""
    dated = [claim for claim in entry.claims if claim.date]
    return float(bool(dated) and all(is_background(week, claim) for claim in dated))


def is_background(week: Week, claim: Claim) -> bool:
    """`in 2019`, `last year`: a time that had ended long before the brief, or a whole year that has ended."""
    today, end = bounds(week.as_of)[0], bounds(claim.date)[1] if claim.date else None
    if not today or not end or not claim.date:
        return False
    whole_year = len(claim.date) == YEAR and end < today
    return whole_year or (today - end).days > BACKGROUND_DAYS


def spoken_aside(week: Week, entry: Entry) -> float:
    """`No, but there are none here`: half an answer, which needs its question."""
    return float(all(week.is_spoken_aside(key) for key in entry.sentences))


def newest(week: Week, entry: Entry) -> float:
    """The latest articles tell it: that comes before what the week began with."""
    return max(week.recency.get(name, 0.0) for name, _ in entry.sentences)


def undoes(week: Week, entry: Entry) -> float:
    """It takes back what an earlier article told: `has lifted the duty`; that is how things stand now."""
    return float(any(week.undone_by(key) for key in entry.sentences))


def overtaken(week: Week, entry: Entry) -> float:
    """A later article tells that it was put off, lifted or taken back, and the entry has no article of that day or later."""
    return float(gravity(week, entry) > 0 and week.is_overtaken(entry.sentences))


def standing_rules(week: Week, entry: Entry) -> tuple[str, ...]:
    """The rule that an item gets which a later article overtakes: it is no longer how things stand."""
    return (OVERTAKEN,) if overtaken(week, entry) else ()


def only_met(week: Week, entry: Entry) -> float:
    """Nothing but that somebody met or called, and for how long: the meetings have a section of their own."""
    told = [claim for claim in entry.claims if not (is_report(claim) or only_lasts(claim))]
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
    return float(all(is_report(claim) or TOLD_ASIDE in claim.rules for claim in entry.claims))


def told_by_somebody(week: Week, entry: Entry) -> float:
    """No act was recognized in it, but a government or a newspaper tells it as so."""
    return float(bool(only_reported(week, entry)) and any(REPORT_TOLD in claim.rules for claim in entry.claims))


def only_named(week: Week, entry: Entry) -> float:
    """It names actors beside something else that it is about: `the dispute is shaping up to be delicate`."""
    return float(bool(only_reported(week, entry)) and all(NAMED in claim.rules for claim in entry.claims))


def of_nobody_of_theirs(week: Week, entry: Entry) -> float:
    """A figure beside which the governments are only named: `exporters put their losses at two million a week`."""
    told = [claim for claim in entry.claims if not isinstance(claim, Figure)]
    return float(len(told) < len(entry.claims) and all(NAMED in claim.rules for claim in told))


def in_a_chronology(week: Week, entry: Entry) -> float:
    """A list of dates tells how it came to this: the week's own news is told elsewhere."""
    return float(all(UNDER_A_DATE in claim.rules for claim in entry.claims))


def is_report(claim: Claim) -> bool:
    return isinstance(claim, Event) and claim.act is None


Reason = Callable[[Week, Entry], float]


class Weight(NamedTuple):
    """How much a reason speaks for a place on the page, and for one at its top."""

    place: float
    top: float


WEIGHTS: Mapping[Reason, Weight] = {
    breadth: Weight(1.4, 1.4),
    gravity: Weight(1.0, 1.2),
    two_governments: Weight(0.8, 0.5),
    done: Weight(0.0, 0.6),
    settles: Weight(2.0, 2.5),
    takes_back: Weight(1.5, 0.4),
    agreed_before_the_press: Weight(0.4, 0.8),
    only_praised: Weight(0.0, -1.0),
    only_denied: Weight(0.0, -1.0),
    of_the_week: Weight(0.0, 1.2),
    headlined: Weight(0.0, 0.8),
    official_voice: Weight(0.8, 0.8),
    decides: Weight(1.0, 1.0),
    told_early: Weight(0.9, 0.9),
    leads: Weight(0.0, 0.6),
    opens_with_a_deed: Weight(1.8, 0.0),
    latest_lead: Weight(0.0, 1.5),
    central: Weight(1.5, 1.2),
    counted: Weight(1.6, 0.3),
    counts_a_deed: Weight(0.4, 0.4),
    counts_people: Weight(0.5, 0.3),
    dated: Weight(0.6, 0.4),
    newest: Weight(0.5, 1.2),
    legible: Weight(0.4, 0.4),
    long_past: Weight(-1.0, -1.5),
    spoken_aside: Weight(-0.8, -3.0),
    undoes: Weight(0.0, 0.8),
    overtaken: Weight(0.0, -1.2),
    only_met: Weight(-0.6, -1.0),
    only_wanted: Weight(-0.3, 0.0),
    only_reported: Weight(-0.8, -0.8),
    told_by_somebody: Weight(0.8, 0.8),
    only_named: Weight(-0.6, -0.6),
    of_nobody_of_theirs: Weight(0.0, -1.0),
    in_a_chronology: Weight(-0.3, -2.0),
}
"""Figures are worth a place, and stand below what happened; what the latest articles tell of the week's own governments and
matter comes first."""


def importance(week: Week, entry: Entry) -> float:
    """What speaks for a place on the page: the weighted sum of all reasons, rounded so that another order cannot change it."""
    return round(sum(weight.place * reason(week, entry) for reason, weight in WEIGHTS.items() if weight.place), 6)


def prominence(week: Week, entry: Entry) -> float:
    """What speaks for a place at the top of the page."""
    return round(sum(weight.top * reason(week, entry) for reason, weight in WEIGHTS.items()), 6)


def codes_in(claim: Claim) -> Sequence[str]:
    """The governments that a claim names."""
    if isinstance(claim, Statement):
        return (claim.government, *claim.addressee)
    if isinstance(claim, Event):
        return (*claim.actors, *claim.recipients)
    return claim.actors if isinstance(claim, Figure) else ()
