"""What a row of positions is called by, also where no position of it has an issue of its own.

An issue tells positions apart, so that common words are none.  A row's name has less to do: `Inspections` beside two lines that
speak of nothing else serves a reader better than `Other matters`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from briefing.knowledge import load_language
from briefing.model import Language, Position
from briefing.render.desk import Desk


def topics_of(position: Position, desk: Desk) -> tuple[str, ...]:
    """Its issues; without any, what it is about that the title names, else the first that has a plain name."""
    return position.issue or (*_of_the_title(position, desk), *_plainly_named(position))[:1]


def _of_the_title(position: Position, desk: Desk) -> tuple[str, ...]:
    """What the position is about, as far as the titles of all editions name it: a row has one name in both."""
    titles = {code: f" {_words(title.partition(': ')[2])} " for code, title in desk.brief.title.items()}
    return tuple(concept for concept in position.concepts if _is_in_all(desk.words.labels_of(concept), titles))


def _is_in_all(labels: Mapping[Language, str], titles: Mapping[Language, str]) -> bool:
    """Whether each edition's title has its own label as a whole word: `railway` names no way."""
    return bool(titles) and all(labels.get(code) and f" {_words(labels[code])} " in title for code, title in titles.items())


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _plainly_named(position: Position) -> tuple[str, ...]:
    return tuple(concept for concept in position.concepts if concept in plain_topics())


@functools.cache
def plain_topics() -> frozenset[str]:
    """Concepts of one sense that are too common for an issue."""
    return frozenset(load_language("transfer", "words")["plain_topics"])
