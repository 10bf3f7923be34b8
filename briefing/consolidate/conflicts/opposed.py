"""What one government says was done, and another says was not, in whatever words of the two languages.

`Iraq and Turkey had reached an agreement`, `no hay ningún acuerdo con Irak`; `searched it without a court order`, `fue ordenado
por un juez`: a verb, or the noun that a light verb brings, of one kind of deed; two who speak for two countries; the same
countries or things beside it.  What is denied before it was told, and what only one of them means to do, is no discrepancy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.consolidate.accounts.assertions import NOTIFIED, PROMISED, SPOKE, Assertion, assertions
from briefing.consolidate.accounts.differing import REACH, Difference
from briefing.consolidate.sentences import (
    bodies,
    claim_at,
)
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import bounds
from briefing.model.marks import MATTER

OPPOSED = "opposed_sides"
"""The rule's name."""
SENTENCE_THINGS = 2
"""Things that two whole sentences have in common, where the clauses of the deeds have none."""
APOLOGISED = "apologise"
"""The kind of what one country says to the other, whom its words need not name."""
ORDERED = "order"
"""The kind of what a judge orders, of whatever it is."""
ASKED = "ask"
"""The kind of what is asked for, which is often told by a clause without a noun."""


def opposed_sides(week: Week) -> Iterator[Difference]:
    """Each denial with the assertion of the other side that it has most in common with."""
    told = [one for key, sentence in bodies(week) for one in assertions(week, key, sentence)]
    affirmed = by_kind([one for one in told if not one.denied])
    done: set[SentenceKey] = set()
    for denial in (one for one in told if one.denied):
        against = [one for one in of_a_kind_with(denial, affirmed) if contradicts(denial, one)]
        if not against or denial.key in done:
            continue
        best = max(against, key=lambda one: len(one.things & denial.things))  # the first of as many
        done.add(denial.key)
        sides = {"affirmed": [claim_at(week, best.key)], "denied": [claim_at(week, denial.key)]}
        yield Difference((), "account", sides, OPPOSED, grounds(denial, best))


def by_kind(told: Sequence[Assertion]) -> Mapping[str, Mapping[int, Assertion]]:
    """The assertions of each kind of deed, by their place among all: a denial is compared with those of its kinds only."""
    found: dict[str, dict[int, Assertion]] = {}
    for place, one in enumerate(told):
        for kind in one.kinds:
            found.setdefault(kind, {})[place] = one
    return found


def of_a_kind_with(denial: Assertion, affirmed: Mapping[str, Mapping[int, Assertion]]) -> Iterator[Assertion]:
    """The assertions that share a kind with a denial, in their order."""
    places = {place: one for kind in denial.kinds for place, one in affirmed.get(kind, {}).items()}
    yield from (places[place] for place in sorted(places))


def grounds(denial: Assertion, one: Assertion) -> frozenset[str]:
    held = {
        "one_deed": True,
        "two_governments": one.side in denial.against or (denial.side and one.side and denial.side != one.side),
        "one_object": share_things(denial, one),
        "two_countries": len(denial.countries & one.countries) >= 2,
        "one_doer": APOLOGISED in denial.kinds & one.kinds and denial.side in one.countries,
    }
    matters = (f"{MATTER}{kind}" for kind in sorted(denial.kinds & one.kinds))
    return frozenset((*(name for name, told in held.items() if told), *matters))


# ------------------------------------------------------------------ whether one denies the other


def contradicts(denial: Assertion, one: Assertion) -> bool:
    return bool(denial.kinds & one.kinds) and not any(veto(denial, one) for veto in VETOES)


def one_side(denial: Assertion, one: Assertion) -> bool:
    """Nobody, or the same, says both; in one article both must be known, and near each other."""
    if denial.against and one.side and denial.key[0] != one.key[0]:
        return one.side not in denial.against
    if SPOKE in denial.kinds & one.kinds and denial.people and not denial.people & one.people:
        return True  # `Salaberry held no conversation with the minister`, `Velaochaga telephoned Ferres`
    if not denial.side and SPOKE in denial.kinds & one.kinds and denial.key[0] != one.key[0]:
        return not (one.side and denial.names & one.names)  # `the ministry denies that the minister has spoken with him`
    if not denial.side or denial.side == one.side or denial.key == one.key:
        return True
    near = abs(denial.key[1] - one.key[1]) <= REACH
    return denial.key[0] == one.key[0] and not (one.side and near)


