"""Whether two tellings may be of one call, meeting or visit: the vetoes, each a named rule.

Two tellings are one meeting where their kinds and sides are compatible and their dates meet, or lie so near that the sources
rather disagree about the day (`NEAR_DAYS`).  What one article itself dates differently is two meetings.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.consolidate.conflicts.nobody_at_both import NOBODY_AT_BOTH
from briefing.consolidate.dating import days, gap
from briefing.consolidate.meetings.beside_a_body import is_beside_a_body
from briefing.consolidate.meetings.coarse_days import is_of_the_pair_alone
from briefing.consolidate.meetings.occasion_places import capital_words, names_house, other_name, other_place, same_place, words
from briefing.consolidate.meetings.off_apart import is_held_and_not_off, is_of_another_put_off, is_off_elsewhere
from briefing.consolidate.meetings.off_days import is_off_on_another_day
from briefing.consolidate.meetings.outcomes import status_of
from briefing.consolidate.meetings.overtaken import is_at_table, is_held_as_planned, is_with_others, parties, person_keys, sides
from briefing.consolidate.week import Week
from briefing.model import Event, MeetingKind
from briefing.model.known_rows import SUMMONS
from briefing.model.marks import SIDES_OFFICES, SIDES_STAFF
from briefing.model.meeting_kinds import CONTACTS, MEETINGS_OF_TWO, SPOKEN

NEAR_DAYS = 2
SPEAKING, RECEPTION = "comment", "receive"
"""The acts of who speak with each other and who receives somebody."""
SIGNING = "signing"
"""The rule on a meeting told by a word for signing."""
PART_OF_TRIP = "part_of_trip"
"""The rule on a meeting that has the days of the journey which it is a part of."""
SIDE_UNKNOWN = "sides:unknown"
"""The rule on a meeting of which one side is a name that no article introduces."""
TOUR = "tour"
"""The rule on a visit told by a word for a tour."""
FAMILIES: Mapping[MeetingKind, str] = {
    "call": "call",
    "meeting": "meeting",
    "talks": "talks",
    "signing": "meeting",
    "event": "meeting",
    "summit": "meeting",
    "visit": "visit",
    "hearing": "hearing",
    "session": "meeting",
    "vote": "vote",
    "ruling": "ruling",
    "deadline": "deadline",
}
SPOKEN_FAMILIES = frozenset({"talks", "call", "meeting"})
FEW_DAYS = 6
WEEK = 7
"""Days of a stretch that one meeting may last."""
LONGEST_DATE = 31
"""Days of a date that by itself relates two tellings."""


def may_be_same(week: Week, left: Event, right: Event) -> bool:
    return not any(veto(week, left, right) for veto in VETOES)


def other_kind(week: Week, left: Event, right: Event) -> bool:
    """A call is no visit; `talks` may be a call or a meeting; who travels to meet somebody does both on one day."""
    assert left.meeting is not None
    assert right.meeting is not None
    families = {FAMILIES[left.meeting], FAMILIES[right.meeting]}
    if families == {"visit", "meeting"} and is_one_journey(week, left, right):
        return False
    if is_day_of_its_week(week, left, right) or is_day_of_its_week(week, right, left):
        return False
    return len(families) > 1 and not ("talks" in families and families <= SPOKEN_FAMILIES)


def is_one_journey(week: Week, left: Event, right: Event) -> bool:
    """`viajará a Lima el 20 de mayo`, `will meet her colleague in Lima on May 20`: one day, one person or, unnamed, place."""
    if not left.date or left.date != right.date:
        return False
    of_trip = PART_OF_TRIP in {*left.rules, *right.rules}
    mine, theirs = person_keys(week, left), person_keys(week, right)
    # `the ministers will meet in Lima on May 20`, `Peru's minister will lead a delegation to Chile on May 20`
    one_side = bool({*left.actors} & {*right.actors}) and not (left.place and right.place)
    here = same_place(left, right) or bool(capital_words(week, left) & words(right.place or ""))  # `Lisboa`, `Lisbon`
    unnamed = not (mine and theirs) and (here or one_side)
    return (days(left.date) == 0 or of_trip) and (bool(mine & theirs) or unnamed)


def is_day_of_its_week(week: Week, visit: Event, meeting: Event) -> bool:
    """`will visit Nepal next week. She leaves on Monday to hold talks with her colleague`: a week only says when it may be."""
    if visit.meeting != "visit" or not visit.date or not meeting.date or visit.evidence.article != meeting.evidence.article:
        return False
    inside = days(visit.date) >= FEW_DAYS and days(meeting.date) == 0 and gap(visit.date, meeting.date) == 0
    known = [week.person(meeting.evidence.article, name) for name in meeting.people]
    unknown = any(person is None or person.country is None for person in known)  # `his counterpart, Sushila Adhikari`
    both = {*visit.actors} <= {*parties(week, meeting)} or (unknown and {*parties(week, meeting)} <= {*visit.actors})
    same = meeting.meeting in CONTACTS and visit.status == meeting.status
    return inside and both and same and len(visit.people) == 1 and {*visit.people} < {*meeting.people}


def other_people(week: Week, left: Event, right: Event) -> bool:
    """Both name people, and nobody is in both; or both name two and only one is shared."""
    a, b = person_keys(week, left), person_keys(week, right)
    if not a or not b:
        # `the ambassador met with diplomats` on Monday is not the ministers' meeting of Tuesday.
        apart = max(len(a), len(b)) >= 2 and bool(left.date and right.date) and gap(left.date or "", right.date or "") > 0
        return apart and not of_one_office(week, left, right) and not is_one_plan(week, left, right)
    shared = a & b | {key for key in a for other in b if is_surname_of(key, other) or is_surname_of(other, key)}
    if shared and left.date and left.date == right.date and (is_of_one_country(week, left) or is_of_one_country(week, right)):
        return False  # `will take part in the talks along with Foreign Minister Petit`: in those that Petit holds that day
    return not shared or (len(a) >= 2 and len(b) >= 2 and len(shared) < 2)


def is_of_one_country(week: Week, event: Event) -> bool:
    """Two or more people of one government, and no other government: they did not meet one another."""
    people = [week.person(event.evidence.article, actor) for actor in event.people]
    countries = {person.country for person in people if person}
    return len(people) > 1 and all(people) and len(countries) == 1 and None not in countries and {*event.actors} <= countries


def is_one_plan(week: Week, left: Event, right: Event) -> bool:
    """`will meet her Peruvian colleague on May 14`, `Ambos ministros se verán el 15`: one, of the same two countries."""
    planned = (
        left.status == right.status == "upcoming"
        and left.meeting == right.meeting
        and SIDES_STAFF not in (*left.rules, *right.rules)
    )
    pair = {*parties(week, left)}
    same_two = len(pair) == 2 and pair == {*parties(week, right)}
    if not planned or not same_two or left.evidence.article == right.evidence.article:
        return False
    if not person_keys(week, left) or not person_keys(week, right):
        return same_place(left, right) and are_both_of_rank(week, left, right)
    return bool(person_keys(week, left) & person_keys(week, right))


def are_both_of_rank(week: Week, left: Event, right: Event) -> bool:
    """`Ambos ministros` beside the trade ministers whom the other telling names: a bare word of their office, in the plural."""
    named, unnamed = sorted((left, right), key=lambda event: -len(event.people))
    doc = week.docs[unnamed.evidence.article]
    known = week.docs[named.evidence.article].actors
    held = [actor.role for name in named.people if (actor := known.get(name)) and actor.role]
    roles = [week.knowledge.roles[role] for role in held if role in week.knowledge.roles]
    words_of = {word.lower() for role in roles for form in role.forms.get(doc.article.language, ()) for word in form.split()}
    tokens = doc.sentences[unnamed.sentence].tokens
    ranks = [i for i, t in enumerate(tokens) if t.feat("Number") == "Plur" and t.upos == "NOUN" and t.lemma.lower() in words_of]
    return any({t.upos for t in tokens[max(0, i - 1) : i + 2] if t != tokens[i]}.isdisjoint(QUALIFIES) for i in ranks)


QUALIFIES = frozenset({"ADP", "ADJ", "NOUN", "PROPN"})
"""What beside a rank says of which office it is: `ministros de Defensa`, `defence ministers`."""


def is_surname_of(key: str, full: str) -> bool:
    """`Choque` where another article names Wilber Choque."""
    return " " not in key and " " in full and key in full.split()


def of_one_office(week: Week, left: Event, right: Event) -> bool:
    """`los cancilleres de ambos países` are the foreign ministers whom the other telling names, or tells of without names."""
    named, unnamed = sorted((left, right), key=lambda event: -len(event.people))
    if person_keys(week, unnamed):
        return False  # the office may be that of who is named
    doc = week.docs[named.evidence.article]
    held = frozenset(actor.role for name in named.people if (actor := doc.actors.get(name)) and actor.role)
    roles = held if named.people else told_offices(week, named)
    same = set(left.actors) == set(right.actors) and len(set(left.actors)) == 2
    dated = bool(left.date and right.date) and gap(left.date or "", right.date or "") == 0
    within = dated and set(unnamed.actors) <= set(named.actors)  # `our ministers will meet this month`
    # `Ambassador Ana Ruiz met Chilean diplomats`, `the Peruvian ambassador met Chilean diplomats`
    alone = same and bool(named.people)
    return (same or within) and bool(roles & told_offices(week, unnamed, alone=alone))


def told_offices(week: Week, event: Event, *, alone: bool = False) -> frozenset[str]:
    """The offices that its sentence names in the plural, or `alone`: `the interior ministers`, `los ministros de Interior`."""
    doc = week.docs[event.evidence.article]
    tokens = doc.sentences[event.sentence].tokens
    lemmas = f" {' '.join(token.lemma.lower() for token in tokens)} "
    several = {token.lemma.lower() for token in tokens if token.feat("Number") == "Plur" and token.upos == "NOUN"}
    forms = ((role, form.lower()) for role, r in week.knowledge.roles.items() for form in r.forms.get(doc.article.language, ()))
    return frozenset(role for role, form in forms if f" {form} " in lemmas and (alone or {*form.split()} & several))


def other_governments(week: Week, left: Event, right: Event) -> bool:
    """Both name governments, and each one that the other does not, though not the same two people."""
    a, b = set(left.actors), set(right.actors)
    shared = person_keys(week, left) & person_keys(week, right)
    # `the minister's visit to Niger` names its host, `the visit of the Nigerian minister` its guest
    one_each = bool(shared) and len(a) == len(b) == 1
    return bool(a and b) and not (a <= b or b <= a) and not one_each and len(shared) < 2


def other_format(week: Week, left: Event, right: Event) -> bool:
    """What two sides hold beside a summit is not the summit, unless it is of the same day."""
    if (left.meeting == "summit") == (right.meeting == "summit"):
        return False
    return not (left.date and right.date and gap(left.date, right.date) == 0)


def told_as_another(week: Week, left: Event, right: Event) -> bool:
    """`The two will also meet …`: one article's own meetings need more than one side in common, or the day."""
    if left.evidence.article != right.evidence.article or left.evidence == right.evidence or is_one_summons(week, left, right):
        return False
    same_day = left.date and right.date and gap(left.date, right.date) == 0
    return not same_day and len(sides(week, left) & sides(week, right)) < 2


