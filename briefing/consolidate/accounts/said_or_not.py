"""What one article has somebody tell, promise or raise, and another has him deny, or has it denied for him.

`had promised a written reply within ten days`, `no such commitment was made`; `told her the amount on Monday`, `mentioned no
amount`; `I never mentioned March 16`: one number, day or matter, the same one who says it, or nobody said to be another.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from itertools import combinations

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.accounts.sayings import Saying, answers, sayings
from briefing.consolidate.accounts.scenes import (
    LONG_NAME,
)
from briefing.consolidate.clusters import candidate_pairs
from briefing.consolidate.people import fold
from briefing.consolidate.sentences import (
    bodies,
    claim_at,
)
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import bounds
from briefing.model import Doc

SAID_OR_NOT = "said_or_not"
"""The rule's name."""
LEAST_WORDS = 2
"""Words of what was said that two articles have in common, where no number or day is."""
LEAST_SHARE = 0.5
"""How much that is of what is denied."""
EXACT, GENERIC = 10, 5
"""What a number or day of what was said counts beside words; and that any was named at all."""
MOST = 60
"""So many sayings with one word in common are compared with each other; of more, neighbours only."""


def said_or_not(week: Week) -> Iterator[Difference]:
    """Each denial with the saying of another article that it contradicts most plainly."""
    found = [(key, sentence) for key, sentence in bodies(week)]
    told = [one for reading in (sayings, answers) for key, sentence in found for one in reading(week, key, sentence)]
    names = {name: names_in_article(doc) for name, doc in week.docs.items()}
    best: dict[SentenceKey, tuple[float, int]] = {}
    for a, b in candidate_pairs([identity(one) for one in told], MOST):
        for denial, one in ((a, b), (b, a)):
            rate = contradiction(told[denial], told[one], names) if told[denial].denied and not told[one].denied else 0
            if rate:
                best[told[denial].key] = max(best.get(told[denial].key, (0, 0)), (rate, -one))
    for key in sorted(best, key=lambda key: (week.docs[key[0]].article.file, key[1])):
        sides = {"affirmed": [claim_at(week, told[-best[key][1]].key)], "denied": [claim_at(week, key)]}
        yield Difference((), "account", sides, SAID_OR_NOT)


def identity(one: Saying) -> frozenset[Hashable]:
    """What a saying and its denial have at least one of in common; where only some number or day is denied, two countries."""
    words = frozenset().union(*one.said)
    kinds = one.generic | ({"number"} if one.numbers else set()) | ({"day"} if one.days else set())
    kinds |= {"pledge"} if one.limited or one.pledged else set()
    named = ((kind, *pair) for kind in kinds for pair in combinations(sorted(one.around), 2))
    return frozenset((*named, *words, *one.tellers, *one.names, *one.numbers, *one.days, *one.told_on))


def names_in_article(doc: Doc) -> frozenset[str]:
    """All that an article writes with a capital letter, and may be a name."""
    words = (t.form for s in doc.sentences for t in s.tokens if t.form[:1].isupper() and len(t.form) >= LONG_NAME)
    return frozenset(map(fold, words))


# ------------------------------------------------------------------ whether one denies the other


def contradiction(denial: Saying, one: Saying, names_in: Mapping[str, frozenset[str]]) -> float:
    """How plainly one is denied: by a number or day of what was said, that any was named, by the words; 0 where it is not."""
    if denial.key[0] == one.key[0] or are_others(denial, one, names_in) or is_of_another_talk(denial, one):
        return 0
    words, names = frozenset().union(*one.said), denial.names & one.names
    shared = sum(bool(word & words) for word in denial.said)
    exact = len(denial.numbers & one.numbers) + len(denial.days & one.days)
    exact += bool(denial.tellers & one.tellers and denial.told_on & one.told_on and not words)
    if exact and (shared or denial.tellers & one.tellers or is_one_talk(denial, one)):
        return EXACT * exact + shared
    one_matter = bool(shared or denial.tellers & one.tellers)  # `no se ha fijado una fecha` denies no tax raised in August
    if denial.generic and (denial.generic & one.generic or named_any(denial, one)):
        return GENERIC + shared if one_matter and is_one_talk(denial, one) else 0
    one_kind = denial.raised or denial.deeds & one.deeds or (denial.pledged and one.pledged)
    if shared and one_kind and is_one_talk(denial, one):
        return shared
    if shared and denial.pledged and one.pledged and denial.countries & one.countries:
        return shared  # `made no commitment on lorries`, `has committed itself to twice as many lorries`
    if denial.pledged and one.pledged and not denial.said and denial.tellers & one.tellers:
        return 1  # `I gave no such assurance`, `had assured him that no concrete would be poured`
    if denial.limited:
        return float(one.pledged and is_one_talk(denial, one))
    if denial.pledged and not one.pledged:
        return 0  # `denied having promised the results`, `has asked for the results`: no promise is told
    if shared >= LEAST_WORDS and shared >= LEAST_SHARE * len(denial.said):
        return shared
    return float(bool(names and denial.deeds & one.deeds))


def named_any(denial: Saying, one: Saying) -> bool:
    """`no figure was mentioned`, `told him: 50 cents`; `had given no date`, `told him that it would open by December 12`."""
    return ("number" in denial.generic and bool(one.numbers)) or ("day" in denial.generic and bool(one.days - one.talked_on))


def are_others(denial: Saying, one: Saying, names_in: Mapping[str, frozenset[str]]) -> bool:
    """Whether each has a teller of its own, or who tells is nowhere named beside the other."""
    if denial.tellers and one.tellers:
        return not denial.tellers & one.tellers
    if denial.countries and one.countries:
        return not denial.countries & one.countries
    pairs = ((denial, one), (one, denial))
    unknown = any(a.tellers and not a.tellers & names_in[b.key[0]] for a, b in pairs)
    named = bool(names_in[denial.key[0]] & names_in[one.key[0]])
    return unknown or len(denial.around & one.around) + named < 2


def is_of_another_talk(denial: Saying, one: Saying) -> bool:
    """Told on another day, or after it was denied."""
    if denial.told_on and one.told_on and not denial.told_on & one.told_on:
        return True
    before = bounds(denial.published)[1] if denial.published else None
    after = bounds(one.published)[0] if one.published else None
    if not (before and after and before < after):
        return False
    told = [bounds(day)[0] for day in one.told_on]
    return (not told and not one.talk) or any(day and day > before for day in told)


def is_one_talk(denial: Saying, one: Saying) -> bool:
    """Both name the day of the talk, here or just before, or that there was one."""
    mine, theirs = (saying.told_on or saying.talked_on for saying in (denial, one))
    return bool(mine & theirs) if mine and theirs else denial.talk and one.talk


__all__ = ["SAID_OR_NOT", "said_or_not"]
