"""What is read in words that stand behind an opening, which introduces whom they name."""

from __future__ import annotations

from briefing.annotate.document import annotate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Language, Statement


def statements_behind(opening: str, text: str, language: Language) -> list[Statement]:
    """The statements of the text alone."""
    article = Article(
        id="a1",
        file="a1.txt",
        sha256="",
        text=opening + text,
        language=language,
        published="2026-03-03",
        published_basis="stated",
    )
    claims = extract(annotate(article, load_knowledge()), load_knowledge())
    return [c for c in claims if isinstance(c, Statement) and c.evidence.start >= len(opening)]
