"""Whose words go on: the speaker of an elided subject or of a quotation that stands alone."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.annotate.quotes.cues import Cue
from briefing.annotate.quotes.subjects import name_words
from briefing.annotate.quotes.tree import SUBJECTS, Tree, ancestors, span_between
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
    if own := _subject_over_relative(cue):
        return own if _agrees(cue.tree, own, number) else None
    for back in range(place - 1, max(-1, place - 1 - BACK), -1):
        tree = trees[back]
        said = [quote for quote in quotes[-RECENT:] if quote.speaker and tree.sentence.span.contains(quote.speaker)]
        if said:
            speaker = _not_within_anothers(said)[-1].speaker
            return speaker if _agrees(tree, speaker, number) else None
        subject = _main_subject(tree)
        if subject:
            span = Span(tree.tokens[subject[0]].span.start, tree.tokens[subject[-1]].span.stop)
            return span if _agrees(tree, span, number) else None
    return None


def _subject_over_relative(cue: Cue) -> Span | None:
    """ "Vega convocó al embajador por una medida que consideró “exagerada”": of whom the sentence itself tells before it."""
    tree, up = cue.tree, [cue.index, *ancestors(cue.tree, cue.index)]
    clause = next((i for i in up if tree.tokens[i].deprel == "acl:relcl"), None)
    root = up[-1]
    if clause is None or tree.level[cue.index] != -1 or tree.tokens[root].feat("Person") != "3":
        return None
    subjects = [words for child in tree.of(root, "nsubj") if child < root and (words := name_words(tree, child, root))]
    return span_between(tree, subjects[0][0], subjects[0][-1] + 1) if len(subjects) == 1 else None


def _not_within_anothers(said: Sequence[Quote]) -> Sequence[Quote]:
    """ "Vega dijo que habló con Petit, quien le aseguró que …": Vega is who speaks, and goes on ("Queremos verlo", afirmó)."""
    return [one for one in said if not any(o is not one and o.speaker and _tells(o, one) for o in said)]


def _tells(outer: Quote, inner: Quote) -> bool:
    return inner.speaker is not None and outer.content.contains(inner.speaker) and outer.content.contains(inner.content)


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
