"""Who signed what is told as signed: `Chile y Perú firmaron un acuerdo.  El texto fue rubricado por Ana Ruiz y Per Lund`."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.reading import Reading, mentions_in
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.trees import Tree, case_of, children, conjuncts, is_passive, is_verbal, span_of
from briefing.model import Event

SIGNING = "signing"
"""The rule of extraction on a meeting that is a signing."""


def who_signed(reading: Reading, tree: Tree, event: Event) -> tuple[str, ...]:
    """All of them officials of the governments of the signing, and of each of them one."""
    if SIGNING not in event.rules or event.people:
        return ()
    named = dict.fromkeys(actor for verb in signing_verbs(reading, tree, event) for actor in signers(reading, tree, verb))
    countries = [reading.doc.actors[actor].country for actor in named]
    return tuple(named) if len(countries) > 1 and {*countries} == {*event.actors} else ()


def signing_verbs(reading: Reading, tree: Tree, event: Event) -> Iterator[int]:
    for index, token in enumerate(tree.tokens):
        done = is_verbal(token) and token.lemma.lower() in reading.words.signing
        doubted = is_negated(reading, tree, index) or is_conditional(reading, tree, index)
        if done and not doubted and is_future(reading, tree, index) == (event.status == "upcoming"):
            yield index


def signers(reading: Reading, tree: Tree, verb: int) -> Iterator[str]:
    """The subject, or behind a passive `by` whom; each with the names beside it."""
    passive = is_passive(tree, verb)
    agents = [c for c in children(tree, verb, "obl") if case_of(tree, c) in reading.words.agent_cases]
    for head in agents if passive else children(tree, verb, "nsubj"):
        for one in conjuncts(tree, head):
            for mention in mentions_in(reading, span_of(tree, one, ("conj", "cc", "acl"))):
                actor = reading.doc.actors[mention.actor]
                if actor.kind == "person" and actor.country:
                    yield actor.id


__all__ = ["who_signed"]
