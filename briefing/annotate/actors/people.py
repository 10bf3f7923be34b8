"""The persons of an article: names with the role, country and gender that the article gives, long and short forms as one."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.annotate.actors.grammar import Gender
from briefing.annotate.actors.lexicon import Lexicon, strip_accents
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.names import Name
from briefing.annotate.actors.phrases import Phrase
from briefing.knowledge.entries import ActorEntry, RoleEntry

LONGEST_ASIDE = 14
"""Pieces that a parenthesis between a title and its name may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One name in the text with the title beside it.  `start` and `stop` are the pieces that the mention covers."""

    name: Name
    start: int
    stop: int
    phrase: Phrase | None = None
    country: str | None = None
    gender: Gender | None = None


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


def find_namings(line: Line, names: Sequence[Name], phrases: Sequence[Phrase], lexicon: Lexicon) -> Iterator[Naming]:
    """Each name with its title: the one just before it, else the one that follows in apposition."""
    used: set[int] = set()
    before = {name: phrase for name in names if (phrase := title_before(line, name, phrases))}
    used |= {phrase.first for phrase in before.values()}
    for name in names:
        phrase = before.get(name) or title_after(line, name, [p for p in phrases if p.first not in used], lexicon)
        country = country_after(line, name, lexicon)
        gender = honorific(line, name) or (phrase.gender if phrase else None)
        if phrase and name not in before:
            used.add(phrase.first)
            yield Naming(name=name, start=name.first, stop=name.last, phrase=phrase, country=country, gender=gender)
        else:
            start = phrase.first if phrase else name.first
            yield Naming(name=name, start=start, stop=name.last, phrase=phrase, country=country, gender=gender)


def title_before(line: Line, name: Name, phrases: Sequence[Phrase]) -> Phrase | None:
    """`el canciller peruano Juan Quispe`, `el canciller peruano, Juan Quispe,`."""
    at = name.first
    if line.key(at - 1) == ",":
        at -= 1
    ends = {at, before_parenthesis(line, at)}
    return next((p for p in phrases if p.is_role and p.last in ends and not p.entry.plural), None)


def before_parenthesis(line: Line, at: int) -> int:
    """`del Departamento de Estado (DOS, por sus siglas en inglés), Ana Ruiz`: the piece where a closing parenthesis opened."""
    if line.key(at - 1) != ")":
        return at
    opening = next((n for n in range(at - 2, max(-1, at - LONGEST_ASIDE), -1) if line.key(n) == "("), None)
    return at if opening is None else opening


def title_after(line: Line, name: Name, phrases: Sequence[Phrase], lexicon: Lexicon) -> Phrase | None:
    """`Juan Quispe, canciller de Perú,`, `Juan Quispe, the foreign minister of Peru`."""
    if line.key(name.last) != ",":
        return None
    at = name.last + 1
    steps = line.match(at, lexicon.grammar.apposition)
    at += steps
    while line.key(at) in lexicon.grammar.articles:
        at += 1
    return next((p for p in phrases if p.is_role and p.first == at and not p.entry.plural), None)


def country_after(line: Line, name: Name, lexicon: Lexicon) -> str | None:
    """`President Pablo Ruiz of Ecuador`."""
    if line.key(name.last) not in lexicon.grammar.link_to_country:
        return None
    chunk = line.starting(name.last + 1)
    return chunk.entries[0].id if chunk and chunk.kind == "country" else None


def honorific(line: Line, name: Name) -> Gender | None:
    chunk = line.ending(name.first)
    if chunk is None and line.key(name.first - 1) == ".":
        chunk = line.ending(name.first - 1)
    return chunk.entries[0].gender if chunk and chunk.kind == "honorific" else None


# ------------------------------------------------------------------ one person under several names


def name_tokens(text: str, lexicon: Lexicon) -> frozenset[str]:
    words = (strip_accents(word.casefold().strip(".,")) for word in text.replace("-", " ").split())
    return frozenset(word for word in words if word not in lexicon.grammar.particles)


def join_namings(namings: Sequence[Naming], lexicon: Lexicon) -> tuple[tuple[Naming, ...], ...]:
    """Groups of namings of one person: the shorter name's words are among the longer one's; an ambiguous one stays alone."""
    ordered = sorted(namings, key=lambda n: (-len(name_tokens(n.name.text, lexicon)), n.name.line, n.name.first))
    groups: list[list[Naming]] = []
    for naming in ordered:
        tokens = name_tokens(naming.name.text, lexicon)
        fitting = [group for group in groups if tokens <= name_tokens(group[0].name.text, lexicon)]
        if len(fitting) == 1 and tokens:
            fitting[0].append(naming)
        else:
            groups.append([naming])
    return tuple(tuple(sorted(group, key=lambda n: (n.name.line, n.name.first))) for group in groups)


def make_holder(group: Sequence[Naming], lexicon: Lexicon) -> Holder | None:
    """The person of a group; None where nothing tells that it is one: no title, no honorific, not in the register."""
    phrases = tuple(naming.phrase for naming in group if naming.phrase)
    longest = max((naming.name.text for naming in group), key=lambda text: (len(text.split()), text))
    known = register_of(longest, lexicon)
    registered = known.country if known else None
    if not phrases and registered is None and not any(naming.gender for naming in group):
        return None
    countries = [naming.country for naming in group if naming.country] + [p.country for p in phrases if p.country]
    genders = [naming.gender for naming in group if naming.gender]
    return Holder(
        id=f"person:{' '.join(strip_accents(word.casefold()) for word in longest.split())}",
        name=longest,
        forms=tuple(dict.fromkeys(naming.name.text for naming in group)),
        phrases=phrases,
        country=countries[0] if countries else registered,
        gender=genders[0] if genders else None,
        former=bool(phrases) and phrases[0].former,
        in_office=not phrases and known is not None and known.official,
    )


def register_of(name: str, lexicon: Lexicon) -> ActorEntry | None:
    """Whom the register knows under a name: it helps to resolve, and never says what office somebody holds."""
    tokens = name_tokens(name, lexicon)
    given = strip_accents(name.split()[0].casefold()) if len(tokens) == 1 else None
    found = {
        row.id: row
        for known, row in people_register(lexicon)
        if tokens and (tokens <= known or known <= tokens) and given not in given_names(row)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def given_names(row: ActorEntry) -> frozenset[str]:
    """`Marcelo` alone is nobody's surname."""
    return frozenset(strip_accents(form.split()[0].casefold()) for forms in row.names.values() for form in forms)


