"""When a meeting is: its own date, the end that a length leads to, the trip it is part of, or only that it is still to come."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence

from briefing.edtf import bounds, is_day
from briefing.extract.claims import dates_in, evidence_of, owner
from briefing.extract.day_and_place.distances import IN_DAYS, direction
from briefing.extract.reading import Reading, codes_of, is_person, mentions_in
from briefing.extract.sentence.trees import Tree, children, finite_of, span_of
from briefing.model import Claim, Date, DateBasis, Event, Token
from briefing.model.meeting_kinds import CONTACTS

When = tuple[str, DateBasis]
"""An EDTF date and how it was found."""

DASHES = frozenset("-–—")
LATER = "units_later_than"
"""The rule of dates that lead from another: `ten days later`."""
LENGTH = re.compile(r"P(\d{1,3})(D|W|M)")
WEEKEND = "-WE"
"""How the TimeML value of a weekend ends."""
LONGEST_VISIT = 14
DAYS_IN = {"D": 1, "W": 7, "M": 30}
LEADING_IN = 12
"""Characters before a length in which its preposition stands."""
DAY = len("2026-03-04")
LEAD = 2
"""Sentences of prose with which an article tells its news."""
FEW = 3
"""Days before an article's own that are its news."""
BEHIND = 4
"""Sentences behind a meeting in which it may be said when it was."""
LONGEST_BEHIND = 50
"""Words of a sentence that says only when something was."""
PART_OF_TRIP = 6
"""Sentences after a trip's announcement in which its meetings are told."""


def meeting_date(
    reading: Reading, number: int, near: Date | None, heads: Sequence[int], *, ahead: bool, deadline: bool
) -> When | None:
    """The date beside a meeting; `ahead`: `in 30 days` counts from publication.

    A deadline may be told by its length alone: `dio un plazo de 30 días`.
    """
    if near is not None and deadline and not is_ahead(reading, whole(near)):  # `dio este lunes un plazo de diez días`
        long = (length_ahead(reading, reading.trees[number], head, bare=True, since=near.value) for head in heads)
        return next((found for found in long if found), whole(near))
    if near is not None:
        return put_back_to(reading, number, near) or days_in_a_row(reading, number, near) or whole(near)
    if not ahead and not deadline:
        return None
    lengths = (length_ahead(reading, reading.trees[number], head, bare=deadline) for head in heads)
    return next((found for found in lengths if found), None)


def put_back_to(reading: Reading, number: int, date: Date) -> When | None:
    """`extend the deadline from June 30 to August 31`, `amplió el plazo del 3 al 5 de mayo`: the second day, no stretch."""
    tree = reading.trees[number]
    later = reading.words.extending | reading.words.postponing | reading.words.moving
    before = [token.lemma.lower() for token in tree.tokens if token.span.stop <= date.span.start and is_deed(token, later)]
    _, _, last = (date.interval or "").partition("/")
    moved = before and before[-1] in later and not is_dashed(tree, date)
    return (last, date.basis) if moved and is_day(last) else None


def is_dashed(tree: Tree, date: Date) -> bool:
    """`postponed the talks of March 18-19`: the first end of two days, and not from one day to another."""
    return any(token.form in DASHES for token in tree.tokens if 0 <= token.span.start - date.span.stop <= 1)


def is_deed(token: Token, words: frozenset[str]) -> bool:
    return token.upos == "VERB" or token.lemma.lower() in words


def whole(date: Date) -> When | None:
    """Both ends of a stretch where the words give both: `April 19-20`, `del 3 al 5 de mayo`; of a weekend one of its days."""
    value = date.interval or date.value
    if date.timex.endswith(WEEKEND) and value and not date.interval:
        return f"[{value.replace('/', ',')}]", date.basis
    return (value, date.basis) if value else None


def days_in_a_row(reading: Reading, number: int, date: Date) -> When | None:
    """`May 18 and 19`, `el 28 y 29 de mayo`, `on Wednesday and Thursday`: one meeting of several days."""
    sentence, own = reading.trees[number].sentence.span, owner(reading, number, date)
    days = [d for d in dates_in(reading, sentence) if is_day(d.value) and d.type == "DATE"]
    days = [d for d in days if owner(reading, number, d) == own]  # `on Wednesday, and on Thursday he flies on`
    run = [date]
    for other in days:
        if follows(reading, run[-1], other):
            run.append(other)
    for other in reversed(days):
        if follows(reading, other, run[0]):
            run.insert(0, other)
    return (f"{run[0].value}/{run[-1].value}", date.basis) if len(run) > 1 else None


