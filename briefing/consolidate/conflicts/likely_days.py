"""Two articles about the same two countries that give one deed or event two days, whatever words they use of it.

`will reopen on November 16`, `would be opened on November 23`; `the protocol, signed on the 20th`, `lo firmaron el 23`: every
day on which something was or is to be done is compared with those of other articles; what the deeds share adds points.  Not
conflicts: days far from each other, a limit, a series, another town, what was moved, what is told too late to be a plan.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.clusters import candidate_pairs
from briefing.consolidate.conflicts.one_event import is_one_event
from briefing.consolidate.conflicts.surroundings import IN_FORCE
from briefing.consolidate.dating import gap
from briefing.consolidate.sentences import claim_at
from briefing.consolidate.values import one_thing
from briefing.consolidate.values.likely_points import same_names
from briefing.consolidate.values.matters import Matter, vague_names
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import bounds
from briefing.knowledge import load_language
from briefing.model.marks import MATTER

NEAR_DONE, NEAR_AHEAD, NEAR_ONCE = 3, 10, 31
"""Days within which sources err about one day: of what is done, of what is to come or was done once, of what once will be."""
COUNTRIES, NAMES, THINGS = 2, 2, 3
"""Countries that both articles are about; so many names and things in common count."""
LEAST, LEAST_DOERS, LEAST_DEEDS = 5, 6, 8
"""Points that two days need: of one deed; of one that may be done by others on another day; of two deeds."""
MONTH = len("2026-03")
"""Characters of a date that names a month."""
MOST = 60
"""So many days of one deed or thing with one name in common are compared; of more, neighbours only."""
CLASS = "deed:"
"""What stands before the class of a deed."""
BEGUN, ENDED, MEETS = "deed:begin", "deed:end", "deed:meet"
SUMMONED = "deed:summon"
"""The class of what one country does to the envoy of another."""
YEAR = 366
"""Days by which sources may differ on when an agreement enters into force."""
ONCE = frozenset({IN_FORCE, BEGUN, ENDED, "deed:resume", "deed:sign"})
"""Classes of what is done once."""


def likely_days(week: Week, told: Sequence[Matter]) -> Iterator[Difference]:
    """The days of different articles that contradict each other, each two sentences once."""
    dated = [matter for matter in told if matter.day]
    by_article: dict[str, list[Matter]] = {}
    for matter in dated:
        by_article.setdefault(matter.key[0], []).append(matter)
    done: set[frozenset[SentenceKey]] = set()
    for left, right in ((dated[a], dated[b]) for a, b in candidate_pairs([identity(m) for m in dated], MOST)):
        pair = frozenset({left.key, right.key})
        if pair in done or any(veto(left, right) for veto in VETOES) or is_known(by_article, left, right):
            continue
        if points(left, right) >= least(left, right):
            done.add(pair)
            sides = {one.day or "": [claim_at(week, one.key, one.day)] for one in (left, right)}
            yield Difference((), "date", sides, "likely_day", grounds(left, right))


def grounds(left: Matter, right: Matter) -> frozenset[str]:
    """On what two days are taken to be of one deed."""
    held = {
        "one_deed": one_deed(left, right),
        "one_bearer": one_object(left, right),
        "one_name": same_names(left, right),
        "one_object": same_things(left, right),
        "two_countries": same_countries(left, right),
        "one_event": one_event(left, right),
    }
    deeds = (name for name in sorted(left.deeds & right.deeds) if name.startswith(CLASS))
    return frozenset((*(name for name, told in held.items() if told), *(f"{MATTER}{d.removeprefix(CLASS)}" for d in deeds)))


def identity(matter: Matter) -> frozenset[Hashable]:
    """The deed, or whom or what it is done by and to, with something that the sentence names; of what is done once also with
    what the article names first."""
    kinds = matter.deeds | matter.core
    own = frozenset((kind, word) for kind in kinds for word in (*matter.said, *matter.names, *matter.countries))
    return own | frozenset((kind, name) for kind in matter.deeds & ONCE for name in matter.event)


def is_known(by_article: Mapping[str, Sequence[Matter]], left: Matter, right: Matter) -> bool:
    """Whether an article gives the deed a second day: it tells a series, or knows the other's day."""
    pairs = ((left, right), (right, left))
    return any(is_again(one, beside) for one, _ in pairs for beside in by_article[one.key[0]])


def is_again(one: Matter, other: Matter) -> bool:
    alike = not one.core or not other.core or one.core & other.core
    return bool(one.day != other.day and one.deeds & other.deeds and alike and mood_of(one) == mood_of(other))


# ------------------------------------------------------------------ what speaks for one deed


def one_deed(left: Matter, right: Matter) -> int:
    return 2 * bool(left.deeds & right.deeds)


def one_object(left: Matter, right: Matter) -> int:
    """The same done to the same, or by the same: `the crossing`; of a journey, to one capital: `will visit Riga`."""
    shared = (left.core & right.core) - vague_names()
    if SUMMONED in left.deeds & right.deeds and left.doers == right.doers != frozenset() and same_countries(left, right):
        return 2  # the ambassador, by whatever name
    same_way = one_thing.TRAVELS in left.deeds & right.deeds and len(people_of(left) & people_of(right)) >= NAMES
    return 2 if any(not name.isupper() for name in shared) else int(bool(shared) and same_way)


def people_of(matter: Matter) -> frozenset[str]:
    """Its names but for those of places."""
    return frozenset(name for name in matter.names - matter.near if ":" not in name)


def same_things(left: Matter, right: Matter) -> int:
    return min(THINGS, one_thing.shared_things(left, right))


def same_countries(left: Matter, right: Matter) -> int:
    return int(len(left.countries & right.countries) >= COUNTRIES)


