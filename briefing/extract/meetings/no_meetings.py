"""Words of meeting that tell of none: who was on board of what, an auction, a limit that is talked of, an outing of both."""

from __future__ import annotations

import itertools

from briefing.extract.attending.stand_ins import is_stood_in_for
from briefing.extract.claims import dates_in
from briefing.extract.reading import Reading, codes_of_all, mentions_in
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, is_relation, phrase_of, span_of


def is_no_meeting(reading: Reading, clause: Clause) -> bool:
    """Whether the words about it say that nobody met."""
    tree = reading.trees[clause.sentence]
    if is_stood_in_for(reading, clause):
        return True
    if clause.form.kind == "noun":
        return (
            is_discussed_limit(reading, tree, clause)
            or is_of_a_pronoun(reading, tree, clause)
            or is_house(reading, tree, clause)
        )
    return clause.form.kind == "verb" and (
        is_aboard(reading, tree, clause)
        or is_flight(reading, tree, clause)
        or is_no_occasion(reading, tree, clause)
        or is_outing(reading, tree, clause)
    )


def is_discussed_limit(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`will discuss on Monday a request for a longer deadline`: the day is that of the talk, where the limit has none."""
    if clause.act.meeting != "deadline" or dates_in(reading, phrase_of(tree, clause.head)):
        return False
    chain = (clause.head, *ancestors(tree, clause.head))
    above = next(
        (below for below, i in itertools.pairwise(chain) if tree.tokens[i].lemma.lower() in reading.words.discussing), None
    )
    return above is not None and not is_relation(tree.tokens[above], "nsubj", "advcl", "ccomp", "conj", "parataxis")


def is_of_a_pronoun(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`promised to answer before the visit that she will pay to Riga`: hers, whoever she is, and not of who promised it."""
    paid = [i for c in children(tree, clause.head, "acl") for i in children(tree, c, "nsubj")]
    hers = any(reading.words.gender_of(tree.tokens[i].form.lower()) for i in paid)
    return hers and clause.act.meeting == "visit"


def is_house(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`se verán en Lima, en la sede de la Agencia Regional`: the house where they meet, and not what it is the seat of."""
    word = tree.tokens[clause.head].lemma.lower()
    return word in reading.words.venues and case_of(tree, clause.head) in reading.words.place_cases


def is_outing(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`Ambos visitarán después el puerto`: both sides go there together, and on no day."""
    together = clause.subject is not None and len(codes_of_all(reading, clause.subject.actors)) > 1
    return clause.act.meeting == "visit" and together and not dates_in(reading, tree.sentence.span)


def is_aboard(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`un avión en el que viajaba la ministra`, `the plane on which she was travelling`: who was in it, and no visit."""
    token = tree.tokens[clause.head]
    relative = is_relation(token, "acl") and token.head >= 0
    return relative and tree.tokens[token.head].lemma.lower() in reading.words.vehicles


def is_flight(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`Un avión con 90 deportados llegó a Lima`, `the plane landed in Accra`: where nobody is named as on board."""
    subjects = [tree.tokens[c].lemma.lower() for c in children(tree, clause.head, "nsubj")]
    people = [m for m in mentions_in(reading, span_of(tree, clause.head)) if reading.doc.actors[m.actor].kind == "person"]
    return clause.act.meeting == "visit" and bool({*subjects} & reading.words.vehicles) and not people


def is_no_occasion(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`will host an auction`, `organizará un torneo`: at which no governments meet."""
    if tree.tokens[clause.trigger].lemma.lower() not in reading.words.hosting:
        return False
    hosted = [tree.tokens[c].lemma.lower() for c in children(tree, clause.head, "obj")]
    return bool({*hosted} & reading.words.no_occasions)


__all__ = ["is_no_meeting"]
