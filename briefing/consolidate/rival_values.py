"""The same measured thing with two values, or the same deed of two days, whatever else the two sentences tell.

`14 boats held in the port since February`, `the crews of 11 boats detained in the port`: one unit, one deed, names in common.
Not conflicts: rounding, a bound, a part, a later count, another period, another country, doer or owner, what two sides want, a
plan and what happened, and a value that the other article knows too.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from itertools import combinations

from briefing.consolidate.accounts import Difference
from briefing.consolidate.clusters import candidate_pairs
from briefing.consolidate.counts import is_other_amount
from briefing.consolidate.dating import gap
from briefing.consolidate.estimates import printed
from briefing.consolidate.matters import PEOPLE, Matter, matters_of
from briefing.consolidate.one_thing import MEASURED, is_one_matter, peoples, raw
from briefing.consolidate.rivals import joined
from briefing.consolidate.sentences import bodies, quote
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import bounds, intersects
from briefing.knowledge import load_language
from briefing.model import Claim

NEAR_DONE, NEAR_ONCE, NEAR_AHEAD, NEAR_START = 3, 10, 7, 31
"""Days within which sources err about one day: of what is done, of what is done once, of what is to come, or to begin."""
FARTHEST = 4.0
"""How many times the smaller value the greater one may be: further apart, they measure two things."""
MOST = 60
"""So many matters of one unit with one word in common are compared with each other; of more, neighbours only."""
Matters = Mapping[SentenceKey, Sequence[Matter]]
"""The matters of every sentence of prose, in the order of files."""


def rival_values(week: Week, told: Sequence[Matter]) -> Iterator[Difference]:
    """The amounts and days of different articles that contradict each other, each two values of one sentence once."""
    yield from joined(list(pairs_of_values(week, told)))


def matters_of_week(week: Week) -> Matters:
    return {key: tuple(matters_of(week, key, sentence)) for key, sentence in bodies(week)}


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


def is_of_other_things(week: Week, matters: Matters, keys: Sequence[SentenceKey], values: Set[float]) -> bool:
    """Whether two amounts that sentences tell, however they were found, are measured of other things or done by others."""
    told = [m for key in keys for m in matters_at(week, matters, key) if raw(m) in values]
    pairs = [(a, b) for a, b in combinations(told, 2) if a.key[0] != b.key[0] and raw(a) != raw(b) and a.unit & b.unit]
    return bool(pairs) and all(any(veto(a, b) for veto in MEASURED) for a, b in pairs)


def matters_at(week: Week, matters: Matters, key: SentenceKey) -> Sequence[Matter]:
    """The matters of any sentence, also of a question or a title."""
    return matters[key] if key in matters else tuple(matters_of(week, key, week.docs[key[0]].sentences[key[1]]))


def identity(matter: Matter) -> frozenset[Hashable]:
    """What two matters of one thing have at least one of in common: the unit, or the deed of a day, with a word or name."""
    people = PEOPLE if peoples(matter) else frozenset()
    kinds = matter.unit | people if matter.quantity else matter.deeds
    return frozenset((kind, word) for kind in kinds for word in (*matter.said, *matter.names, *matter.countries))


def known_values(told: Sequence[Matter]) -> Mapping[str, frozenset[object]]:
    """The numbers and days that each article gives."""
    found: dict[str, set[object]] = {}
    for matter in told:
        found.setdefault(matter.key[0], set()).update(values_of(matter))
    return {name: frozenset(values) for name, values in found.items()}


def values_of(matter: Matter) -> Iterator[object]:
    """A day, or a number as told and as meant: `5.2 million dollars of the 6.4 that it will cost`."""
    value = float(matter.quantity.value) if matter.quantity else 0.0
    yield matter.day or value
    scales = load_language("compare", "words")["borrowed_scales"]
    yield from (value * float(scale) for word, scale in scales.items() if matter.quantity and matter.quantity.unit == word)


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


def value_of(matter: Matter) -> str:
    return matter.day or printed(matter.quantity.value if matter.quantity else 0)


def claim_of(week: Week, matter: Matter) -> Claim:
    doc = week.docs[matter.key[0]]
    span = doc.sentences[matter.key[1]].span
    return Claim(evidence=quote(doc.article, span), sentence=matter.key[1], date=matter.day)


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
    ahead = left.mood == "ahead"
    near = (NEAR_START if ahead else NEAR_ONCE) if is_once(left) else NEAR_AHEAD if ahead else NEAR_DONE
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
