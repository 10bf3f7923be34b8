"""What extraction knows of one language: a typed view of `knowledge/languages/extract/<language>.yaml`."""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields
from typing import Literal

from briefing.knowledge import load_language
from briefing.model import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Word lists by what they are for; see the comments in the data file."""

    negators: frozenset[str]
    negator_cancels: frozenset[str]
    conditional_auxiliaries: frozenset[str]
    future_auxiliaries: frozenset[str]
    aspectual: frozenset[str]
    future_in_past: frozenset[str]
    hypothesis_marks: frozenset[str]
    factual_marks: frozenset[str]
    attribution_cases: frozenset[str]
    agent_cases: frozenset[str]
    with_cases: frozenset[str]
    between_cases: frozenset[str]
    of_cases: frozenset[str]
    object_cases: frozenset[str]
    repeating: frozenset[str]
    no_longer: frozenset[str]
    place_cases: frozenset[str]
    ahead_cases: frozenset[str]
    counted_after: frozenset[str]
    counted_before: frozenset[str]
    reflexives: frozenset[str]
    stative: frozenset[str]
    relatives: frozenset[str]
    person_relatives: frozenset[str]
    first_person: frozenset[str]
    press: frozenset[str]
    own: frozenset[str]
    officials: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    possessives: frozenset[str]
    light_verbs: frozenset[str]
    existential: frozenset[str]
    no_denial: frozenset[str]
    without: frozenset[str]
    courtesies: frozenset[str]
    conversing: frozenset[str]
    series: frozenset[str]
    meeting_bodies: frozenset[str]
    joint: frozenset[str]
    scheduling: frozenset[str]
    planning: frozenset[str]
    limits: frozenset[str]
    whether_marks: frozenset[str]
    negative_objects: frozenset[str]
    paired_negators: frozenset[str]
    infinitive_marks: frozenset[str]
    after_marks: frozenset[str]
    naming: frozenset[str]
    saying: frozenset[str]
    getting: frozenset[str]
    documents: frozenset[str]
    unwilled: frozenset[str]
    able: frozenset[str]
    withholding: frozenset[str]
    be_to: frozenset[str]
    condition_marks: frozenset[str]
    offering: frozenset[str]
    offered_cases: frozenset[str]
    margins: frozenset[str]
    whose: frozenset[str]
    by_phone: frozenset[str]
    civilians: frozenset[str]
    put_off_cases: frozenset[str]
    cancelling: frozenset[str]
    postponing: frozenset[str]
    moving: frozenset[str]
    revising: frozenset[str]
    revised_plans: frozenset[str]
    kept_plans: frozenset[str]
    occasions: frozenset[str]
    happening: frozenset[str]
    governments: frozenset[str]
    doubting: frozenset[str]
    leading_up: frozenset[str]
    enumerators: frozenset[str]
    both: frozenset[str]
    those_before: frozenset[str]
    seeing: frozenset[str]
    staying: frozenset[str]
    from_words: frozenset[str]
    until_words: frozenset[str]
    tellers: frozenset[str]
    circumstances: frozenset[str]
    mental: frozenset[str]
    hedges: frozenset[str]
    name_articles: frozenset[str]
    spellings: frozenset[str]
    lands: frozenset[str]
    none_of: frozenset[str]
    never: frozenset[str]
    neuter: frozenset[str]
    supposing: frozenset[str]
    rumouring: frozenset[str]
    sources: frozenset[str]
    informing: frozenset[str]
    warning: frozenset[str]
    rather_than: frozenset[str]
    free_relatives: frozenset[str]
    lasting: frozenset[str]
    burdening: frozenset[str]
    deciding: frozenset[str]
    not_yet: frozenset[str]
    provisos: frozenset[str]
    turning_back: frozenset[str]
    content_marks: frozenset[str]

    def gender_of(self, pronoun: str) -> Literal["m", "f"] | None:
        """Of a personal pronoun of the third person singular."""
        return "m" if pronoun in self.masculine else "f" if pronoun in self.feminine else None


@functools.cache
def load_words(language: Language) -> Words:
    rows = load_language("extract", language)
    return Words(**{field.name: frozenset(rows[field.name]) for field in fields(Words)})