def is_one_summons(week: Week, left: Event, right: Event) -> bool:
    """`made Peru summon Chile's envoy`, `summoned Ambassador Ruiz to appear on Monday`: of one envoy, no two days."""
    if left.act != SUMMONS or right.act != SUMMONS or (left.date and right.date and left.date != right.date):
        return False
    mine, theirs = {*parties(week, left)}, {*parties(week, right)}
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine)


def other_office(week: Week, left: Event, right: Event) -> bool:
    """One article: `The king received Petit`, `Petit met the prime minister, Ana Ruiz`: another office of one country."""
    if left.evidence.article != right.evidence.article or left.sentence == right.sentence:
        return False
    return any(meets_other_office(week, few, many) for few, many in ((left, right), (right, left)))


def meets_other_office(week: Week, few: Event, many: Event) -> bool:
    if len(few.people) != 1 or len(many.people) != 2 or not {*few.people} < {*many.people}:
        return False
    doc = week.docs[few.evidence.article]
    span = doc.sentences[few.sentence].span
    other = next(doc.actors.get(name) for name in many.people if name not in few.people)
    offices = [doc.actors.get(m.actor) for m in doc.mentions if span.contains(m.span) and not m.place]
    roles = {a.role for a in offices if a and a.kind == "office" and other and a.country == other.country and a.role}
    return bool(other and other.role and roles) and other is not None and other.role not in roles


