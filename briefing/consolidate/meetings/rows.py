"""One call, meeting or visit told by several articles; two calls of one week kept apart where the sources keep them apart.

Which two tellings may be one, `occasions` says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from datetime import timedelta
from itertools import combinations

from briefing.consolidate.accounts.gatherings import gathering_differences
from briefing.consolidate.dating import best_date, days, gap, still_to_come
from briefing.consolidate.elsewhere import COUNTRY_CODE
from briefing.consolidate.main_claims import weakest_shared
from briefing.consolidate.meetings.doubted import doubted
from briefing.consolidate.meetings.held_since import with_held
from briefing.consolidate.meetings.holders import with_holders
from briefing.consolidate.meetings.no_rows import NO_ROWS, is_told_by_new_day
from briefing.consolidate.meetings.occasion_places import (
    capital_words,
    country_at,
    is_known_place,
    names_house,
    other_place,
    same_place,
    words,
)
from briefing.consolidate.meetings.occasions import (
    FEW_DAYS,
    LONGEST_DATE,
    SIDE_UNKNOWN,
    SIGNING,
    VETOES,
    is_surname_of,
    may_be_same,
    other_kind,
    unrelated,
)
from briefing.consolidate.meetings.outcomes import status_of
from briefing.consolidate.meetings.overtaken import join_moved, join_overtaken, parties, person_keys, sides
from briefing.consolidate.meetings.row_needs import lacks
from briefing.consolidate.meetings.travellers import join_travellers
from briefing.consolidate.meetings.two_days import join_days
from briefing.consolidate.meetings.two_places import TWO_PLACES, are_placed_apart, join_places
from briefing.consolidate.people import Person
from briefing.consolidate.reasons import apart_rules, vetoes_between, words_at
from briefing.consolidate.week import Week, counts, make_id, place_key, retold_medium, unique_evidence
from briefing.edtf import bounds
from briefing.knowledge import LANGUAGES
from briefing.model import DateBasis, Event, Evidence, Language, Meeting, MeetingKind
from briefing.model.known_rows import SUMMONS
from briefing.model.marks import OCCASION_OFF, PUT_OFF_TO, SIDES_DELEGATION
from briefing.model.meeting_kinds import CONTACTS

TWO_TOWNS = "one_day_two_towns"
"""The rule on one meeting that two articles place in two towns."""
NO_MEETINGS = frozenset({"take_effect"})
"""Acts with a day of their own on which nobody meets and no time runs out: a fact tells of them."""
DAYS_OF_NEWS = 62
"""A meeting that took place longer ago is no news of a week."""


def find_meetings(week: Week) -> tuple[tuple[Meeting, tuple[Event, ...]], ...]:
    """The meetings of the week with the events that each was made from, upcoming first, then by date."""
    told = [c for name in sorted(week.claims) for c in week.claims[name] if isinstance(c, Event) and c.meeting]
    told = [with_holders(week, event) for event in told]
    events = [event for event in told if event.act not in NO_MEETINGS and not is_history(week, event)]
    put_off = frozenset(event.evidence for event in events if PUT_OFF_TO in event.rules)
    unsure = {with_holders(week, event) for event in doubted(week)}
    one_place = join_days(week, join_places(week, meeting_groups(week, events), VETOES))
    groups = join_overtaken(week, join_moved(week, join_two_towns(week, join_travellers(week, one_place))))
    groups = with_held(week, groups)
    groups = [sure for group in groups if (sure := without_doubted_plans(group, unsure))]
    groups = [group for group in groups if not is_told_by_new_day(group, put_off)]
    for is_no_row in NO_ROWS:
        groups = [group for group in groups if not is_no_row(week, group, groups)]
    apart = kept_apart(week, groups)
    made = [(make_meeting(week, g, apart.get(index, ())), tuple(of_its_status(week, g))) for index, g in enumerate(groups)]
    rows = [row for row, _ in made]
    return tuple(sorted((row for row in made if lacks(row[0], rows) is None), key=lambda row: order_of(row[0])))


def without_doubted_plans(group: list[Event], unsure: Set[Event]) -> list[Event]:
    """What is left of a meeting that is only announced when the announcements in doubt are not counted."""
    planned = {event.status for event in group} <= {"upcoming", "unconfirmed"}
    return [event for event in group if event not in unsure] if planned else group


def is_history(week: Week, event: Event) -> bool:
    """`for the first time since its meeting in 1994`: told as the past of this week's news."""
    last, today = bounds(event.date)[1] if event.date else None, bounds(week.as_of)[0]
    return bool(last and today and (today - last).days > DAYS_OF_NEWS)


