"""Titles without a name: which person of the article `la mandataria`, `el canciller peruano`, `the secretary` is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from briefing.annotate.actors.lexicon import Entry, Lexicon
from briefing.annotate.actors.one_person import Holder
from briefing.annotate.actors.phrase import Phrase
from briefing.knowledge.entries import RoleEntry
from briefing.model.known_rows import COUNTERPART

NEAR = 2
"""How many sentences back a title looks for the one person whom it fits, where the article has several."""

DEPUTY = "deputy_minister"
Seen = Sequence[tuple[int, str]]
"""Line and actor of every mention so far."""


def bind(
    phrase: Phrase,
    line: int,
    holders: Mapping[str, Holder],
    seen: Seen,
    first: Mapping[str, int],
    lexicon: Lexicon,
    *,
    scrambled: bool,
) -> str | None:
    """The person that a title names: the only one whom it fits, else the only one of those named just before; else nobody.

    `first` is the line in which each person is first named.
    """
    fitting = [
        name
        for name, holder in holders.items()
        if fits_title(holder, phrase, lexicon) and posted(phrase, holder, line, first[name])
    ]
    if len(fitting) == 1 and (scrambled or not is_broad(phrase, lexicon) or any(actor == fitting[0] for _, actor in seen)):
        return fitting[0]
    reach = 0 if scrambled else NEAR
    near = {actor for at, actor in seen if actor in fitting and line - at <= reach}
    return next(iter(near)) if len(near) == 1 else None


def is_broad(phrase: Phrase, lexicon: Lexicon) -> bool:
    role = lexicon.knowledge.roles.get(phrase.entry.id)
    return role is not None and role.broad


def with_countries_of_titles(
    holders: Sequence[Holder],
    titles: Sequence[tuple[int, Phrase]],
    places_of: Mapping[str, Sequence[tuple[int, int]]],
    denied: Mapping[str, Set[str]],
    lexicon: Lexicon,
) -> tuple[Holder, ...]:
    """`la mandataria mexicana` tells the country of the only woman who heads a government in the sentences before it.

    Who is named behind it in its own sentence is another: `The Togolese minister will sign the protocol with Mora`.  So is
    whose counterpart is of that country (`denied`): `Premier Mora called her Togolese colleague.  The Togolese premier …`.
    """
    result = list(holders)
    for line, phrase in titles:
        if phrase.country is None or not phrase.definite:
            continue
        fitting = [
            n
            for n, holder in enumerate(result)
            if fits_title(holder, phrase, lexicon) and posted(phrase, holder, line, min(places_of[holder.id])[0])
        ]
        if line == 0:  # whom the headline calls is named in the first sentences, and others may hold such an office
            fitting = [n for n in fitting if any(is_near(line, at) for at, _ in places_of[result[n].id])]
        places = places_of[result[fitting[0]].id] if len(fitting) == 1 else ()
        near = [n for n in fitting if any(is_near(line, at) for at, _ in places)]
        behind = any(at == line and phrase.last < first for at, first in places)
        other = bool(near) and phrase.country in denied.get(result[near[0]].id, ())
        other = other or any(is_the_opposite(holder, phrase) for holder in result)
        if near and not behind and not other and result[near[0]].country is None:
            result[near[0]] = replace(result[near[0]], country=phrase.country)
    return tuple(result)


def is_the_opposite(holder: Holder, phrase: Phrase) -> bool:
    """`Minister Mora met her Togolese counterpart, General Agbo. … The Togolese minister`: he, and nobody of no country.

    So may one be whose country is not told: `Minister Mora will see her counterpart, General Agbo. Togo's minister asked …`.
    """
    told = any(held.entry.id == COUNTERPART for held in holder.phrases)
    return (
        told and holder.country in {None, phrase.country} and not (phrase.gender and holder.gender not in {None, phrase.gender})
    )


def is_near(line: int, at: int) -> bool:
    """Just before a title or right behind it; a headline's is behind the lines of the paper and the day."""
    return -1 <= line - at <= NEAR or (line == 0 and at <= OPENING)


OPENING = 4
"""The last sentence of those in which somebody is named whom the headline calls by the office."""


