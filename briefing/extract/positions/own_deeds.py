"""Stances that a government takes by what it does or will do itself: a threat, an announcement, none for what has lapsed."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.positions.readiness import carriers_of, is_averted
from briefing.extract.reading import Reading, codes_of_all, governments_of, mentions_in, told_by
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.attribution import Chain
from briefing.extract.sentence.clauses import Clause, Holding
from briefing.extract.sentence.moods import has_ended
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    case_of,
    children,
    finite_of,
    is_passive,
    is_relation,
    is_verbal,
    mark_of,
    phrase_below,
    span_of,
)
from briefing.model.stances import MATERIAL_COOPERATION, MEASURES_AGAINST
from briefing.model.trees import is_present_participle

VIOLENT = frozenset({"ASSAULT"})
FORCES = frozenset({"MOBILIZE"})
WARNING = frozenset({"threaten", "warn_that", "warn_consequences"})
"""A hostile measure still to come is a threat where it is violent, warned of or may be averted; else it is announced."""
MEASURES = frozenset({"take_measures"})
"""Acts that name no measure: told as the consequence of what another does, they are a threat."""


def announces_a_deed(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`Vamos a atacar …`, `said that it will extradite …`: a threat by the nature of the deed, else announced.

    Who promises says so: `will enforce the ban`, `will put off the funds`, `vamos a ponerlo en pausa` promise nothing.
    """
    if clause.act.kind != "deed" or not clause.future or clause.negated or clause.subject is None or not chain:
        return None
    voices = {code for actor in chain[-1] for code in governments_of(reading, actor)}
    if not voices & codes_of_all(reading, clause.subject.actors):
        return None  # `the senator said that his country would pay`
    if is_purpose(reading.trees[clause.sentence], clause.head) or is_a_lapsed_plan(reading, clause):
        return None
    plover = "SANCTION" if clause.act.id == SUING else clause.act.plover or ""
    if plover in MEASURES_AGAINST and is_eased(reading, clause):
        return None
    if plover in MEASURES_AGAINST and may_be_averted(reading, clause):
        return clause.subject.actors, "threatens"
    return clause.subject.actors, "announces"


def is_a_lapsed_plan(reading: Reading, clause: Clause) -> bool:
    """`The two had planned to sign an accord this month`, `tenía previsto viajar`: they do not announce that they will."""
    tree = reading.trees[clause.sentence]
    for at in (clause.head, *ancestors(tree, clause.head)):
        plans = any(act.kind == "wish" for act, _ in reading.acts.get(tree.tokens[at].lemma.lower(), ()))
        if plans and (has_ended(reading, tree, at) or was_intended(tree, at)):
            return True
        if not is_relation(tree.tokens[at], "xcomp", "obj"):
            return False
    return False


def was_intended(tree: Tree, at: int) -> bool:
    """`tenía previsto viajar, pero …`, told by the writer; not `dijo que tenía previsto viajar`."""
    told = any(is_relation(tree.tokens[i], "ccomp", "parataxis") for i in (at, *ancestors(tree, at)))
    return finite_of(tree, at).feat("Tense") == "Imp" and not told


SUING = "sue"
"""A deed that hurts the other as a sanction does: `will take Tonga to court unless it pays`."""


def may_be_averted(reading: Reading, clause: Clause) -> bool:
    """`will close the bridge if Peru does not pay`: a threat; `said it would extend the ban` only announces a measure."""
    tree = reading.trees[clause.sentence]
    if clause.act.plover not in VIOLENT and is_in_nobodys_hand(reading, clause):
        return False
    above = [match_act(reading, tree, i) for i in ancestors(tree, clause.head)]
    if clause.act.plover in VIOLENT or any(match is not None and match[0].id in WARNING for match in above):
        return True
    if clause.act.plover in FORCES:
        return is_averted(reading, tree, clause.head)  # not `will send soldiers if Togo asks for them`
    return any(phrase_below(tree, i, reading.words.threat_marks, ("ccomp",)) for i in carriers_of(tree, clause.head))


def is_in_nobodys_hand(reading: Reading, clause: Clause) -> bool:
    """`may suspend supplies if its reserve falls`, `se suspenderá si un tribunal lo ordena`: what the other cannot avert.

    It is in the other's hand where his country is named, something is left undone, or who does it is not said.
    """
    tree = reading.trees[clause.sentence]
    conditions = [
        c for i in carriers_of(tree, clause.head) for c in children(tree, i, "advcl") if is_condition(reading, tree, c)
    ]
    if not conditions or is_averted(reading, tree, clause.head):
        return False
    own = codes_of_all(reading, clause.holders)
    named = codes_of_all(reading, [m.actor for c in conditions for m in mentions_in(reading, span_of(tree, c))])
    doers = [tree.tokens[d] for c in conditions for d in doers_of(tree, c)]
    return not named - own and any(doer.upos == "NOUN" for doer in doers) and not names_a_measure(reading, tree, conditions)


def doers_of(tree: Tree, verb: int) -> list[int]:
    """Its subjects, and a noun without a preposition that a parser takes for none (`si su propia reserva cae`)."""
    bare = [c for c in children(tree, verb, "obl") if c < verb and not case_of(tree, c)]
    return [] if is_passive(tree, verb) else [*children(tree, verb, "nsubj"), *bare]


