"""Whether a day stands in the clause of a meeting: the main clause's day is not that of what a relative clause tells.

`The minister, who is due in Lima at the end of the month, briefs the mayors on Monday`: no visit of Monday.  Where the
relative is one of place, the day is mostly that of both (`will fly to Lima on Monday, where he meets …`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from briefing.extract.claims import owner
from briefing.extract.day_and_place.coming import nouns_above
from briefing.extract.reading import Reading, is_of_a_date
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, is_relation, is_verbal
from briefing.model import Date

NEAR = 4
"""Words from a meeting's noun to the one that a relative clause behind it is given to."""


def is_of_clause_apart(reading: Reading, tree: Tree, date: Date, heads: Collection[int]) -> bool:
    """A date of the clause around a relative one that tells of the meeting, of a relative one beside it, or of what is said."""
    first = next((i for i, token in enumerate(tree.tokens) if token.span.start >= date.span.start), None)
    if first is None:
        return False
    if is_in_what_is_said(tree, first, heads):
        return True
    of_date = next(relatives_around(reading, tree, first), None)
    mine = {found for head in heads for found in relatives_around(reading, tree, head)}
    if of_date is None:
        nouns = {i for i in ancestors(tree, first) if not is_verbal(tree.tokens[i])}  # `the Monday that they met on`
        return bool(mine) and not any(tree.tokens[verb].head in nouns for verb in mine)
    said_of = {*nouns_above(tree, of_date)} | {head for head in heads if is_just_before(reading, tree, head, of_date)}
    return of_date not in mine and not said_of & {*heads}


def is_just_before(reading: Reading, tree: Tree, noun: int, verb: int) -> bool:
    """`A round of talks with Peru that was to open on Friday`, whichever noun the tree gives the relative to."""
    persons = any(tree.tokens[i].form.lower() in reading.words.person_relatives for i in children(tree, verb, "nsubj"))
    return not persons and not is_verbal(tree.tokens[noun]) and 0 <= tree.tokens[verb].head - noun <= NEAR


def is_in_what_is_said(tree: Tree, index: int, heads: Collection[int]) -> bool:
    """`Telephoned her and agreed that the ban of May 3 be lifted`: of a clause that the meeting only stands beside."""
    said = next((i for i in (index, *ancestors(tree, index)) if is_relation(tree.tokens[i], "ccomp", "csubj")), None)
    return said is not None and not any(said in {head, *ancestors(tree, head)} for head in heads)


def is_of_the_way_back(reading: Reading, clause: Clause, date: Date) -> bool:
    """`returned to Lima on Monday after her visit to Quito`: the day of another journey, behind it.

    `came back on Monday from Quito, where she met Ruiz`: what was done at the place that somebody left.
    """
    tree, own = reading.trees[clause.sentence], owner(reading, clause.sentence, date)
    if is_done_where_one_left(reading, tree, clause.head) and own in ancestors(tree, clause.head):
        return True
    if clause.act.meeting != "visit" or clause.form.kind != "noun" or own not in ancestors(tree, clause.head):
        return False
    return tree.tokens[own].lemma.lower() in reading.words.going and case_of(tree, clause.head) in reading.words.after_marks


def is_done_where_one_left(reading: Reading, tree: Tree, verb: int) -> bool:
    """`from Quito, where she met`, `regresó el lunes de Quito, donde se reunió`: what was done at a place one comes from.

    Not `viajó a la ciudad de Quito, donde se reunió`.
    """
    there = [c for c in tree.children[verb] if tree.tokens[c].form.lower() in reading.words.relatives_of_place]
    before = next((i for i in range(there[0] - 1, -1, -1) if tree.tokens[i].upos != "PUNCT"), None) if there else None
    place = next((i for i in (before, *ancestors(tree, before)) if case_of(tree, i)), None) if before is not None else None
    if place is None or place >= there[0]:
        return False
    above = tree.tokens[place].head
    left = is_verbal(tree.tokens[above]) or is_of_a_date(reading, tree, above)
    return case_of(tree, place) in reading.words.from_words | (reading.words.of_cases if left else frozenset())


def is_clause_of_a_person(reading: Reading, tree: Tree, verb: int, noun: int) -> bool:
    """`a call with Petit, who is expected in Oslo on May 29`: told of a person, whatever noun a tree gives the clause to."""
    subjects = [tree.tokens[c].form.lower() for c in children(tree, verb, "nsubj")]
    below = is_relation(tree.tokens[verb], "acl") and noun in ancestors(tree, verb)
    return below and bool({*subjects} & reading.words.person_relatives)


def relatives_around(reading: Reading, tree: Tree, index: int) -> Iterator[int]:
    """The verbs of the relative clauses that a token stands in, the innermost first: of those whose subject is the relative."""
    for above in (index, *ancestors(tree, index)):
        token = tree.tokens[above]
        subjects = children(tree, above, "nsubj") if is_relation(token, "acl") and above > token.head else ()
        if any(tree.tokens[i].form.lower() in reading.words.relatives for i in subjects):
            yield above