def follows(reading: Reading, first: Date, then: Date) -> bool:
    """The next day, told as another number of the same phrase."""
    days = [dt.date.fromisoformat(d.value) for d in (first, then) if is_day(d.value)]
    if len(days) < 2 or first.span.stop >= then.span.start:
        return False
    between = reading.text[first.span.stop : then.span.start].replace(",", " ").lower().split()
    return len(between) < 3 and {*between} <= reading.words.list_joiners and (days[1] - days[0]).days == 1


def length_ahead(reading: Reading, tree: Tree, head: int, *, bare: bool, since: str | None = None) -> When | None:
    """`will meet in 30 days`, `en dos semanas`: so long after the article's day, or after the day `since` which it was given;
    about so long where no preposition says so."""
    full = since if is_day(since) else None
    span, published = span_of(tree, head), full or reading.doc.article.published
    today = bounds(published)[1] if published else None
    for date in reading.doc.dates:
        length = LENGTH.fullmatch(date.timex)
        if today is None or length is None or date.type != "DURATION" or not span.contains(date.span):
            continue
        before = reading.text[max(0, date.span.start - LEADING_IN) : date.span.start].split()
        counted = bool(before) and before[-1].lower() in reading.words.ahead_cases
        if counted or bare:
            day = today + dt.timedelta(days=int(length[1]) * DAYS_IN[length[2]])
            return day.isoformat() + "~" * (bare or length[2] != "D"), "deictic"
    return None


def over_its_length(reading: Reading, number: int, heads: Sequence[int], date: When | None) -> When | None:
    """`wrapped up a three-day visit on Friday`, `llegó el martes para una visita de dos días`: all its days.

    `A three-day round that began on Tuesday ended on Thursday`: by the verb of the day, of whichever the day is.
    """
    tree = reading.trees[number]
    lengths = [d for d in reading.doc.dates if d.type == "DURATION" and tree.sentence.span.contains(d.span)]
    length = LENGTH.fullmatch(lengths[0].timex) if len(lengths) == 1 else None
    if date is None or length is None or length[2] != "D" or len(date[0]) != DAY or not 1 < int(length[1]) <= LONGEST_VISIT:
        return date
    own = [v for d in dates_in(reading, tree.sentence.span) if d.value == date[0] and (v := owner(reading, number, d)) >= 0]
    verbs = {tree.tokens[i].lemma.lower() for i in own} & (
        reading.words.ending | reading.words.arriving | reading.words.beginning
    ) or {tree.tokens[i].lemma.lower() for i in heads}
    day, others = dt.date.fromisoformat(date[0]), dt.timedelta(days=int(length[1]) - 1)
    if verbs & reading.words.ending:
        return f"{(day - others).isoformat()}/{date[0]}", "deictic"
    if verbs & (reading.words.arriving | reading.words.beginning):
        return f"{date[0]}/{(day + others).isoformat()}", "deictic"
    return date


def is_ahead(reading: Reading, date: When | None) -> bool:
    """A day after the article's own."""
    published = reading.doc.article.published
    if not published or date is None:
        return False
    first, today = bounds(date[0])[0], bounds(published)[1]
    return bool(first and today and first > today)


