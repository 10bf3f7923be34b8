"""What is asked of a clause as one government's: the clause, through whom it comes, and whose it would be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.extract.reading import Reading
from briefing.extract.sentence.attribution import Chain
from briefing.extract.sentence.clauses import Clause


@dataclass(frozen=True, slots=True)
class Ascription:
    """`Togo's premier said that Ghana had offered half`: the offer, told by him, as Ghana's."""

    reading: Reading
    clause: Clause
    chain: Chain
    by_head: Mapping[int, Clause]
    government: str
