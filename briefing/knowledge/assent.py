"""What only asks for assent in what is told: `That helps nobody, right?`, `No es un déficit, ¿verdad?, es comercio.`"""

from __future__ import annotations

import re
from functools import cache

from briefing.knowledge.loader import load_language


@cache
def assent(language: str) -> re.Pattern[str]:
    """The tag with its comma and marks, at the end or before a comma."""
    tags = "|".join(re.escape(tag) for tag in sorted(load_language("ingest", language)["assent_tags"], key=len, reverse=True))
    return re.compile(rf",\s*¿?\s*(?:{tags})\s*\?(?=,|\W*$)", re.IGNORECASE)


def without_assent(words: str, language: str) -> str:
    """The words without such tags: what is left asks, or does not.

    >>> without_assent("That helps nobody, right?", "en")
    'That helps nobody'
    """
    rest = assent(language).sub("", words)
    return words if rest.count("¿") > rest.count("?") else rest  # `¿Es un déficit, no?` asks


__all__ = ["assent", "without_assent"]
