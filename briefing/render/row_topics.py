"""What a row of positions is called by, also where no position of it has an issue of its own.

An issue tells positions apart, so that common words are none.  A row's name has less to do: `Inspections` beside two lines that
speak of nothing else serves a reader better than `Other matters`.
"""

from __future__ import annotations

import functools

from briefing.knowledge import load_language
from briefing.model import Position
from briefing.render.desk import Desk


def topics_of(position: Position, desk: Desk) -> tuple[str, ...]:
    """Its issues; without any, the matter of the title that its sentence tells of, else the first that has a plain name."""
    return position.issue or (*_of_the_title(position, desk), *_plainly_named(position))[:1]


def _of_the_title(position: Position, desk: Desk) -> tuple[str, ...]:
    """What the fact in the position's own sentence is about, as far as the title names it."""
    title = desk.words.text(desk.brief.title).partition(": ")[2].casefold()
    own = position.evidence[0]
    facts = [
        fact for fact in desk.brief.facts if (fact.evidence[0].article, fact.evidence[0].start) == (own.article, own.start)
    ]
    concepts = (concept for fact in facts for concept in fact.concepts)
    return tuple(concept for concept in concepts if (label := desk.words.label(concept)) and label.casefold() in title)


def _plainly_named(position: Position) -> tuple[str, ...]:
    return tuple(concept for concept in position.concepts if concept in plain_topics())


@functools.cache
def plain_topics() -> frozenset[str]:
    """Concepts of one sense that are too common for an issue."""
    return frozenset(load_language("transfer", "words")["plain_topics"])
