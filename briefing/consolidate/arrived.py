"""What was told as not yet there and has come since: `a loan that has not arrived yet`, `received the loan`.

Printed after it has come the line misleads; it is told no more.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from briefing.consolidate.meetings.overtaken import is_older
from briefing.consolidate.sentences import bodies, claim_at, says
from briefing.consolidate.settled import things_of
from briefing.consolidate.week import SentenceKey, Week
from briefing.knowledge import load_language

THINGS = 2
"""Nouns that both sentences share beside names: of one alone something else may have come."""


def without_arrived(week: Week) -> Week:
    """The week without the sentences that tell as awaited what another, no older article tells as come."""
    come = [key for key in arrivals(week) if key not in week.negated_anywhere and not is_awaited(week, key)]
    told = {(c.evidence.article, c.sentence) for claims in week.claims.values() for c in claims}
    gone = {key for key in told if is_awaited(week, key) and any(has_come(week, key, at) for at in come)}
    if not gone:
        return week
    kept = {name: tuple(c for c in row if (name, c.sentence) not in gone) for name, row in week.claims.items()}
    return dataclasses.replace(week, claims=kept)


def has_come(week: Week, key: SentenceKey, at: SentenceKey) -> bool:
    """Of another article that is surely no older, on the same things: `the first millions of the deposit`."""
    if at[0] == key[0] or is_older(week, claim_at(week, at), claim_at(week, key)):
        return False
    return len(things_of(week, at) & things_of(week, key)) >= THINGS


def arrivals(week: Week) -> Iterator[SentenceKey]:
    """The sentences with a verb of coming, paying or handing over in the past."""
    for key, sentence in bodies(week):
        verbs = load_language("compare", "words")["come_since"][week.docs[key[0]].article.language]
        done = (t for t in sentence.tokens if t.feat("Tense") == "Past" or t.feat("VerbForm") == "Part")
        if any(token.lemma.lower() in verbs for token in done):
            yield key


def is_awaited(week: Week, key: SentenceKey) -> bool:
    """`has not arrived yet`, `no ha llegado todavía`: a verb of coming, denied, with `yet`."""
    doc = week.docs[key[0]]
    sentence, words = doc.sentences[key[1]], load_language("compare", "words")
    comes = any(token.lemma.lower() in words["come_since"][doc.article.language] for token in sentence.tokens)
    return (
        comes and key in week.negated_anywhere and says(sentence.span.of(doc.article.text), words["yet"][doc.article.language])
    )


__all__ = ["without_arrived"]
