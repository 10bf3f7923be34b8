"""The names of a sentence, and its other words, as what they may be called in either language."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.consolidate.conflicts.tellings import (
    Alternatives,
)
from briefing.consolidate.people import fold
from briefing.consolidate.sentences import (
    is_town,
)
from briefing.model import Doc, Sentence

SPELLED = 4
"""Letters of each of two places that one name joins: `the Quelimane-Mocuba road`."""


def names_among(doc: Doc, sentence: Sentence, called: Sequence[Alternatives]) -> frozenset[str]:
    """The names of people and places, not those of countries and their offices."""
    found: set[str] = set()
    for token, names in zip(sentence.tokens, called, strict=True):
        mention = next((m for m in doc.mentions if m.span.contains(token.span)), None)
        actor = doc.actors.get(mention.actor) if mention else None
        if mention is None and token.upos == "PROPN":
            found |= {name for name in names if ":" not in name and "~" not in name}
            found |= {part for part in fold(token.form).split("-") if len(part) >= SPELLED} if "-" in token.form else set()
        elif actor and mention and (actor.kind == "person" or (mention.place and is_town(doc, mention))):
            found |= {name for name in names if name.islower()}
            found |= {f"place:{actor.country}"} if mention.place and actor.country else set()
    return frozenset(found)


def is_people(names: Alternatives) -> bool:
    """Whether a word is called by a country only: `Moldovan`."""
    return all(name.isupper() for name in names)


def things_among(doc: Doc, sentence: Sentence, called: Sequence[Alternatives]) -> tuple[Alternatives, ...]:
    """What the other words may be called: nouns, adjectives and verbs that are no names."""
    taken = [*(m.span for m in doc.mentions), *(d.span for d in doc.dates)]
    return tuple(
        names
        for token, names in zip(sentence.tokens, called, strict=True)
        if names and token.upos != "PROPN" and not any(span.contains(token.span) for span in taken) and not is_people(names)
    )


__all__ = ["names_among", "things_among"]
