"""The sentences that a brief rests on, read before anything of it is put into words: what hangs on their articles alone.

Every rung, both editions and each item ask a sentence the same questions, whose answers are kept with it (`once`).  They are
asked here as soon as a brief has been loaded with its documents, so that saying it begins with sentences that are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter

from briefing.model import Brief, Doc, Evidence
from briefing.realize import (
    answering,
    asking,
    complete,
    dangling,
    definites,
    describing,
    frames,
    interviews,
    lacking,
    naming,
    openings,
    originals,
    pointers,
    qualifying,
    quotations,
    references,
    resting,
    steps,
    surroundings,
)
from briefing.realize.passages import Passage, Passages
from briefing.realize.tell import voices

Question = Callable[[Passage], object]
OF_ALL: tuple[Callable[[Passages], object], ...] = (
    attrgetter("spoken"),
    attrgetter("nations"),
    attrgetter("countries"),
    attrgetter("disputed"),
)
"""What is asked of all documents together."""
OF_A_SENTENCE: tuple[Question, ...] = (
    attrgetter("vocabulary"),
    qualifying.qualification,
    answering.answered,
    answering.said_behind,
    asking.is_talk_alone,
    asking.may_lean,
    complete.is_complete,
    complete.unexplained,
    naming.named_in_full,
    naming.names_a_pair,
    originals.sentence_before,
    resting.is_led_by_a_pronoun,
    surroundings.sentences_before,
)
"""What is asked of it as it stands in its article."""
OF_ITS_WORDS: tuple[Question, ...] = (
    openings.leans_on_its_neighbour,
    steps.is_fragment,
    steps.is_question,
    steps.speaks_in_the_first_person,
    references.pronouns_before_nouns,
    references.has_lone_number,
    references.dangling_demonstrative,
    references.dangling_definite,
    describing.nouns_behind_articles,
    dangling.phrase_that_leans,
    dangling.leaning_quote,
    dangling.unknown_body,
    definites.pointing_nouns,
    lacking.unnamed_subject,
    lacking.owned_deed,
    lacking.judged_thing,
    lacking.unowned_amount,
    lacking.unnamed_place,
    lacking.unknown_then,
    interviews.leans_on_its_question,
    pointers.loose_pointers,
    pointers.bare_word_for_all,
    quotations.says_little_outside,
    frames.hides_a_verb,
    voices.first_persons,
)
"""What a rung asks of it without its empty opening."""


def read_sources(brief: Brief, docs: Mapping[str, Doc]) -> Passages:
    """The documents' sentences, of which those that the brief rests on have been read."""
    passages = Passages(docs)
    for question in OF_ALL:
        question(passages)
    for piece in _pieces(brief):
        passage = passages.of(piece)
        _ask(passage, OF_A_SENTENCE)
        _ask(_without_its_opening(passage), OF_ITS_WORDS)
    return passages


def _pieces(brief: Brief) -> Iterator[Evidence]:
    for items in (brief.facts, brief.positions, brief.meetings):
        for item in items:
            yield from item.evidence


def _ask(passage: Passage, questions: tuple[Question, ...]) -> None:
    if passage.tokens:
        for question in questions:
            question(passage)


def _without_its_opening(passage: Passage) -> Passage:
    bare = openings.drop_turn_label(openings.drop_list_marker(passage))
    return openings.drop_connectives(openings.drop_dateline(bare))
