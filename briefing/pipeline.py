"""The stages in their order, and nothing else: the table of contents of the program.

files -read-> Article -annotate-> Doc -extract-> Claims -consolidate-> Brief -realize-> Brief with its words
-corroborate-> Brief with its sources counted by those words
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefing.annotate.acquaintance import acquaint
from briefing.annotate.document import annotate
from briefing.consolidate import consolidate, corroborate
from briefing.edtf import bounds, intersects
from briefing.extract import extract
from briefing.ingest import read_articles
from briefing.ingest.refusals import left_out, refused
from briefing.knowledge import Knowledge
from briefing.model import Article, Brief, Skipped
from briefing.realize import realize
from briefing.realize.sources import read_sources

Progress = Callable[[int, int, str], None]
"""Called with how many articles are done, of how many, and what comes next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was given: the articles to report on, what was left out, and the dates that hold for the brief."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    as_of: str
    window: str


def read_week(paths: Sequence[Path], *, as_of: str | None, window: str | None, today: str) -> Reading:
    """Read the files and settle the brief's dates.

    `as_of` defaults to the latest day on which an article says that it was published, `today` stands in where none does.
    Articles published outside a given window are left out; without one the window is that of the articles.
    """
    articles, skipped = read_articles(paths, as_of=as_of)
    settled = as_of or latest_day(articles) or today
    if window:
        outside = [article for article in articles if article.published and not intersects(article.published, window)]
        skipped += tuple(left_out(a.file, refused("outside_window", published=a.published, window=window)) for a in outside)
        articles = tuple(article for article in articles if article not in outside)
    return Reading(articles=articles, skipped=skipped, as_of=settled, window=window or window_of(articles, settled))


def make_brief(reading: Reading, knowledge: Knowledge, progress: Progress = lambda done, total, name: None) -> Brief:
    """The brief of what was read, in words of both languages."""
    docs = acquaint([annotate(article, knowledge) for article in counted(reading.articles, progress)], knowledge)
    claims = {doc.article.id: extract(doc, knowledge) for doc in docs}
    brief = consolidate(docs, claims, knowledge, as_of=reading.as_of, window=reading.window, skipped=reading.skipped)
    by_id = {doc.article.id: doc for doc in docs}
    return corroborate(realize(brief, read_sources(brief, by_id), knowledge), by_id, claims, knowledge)


def counted(articles: Sequence[Article], progress: Progress) -> Iterator[Article]:
    for done, article in enumerate(articles):
        progress(done, len(articles), article.file)
        yield article
    progress(len(articles), len(articles), "")


def latest_day(articles: Iterable[Article]) -> str | None:
    """The latest day on which an article was published, stated dates before inferred ones."""
    for trusted in (True, False):
        days = [
            last
            for article in articles
            if article.published and (article.published_basis != "inferred") == trusted
            for last in bounds(article.published)[1:]
            if last
        ]
        if days:
            return max(days).isoformat()
    return None


def window_of(articles: Sequence[Article], as_of: str) -> str:
    """From the first publication to the brief's date, as an EDTF interval."""
    firsts = [first for article in articles if article.published and (first := bounds(article.published)[0])]
    return f"{min([*firsts, date.fromisoformat(as_of)]).isoformat()}/{as_of}"
