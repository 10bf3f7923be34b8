"""Of what a thing is that only its article explains, put behind its noun: `the toll` -> `the toll [for heavy trucks]`.

The words are those of the one earlier sentence that tells it; where two tell it otherwise nothing is put.
"""

from __future__ import annotations

from briefing.model import Item
from briefing.realize.edition import Edition
from briefing.realize.leaning.definites import leaning_nouns
from briefing.realize.leaning.describing import complement
from briefing.realize.leaning.lacking import judged_things, unowned_amounts
from briefing.realize.rungs.passages import Passage
from briefing.realize.rungs.steps import is_told_above


def tell_which(passage: Passage, item: Item, edition: Edition) -> Passage:
    """`Peru suspended the toll [for heavy trucks]`."""
    things = {one.index for one in leaning_nouns(passage) if not (one.is_a_deed or is_told_above(one, edition))}
    for index in sorted({*things, *unowned_amounts(passage), *judged_things(passage)}):
        span = passage.tokens[index].span
        words = None if passage.is_quoted(span) else complement(passage, index)
        passage = passage.edited(span.stop, span.stop, f" [{words}]") if words else passage
    return passage
