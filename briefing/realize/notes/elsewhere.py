"""Which other article of the week opens with the thing that a line takes for known: a ministry's notice seldom tells it anew.

`Peru denies that the project harms the river.`, where no sentence before says which: another paper opens with `Peru and Chile
will build a pipeline to Tacna`.  Only a thing is looked for; of `the deal`, `the case` and `the decision` a week has many.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import Evidence, Sentence
from briefing.realize.edition import Edition
from briefing.realize.found import Whole
from briefing.realize.leaning import complete
from briefing.realize.leaning.definites import Definite
from briefing.realize.leaning.references import begins_a_word, stem_of
from briefing.realize.notes.akin import words_akin
from briefing.realize.notes.bringing import open_nouns, telling_before
from briefing.realize.rungs.passages import Passage

LONG = 5
"""Letters by which a word is known again in another article."""


def told_elsewhere(passage: Passage, printed: str, edition: Edition) -> Evidence | None:
    """The opening of another article that alone, or as all that have it, tells by one word what a noun of the line means."""
    for noun in open_nouns(passage, printed):
        stems = () if complete.is_pointed_at(noun) else words_akin(noun, many=False) or _own_word(noun)
        if not stems or _is_told_here(noun, stems):
            continue
        leads = [(whole, lead, told) for whole, lead in _leads(passage, edition) if (told := _told(whole, lead, stems))]
        if leads and frozenset.intersection(*(told for _, _, told in leads)):
            whole, lead, _ = leads[0]
            return _piece(whole, lead)
    return None


def _own_word(noun: Definite) -> tuple[str, ...]:
    """`the capture` ← `captured off Gozo`: how a thing's own word begins; of a deed or a matter there are many."""
    stem = stem_of(noun.lemma)
    many = complete.sums_up(noun) or noun.is_one_of(noun.grammar.akin_nouns | noun.grammar.sums_owed)
    return () if many or len(stem) < LONG else (stem,)


def _is_told_here(noun: Definite, stems: tuple[str, ...]) -> bool:
    """Whether the line's own article, or the line before the noun, has a word for the thing."""
    whole, passage = noun.passage.whole, noun.passage
    before = telling_before(passage)
    return any(begins_a_word(stem, noun.before.lower()) for stem in stems) or (
        whole is not None and any(_told(whole, one, stems) for one in before)
    )


def _leads(passage: Passage, edition: Edition) -> Iterator[tuple[Whole, Sentence]]:
    """What the other articles of the line's language open with, in their order."""
    for name in sorted(edition.passages.docs):
        doc = edition.passages.docs[name]
        whole = edition.passages.whole(doc)
        if doc is not passage.doc and doc.article.language == passage.language and whole.lead is not None:
            yield whole, whole.lead


def _told(whole: Whole, sentence: Sentence, stems: tuple[str, ...]) -> frozenset[str]:
    """Those words of the thing that a sentence has."""
    words = whole.small_letters(sentence)
    return frozenset(stem for stem in stems if begins_a_word(stem, words))


def _piece(whole: Whole, sentence: Sentence) -> Evidence:
    article, span = whole.doc.article, sentence.span
    return Evidence(article=article.id, start=span.start, stop=span.stop, text=span.of(article.text), language=article.language)
