"""Who `este` is: `Mora le pidió un plazo a Ruiz y este se lo negó`, the other one of two people than who acts before."""

from __future__ import annotations

from briefing.extract.reading import Reading, actor_at, mention_at, quote_at
from briefing.extract.sentence.pronouns import names_somebody_else, people_outside_quotes
from briefing.extract.sentence.trees import Tree, children, is_relation, root_of
from briefing.model import Actor, Span


def other_one(reading: Reading, tree: Tree, index: int) -> str | None:
    """The only one of a demonstrative's gender of the two people named in its sentence and the one before.

    Of two of one gender it is the one who is not told of there.  Nobody where somebody without a name may be meant.
    """
    gender = gender_pointed_at(reading, tree.tokens[index].form.lower())
    alone = not children(tree, index, "nmod", "acl", "appos", "conj")
    if gender is None or not alone or reading.is_scrambled or quote_at(reading, tree.tokens[index].span):
        return None
    number = reading.number_of(tree)
    before = reading.doc.sentences[number - 1].span if number and reading.is_body(number - 1) else tree.sentence.span
    span = Span(before.start, tree.tokens[index].span.start)
    people = people_outside_quotes(reading, span)
    if len(people) != 2 or names_somebody_else(reading, span) or tells_of_the_nameless(reading, span):
        return None
    fitting = [one for one in people if one.gender in {gender, None}]
    if len(fitting) == 2:
        sentences = (tree, reading.trees[number - 1]) if root_of(tree) < index else (reading.trees[number - 1],)
        told = (subject_of(reading, one) for one in sentences)
        acting = next((actor.id for actor in told if actor is not None), None)
        fitting = [one for one in people if acting in {p.id for p in people} and one.id != acting]
    return fitting[0].id if len(fitting) == 1 and fitting[0].gender in {gender, None} else None


def gender_pointed_at(reading: Reading, form: str) -> str | None:
    words = reading.words
    return "m" if form in words.pointing_masculine else "f" if form in words.pointing_feminine else None


def subject_of(reading: Reading, tree: Tree) -> Actor | None:
    """The actor that a sentence's main verb has for its subject."""
    subjects = children(tree, root_of(tree), "nsubj")
    return actor_at(reading, tree, subjects[0]) if subjects else None


def tells_of_the_nameless(reading: Reading, span: Span) -> bool:
    """`Mora pidió un plazo al embajador y este …`: somebody of an office whom no mention covers."""
    people = reading.words.holders | reading.words.diplomats | reading.words.people_nouns
    return any(
        token.lemma.lower() in people and span.contains(token.span) and mention_at(reading, token.span) is None
        for tree in reading.trees
        if tree.sentence.span.overlaps(span)
        for index, token in enumerate(tree.tokens)
        if not is_relation(token, "appos", "amod")
    )


__all__ = ["other_one"]
