"""Days that are those of the end of a stay, and not of what was done during it."""

from __future__ import annotations

from briefing.consolidate.sentences import above, below, dates_in, index_of
from briefing.consolidate.week import Week
from briefing.knowledge import load_language
from briefing.model import Event

VISIT = "visit"
"""The kind of the stay itself."""


def is_dated_by_an_end(week: Week, event: Event) -> bool:
    """`concluyó hoy una visita de tres días, durante la cual se reunió con su colega`: they met on one of the three."""
    doc = week.docs[event.evidence.article]
    sentence, words = doc.sentences[event.sentence], load_language("compare", "words")
    ending, stays = (words[row][doc.article.language] for row in ("ending_a_stay", "stays"))
    tokens = sentence.tokens
    ends = [
        verb
        for verb, token in enumerate(tokens)
        if token.lemma.lower() in ending
        and any(tokens[i].lemma.lower() in stays for i in below(sentence, verb, "obj", "nsubj"))
    ]
    if event.meeting == VISIT or not ends:
        return False
    days = [index_of(sentence, d.span) for d in dates_in(doc, sentence.span) if d.value == event.date]
    return any(day is not None and next(iter(above(sentence, day)), None) in ends for day in days)


__all__ = ["is_dated_by_an_end"]
