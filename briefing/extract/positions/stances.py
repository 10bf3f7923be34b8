"""Which stance a clause takes, and whose it is: one rule for each way of saying so, the first that has an answer decides.

Saying and doing are composed as event coders do (PETRARCH2, PLOVER): reporting a demand is a demand, having to do something is
a demand on whoever has to, a hostile deed still to come is a threat, any other is announced.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.positions.by_judging import calls_it, judges
from briefing.extract.positions.by_obliging import says_that_others_must
from briefing.extract.positions.by_saying import says_with_a_stance
from briefing.extract.positions.decrees import decrees
from briefing.extract.positions.denials import corrects, denies_a_deed, denies_a_state, denies_having_said
from briefing.extract.positions.own_deeds import (
    announces_a_deed,
    reports_its_own_deed,
    tells_its_own_deed,
    warns_of_measures,
)
from briefing.extract.reading import Reading, codes_of_all
from briefing.extract.sentence.attribution import Chain
from briefing.extract.sentence.clauses import Clause, Holding

FAULTS = frozenset({"violate", "fail"})
"""Acts of which a government is accused that is said to have done them."""


def accuses_of_a_fault(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`señaló que Chile ha incumplido el tratado`: whoever says it of another government."""
    if clause.act.id not in FAULTS or not chain or clause.subject is None or clause.negated or clause.conditional:
        return None
    blamed, own = codes_of_all(reading, clause.subject.actors), codes_of_all(reading, chain[-1])
    return (chain[-1], "accuses") if blamed and own and not blamed & own else None


STANCE_RULES: tuple[Callable[[Reading, Clause, Chain], Holding | None], ...] = (
    says_with_a_stance,
    judges,
    calls_it,
    says_that_others_must,
    warns_of_measures,
    accuses_of_a_fault,
    announces_a_deed,
    tells_its_own_deed,
    reports_its_own_deed,
    decrees,
    denies_a_deed,
    denies_a_state,
    denies_having_said,
    corrects,
)
