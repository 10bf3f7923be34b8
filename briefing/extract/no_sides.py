"""Who is named beside a meeting and is no side of it: its host, who asked for it, the body whose members' envoys come."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.extract.clauses import Clause
from briefing.extract.reading import Reading, codes_of, mentions_in
from briefing.extract.trees import Tree, ancestors, case_of, children, conjuncts, is_relation, span_of, subtree
from briefing.model import Mention, Span
from briefing.model.trees import covered_by, governor_of

TWO = 2
Naming = Callable[[Reading, Tree, Mention], bool]


def without_no_sides(reading: Reading, tree: Tree, clause: Clause, host: int, actors: Sequence[str]) -> list[str]:
    """The actors, but for those whom the words about the meeting name for something else."""
    hosts = hosts_of_a_pair(reading, tree, clause, host)
    return [
        actor
        for actor in actors
        if actor not in hosts
        and not is_named_only_so(reading, tree, actor, asks_for_it)
        and not is_named_only_so(reading, tree, actor, has_members)
    ]


def hosts_of_a_pair(reading: Reading, tree: Tree, clause: Clause, verb: int) -> frozenset[str]:
    """`Norway will host talks between Chad and Sudan`: the country at whose table two others sit."""
    if tree.tokens[verb].lemma.lower() not in reading.words.hosting:
        return frozenset()
    hosted = {i for c in children(tree, verb, "obj") for i in subtree(tree, c, ("acl",))}
    between = {i for c in hosted if case_of(tree, c) in reading.words.between_cases for i in conjuncts(tree, c)}
    pair = {
        code for i in between for m in mentions_in(reading, span_of(tree, i, ("conj",))) for code in codes_of(reading, m.actor)
    }
    named = [m for c in children(tree, verb, "nsubj") for m in mentions_in(reading, span_of(tree, c, ("acl",)))]
    known = {m.actor for m in named if (actor := reading.doc.actors.get(m.actor)) and actor.kind != "person"}
    own = {code for actor in known for code in codes_of(reading, actor)}
    return frozenset(known) if len(pair - own) >= TWO and not pair & own else frozenset()


def is_named_only_so(reading: Reading, tree: Tree, actor: str, so: Naming) -> bool:
    named = [m for m in mentions_in(reading, tree.sentence.span) if m.actor == actor and not m.place]
    person = (known := reading.doc.actors.get(actor)) is not None and known.kind == "person"
    return bool(named) and not person and all(so(reading, tree, mention) for mention in named)


def asks_for_it(reading: Reading, tree: Tree, mention: Mention) -> bool:
    """`will meet at the request of Sudan`, `a petición de Sudán`, `con la mediación de la ONU`."""
    head = governor_of(tree.tokens, covered_by(tree.tokens, mention.span))
    above = tree.tokens[head].head if head is not None else -1
    return above >= 0 and tree.tokens[above].lemma.lower() in reading.words.requests_for | reading.words.margins


def has_members(reading: Reading, tree: Tree, mention: Mention) -> bool:
    """`the ambassadors of the G7 countries`, `los embajadores de la OEA`: its members' people, and not the body."""
    actor = reading.doc.actors.get(mention.actor)
    head = governor_of(tree.tokens, covered_by(tree.tokens, mention.span))
    if actor is None or actor.kind != "organization" or head is None:
        return False
    over = [head, *ancestors(tree, head)]
    nouns = [
        tree.tokens[i] for i, below in zip(over[1:], over, strict=False) if is_relation(tree.tokens[below], "nmod", "compound")
    ]
    return any(
        t.feat("Number") == "Plur" and t.lemma.lower() in reading.words.members | reading.words.envoys for t in nouns[:2]
    )


def meets_envoys(reading: Reading, tree: Tree, verbs: Sequence[int]) -> bool:
    """`met the ambassadors of the Nordic countries`: several people of several governments, of whom none is named."""
    below = [c for i in dict.fromkeys(verbs) for c in children(tree, i, "obj", "obl", "iobj", "nsubj:pass")]
    met = [c for c in below if case_of(tree, c) in {"", *reading.words.with_cases, *reading.words.object_cases}]
    several = [
        c for c in met if tree.tokens[c].feat("Number") == "Plur" and tree.tokens[c].lemma.lower() in reading.words.envoys
    ]
    return any(children(tree, c, "nmod", "amod", "compound") and not named_people(reading, span_of(tree, c)) for c in several)


def named_people(reading: Reading, span: Span) -> list[str]:
    known = [(m.actor, reading.doc.actors.get(m.actor)) for m in mentions_in(reading, span)]
    return [name for name, actor in known if actor is not None and actor.kind == "person"]


__all__ = ["meets_envoys", "without_no_sides"]
