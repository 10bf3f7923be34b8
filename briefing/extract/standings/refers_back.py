"""A change told of what only a pronoun names: `Is the Lomé meeting going ahead?  — It has been postponed`.

`El 4 iba a ir a Lomé, pero lo hemos movido al 9`: which meeting that is, the words before say, by a noun or by a journey.
"""

from __future__ import annotations

from briefing.extract.attending.asked_about import question_before
from briefing.extract.reading import Reading
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.trees import Tree, children, finite_of, is_passive, is_verbal
from briefing.extract.standings.postponing import is_calling_off, is_one_of


def sentence_meant(reading: Reading, number: int) -> int | None:
    """The sentence that names the meeting of which this one tells a change without naming it: itself, or one before."""
    tree = reading.trees[number]
    if reading.is_scrambled or not any(is_change_of_it(reading, tree, i) for i in range(len(tree.tokens))):
        return None
    asked = question_before(reading, number) if reading.turn_at(tree.sentence.span) is not None else None
    before = [asked] if asked is not None else [number - 1] if number and reading.is_body(number - 1) else []
    near = [number, *before]
    return next((n for n in near if names_occasion(reading, reading.trees[n])), None)


def names_occasion(reading: Reading, tree: Tree) -> bool:
    words = reading.words.occasions | reading.words.going
    return any({token.lemma.lower(), token.form.lower()} & words for token in tree.tokens)


def is_change_of_it(reading: Reading, tree: Tree, verb: int) -> bool:
    """`it has been put off`, `se canceló`, `lo hemos movido`: done, and to what no noun of its clause names."""
    if not is_verbal(tree.tokens[verb]) or children(tree, verb, "ccomp"):
        return False
    if not is_calling_off(reading, tree, verb) and not is_one_of(tree, verb, reading.words.moving):
        return False
    doubted = any(doubt(reading, tree, verb) for doubt in (is_negated, is_conditional, is_future))
    return not doubted and (is_done_to_it(reading, tree, verb) or has_it(tree, verb))


def is_done_to_it(reading: Reading, tree: Tree, verb: int) -> bool:
    """In the passive, or by `se`, of a pronoun or of nothing that is told again."""
    told = finite_of(tree, verb).feat("Mood") == "Ind" or bool(children(tree, verb, "aux"))
    passive = is_passive(tree, verb) or any(tree.tokens[c].feat("Reflex") == "Yes" for c in children(tree, verb, "expl"))
    subjects = [tree.tokens[c].form.lower() for c in children(tree, verb, "nsubj")]
    return told and passive and all(form in reading.words.it_pronouns for form in subjects) and not children(tree, verb, "obj")


def has_it(tree: Tree, verb: int) -> bool:
    """`lo hemos movido`, `we have put it off`."""
    objects = [tree.tokens[c] for c in children(tree, verb, "obj")]
    return (
        len(objects) == 1
        and objects[0].upos == "PRON"
        and objects[0].feat("PronType") == "Prs"
        and objects[0].feat("Person") == "3"
    )
