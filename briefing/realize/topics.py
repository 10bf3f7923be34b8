"""Concepts of the termbase as words: bare in titles (`visas, border`), with articles in sentences (`visas and the border`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefing.knowledge import Knowledge
from briefing.knowledge.entries import Concept, Term
from briefing.model import Meeting
from briefing.realize.edition import Edition
from briefing.realize.wording.inflect import article

MOST_TOPICS = 3


def choose_topics(concepts: Sequence[str], edition: Edition, most: int = MOST_TOPICS) -> tuple[str, ...]:
    """The concepts that say something: no generic ones, none that a narrower one contains, in the order given."""
    return _telling(edition.knowledge, tuple(concepts))[:most]


@lru_cache(maxsize=4096)
def _telling(knowledge: Knowledge, concepts: tuple[str, ...]) -> tuple[str, ...]:
    return _distinct(knowledge, tuple(c for c in concepts if c in knowledge.concepts and not knowledge.concepts[c].generic))


def distinct_topics(concepts: Sequence[str], edition: Edition) -> tuple[str, ...]:
    """The concepts, common ones too, without those that a narrower one contains, in the order given."""
    return _distinct(edition.knowledge, tuple(concepts))


@lru_cache(maxsize=4096)
def _distinct(knowledge: Knowledge, concepts: tuple[str, ...]) -> tuple[str, ...]:
    known = [knowledge.concepts[c] for c in dict.fromkeys(concepts) if c in knowledge.concepts]
    broader = {concept.broader for concept in known}
    return tuple(c.id for c in known if c.id not in broader and not _is_part(c, known))


def _is_part(concept: Concept, others: Sequence[Concept]) -> bool:
    """`cooperation` beside `security cooperation` adds nothing."""
    for other in others:
        if other.id != concept.id and any(
            is_within(term.lemma, other.terms[language].lemma)
            for language, term in concept.terms.items()
            if language in other.terms
        ):
            return True
    return False


def is_within(word: str, words: str) -> bool:
    """Whether a term is one of the words of a longer one."""
    return word in words and word != words and f" {word} " in f" {words} "


def bare_topic(concept: str, edition: Edition) -> str:
    return _form(edition.knowledge.concepts[concept].terms[edition.language])


def topic(concept: str, edition: Edition) -> str:
    """A concept as the object of a preposition: the definite article where the language wants one."""
    term = edition.knowledge.concepts[concept].terms[edition.language]
    form = _form(term)
    the = article_of(term, edition)
    return f"{the} {form}" if the else form


def article_of(term: Term, edition: Edition) -> str | None:
    """`el`, `los`, `the`; None for a term that stands without one: English plurals and masses, and what the termbase says."""
    if edition.grammar.topics_with_article == "singular" and not (term.article and term.number == "s"):
        return None
    return article(term.lemma, term.gender or "m", term.number == "p", edition.grammar)


def topic_list(concepts: Sequence[str], edition: Edition) -> str | None:
    """The telling concepts as one phrase; None where there are none."""
    chosen = choose_topics(concepts, edition)
    return edition.localizer.list([topic(concept, edition) for concept in chosen]) if chosen else None


def bare_list(concepts: Sequence[str], edition: Edition, most: int = MOST_TOPICS) -> str | None:
    chosen = choose_topics(concepts, edition, most)
    return ", ".join(bare_topic(concept, edition) for concept in chosen) if chosen else None


def _form(term: Term) -> str:
    return term.lemma


def body_name(meeting: Meeting, edition: Edition) -> str | None:
    """The body that meets: a topic that is written with a capital, as names are, and in its sentence too.

    `called a meeting of the security council`: a country's own, and not the one that has this name.
    """
    known = [c for c in meeting.concepts if c in edition.knowledge.concepts and not edition.knowledge.concepts[c].generic]
    noun = edition.localizer.term("meeting", meeting.kind).casefold()
    lemmas = {c: edition.knowledge.concepts[c].terms[edition.language].lemma for c in known}
    named = [c for c, lemma in lemmas.items() if lemma[:1].isupper() and noun not in lemma.casefold().split()]
    named = [c for c in named if not _is_in_small_letters(c, meeting, edition)]
    return topic(named[0], edition) if named else None


def _is_in_small_letters(concept: str, meeting: Meeting, edition: Edition) -> bool:
    told = [
        piece.text[mention.span.start - piece.start : mention.span.stop - piece.start]
        for piece in meeting.evidence
        for mention in edition.passages.of(piece).concepts
        if mention.concept == concept and piece.start <= mention.span.start < piece.stop
    ]
    return bool(told) and all(words == words.casefold() for words in told)
