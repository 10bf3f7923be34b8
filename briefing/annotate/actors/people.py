"""The names of persons in an article, each with the title, country and gender that stand beside it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.annotate.actors.close_ones import is_of_someone_close
from briefing.annotate.actors.evidence import shown_persons
from briefing.annotate.actors.given import title_given, title_of_more_words
from briefing.annotate.actors.grammar import Gender
from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.names import Name
from briefing.annotate.actors.paired import country_behind, country_of_each, paired_titles
from briefing.annotate.actors.phrase import Phrase
from briefing.annotate.actors.towns import is_town_of_rank
from briefing.model.known_rows import COUNTERPART

LONGEST_ASIDE = 14
"""Pieces that a parenthesis between a title and its name may have."""
MOST_QUALIFIERS = 5
"""Pieces between an indefinite article and a title: `a Togo-based investigative journalist`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One name in the text with the title beside it.  `start` and `stop` are the pieces that the mention covers.

    `aside` is a second title, behind a name that has one before it: `el canciller Juan Quispe, el diplomático que …`; `ahead`
    one before that title: `her Togolese counterpart, Trade Minister Ana Mora`.
    `governs` where a government is called by the name (`la Administración Trump`); `shown` where the sentence shows that the
    name is a person's, `placed` where nothing does and it stands where a place would (`to São Paulo`).
    """

    name: Name
    start: int
    stop: int
    phrase: Phrase | None = None
    aside: Phrase | None = None
    ahead: Phrase | None = None
    country: str | None = None
    gender: Gender | None = None
    governs: bool = False
    shown: bool = False
    placed: bool = False

    @property
    def titles(self) -> tuple[Phrase, ...]:
        return tuple(title for title in (self.phrase, self.aside, self.ahead) if title)


def find_namings(line: Line, names: Sequence[Name], phrases: Sequence[Phrase], lexicon: Lexicon) -> Iterator[Naming]:
    """Each name with its title: the one just before it, else the one that follows in apposition."""
    roles = [phrase for phrase in phrases if phrase.is_role]
    shown = shown_persons(line, names, lexicon)
    before = {name: phrase for name in names if (phrase := title_before(line, name, roles, names, lexicon))}
    before |= {name: p for name in shown - before.keys() if (p := title_through_body(line, name, roles, lexicon))}
    before |= shared_titles(line, names, before, lexicon)
    before |= paired_titles(line, names, roles, lexicon)
    for word, holder in words_of_titles(line, names, before, lexicon):
        before[holder] = replace(before.pop(word), last=word.last)
        names = [name for name in names if name != word]
    longer = {n: title for n in names if n not in before and (title := title_of_more_words(line, n, roles, lexicon))}
    before |= longer
    names = [n for n in names if not any(title.first <= n.first and n.last <= title.last for title in longer.values())]
    left = [phrase for phrase in roles if phrase not in before.values()]
    for name in names:
        title = before.get(name)
        if (title and is_field(line, title, name, lexicon)) or is_town_of_rank(line, name, title, lexicon):
            continue
        after = title_after(line, name, left, lexicon) or title_given(line, name, left, lexicon)
        if title and not lexicon.grammar.head_last and after_body(title, name):
            title = None
        ahead = title_ahead(line, title, left, names) if title else None
        gender = honorific(line, name) or next((p.gender for p in (title, after, ahead) if p and p.gender), None)
        yield Naming(
            name=name,
            start=title.first if title and touches(line, title, name) else name.first,
            stop=name.last + 1 if line.key(name.first - 1) == "(" and title else name.last,
            phrase=title or after,
            aside=after,
            ahead=ahead,
            country=country_after(line, name, lexicon)
            or country_of_each(line, name, title, lexicon)
            or country_by_turn(name, title, before, names)
            or country_of_the_other(line, title, lexicon)
            or (ahead.country if ahead and title and title.country is None else None),
            gender=gender,
            shown=name in shown,
            placed=not (title or after or gender or name in shown) and stands_as_place(line, name, lexicon),
        )


def stands_as_place(line: Line, name: Name, lexicon: Lexicon) -> bool:
    """`in São Paulo`, `a Santa Elena`: behind a preposition that tells where or where to."""
    return line.key(name.first - 1) in lexicon.grammar.place_prepositions | lexicon.grammar.towards


def words_of_titles(line: Line, names: Sequence[Name], before: dict[Name, Phrase], lexicon: Lexicon) -> list[tuple[Name, Name]]:
    """`el ministro de Defensa Civil, Juan Quispe, dijo`: the last word of what the office is for, and who holds it."""
    found = []
    for word, holder in itertools.pairwise(names):
        title = before.get(word)
        if title is None or title.entry.plural or lexicon.grammar.head_last or len(word.words) > 1 or title.last != word.first:
            continue
        for_some_field = any((line.key(n),) in lexicon.grammar.links for n in range(title.first, title.last))
        apposed = line.key(word.last) == "," and holder.first == word.last + 1 and len(holder.words) > 1
        listed = line.key(holder.last) in lexicon.grammar.joiners  # `el ministro de Salud Quispe, Juan Mora y Ana Gil`
        if for_some_field and apposed and not listed and holder not in before:
            found.append((word, holder))
    return found


def is_field(line: Line, title: Phrase, name: Name, lexicon: Lexicon) -> bool:
    """`Minister of Lands, Waters and Natural Resources`: what else the office is for, and nobody's name."""
    listed = len(name.words) == 1 and title.last == name.first - 1 and line.key(title.last) == ","
    for_some_field = any((line.key(n),) in lexicon.grammar.links for n in range(title.first, title.last))
    another = line.key(name.last) in {",", *lexicon.grammar.joiners} and line.capital(name.last + 1)
    alone = title.country is None and line.starting(name.last + 1) is None
    return listed and line.capital(title.last - 1) and for_some_field and another and alone


