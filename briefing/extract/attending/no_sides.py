"""Who is named beside a meeting and is no side of it: its host, who asked for it, the body whose members' envoys come."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.extract.attending.margins import is_at_margin, is_capital
from briefing.extract.reading import Reading, codes_of, mentions_in
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, conjuncts, is_relation, span_of, subtree
from briefing.model import Mention, Span
from briefing.model.trees import covered_by, governor_of

Naming = Callable[[Reading, Tree, Mention], bool]


def without_no_sides(reading: Reading, tree: Tree, clause: Clause, host: int, actors: Sequence[str]) -> list[str]:
    """The actors, but for those whom the words about the meeting name for something else."""
    hosts = hosts_of_a_pair(reading, tree, clause, host)
    kept = [
        actor
        for actor in actors
        if actor not in hosts and not any(is_named_only_so(reading, tree, actor, so) for so in NAMINGS)
    ]
    named = {m.actor for m in mentions_in(reading, tree.sentence.span)}
    asking = {code for a in named if is_named_only_so(reading, tree, a, asks_for_it) for code in codes_of(reading, a)}
    kept = [a for a in kept if not asking or not {*codes_of(reading, a)} <= asking]  # `con la mediación de A y B, ambos países`
    seat = seat_of(reading, tree, clause)
    return [a for a in kept if seat is None or a != seat.actor]


def without_their_court(
    reading: Reading, tree: Tree, clause: Clause, governments: Sequence[str], sides: Sequence[str]
) -> tuple[str, ...]:
    """The governments of a hearing, but for the one whose court it is and of which nobody else is named; none of a debate."""
    if clause.form.kind == "noun" and clause.form.lemma in reading.words.debating:
        return ()  # `a debate on the accord with Chile`: what is debated is theirs
    courts = {a for a in sides if is_named_only_so(reading, tree, a, is_the_court)}
    if clause.act.meeting != "hearing" or not courts:
        return tuple(governments)
    others = {code for a in sides if a not in courts for code in codes_of(reading, a)}
    theirs = {code for a in courts for code in codes_of(reading, a)} - others
    return tuple(code for code in governments if code not in theirs)


def is_the_court(reading: Reading, tree: Tree, mention: Mention) -> bool:
    """`comparecerán ante un tribunal de Oslo`, `will appear before a court in Oslo`: who hears them, and no party."""
    head = governor_of(tree.tokens, covered_by(tree.tokens, mention.span))
    before = head is not None and is_relation(tree.tokens[head], "obl")
    return before and head is not None and tree.tokens[head].lemma.lower() in reading.words.courts


def seat_of(reading: Reading, tree: Tree, clause: Clause) -> Mention | None:
    """`La reunión de Acra entre los ministros de Senegal y Gambia`, `the Accra talks between …`: a capital, where two met."""
    beside = [c for i in (clause.head, *children(tree, clause.head, "nmod")) for c in children(tree, i, "nmod")]
    between = any(case_of(tree, c) in reading.words.between_cases for c in beside)
    if clause.form.kind != "noun" or not between:
        return None
    named = [m for m in mentions_in(reading, tree.sentence.span) if noun_above(tree, m) == clause.head]
    return next((m for m in named if is_capital(reading, m)), None)


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
    return frozenset(known) if len(pair - own) >= 2 and not pair & own else frozenset()


def is_named_only_so(reading: Reading, tree: Tree, actor: str, so: Naming) -> bool:
    named = [m for m in mentions_in(reading, tree.sentence.span) if m.actor == actor and not m.place]
    person = (known := reading.doc.actors.get(actor)) is not None and known.kind == "person"
    return bool(named) and not person and all(so(reading, tree, mention) for mention in named)


def asks_for_it(reading: Reading, tree: Tree, mention: Mention) -> bool:
    """`will meet at the request of Sudan`, `a petición de Sudán`, `con la mediación de la ONU`."""
    above = noun_above(tree, mention)
    return above >= 0 and tree.tokens[above].lemma.lower() in reading.words.requests_for | reading.words.margins


def names_a_town(reading: Reading, tree: Tree, mention: Mention) -> bool:
    """`talks in the Ghanaian capital`, `en la ciudad indonesia de Medan`: whose town it is."""
    above = noun_above(tree, mention)
    return above >= 0 and tree.tokens[above].lemma.lower() in reading.words.capital_nouns | reading.words.towns


def noun_above(tree: Tree, mention: Mention) -> int:
    """What a name hangs on, of several that are joined what the first does; -1 where it hangs on nothing."""
    head = governor_of(tree.tokens, covered_by(tree.tokens, mention.span))
    while head is not None and is_relation(tree.tokens[head], "conj"):
        head = tree.tokens[head].head
    return tree.tokens[head].head if head is not None else -1


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


NAMINGS: tuple[Naming, ...] = (asks_for_it, has_members, names_a_town, is_at_margin)


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


__all__ = ["meets_envoys", "seat_of", "without_no_sides", "without_their_court"]
