"""Lines whose words mean one certain sentence before them: a contrast, a partner without a name, two matters, disputed words.

`El ministerio mantiene, en cambio, que …`, `le había pedido a su interlocutor aplazar …`, `“Son dos asuntos distintos”`, `The
version was rejected`.  Where that sentence is not found, nothing is quoted for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.model import Sentence
from briefing.realize.grammar import grammar_of
from briefing.realize.leaning import complete
from briefing.realize.notes.bringing import telling_before
from briefing.realize.notes.interviews import asked_before, is_asked
from briefing.realize.notes.naming import countries_of_people
from briefing.realize.rungs.leads import opens_its_article
from briefing.realize.rungs.passages import Passage, of_its_words

REACH = 4
"""Sentences back in which what was disputed, or set against another, is told."""


@of_its_words
def meant_by_the_line(passage: Passage) -> tuple[Sentence, ...]:
    """The sentences that such words mean, the likeliest first."""
    return tuple(_meant_by_the_line(passage))


def _meant_by_the_line(passage: Passage) -> Iterator[Sentence]:
    if opens_its_article(passage) or is_asked(passage) or asked_before(passage):
        return
    before = telling_before(passage)
    if _contrasts(passage):
        yield from _set_against(passage, before)
    if _has_a_partner_unnamed(passage):
        yield from [one for one in before if countries_of_people(passage.beside(one)) >= 2][-1:]
    if _finds(passage, grammar_of(passage.language).two_matters):
        yield from before[-1:]
    if _finds(passage, grammar_of(passage.language).disputed_words):
        yield from _told_last(passage, before)


def _contrasts(passage: Passage) -> bool:
    """`By contrast, …`, `mantiene, en cambio, que …`: near the beginning, so against another sentence."""
    return _finds(passage, grammar_of(passage.language).contrasting)


def _set_against(passage: Passage, before: list[Sentence]) -> Iterator[Sentence]:
    """The one before; of somebody's talk (`“Nobody told us,” he said`) the nearest that says by name who holds what."""
    if before and not _is_talk(passage, before[-1]):
        yield before[-1]
        return
    yield from _told_last(passage, before)


def _has_a_partner_unnamed(passage: Passage) -> bool:
    """`her counterpart`, `su interlocutor`, where the line does not name people of two countries."""
    return countries_of_people(passage) < 2 and _finds(passage, grammar_of(passage.language).unnamed_partner)


def _told_last(passage: Passage, before: list[Sentence]) -> list[Sentence]:
    """The nearest that tells somebody's words and says whose they are."""
    return [one for one in before[-REACH:] if _tells_somebodys_words(passage, one)][-1:]


def _tells_somebodys_words(passage: Passage, one: Sentence) -> bool:
    """`Minister Ana Ruiz said that the boats were in Peru’s waters`; not in quotation marks, nor `…, she said`."""
    doc, pronouns = passage.doc, grammar_of(passage.language).personal_pronouns
    quotes = [quote for quote in doc.quotes if quote.content.overlaps(one.span)] if doc else []
    said_by = {quote.speaker.of(passage.source).casefold() for quote in quotes if quote.speaker is not None}
    return bool(quotes) and said_by.isdisjoint(pronouns) and not complete.is_talk(passage.beside(one))


def _is_talk(passage: Passage, one: Sentence) -> bool:
    """A sentence in somebody's quotation marks, with or without the one who says it."""
    beside = passage.beside(one)
    return complete.is_talk(beside) or any(mark in beside.words for mark in "“”«»")


def _finds(passage: Passage, pattern: str) -> bool:
    """A pattern for the beginning is tried there alone."""
    compiled = _compiled(pattern)
    find = compiled.match if pattern.startswith("^") else compiled.search
    return find(passage.words) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
