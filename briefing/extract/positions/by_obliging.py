"""What is asked of others by a duty: `señaló que ese país debe reducir …`, and what is only said to be due."""

from __future__ import annotations

from briefing.extract.coding import peoples_in
from briefing.extract.reading import Reading, codes_of_all, mentions_in, quote_at
from briefing.extract.sentence.attribution import Chain
from briefing.extract.sentence.clauses import Clause, Holding
from briefing.extract.sentence.named_subjects import agents_of
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    children,
    is_passive,
    is_relation,
    is_verbal,
    span_of,
)


def says_that_others_must(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`señaló que ese país debe reducir …`: a demand, unless its own government is the one that must."""
    if clause.act.kind != "modal" or not chain or clause.negated or not clause.act.stance:
        return None
    tree = reading.trees[clause.sentence]
    attribute = clause.form.kind == "adjective" and is_relation(tree.tokens[clause.trigger], "amod")
    if attribute or was_only_planned(tree, clause) or is_relation(tree.tokens[clause.head], "advcl"):
        return None  # `would receive a fair trial`; `no flight before May, because the office must rule`: a reason, no demand
    obliged = codes_of_all(reading, clause.holders)
    if reading.doc.issuers and not obliged:
        return None  # `The Secretary shall …`: a decree tells its own offices what to do
    if obliged & codes_of_all(reading, chain[-1]):
        return None
    if is_over(reading, clause) or is_explained(reading, clause) or (not obliged and is_for_a_third(reading, clause)):
        return chain[-1], "states"
    together = len(codes_of_all(reading, chain[-1])) > 1  # `Ambos reafirmaron que el trato debe ser respetuoso`
    if is_of_anybody(reading, tree, clause) or (not obliged and (together or is_soft(tree, clause))):
        return chain[-1], "states"  # `the berth should be open by May`, `habría que preguntarle`: asked of nobody
    return chain[-1], clause.act.stance


def is_for_a_third(reading: Reading, clause: Clause) -> bool:
    """`the permits still had to be issued by the regional government`: how things stand, with a body that is no other's."""
    tree = reading.trees[clause.sentence]
    verbs = {clause.head, clause.trigger, *children(tree, clause.trigger, "xcomp", "ccomp")}
    agents = [c for verb in sorted(verbs) if is_passive(tree, verb) for c in agents_of(reading, tree, verb)]
    return any(not codes_of_all(reading, [m.actor for m in mentions_in(reading, span_of(tree, c))]) for c in agents)


def is_over(reading: Reading, clause: Clause) -> bool:
    """`“what Togo should have paid”`, `“alguien tenía que decirlo”`, `“it had to be said”`: of the past, in one's own words."""
    tree = reading.trees[clause.sentence]
    helpers = {tree.tokens[c].lemma.lower() for c in children(tree, clause.head, "aux")}
    undone = bool(helpers & reading.words.perfect_auxiliaries) and tree.tokens[clause.head].feat("VerbForm") == "Part"
    past = tree.tokens[clause.trigger].feat("Tense") in {"Imp", "Past"} and tree.tokens[clause.trigger].feat("Mood") == "Ind"
    return undone or (past and quote_at(reading, tree.tokens[clause.trigger].span) is not None)


def is_explained(reading: Reading, clause: Clause) -> bool:
    """`explicó que cada planta debe dar un informe`, `tendría que cobrar menos si quiere más`: how it is meant."""
    tree = reading.trees[clause.sentence]
    above = next((i for i in ancestors(tree, clause.head) if is_verbal(tree.tokens[i])), None)
    told = above is not None and tree.tokens[above].lemma.lower() in reading.words.explaining
    below = [i for i in range(clause.trigger, len(tree.tokens)) if clause.head in ancestors(tree, i)]
    supposed = any(tree.tokens[i].form.lower() in reading.words.condition_marks for i in below)
    if is_soft(tree, clause):
        return told or supposed
    return told and not codes_of_all(reading, clause.holders)


def is_soft(tree: Tree, clause: Clause) -> bool:
    """`should`, `debería`, `habría que`."""
    return tree.tokens[clause.trigger].feat("Mood") == "Cnd" or clause.act.stance == "proposes"


def is_of_anybody(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`alguien tiene que pagar`, `every country must protect its roads`, `quien usa el canal debe …`: demanded of nobody.

    `Every Peruvian boat must leave` is demanded of Peru.
    """
    subjects = children(tree, clause.head, "nsubj", "csubj")
    words = {i for s in subjects for i in (s, *children(tree, s, "det", "nsubj"))}
    named = any(mentions_in(reading, span_of(tree, s)) or peoples_in(reading, span_of(tree, s)) for s in subjects)
    free = any(tree.tokens[i].form.lower() in reading.words.whoever for i in words)
    return free or (not named and any(tree.tokens[i].feat("PronType") in {"Ind", "Tot", "Neg"} for i in words))


def was_only_planned(tree: Tree, clause: Clause) -> bool:
    """`la reunión que debía celebrarse el martes`: a schedule, no duty."""
    return is_relation(tree.tokens[clause.head], "acl") and tree.tokens[clause.trigger].feat("Tense") in {"Imp", "Past"}