def dates_apart(week: Week, left: Event, right: Event) -> bool:
    """Further apart than sources err about a day; vaguer dates must meet."""
    if not left.date or not right.date:
        return False
    both_days = days(left.date) == days(right.date) == 0
    return gap(left.date, right.date) > (NEAR_DAYS if both_days and is_one_occasion(week, left, right) else 0)


def is_one_occasion(week: Week, left: Event, right: Event) -> bool:
    """Where the sources may err about its day: the same two people are there, or it is at the same place, and of one act.

    One person alone meets several others in a week: `the minister met her colleague` and, a day later, `met residents`.
    """
    if SUMMONS in {left.act, right.act} and left.act != right.act:
        return False
    if is_at_table(week, left) != is_at_table(week, right):
        return False
    if {left.meeting, right.meeting} == MEETINGS_OF_TWO and not same_place(left, right):
        return False  # `I spoke with Petit last night`: by phone perhaps, and not what they did face to face the day before
    here = bool(left.place and right.place and words(left.place) & words(right.place))
    shared = len(person_keys(week, left) & person_keys(week, right)) > 1
    if {left.meeting, right.meeting} == SPOKEN and not shared:
        return False  # `talks on the dam broke up on Tuesday, but the minister said`, `the ministers telephoned on Wednesday`
    # `The transport ministers met`, `She met the ambassador`: the office that both name is not enough
    unnamed = (SIDES_OFFICES in left.rules) != (SIDES_OFFICES in right.rules)
    return here or shared or is_one_plan(week, left, right) or (of_one_office(week, left, right) and not unnamed)


