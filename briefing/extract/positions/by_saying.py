"""Which stance is taken by saying so: `México rechazó la propuesta`, `is ready to talk`, `will propose a date`."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import NamedTuple

from briefing.extract.positions.harm import is_asked_for, is_ready_for_harm, vows_harm
from briefing.extract.positions.own_deeds import (
    is_a_lapsed_plan,
)
from briefing.extract.positions.readiness import wants_a_thing_so
from briefing.extract.reading import Reading, codes_of_all
from briefing.extract.sentence.attribution import Chain, is_courtesy
from briefing.extract.sentence.clauses import Clause, Holding
from briefing.extract.sentence.moods import (
    is_negated,
    is_reported_future,
    is_would,
)
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import (
    Tree,
    children,
    finite_of,
    is_relation,
    is_verbal,
)
from briefing.model import Stance

NEEDS = frozenset({"need"})
"""Acts that anybody may find of a government, and only its own word makes a position: `Kampala needs a port`."""
GOING = "plan"
"""The act of which `ir a` and `be going to` are forms."""
CONFIRMING, GUARANTEEING, EXPECTING = "confirm", "guarantee", "be_expected"
DEEDS_OF_REFUSING = frozenset({"veto"})
"""Acts that refuse by being done: `advirtió de que vetará el capítulo` has vetoed nothing."""
ONLY_ANNOUNCED: frozenset[Stance] = frozenset({"proposes", "offers", "demands", "requests", "accuses", "criticizes", "denies"})
"""Stances that are taken by saying so: `will propose`, `presentará una queja` only say that they will be."""


def says_with_a_stance(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`México rechazó la propuesta`, `is ready to talk`; its negation has the stance that the act's row gives, or none."""
    if clause.subject is None or not (speaks(clause) or is_agreement(reading, clause)):
        return None
    if any(test(reading, clause) for test in SAYING_NOTHING) or (not chain and is_the_writers_own(reading, clause)):
        return None
    stance = clause.act.negated if clause.negated else clause.act.stance
    for turn in TURNS:
        if stance in turn.stances and (chain or not turn.told) and turn.test(reading, clause):
            stance = turn.into
    return (clause.subject.actors, stance) if stance else None


def speaks(clause: Clause) -> bool:
    adjective = clause.form.kind == "adjective" and "subj" not in clause.form.actor
    return clause.act.kind in {"speech", "wish", "meeting"} and not adjective


def is_the_writers_own(reading: Reading, clause: Clause) -> bool:
    """What nobody is told to say, and only its own word makes a government's position."""
    return clause.act.id in NEEDS or is_a_writers_word_of_both(reading, clause)


def is_a_writers_word_of_both(reading: Reading, clause: Clause) -> bool:
    """`pero los dos gobiernos optaron por esperar`, `The two ministers did not agree on a fee`: told of both by the writer.

    Neither says so of itself, and that they did not agree tells of neither what it turned down.
    """
    actors = clause.holders
    joint = len(actors) == 1 and actors[0] in reading.doc.actors and reading.doc.actors[actors[0]].kind == "group"
    if reading.doc.issuers or not joint or len(codes_of_all(reading, actors)) < 2:
        return False
    return clause.act.kind == "wish" or (clause.negated and clause.act.stance == "agrees")


def is_compared_with(reading: Reading, clause: Clause) -> bool:
    """`pagará 12 millones, frente a los 18 que reclamaba Chile`, `the sum that Chile was demanding`: what was wanted before."""
    tree = reading.trees[clause.sentence]
    relative = is_relation(tree.tokens[clause.head], "acl") and clause.form.kind == "verb"
    explicit = clause.subject is not None and clause.subject.how == "explicit"
    finite = finite_of(tree, clause.head)
    before = finite.feat("Tense") == "Imp" or (
        finite.feat("Tense") == "Past" and tree.tokens[clause.head].feat("VerbForm") == "Ger"
    )
    return relative and explicit and before


def is_told_as_done(reading: Reading, clause: Clause) -> bool:
    """`negó haberlo hecho y aseguró que notificó las obras`, `said that it had notified Togo`: no announcement now."""
    finite = finite_of(reading.trees[clause.sentence], clause.head)
    told = clause.subject is not None and clause.subject.how == "content" and clause.form.kind == "verb"
    return told and not clause.future and finite.feat("Tense") == "Past"


