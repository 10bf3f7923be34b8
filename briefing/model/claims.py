"""What one article asserts: statements, events, figures, each with its exact words."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.model.words import Certainty, DateBasis, Language, MeetingKind, MeetingStatus, Modifier, Number, Stance

FULL_NAME = "name:"
"""Begins the id of a person whose article gives the full name and does not introduce it."""
SURNAME = "surname:"
"""Begins the id of a name that is a person's only if another article of the week introduces that person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where something was read: `text` is exactly the characters `start:stop` of the article's text."""

    article: str
    start: int
    stop: int
    text: str
    language: Language | None = None

    def __hash__(self) -> int:
        """Of its place alone: no two of one place differ in a week."""
        return hash((self.article, self.start, self.stop))

    @property
    def at(self) -> tuple[str, int]:
        """Where it begins."""
        return self.article, self.start

    def is_within(self, other: Evidence) -> bool:
        """Whether its words stand in those of the other."""
        return self.article == other.article and other.start <= self.start and self.stop <= other.stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The person who spoke for a government, with the role that the article gives, per language."""

    name: str
    role: Mapping[Language, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A speaker's own words.  `translated` where the speaker does not speak the article's language."""

    content: str
    language: Language
    translated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A quantity as the brief writes it."""

    value: Number
    unit: str | None = None
    modifier: Modifier | None = None
    high: Number | None = None
    from_value: Number | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one sentence of one article asserts: the part that every kind of claim has.

    `date` is EDTF; `attribution` the chain "X reports that officials say …", outermost first, as names to print.
    `rules` names every rule that made it, in order; `confidence` is 0 to 1 and never printed.  `context` is what else it
    rests on: the sentence before, that says the period of a figure or names what "the second one" is.
    """

    evidence: Evidence
    context: tuple[Evidence, ...] = ()
    sentence: int  # index in the doc
    act: str | None = None  # id of the knowledge's act
    plover: str | None = None
    concepts: tuple[str, ...] = ()
    date: str | None = None
    date_basis: DateBasis | None = None
    attribution: tuple[str, ...] = ()
    certainty: Certainty = "asserted"
    rules: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Claim):
    """What an actor says that it wants, refuses, offers …  `official` only where it speaks for the government."""

    government: str
    speaker: str  # id of an actor
    stance: Stance
    about: tuple[str, ...] | None = None  # of the concepts those that the act governs; None: all
    addressee: tuple[str, ...] = ()
    voice: Voice | None = None
    quote: Quotation | None = None
    official: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """What happened, or will: a material act (`meeting` is None), or a call, meeting, visit … with its status."""

    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    people: tuple[str, ...] = ()  # ids of actors, or names behind `FULL_NAME` and `SURNAME`
    place: str | None = None
    meeting: MeetingKind | None = None
    status: MeetingStatus | None = None
    moved_from: str | None = None  # the day that it was planned for before
    agenda: tuple[Evidence, ...] = ()  # the words that say what a meeting is about
    body: tuple[Evidence, ...] = ()  # the name of the body that meets
    further: tuple[Evidence, ...] = ()  # the sentences behind that add where it is or who is there: cited, never told


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Claim):
    """Quantities that a sentence asserts of something, over a period."""

    quantities: tuple[Amount, ...] = ()
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Claim):
    """That something was so, or was not: compared between the sources, never printed as an item of its own.

    `topic` is `act:` or `concept:` with an id; `actors` do it, `holders` (countries, organizations or people) say so.
    """

    topic: str
    negated: bool = False
    actors: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision(Claim):
    """That a meeting which was planned is changed, put off or called off: compared with the plans, never printed as an item.

    `days` are all that its sentence names; `weekdays` those of them that only a weekday gives, which may be a week off.
    """

    meetings: tuple[MeetingKind, ...] = ()
    actors: tuple[str, ...] = ()
    people: tuple[str, ...] = ()  # ids of actors
    names: tuple[str, ...] = ()  # words written with a capital, folded to lower case
    days: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()  # the days that it was planned for before
    settled: bool = False  # it says from which day: no other day is meant
    stands: tuple[str, ...] = ()  # the days that it tells as still to come
    past: bool = False  # only that something did not take place
    places: tuple[str, ...] = ()  # where it was to be, if only the place has changed
