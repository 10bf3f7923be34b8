"""Words that somebody is quoted with inside a sentence, which a translation would say without their marks."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.realize.wording.transfer import Transfer


def judgement_in_marks(t: Transfer, order: Sequence[int]) -> bool:
    """`condenó “las maniobras temerarias” de Chile`: told without its marks, the judgement would be the memo's own.

    `calificó las maniobras de “temerarias”` says whose it is.
    """
    inside = t.passage.quoted_words.intersection(order)
    quoted = [t.tokens[i] for i in inside]
    judged = any(token.upos == "ADJ" and token.deprel == "amod" and token.head in inside for token in quoted)
    return judged and not any(token.feat("VerbForm") == "Fin" for token in quoted)
