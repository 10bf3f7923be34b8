"""What was read, and what was seen in it: articles, tokens, dates, quantities, actors, quotes."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from briefing.model.words import (
    ActorKind,
    DateBasis,
    Language,
    MarkKind,
    Modifier,
    Number,
    PublishedBasis,
    QuoteKind,
    SentenceKind,
    TimexType,
)


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
    """An input that was not used, or a part of one, and why.

    `code` is one of `REASONS`, with the `values` of its sentence: a memo says it in its own language, and prints `reason` only
    where a person wrote one without a code.
    """

    file: str
    reason: str
    code: str | None = None
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)


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
        return _features(self.feats).get(name)


@functools.lru_cache(maxsize=4096)
def _features(feats: str) -> Mapping[str, str]:
    """A language has a few hundred combinations of features, and every rule asks for them."""
    return dict(pair.split("=", 1) for pair in feats.split("|") if "=" in pair)


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
    """An article with everything that was recognized in it, in the order of the text.

    `issuers` are the countries or organizations in whose name an official text speaks; a press article has none.
    """

    article: Article
    sentences: tuple[Sentence, ...] = ()
    dates: tuple[Date, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    actors: Mapping[str, Actor] = dataclasses.field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    concepts: tuple[ConceptMention, ...] = ()
    issuers: tuple[str, ...] = ()
