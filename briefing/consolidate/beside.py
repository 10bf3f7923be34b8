"""Articles of other countries that stand beside the matter of a week about two: what of them concerns neither is not told.

`Namibia will count its elephants` among articles on what Zambia and Zimbabwe say to each other.  Only where nearly all articles
are about the two: a week of many governments has none that stands beside it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from briefing.consolidate.ranking import codes_in, is_report
from briefing.consolidate.week import HEAD_SENTENCES, SentenceKey, Week
from briefing.model import Claim, Figure, Statement

MOST_BESIDE = 1 / 3
"""The share of a week's articles that may stand beside it, and of the claims of one that may be of the two governments."""
MOST_OWN = 2 / 3
"""The share of the other articles that open with both of the two."""
LEAST_TOLD = 12
"""So many sentences of the other articles are enough for a memo."""


def without_what_stands_beside(week: Week) -> Week:
    """The week without the sentences of articles on other countries in which neither of its two acts or is dealt with."""
    aside = beside_the_week(week)
    claims = {name: tuple(of_the_two(week, told)) if name in aside else told for name, told in week.claims.items()}
    return dataclasses.replace(week, claims=claims) if aside else week


def beside_the_week(week: Week) -> frozenset[str]:
    """The articles whose titles name countries and neither of the two that the others are about; none of a week of many."""
    aside = frozenset(name for name in week.docs if is_of_others(week, name))
    own = [name for name in week.docs if name not in aside]
    opening = [name for name in own if {*week.leading} <= countries_of_head(week, name)]
    few = len(week.leading) > 1 and len(aside) <= MOST_BESIDE * len(week.docs) and len(opening) >= MOST_OWN * len(own)
    told = sum(name not in aside for name, _ in week.by_sentence)
    return aside if few and told >= LEAST_TOLD else frozenset()


def is_of_others(week: Week, name: str) -> bool:
    """`Tonga gets its first undersea cable`: its title names none of the two, and few of its claims are theirs."""
    titled = countries_at(week, name, titles_of(week, name))
    claims = week.claims.get(name, ())
    theirs = sum(bool({*codes_in(claim)} & {*week.leading}) for claim in claims)
    return bool(titled) and not titled & {*week.leading} and theirs <= MOST_BESIDE * len(claims)


def of_the_two(week: Week, told: Iterable[Claim]) -> Iterable[Claim]:
    """The claims of those sentences of which one concerns a government of the two."""
    claims = tuple(told)
    kept = {claim.sentence for claim in claims if concerns(week, claim)}
    return (claim for claim in claims if claim.sentence in kept)


def concerns(week: Week, claim: Claim) -> bool:
    """One of the two acts or is dealt with; where countries are merely named (`which five countries share`), no other."""
    codes, leading = {*codes_in(claim)}, {*week.leading}
    if isinstance(claim, Statement):
        return bool(leading & (codes | week.countries((claim.evidence.article, claim.sentence))))
    return bool(codes) and codes <= leading if isinstance(claim, Figure) or is_report(claim) else bool(codes & leading)


def countries_of_head(week: Week, name: str) -> frozenset[str]:
    first = week.first_sentences[name]
    return countries_at(week, name, [*titles_of(week, name), *range(first, first + HEAD_SENTENCES)])


def countries_at(week: Week, name: str, numbers: Iterable[int]) -> frozenset[str]:
    known = len(week.docs[name].sentences)
    keys: list[SentenceKey] = [(name, number) for number in numbers if number < known]
    return frozenset().union(*(week.countries(key) for key in keys))


def titles_of(week: Week, name: str) -> list[int]:
    return [number for number, sentence in enumerate(week.docs[name].sentences) if sentence.kind == "title"]
