"""Every noun of the program: frozen dataclasses without I/O.

The first half describes what was read (`Article`), what was seen in it (`Doc`) and what it asserts (`Claim`); the second
half is the brief, the one document between reading and writing.  Vocabulary: TimeML for dates, PLOVER for events,
PolNeAR and textacy for quotes, Universal Dependencies for tokens, EDTF (ISO 8601-2) for every date that is written down.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Number = int | float
Language = str
"""An ISO 639-1 code: `es`, `en`."""

EDITIONS: tuple[Language, ...] = ("es", "en")
"""The languages in which every brief is put into words."""

PublishedBasis = Literal["stated", "metadata", "filename", "dateline", "inferred", "unknown"]
MarkKind = Literal[
    "advertisement",
    "byline",
    "caption",
    "dateline",
    "heading",
    "link_list",
    "machine_summary",
    "metadata",
    "section_label",
    "source_list",
    "title",
]
SentenceKind = Literal["body", "title", "heading", "summary"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
DateBasis = Literal["explicit", "deictic", "direction", "verb", "weekday", "nearest", "inferred", "vague"]
Modifier = Literal["more_than", "at_least", "less_than", "at_most", "about", "nearly"]
QuoteKind = Literal["direct", "mixed", "indirect"]
ActorKind = Literal["country", "government", "institution", "office", "person", "organization", "group"]
Certainty = Literal["asserted", "reported", "conditional", "denied"]
Stance = Literal[
    "proposes",
    "rejects",
    "demands",
    "requests",
    "offers",
    "supports",
    "agrees",
    "accuses",
    "criticizes",
    "threatens",
    "denies",
    "promises",
    "announces",
]
FactKind = Literal["event", "figure", "statement"]
MeetingKind = Literal["call", "meeting", "visit", "summit", "talks", "hearing", "deadline"]
MeetingStatus = Literal["upcoming", "held", "cancelled", "postponed", "unconfirmed"]
ConflictField = Literal["date", "amount", "baseline", "place", "participants", "account"]
Rung = Literal["native", "frame", "gist", "verbatim", "translated", "edited"]

SCRAMBLED = "scrambled"
"""The note on an article whose sentences are out of order: nothing may be carried from one sentence to the next."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of one article's text.

    >>> Span(3, 7).of("el líder habló")
    'líde'
    """

    start: int
    stop: int

    def __len__(self) -> int:
        return self.stop - self.start

    def of(self, text: str) -> str:
        return text[self.start : self.stop]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.stop <= self.stop

    def overlaps(self, other: Span) -> bool:
        return self.start < other.stop and other.start < self.stop


# ------------------------------------------------------------------ what was read


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A range of an article that is not its prose: marked, never removed.  Later stages decide what to skip."""

    span: Span
    kind: MarkKind
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text as it was published.  `text` is stored once and never rewritten: every offset refers to it."""

    id: str
    file: str
    sha256: str
    text: str
    language: Language
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None  # EDTF
    published_basis: PublishedBasis = "unknown"
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An input that was not used, or a part of one, and why."""

    file: str
    reason: str


