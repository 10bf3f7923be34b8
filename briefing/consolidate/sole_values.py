"""Two articles about one matter of which each gives one number of a thing, and not the same one.

`some 180 lorries were waiting`, `260 camiones bloqueados`: the deeds differ and no name is shared, yet where two articles about
the same countries give one number of lorries each, and the numbers are of one size, both are most likely of the same lorries.
What else they share adds points, and a kind of number needs so many.  Not conflicts: what `one_thing` says is none, a later
count of what goes on growing, a value that the other article gives too, and a second value of the unit in either.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import combinations

from briefing.consolidate import one_thing, rival_values
from briefing.consolidate.accounts import Difference
from briefing.consolidate.clusters import candidate_pairs
from briefing.consolidate.dating import days
from briefing.consolidate.matters import PEOPLE, PRICED, Matter, by_unit
from briefing.consolidate.rivals import joined
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import bounds, intersects
from briefing.knowledge import load_language
from briefing.model import Quantity

SOLE_AMOUNT = "sole_amount"
"""The rule's name."""
COUNTRIES, NAMES = 2, 2
"""What two articles about one matter share: so many countries, or names beside the number; so many names count."""
ONE_SIZE, ONE_SUM, NEAR = 1.85, 1.45, 1.35
"""How many times the smaller value the greater one may be, of things and of money; up to which it speaks for one thing."""
FAR_DAYS = 60
"""A period that ended so many days before the articles is another time than theirs."""
MOST = 60
"""So many numbers of one unit in articles about the same two countries are compared; of more, neighbours only."""
COST = -1
"""Beside the rows of sums: what something costs, by its verb."""
COMPARED = frozenset({"number", "measure", "currency", "rate"})
"""Kinds of numbers."""
LENGTHS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
"""Units of what lasts, of which one article gives many."""


def sole_values(week: Week, told: Sequence[Matter]) -> Iterator[Difference]:
    """The amounts of different articles that contradict each other, each two values of one sentence once."""
    yield from joined(list(pairs_of_values(week, [matter for matter in told if is_compared(matter)])))


def pairs_of_values(week: Week, told: Sequence[Matter]) -> Iterator[Difference]:
    given = by_unit(told)
    done: set[frozenset[SentenceKey]] = set()
    for left, right in ((told[a], told[b]) for a, b in candidate_pairs([identity(m) for m in told], MOST)):
        pair = frozenset({left.key, right.key})
        if (
            pair in done
            or is_around(week, left, right)
            or any(veto(left, right) for veto in VETOES)
            or not is_sole(week, given, left, right)
        ):
            continue
        if points(left, right) >= LEAST[kind_of(left, right)]:
            done.add(pair)
            values = {rival_values.value_of(matter): [rival_values.claim_of(week, matter)] for matter in (left, right)}
            yield Difference((), "amount", values, SOLE_AMOUNT)


def is_compared(matter: Matter) -> bool:
    """No percentage: an article about trade gives many, each of something else."""
    quantity = matter.quantity
    return quantity is not None and quantity.kind in COMPARED and quantity.value > 1 and quantity.unit not in LENGTHS


def is_around(week: Week, left: Matter, right: Matter) -> bool:
    """`14 wells within ten kilometres of the plant` against a road's length; not against `more than eight miles from it`."""
    far = [tells_how_far(week, one) for one in (left, right)]
    return kind_of(left, right) == "thing" and far[0] != far[1] and any(is_placed(week, one, "around") for one in (left, right))


def tells_how_far(week: Week, matter: Matter) -> bool:
    """`within two miles of`, `a más de ocho millas de`, `eight miles off`."""
    return any(is_placed(week, matter, row) for row in ("around", "before_how_far")) or is_followed(week, matter)


def is_placed(week: Week, matter: Matter, row: str) -> bool:
    """Whether the words of a row stand before the number."""
    article = week.docs[matter.key[0]].article
    before = article.text[: matter.quantity.span.start].lower().rstrip() if matter.quantity else ""
    return any(before.endswith(f" {word}") for word in load_language("compare", "words")[row][article.language])


def is_followed(week: Week, matter: Matter) -> bool:
    article = week.docs[matter.key[0]].article
    behind = article.text[matter.quantity.span.stop :].lower().lstrip() if matter.quantity else ""
    return any(behind.startswith(f"{word} ") for word in load_language("compare", "words")["behind_how_far"][article.language])


def identity(matter: Matter) -> frozenset[Hashable]:
    """What two numbers of one thing have at least one of in common: the unit, with two countries of the article or a name."""
    beside = [*combinations(sorted(matter.around), COUNTRIES), *((name,) for name in matter.names)]
    return frozenset((unit, *one) for unit in matter.unit for one in beside)


