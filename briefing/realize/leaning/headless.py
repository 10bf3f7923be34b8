"""Words that stand for a noun of another sentence: `offered to study the first`, `pidió la suya`: which, and whose what."""

from __future__ import annotations

import re
from functools import cache

from briefing.model import Language
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.leaning.lacking import has_a_thing_before
from briefing.realize.rungs.passages import Passage, of_its_words


@of_its_words
def headless_object(passage: Passage) -> str | None:
    """The words, where no noun of the sentence stands before them that they could stand for."""
    for match in _headless(passage.language).finditer(passage.words):
        stop = sum(token.span.stop <= passage.span.start + match.start() for token in passage.tokens)
        if stop and not has_a_thing_before(passage, stop):
            return match[0]
    return None


@cache
def _headless(language: Language) -> re.Pattern[str]:
    """`the first,`, but no `the first round`."""
    grammar = grammar_of(language)
    links = one_of(grammar.headless_ends)
    return re.compile(rf"\b{one_of(grammar.headless_objects)}(?=\s*[,.;:]|\s+{links}\b|\s*$)", re.IGNORECASE)
