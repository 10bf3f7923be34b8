"""The body that a row names where its sentence is told elsewhere: the words of its article."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.model import Language

NAMES: list[tuple[Language, str, list[str], str]] = [
    (
        "en",
        "The Joint Fisheries Committee of Chile and Norway will meet in Arica on March 20 to set the cod quota.",
        ["Joint Fisheries Committee of Chile and Norway"],
        "the subject of the verb",
    ),
    (
        "es",
        "Las delegaciones de Chile y Noruega celebrarán en Arica el 20 de marzo la reunión de la Comisión Mixta de Pesca.",
        ["Comisión Mixta de Pesca"],
        "whose meeting it is",
    ),
    (
        "en",
        "Norwegian Foreign Minister Kari Dahl will appear before the Senate Committee on Fisheries on March 20.",
        ["Senate Committee on Fisheries"],
        "before whom",
    ),
    (
        "en",
        "Chilean Foreign Minister Ana Ruiz and Norwegian Foreign Minister Kari Dahl will meet in Arica on March 20.",
        [],
        "two people, no body",
    ),
    (
        "es",
        "El comité de Chile y Noruega se reunirá en Arica el 20 de marzo.",
        [],
        "a committee without a name",
    ),
]


@pytest.mark.parametrize(("language", "text", "names", "comment"), NAMES, ids=[row[-1] for row in NAMES])
def test_the_body_of_a_row(language: Language, text: str, names: list[str], comment: str) -> None:
    assert [piece.text for meeting in brief_of([text], language=language).meetings for piece in meeting.body] == names