def after_body(title: Phrase, name: Name) -> bool:
    """`jefe del Comando Estratégico`: one more capital behind a body belongs to it."""
    return title.body is not None and title.last == name.first and len(name.words) == 1


def country_by_turn(name: Name, title: Phrase | None, before: dict[Name, Phrase], names: Sequence[Name]) -> str | None:
    """`los cancilleres de Perú y Chile, Juan Quispe y Ana Mora`: the second name is of the second country."""
    if title is None or not title.others:
        return None
    holders = [other for other in names if before.get(other) == title]
    countries = [str(title.country), *title.others]
    return countries[holders.index(name)] if len(holders) == len(countries) else None


def touches(line: Line, title: Phrase, name: Name) -> bool:
    return title.last in ends_before(line, name)


def ends_before(line: Line, name: Name) -> set[int]:
    """Where a title may end that belongs to the name: before it, before a comma, a parenthesis, an honorific."""
    at = name.first
    chunk = line.ending(at)
    if chunk and chunk.kind == "honorific":
        at = chunk.first
    if line.key(at - 1) in {",", "("}:
        at -= 1
    return {name.first, at, before_parenthesis(line, at)}


def title_before(line: Line, name: Name, roles: Sequence[Phrase], names: Sequence[Name], lexicon: Lexicon) -> Phrase | None:
    """`el canciller peruano, Juan Quispe,`; not `Ana Ruiz, canciller de Perú, Luis Rojas`."""
    ends = ends_before(line, name)
    for phrase in roles:
        after_another = line.key(phrase.first - 1) == "," and any(other.last == phrase.first - 1 for other in names)
        if phrase.last in ends and (phrase.last == name.first or not after_another or phrase.definite):
            if phrase.last != name.first and is_of_someone_close(line, phrase, roles, lexicon):
                return None
            phrase = before_rank(line, phrase, roles, lexicon)
            return None if phrase.entry.plural and phrase.last != name.first and not phrase.others else phrase
    return None


