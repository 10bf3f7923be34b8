"""One person under many names: `Ana María Quispe Rojas`, `Ana Quispe`, `Quispe Rojas`, `Quispe`.

Two names are one person where the words of one are all among the other's and their countries do not differ.  A short name that
fits two people belongs to neither.  Method: subset of name tokens, as in the record linkage of nomenklatura's names.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from briefing.consolidate.meetings.counterparts import sides_beside_counterparts
from briefing.knowledge import LANGUAGES, Knowledge, load_language
from briefing.knowledge.entries import RoleEntry
from briefing.model import Actor, BriefPerson, Claim, Doc, Language, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the week.  `key` is stable: the folded words of the longest name; `name` is the one most articles use."""

    key: str
    name: str
    country: str | None


PersonOf = Mapping[tuple[str, str], Person]
"""From an article's id and an actor's id in it to the person of the week."""


_DOUBLED = re.compile(r"([a-z])\1")
_SAME_SOUND = re.compile("dj|kh|j|y")
_LAST_VOWEL = re.compile("(?<=.)y$")
_VOWELS = re.compile("[aeiouw]")


@functools.lru_cache(maxsize=65536)
def name_tokens(name: str) -> frozenset[str]:
    """The words of a name that identify, folded; a doubled letter counts once: newsrooms differ on it.

    >>> sorted(name_tokens("Juan de la Peña")), sorted(name_tokens("Anna Rossetti"))
    (['juan', 'pena'], ['ana', 'roseti'])
    """
    words = {fold(word.strip(".,")) for word in name.replace("-", " ").split()}
    return frozenset(_DOUBLED.sub(r"\1", word) for word in words - name_particles())


@functools.cache
def name_particles() -> frozenset[str]:
    """`de`, `la`, `von`: a name is spelled the same in every language, so the particles of all are taken together."""
    return frozenset(word for language in LANGUAGES for word in load_language("names", language)["particles"])


def fold(text: str) -> str:
    return unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode() or text.lower()


def persons_of(doc: Doc) -> frozenset[str]:
    """The words of the names of people of an article."""
    forms = [form for actor in doc.actors.values() if actor.kind == "person" for form in (*actor.forms, *actor.name.values())]
    return frozenset(fold(word) for form in forms for word in form.split())


