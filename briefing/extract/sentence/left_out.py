"""Whether an elided subject may be another's than the last one's: `El Ministerio inauguró el puente. Cerrará en agosto`."""

from __future__ import annotations

from briefing.extract.reading import Reading, mention_at, quote_at
from briefing.extract.sentence.named_subjects import Subject
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import Tree, children, finite_of, is_passive, is_relation, root_of
from briefing.knowledge.entries import Act

SPOKEN = frozenset({"speech", "reporting", "wish", "meeting"})
"""Kinds of acts that only people and bodies do."""


def may_be_anothers(reading: Reading, number: int, head: int, act: Act, last: Subject) -> bool:
    """Whether the sentence before tells of somebody else, or of a thing that may do it as well as a ministry."""
    place = sentence_with_subject(reading, number)
    if place is None:
        return False
    before, root = reading.trees[place], root_of(reading.trees[place])
    if quote_at(reading, before.tokens[root].span):
        return False
    subjects = [i for i in children(before, root, "nsubj") if before.tokens[i].upos in {"NOUN", "PROPN"}]
    if subjects and find_subject(reading, before, root) is None:
        return act.kind not in SPOKEN or acts_itself(reading, before, root, subjects[0])
    if act.kind in SPOKEN or is_of_a_person(reading, last):
        return False
    verb = finite_of(reading.trees[number], head).feat("Number")
    return any(tells_of_a_thing(reading, reading.trees[n], verb) for n in range(place, number))


def sentence_with_subject(reading: Reading, number: int) -> int | None:
    """The last sentence before one whose main verb has a subject: `El buque llegó. Es blanco. Dispone de …`."""
    for place in range(number - 1, -1, -1):
        if not reading.is_body(place):
            return None
        if children(reading.trees[place], root_of(reading.trees[place]), "nsubj"):
            return place
    return None


def acts_itself(reading: Reading, tree: Tree, root: int, subject: int) -> bool:
    """`El alcalde lo lamentó`, `La empresa cerró su oficina`: somebody whom no sentence gives a country, and who can speak."""
    words = reading.words
    somebody = words.holders | words.diplomats | words.sources | words.people_nouns | words.spokespeople | words.officials
    does = bool(children(tree, root, "obj", "iobj", "ccomp", "xcomp")) and not is_passive(tree, root)
    known = tree.tokens[subject].lemma.lower() in somebody or mention_at(reading, tree.tokens[subject].span) is not None
    return does or known


def is_of_a_person(reading: Reading, subject: Subject) -> bool:
    actors = [reading.doc.actors.get(name) for name in subject.actors]
    return all(actor is not None and actor.kind in {"person", "office"} for actor in actors)


def tells_of_a_thing(reading: Reading, tree: Tree, number: str | None) -> bool:
    """A noun of a verb's number that a sentence acts upon, or tells something of inside."""
    root = root_of(tree)
    things = (t for t in tree.tokens if is_relation(t, "obj") or (is_relation(t, "nsubj") and t.head != root))
    nouns = (t for t in things if t.upos in {"NOUN", "PROPN"} and mention_at(reading, t.span) is None)
    return any((t.feat("Number") or number) == number for t in nouns)


__all__ = ["may_be_anothers"]
