"""Whose minister somebody is by whose he is not: of the two countries that an article is about the other one's.

`Minister Ana Vukic told her Serbian counterpart …` in an article about Serbia and Montenegro is Montenegro's; and where a paper
calls the offices of one of the two by its name and those of the other by the bare title, the bare ones are of the paper's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from briefing.annotate.actors.bodies import speaks
from briefing.annotate.actors.heads import capitals, countries_of
from briefing.annotate.actors.home import is_against, is_of_any_government, told_countries
from briefing.annotate.actors.lexicon import Lexicon, strip_accents
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.one_person import Holder
from briefing.annotate.actors.outside_quotes import unquoted
from briefing.annotate.actors.people import Naming
from briefing.annotate.actors.phrase import Phrase
from briefing.annotate.actors.titles import role_of
from briefing.model.known_rows import COUNTERPART

MINISTERS = frozenset({"minister", "deputy_minister", "deputy_prime_minister", "vice_president"})
READ = frozenset({"title", "heading", "body"})

Titles = Sequence[Sequence[Phrase]]
Namings = Mapping[str, Sequence[Naming]]


def with_opposites(
    holders: Sequence[Holder], namings: Namings, lines: Sequence[Line], titles: Titles, home: str | None, lexicon: Lexicon
) -> tuple[Holder, ...]:
    """The holders, those of a title alone with the country of the two that is not their counterpart's."""
    pair = the_pair(lines, lexicon)
    owners = dict(owners_of_counterparts(holders, namings, lines, titles))
    bare = None if home else unmarked_country(lines, titles, pair, lexicon)
    # `President Vukic was to receive President Ilic`, both by the bare title: only one of them is the paper's own
    heads = [h.id for h in holders if h.country is None and is_a_head(h, lexicon) and is_bare(namings[h.id], lexicon)]

    def country(holder: Holder) -> str | None:
        if holder.country is None and (other := country_beside(holder, holders, namings, lines, pair, lexicon)):
            return other
        others = owners.get(holder.id, set())
        if holder.country or not is_bare(namings[holder.id], lexicon) or holder.former:
            return holder.country
        if others and home and home not in others:
            return home  # under a capital's dateline a bare minister who has a counterpart elsewhere
        left = [code for code in pair if code not in others]
        if others and len(left) == 1 and home in {None, *pair}:
            return left[0]
        guessed = bare and not others and not (len(heads) > 1 and holder.id in heads)
        return bare if guessed and is_unmarked(namings[holder.id], str(bare), pair, lines, titles, lexicon) else None

    return tuple(replace(holder, country=country(holder)) for holder in holders)


def is_bare(namings: Sequence[Naming], lexicon: Lexicon) -> bool:
    """`Trade Minister Ana Vukic`, and no country beside the name anywhere."""
    titled = [n.phrase for n in namings if n.phrase and not n.phrase.owned]
    return any(is_of_any_government(title, lexicon) for title in titled) and not any(n.country or n.governs for n in namings)


def is_a_head(holder: Holder, lexicon: Lexicon) -> bool:
    roles = (role_of(phrase, lexicon) for phrase in holder.phrases if not phrase.former)
    return any(role is not None and role.head_of_government for role in roles)


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
    told = (
        here if len(here) > 1 else {c for one in lines if is_read(one) for c in told_countries(one, len(one.pieces), lexicon)}
    )
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


def unmarked_country(lines: Sequence[Line], titles: Titles, pair: Sequence[str], lexicon: Lexicon) -> str | None:
    """The one of the two none of whose offices the article calls by the country's name, where it does so of the other's.

    In talk who speaks calls the other side's by its name, and a wire's dateline tells more.
    """
    if any(line.sentence.kind == "speaker" for line in lines):
        return None
    marked = {
        str(t.country)
        for line, phrases in zip(lines, titles, strict=True)
        if is_read(line)
        for t in phrases
        if t.country and calls_office(line, t, lexicon)
    }
    left = [code for code in pair if code not in marked]
    return left[0] if len(left) == 1 and len(marked & {*pair}) == 1 else None


