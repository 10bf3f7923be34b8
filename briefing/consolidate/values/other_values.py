"""What a number is of, and what speaks against two numbers being two values of one thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefing.consolidate.conflicts.counted_as import KILLED
from briefing.consolidate.conflicts.one_event import is_one_event
from briefing.consolidate.dating import days
from briefing.consolidate.values import one_thing
from briefing.consolidate.values.borne import parts_of
from briefing.consolidate.values.counts import is_other_amount
from briefing.consolidate.values.governors import PRICED
from briefing.consolidate.values.held import are_both_held
from briefing.consolidate.values.matters import DEAD, PEOPLE, Matter, of_people
from briefing.consolidate.values.valued import LESSEN, RISE
from briefing.edtf import bounds, intersects
from briefing.knowledge import load_language
from briefing.model import Quantity

ONE_SIZE, ONE_SUM = 1.85, 1.45
"""How many times the smaller value the greater one may be, of things and of money."""
ONE_LOAN = 2.0
"""How many times the smaller sum the greater one may be, of one deed and for the same things."""
SAME_DEED, SAME_THINGS = 2, 2
"""What the deed of both counts; so many things make two sums one: `will lend it to repair the railway`."""
FARTHEST = 4.0
"""How many times the smaller value the greater one may be: further apart, they measure two things."""
FAR_DAYS = 60
"""A period that ended so many days before the articles is another time than theirs."""
FREED = "deed:free"
"""The class of deeds by which those who were held are so no more."""
MONTH = 7
"""Characters of a date that names a month."""
MINUTES = {"second": 1 / 60, "minute": 1.0, "hour": 60.0}
"""Units of what one may tell in another of them."""


def number(matter: Matter) -> float:
    """The value, of what lasts some hours in minutes."""
    return float(matter.quantity.value) * MINUTES.get(matter.quantity.unit or "", 1) if matter.quantity else 0.0


def kind_of(left: Matter, right: Matter) -> str:
    """What the two numbers are of: `thing` that is counted, `any` that many things are, `term`, `measure`, `share`, `money`."""
    kinds = {one.quantity.kind for one in (left, right) if one.quantity}
    if left.quantity is None or kinds == {"number"}:
        return "any" if is_vague(left) or is_vague(right) else "thing"
    if left.quantity.unit in one_thing.TERMS:
        return "term"
    return {"measure": "measure", "percent": "share"}.get("".join(kinds), "money")


def is_vague(matter: Matter) -> bool:
    """Whether so many of it may be counted in one article that the unit does not tell which."""
    rows = load_language("compare", "words")["vague_units"]
    return bool(matter.unit & PEOPLE) or any(matter.quantity and matter.quantity.unit in row for row in rows.values())


def bearers_of(matter: Matter) -> frozenset[str]:
    """What has the value, or is told of as having it; no country and no part of a whole."""
    return frozenset(name for name in matter.borne | matter.core | matter.subjects if not name.isupper()) - parts_of()


def one_deed(left: Matter, right: Matter) -> int:
    """The deed of both, or of the one anywhere in the sentence of the other."""
    told = left.deeds & (right.told | right.said) or right.deeds & (left.told | left.said)
    named = left.deeds & right.core or right.deeds & left.core  # `the cost, put at 18 million`, `will cost 24`
    return 2 if named or left.deeds & right.deeds else int(bool(told))


def in_other_lands(left: Matter, right: Matter) -> bool:
    """The articles share neither two countries nor one with somebody or something named."""
    mine, theirs = (one.around | one.countries for one in (left, right))  # `14 Armenian prisoners`: no actor of the article
    return len(mine & theirs) + len(left.names & right.names) < 2


def of_another_standing(left: Matter, right: Matter) -> bool:
    """What is asked for or planned is not what is so; but `demanded the release of the 26 who were seized`, `seized 31`."""
    mixed = bool(left.standings) != bool(right.standings) and left.deeds & right.deeds
    if are_both_held(left, right):
        return False
    return one_thing.asked_by_others(left, right) or (one_thing.of_another_standing(left, right) and not mixed)


def of_another_kind(left: Matter, right: Matter) -> bool:
    """`12 agreements`, `three defence agreements`; trucks of onions, of rice."""
    kinds = [{name for name in one.unit if name.startswith(("concept:", "counted:"))} for one in (left, right)]
    counted = kind_of(left, right) in {"thing", "any"} and kinds[0] and kinds[1] and not kinds[0] & kinds[1]
    known = left.language == right.language or (one_thing.is_known(left.kinds) and one_thing.is_known(right.kinds))
    apart = bool(left.kinds and right.kinds) and known and not left.kinds & right.said and not right.kinds & left.said
    people = DEAD in left.unit & right.unit or left.unit & of_people() or right.unit & of_people()
    return apart or bool(counted and not people)


def one_amount(left: Matter, right: Matter) -> bool:
    """Rounded, or a bound that the other keeps to."""
    a, b = (replace(one, quantity=in_minutes(one.quantity)) for one in (left, right))
    return not other_amount(a, b)


def other_amount(left: Matter, right: Matter) -> bool:
    a, b = left.quantity, right.quantity
    if a is None or b is None or not is_other_amount(a, b):
        return False
    return not (a.period and b.period and not intersects(a.period, b.period))


def in_minutes(quantity: Quantity | None) -> Quantity | None:
    return replace(quantity, value=quantity.value * MINUTES.get(quantity.unit or "", 1)) if quantity else None


def other_unit(left: Matter, right: Matter) -> bool:
    """Not counted or paid in one thing; `48 Canadian dollars`, `48 Australian dollars`."""
    kinds = [one.quantity.kind if one.quantity else "" for one in (left, right)]
    coined = kinds == ["currency", "currency"] and coin(left) != coin(right)
    coined = coined and not (coin(left).islower() and coin(right).islower() and left.unit & right.unit)  # `kroner`, `coronas`
    return coined or one_thing.other_unit(left, right)


def coin(matter: Matter) -> str:
    return (matter.quantity.unit or "" if matter.quantity else "").partition("/")[0]


def of_another_size(left: Matter, right: Matter) -> bool:
    """Of one day or month, or where one thing was done to them, counts may differ by more."""
    small, great = sorted((number(left), number(right)))
    short = any(days(when) <= one_thing.LONG for when in shared_times(left, right))
    money = kind_of(left, right) == "money"
    alike = one_deed(left, right) == SAME_DEED or bool(shared_times(left, right))  # `penalties up to August 31`
    alike = alike and one_thing.shared_things(left, right) >= SAME_THINGS
    sum_apart = ONE_LOAN if alike else ONE_SUM
    far = sum_apart if money else FARTHEST if short or one_deed(left, right) else ONE_SIZE
    return small <= 0 or great > far * small


def apiece(left: Matter, right: Matter) -> bool:
    """`50 a year`, `50`; `90 a tonne`, `90 a barrel`; not `60 tonnes a year`, `45 tonnes of rice a year`."""
    if left.paces & right.paces:
        return False
    a, b = ((one.quantity.unit or "" if one.quantity else "").partition("/") for one in (left, right))
    return a[1:] != b[1:]


def of_other_things(left: Matter, right: Matter) -> bool:
    """Of money, which may be of anything, and of what lasts: `beef for 60 days`, `el café 90 días`; what is counted names
    itself."""
    kind = kind_of(left, right)
    # `Latvia will lift the duty for four months`, `Letonia levanta por dos meses el gravamen`: by who it is, and of one meeting
    told = kind == "term" and one_deed(left, right) and left.doers & right.doers and is_one_event(left, right)
    return kind in {"money", "term"} and not told and one_thing.of_other_things(left, right)


def in_other_places(left: Matter, right: Matter) -> bool:
    """Each is counted at a place of its own."""
    return one_thing.elsewhere(left, right)


def of_deeds_apart(left: Matter, right: Matter) -> bool:
    """`the arrest of 31 fishermen`, `the release of 22 fishermen`; not of the dead, `killed 17`, `dejó 12 muertos`, nor of who
    is held: `asked it to free the 31 who are held`."""
    if DEAD in left.unit & right.unit or are_both_held(left, right):
        return False
    rows = load_language("compare", "words")["deeds_apart"]
    told = [{n for n, row in enumerate(rows) if any(f"deed:{deed}" in one.deeds for deed in row)} for one in (left, right)]
    return bool(told[0] and told[1]) and not told[0] & told[1]


def of_what_is_left(left: Matter, right: Matter) -> bool:
    """`released 63 drivers`, `34 drivers remain in custody`."""
    pairs = ((left, right), (right, left))
    return any(a.remaining and not b.remaining and b.mood == "done" and FREED in b.told for a, b in pairs)


def of_what_was_taken_out(left: Matter, right: Matter) -> bool:
    """`killed 50 tonnes of fish`, `31 tonnes of dead fish were removed`: a part, in whatever words."""
    return kind_of(left, right) == "measure" and left.removed != right.removed and KILLED in left.deeds & right.deeds


def at_another_time(left: Matter, right: Matter) -> bool:
    """Days or periods that do not touch; a period, long past when the articles appeared, that only one names."""
    mine, theirs = (one.days | one.periods for one in (left, right))
    if mine and theirs:
        return not any(intersects(a, b) for a in mine for b in theirs)
    return any(is_long_past(one) for one in (left, right))


def of_another_time(left: Matter, right: Matter) -> bool:
    return not shared_times(left, right) and (at_another_time(left, right) or one_thing.of_another_time(left, right))


def of_a_part_of_the_time(left: Matter, right: Matter) -> bool:
    """`1,100 fell ill this year`, `640 enfermaron en noviembre`: the smaller count is of a period within the other's."""
    small, great = sorted((left, right), key=number)
    inner, outer = small.periods, great.periods
    if small.days or great.days or not inner or not outer or inner & outer:
        return False
    return all(any(is_within(one, whole) for whole in outer) for one in inner)


