"""The sentence right behind a line that sets its condition, its limit or its beginning: a note quotes it.

`Kenya will lend 40 patrol boats. The boats will not sail before the Senate has voted.`, `“We do not dispute the visa. What we
dispute is the fee.”`: told without it, the line promises or denies more than its article.  `SIGNS` say that a sentence limits,
`BONDS` that it speaks of what the line tells: the same speaker goes on, or its subject is a pronoun, is left out, is named in
the line, or is a thing of the paragraph that has no name of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from briefing.model import Language, Sentence
from briefing.realize.found import NOUNS
from briefing.realize.grammar import grammar_of
from briefing.realize.notes.interviews import asked_before
from briefing.realize.notes.qualifying import (
    goes_on_speaking,
    main_subject,
    points_at_what_was_said,
    sentence_behind,
    speaks_of_what_was_named,
)
from briefing.realize.rungs.openings import is_not_prose
from briefing.realize.rungs.passages import Passage, of_its_words

LONGEST = 40
"""Words of a sentence that limits another: a longer one tells a matter of its own."""
FEW = 5
"""Words of an answer that tells only that something is not so."""
_MARKS = " *_\"“”«»‘’'—–-"


@of_its_words
def condition_behind(passage: Passage) -> Sentence | None:
    """The next sentence, where it limits what this one tells."""
    behind = sentence_behind(passage)
    if behind is None or is_not_prose(behind) or behind.length > LONGEST or re.search(r"[?¿]", behind.words):
        return None
    bound = any(sign(behind) and any(bond(passage, behind) for bond in bonds) for sign, bonds in SIGNS)
    return behind.sentence if bound or _goes_on_from_few_words(passage, behind) else None


def _goes_on_from_few_words(passage: Passage, behind: Passage) -> bool:
    """`“When was it extended?” “It hasn't been. There is only a draft.”`: what is so instead."""
    return passage.length <= FEW and bool(asked_before(passage)) and is_beside(passage, behind)


# ------------------------------------------------------------------ the signs


def sets_a_limit(behind: Passage) -> bool:
    """`will not sail before …`, `applies only to …`, `are not covered`, `mientras no …`, `quedan excluidas …`."""
    return _signs_of_limits(behind.language).search(behind.words) is not None


def puts_an_if(behind: Passage) -> bool:
    """`The patrol will return if there is another incident.`; not `He asked if …`, however a parser joins it."""
    tree, grammar = behind.tree, grammar_of(behind.language)
    marks = (i for i in behind.kept if tree.forms[i] in grammar.conditions and tree.relations[i] == "mark")
    heads = (behind.tokens[behind.tokens[i].head] for i in marks if behind.tokens[i].head >= 0)
    above = (tree.lemmas[head.head] for head in heads if head.deprel.startswith(("advcl", "ccomp")) and head.head >= 0)
    return any(verb not in grammar.whether_verbs for verb in above)


def narrows(behind: Passage) -> bool:
    """`What we have closed is the old bridge.`, `Otra cosa es que compartamos el radar.`: how it begins."""
    return re.match(rf"(?:{grammar_of(behind.language).narrowing})", behind.words.lstrip(_MARKS), re.IGNORECASE) is not None


# ------------------------------------------------------------------ the bonds


def is_beside(passage: Passage, behind: Passage) -> bool:
    """In its paragraph, or in the answer to the same question."""
    own, other = passage.sentence, behind.sentence
    return own is not None and other is not None and own.paragraph == other.paragraph


def goes_on_in_its_paragraph(passage: Passage, behind: Passage) -> bool:
    """`It will stay in force unless …`, `No empezará hasta …`, or the next sentence of an answer."""
    return is_beside(passage, behind) and (points_at_what_was_said(passage, behind) or bool(asked_before(passage)))


def is_of_a_thing_beside(passage: Passage, behind: Passage) -> bool:
    """`The loan will not be paid out until …` behind `will lend`: its subject is nobody that the article knows by a name."""
    index = main_subject(behind)
    named = index is None or any(mention.span.overlaps(behind.tokens[index].span) for mention in behind.mentions)
    return is_beside(passage, behind) and not named


def is_of_a_thing_taken_up(passage: Passage, behind: Passage) -> bool:
    """The same by a definite noun: `The team will leave once …`, which stands in its paragraph."""
    index, grammar = main_subject(behind), grammar_of(behind.language)
    known = grammar.definite_articles | grammar.demonstratives
    articles = {token.form.casefold() for token in behind.tokens if index is not None and token.head == index}
    noun = index is not None and behind.tokens[index].upos in NOUNS
    return noun and bool(articles & known) and is_of_a_thing_beside(passage, behind)


Bond = Callable[[Passage, Passage], bool]
BONDS: tuple[Bond, ...] = (goes_on_speaking, speaks_of_what_was_named, goes_on_in_its_paragraph)
SIGNS: tuple[tuple[Callable[[Passage], bool], tuple[Bond, ...]], ...] = (
    (sets_a_limit, (*BONDS, is_of_a_thing_beside)),
    (puts_an_if, (*BONDS, is_of_a_thing_taken_up)),
    (narrows, (*BONDS, is_beside)),
)
"""Each sign with the bonds that it asks for: an `if` is said of many things."""


@cache
def _signs_of_limits(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{grammar_of(language).limit_signs})\b", re.IGNORECASE)
