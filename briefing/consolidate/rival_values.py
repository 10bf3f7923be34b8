"""The same measured thing with two values, or the same deed of two days, whatever else the two sentences tell.

`14 boats held in the port since February`, `the crews of 11 boats detained in the port`: one unit, one deed, names in common.
Not conflicts: rounding, a bound, a part, a later count, another period, another country, doer or owner, what two sides want, a
plan and what happened, and a value that the other article knows too.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from itertools import combinations

from briefing.consolidate.accounts import Difference
from briefing.consolidate.borne import parts_of
from briefing.consolidate.clusters import candidate_pairs
from briefing.consolidate.counts import is_other_amount
from briefing.consolidate.dating import days, gap
from briefing.consolidate.estimates import printed
from briefing.consolidate.matters import DEAD, LESSEN, PEOPLE, PRICED, RISE, Matter, matters_of, vague_names
from briefing.consolidate.rivals import joined
from briefing.consolidate.sentences import bodies, quote
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import bounds, intersects
from briefing.model import Claim

NEAR_DONE, NEAR_ONCE, NEAR_AHEAD = 3, 10, 31
"""Days within which sources err about one day: of what is done, of what is done once, of what is to come."""
FARTHEST = 4.0
"""How many times the smaller value the greater one may be: further apart, they measure two things."""
ENOUGH = 5
"""What two matters must share: names count twice, a deed twice, things, two countries and a day once."""
MOST_NAMES = 2
"""So many names in common count: whoever speaks of two numbers has both names in two sentences."""
LONG = 62
"""A period of more days than these is no finer or coarser date of one deed."""
ASKED, WAITING, CLOSED = "deed:ask", "deed:wait", "deed:end"
GIVEN, TAKEN = "deed:give", "deed:receive"
"""Classes of deeds that are told from two sides."""
CODE = 2
"""Letters of the code of a country."""
MOST = 60
"""So many matters of one unit with one word in common are compared with each other; of more, neighbours only."""


def rival_values(week: Week, told: Sequence[Matter]) -> Iterator[Difference]:
    """The amounts and days of different articles that contradict each other, each two values of one sentence once."""
    yield from joined(list(pairs_of_values(week, told)))


def matters_of_week(week: Week) -> list[Matter]:
    return [matter for key, sentence in bodies(week) for matter in matters_of(week, key, sentence)]


def pairs_of_values(week: Week, told: Sequence[Matter]) -> Iterator[Difference]:
    known, dated = known_values(told), dated_by_article(told)
    done: set[tuple[str, frozenset[SentenceKey]]] = set()
    for left, right in ((told[a], told[b]) for a, b in candidate_pairs([identity(m) for m in told], MOST)):
        field = "amount" if left.quantity else "date"
        pair = (field, frozenset({left.key, right.key}))
        if pair in done or not is_one_matter(left, right):
            continue
        if knows_both(known, left, right) or is_of_a_series(dated, left, right):
            continue
        differs = other_amount(left, right) if left.quantity else other_day(left, right)
        if differs:
            done.add(pair)
            values = {value_of(matter): [claim_of(week, matter)] for matter in (left, right)}
            yield Difference((), "amount" if left.quantity else "date", values, f"rival_{field}")


def is_of_other_things(week: Week, keys: Sequence[SentenceKey], values: Set[float]) -> bool:
    """Whether two amounts that sentences tell, however they were found, are measured of other things or done by others."""
    told = [m for key in keys for m in matters_of(week, key, week.docs[key[0]].sentences[key[1]]) if raw(m) in values]
    pairs = [(a, b) for a, b in combinations(told, 2) if a.key[0] != b.key[0] and raw(a) != raw(b) and a.unit & b.unit]
    return bool(pairs) and all(any(veto(a, b) for veto in MEASURED) for a, b in pairs)


def identity(matter: Matter) -> frozenset[Hashable]:
    """What two matters of one thing have at least one of in common: the unit, or the deed of a day, with a word or name."""
    people = PEOPLE if peoples(matter) else frozenset()
    kinds = matter.unit | people if matter.quantity else matter.deeds
    return frozenset((kind, word) for kind in kinds for word in (*matter.said, *matter.names, *matter.countries))


def known_values(told: Sequence[Matter]) -> Mapping[str, frozenset[object]]:
    """The numbers and days that each article gives."""
    found: dict[str, set[object]] = {}
    for matter in told:
        found.setdefault(matter.key[0], set()).add(matter.day or float(matter.quantity.value if matter.quantity else 0))
    return {name: frozenset(values) for name, values in found.items()}


def dated_by_article(told: Sequence[Matter]) -> Mapping[str, Sequence[Matter]]:
    found: dict[str, list[Matter]] = {}
    for matter in told:
        if matter.day:
            found.setdefault(matter.key[0], []).append(matter)
    return found


def is_of_a_series(dated: Mapping[str, Sequence[Matter]], left: Matter, right: Matter) -> bool:
    """An article that gives several days to a deed tells a series."""
    return any(is_again(one, other) for one in (left, right) if one.day for other in dated[one.key[0]])


def is_again(one: Matter, other: Matter) -> bool:
    alike = not one.core or not other.core or one.core & other.core
    return bool(one.day != other.day and one.deeds & other.deeds and alike)


def knows_both(known: Mapping[str, frozenset[object]], left: Matter, right: Matter) -> bool:
    """An article that gives the other's value too tells of two things."""
    return bool({raw(left), raw(right)} <= known[left.key[0]] or {raw(left), raw(right)} <= known[right.key[0]])


