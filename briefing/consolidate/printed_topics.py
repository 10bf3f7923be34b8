"""What a position's row may be called by: what the line speaks of that each edition prints, or the sentences of its note.

A position may rest on several sentences, and each edition prints one of them: `Prices` over a line that only tells of an
invitation, because another article's sentence says more, is a wrong name.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from briefing.consolidate.issues import broader_of
from briefing.consolidate.week import Week
from briefing.knowledge import Knowledge
from briefing.model import Brief, Evidence, Language, Position


def with_printed_topics(brief: Brief, week: Week) -> Brief:
    """The brief, each position with those topics only that both editions' words speak of."""
    return dataclasses.replace(brief, positions=tuple(_as_printed(week, position) for position in brief.positions))


def _as_printed(week: Week, position: Position) -> Position:
    if not position.text:
        return position
    editions = [_spoken_of(week, _printed(position, language)) for language in sorted(position.text)]
    said = frozenset.intersection(*editions)
    return dataclasses.replace(
        position,
        issue=tuple(concept for concept in position.issue if concept in said),
        concepts=tuple(concept for concept in position.concepts if concept in said),
    )


def _printed(position: Position, language: Language) -> Sequence[Evidence]:
    """The sentence that an edition's line retells, and those of its note."""
    return (position.evidence[position.told_from.get(language, 0)], *position.context.get(language, ()))


def _spoken_of(week: Week, pieces: Sequence[Evidence]) -> frozenset[str]:
    """The concepts that some sentences name, and all that those are kinds of."""
    named = {
        mention.concept
        for piece in pieces
        for mention in week.docs[piece.article].concepts
        if piece.start <= mention.span.start < piece.stop
    }
    return frozenset(_with_broader(sorted(named), week.knowledge))


def _with_broader(concepts: Sequence[str], knowledge: Knowledge) -> set[str]:
    found, above = set(concepts), list(concepts)
    while above:
        above = [concept for concept in broader_of(above, knowledge) if concept not in found]
        found.update(above)
    return found


__all__ = ["with_printed_topics"]
