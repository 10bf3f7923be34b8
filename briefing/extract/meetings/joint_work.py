"""What people of two countries do together on a day to come: `Experts from Chad and Niger inspect the bridge`, in an agenda.

No word of meeting tells of it.  It needs officials of both, a verb of work that is done side by side at a place, and a day:
that under which an entry of an agenda stands, or one that a verb in the future has.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.claims import date_near
from briefing.extract.coding import countries_in
from briefing.extract.day_and_place.coming import days_ahead
from briefing.extract.day_and_place.dated_headings import heading_above
from briefing.extract.meetings.bodies_meet import SESSION
from briefing.extract.reading import Reading, codes_of
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.named_subjects import Subject
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import Tree, children, finite_of, is_verbal, span_of, subtree
from briefing.knowledge.entries import ActForm


def joint_work_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    tree, act = reading.trees[number], reading.knowledge.acts.get(SESSION)
    for index, token in enumerate(tree.tokens):
        if act is None or token.lemma.lower() not in reading.words.joint_work or not is_verbal(token):
            continue
        subject = of_two(reading, tree, index)
        if (subject is None and not is_of_both(reading, tree, index)) or not is_set(reading, number, index):
            continue
        form = ActForm(lemma=token.lemma)
        yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=subject, future=True)


def is_set(reading: Reading, number: int, index: int) -> bool:
    """On a day to come, by the tense or as an entry of an agenda: not `Experts of both test the water each May`."""
    tree, day = reading.trees[number], date_near(reading, number, index, anywhere=True)
    denied = is_negated(reading, tree, index) or is_conditional(reading, tree, index)
    if day is None or denied or (days_ahead(reading, day.value) or 0) <= 0:
        return False
    entry = heading_above(reading, number) is not None or day.span.start == tree.sentence.span.start
    now = entry and finite_of(tree, index).feat("Tense") == "Pres"
    return now or is_future(reading, tree, index)


def of_two(reading: Reading, tree: Tree, verb: int) -> Subject | None:
    """`Experts from Chad and Niger`, `the mayors, Ana Ruiz (Chad) and Per Lund (Niger)`."""
    found = find_subject(reading, tree, verb)
    if found is not None and len({code for actor in found.actors for code in codes_of(reading, actor)}) == 2:
        return found
    nouns = [c for c in children(tree, verb, "nsubj") if is_team(reading, tree, c)]
    nations = countries_in(reading, span_of(tree, nouns[0], ("acl", "advcl"))) if nouns else ()
    return Subject(actors=tuple(nations), how="explicit") if len(nations) == 2 else None


def is_team(reading: Reading, tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.feat("Number") == "Plur" and token.lemma.lower() in reading.words.staff | reading.words.officials


def is_of_both(reading: Reading, tree: Tree, verb: int) -> bool:
    """`expertos de los dos países`, `technicians from both sides`: of the two of whom the article tells."""
    nouns = [c for c in children(tree, verb, "nsubj") if is_team(reading, tree, c)]
    below = [c for noun in nouns for c in children(tree, noun, "nmod")]
    words = {tree.tokens[i].form.lower() for c in below for i in subtree(tree, c)}
    return bool(words & reading.words.both)


__all__ = ["joint_work_ahead"]
