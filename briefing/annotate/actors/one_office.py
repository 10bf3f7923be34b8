"""One government has one foreign minister: who bears an office alone that another holder has at home is of elsewhere.

`The Latvian foreign minister, Ilze Berzina, and her Belarusian counterpart agreed … She spoke by phone with Foreign Minister
Ales Novik`: under whatever dateline he is not Latvia's, and as the counterpart is named, he is of the counterpart's country.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.one_person import Holder
from briefing.annotate.actors.opposite import the_pair
from briefing.annotate.actors.phrase import Phrase
from briefing.annotate.actors.titles import role_of
from briefing.model.known_rows import COUNTERPART

READ = frozenset({"title", "heading", "body"})


def with_one_office_each(
    known: Sequence[Holder],
    holders: Sequence[Holder],
    lines: Sequence[Line],
    titles: Sequence[Sequence[Phrase]],
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
        if before.country is None and others and after.country in {None, *others}:
            elsewhere = {counterparts_country(str(country), lines, titles, lexicon) for country in sorted(others, key=str)}
            after = replace(after, country=elsewhere.pop() if len(elsewhere) == 1 else None)
        held |= {(office, after.country) for office in offices_of(after, lexicon)} if after.country else set()
        result.append(after)
    return tuple(result)


def offices_of(holder: Holder, lexicon: Lexicon) -> set[str]:
    """The offices of which a government has one, by their row: `foreign_minister`, and no `minister` of whatever."""
    roles = [role_of(phrase, lexicon) for phrase in holder.phrases if not phrase.former]
    single = [role for role in roles if role is not None and not role.epithet and not role.body]
    return set() if holder.former else {r.id for r in single if r.head_of_government or (r.minister and r.institution)}


def counterparts_country(own: str, lines: Sequence[Line], titles: Sequence[Sequence[Phrase]], lexicon: Lexicon) -> str | None:
    """The other one of the two countries of an article that calls somebody the counterpart of that country."""
    pair = the_pair(lines, lexicon)
    other = next((code for code in pair if code != own), None) if own in pair else None
    called = {
        title.country
        for line, phrases in zip(lines, titles, strict=True)
        for title in phrases
        if title.entry.id == COUNTERPART and line.sentence.kind in READ
    }
    return other if other in called else None


__all__ = ["with_one_office_each"]