def order_of(meeting: Meeting) -> tuple[bool, str, int, str]:
    return (meeting.status not in {"upcoming", "postponed"}, meeting.date or "9999", -meeting.sources, meeting.id)


def meeting_groups(week: Week, events: Sequence[Event]) -> list[list[Event]]:
    """Day-dated tellings first, so that vaguer ones find the meeting that they fit."""
    ordered = sorted(events, key=lambda e: (days(e.date) if e.date else 10**7, -len(sides(week, e)), place_key(week, e)))
    groups: list[Group] = []
    related: dict[Hashable, list[int]] = {}
    for event in ordered:
        candidates = sorted({index for key in related_to(week, event) for index in related.get(key, ())})
        near = [groups[index] for index in candidates]
        fitting = [group for group in near if is_of_group(week, event, group.compared_with(event))]
        if fitting:
            min(fitting, key=lambda g: (is_elsewhere(event, g), distance(week, event, g), place_key(week, g.members[0]))).add(
                week, event
            )
        else:
            groups.append(Group(week, event))
            for key in relations(week, event, language_of(week, event)):
                related.setdefault(key, []).append(len(groups) - 1)
    return [sorted(group.members, key=lambda e: place_key(week, e)) for group in groups]


def join_two_towns(week: Week, groups: Sequence[list[Event]]) -> list[list[Event]]:
    """The groups, those of one meeting and day joined of which two articles say that it is in two towns."""
    kept = list(groups)
    for difference in gathering_differences(week):
        told = {(c.evidence.article, c.sentence) for side in difference.values.values() for c in side}
        found = [g for g in kept if any(e.place and (e.evidence.article, e.sentence) in told for e in g)]
        if difference.rule == TWO_TOWNS and len(found) == 2 and is_but_for_place(week, *found):
            kept = [group for group in kept if group not in found]
            kept.append(sorted((*found[0], *found[1]), key=lambda e: place_key(week, e)))
    return kept


def is_but_for_place(week: Week, one: Sequence[Event], other: Sequence[Event]) -> bool:
    return {*vetoes_between(week, one, other, VETOES)} <= {other_place.__name__, unrelated.__name__}


def is_of_group(week: Week, event: Event, members: Sequence[Event]) -> bool:
    """Whether nothing speaks against any member; a journey's own kind does not where the meeting it is made for is in it."""
    alike = [other for other in members if not other_kind(week, event, other)]
    found = (may_be_same(week, event, other) for other in alike)
    journey = {*vetoes_between(week, [event], [other for other in members if other not in alike], VETOES)}
    return bool(alike) and all(found) and journey <= {other_kind.__name__}


class Group:
    """The tellings of one meeting while they are being joined."""

    def __init__(self, week: Week, first: Event) -> None:
        self.members: list[Event] = []
        self.distinct: dict[Hashable, Event] = {}
        self.of_article: dict[str, list[Event]] = {}
        self.add(week, first)

    def add(self, week: Week, event: Event) -> None:
        self.members.append(event)
        self.distinct.setdefault(profile(week, event), event)
        self.of_article.setdefault(event.evidence.article, []).append(event)

    def compared_with(self, event: Event) -> list[Event]:
        """The members that differ in what is compared, and all of the event's own article."""
        return [*self.distinct.values(), *self.of_article.get(event.evidence.article, ())]


def related_to(week: Week, event: Event) -> Iterator[Hashable]:
    """By what a telling finds the others; places that another language may spell otherwise are taken for one."""
    others = [language for language in LANGUAGES if language != language_of(week, event)]
    yield from relations(week, event, *others)


