"""What the program knows of the world and of languages: data files, their row types (`entries`) and their loader."""

from __future__ import annotations

from briefing.knowledge.entries import Knowledge
from briefing.knowledge.loader import LANGUAGES, labels, load_grammar, load_knowledge, load_language

__all__ = ["LANGUAGES", "Knowledge", "labels", "load_grammar", "load_knowledge", "load_language"]
