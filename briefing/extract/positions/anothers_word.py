"""What one side tells of the other's undertakings: an account of it, and not yet the other's position.

`Togo promised three scanners, Benin's minister said`, and the next paragraph has Togo deny it; `By the memorandum the Lao side
undertakes to buy …`, in a notice of the Thai ministry alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.reading import Reading, codes_of_all, quote_at, speaker_of
from briefing.extract.sentence.attribution import Chain
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import ancestors, children, finite_of, is_verbal
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


def is_in_anothers_turn(reading: Reading, clause: Clause, holder: str, government: str) -> bool:
    """`Ruiz: We did not cancel.  The Lao side asked for it to be moved.`: what a minister answers of the other side.

    Of one whose country nothing tells, a country of which he speaks by its name may be the other.
    """
    turn = reading.turn_at(reading.trees[clause.sentence].tokens[clause.head].span)
    speaker = speaker_of(reading, turn) if turn else None
    if speaker is None:
        return False
    codes = codes_of_all(reading, (speaker,))
    return government not in codes if codes else holder == government and is_an_officials(reading, (speaker,))


def is_motive_of_anothers(reading: Reading, clause: Clause, government: str) -> bool:
    """`Peru cut the flights in answer to Chile's refusal to grant slots`: a noun by the way, of what Chile may deny."""
    if clause.subject is None or clause.subject.how != "noun":
        return False
    tree = reading.trees[clause.sentence]
    above = (find_subject(reading, tree, i) for i in ancestors(tree, clause.trigger) if is_verbal(tree.tokens[i]))
    codes = (codes_of_all(reading, found.actors) for found in above if found is not None)
    return any(found and government not in found for found in codes)


__all__ = ["is_in_anothers_turn", "is_motive_of_anothers", "is_undertaken_by_another"]
