"""What names are called in the other language: peoples, capitals, cities, countries, institutions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache

from briefing.knowledge import Knowledge
from briefing.model import Actor, Language, Token
from briefing.realize.edition import government_name
from briefing.realize.tell.state import Telling
from briefing.realize.wording.inflect import article
from briefing.realize.wording.transfer import GateClosedError, translations
from briefing.realize.wording.verbs import rules_of


@lru_cache(maxsize=8)
def words_of_terms(knowledge: Knowledge, language: Language) -> frozenset[str]:
    """Every word that stands in a term, a role or the name of a body: no part of a name that may stay untranslated."""
    entries = [concept.terms[language] for concept in knowledge.concepts.values()]
    terms = [form for term in entries for form in (term.lemma, term.plural or "", *term.variants)]
    roles = [form for role in knowledge.roles.values() for form in role.forms.get(language, ())]
    bodies = [n for a in knowledge.actors.values() for n in (*a.names.get(language, ()), *a.short.get(language, ()))]
    return frozenset(word.casefold() for form in (*terms, *roles, *bodies) for word in form.split())


@lru_cache(maxsize=8)
def capitals(knowledge: Knowledge, source: Language, into: Language) -> Mapping[str, str]:
    """`londres` -> `London`."""
    cities = [entry.capital for entry in knowledge.actors.values() if entry.capital]
    return {city[source].casefold(): city[into] for city in cities if source in city and into in city}


@cache
def cities_abroad(source: Language) -> Mapping[str, str]:
    """`ginebra` -> `Geneva`, `geneva` -> `Ginebra`: cities that both languages name, each in its own way."""
    return {city.casefold(): name for city, name in translations("cities", source).items()}


@lru_cache(maxsize=8)
def country_names(knowledge: Knowledge, language: Language) -> Mapping[str, str]:
    countries = ((code, entry) for code, entry in knowledge.actors.items() if entry.kind == "country")
    return {name.casefold(): code for code, entry in countries for name in entry.names.get(language, ())}


@lru_cache(maxsize=8)
def body_names(knowledge: Knowledge, language: Language) -> Mapping[str, str]:
    """The bodies of one country by their names: `agencia central de inteligencia`; none of a name that two bodies have."""
    bodies = ((code, entry) for code, entry in knowledge.actors.items() if entry.kind == "institution" and entry.country)
    rows = [(name.casefold(), code) for code, entry in bodies for name in entry.names.get(language, ())]
    several = Counter(name for name, _ in dict.fromkeys(rows))
    return {name: code for name, code in rows if several[name] == 1}


def actor_words(telling: Telling, found: Actor, written: str) -> str:
    if found.kind == "person":
        name = next(iter(found.name.values()))
        return telling.people.get(name, name)
    edition = telling.t.edition
    codes = found.id.split("+") if found.kind == "group" else [found.id]
    if found.kind == "institution" and found.id not in edition.knowledge.actors:
        return _institution(telling, found, written.casefold())
    of_country = found.kind in {"country", "government"}
    known = [code if code in edition.knowledge.actors else (found.country or "") if of_country else "" for code in codes]
    names = [government_name(edition, code) for code in known]
    if not all(names) or not names:
        raise GateClosedError("unknown_actor")
    return edition.localizer.list([name for name in names if name])


def _institution(telling: Telling, found: Actor, written: str) -> str:
    """A body that every country has, with its country: `the Peruvian Coast Guard`."""
    actors = telling.t.edition.knowledge.actors
    country, _, kind = found.id.partition(".")
    body, nation = actors.get(kind), actors.get(country.upper())
    demonym = nation.demonyms.get(telling.language) if nation else None
    name = government_name(telling.t.edition, country.upper())
    if body is None or not demonym or name is None:
        raise GateClosedError("institution_without_a_name")
    if is_of_another_matter(telling, written, body.names[telling.t.passage.language][0]):
        raise GateClosedError("ministry_of_another_matter")
    own: Mapping[str, str] = telling.words["bodies"]
    called = next((said for words, said in own.items() if words in written), body.names[telling.language][0])
    called, _, gender = called.partition("|")
    the = article(
        called,
        "f" if (gender or body.gender.get(telling.language, "")).startswith("f") else "m",
        not gender and body.gender.get(telling.language, "").endswith("p"),  # `las Fuerzas Armadas`
        telling.t.edition.grammar,
    )
    pattern: str = rules_of(telling.language)["institution"]
    return pattern.format(the=the, demonym=demonym[0], name=called, country=name)


def is_of_another_matter(telling: Telling, written: str, label: str) -> bool:
    """`the Water Ministry`, which the knowledge knows as the ministry of the environment."""
    known, called = written.casefold(), label.casefold()
    found = [m for m in telling.words["other_matters"] if m in known and re.search(rf"\b{re.escape(m)}\b", known)]
    return any(not re.search(rf"\b{re.escape(m)}\b", called) for m in found)


def is_relative(token: Token | None) -> bool:
    return token is not None and token.upos == "PRON" and token.feat("PronType") in {"Int,Rel", "Rel"}
