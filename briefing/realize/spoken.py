"""Which concepts the articles of a week speak of: each document is read once, whatever is asked of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefing.model import Doc, Span


@dataclass(frozen=True)
class Spoken:
    """In how many articles and sentences, and in the titles of how many articles, each concept is spoken of.

    `headed`: what each article's title names.
    """

    articles: Counter[str]
    titles: Counter[str]
    sentences: Counter[str]
    headed: tuple[frozenset[str], ...]


def count_spoken(docs: Iterable[Doc]) -> Spoken:
    articles, sentences, headed = Counter[str](), Counter[str](), list[frozenset[str]]()
    for doc in docs:
        heads = [sentence.span for sentence in doc.sentences if sentence.kind == "title"]
        found = list(spoken_of(doc))
        articles.update({concept for concept, _ in found})
        starts = [sentence.span.start for sentence in doc.sentences]
        places = {(concept, bisect_right(starts, span.start)) for concept, span in found}
        sentences.update(concept for concept, _ in places)
        headed.append(frozenset(concept for head in heads for concept, span in found if head.contains(span)))
    titles = Counter(concept for named in headed for concept in named)
    return Spoken(articles, titles, sentences, tuple(headed))


def spoken_of(doc: Doc) -> Iterator[tuple[str, Span]]:
    """The concepts of a document with their places; what is part of a name (`Ministry of Energy`) is not spoken of."""
    names = sorted(mention.span for mention in doc.mentions if doc.actors[mention.actor].kind in {"institution", "office"})
    starts = [name.start for name in names]
    reach = list(accumulate((name.stop for name in names), max))
    return ((mention.concept, mention.span) for mention in doc.concepts if not _is_inside(mention.span, starts, reach))


def _is_inside(span: Span, starts: Sequence[int], reach: Sequence[int]) -> bool:
    """Whether one of the names that begin before it reaches to its end; `reach` is how far any of the names up to each does."""
    before = bisect_left(starts, span.start)
    return before > 0 and reach[before - 1] >= span.stop