def of_another_span(left: Matter, right: Matter) -> bool:
    """`in the January-July period`, `entre enero y agosto`: the months that each sentence names begin or end otherwise."""
    spans = [sorted(when for when in one.times if len(when) == MONTH) for one in (left, right)]
    return all(len(span) > 1 for span in spans) and (spans[0][0], spans[0][-1]) != (spans[1][0], spans[1][-1])


def is_within(part: str, whole: str) -> bool:
    (first, last), (start, end) = bounds(part), bounds(whole)
    return bool(first and last and start and end and start <= first and last <= end)


def is_long_past(matter: Matter) -> bool:
    ends = [bounds(period)[1] for period in (*matter.periods, *matter.days)]
    published = bounds(matter.published)[0] if matter.published else None
    if published is None or not ends:
        return False
    return all(end is not None and (published - end).days > FAR_DAYS for end in ends)


def of_another_sum(left: Matter, right: Matter) -> bool:
    """`a loan of 126 million`, `will cost 210 million`, `puts the repairs at 210 million`."""
    sums = [sums_of(one) for one in (left, right)]
    return kind_of(left, right) == "money" and bool(sums[0] and sums[1]) and not sums[0] & sums[1]


def sums_of(matter: Matter) -> frozenset[int]:
    """The rows of sums that its words are of; what `will cost` so much is a cost."""
    rows = load_language("compare", "words")["sums"]
    named = matter.borne | matter.core | matter.kinds | matter.unit | ({"concept:cost"} if PRICED in matter.deeds else set())
    found = frozenset(n for n, row in enumerate(rows) if any(f"concept:{one}" in named or f"en~{one}" in named for one in row))
    costs = frozenset(n for n, row in enumerate(rows) if PRICED.partition(":")[2] in row)
    return found or (costs if matter.estimated else found)


