"""What a sentence does not pass that says whom or what it means only together with others: one table of named reasons.

Each row has the step that finds it, and whether a sentence before gives what is needed.  `briefing explain` names the steps.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of
from briefing.realize.leaning import dangling, elided, headless, lacking, pointed, pointers, references
from briefing.realize.leaning.definites import PointingNoun, pointing_nouns
from briefing.realize.notes import summed
from briefing.realize.rungs import quotations, steps
from briefing.realize.rungs.passages import Passage, of_its_words
from briefing.realize.rungs.steps import Step

Giver = Callable[[Passage, Passage, Edition], bool]
"""Whether the sentence before gives what a sentence lacks."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """A reason why a sentence does not stand alone, and what must be told before it."""

    step: Step
    gives: Giver
    sign: Callable[[Passage], object] | None = None
    """What the step looks for, where that is in the words alone: neither what is edited in them nor the item matters."""

    @property
    def name(self) -> str:
        return self.step.__name__.removeprefix("refuse_")


def gives_the_things(before: Passage, passage: Passage, edition: Edition) -> bool:
    """A deed sums up whatever was told, but a request no sentence that asks for nothing; a thing has been named."""
    nouns = pointing_nouns(passage)
    return all(_gives_the_noun(before, noun, edition) for noun in nouns)


def _gives_the_noun(before: Passage, noun: PointingNoun, edition: Edition) -> bool:
    if noun.lemma in grammar_of(before.language).shares:
        return before.sentence is not None and summed.tells_a_sum(before, before.sentence)
    return _tells_the_deed(before, noun.lemma, edition) if noun.is_a_deed else says(before, noun.lemma)


def gives_the_owned(before: Passage, passage: Passage, edition: Edition) -> bool:
    """`Chile asked for a ban. It maintains its request.`"""
    noun, sentence = lacking.owned_deed(passage) or "", before.sentence
    own = sentence is not None and summed.is_by(passage, sentence, noun, edition.knowledge, owned=True)
    return own and _tells_the_deed(before, noun, edition)


def gives_the_judged(before: Passage, passage: Passage, edition: Edition) -> bool:
    """`The court freed ten men; their release …. Peru welcomed the release.`"""
    noun = lacking.judged_thing(passage) or ""
    deed = noun in grammar_of(passage.language).leaning_deeds
    return says(before, noun) or _tells_the_deed(before, noun, edition, default=deed)


def _tells_the_deed(before: Passage, noun: str, edition: Edition, *, default: bool = True) -> bool:
    told = summed.tells_deed(before.sentence, noun, before.language, edition.knowledge) if before.sentence else None
    return default if told is None else told


def _names_somebody(before: Passage) -> bool:
    by_name = any(token.upos == "PROPN" and token.deprel.startswith("nsubj") for token in before.tokens)
    return by_name or any(not mention.place for mention in before.mentions)


def _names_a_thing(before: Passage) -> bool:
    """A noun that is nobody and no day."""
    return lacking.has_a_thing_before(before, len(before.tokens))


def _names_a_place(before: Passage) -> bool:
    return any(mention.place for mention in before.mentions)


def _asks(before: Passage) -> bool:
    """`Asked whether Peru would pay, Quispe …`: what a few quoted words answer."""
    words = grammar_of(before.language).asking_words
    return before.words.rstrip(' "”»').endswith("?") or bool({*words} & before.vocabulary)


def _counts(before: Passage) -> bool:
    return any(q.unit for q in before.quantities if before.span.contains(q.span))


def says(before: Passage, noun: str | None) -> bool:
    return noun is not None and references.said_before(noun, before.words)


LEANINGS: tuple[Leaning, ...] = (
    Leaning(steps.refuse_leaning, lambda before, passage, edition: _names_somebody(before)),
    Leaning(steps.refuse_ellipses, lambda before, passage, edition: _counts(before), references.has_lone_number),
    Leaning(steps.refuse_headless_objects, lambda before, passage, edition: _names_a_thing(before), headless.headless_object),
    Leaning(references.name_pronouns, lambda before, passage, edition: _names_somebody(before)),
    Leaning(
        steps.refuse_dangling_demonstratives,
        lambda before, passage, edition: says(before, references.dangling_demonstrative(passage)),
        references.dangling_demonstrative,
    ),
    Leaning(
        steps.refuse_dangling_definites,
        lambda before, passage, edition: says(before, references.dangling_definite(passage)),
        references.dangling_definite,
    ),
    Leaning(
        steps.refuse_set_apart, lambda before, passage, edition: says(before, dangling.set_apart(passage)), dangling.set_apart
    ),
    Leaning(steps.refuse_what_names_nothing, lambda before, passage, edition: _names_somebody(before)),
    Leaning(steps.refuse_too_little, lambda before, passage, edition: _asks(before), dangling.says_too_little),
    Leaning(steps.refuse_too_short, lambda before, passage, edition: True, steps.is_an_answer_in_few_words),
    Leaning(steps.refuse_leaning_phrases, lambda before, passage, edition: True),
    Leaning(steps.refuse_unnamed_subjects, lambda before, passage, edition: _names_a_thing(before), lacking.unnamed_subject),
    Leaning(steps.refuse_owned_deeds, gives_the_owned, lacking.owned_deed),
    Leaning(steps.refuse_judged_things, gives_the_judged),
    Leaning(steps.refuse_unowned_amounts, lambda before, passage, edition: _names_a_thing(before), lacking.unowned_amount),
    Leaning(steps.refuse_unnamed_places, lambda before, passage, edition: _names_a_place(before), lacking.unnamed_place),
    Leaning(steps.refuse_unknown_thens, lambda before, passage, edition: bool(before.dates), lacking.unknown_then),
    Leaning(steps.refuse_pointing_nouns, gives_the_things),
    Leaning(steps.refuse_answers, lambda before, passage, edition: False),
    Leaning(steps.refuse_unknown_hearers, lambda before, passage, edition: True, dangling.unknown_hearer),
    Leaning(steps.refuse_leaning_quotes, lambda before, passage, edition: True, dangling.leaning_quote),
    Leaning(steps.refuse_loose_pointers, lambda before, passage, edition: pointers.gives_what_is_pointed_at(before, passage)),
    Leaning(steps.refuse_bare_words_for_all, lambda before, passage, edition: True, pointers.bare_word_for_all),
    Leaning(
        steps.refuse_unknown_bodies, lambda before, passage, edition: dangling.names_a_country(before), dangling.unknown_body
    ),
    Leaning(steps.refuse_unknown_epithets, lambda before, passage, edition: _names_somebody(before)),
    Leaning(steps.refuse_unknown_offices, lambda before, passage, edition: False),
    Leaning(elided.name_elided_subject, lambda before, passage, edition: _names_somebody(before)),
    Leaning(pointed.name_pointed_speaker, lambda before, passage, edition: _names_somebody(before)),
    Leaning(pointed.name_untold_source, lambda before, passage, edition: _names_somebody(before)),
    Leaning(quotations.name_speaker, lambda before, passage, edition: _names_somebody(before)),
)
"""What a sentence does not pass that needs its neighbour, and whether that one gives what is needed."""


@of_its_words
def lacking_in_its_words(passage: Passage) -> frozenset[Step]:
    """The steps of the rows that the words alone do not pass."""
    return frozenset([row.step for row in LEANINGS if row.sign is not None and row.sign(passage)])
