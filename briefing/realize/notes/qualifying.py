"""A sentence that limits the one before it: `But delivery has to be guaranteed.`, `It is still subject to approval.`

What somebody wants or does, told without it, is told as more than it is.  `SIGNS` say that a sentence limits, waits for
something or tells what a sum is for; `BONDS` that it speaks of the same: one speaker goes on, or its subject has just been
named.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from briefing.realize.found import NOUNS
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.leaning.references import said_before
from briefing.realize.rungs.openings import is_not_prose
from briefing.realize.rungs.passages import Passage, of_its_words
from briefing.realize.rungs.quotations import speaker_of

LONGEST = 32
"""Words of a sentence that limits another: a longer one tells more than that."""
LONGEST_WITH_ITS_OWN = 70
LONGEST_BETWEEN = 8
"""Words of a sentence of the same speaker between the two: `We have said so since 2022.`"""
_FEWEST = 4
_MARKS = " *_\"“”«»‘’'—–-"


@of_its_words
def qualification(passage: Passage) -> tuple[Passage, ...]:
    """The sentence behind this one that limits it, with a short one between the two; none where nothing does."""
    behind = sentence_behind(passage)
    if behind is None or is_not_prose(behind):
        return ()
    if _qualifies(passage, behind):
        return (behind,)
    short = behind.length <= LONGEST_BETWEEN and goes_on_speaking(passage, behind)
    last = sentence_behind(behind) if short else None
    return (behind, last) if last is not None and _qualifies(passage, last) else ()


def _qualifies(passage: Passage, behind: Passage) -> bool:
    length = behind.length
    fits = _FEWEST <= length <= LONGEST and length + passage.length <= LONGEST_WITH_ITS_OWN
    if not fits or is_not_prose(behind) or re.search(r"[?¿]", behind.words):
        return False
    sign = next((sign for sign in SIGNS if sign(passage, behind)), None)
    return sign is not None and (sign in BOUND_BY_THEMSELVES or any(bond(passage, behind) for bond in BONDS))


def sentence_behind(passage: Passage) -> Passage | None:
    """The next one of the same paragraph, or the first of the next: some papers set each sentence apart."""
    own, whole = passage.sentence, passage.whole
    behind = whole.behind(own.span.start) if own is not None and whole is not None else None
    if own is None or behind is None or behind.paragraph > own.paragraph + 1 or passage.offset:
        return None
    return passage.beside(behind)


# ------------------------------------------------------------------ the signs


def limits(passage: Passage, behind: Passage) -> bool:
    """`But …`, `However, …`, `Only if …`, `Eso sí, …`."""
    return _limiting(behind.language).match(behind.words.lstrip(_MARKS)) is not None


def waits(passage: Passage, behind: Passage) -> bool:
    """`It is subject to approval`, `la fecha está pendiente de confirmación`."""
    return waiting(behind.language).search(behind.unquoted_words) is not None


def tells_what_for(passage: Passage, behind: Passage) -> bool:
    """`Peru will pay 2 million dollars. The money will go to the port.`"""
    paid = any(quantity.kind == "currency" for quantity in passage.quantities)
    return paid and _moneys(behind.language).match(behind.words) is not None


SIGNS: tuple[Callable[[Passage, Passage], bool], ...] = (limits, waits, tells_what_for)
BOUND_BY_THEMSELVES = frozenset({tells_what_for})


# ------------------------------------------------------------------ the bonds


def goes_on_speaking(passage: Passage, behind: Passage) -> bool:
    """Both are words of one speaker."""
    return bool(speakers_of(passage) & speakers_of(behind))


def points_at_what_was_said(passage: Passage, behind: Passage) -> bool:
    """Its subject is a pronoun, or left out: `she did not say who pays`, `dijo que no pagará`."""
    index = main_subject(behind)
    if index is None:
        finite = any(t.head < 0 and t.upos in {"VERB", "AUX"} and t.feat("Person") == "3" for t in behind.tokens)
        return finite and grammar_of(behind.language).pro_drop
    token = behind.tokens[index]
    return token.form.casefold() in grammar_of(behind.language).qualifying_subjects


def speaks_of_what_was_named(passage: Passage, behind: Passage) -> bool:
    """Its subject is somebody or a thing that the sentence has named: `But the seal must cost nothing`."""
    index = main_subject(behind)
    if index is None:
        return False
    token = behind.tokens[index]
    known = {m.actor for m in behind.mentions if m.span.overlaps(token.span)}
    if known:
        return bool(known & {mention.actor for mention in passage.mentions})
    return token.upos in NOUNS and said_before(token.lemma.casefold(), passage.words)


def waits_in_its_paragraph(passage: Passage, behind: Passage) -> bool:
    """`The contract is subject to approval`, `Dicho ofrecimiento está sujeto a que …`, right behind who agrees or offers."""
    index = main_subject(behind)
    paragraphs = {one.sentence.paragraph for one in (passage, behind) if one.sentence}
    definite = grammar_of(behind.language).definite_articles | grammar_of(behind.language).demonstratives
    articles = {t.form.casefold() for t in behind.tokens if t.head == index}
    unnamed = index is not None and not any(m.span.overlaps(behind.tokens[index].span) for m in behind.mentions)
    return len(paragraphs) == 1 and unnamed and bool(articles & definite) and waits(passage, behind)


BONDS: tuple[Callable[[Passage, Passage], bool], ...] = (
    goes_on_speaking,
    points_at_what_was_said,
    speaks_of_what_was_named,
    waits_in_its_paragraph,
)


def speakers_of(passage: Passage) -> set[str]:
    """Whose words it has, where the article names them."""
    found = (speaker_of(passage, quote) for quote in passage.quotes)
    return {actor.id for actor in found if actor is not None}


@of_its_words
def main_subject(passage: Passage) -> int | None:
    """Of the main verb."""
    tree = passage.tree
    below = (index for root in tree.children.get(-1, ()) for index in tree.children.get(root, ()))
    return min((index for index in below if tree.relations[index] == "nsubj"), default=None)


@cache
def _limiting(language: str) -> re.Pattern[str]:
    return re.compile(rf"{one_of(grammar_of(language).qualifying_openers)}\b", re.IGNORECASE)


@cache
def waiting(language: str) -> re.Pattern[str]:
    """The words that tell that something waits for something."""
    return re.compile(rf"\b{one_of(grammar_of(language).waiting_phrases)}\b", re.IGNORECASE)


@cache
def _moneys(language: str) -> re.Pattern[str]:
    return re.compile(rf"{one_of(grammar_of(language).sums_of_money)}\b", re.IGNORECASE)