def before_rank(line: Line, rank: Phrase, roles: Sequence[Phrase], lexicon: Lexicon) -> Phrase:
    """`el ministro de Defensa, general Juan Quispe,`: the office, of which a rank in the army is no other.

    Nor is a diplomat's: `The Minister of Foreign Affairs, Ambassador Juan Quispe,` is nobody's envoy.
    """
    if rank.entry.id not in RANKS or line.key(rank.first - 1) != ",":
        return rank
    offices = (p for p in roles if p.last == rank.first - 1 and p.definite and not p.entry.plural)
    if rank.entry.id == ENVOY:
        bare = not (rank.country or rank.posting or rank.body or rank.specified)
        offices = (p for p in offices if bare and (role := lexicon.knowledge.roles.get(p.entry.id)) and role.official)
    return next(offices, rank)


ENVOY = "ambassador"
RANKS = frozenset({"officer", ENVOY})


def title_ahead(line: Line, title: Phrase, roles: Sequence[Phrase], names: Sequence[Name]) -> Phrase | None:
    """`her Togolese counterpart, | Trade Minister Ana Mora`: the same person's, which a comma parts from the office."""
    at = title.first - (2 if title.definite else 1)
    if line.key(at) != ",":
        return None
    named = any(name.last == at for name in names)
    return next((p for p in roles if p.last == at and p.entry.id == COUNTERPART and not p.entry.plural and not named), None)


def title_through_body(line: Line, name: Name, roles: Sequence[Phrase], lexicon: Lexicon) -> Phrase | None:
    """`la exconsultora de la agencia Ana Gil, quien …`: a body by a common noun between a title and a person's name."""
    at = name.first - 1
    if line.upos(at) != "NOUN" or line.capital(at):
        return None
    while line.key(at - 1) in lexicon.grammar.articles or line.key(at - 1) in lexicon.grammar.of:
        at -= 1
    return next((phrase for phrase in roles if phrase.last == at < name.first - 1 and not phrase.entry.plural), None)


def shared_titles(
    line: Line, names: Sequence[Name], before: dict[Name, Phrase], lexicon: Lexicon
) -> Iterable[tuple[Name, Phrase]]:
    """`los presidentes Pablo Ruiz, Luis Rojas y Ana Quispe`: the plural title of the first is everybody's."""
    shared: dict[Name, Phrase] = {}
    for earlier, later in itertools.pairwise(names):
        title = shared.get(earlier) or before.get(earlier)
        own = country_behind(line, earlier, lexicon) if title and title.entry.plural else None
        between = {line.key(n) for n in range(own.last if own else earlier.last, later.first)}
        if title and title.entry.plural and later not in before and between <= {",", *lexicon.grammar.joiners}:
            shared[later] = title
    return shared.items()


def before_parenthesis(line: Line, at: int) -> int:
    """`del Departamento de Estado (DOS, por sus siglas en inglés), Ana Ruiz`: the piece where a closing parenthesis opened."""
    if line.key(at - 1) != ")":
        return at
    opening = next((n for n in range(at - 2, max(-1, at - LONGEST_ASIDE), -1) if line.key(n) == "("), None)
    return at if opening is None else opening


