"""Where spoken prose begins a new sentence without a stop, and the words by which a point of a spoken list begins.

`He made several proposals and in the end we agreed to …`: what was agreed is told in a clause of its own, with its own subject,
and needs nothing of what stands before.  Only in a transcript, and only where nothing before may govern the clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from briefing.knowledge import load_language
from briefing.model import Article, Language, Span

SPOKEN = frozenset({"speaker", "question"})
"""Marks of a text that is somebody's talk."""
CONCLUSION, POINT, OPENING = "break_before_conclusion", "spoken_point", "spoken_opening"
"""Rows of `languages/ingest`."""
FEWEST = 3
"""Words of a clause that may stand alone."""


def spoken_breaks(article: Article, spans: Sequence[Span]) -> list[Span]:
    """The sentences of a transcript, cut where a clause stands alone, without the words that only announce one."""
    if not any(mark.kind in SPOKEN for mark in article.marks):
        return [*spans]
    parts = (part for span in spans for part in cut_at_conclusions(article, span))
    return [without_opening(article, part) for part in parts]


def cut_at_conclusions(article: Article, span: Span) -> Iterator[Span]:
    """`Él propuso varias cosas | y al final acordamos …`."""
    words = span.of(article.text)
    found = _pattern(article.language, CONCLUSION).search(words)
    before, after = (words[: found.start()], words[found.start("rest") :]) if found else (words, "")
    if found is None or _governs(article.language, before) or min(len(before.split()), len(after.split())) < FEWEST:
        yield span
        return
    yield Span(span.start, span.start + len(before.rstrip(" ,;")))
    yield Span(span.start + found.start("rest"), span.stop)


def without_opening(article: Article, span: Span) -> Span:
    """`Dos, que Honduras va a suspender …`, `What I can say is that Peru will suspend …` -> `Peru will suspend …`."""
    for row in (OPENING, POINT, OPENING):
        found = _pattern(article.language, row).match(span.of(article.text))
        span = Span(span.start + found.start("told"), span.stop) if found else span
    return span


def _governs(language: Language, before: str) -> bool:
    """Whether what stands before may deny, ask, condition or tell what stands behind."""
    return bool({*re.findall(r"[\w']+", before.casefold())} & _words(language)["governing"]) or bool(
        re.search(r"[?¿“”«»\"]", before)
    )


@cache
def _words(language: Language) -> Mapping[str, frozenset[str]]:
    rows = load_language("ingest", language)
    return {"governing": frozenset(rows["governing_before_a_break"])}


@cache
def _pattern(language: Language, row: str) -> re.Pattern[str]:
    return re.compile(load_language("ingest", language)[row], re.IGNORECASE)


__all__ = ["spoken_breaks"]


NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s+(?=[“\"«¿¡]?[^\W\d_])")
"""What a point of a communiqué begins with."""


def past_number(text: str, span: Span) -> Span:
    """`4. The two sides agreed …`, at the start of a line: the sentence begins behind its number."""
    opens = not text[: span.start].rpartition("\n")[2].strip()
    number = NUMBERED.match(text, span.start, span.stop) if opens else None
    return Span(number.end(), span.stop) if number is not None and text[number.end()].isupper() else span
