"""Explanations of abbreviations stay where a later line needs them."""

from __future__ import annotations

import pytest

from briefing.render.acronyms import unused_explanations

# the lines of a memo, the brackets that go
LINES = [
    (["El Ministerio de Agua Boliviano (MAB) cedió."], {" (MAB)"}, "nobody uses it"),
    (["El Ministerio de Agua Boliviano (MAB) cedió.", "El MAB calló."], set(), "a later line has it"),
    (
        ["El Departamento de Pesca (DFO, por sus siglas en inglés) cedió."],
        {" (DFO, por sus siglas en inglés)"},
        "other initials",
    ),
    (["La Agencia Nacional de Puertos (XNA) cedió."], set(), "other initials, and no word of how"),
    (["La Agencia Nacional de Puertos (NAP) cedió."], {" (NAP)"}, "the same initials in another order"),
    (["El senador Luis Soto (PRD) cedió."], set(), "a party, which is no abbreviation of the name"),
    (["Perú (Lima) cedió."], set(), "no abbreviation"),
    (["The Ministry of Fisheries (MF) left.", "“MF is right,” it said."], set(), "a quotation has it"),
]


@pytest.mark.parametrize(("lines", "unused", "comment"), LINES, ids=[row[2] for row in LINES])
def test_explanations_that_nobody_needs(lines: list[str], unused: set[str], comment: str) -> None:
    assert unused_explanations(lines) == unused
