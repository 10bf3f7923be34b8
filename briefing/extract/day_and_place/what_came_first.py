"""A meeting that a phrase tells as done before something: `…, tras una reunión en Lomé`, `…, after meeting him in Lomé`.

What it came before may be agreed or announced today and done next month: `acordaron reabrir el paso el 1 de mayo, tras
reunirse en Lomé`.  That day is not the meeting's; the day of the agreeing is.
"""

from __future__ import annotations

from briefing.extract.claims import dates_in, owner
from briefing.extract.day_and_place.coming import days_ahead
from briefing.extract.day_and_place.own_reach import first_of
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_future, is_reported_future
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, finite_of, is_relation, is_verbal, mark_of
from briefing.model import Date


def is_told_first(reading: Reading, tree: Tree, head: int) -> bool:
    """Behind a comma, by a preposition or conjunction of `after`."""
    led = mark_of(tree, head) if is_verbal(tree.tokens[head]) else case_of(tree, head)
    first = min((head, *children(tree, head, "case", "mark", "det")))
    return led in reading.words.after_marks and first > 0 and tree.tokens[first - 1].form == ","


def verb_above(tree: Tree, head: int) -> int:
    """Its governor; not a verb whose clause has ended: `el pacto que regirá desde mayo, según dijo Petit, tras reunirse`."""
    above = tree.tokens[head].head
    crossed = [i for i in range(above + 1, head) if is_verbal(tree.tokens[i]) and 0 <= tree.tokens[i].head < above]
    return crossed[-1] if above >= 0 and crossed else above


def verb_done_after(reading: Reading, tree: Tree, head: int) -> int | None:
    """`acordaron el martes reabrir el paso, tras una reunión`: the past verb above the infinitive that a tree hangs it on."""
    above = list(ancestors(tree, head)) if is_told_first(reading, tree, head) else []
    bare = bool(above) and tree.tokens[above[0]].feat("VerbForm") == "Inf" and is_relation(tree.tokens[above[0]], "xcomp")
    past = finite_of(tree, above[1]).feat("Tense") == "Past" if bare else False
    return above[1] if past and is_verbal(tree.tokens[above[1]]) else None


def own_or_that_of_what_was_done(reading: Reading, clause: Clause, near: Date | None) -> Date | None:
    """Its day, unless that is of what is to be done after it."""
    follows = near is None or is_day_of_what_follows(reading, clause, near)
    return day_of_what_was_done(reading, clause) if follows else near


def is_day_of_what_follows(reading: Reading, clause: Clause, near: Date) -> bool:
    """A day to come of another verb than the meeting's."""
    tree = reading.trees[clause.sentence]
    other = not is_day_of_meeting(reading, clause, near)
    return is_told_first(reading, tree, clause.head) and other and (days_ahead(reading, near.value) or 0) > 0


def is_day_of_meeting(reading: Reading, clause: Clause, near: Date) -> bool:
    """By its own words: `after talks in Lomé on Monday`."""
    own, first = owner(reading, clause.sentence, near), first_of(reading.trees[clause.sentence], near.span)
    below = (first is not None and clause.head in ancestors(reading.trees[clause.sentence], first)) or own == clause.head
    return below


def day_of_what_was_done(reading: Reading, clause: Clause) -> Date | None:
    """`han cerrado este miércoles el protocolo, que rige desde el 3 de mayo, tras reunirse en Lomé`: of the past verb above."""
    tree = reading.trees[clause.sentence]
    if not is_told_first(reading, tree, clause.head):
        return None
    past = [i for i in ancestors(tree, clause.head) if finite_of(tree, i).feat("Tense") in {"Past", "Pres"}]
    done = [i for i in past if finite_of(tree, i).feat("Tense") == "Past" or tree.tokens[i].feat("VerbForm") == "Part"]
    days = (d for d in dates_in(reading, tree.sentence.span) if owner(reading, clause.sentence, d) in done[:1])
    return next((day for day in days if (days_ahead(reading, day.value) or 0) <= 0), None)


def is_before_what_is_to_come(reading: Reading, clause: Clause, host: int, near: Date | None) -> bool:
    """`reabrirán el 1 de mayo el paso, tras una reunión en Lomé`: held, or to be held that day, nobody can tell.

    Nor where that is reported: `said on Monday that the ferry would sail again, after a meeting in Lomé`.
    """
    tree = reading.trees[clause.sentence]
    above = host if host != clause.head else verb_above(tree, clause.head)
    ahead = above >= 0 and (is_future(reading, tree, above) or is_reported_future(reading, tree, above))
    return is_told_first(reading, tree, clause.head) and ahead and not (near and is_day_of_meeting(reading, clause, near))


def is_done_first(reading: Reading, clause: Clause, host: int) -> bool:
    """`según ha anunciado la ministra, tras reunirse con Petit`: she has met him, whatever she announces."""
    tree = reading.trees[clause.sentence]
    token = tree.tokens[host]
    verb = verb_above(tree, host)
    above = finite_of(tree, verb) if verb >= 0 else token
    led = clause.form.kind == "verb" and mark_of(tree, host) in reading.words.after_marks
    unfinished = token.feat("VerbForm") in {"Inf", "Ger"} and is_relation(token, "advcl")
    return led and unfinished and above.feat("Tense") in {"Past", "Pres"} and not is_future(reading, tree, verb)


__all__ = ["is_before_what_is_to_come", "is_done_first", "own_or_that_of_what_was_done", "verb_done_after"]
