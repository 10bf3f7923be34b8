"""What of a line asks for the sentence before it: a small word, a verb or a noun that says nothing alone, very few words.

A link that only adds (`also`, `por su parte`) asks for nothing: the edition strips it, and nobody misses what it adds to.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from briefing.realize import complete, pointers
from briefing.realize.bringing import is_of_another_kind
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of
from briefing.realize.lacking import has_a_thing_before
from briefing.realize.leads import opens_its_article
from briefing.realize.neighbours import FEW, leaves_a_verb_bare, names_a_bare_matter, says_a_phrase
from briefing.realize.passages import Passage, of_its_words

FEWEST = 12
"""Words of a line that may leave its matter to the sentence before: `Peru denies responsibility.`"""
SHORT = 14
"""… of one that often does: `India would send an aircraft.`"""

BARE = (says_a_phrase, names_a_bare_matter, leaves_a_verb_bare)
"""Signs of short lines that tell no matter."""


@dataclass(frozen=True, slots=True)
class Left:
    """What a line still has of its source's words: None in another language; `named` where it says whom a pronoun means."""

    words: Collection[str] | None
    named: bool = False

    def has(self, form: str, personal: Collection[str]) -> bool:
        return self.words is None or (form in self.words and not (self.named and form in personal))


def asks(passage: Passage, left: Left, edition: Edition) -> bool:
    """Whether the sentence before tells what a line's words mean."""
    if opens_its_article(passage):
        return False
    return _says_nothing_alone(passage, edition) or _points(passage, left)


@of_its_words
def may_lean(passage: Passage) -> bool:
    """Whether a sentence may need another though no word asks for one: it takes a matter up, answers, or names nobody.

    `That figure is false`, `“It is no secret,” she said`, `Repairs would cost 19 million`.
    """
    if opens_its_article(passage):
        return False
    named = any(not mention.place for mention in passage.mentions)
    matters = (one for one in complete.unexplained(passage) if not is_of_another_kind(one))
    few = len(passage.words.split()) < SHORT
    return few or not named or complete.is_talk(passage) or any(complete.takes_a_matter_up(one) for one in matters)


def _says_nothing_alone(passage: Passage, edition: Edition) -> bool:
    """`Ruiz said he would attend`, `had received no answer`: what, to what."""
    bare = len(passage.words.split()) < FEW and any(sign(passage, passage, edition) for sign in BARE)
    return bare or _goes_on(passage) or _is_talk_alone(passage) or complete.denies_a_deed(passage)


@of_its_words
def _is_talk_alone(passage: Passage) -> bool:
    """`“A no in March can be a yes in May,” Dahl said`: to what; nothing in it is somebody, a sum or a known matter."""
    found = (one.span for every in (passage.mentions, passage.quantities, passage.concepts) for one in every)
    return complete.is_talk(passage) and not any(map(passage.is_quoted, found))


@of_its_words
def _goes_on(passage: Passage) -> bool:
    """Few words that name but who acts, behind others of their paragraph, which tell of what."""
    own, whole = passage.sentence, passage.whole
    before = whole.paragraphs.get(own.paragraph, ()) if own is not None and whole is not None else ()
    few = len(passage.words.split()) < FEWEST and len(passage.mentions) <= 1
    return few and any(one.span.stop <= passage.span.start for one in before if one.kind == "body")


def _points(passage: Passage, left: Left) -> bool:
    """`asked that it be cut`, `because of that`: a small word that still stands in the line, and nothing in it can be meant."""
    personal, forms = grammar_of(passage.language).personal_pronouns, passage.tree.forms
    every = pointers.bare_word_for_all(passage) is not None
    return every or any(left.has(forms[i], personal) for i in pointing_places(passage))


@of_its_words
def pointing_places(passage: Passage) -> tuple[int, ...]:
    """Those of the words that may mean a clause and have none and no thing before them, and of those that no name fits."""
    loose = pointers.loose_pointers(passage)
    return tuple(i for i in pointers.pointing_words(passage) if i in loose or _means_a_clause(passage, i))


def _means_a_clause(passage: Passage, index: int) -> bool:
    clausal = any(row.clause and passage.tree.forms[index] in row.forms for row in grammar_of(passage.language).pointers)
    acts = passage.tree.relations[index] == "nsubj"  # `the embassy rejected what it called a lie`
    return clausal and not (acts or has_a_thing_before(passage, index) or pointers.is_told_before(passage, index))