def resolve_people(docs: Sequence[Doc], knowledge: Knowledge | None = None) -> PersonOf:
    """Join the persons of all documents, the longest names first, whatever the order of the documents.

    `knowledge` has the register of those whom a reader knows by a shorter name than an official text uses.
    """
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
        if not fitting:
            near = {id(group): group for token in tokens for group in by_token.get(token, [])}
            fitting = [group for group in near.values() if is_respelled(entry, group)]
        if len(fitting) == 1:
            fitting[0].add(entry)
            for token in tokens:
                if fitting[0] not in (found := by_token.setdefault(token, [])):
                    found.append(fitting[0])
        else:
            groups.append(Group(entry))
            for token in tokens:
                by_token.setdefault(token, []).append(groups[-1])
    return {
        (entry.doc.article.id, entry.actor.id): person
        for group in groups
        for person in [person_of(group.members, knowledge)]
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


def is_respelled(entry: Named, group: Group) -> bool:
    """`Haidar al-Jubouri`, `Haidar al Yuburi`: of one country and one named office, in articles of two languages.

    One name is the same in both, and the others have the same consonants as newsrooms write another alphabet's.
    """
    other, mine, tokens = group.members[0], entry.actor, name_tokens(entry.name)
    theirs = name_tokens(other.name)
    languages = {member.doc.article.language for member in group.members}
    one_office = bool(mine.country and mine.role) and mine.official and mine.role not in GENERAL
    if not one_office or languages & {entry.doc.article.language} or {mine.country} != group.countries:
        return False
    same_office = any(member.actor.role == mine.role and member.actor.official for member in group.members)
    alike = len(tokens) == len(theirs) >= 2 and bool(tokens & theirs)
    return same_office and alike and sorted(map(consonants, tokens - theirs)) == sorted(map(consonants, theirs - tokens))


def consonants(name: str) -> str:
    """What is left of a name of another alphabet in every way of writing it.

    >>> consonants("jubouri"), consonants("yuburi"), consonants("khalid"), consonants("jalid")
    ('ybr', 'ybr', 'yld', 'yld')
    """
    return _VOWELS.sub("", _SAME_SOUND.sub("y", _LAST_VOWEL.sub("", name))) or name


def person_of(group: Sequence[Named], knowledge: Knowledge | None = None) -> Person:
    longest = name_tokens(group[0][2])
    countries = Counter(actor.country for _, actor, _ in group if actor.country)
    country = min(countries, key=lambda code: (-countries[code], code), default=None)
    register = _registered(longest, country, knowledge) if knowledge else frozenset()
    return Person(key=" ".join(sorted(longest)), name=usual_name(group, register), country=country)


def usual_name(group: Sequence[Named], register: Collection[str] = ()) -> str:
    """The full name by which a reader knows the person: a given name and the surname that articles use alone.

    Of those the one in most articles, among equals the shorter; of two spellings the one with its accents, then the one in more
    articles, then the one with both letters of a pair.  `Meade Kuribreña`, two surnames, is no full name.
    """
    counts = Counter(
        form for doc, actor, _ in group for form in {actor.name.get(doc.article.language, ""), *actor.forms} if form.strip()
    )
    counts.update(dict.fromkeys(register, 0))
    alone = _surname_alone(counts)
    full: Counter[str] = Counter()
    for form, count in counts.items():
        if len(name_tokens(form)) > 1 and not (alone and fold(f"{form} ").startswith(f"{fold(alone)} ")):
            full[_cut_behind(form, alone)] += count
    worth = Counter[frozenset[str]]()
    for form, count in full.items():
        worth[name_tokens(form)] += count
    best = min(
        full,
        key=lambda f: (-worth[name_tokens(f)], len(f.split()), f.isupper(), -_accents(f), -full[f], -len(f), f),
        default=None,
    )
    return best or group[0][2]


def _surname_alone(counts: Mapping[str, int]) -> str:
    """The tail of a longer form that most articles use alone: `Quispe` of `Ana Quispe Rojas`."""
    tails = [form for form in counts if any(_is_tail(form, other) or _is_middle(form, other) for other in counts)]
    tails = [form for form in tails if not any(_is_tail(shorter, form) for shorter in tails)]
    return min(tails, key=lambda form: (-counts[form], len(form.split()), form.isupper(), form), default="")


def _is_tail(form: str, other: str) -> bool:
    """`Quispe Rojas` of `Ana Quispe Rojas`."""
    return fold(other).endswith(f" {fold(form)}")


def _is_middle(form: str, other: str) -> bool:
    return f" {fold(form)} " in fold(other)


def _cut_behind(name: str, surname: str) -> str:
    """`Ana Quispe Rojas` -> `Ana Quispe` where she is called Quispe; `Lula da Silva`, `Quispe Jr.` stay whole."""
    words, wanted = name.split(), fold(surname).split()
    size = len(wanted)
    for at in range(1, len(words) - size) if size else ():
        second = fold(words[at + size].strip(".,")) not in name_particles()
        if second and [fold(word) for word in words[at : at + size]] == wanted:
            return " ".join(words[: at + size])
    return name


def _accents(name: str) -> int:
    return sum(not letter.isascii() for letter in name)


# ------------------------------------------------------------------ whom the brief names


def brief_people(
    docs: Mapping[str, Doc],
    people: PersonOf,
    knowledge: Knowledge,
    sides: Sequence[str] = (),
    told: Mapping[str, Sequence[Claim]] | None = None,
) -> tuple[BriefPerson, ...]:
    """The persons of the week in the order of their names, with the office at which a reader knows them.

    `sides` are the countries that the week is about, `told` what its articles assert.
    """
    named: dict[Person, list[Actor]] = {}
    standing_in = {people[key] for key in people if stands_in(docs[key[0]], key[1])}
    beside: dict[Person, set[str]] = {}
    opposite = sides_beside_counterparts(docs, sides, told or {}, knowledge)
    for (article, actor), person in people.items():
        named.setdefault(person, []).append(docs[article].actors[actor])
        beside.setdefault(person, set()).update({opposite[article, actor]} if (article, actor) in opposite else ())
    ordered = sorted(named, key=lambda person: (person.key, person.country or ""))
    made = (_brief_person(person, named[person], beside[person], knowledge) for person in ordered)
    return tuple(replace(one, role={}) if person in standing_in else one for one, person in zip(made, ordered, strict=True))


def stands_in(doc: Doc, actor: str) -> bool:
    """`the acting education minister, Ana Gil`, `el canciller en funciones, Juan Ruiz`: no minister, as a label would say."""
    words = load_language("names", doc.article.language)["standing_in"]
    said = (m.span.of(doc.article.text).casefold() for m in doc.mentions if m.actor == actor)
    return any(re.search(rf"\b(?:{'|'.join(words)})\b", one) for one in said)


def _brief_person(person: Person, actors: Sequence[Actor], beside: Collection[str], knowledge: Knowledge) -> BriefPerson:
    forms = {form for actor in actors for form in (*actor.forms, *actor.name.values())}
    forms |= _registered(frozenset(person.key.split()), person.country, knowledge)
    return BriefPerson(
        name=person.name,
        country=person.country or (next(iter(beside)) if len(beside) == 1 else None),
        role=_office(actors, knowledge),
        gender=next(iter(genders)) if len(genders := {actor.gender for actor in actors if actor.gender}) == 1 else None,
        forms=tuple(sorted(forms, key=lambda form: (-len(form), form.isupper(), form))),
    )


def _office(actors: Sequence[Actor], knowledge: Knowledge) -> Text:
    """The office of a head of government or state, a minister or an ambassador, where no article gives another one."""
    held = {actor.role for actor in actors if actor.role and actor.official and actor.role in knowledge.roles}
    held = held - GENERAL or held  # `the minister`, `her counterpart` say nothing against `the energy minister`
    genders = {actor.gender for actor in actors if actor.gender}
    former = any(actor.role in held and not actor.official for actor in actors)
    role = knowledge.roles[next(iter(held))] if len(held) == 1 and len(genders) < 2 and not former else None
    if role is None or not (role.head_of_government or role.minister or role.id in REPRESENTING):
        return {}
    if role.minister and any(_has_another_matter(actor, role) for actor in actors if actor.role == role.id):
        return {}
    if role.minister and any(is_a_secretary(actor, actor.country) for actor in actors if actor.role == role.id):
        return {}
    if role.id in OF_SEVERAL_TITLES and not any(_bears_its_title(actor, role) for actor in actors):
        return {}
    return {language: said for language in LANGUAGES if (said := said_of(role, language, genders))}


def _bears_its_title(actor: Actor, role: RoleEntry) -> bool:
    """`the high commissioner`, `encargado de negocios` is not printed as an ambassador: no article calls them so."""
    printed = {fold(said) for label in role.label.values() for said in label.values()}
    return actor.role == role.id and fold(actor.role_words or "") in printed


def is_a_secretary(actor: Actor, country: str | None) -> bool:
    """`the trade secretary`, below a minister but where a cabinet is of secretaries."""
    said = {fold(word) for word in (actor.role_words or "").split()}
    return country not in load_language("names", "cabinets")["of_secretaries"] and not said.isdisjoint(secretaries())


@functools.cache
def secretaries() -> frozenset[str]:
    """`secretary`, `secretaria`, of all languages."""
    return frozenset(word for language in LANGUAGES for word in load_language("names", language)["secretaries"])


def _has_another_matter(actor: Actor, role: RoleEntry) -> bool:
    """`infrastructure minister`, `ministra de Inmigración`: whom the register has under the next portfolio's name."""
    words = (actor.role_words or "").split()
    if len(words) < 2:
        return False
    known = {form for forms in role.forms.values() for form in forms} | {
        said for label in role.label.values() for said in label.values()
    }
    stems = {fold(word)[:STEM] for form in known for word in form.split()} - _of_any_minister()
    return not stems & {fold(word)[:STEM] for word in words}


STEM = 4
"""Letters by which a portfolio's name is the same in a title, a label and both languages."""


@functools.cache
def _of_any_minister() -> frozenset[str]:
    """How the words begin that any portfolio's title may have."""
    rows = (load_language("names", language)["of_any_minister"] for language in LANGUAGES)
    return frozenset(fold(word)[:STEM] for row in rows for word in row)


def said_of(role: RoleEntry, language: Language, genders: Collection[Literal["m", "f"]]) -> str:
    """The word for an office: that of the gender, or one that both genders have where no article tells it.

    `titular de Transporte`, of a minister who may be a `ministro` or a `ministra`.
    """
    label = role.label.get(language, {})
    said = {label[gender] for gender in genders or label if gender in label}
    if len(said) > 1 and role.minister:
        of_either = load_language("names", language)["of_either_gender"]
        said = {
            plain + word.removeprefix(begins) for word in said for begins, plain in of_either.items() if word.startswith(begins)
        }
    return next(iter(said)) if len(said) == 1 else ""


GENERAL = frozenset({"counterpart", "minister"})
"""Words for an office that do not say which."""
OF_SEVERAL_TITLES = frozenset({"ambassador"})
"""Offices whose row in the knowledge has titles that do not stand for one another."""
REPRESENTING = frozenset({"ambassador", "deputy_prime_minister", "vice_president"})
"""Offices that need nothing but a country to be understood, besides those that head a government or a ministry."""


def _registered(tokens: frozenset[str], country: str | None, knowledge: Knowledge) -> frozenset[str]:
    """How the register writes the name of the person whose longest name has these words."""
    rows = [row for row in knowledge.actors.values() if row.kind == "person" and row.country == country]
    names = [[name for written in row.names.values() for name in written] for row in rows]
    return frozenset(name for row in names if name_tokens(row[0]) <= tokens for name in row if name_tokens(name) <= tokens)