def raw(matter: Matter) -> object:
    return matter.day or float(matter.quantity.value if matter.quantity else 0)


def value_of(matter: Matter) -> str:
    return matter.day or printed(matter.quantity.value if matter.quantity else 0)


def claim_of(week: Week, matter: Matter) -> Claim:
    doc = week.docs[matter.key[0]]
    span = doc.sentences[matter.key[1]].span
    return Claim(evidence=quote(doc.article, span), sentence=matter.key[1], date=matter.day)


# ------------------------------------------------------------------ whether two are of one thing


def is_one_matter(left: Matter, right: Matter) -> bool:
    return not any(veto(left, right) for veto in VETOES)


def one_article(left: Matter, right: Matter) -> bool:
    return left.key[0] == right.key[0] or bool(left.quantity) != bool(right.quantity)


def other_unit(left: Matter, right: Matter) -> bool:
    return bool(left.quantity) and not left.unit & right.unit and not (is_of_people(left, right) or is_of_people(right, left))


def is_of_people(left: Matter, right: Matter) -> bool:
    """`31,000 Haitians`, `27,000 people … from Haiti`: more of a people than there are people at all."""
    if left.quantity is None or right.quantity is None or not right.unit & PEOPLE:
        return False
    return bool(peoples(left) & right.countries) and left.quantity.value > right.quantity.value


def peoples(matter: Matter) -> frozenset[str]:
    return frozenset(name for name in matter.unit if len(name) == CODE and name.isupper())


def other_deed(left: Matter, right: Matter) -> bool:
    """The deed must be the same, or what one side gives and the other takes; of a number also a deed and the noun of it."""
    named = bool(left.quantity) and (is_named(left, right) or is_named(right, left))
    return not left.deeds & right.deeds and not named and not is_converse(left, right)


def is_named(left: Matter, right: Matter) -> bool:
    """`owes 250 million`, `a debt of 250 million`; `imports rose to 300 tonnes`, `imported 300 tonnes`."""
    return bool((left.core | left.subjects) & right.deeds or left.core & right.core)


def is_converse(left: Matter, right: Matter) -> bool:
    """`sells 80 megawatts`, `buys 60 megawatts`; not where a verb or class is the same."""
    if any(not deed.startswith("act:") for deed in left.deeds & right.deeds):
        return False
    return any(GIVEN in one.deeds and TAKEN in other.deeds for one, other in ((left, right), (right, left)))


def other_things(left: Matter, right: Matter) -> bool:
    """What begins on a day, or is measured, is not the same; `the plan`, `the service` may be what was just told of."""
    if left.quantity or not left.core or not right.core or left.core & right.core:
        return False
    return not (left.core | right.core) & vague_names()


def too_little_in_common(left: Matter, right: Matter) -> bool:
    names, things = left.names & right.names, shared_things(left, right)
    placed = len(left.countries & right.countries) > 1 or is_of_one_time_and_land(left, right)
    if not (names or placed or things > 1):
        return True
    deed = 2  # without it there is nothing to compare
    countries = 2 * placed
    counted = left.quantity is not None and left.quantity.kind == "number"
    when = bool(left.days & right.days or left.periods & right.periods) + bool(left.others & right.others)
    return 2 * min(len(names), MOST_NAMES) + things + deed + countries + counted + when < ENOUGH


