"""Points of a list and the line that introduces them: `The Ministers agreed:`, `1. To open the bridge.`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model.reading import Sentence

_POINT = re.compile(r"\s*(?:[-*•·–—▪●○]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]-?)\s+")
"""How the line of a point begins."""
INTRODUCES = ":"


def is_point(text: str, sentence: Sentence) -> bool:
    """Whether a sentence opens a line that the mark of a point opens."""
    start = text.rfind("\n", 0, sentence.span.start) + 1
    marked = _POINT.match(text, start, sentence.span.stop)
    return marked is not None and sentence.span.start <= marked.end()


def list_head(text: str, sentences: Sequence[Sentence], number: int) -> int | None:
    """The sentence that introduces the list of which this one opens a point; None outside lists."""
    at = number
    while at > 0 and is_point(text, sentences[at]):
        before = sentences[at - 1]
        if sentences[at].paragraph != before.paragraph + 1:
            return None
        if before.span.of(text).rstrip().endswith(INTRODUCES):
            return at - 1
        while at > 1 and sentences[at - 1].paragraph == sentences[at - 2].paragraph:
            at -= 1
        at -= 1
    return None


__all__ = ["INTRODUCES", "is_point", "list_head"]
