"""Whether a word of changing (`put off`, `traslado`, `called off`) is told of an occasion, or only stands in its sentence.

`The visit was put off`, `the talks, suspended since May`, `el aplazamiento de la cita`: the occasion is what changes.
`The fee was changed during the talks`, `a call to suspend flights`, `la propuesta fue trasladada en una llamada`: something
else does, at the occasion or because of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from briefing.extract.reading import Reading
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, is_relation, is_verbal, mark_of
from briefing.model import Token

STEPS = 3
"""Steps up the tree within which a change and what is changed meet."""
PARTS = ("nsubj", "obj", "obl", "nmod", "conj", "xcomp", "ccomp", "compound", "iobj", "appos")
"""How the words for an occasion hang on what is done to it: `pulled out of the talks`, `put off their trip`."""
BESIDE = ("acl", "amod")
"""How a change hangs on the occasion: `the cancelled trip`, `talks that have been put off`."""
CARRIED = ("obj", "xcomp", "ccomp", "obl", "advmod", "compound", "aux", "cop", "advcl", "parataxis")
"""How a change hangs on the verb of which the occasion is the subject: `the trip has suffered a delay`."""


def is_change_of(reading: Reading, tree: Tree, change: int, occasion: int) -> bool:
    """Whether the one is done to the other."""
    if change == occasion:
        return False
    return (
        is_done_to(reading, tree, change, occasion)
        or is_told_beside(reading, tree, change, occasion)
        or is_carried(reading, tree, change, occasion)
    )


def is_done_to(reading: Reading, tree: Tree, change: int, occasion: int) -> bool:
    """`aplazó la visita`, `the start of the talks was moved`, `the delay of the visit`: the occasion hangs on the change."""
    above = [occasion, *takewhile(lambda i: i != change, ancestors(tree, occasion))]
    if change not in {*ancestors(tree, occasion)} or len(above) > STEPS:
        return False
    return all(is_part(tree.tokens[i]) and not is_scene_of(reading, tree, i) for i in above)


def is_part(token: Token) -> bool:
    """Not a second verb: `pasaron revista a la obra y prepararon la visita`."""
    return is_relation(token, *PARTS) and not (is_relation(token, "conj") and is_verbal(token))


def is_scene_of(reading: Reading, tree: Tree, index: int) -> bool:
    """`durante una llamada`, `at the talks`, `tras la cumbre`: when or where something was done, and not what."""
    return is_relation(tree.tokens[index], "obl") and case_of(tree, index) in scene_cases(reading)


def scene_cases(reading: Reading) -> frozenset[str]:
    return reading.words.while_cases | reading.words.after_marks


def is_told_beside(reading: Reading, tree: Tree, change: int, occasion: int) -> bool:
    """`the cancelled trip`, `a visit that has been put off`; not `a call to suspend flights`, `talks at which he moved …`."""
    above = [change, *takewhile(lambda i: i != occasion, ancestors(tree, change))]
    if occasion not in {*ancestors(tree, change)} or len(above) > STEPS or not is_relation(tree.tokens[above[-1]], *BESIDE):
        return False
    return all(not changes_something_else(reading, tree, i) for i in above)


def changes_something_else(reading: Reading, tree: Tree, verb: int) -> bool:
    """It has an object of its own, an infinitive's mark, or a relative word that says where: `en la que pasaron revista`."""
    objects = [c for c in children(tree, verb, "obj") if tree.tokens[c].lemma.lower() not in reading.words.relatives]
    bare = is_verbal(tree.tokens[verb]) and mark_of(tree, verb) in reading.words.infinitive_marks
    at_it = [c for c in relative_words(reading, tree, verb) if case_of(tree, c) in scene_cases(reading)]
    return bool(objects or at_it) or bare


def relative_words(reading: Reading, tree: Tree, verb: int) -> Iterator[int]:
    yield from (c for c in children(tree, verb, "obl", "nmod") if tree.tokens[c].lemma.lower() in reading.words.relatives)


def is_carried(reading: Reading, tree: Tree, change: int, occasion: int) -> bool:
    """`The trip has suffered a delay`, `la cita sufrió un cambio de hora`: of what is the subject of the verb above."""
    top = next(iter(ancestors(tree, occasion)), None)
    subject = top is not None and is_relation(tree.tokens[occasion], "nsubj")
    return subject and tree.tokens[change].head == top and is_relation(tree.tokens[change], *CARRIED)
