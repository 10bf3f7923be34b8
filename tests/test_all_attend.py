"""Who is at a meeting besides those who meet: by a sentence behind it, or by the words of a journey."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.model import Language

MET = "Chilean Foreign Minister Juan Soto met his Peruvian counterpart, Luis Gil, in Tacna on Monday. "
VIO = "El canciller de Chile, Juan Soto, recibió el lunes al canciller de Perú, Luis Gil. "
GOES = "El presidente de Chile, Juan Soto, viajará a Lima el 20 de marzo"
BOTH = ["Rosa Mena", "Pedro Pino"]
# An article; the people of its one meeting behind the two, or besides the one who travels; why.
ROWS: list[tuple[Language, str, list[str], str]] = [
    ("en", MET + "Peru's tea minister, Rosa Mena, and Chile's ambassador, Pedro Pino, also attended the meeting.", BOTH, "two"),
    ("en", MET + "Tea Minister Rosa Mena did not attend the meeting.", [], "denied"),
    ("en", MET + "Tea Minister Rosa Mena attended the meeting on behalf of Minister Pedro Pino.", BOTH[:1], "for another"),
    ("en", MET + "Trade Minister Rosa Mena said the mayor attended the meeting.", [], "who only says so"),
    ("en", MET + "He was accompanied by Trade Minister Rosa Mena.", ["Rosa Mena"], "along"),
    ("en", MET + "He will be accompanied by Trade Minister Rosa Mena.", [], "along on another way"),
    (
        "es",
        VIO + "Participaron del encuentro, por la parte chilena, la viceministra de Agua, Rosa Mena; por la peruana, el "
        "viceministro de Pesca, Pedro Pino.",
        BOTH,
        "a list by sides",
    ),
    ("es", GOES + ", acompañado por la canciller, Rosa Mena, y el ministro de Defensa, Pedro Pino.", BOTH, "on the way"),
    ("es", GOES + ", dijo la canciller, Rosa Mena, acompañada por el ministro Pedro Pino.", [], "beside who says so"),
]


@pytest.mark.parametrize(("language", "text", "more", "comment"), ROWS, ids=[row[3] for row in ROWS])
def test_who_else_is_there(language: Language, text: str, more: list[str], comment: str) -> None:
    (row,) = brief_of([text], language=language).meetings
    assert [name for name in row.people if name not in {"Juan Soto", "Luis Gil"}] == more, comment


def test_a_meeting_has_those_who_chair_it() -> None:
    """Whatever the verb behind the last name means elsewhere."""
    led = "co-chaired by Peru's Trade Minister Rosa Mena and Chile's Trade Minister Pedro Pino"
    (row,) = brief_of([f"A meeting of the joint commission, {led}, took place in Lima on Monday."]).meetings
    assert row.people == ("Rosa Mena", "Pedro Pino")
