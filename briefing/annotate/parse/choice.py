"""Which parser reads a language: ours, unless the user has chosen another that is installed."""

from __future__ import annotations

import os
from functools import lru_cache

from briefing.annotate.parse.adapters import load_adapter
from briefing.annotate.parse.neural import load_neural
from briefing.annotate.parse.protocol import Parser

CHOICE_VARIABLE = "BRIEFING_PARSER_"
"""With the language's code in capitals: an environment variable like `BRIEFING_PARSER_ES=spacy:es_core_news_md`."""


@lru_cache
def load_parser(language: str) -> Parser:
    """The parser of a language, read once; `KnowledgeError` where there is none."""
    choice = os.environ.get(CHOICE_VARIABLE + language.upper())
    return load_adapter(choice) if choice else load_neural(language)