def names_a_measure(reading: Reading, tree: Tree, conditions: Sequence[int]) -> bool:
    """`if the ban goes on`: a measure of the other's."""
    doers = [d for c in conditions for d in (c, *children(tree, c, "nsubj", "obj"))]
    return any((match := match_act(reading, tree, d)) is not None and match[0].plover in MEASURES_AGAINST for d in doers)


def is_eased(reading: Reading, clause: Clause) -> bool:
    """`will lift the suspension`, `levantará el bloqueo`: the measure is only named, and its verb undoes it."""
    tree = reading.trees[clause.sentence]
    if clause.form.kind != "noun" or not is_relation(tree.tokens[clause.head], "obj", "nsubj", "obl", "nmod"):
        return False
    verb = next((i for i in ancestors(tree, clause.head) if is_verbal(tree.tokens[i])), None)
    match = match_act(reading, tree, verb) if verb is not None else None
    return match is not None and match[0].plover in MATERIAL_COOPERATION


def is_purpose(tree: Tree, head: int) -> bool:
    """`will meet to finish the text`: what for, and no deed that is announced."""
    return is_relation(tree.tokens[head], "advcl", "acl") and tree.tokens[head].feat("VerbForm") == "Inf"


def tells_its_own_deed(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """An official text or speaker tells what the own government does to another: `We are lifting the quota on Chile`.

    Announced is a measure, or what is under way (`is implementing a tariff`); `We export to Chile` tells of what is so.
    """
    tree = reading.trees[clause.sentence]
    teller = told_by(reading, tree.tokens[clause.head].span)
    if not teller or chain != (teller,) or clause.act.kind != "deed" or not clause.act.plover or clause.negated:
        return None
    doers = clause.holders
    own = codes_of_all(reading, teller)
    if not doers or not own & codes_of_all(reading, doers) or not is_present(tree, clause.head):
        return None
    named = codes_of_all(reading, [m.actor for m in mentions_in(reading, tree.sentence.span)])
    measure = clause.act.plover in EASING_OR_HARSH or is_present_participle(tree.tokens[clause.head])
    return (doers, "announces" if measure else "states") if named - own else None


EASING_OR_HARSH = frozenset({"RETREAT", "CONCEDE", "SANCTION", "COERCE"})
"""Classes of deeds that are a government's answer to another."""


def reports_its_own_deed(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`Chile has put off the visa requirement, its government said`: what one has done to another, and says so."""
    tree = reading.trees[clause.sentence]
    if clause.act.kind != "deed" or clause.act.plover not in EASING_OR_HARSH or clause.negated or clause.future or not chain:
        return None
    doers = clause.holders
    own = codes_of_all(reading, doers)
    if len(own) != 1 or own != codes_of_all(reading, chain[-1]) or clause.conditional or clause.hypothetical or clause.obliged:
        return None
    if clause.form.kind != "verb" or not is_done_now(tree, clause.head) or is_of_a_while(reading, clause):
        return None
    return doers, "announces"


def is_of_a_while(reading: Reading, clause: Clause) -> bool:
    """`have just finished two hours of work with our colleague`: time is over, and no measure is lifted."""
    tree = reading.trees[clause.sentence]
    ended = [tree.tokens[c].span for c in children(tree, clause.head, "obj")]
    return any(date.type == "DURATION" and date.span.contains(span) for date in reading.doc.dates for span in ended)


def is_done_now(tree: Tree, head: int) -> bool:
    """A main verb, or what a verb of saying says, in the perfect or the past; not `were using nets banned since May`."""
    finite, verb = finite_of(tree, head), tree.tokens[head]
    told = verb.head < 0 or is_relation(verb, "ccomp", "parataxis")
    perfect = verb.feat("VerbForm") == "Part" and finite.feat("Tense") == "Pres"
    bare = bool(head) and is_relation(tree.tokens[head - 1], "obj") and not children(tree, head, "nsubj", "aux")
    return told and not bare and (perfect or (finite is verb and verb.feat("Tense") == "Past"))


def is_present(tree: Tree, head: int) -> bool:
    """The main verb of its sentence, told of now: `is imposing`, `hemos suspendido`."""
    return tree.tokens[head].head < 0 and finite_of(tree, head).feat("Tense") == "Pres"


def warns_of_measures(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`If Peru does not withdraw, the government will take the necessary measures`."""
    tree = reading.trees[clause.sentence]
    if clause.act.id not in MEASURES or not clause.future or clause.negated or not chain:
        return None
    conditions = [c for c in children(tree, clause.head, "advcl") if is_condition(reading, tree, c)]
    named = [m.actor for c in conditions for m in mentions_in(reading, span_of(tree, c)) if not m.place]
    holder = clause.subject.actors if clause.subject else reading.doc.issuers
    own = codes_of_all(reading, holder)
    speaks = own & codes_of_all(reading, chain[-1])
    return (holder, "threatens") if speaks and codes_of_all(reading, named) - own else None


def is_condition(reading: Reading, tree: Tree, head: int) -> bool:
    """Opened by `if`, also where a parser gives it the `if` of another clause as well."""
    marks = {tree.tokens[m].form.lower() for m in children(tree, head, "mark")} | {mark_of(tree, head)}
    return bool(marks & reading.words.hypothesis_marks)
