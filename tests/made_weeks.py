"""Weeks and sentences made for a test: a few sentences, an article each, of the first days of March 2026."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.annotate.document import annotate
from briefing.consolidate import consolidate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Brief, Evidence, Language
from briefing.realize.rungs.passages import Passage, Passages

FIRST_DAY = 3


def brief_of(
    texts: Sequence[str], *, language: Language = "en", days: Sequence[int | str] = (), languages: Sequence[Language] = ()
) -> Brief:
    """The brief of Friday, 6 March; the articles are of these days of the month, else each a day later than the one before.

    A day may be a stretch of days: `2026-03-03/2026-03-06`.
    """
    knowledge = load_knowledge()
    published = days or range(FIRST_DAY, FIRST_DAY + len(texts))
    articles = [
        Article(
            id=f"a{number}",
            file=f"{number}.txt",
            sha256="",
            text=text,
            language=languages[number] if languages else language,
            published=day if isinstance(day, str) else f"2026-03-{day:02}",
            published_basis="inferred" if isinstance(day, str) else "stated",
        )
        for number, (text, day) in enumerate(zip(texts, published, strict=True))
    ]
    docs = tuple(annotate(article, knowledge) for article in articles)
    claims = {doc.article.id: extract(doc, knowledge) for doc in docs}
    return consolidate(docs, claims, knowledge, as_of="2026-03-06", window="2026-03-01/2026-03-06")


def last_sentence_of(text: str, language: Language) -> Passage:
    """The last sentence of an article of 4 March, as it is put into words."""
    doc = annotate(
        Article(id="a1", file="a.txt", sha256="", text=text, language=language, published="2026-03-04"), load_knowledge()
    )
    span = doc.sentences[-1].span
    return Passages({"a1": doc}).of(
        Evidence(article="a1", start=span.start, stop=span.stop, text=span.of(text), language=language)
    )