def calls_office(line: Line, title: Phrase, lexicon: Lexicon) -> bool:
    """By the paper itself: not `“The government of Chile rejects it”, said Ruiz`, nor `the Bolivian people`."""
    said = any(first <= title.first < last for first, last in unquoted(line))
    rows = (lexicon.knowledge.actors.get(entry.id) for entry in title.entries)
    return said and (title.is_role or any(row is not None and speaks(row) for row in rows))


def is_read(line: Line) -> bool:
    return line.sentence.kind in READ


def is_unmarked(
    namings: Sequence[Naming], own: str, pair: Sequence[str], lines: Sequence[Line], titles: Titles, lexicon: Lexicon
) -> bool:
    """Whether somebody is named before any office of the other country is: behind one he may be another of its ministers.

    Nor is the other one the last that the sentence before tells of: `Kenyan demand grows. Energy Minister Per Ouma …`.
    """
    by_index = {line.index: line for line in lines}
    first = min(namings, key=lambda n: (n.name.line, n.name.first))
    sure = is_own(by_index[first.name.line], first.start, own, pair, lines, titles, lexicon)
    sure = sure and any(is_in_government(n.phrase, lexicon) for n in namings if n.phrase)
    others = {*pair} - {own}
    abroad = any(is_told_in(by_index[n.name.line], others, lexicon) for n in namings)
    # `Prime Minister Vukic said that Serbia would let them go`: as likely of the one of whose doing alone he tells
    here = {*told_countries(by_index[first.name.line], len(by_index[first.name.line].pieces), lexicon)}
    abroad = abroad or (bool(here & others) and own not in here)
    return sure and not abroad and not is_against(namings, by_index, own, lexicon)


def is_told_in(line: Line, codes: Set[str], lexicon: Lexicon) -> bool:
    """`Minister Ana Vukic, who on Monday received farmers in Podgorica`: of the country whose capital it is, as likely."""
    words = f" {' '.join(strip_accents(line.key(at)) for at in range(len(line.pieces)))} "
    seats = capitals(lexicon.knowledge, lexicon.grammar.language)
    return any(code in codes and f" {name} " in words for name, code in seats)


def is_own(
    line: Line, start: int, own: str, pair: Sequence[str], lines: Sequence[Line], titles: Titles, lexicon: Lexicon
) -> bool:
    """Whether what begins at a piece of a line stands before all offices of the other country, not right behind its name.

    Nor behind a sentence that the other one opens: `Serbia accepted Montenegro's offer. “It is fair”, Minister Ana Ilic said`.
    """
    before = [other for other in lines if other.index < line.index and other.sentence.kind == "body"]
    near = [other for other in before if other.index == line.index - 1 or other.sentence.paragraph == line.sentence.paragraph]
    told = [[c for c in told_countries(other, len(other.pieces), lexicon) if c in pair] for other in near]
    ends = {code for codes in [codes for codes in told if codes][-1:] for code in (codes[0], codes[-1])}
    return line.sentence.kind == "body" and ends <= {own} and is_before_marked(line.index, start, lines, titles, lexicon)


def is_in_government(title: Phrase, lexicon: Lexicon) -> bool:
    """A minister's or the head's: `a spokesman` is the Commission's or a company's as often."""
    role = role_of(title, lexicon)
    return role is not None and (role.minister or role.head_of_government or role.id in MINISTERS)


def is_before_marked(index: int, start: int, lines: Sequence[Line], titles: Titles, lexicon: Lexicon) -> bool:
    """Whether no office of a named country stands before a piece of a line, in the body."""
    before = (
        (line.index, title.first)
        for line, phrases in zip(lines, titles, strict=True)
        for title in phrases
        if title.country and line.sentence.kind == "body" and calls_office(line, title, lexicon)
    )
    return all(place > (index, start) for place in before)


__all__ = ["owners_of_counterparts", "with_opposites"]