def told_apart(week: Week, left: Event, right: Event) -> bool:
    """One article itself gives two days."""
    same_article = left.evidence.article == right.evidence.article
    return same_article and bool(left.date and right.date) and gap(left.date or "", right.date or "") > 0


def one_held_one_to_come(week: Week, left: Event, right: Event) -> bool:
    """What has been held is not what is to come, unless it is what another article announces for that day."""
    statuses = {status_of(week, [left]), status_of(week, [right])}
    as_planned = is_held_as_planned(week, left, right) or is_held_as_planned(week, right, left)
    return statuses >= {"held", "upcoming"} and not as_planned and not is_one_summons(week, left, right)


def unrelated(week: Week, left: Event, right: Event) -> bool:
    """Nothing identifies them as one: no person, no day and no place in common, and fewer than two governments."""
    if left.evidence == right.evidence and left.meeting == right.meeting and left.date == right.date:
        return False
    if are_elsewhere(week, left, right):
        return True
    if is_one_summons(week, left, right):
        return False
    if person_keys(week, left) & person_keys(week, right) or len(set(left.actors) & set(right.actors)) >= 2:
        return False
    if left.date and right.date and gap(left.date, right.date) == 0 and max(days(left.date), days(right.date)) <= LONGEST_DATE:
        if sides(week, left) & sides(week, right) or same_place(left, right):
            return False
        # `the body will meet on the 22nd`, `the ministers will meet at the end of the month`: of nobody in common, only the day
        vague = max(days(left.date), days(right.date)) > FEW_DAYS and left.date != right.date
        vague = vague and not of_one_office(week, left, right)
        return vague or bool(sides(week, left) and sides(week, right))
    return not (left.place and right.place)