def title_after(line: Line, name: Name, roles: Sequence[Phrase], lexicon: Lexicon) -> Phrase | None:
    """`Juan Quispe, canciller de Perú,`, `Ana Ruiz, a Togo-based journalist who …`, `Juan Quispe (the foreign minister)`.

    Not `En el Palacio Mora, el canciller, Juan Quispe, …`: nobody's name has an article.
    """
    if line.key(name.last) not in {",", "("} or line.key(name.first - 1) in lexicon.grammar.articles:
        return None
    if opens_as_place(line, name, lexicon):
        return None
    at = name.last + 1
    at += line.match(at, lexicon.grammar.apposition)
    while line.key(at) in lexicon.grammar.articles:
        at += 1
    one_of_many = line.key(at) in lexicon.grammar.indefinite
    at = past_qualifiers(line, at + 1, roles, lexicon) if one_of_many else at
    found = next((p for p in roles if p.first == at and not p.entry.plural), None)
    if found and (owned := line.match(found.last, lexicon.grammar.possessives)):  # `Ana Ruiz, the Togolese president's | aide`
        aide = next((p for p in roles if 0 <= p.first - found.last - owned <= MOST_QUALIFIERS and not p.entry.plural), None)
        return replace(aide, country=found.country, specified=False) if aide and found.country else None
    named_itself = found and line.key(found.last) == "," and line.upos(found.last + 1) == "PROPN" and found.definite
    acts_itself = found and one_of_many and is_finite(line, found.last)  # `to Ana Ruiz, a minister said`
    # `asked about the visit to be made in Kara, …`, `sobre el caso del ciclista Ana Mora, el canciller señaló que …`
    placed = line.key(name.first - 1) in lexicon.grammar.place_prepositions or not line.is_subject(name.first)
    goes_on = found and found.definite and placed and is_main_verb(line, found.last)
    return None if named_itself or acts_itself or goes_on else found


def opens_as_place(line: Line, name: Name, lexicon: Lexicon) -> bool:
    """`In Talsi, the governor of the region, Ana Ruiz, said`: a town."""
    opens = name.first == 1 and line.key(0) in lexicon.grammar.place_prepositions
    return opens and line.key(name.last) == ","


def is_main_verb(line: Line, piece: int) -> bool:
    """`la diplomática se comprometió`: right behind the title, past a pronoun or a negation."""
    at = piece + (line.upos(piece) in {"PRON", "ADV", "PART"})
    return is_finite(line, at)


def is_finite(line: Line, piece: int) -> bool:
    token = line.token(piece)
    return token is not None and token.upos in {"VERB", "AUX"} and "VerbForm=Fin" in token.feats


def past_qualifiers(line: Line, at: int, roles: Sequence[Phrase], lexicon: Lexicon) -> int:
    """Where the title begins behind an indefinite article: `a veteran opposition lawmaker`, `a Togo-based journalist`."""
    starts = {phrase.first for phrase in roles}
    for step in range(MOST_QUALIFIERS if lexicon.grammar.head_last else 0):
        if at + step in starts:
            return at + step
        hyphened = "-" in {line.key(at + step), line.key(at + step - 1), line.key(at + step + 1)}
        if line.upos(at + step) != "ADJ" and not hyphened:
            break
    return at


def country_after(line: Line, name: Name, lexicon: Lexicon) -> str | None:
    """`President Pablo Ruiz of Ecuador`."""
    if line.key(name.last) not in lexicon.grammar.link_to_country:
        return None
    chunk = line.starting(name.last + 1)
    return chunk.entries[0].id if chunk and chunk.kind == "country" else None


def country_of_the_other(line: Line, title: Phrase | None, lexicon: Lexicon) -> str | None:
    """`The Chilean side was led by the Minister, Ana Mora, and that of Peru by the Minister of Ports, Juan Quispe`."""
    if title is None or title.country:
        return None
    at = title.first - (line.key(title.first - 1) in lexicon.grammar.articles)
    land = line.ending(at - 1) if line.upos(at - 1) == "ADP" or line.key(at - 1) == "," else None
    if land is None or land.kind != "country" or line.key(at - 1) in lexicon.grammar.of:
        return None
    stands_for = line.key(land.first - 1) in lexicon.grammar.of and line.upos(land.first - 2) in {"PRON", "DET"}
    return land.entries[0].id if stands_for else None


def honorific(line: Line, name: Name) -> Gender | None:
    chunk = line.ending(name.first)
    if chunk is None and line.key(name.first - 1) == ".":
        chunk = line.ending(name.first - 1)
    return chunk.entries[0].gender if chunk and chunk.kind == "honorific" else None
