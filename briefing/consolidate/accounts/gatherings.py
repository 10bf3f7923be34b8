"""Who met whom, where and on which day, read from every sentence: one meeting in two towns, or on two days, or denied.

`we will meet on 13 June in Lofa`, `recibirá el 13 de junio en Buchanan a su homólogo`: the same people, or those of the same
office, and one day in two articles, and each has a town of its own; or one town and two days; or `no ha habido ninguna
llamada`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.accounts.told_gatherings import Gathering, answered, gatherings
from briefing.consolidate.clusters import candidate_pairs
from briefing.consolidate.conflicts.rivals import united
from briefing.consolidate.dating import gap
from briefing.consolidate.meetings.convened import is_one_body
from briefing.consolidate.meetings.two_places import are_of_other_offices
from briefing.consolidate.people import fold
from briefing.consolidate.sentences import (
    bodies,
    is_town,
    quote,
)
from briefing.consolidate.week import Week
from briefing.edtf import bounds
from briefing.knowledge import load_language
from briefing.model import Claim
from briefing.model.marks import MATTER

LEAST_NOUNS = 2
"""Words that two nouns of a meeting have in common, `border liaison meeting`, where nobody is named."""
NEAR_DAYS = 4
"""Days within which two articles err about the day of one meeting."""
MOST = 60
"""So many gatherings of one day are compared with each other; of more, neighbours only."""
ALIKE = 3
"""Letters with which the names of one town begin in every language."""
PLACE = len("place:")
LIKE = 0.5
"""How alike two spellings of one name may be."""


def gathering_differences(week: Week) -> Iterator[Difference]:
    """One meeting in two towns, on two days, or which did not take place."""
    read = (gatherings, answered)
    told = [one for key, sentence in bodies(week) for reading in read for one in reading(week, key, sentence)]
    found: dict[Hashable, Difference] = {}
    for left, right in ((told[a], told[b]) for a, b in candidate_pairs([identity(one) for one in told], MOST)):
        known = max(len(left.around & right.around), len(left.names & right.names)) >= 2
        if left.key[0] == right.key[0] or not known or left.moved or right.moved:
            continue
        one = denied(week, left, right)
        named = left.names & right.names
        if is_one_group(left, right) and (named or not are_of_other_offices(week, left.key, right.key)):
            one = one or two_towns(week, left, right) or two_days(week, told, left, right)
        if one:
            same = (one.rule, frozenset(one.values))
            found[same] = one._replace(values=united(found[same].values, one.values)) if same in found else one
    yield from found.values()


def identity(one: Gathering) -> frozenset[Hashable]:
    numbers = {int(day[-2:]) for day in one.days} | ({one.number} if one.number else set())
    weekdays = one.weekdays or weekdays_of(one)
    return frozenset((*((n, "day") for n in numbers), *((n, "weekday") for n in weekdays), *one.towns, *one.named))


def is_one_group(left: Gathering, right: Gathering) -> bool:
    """The same people, or nobody named and the same offices or `the two`."""
    if left.names and right.names:
        return bool(left.names & right.names)
    if left.bodies and right.bodies:
        return is_one_body(left.bodies, right.bodies)
    if left.of_noun or right.of_noun:
        return len(left.nouns & right.nouns) >= LEAST_NOUNS
    return bool(left.nouns & right.nouns) or left.together or right.together


def two_towns(week: Week, left: Gathering, right: Gathering) -> Difference | None:
    if left.denied or right.denied or not is_one_day(left, right) or not left.towns or not right.towns:
        return None
    if is_spelled_otherwise(week, left, right):
        return None
    capitals = all(town.startswith("place:") for town in left.towns | right.towns)  # none of which lies in another
    if not capitals and are_named_together(week, left.place, right.place):
        return None
    if not capitals and (lies_in(week, left, right) or lies_in(week, right, left)):
        return None
    sides = {one.place: [claim_of(week, where_told(week, one))] for one in (left, right)}
    return Difference((), "place", sides, "one_day_two_towns")


def is_spelled_otherwise(week: Week, left: Gathering, right: Gathering) -> bool:
    """`Geneva`, `Ginebra`: the same, or what may be its name in another language; of one language names that begin alike."""
    (here,), (there,) = left.towns, right.towns
    if here == there or {here[:PLACE], there[:PLACE]} == {"place:"}:
        return here == there
    languages = {week.docs[one.key[0]].article.language for one in (left, right)}
    mine, theirs = fold(left.place), fold(right.place)
    alike = SequenceMatcher(None, mine, theirs).ratio() >= LIKE
    begins = mine[:ALIKE] == theirs[:ALIKE]
    return (begins and alike) or (len(languages) > 1 and (alike or mine[0] == theirs[0]))


def lies_in(week: Week, one: Gathering, other: Gathering) -> bool:
    """Whether an article says of something that it is in the other's town too: its own town may be a part of that one."""
    doc = week.docs[one.key[0]]
    bodies_of = [sentence for sentence in doc.sentences if sentence.kind == "body"]
    known = {
        f"place:{m.actor}"
        for m in doc.mentions
        if m.place and is_town(doc, m) and any(s.span.contains(m.span) for s in bodies_of)
    }
    words = load_language("compare", "words")["placing"][doc.article.language]
    said = tuple(f" {word} {other.place}" for word in words)
    return bool(known & other.towns) or any(phrase in s.span.of(doc.article.text) for phrase in said for s in bodies_of)


