"""A meeting of other offices than those just told of: `Los dos presidentes acordaron que los cancilleres se reúnan`."""

from __future__ import annotations

import dataclasses

from briefing.extract.reading import Reading
from briefing.extract.sentence.trees import is_relation
from briefing.model import Event


def without_other_offices(reading: Reading, claim: Event, last: Event | None, rule: str) -> Event | None:
    """The last meeting without its people, by a `rule`, where others than they will meet."""
    if last is None or not are_of_other_offices(reading, claim, last):
        return last
    return dataclasses.replace(last, people=(), rules=(rule,))


def are_of_other_offices(reading: Reading, claim: Event, last: Event) -> bool:
    """Whether the words for who meets now are of an office that none of those who met last holds."""
    tokens = reading.trees[claim.sentence].tokens
    nouns = {t.lemma.lower() for t in tokens if is_relation(t, "nsubj") and t.upos == "NOUN" and t.feat("Number") == "Plur"}
    told = {role for noun in nouns for role in offices_called(reading, noun)}
    actors = [reading.doc.actors.get(name) for name in last.people]
    held = [actor.role for actor in actors if actor is not None and actor.role in reading.knowledge.roles]
    known = [role for role in held if role is not None and is_of_one(reading, role)]
    return bool(told and known) and not told & {*held}


def offices_called(reading: Reading, noun: str) -> set[str]:
    """The offices of a government that one word names: `canciller`, `president`."""
    language = reading.doc.article.language
    forms = (
        (role, {form.lower() for form in entry.forms.get(language, ())}) for role, entry in reading.knowledge.roles.items()
    )
    return {role for role, known in forms if noun in known and is_of_one(reading, role)}


def is_of_one(reading: Reading, role: str) -> bool:
    """An office that a government has once, and no epithet."""
    entry = reading.knowledge.roles[role]
    return (entry.minister or entry.head_of_government) and not entry.epithet


__all__ = ["without_other_offices"]
