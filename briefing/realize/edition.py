"""What every rung needs to put an item into one language, and the names by which an edition calls its actors."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar

from briefing.knowledge import Knowledge, labels
from briefing.localize import LOCALES, Localizer
from briefing.model import Actor, Brief, Doc, Evidence, Language, Meeting
from briefing.model.letters import LOWER
from briefing.realize.grammar import Grammar, grammar_of
from briefing.realize.once import found_once
from briefing.realize.rungs.passages import Passages

T = TypeVar("T")
LONGEST_ACRONYM = 6
_LOWER_WORD = re.compile(rf"\b[{LOWER}]{{4,}}")


@dataclass(frozen=True, slots=True)
class Names:
    """What keeps its capital inside a sentence: the first words of names, and the names that begin with an article."""

    first_words: frozenset[str]
    with_article: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One language of the brief.  `year` is the brief's own: it need not be said with every date.

    `meetings` are the brief's: a key fact that tells of one is said as that meeting.  `people` are its names of
    persons, `speakers` who spoke, by article, place and act; `printed` the
    brief's names of people by the articles'.
    """

    language: Language
    passages: Passages
    knowledge: Knowledge
    localizer: Localizer
    grammar: Grammar
    year: str
    as_of: str = ""
    """The day of the brief."""
    meetings: tuple[Meeting, ...] = ()
    people: tuple[str, ...] = ()
    speakers: Mapping[tuple[str, int, str], str] = field(default_factory=dict)
    printed: Mapping[str, str] = field(default_factory=dict)
    told: dict[tuple[str, int, tuple[int, ...], str, bool], str | tuple[str, int, bool]] = field(default_factory=dict)
    """What has been told, by article, place, words, subject and voice, or the gate that closed, at which
    word, and whether that word closes it in every part: several items rest on one sentence."""

    unsayable: dict[tuple[str, int, str, bool], dict[int, str]] = field(default_factory=dict, repr=False)
    """The words of a sentence that closed a gate, by their place, each with the gate: no part that holds one is told."""

    lines: list[str] = field(default_factory=list, repr=False)
    """The key facts' lines so far, of all editions, in small letters: what stands above whatever is put into words next."""

    alone: set[tuple[str, int]] = field(default_factory=set, repr=False)
    """The sentences, by article and place, whose neighbour stands above by itself: it is not printed with them."""

    above: set[tuple[str, int]] = field(default_factory=set, repr=False)
    """The sentences, by article and place, that stand among the key facts so far and need no other."""

    once: dict[tuple[Hashable, Evidence], Any] = field(default_factory=dict, repr=False)

    def made(self, name: Hashable, evidence: Evidence, make: Callable[[], T]) -> T:
        """What a named step makes of a sentence, whatever the item: made for the first item that rests on it."""
        key = (name, evidence)
        try:
            result: T = self.once[key]
        except KeyError:
            result = self.once[key] = make()
        return result

    @found_once
    def meeting_words(self) -> frozenset[str]:
        """What every kind of meeting is called, and the bodies that meet."""
        nouns = (self.localizer.term("meeting", kind).casefold() for kind in self.grammar.meetings)
        return frozenset((*nouns, *self.grammar.bodies))

    @found_once
    def names(self) -> Names:
        """Of the knowledge, of everybody in the documents, and of the brief's people."""
        known = _known_names(self.knowledge, self.language)
        own = _names_of((*self.passages.nations, *self.people), self.language)
        return Names(known.first_words | own.first_words, known.with_article + own.with_article)


@lru_cache(maxsize=8)
def _known_names(knowledge: Knowledge, language: Language) -> Names:
    named = [labels(knowledge, code)[language] for code in knowledge.actors]
    peoples = [form for row in knowledge.actors.values() for form in row.demonyms.get(language, ())]  # `Latvian authorities`
    return _names_of([name for name in (*named, *peoples) if name[:1].isupper()], language)


def _names_of(named: Sequence[str], language: Language) -> Names:
    articles = grammar_of(language).definite_articles
    with_article = tuple(name for name in named if name.split(" ")[0].casefold() in articles and name[:1].isupper())
    first_words = frozenset(name.split(" ")[0] for name in named) - {article.capitalize() for article in articles}
    return Names(first_words, with_article)


