"""The day on which a deadline was set, which is not the day on which it ends: `on Monday had set a 30-day deadline`."""

from __future__ import annotations

from briefing.extract.claims import owner
from briefing.extract.day_and_place.coming import PAST, day_by_tense, days_ahead, on_day, weekday_of_two
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, children, finite_of, is_relation, is_verbal
from briefing.extract.standings.postponing import is_led_by
from briefing.model import Date
from briefing.model.trees import covered_by, governor_of


def day_of_setting(reading: Reading, clause: Clause, host: int, near: Date | None) -> Date | None:
    """The day beside the past verb that sets a limit, where no word says that it is the limit's own."""
    tree = reading.trees[clause.sentence]
    if near is None or not sets_a_limit(tree, host) or owner(reading, clause.sentence, near) != host:
        return None
    words = reading.words
    if is_led_by(reading, tree, near, words.until_cases | words.limit_cases | words.put_off_cases) or not is_beside(
        tree, near, host
    ):
        return None
    either = weekday_of_two(near)
    told = on_day(near, either[0]) if either else day_by_tense(reading, clause.sentence, near, host)
    ahead = days_ahead(reading, told.value) if told else None
    return told if ahead is not None and ahead <= 0 else None


def sets_a_limit(tree: Tree, verb: int) -> bool:
    """`had set a deadline`, `dio un plazo`: in the past, with the limit as what is set."""
    past = is_verbal(tree.tokens[verb]) and finite_of(tree, verb).feat("Tense") in PAST  # `había fijado`
    return past and bool(children(tree, verb, "obj", "nsubj:pass"))


def is_beside(tree: Tree, near: Date, verb: int) -> bool:
    """No object of the verb (`set Friday as the limit`), and no part of another phrase (`a Friday deadline`)."""
    head = governor_of(tree.tokens, covered_by(tree.tokens, near.span))
    if head is None or is_relation(tree.tokens[head], "obj", "nsubj"):
        return False
    return head < verb or is_relation(tree.tokens[head], "obl", "advmod", "nmod", "advcl")


__all__ = ["day_of_setting"]
