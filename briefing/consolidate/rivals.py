"""One matter told by two articles, alike in all but one thing: the amount, the day, whether it was so or is decided.

Two tellings are of one matter where their deeds have one sense and most of what the shorter one says stands in the longer one
too.  Not conflicts: rounding, a bound, a part, what is told later of what goes on, other countries, another time, another who
does it.
"""

from __future__ import annotations

import functools
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.consolidate.accounts import Difference
from briefing.consolidate.clusters import candidate_pairs
from briefing.consolidate.counts import is_other_amount
from briefing.consolidate.dating import gap
from briefing.consolidate.estimates import printed
from briefing.consolidate.sentences import bodies, quote
from briefing.consolidate.tellings import POSTING, Telling, tellings_of
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import bounds, intersects
from briefing.knowledge import load_language
from briefing.model import Claim, Quantity, Span

NEAR, NEAR_DONE = 10, 3
"""Days within which two days of one deed may be an error of one source: of what is to come, or done once; of what is done."""
LEAST_SHARED = 3
LEAST_SHARE = 0.6
"""What two tellings have in common: so many words, and so much of the shorter one's."""
LEAST_AROUND = 2
"""Countries that two articles share whose sentences are too short to name any."""
SURE_SHARE = 0.75
"""The share from which on a period that only one tells does not count."""
MOST = 60
"""So many tellings of one deed with one word in common are compared with each other; of more, neighbours only."""
MINUTES = {"second": 1 / 60, "minute": 1.0, "hour": 60.0}
TOLD = frozenset({"done", "ahead"})
"""The moods in which something is told that is so or not."""


def rival_tellings(week: Week) -> Iterator[Difference]:
    """The amounts, days and accounts of different articles that contradict each other."""
    told = [telling for key, sentence in bodies(week) for telling in tellings_of(week, key, sentence)]
    series = tell_a_series(told)
    done: set[tuple[str, frozenset[SentenceKey]]] = set()
    rivals: list[Difference] = []
    for left, right in ((told[a], told[b]) for a, b in candidate_pairs([identity(t) for t in told], MOST)):
        if not is_one_matter(left, right):
            continue
        for rule in (rival_amounts, rival_days, rival_accounts):
            if rule is rival_days and series & {(t.key[0], deed) for t in (left, right) for deed in left.deeds & right.deeds}:
                continue
            found = rule(week, left, right)
            pair = (rule.__name__, frozenset({left.key, right.key}))
            if found and pair not in done:
                done.add(pair)
                rivals.append(found)
    yield from joined(rivals)


def joined(rivals: Sequence[Difference]) -> Iterator[Difference]:
    """Those of the same two values that share a sentence are one, with all its sentences."""
    found: list[Difference] = []
    place: dict[Hashable, int] = {}
    for rival in rivals:
        sides = list(sides_of(rival))
        same = min((place[side] for side in sides if side in place), default=len(found))
        if same == len(found):
            found.append(rival)
        else:
            found[same] = found[same]._replace(values=united(found[same].values, rival.values))
        place |= {side: min(same, place.get(side, same)) for side in sides}
    yield from found


def united(one: Mapping[str, Sequence[Claim]], other: Mapping[str, Sequence[Claim]]) -> dict[str, Sequence[Claim]]:
    return {value: [*claims, *(c for c in other[value] if c not in claims)] for value, claims in one.items()}


def sides_of(rival: Difference) -> Iterator[Hashable]:
    """What two of one have in common: the rule, both amounts, and a sentence for one of them."""
    amounts = rival.values if rival.field == "amount" else {}
    return ((rival.rule, frozenset(amounts), value, claim) for value, claims in amounts.items() for claim in claims)


def tell_a_series(told: Sequence[Telling]) -> frozenset[tuple[str, str]]:
    """The articles that tell a deed of several days, with the deed."""
    days: dict[tuple[str, str], set[str]] = {}
    for telling in told:
        for deed in telling.deeds if telling.day else ():
            days.setdefault((telling.key[0], deed), set()).add(telling.day or "")
    return frozenset(key for key, named in days.items() if len(named) > 1)


def identity(telling: Telling) -> frozenset[Hashable]:
    return frozenset((deed, feature) for deed in telling.deeds for feature in telling.features - telling.deeds)