def language_of(week: Week, event: Event) -> Language:
    return week.docs[event.evidence.article].article.language


def relations(week: Week, event: Event, *languages: Language) -> Iterator[Hashable]:
    """What two tellings of one meeting have in common at least one of, as `unrelated` and `other_place` have it."""
    yield event.evidence
    yield from (("placed", language) for language in languages if event.place)
    yield from (("person", key) for key in person_keys(week, event))
    yield from combinations(sorted(set(event.actors)), 2)
    yield from ((SUMMONS, code) for code in parties(week, event) if event.act == SUMMONS)
    yield from (("place", word) for word in words(event.place or ""))
    first, last = bounds(event.date) if event.date else (None, None)
    if first and last and (last - first).days <= LONGEST_DATE:
        yield from (("day", first + timedelta(number)) for number in range((last - first).days + 1))


def profile(week: Week, event: Event) -> tuple[object, ...]:
    return (event.meeting, event.date, event.actors, person_keys(week, event), event.place, event.status)


def is_elsewhere(event: Event, group: Group) -> bool:
    """`will meet on Thursday in Lima`, and nobody knows which Thursday: rather that in Lima than one without a place."""
    placed = [other for other in group.compared_with(event) if other.place]
    return bool(event.place) and not any(same_place(event, other) for other in placed)


