"""One matter told by two articles, of which one says that it was so, or is decided, and the other not.

Two tellings are of one matter where their deeds have one sense and most of what the shorter one says stands in the longer one
too.  Not conflicts: what is told later of what goes on, other countries, another time, another who does it.
"""

from __future__ import annotations

import functools
from collections.abc import Hashable, Iterator, Mapping, Sequence

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.clusters import candidate_pairs
from briefing.consolidate.conflicts.tellings import POSTING, Telling, tellings_of
from briefing.consolidate.sentences import bodies, claim_at
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import bounds, intersects
from briefing.knowledge import load_language
from briefing.model import Claim

LEAST_SHARED = 3
LEAST_SHARE = 0.6
"""What two tellings have in common: so many words, and so much of the shorter one's."""
LEAST_AROUND = 2
"""Countries that two articles share whose sentences are too short to name any."""
SURE_SHARE = 0.75
"""The share from which on a period that only one tells does not count."""
MOST = 60
"""So many tellings of one deed with one word in common are compared with each other; of more, neighbours only."""
TOLD = frozenset({"done", "ahead"})
"""The moods in which something is told that is so or not."""


def rival_tellings(week: Week) -> Iterator[Difference]:
    """The accounts of different articles that contradict each other."""
    told = [telling for key, sentence in bodies(week) for telling in tellings_of(week, key, sentence)]
    done: set[frozenset[SentenceKey]] = set()
    for left, right in ((told[a], told[b]) for a, b in candidate_pairs([identity(t) for t in told], MOST)):
        pair = frozenset({left.key, right.key})
        found = rival_accounts(week, left, right) if is_one_matter(left, right) else None
        if found and pair not in done:
            done.add(pair)
            yield found


def united(one: Mapping[str, Sequence[Claim]], other: Mapping[str, Sequence[Claim]]) -> dict[str, Sequence[Claim]]:
    return {value: [*claims, *(c for c in other[value] if c not in claims)] for value, claims in one.items()}


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


def rival_accounts(week: Week, left: Telling, right: Telling) -> Difference | None:
    """`will attend`, `has not decided whether she will attend`; `invited them`, `were never invited`."""
    for one, other in ((left, right), (right, left)):
        undecided = other.mood == "open" and one.mood == "ahead" and not one.denied
        denied = other.denied and not one.denied and one.mood == other.mood and one.mood in TOLD
        if one.key[0] == other.key[0] and (share(one, other) < SURE_SHARE or not (one.tellers or other.tellers)):
            continue  # `ha contestado que pagaría`, of another request `no ha contestado`: the author's own word on both
        if (undecided or (denied and not are_two_intents(one, other))) and not is_update(one, other):
            sides = {"affirmed": [claim_at(week, one.key, one.day)], "denied": [claim_at(week, other.key, other.day)]}
            return Difference((), "account", sides, "rival_accounts")
    return None


def are_two_intents(affirmed: Telling, denied: Telling) -> bool:
    """`said that the works will begin in March`, `We will not begin works against their will`: what each means to do."""
    return affirmed.mood == "ahead" and not affirmed.doers & denied.doers


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


__all__ = ["rival_tellings"]
