"""`dejó 9 pescadores muertos`, `left 9 dead`: a deed that only the word behind who is counted tells."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.consolidate.sentences import below
from briefing.knowledge import load_language
from briefing.model import Language, Sentence


def is_left_dead(language: Language, sentence: Sentence, verbs: Iterable[int], index: int) -> bool:
    """Whether a verb leaves those who are counted dead."""
    rows, tokens = load_language("compare", "words")["leaves_dead"][language], sentence.tokens
    leaving = [verb for verb in verbs if tokens[verb].lemma.lower() in rows["leaves"]]
    beside = {index, *below(sentence, index), *(i for verb in leaving for i in below(sentence, verb, "obj", "xcomp", "obl"))}
    return bool(leaving) and any(tokens[i].form.lower() in rows["dead"] for i in beside)


__all__ = ["is_left_dead"]
