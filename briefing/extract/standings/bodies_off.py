"""A body whose sitting is off: the relative clause tells what was planned, the body's own verb that it is called or put off."""

from __future__ import annotations

from briefing.extract.meetings.carriers import words_of_all
from briefing.extract.reading import Reading
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.trees import Tree, children, is_relation
from briefing.extract.standings.moved import move_in
from briefing.extract.standings.not_held import comes_about
from briefing.extract.standings.postponing import is_calling_off

SITS = "meet"
"""The act of a body that is to sit."""


def is_planned_and_off(reading: Reading, tree: Tree, body: int, verb: int) -> bool:
    """`The joint commission, due to meet on May 4, has been put off`, `la comisión mixta, que debía reunirse, se aplazó`."""
    above = tree.tokens[body].head
    subject = is_relation(tree.tokens[body], "nsubj") and is_calling_off(reading, tree, above)
    match = match_act(reading, tree, verb)
    held = comes_about(reading, tree, verb)  # `which was to have been held in Tacna on May 4`
    sits = held or (match is not None and match[0].id == SITS)
    due = [c for c in children(tree, body, "acl") if c < verb]  # `which was due to meet`, of which a tree makes two relatives
    parts = words_of_all(tree, (verb, *due, *children(tree, verb, "aux", "mark", "cop", "advmod")))
    planned = bool(parts & (reading.words.planning | reading.words.scheduling)) or is_to_be_held_then(reading, tree, verb)
    unsure = any(doubt(reading, tree, above) for doubt in (is_negated, is_conditional, is_future)) if subject else True
    whole = bool(children(tree, verb, "nsubj"))  # the verb of a whole clause carries the sitting to its new day itself
    moved = move_in(reading, reading.number_of(tree)) if whole else None
    return planned and sits and not unsure and (held or moved is None)


def is_to_be_held_then(reading: Reading, tree: Tree, verb: int) -> bool:
    """`was to have met`: the infinitive of the perfect behind a form of `be`."""
    marked = any(tree.tokens[c].form.lower() in reading.words.infinitive_marks for c in children(tree, verb, "mark", "aux"))
    return marked and any(tree.tokens[c].lemma.lower() in reading.words.be_to for c in children(tree, verb, "aux", "cop"))


__all__ = ["is_planned_and_off"]
