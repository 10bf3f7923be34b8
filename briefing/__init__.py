"""A week's news articles, in Spanish and English, as a briefing memo: key facts, positions of governments, meetings.

    from pathlib import Path
    from briefing import load_knowledge, make_brief, read_week, write_brief
    from briefing.render import render

    week = read_week([Path("articles")], as_of="2026-01-16", window=None, today="2026-01-16")
    brief = make_brief(week, load_knowledge())
    Path("brief.yaml").write_text(write_brief(brief), "utf-8")
    Path("memo.docx").write_bytes(render(brief, locale="es_MX", format="docx"))

Each name is imported when it is first asked for: whoever wants `--help` does not wait for a parser.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.codec import read_brief, write_brief
    from briefing.errors import BriefingError
    from briefing.knowledge import load_knowledge
    from briefing.model import Article, Brief, Doc
    from briefing.pipeline import Reading, make_brief, read_week

HOMES = {
    "Article": "model",
    "Brief": "model",
    "BriefingError": "errors",
    "Doc": "model",
    "Reading": "pipeline",
    "load_knowledge": "knowledge",
    "make_brief": "pipeline",
    "read_brief": "codec",
    "read_week": "pipeline",
    "write_brief": "codec",
}
"""In which module each public name stands."""


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module 'briefing' has no attribute {name!r}")
    return getattr(import_module(f"briefing.{HOMES[name]}"), name)


__all__ = [
    "Article",
    "Brief",
    "BriefingError",
    "Doc",
    "Reading",
    "load_knowledge",
    "make_brief",
    "read_brief",
    "read_week",
    "write_brief",
]
