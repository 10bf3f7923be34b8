"""Accounts that differ: one source says that it was so, another that it was not; that a meeting is off, or only put off.

An account that is denied is compared with those of the same act or thing that are not, unless a veto says that they tell of
something else, of another time, or of what has changed since.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from briefing.consolidate.dating import days, gap
from briefing.consolidate.meetings.occasion_places import other_place, words
from briefing.consolidate.meetings.occasions import dates_apart as on_other_days
from briefing.consolidate.meetings.occasions import other_governments, other_kind, other_people
from briefing.consolidate.meetings.occasions import unrelated as nothing_in_common
from briefing.consolidate.meetings.overtaken import is_at_table
from briefing.consolidate.sentences import load_words, says, sense_of
from briefing.consolidate.signatures import Signature
from briefing.consolidate.week import Week, place_key
from briefing.edtf import bounds
from briefing.knowledge import load_language
from briefing.model import Account, Claim, ConflictField, Event, Meeting, MeetingKind, MeetingStatus

NEAR_PLANS = 4
"""Days within which two articles err about the day of one meeting."""
REACH = 3
"""Sentences of one article within which two accounts are of one occasion."""
VISIT: MeetingKind = "visit"
"""The kind of a journey, which one article may tell of as the talks that it is for."""
CALLED_OFF: tuple[MeetingStatus, ...] = ("cancelled", "postponed")
MEETING_VETOES = (other_kind, other_people, other_governments, other_place, on_other_days, nothing_in_common)
MeetingGroup = tuple[Meeting, tuple[Event, ...]]
MeetingGroups = Sequence[MeetingGroup]


class Difference(NamedTuple):
    """Two values with the claims that say so, what they are about, the rule that found them, and on which grounds."""

    about: tuple[str, ...]
    field: ConflictField
    values: Mapping[str, Sequence[Claim]]
    rule: str
    grounds: frozenset[str] = frozenset()


# ------------------------------------------------------------------ so, or not so


def account_differences(week: Week) -> Iterator[Difference]:
    """Each denied account with the first one that it contradicts, in the order of files."""
    told = [claim for name in sorted(week.accounts) for claim in week.accounts[name]]
    by_topic: dict[str, list[Account]] = {}
    for claim in sorted(told, key=lambda claim: place_key(week, claim)):
        if not claim.negated:
            for topic in topics_of(claim):
                by_topic.setdefault(topic, []).append(claim)
    for denied in sorted((claim for claim in told if claim.negated), key=lambda claim: place_key(week, claim)):
        against = (c for c in by_topic.get(denied.topic, ()) if not any(veto(week, denied, c) for veto in VETOES))
        if first := next(against, None):
            yield Difference((), "account", {"affirmed": [first], "denied": [denied]}, "account_denied")


def topics_of(claim: Account) -> list[str]:
    """The topic itself and its last word: who speaks of a `trade_deficit` speaks of a `deficit`."""
    kind, _, name = claim.topic.partition(":")
    head = name.rpartition("_")[2]
    return [claim.topic] if kind == "act" or head == name else [claim.topic, f"{kind}:{head}"]


def same_words(week: Week, denied: Account, other: Account) -> bool:
    """Both stand in one sentence: a contrast of its own (`not asked but offered`)."""
    return denied.evidence == other.evidence


def other_actors(week: Week, denied: Account, other: Account) -> bool:
    """Somebody else did it; of what two did together one may say that it was not so."""
    together = len(set(other.actors)) > 1 and set(denied.actors) & set(other.actors)
    return not (together or set(denied.actors) >= set(other.actors)) if denied.actors else bool(other.actors)


def one_voice(week: Week, denied: Account, other: Account) -> bool:
    """The same side says both: it corrects itself, or distinguishes."""
    if denied.topic.startswith("concept:"):
        return bool(denied.holders) and denied.holders == other.holders
    return bool(denied.holders) and denied.holders == other.holders and denied.evidence.article == other.evidence.article


def dates_apart(week: Week, denied: Account, other: Account) -> bool:
    """Of two days."""
    return bool(denied.date and other.date) and gap(denied.date or "", other.date or "") > 0


def later_update(week: Week, denied: Account, other: Account) -> bool:
    """What was not so when the first article was published may have happened before the second."""
    before, after = (week.docs[claim.evidence.article].article.published for claim in (denied, other))
    if not before or not after:
        return False
    last, first = bounds(before)[1], bounds(after)[0]
    return bool(last and first and last < first)


def unrelated(week: Week, denied: Account, other: Account) -> bool:
    """Neither near each other in one article nor alike in anything but the act and the countries."""
    left, right = (week.signature_at(claim.evidence.article, claim.sentence) for claim in (denied, other))
    if denied.evidence.article != other.evidence.article:
        return not particulars(left, denied.topic) & particulars(right, denied.topic)
    # `ruled out a referendum … did not rule out a reform`
    of_another = denied.topic.startswith("act:") and not particulars(left, denied.topic) & particulars(right, denied.topic)
    return of_another or abs(denied.sentence - other.sentence) > REACH


def particulars(signature: Signature, topic: str) -> frozenset[tuple[str, str]]:
    """What identifies an occasion: people, numbers, days, topics other than the one compared."""
    kinds = {"person", "number", "date", "concept"}
    return frozenset(f for f in signature.neutral if f[0] in kinds and f != tuple(topic.split(":", 1)))


def of_other_plans(week: Week, denied: Account, other: Account) -> bool:
    """`are not going to punish nurses`, `plans to bring up the fees`: a verb under the act in each, and no verb in both, where
    they share neither a number nor a day."""
    left, right = (week.signature_at(claim.evidence.article, claim.sentence) for claim in (denied, other))
    shared = {kind for kind, _ in particulars(left, denied.topic) & particulars(right, denied.topic)}
    if not denied.topic.startswith("act:") or shared & {"number", "date"}:
        return False
    meant = [carried(week, claim) for claim in (denied, other)]
    return all(meant) and meant[0].isdisjoint(meant[1])


def carried(week: Week, claim: Account) -> frozenset[str]:
    """The senses of the verbs that hang on another as what is planned, offered or asked for."""
    doc = week.docs[claim.evidence.article]
    tokens = doc.sentences[claim.sentence].tokens
    under = (token for token in tokens if token.upos == "VERB" and token.deprel in {"xcomp", "acl"})  # `plans to`, also a noun
    return frozenset(sense_of(doc.article.language, token) for token in under)


def of_intent(week: Week, denied: Account, other: Account) -> bool:
    """Who denies that he did it deliberately does not deny that it is so."""
    words = load_language("compare", "words")["intent"][denied.evidence.language or "en"]
    return says(denied.evidence.text, words)


VETOES = (same_words, other_actors, one_voice, dates_apart, later_update, unrelated, of_other_plans, of_intent)


# ------------------------------------------------------------------ off, or put off


def status_differences(week: Week, meetings: MeetingGroups) -> Iterator[Difference]:
    """One meeting cancelled in one source and only postponed in another.

    That a meeting announced before has since been called off is no disagreement.
    """
    off, put_off = ([(m, e) for m, events in meetings for e in events if e.status == status] for status in CALLED_OFF)
    for meeting, event in off:
        others = [(m, e) for m, e in put_off if m.id == meeting.id or may_be_one(week, event, e)]
        others = [(m, e) for m, e in others if not was_put_off_first(week, e, event)]
        if others:
            about = tuple(dict.fromkeys((meeting.id, *(m.id for m, _ in others))))
            values = {"cancelled": [event], "postponed": [e for _, e in others]}
            yield Difference(about, "account", values, "off_or_put_off")
            return


def may_be_one(week: Week, left: Event, right: Event) -> bool:
    """Whether nothing but its fate speaks against two tellings being of one meeting."""
    return not any(veto(week, left, right) for veto in MEETING_VETOES)


def was_put_off_first(week: Week, postponed: Event, cancelled: Event) -> bool:
    """First postponed, then cancelled: a later update."""
    before, after = (week.docs[event.evidence.article].article.published for event in (postponed, cancelled))
    last, first = bounds(before)[1] if before else None, bounds(after)[0] if after else None
    return bool(last and first and last < first)


# ------------------------------------------------------------------ when, where, and with whom


def planned_days(week: Week, meetings: MeetingGroups) -> Iterator[Difference]:
    """One meeting to come of the same two people at one place, to which another article gives a day not far off.

    That a later article gives it alone makes it no new day: it would say that the meeting was moved.
    """
    told = [c for name in sorted(week.claims) for c in week.claims[name] if isinstance(c, Event) and is_day_to_come(c)]
    for meeting, events in meetings:
        for event in events if meeting.status == "upcoming" else ():
            other = next((one for one in told if event not in (one,) and is_of_two_days(week, event, one)), None)
            if other and not {e.date for e in events} & {other.date} and not told_by_both(told, event, other):
                sides = {event.date or "": [event], other.date or "": [other]}
                yield Difference((meeting.id,), "date", sides, "planned_days")
                break


def is_day_to_come(event: Event) -> bool:
    return event.meeting is not None and event.status == "upcoming" and bool(event.date) and days(event.date or "") == 0


def is_of_two_days(week: Week, one: Event, other: Event) -> bool:
    """The same kind, people and place, and a day of its own in each of two articles; neither says that it was moved."""
    if one.evidence.article == other.evidence.article or not is_day_to_come(one):
        return False
    if one.meeting != other.meeting and not is_journey_to(one, other) and not is_journey_to(other, one):
        return False
    if not 0 < gap(one.date or "", other.date or "") <= NEAR_PLANS or not one.place or not other.place:
        return False
    placed = not other_place(week, one, other) and not other_people(week, one, other)
    named = all(len(e.people) > 1 for e in (one, other) if e.meeting != VISIT) and bool(one.people and other.people)
    return placed and named and not any(map(is_moved, (one, other)))


def is_journey_to(visit: Event, talks: Event) -> bool:
    """`llegará a Pretoria el 16 de junio, cuando se entrevistará con Nkosi`, `will travel to Pretoria on 15 June for talks`."""
    return visit.meeting == VISIT and bool(visit.people) and set(visit.people) <= set(talks.people)


def told_by_both(told: Sequence[Event], one: Event, other: Event) -> bool:
    """Whether an article has both days: he arrives on the one and talks on the other."""
    days_in = [{e.date for e in told if e.evidence.article == side.evidence.article} for side in (one, other)]
    return any({one.date, other.date} <= named for named in days_in)


def is_moved(event: Event) -> bool:
    words = load_words(event.evidence.language or "en")
    return says(event.evidence.text, words.moved) or says(event.evidence.text, words.updated) or bool(event.moved_from)


def meeting_differences(week: Week, meetings: MeetingGroups) -> Iterator[Difference]:
    """One meeting in two countries, or of one side with two people of the other, on one day, told by different articles."""
    by_day: dict[str, list[tuple[Meeting, tuple[Event, ...]]]] = {}
    for row in meetings:
        if row[0].date and days(row[0].date) == 0:
            by_day.setdefault(row[0].date, []).append(row)
    for day in sorted(by_day):
        for (left, a), (right, b) in combinations(by_day[day], 2):
            if left.kind != right.kind or {e.evidence.article for e in a} & {e.evidence.article for e in b}:
                continue  # an article that tells both tells two meetings
            if any(is_at_table(week, e) for e in a) != any(is_at_table(week, e) for e in b):
                continue  # `dined with her colleague`, and saw the president that day
            alone = not has_others_that_day((left, a), (right, b), by_day[day])
            for rule in (other_country, other_counterpart) if alone else (other_country,):
                values = rule(week, left, right, a, b)
                if values:
                    field: ConflictField = "place" if rule is other_country else "participants"
                    sides = {values[0]: list(a), values[1]: list(b)}
                    yield Difference((left.id, right.id), field, sides, rule.__name__)
                    break


def has_others_that_day(one: MeetingGroup, other: MeetingGroup, rows: MeetingGroups) -> bool:
    """Whether one of the articles tells of a further meeting of the same person: who met two that day may have met a third."""
    shared = {*one[0].people} & {*other[0].people}
    articles = {event.evidence.article for row in (one, other) for event in row[1]}
    further = [row for row in rows if row[0] not in (one[0], other[0]) and shared & {*row[0].people}]
    return any(event.evidence.article in articles for row in further for event in row[1])


def other_country(week: Week, left: Meeting, right: Meeting, a: Sequence[Event], b: Sequence[Event]) -> tuple[str, str] | None:
    """The same two people, or governments of whom nobody is named, in places of two countries or towns of two names."""
    nameless = not left.people and not right.people and set(left.participants) == set(right.participants)
    one = len(set(left.people) & set(right.people)) > 1 or (nameless and len(set(left.participants)) == 2)
    if not one or not left.place or not right.place or words(left.place) & words(right.place):
        return None
    there, elsewhere = countries_of_place(week, a), countries_of_place(week, b)
    if there and elsewhere:
        return None if there & elsewhere else (left.place, right.place)
    spelled_alike = len({week.docs[e.evidence.article].article.language for e in (*a, *b)}) == 1
    within = {left.place, right.place} & {name for code in left.participants for name in names_of(week, code)}
    return (left.place, right.place) if spelled_alike and not within else None


def names_of(week: Week, code: str) -> set[str]:
    row = week.knowledge.actors.get(code)
    return {name for names in row.names.values() for name in names} if row else set()


def countries_of_place(week: Week, events: Sequence[Event]) -> set[str]:
    """The countries of the places that some tellings name, where the knowledge has them."""
    found: set[str] = set()
    for event in events:
        doc = week.docs[event.evidence.article]
        span = doc.sentences[event.sentence].span
        for mention in doc.mentions:
            actor = doc.actors.get(mention.actor)
            if actor and actor.country and span.contains(mention.span) and mention.span.of(doc.article.text) == event.place:
                found.add(actor.country)
    return found


def other_counterpart(
    week: Week, left: Meeting, right: Meeting, a: Sequence[Event], b: Sequence[Event]
) -> tuple[str, str] | None:
    """One person with two others of one government, at one place or by telephone."""
    if set(left.participants) != set(right.participants) or len(left.participants) != 2 or left.place != right.place:
        return None
    one, other = set(left.people) - set(right.people), set(right.people) - set(left.people)
    shared = set(left.people) & set(right.people)
    return (one.pop(), other.pop()) if len(shared) == len(one) == len(other) == 1 else None