def is_of_one_time_and_land(left: Matter, right: Matter) -> bool:
    """What two articles about two countries count in one of them, on one day or in one month, with one deed."""
    when = left.days & right.days or left.periods & right.periods
    counted = left.quantity is not None and left.quantity.kind == "number"
    return bool(counted and when and left.countries & right.countries and len(left.around & right.around) > 1)


def shared_things(left: Matter, right: Matter) -> int:
    return min(sum(bool(word & other.said) for word in one.things) for one, other in ((left, right), (right, left)))


def others_do_it(left: Matter, right: Matter) -> bool:
    """Each has a country of its own, or another doer, or it is of another country's."""
    own = bool(left.beside - right.countries and right.beside - left.countries)
    if is_converse(left, right):
        return own or bool(left.doers & right.doers)
    pairs = ((left.doers, right.doers), (left.owners, right.owners))
    smaller, greater = sorted((left, right), key=lambda one: one.quantity.value if one.quantity else 0)
    if left.quantity and smaller.owners and not greater.owners and left.quantity.kind == "number":
        return True  # `60 boats`, `35 Turkish boats`
    return own or any(a and b and not a & b for a, b in pairs)


def of_other_things(left: Matter, right: Matter) -> bool:
    """What is measured has a thing of its own on each side: `a contract of wheat`, `a contract of maize`."""
    if left.quantity is None or left.quantity.kind == "number":
        return False
    lacking = [
        [word for word in one.own if not word & (other.said | other.core | other.deeds | other.unit)]
        for one, other in ((left, right), (right, left))
    ]
    return all(lacking) and any(is_known(word) for words in lacking for word in words)


def of_another_kind(left: Matter, right: Matter) -> bool:
    """`12 agreements`, `three defence agreements`: what is counted is a thing of its own in each; trucks of onions, of rice."""
    kinds = [{name for name in one.unit if name.startswith("concept:")} for one in (left, right)]
    if left.kinds and right.kinds and not left.kinds & right.said and not right.kinds & left.said:
        return True
    people = DEAD in left.unit & right.unit or is_of_people(left, right) or is_of_people(right, left)
    return bool(left.quantity and kinds[0] and kinds[1] and not kinds[0] & kinds[1]) and not people


def of_another_year(left: Matter, right: Matter) -> bool:
    """`60,000 barrels a day … in 2030`: of another year than the articles', where the other names no time."""
    if left.quantity is None:
        return False
    pairs = ((left, right), (right, left))
    return any(not other.days | other.periods and is_far(one) for one, other in pairs)


def is_far(matter: Matter) -> bool:
    year = (matter.published or "")[:4]
    return bool(year and matter.periods) and all(year not in period for period in matter.periods)


def of_another_price(left: Matter, right: Matter) -> bool:
    """`pays 20 million for the aircraft`, `the upkeep of the aircraft costs 9 million`."""
    if left.quantity is None or left.quantity.kind != "currency":
        return False
    pairs = ((left, right), (right, left))
    priced = [(one.subjects, other.said | other.core | other.deeds) for one, other in pairs if PRICED in one.deeds]
    return any(is_known(things) and not things & (said | vague_names()) for things, said in priced)


def is_known(word: frozenset[str]) -> bool:
    return any("~" in name or name.startswith("concept:") for name in word)


def elsewhere(left: Matter, right: Matter) -> bool:
    """Each names places or people of its own beside the number or day, and nobody or nothing named has it in both."""
    flows = left.quantity is not None and left.quantity.kind == "measure" and left.doers == right.doers != frozenset()
    if flows and left.deeds & right.deeds and any(a & b for a in left.own for b in right.own):
        return False  # `pass the water on to one reservoir`, `deliver the water of one river`
    return not left.core & right.names and bool(left.near and right.near and not left.near & right.near)


def others_want_it(left: Matter, right: Matter) -> bool:
    """`Zambia wants 45 dollars`, `Namibia offers 30`."""
    return bool(left.wanting and right.wanting and not left.wanting & right.wanting)


def of_others(left: Matter, right: Matter) -> bool:
    """Of a day: `another trawler`, `18 fishermen on Monday, 12 on Friday`."""
    apart = bool(left.numbers and right.numbers and not left.numbers & right.numbers)
    return not left.quantity and (left.of_others or right.of_others or apart)


