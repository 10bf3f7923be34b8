"""Every form of the knowledge in one trie per language, and its longest matches in a sentence.

Method: forms and text are cut into the same pieces and folded to the same keys; a match must then agree in capitals where
the form is a name (`Chad`, `US`).  Longest match from left to right, except that a form gives way where another one starts
inside it and reaches further (`presidente del Consejo` before `Consejo Europeo`).  As in the event coders' dictionaries
(PETRARCH), offices and kinds of body are separate from countries and are put together by `phrases`.
"""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from briefing.annotate.actors.grammar import Gender, Grammar, key_of, keys_of, load_actor_grammar
from briefing.knowledge import Knowledge, load_language
from briefing.knowledge.entries import ActorEntry, RoleEntry
from briefing.model import Language

EntryKind = Literal["country", "actor", "region", "short", "metonym", "demonym", "role", "unit", "dyad", "honorific"]
Trie = dict[Any, Any]

KINDS: tuple[EntryKind, ...] = (
    "region", "country", "actor", "dyad", "metonym", "short", "demonym", "role", "unit", "honorific",
)  # fmt: skip
RANK: Mapping[EntryKind, int] = {kind: rank for rank, kind in enumerate(KINDS)}
"""Which kind a form is taken for where it is several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A form of the knowledge: what it names, and what its words tell."""

    kind: EntryKind
    id: str
    form: str
    cased: bool = True
    gender: Gender | None = None
    plural: bool = False
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All forms of a language, with the knowledge and the grammar that go with them."""

    knowledge: Knowledge
    grammar: Grammar
    trie: Trie
    own: Mapping[tuple[str, str], str]
    """Country and generic body -> the country's own institution (`("US", "foreign_ministry")`)."""
    register: tuple[tuple[frozenset[str], ActorEntry], ...]
    """The words of every name of the people whose country is known."""
    portfolios: frozenset[str]
    """What ministries are for, as keys: no one's name (`Secretary Interior`)."""
    topics: frozenset[str]
    """The single words of the termbase, as keys: behind `Envoy for` no part of a name."""


@functools.lru_cache(maxsize=8)
def build_lexicon(knowledge: Knowledge, language: Language) -> Lexicon:
    grammar = load_actor_grammar(language)
    trie: Trie = {}
    for entry in _entries(knowledge, grammar):
        node = trie
        for key in keys_of(entry.form):
            node = node.setdefault(strip_accents(key), {})
        node.setdefault(None, []).append(entry)
    own = {(row.country, row.institution): row.id for row in knowledge.actors.values() if row.country and row.institution}
    register = tuple(
        (name_tokens(form, grammar), row)
        for row in knowledge.actors.values()
        if row.kind == "person"
        for form in row.names[language]
    )
    portfolios = frozenset(key_of(word) for row in knowledge.actors.values() for word in row.portfolio.get(language, ()))
    terms = [row.terms[language] for row in knowledge.concepts.values() if language in row.terms and not row.adjective]
    topics = frozenset(key_of(word) for term in terms for word in (term.lemma, *term.variants) if " " not in word)
    return Lexicon(
        knowledge=knowledge, grammar=grammar, trie=trie, own=own, register=register, portfolios=portfolios, topics=topics
    )


def name_tokens(name: str, grammar: Grammar) -> frozenset[str]:
    """What a person's name is compared by: its words without accents, capitals, particles and initials.

    >>> sorted(name_tokens("Juan Ramón de la Fuente", load_actor_grammar("es")))
    ['fuente', 'juan', 'ramon']
    """
    words = (strip_accents(key_of(word).strip(".,")) for word in name.replace("-", " ").split())
    return frozenset(word for word in words if len(word) > 1 and word not in grammar.particles)


def strip_accents(text: str) -> str:
    """
    >>> strip_accents("méxico")
    'mexico'
    """
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def _entries(knowledge: Knowledge, grammar: Grammar) -> Iterator[Entry]:
    patterns = load_language("actors", grammar.language)
    for row in knowledge.actors.values():
        if row.kind == "person":
            continue
        yield from _generic_entries(row, grammar, patterns) if row.generic else _actor_entries(row, grammar.language, patterns)
    words = gender_words(knowledge.roles.values(), grammar.language)
    endings = patterns["title_endings"]
    for role in knowledge.roles.values():
        yield from _role_entries(role, knowledge, grammar, patterns, functools.partial(gender_of, words=words, endings=endings))
    for form in patterns["dyads"]:
        yield Entry(kind="dyad", id="", form=form, cased=False)
    genders: Mapping[str, Gender | None] = {"m": "m", "f": "f", "any": None}
    for kind, forms in patterns["honorifics"].items():
        yield from (Entry(kind="honorific", id="", form=form, cased=False, gender=genders[kind]) for form in forms)


