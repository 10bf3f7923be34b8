"""Whether a clause was understood: of all doubts those are asked whose words its sentence has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from briefing.model import Language
from briefing.realize.rungs.passages import Passage, of_its_words
from briefing.realize.tell import companions, doubts, either_way, relatives
from briefing.realize.tell.doubts import DOUBTS, Doubt
from briefing.realize.tell.state import entries
from briefing.realize.wording.transfer import GateClosedError, Transfer

RAISED_BY: Mapping[Doubt, str] = {
    doubts.a_people: "a_people",
    doubts.given_to_a_country: "giving",
    doubts.deed_taken_for_a_thing: "blaming",
    doubts.government_and_not_country: "governments",
    doubts.whose_government: "governments",
    doubts.form_of_two_verbs: "two_verbs",
    doubts.neighbours_or_residents: "neighbours_or_residents",
    doubts.taken_for_something: "taken_for",
    doubts.member_taken_for_the_body: "members_by_gender",
    doubts.the_people_of_nowhere: "a_people",
    doubts.wanted_done: "want_done",
    doubts.head_for_the_government: "heads_of_governments",
    doubts.lent_to_somebody: "giving",
    doubts.doing_taken_for_a_thing: "doing_behind",
    doubts.title_of_two: "titles_of_two",
    doubts.verb_behind_a_name: "before_clauses",
    companions.moved_and_not_travelling: "travelling_by_oneself",
    companions.any_of_what_was_denied: "whichever",
    companions.says_too_little: "vague_predicates",
    companions.stays_a_thing: "staying",
    companions.made_to_do_it: "causing",
    companions.settled_in_a_city: "named_after_cities",
    either_way.given_to_a_country_with_an_article: "giving",
    either_way.alone_or_nobody_else: "alone_or_only",
    either_way.question_behind_a_preposition: "asking_words",
    either_way.deed_behind_an_accusation: "blaming",
    either_way.extended_or_enlarged: "extend_or_enlarge",
    either_way.courtesy_of_women: "courtesy_of_women",
    either_way.meeting_of_a_town: "named_by_a_town",
}
"""The table of words of which a sentence needs one to raise a doubt."""
RAISED_IN: Mapping[Doubt, str] = {
    doubts.list_cut_off: "conj",
    doubts.said_of_itself: "cop",
    doubts.two_nations_together: "amod",
    doubts.two_things_acted_on: "obj",
    doubts.two_things_side_by_side: "appos",
    doubts.name_behind_a_relative: "acl",
    doubts.something_else_is_said: "conj",
    relatives.relative_behind_another: "acl",
    relatives.who_of_a_place: "acl",
    relatives.relative_of_one_or_many: "acl",
}
"""The relation of which it needs one; what is in neither table looks at every tree."""


def check_understood(t: Transfer, order: Sequence[int], *, phrase: bool = False) -> None:
    """Raises GateClosedError with the name of the first doubt; a phrase needs no verb."""
    for doubt in doubts_of(t.passage):
        if not (phrase and doubt is doubts.without_main_verb) and doubt(t, order):
            raise GateClosedError(doubt.__name__)


@of_its_words
def doubts_of(passage: Passage) -> tuple[Doubt, ...]:
    """Those that a sentence may raise, in their order, whichever part of it is told."""
    by_word = _raised_by_words(passage.language)
    raised = {doubt for word in by_word.keys() & passage.tree.vocabulary for doubt in by_word[word]}
    related = frozenset(passage.tree.relations)
    may = [doubt for doubt in DOUBTS if doubt in raised or doubt not in RAISED_BY]
    return tuple([doubt for doubt in may if doubt not in RAISED_IN or RAISED_IN[doubt] in related])


@cache
def _raised_by_words(source: Language) -> Mapping[str, Sequence[Doubt]]:
    """Which doubts each word may raise."""
    found: dict[str, list[Doubt]] = {}
    for doubt, table in RAISED_BY.items():
        for word in entries(source)[table]:
            found.setdefault(word, []).append(doubt)
    return found


__all__ = ["check_understood", "doubts_of"]
