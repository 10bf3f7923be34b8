"""What somebody says of what he has done himself: `niega haber firmado`, `asegura haber firmado`."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from briefing.model import Actor
from briefing.realize.tell.state import Telling
from briefing.realize.tell.verbal.subjects import is_somebody
from briefing.realize.tell.verbal.verb_words import stands_between
from briefing.realize.wording.transfer import GateClosedError
from briefing.realize.wording.verbs import VerbGroup, rules_of


def having_done(telling: Telling, group: VerbGroup, *, of_somebody: bool) -> VerbGroup:
    """`denies having signed`, but `says that she signed`, of whoever is the subject of the verb above.

    `of_somebody`: what somebody is accused of, or blamed for.

    Raises GateClosedError behind another verb, and where no pronoun is certain.
    """
    if telling.said and telling.said[-1] in rules_of(telling.language)["infinitive_after"] and of_somebody:
        return dataclasses.replace(group, tense="perfect gerund")  # `acusó a Perú de haber firmado`
    if stands_between(telling):
        raise GateClosedError("infinitive_of_another_kind")
    if telling.verb in telling.words["ing_after"]:
        return dataclasses.replace(group, tense="perfect gerund")
    above = _saying_above(telling, group.used[0])
    pronoun = _pronoun_of(telling, above) if above is not None else None
    if pronoun is None or group.adverbs:
        raise GateClosedError("infinitive_of_another_kind")
    telling.said += [telling.words["that"]["clause"], pronoun]
    plural = pronoun == rules_of(telling.language)["subject_pronouns"]["group"]
    return dataclasses.replace(group, tense="pluperfect" if telling.past else "past", plural=plural)


def _saying_above(telling: Telling, first: int) -> int | None:
    """The verb of saying that stands right before: no other may have come between."""
    t, place = telling.t, telling.order.index(first)
    before = [i for i in telling.order[:place] if t.tokens[i].upos in {"VERB", "AUX"}]
    if not before or t.passage.tree.lemmas[before[-1]] not in telling.words["having_told"]:
        return None
    return before[-1] if t.passage.tree.lemmas[before[-1]] == telling.verb else None


def _pronoun_of(telling: Telling, verb: int) -> str | None:
    """`it`, `she`: of the one subject that the verb has of its own, a name."""
    t = telling.t
    subjects = [i for i in t.below(verb, "nsubj") if i in telling.order]
    subject = _whose_relative(telling, subjects[0], verb) if len(subjects) == 1 else None
    if subject is None or t.below(subject, "conj") or not is_somebody(t, subject):
        return None
    actor = _actor_of(telling, subject)
    table: Mapping[str, str] = rules_of(telling.language)["subject_pronouns"]
    pronoun: str | None = table.get((actor.gender or "") if actor.kind == "person" else actor.kind) if actor else None
    several = t.tokens[verb].feat("Number") == "Plur"
    if several and actor is not None and actor.kind == "government":  # `las autoridades de Chile afirman`
        return str(table["group"])
    return pronoun if several == (pronoun == table["group"]) else None


def _whose_relative(telling: Telling, subject: int, verb: int) -> int | None:
    """The subject; of `Ana Ruiz, quien asegura …` the name right before the comma, if the parser hangs the clause on it."""
    t = telling.t
    if t.tokens[subject].upos != "PRON":
        return subject
    above, before = t.tokens[verb].head, subject - 2
    if t.relations[verb] != "acl" or before < 0 or t.tokens[subject - 1].form != ",":
        return None
    near = [m for m in t.mentions if m.span.contains(t.tokens[before].span) and m.span.contains(t.tokens[above].span)]
    person = _actor_of(telling, above)
    return above if near and person is not None and person.kind == "person" else None


def _actor_of(telling: Telling, index: int) -> Actor | None:
    t = telling.t
    found = [m for m in t.mentions if not m.place and m.span.contains(t.tokens[index].span)]
    nearest = min(found, key=lambda m: len(m.span), default=None)
    return t.passage.doc.actors.get(nearest.actor) if nearest is not None and t.passage.doc else None