def is_signed(reading: Reading, clause: Clause) -> bool:
    """`firmaron el plan de las maniobras`: who signs a plan has not announced one, and whoever tells it, all can read it."""
    tree = reading.trees[clause.sentence]
    above = tree.tokens[clause.head].head
    return clause.form.kind == "noun" and above >= 0 and tree.tokens[above].lemma.lower() in reading.words.signing


def was_never(reading: Reading, clause: Clause) -> bool:
    """`had never agreed`, `nunca aceptó`: told of the past, no refusal."""
    tree = reading.trees[clause.sentence]
    past = clause.negated and not clause.future
    return past and any(tree.tokens[c].lemma.lower() in reading.words.never for c in children(tree, clause.head, "advmod"))


def rejects_as_untrue(reading: Reading, clause: Clause) -> bool:
    """`rechazó que Togo haya frenado la carne`, `descartó que exista un compromiso`: that it is so is denied.

    By a word of rejecting: who says `queremos que no haya cuotas` wants none, and denies nothing.
    """
    if clause.act.stance != "rejects":
        return False
    tree = reading.trees[clause.sentence]
    told = [c for c in clause.content if is_relation(tree.tokens[c], "ccomp", "csubj") and c > clause.head]
    return bool(told) and not clause.negated and any(is_so_or_was(reading, tree, c) for c in told)


def is_so_or_was(reading: Reading, tree: Tree, head: int) -> bool:
    """In the perfect, or that there is such a thing; not `vaya a haber`, `se cierre`."""
    helpers = {tree.tokens[c].lemma.lower() for c in children(tree, head, "aux")}
    perfect = tree.tokens[head].feat("VerbForm") == "Part" and bool(helpers & reading.words.perfect_auxiliaries)
    there = tree.tokens[head].lemma.lower() in reading.words.existential and finite_of(tree, head) == tree.tokens[head]
    return perfect or there


def confirms_the_past(reading: Reading, clause: Clause) -> bool:
    """`confirmó que los ministros habían hablado`: what has been is told, not announced."""
    tree = reading.trees[clause.sentence]
    told = [c for c in clause.content if is_relation(tree.tokens[c], "ccomp") and c > clause.head]
    return (
        clause.act.id == CONFIRMING
        and bool(told)
        and all(finite_of(tree, c).feat("Tense") in {"Past", "Imp"} and not is_reported_future(reading, tree, c) for c in told)
    )


def has_been_secured(reading: Reading, clause: Clause) -> bool:
    """`We have guaranteed seed for the farms`, `hemos garantizado el agua`: a thing that is there, and no promise of a deed."""
    tree = reading.trees[clause.sentence]
    verb = tree.tokens[clause.head]
    helped = any(finite_of(tree, clause.head).feat("Tense") == "Pres" for _ in children(tree, clause.head, "aux"))
    promised = children(tree, clause.head, "ccomp", "xcomp", "advcl")
    things = [tree.tokens[c] for c in children(tree, clause.head, "obj")]
    own = bool(things) and all(t.upos == "NOUN" and not takes_an_act(reading, t.lemma) for t in things)
    there = clause.act.id == GUARANTEEING and verb.upos == "VERB" and verb.feat("VerbForm") == "Part"
    return there and helped and own and not promised


def takes_an_act(reading: Reading, lemma: str) -> bool:
    """`support`, `payment`: a noun of something that is done."""
    return any(form.kind == "noun" for _, form in reading.acts.get(lemma.lower(), ()))


def expects_of_others(reading: Reading, clause: Clause) -> bool:
    """`expects Peru to lift the ban`."""
    return clause.act.id == EXPECTING and tells_of_others(reading, clause)


def only_names_a_plan(reading: Reading, clause: Clause) -> bool:
    """`el plan de Perú` only names what was announced, and of what others do nothing is announced."""
    return (clause.subject is not None and clause.subject.how == "noun") or tells_of_others(reading, clause)


def tells_of_others(reading: Reading, clause: Clause) -> bool:
    """`Perú confirmó que Chile ofreció …`: what is announced is another government's, and no position of one's own."""
    tree = reading.trees[clause.sentence]
    own = codes_of_all(reading, clause.holders)
    told = [c for c in clause.content if is_verbal(tree.tokens[c])]
    subjects = [find_subject(reading, tree, index) for index in told]
    others = [codes_of_all(reading, subject.actors) for subject in subjects if subject is not None]
    return bool(others) and len(others) == len(told) and all(codes and not codes & own for codes in others)


