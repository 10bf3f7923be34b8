"""Which sentences of an article a note never quotes: those that tell nothing, and words of a speaker whom only `he` names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefing.knowledge import load_language
from briefing.model import Doc, Language, Quote, Sentence, Span
from briefing.realize.found import Whole
from briefing.realize.rungs.passages import Passage, of_its_words

SAID_BY_ITSELF = frozenset({"VERB", "AUX"})
NAMES = "PROPN"
BEFORE_A_LIST = ":"


def tells_nothing(sentence: Sentence) -> bool:
    """`El Faro Boreal.`, `Lomé, sábado 12 de marzo (traducción no oficial)`: a body's words without a verb."""
    return sentence.kind == "body" and not any(token.upos in SAID_BY_ITSELF for token in sentence.tokens)


def opens_a_list(words: str) -> bool:
    """`The Minister makes the following clarifications:` tells nothing without them."""
    return words.rstrip(" .").endswith(BEFORE_A_LIST)


@of_its_words
def telling_titles(whole: Whole) -> tuple[Span, ...]:
    """The headlines that tell something."""
    return tuple(span for span in whole.titles if tells_in(whole.doc, span))


def tells_in(doc: Doc, span: Span) -> bool:
    """Whether a headline has a verb, or names a matter: `Press release 041`, `Statement by the Ministry of Energy`, a
    newspaper's name, alone or with the day (`Lake Business — weekly bulletin, Friday 4 May`), do not.
    """
    words = span.of(doc.article.text).casefold()
    kind = next((one for one in _kinds_of_text(doc.article.language) if words.startswith(one)), "")
    names = [one.span for one in doc.mentions if one.span.overlaps(span)]
    own = [one.span for one in doc.concepts if one.span.overlaps(span) and one.span.start >= span.start + len(kind)]
    verbs = any(t.upos in SAID_BY_ITSELF for s in doc.sentences if span.overlaps(s.span) for t in s.tokens)
    if not verbs and any(date.span.stop == span.stop and date.value for date in doc.dates):
        return False
    return (verbs and not kind) or any(not any(name.overlaps(one) for name in names) for one in own)


@cache
def _kinds_of_text(language: Language) -> tuple[str, ...]:
    """`Press release`, `Statement by`: what only says what kind of text it is, the longest first."""
    words = load_language("issuers", language)
    return tuple(sorted((*words["mastheads"], *words["genres"]), key=len, reverse=True))


def is_of_another(passage: Passage, sentence: Sentence, line: str) -> bool:
    """`"It has not met since June," he said`: quoted from one whom its paragraph names before, and the line does not."""
    quotes, start, stop = passage.whole.direct_quotes if passage.whole else (), sentence.span.start, sentence.span.stop
    own = [one for one in quotes if one.span.start < stop and start < one.span.stop]
    unnamed = [quote for quote in own if not _is_named(passage, quote)]
    return any((names := _named_before(passage, sentence, quote)) and not names & {*line.split()} for quote in unnamed)


def _is_named(passage: Passage, quote: Quote) -> bool:
    """Whether more than `he` says who speaks."""
    speaker = quote.speaker
    holding = passage.whole.touching(speaker) if passage.whole and speaker else ()
    return any(t.upos != "PRON" for s in holding for t in s.tokens if speaker and speaker.contains(t.span))


def _named_before(passage: Passage, sentence: Sentence, quote: Quote) -> frozenset[str]:
    """The name of the last subject before the quoted words that has one, in their paragraph."""
    paragraph: Sequence[Sentence] = passage.whole.paragraphs.get(sentence.paragraph, ()) if passage.whole else ()
    before = [one for one in paragraph if one.span.stop <= quote.span.start]
    for one in reversed(before):
        tokens = one.tokens
        heads = [i for i, t in enumerate(tokens) if t.deprel.startswith("nsubj") and t.upos == NAMES]
        if heads:
            parts = [t for t in tokens if t.upos == NAMES and t.head == heads[0]]
            return frozenset(token.form for token in (tokens[heads[0]], *parts))
    return frozenset()


__all__ = ["is_of_another", "opens_a_list", "telling_titles", "tells_in", "tells_nothing"]
