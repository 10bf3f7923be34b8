"""The closed vocabularies: every word that a field of the brief may hold."""

from __future__ import annotations

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
    "question",
    "section_label",
    "source_list",
    "speaker",
    "title",
]
SentenceKind = Literal["body", "title", "heading", "summary", "speaker", "question"]
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
    "states",
]
Change = Literal["new", "moved", "unchanged"]
FactKind = Literal["event", "figure", "statement"]
MeetingKind = Literal[
    "call", "meeting", "visit", "summit", "talks", "signing", "event", "hearing", "session", "vote", "ruling", "deadline"
]
MeetingStatus = Literal["upcoming", "held", "cancelled", "postponed", "unconfirmed"]
ConflictField = Literal["date", "amount", "baseline", "place", "participants", "account"]
AccountValue = Literal["affirmed", "denied"]
Rung = Literal["native", "frame", "gist", "verbatim", "translated", "edited"]

SCRAMBLED = "scrambled"
OPINION = "opinion"
"""The note on an article whose sentences are out of order: nothing may be carried from one sentence to the next."""