def dated_behind(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """Date what was held by the next sentence where that has no subject: `Tuvimos una conversación.  Fue hoy a las ocho.`"""
    return [dated_by_next(reading, claim) if isinstance(claim, Event) and claim.meeting else claim for claim in claims]


def dated_by_next(reading: Reading, claim: Event) -> Event:
    if claim.date or claim.status is not None or reading.is_scrambled:
        return claim
    here = reading.trees[claim.sentence].sentence.span
    for number in range(claim.sentence + 1, min(claim.sentence + 1 + BEHIND, len(reading.trees))):
        tree = reading.trees[number]
        if reading.turn_at(here) != reading.turn_at(tree.sentence.span):
            break
        dates = [d for d in reading.doc.dates if d.value and d.type in {"DATE", "TIME"} and tree.sentence.span.contains(d.span)]
        if names_others(reading, tree, claim):
            break
        if len({(date.value or "")[:DAY] for date in dates}) == 1 and only_says_when(reading, tree):
            told = evidence_of(reading, tree.sentence.span)
            rules = (*claim.rules, "dated_behind")
            return dataclasses.replace(
                claim, date=(dates[0].value or "")[:DAY], date_basis=dates[0].basis, context=(*claim.context, told), rules=rules
            )
    return claim


def dated_before(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """Date what was held by the lead right before it: `Peru and Chile agreed on Tuesday to ….  They signed it after talks`."""
    told = [c for c in claims if isinstance(c, Event) and c.meeting and c.status is None]
    return [dated_by_lead(reading, claim, told) if isinstance(claim, Event) and claim.meeting else claim for claim in claims]


def dated_by_lead(reading: Reading, claim: Event, told: Sequence[Event]) -> Event:
    """Not where the lead tells of one on another day: `informed them today of the talks held on Monday. The meeting …`."""
    two = len({*claim.people}) >= 2 or len({*claim.actors}) >= 2
    if claim.date or claim.status is not None or claim.meeting not in CONTACTS or not two or reading.is_scrambled:
        return claim
    tree, lead = reading.trees[claim.sentence], claim.sentence - 1
    bodies = [n for n in range(claim.sentence + 1) if reading.is_body(n)]
    if lead not in bodies[:LEAD] or is_dated(reading, tree) or is_told_as_before(tree) or reading.turn_at(tree.sentence.span):
        return claim
    named = with_codes(reading, [m.actor for m in mentions_in(reading, reading.trees[lead].sentence.span)])
    if of_lead := [e for e in told if e.sentence == lead and e.date and {*claim.actors} & {*e.actors}]:
        return as_told_by(claim, of_lead)
    day = at_distance_of(reading, tree, day_of_lead(reading, lead))
    others = {other.date for other in told if other.sentence == lead and other.date}
    if day is None or (others and day not in others) or not named & with_codes(reading, (*claim.people, *claim.actors)):
        return claim
    return dataclasses.replace(claim, date=day, date_basis="inferred", rules=(*claim.rules, "dated_before"))


def as_told_by(claim: Event, told: Sequence[Event]) -> Event:
    """`told of the talks held on May 4.  The meeting was between the two alone`: that of the lead, if it is one."""
    days = {event.date for event in told}
    day = days.pop() if len(days) == 1 else None
    place = claim.place or (told[0].place if len(told) == 1 else None)
    rules = (*claim.rules, *(("as_lead",) if day else ()))
    return dataclasses.replace(claim, date=day, date_basis=told[0].date_basis if day else None, place=place, rules=rules)


def at_distance_of(reading: Reading, tree: Tree, day: str | None) -> str | None:
    """`Peru agreed on Wednesday to …. The news came a day after the two met`: counted from the lead's own day."""
    steps = [step for d in reading.doc.dates if tree.sentence.span.contains(d.span) and (step := steps_of(reading, d)) != 0]
    if day is None or not steps:
        return day
    if len(steps) > 1 or steps[0] is None:
        return None
    return (dt.date.fromisoformat(day) + dt.timedelta(steps[0])).isoformat()


def steps_of(reading: Reading, date: Date) -> int | None:
    """Days from the lead's: -1 for `a day after they met`, 1 for `A day later they met`, 0 where it is no such measure."""
    length, last = IN_DAYS.fullmatch(date.timex), date.span.of(reading.text).split()[-1].lower()
    way = (-1 if last in reading.words.counted_before else 1) if date.rule == LATER else direction(reading, date)
    return (way * int(length[1]) if length else None) if way else 0


def with_codes(reading: Reading, actors: Sequence[str]) -> set[str]:
    """The actors and their countries."""
    known = (code for actor in actors if actor in reading.doc.actors for code in codes_of(reading, actor))
    return {*actors, *known}


def day_of_lead(reading: Reading, number: int) -> str | None:
    """The day of its main verb, told as what was, or of who says it, where that is one of these days."""
    tree, published = reading.trees[number], reading.doc.article.published
    first, last = bounds(published) if published else (None, None)
    root = next((i for i, token in enumerate(tree.tokens) if token.head < 0), None)
    main = [] if root is None else [root, *children(tree, root, "ccomp", "conj", "parataxis")]
    told = [i for i in main if finite_of(tree, i).feat("Tense") == "Past"]
    dates = [d for d in reading.doc.dates if d.value and d.type in {"DATE", "TIME"} and tree.sentence.span.contains(d.span)]
    days = {(d.value or "")[:DAY] for d in dates if owner(reading, number, d) in told}
    if len(days) != 1 or first is None or last is None or not is_day(next(iter(days))):
        return None
    day = dt.date.fromisoformat(next(iter(days)))
    return day.isoformat() if first - dt.timedelta(FEW) <= day <= last else None


def is_dated(reading: Reading, tree: Tree) -> bool:
    return any(tree.sentence.span.contains(d.span) and d.type in {"DATE", "TIME"} for d in reading.doc.dates)


def is_told_as_before(tree: Tree) -> bool:
    """`had spoken`, `se habían reunido`: of an earlier day than what is told."""
    perfect = (t for t in tree.tokens if t.deprel == "aux" and t.feat("Tense") in {"Past", "Imp"} and t.head >= 0)
    return any(tree.tokens[t.head].feat("VerbForm") == "Part" for t in perfect)


def names_others(reading: Reading, tree: Tree, claim: Event) -> bool:
    named = {m.actor for m in mentions_in(reading, tree.sentence.span) if is_person(reading, m.actor)}
    return bool(named - {*claim.people})


def only_says_when(reading: Reading, tree: Tree) -> bool:
    """`It took place yesterday evening`, `Se dio hoy a las ocho`: in the past, of what was told just before."""
    root = next((i for i, token in enumerate(tree.tokens) if token.head < 0), None)
    if (
        root is None
        or len(tree.tokens) > LONGEST_BEHIND
        or any(is_person(reading, m.actor) for m in mentions_in(reading, tree.sentence.span))
    ):
        return False
    subjects = children(tree, root, "nsubj")
    bare = all(tree.tokens[i].upos in {"PRON", "DET"} for i in subjects)
    helpers = [tree.tokens[i] for i in (root, *children(tree, root, "cop", "aux"))]
    past = any(token.feat("Tense") == "Past" and token.feat("Person") in {"3", None} for token in helpers)
    return bare and past and bool({token.lemma.lower() for token in helpers} & reading.words.happening)


def on_the_way(reading: Reading, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Date the undated meetings to come: by the trip that they are part of, else as open from the article's day on.

    `Díaz will travel to Lima on May 3-4. She will meet with President Rojas`: the trip's sentence is part of what it rests on.
    """
    result: list[Claim] = []
    trip: Event | None = None
    for claim in claims:
        if isinstance(claim, Event) and claim.meeting == "visit" and claim.date and claim.people:
            trip = claim
        if not isinstance(claim, Event) or claim.meeting is None or claim.date or claim.status != "upcoming":
            result.append(claim)
            continue
        result.append(of_the_trip(claim, trip) if trip and is_part_of(reading, claim, trip) else still_to_come(reading, claim))
    return tuple(result)


def is_part_of(reading: Reading, claim: Event, trip: Event) -> bool:
    """Told just after the trip, of the same traveller and another person."""
    near = not reading.is_scrambled and 0 <= claim.sentence - trip.sentence <= PART_OF_TRIP
    return near and bool({*trip.people} & {*claim.people}) and len(claim.people) > 1


def of_the_trip(claim: Event, trip: Event) -> Event:
    context = () if trip.evidence == claim.evidence else (trip.evidence,)
    return dataclasses.replace(
        claim, date=trip.date, date_basis="inferred", context=(*claim.context, *context), rules=(*claim.rules, "part_of_trip")
    )


def still_to_come(reading: Reading, claim: Event) -> Event:
    """Announced without a date: any day from the article's own on."""
    published = reading.doc.article.published
    today = bounds(published)[1] if published else None
    alone = max(len(claim.people), len(claim.actors)) < 2 and not (claim.meeting == "visit" and claim.people)
    if today is None or alone:
        return claim
    return dataclasses.replace(claim, date=f"{today.isoformat()}/..", date_basis="vague", rules=(*claim.rules, "no_date_yet"))
