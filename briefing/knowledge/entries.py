"""What one row of each knowledge file is.  The loader checks every row against these; nothing here reads a file.

Labels and forms are per language.  The first form of a list is the one that is printed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from briefing.model import ActorKind, Language, Stance

Forms = Mapping[Language, tuple[str, ...]]
Label = Mapping[Language, str]
Branch = Literal["executive", "military", "legislature", "judiciary", "party", "regional", "international", "media", "other"]
Plover = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """A country, an institution of one, or an organization.

    `names` are unambiguous wherever they stand; `short` ones (`la Cancillería`, `the ministry`) need their country from
    the text.  `in_sentence` is the name as it stands in a sentence (`the United States`).  `metonyms` (`Washington`, `la
    Moneda`) mean the government when they act, a place when they only say where; a `capital_shared` with towns of other
    countries (`San Juan`) means this one only in articles that name the country; `capital_spellings` are its other names
    (`Ammán`, `Amán`) and towns from which the government works (`Dar es Salaam`).  `official` tells whether it speaks for
    its government (`branch` executive or military); a party, a congress, a court, a newspaper does not.

    A `generic` row is a kind of body that every country has (`foreign_ministry`): with a country it makes an actor
    `pe.foreign_ministry`, or the row whose `institution` it is (`us.state_department`).  `portfolio` is what a ministry is
    for (`Salud`, `health`), which the language's patterns turn into its names (`Secretaría de Salud`, `health ministry`).
    """

    id: str
    kind: ActorKind
    names: Forms
    country: str | None = None
    in_sentence: Label = dataclasses.field(default_factory=dict)
    short: Forms = dataclasses.field(default_factory=dict)
    demonyms: Forms = dataclasses.field(default_factory=dict)
    metonyms: Forms = dataclasses.field(default_factory=dict)
    capital: Label = dataclasses.field(default_factory=dict)
    capital_spellings: Forms = dataclasses.field(default_factory=dict)
    capital_shared: bool = False
    federal: bool = False
    """A federation, which has a federal government."""
    languages: tuple[Language, ...] = ()
    gender: Mapping[Language, Literal["m", "f", "mp", "fp"]] = dataclasses.field(default_factory=dict)
    article: Mapping[Language, bool] = dataclasses.field(default_factory=dict)
    branch: Branch = "executive"
    official: bool = True
    generic: bool = False
    institution: str | None = None  # id of the generic row that this is a country's own of
    portfolio: Forms = dataclasses.field(default_factory=dict)

    def label(self, language: Language) -> str:
        """The name as it stands in a sentence."""
        return self.in_sentence.get(language) or self.names[language][0]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleEntry:
    """An office or title: `canciller`, `foreign minister`, `titular del Ejecutivo`.

    `forms` of both genders as they are written; `label` is what is printed, masculine and feminine.  `institution` is the
    kind of body it belongs to (`foreign_ministry`), which joins `canciller` and `secretario de Relaciones Exteriores`; a
    `minister` heads it, and is also called by the language's patterns over its portfolio (`titular de Salud`).
    `countries`, where not empty, are the only ones that have it (`canciller` of DE heads the government).  `body` roles
    need the body that they head (`director de …`); where it is a ministry its minister has one of the forms of `leads`
    (`titular del Ministerio de Salud`), and who has another (`analista del Ministerio`) only serves in it.  `epithet` marks
    words that name a person only in an article (`la mandataria`); a `broad` one (`el funcionario`) may name anybody who holds
    an office.  Who `tells_country` needs no word of it: only one has a `taoiseach`.
    """

    id: str
    forms: Forms
    label: Mapping[Language, Mapping[Literal["m", "f"], str]]
    institution: str | None = None
    branch: Branch = "executive"
    official: bool = True
    head_of_government: bool = False
    epithet: bool = False
    broad: bool = False
    minister: bool = False
    countries: tuple[str, ...] = ()
    tells_country: bool = False
    body: bool = False
    leads: Forms = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActForm:
    """One verb, noun or idiom of a language that names an act, with what it governs in Universal Dependencies' terms.

    `lemma` is the head's; `reflexive` for `negarse`; `particle` for `rule out`, `call on`; `object` lists lemmas of which
    one must be the object (`poner` + `fin`), `not_object` those that make it another sense.  `content` says where what is
    said, wanted or done stands: `obj`, `clause` (que, that), `inf`, `ger`, a preposition, also with a verb after it (`a inf`,
    `de`, `for`); `addressee` likewise (`iobj`, `obj`, `a`, `to`, `from`).  For nouns `actor` says where the actor stands (`de`,
    `by`, `poss`).
    """

    kind: Literal["verb", "noun", "adjective"] = "verb"
    lemma: str
    reflexive: bool = False
    particle: str | None = None
    object: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something that governments say or do.

    `kind`: `speech` (takes a stance by being said), `reporting` (says something, without a stance of its own), `deed` (a
    material act), `meeting` (calls, visits …), `wish` (wants, seeks), `modal` (must, has to).  `stance` is what saying
    it makes a government's position; `negated` is the stance of its negation (`no descarta`), None where the negation says
    nothing.  `past` is the finite form of a gist, singular and plural.  `examples` must be recognized, `counterexamples` not.
    """

    id: str
    kind: Literal["speech", "reporting", "deed", "meeting", "wish", "modal"]
    label: Label
    past: Forms
    forms: Mapping[Language, tuple[ActForm, ...]]
    examples: Forms
    counterexamples: Forms = dataclasses.field(default_factory=dict)
    plover: Plover | None = None
    stance: Stance | None = None
    negated: Stance | None = None
    meeting: (
        Literal[
            "call",
            "meeting",
            "visit",
            "summit",
            "talks",
            "signing",
            "event",
            "hearing",
            "session",
            "vote",
            "ruling",
            "deadline",
        ]
        | None
    ) = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A concept's words in one language.  `variants` are other words for it; plurals and agreement are derived."""

    lemma: str
    gender: Literal["m", "f"] | None = None
    number: Literal["s", "p", "mass"] = "s"
    plural: str | None = None
    article: bool = True
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A concept of the termbase.  `generic` ones (country, issue, week) never stand alone as a topic.

    An `adjective` (`personal`) is another concept than the noun that is written like it; its term is the masculine singular.
    """

    id: str
    domain: str
    terms: Mapping[Language, Term]
    broader: str | None = None
    generic: bool = False
    adjective: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class Knowledge:
    """Everything that the program knows of the world, by id.  Compared by identity, so that indexes of it can be cached."""

    actors: Mapping[str, ActorEntry]
    roles: Mapping[str, RoleEntry]
    acts: Mapping[str, Act]
    concepts: Mapping[str, Concept]

    def is_medium(self, name: str) -> bool:
        """Whether a name is the id of a newspaper, a station, an agency: it tells, but takes part in nothing."""
        entry = self.actors.get(name)
        return entry is not None and entry.branch == "media"
