"""Whose minister somebody is by whose he is not: of the two countries that an article is about the other one's.

`Minister Ana Vukic told her Serbian counterpart …` in an article about Serbia and Montenegro is Montenegro's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.annotate.actors.heads import countries_of
from briefing.annotate.actors.home import is_of_any_government, told_countries
from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.one_person import Holder
from briefing.annotate.actors.people import Naming
from briefing.annotate.actors.phrase import Phrase
from briefing.model.known_rows import COUNTERPART

READ = frozenset({"title", "heading", "body"})

Titles = Sequence[Sequence[Phrase]]
Namings = Mapping[str, Sequence[Naming]]


def with_opposites(
    holders: Sequence[Holder], namings: Namings, lines: Sequence[Line], titles: Titles, home: str | None, lexicon: Lexicon
) -> tuple[Holder, ...]:
    """The holders, those of a title alone with the country of the two that is not their counterpart's."""
    pair = the_pair(lines, lexicon)
    owners = dict(owners_of_counterparts(holders, namings, lines, titles))

    def country(holder: Holder) -> str | None:
        if holder.country is None and (other := country_beside(holder, holders, namings, lines, pair, lexicon)):
            return other
        others = owners.get(holder.id, set())
        if holder.country or not is_bare(namings[holder.id], lexicon) or holder.former:
            return holder.country
        if others and home and home not in others:
            return home  # under a capital's dateline a bare minister who has a counterpart elsewhere
        left = [code for code in pair if code not in others]
        return left[0] if others and len(left) == 1 and home in {None, *pair} else None

    return tuple(replace(holder, country=country(holder)) for holder in holders)


def is_bare(namings: Sequence[Naming], lexicon: Lexicon) -> bool:
    """`Trade Minister Ana Vukic`, and no country beside the name anywhere."""
    titled = [n.phrase for n in namings if n.phrase and not n.phrase.owned]
    return any(is_of_any_government(title, lexicon) for title in titled) and not any(n.country or n.governs for n in namings)


def the_pair(lines: Sequence[Line], lexicon: Lexicon) -> tuple[str, ...]:
    """The two countries that an article names more often than any third; nothing where there are no such two."""
    read = [line for line in lines if line.sentence.kind in READ]
    told = Counter(code for line in read for code in countries_of(line, 0, len(line.pieces), lexicon))
    ranked = told.most_common()
    third = ranked[2][1] if len(ranked) > 2 else 0
    return tuple(code for code, _ in ranked[:2]) if len(ranked) >= 2 and third < ranked[1][1] else ()


def country_beside(
    holder: Holder, holders: Sequence[Holder], namings: Namings, lines: Sequence[Line], pair: Sequence[str], lexicon: Lexicon
) -> str | None:
    """`Serbia's seat received Montenegro's minister, Ana Vukic, who met her counterpart, Per Ilic`: of the other of the two.

    Where that sentence, or at least the whole article, tells of both and of no third.
    """
    by_index = {line.index: line for line in lines}
    first = min(namings[holder.id], key=lambda n: (n.name.line, n.name.first))
    title, line = first.phrase, by_index[first.name.line]
    if title is None or title.entry.id != COUNTERPART or title.entry.plural or not title.owned or len(pair) != 2:
        return None
    before = [h for h in holders if h.id in named_before(line, title, holders, namings) and h.id != holder.id]
    here = {*countries_of(line, 0, len(line.pieces), lexicon)}
    read = (one for one in lines if one.sentence.kind in READ)
    told = here if len(here) > 1 else {code for one in read for code in told_countries(one, len(one.pieces), lexicon)}
    if len(before) != 1 or before[0].country not in pair or told != {*pair} or any(n.country for n in namings[holder.id]):
        return None
    return next(code for code in pair if code != before[0].country)


def owners_of_counterparts(
    holders: Sequence[Holder], namings: Namings, lines: Sequence[Line], titles: Titles
) -> Iterator[tuple[str, set[str]]]:
    """Whose counterparts an article names, with their countries: of the only person named before `her … counterpart`."""
    for holder in holders:
        own = {(n.name.line, title.first) for n in namings[holder.id] for title in n.titles}
        found = {
            title.country
            for line, phrases in zip(lines, titles, strict=True)
            for title in phrases
            if title.entry.id == COUNTERPART and title.country and title.owned and (line.index, title.first) not in own
            if named_before(line, title, holders, namings) == {holder.id}
        }
        if found:
            yield holder.id, {str(code) for code in found}


def named_before(line: Line, title: Phrase, holders: Sequence[Holder], namings: Namings) -> set[str]:
    return {h.id for h in holders for n in namings[h.id] if n.name.line == line.index and n.name.first < title.first}


__all__ = ["owners_of_counterparts", "the_pair", "with_opposites"]
