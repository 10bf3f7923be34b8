"""Meetings to come that somebody expects and nobody has announced: by officials without a name, or said to be unconfirmed.

`are expected to speak on Monday, according to two officials`; `will meet in May. Neither government has confirmed it`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence

from briefing.extract.attending.company import host_verb
from briefing.extract.meetings.carriers import verb_group
from briefing.extract.reading import Reading, mentions_over
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_negated
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    case_of,
    children,
    finite_of,
    is_passive,
    is_relation,
    is_verbal,
    places_of,
    subtree,
)
from briefing.model import Event
from briefing.model.marks import UNDECIDED
from briefing.model.meeting_kinds import OF_NOBODY

REACH = 2
"""Sentences behind in which it is said that nothing is decided."""


def left_open(reading: Reading, clause: Clause, event: Event) -> Event:
    """The meeting, unconfirmed where it is only expected, or where the next sentence says that nobody has confirmed it."""
    if event.status != "upcoming" or event.meeting in OF_NOBODY:
        return event
    if is_undecided_behind(reading, clause.sentence):
        return dataclasses.replace(event, status="unconfirmed", rules=(*event.rules, UNDECIDED))
    tree = reading.trees[clause.sentence]
    if is_unconfirmed_here(reading, tree):  # `by Togo`: which announces none, and is no source of it
        return dataclasses.replace(event, status="unconfirmed", attribution=(), rules=(*event.rules, UNDECIDED))
    if event.date is None:
        return event
    host = host_verb(reading, tree, clause.head)
    open_yet = is_expected_only(reading, tree, (*verb_group(tree, host), *ancestors(tree, host)))
    open_yet = open_yet or is_unconfirmed_behind(reading, tree) or is_plan_of_before(reading, tree, host)
    return dataclasses.replace(event, status="unconfirmed") if open_yet else event


def is_plan_of_before(reading: Reading, tree: Tree, host: int) -> bool:
    """`La sesión iba a celebrarse el 4 de mayo`: what was planned then, and may stand no more; not `dijo que iba a …`."""
    helpers = [tree.tokens[c] for verb in verb_group(tree, host) for c in children(tree, verb, "aux")]
    then = any(t.lemma.lower() in reading.words.lapsed_plans and t.feat("Tense") == "Imp" for t in helpers)
    return then and not any(is_relation(tree.tokens[i], "ccomp") for i in (host, *ancestors(tree, host)))


def is_undecided_behind(reading: Reading, number: int) -> bool:
    """`Holm will visit Lima, a daily reported. The ministry said that no decision has been made`, a sentence or two behind."""
    behind = [n for n in range(number, number + REACH + 1) if n < len(reading.trees) and reading.is_body(n)]
    trees = [reading.trees[n] for n in behind]
    return any(is_of_the_meeting(reading, tree, run) for tree in trees for run in places_of(tree, reading.words.undecided))


def is_of_the_meeting(reading: Reading, tree: Tree, run: Sequence[int]) -> bool:
    """Not `no decision has been made on the price of grain`, `the fee is still under discussion`: these have their own matter.

    `no decision has been made on the date`, `on the visit`, `it is still under discussion` have none but the meeting.
    """
    tops = [i for i in run if tree.tokens[i].head not in run]
    verbs = {*run, *(tree.tokens[top].head for top in tops if is_verbal(tree.tokens[tree.tokens[top].head]))}
    told = {c for i in verbs for c in children(tree, i, "nsubj", "obj", "obl", "nmod")} - {*run}
    asked = {c for i in verbs for c in children(tree, i, "ccomp", "advcl", "acl", "obl") if is_asked(reading, tree, c)}
    matters = (c for c in told - asked if is_matter(reading, tree, c))
    return all(is_of_an_occasion(reading, tree, c) for c in matters) and all(is_of_going(reading, tree, c) for c in asked)


def is_asked(reading: Reading, tree: Tree, index: int) -> bool:
    """`whether the minister will travel`, `si subirá el peaje`."""
    return any(tree.tokens[m].form.lower() in reading.words.whether_marks for m in children(tree, index, "mark"))


def is_matter(reading: Reading, tree: Tree, index: int) -> bool:
    """`on the price`, `the fee is …`; not who decides, nor when."""
    span = tree.tokens[index].span
    dated = any(date.span.contains(span) for date in reading.doc.dates)
    people = reading.words.officials | reading.words.holders
    decides = bool(mentions_over(reading, span)) or tree.tokens[index].lemma.lower() in people
    return not dated and not decides and case_of(tree, index) in reading.words.topic_cases


def is_of_an_occasion(reading: Reading, tree: Tree, index: int) -> bool:
    """`the visit`, `it`, `the date`, `the place of the meeting`; not `for a press conference`, which is another."""
    if any(tree.tokens[d].feat("Definite") == "Ind" for d in children(tree, index, "det")):
        return False
    words = {tree.tokens[i].lemma.lower() for i in (index, *children(tree, index, "nmod"))}
    return is_meeting_or_it(reading, tree, index) or bool(words & (reading.words.occasions | reading.words.when_words))


def is_of_going(reading: Reading, tree: Tree, index: int) -> bool:
    """`whether he will travel`, `whether to meet`; not `whether he will also go to Togo`, on a further leg."""
    below = [tree.tokens[i] for i in subtree(tree, index)]
    further = any(token.form.lower() in reading.words.more for token in below)
    words = reading.words.occasions | reading.words.going | reading.words.attending
    return not further and any(token.lemma.lower() in words for token in below)


def is_expected_only(reading: Reading, tree: Tree, verbs: Collection[int]) -> bool:
    """`are expected to speak on Monday, according to two officials`: by people whom nobody names, and no announcement."""
    beside = {i for verb in verbs for i in (verb, *children(tree, verb, "xcomp"))}
    near = {word for i in beside for word in (tree.tokens[i].lemma.lower(), tree.tokens[i].form.lower())}
    nouns = [i for i, t in enumerate(tree.tokens) if t.lemma.lower() in reading.words.unnamed_people and is_bare(tree, i)]
    told = any(case_of(tree, i) in reading.words.attribution_cases for i in nouns)
    said = any(is_relation(tree.tokens[i], "nsubj") and tree.tokens[i].head in verbs for i in nouns)
    return bool(near & reading.words.expected) and (told or said)


def is_bare(tree: Tree, index: int) -> bool:
    """Officials, and not `the official, Ana Ruiz`."""
    return not any(is_relation(tree.tokens[c], "appos", "flat") for c in tree.children[index])


def is_unconfirmed_behind(reading: Reading, tree: Tree) -> bool:
    """`… will speak on Monday. Neither presidency has confirmed the call`: the next sentence leaves it open."""
    number = reading.number_of(tree) + 1
    if number >= len(reading.trees) or not reading.is_body(number):
        return False
    after = reading.trees[number]
    verbs = [i for i, t in enumerate(after.tokens) if t.lemma.lower() in reading.words.confirming and is_verbal(t)]
    verbs = [i for i in verbs if finite_of(after, i).feat("VerbForm") == "Fin"]
    verbs = [i for i in verbs if all(is_meeting_or_it(reading, after, c) for c in children(after, i, "obj", "nsubj:pass"))]
    return any(is_negated(reading, after, i) or has_negative_subject(reading, after, i) for i in verbs)


def is_unconfirmed_here(reading: Reading, tree: Tree) -> bool:
    """`The visit, announced for May 18, has not been confirmed by Togo`; not `whose agenda has not been confirmed`."""
    verbs = [i for i, t in enumerate(tree.tokens) if t.lemma.lower() in reading.words.confirming and is_passive(tree, i)]
    for verb in (i for i in verbs if is_negated(reading, tree, i)):
        above = tree.tokens[verb].head  # a parser may hang it on `announced`, whose subject it shares
        subjects = children(tree, verb, "nsubj") or (children(tree, above, "nsubj") if above >= 0 else [])
        if any(tree.tokens[s].upos == "NOUN" and is_meeting_or_it(reading, tree, s) for s in subjects):
            return True
    return False


def is_meeting_or_it(reading: Reading, tree: Tree, index: int) -> bool:
    """`has not confirmed the call`, `no lo ha confirmado`; not `has not confirmed the figures`."""
    token = tree.tokens[index]
    return token.upos == "PRON" or token.lemma.lower() in reading.words.occasions | reading.words.named_as_meeting


def has_negative_subject(reading: Reading, tree: Tree, verb: int) -> bool:
    """`Neither presidency`, `ninguno de los dos gobiernos`."""
    heads = children(tree, verb, "nsubj")
    words = {tree.tokens[i].lemma.lower() for h in heads for i in (h, *children(tree, h, "det", "cc", "advmod"))}
    return bool(words & reading.words.negative_subjects)