def people_register(lexicon: Lexicon) -> list[tuple[frozenset[str], ActorEntry]]:
    rows = [row for row in lexicon.knowledge.actors.values() if row.kind == "person"]
    return [(name_tokens(form, lexicon), row) for row in rows for forms in row.names.values() for form in forms]


def with_countries_of_titles(holders: Sequence[Holder], titles: Sequence[Phrase], lexicon: Lexicon) -> tuple[Holder, ...]:
    """`la mandataria mexicana` tells the country of the only woman who heads a government in the article."""
    result = list(holders)
    for phrase in titles:
        if phrase.country is None:
            continue
        open_ones = [n for n, h in enumerate(result) if h.country is None and fits_title(h, phrase, lexicon)]
        owned = [h for h in result if h.country == phrase.country and fits_title(h, phrase, lexicon)]
        if len(open_ones) == 1 and not owned:
            result[open_ones[0]] = dataclasses.replace(result[open_ones[0]], country=phrase.country)
    return tuple(result)


def fits_title(holder: Holder, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a title without a name can be this person's: office, gender and country do not speak against it."""
    if phrase.gender and holder.gender and phrase.gender != holder.gender:
        return False
    if phrase.country and holder.country and phrase.country != holder.country:
        return False
    if phrase.entry.plural or phrase.former != holder.former:
        return False
    if phrase.posting and phrase.posting not in {held.posting for held in holder.phrases}:
        return False
    role = lexicon.knowledge.roles.get(phrase.entry.id)
    if role is None:
        return False
    held = [held_role for p in holder.phrases if (held_role := role_of(p, lexicon))]
    if role.countries and holder.country not in role.countries:
        return False
    if role.epithet and role.countries:
        return True
    if not role.epithet:
        return any(role.id == other.id or (role.institution and role.institution == other.institution) for other in held)
    if role.head_of_government:
        return any(other.head_of_government for other in held)
    if role.institution:
        return any(role.institution == other.institution for other in held)
    if role.broad:
        return any(other.official and not other.head_of_government for other in held)
    forms = set(role.forms.get(lexicon.grammar.language, ()))
    return any(forms & called(other, holder, lexicon) for other in held)


def called(role: RoleEntry, holder: Holder, lexicon: Lexicon) -> set[str]:
    """The words for an office; of a general one (`titular`, `director`) only those that the article used of its holder."""
    return {p.entry.form for p in holder.phrases} if role.body else set(role.forms.get(lexicon.grammar.language, ()))


def role_of(phrase: Phrase, lexicon: Lexicon) -> RoleEntry | None:
    """The office that a title names; of `titular de` and its like the one that heads the body."""
    roles = lexicon.knowledge.roles
    role = roles.get(phrase.entry.id)
    if role is None or not (role.epithet or role.body):
        return role
    same = [r for r in roles.values() if not r.epithet and phrase.entry.form in r.forms.get(lexicon.grammar.language, ())]
    own = [r for r in same if not r.body]
    if own:
        return own[0]
    return head_of(phrase, lexicon) or (same[0] if same else role)


def head_of(phrase: Phrase, lexicon: Lexicon) -> RoleEntry | None:
    """The minister's office of the body that a title belongs to, the country's own before the general one."""
    if not phrase.body:
        return None
    row = lexicon.knowledge.actors.get(phrase.body)
    institution = (row.institution or row.id) if row else phrase.body.partition(".")[2]
    heads = [r for r in lexicon.knowledge.roles.values() if r.minister and r.institution == institution and not r.epithet]
    heads.sort(key=lambda r: (phrase.country not in r.countries, r.id))
    return next((r for r in heads if not r.countries or phrase.country in r.countries), None)
