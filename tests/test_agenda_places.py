"""With which places the entries of an agenda open."""

from __future__ import annotations

import pytest

from briefing.ingest.agendas import days_of_agenda, openings_of_entries
from briefing.ingest.cues import load_cues
from briefing.ingest.lines import split_lines

AGENDA = (
    "MARTES 10\n{}La ministra recibe al ministro de Pesca en su despacho.\nJUEVES 12\nEl Senado vota la ley de aguas el jueves."
)


@pytest.mark.parametrize(
    ("opening", "places", "comment"),
    [
        ("BADAJOZ - ", ["BADAJOZ - "], "a town in capitals before a dash"),
        ("Elvas (Portugal). ", ["Elvas (Portugal). "], "a town with its country before a stop"),
        ("Aplazada. ", [], "another word before a stop"),
        ("Elvas - ", [], "a dash alone may join two names"),
    ],
)
def test_where_an_entry_is(opening: str, places: list[str], comment: str) -> None:
    text, cues = AGENDA.format(opening), load_cues()
    lines = split_lines(text)
    _, found = openings_of_entries(lines, days_of_agenda(lines, cues), cues)
    assert [span.of(text) for span in found] == places, comment
