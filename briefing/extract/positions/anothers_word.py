"""What one side tells of the other's undertakings: an account of it, and not yet the other's position.

`Togo promised three scanners, Benin's minister said`, and the next paragraph has Togo deny it; `By the memorandum the Lao side
undertakes to buy …`, in a notice of the Thai ministry alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.reading import Reading, codes_of_all, quote_at
from briefing.extract.sentence.attribution import Chain
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import finite_of
from briefing.model import Stance

UNDERTAKEN: frozenset[Stance] = frozenset({"promises", "agrees", "offers"})
"""Stances by which a government binds itself towards the one who tells it."""


def is_undertaken_by_another(reading: Reading, clause: Clause, chain: Chain, government: str, stance: Stance) -> bool:
    """Whether only the other side says that a government has bound itself, or its paper says that it does."""
    together = clause.subject is not None and len(codes_of_all(reading, clause.subject.actors)) > 1
    if stance not in UNDERTAKEN or together:
        return False
    return is_told_by_others(reading, chain, government) or is_laid_down_by_others(reading, clause, chain, government)


def is_told_by_others(reading: Reading, chain: Sequence[Sequence[str]], government: str) -> bool:
    """`Benin's minister said that Togo had agreed to it`; not where somebody of no known country tells it."""
    tellers = [codes_of_all(reading, link) for link in chain]
    return bool(tellers) and all(codes and government not in codes for codes in tellers)


def is_laid_down_by_others(reading: Reading, clause: Clause, chain: Chain, government: str) -> bool:
    """`The Lao side undertakes to buy it`, in the present, by which a paper is told; what was promised to it may be cited."""
    tree, issuers = reading.trees[clause.sentence], reading.doc.issuers
    now = finite_of(tree, clause.head).feat("Tense") == "Pres" and not clause.future
    spoken = quote_at(reading, tree.tokens[clause.head].span) is not None
    return bool(issuers) and government not in issuers and now and not chain and not spoken


__all__ = ["is_undertaken_by_another"]
