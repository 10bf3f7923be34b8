"""The words that a memo prints for the ids of a brief."""

from __future__ import annotations

from briefing.knowledge.entries import Knowledge
from briefing.knowledge.loader import LANGUAGES, labels
from briefing.model import Text


def printed_labels(knowledge: Knowledge) -> dict[str, Text]:
    """For every government, organization and concept its words in each language, as they stand in a sentence."""
    named: dict[str, Text] = {code: labels(knowledge, code) for code in knowledge.actors}
    for concept in knowledge.concepts.values():
        named[concept.id] = {language: concept.terms[language].lemma for language in LANGUAGES}
    return named
