"""Who was to go and sent another: `had been due to travel to Lima on Friday, but would send her deputy instead`.

The plan is told as the past and takes back itself; whom she sends is at nothing of which the words tell more.
"""

from __future__ import annotations

from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, ancestors, finite_of
from briefing.model import Token

PAST = frozenset({"Past", "Imp"})
"""Tenses of a plan that is over: `had been due to`, `tenía previsto`."""


def is_stood_in_for(reading: Reading, clause: Clause) -> bool:
    """Whether a meeting was planned, and a contrast behind it, here or in the next sentence, tells who goes instead."""
    tree = reading.trees[clause.sentence]
    if not any(is_old_plan(reading, tree, index, clause.head) for index in (clause.head, *ancestors(tree, clause.head))):
        return False
    behind = tree.tokens[clause.head + 1 :]
    contrast = next((i for i, token in enumerate(behind) if is_adversative(reading, token)), None)
    if contrast is not None:
        return names_stand_in(reading, behind[contrast:])
    after = clause.sentence + 1
    following = reading.trees[after].tokens if after < len(reading.trees) and reading.is_body(after) else ()
    return bool(following) and is_adversative(reading, following[0]) and names_stand_in(reading, following)


def is_old_plan(reading: Reading, tree: Tree, index: int, head: int) -> bool:
    """`had been due to`, `tenía previsto`, `iba a`: a word of planning before the meeting's own, in a past tense."""
    beside = (index, *(child for child in tree.children[index] if child < head))
    planned = {word for i in beside for word in (tree.tokens[i].lemma.lower(), tree.tokens[i].form.lower())}
    past = any(tree.tokens[i].feat("Tense") in PAST and tree.tokens[i].feat("VerbForm") == "Fin" for i in beside)
    past = past or finite_of(tree, index).feat("Tense") in PAST
    return past and bool(planned & (reading.words.planning | reading.words.scheduling))


def is_adversative(reading: Reading, token: Token) -> bool:
    return token.form.lower() in reading.words.adversatives


def names_stand_in(reading: Reading, tokens: tuple[Token, ...]) -> bool:
    """`would send her deputy`, `acudió en su lugar`: by a verb of sending, or by the phrase for it."""
    told = f" {' '.join(token.form.lower() for token in tokens)} "
    sent = any(token.lemma.lower() in reading.words.sending and token.upos == "VERB" for token in tokens)
    return sent or any(f" {phrase} " in told for phrase in reading.words.in_ones_place)


__all__ = ["is_stood_in_for"]
