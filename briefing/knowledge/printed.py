"""The words that a memo prints for the ids of a brief."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from briefing.knowledge.entries import Knowledge
from briefing.knowledge.loader import LANGUAGES, labels, load_language
from briefing.model import Text


def printed_labels(knowledge: Knowledge, countries: Collection[str] | None = None) -> dict[str, Text]:
    """For every government, organization and concept its words in each language, as they stand in a sentence.

    Of the cities that have namesakes only those of the countries of the brief, if these are given.
    """
    named: dict[str, Text] = {code: labels(knowledge, code) for code in knowledge.actors}
    for code, entry in knowledge.actors.items():
        if entry.kind == "country" and entry.demonyms:
            named[f"demonym.{code}"] = {language: entry.demonyms[language][0] for language in entry.demonyms}
            named[f"demonyms.{code}"] = {language: " ".join(entry.demonyms[language]) for language in entry.demonyms}
    for concept in knowledge.concepts.values():
        named[concept.id] = {language: concept.terms[language].lemma for language in LANGUAGES}
    return places(knowledge, countries) | named


def places(knowledge: Knowledge, countries: Collection[str] | None = None) -> dict[str, Text]:
    """Countries, capitals and cities by their names in any language: `Luxembourg` is `Luxemburgo` in the other memo."""
    found: dict[str, Text] = {name: said for name, said in cities() if countries is None or not may_be_another(name, countries)}
    for code, entry in knowledge.actors.items():
        if entry.kind == "country":
            found |= {name: labels(knowledge, code) for names in entry.names.values() for name in names}
            here = countries is None or code in countries
            found |= {
                city: dict(entry.capital) for city in entry.capital.values() if here or not says_less(city, entry.capital)
            }
    return found


def says_less(city: str, capital: Text) -> bool:
    """`Santiago`, which another language calls `Santiago de Chile`: in the news of Cuba it may be a town there."""
    return any(name.startswith(f"{city} ") for name in capital.values())


def cities() -> Iterator[tuple[str, Text]]:
    """The cities that the two languages call differently, by both names."""
    written = load_language("transfer", "words")
    left, right = written["languages"]
    for one, other in written["cities"].items():
        yield from ((name, {left: one, right: other}) for name in (one, other))


def may_be_another(city: str, countries: Collection[str]) -> bool:
    """Whether a town elsewhere may be meant: `Colonia` in the news of Uruguay is not Cologne."""
    home = namesakes().get(city.casefold())
    return home is not None and home not in countries


@cache
def namesakes() -> Mapping[str, str]:
    """The countries of the cities that have namesakes, by their names in either language."""
    written = load_language("transfer", "words")
    rows = ((name, city) for city in written["namesakes"] for name in (city, written["cities"][city]))
    return {name.casefold(): written["namesakes"][city] for name, city in rows}