# ------------------------------------------------------------------ whether two are of one matter


def is_one_matter(left: Telling, right: Telling) -> bool:
    return not any(veto(left, right) for veto in VETOES)


def one_sentence(left: Telling, right: Telling) -> bool:
    return left.key == right.key


def other_deed(left: Telling, right: Telling) -> bool:
    return not left.deeds & right.deeds


def too_little_in_common(left: Telling, right: Telling) -> bool:
    words = common(left, right)
    shared = words + len(left.days & right.days)
    if shared == len(left.words) == len(right.words) == LEAST_SHARED - 1:  # `the patrol would cost 15 million`
        return len(left.around & right.around) < LEAST_AROUND or is_vague(left)
    return shared < LEAST_SHARED or words / shorter(left, right) < LEAST_SHARE


def is_vague(telling: Telling) -> bool:
    """Whether a thing of that name may be any: `the project`, `the plan`."""
    return bool(telling.features & vague_things())


@functools.cache
def vague_things() -> frozenset[str]:
    rows = load_language("compare", "words")["vague_things"]
    return frozenset(f"concept:{name}" for name in rows)


def common(left: Telling, right: Telling) -> int:
    """How many words each has that the other has too."""
    return min(shared_words(left, right), shared_words(right, left))


def shared_words(one: Telling, other: Telling) -> int:
    return sum(not word.isdisjoint(other.features) for word in one.words)


def share(left: Telling, right: Telling) -> float:
    return common(left, right) / shorter(left, right)


def shorter(left: Telling, right: Telling) -> int:
    return max(1, min(len(left.words), len(right.words)))


def others_do_it(left: Telling, right: Telling) -> bool:
    """Both say who does it, and it is not the same; or each has a country of its own."""
    apart = bool(left.countries - right.countries and right.countries - left.countries)
    own = [[n for n in one.named if not n & other.features] for one, other in ((left, right), (right, left))]
    apart = apart or all(own)  # each has a name of its own
    posted = POSTING in left.deeds & right.deeds  # `600 soldiers guard`, `the army deployed 600 soldiers`
    return apart or (not posted and bool(left.doers and right.doers and not left.doers & right.doers))


def of_another_time(left: Telling, right: Telling) -> bool:
    """Days or periods that do not touch; a period that only one tells, unless all else is the same."""
    mine, theirs = (one.days | one.periods for one in (left, right))
    if (left.periods or right.periods) and mine and theirs and not any(intersects(a, b) for a in mine for b in theirs):
        return True
    if left.periods and right.periods:
        return not any(intersects(a, b) for a in left.periods for b in right.periods)
    return bool(left.periods or right.periods) and share(left, right) < SURE_SHARE and not left.days & right.days


def others_want_it(left: Telling, right: Telling) -> bool:
    """`Japan said that Ghana must withdraw 50 inspectors`, `Kenya said … 30`: two demands, not two tellings of one."""
    to_come = "done" not in {left.mood, right.mood}
    return to_come and bool(left.tellers and right.tellers and not left.tellers & right.tellers)


VETOES = (one_sentence, other_deed, others_want_it, too_little_in_common, others_do_it, of_another_time)


# ------------------------------------------------------------------ in what they differ


def rival_amounts(week: Week, left: Telling, right: Telling) -> Difference | None:
    """`rose 14 percent`, `crecieron 9 por ciento`: one number of a unit in each, further apart than rounding."""
    if left.key[0] == right.key[0] or left.denied or right.denied or "open" in {left.mood, right.mood}:
        return None
    if {left.mood, right.mood} == {"done", "ahead"}:
        return None  # what is planned and what was done
    if is_later_count(left, right) or left.countries != right.countries:
        return None
    if left.days and right.days and not left.days & right.days:
        return None
    for unit, quantity in left.amounts:
        mine = [q for u, q in left.amounts if u == unit]
        others = [q for u, q in right.amounts if u == unit]
        if (
            len(mine) == len(others) == 1
            and not same_period_differs(quantity, others[0])
            and is_other_amount(*in_minutes(quantity, others[0]))
        ):
            values = {printed(q.value) + suffix(q): [claim_of(week, t)] for q, t in ((quantity, left), (others[0], right))}
            return Difference((), "amount", values, "rival_amounts") if len(values) > 1 else None
    return None