# ------------------------------------------------------------------ what was seen in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A syntactic word.  Parts of one written word (`del` = `de` + `el`) share its span.

    `head` is the index of the governing token in the same sentence, -1 for the root.  `confidence` is the parser's
    probability of that arc, rounded to two digits.
    """

    form: str
    span: Span
    lemma: str
    upos: str
    feats: str = ""
    head: int = -1
    deprel: str = "dep"
    confidence: float = 1.0

    def feat(self, name: str) -> str | None:
        """The value of one morphological feature, e.g. `feat("Mood")`."""
        return dict(pair.split("=", 1) for pair in self.feats.split("|") if "=" in pair).get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with its tree.  `paragraph` counts from 0; `kind` tells prose from headings and machine summaries."""

    span: Span
    tokens: tuple[Token, ...]
    kind: SentenceKind = "body"
    paragraph: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A temporal expression (TIMEX3) resolved against the article's date.

    `value` is EDTF, or None where nothing calendar-like is said; `timex` is the TimeML value.  `earliest` and `latest`
    are the first and last day (ISO) that it may mean, None where the range is open.
    """

    span: Span
    type: TimexType
    timex: str
    value: str | None
    basis: DateBasis
    earliest: str | None = None
    latest: str | None = None
    modifier: str | None = None  # TimeML mod: START MID END APPROX BEFORE AFTER …
    interval: str | None = None  # EDTF, on both ends of a range: "del 3 al 5 de febrero", "between 2009 and 2011"
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with what it counts.

    `unit` is `percent`, an ISO 4217 code, a measure (`tonne`, `minute`, `km`), a rate (`homicide/100k person`) or the
    counted noun's lemma as written; `high` closes a range; `from_value` is the earlier value in "de 86.9 a 52.4".
    """

    span: Span
    value: Number
    unit: str | None = None
    modifier: Modifier | None = None
    high: Number | None = None
    from_value: Number | None = None
    period: str | None = None  # EDTF
    kind: Literal["number", "percent", "currency", "measure", "rate", "ordinal", "fraction"] = "number"
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts: a country, a government, one of its institutions, a person with the role that the article gives.

    `id` is the knowledge's id (`MX`, `us.state_department`) or, for a person, `person:` + folded long name.  `country` is
    the ISO 3166-1 code of the government that the actor speaks for; None where the article does not say.  `official` tells
    a government's voice from a party, a legislator, a former office-holder, an analyst.
    """

    id: str
    kind: ActorKind
    name: Mapping[Language, str]
    country: str | None = None
    role: str | None = None  # id of an office in the knowledge
    role_words: str | None = None  # as the article has it
    gender: Literal["m", "f"] | None = None
    official: bool = True
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name an actor.  `place` is True where the name only says where (`en Washington`)."""

    span: Span
    actor: str
    rule: str
    place: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptMention:
    """Words that name a concept of the termbase."""

    span: Span
    concept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Attributed speech.  `content` is what was said, without the marks; `chain` is the attribution, outermost first."""

    span: Span
    content: Span
    kind: QuoteKind
    speaker: Span | None = None
    cue: Span | None = None
    chain: tuple[Span, ...] = ()
    inherited: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doc:
    """An article with everything that was recognized in it, in the order of the text."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    dates: tuple[Date, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    actors: Mapping[str, Actor] = dataclasses.field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    concepts: tuple[ConceptMention, ...] = ()


# ------------------------------------------------------------------ what one article asserts


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where something was read: `text` is exactly the characters `start:stop` of the article's text."""

    article: str
    start: int
    stop: int
    text: str
    language: Language | None = None


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
    addressee: tuple[str, ...] = ()
    voice: Voice | None = None
    quote: Quotation | None = None
    official: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """What happened, or will: a material act (`meeting` is None), or a call, meeting, visit … with its status."""

    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    people: tuple[str, ...] = ()  # ids of actors
    place: str | None = None
    meeting: MeetingKind | None = None
    status: MeetingStatus | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Claim):
    """Quantities that a sentence asserts of something, over a period."""

    quantities: tuple[Amount, ...] = ()
    actors: tuple[str, ...] = ()


# ------------------------------------------------------------------ the brief

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
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = "unknown"
    origin: str | None = None
    notes: tuple[str, ...] = ()


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
    conflicts: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    text: Text = dataclasses.field(default_factory=dict)
    basis: Mapping[Language, Rung] = dataclasses.field(default_factory=dict)
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
    """What a government wants, refuses, offers, threatens …  `issue` holds ids of the termbase."""

    government: str
    stance: Stance
    issue: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    voice: Voice | None = None
    quote: Quotation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Item):
    """A call, meeting, visit, summit, hearing or deadline.  `participants` are governments, `people` names."""

    kind: MeetingKind
    status: MeetingStatus
    place: str | None = None
    participants: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictValue:
    """One side of a disagreement, with the words that say so."""

    value: str
    evidence: tuple[Evidence, ...]


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
    """How much of the sources the brief carries.  `quoted_only`: sentences carried only in their original words."""

    sentences: int = 0
    used: int = 0
    quoted_only: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The language-neutral record of a week.  Order in a list is rank."""

    schema: int = 1
    as_of: str
    window: str  # EDTF interval
    title: Text = dataclasses.field(default_factory=dict)
    bottom_line: Text = dataclasses.field(default_factory=dict)
    governments: tuple[str, ...] = ()
    articles: tuple[BriefArticle, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    facts: tuple[Fact, ...] = ()
    positions: tuple[Position, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    coverage: Coverage = Coverage()
