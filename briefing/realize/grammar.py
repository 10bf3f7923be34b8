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
    means: Literal["person", "thing", "matter", "deed", "place", ""] = ""
    clause: bool = False
    bound: bool = True
    bare: bool = False
    before_verb: bool = False
    to_whom: bool = False
    after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Akin:
    """Nouns of one thing, and how the words begin by which an article may have told it; of `many` a week has several."""

    nouns: tuple[str, ...]
    told: tuple[str, ...]
    many: bool = False


@dataclass(frozen=True, kw_only=True)
class Grammar:
    """One language's file.  Words are in lower case: sets are for what is asked of every word, lists for patterns."""

    connectives: tuple[str, ...]
    openers: tuple[str, ...]
    never_before: tuple[str, ...]
    concessions: tuple[str, ...]
    scenes: tuple[str, ...]
    tails: tuple[str, ...]
    closers: tuple[str, ...]
    headless: tuple[str, ...]
    headless_objects: tuple[str, ...]
    headless_ends: tuple[str, ...]
    demonstratives: frozenset[str]
    demonstrative_exempt: tuple[tuple[str, ...], ...]
    country_nouns: frozenset[str]
    state_bodies: frozenset[str]
    unique_nouns: frozenset[str]
    leaning_phrases: tuple[str, ...]
    better_phrases: tuple[str, ...]
    bare_matters: frozenset[str]
    plain_people: frozenset[str]
    many_offices: frozenset[str]
    no_words: frozenset[str]
    bare_verbs: frozenset[str]
    tallies: frozenset[str]
    leaning_things: frozenset[str]
    leaning_deeds: frozenset[str]
    owned_deeds: frozenset[str]
    any_deeds: frozenset[str]
    attitude_verbs: frozenset[str]
    answering_verbs: frozenset[str]
    denying_verbs: frozenset[str]
    explaining_verbs: frozenset[str]
    portions: frozenset[str]
    of_a_matter: frozenset[str]
    differences: frozenset[str]
    akin: tuple[Akin, ...]
    nobody_words: frozenset[str]
    nothing_words: frozenset[str]
    any_words: frozenset[str]
    turning_openers: tuple[str, ...]
    death_words: frozenset[str]
    rising_toll: str
    changing_count: str
    contrasting: str
    unnamed_partner: str
    two_matters: str
    disputed_words: str
    bound_pronouns: Mapping[str, tuple[str, str]]
    changes: frozenset[str]
    same_words: frozenset[str]
    same_as: frozenset[str]
    settling_verbs: frozenset[str]
    considering_verbs: frozenset[str]
    giving_verbs: frozenset[str]
    offering_verbs: frozenset[str]
    thens: tuple[str, ...]
    shares: frozenset[str]
    amounts: frozenset[str]
    owed: frozenset[str]
    demanding_verbs: frozenset[str]
    suffered_deeds: frozenset[str]
    imposable: frozenset[str]
    imposed: frozenset[str]
    places: frozenset[str]
    settlements: frozenset[str]
    here_words: frozenset[str]
    capitals: frozenset[str]
    impersonal: frozenset[str]
    generic_plurals: bool
    pointing_articles: frozenset[str]
    hearers: frozenset[str]
    weak_modifiers: frozenset[str]
    pointing_modifiers: frozenset[str]
    fused_articles: frozenset[str]
    indefinite_articles: frozenset[str]
    generic_nouns: frozenset[str]
    question: str
    turn_words: tuple[str, ...]
    qualifying_openers: tuple[str, ...]
    qualifying_subjects: frozenset[str]
    waiting_phrases: tuple[str, ...]
    sums_of_money: tuple[str, ...]
    asking_words: frozenset[str]
    beside_words: frozenset[str]
    part_words: frozenset[str]
    distributive_words: frozenset[str]
    pointers: tuple[Pointer, ...]
    personal_pronouns: Mapping[str, Literal["m", "f"]]
    collectives: frozenset[str]
    object_marks: frozenset[str]
    place_cases: frozenset[str]
    where_cases: frozenset[str]
    pronoun_tellers: tuple[str, ...]
    pronouns: frozenset[str]
    object_pronouns: frozenset[str]
    anaphoric_nouns: tuple[str, ...]
    relatives: frozenset[str]
    list_openers: tuple[str, ...]
    counting_off: tuple[str, ...]
    meeting_nouns: frozenset[str]
    meeting_links: frozenset[str]
    doubting: tuple[str, ...]
    anaphoric_adjuncts: tuple[str, ...]
    anaphoric_times: tuple[str, ...]
    pro_drop: bool
    expletive: str
    name_links: tuple[str, ...]
    pair_words: frozenset[str]
    person_pointers: frozenset[str]
    paper_nouns: frozenset[str]
    paper_pronouns: frozenset[str]
    untold_sources: frozenset[str]
    mutual_verbs: frozenset[str]
    relating: str
    limiting: str
    limit_signs: str
    narrowing: str
    whether_verbs: frozenset[str]
    matters: frozenset[str]
    matter_words: frozenset[str]
    definite_articles: frozenset[str]
    adversative: frozenset[str]
    of_words: tuple[str, ...]
    and_words: tuple[str, ...]
    first_person: tuple[str, ...]
    condition_marks: frozenset[str]
    the: Mapping[str, str]
    topics_with_article: Literal["always", "singular"]
    attributed: str
    attributed_behind: str
    official: str
    said: str
    said_officially: str
    to: Mapping[Stance, str]
    gists: Mapping[Stance, str]
    meetings: Mapping[MeetingKind, MeetingForms]
    any_meeting: Mapping[str, str]
    between: Mapping[str, str]
    about: str
    about_noun: str
    where: str
    whither: str
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
    existential: frozenset[str]
    genitive: str
    purpose: str
    turning_nouns: frozenset[str]
    shell_nouns: frozenset[str]
    moods: frozenset[str]
    hedges: tuple[str, ...]
    expecting: tuple[str, ...]
    conditions: frozenset[str]
    confirming: tuple[str, ...]
    suspending: tuple[str, ...]
    silent: tuple[str, ...]
    by_video: tuple[str, ...]
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
        return self.unique_nouns | self.state_bodies | self.country_nouns

    @cached_property
    def summing_nouns(self) -> frozenset[str]:
        """Nouns for whatever has been told."""
        return self.leaning_deeds | self.matters | {*self.anaphoric_nouns}

    @cached_property
    def known_nouns(self) -> frozenset[str]:
        """Nouns that need no sentence before them."""
        return self.one_of_its_kind | self.generic_nouns | self.exempt

    @cached_property
    def akin_nouns(self) -> frozenset[str]:
        """Nouns of things that an article may have told by another word."""
        return frozenset(noun for row in self.akin for noun in row.nouns)

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Those that say nothing in a term."""
        return self.definite_articles | {*self.of_words}

    @cached_property
    def any_pronouns(self) -> frozenset[str]:
        """The pronouns that mean somebody, as subjects and as objects."""
        return self.pronouns | self.object_pronouns

    @cached_property
    def leading_articles(self) -> frozenset[str]:
        """The words before a noun that say that it is known."""
        return self.definite_articles | self.fused_articles | self.pointing_articles

    @cached_property
    def indicating_words(self) -> frozenset[str]:
        """The words before a noun that point at it: `that`, `these`."""
        return self.demonstratives | self.pointing_articles

    @cached_property
    def indicating_or_same(self) -> frozenset[str]:
        """`that strip`, `the same road`."""
        return self.indicating_words | self.same_words

    @cached_property
    def bare_words(self) -> frozenset[str]:
        """Those that name nobody: `The Ministry`, `El Gobierno`."""
        return self.state_bodies | self.country_nouns | self.leading_articles | self.generic_nouns

    @cached_property
    def sums_owed(self) -> frozenset[str]:
        """Nouns of money that is always somebody's, for something."""
        return self.amounts | self.owed

    @cached_property
    def asking_nouns(self) -> frozenset[str]:
        """Nouns of which a reader asks what they mean; of a share, what it is of stands beside it."""
        return (self.leaning_things | self.summing_nouns | self.sums_owed) - self.shares

    @cached_property
    def deeds_and_matters(self) -> frozenset[str]:
        return self.leaning_deeds | self.matters

    @cached_property
    def idle_verbs(self) -> frozenset[str]:
        """`There is …`, `it seems …`: they tell of nobody."""
        return self.existential | self.impersonal

    @cached_property
    def all_modifiers(self) -> frozenset[str]:
        """Adjectives that do not say which: `new`, and `two`, `extra`, which point back."""
        return self.weak_modifiers | self.pointing_modifiers

    @cached_property
    def strong_modifiers(self) -> frozenset[str]:
        """Those of them that point back alone."""
        return self.pointing_modifiers - self.weak_modifiers


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
    """A pattern for any of the phrases, the longest first, whatever its spaces; those of a letter are only tried at it."""
    by_letter: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        by_letter.setdefault(phrase[:1].casefold(), []).append(r"\s+".join(map(re.escape, phrase.split())))
    groups = [f"{_ahead(letter)}(?:{'|'.join(row)})" for letter, row in by_letter.items()]
    return f"{_ahead(''.join(by_letter))}(?:{'|'.join(groups)})"


def _ahead(letters: str) -> str:
    """A pattern for a place before one of some letters, small or capital."""
    return f"(?=[{re.escape(letters + letters.upper())}])" if letters else ""