def distance(week: Week, event: Event, group: Group) -> tuple[int, int]:
    """How far an event is from a group: in days, then in sides that do not meet; an undated one goes to the latest."""
    others = group.compared_with(event)
    gaps = [gap(event.date, other.date) for other in others if event.date and other.date]
    apart = min(len(sides(week, event) ^ sides(week, other)) for other in others)
    latest = max((str(bounds(other.date)[0] or "") for other in group.members if other.date), default="")
    return (min(gaps, default=0), apart * 100 - int(latest.replace("-", "").ljust(8, "0")[-4:] or 0) // 100)


# ------------------------------------------------------------------ the meeting


def make_meeting(week: Week, whole: Sequence[Event], apart: Sequence[str]) -> Meeting:
    group = of_its_status(week, whole)
    dated = day_of(week, group)
    if dated and status_of(week, group) == "upcoming":
        dated = (still_to_come(dated[0], week.as_of), dated[1])
    telling = of_new_day(group)
    evidence = unique_evidence(week, telling, context=True)
    kind = usual_kind(group)
    carried = counts(week, telling)
    return Meeting(
        id=make_id("m", kind, evidence[0].text, group[0].date),
        kind=named_kind(kind, group),
        status=status_of(week, group),
        act=group[0].act,
        plover=group[0].plover,
        date=dated[0] if dated else None,
        date_basis=dated[1] if dated else None,
        place=place_of(week, group) if kind != "call" else None,  # whose telling as talks may have one
        moved_from=next((event.moved_from for event in group if event.moved_from), None),
        participants=participants_of(week, group if is_between_two(week, group) else whole),
        people=people_of(week, group if is_between_two(week, group) else whole),
        further=tuple(dict.fromkeys(piece for event in group for piece in event.further)),
        agenda=agenda_of(group, dated[0] if dated else None),
        body=body_of(group),
        concepts=tuple(dict.fromkeys(concept for event in group for concept in event.concepts))[:8],
        attribution=group[0].attribution if all(event.attribution for event in group) else (),
        certainty=weakest_shared(group),
        rules=(*dict.fromkeys(rule for event in group for rule in rules_of(week, event)), *merged_by(week, group), *apart),
        evidence=evidence,
        sources=carried["sources"],
        origins=carried["origins"],
        retells=retold_medium(week, group),
    )


def of_new_day(group: Sequence[Event]) -> Sequence[Event]:
    """The tellings without those of the day that it has been moved from: their words say another day."""
    return [event for event in group if not event.moved_from or PUT_OFF_TO in event.rules] or group


def agenda_of(group: Sequence[Event], day: str | None) -> tuple[Evidence, ...]:
    """The first words of each language that say what it is about, of a telling that is surely of this meeting's day."""
    found: dict[Language | None, Evidence] = {}
    for piece in (piece for event in group if not day or is_surely_of(day, event, group) for piece in event.agenda):
        found.setdefault(piece.language, piece)
    return tuple(found.values())


def body_of(group: Sequence[Event]) -> tuple[Evidence, ...]:
    """The first name of each language for the body that meets."""
    found: dict[Language | None, Evidence] = {}
    for piece in (piece for event in group for piece in event.body):
        found.setdefault(piece.language, piece)
    return tuple(found.values())


def is_surely_of(day: str, event: Event, group: Sequence[Event]) -> bool:
    """Told with the day, or without one in an article that tells of the meeting with its day, and with no other."""
    article = event.evidence.article
    told = [event.date] if event.date else [e.date for e in group if e.date and e.evidence.article == article]
    return bool(told) and all(gap(date, day) == 0 and days(date) <= days(day) for date in told)


def place_of(week: Week, group: Sequence[Event]) -> str | None:
    """The longest name that they give; none where one names a capital and another some town: they differ, or nobody knows."""
    coarse = {id(event): (names_house(event), country_at(week, event) is not None) for event in group}
    told = [event for event in of_new_day(group) if event.place]  # the old day's place may be another
    placed = sorted(told or (event for event in group if event.place), key=lambda e: (coarse[id(e)], -len(e.place or "")))
    if rivals := next(((a, b) for a, b in combinations(placed, 2) if are_placed_apart(week, a, b)), ()):
        return TWO_PLACES.join(str(event.place) for event in sorted(rivals, key=group.index))
    capitals = {word for event in placed for word in capital_words(week, event)}
    elsewhere = [event for event in placed if not is_known_place(week, event) and not names_house(event)]
    elsewhere = [event for event in elsewhere if country_at(week, event) is None]
    if capitals and any(not words(event.place or "") & capitals for event in elsewhere):
        return None
    if any(other_place(week, placed[0], event) for event in placed):
        return next(event.place for event in group if event.place)  # that of the words which tell the row
    return placed[0].place if placed else None


def rules_of(week: Week, event: Event) -> tuple[str, ...]:
    """Its own, and that one of its sides is a name which nobody introduces."""
    unknown = any(week.person(event.evidence.article, actor) is None for actor in event.people)
    return (*event.rules, *((SIDE_UNKNOWN,) if unknown else ()))


def kept_apart(week: Week, groups: Sequence[Sequence[Event]]) -> dict[int, tuple[str, ...]]:
    """Of meetings that share a person, or two governments: the vetoes that keep them apart."""
    return apart_rules(
        week,
        groups,
        near=lambda group: [*person_keys(week, group[0]), *combinations(sorted(set(group[0].actors)), 2)],
        speaks=lambda left, right: vetoes_between(week, left, right, VETOES),
        name=lambda group: words_at(week, group[0].evidence),
    )


def merged_by(week: Week, group: Sequence[Event]) -> tuple[str, ...]:
    """What every further telling shares with the first: people, governments, the day, the place."""
    first = group[0]
    told = [
        (other, [*sorted(sides(week, first) & sides(week, other)), *same_when_and_where(first, other)]) for other in group[1:]
    ]
    return tuple(f"merged:{words_at(week, other.evidence)}:{', '.join(shared)}" for other, shared in told)


def same_when_and_where(left: Event, right: Event) -> list[str]:
    shared = [left.date] if left.date and left.date == right.date else []
    return [*shared, *([left.place] if left.place and left.place == right.place else [])]


def usual_kind(group: Sequence[Event]) -> MeetingKind:
    """The kind that most tellings give; `talks` only where none says more; where somebody travels to meet, the meeting."""
    kinds = Counter(event.meeting for event in group if event.meeting)
    return min(kinds, key=lambda kind: (kind in {"talks", "visit"}, -kinds[kind], kind))


def named_kind(kind: MeetingKind, group: Sequence[Event]) -> MeetingKind:
    """`will sign the protocol on May 3`: a signing; `the fair was called off`: an event; if no telling says that they meet."""
    marks: Mapping[str, MeetingKind] = {SIGNING: "signing", OCCASION_OFF: "event"}
    named = (name for mark, name in marks.items() if kind == "meeting" and all(mark in event.rules for event in group))
    return next(named, kind)


def fullest_first(week: Week, group: Sequence[Event]) -> list[Event]:
    return sorted(group, key=lambda event: (-len(sides(week, event)), place_key(week, event)))


def participants_of(week: Week, group: Sequence[Event]) -> tuple[str, ...]:
    """The governments that any telling names, and those whose people met, as any article knows them."""
    named = [code for event in fullest_first(week, group) for code in event.actors]
    people = whole_names([week.person(event.evidence.article, actor) for event in group for actor in event.people])
    codes = tuple(dict.fromkeys([*named, *(person.country for person in people if person.country)]))
    one_sided = len(codes) == 1 and any(not person.country for person in people)
    one_sided = one_sided and not all(SIDES_DELEGATION in event.rules for event in group)
    one_sided = one_sided and not (len(people) == 1 and any(meets_office_of(week, event, codes[0]) for event in group))
    body = len(codes) == 1 and len(codes[0]) > COUNTRY_CODE  # `The Security Council will meet`: with nobody else
    # whose the others are is not known: the people stand for themselves; of two sides one alone misleads
    return () if one_sided or (len(codes) == 1 and not people and not body and usual_kind(group) in CONTACTS) else codes


def meets_office_of(week: Week, event: Event, country: str) -> bool:
    """`Petit will talk with his Peruvian counterpart`, `will receive the Peruvian envoy`: whose the one is who has no name."""
    doc = week.docs[event.evidence.article]
    span = doc.sentences[event.sentence].span
    named = (doc.actors.get(m.actor) for m in doc.mentions if span.contains(m.span))
    return any(a is not None and a.kind == "office" and a.country == country for a in named)


def people_of(week: Week, group: Sequence[Event]) -> tuple[str, ...]:
    """The people whom any telling names, those of most tellings first."""
    found = whole_names(
        [week.person(event.evidence.article, actor) for event in fullest_first(week, group) for actor in event.people]
    )
    votes = Counter(person.name for person in found)
    order = {name: position for position, name in enumerate(dict.fromkeys(person.name for person in found))}
    return tuple(sorted(votes, key=lambda name: (-votes[name], order[name])))


def whole_names(found: Sequence[Person | None]) -> list[Person]:
    """Without a surname alone beside its whole name: `I will meet Minister Wanjala`, who is Grace Wanjala elsewhere."""
    known = [person for person in found if person]
    return [one for one in known if not any(is_surname_of(one.key, other.key) for other in known)]


def is_between_two(week: Week, group: Sequence[Event]) -> bool:
    return len({side for event in group for side in sides(week, event)}) > 1


def of_its_status(week: Week, group: Sequence[Event]) -> Sequence[Event]:
    """The tellings that say what has become of it: of what was held not the plans, of what is to come no doubts."""
    status = status_of(week, group)
    told = [event for event in group if (event.status or status_of(week, [event])) == status]
    if status == "held" and told and not best_date(told):  # its day is that of the plan, which it rests on
        return [*told, *(event for event in group if event not in told)]
    return told if told and status in {"held", "upcoming"} else group


def day_of(week: Week, group: Sequence[Event]) -> tuple[str, DateBasis | None] | None:
    """The day of what was held is that of its own tellings, not the one it had been planned for."""
    told = [event for event in group if not event.status]
    held = status_of(week, group) == "held"
    found = (best_date(told) if held else None) or best_date(group)
    longer = {e.date: e.date_basis for e in group if e.date and found and is_begun_on(e.date, found[0])}
    return next(iter(sorted(longer.items())), found)


def is_begun_on(stretch: str, day: str) -> bool:
    """`on May 18 and 19`, where another telling has only the 18th."""
    first, _, last = stretch.partition("/")
    return first == day and bool(last) and days(stretch) < FEW_DAYS  # `next week` is a stretch in which the day lies
