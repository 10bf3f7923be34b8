"""One person under many names: `Ana María Quispe Rojas`, `Ana Quispe`, `Quispe Rojas`, `Quispe`.

Two names are one person where the words of one are all among the other's and their countries do not differ.  A short name that
fits two people belongs to neither.  Method: subset of name tokens, as in the record linkage of nomenklatura's names.
"""

from __future__ import annotations

import functools
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefing.knowledge import LANGUAGES, Knowledge, load_language
from briefing.model import Actor, BriefPerson, Doc, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the week.  `key` is stable: the folded words of the longest name; `name` is the one most articles use."""

    key: str
    name: str
    country: str | None


PersonOf = Mapping[tuple[str, str], Person]
"""From an article's id and an actor's id in it to the person of the week."""


@functools.lru_cache(maxsize=65536)
def name_tokens(name: str) -> frozenset[str]:
    """The words of a name that identify, folded.

    >>> sorted(name_tokens("Juan de la Peña"))
    ['juan', 'pena']
    """
    words = {fold(word.strip(".,")) for word in name.replace("-", " ").split()}
    return frozenset(words - name_particles())


@functools.cache
def name_particles() -> frozenset[str]:
    """`de`, `la`, `von`: a name is spelled the same in every language, so the particles of all are taken together."""
    return frozenset(word for language in LANGUAGES for word in load_language("names", language)["particles"])


def fold(text: str) -> str:
    return unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode() or text.lower()


def resolve_people(docs: Sequence[Doc]) -> PersonOf:
    """Join the persons of all documents, the longest names first, whatever the order of the documents."""
    named = [
        Named(doc, actor, longest_name(doc, actor)) for doc in docs for actor in doc.actors.values() if actor.kind == "person"
    ]
    named.sort(key=lambda n: (-len(name_tokens(n.name)), fold(n.name), n.doc.article.file, n.actor.id))
    groups: list[Group] = []
    by_token: dict[str, list[Group]] = {}
    for entry in named:
        tokens = name_tokens(entry.name)
        candidates = min((by_token.get(token, []) for token in tokens), key=len, default=[])
        fitting = [group for group in candidates if is_same(entry, group)]
        if len(fitting) == 1:
            fitting[0].add(entry)  # its words are among those by which the group is found already
        else:
            groups.append(Group(entry))
            for token in tokens:
                by_token.setdefault(token, []).append(groups[-1])
    return {
        (entry.doc.article.id, entry.actor.id): person
        for group in groups
        for person in [person_of(group.members)]
        for entry in group.members
    }


class Named(NamedTuple):
    doc: Doc
    actor: Actor
    name: str


class Group:
    """The namings of one person while they are being joined."""

    def __init__(self, first: Named) -> None:
        self.members: list[Named] = []
        self.tokens: set[frozenset[str]] = set()
        self.countries: set[str] = set()
        self.add(first)

    def add(self, entry: Named) -> None:
        self.members.append(entry)
        self.tokens.add(name_tokens(entry.name))
        if entry.actor.country:
            self.countries.add(entry.actor.country)


def longest_name(doc: Doc, actor: Actor) -> str:
    names = [name for name in (actor.name.get(doc.article.language), *actor.forms) if name]
    return max(names, key=lambda name: (len(name_tokens(name)), name), default=actor.id)


def is_same(entry: Named, group: Group) -> bool:
    """Whether all words of a name are among those of the group's, and its country is not another one."""
    if entry.actor.country and group.countries and entry.actor.country not in group.countries:
        return False
    tokens = name_tokens(entry.name)
    return bool(tokens) and any(tokens <= other for other in group.tokens)


def person_of(group: Sequence[Named]) -> Person:
    longest = group[0][2]
    countries = Counter(actor.country for _, actor, _ in group if actor.country)
    country = min(countries, key=lambda code: (-countries[code], code), default=None)
    return Person(key=" ".join(sorted(name_tokens(longest))), name=usual_name(group), country=country)


def usual_name(group: Sequence[Named]) -> str:
    """The full name (two words or more) that most articles use; among equals the shorter."""
    counts = Counter(
        form
        for doc, actor, _ in group
        for form in {actor.name.get(doc.article.language, ""), *actor.forms}
        if len(form.split()) > 1 and len(name_tokens(form)) > 1
    )
    best = min(counts, key=lambda form: (-counts[form], len(form), form), default=None)
    return best or group[0][2]


# ------------------------------------------------------------------ whom the brief names


def brief_people(docs: Mapping[str, Doc], people: PersonOf, knowledge: Knowledge) -> tuple[BriefPerson, ...]:
    """The persons of the week in the order of their names, with the office at which a reader knows them."""
    named: dict[Person, list[Actor]] = {}
    for (article, actor), person in people.items():
        named.setdefault(person, []).append(docs[article].actors[actor])
    ordered = sorted(named, key=lambda person: (person.key, person.country or ""))
    return tuple(_brief_person(person, named[person], knowledge) for person in ordered)


def _brief_person(person: Person, actors: Sequence[Actor], knowledge: Knowledge) -> BriefPerson:
    forms = {form for actor in actors for form in (*actor.forms, *actor.name.values())}
    return BriefPerson(
        name=person.name,
        country=person.country,
        role=_office(actors, knowledge),
        gender=next(iter(genders)) if len(genders := {actor.gender for actor in actors if actor.gender}) == 1 else None,
        forms=tuple(sorted(forms | _registered(person, knowledge), key=lambda form: (-len(form), form))),
    )


def _office(actors: Sequence[Actor], knowledge: Knowledge) -> Text:
    """The office of a head of government or state, a minister or an ambassador, where no article gives another one."""
    held = {actor.role for actor in actors if actor.role and actor.official and actor.role in knowledge.roles}
    genders = {actor.gender for actor in actors if actor.gender}
    former = any(actor.role in held and not actor.official for actor in actors)
    role = knowledge.roles[next(iter(held))] if len(held) == 1 and len(genders) == 1 and not former else None
    if role is None or not (role.head_of_government or role.minister or role.id in REPRESENTING):
        return {}
    gender = next(iter(genders))
    return {language: role.label[language][gender] for language in LANGUAGES if language in role.label}


REPRESENTING = frozenset({"ambassador"})
"""Offices that need nothing but a country to be understood, besides those that head a government or a ministry."""


def _registered(person: Person, knowledge: Knowledge) -> set[str]:
    """How the register writes the name of this person."""
    tokens = frozenset(person.key.split())
    rows = [row for row in knowledge.actors.values() if row.kind == "person" and row.country == person.country]
    names = [[name for written in row.names.values() for name in written] for row in rows]
    return {name for row in names if name_tokens(row[0]) <= tokens for name in row if name_tokens(name) <= tokens}
