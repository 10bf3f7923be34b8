"""Whose words go on: the speaker of an elided subject or of a quotation that stands alone."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.annotate.quotes.cues import Cue
from briefing.annotate.quotes.subjects import name_words
from briefing.annotate.quotes.tree import SUBJECTS, Tree
from briefing.model import Quote, Span

RECENT = 20
"""Quotes among which the last speaker is looked for."""
BACK = 2
"""Sentences that may lie between a speaker's name and the verb that leaves it out."""


def speaker_before(trees: Sequence[Tree], place: int, cue: Cue, quotes: Sequence[Quote]) -> Span | None:
    """The speaker that an elided subject means: the nearest earlier one whose number fits the verb.

    Within two sentences; the subject of an intervening sentence that has no quote takes precedence, since a new actor has
    come up since ("La empresa cerró. Añadió que …").
    """
    number = cue.tree.tokens[cue.index].feat("Number")
    for back in range(place - 1, max(-1, place - 1 - BACK), -1):
        tree = trees[back]
        said = [quote for quote in quotes[-RECENT:] if quote.speaker and tree.sentence.span.contains(quote.speaker)]
        if said:
            return said[-1].speaker if _agrees(tree, said[-1].speaker, number) else None
        subject = _main_subject(tree)
        if subject:
            span = Span(tree.tokens[subject[0]].span.start, tree.tokens[subject[-1]].span.stop)
            return span if _agrees(tree, span, number) else None
    return None


def _main_subject(tree: Tree) -> tuple[int, ...]:
    for index, token in enumerate(tree.tokens):
        if token.head == -1 and tree.level[index] == -1:
            for child in tree.of(index, *SUBJECTS):
                words = name_words(tree, child, index) if tree.level[child] == -1 else ()
                if any(tree.tokens[word].upos == "PROPN" for word in words):
                    return words
    return ()


def _agrees(tree: Tree, speaker: Span | None, number: str | None) -> bool:
    """Whether the noun that heads a speaker's name has the verb's number."""
    if speaker is None:
        return False
    heads = [
        token
        for token in tree.tokens
        if speaker.contains(token.span) and token.head >= 0 and not speaker.contains(tree.tokens[token.head].span)
    ]
    found = {token.feat("Number") for token in heads if token.upos in {"NOUN", "PROPN", "PRON"}} - {None}
    return number is None or not found or number in found