def is_sole(week: Week, given: Mapping[tuple[str, str], Sequence[Matter]], left: Matter, right: Matter) -> bool:
    """Neither article gives a second value of the unit that may be of the same thing, nor the other's."""
    for one, other in ((left, right), (right, left)):
        if any(is_value_of(quantity, other) for quantity in week.docs[one.key[0]].quantities):
            return False
        beside = [m for unit in one.unit & other.unit for m in given[one.key[0], unit] if number(m) != number(one)]
        if not all(is_of_something_else(m, one, other) or is_of_no_such_time(m, one, other) for m in beside):
            return False
    return True


def is_value_of(quantity: Quantity, matter: Matter) -> bool:
    """`otros dos`, `two vessels`: the same number of the same, or of what is not said."""
    unit = matter.quantity.unit if matter.quantity else None
    return float(quantity.value) == number(matter) and quantity.unit in {None, unit}


def is_of_something_else(beside: Matter, one: Matter, other: Matter) -> bool:
    """Whether a second value of an article is plainly of something else: proposed, or of another size."""
    if beside.proposed != one.proposed or beside.forecast != one.forecast:
        return True
    return max(number(beside), number(other)) > ONE_SIZE * min(number(beside), number(other))


def is_of_no_such_time(beside: Matter, one: Matter, other: Matter) -> bool:
    """`more than 300 lorries were waiting`, beside `150 had crossed since May` against `43 since May`."""
    when = shared_times(one, other)
    return any(days(day) <= one_thing.LONG for day in when) and not (beside.days | beside.periods) & when


def number(matter: Matter) -> float:
    return float(matter.quantity.value) if matter.quantity else 0.0


# ------------------------------------------------------------------ what speaks for one thing


def kind_of(left: Matter, right: Matter) -> str:
    """What the two numbers are of: `thing` (counted or measured), `any` that many things are, `money`."""
    kind = left.quantity.kind if left.quantity else "number"
    if kind == "number":
        return "any" if is_vague(left) or is_vague(right) else "thing"
    return "thing" if kind == "measure" else "money"


LEAST = {"thing": 1, "money": 3, "any": 4}
"""The points that a kind of number needs: of few things does one article give one number only."""


def is_vague(matter: Matter) -> bool:
    """Whether so many of it may be counted in one article that the unit does not tell which."""
    rows = load_language("compare", "words")["vague_units"]
    return bool(matter.unit & PEOPLE) or any(matter.quantity and matter.quantity.unit in row for row in rows.values())


def one_size(left: Matter, right: Matter) -> int:
    small, great = sorted((number(left), number(right)))
    return int(great <= NEAR * small)


def one_kind(left: Matter, right: Matter) -> int:
    """`trucks of onions`, `of lentils`."""
    return 2 * bool(left.kinds & right.said or right.kinds & left.said)


def one_owner(left: Matter, right: Matter) -> int:
    """Of one country, or done by one."""
    return int(bool(left.owners & right.owners or left.doers & right.doers or left.beside & right.beside))


def one_deed(left: Matter, right: Matter) -> int:
    return 2 * bool(left.deeds & right.deeds)


def one_time(left: Matter, right: Matter) -> int:
    """One day, or one period that both name."""
    return 2 * bool(left.days & right.days or left.periods & right.periods)


def same_countries(left: Matter, right: Matter) -> int:
    return int(len(left.countries & right.countries) >= COUNTRIES)


def same_names(left: Matter, right: Matter) -> int:
    return min(NAMES, len(left.names & right.names))


def same_things(left: Matter, right: Matter) -> int:
    return min(3, one_thing.shared_things(left, right))


POINTS: tuple[Callable[[Matter, Matter], int], ...] = (
    one_size,
    one_kind,
    one_owner,
    one_deed,
    one_time,
    same_countries,
    same_names,
    same_things,
)


def points(left: Matter, right: Matter) -> int:
    return sum(feature(left, right) for feature in POINTS)


# ------------------------------------------------------------------ what speaks against it


def in_other_lands(left: Matter, right: Matter) -> bool:
    """The articles share neither two countries nor one with somebody or something named."""
    return len(left.around & right.around) + len(left.names & right.names) < COUNTRIES


def other_unit(left: Matter, right: Matter) -> bool:
    return not left.unit & right.unit


def one_amount(left: Matter, right: Matter) -> bool:
    """Rounded, or a bound that the other keeps to."""
    return not rival_values.other_amount(left, right)


