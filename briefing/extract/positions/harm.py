"""Whether what a government is ready to do, or vows, would harm the other side, or is what that side has asked for."""

from __future__ import annotations

from briefing.extract.reading import Reading, codes_of_all, mentions_in
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import children, span_of
from briefing.model.stances import ASKED

HARM = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "PROTEST", "THREATEN"})
"""Classes of deeds by which another is harmed or opposed."""


def is_ready_for_harm(reading: Reading, clause: Clause) -> bool:
    """`is prepared to file a complaint against …`, `está dispuesto a cerrar la frontera`: no offer."""
    tree = reading.trees[clause.sentence]
    if clause.act.id != "willing":
        return False
    ready = [match_act(reading, tree, c) for c in clause.content]
    return any(match[0].plover in HARM - {"THREATEN"} for match in ready if match is not None)  # `to pay a higher price`


def is_asked_for(reading: Reading, clause: Clause) -> bool:
    """`ready to ban the fees, as Nepal asks`, `dispuesto a prohibirlo, una de las exigencias de Nepal`: granted, no threat."""
    tree, own = reading.trees[clause.sentence], codes_of_all(reading, clause.holders)
    behind = [i for c in clause.content for i in range(c + 1, len(tree.tokens))]
    asking = [i for i in behind if (match := match_act(reading, tree, i)) is not None and match[0].stance in ASKED]
    named = [[*children(tree, i, "nsubj", "nmod")] for i in asking]
    asked = [codes_of_all(reading, [m.actor for c in parts for m in mentions_in(reading, span_of(tree, c))]) for parts in named]
    return any(codes and not codes & own for codes in asked)


def vows_harm(reading: Reading, clause: Clause) -> bool:
    """`vowed to challenge Senegal's ban in court`: no promise to Senegal; `promised to punish those responsible` is one."""
    tree, own = reading.trees[clause.sentence], codes_of_all(reading, clause.holders)
    vowed = [(c, match) for c in clause.content if (match := match_act(reading, tree, c)) is not None]
    against = [c for c, match in vowed if match[0].plover in HARM | {"REJECT"}]
    return any(codes_of_all(reading, [m.actor for m in mentions_in(reading, span_of(tree, c))]) - own for c in against)
