"""The body that a row names, and what the meeting is about: the words of its article."""

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
        "en",
        "The Andean Bank's board will meet on March 12 in Arica to lend Chile a ferry.",
        ["Andean Bank's board"],
        "by whose it is",
    ),
    (
        "es",
        "El comité de Chile y Noruega se reunirá en Arica el 20 de marzo.",
        [],
        "a committee without a name",
    ),
]


MATTERS: list[tuple[Language, str, list[str], str]] = [
    (
        "es",
        "Los ministros Ana Ruiz, de Chile, y Per Lund, de Noruega, se verán las caras el sábado 21 en el puente de Arica para "
        "hablar de peajes.",
        ["para hablar de peajes"],
        "what a parser hangs on the place",
    ),
    (
        "en",
        "Officials from Chile and Norway are set to hold virtual talks on March 12 on cod quotas.",
        ["cod quotas"],
        "what a parser hangs on the day",
    ),
    (
        "en",
        "Chilean Minister Ana Ruiz held talks with her Norwegian counterpart, Kari Dahl, on her return on Monday.",
        [],
        "when, and not on what",
    ),
    (
        "es",
        "El canciller chileno, Juan Soto, recibió el lunes en Arica a su colega noruego, Per Lund, en una cita dedicada a las "
        "redes y a la veda.",
        ["las redes"],
        "a participle beside the word for the meeting",
    ),
    (
        "es",
        "El ministro noruego Per Lund recibió ayer a la ministra chilena, Ana Ruiz, en la sede del ministerio, donde hablaron "
        "de la ampliación del puerto.",
        ["la ampliación del puerto"],
        "what was spoken of there",
    ),
    (
        "es",
        "El ministro noruego Per Lund se reunió ayer con la ministra chilena, Ana Ruiz, en el foro de Arica, que discute "
        "tarifas.",
        [],
        "what the place is for",
    ),
    ("en", "Norway has until March 15 to reply to the Chilean note.", ["to reply to the Chilean note"], "what time is for"),
    ("en", "Chilean Minister Ana Ruiz will see the Committee on Fisheries of Norway in Arica on March 12.", [], "a name"),
    (
        "es",
        "La ministra chilena, Ana Ruiz, se reunió el lunes en Oslo con su homólogo noruego, Per Lund, y ambos prepararon la "
        "cumbre de mayo. En la cita, que presidirán los reyes, se firmarán acuerdos sobre bacalao.",
        [],
        "what is to come is not what a meeting that was held was about",
    ),
]


@pytest.mark.parametrize(("language", "text", "matters", "comment"), MATTERS, ids=[row[-1] for row in MATTERS])
def test_the_matter_of_a_row(language: Language, text: str, matters: list[str], comment: str) -> None:
    assert [piece.text for meeting in brief_of([text], language=language).meetings for piece in meeting.agenda] == matters


@pytest.mark.parametrize(("language", "text", "names", "comment"), NAMES, ids=[row[-1] for row in NAMES])
def test_the_body_of_a_row(language: Language, text: str, names: list[str], comment: str) -> None:
    assert [piece.text for meeting in brief_of([text], language=language).meetings for piece in meeting.body] == names
