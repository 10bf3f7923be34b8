"""What a discrepancy needs: the positive evidence that its two sides speak of one thing, in one table.

Vetoes say what speaks against it, and every new text has a reason that none of them knows: `released 63`, `34 remain`.  So each
rule also says on which grounds it finds two values to be of one thing, and is printed only with one ground of every row that
the table asks of it.  `briefing explain` shows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.consolidate.accounts.differing import Difference

GROUNDS: Mapping[str, str] = {
    "two_articles": "two articles say so, each in its own words",
    "its_own_contrast": "one article sets the two against each other: `the union says 40`, `which the minister denies`",
    "two_governments": "the one side speaks for one country, the other for another",
    "one_unit": "both count or measure in one unit",
    "one_deed": "the verb over both numbers or days is the same, or one that says the same",
    "one_bearer": "the noun that has the value is the same: `the fine, of 4 million`, `a fine of 6 million`",
    "one_kind": "what is counted is of one thing: `tonnes of tuna`",
    "one_state": "both are in the same state: `waiting`, `stuck`",
    "one_distance": "both say how far one was from another",
    "one_rate": "both are paid for each of one thing: `75 a lorry`",
    "one_day": "both are of one day or period",
    "one_doer": "both are done by or are of one country",
    "one_name": "both sentences name the same people or places",
    "two_countries": "both sentences name the same two countries",
    "one_object": "both sentences speak of the same things",
    "one_promise": "to do one thing by one time",
    "one_scene": "both articles open with the same place",
    "one_event": "both articles open with the same people or places and two countries",
    "one_pair": "who is held is of one of the two countries that both articles are about, and held by the other",
}
"""The names of the grounds, each with what it says."""

OF_ONE_THING = frozenset({"one_deed", "one_bearer", "one_kind", "one_state", "one_distance", "one_rate"})
OF_ONE_OCCASION = frozenset(
    {"one_day", "one_doer", "one_name", "two_countries", "one_object", "one_promise", "one_scene", "one_event", "one_pair"}
)
OF_ONE_DISPUTE = frozenset({"one_object", "two_countries", "two_governments", "one_doer"})
"""Any one of these shows that what one denies is what the other tells."""
VOICES = frozenset({"two_articles", "its_own_contrast"})
OF_SOURCES = frozenset({"two_articles", "two_governments"})
"""A party against its own minister, or the police against who marched, in one article are no two sources."""

NEEDS: Mapping[str, tuple[frozenset[str], ...]] = {
    "likely_amount": (OF_SOURCES, frozenset({"one_unit"}), OF_ONE_THING, OF_ONE_OCCASION),
    "two_values_side_by_side": (OF_SOURCES, frozenset({"one_unit"})),
    "value_taken_back": (OF_SOURCES, frozenset({"one_unit"})),
    "denied_just_after": (OF_SOURCES,),
    "sent_or_not": (frozenset({"two_articles"}), frozenset({"one_name", "one_object", "two_countries", "one_day"})),
    "whose_soil": (OF_SOURCES, frozenset({"one_deed"}), frozenset({"one_day", "one_name", "two_governments"})),
    "opposed_sides": (OF_SOURCES, frozenset({"one_deed"}), OF_ONE_DISPUTE),
    "likely_day": (frozenset({"two_articles"}), frozenset({"one_deed", "one_bearer"}), OF_ONE_OCCASION),
}
"""The rows of grounds of which a rule needs one each; every other rule rests on two voices."""
ANY_RULE = (VOICES,)
CONTRASTING = frozenset(
    {
        "two_values_side_by_side",
        "value_taken_back",
        "denied_just_after",
        "accusation_denied",
        "rival_accounts",
        "account_denied",
    }
)
"""Rules that find in one article who denies what it tells, or has it otherwise."""


def is_grounded(found: Difference) -> bool:
    """Whether a difference has one ground of every row that its rule needs."""
    held = grounds_of(found)
    return all(row & held for row in NEEDS.get(found.rule, ANY_RULE))


def grounds_of(found: Difference) -> frozenset[str]:
    """What its rule found, and how many articles say so."""
    articles = [{claim.evidence.article for claim in claims} for claims in found.values.values()]
    apart = len(articles) > 1 and len(set().union(*articles)) > 1
    voices = {"two_articles"} if apart else {"its_own_contrast"} if found.rule in CONTRASTING else set()
    return found.grounds | voices


def told_grounds(rules: tuple[str, ...]) -> Iterator[str]:
    """`one_deed: the verb over both numbers …`, of the rules that a conflict keeps."""
    yield from (f"{name}: {GROUNDS[name]}" for name in rules if name in GROUNDS)


__all__ = ["GROUNDS", "NEEDS", "grounds_of", "is_grounded", "told_grounds"]
