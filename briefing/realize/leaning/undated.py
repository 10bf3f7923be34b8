"""Days that only the article's own date would tell, where that is guessed: `ayer`, `this morning`.

The line is true without them; with them a reader would count from the wrong day.  A weekday by its name stays: readers who
found `[…]` for `el jueves` had to open the article for the one thing that it does tell.
"""

from __future__ import annotations

import re

from briefing.model import Date, Item, PublishedBasis, Span
from briefing.model.trees import covered_by, governor_of
from briefing.realize.edition import Edition
from briefing.realize.rungs.passages import Passage

GUESSED: frozenset[PublishedBasis] = frozenset({"inferred", "unknown"})
COUNTED = ("deictic", "this_part", "tonight")
"""The rules of the annotation on what is counted from the article's day."""
LEFT_OUT = "[…]"


def drop_unknown_days(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """`rechazó ayer la propuesta` -> `rechazó la propuesta`; None where the day is part of a phrase: `desde ayer`."""
    for date in unknown_days(passage):
        if not _stands_alone(passage, date.span):
            return None
        span = _with_its_commas(passage, date.span)
        opens = span.start == passage.span.start
        passage = passage.starting_at(_skip_spaces(passage, span.stop)) if opens else passage.edited(span.start, span.stop, "")
    return passage


def _with_its_commas(passage: Passage, span: Span) -> Span:
    """The words, the comma behind what opens the sentence, both commas around what is set off, the space before a stop."""
    before = passage.source[passage.span.start - passage.offset : span.start - passage.offset]
    behind = passage.source[span.stop - passage.offset : passage.span.stop - passage.offset]
    bare = before.rstrip()
    comma = re.match(r"\s*,", behind) if not bare or bare.endswith(",") else None
    apart = bool(bare) and comma is not None
    last = re.match(r"\s*[.;:,]", behind) is not None
    start = span.start - (len(before) - len(bare)) - apart if apart or last else span.start
    return Span(start, span.stop + (comma.end() if comma else 0))


def mark_unknown_days(passage: Passage, item: Item, edition: Edition) -> Passage:
    """Among original words: `rechazó […] la propuesta`."""
    for date in unknown_days(passage):
        if _stands_alone(passage, date.span):
            passage = passage.edited(date.span.start, date.span.stop, LEFT_OUT)
    return passage


def unknown_days(passage: Passage) -> list[Date]:
    """Outside quotations, and in an article whose day nobody says."""
    basis = passage.doc.article.published_basis if passage.doc else "stated"
    found = (date for date in passage.dates if basis in GUESSED and _is_guessed(date) and passage.span.contains(date.span))
    return [date for date in found if date.rule.startswith(COUNTED) and not passage.is_quoted(date.span)]


def _is_guessed(date: Date) -> bool:
    """No day, or that of the article for `this morning`."""
    return date.value is None or date.basis == "inferred"


def _skip_spaces(passage: Passage, start: int) -> int:
    rest = passage.source[start - passage.offset : passage.span.stop - passage.offset]
    return start + len(rest) - len(rest.lstrip())


def _stands_alone(passage: Passage, span: Span) -> bool:
    """An adverb of a verb, with no preposition and no link before it."""
    inside = covered_by(passage.tokens, span)
    top = governor_of(passage.tokens, inside)
    if top is None or not inside or passage.tokens[top].head < 0:
        return False
    before = passage.tokens[inside[0] - 1] if inside[0] else None
    linked = before is not None and before.upos in {"ADP", "CCONJ", "SCONJ"}
    cased = any(t.head == top and t.deprel == "case" and i not in inside for i, t in enumerate(passage.tokens))
    return not linked and not cased and passage.tokens[passage.tokens[top].head].upos in {"VERB", "AUX"}