def suffix(quantity: Quantity) -> str:
    return f" {quantity.unit}" if quantity.unit in MINUTES else ""


def in_minutes(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    scaled = [replace(q, value=q.value * MINUTES.get(q.unit or "", 1)) for q in (left, right)]
    return scaled[0], scaled[1]


def same_period_differs(left: Quantity, right: Quantity) -> bool:
    return bool(left.period and right.period and not intersects(left.period, right.period))


def is_later_count(left: Telling, right: Telling) -> bool:
    """The later article says that it has risen, or counts more of what goes on."""
    first, second = sorted((left, right), key=lambda telling: telling.published or "")
    if first.published == second.published:
        return False
    more = max((q.value for _, q in second.amounts), default=0) > max((q.value for _, q in first.amounts), default=0)
    two_sides = bool(first.tellers and second.tellers and not first.tellers & second.tellers)
    return (second.updated and not two_sides) or (
        more and (left.growing or right.growing) and not (left.days & right.days or two_sides)
    )


def rival_days(week: Week, left: Telling, right: Telling) -> Difference | None:
    """`began on November 5`, `empezaron el 10 de noviembre`."""
    if left.key[0] == right.key[0] or not left.day or not right.day or left.denied != right.denied:
        return None
    if left.mood != right.mood or left.mood in {"open", "now"}:
        return None
    if left.of_others or right.of_others or not all(map(is_told_in_time, (left, right))):
        return None
    if (
        not {(u, q.value) for u, q in left.amounts} & {(u, q.value) for u, q in right.amounts}
        and left.amounts
        and right.amounts
    ):
        return None  # `18 fishermen on Monday, 12 on Friday`
    apart = gap(left.day, right.day)
    moved = (left.updated or right.updated) and left.published != right.published
    near = NEAR if left.mood == "ahead" or left.once else NEAR_DONE
    if apart not in range(1, near + 1) or moved or share(left, right) < SURE_SHARE:
        return None
    return Difference((), "date", {t.day or "": [claim_of(week, t)] for t in (left, right)}, "rival_days")


def is_told_in_time(telling: Telling) -> bool:
    """Whether what is told as done was done before it was told, and what is ahead is ahead: else its day is misread."""
    said = bounds(telling.published) if telling.published else (None, None)
    first, last = bounds(telling.day) if telling.day else (None, None)
    if telling.mood == "done":
        return not (first and said[1]) or first <= said[1]
    return not (last and said[0]) or last >= said[0]


def rival_accounts(week: Week, left: Telling, right: Telling) -> Difference | None:
    """`will attend`, `has not decided whether she will attend`; `invited them`, `were never invited`."""
    for one, other in ((left, right), (right, left)):
        undecided = other.mood == "open" and one.mood == "ahead" and not one.denied
        denied = other.denied and not one.denied and one.mood == other.mood and one.mood in TOLD
        if one.key[0] == other.key[0] and share(one, other) < SURE_SHARE:
            continue
        if (undecided or denied) and not is_update(one, other):
            sides = {"affirmed": [claim_of(week, one)], "denied": [claim_of(week, other)]}
            return Difference((), "account", sides, "rival_accounts")
    return None


def is_update(affirmed: Telling, denied: Telling) -> bool:
    """What was not so, or not decided, when the first article was published, and is before the second."""
    if affirmed.day and denied.day and affirmed.day != denied.day:
        return True
    if affirmed.days and denied.days and not affirmed.days & denied.days:
        return True
    if not affirmed.published or not denied.published:
        return False
    last, first = bounds(denied.published)[1], bounds(affirmed.published)[0]
    earlier = bool(last and first and last < first)
    done = bounds(affirmed.day)[1] if affirmed.day else None
    return earlier and not affirmed.before and not (done and last and done < last)


def claim_of(week: Week, telling: Telling) -> Claim:
    doc = week.docs[telling.key[0]]
    span: Span = doc.sentences[telling.key[1]].span
    return Claim(evidence=quote(doc.article, span), sentence=telling.key[1], date=telling.day)


__all__ = ["rival_tellings"]
