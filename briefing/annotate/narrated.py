"""Where the writer goes on below an answer: `The minister also thanked the mayors.`, told of who has just answered.

A turn reaches down to the next label.  A paragraph below its first one in which who speaks is the subject of a verb, by name
or by the title, is the writer's own, and so is all behind it: quoted it would make the minister tell of herself.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from briefing.annotate.speakers import TURN, folded
from briefing.knowledge import load_language
from briefing.model import Actor, Article, Mention, Quote, Sentence, Span

FIRST_PERSON = "Person=1"


def without_narration(
    article: Article,
    sentences: Sequence[Sentence],
    actors: Mapping[str, Actor],
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
) -> tuple[Quote, ...]:
    """The quotes, each turn down to where the writer goes on."""
    return tuple(_told_by_who_speaks(quote, article, sentences, actors, mentions) for quote in quotes)


def _told_by_who_speaks(
    quote: Quote,
    article: Article,
    sentences: Sequence[Sentence],
    actors: Mapping[str, Actor],
    mentions: Sequence[Mention],
) -> Quote:
    if quote.rule != TURN or quote.speaker is None:
        return quote
    own = [m.actor for m in mentions if m.span.overlaps(quote.speaker)]
    said = [s for s in sentences if quote.content.contains(s.span)]
    below = [s for s in said if s.paragraph > said[0].paragraph]
    titles = _titles_of([actors[name] for name in own], article)
    told = next((s for s in below if _tells_of(s, own, titles, mentions)), None)
    if told is None:
        return quote
    last = max(s.span.stop for s in said if s.paragraph < told.paragraph)
    return dataclasses.replace(quote, span=Span(quote.span.start, last), content=Span(quote.content.start, last))


def _titles_of(speakers: Sequence[Actor], article: Article) -> set[str]:
    """What a writer calls who answers: by her office, or as the one who is asked."""
    titles = {word for actor in speakers for word in folded(actor.role_words or "").split()[:1]}
    return titles | {folded(word) for word in load_language("ingest", article.language)["interviewees"]}


def _tells_of(sentence: Sentence, own: Sequence[str], titles: set[str], mentions: Sequence[Mention]) -> bool:
    """Whether a sentence of nobody's first person has who answers as a subject."""
    tokens = sentence.tokens
    if any(FIRST_PERSON in token.feats for token in tokens):
        return False
    subjects = [token for token in tokens if token.deprel.startswith("nsubj")]
    named = any(m.actor in own and m.span.overlaps(token.span) for m in mentions for token in subjects)
    return named or any(folded(token.form) in titles and _is_definite(sentence, token.span) for token in subjects)


def _is_definite(sentence: Sentence, noun: Span) -> bool:
    at = next(i for i, token in enumerate(sentence.tokens) if token.span == noun)
    return any(token.head == at and token.feat("Definite") == "Def" for token in sentence.tokens)


__all__ = ["without_narration"]
