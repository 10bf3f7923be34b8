"""Who does what the points of a list tell: `Both parties: - Welcomed …`, `The Ministers agreed: 1. To open the bridge.`."""

from __future__ import annotations

import dataclasses

from briefing.extract.reading import Reading
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.named_subjects import Subject, named
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import Tree, root_of
from briefing.model.lists import list_head


def with_points(reading: Reading, number: int, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses of a sentence, that of a list's point with whom the line above the list names."""
    subject = subject_of_list(reading, number)
    if subject is None or reading.is_scrambled:
        return clauses
    tree = reading.trees[number]
    own = [dataclasses.replace(c, subject=subject) if c.subject is None and opens_point(tree, c.head) else c for c in clauses]
    agreed = agreed_point(reading, number, subject)
    return (*own, agreed) if agreed else tuple(own)


def subject_of_list(reading: Reading, number: int) -> Subject | None:
    """Whom the line above a list names: `The Ministers:`, `Los Cancilleres acordaron:`."""
    head = head_of(reading, number)
    if head is None:
        return None
    tree, root = reading.trees[head], root_of(reading.trees[head])
    verb = tree.tokens[root].upos in {"VERB", "AUX"}
    found = find_subject(reading, tree, root) if verb else named(reading, tree, last_noun(tree), "inherited")
    return dataclasses.replace(found, how="inherited") if found else None


def last_noun(tree: Tree) -> int:
    """Of `Ante la expulsión de su cónsul, el Gobierno del Perú:` the head of what stands behind the last comma."""
    comma = max((i for i, token in enumerate(tree.tokens) if token.form == ","), default=-1)
    nouns = (i for i, token in enumerate(tree.tokens) if i > comma and token.upos in {"NOUN", "PROPN"})
    return next(nouns, root_of(tree))


def heads_list(reading: Reading, number: int) -> bool:
    """`The Ministers agreed:`, and what they agreed is in the points below."""
    return number + 1 < len(reading.trees) and head_of(reading, number + 1) == number


def head_of(reading: Reading, number: int) -> int | None:
    sentences = reading.doc.sentences
    found = list_head(reading.text, sentences, number) if sentences[number].kind == "body" else None
    return found if found is not None and sentences[found].kind == "body" else None


def opens_point(tree: Tree, head: int) -> bool:
    """`- Noted with satisfaction the growth`: a finite verb that nothing but the mark of the point stands before."""
    token = tree.tokens[head]
    told = token.upos == "VERB" and token.feat("VerbForm") in {"Fin", "Part"} and token.feat("Person") in {None, "3"}
    return token.head < 0 and told and all(not t.form.isalpha() or len(t.form) == 1 for t in tree.tokens[:head])


def agreed_point(reading: Reading, number: int, subject: Subject) -> Clause | None:
    """`The Ministers agreed:` over `1. To open the bridge.`: the act of the line above, with the point as its content."""
    head = head_of(reading, number)
    if head is None:
        return None
    above, own = reading.trees[head], reading.trees[number]
    at, root = root_of(above), root_of(own)
    match = match_act(reading, above, at) if above.tokens[at].upos == "VERB" else None
    wish = own.tokens[root].feat("VerbForm") == "Inf" or own.tokens[root].feat("Mood") in {"Sub", "Imp"}
    if match is None or match[0].stance is None or not wish:
        return None
    act, form = match
    return Clause(sentence=number, head=root, trigger=root, act=act, form=form, subject=subject, content=(root,))


__all__ = ["heads_list", "with_points"]
