"""One person under several names: which namings of an article are of one, and what they tell of him together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.annotate.actors.grammar import Gender
from briefing.annotate.actors.heads import countries_of
from briefing.annotate.actors.lexicon import Lexicon, name_tokens, strip_accents
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.people import Naming
from briefing.annotate.actors.phrase import Phrase
from briefing.knowledge.entries import ActorEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person of the article, put together from all namings."""

    id: str
    name: str
    forms: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    country: str | None
    gender: Gender | None
    former: bool
    in_office: bool


def join_namings(namings: Sequence[Naming], lexicon: Lexicon) -> tuple[tuple[Naming, ...], ...]:
    """Groups of namings of one person: the shorter name's words are among the longer one's."""
    tokens = {naming: name_tokens(naming.name.text, lexicon.grammar) for naming in namings}
    ordered = sorted(namings, key=lambda n: (-len(tokens[n]), n.name.line, n.name.first))
    groups: list[list[Naming]] = []
    for naming in ordered:
        fitting = [group for group in groups if tokens[naming] and tokens[naming] <= tokens[group[0]]]
        fitting = fitting or [group for group in groups if share_surname(naming, group[0])]
        if fitting:
            closest(naming, fitting).append(naming)
        else:
            groups.append([naming])
    return tuple(tuple(sorted(group, key=lambda n: (n.name.line, n.name.first))) for group in groups)


def share_surname(naming: Naming, other: Naming) -> bool:
    """`Claudia Sheinbaum` and `Sheinbaum Pardo`: given name and surname, two surnames."""
    first, second = naming.name.words, other.name.words
    if naming.placed or other.placed:  # `São Paulo` is nobody of the name of `Paulo Tavares`
        return False
    return len(first) == len(second) == 2 and (first[-1] == second[0] or first[0] == second[-1])


def closest(naming: Naming, groups: Sequence[list[Naming]]) -> list[Naming]:
    """Of several people with one surname the one with the same office, then the one named last before, then most often."""

    def rank(group: Sequence[Naming]) -> tuple[bool, int, int]:
        office = naming.phrase.entry.id if naming.phrase else None
        same = any(n.phrase and n.phrase.entry.id == office for n in group)
        here = (naming.name.line, naming.name.first)
        gaps = [here[0] - n.name.line for n in group if (n.name.line, n.name.first) < here]
        return not same, min(gaps, default=10_000), -len(group)

    return min(groups, key=rank)


def make_holder(group: Sequence[Naming], lines: Sequence[Line], lexicon: Lexicon) -> Holder | None:
    """The person of a group; None where nothing tells that it is one: no title, no honorific, no sign, not in the register."""
    phrases = tuple(naming.phrase for naming in group if naming.phrase)
    longest = max((naming.name.text for naming in group), key=lambda text: (len(text.split()), text))
    known = known_to(longest, group, lines, lexicon)
    genders = [naming.gender for naming in group if naming.gender]
    governs = any(naming.governs for naming in group)
    if not phrases and not known and not genders and not any(naming.shown for naming in group):
        return None
    countries = [naming.country for naming in group if naming.country]
    countries += [phrase.country for phrase in phrases if phrase.country and not phrase.others]
    return Holder(
        id=f"person:{' '.join(strip_accents(word.casefold()) for word in longest.split())}",
        name=longest.title() if longest.isupper() else longest,
        forms=tuple(dict.fromkeys(naming.name.text for naming in group)),
        phrases=phrases,
        country=most_common(countries) or (known.country if known else None),
        gender=genders[0] if genders else next(iter(known.gender.values()), None) if known else None,
        former=is_out_of_office(phrases),
        in_office=not phrases and (governs or (known is not None and known.official)),
    )


def is_out_of_office(phrases: Sequence[Phrase]) -> bool:
    """`former president Ruiz … Ruiz`; not `Prime Minister Ruiz … Ruiz, a former mayor`, who was something else before."""
    past = [phrase for phrase in phrases if phrase.former]
    if not past or 2 * len(past) < len(phrases):
        return False
    first = phrases[0]
    return first.former or first.entry.id in {phrase.entry.id for phrase in past}


def most_common(values: Sequence[str]) -> str | None:
    """The first of the most frequent."""
    return Counter(values).most_common(1)[0][0] if values else None


def known_to(name: str, group: Sequence[Naming], lines: Sequence[Line], lexicon: Lexicon) -> ActorEntry | None:
    """Whom the register means, by a longer name than its own only where nothing else may be meant.

    `la alcaldesa de Kara, Ana Ruiz Mora` is no Ana Ruiz of another country, nor one of whom the article tells nothing.
    """
    known = register_of(name, lexicon)
    if known is None or any(written == name_tokens(name, lexicon.grammar) for written, row in lexicon.register if row == known):
        return known
    by_index = {line.index: line for line in lines}
    told = any(known.country in countries_of(line, 0, len(line.pieces), lexicon) for line in lines)
    apposed = any(by_index[n.name.line].key(n.name.first - 1) == "," and not n.titles for n in group)
    return known if told and not apposed else None


def register_of(name: str, lexicon: Lexicon) -> ActorEntry | None:
    """Whom the register knows under a name: it helps to resolve, and never says what office somebody holds.

    A longer name of the article may contain the register's (`Claudia Sheinbaum Pardo`); a surname alone must be its own.
    """
    tokens = name_tokens(name, lexicon.grammar)
    found = {row.id: row for known, row in lexicon.register if known == tokens or (len(known) > 1 and known <= tokens)}
    return next(iter(found.values())) if len(found) == 1 else None


def without_predecessors(holders: Sequence[Holder], lexicon: Lexicon) -> tuple[Holder, ...]:
    """Where two head one government, the one whom the register has out of office is a former one."""

    def heads(holder: Holder) -> bool:
        roles = [lexicon.knowledge.roles.get(phrase.entry.id) for phrase in holder.phrases]
        return holder.country is not None and (holder.in_office or any(role and role.head_of_government for role in roles))

    def left(holder: Holder) -> bool:
        known = register_of(holder.name, lexicon)
        return known is not None and not known.official

    governed = {h.country for h in holders if heads(h) and not left(h) and not h.former}
    return tuple(
        replace(h, former=True, in_office=False) if heads(h) and left(h) and h.country in governed else h for h in holders
    )