def one_event(left: Matter, right: Matter) -> int:
    """Two articles on one signing, which say from when it applies; whom a visitor met on which day may differ."""
    deeds = (ONCE | {SUMMONED}) & left.deeds & right.deeds
    return (3 if IN_FORCE in deeds else 2) * bool(deeds and is_one_event(left, right))


POINTS: tuple[Callable[[Matter, Matter], int], ...] = (
    one_deed,
    one_object,
    same_names,
    same_things,
    same_countries,
    one_event,
)


def least(left: Matter, right: Matter) -> int:
    """`the crossing will reopen on the 4th`, `a team will arrive in Luanda on the 4th`."""
    if not left.deeds & right.deeds:
        return LEAST_DEEDS
    return LEAST if one_object(left, right) or ONCE & left.deeds & right.deeds else LEAST_DOERS


def points(left: Matter, right: Matter) -> int:
    return sum(feature(left, right) for feature in POINTS)


# ------------------------------------------------------------------ what speaks against it


def in_other_lands(left: Matter, right: Matter) -> bool:
    return len(left.around & right.around) + len(left.names & right.names) < COUNTRIES


def far_apart(left: Matter, right: Matter) -> bool:
    """Not two days of what is told as done before, or as ahead after, it was told."""
    moods = {mood_of(left), mood_of(right)}
    if len(moods) > 1 or not moods <= {"done", "ahead"} or not (left.day and right.day):
        return True
    if len(left.day) != len(right.day) and ENDED not in left.deeds & right.deeds:  # `until May 31`, `hasta finales de junio`
        return True
    once, done = bool(ONCE & left.deeds & right.deeds), moods == {"done"}
    near = (NEAR_AHEAD if once else NEAR_DONE) if done else NEAR_ONCE if once else NEAR_AHEAD
    if MONTH in {len(left.day), len(right.day)}:
        near = NEAR_ONCE
    near = NEAR_ONCE if left.limit and right.limit else near  # `by the end of May`, `before July 1`
    near = YEAR if IN_FORCE in left.deeds & right.deeds and moods == {"ahead"} else near
    return not 0 < gap(left.day, right.day) <= near or not all(map(is_told_in_time, (left, right)))


def mood_of(matter: Matter) -> str:
    """`the cordon, set up on the 14th`: what is told by a participle of a day gone by is done."""
    last, first = bounds(matter.day or "")[1], bounds(matter.published)[0] if matter.published else None
    return "done" if matter.mood == "now" and last and first and last < first else matter.mood


def is_told_in_time(matter: Matter) -> bool:
    """Whether what is told as done was done before it was told, and what is ahead is ahead: else its day is misread."""
    said = bounds(matter.published) if matter.published else (None, None)
    day = bounds(matter.day or "")[0]
    if mood_of(matter) == "done":
        return not (day and said[1]) or day <= said[1]
    return not (day and said[0]) or day >= said[0]


def was_moved(left: Matter, right: Matter) -> bool:
    """Either says that it was put off, or tells of it when the other's day had gone by."""
    first, second = sorted((left, right), key=lambda matter: matter.published or "")
    late = bool(second.published and first.mood == "ahead" and (first.day or "") < second.published)
    moved = mood_of(left) == "ahead" and (left.updated or right.updated)  # what was done on a day is moved no more
    return moved or late


def of_deeds_apart(left: Matter, right: Matter) -> bool:
    """`closed on Tuesday`, `the first lorries crossed on Saturday`."""
    rows = load_language("compare", "words")["deeds_apart"]
    told = [{n for n, row in enumerate(rows) if any(f"deed:{deed}" in one.deeds for deed in row)} for one in (left, right)]
    return bool(told[0] and told[1]) and not told[0] & told[1]


def in_other_places(left: Matter, right: Matter) -> bool:
    """Each names places of its own, and no name is in both; an agreement is in force in both countries."""
    if IN_FORCE in left.deeds & right.deeds:
        return False
    return one_thing.elsewhere(left, right) and not left.names & right.names


def others_travel(left: Matter, right: Matter) -> bool:
    """`Weber will visit Riga on May 4`, `Costa will be in Riga on May 6`: nobody whom both name."""
    mine, theirs = people_of(left), people_of(right)
    return one_thing.TRAVELS in left.deeds & right.deeds and bool(mine and theirs) and not mine & theirs


def of_another_instrument(left: Matter, right: Matter) -> bool:
    """`the accord takes effect on July 1`, `the new fees take effect on September 1`."""
    return IN_FORCE in left.deeds & right.deeds and bool(left.core and right.core) and not left.core & right.core


def of_a_meeting(left: Matter, right: Matter) -> bool:
    """`the panel first meets in Sicasso on the 9th`, `lets herders through at Sicasso from the 2nd`: that both begin is all
    that they share; not `the panel will be set up on the 12th`."""
    begun = left.deeds & right.deeds == {BEGUN} and not (one_object(left, right) or same_things(left, right))
    return begun and (MEETS in left.deeds) != (MEETS in right.deeds)


def is_limit(left: Matter, right: Matter) -> bool:
    """`before May 4`, `on May 9`."""
    return left.limit != right.limit


def denied(left: Matter, right: Matter) -> bool:
    return left.denied != right.denied


VETOES: tuple[Callable[[Matter, Matter], bool], ...] = (
    one_thing.one_article,
    far_apart,
    in_other_lands,
    denied,
    is_limit,
    of_a_meeting,
    of_another_instrument,
    one_thing.other_things,
    was_moved,
    of_deeds_apart,
    others_travel,
    one_thing.others_do_it,
    in_other_places,
    one_thing.of_others,
    one_thing.others_want_it,
)

__all__ = ["likely_days"]
