"""Does the label hold?  Every test of it in one table, each with the stances and the acts that it is asked of.

A label stands beside a government as what it has done this week.  Where a row speaks against it the words stand under the
neutral label, and `briefing explain` names the row (`label:was_due`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass
from typing import get_args

from briefing.extract.positions import done_so, earned, grounds, labels, milder, readiness
from briefing.extract.reading import Reading
from briefing.extract.sentence.attribution import Chain
from briefing.extract.sentence.clauses import Clause
from briefing.model import Stance

LABEL = "label:"
"""Opens the mark that names the row which made a label the neutral one."""
OF_THE_TEXT = frozenset({"decrees", "warns_of_measures"})
"""Rules that read an order itself, whose sentences are long and whose words act by being issued."""
EVERY: frozenset[Stance] = frozenset(get_args(Stance))


@dataclass(frozen=True, slots=True)
class Judgement:
    """A row: of such a label, for these acts or (empty) for all, the test must answer `holds`."""

    stances: Set[Stance]
    test: Callable[[Reading, Clause], bool]
    acts: Set[str] = frozenset()
    holds: bool = False

    def is_against(self, reading: Reading, clause: Clause, stance: Stance) -> bool:
        concerned = stance in self.stances and (not self.acts or clause.act.id in self.acts)
        return concerned and self.test(reading, clause) != self.holds


def first_against(rows: Iterable[Judgement], reading: Reading, clause: Clause, stance: Stance) -> str:
    """The name of the first row by which a label does not hold; empty where it does."""
    return next((row.test.__name__ for row in rows if row.is_against(reading, clause, stance)), "")


TAKEN_BACK: tuple[Judgement, ...] = (
    Judgement(labels.COMMITTING | {"rejects"}, labels.is_halved),
    Judgement(labels.COMMITTING - {"offers"}, labels.is_on_condition),
    Judgement({"agrees", "supports", "promises"}, labels.is_capped),
    Judgement(labels.COMMITTING - {"announces"}, labels.is_behind_a_no),
    Judgement({"rejects"}, labels.refuses_on_a_condition),
    Judgement({"promises", "announces"}, labels.is_warned),
    Judgement({"criticizes"}, labels.is_warned_of),
    Judgement({"announces", "promises"}, grounds.is_hoped),
    Judgement({"announces"}, labels.is_beside_a_wish),
    Judgement({"supports"}, grounds.is_hoped_to_be_done),
    Judgement({"supports"}, labels.is_maintained),
    Judgement({"rejects"}, labels.has_way_out),
    Judgement({"rejects"}, grounds.is_bare_refusal),
    Judgement({"rejects"}, grounds.is_kept_from_harm),
    Judgement({"rejects"}, grounds.is_stood_by),
    Judgement({"rejects"}, grounds.ceases_nothing),
    Judgement({"rejects"}, labels.is_to_stay),
    Judgement({"offers"}, grounds.is_ever_open),
    Judgement({"rejects"}, grounds.is_not_done_yet),
    Judgement({"rejects"}, grounds.is_between_them),
    Judgement({"rejects"}, labels.is_only_foretold),
    Judgement(labels.COMMITTING | {"rejects", "denies"}, labels.is_neither_of_two),
    Judgement({"requests", "demands", "proposes"}, labels.is_asked_only_if),
    Judgement({"supports"}, labels.is_only_a_guests),
    Judgement({"rejects", "denies", "agrees", "supports", "proposes"}, labels.is_said_before),
    Judgement({"denies"}, labels.is_without),
    Judgement({"denies"}, labels.is_so_until_then),
    Judgement({"denies"}, grounds.is_unasked_denial),
)
"""The clause takes part of it back, or there is nothing to rest it on: `would accept`, `will agree only if …`."""
DONE: tuple[Judgement, ...] = (
    Judgement(EVERY, done_so.is_done_already, holds=True),
    Judgement({"agrees"}, done_so.is_no_purpose, holds=True),
    Judgement(EVERY, done_so.is_said_with_its_noun, holds=True),
    Judgement(done_so.TO_COME, done_so.is_of_these_weeks, holds=True),
)
"""The verb that does it, or that carries its noun, has done so, and lately: not `will meet to agree on a date`."""
TOO_MILD: tuple[Judgement, ...] = (
    Judgement({"demands", "proposes"}, milder.is_a_guess, acts={"must", "necessary"}),
    Judgement({"demands"}, milder.asks_nobody, acts={"must"}),
    Judgement({"demands"}, milder.was_due, acts={"must"}),
    Judgement({"demands"}, milder.is_laid_down, acts={"must"}),
    Judgement({"demands"}, milder.goes_on, acts={"must"}),
    Judgement({"demands"}, milder.is_only_admitted, acts={"must", "necessary"}),
    Judgement({"demands"}, milder.is_waited_for, acts={"must", "necessary"}),
    Judgement({"demands", "offers"}, milder.is_a_temper, acts={"must", "necessary", "willing"}),
    Judgement({"requests"}, milder.asks_for_a_temper),
    Judgement({"promises"}, milder.was_promised),
    Judgement({"offers"}, milder.is_to_be_given, acts={"willing"}),
    Judgement({"offers"}, milder.is_of_belief, acts={"willing"}),
    Judgement({"offers"}, milder.is_of_whatever, acts={"willing"}),
    Judgement({"offers"}, milder.was_ready, acts={"willing"}),
    Judgement({"supports"}, milder.would_be, acts={"welcome"}),
    Judgement({"supports"}, milder.is_of_a_person, acts={"welcome"}),
    Judgement({"supports"}, milder.is_of_talk, acts={"positive", "acceptable"}),
    Judgement({"proposes"}, milder.is_a_matter, acts={"propose"}),
    Judgement({"proposes", "requests"}, milder.is_of_goodwill, acts={"want"}),
    Judgement({"demands", "requests", "criticizes", "accuses", "denies", "proposes"}, milder.may_be_done),
    Judgement({"rejects"}, milder.befalls_itself, acts={"want"}),
    Judgement({"agrees", "rejects"}, milder.is_expedient, acts={"agree"}),
    Judgement({"requests", "demands"}, milder.is_a_question, acts={"request"}),
    Judgement({"requests", "demands", "offers"}, milder.is_a_courtesy, acts={"request", "offer"}),
    Judgement({"rejects"}, milder.leaves_it_off, acts={"refuse"}),
    Judgement({"agrees", "supports", "promises", "offers", "rejects"}, milder.is_likely_only),
    Judgement({"agrees", "supports", "rejects", "accuses", "criticizes", "demands", "requests"}, milder.is_of_nothing),
    Judgement({"demands"}, milder.is_of_its_own_bodies, acts={"must", "necessary"}),
    Judgement({"announces"}, milder.goes_on_being),
)
"""The words do less than the label of their verb: `Togo must be joking`, `ready to receive the papers`."""
GOVERNED: tuple[Judgement, ...] = (
    Judgement({"promises"}, earned.is_of_a_deed, acts={"commit", "reaffirm_commitment"}, holds=True),
    Judgement({"promises", "offers", "proposes", "demands", "requests"}, earned.is_of_something, holds=True),
    Judgement({"accuses"}, earned.is_against_somebody, acts={"blame"}, holds=True),
    Judgement({"supports"}, earned.is_of_no_fact, acts={"welcome", "praise", "congratulate"}, holds=True),
    Judgement({"supports"}, earned.is_of_a_government, acts={"express_trust", "express_solidarity"}, holds=True),
    Judgement({"announces"}, earned.is_to_come, acts={"confirm"}, holds=True),
    Judgement({"announces"}, earned.is_of_ones_own, acts={"decide"}, holds=True),
    Judgement({"announces"}, earned.is_decided, acts={"decide"}, holds=True),
    Judgement({"announces"}, earned.is_of_no_question, holds=True),
    Judgement({"offers"}, readiness.is_offered, acts={"willing"}, holds=True),
    Judgement({"promises"}, earned.is_to_be_done, acts={"guarantee"}, holds=True),
    Judgement({"agrees"}, earned.is_kept_to, holds=True),
    Judgement({"agrees"}, earned.is_of_no_rift, acts={"agree"}, holds=True),
    Judgement({"agrees"}, earned.is_of_no_past, acts={"accept"}, holds=True),
    Judgement({"supports"}, earned.backs_a_thing, holds=True),
    Judgement({"requests", "demands", "offers", "proposes", "rejects", "accuses"}, earned.is_of_its_maker, holds=True),
    Judgement({"requests", "demands"}, earned.is_asked_of_a_side, holds=True),
    Judgement({"offers", "promises"}, earned.is_asked_of_a_side, acts={"invite", "promise"}, holds=True),
    Judgement({"demands"}, earned.is_asked_of_others, acts={"must"}, holds=True),
    Judgement({"proposes"}, earned.is_told_in_words, holds=True),
    Judgement({"proposes"}, earned.is_no_guess, acts={"propose"}, holds=True),
    Judgement({"criticizes"}, earned.is_no_sentence, acts={"condemn"}, holds=True),
    Judgement({"demands"}, earned.is_insisted_on, acts={"insist_on"}, holds=True),
)
"""What a label asks of the words that the act governs: `committed to opening it`, and not `remains committed to the pool`."""


@dataclass(frozen=True, slots=True)
class Label:
    """The stance that is printed, the one that the clause claims and takes nothing back of, and the row that parts them."""

    stance: Stance
    claimed: Stance
    row: str = ""

    @property
    def marks(self) -> tuple[str, ...]:
        return (LABEL + self.row,) if self.row else ()


STATED = Label("states", "states")
"""Words without a label of their own."""


def label_of(reading: Reading, clause: Clause, chain: Chain, stance: Stance, rule: str) -> Label:
    """The stance, the one that its words earn instead, or the neutral one."""
    if row := first_against(TAKEN_BACK, reading, clause, stance):
        return Label("states", "states", row)
    if stance == "states" or rule in OF_THE_TEXT:
        return Label(stance, stance)
    wished = earned.wish_of(reading, clause, stance)
    row = first_against((*DONE, *TOO_MILD), reading, clause, stance) or ill_told(reading, clause, chain, stance)
    row = row or first_against(GOVERNED, reading, clause, wished)
    return Label("states" if row else wished, stance, row or (earned.wish_of.__name__ if wished != stance else ""))


def ill_told(reading: Reading, clause: Clause, chain: Chain, stance: Stance) -> str:
    """The test by which a label cannot be read off the place of its words; empty where it can."""
    if not earned.has_its_shape(reading, clause, stance):
        return earned.has_its_shape.__name__
    return earned.is_anothers_claim.__name__ if earned.is_anothers_claim(reading, clause, chain, stance) else ""
