"""Whether a readiness is a government's own and is offered: `is ready to talk`, and not `wants the gate to be open to lorries`.

An adjective tells of many things what a government is seldom: that a gate is open, a road ready.
"""

from __future__ import annotations

from briefing.extract.meetings.carriers import verb_group
from briefing.extract.reading import Reading, codes_of_all, mentions_in
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    case_of,
    children,
    is_relation,
    is_verbal,
    own_clause,
    phrase_below,
    places_of,
    span_of,
)
from briefing.model import Stance

ASKING: frozenset[Stance] = frozenset({"demands", "requests", "proposes", "rejects", "announces"})
"""Stances of a verb whose complement is to be so, and is not so yet: `asked it to be open`, `expects it to be ready`."""


def is_offered(reading: Reading, clause: Clause) -> bool:
    """`is open to talks`; not `will be open to visitors`, nor `is prepared to go to court if there is no deal`."""
    if is_averted(reading, reading.trees[clause.sentence], clause.head) or is_against_another(reading, clause):
        return False
    if takes_what_is_offered(reading, clause):
        return False
    return clause.form.kind != "adjective" or is_open_to_a_deed(reading, clause)


def takes_what_is_offered(reading: Reading, clause: Clause) -> bool:
    """`is ready to receive the data offered by Togo`: the offer is the other's."""
    tree = reading.trees[clause.sentence]
    below = [*clause.content, *children(tree, clause.trigger, "obl", "xcomp", "advcl", "ccomp", "nmod")]
    takers = [c for c in below if tree.tokens[c].lemma.lower() in reading.words.receptive]
    things = [t for c in takers for t in (c, *children(tree, c, "obj", "obl"))]
    acts = (match_act(reading, tree, i) for t in things for i in (t, *children(tree, t, "acl", "amod")))
    return any(act is not None and act[0].stance == "offers" and act[0].id != READY for act in acts)


def wants_a_thing_so(reading: Reading, clause: Clause) -> bool:
    """`wants the gate to be open`, `keep the bridge open`: no word on a government."""
    return clause.act.id == READY and clause.form.kind == "adjective" and not is_said_of_itself(reading, clause)


READY = "willing"
"""The act of which `open`, `ready` and `dispuesto` are forms."""


def is_said_of_itself(reading: Reading, clause: Clause) -> bool:
    """Of the subject, and of nothing under another verb that wants or keeps it so."""
    tree, token = reading.trees[clause.sentence], reading.trees[clause.sentence].tokens[clause.trigger]
    if not is_relation(token, "xcomp", "ccomp") or token.head < 0:
        return True
    match = match_act(reading, tree, token.head)
    if tree.tokens[token.head].lemma.lower() in reading.words.letting_stand:
        return False  # `left open whether Togo will pay`
    things = [tree.tokens[c] for c in children(tree, token.head, "obj")]
    wanted = match is not None and (match[0].kind in {"wish", "modal"} or match[0].stance in ASKING)
    return not wanted and not any(thing.upos == "NOUN" for thing in things)


def is_open_to_a_deed(reading: Reading, clause: Clause) -> bool:
    """`open to talks`, `open to paying`, `ready to pay`; not `open to lorries`: who is let in is no offer."""
    tree = reading.trees[clause.sentence]
    told = [*clause.content, *children(tree, clause.trigger, "obl", "xcomp", "advcl", "ccomp", "nmod")]
    if any(is_verbal(tree.tokens[c]) or children(tree, c, "cop") for c in told):
        return True
    things = [tree.tokens[c].lemma.lower() for c in told if tree.tokens[c].upos == "NOUN" and case_of(tree, c)]
    acts = any(form.kind == "noun" for lemma in things for _, form in reading.acts.get(lemma, ()))
    return acts or not things or bool(reading.words.entertained & set(things))


def is_averted(reading: Reading, tree: Tree, head: int) -> bool:
    """`if there is no deal`, `si no paga`, `unless it pays`, in its own clause: held out against what another leaves undone."""
    carriers = carriers_of(tree, head)
    if any(phrase_below(tree, i, reading.words.averting) for i in carriers):
        return True
    inside = {i for carrier in carriers for i in own_clause(tree, carrier)}
    opened = [run[-1] + 1 for run in places_of(tree, reading.words.threat_marks) if inside.issuperset(run)]
    behind = ([token.form.lower() for token in tree.tokens[start : start + LONGEST_CONDITION]] for start in opened)
    return any(reading.words.negators & set(until_comma(words)) for words in behind)


def carriers_of(tree: Tree, head: int) -> tuple[int, ...]:
    """The verb of a deed with those that govern it up to the one with a tense: `is going to have to impose sanctions`."""
    verb = next((i for i in (head, *ancestors(tree, head)) if is_verbal(tree.tokens[i])), head)
    return verb_group(tree, verb)


LONGEST_CONDITION = 8
"""Words behind an `if` in which its negation stands."""


def until_comma(words: list[str]) -> list[str]:
    return words[: words.index(",")] if "," in words else words


def is_against_another(reading: Reading, clause: Clause) -> bool:
    """`is prepared to seek arbitration against Togo`."""
    tree = reading.trees[clause.sentence]
    own = codes_of_all(reading, clause.holders)
    inside = [i for i in range(len(tree.tokens)) if clause.head in ancestors(tree, i)]
    against = [i for i in inside if case_of(tree, i) in reading.words.against]
    return any(codes_of_all(reading, [m.actor for m in mentions_in(reading, span_of(tree, i))]) - own for i in against)
