"""Whether a sentence of the bottom line says again what another has said: there is room for three, and each must add."""

from __future__ import annotations

import re

from briefing.knowledge import load_language
from briefing.model import Brief, Fact, Item, Language, Position

STEM = 5
"""Letters by which two words are the same."""
SHORTEST_WORD = 4
LEAST_SHARED, SHARE = 5, 0.6
"""Words that one sentence has of another, and their share of its own, where it says the same once more."""
LEAST_AMOUNT = 10
"""Of so many of a thing two sentences are hardly told by chance."""


def repeats(item: Item, other: Item) -> bool:
    """The same words or place; most of the words of one language; or one government's same sum, in whatever language."""
    same = item.evidence[0].at == other.evidence[0].at or bool({*item.text.values()} & {*other.text.values()})
    return same or _in_other_words(item, other) or _of_one_sum(item, other)


def _in_other_words(item: Item, other: Item) -> bool:
    """`Togo turned down Ghana's plan for a joint patrol` behind the sentence on the plan, which it had turned down."""
    both = sorted({*item.text} & {*other.text}) if _of_one_government(item, other) else []
    return any(_shares(item.text[language], other.text[language], language) for language in both)


def _of_one_government(item: Item, other: Item) -> bool:
    """Whose answer has many words of the demand adds what the other side holds."""
    first, second = _whose(item), _whose(other)
    return first == second or not (first and second)


def _whose(item: Item) -> str:
    if isinstance(item, Position):
        return item.government
    return next(iter(item.actors), "") if isinstance(item, Fact) else ""


def _shares(words: str, others: str, language: Language) -> bool:
    own, theirs = _stems(words, language), _stems(others, language)
    return len(own & theirs) >= max(LEAST_SHARED, SHARE * min(len(own), len(theirs)))


def _stems(words: str, language: Language) -> set[str]:
    plain = str(load_language("ingest", language)["function_words"]).split()
    found = (word for word in re.findall(r"[^\W\d_]+", words.casefold()) if len(word) >= SHORTEST_WORD)
    return {word[:STEM] for word in found if word not in plain}


def _of_one_sum(item: Item, other: Item) -> bool:
    """`will ask Togo for 640 million`, `reclama a Togo 640 millones`: one demand, told by two articles."""
    if not (isinstance(item, Fact) and isinstance(other, Fact)) or _whose(item) != _whose(other):
        return False
    sums = [{(q.value, q.unit) for q in one.quantities if q.unit and float(q.value) >= LEAST_AMOUNT} for one in (item, other)]
    return bool(sums[0] & sums[1])


def as_fact(position: Position, brief: Brief) -> Item:
    """The fact of a position's sentence, which knows its amounts."""
    return next((fact for fact in brief.facts if fact.evidence[0].at == position.evidence[0].at), position)
