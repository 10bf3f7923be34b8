"""Whether somebody was invited to a meeting, and has accepted: `has invited her to Lima, and she has accepted`."""

from __future__ import annotations

from briefing.extract.reading import Reading
from briefing.extract.sentence.moods import is_conditional, is_negated
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    conjuncts,
    finite_of,
    is_relation,
    is_verbal,
)


def is_accepted(reading: Reading, tree: Tree, inviting: int) -> bool:
    """`invited her and she has accepted`, `la invitó y ella aceptó`: done, by a verb beside that of inviting."""
    beside = [i for i in conjuncts(tree, inviting) if tree.tokens[i].lemma.lower() in reading.words.accepting]
    done = [i for i in beside if is_verbal(tree.tokens[i]) and finite_of(tree, i).feat("Tense") in {"Past", "Pres"}]
    return any(not (is_negated(reading, tree, i) or is_conditional(reading, tree, i)) for i in done)


def inviting_verb(reading: Reading, tree: Tree, head: int) -> int | None:
    """The verb of inviting, done and not denied, to whose occasion it is."""
    for index in (head, *ancestors(tree, head)):
        if tree.tokens[index].lemma.lower() in reading.words.inviting and is_verbal(tree.tokens[index]):
            past = finite_of(tree, index).feat("Tense") in {"Past", "Pres"}
            doubted = is_conditional(reading, tree, index) or is_negated(reading, tree, index)
            return index if past and not doubted else None
        if is_relation(tree.tokens[index], "ccomp", "acl", "advcl", "parataxis") and index != head:
            return None
    return None