def planned_and_done(left: Matter, right: Matter) -> bool:
    if left.quantity and ASKED in left.deeds ^ right.deeds and {RISE, LESSEN} & (left.deeds | right.deeds):
        return True  # `seeks a cut of 10 percent`, `fell 18 percent`
    return {left.mood, right.mood} in ({"done", "ahead"}, {"done", "open"}) or left.denied != right.denied


def of_another_time(left: Matter, right: Matter) -> bool:
    """Days or periods that do not touch; a period that only one tells beside a day of the other, or of another deed."""
    if not left.quantity:
        return False
    mine, theirs = (one.days | one.periods for one in (left, right))
    if mine and theirs:
        longer = bool(left.periods) != bool(right.periods) and any(days(p) > LONG for p in left.periods | right.periods)
        return longer or not any(intersects(a, b) for a in mine for b in theirs)
    return bool(left.periods or right.periods) and not left.deeds & right.deeds


def told_later(left: Matter, right: Matter) -> bool:
    """The later article says that it has changed, or counts more of what goes on."""
    first, second = sorted((left, right), key=lambda matter: matter.published or "")
    if first.published == second.published:
        return False
    more = bool(first.quantity and second.quantity and second.quantity.value > first.quantity.value)
    if left.quantity and WAITING in left.deeds & right.deeds and not left.days & right.days:
        return True
    more_closed = more and CLOSED in left.deeds | right.deeds and bool(left.quantity and left.quantity.kind == "number")
    return more_closed or second.updated or (more and (left.growing or right.growing))


VETOES = (
    one_article,
    other_unit,
    other_deed,
    other_things,
    too_little_in_common,
    others_do_it,
    of_other_things,
    of_another_kind,
    of_another_price,
    elsewhere,
    others_want_it,
    of_others,
    planned_and_done,
    of_another_time,
    of_another_year,
    told_later,
)


def of_a_part(left: Matter, right: Matter) -> bool:
    """`the first stage will cost 90 million`, `the road will cost 120 million`."""
    return bool(left.quantity) and left.borne & parts_of() != right.borne & parts_of()


def of_another_land(left: Matter, right: Matter) -> bool:
    """`the floods cost Latvia 30 million`, `cost Lithuania 36 million`."""
    paid = left.quantity is not None and left.quantity.kind == "currency"
    return bool(paid and left.beside and right.beside and not left.beside & right.beside)


def of_other_subjects(left: Matter, right: Matter) -> bool:
    """`trade fell 16 percent`, `exports fell 11 percent`."""
    if left.quantity is None or left.quantity.unit != "percent":
        return False
    named = [{name for name in one.subjects if name.startswith("concept:")} for one in (left, right)]
    return all(named) and not left.subjects & right.subjects


MEASURED = (
    of_other_things,
    of_another_kind,
    of_another_price,
    of_another_year,
    others_do_it,
    elsewhere,
    of_a_part,
    of_another_land,
    of_other_subjects,
)
"""Those that hold of amounts however they were found."""

# ------------------------------------------------------------------ in what they differ


def other_amount(left: Matter, right: Matter) -> bool:
    a, b = left.quantity, right.quantity
    if a is None or b is None or not is_other_amount(a, b):
        return False
    if a.period and b.period and not intersects(a.period, b.period):
        return False
    small, great = sorted((abs(a.value), abs(b.value)))
    return small > 0 and great / small <= FARTHEST


def other_day(left: Matter, right: Matter) -> bool:
    """Two days, near each other, of what is told as done before or ahead after it was told."""
    if left.mood != right.mood or left.mood not in {"done", "ahead"} or not (left.day and right.day):
        return False
    near = NEAR_AHEAD if left.mood == "ahead" else NEAR_ONCE if is_once(left) else NEAR_DONE
    return 0 < gap(left.day, right.day) <= near and all(map(is_told_in_time, (left, right)))


def is_once(matter: Matter) -> bool:
    return "deed:begin" in matter.deeds


def is_told_in_time(matter: Matter) -> bool:
    """Whether what is told as done was done before it was told, and what is ahead is ahead: else its day is misread."""
    said = bounds(matter.published) if matter.published else (None, None)
    day = bounds(matter.day or "")[0]
    if matter.mood == "done":
        return not (day and said[1]) or day <= said[1]
    return not (day and said[0]) or day >= said[0]
