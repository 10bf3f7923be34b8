"""A line as an edition prints it, with the sentence of its article that it shows: what its note is asked for."""

from __future__ import annotations

import bisect
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from briefing.model import Item
from briefing.model.marks import WITH_ITS_QUESTION
from briefing.realize.edition import Edition
from briefing.realize.leaning import complete
from briefing.realize.notes.interviews import asked_before
from briefing.realize.once import found_once
from briefing.realize.rungs.passages import Passage, of_its_words

AS_MANY = 5
"""Words by which a sentence is known again."""


@dataclass(frozen=True)
class Shown:
    """An item's line in an edition, and the sentence that it shows; `introduced` are the people whose office the memo gives."""

    item: Item
    edition: Edition
    passage: Passage
    introduced: Collection[str]

    @found_once
    def printed(self) -> str:
        return self.item.text.get(self.edition.language, "")

    @found_once
    def rung(self) -> str:
        return self.item.basis.get(self.edition.language, "")

    @found_once
    def plain(self) -> str:
        return complete.plain(self.printed)

    @found_once
    def first(self) -> Passage:
        """The first sentence of a line that is printed with its question, or with the sentence before it."""
        passage = self.passage
        asked = asked_before(passage)
        if asked and f"realize:{self.edition.language}:{self.rung}:{WITH_ITS_QUESTION}" in self.item.rules:
            return passage.beside(asked[0])
        while (before := next(back_from(passage), None)) is not None and _is_in(before, self.plain):
            passage = before
        return passage


def _is_in(passage: Passage, printed: str) -> bool:
    """Whether a line has how a sentence begins or ends: a link before it and what stands inside it may be left out."""
    ends = ends_of(passage)
    return bool(ends) and (ends[0] in printed or ends[1] in printed)


@of_its_words
def ends_of(passage: Passage) -> tuple[str, ...]:
    """The first and the last words by which a sentence is known again."""
    words = complete.plain_words(passage).split()
    return (" ".join(words[:AS_MANY]), " ".join(words[-AS_MANY:])) if len(words) > 1 else ()


def back_from(passage: Passage) -> Iterator[Passage]:
    """The sentences before, the nearest first: the body's, and the question that an answer follows, beyond which none."""
    asked = asked_before(passage)
    whole, start = passage.whole, asked[0].span.start if asked else 0
    if whole is None:
        return
    for at in range(bisect.bisect_right(whole.stops, passage.span.start) - 1, -1, -1):
        one = whole.doc.sentences[at]
        if one.span.start < start:
            return
        if one in asked or whole.is_prose(one):
            yield passage.beside(one)