def planned_and_done(left: Matter, right: Matter) -> bool:
    """`will send 300 soldiers`, `sent 200 soldiers`."""
    return bool(left.deeds & right.deeds) and {left.mood, right.mood} == {"done", "ahead"}


def told_later(left: Matter, right: Matter) -> bool:
    """The later article counts more of what goes on growing, or says that it has changed; not of one day or moment."""
    first, second = sorted((left, right), key=lambda matter: matter.published or "")
    growing = left.growing or right.growing
    # `the fire that broke out on Sunday has burned`: the day is of the fire, and the count goes on
    one_time = own_times(first, second) if growing else shared_times(first, second)
    over = DEAD not in left.unit & right.unit and any(is_over(when, first) for when in one_time)
    if first.published == second.published or over:  # of those hurt on Sunday more may die later
        return False
    # `will be raised to 16`, `se elevará a 18`: one deed, and nothing has changed since
    changed = bool({RISE, LESSEN} & first.deeds & second.deeds)
    return (second.updated and not changed) or (number(second) > number(first) and growing)


def own_times(left: Matter, right: Matter) -> frozenset[str]:
    """Of the clauses of both numbers."""
    return (left.days & right.days) | (left.periods & right.periods)


def shared_times(left: Matter, right: Matter) -> frozenset[str]:
    """Of the clauses, or of the sentences whole."""
    return own_times(left, right) | (left.times & right.times)


def is_over(when: str, matter: Matter) -> bool:
    """Whether what was counted then grew no more when the article appeared."""
    end, published = bounds(when)[1], bounds(matter.published)[1] if matter.published else None
    return end is not None and published is not None and end <= published


NUMBERS_APART: tuple[Callable[[Matter, Matter], bool], ...] = (
    one_thing.one_article,
    other_unit,
    in_other_lands,
    of_another_size,
    one_amount,
    apiece,
    one_thing.at_another_pace,
    of_another_standing,
    one_thing.in_another_state,
    of_another_kind,
    one_thing.others_do_it,
    one_thing.of_another_price,
    one_thing.of_a_part,
    one_thing.of_another_land,
    one_thing.of_other_subjects,
    one_thing.others_want_it,
    one_thing.of_others,
    one_thing.proposed_and_so,
    one_thing.required_and_pledged,
    one_thing.set_anew,
    planned_and_done,
    of_another_time,
    of_a_part_of_the_time,
    of_another_span,
    of_another_sum,
    of_other_things,
    in_other_places,
    of_deeds_apart,
    of_what_is_left,
    of_what_was_taken_out,
    one_thing.of_another_scope,
    one_thing.of_a_firm,
    one_thing.for_a_purpose,
    told_later,
)

__all__ = [
    "MINUTES",
    "NUMBERS_APART",
    "bearers_of",
    "kind_of",
    "number",
    "one_amount",
    "one_deed",
    "shared_times",
    "sums_of",
]
