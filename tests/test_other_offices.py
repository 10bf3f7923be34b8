"""Who meets next, where those who were told of are no such office holders."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.model import Language

CALL = "El presidente de Chile, Juan Soto, y su par de Perú, Luis Gil, conversaron el martes por teléfono. "
MET = "Chilean Foreign Minister Juan Soto met his Peruvian counterpart, Luis Gil, on Tuesday. "
# An article of March 3; who will meet on March 27, and the countries; why.
ROWS: list[tuple[Language, str, list[str], str]] = [
    (
        "es",
        CALL + "Ambos acordaron que las aduanas cooperen y que los cancilleres se reúnan en Tacna el 27 de marzo.",
        [],
        "ministers",
    ),
    ("en", MET + "The presidents will meet in Tacna on March 27.", [], "presidents"),
    ("en", MET + "They will meet in Tacna on March 27.", ["Juan Soto", "Luis Gil"], "the same"),
    ("en", MET + "The ministers will meet in Tacna on March 27.", ["Juan Soto", "Luis Gil"], "their own word"),
]


@pytest.mark.parametrize(("language", "text", "people", "comment"), ROWS, ids=[row[3] for row in ROWS])
def test_who_meets_next(language: Language, text: str, people: list[str], comment: str) -> None:
    (row,) = (row for row in brief_of([text], language=language).meetings if row.status == "upcoming")
    assert (sorted(row.people), sorted(row.participants)) == (people, ["CL", "PE"]), comment
