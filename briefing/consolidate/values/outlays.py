"""What things need in money: `the works will require an outlay of 12 million`.  It is their cost, and nobody asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.consolidate.sentences import NOUNS, above, below
from briefing.knowledge import load_language
from briefing.model import Doc, Sentence

OVER = 3
"""Words over a sum among which the noun of an outlay may stand: `una inversión de 12 millones de euros`."""


def is_outlay(doc: Doc, sentence: Sentence, index: int, verbs: Sequence[int]) -> bool:
    """Whether the verb over a sum says what something needs: an outlay is its object, and no actor its subject.

    `The union demands an investment of 12 million`: somebody asks for it, and no cost is told.
    """
    rows, language, tokens = load_language("compare", "words"), doc.article.language, sentence.tokens
    needing = [verb for verb in verbs if tokens[verb].lemma.lower() in rows["needing"][language]]
    subjects = [i for verb in needing for i in below(sentence, verb, "nsubj")]
    if not needing or not subjects or not all(is_thing(doc, sentence, i) for i in subjects):
        return False
    return any(tokens[i].lemma.lower() in rows["outlays"][language] for i in list(above(sentence, index))[:OVER])


def is_thing(doc: Doc, sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.upos in NOUNS and not any(m.span.overlaps(token.span) for m in doc.mentions)


__all__ = ["is_outlay"]
