"""The sentence that an article opens with: nothing stands before it to which it could point.

By the genre of news a lead tells who does what to whom, so a small word in it means something in the sentence itself.
"""

from __future__ import annotations

from briefing.realize.passages import Passage, of_its_words

TELLING = frozenset({"VERB", "AUX"})
"""A word of which a sentence needs one to tell something; what has none and stands first is a by-line or a place."""


@of_its_words
def opens_its_article(passage: Passage) -> bool:
    """Whether no sentence of prose stands before it, though a by-line may."""
    sentences = passage.doc.sentences if passage.doc else ()
    prose = [sentence for sentence in sentences if sentence.kind == "body"]
    first = next((s for s in prose if any(t.upos in TELLING for t in s.tokens)), next(iter(prose), None))
    return first is None or passage.span.start <= first.span.stop


def leads_its_article(passage: Passage) -> bool:
    """Whether it opens an article that goes on: one sentence alone is no news with a lead."""
    more = passage.doc is not None and len(passage.doc.sentences) > 1
    return more and opens_its_article(passage)
