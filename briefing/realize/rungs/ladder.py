"""The ladder: an item put into words on its best rung, from a source's own sentence down to its original words.

A rung that closes says by which gate; a line that a sentence behind it limits is printed with that one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, TypeVar

from briefing.model import Item, Language, Meeting, Rung, Span
from briefing.model.marks import (
    QUALIFIED_BY_THE_SENTENCE_BEHIND,
    REALIZE,
    UNDER_A_DATE,
    WITH_ITS_QUESTION,
    WITH_THE_SENTENCE_BEFORE,
)
from briefing.realize.edition import Edition
from briefing.realize.notes.neighbours import BETTER, with_its_neighbour
from briefing.realize.notes.qualifying import qualification
from briefing.realize.rows.rows import ROW_RUNGS
from briefing.realize.rungs.dated import is_dated_by
from briefing.realize.rungs.frames import frame, subject_of
from briefing.realize.rungs.gists import gist
from briefing.realize.rungs.native import Attempt, native_sentence
from briefing.realize.rungs.originals import printed_behind, verbatim
from briefing.realize.rungs.pairing import told_alike
from briefing.realize.rungs.passages import Passage
from briefing.realize.rungs.quotations import set_marks

OF_ONE_SENTENCE = frozenset({"frame", "gist"})
"""Rungs that tell a sentence anew, and cannot add another."""
ItemKind = TypeVar("ItemKind", bound=Item)
BESIDE = (WITH_THE_SENTENCE_BEFORE, BETTER, WITH_ITS_QUESTION)
"""The rules on what is printed with the sentence, or the question, before it."""


RUNGS: tuple[tuple[Rung, Callable[[Item, Edition, Collection[str]], Attempt]], ...] = (
    ("native", native_sentence),
    ("frame", lambda item, edition, taken: frame(item, edition)),
    ("gist", lambda item, edition, taken: gist(item, edition)),
    ("verbatim", lambda item, edition, taken: verbatim(item, edition)),
)


def put_into_words(item: ItemKind, editions: Mapping[Language, Edition], taken: Mapping[Language, Collection[str]]) -> ItemKind:
    """An item with its line in every language, and the rules that decided on the way; what a person has edited stays."""
    text, basis, told_from = dict(item.text), dict(item.basis), dict(item.told_from)
    subjects: dict[Language, str] = {}
    rules = [rule for rule in item.rules if not rule.startswith(REALIZE)]
    plain = item if len(rules) == len(item.rules) else dataclasses.replace(item, rules=tuple(rules))
    own = {language: edition for language, edition in editions.items() if basis.get(language) != "edited"}
    found = told_alike(plain, own, lambda one, edition: climb(one, edition, taken[edition.language]))
    for language, (rung, attempt, why) in found.items():
        edition = editions[language]
        basis[language], text[language] = rung, attempt.text or ""
        if basis[language] != "verbatim":  # a source's words stay as they are
            text[language] = edition.localizer.without_year(edition.localizer.punctuate(text[language]), edition.year)
        told_from.pop(language, None)
        if attempt.evidence in item.evidence:
            told_from[language] = item.evidence.index(attempt.evidence)
        rules += why
        if isinstance(plain, Meeting) and (subject := subject_of(plain, attempt.rules, edition)) is not None:
            subjects[language] = subject
    of_rows: dict[str, Any] = {"subject": subjects} if isinstance(item, Meeting) else {}
    worded = dataclasses.replace(item, text=text, basis=basis, told_from=told_from, rules=tuple(rules), **of_rows)
    elsewhere = tuple(code for code, edition in own.items() if is_dated_elsewhere(worded, edition))
    return dataclasses.replace(worded, date_elsewhere=elsewhere) if elsewhere != worded.date_elsewhere else worded


def is_dated_elsewhere(item: Item, edition: Edition) -> bool:
    """Whether the sentence that is retold does not give the item's date, or is told with the one before it, which has its own.

    A meeting's line is made of its structure, not of one sentence.
    """
    piece = item.evidence[item.told_from.get(edition.language, 0)]
    doc = edition.passages.docs.get(piece.article)
    if not item.date or doc is None or isinstance(item, Meeting) or UNDER_A_DATE in item.rules:
        return False
    rung = item.basis.get(edition.language)
    paired = any(f"{REALIZE}{edition.language}:{rung}:{rule}" in item.rules for rule in BESIDE)
    return paired or not is_dated_by(doc, Span(piece.start, piece.stop), item.date)


def climb(item: Item, edition: Edition, taken: Collection[str] = ()) -> tuple[Rung, Attempt, list[str]]:
    """The best rung for an item in one language, what it made, and the rules that decided on the way."""
    why: list[str] = []
    for rung, attempt_at in ROW_RUNGS if isinstance(item, Meeting) else RUNGS:
        attempt = attempt_at(item, edition, taken)
        here = f"{REALIZE}{edition.language}:{rung}"
        limit = _limit_of(attempt, item, edition)
        if attempt.text and limit and rung in OF_ONE_SENTENCE:
            attempt = Attempt(None, (QUALIFIED_BY_THE_SENTENCE_BEHIND,))
        elif limit:
            attempt = _qualified(attempt, limit, rung, item, edition)
        elif attempt.text:
            rung, attempt = with_its_neighbour(rung, attempt, item, edition)
            here = f"{REALIZE}{edition.language}:{rung}"
        if attempt.text:
            return rung, attempt, [*why, here, *(f"{here}:{rule}" for rule in attempt.rules)]
        why += [f"{here}:closed:{rule}" for rule in attempt.rules]
    raise ValueError(f"item {item.id} has no evidence")


def _limit_of(attempt: Attempt, item: Item, edition: Edition) -> tuple[Passage, ...]:
    """The sentence that limits the one that an attempt retells."""
    if isinstance(item, Meeting) or attempt.text is None or attempt.evidence is None:
        return ()
    return qualification(edition.passages.of(attempt.evidence))


def _qualified(attempt: Attempt, limit: Sequence[Passage], rung: Rung, item: Item, edition: Edition) -> Attempt:
    """The line with what limits it behind; original words keep their marks."""
    printed = " ".join(printed_behind(passage, item, edition, marked=rung == "native") for passage in limit)
    printed = set_marks(printed, edition) if rung == "native" else printed
    text = f"{attempt.text} {printed}"
    return dataclasses.replace(attempt, text=text, rules=(*attempt.rules, QUALIFIED_BY_THE_SENTENCE_BEHIND))


__all__ = ["BESIDE", "RUNGS", "ItemKind", "climb", "put_into_words"]
