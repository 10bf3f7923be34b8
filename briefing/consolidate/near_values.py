"""The same measured thing with two values not far from each other, whatever the articles say of it besides.

`the contract, worth 60 million`, `sold them under a contract put at 65 million`: the verbs differ and the sentences have little
in common, but each article about the same two countries gives one such value of one such thing, and the two are near.  Not
conflicts: what `rival_values` says is none, and two values of an article that gives several.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from briefing.consolidate import rival_values
from briefing.consolidate.accounts import Difference
from briefing.consolidate.borne import parts_of
from briefing.consolidate.clusters import candidate_pairs
from briefing.consolidate.matters import Matter, vague_names
from briefing.consolidate.rivals import joined
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import intersects

NEAREST = 1.6
"""How many times the smaller value the greater one may be, where nothing but the thing and the countries is shared."""
COUNTRIES = 2
"""Countries that both articles are about."""
LEAST_COUNTED, LEAST_VAGUE = 2, 3
"""Things in common beside what is counted; beside a thing that may be any, `the agreement`."""
NEAR_AMOUNT = "near_amount"
"""The rule's name."""
MOST = 60
"""So many matters of one unit with one word in common are compared with each other; of more, neighbours only."""


def near_values(week: Week, told: Sequence[Matter]) -> Iterator[Difference]:
    """The amounts of different articles that contradict each other, each two values of one sentence once."""
    yield from joined(list(pairs_of_values(week, [matter for matter in told if matter.quantity])))


def pairs_of_values(week: Week, told: Sequence[Matter]) -> Iterator[Difference]:
    known, given = values_by_thing(told), rival_values.known_values(told)
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


def values_by_thing(told: Sequence[Matter]) -> Mapping[tuple[str, str], Sequence[Matter]]:
    """The matters of each article by their unit."""
    found: dict[tuple[str, str], list[Matter]] = {}
    for matter in told:
        for unit in matter.unit:
            found.setdefault((matter.key[0], unit), []).append(matter)
    return found


def is_of_several(known: Mapping[tuple[str, str], Sequence[Matter]], left: Matter, right: Matter) -> bool:
    """Whether an article gives more than one value of the kind: then each may be of a part, a time or a thing of its own."""
    return any(
        rival_values.raw(other) != rival_values.raw(one) and (is_counted(one) or bool(other.borne & one.borne))
        for one in (left, right)
        for unit in one.unit
        for other in known[one.key[0], unit]
    )


# ------------------------------------------------------------------ what speaks against one thing


def far_apart(left: Matter, right: Matter) -> bool:
    small, great = sorted(abs(float(rival_values.raw(m))) for m in (left, right))  # type: ignore[arg-type]
    return small == 0 or great > NEAREST * small


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
    return len(name) == rival_values.CODE and name.isupper()


def too_little_in_common(left: Matter, right: Matter) -> bool:
    """Beside what is counted two things; beside a vague thing three; a percentage has its deed and its time in common."""
    things = rival_values.shared_things(left, right)
    when = bool(left.days & right.days or left.periods & right.periods)
    if is_counted(left):
        vague = left.quantity is not None and left.quantity.kind == "measure"
        return things + bool(left.deeds & right.deeds) + when < (LEAST_VAGUE if vague else LEAST_COUNTED)
    named = has_value(left) & has_value(right)
    sure = {name for name in named if not name.startswith("deed:")} - vague_names()
    if left.quantity and left.quantity.kind == "percent":
        return not (sure and left.deeds & right.deeds)
    return not sure and things < (1 if any(name.startswith("deed:") for name in named) else LEAST_VAGUE)


def at_another_time(left: Matter, right: Matter) -> bool:
    """A period that only one tells."""
    if not left.periods and not right.periods:
        return False
    return not any(intersects(a, b) for a in left.periods for b in right.periods)


def in_other_places(left: Matter, right: Matter) -> bool:
    """Each has a town of its own beside the number."""
    a, b = ({name for name in one.near if name.startswith("place:")} for one in (left, right))
    return rival_values.elsewhere(left, right) and bool(a and b)


VETOES = (
    rival_values.one_article,
    far_apart,
    in_other_lands,
    rival_values.other_unit,
    of_another_measure,
    too_little_in_common,
    rival_values.others_do_it,
    rival_values.of_other_things,
    rival_values.of_another_kind,
    rival_values.of_another_price,
    in_other_places,
    rival_values.of_a_part,
    rival_values.of_another_land,
    rival_values.of_other_subjects,
    rival_values.others_want_it,
    rival_values.of_others,
    rival_values.planned_and_done,
    at_another_time,
    rival_values.of_another_time,
    rival_values.of_another_year,
    rival_values.told_later,
)

__all__ = ["NEAR_AMOUNT", "near_values"]