def of_other_parties(denial: Assertion, one: Assertion) -> bool:
    """Fewer than two countries in both sentences, unless they name the same thing, and the articles the same two."""
    if len(denial.countries & one.countries) >= 2:
        return False
    answered = share_things(denial, one) or denial.side in one.countries or one.side in denial.against
    return not answered or len(denial.around & one.around) < 2


def of_other_things(denial: Assertion, one: Assertion) -> bool:
    """`did not ask for the extradition`, `asked it to lift the visa`; not where both are of one country's: its envoy, its
    chargé d'affaires."""
    if one.side in denial.against or (denial.lacking and ORDERED in denial.kinds & one.kinds):
        return False  # `contrary to the claims of the Russian side`; `sin orden judicial`, `fue ordenada por un juez`
    if denial.kinds & one.kinds == {PROMISED} and not any(names & one_said for names in denial.said for one_said in one.said):
        return True
    return bool(denial.things) and not share_things(denial, one) and not denial.whose & one.whose


def is_bare_lack(denial: Assertion, one: Assertion) -> bool:
    """`left without a deal`: what it was about is not told, so only two governments or who took part make it one matter."""
    sides = denial.side and one.side and denial.side != one.side
    told = denial.things or ORDERED in denial.kinds & one.kinds
    return denial.lacking and not (told or sides or denial.people & one.people)


def share_things(denial: Assertion, one: Assertion) -> bool:
    """Whether both clauses name one thing, or the sentences two: `searched the office without an order`, `the search of the
    office was ordered`."""
    here = frozenset().union(*one.said)
    common = sum(bool(names & here) for names in set(denial.said))
    # `the minister denied having asked for a loan`, `the minister recalled the deadline; employers asked that Brussels step in`
    alone = bool(common) and not (one.things or denial.kinds & one.kinds <= {ASKED})
    alone = alone or (bool(common) and NOTIFIED in denial.kinds & one.kinds)  # `informed of the closure a week before`
    return bool(denial.things & one.things) or common >= SENTENCE_THINGS or alone or bool(common and denial.lacking)


def others_do_it(denial: Assertion, one: Assertion) -> bool:
    """By another country, or to whom another country has sent: `the Israeli ambassador`, `el embajador jordano`."""
    told = not denial.light and not one.light  # who receives no payment does not pay
    if denial.kinds & one.kinds == {ASKED} and told and not denial.by & one.by:
        return True  # `the President has asked for a mediator`, `the other ministry said that it has not asked for any`
    by_others = told and denial.doers and one.doers and not denial.doers & one.doers
    return bool(by_others or (denial.whose and one.whose and not denial.whose & one.whose))


def others_are_told(denial: Assertion, one: Assertion) -> bool:
    """`The Kenyan envoy was informed that …`, `Uganda has received no notification`."""
    return bool(denial.told and one.told and not denial.told & one.told)


def elsewhere(denial: Assertion, one: Assertion) -> bool:
    return bool(denial.towns and one.towns and not denial.towns & one.towns)


def on_other_days(denial: Assertion, one: Assertion) -> bool:
    return bool(denial.days and one.days and not denial.days & one.days)


def is_update(denial: Assertion, one: Assertion) -> bool:
    """What was not so when the first article appeared, and is before the second."""
    last = bounds(denial.published)[1] if denial.published else None
    first = bounds(one.published)[0] if one.published else None
    done = [end for day in one.days if (end := bounds(day)[1])]
    if denial.lacking:
        return False  # of a deed that is over: that there was an order may be told after it
    return bool(last and first and last < first and not any(end < last for end in done))


VETOES = (
    one_side,
    of_other_parties,
    of_other_things,
    is_bare_lack,
    others_do_it,
    others_are_told,
    elsewhere,
    on_other_days,
    is_update,
)


__all__ = ["OPPOSED", "opposed_sides"]
