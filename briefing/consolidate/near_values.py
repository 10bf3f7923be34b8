"""The same measured thing with two values not far from each other, whatever the articles say of it besides.

`the contract, worth 60 million`, `sold them under a contract put at 65 million`: the verbs differ and the sentences have little
in common, but each article about the same two countries gives one such value of one such thing, and the two are near.  Not
conflicts: what `rival_values` says is none, and two values of an article that gives several.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from briefing.consolidate import one_thing, rival_values
from briefing.consolidate.accounts import Difference
from briefing.consolidate.borne import parts_of
from briefing.consolidate.clusters import candidate_pairs
from briefing.consolidate.matters import Matter, by_unit, vague_names
from briefing.consolidate.rivals import joined
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import intersects

COUNTRIES = 2
"""Countries that both articles are about."""
LEAST_COUNTED, LEAST_VAGUE = 2, 3
"""Things in common beside what is counted; beside a thing that may be any, `the agreement`."""
LENGTHS = frozenset({"hour", "day", "week", "month", "year"})
"""Units of what lasts."""
NEAR_AMOUNT = "near_amount"
"""The rule's name."""
MOST = 60
"""So many matters of one unit with one word in common are compared with each other; of more, neighbours only."""


def near_values(week: Week, told: Sequence[Matter]) -> Iterator[Difference]:
    """The amounts of different articles that contradict each other, each two values of one sentence once."""
    yield from joined(list(pairs_of_values(week, [matter for matter in told if matter.quantity])))


def pairs_of_values(week: Week, told: Sequence[Matter]) -> Iterator[Difference]:
    known, given = by_unit(told), rival_values.known_values(told)
    done: set[frozenset[SentenceKey]] = set()
    for left, right in ((told[a], told[b]) for a, b in candidate_pairs([identity(m) for m in told], MOST)):
        pair = frozenset({left.key, right.key})
        if pair in done or any(veto(left, right) for veto in VETOES):
            continue
        if rival_values.knows_both(given, left, right) or is_of_several(known, left, right):
            continue
        if not rival_values.other_amount(left, right):
            continue
        done.add(pair)
        values = {rival_values.value_of(matter): [rival_values.claim_of(week, matter)] for matter in (left, right)}
        yield Difference((), "amount", values, NEAR_AMOUNT)


def identity(matter: Matter) -> frozenset[Hashable]:
    """The unit with what has the value, or, of what is counted, with a thing beside it."""
    words = matter.said if is_counted(matter) else matter.borne | matter.subjects
    return frozenset((kind, word) for kind in matter.unit for word in words)


def is_counted(matter: Matter) -> bool:
    return matter.quantity is not None and matter.quantity.kind in {"number", "measure"}


def is_of_several(known: Mapping[tuple[str, str], Sequence[Matter]], left: Matter, right: Matter) -> bool:
    """Whether an article gives more than one value of the kind: then each may be of a part, a time or a thing of its own."""
    return any(
        one_thing.raw(other) != one_thing.raw(one) and (is_counted(one) or is_borne_by_both(one, other))
        for one in (left, right)
        for unit in one.unit
        for other in known[one.key[0], unit]
    )


def is_borne_by_both(one: Matter, other: Matter) -> bool:
    """Whether one thing has both values; that both are prices makes two things no one."""
    named = {name for name in has_value(one) if not name.startswith("deed:")}
    return bool((has_value(other) & named) if named else (other.borne & one.borne))


# ------------------------------------------------------------------ what speaks against one thing


def in_other_lands(left: Matter, right: Matter) -> bool:
    """Not of the same two countries: `a loan` may be any."""
    return len(left.around & right.around) < COUNTRIES


def of_another_measure(left: Matter, right: Matter) -> bool:
    """Nothing that has the value is called the same; `50 a year`, `50`."""
    a, b = left.quantity, right.quantity
    if a is None or b is None or ("/" in (a.unit or "")) != ("/" in (b.unit or "")) or bool(a.period) != bool(b.period):
        return True
    if is_counted(left):
        return False
    return not has_value(left) & has_value(right)


def has_value(matter: Matter) -> frozenset[str]:
    """What has a value may be called; no country, nor a mere part."""
    return frozenset(name for name in matter.borne | matter.subjects if not is_land(name)) - parts_of()


def is_land(name: str) -> bool:
    return len(name) == one_thing.CODE and name.isupper()


def too_little_in_common(left: Matter, right: Matter) -> bool:
    """Beside what is counted two things; beside a vague thing three; a percentage has its deed and its time in common."""
    things = one_thing.shared_things(left, right)
    when = bool(left.days & right.days or left.periods & right.periods)
    if is_counted(left):
        vague = left.quantity is not None and left.quantity.kind == "measure"
        here = bool(left.near & right.near)
        few = things + here + bool(left.deeds & right.deeds) + when < (LEAST_VAGUE if vague else LEAST_COUNTED)
        return few and not (lasts(left) and surely_named(left, right))
    named = has_value(left) & has_value(right)
    sure = surely_named(left, right)
    if left.quantity and left.quantity.kind == "percent":
        return not (sure and left.deeds & right.deeds)
    return not sure and things < (1 if any(name.startswith("deed:") for name in named) else LEAST_VAGUE)


def surely_named(left: Matter, right: Matter) -> frozenset[str]:
    """What both call the thing that has the value; no word that may be any thing."""
    named = has_value(left) & has_value(right)
    return frozenset(name for name in named if not name.startswith("deed:")) - vague_names()


def lasts(matter: Matter) -> bool:
    """Whether the number is how long something lasts: `the works will last 20 months`."""
    return matter.quantity is not None and matter.quantity.unit in LENGTHS


def at_another_time(left: Matter, right: Matter) -> bool:
    """A period that only one tells."""
    if not left.periods and not right.periods:
        return False
    return not any(intersects(a, b) for a in left.periods for b in right.periods)


def in_other_places(left: Matter, right: Matter) -> bool:
    """Each has a town of its own beside the number; of what is counted, any name of its own."""
    a, b = ({name for name in one.near if name.startswith("place:")} for one in (left, right))
    return one_thing.elsewhere(left, right) and (is_counted(left) or bool(a and b))


VETOES = (
    one_thing.one_article,
    one_thing.far_apart,
    in_other_lands,
    one_thing.other_unit,
    of_another_measure,
    too_little_in_common,
    one_thing.others_do_it,
    one_thing.of_other_things,
    one_thing.of_another_kind,
    one_thing.of_another_price,
    in_other_places,
    one_thing.of_a_part,
    one_thing.of_another_land,
    one_thing.of_other_subjects,
    one_thing.others_want_it,
    one_thing.of_others,
    one_thing.proposed_and_so,
    one_thing.set_anew,
    one_thing.planned_and_done,
    at_another_time,
    one_thing.of_another_time,
    one_thing.of_another_year,
    one_thing.of_another_scope,
    one_thing.of_a_firm,
    one_thing.for_a_purpose,
    one_thing.told_later,
)

__all__ = ["NEAR_AMOUNT", "near_values"]
