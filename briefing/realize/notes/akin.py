"""Which earlier sentence tells what a noun with an article means by another word: `the boat` ← `A trawler was seized`.

The noun itself stands nowhere before; the article calls the thing otherwise, or tells by a verb what the noun names.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Sentence
from briefing.realize.leaning import complete
from briefing.realize.leaning.definites import Definite
from briefing.realize.leaning.references import begins_a_word
from briefing.realize.rungs.passages import Passage


def akin_sentence(one: Definite, before: Sequence[Sentence]) -> Sentence | None:
    """The only one of them that has a word akin, or the last of the line's paragraph; of several elsewhere the article's first.

    Where the article does not open with the thing (`a yacht … a barge … the boat`) nobody knows which is meant.
    """
    stems = words_akin(one)
    if any(begins_a_word(stem, one.before.lower()) for stem in stems):  # `The motorship left Gozo; the boat will …`
        return None
    held = [sentence for sentence in before if stems and has_any(stems, one.passage, sentence)]
    beside = [sentence for sentence in held if _is_of_its_paragraph(one.passage, sentence)]
    told = [sentence for sentence in beside if not complete.is_talk(one.passage.beside(sentence))]
    if told or len(held) == 1:
        return (told or held)[-1]
    return held[0] if held and held[0] is before[0] else None


def has_any(stems: Sequence[str], passage: Passage, sentence: Sentence) -> bool:
    """Whether a word of a sentence begins as one of some words."""
    words = passage.whole.small_letters(sentence) if passage.whole is not None else ""
    return any(begins_a_word(stem, words) for stem in stems)


def words_akin(one: Definite, *, many: bool = True) -> tuple[str, ...]:
    """How the words begin that tell the same thing as a noun; of one of no row none, nor of what there are `many` of."""
    rows = (row for row in one.grammar.akin if one.is_one_of({*row.nouns}) and (many or not row.many))
    return tuple(stem for row in rows for stem in row.told)


def _is_of_its_paragraph(passage: Passage, sentence: Sentence) -> bool:
    return passage.sentence is not None and sentence.paragraph == passage.sentence.paragraph
