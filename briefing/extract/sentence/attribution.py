"""Through whom a clause reaches the reader: the chain "X reports that officials say …", outermost first.

A chain is made of every reporting clause above, every `según X`, the reporting verb that follows (`…, informó X`), and the
speaker of a quotation.  Names are knowledge ids where there is one, so that each edition prints its own word for them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.extract.reading import Reading, mentions_in, quote_at, speaker_of, told_by
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    case_of,
    children,
    finite_of,
    is_relation,
    mark_of,
    span_of,
    stands_behind,
)
from briefing.model import Actor, Certainty, Span

Chain = tuple[tuple[str, ...], ...]
"""Links of an attribution, outermost first, each the actors that say it together."""

ASSERTING_STANCES = frozenset({None, "announces"})
JOKING = "joke_ironize"
OPENING = 5
"""Words that may open a sentence as an attribution: `in the words of X`."""


def attribution_chain(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> Chain:
    """The actors through whom a clause is told, outermost first; those who say it together are one link."""
    tree = reading.trees[clause.sentence]
    teller = told_by(reading, tree.tokens[clause.head].span)
    links: list[tuple[str, ...]] = [
        *([teller] if teller else ()),
        *opening_sources(reading, tree),
        *closing_sources(reading, tree, clause, by_head),
    ]
    path = [clause.head, *ancestors(tree, clause.head)]
    for index, below in reversed(list(zip(path, [-1, *path], strict=False))):
        links += [(actor,) for actor in prepositional_sources(reading, tree, index)]
        # `denied it, as Chile claimed`: who claims does not deny; `Chile has not paid, Petit said`: he says so
        if index != clause.head or clause.act.stance != "denies" or not clause.form.lemma:
            links += following_sources(reading, tree, index, by_head)
        above = by_head.get(index)
        if above is None or index == clause.head or not lets_stand(above) or not above.subject:
            continue
        if is_said(tree, above, below) and not is_about_its_place(reading, tree, path[: path.index(index)]):
            links.append(above.subject.actors)
    links += [(actor,) for actor in quote_speaker(reading, tree, clause.head)]
    return tuple(dict.fromkeys(links))


def is_said(tree: Tree, clause: Clause, below: int) -> bool:
    """Whether a part below an act of saying is said by it.

    Who says it, its hearer, place, time and manner are the article's own: `Ruiz, who is due in Oslo, said …`, `respondió al
    ministro, quien pidió …`, `told reporters at a meeting`, `conveyed it when she met the envoy`.
    """
    token = tree.tokens[below]
    hearer = is_relation(token, "nsubj", "obl", "iobj", "advcl") or (is_relation(token, "obj") and case_of(tree, below) != "")
    return below in clause.content or not hearer


def is_about_its_place(reading: Reading, tree: Tree, path: Sequence[int]) -> bool:
    """`announced it at the centre where they met`: what happened there is the article's own, unless it is in what is said."""
    for index in reversed(path):
        if is_relation(tree.tokens[index], "ccomp", "parataxis"):
            return False
        beside = {tree.tokens[c].form.lower() for c in children(tree, index, "advmod", "obl", "mark")}
        if is_relation(tree.tokens[index], "acl") and beside & reading.words.relatives_of_place:
            return True
    return False


def opening_sources(reading: Reading, tree: Tree) -> list[tuple[str, ...]]:
    """`De acuerdo con el diario, …`: what opens a sentence and ends with a comma holds for all of it."""
    words = " ".join(token.form.lower() for token in tree.tokens[:OPENING])
    phrase = next((p for p in sorted(reading.words.attribution_cases) if words.startswith(p + " ")), None)
    comma = next((token.span.start for token in tree.tokens if token.form == ","), None)
    if phrase is None or comma is None:
        return []
    opening = Span(tree.sentence.span.start, comma)
    return [(mention.actor,) for mention in mentions_in(reading, opening)[:1] if not mention.place]


def closing_sources(reading: Reading, tree: Tree, clause: Clause, by_head: Mapping[int, Clause]) -> list[tuple[str, ...]]:
    """`…, según ha informado el diario`: at the end of a sentence it holds for all of it."""
    last = max((other for other in by_head if mark_of(tree, other) in reading.words.attribution_cases), default=None)
    if last is None or last < clause.head:
        return []
    told = by_head[last]
    return [told.subject.actors] if lets_stand(told) and told.subject else []


def lets_stand(clause: Clause) -> bool:
    """Whether what an act says is asserted through it: `dijo que`, `anunció que`, not `pidió que`, nor `bromeó con que`."""
    if clause.act.id == JOKING:
        return False
    return clause.act.kind == "reporting" or (clause.act.kind == "speech" and clause.act.stance in ASSERTING_STANCES)


def prepositional_sources(reading: Reading, tree: Tree, index: int) -> list[str]:
    """`según funcionarios citados por el diario`: the one who cites stands first; `in the words of the minister`."""
    found: list[str] = []
    for child in children(tree, index, "obl", "nmod", "advcl"):
        if stands_behind(tree, child, reading.words.attribution_cases):
            names = [mention.actor for mention in mentions_in(reading, span_of(tree, child)) if not mention.place]
            found += reversed(list(dict.fromkeys(names)))
    return found


def following_sources(reading: Reading, tree: Tree, index: int, by_head: Mapping[int, Clause]) -> list[tuple[str, ...]]:
    """`…, informó el Departamento de Estado`; `…, según ha informado el diario`; not `unless Peru apologizes`."""
    found: list[tuple[str, ...]] = []
    for child in children(tree, index, "parataxis", "ccomp", "advcl"):
        clause = by_head.get(child) if mark_of(tree, child) not in reading.words.condition_marks else None
        if clause and lets_stand(clause) and not clause.content and clause.subject and child > index:
            found.append(clause.subject.actors)
    return found


def quote_speaker(reading: Reading, tree: Tree, index: int) -> list[str]:
    quote = quote_at(reading, tree.tokens[index].span)
    speaker = speaker_of(reading, quote) if quote else None
    return [speaker] if speaker else []


def printed_name(reading: Reading, actor: Actor) -> str:
    """The knowledge's id where it has a name for the actor, else the name itself."""
    if actor.id in reading.knowledge.actors:
        return actor.id
    if actor.kind != "person" and actor.country:
        return actor.country
    return actor.name.get(reading.doc.article.language) or next(iter(actor.name.values()), actor.id)


def printed_chain(reading: Reading, chain: Chain) -> tuple[str, ...]:
    """The names of a chain as the brief keeps them, outermost first."""
    names = [name_of(reading, actor_id) for link in chain for actor_id in link]
    return tuple(dict.fromkeys(name for name in names if name is not None))


def name_of(reading: Reading, actor_id: str) -> str | None:
    if actor_id in reading.doc.issuers:
        return actor_id
    actor = reading.doc.actors.get(actor_id)
    return printed_name(reading, actor) if actor and not is_only_of_a_country(reading, actor) else None


def is_only_of_a_country(reading: Reading, actor: Actor) -> bool:
    """`según la prensa chilena`, `Indian analysts said`: a country's, and not its government; they have no name to print."""
    return actor.kind != "person" and not actor.official and actor.id not in reading.knowledge.actors


def certainty_of(clause: Clause, chain: Chain) -> Certainty:
    """How far the article itself stands behind a clause."""
    if clause.conditional:
        return "conditional"
    return "reported" if chain else "asserted"


PRESUPPOSING = frozenset({"rejects", "supports", "criticizes", "agrees", "announces", "accuses", None})
"""Stances towards a noun that take for granted that there is such a thing: `rechazó la propuesta de Chile`."""


def is_content_of(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> bool:
    """Whether a clause is what another act wants, asks, denies or supposes: not asserted by itself."""
    tree, below = reading.trees[clause.sentence], clause.head
    for index in ancestors(tree, clause.head):
        above = by_head.get(index)
        if is_aside(tree, below, index):
            return False
        if above is not None and below in above.content and not stays_asserted(reading, above, by_head.get(below)):
            return clause.form.kind != "noun" or above.act.kind in {"wish", "modal"} or above.act.stance not in PRESUPPOSING
        below = index
    return False


def is_aside(tree: Tree, below: int, index: int) -> bool:
    """`called for a toll, an idea that Togo has ruled out`: what an apposition says is told beside what is wanted."""
    apposed = is_relation(tree.tokens[below], "acl") and is_relation(tree.tokens[index], "appos") and index < below
    return apposed and bool(children(tree, below, "nsubj")) and finite_of(tree, below).feat("VerbForm") == "Fin"


def stays_asserted(reading: Reading, above: Clause, told: Clause | None) -> bool:
    """What `announced that …` tells; what `wishes to inform the public that …` does, by `informs`, which is `told`."""
    informs = told is not None and lets_stand(told) and is_courtesy(reading, above)
    return not above.negated and (lets_stand(above) or informs)


def is_courtesy(reading: Reading, clause: Clause) -> bool:
    """`quiero agradecer`, `I want to say`: what follows is said, not wanted; not `quiere que se abra, dijo el ministro`."""
    tree = reading.trees[clause.sentence]
    wanted = (c for c in clause.content if not is_relation(tree.tokens[c], "parataxis"))
    return clause.act.kind == "wish" and any(is_polite(reading, tree, c) for c in wanted)


def is_polite(reading: Reading, tree: Tree, index: int) -> bool:
    """`thank`, and `extend our thanks`, `make clear that …`; `extend the ban` is no courtesy."""
    lemma, words = tree.tokens[index].lemma.lower(), reading.words
    things = [tree.tokens[c] for c in children(tree, index, "obj") if tree.tokens[c].upos in {"NOUN", "PROPN"}]
    return lemma in words.courtesies or (
        lemma in words.polite_verbs and all(thing.lemma.lower() in words.polite_objects for thing in things)
    )
