"""Days on which something was told, which are not those of the meetings it tells of."""

from __future__ import annotations

from itertools import takewhile

from briefing.extract.claims import dates_in, owner
from briefing.extract.day_and_place.coming import days_ahead
from briefing.extract.day_and_place.own_reach import first_of
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_future, is_reported_future
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, is_relation, is_verbal
from briefing.model import Date


def is_of_later_telling(reading: Reading, clause: Clause, near: Date) -> bool:
    """`Early in March Ruiz revealed that she had spoken with Petit`, `said in April it would invite her`: of the telling, and
    they spoke before, or are to meet behind it."""
    tree, own = reading.trees[clause.sentence], owner(reading, clause.sentence, near)
    helpers = [tree.tokens[c] for c in children(tree, clause.head, "aux")]
    before = tree.tokens[clause.head].feat("VerbForm") == "Part" and any(t.feat("Tense") in {"Past", "Imp"} for t in helpers)
    below = [clause.head, *takewhile(lambda i: i != own, ancestors(tree, clause.head))]
    to_come = any(
        is_future(reading, tree, i) or is_reported_future(reading, tree, i) for i in below if is_verbal(tree.tokens[i])
    )
    other = before or (to_come and (days_ahead(reading, near.value) or 0) < 0)
    above = other and own in ancestors(tree, clause.head) and any(is_relation(tree.tokens[i], "ccomp") for i in below)
    return above or is_of_telling_aside(reading, clause, near) or stands_before_what_is_told(reading, tree, clause, near)


def is_of_telling_aside(reading: Reading, clause: Clause, near: Date) -> bool:
    """`has summoned the envoy, the ministry said on Tuesday`: a perfect of the present, and the day of another verb."""
    tree, own = reading.trees[clause.sentence], owner(reading, clause.sentence, near)
    helpers = [tree.tokens[c] for c in children(tree, clause.head, "aux")]
    perfect = tree.tokens[clause.head].feat("VerbForm") == "Part" and any(t.feat("Tense") == "Pres" for t in helpers)
    if own < 0 or own == clause.head or not perfect or not is_verbal(tree.tokens[own]):
        return False
    below = [clause.head, *takewhile(lambda i: i != own, ancestors(tree, clause.head))]
    if own in ancestors(tree, clause.head):
        return any(is_relation(tree.tokens[i], "ccomp") for i in below)
    lemma = tree.tokens[own].lemma.lower()
    told = lemma in reading.words.saying or any(act.stance == "announces" for act, _ in reading.acts.get(lemma, ()))
    return clause.head in ancestors(tree, own) and told


def is_told_of_as_done(reading: Reading, clause: Clause) -> bool:
    """Whether the sentence has the day on which one told that it has been done: of these days, whichever it was."""
    dates = dates_in(reading, reading.trees[clause.sentence].sentence.span)
    return any(is_of_telling_aside(reading, clause, date) for date in dates)


def stands_before_what_is_told(reading: Reading, tree: Tree, clause: Clause, near: Date) -> bool:
    """`said on Friday it would meet Peru`: right behind the telling, and before any word of what is told."""
    first = first_of(tree, near.span)
    for index in (clause.head, *ancestors(tree, clause.head)) if first is not None else ():
        if is_relation(tree.tokens[index], "ccomp"):
            opens = min(
                (c for c in (index, *tree.children[index]) if not near.span.overlaps(tree.tokens[c].span)), default=index
            )
            return tree.tokens[index].head < (first or 0) < opens
    return False


def is_of_a_source(reading: Reading, clause: Clause, near: Date) -> bool:
    """`will visit Lima, according to a statement on Friday`, `según un comunicado difundido este viernes`."""
    tree = reading.trees[clause.sentence]
    first = first_of(tree, near.span)
    above = takewhile(lambda i: i != clause.head, (first, *ancestors(tree, first))) if first is not None else ()
    return any(case_of(tree, i) in reading.words.attribution_cases for i in above)


__all__ = ["is_of_a_source", "is_of_later_telling", "is_told_of_as_done"]