def _actor_entries(row: ActorEntry, language: Language, patterns: Any) -> Iterator[Entry]:
    kinds: Mapping[str, EntryKind] = {"country": "country", "group": "region"}
    kind = kinds.get(row.kind, "actor")
    names = row.names.get(language, ())
    yield from (Entry(kind=kind, id=row.id, form=form) for form in names)
    if kind == "country":
        called = itertools.product(patterns["called_by_demonym"], row.demonyms.get(language, ()))
        yield from (Entry(kind=kind, id=row.id, form=pattern.format(demonym)) for pattern, demonym in called)
    capital = row.capital.get(language)
    seats = (*((capital,) if capital else ()), *row.capital_spellings.get(language, ()))
    for form in dict.fromkeys((*row.metonyms.get(language, ()), *seats)):
        if form not in names:
            yield Entry(kind="metonym", id=row.id, form=form)
    yield from (Entry(kind="short", id=row.id, form=form) for form in row.short.get(language, ()))
    for form in row.demonyms.get(language, ()):
        if form not in names:
            yield Entry(kind="demonym", id=row.id, form=form, cased=form[0].isupper())


def _generic_entries(row: ActorEntry, grammar: Grammar, patterns: Any) -> Iterator[Entry]:
    portfolios = row.portfolio.get(grammar.language, ())
    forms = [*row.short.get(grammar.language, ())]
    forms += [pattern.format(portfolio) for pattern in patterns["ministry"] for portfolio in portfolios]
    for form in dict.fromkeys(forms):
        yield Entry(kind="unit", id=row.id, form=form, cased=False)
        yield Entry(kind="unit", id=row.id, form=pluralize(form, grammar, patterns["plural"]), cased=False, plural=True)


def _role_entries(
    role: RoleEntry, knowledge: Knowledge, grammar: Grammar, patterns: Any, gender: Callable[[str], Gender | None]
) -> Iterator[Entry]:
    forms = [*role.forms.get(grammar.language, ())]
    if role.minister and not role.countries and role.institution:
        portfolios = knowledge.actors[role.institution].portfolio.get(grammar.language, ())
        forms += [pattern.format(portfolio) for pattern in patterns["minister"] for portfolio in portfolios]
    forms += _below_ministers(role, knowledge, grammar.language, patterns)
    for form in dict.fromkeys(forms):
        cased = form.isupper() or form.endswith(".") or (role.epithet and form[0].isupper())
        entry = Entry(kind="role", id=role.id, form=form, cased=cased, gender=gender(head_word(form, grammar)))
        yield entry
        if not cased:
            yield replace(entry, form=pluralize(form, grammar, patterns["plural"]), plural=True)


def _below_ministers(role: RoleEntry, knowledge: Knowledge, language: Language, patterns: Any) -> list[str]:
    """`deputy finance minister`, `vice minister of health`: an office of every ministry, where no role has that very name."""
    rows = patterns["below_ministers"].get(role.id, ())
    named = {form for other in knowledge.roles.values() for form in other.forms.get(language, ())} if rows else set()
    portfolios = [word for row in knowledge.actors.values() if row.generic for word in row.portfolio.get(language, ())]
    forms = [pattern.format(portfolio) for pattern in rows for portfolio in portfolios]
    return [form for form in forms if form not in named]


def gender_words(roles: Iterable[RoleEntry], language: Language) -> Mapping[str, Gender]:
    """The gender of titles' first or last words, learned from the labels that have two (`presidente`, `presidenta`)."""
    found: dict[str, Gender] = {}
    for role in roles:
        label = role.label[language]
        for male, female in zip(label["m"].split(), label["f"].split(), strict=False):
            if male != female:
                found[key_of(male)], found[key_of(female)] = "m", "f"
    return found


def gender_of(word: str, words: Mapping[str, Gender], endings: Mapping[str, str]) -> Gender | None:
    """The gender that a title's head word shows, None where it serves both (`canciller`, `minister`)."""
    if word in words:
        return words[word]
    return next((endings[end] for end in sorted(endings, key=len, reverse=True) if word.endswith(end)), None) or None


def head_word(form: str, grammar: Grammar) -> str:
    """The key of a title's head: `ministro` of `ministro de Defensa`, `spokesman` of `chief spokesman`."""
    words = [key_of(word) for word in form.split()]
    of = next((n for n, word in enumerate(words) if word in grammar.of), len(words))
    return words[of - 1] if grammar.head_last and of else words[0]


def pluralize(form: str, grammar: Grammar, endings: Mapping[str, str]) -> str:
    """The plural of a title or body by its head word (`ministros de Defensa`, `foreign ministers`, `secretaries of state`)."""
    words = form.split()
    head = [key_of(word) for word in words].index(head_word(form, grammar))
    ending = next(end for end in sorted(endings, key=len, reverse=True) if words[head].endswith(end))
    stem = words[head].removesuffix(ending) if ending else words[head]
    words[head] = stem + endings[ending]
    return " ".join(words)
