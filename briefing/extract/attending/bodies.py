"""The body that meets, in the words of its sentence: `the Joint Fisheries Committee will meet`, `reunión de la Comisión Mixta`.

Its name stands in the row where no sentence does: `Meeting (fact 6)` says less than `Fisheries Committee meeting (fact 6)`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from itertools import dropwhile, takewhile

from briefing.extract.attending.company import host_verb
from briefing.extract.attending.sides import subject_nouns
from briefing.extract.claims import evidence_of
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, case_of, children, subtree
from briefing.model import Event, Evidence, Span

LONGEST_NAME = 14
"""Words of a body's name."""
OF_ITS_NAME = frozenset({"ADP", "DET", "CCONJ", "NOUN", "PROPN", "ADJ", "NUM", "PART"})
OPENING = frozenset({"ADP", "DET", "NUM", "PUNCT"})
LINKS = frozenset({"ADP", "DET", "CCONJ"})


def with_body(reading: Reading, clause: Clause, event: Event) -> Event:
    """The event with the name of who meets, where a body does."""
    return dataclasses.replace(event, body=body_of(reading, clause)) if not event.body else event


def body_of(reading: Reading, clause: Clause) -> tuple[Evidence, ...]:
    tree = reading.trees[clause.sentence]
    spans = (name_of(reading, tree, index) for index in candidates(reading, tree, clause))
    found = next((span for span in spans if span is not None), None)
    if found is not None and any(t.form.lower() in reading.words.far_pointers for t in tree.tokens if found.contains(t.span)):
        found = name_before(reading, clause.sentence, found)
    return (evidence_of(reading, found),) if found is not None else ()


def name_before(reading: Reading, number: int, pointing: Span) -> Span | None:
    """`pidió un comité sobre el canal.  Dicho comité se reunirá …`: by what the sentence before calls it, or not at all."""
    here, before = reading.trees[number], reading.trees[max(0, number - 1)]
    nouns = {t.lemma.lower() for t in here.tokens if pointing.contains(t.span)} & reading.words.meeting_bodies
    named = [i for i, t in enumerate(before.tokens) if t.lemma.lower() in nouns and number > 0]
    return name_of(reading, before, named[0], more=("nmod",)) if len(named) == 1 else None


def candidates(reading: Reading, tree: Tree, clause: Clause) -> Iterator[int]:
    """The noun that is a body by itself, whose meeting it is, before whom, and the subject of the verb that holds it."""
    verbs = dict.fromkeys((clause.head, host_verb(reading, tree, clause.head)))
    yield clause.head
    yield from children(tree, clause.head, "nmod", "compound", "nmod:poss")
    for index in (c for verb in verbs for c in children(tree, verb, "obl", "obj", "iobj")):
        if case_of(tree, index) in reading.words.reporting_cases:
            yield index
        if tree.tokens[index].lemma.lower() in reading.words.sessions:
            yield from children(tree, index, "nmod", "compound")
    if tree.tokens[clause.head].lemma.lower() in reading.words.chairing:  # `presidirán la Comisión Mixta`
        yield from subtree(tree, clause.head, ("nsubj", "acl", "advcl"))
    for verb in verbs:
        yield from (i for i in subject_nouns(reading, tree, verb) if i != tree.tokens[verb].head or i < verb)


def name_of(reading: Reading, tree: Tree, index: int, more: tuple[str, ...] = ()) -> Span | None:
    """The whole name; None for `the committee` alone."""
    if tree.tokens[index].lemma.lower() not in reading.words.meeting_bodies:
        return None
    cut = takewhile(lambda i: tree.tokens[i].upos in OF_ITS_NAME, words_of(tree, index))
    kept = list(cut)
    while kept and tree.tokens[kept[-1]].upos in LINKS:
        kept.pop()
    described = tree.tokens[index].form[:1].isupper() or children(tree, index, "amod", "nmod:poss", *more)
    if index not in kept or not described or not 1 < len(kept) <= LONGEST_NAME:
        return None
    return Span(tree.tokens[kept[0]].span.start, tree.tokens[kept[-1]].span.stop)


def words_of(tree: Tree, index: int) -> Iterator[int]:
    """The words of a noun's phrase from the first that is no article: up to its relative clause."""
    inside = subtree(tree, index, ("acl", "appos", "advcl", "parataxis"))
    return dropwhile(lambda i: i < index and tree.tokens[i].upos in OPENING, inside)


__all__ = ["with_body"]
