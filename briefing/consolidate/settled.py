"""What the week itself overtakes: a request that its government later withdrew.

What is withdrawn is told no more: a reader who finds it among the positions would act on it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from itertools import product

from briefing.consolidate.meetings.overtaken import is_older
from briefing.consolidate.sentences import key_of, load_words, says
from briefing.consolidate.signatures import shared_features
from briefing.consolidate.week import SentenceKey, Week, is_country
from briefing.model import Claim, Event, Figure, Stance, Statement
from briefing.model.marks import TOLD_ASIDE

WITHDRAWN: Mapping[str, frozenset[Stance]] = {
    "withdraw_request": frozenset({"requests", "demands"}),
    "withdraw_offer": frozenset({"offers", "proposes"}),
    "drop_case": frozenset(
        {"accuses", "announces", "criticizes", "demands", "proposes", "rejects", "requests", "states", "threatens"}
    ),
}
"""The acts by which a government takes back what it said, and the stances that are taken back so."""
ASKED = WITHDRAWN["withdraw_request"]
DROPPED, ANNOUNCES = "drop_case", "announces"
THREATS: frozenset[Stance] = frozenset({"announces", "requests", "states"})
"""What is a threat only under a condition: `Peru will ask a panel to rule unless the ban is lifted`."""
Withdrawals = Mapping[tuple[str, Stance], Sequence[Event]]
"""Events of taking back by who does it and the stances that it takes back."""
ONE_THING = 1.0
"""Weight of what two sentences share besides their countries and people, where one government withdraws what it asked."""


def without_withdrawn(week: Week) -> Week:
    """The week without the statements that their own government takes back in a later article."""
    taken = withdrawals(week)
    gone = {key_of(c) for told in week.claims.values() for c in told if is_withdrawn(week, taken, c)}
    if not gone:
        return week
    lost = {key for key in gone if any(is_threat(week, c) and is_withdrawn(week, taken, c) for c in week.by_sentence[key])}
    kept = {
        name: tuple(c for c in told if key_of(c) not in gone or not (key_of(c) in lost or is_withdrawn(week, taken, c)))
        for name, told in week.claims.items()
    }
    emptied = gone - {key_of(c) for told in kept.values() for c in told if isinstance(c, Statement | Figure)}
    bare = {name: tuple(c for c in told if key_of(c) not in emptied) for name, told in kept.items()}
    return dataclasses.replace(week, claims=bare)


def is_withdrawn(week: Week, taken: Withdrawals, claim: Claim) -> bool:
    """What is taken back, and what the sentence right behind it maintains: its ground."""
    if not isinstance(claim, Statement):
        return False
    before = week.by_sentence.get((claim.evidence.article, claim.sentence - 1), ()) if claim.stance == "states" else ()
    own = [c for c in before if isinstance(c, Statement) and c.government == claim.government and c.stance in ASKED]
    return any(takes_back(week, event, one) for one in (claim, *own) for event in taken.get((one.government, one.stance), ()))


def withdrawals(week: Week) -> Withdrawals:
    """The events of the week in which somebody takes back what it said, by who did and the stances that are taken back so; not
    those of which it is told in passing."""
    found: dict[tuple[str, Stance], list[Event]] = {}
    for event in (claim for told in week.claims.values() for claim in told if isinstance(claim, Event)):
        if (event.act or "") in WITHDRAWN and TOLD_ASIDE not in event.rules and was_done(week, event):
            for code, stance in product(dict.fromkeys(event.actors), sorted(WITHDRAWN[event.act or ""])):
                found.setdefault((code, stance), []).append(event)
    return found


def was_done(week: Week, event: Event) -> bool:
    return event.certainty in {"asserted", "reported"} and key_of(event) not in week.negated


def takes_back(week: Week, event: Event, claim: Statement) -> bool:
    """In a later article, and on one matter; of what is announced only a threat: `if nobody answers, Chile will stop …`."""
    then, now = (week.recency.get(c.evidence.article) for c in (claim, event))
    if then is None or now is None or claim.evidence.article == event.evidence.article:
        return False
    if now <= then and (event.act != DROPPED or is_older(week, event, claim)):
        return False  # whose article may be of several days takes back what had been threatened
    shared = shared_features(week.signatures[key_of(event)], week.signatures[key_of(claim)])
    own = {("actor", code) for code in (claim.government, *week.leading)}
    bodies = {value for kind, value in shared if kind == "actor" and not is_country(value, week.knowledge)}
    one_body = is_threat(week, claim) and claim.stance != ANNOUNCES and bool(bodies)  # `to go to a panel of the ASEAN`
    alike = one_body or have_one_topic(week, key_of(event), key_of(claim))
    if event.act == DROPPED and (not alike or (claim.stance in THREATS and not is_threat(week, claim))):
        return False
    return sum(week.weights[f] for f in sorted(shared - own) if f[0] != "person") >= ONE_THING


def is_threat(week: Week, claim: Claim) -> bool:
    return isinstance(claim, Statement) and claim.stance in THREATS and is_conditional(week, claim)


def is_conditional(week: Week, claim: Claim) -> bool:
    return says(claim.evidence.text, sorted(load_words(week.docs[claim.evidence.article].article.language).conditions))


SENSE = "sense"
TOPICS = frozenset({"concept", "lemma"})
"""Kinds of features that may be things told of; the words that two languages share by their sense surely are."""


def have_one_topic(week: Week, left: SentenceKey, right: SentenceKey) -> bool:
    """Whether two sentences share a thing that they tell of, beside countries, people, days and acts.

    `Peru will settle its debt to Chile` does not overtake `Peru will propose a corridor that Chile once refused`.
    """
    shared, things = shared_features(week.signatures[left], week.signatures[right]), things_of(week, left)
    return any(kind == SENSE or (kind.partition(":")[0] in TOPICS and value in things) for kind, value in shared)


def things_of(week: Week, key: SentenceKey) -> frozenset[str]:
    """The concepts and nouns of a sentence that are part of nobody's name or office: `minister`, `foreign relations`."""
    doc = week.docs[key[0]]
    sentence = doc.sentences[key[1]]
    spans = (*(one.span for one in doc.mentions), *(one.span for one in doc.dates))
    named = [span for span in spans if span.overlaps(sentence.span)]
    nouns = ((token.lemma.lower(), token.span) for token in sentence.tokens if token.upos == "NOUN")
    concepts = ((one.concept, one.span) for one in doc.concepts if sentence.span.contains(one.span))
    return frozenset(word for word, span in (*nouns, *concepts) if not any(span.overlaps(other) for other in named))