def is_a_stop(week: Week, left: Event, right: Event) -> bool:
    """`will begin a tour of the region on May 18`, `will visit Honduras`: which of its days is the stop's nobody says."""
    return any(
        TOUR in tour.rules and TOUR not in stop.rules and tour.date != stop.date and not (tour.place and same_place(tour, stop))
        for tour, stop in ((left, right), (right, left))
    )


def only_resumed(week: Week, left: Event, right: Event) -> bool:
    """`agreed to resume the negotiations`: of no day, place and people, and not the session that a body holds on a day."""
    return any(is_open_talks(one) and other.meeting != "talks" for one, other in ((left, right), (right, left)))


def is_open_talks(event: Event) -> bool:
    undated = not event.date or event.date.endswith("/..")
    return event.meeting == "talks" and event.status == "upcoming" and undated and not event.people and not event.place


def are_elsewhere(week: Week, left: Event, right: Event) -> bool:
    """One names nobody at all, and it is at a place of another name: nothing says that the other is the same."""
    alone = not sides(week, left) or not sides(week, right)
    # `se celebrará en Lisboa el 22`, `will be received at the palace` that day: of two articles, the town and a house
    one_day = bool(left.date) and left.date == right.date and days(left.date or "") == 0
    if one_day and names_house(left) != names_house(right) and left.evidence.article != right.evidence.article:
        return False
    return alone and bool(left.place and right.place) and not same_place(left, right) and other_name(week, left, right)


def one_side_alone(week: Week, left: Event, right: Event) -> bool:
    """One names the people of two governments, the other one government that meets somebody else, and no day is shared."""
    few, many = sorted((left, right), key=lambda event: len(set(event.actors)))
    apart = len(set(few.actors)) == 1 and len(set(many.actors)) > 1 and len(few.people) == 1 and len(many.people) > 1
    same_day = bool(left.date and right.date) and gap(left.date or "", right.date or "") == 0
    as_planned = is_held_as_planned(week, left, right) or is_held_as_planned(week, right, left)
    return apart and not same_day and not as_planned


def officials_alone(week: Week, left: Event, right: Event) -> bool:
    """What officials or teams do whom nobody names is not what named people do, unless it is of one day or one office."""
    unnamed, named = sorted((left, right), key=lambda event: -(SIDES_OFFICES in event.rules))
    for staff, others in ((left, right), (right, left)):
        if SIDES_STAFF in staff.rules and SIDES_STAFF not in others.rules and person_keys(week, others):
            return True
    if SIDES_OFFICES not in unnamed.rules or SIDES_OFFICES in named.rules or not person_keys(week, named):
        return False
    if is_one_summons(week, left, right):
        return False
    intersecting = bool(left.date and right.date) and gap(left.date or "", right.date or "") == 0
    few = intersecting and max(days(left.date or ""), days(right.date or "")) < FEW_DAYS - 2
    if unnamed.act == SPEAKING and named.act == RECEPTION:
        return True  # `The two ministers will speak on Monday`, and one of them receives somebody else on that day
    there = intersecting and same_place(left, right)  # `a team will be in Lima next week`, `Ana Ruiz will visit Lima on May 20`
    # `this week, after seeing his Peruvian colleague`: of the one that both countries held that week
    theirs = {*unnamed.actors} <= {*parties(week, named)} and len({*unnamed.actors}) == 1
    week_of_it = intersecting and theirs and days(unnamed.date or "") < WEEK
    return not (few or there or week_of_it or of_one_office(week, left, right) or is_one_plan(week, left, right))


VETOES = (
    is_of_another_put_off,
    is_held_and_not_off,
    is_off_on_another_day,
    is_off_elsewhere,
    is_of_the_pair_alone,
    is_with_others,
    is_beside_a_body,
    officials_alone,
    other_kind,
    one_side_alone,
    other_people,
    other_governments,
    other_format,
    told_as_another,
    other_office,
    other_place,
    dates_apart,
    told_apart,
    one_held_one_to_come,
    only_resumed,
    *NOBODY_AT_BOTH,
    is_a_stop,
    unrelated,
)
