"""One government has one foreign minister: who bears an office alone that another holder has at home is of elsewhere.

`The Latvian foreign minister, Ilze Berzina, and her Belarusian counterpart agreed … She spoke by phone with Foreign Minister
Ales Novik`: under whatever dateline he is not Latvia's; whose he is, nothing says.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.one_person import Holder
from briefing.annotate.actors.people import Naming
from briefing.annotate.actors.titles import role_of


def with_one_office_each(
    known: Sequence[Holder],
    holders: Sequence[Holder],
    lexicon: Lexicon,
) -> tuple[Holder, ...]:
    """The holders, none with a country that was only inferred and whose same office somebody else holds.

    `known` are the same holders with the countries that stand beside their names.
    """
    held = {(office, holder.country) for holder in known for office in offices_of(holder, lexicon) if holder.country}
    result = []
    for before, after in zip(known, holders, strict=True):
        own = offices_of(after, lexicon)
        others = {country for office, country in held if office in own}  # who already has it
        if before.country is None and others and after.country in others:
            after = replace(after, country=None)
        held |= {(office, after.country) for office in offices_of(after, lexicon)} if after.country else set()
        result.append(after)
    return tuple(result)


def without_joint_heads(
    known: Sequence[Holder], holders: Sequence[Holder], namings: Mapping[str, Sequence[Naming]], lexicon: Lexicon
) -> tuple[Holder, ...]:
    """The holders, two heads without a country who are named in one breath with none where one was inferred for both.

    `where Prime Minister Ana Vukic and President Per Lund will sign`: one is the guest, and nobody knows which.
    """
    bare = {holder.id for holder in known if holder.country is None and is_head(holder, lexicon)}
    placed = sorted((n.name.line, n.start, n.stop, name) for name in bare for n in namings[name] if n.country is None)
    beside = ((one, two) for one, two in itertools.pairwise(placed) if one[0] == two[0] and two[1] - one[2] <= LONGEST_LINK)
    pairs = [(one[3], two[3]) for one, two in beside]
    inferred = {holder.id: holder.country for holder in holders}
    joint = {name for pair in pairs for name in pair if len({*pair}) > 1 and inferred[pair[0]] == inferred[pair[1]]}
    return tuple(replace(holder, country=None) if holder.id in joint else holder for holder in holders)


LONGEST_LINK = 2
"""Pieces between two who are named in one breath: `and`, `y | el`."""


def is_head(holder: Holder, lexicon: Lexicon) -> bool:
    roles = [role_of(phrase, lexicon) for phrase in holder.phrases if not phrase.former]
    return any(role is not None and role.head_of_government for role in roles)


def offices_of(holder: Holder, lexicon: Lexicon) -> set[str]:
    """The offices of which a government has one, by their row: `foreign_minister`, and no `minister` of whatever."""
    roles = [role_of(phrase, lexicon) for phrase in holder.phrases if not phrase.former]
    single = [role for role in roles if role is not None and not role.epithet and not role.body]
    return set() if holder.former else {r.id for r in single if r.head_of_government or (r.minister and r.institution)}


__all__ = ["with_one_office_each", "without_joint_heads"]
