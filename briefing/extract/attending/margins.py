"""`on the sidelines of the Doha summit`, `al margen de una cumbre en Quito`: where two meet, and who is no side."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.day_and_place.town_names import is_name, whole_name
from briefing.extract.reading import Reading
from briefing.extract.sentence.trees import Tree, case_of, is_verbal
from briefing.model import Mention, Span
from briefing.model.trees import is_present_participle

HYPHENS = frozenset("-–")


def behind_margin(reading: Reading, tree: Tree) -> Sequence[int]:
    """The words from one for the margin of a gathering up to a mark or a verb."""
    beside = reading.words.margins & reading.words.no_matters
    first = next((i for i, token in enumerate(tree.tokens) if token.lemma.lower() in beside), None)
    if first is None:
        return ()
    rest = range(first + 1, len(tree.tokens))
    last = next((i for i in rest if is_mark(tree, i) or is_verbal(tree.tokens[i])), len(tree.tokens))
    return range(first + 1, last)


def is_mark(tree: Tree, index: int) -> bool:
    """But for a hyphen within a name: `the EU-Africa meeting`."""
    token, before = tree.tokens[index], tree.tokens[index - 1]
    return token.upos == "PUNCT" and not (token.form in HYPHENS and token.span.start == before.span.stop)


def gathering_at_margin(reading: Reading, tree: Tree) -> Sequence[int]:
    """The word of the gathering, where a parser makes a verb of `on the sidelines of the trade meeting`."""
    inside = behind_margin(reading, tree)
    last = inside[-1] + 1 if inside else len(tree.tokens)
    named = last < len(tree.tokens) and tree.tokens[last - 1].upos in {"NOUN", "PROPN", "ADJ"}
    return (last,) if named and is_present_participle(tree.tokens[last]) else ()


def place_at_margin(reading: Reading, tree: Tree) -> str | None:
    """The capital or town of the gathering at whose margin they meet."""
    for index in behind_margin(reading, tree):
        named = [m for m in reading.doc.mentions if m.span.contains(tree.tokens[index].span) and is_capital(reading, m)]
        if named:
            return named[0].span.of(reading.text)
        if case_of(tree, index) in reading.words.place_cases and is_name(reading, tree, index):
            whole: Span | None = whole_name(reading, tree, [index])
            return whole.of(reading.text) if whole else None
    return None


def is_at_margin(reading: Reading, tree: Tree, mention: Mention) -> bool:
    """Whether a capital, or a body, is named for the gathering alone."""
    actor = reading.doc.actors.get(mention.actor)
    tokens = (tree.tokens[i] for i in behind_margin(reading, tree))
    body = actor is not None and actor.kind == "organization"  # `al margen de la reunión de la Celac`
    return (body or is_capital(reading, mention)) and any(mention.span.contains(token.span) for token in tokens)


def is_capital(reading: Reading, mention: Mention) -> bool:
    actor = reading.doc.actors.get(mention.actor)
    entry = reading.knowledge.actors.get(actor.country or mention.actor) if actor else None
    return entry is not None and mention.span.of(reading.text) in entry.capital.values()


__all__ = ["behind_margin", "gathering_at_margin", "is_at_margin", "is_capital", "place_at_margin"]
