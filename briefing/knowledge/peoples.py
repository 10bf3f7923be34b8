"""What is of a country, by one word: `mexicano`, `Turkish`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from briefing.knowledge.entries import Knowledge
from briefing.model import Language


@lru_cache(maxsize=16)
def demonyms(knowledge: Knowledge, language: Language) -> Mapping[str, str]:
    """The words of a language for what is of a country, folded, each with its country; none that two countries share.

    >>> from briefing.knowledge import load_knowledge
    >>> demonyms(load_knowledge(), "en")["peruvian"]
    'PE'
    """
    found: dict[str, set[str]] = {}
    for row in (row for row in knowledge.actors.values() if row.kind == "country"):
        for form in row.demonyms.get(language, ()):
            found.setdefault(form.casefold(), set()).add(row.id)
    return {form: code for form, codes in found.items() if len(codes) == 1 for code in codes}


__all__ = ["demonyms"]
