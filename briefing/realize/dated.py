"""Whether the words that a line retells give the day that would stand beside it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.edtf import intersects
from briefing.model import Doc, Span, Token
from briefing.model.trees import covered_by, governor_of


def is_dated_by(doc: Doc, span: Span, day: str) -> bool:
    """Whether a date in the span means that day, and dates what the sentence tells.

    `respondió, el 16 de enero, al ministro` dates the answer; beside `pidió resultados` of the next sentence the day would be
    wrong.  So would be that of a thing which is only spoken of: `canceló el viaje del 5 de agosto`, `the treaty signed on
    May 3`; but `durante una llamada sostenida el 13 de enero` is when, though it has its own verb.
    """
    here = [date for date in doc.dates if date.value and span.contains(date.span) and intersects(date.value, day)]
    tokens = [sentence.tokens for sentence in doc.sentences if any(sentence.span.contains(date.span) for date in here)]
    return any(hangs_on_verb(row, date.span) for row in tokens for date in here)


def hangs_on_verb(tokens: Sequence[Token], span: Span) -> bool:
    top = governor_of(tokens, covered_by(tokens, span))
    if top is None or tokens[top].head < 0:
        return top is not None
    above = tokens[tokens[top].head]
    if above.deprel.partition(":")[0] in {"acl", "amod"}:
        return tokens[above.head].deprel.partition(":")[0] == "obl"
    return above.upos in {"VERB", "AUX"} or above.head < 0
