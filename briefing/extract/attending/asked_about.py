"""Whom an interview's `we` has besides its speaker: `—¿Habló con Petit?  —Nos veremos el 5 en Lomé.`"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from briefing.extract.reading import Reading, codes_of, is_person, mentions_in, speaker_of
from briefing.extract.sentence.trees import Tree, case_of, children, finite_of, is_relation, root_of
from briefing.model import FULL_NAME, SURNAME, Actor, Claim, Event, Mention
from briefing.model.known_rows import COUNTERPART

NEAR = 4
"""Sentences from the question to the answer that tells of the meeting: `Yes.` and a label may stand between."""


def with_whom_asked_about(reading: Reading, claim: Event) -> Event | None:
    """The meeting of who answers and of the one official or office of another country that the question names."""
    if reading.is_scrambled or names_company(reading, claim):
        return None
    if is_of_others(reading, claim.sentence):
        return with_the_two_asked_about(reading, claim)
    speaker = who_answers(reading, claim.sentence)
    others = asked_about(reading, claim.sentence, speaker) if speaker else []
    if speaker is None or not others:
        return None
    people = tuple(dict.fromkeys(m.actor for m in others if reading.doc.actors[m.actor].kind == "person"))
    return None if len(people) > 1 else met_by(reading, claim, (speaker.id, *people), others)


def with_the_two_asked_about(reading: Reading, claim: Event) -> Event | None:
    """`Has Ruiz been in touch with Lund? — They spoke by telephone on May 4`: the only two officials of the question.

    Where one has a country, a minister without one is of the house that answers.
    """
    asked = question_before(reading, claim.sentence)
    named = [m for m in mentions_in(reading, reading.trees[asked].sentence.span) if not m.place] if asked is not None else []
    people = {m.actor: reading.doc.actors[m.actor] for m in named if is_person(reading, m.actor)}
    countries = {actor.country or home_of_turn(reading, claim.sentence) for actor in people.values()} - {None}
    named_codes = {code for m in named for code in codes_of(reading, m.actor)}
    if not all(map(is_in_office, people.values())) or len(people) != 2 or len(countries) != 2:
        return None
    codes = tuple(sorted(country for country in countries if country))
    return dataclasses.replace(met_by(reading, claim, tuple(people), named), actors=codes) if named_codes <= {*codes} else None


def home_of_turn(reading: Reading, number: int) -> str | None:
    """The country of who answers: an official, or a ministry whose spokesperson has no name."""
    turn = reading.turn_at(reading.trees[number].sentence.span)
    speaker = reading.doc.actors.get((speaker_of(reading, turn) if turn else None) or "")
    return speaker.country if speaker is not None else None


def met_by(reading: Reading, claim: Event, people: Sequence[str], named: Sequence[Mention]) -> Event:
    codes = (code for name in (*people, *(m.actor for m in named)) for code in codes_of(reading, name))
    rules = tuple(dict.fromkeys(("meeting", *claim.rules, "sides:asked_about")))
    return dataclasses.replace(claim, actors=tuple(dict.fromkeys(codes)), people=tuple(people), rules=rules)


def who_answers(reading: Reading, number: int) -> Actor | None:
    """The person in whose turn a sentence is, with the country that he answers for."""
    turn = reading.turn_at(reading.trees[number].sentence.span)
    speaker = reading.doc.actors.get((speaker_of(reading, turn) if turn else None) or "")
    return speaker if speaker is not None and speaker.kind == "person" and speaker.country else None


def asked_about(reading: Reading, number: int, speaker: Actor) -> list[Mention]:
    """The officials, offices and governments of the only other country that the question before names."""
    asked = question_before(reading, number)
    named = mentions_in(reading, reading.trees[asked].sentence.span) if asked is not None else ()
    others = [m for m in named if not m.place and speaker.country not in codes_of(reading, m.actor)]
    countries = {code for m in others for code in codes_of(reading, m.actor)}
    return others if len(countries) == 1 and all(is_an_official(reading, m) for m in others) else []


def official_asked_about(reading: Reading, number: int) -> str | None:
    """`¿Ha hablado con el ministro Lund?  —Me llamó el lunes`: the one official by name of whom the answer can tell."""
    speaker = who_answers(reading, number)
    others = asked_about(reading, number, speaker) if speaker is not None else []
    people = {m.actor for m in others if is_in_office(reading.doc.actors[m.actor])}
    return people.pop() if len(people) == 1 else None


def official_told_of(reading: Reading, number: int) -> str | None:
    """`El ministro Lund me llamó ayer.  —¿Se verán?  —El 3 de mayo`: the one official whom the talk has named last.

    Of the question before, or of what was asked and answered before it; nobody where two stand in one sentence.
    """
    speaker, asked = who_answers(reading, number), question_before(reading, number)
    codes: set[str] = set()
    for before in range(asked if asked is not None else -1, -1, -1):
        named = [m.actor for m in mentions_in(reading, reading.trees[before].sentence.span) if not m.place]
        others = {a for a in named if speaker is not None and speaker.country not in codes_of(reading, a)}
        codes |= {code for actor in others for code in codes_of(reading, actor)}
        people = [actor for actor in others if is_in_office(reading.doc.actors[actor])]
        if people or len(codes) > 1:
            return people[0] if len(people) == len(codes) == 1 else None
    return None


def is_in_office(actor: Actor) -> bool:
    return actor.kind == "person" and (actor.official or actor.role == COUNTERPART)


def question_before(reading: Reading, number: int) -> int | None:
    return next((n for n in range(number - 1, max(-1, number - 1 - NEAR), -1) if is_question(reading, n)), None)


def is_of_others(reading: Reading, number: int) -> bool:
    """`They spoke`, `Hablaron por teléfono`: the main verb is of two others, and not of who answers."""
    tree = reading.trees[number]
    root = root_of(tree)
    subjects = [tree.tokens[c] for c in children(tree, root, "nsubj")]
    told = subjects[:1] or [finite_of(tree, root)]
    alone = not subjects or subjects[0].upos == "PRON"
    return alone and all(t.feat("Person") == "3" and t.feat("Number") == "Plur" for t in told)


def with_whom_it_was(reading: Reading, claim: Event, before: Sequence[Claim]) -> Event:
    """`—¿Habló con la ministra Petit?  —Sí, hablé con ella el lunes`: who answers, with whom was asked about.

    `I will go there on May 4 to meet her again`, behind another question: whom he has just told that he met.
    """
    met = partner_by_pronoun(reading, reading.trees[claim.sentence])
    if len(claim.people) != 1 or met is None:
        return with_counterpart_asked_about(reading, claim)
    asked = with_whom_asked_about(reading, claim) or met_before(reading, claim, before)
    others = [reading.doc.actors[name] for name in asked.people if name not in claim.people] if asked else []
    gender = reading.words.gender_of(met)
    fits = len(others) == 1 and (not gender or others[0].gender in {gender, None})
    return asked if asked and fits else claim


def partner_by_pronoun(reading: Reading, tree: Tree) -> str | None:
    """`with her`, `con ella`, `met her`: the only pronoun for whom somebody met, as it is written."""
    of_meeting = {lemma for lemma, forms in reading.acts.items() if any(act.meeting for act, _ in forms)}
    found = [
        t
        for i, t in enumerate(tree.tokens)
        if t.upos == "PRON"
        and (
            case_of(tree, i) in reading.words.with_cases
            or (is_relation(t, "obj") and t.head >= 0 and tree.tokens[t.head].lemma.lower() in of_meeting)
        )
    ]
    one = found[0] if len(found) == 1 else None
    mutual = one is not None and one.form.lower() in reading.words.mutual
    return one.form.lower() if one and one.feat("Person") == "3" and one.feat("Number") != "Plur" and not mutual else None


def met_before(reading: Reading, claim: Event, before: Sequence[Claim]) -> Event | None:
    """With the only one whom the same speaker has told that he met, where the question names nobody else."""
    asked = question_before(reading, claim.sentence)
    named = mentions_in(reading, reading.trees[asked].sentence.span) if asked is not None else ()
    met = [e for e in before if isinstance(e, Event) and e.meeting and {*claim.people} < {*e.people} and len(e.people) == 2]
    if who_answers(reading, claim.sentence) is None or not met or len({frozenset(e.people) for e in met}) > 1:
        return None
    if any(m.actor not in met[-1].people for m in named if not m.place):
        return None
    rules = tuple(dict.fromkeys((*claim.rules, "sides:met_before")))
    return dataclasses.replace(claim, people=met[-1].people, actors=met[-1].actors, rules=rules)


def with_counterpart_asked_about(reading: Reading, claim: Event) -> Event:
    """`¿Verá a su homólogo paraguayo?  —Me reuniré con Horacio Benzo el 29`: the name is that of the office asked about."""
    speaker = who_answers(reading, claim.sentence)
    names = [name for name in claim.people if name.startswith((SURNAME, FULL_NAME))]
    if speaker is None or len(claim.people) != 2 or len(names) != 1 or speaker.id not in claim.people:
        return claim
    others = asked_about(reading, claim.sentence, speaker)
    offices = {m.actor for m in others if reading.doc.actors[m.actor].kind == "office"}
    if len(offices) != 1 or any(m.actor not in offices for m in others) or len(names[0].partition(":")[2].split()) < 2:
        return claim
    people = tuple(FULL_NAME + name.partition(":")[2] if name in names else name for name in claim.people)
    return met_by(reading, dataclasses.replace(claim, people=people), people, others)


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


__all__ = [
    "official_asked_about",
    "official_told_of",
    "question_before",
    "who_answers",
    "with_whom_asked_about",
    "with_whom_it_was",
]
