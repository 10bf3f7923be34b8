"""Titles and bodies put together with what they belong to: `el canciller peruano`, `U.S. officials`, `la policía de Haití`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.annotate.actors.lexicon import Entry, Lexicon
from briefing.annotate.actors.lines import Chunk, Line

LONGEST_CHAIN = 5
"""Links that a phrase may have: `portavoz | de la Oficina | del Ministerio | de Salud | de Chile`."""
NATIONAL = ("country", "demonym", "metonym")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Pieces `first:last`: a title or a body, its country and the body that it belongs to (ids of the knowledge)."""

    first: int
    last: int
    entry: Entry
    country: str | None = None
    body: str | None = None
    former: bool = False
    definite: bool = False

    @property
    def is_role(self) -> bool:
        return self.entry.kind == "role"


def find_phrases(line: Line, lexicon: Lexicon) -> tuple[Phrase, ...]:
    """The outermost titles and bodies of a line, from left to right."""
    found: list[Phrase] = []
    for chunk in line.chunks:
        inside = bool(found) and chunk.first < found[-1].last
        if chunk.kind in {"role", "unit", "short"} and not inside and not only_qualifies(line, chunk, lexicon):
            found.append(build_phrase(line, chunk, lexicon))
    return tuple(found)


def only_qualifies(line: Line, chunk: Chunk, lexicon: Lexicon) -> bool:
    """`intervención militar`: an adjective, not the military."""
    head = chunk.last - 1 if lexicon.grammar.head_last else chunk.first
    return chunk.kind == "unit" and line.upos(head) == "ADJ" and not line.capital(head)


def build_phrase(line: Line, chunk: Chunk, lexicon: Lexicon) -> Phrase:
    start = Phrase(first=chunk.first, last=chunk.last, entry=chunk.entries[0], former=chunk.former)
    if chunk.kind == "short":
        start = replace(start, body=chunk.entries[0].id, country=country_of(lexicon, chunk.entries[0].id))
    phrase = extend_left(line, extend_right(line, start, lexicon), lexicon)
    return replace(phrase, entry=fitting_entry(chunk, phrase.country, lexicon))


def fitting_entry(chunk: Chunk, country: str | None, lexicon: Lexicon) -> Entry:
    """`canciller` heads the government in Germany and the foreign ministry in Peru."""

    def misfit(entry: Entry) -> bool:
        role = lexicon.knowledge.roles.get(entry.id)
        return bool(role and role.countries) and country not in (role.countries if role else ())

    def is_own(entry: Entry) -> bool:
        role = lexicon.knowledge.roles.get(entry.id)
        return role is not None and country in role.countries

    def as_one_person(entry: Entry) -> bool:
        """`funcionarios` are a body of people before they are several holders of one office."""
        return entry.kind == "role" and entry.plural and any(other.kind == "unit" for other in chunk.entries)

    return min(
        chunk.entries, key=lambda e: (e.kind not in {"role", "unit", "short"}, as_one_person(e), misfit(e), not is_own(e))
    )


def extend_right(line: Line, phrase: Phrase, lexicon: Lexicon) -> Phrase:
    for _ in range(LONGEST_CHAIN):
        longer = next((step for step in right_steps(line, phrase, lexicon) if step is not None), None)
        if longer is None:
            return phrase
        phrase = longer
    return phrase


def right_steps(line: Line, phrase: Phrase, lexicon: Lexicon) -> Iterator[Phrase | None]:
    grammar, at = lexicon.grammar, phrase.last
    if line.key(at) in grammar.body_adjectives:
        yield replace(phrase, last=at + 1)
    chunk = line.starting(at)
    if chunk and chunk.kind == "demonym" and phrase.country is None:
        yield replace(phrase, last=chunk.last, country=chunk.entries[0].id)
    if at + 1 < len(line.pieces) and line.key(at) in {"(", ","} and is_acronym(line, at + 1) and line.key(at + 2) == ")":
        yield replace(phrase, last=at + 3)
    steps = line.match(at, grammar.links)
    if steps:
        yield linked(line, phrase, at, steps, lexicon)


def is_acronym(line: Line, piece: int) -> bool:
    form = line.pieces[piece].form
    return form.isupper() and 2 <= len(form) <= 8


def linked(line: Line, phrase: Phrase, at: int, steps: int, lexicon: Lexicon) -> Phrase | None:
    """`… de Perú`, `… del Departamento de Estado`, `of the Supreme Court`."""
    grammar = lexicon.grammar
    target = at + steps
    while line.key(target) in grammar.articles:
        target += 1
    chunk = line.starting(target)
    if chunk is None:
        return None
    if chunk.kind in NATIONAL:
        closely = line.key(at) in grammar.link_to_country
        return replace(phrase, last=chunk.last, country=phrase.country or chunk.entries[0].id) if closely else None
    if chunk.kind == "actor":
        body = chunk.entries[0].id
        return replace(phrase, last=chunk.last, body=phrase.body or body, country=phrase.country or country_of(lexicon, body))
    if chunk.kind == "region":
        return replace(phrase, last=chunk.last)
    if chunk.kind in {"unit", "short"}:
        inner = build_phrase(line, chunk, lexicon)
        inner_body = phrase.body or body_id(inner, lexicon) or (inner.entry.id if phrase.is_role else None)
        return replace(phrase, last=inner.last, body=inner_body, country=phrase.country or inner.country)
    return None


def extend_left(line: Line, phrase: Phrase, lexicon: Lexicon) -> Phrase:
    grammar = lexicon.grammar
    first = phrase.first
    country: str | None = phrase.country
    body: str | None = phrase.body
    first, former = skip_before(line, first, lexicon)
    if grammar.country_before or country is None:
        possessive = line.match_before(first, grammar.possessives)
        chunk = line.ending(first - possessive)
        if chunk and grammar.country_before and chunk.kind in {*NATIONAL, "actor"} and country is None:
            first, owner = chunk.first, chunk.entries[0].id
            country = country_of(lexicon, owner)
            body = body or (owner if chunk.kind == "actor" else None)
            first, before = skip_before(line, first, lexicon)
            former = former or before
    definite = line.key(first - 1) in grammar.definite or line.key(first - 1) in grammar.articles
    return replace(phrase, first=first, country=country, body=body, former=phrase.former or former, definite=definite)


def skip_before(line: Line, first: int, lexicon: Lexicon) -> tuple[int, bool]:
    """Over `former`, `current`, `el propio` to the left; whether one of them says that the office is past."""
    former = False
    while True:
        past = line.match_before(first, lexicon.grammar.former)
        other = line.match_before(first, lexicon.grammar.before_title)
        if not past and not other:
            return first, former
        former = former or bool(past)
        first -= past or other


def country_of(lexicon: Lexicon, actor_id: str) -> str | None:
    row = lexicon.knowledge.actors.get(actor_id)
    if row is None:
        return None
    return row.id if row.kind == "country" else row.country


def body_id(phrase: Phrase, lexicon: Lexicon) -> str | None:
    """The actor that a body with its country is: the country's own row, else `pe.police`; None without a country."""
    if phrase.entry.kind == "short":
        return phrase.entry.id
    if phrase.country is None:
        return None
    return lexicon.own.get((phrase.country, phrase.entry.id)) or f"{phrase.country.lower()}.{phrase.entry.id}"
