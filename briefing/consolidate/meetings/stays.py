"""Days that are not sure to be those of a meeting: of the end of a stay, or of the sentences before."""

from __future__ import annotations

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.sentences import below, dates_in, index_of, verb_over
from briefing.consolidate.week import Week
from briefing.knowledge import load_language
from briefing.model import Claim, Event
from briefing.model.known_rows import VISIT


def is_of_an_end(week: Week, found: Difference) -> bool:
    """Whether all that gives one of two days gives that on which a stay ended."""
    told = ([is_dated_by_an_end(week, claim, day) for claim in claims] for day, claims in found.values.items())
    return found.field == "date" and any(map(all, told))


def is_dated_by_an_end(week: Week, event: Claim, named: str | None = None) -> bool:
    """`concluyó hoy una visita de tres días, durante la cual se reunió con su colega`: they met on one of the three."""
    doc = week.docs[event.evidence.article]
    sentence, words = doc.sentences[event.sentence], load_language("compare", "words")
    ending, stays = (words[row][doc.article.language] for row in ("ending_a_stay", "stays"))
    tokens = sentence.tokens
    ends = [
        verb
        for verb, token in enumerate(tokens)
        if token.lemma.lower() in ending
        and any(tokens[i].lemma.lower() in stays for i in below(sentence, verb, "obj", "nsubj", "obl"))
    ]
    if (isinstance(event, Event) and event.meeting == VISIT) or not ends:
        return False
    days = [index_of(sentence, d.span) for d in dates_in(doc, sentence.span) if d.value == (named or event.date)]
    return any(day is not None and verb_over(sentence, day) in ends for day in days)


def names_its_day(week: Week, event: Event) -> bool:
    """Whether its own sentence has a date; the day of the sentences before may be that of another meeting."""
    doc = week.docs[event.evidence.article]
    return bool(event.context) or bool(dates_in(doc, doc.sentences[event.sentence].span))


__all__ = ["is_dated_by_an_end", "is_of_an_end", "names_its_day"]