def fits_title(holder: Holder, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a title without a name can be this person's: office, gender and country do not speak against it."""
    if phrase.gender and holder.gender and phrase.gender != holder.gender:
        return False
    if phrase.country and holder.country and phrase.country != holder.country:
        return False
    if phrase.entry.plural or phrase.former != holder.former:
        return False
    return any(fits_office(holder, phrase, entry, lexicon) for entry in phrase.entries if entry.kind == "role")


def posted(phrase: Phrase, holder: Holder, line: int, first: int) -> bool:
    """`the U.S. ambassador to France` is who is said to be there, or who is only named in the next sentence."""
    postings = {held.posting for held in holder.phrases} - {None}
    return phrase.posting is None or phrase.posting in postings or (not postings and line <= first <= line + 1)


def fits_office(holder: Holder, phrase: Phrase, entry: Entry, lexicon: Lexicon) -> bool:
    role = lexicon.knowledge.roles[entry.id]
    held = [other for p in holder.phrases if (other := role_of(p, lexicon))]
    if role.countries and holder.country not in role.countries:
        return False
    if not role.epithet:
        return any(is_same_office(role, phrase, other) for other in held) or is_short_for(role, entry, holder, held, lexicon)
    if role.countries:
        return any(other.official for other in held) or holder.in_office
    if role.head_of_government:
        return any(other.head_of_government for other in held)
    if role.institution:
        return any(role.institution == other.institution for other in held)
    if role.broad:
        return any(other.official and not other.head_of_government for other in held)
    forms = set(role.forms.get(lexicon.grammar.language, ()))
    return any(forms & called(other, holder, lexicon) for other in held)


def is_same_office(role: RoleEntry, phrase: Phrase, other: RoleEntry) -> bool:
    """The same office, or the heads of one body under different titles (`canciller`, `secretario de Relaciones Exteriores`)."""
    if role.body and not phrase.body:
        return False
    same = role.institution is not None and role.institution == other.institution
    heads = role.minister or role.head_of_government
    return role.id == other.id or (same and heads and (other.minister or other.head_of_government))


def is_short_for(role: RoleEntry, entry: Entry, holder: Holder, held: Sequence[RoleEntry], lexicon: Lexicon) -> bool:
    """`el secretario` of a `secretario de Estado`, `el presidente` of a `presidente del Gobierno`: a word of the title.

    So is `the deputy minister` of a `deputy foreign minister`.
    """
    if role.id == DEPUTY:
        words = set(entry.form.split())
        return any(words <= set(phrase.entry.form.split()) for phrase in holder.phrases)
    alike = [o for o in held if (o.minister and not role.institution) or (o.head_of_government and role.head_of_government)]
    if not alike or role.body or not role.official:
        return False
    titles = [phrase.entry.form for phrase in holder.phrases]
    ministers = (office for office in alike if office.minister)  # a `primer ministro` is no `presidente`
    titles += [form for office in ministers for form in office.forms.get(lexicon.grammar.language, ())]
    return any(entry.form in title.split() for title in titles)


def called(role: RoleEntry, holder: Holder, lexicon: Lexicon) -> set[str]:
    """The words for an office; of a general one (`titular`, `director`) only those that the article used of its holder."""
    return {p.entry.form for p in holder.phrases} if role.body else set(role.forms.get(lexicon.grammar.language, ()))


def role_of(phrase: Phrase, lexicon: Lexicon) -> RoleEntry | None:
    """The office that a title names; of `titular de` and its like the one that heads the body."""
    roles = lexicon.knowledge.roles
    role = roles.get(phrase.entry.id)
    if role is None or not (role.epithet or role.body):
        return role
    if role.epithet and role.head_of_government and phrase.country and not phrase.body:  # `Libyan leader`
        return role
    same = [r for r in roles.values() if not r.epithet and phrase.entry.form in r.forms.get(lexicon.grammar.language, ())]
    elsewhere = phrase.body is not None or phrase.specified  # the president of a company is none of a country
    own = [r for r in same if not r.body and not (elsewhere and r.head_of_government)]
    minister = head_of(phrase, lexicon)
    if not own and minister and not role.epithet and not leads(phrase, same, lexicon):
        return None  # `directora de Cooperación del Ministerio de Defensa`
    return own[0] if own else minister or next((r for r in same if r.body), role)


def leads(phrase: Phrase, roles: Sequence[RoleEntry], lexicon: Lexicon) -> bool:
    """Whether a title is of who heads its body: `titular del Ministerio`, and not `director`, `miembro`, `analista`."""
    return any(phrase.entry.form in role.leads.get(lexicon.grammar.language, ()) for role in roles)


def head_of(phrase: Phrase, lexicon: Lexicon) -> RoleEntry | None:
    """The minister's office of the body that a title belongs to, the country's own before the general one."""
    if not phrase.body:
        return None
    row = lexicon.knowledge.actors.get(phrase.body)
    institution = (row.institution or row.id) if row else phrase.body.partition(".")[2]
    heads = [r for r in lexicon.knowledge.roles.values() if r.minister and r.institution == institution and not r.epithet]
    heads.sort(key=lambda r: (phrase.country not in r.countries, r.id))
    return next((r for r in heads if not r.countries or phrase.country in r.countries), None)
