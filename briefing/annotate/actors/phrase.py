"""A title or a body with what it belongs to, as it is put together."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.annotate.actors.grammar import Gender
from briefing.annotate.actors.lexicon import Entry, Lexicon

NATIONAL = ("country", "demonym", "metonym")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Pieces `first:last`: a title or a body, its country and the body that it belongs to (ids of the knowledge).

    `entries` are all that its words may mean, the likeliest first.  `others` are the further countries of a plural: `los
    cancilleres de Perú y Chile`.  `posting` is where it is accredited: `the U.S. ambassador to France`; `specified` where
    it belongs to something unknown: `presidente del distrito`.  `gender` is that of the words or of the article before them.
    """

    first: int
    last: int
    entries: tuple[Entry, ...]
    country: str | None = None
    others: tuple[str, ...] = ()
    body: str | None = None
    posting: str | None = None
    former: bool = False
    definite: bool = False
    owned: bool = False
    specified: bool = False
    gender: Gender | None = None

    @property
    def entry(self) -> Entry:
        return self.entries[0]

    @property
    def is_role(self) -> bool:
        return self.entry.kind == "role"


def country_of(lexicon: Lexicon, actor_id: str) -> str | None:
    row = lexicon.knowledge.actors.get(actor_id)
    if row is None:
        return None
    return row.id if row.kind == "country" else row.country


def body_id(phrase: Phrase, lexicon: Lexicon) -> str | None:
    """The actor that a body with its country is: the country's own row, else `pe.police`; None without a country."""
    if phrase.entry.kind == "short":
        return phrase.entry.id
    if phrase.country is None:
        return None
    return lexicon.own.get((phrase.country, phrase.entry.id)) or f"{phrase.country.lower()}.{phrase.entry.id}"