def make_editions(
    languages: Sequence[Language],
    docs: Mapping[str, Doc] | Passages,
    knowledge: Knowledge,
    as_of: str,
    brief: Brief | None = None,
) -> dict[Language, Edition]:
    """The editions of one brief; what does not depend on the language they share."""
    people, passages = people_of(brief) if brief else (), docs if isinstance(docs, Passages) else Passages(docs)
    printed = printed_people(passages.actors, people)
    return {
        language: Edition(
            language=language,
            passages=passages,
            knowledge=knowledge,
            localizer=Localizer(next(locale for locale in LOCALES if locale.startswith(language))),
            grammar=grammar_of(language),
            year=as_of[:4],
            as_of=as_of,
            meetings=brief.meetings if brief else (),
            people=people,
            printed=printed,
            speakers=speakers_of(brief) if brief else {},
        )
        for language in languages
    }


def people_of(brief: Brief) -> tuple[str, ...]:
    """The names of people as the brief has them."""
    voices = [position.voice.name for position in brief.positions if position.voice]
    return tuple(dict.fromkeys(spelled(n) for n in [*voices, *(name for meeting in brief.meetings for name in meeting.people)]))


def speakers_of(brief: Brief) -> Mapping[tuple[str, int, str], str]:
    """Who spoke, by article, place and act of a position's first words: a fact from the same words has the same speaker.

    Nobody where two governments' people said it together: `A y B coincidieron …`.
    """
    found: dict[tuple[str, int, str], set[str]] = {}
    for position in brief.positions:
        first = position.evidence[0]
        name = spelled(position.voice.name) if position.voice else ""
        found.setdefault((first.article, first.start, position.act or ""), set()).add(name)
    return {key: name for key, names in found.items() if len(names) == 1 for name in names if name}


def government_name(edition: Edition, code: str) -> str | None:
    """A country or organization as it stands in a sentence (`the United States`); None where the knowledge lacks it."""
    entry = edition.knowledge.actors.get(code)
    return entry.label(edition.language) if entry else None


def bare_name(edition: Edition, code: str) -> str | None:
    """The same in a heading or a table: `United States`."""
    entry = edition.knowledge.actors.get(code)
    return entry.names[edition.language][0] if entry else None


def actor_name(edition: Edition, actor: Actor) -> str | None:
    """A person by name; an institution by its own; a government, or several (`CL+PE`), by their countries."""
    if actor.kind == "person":
        return spelled(actor.name.get(edition.language) or next(iter(actor.name.values())))
    own = actor.id if actor.id in edition.knowledge.actors else actor.country or actor.id
    codes = actor.id.split("+") if actor.kind == "group" else [own]
    return listed(edition, [government_name(edition, code) for code in codes])


def spelled(name: str) -> str:
    """A name as it is written in a sentence: transcripts have it in capitals."""
    return name.title() if name.isupper() and len(name) > LONGEST_ACRONYM else name


def source_name(edition: Edition, name: str, language: Language) -> str | None:
    """A link of an attribution chain in the edition's language: a known actor, a proper name, or words of that language.

    `funcionarios del ministerio` has no place in an English sentence: None.
    """
    parts = [government_name(edition, name)] if name in edition.knowledge.actors else _countries(edition, name)
    if parts and all(parts):
        return listed(edition, parts)
    return spelled(name) if language == edition.language or not _LOWER_WORD.search(name) else None


def _countries(edition: Edition, name: str) -> list[str | None]:
    """`México – Perú`, as a joint statement's source is written, by the names of the countries in it."""
    codes = [_codes_by_name(edition.knowledge).get(part.strip().casefold(), "") for part in name.split("–")]
    return [government_name(edition, code) for code in codes]


@lru_cache(maxsize=8)
def _codes_by_name(knowledge: Knowledge) -> Mapping[str, str]:
    countries = ((code, entry) for code, entry in knowledge.actors.items() if entry.kind == "country")
    named = (
        (code, [*(n for names in entry.names.values() for n in names), *labels(knowledge, code).values()])
        for code, entry in countries
    )
    return {name.casefold(): code for code, names in named for name in names}


def listed(edition: Edition, names: Sequence[str | None]) -> str | None:
    """The names as one phrase; None where one of them is unknown."""
    return edition.localizer.list([name for name in names if name]) if names and all(names) else None


def printed_people(actors: Iterable[Actor], people: Sequence[str]) -> Mapping[str, str]:
    """An article's name of a person -> the brief's: the one that shares most words with it."""
    found: dict[str, str] = {}
    known = [(name, frozenset(name.casefold().split())) for name in people]
    for actor in (actor for actor in actors if actor.kind == "person"):
        name = next(iter(actor.name.values()))
        words = frozenset(name.casefold().split())
        best, parts = max(known, key=lambda one: (len(words & one[1]), -len(one[1])), default=("", frozenset()))
        if words & parts in (words, parts) and words & parts:
            found[name] = best
    return found