def is_only_told(reading: Reading, clause: Clause) -> bool:
    """`le planteé que habíamos trabajado juntos`: a clause of the past in the indicative is told, not proposed."""
    tree = reading.trees[clause.sentence]
    told = [finite_of(tree, c) for c in clause.content if is_relation(tree.tokens[c], "ccomp")]
    past = [verb for verb in told if verb.upos == "AUX" and verb.feat("Mood") == "Ind" and verb.feat("Tense") == "Imp"]
    return clause.act.id == "propose" and bool(past)


def is_going_in_the_subjunctive(reading: Reading, clause: Clause) -> bool:
    """`descartó que vaya a cerrar`: going to do it is what is ruled out, feared or hoped, whatever a tree hangs it on."""
    return clause.act.id == GOING and reading.trees[clause.sentence].tokens[clause.trigger].feat("Mood") == "Sub"


def is_agreement(reading: Reading, clause: Clause) -> bool:
    """`alcanzaron un acuerdo`: a deed by which both sides agree, once it is done; not `para llegar a un acuerdo`."""
    if clause.act.kind != "deed" or clause.act.plover != "AGREE" or clause.negated or clause.future:
        return False
    tree = reading.trees[clause.sentence]
    verb = clause.head if clause.form.kind != "noun" else tree.tokens[clause.head].head
    return verb < 0 or finite_of(tree, verb).feat("VerbForm") == "Fin"


def holds_out_harm(reading: Reading, clause: Clause) -> bool:
    """`is ready to close the port`, which nobody asks for."""
    return is_ready_for_harm(reading, clause) and not is_asked_for(reading, clause)


def is_yet_to_be_said(reading: Reading, clause: Clause) -> bool:
    """`will propose a date`, `presentará una queja`; not `would like to propose`."""
    return clause.future and clause.form.kind != "adjective" and not wishes_politely(reading, clause)


def is_yet_to_be_refused(reading: Reading, clause: Clause) -> bool:
    """`will veto the chapter`: nothing is refused before."""
    return clause.act.id in DEEDS_OF_REFUSING and is_yet_to_be_said(reading, clause)


def wishes_politely(reading: Reading, clause: Clause) -> bool:
    """`would like to keep engaging` wishes it now."""
    return clause.act.kind == "wish" and is_would(reading, reading.trees[clause.sentence], clause.head)


def wants_that_not(reading: Reading, clause: Clause) -> bool:
    """`queremos que no haya cuotas`: that it should not be is what is wanted."""
    tree = reading.trees[clause.sentence]
    refused = any(is_relation(tree.tokens[c], "ccomp", "xcomp") and is_negated(reading, tree, c) for c in clause.content)
    return clause.act.kind == "wish" and refused


def wants_none(reading: Reading, clause: Clause) -> bool:
    """`wants no quarrel with Peru`, `no quiere ningún conflicto`: nothing is proposed."""
    tree = reading.trees[clause.sentence]
    things = (c for c in clause.content if tree.tokens[c].upos == "NOUN")
    none = any(tree.tokens[d].form.lower() in reading.words.none_of for c in things for d in children(tree, c, "det"))
    return clause.act.kind == "wish" and none


SAYING_NOTHING: tuple[Callable[[Reading, Clause], bool], ...] = (
    is_courtesy,
    is_a_lapsed_plan,
    is_only_told,
    is_going_in_the_subjunctive,
    wants_a_thing_so,
    is_compared_with,
    confirms_the_past,
    has_been_secured,
)
"""Signs that words with a stance take none."""


class Turn(NamedTuple):
    """A row: where the test holds such a stance is another, or nobody's; `told`: only where somebody is told to say so."""

    stances: Set[Stance]
    test: Callable[[Reading, Clause], bool]
    into: Stance | None
    told: bool = False


TURNS: tuple[Turn, ...] = (
    Turn({"proposes"}, wants_that_not, "rejects"),
    Turn({"proposes"}, wants_none, "states"),
    Turn({"offers"}, holds_out_harm, "threatens"),
    Turn({"promises"}, vows_harm, "announces"),
    Turn({"rejects"}, rejects_as_untrue, "denies"),
    Turn({"rejects"}, was_never, "denies", told=True),
    Turn({"rejects"}, was_never, None),
    Turn(ONLY_ANNOUNCED, is_yet_to_be_said, "announces"),
    Turn({"rejects"}, is_yet_to_be_refused, "announces"),
    Turn({"announces"}, is_told_as_done, "states", told=True),
    Turn({"announces"}, is_signed, "agrees"),
    Turn({"announces"}, expects_of_others, "states"),
    Turn({"announces"}, only_names_a_plan, None),
)
"""What a stance turns into by the words around it, one row after the other."""
