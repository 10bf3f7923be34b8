"""The sentences that a brief rests on, read before anything of it is put into words: what hangs on their articles alone.

Every rung, both editions and each item ask a sentence the same questions, whose answers are kept with it (`once`).  They are
asked here as soon as a brief has been loaded with its documents, so that saying it begins with sentences that are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter

from briefing.model import Brief, Doc, Evidence, Item
from briefing.realize.leaning import asking, complete, dangling, definites, describing, headless, lacking, pointers, references
from briefing.realize.notes import answering, bringing, conditions, interviews, naming, qualifying, shown, surroundings
from briefing.realize.rungs import openings, originals, quotations, steps
from briefing.realize.rungs.passages import Passage, Passages
from briefing.realize.tell.verbal import voices

Question = Callable[[Passage], object]
OF_ALL: tuple[Callable[[Passages], object], ...] = (
    attrgetter("spoken"),
    attrgetter("nations"),
    attrgetter("countries"),
    attrgetter("disputed"),
)
"""What is asked of all documents together."""
OF_ITS_NOTE: tuple[Question, ...] = (
    qualifying.qualification,
    answering.answered,
    conditions.condition_behind,
    asking.is_talk_alone,
    asking.pointing_places,
    bringing.turns_to_another_matter,
    complete.is_complete,
    complete.unexplained,
    naming.names_a_pair,
    originals.sentence_before,
    surroundings.sentences_before,
    shown.ends_of,
)
"""What is asked of a sentence that a line is made of, as it stands in its article: what its note would quote."""
OF_ITS_WORDS: tuple[Question, ...] = (
    attrgetter("vocabulary"),
    attrgetter("begun"),
    attrgetter("mention_at"),
    attrgetter("tree.possessives"),
    openings.leans_on_its_neighbour,
    steps.is_fragment,
    steps.is_question,
    steps.speaks_in_the_first_person,
    references.pronouns_before_nouns,
    references.has_lone_number,
    headless.headless_object,
    references.dangling_demonstrative,
    references.dangling_definite,
    describing.known_things,
    dangling.set_apart,
    dangling.says_too_little,
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
    voices.first_persons,
)
"""What a rung asks of it without its empty opening."""


def read_sources(brief: Brief, docs: Mapping[str, Doc]) -> Passages:
    """The documents' sentences, of which those that the brief rests on have been read."""
    passages = Passages(docs)
    for question in OF_ALL:
        question(passages)
    items = (*brief.facts, *brief.positions, *brief.meetings)
    for piece in dict.fromkeys(piece for item in items for piece in item.evidence):
        _ask(_without_its_opening(passages.of(piece)), OF_ITS_WORDS)
    for piece in dict.fromkeys(piece for item in items for piece in _likely_shown(item)):
        _ask(passages.of(piece), OF_ITS_NOTE)
    return passages


def _likely_shown(item: Item) -> Iterable[Evidence]:
    """The first piece in each language."""
    return {piece.language: piece for piece in reversed(item.evidence)}.values()


def _ask(passage: Passage, questions: tuple[Question, ...]) -> None:
    if passage.tokens:
        for question in questions:
            question(passage)


def _without_its_opening(passage: Passage) -> Passage:
    bare = openings.drop_turn_label(openings.drop_list_marker(passage))
    return openings.drop_connectives(openings.drop_dateline(bare))
