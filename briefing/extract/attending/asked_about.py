"""Whom an interview's `we` has besides its speaker: `—¿Habló con Petit?  —Nos veremos el 5 en Lomé.`"""

from __future__ import annotations

import dataclasses

from briefing.extract.reading import Reading, codes_of, mentions_in, speaker_of
from briefing.extract.sentence.trees import case_of
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
        rules=tuple(dict.fromkeys(("meeting", *claim.rules, "sides:asked_about"))),
    )


def with_whom_it_was(reading: Reading, claim: Event) -> Event:
    """`—¿Habló con la ministra Petit?  —Sí, hablé con ella el lunes`: who answers, with whom was asked about."""
    tree = reading.trees[claim.sentence]
    pronouns = [t for i, t in enumerate(tree.tokens) if t.upos == "PRON" and case_of(tree, i) in reading.words.with_cases]
    if len(claim.people) != 1 or len(pronouns) != 1 or pronouns[0].feat("Person") != "3":
        return claim
    asked = with_whom_asked_about(reading, claim)
    others = [reading.doc.actors[name] for name in asked.people if name not in claim.people] if asked else []
    gender = {"Fem": "f", "Masc": "m"}.get(pronouns[0].feat("Gender") or "")
    fits = len(others) == 1 and (not gender or others[0].gender in {gender, None})
    return asked if asked and fits else claim


def names_company(reading: Reading, claim: Event) -> bool:
    """`Hoy tenemos una reunión con empresarios`: with whom, the answer says itself."""
    tree = reading.trees[claim.sentence]
    with_whom = [i for i in range(len(tree.tokens)) if case_of(tree, i) in reading.words.with_cases]
    return any(tree.tokens[i].upos != "PRON" for i in with_whom)  # `hablé con ella`: of whom the question tells


def is_question(reading: Reading, number: int) -> bool:
    return "?" in reading.trees[number].sentence.span.of(reading.text)


def is_an_official(reading: Reading, mention: Mention) -> bool:
    actor = reading.doc.actors.get(mention.actor)
    return actor is not None and actor.kind in {"person", "office", "country", "government"}


__all__ = ["with_whom_asked_about", "with_whom_it_was"]
