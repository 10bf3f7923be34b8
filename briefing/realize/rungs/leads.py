"""The sentence that an article opens with: nothing stands before it to which it could point.

By the genre of news a lead tells who does what to whom, so a small word in it means something in the sentence itself.
"""

from __future__ import annotations

from briefing.realize.rungs.passages import Passage, of_its_words


@of_its_words
def opens_its_article(passage: Passage) -> bool:
    """Whether no sentence of prose stands before it, though a by-line may."""
    first = passage.whole.lead if passage.whole else None
    return first is None or passage.span.start <= first.span.stop


def leads_its_article(passage: Passage) -> bool:
    """Whether it opens an article that goes on: one sentence alone is no news with a lead."""
    more = passage.doc is not None and len(passage.doc.sentences) > 1
    return more and opens_its_article(passage)
