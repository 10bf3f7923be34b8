"""A sentence of a source on its way into an edition's language: its tree, and what the annotation found in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from briefing.knowledge import load_language
from briefing.knowledge.entries import Concept
from briefing.knowledge.inflect import plural_key
from briefing.model import Actor, ConceptMention, Date, Language, Mention, Quantity, Token
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of
from briefing.realize.rungs.passages import Passage


class GateClosedError(Exception):
    """Why a phrase cannot be said in the other language, and at which word of its sentence, where it is one."""

    def __init__(self, gate: str, place: int = -1) -> None:
        super().__init__(gate)
        self.place = place


class UnsayableError(GateClosedError):
    """A word that cannot be said, whichever part of its sentence is told."""

    def __init__(self, gate: str, word: Token, place: int = -1) -> None:
        super().__init__(gate, place)
        self.start = word.span.start


@dataclass(frozen=True, kw_only=True)
class Transfer:
    """A sentence of a source, and the edition into whose language it goes."""

    passage: Passage
    edition: Edition

    tokens: tuple[Token, ...] = field(init=False, compare=False, repr=False)
    relations: tuple[str, ...] = field(init=False, compare=False, repr=False)  # without their subtypes

    def __post_init__(self) -> None:
        object.__setattr__(self, "tokens", self.passage.tokens)
        object.__setattr__(self, "relations", self.passage.tree.relations)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return self.passage.mentions

    @property
    def concepts(self) -> tuple[ConceptMention, ...]:
        return self.passage.concepts

    @property
    def dates(self) -> tuple[Date, ...]:
        return self.passage.dates

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        return self.passage.quantities

    def below(self, index: int, *relations: str) -> list[int]:
        """The children of these relations (subtypes apart); all of them where none is named."""
        found = self.passage.tree.children.get(index)
        if found is None:
            return []
        if not relations:
            return [*found]
        own = self.relations
        return [i for i in found if own[i] in relations]

    def of_lemma(self, order: Sequence[int], words: Collection[str]) -> list[int]:
        """Those of some words of which the lemma is in a table."""
        tree = self.passage.tree
        return [] if tree.vocabulary.isdisjoint(words) else [i for i in order if tree.lemmas[i] in words]

    def of_form(self, order: Sequence[int], words: Collection[str]) -> list[int]:
        """Those that stand in a table as they are written."""
        tree = self.passage.tree
        return [] if tree.vocabulary.isdisjoint(words) else [i for i in order if tree.forms[i] in words]


def base(token: Token) -> str:
    return token.deprel.partition(":")[0]


@cache
def translations(table: str, source: str) -> Mapping[str, str]:
    """A table of words from a language into the other one."""
    words = load_language("transfer", "words")
    rows: Mapping[str, str] = words[table]
    if source == words["languages"][0]:
        return rows
    turned: dict[str, str] = {}
    for key, value in rows.items():
        turned.setdefault(value, key)
    return turned


def concept_at(t: Transfer, index: int) -> tuple[Concept | None, frozenset[int]]:
    """The concept of which a token is the head word, and the tokens that name it."""
    span = t.tokens[index].span
    for mention in t.concepts:
        if not mention.span.contains(span):
            continue
        covered = frozenset(t.passage.tree.covered_by(mention.span))
        heads = [i for i in covered if t.tokens[i].head not in covered]
        concept = t.edition.knowledge.concepts.get(mention.concept)
        if heads != [index] or concept is None:
            return None, covered
        if not is_printed_form([t.tokens[i].form for i in sorted(covered)], concept, t.passage.language):
            raise GateClosedError("loose_variant_of_a_term")
        return concept, covered
    return None, frozenset()


def is_printed_form(words: Sequence[str], concept: Concept, language: Language) -> bool:
    """Whether the source says neither more nor less than the term.

    A single word has to be the term itself (`call` is not always a telephone call); of several words there have to be as many
    (`free trade accord`, but not `concrete and verifiable results` for `concrete results`).
    """
    term = concept.terms[language]
    if len(words) == 1:
        return plural_key(words[0], language) in {plural_key(form, language) for form in (term.lemma, term.plural) if form}
    small = grammar_of(language).small_words
    named = [w for w in words[1:] if w[:1].isupper() and not w.isupper() and w.casefold() not in term.lemma.casefold().split()]
    if named:  # `Plan Marshall` is not any plan
        return False
    told = [word for word in words if word.isalpha() and word.casefold() not in small]
    keys = {plural_key(word, language) for word in told}
    own = _keys_of(term.lemma, language)
    return len(told) == len(own) and keys == own


@cache
def _keys_of(term: str, language: Language) -> frozenset[str]:
    """Its words without the small ones, of whatever number."""
    small = grammar_of(language).small_words
    return frozenset(plural_key(word, language) for word in term.split() if word.casefold() not in small)


def actor_at(t: Transfer, index: int) -> Actor | None:
    doc = t.passage.doc
    span = t.tokens[index].span
    found = [mention for mention in t.mentions if mention.span.contains(span)]
    best = min(found, key=lambda mention: len(mention.span), default=None)
    return doc.actors.get(best.actor) if best and doc else None
