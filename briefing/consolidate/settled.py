"""What the week itself overtakes: a request that its government later withdrew, a refusal before the two came to terms.

What is withdrawn is told no more: a reader who finds it among the positions would act on it.  What a later fact may have
settled stands with a pointer to that fact.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice, product
from typing import TypeVar

from briefing.consolidate.main_claims import actors_of
from briefing.consolidate.meetings.overtaken import is_older
from briefing.consolidate.ranking import AGREEING
from briefing.consolidate.sentences import key_of, load_words, quantities_in, says
from briefing.consolidate.signatures import shared_features
from briefing.consolidate.week import SentenceKey, Week, is_country
from briefing.edtf import bounds
from briefing.model import Claim, Event, Fact, Figure, Item, Position, Quantity, Stance, Statement
from briefing.model.marks import LATER, TOLD_ASIDE

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


ItemT = TypeVar("ItemT", bound=Item)
SETTLED: frozenset[Stance] = frozenset({"rejects", "demands", "requests", "threatens", "announces", "criticizes"})
"""What an agreement of the two may settle."""
REFUSAL = "refuse"
REFUSED: frozenset[Stance] = frozenset({"rejects", "threatens", "states"})
GRANTED: frozenset[Stance] = frozenset({"announces", "promises", "agrees", "offers"})
SENSE = "sense"
TOPICS = frozenset({"concept", "lemma"})
"""Kinds of features that may be things told of; the words that two languages share by their sense surely are."""
SAID_THE_DAY_BEFORE = 1
"""Days between what was said and the article that tells it."""
ON_ONE_MATTER = 2.0
"""Weight of what a position and a later agreement share besides countries and people."""


def with_what_followed(week: Week, items: Sequence[ItemT], facts: Sequence[Fact]) -> tuple[ItemT, ...]:
    """The items, each that a later fact overtakes with the rule that names that fact, the first in the list."""
    places = {(c.evidence.article, c.evidence.start): key_of(c) for told in week.claims.values() for c in told}
    rows = [(fact, at) for fact in facts if (at := places.get(fact.evidence[0].at)) is not None]
    followers = Followers(week, rows)
    marked = []
    for item in items:
        key = places.get(item.evidence[0].at)
        later = min((at for claim in held(week, item, key) for at in followers.of(claim)), default=None) if key else None
        rules = item.rules if later is None else (*item.rules, f"{LATER}{rows[later][0].id}")
        marked.append(dataclasses.replace(item, rules=rules))
    return tuple(marked)


def held(week: Week, item: Item, key: SentenceKey) -> list[Statement]:
    """What an item says that a government holds; nothing where an article of the week's last day says so too."""
    if any(week.recency.get(piece.article, 1.0) >= 1.0 for piece in item.evidence):
        return []
    told = [c for c in week.by_sentence[key] if isinstance(c, Statement)]
    if isinstance(item, Position):
        return [c for c in told if c.government == item.government and c.stance == item.stance]
    return told if isinstance(item, Fact) and item.kind != "event" else []


Holds = Callable[[Week, SentenceKey, SentenceKey], bool]


class Followers:
    """The facts that may overtake what a government holds, by that government: the two agreed, or it does what it had refused.

    What is `undone` somewhere (`keep the ban, rejecting a request to reopen`) is mostly not what was promised.
    """

    def __init__(self, week: Week, rows: Sequence[tuple[Fact, SentenceKey]]) -> None:
        self.week, self.rows = week, rows
        self.settling: dict[str, list[int]] = {}
        self.doing: dict[str, list[int]] = {}
        for number, (fact, at) in enumerate(rows):
            sure = at not in week.negated_anywhere
            for code in dict.fromkeys(fact.actors):
                if settles(week, fact, code):
                    self.settling.setdefault(code, []).append(number)
                if sure and does(week, at, code):
                    self.doing.setdefault(code, []).append(number)

    def of(self, claim: Statement) -> Iterator[int]:
        """The first fact of a later article, of each way, that overtakes a claim; by its number."""
        week, key, code = self.week, key_of(claim), claim.government
        if claim.stance in SETTLED or claim.act == REFUSAL:  # `There will be no power without a plan` is stated
            holds = is_as_announced if claim.stance == ANNOUNCES else is_on_matter
            yield from self.first(key, self.settling.get(code, ()), holds)
        if claim.stance in REFUSED and key in week.negated_anywhere:
            yield from self.first(key, self.doing.get(code, ()), is_granted)

    def first(self, key: SentenceKey, numbers: Sequence[int], holds: Holds) -> Iterator[int]:
        week = self.week
        later = (n for n in numbers if is_of_a_later_day(week, self.rows[n][1][0], key[0]))
        later = (n for n in later if not was_before(week, self.rows[n][1], key[0]))
        return islice((n for n in later if holds(week, self.rows[n][1], key) and have_one_topic(week, self.rows[n][1], key)), 1)


