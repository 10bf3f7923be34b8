"""What stands just before a day and says that something begins or ends then, or that it is only a limit; the deed dated so."""

from __future__ import annotations

from briefing.consolidate.borne import classes_of
from briefing.consolidate.sentences import NOUNS, below, is_verb, says
from briefing.knowledge import load_language
from briefing.model import Doc, Sentence, Span

START_BEFORE = 3
"""Words before a day among which it is said that something begins: `a partir del 1`."""


def is_start(doc: Doc, sentence: Sentence, day: Span) -> bool:
    """`open around the clock from April 1`: the day on which something begins; not `from May 1 to May 4`."""
    near = [t for t in sentence.tokens if t.span.stop <= day.start][-START_BEFORE:]
    last = max((n for n, token in enumerate(near) if token.upos in NOUNS), default=-1)  # `crossed from Zambia on Saturday`
    before = [token.form.lower() for token in near[last + 1 :]]
    behind = [t.form.lower() for t in sentence.tokens if t.span.start >= day.stop][:1]
    words = load_language("compare", "words")
    opens, ends = (words[name][doc.article.language] for name in ("starting", "ending"))
    return any(word in opens for word in before) and not any(word in ends for word in behind)


def is_behind(doc: Doc, sentence: Sentence, day: Span, row: str) -> bool:
    """Whether the words of a row stand just before a day: `valid until May 4`, `before May 4`."""
    before = " ".join(doc.article.text[sentence.span.start : day.start].lower().split())
    words = load_language("compare", "words")[row][doc.article.language]
    return any(f" {before} ".endswith(f" {word} ") for word in words)


def deed_dated(doc: Doc, sentence: Sentence, day: Span) -> int | None:
    """`the date for the signing is May 4`, `la fecha de cierre es el 30`: what a noun is of, whose day is said of it."""
    tokens = sentence.tokens
    said = [i for i, token in enumerate(tokens) if day.overlaps(token.span) and below(sentence, i, "cop")]
    # the day may also be read as the subject of the noun
    around = (noun for i in said for noun in (*below(sentence, i, "nsubj"), tokens[i].head) if noun >= 0)
    subjects = [noun for noun in around if tokens[noun].upos == "NOUN"]
    of = [i for noun in subjects for i in below(sentence, noun, "acl", "nmod")]
    return next((i for i in of if is_verb(tokens[i]) or classes_of(doc.article.language, tokens[i])), None)


def is_deadline(doc: Doc, sentence: Sentence) -> bool:
    """`the deadline for closing it is May 4`; not `…, a month later than the one announced by Kenya`."""
    words, language = load_language("compare", "words"), doc.article.language
    named = any(token.lemma.lower() in words["deadlines"][language] for token in sentence.tokens)
    return named and not says(sentence.span.of(doc.article.text), words["than_told"][language])


__all__ = ["deed_dated", "is_behind", "is_deadline", "is_start"]
