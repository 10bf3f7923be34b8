"""What one side tells of the other's undertakings: an account of it, and not yet the other's position.

`Togo promised three scanners, Benin's minister said`, and the next paragraph has Togo deny it; `By the memorandum the Lao side
undertakes to buy …`, in a notice of the Thai ministry alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.reading import Reading, codes_of_all, quote_at
from briefing.extract.sentence.attribution import Chain
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import children, finite_of
from briefing.model import Stance
from briefing.model.stances import UNDERTAKEN

ASKED: frozenset[Stance] = frozenset({"requests", "proposes"})
"""Those of what one asked the other for, which may deny it as well."""


def is_undertaken_by_another(reading: Reading, clause: Clause, chain: Chain, government: str, stance: Stance) -> bool:
    """Whether only the other side says that a government has bound itself, or its paper says that it does.

    So it is of what it asked for: `Benin's minister said that Togo had asked for a month`.
    """
    chain = without_issuers(reading, chain)
    together = clause.subject is not None and len(codes_of_all(reading, clause.subject.actors)) > 1
    if stance not in UNDERTAKEN | ASKED or together:
        return False
    if is_told_by_others(reading, chain, government, by_name=is_a_person(reading, clause)):
        return True
    return stance in UNDERTAKEN and is_laid_down_by_others(reading, clause, chain, government)


def without_issuers(reading: Reading, chain: Chain) -> Chain:
    """`The Ambassador requested …`, in a ministry's own notice: what a guest asked for is what such notices are for."""
    issuers = {*reading.doc.issuers}
    return tuple(link for link in chain if not issuers or not codes_of_all(reading, link) <= issuers)


def is_told_by_others(reading: Reading, chain: Sequence[Sequence[str]], government: str, *, by_name: bool) -> bool:
    """`Benin's minister said that Togo had agreed to it`.

    Of somebody told of `by_name` also a minister whose country nothing tells: `According to Ruiz, Agbo promised it`.
    """
    tellers = [codes_of_all(reading, [name for name in link if not is_a_papers(reading, name)]) for link in chain]
    known = all(codes or (by_name and is_an_officials(reading, link)) for codes, link in zip(tellers, chain, strict=True))
    return bool(tellers) and known and not any(government in codes for codes in tellers)


def is_a_papers(reading: Reading, name: str) -> bool:
    """`According to La Prensa, Togo proposed a treaty`: a paper or a firm is no other side."""
    actor = reading.doc.actors.get(name)
    return actor is not None and actor.kind == "organization" and not actor.official


def is_a_person(reading: Reading, clause: Clause) -> bool:
    actors = (
        [reading.doc.actors[name] for name in clause.subject.actors if name in reading.doc.actors] if clause.subject else []
    )
    return bool(actors) and all(actor.kind == "person" for actor in actors)


def is_an_officials(reading: Reading, link: Sequence[str]) -> bool:
    actors = [reading.doc.actors[name] for name in link if name in reading.doc.actors]
    return any(actor.kind == "person" and actor.official for actor in actors)


def is_laid_down_by_others(reading: Reading, clause: Clause, chain: Chain, government: str) -> bool:
    """`The Lao side undertakes to buy it`, in the present, by which a paper is told; what was promised to it may be cited.

    So whosever paper it is calls one of two sides.
    """
    tree, issuers = reading.trees[clause.sentence], reading.doc.issuers
    subjects = (tree.tokens[i].lemma.lower() for i in children(tree, clause.head, "nsubj"))
    others = bool(issuers) or not reading.words.team_sides.isdisjoint(subjects)
    now = finite_of(tree, clause.head).feat("Tense") == "Pres" and not clause.future
    spoken = quote_at(reading, tree.tokens[clause.head].span) is not None
    return others and government not in issuers and now and not chain and not spoken


__all__ = ["is_undertaken_by_another"]
