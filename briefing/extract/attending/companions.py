"""Who only comes along with somebody: `will attend it accompanied by Per Lund`, `acudirá acompañado por el director`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.attending.taking_part import spans_of
from briefing.extract.reading import Reading, codes_of_all, mentions_in
from briefing.extract.sentence.trees import Tree, ancestors, case_of, is_relation, subtree
from briefing.model import Mention, Span
from briefing.model.trees import covered_by, governor_of


def without_companions(reading: Reading, tree: Tree, actors: Sequence[str]) -> tuple[str, ...]:
    """He is of the side that he comes with, and no counterpart where the words name no other; beside one he takes part."""
    rest = tuple(actor for actor in actors if not is_companion(reading, tree, actor))
    return rest if len(codes_of_all(reading, rest)) < 2 else tuple(actors)


def those_along(reading: Reading, tree: Tree, head: int) -> tuple[str, ...]:
    """`Soto viajará a Lima acompañado por la ministra Rosa Mena`: who goes on the same journey, by the words of its verb."""
    below = {*subtree(tree, head, ("ccomp", "conj"))}
    named = [(m.actor, governor_of(tree.tokens, covered_by(tree.tokens, m.span))) for m in people_in(reading, tree)]
    return tuple(dict.fromkeys(a for a, i in named if i in below and is_companion(reading, tree, a)))


def people_in(reading: Reading, tree: Tree) -> list[Mention]:
    named = mentions_in(reading, tree.sentence.span)
    return [m for m in named if (actor := reading.doc.actors.get(m.actor)) is not None and actor.kind == "person"]


def is_companion(reading: Reading, tree: Tree, actor: str) -> bool:
    spans = spans_of(reading, tree, actor)
    return bool(spans) and all(is_come_along(reading, tree, span) for span in spans)


def is_come_along(reading: Reading, tree: Tree, span: Span) -> bool:
    head = governor_of(tree.tokens, covered_by(tree.tokens, span))
    chain = () if head is None else (head, *ancestors(tree, head))
    cases = reading.words.agent_cases | reading.words.with_cases | reading.words.of_cases
    led = [i for i in chain if is_relation(tree.tokens[i], "obl", "nmod") and case_of(tree, i) in cases]
    above = [tree.tokens[tree.tokens[i].head] for i in led if tree.tokens[i].head >= 0]
    return any({token.form.lower(), token.lemma.lower()} & reading.words.accompanied for token in above)


__all__ = ["those_along", "without_companions"]
