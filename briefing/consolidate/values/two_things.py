"""What speaks against two amounts being of one thing, whichever rule found them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.values.later_figures import is_later_figure
from briefing.consolidate.values.parts_and_rests import is_part_or_rest
from briefing.consolidate.week import Week
from briefing.edtf import intersects
from briefing.model import Claim, Statement
from briefing.model.stances import NOT_YET_SO


def of_two_things(week: Week, found: Difference) -> bool:
    """Of two amounts: they are asked for by two or on two days; or one of two articles gives the other's too, or they are too
    far apart to be of one thing, or what is measured has another name in each; or the one is what the other has become, or a
    part of it."""
    return found.field == "amount" and (
        are_asked_apart(week, found) or is_later_figure(week, found) or is_part_or_rest(week, found)
    )


def are_asked_apart(week: Week, found: Difference) -> bool:
    """Every sentence of the one side asks for something, every one of the other for something else."""
    sides = [[tuple(asked(week, claim)) for claim in told] for told in found.values.values()]
    return all(one and other and are_two_demands(one, other) for one, other in product(*sides))


def asked(week: Week, claim: Claim) -> Iterator[Statement]:
    told = week.by_sentence.get((claim.evidence.article, claim.sentence), ())
    return (c for c in told if isinstance(c, Statement) and c.stance in NOT_YET_SO)


def are_two_demands(one: tuple[Statement, ...], other: tuple[Statement, ...]) -> bool:
    """`Japan said on Monday that Ghana must withdraw 50 inspectors`; `Kenya said …`; `Japan said on Friday …`."""
    return not any(a.government == b.government and not is_of_two_days(a, b) for a, b in product(one, other))


def is_of_two_days(left: Statement, right: Statement) -> bool:
    return bool(left.date and right.date) and not intersects(left.date or "", right.date or "")
