"""The body that meets, as a row names it where its sentence is told elsewhere: `Fisheries Committee meeting (fact 6)`."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from briefing.model import Evidence, Language, Meeting, Span
from briefing.realize.edition import Edition, bare_name
from briefing.realize.grammar import grammar_of
from briefing.realize.topics import body_name


def with_name(meeting: Meeting, editions: Mapping[Language, Edition]) -> Meeting:
    """The meeting with the name of its body, in every language or in none; what a person has written stays."""
    names = {code: meeting.name.get(code) or name_of(meeting, edition) for code, edition in editions.items()}
    return dataclasses.replace(meeting, name=names) if all(names.values()) else meeting


def name_of(meeting: Meeting, edition: Edition) -> str:
    """A source's words in the edition's language; else what the termbase calls it; else another source's, between marks."""
    own = next((piece.text for piece in meeting.body if piece.language == edition.language), "")
    if own:
        return edition.localizer.punctuate(" ".join(own.split()))
    if listed := next((name for piece in meeting.body if (name := actor_named(piece, edition))), None):
        return listed
    if known := body_name(meeting, edition):
        the, _, rest = known.partition(" ")
        return rest if the.casefold() in grammar_of(edition.language).definite_articles else known
    foreign = next((piece.text for piece in meeting.body), "")
    return edition.localizer.quote(" ".join(foreign.split())) if foreign else ""


def actor_named(piece: Evidence, edition: Edition) -> str | None:
    """`European Commission`, where the knowledge has all of the words as somebody."""
    spans = {mention.actor for mention in edition.passages.of(piece).mentions if mention.span == Span(piece.start, piece.stop)}
    return next((name for actor in sorted(spans) if (name := bare_name(edition, actor))), None)


__all__ = ["with_name"]
