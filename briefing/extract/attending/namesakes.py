"""People whom a bare title may mean beside another of that title who is named: `The minister … Minister Ana Sena`."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from briefing.extract.meetings.own_words import BY_OWN_WORDS
from briefing.extract.reading import Reading, mentions_in
from briefing.extract.sentence.trees import (
    Tree,
)
from briefing.model import Event
from briefing.model.marks import SIDES_OFFICES


def without_namesake(reading: Reading, tree: Tree, event: Event) -> Event:
    """`The Prime Minister will travel to Lomé to meet Prime Minister Ana Sena`: another one, whom nobody names."""
    places = {
        p: [m.span.of(reading.text) for m in mentions_in(reading, tree.sentence.span) if m.actor == p] for p in event.people
    }
    taken = [p for p, words in places.items() if len(words) > 1 and is_title_then_name(words)]
    if not taken:
        return event
    rules = tuple(dict.fromkeys((*event.rules, SIDES_OFFICES, BY_OWN_WORDS)))
    return dataclasses.replace(event, people=(), actors=(), rules=rules)


def is_title_then_name(words: Sequence[str]) -> bool:
    """`Prime Minister`, and behind it `Prime Minister Ana Sena`: who is named later is not whom the bare title means."""
    return words[-1].casefold().startswith(f"{words[0].casefold()} ")
