"""One meeting to come that two articles put in two towns: the row gives both, whoever meets, however each calls them."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

ONE = (
    "Guyana's foreign minister, Ama Persaud, met Suriname's foreign minister, Ronald Pinas, on Monday.\n\n"
    "A second meeting of the river pilots is scheduled for March 20 in Nickerie."
)
OTHER = (
    "El canciller de Guyana, Ama Persaud, recibió el lunes al de Surinam, Ronald Pinas.\n\n"
    "Los prácticos de ambos países se reunirán el 20 de marzo en {} para definir las rutas."
)
ROWS = [
    ("Linden", "Nickerie / Linden", "two towns"),
    ("Nickerie", "Nickerie", "one town"),
    ("Nueva Nickeria", "Nueva Nickeria", "perhaps its name in another language"),
]


@pytest.mark.parametrize(("town", "place", "comment"), ROWS)
def test_two_towns_of_one_row(town: str, place: str, comment: str) -> None:
    meetings = brief_of((ONE, OTHER.format(town)), languages=("en", "es")).meetings
    assert [m.place for m in meetings if m.status == "upcoming"] == [place], comment