def of_another_size(left: Matter, right: Matter) -> bool:
    small, great = sorted((number(left), number(right)))
    short = any(days(when) <= one_thing.LONG for when in shared_times(left, right))
    if kind_of(left, right) == "thing" and short:  # counted of one day or month they may differ by more
        return small <= 0 or great > rival_values.FARTHEST * small
    return small <= 0 or great > (ONE_SUM if kind_of(left, right) == "money" else ONE_SIZE) * small


def apiece(left: Matter, right: Matter) -> bool:
    """`50 a year`, `50`; `90 a tonne`, `90 a barrel`."""
    a, b = ((one.quantity.unit or "" if one.quantity else "").partition("/") for one in (left, right))
    return a[1:] != b[1:]


def of_other_things(left: Matter, right: Matter) -> bool:
    """Of money, which may be of anything; what is counted names itself."""
    return kind_of(left, right) == "money" and one_thing.of_other_things(left, right)


def in_other_places(left: Matter, right: Matter) -> bool:
    """Each is counted at a place of its own."""
    return one_thing.elsewhere(left, right)


def of_deeds_apart(left: Matter, right: Matter) -> bool:
    """`the arrest of 31 fishermen`, `the release of 22 fishermen`."""
    rows = load_language("compare", "words")["deeds_apart"]
    told = [{n for n, row in enumerate(rows) if any(f"deed:{deed}" in one.deeds for deed in row)} for one in (left, right)]
    return bool(told[0] and told[1]) and not told[0] & told[1]


def at_another_time(left: Matter, right: Matter) -> bool:
    """Days or periods that do not touch; a period, long past when the articles appeared, that only one names."""
    mine, theirs = (one.days | one.periods for one in (left, right))
    if mine and theirs:
        return not any(intersects(a, b) for a in mine for b in theirs)
    return any(is_long_past(one) for one in (left, right))


def is_long_past(matter: Matter) -> bool:
    ends = [bounds(period)[1] for period in (*matter.periods, *matter.days)]
    published = bounds(matter.published)[0] if matter.published else None
    if published is None or not ends:
        return False
    return all(end is not None and (published - end).days > FAR_DAYS for end in ends)


def of_another_sum(left: Matter, right: Matter) -> bool:
    """`a loan of 126 million`, `will cost 210 million`."""
    sums = [sums_of(one) for one in (left, right)]
    return kind_of(left, right) == "money" and bool(sums[0] and sums[1]) and not sums[0] & sums[1]


def sums_of(matter: Matter) -> frozenset[int]:
    rows = load_language("compare", "words")["sums"]
    named = matter.borne | matter.core | matter.kinds | matter.unit
    found = {n for n, row in enumerate(rows) if any(f"concept:{one}" in named or f"en~{one}" in named for one in row)}
    return frozenset(found | ({COST} if PRICED in matter.deeds else set()))


def planned_and_done(left: Matter, right: Matter) -> bool:
    """`will send 300 soldiers`, `sent 200 soldiers`."""
    return bool(left.deeds & right.deeds) and {left.mood, right.mood} == {"done", "ahead"}


def told_later(left: Matter, right: Matter) -> bool:
    """The later article counts more of what goes on growing, or says that it has changed; not of one day or moment."""
    first, second = sorted((left, right), key=lambda matter: matter.published or "")
    if first.published == second.published or any(is_over(when, first) for when in shared_times(first, second)):
        return False
    return second.updated or (number(second) > number(first) and (left.growing or right.growing))


def shared_times(left: Matter, right: Matter) -> frozenset[str]:
    return (left.days & right.days) | (left.periods & right.periods)


def is_over(when: str, matter: Matter) -> bool:
    """Whether what was counted then grew no more when the article appeared."""
    end, published = bounds(when)[1], bounds(matter.published)[1] if matter.published else None
    return end is not None and published is not None and end <= published


VETOES: tuple[Callable[[Matter, Matter], bool], ...] = (
    one_thing.one_article,
    other_unit,
    in_other_lands,
    of_another_size,
    one_amount,
    apiece,
    one_thing.at_another_pace,
    one_thing.of_another_standing,
    one_thing.in_another_state,
    one_thing.others_do_it,
    one_thing.of_another_price,
    one_thing.of_a_part,
    one_thing.of_another_land,
    one_thing.of_other_subjects,
    one_thing.others_want_it,
    one_thing.of_others,
    one_thing.proposed_and_so,
    one_thing.set_anew,
    planned_and_done,
    at_another_time,
    of_another_sum,
    of_other_things,
    in_other_places,
    of_deeds_apart,
    one_thing.of_another_scope,
    one_thing.of_a_firm,
    one_thing.for_a_purpose,
    told_later,
)

__all__ = ["SOLE_AMOUNT", "sole_values"]
