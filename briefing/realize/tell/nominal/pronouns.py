"""Pronouns: whoever spoke last, the first person of a text that has an issuer or a speaker, `something`."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model import Actor, Token
from briefing.realize.edition import actor_name
from briefing.realize.given_names import gender_of
from briefing.realize.leaning.references import whom_a_pronoun_means
from briefing.realize.tell.nominal.names import words_for_actor
from briefing.realize.tell.state import Telling
from briefing.realize.tell.verbal.subjects import say_voice, whose_act
from briefing.realize.tell.verbal.voices import BOTH, first_number
from briefing.realize.wording.transfer import GateClosedError, base

FIRST = "\0"
"""Who the subject is where it is the first person."""


def subject_pronoun(telling: Telling) -> bool:
    """`he said that he …`: left out where it is who spoke last, by name where it is somebody else, else not said."""
    token = telling.token
    if token.upos == "PRON" and (number := first_number(token, telling.words["first_subjects"])):
        return _first_person(telling, token, number)
    if token.upos != "PRON" or token.form.casefold() not in telling.words.get("subject_pronouns", ()):
        return False
    if base(token) == "expl" or _is_expletive(telling):
        telling.at += 1
        return True
    if base(token) != "nsubj":
        raise GateClosedError("pronoun_as_object")
    mention = next((m for m in telling.t.mentions if m.span.contains(token.span)), None)
    if mention is None and _is_its_teller(telling, token):
        telling.at += 1
        return True
    said = words_for_actor(telling, mention) if mention else None
    meant = mention.actor if mention and said else ""
    if not said and (person := whom_a_pronoun_means(telling.t.passage, telling.index)) is not None:
        said, meant = _person_words(telling, person), person.id
    if not said:
        raise GateClosedError("pronoun_of_nobody")
    if meant != telling.subject_actor:
        telling.said.append(said)
    telling.subject_actor = meant
    telling.at += 1
    return True


def _person_words(telling: Telling, person: Actor) -> str | None:
    """Who was named in the sentence before: by name."""
    name = actor_name(telling.t.edition, person)
    return telling.people.get(name, name) if name else None


def _is_its_teller(telling: Telling, token: Token) -> bool:
    """`Rivas said he would travel`, `Norway said it will pay`: right behind a teller who alone has been named."""
    t, clause = telling.t, telling.t.tokens[token.head]
    teller = clause.head if base(clause) == "ccomp" else -1
    if teller < 0 or t.tokens[teller].lemma.casefold() not in telling.words["tellers"]:
        return False
    dated = t.passage.dated
    between = [t.tokens[i] for i in range(teller + 1, telling.index) if i not in dated and not dated & {t.tokens[i].head}]
    before = [m for m in t.mentions if not m.place and m.span.stop <= t.tokens[teller].span.start]
    outside = {m.actor for m in before if not any(other is not m and other.span.contains(m.span) for other in before)}
    subjects = [i for i in t.below(teller, "nsubj") if any(m.span.contains(t.tokens[i].span) for m in before)]
    doc = t.passage.doc
    if any(one.upos != "SCONJ" for one in between) or len(outside) != 1 or len(subjects) != 1 or doc is None:
        return False
    actor = doc.actors[outside.pop()]
    wanted: str | None = telling.words["pronoun_genders"].get(token.form.casefold())
    gender = actor.gender or gender_of(next(iter(actor.name.values())))
    return wanted is not None and wanted == ((gender or wanted) if actor.kind == "person" and wanted != "thing" else "thing")


def _first_person(telling: Telling, token: Token, number: str) -> bool:
    """`we`, `nosotros` as a subject: whose it is, once where the other language needs it once."""
    if telling.voice is None or base(token) != "nsubj" or number not in telling.voice.subject:
        return False
    whose = whose_act(telling, token.head, number)
    again = telling.voiced and telling.subject_actor == FIRST and telling.modifiers_first
    if not again:
        say_voice(telling, whose)
    telling.subject_actor = BOTH if whose == BOTH else FIRST
    telling.plurals[telling.index] = telling.voice.plural or whose == BOTH
    telling.at += 1
    return True


def own_country(telling: Telling) -> bool:
    """`our country`, `nuestro país` in the mouth of a member of its government: by name."""
    voice = telling.voice
    if voice is None or not voice.reported or (following := telling.peek(1)) is None:
        return False
    if first_number(telling.token, telling.words["first_owners"]) != "Plur":
        return False
    if following.form.casefold() not in telling.words["own_country"]:
        return False
    telling.said.append(voice.subject["Plur"])
    telling.at += 2
    return True


def _is_expletive(telling: Telling) -> bool:
    """`it is necessary to …`."""
    head = telling.token.head
    judged = telling.t.tokens[head].upos == "ADJ" and bool(telling.t.below(head, "csubj", "ccomp", "advcl", "xcomp"))
    return judged and telling.token.form.casefold() == telling.words["expletive"]


def indefinite(telling: Telling) -> bool:
    """`algo`, `something`."""
    table: Mapping[str, str] = telling.words["pronouns"]
    if telling.token.upos != "PRON" or telling.token.form.casefold() not in table:
        return False
    telling.said.append(table[telling.token.form.casefold()])
    telling.at += 1
    return True
