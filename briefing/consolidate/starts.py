"""What stands just before a day and says that something begins or ends then, or that it is only a limit."""

from __future__ import annotations

from briefing.consolidate.sentences import NOUNS
from briefing.knowledge import load_language
from briefing.model import Doc, Sentence, Span

START_BEFORE = 3
"""Words before a day among which it is said that something begins: `a partir del 1`."""


def is_start(doc: Doc, sentence: Sentence, day: Span) -> bool:
    """`open around the clock from April 1`: the day on which something begins; not `from May 1 to May 4`."""
    near = [t for t in sentence.tokens if t.span.stop <= day.start][-START_BEFORE:]
    last = max((n for n, token in enumerate(near) if token.upos in NOUNS), default=-1)  # `crossed from Zambia on Saturday`
    before = [token.form.lower() for token in near[last + 1 :]]
    behind = [t.form.lower() for t in sentence.tokens if t.span.start >= day.stop][:1]
    words = load_language("compare", "words")
    opens, ends = (words[name][doc.article.language] for name in ("starting", "ending"))
    return any(word in opens for word in before) and not any(word in ends for word in behind)


def is_behind(doc: Doc, sentence: Sentence, day: Span, row: str) -> bool:
    """Whether the words of a row stand just before a day: `valid until May 4`, `before May 4`."""
    before = " ".join(doc.article.text[sentence.span.start : day.start].lower().split())
    words = load_language("compare", "words")[row][doc.article.language]
    return any(f" {before} ".endswith(f" {word} ") for word in words)


__all__ = ["is_behind", "is_start"]
