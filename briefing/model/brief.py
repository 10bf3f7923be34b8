"""The brief: the one document between reading and writing."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from briefing.model.claims import Amount, Evidence, Quotation, Voice
from briefing.model.reading import Skipped
from briefing.model.words import (
    Certainty,
    Change,
    ConflictField,
    DateBasis,
    FactKind,
    Language,
    MeetingKind,
    MeetingStatus,
    PublishedBasis,
    Rung,
    Stance,
)

Gender = Literal["m", "f"]
Text = Mapping[Language, str]
"""The same thing in each language of the brief: `{"es": …, "en": …}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefArticle:
    """An article as the brief's readers see it."""

    id: str
    file: str
    sha256: str
    language: Language
    title: str | None = None
    opening: str | None = None  # the first words of an article without title
    matters: tuple[str, ...] = ()  # ids of the termbase: what its title and its first sentences name
    beside: bool = False  # on other countries than the two that the others are about
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = "unknown"
    origin: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPerson:
    """Somebody whom the items name: the name there, the office, and how the articles write the name."""

    name: str
    country: str | None = None
    role: Text = dataclasses.field(default_factory=dict)  # of who holds it now; nothing where that is not certain
    title: Text = dataclasses.field(default_factory=dict)  # another office, by the words of an article
    gender: Gender | None = None
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What every entry of the brief has.  `omit` and `note` belong to the person who edits it."""

    id: str
    evidence: tuple[Evidence, ...]
    act: str | None = None
    plover: str | None = None
    concepts: tuple[str, ...] = ()
    date: str | None = None
    date_basis: DateBasis | None = None
    attribution: tuple[str, ...] = ()
    certainty: Certainty = "asserted"
    sources: int = 1
    origins: int = 1
    retells: str | None = None  # the one medium that all its articles retell: an id of the knowledge
    conflicts: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    text: Text = dataclasses.field(default_factory=dict)
    basis: Mapping[Language, Rung] = dataclasses.field(default_factory=dict)
    told_from: Mapping[Language, int] = dataclasses.field(default_factory=dict)  # the evidence that the text retells, from 0
    beside: tuple[int, ...] = ()  # the evidence, from 0, that touches on the line and does not say it: not counted, not cited
    context: Mapping[Language, tuple[Evidence, ...]] = dataclasses.field(default_factory=dict)  # earlier words, in the note
    date_elsewhere: tuple[Language, ...] = ()  # editions whose line retells words that do not give the date
    translated_by: Mapping[Language, str] = dataclasses.field(default_factory=dict)  # the engine, as the reader is told
    omit: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Item):
    """What happened, and figures."""

    kind: FactKind
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    quantities: tuple[Amount, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Item):
    """What a government wants, refuses, offers, threatens …  `issue` holds ids of the termbase.

    `change` is what became of it since the brief of `Brief.previous`; `was` the stance of then, where it moved.
    """

    government: str
    stance: Stance
    issue: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    voice: Voice | None = None
    quote: Quotation | None = None
    change: Change | None = None
    was: Stance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Item):
    """A call, meeting, visit, summit, hearing, session, vote, ruling or deadline; `participants` are governments."""

    kind: MeetingKind
    status: MeetingStatus
    place: str | None = None
    moved_from: str | None = None  # the day that it was planned for before
    participants: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    subject: Text = dataclasses.field(default_factory=dict)  # of a line that says nothing else but date, place and participants
    further: tuple[Evidence, ...] = ()  # sentences that add where it is or who is there: cited, never told
    agenda: tuple[Evidence, ...] = ()  # the words of its sources that say what it is about
    matter: Text = dataclasses.field(default_factory=dict)  # the same, as a memo prints it
    body: tuple[Evidence, ...] = ()  # the name of the body that meets, in the words of its sources
    name: Text = dataclasses.field(default_factory=dict)  # the same, as a memo prints it where the sentence is elsewhere
    matter_basis: Mapping[Language, Rung] = dataclasses.field(default_factory=dict)  # native, frame, verbatim or edited


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictValue:
    """One side of a disagreement, with the words that say so; `unit` is `percent` or the code of a currency."""

    value: str
    evidence: tuple[Evidence, ...]
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Where the sources disagree, inside one article too."""

    id: str
    about: tuple[str, ...]  # ids of items
    field: ConflictField
    values: tuple[ConflictValue, ...]
    text: Text = dataclasses.field(default_factory=dict)
    rules: tuple[str, ...] = ()
    omit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of the sources the brief carries.

    `quoted_only`: sentences carried only in their original words.  `unsure`: sentences in which a position or a meeting was
    found that is not printed, since its kind is wrong or of no use too often.
    """

    sentences: int = 0
    used: int = 0
    quoted_only: int = 0
    unsure: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What a translation engine did for one edition.

    `asked` counts the lines that stood in the other language's words, `refused` those whose translation a gate kept out,
    by the gate, `unanswered` those for which the engine gave nothing.
    """

    engine: str
    asked: int
    used: int
    refused: Mapping[str, int] = dataclasses.field(default_factory=dict)
    unanswered: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The language-neutral record of a week.  Order in a list is rank."""

    schema: int = 1
    as_of: str
    window: str  # EDTF interval
    previous: str | None = None  # the date of the earlier brief that positions were compared with
    title: Text = dataclasses.field(default_factory=dict)
    bottom_line: Text = dataclasses.field(default_factory=dict)
    governments: tuple[str, ...] = ()
    articles: tuple[BriefArticle, ...] = ()
    people: tuple[BriefPerson, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    facts: tuple[Fact, ...] = ()
    positions: tuple[Position, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    coverage: Coverage = Coverage()
    translations: Mapping[Language, Translation] = dataclasses.field(default_factory=dict)
