"""Whom an interview's `we` has besides its speaker: `—¿Habló con Petit?  —Nos veremos el 5 en Lomé.`"""

from __future__ import annotations

import dataclasses

from briefing.extract.reading import Reading, codes_of, mentions_in, speaker_of
from briefing.extract.trees import case_of
from briefing.model import Event, Mention

NEAR = 4
"""Sentences from the question to the answer that tells of the meeting: `Yes.` and a label may stand between."""


def with_whom_asked_about(reading: Reading, claim: Event) -> Event | None:
    """The meeting of who answers and of the one official or office of another country that the question names."""
    turn = reading.turn_at(reading.trees[claim.sentence].sentence.span)
    speaker = reading.doc.actors.get((speaker_of(reading, turn) if turn else None) or "")
    if speaker is None or speaker.kind != "person" or speaker.country is None or reading.is_scrambled:
        return None
    if names_company(reading, claim):
        return None
    asked = next(
        (n for n in range(claim.sentence - 1, max(-1, claim.sentence - 1 - NEAR), -1) if is_question(reading, n)), None
    )
    named = mentions_in(reading, reading.trees[asked].sentence.span) if asked is not None else []
    others = [m for m in named if not m.place and speaker.country not in codes_of(reading, m.actor)]
    countries = {code for m in others for code in codes_of(reading, m.actor)}
    if len(countries) != 1 or not all(is_an_official(reading, m) for m in others):
        return None
    people = tuple(dict.fromkeys(m.actor for m in others if reading.doc.actors[m.actor].kind == "person"))
    if len(people) > 1:
        return None
    return dataclasses.replace(
        claim,
        actors=(speaker.country, *countries),
        people=(speaker.id, *people),
        rules=("meeting", *claim.rules, "sides:asked_about"),
    )


def names_company(reading: Reading, claim: Event) -> bool:
    """`Hoy tenemos una reunión con empresarios`: with whom, the answer says itself."""
    tree = reading.trees[claim.sentence]
    return any(case_of(tree, index) in reading.words.with_cases for index in range(len(tree.tokens)))


def is_question(reading: Reading, number: int) -> bool:
    return "?" in reading.trees[number].sentence.span.of(reading.text)


def is_an_official(reading: Reading, mention: Mention) -> bool:
    actor = reading.doc.actors.get(mention.actor)
    return actor is not None and actor.kind in {"person", "office", "country", "government"}


__all__ = ["with_whom_asked_about"]