def is_of_a_later_day(week: Week, article: str, before: str) -> bool:
    """Whether an article is of a day after another's, which may be of any day up to the last that it can be of."""
    now, then = (week.docs[name].article.published for name in (article, before))
    first, last = bounds(now)[0] if now else None, bounds(then)[1] if then else None
    return first is not None and last is not None and last < first


def was_before(week: Week, at: SentenceKey, article: str) -> bool:
    """`The two spoke by telephone on Tuesday` settles nothing of what was said on Wednesday, whenever it is told."""
    doc, then = week.docs[at[0]], week.docs[article].article.published
    span = doc.sentences[at[1]].span
    days = [bounds(one.value)[1] for one in doc.dates if one.value and one.type == "DATE" and span.contains(one.span)]
    first = bounds(then)[0] if then else None
    return (
        first is not None and bool(days) and all(day is not None and (first - day).days > SAID_THE_DAY_BEFORE for day in days)
    )


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


def is_on_matter(week: Week, at: SentenceKey, key: SentenceKey) -> bool:
    return week.shared_weight(at, key) >= ON_ONE_MATTER


def is_as_announced(week: Week, at: SentenceKey, key: SentenceKey) -> bool:
    """Not `They have agreed; Chad gives 60 days`, `they agreed on a warning of 30 days`: two accounts of one accord.

    `Chad will give 60 days`, and a day later `they agreed on 30 days`, is what came of it.
    """
    counted, told = ({q.unit: q.value for q in quantities_at(week, one) if q.unit} for one in (at, key))
    shared = counted.keys() & told.keys()
    differ = bool(shared) and all(counted[unit] != told[unit] for unit in shared)
    return is_on_matter(week, at, key) and not (differ and tells_of_an_accord(week, key[0]))


def tells_of_an_accord(week: Week, article: str) -> bool:
    """Whether an article knows that the two of the week agreed: `Chad and Niger have signed four texts`."""
    agreed: dict[SentenceKey, set[str]] = {}
    for claim in week.claims[article]:
        if claim.act in AGREEING and key_of(claim) not in week.negated:
            agreed.setdefault(key_of(claim), set()).update(actors_of(claim))
    return any({*week.leading} <= sides for sides in agreed.values())


def quantities_at(week: Week, key: SentenceKey) -> list[Quantity]:
    doc = week.docs[key[0]]
    return list(quantities_in(doc, doc.sentences[key[1]].span))


def is_granted(week: Week, at: SentenceKey, key: SentenceKey) -> bool:
    return week.share_a_matter(at, key) and of_one_occasion(week, at, key)


def does(week: Week, at: SentenceKey, government: str) -> bool:
    """Whether a sentence tells what a government will do, grants or attends."""
    told = week.by_sentence[at]
    granted = any(isinstance(c, Statement) and c.government == government and c.stance in GRANTED for c in told)
    return granted or any(isinstance(c, Event) and c.meeting is not None and government in c.actors for c in told)


def of_one_occasion(week: Week, left: SentenceKey, right: SentenceKey) -> bool:
    """Both name one day, number or act: `will not attend on the 24th`, `will attend on the 24th after all`."""
    shared = shared_features(week.signatures[left], week.signatures[right])
    return any(kind in {"date", "number", "act"} for kind, _ in shared)


def settles(week: Week, fact: Fact, government: str) -> bool:
    """Whether the two of the week agree in a fact."""
    return fact.act in AGREEING and government in week.leading and {*week.leading} <= {*fact.actors}


__all__ = ["LATER", "with_what_followed", "without_withdrawn"]