def where_told(week: Week, one: Gathering) -> Gathering:
    """The sentence that names the town, where it is the next one: `The meeting took place in Harper`."""
    doc, (name, number) = week.docs[one.key[0]], one.key
    near = [n for n in (number, number + 1) if n < len(doc.sentences)]
    at = next((n for n in near if one.place in doc.sentences[n].span.of(doc.article.text)), number)
    return replace(one, key=(name, at))


def is_one_day(left: Gathering, right: Gathering) -> bool:
    if left.days and right.days:
        return bool(left.days & right.days)
    if any(b.ahead and a.weekdays == weekdays_of(b) for a, b in ((left, right), (right, left)) if a.ahead and a.weekdays):
        return True  # `se reunirán el martes 21`, `nos veremos el martes`
    return any(a.number in {int(day[-2:]) for day in b.days} for a, b in ((left, right), (right, left)) if a.number)


def weekdays_of(one: Gathering) -> frozenset[int]:
    return frozenset(date.fromisoformat(day).isoweekday() for day in one.days)


def two_days(week: Week, told: Sequence[Gathering], left: Gathering, right: Gathering) -> Difference | None:
    """Of one town and a day each, near to each other; neither article tells a second one there."""
    if (
        is_to_come(left) != is_to_come(right)
        or left.denied
        or right.denied
        or len(left.days) != 1
        or len(right.days) != 1
        or not left.towns & right.towns
    ):
        return None
    (first,), (second,) = left.days, right.days
    there = [(t.key[0], t.days) for t in told if t.towns & left.towns & right.towns]
    series = any(days - one.days for one in (left, right) for name, days in there if name == one.key[0])
    if series or not 0 < gap(first, second) <= NEAR_DAYS:
        return None
    alike = left.of_two == right.of_two  # `the two ministers will meet`, `the minister will meet fishermen`
    shared = left.names & right.names or (alike and (left.of_two or left.nouns & right.nouns))
    sides = {first: [claim_of(week, left, first)], second: [claim_of(week, right, second)]}
    return Difference((), "date", sides, "one_town_two_days") if shared else None


def is_to_come(one: Gathering) -> bool:
    """Told so, or of a day behind its article's: `cuando se reúna el 14`."""
    last = bounds(one.published)[1] if one.published else None
    return one.ahead or bool(last and one.days and all((bounds(day)[0] or last) > last for day in one.days))


def denied(week: Week, left: Gathering, right: Gathering) -> Difference | None:
    """`denied that his colleague had spoken with Weber`, `Weber spoke with him on Monday`."""
    for no, yes in ((left, right), (right, left)):
        if no.denied and not yes.denied and not no.ahead and no.others and no.others <= yes.named and is_in_time(no, yes):
            sides = {"affirmed": [claim_of(week, yes)], "denied": [claim_of(week, no)]}
            return Difference((), "account", sides, "met_or_not", frozenset({f"{MATTER}meet_or_speak"}))
    return None


def is_in_time(no: Gathering, yes: Gathering) -> bool:
    """Not of another day, and not held after it was denied; a day behind its own article's is not the one of what was done."""
    told = bounds(yes.published)[1] if yes.published else None
    held = {day for day in yes.days if told is None or yes.ahead or (bounds(day)[0] or told) <= told}
    if no.days:  # `were to meet on April 10, but that meeting did not take place`: no word on another, or on one of no day
        return bool(no.days & held)
    if no.days and len(no.others & yes.named) < 2:
        return False  # `were to have met on the 10th, but Costa fell ill`, `Costa received the ambassador`: which day was that?
    last = bounds(no.published)[1] if no.published else None
    return not held or last is None or all((bounds(day)[0] or last) <= last for day in held)


def claim_of(week: Week, one: Gathering, day: str | None = None) -> Claim:
    doc = week.docs[one.key[0]]
    return Claim(evidence=quote(doc.article, doc.sentences[one.key[1]].span), sentence=one.key[1], date=day)


def are_named_together(week: Week, place: str, other: str) -> bool:
    """Whether one sentence names both: the one may lie in the other."""
    texts = (sentence.span.of(week.docs[key[0]].article.text) for key, sentence in bodies(week))
    return any(place in text and other in text for text in texts)


__all__ = ["gathering_differences"]
