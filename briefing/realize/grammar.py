"""What putting a brief into words needs to know of a language: `knowledge/languages/realize/<language>.yaml`, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from briefing.errors import KnowledgeError
from briefing.knowledge import load_grammar, load_language
from briefing.model import Language, MeetingKind, Stance
from briefing.structure import structure


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingForms:
    """A kind of meeting: its noun with both articles, and its own sentences.

    `held` and `upcoming` have both sides as `{who}`; those with `one_` a single side, those with `none_` no side at all.
    Those with `with_` have one person, and the other side as `{other}`.
    `about` brings in the topics where the language's general phrase would not do.
    """

    noun: str
    some: str
    held: str | None = None
    upcoming: str | None = None
    one_held: str | None = None
    one_upcoming: str | None = None
    none_held: str | None = None
    none_upcoming: str | None = None
    about: str | None = None
    with_held: str | None = None
    with_upcoming: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A word form by its ending: a pattern and its substitution."""

    find: str
    put: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainDay:
    """Words for a day that only their own reader understands (`este jueves`), and the day itself in their place.

    `put` has `{date}` where the date stands; `not_behind` are words before them with which that would not do.
    """

    name: str
    find: str
    put: str
    not_behind: str = "(?!)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """Small words that mean something said before, as one row: what they are, and what they can mean.

    `bare` ones stand for a noun only where none follows, nor any of `not_before`; those with `after` only behind these words.
    `clause` ones can mean what a clause tells, `bound` ones never who acts in their own.  A `matter` is nobody known by name,
    a `deed` no noun at all.  `to_whom` something is said is left out where a sentence is told in another language.
    """

    forms: tuple[str, ...]
    upos: tuple[str, ...] = ("PRON",)
    number: Literal["Sing", "Plur", ""] = ""
    gender: Literal["Masc", "Fem", ""] = ""
    means: Literal["person", "thing", "matter", "deed", ""] = ""
    clause: bool = False
    bound: bool = True
    bare: bool = False
    before_verb: bool = False
    to_whom: bool = False
    after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Grammar:
    """One language's file.  Word lists are in lower case; the sets made of them are for what is asked of every word."""

    connectives: tuple[str, ...]
    openers: tuple[str, ...]
    never_before: tuple[str, ...]
    concessions: tuple[str, ...]
    scenes: tuple[str, ...]
    tails: tuple[str, ...]
    closers: tuple[str, ...]
    headless: tuple[str, ...]
    demonstratives: tuple[str, ...]
    demonstrative_exempt: tuple[tuple[str, ...], ...]
    country_nouns: tuple[str, ...]
    state_bodies: tuple[str, ...]
    unique_nouns: tuple[str, ...]
    leaning_phrases: tuple[str, ...]
    better_phrases: tuple[str, ...]
    bare_matters: tuple[str, ...]
    bare_verbs: tuple[str, ...]
    leaning_things: tuple[str, ...]
    leaning_deeds: tuple[str, ...]
    owned_deeds: tuple[str, ...]
    any_deeds: tuple[str, ...]
    attitude_verbs: tuple[str, ...]
    answering_verbs: tuple[str, ...]
    giving_verbs: tuple[str, ...]
    thens: tuple[str, ...]
    shares: tuple[str, ...]
    amounts: tuple[str, ...]
    places: tuple[str, ...]
    impersonal: tuple[str, ...]
    generic_plurals: bool
    pointing_articles: tuple[str, ...]
    hearers: tuple[str, ...]
    weak_modifiers: tuple[str, ...]
    pointing_modifiers: tuple[str, ...]
    fused_articles: tuple[str, ...]
    indefinite_articles: tuple[str, ...]
    generic_nouns: tuple[str, ...]
    question: str
    qualifying_openers: tuple[str, ...]
    qualifying_subjects: tuple[str, ...]
    waiting_phrases: tuple[str, ...]
    sums_of_money: tuple[str, ...]
    asking_words: tuple[str, ...]
    beside_words: tuple[str, ...]
    part_words: tuple[str, ...]
    distributive_words: tuple[str, ...]
    pointers: tuple[Pointer, ...]
    personal_pronouns: Mapping[str, Literal["m", "f"]]
    collectives: tuple[str, ...]
    object_marks: tuple[str, ...]
    place_cases: tuple[str, ...]
    pronoun_tellers: tuple[str, ...]
    pronouns: tuple[str, ...]
    object_pronouns: tuple[str, ...]
    anaphoric_nouns: tuple[str, ...]
    relatives: tuple[str, ...]
    list_openers: tuple[str, ...]
    anaphoric_adjuncts: tuple[str, ...]
    anaphoric_times: tuple[str, ...]
    pro_drop: bool
    expletive: str
    definite_articles: tuple[str, ...]
    adversative: tuple[str, ...]
    of_words: tuple[str, ...]
    and_words: tuple[str, ...]
    first_person: tuple[str, ...]
    condition_marks: tuple[str, ...]
    the: Mapping[str, str]
    topics_with_article: Literal["always", "singular"]
    attributed: str
    attributed_behind: str
    to: Mapping[Stance, str]
    gists: Mapping[Stance, str]
    meetings: Mapping[MeetingKind, MeetingForms]
    any_meeting: Mapping[str, str]
    between: Mapping[str, str]
    about: str
    about_noun: str
    where: str
    taking_part: str
    quoted: str
    in_language: Mapping[str, str]
    conflict: str
    conflict_no_values: str
    next: Mapping[str, str]
    plural: tuple[Ending, ...]
    plural_of: Literal["every_word", "last_word"]
    feminine: tuple[Ending, ...]
    a: Mapping[str, str]
    existential: tuple[str, ...]
    genitive: str
    purpose: str
    turning_nouns: tuple[str, ...]
    shell_nouns: tuple[str, ...]
    moods: tuple[str, ...]
    hedges: tuple[str, ...]
    expecting: tuple[str, ...]
    conditions: tuple[str, ...]
    confirming: tuple[str, ...]
    suspending: tuple[str, ...]
    private: tuple[str, ...]
    one_office: tuple[str, ...]
    offices_met: tuple[str, ...]
    cancelling: tuple[str, ...]
    future_words: tuple[str, ...]
    since_words: tuple[str, ...]
    about_cases: tuple[str, ...]
    discussing: tuple[str, ...]
    bodies: tuple[str, ...]
    never_conditions: tuple[str, ...]
    plain_days: tuple[PlainDay, ...]
    epithet_named: Mapping[str, str]
    stressed_a: str = "(?!)"

    @cached_property
    def exempt(self) -> frozenset[str]:
        """Nouns of days and the like, of which a pointing word tells which: `this week`."""
        return frozenset(word for words in self.demonstrative_exempt for word in words)

    @cached_property
    def one_of_its_kind(self) -> frozenset[str]:
        """Nouns of what there is one of, in the world or in each country."""
        return frozenset({*self.unique_nouns, *self.state_bodies, *self.country_nouns})

    @cached_property
    def known_nouns(self) -> frozenset[str]:
        """Nouns that need no sentence before them."""
        return self.one_of_its_kind | {*self.generic_nouns} | self.exempt

    @cached_property
    def leading_articles(self) -> frozenset[str]:
        """The words before a noun that say that it is known."""
        return frozenset({*self.definite_articles, *self.fused_articles, *self.pointing_articles})

    @cached_property
    def all_modifiers(self) -> frozenset[str]:
        """Adjectives that do not say which: `new`, and `two`, `extra`, which point back."""
        return frozenset({*self.weak_modifiers, *self.pointing_modifiers})

    @cached_property
    def strong_modifiers(self) -> frozenset[str]:
        """Those of them that point back alone."""
        return frozenset({*self.pointing_modifiers}) - {*self.weak_modifiers}


@cache
def grammar_of(language: Language) -> Grammar:
    """The grammar of a language that has a file.  KnowledgeError where it is at fault."""
    try:
        return structure(load_language("realize", language), {}, Grammar, file=f"realize/{language}.yaml")
    except ValueError as error:
        raise KnowledgeError(list(error.args)) from error


@cache
def negations_of(language: Language) -> frozenset[str]:
    return frozenset(load_grammar(language)["negation"])


def one_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first, whatever its spaces."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered) + ")"
