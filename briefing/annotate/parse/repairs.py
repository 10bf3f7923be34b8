"""Named corrections of trees that the network gets wrong in a regular way, with their words in the language's file.

Each rule takes the tokens and the language's `RepairWords`, and returns changes by place; a later rule sees the earlier
ones' work.
"""

from __future__ import annotations

from briefing.annotate.parse.repair_words import Rule, Tokens, repair_words
from briefing.annotate.parse.repaired_forms import (
    asking_verb,
    conditional_ending,
    counterpart_taken_for_adjective,
    first_person_ending,
    first_person_future,
    headline_verb,
    helped_verb,
    infinitive_behind_its_mark,
    past_that_opens,
    past_without_helper,
    person_of_joined,
    present_taken_for_future,
    purpose_taken_for_compound,
    verb_before_its_clause,
    verb_taken_for_noun,
)
from briefing.annotate.parse.repaired_tellings import (
    clause_of_told,
    conjunction_of_told,
    hearer_of_told,
    phrase_before_clause,
    subject_behind_said,
    subject_of_told,
    teller_before_hearer,
    teller_behind_comma,
)
from briefing.annotate.parse.repaired_trees import (
    finite_complement,
    governed_preposition,
    infinitive_of_duty,
    infinitive_of_noun,
    name_as_verb,
    name_behind_title,
    object_behind_place,
    object_of_holding,
    relative_object,
    subject_behind_name,
    subject_of_going,
    subject_of_perfect,
    subject_that_points,
    two_objects,
    two_subjects,
    verb_behind_apposition,
    verb_of_first_subject,
)

RULES: tuple[Rule, ...] = (
    infinitive_of_duty,
    name_as_verb,
    counterpart_taken_for_adjective,
    teller_before_hearer,
    hearer_of_told,
    clause_of_told,
    conjunction_of_told,
    phrase_before_clause,
    relative_object,
    two_subjects,
    subject_of_told,
    subject_of_perfect,
    subject_that_points,
    name_behind_title,
    subject_behind_name,
    verb_of_first_subject,
    two_objects,
    subject_behind_said,
    subject_of_going,
    object_behind_place,
    object_of_holding,
    infinitive_of_noun,
    governed_preposition,
    finite_complement,
    teller_behind_comma,
    headline_verb,
    asking_verb,
    verb_before_its_clause,
    verb_behind_apposition,
    past_without_helper,
    helped_verb,
    infinitive_behind_its_mark,
    verb_taken_for_noun,
    purpose_taken_for_compound,
    conditional_ending,
    past_that_opens,
    first_person_future,
    present_taken_for_future,
    first_person_ending,
    person_of_joined,
)


def repair(tokens: Tokens, language: str) -> Tokens:
    """The tokens after every rule, but for one that would hang a word below itself: `while an auditor, to be named, …`."""
    words = repair_words(language)
    for rule in RULES:
        changes = rule(tokens, words)
        if changes:
            repaired = tuple(changes.get(place, token) for place, token in enumerate(tokens))
            tokens = repaired if not any(is_below_itself(repaired, place) for place in changes) else tokens
    return tokens


def is_below_itself(tokens: Tokens, place: int) -> bool:
    above = tokens[place].head
    for _ in tokens:
        if above in {place, -1}:
            return above == place
        above = tokens[above].head
    return True
