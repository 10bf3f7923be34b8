"""A meeting whose own words go on to say that it is off: `Debía reunirse la mesa; ha sido cancelada`."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.meetings.carriers import verb_group
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.trees import Tree, case_of, children, is_passive, is_relation, mark_of, subtree
from briefing.extract.standings.postponing import is_calling_off
from briefing.model import MeetingStatus


def off_by_own_clause(reading: Reading, tree: Tree, clause: Clause, host: int) -> MeetingStatus | None:
    """Called off or put off, in the passive, by a clause that has no subject but the meeting."""
    noun = clause.form.kind == "noun" and clause.head == host
    above = tree.tokens[clause.head].head
    if noun and above >= 0 and is_relation(tree.tokens[clause.head], "nsubj") and children(tree, above, "cop"):
        noun, host = False, above  # `Estaba prevista la visita, pero fue cancelada`
    verbs = relatives_behind(reading, tree, clause.head) if noun else clauses_behind(reading, tree, host)
    told = [verb for verb in verbs if is_off(reading, tree, verb)]
    if len(told) != 1:
        return None
    token = tree.tokens[told[0]]
    return "cancelled" if {token.lemma.lower(), token.form.lower()} & reading.words.cancelling else "postponed"


def is_off(reading: Reading, tree: Tree, verb: int) -> bool:
    doubted = any(doubt(reading, tree, verb) for doubt in (is_negated, is_conditional, is_future))
    return not doubted and is_passive(tree, verb) and is_calling_off(reading, tree, verb)


def is_only_feared(reading: Reading, tree: Tree, told: set[str]) -> bool:
    """`tenía previsto viajar; la visita podría ser suspendida`: nothing is off, whatever clause the change stands in."""
    changes = [i for i, t in enumerate(tree.tokens) if {t.lemma.lower(), t.form.lower()} & told]
    return bool(changes) and all(is_conditional(reading, tree, i) for i in changes)


def clauses_behind(reading: Reading, tree: Tree, host: int) -> Iterator[int]:
    """`The panel was due to meet on May 4; it has been cancelled`, `…; ha sido cancelada`, however a parser joins it."""
    for verb in (c for i in verb_group(tree, host) for c in children(tree, i, "conj", "parataxis", "advcl")):
        subjects = [tree.tokens[c].form.lower() for c in children(tree, verb, "nsubj")]
        own = all(form in reading.words.it_pronouns for form in subjects)
        if verb > host and own and not mark_of(tree, verb) and not children(tree, verb, "obj"):
            yield verb


def relatives_behind(reading: Reading, tree: Tree, noun: int) -> Iterator[int]:
    """`Reunión de la mesa, prevista en Tacna, que fue cancelada`: hung on the town or the body; not on a plan or a bridge."""
    relatives = (i for i in subtree(tree, noun) if i > noun and is_relation(tree.tokens[i], "acl"))
    for verb in (i for i in relatives if is_of_the_meeting(reading, tree, noun, tree.tokens[i].head)):
        subjects = [tree.tokens[c].form.lower() for c in children(tree, verb, "nsubj")]
        if subjects and all(form in reading.words.relatives for form in subjects) and agrees(tree, noun, verb):
            yield verb


def is_of_the_meeting(reading: Reading, tree: Tree, noun: int, above: int) -> bool:
    token, words = tree.tokens[above], reading.words
    town = token.upos == "PROPN" and case_of(tree, above) in words.place_cases
    planned = bool({token.lemma.lower(), token.form.lower()} & (words.scheduling | words.planning))
    return above == noun or town or planned or (token.head == noun and token.lemma.lower() in words.meeting_bodies)


def agrees(tree: Tree, noun: int, verb: int) -> bool:
    """`que fue cancelada`, of a meeting and not of a plan: in gender, where the language has one."""
    genders = {tree.tokens[i].feat("Gender") for i in (noun, verb)} - {"", None}
    return len(genders) < 2


__all__ = ["is_only_feared", "off_by_own_clause"]
