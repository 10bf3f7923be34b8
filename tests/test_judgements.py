"""Which row of the table made a label the neutral one: `briefing explain` prints it."""

from __future__ import annotations

import pytest
from behind_openings import statements_behind

from briefing.extract.positions.judgements import LABEL
from briefing.model import Language

ROWS: list[tuple[Language, str, str, set[str]]] = [
    ("en", "Namibia could accept the fee that Botswana asks for, Amutenya said.", "states", {"is_halved"}),
    ("en", "Namibia accepted the fee that Botswana asks for, Amutenya said.", "agrees", set()),
    ("en", "Botswana must be joking about the ferry, Amutenya said.", "states", {"is_a_guess"}),
    ("en", "Botswana must return the ferry, Amutenya said.", "demands", set()),
    ("en", "Amutenya suggested there could be a political motive in Botswana.", "states", {"is_no_guess"}),
    ("en", "Amutenya suggested that Namibia and Botswana share the cost.", "proposes", set()),
]


@pytest.mark.parametrize(("language", "text", "stance", "rows"), ROWS, ids=[row[1][:60] for row in ROWS])
def test_the_row_that_decides_is_named(language: Language, text: str, stance: str, rows: set[str]) -> None:
    opening = "Namibia's foreign minister, Peter Amutenya, met Botswana's energy minister, Thato Kgosi, on Monday.\n\n"
    told = statements_behind(opening, text, language)
    assert {statement.stance for statement in told} == {stance}
    assert {r.removeprefix(LABEL) for s in told for r in s.rules if r.startswith(LABEL)} == rows
