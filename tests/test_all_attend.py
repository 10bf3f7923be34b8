"""Who is at a meeting besides those who meet: by a sentence behind it, or by the words of a journey."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.model import Language

MET = "Chilean Foreign Minister Juan Soto met his Peruvian counterpart, Luis Gil, in Tacna on Monday. "
VIO = "El canciller de Chile, Juan Soto, recibió el lunes al canciller de Perú, Luis Gil. "
GOES = "El presidente de Chile, Juan Soto, viajará a Lima el 20 de marzo"
BOTH = ["Rosa Mena", "Pedro Pino"]
SITS = "A water commission of Peru and Chile will meet in Tacna on March 20. "
SESIONA = "El comité de aguas de Perú y Chile se reunirá el 20 de marzo en Tacna. "
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
    ("en", MET + "The Peruvian delegation included Deputy Minister Rosa Mena and Ambassador Pedro Pino.", BOTH, "a delegation"),
    ("en", MET + "The Peruvian delegation did not include Deputy Minister Rosa Mena.", [], "not in the delegation"),
    ("en", MET + "On the Peruvian side were Trade Minister Rosa Mena and Ambassador Pedro Pino.", BOTH, "on one side"),
    ("es", GOES + ", acompañado por la canciller, Rosa Mena, y el ministro de Defensa, Pedro Pino.", BOTH, "on the way"),
    ("es", GOES + ", dijo la canciller, Rosa Mena, acompañada por el ministro Pedro Pino.", [], "beside who says so"),
    ("en", SITS + "Deputy Minister Rosa Mena will lead the Peruvian side and Undersecretary Pedro Pino ours.", BOTH, "led"),
    ("en", SITS + "Peru will be represented by Rosa Mena and Chile by Pedro Pino.", BOTH, "by name alone"),
    ("en", SITS + "The deputy ministers, Rosa Mena and Pedro Pino, will chair it.", BOTH, "whom nobody else names"),
    ("en", SITS + "Minister Rosa Mena, and the envoy, Mr. Pedro Pino, will be present.", BOTH, "present"),
    ("en", SITS + "Deputy Minister Rosa Mena could lead the Peruvian side.", [], "who may"),
    ("en", SITS + "Deputy Minister Rosa Mena will lead the tea workers' march.", [], "another thing"),
    ("en", SITS + "Deputy Minister Rosa Mena led the Peruvian side and Pedro Pino the other.", [], "the time before"),
    ("es", SESIONA + "Lo presidirán Rosa Mena, por el Perú, y Pedro Pino, por Chile.", BOTH, "chaired by two"),
    (
        "es",
        SESIONA + "La encabezarán Rosa Mena, por Perú, y Elena Rocaplata, por Chile.",
        ["Rosa Mena", "Elena Rocaplata"],
        "rare",
    ),
    (
        "es",
        SESIONA + "Lo presidirán Rosa Mena, por el Perú, y la titular de Aguas, por Chile.",
        [],
        "half of those who chair it",
    ),
    ("es", SESIONA + "Estarán presentes la viceministra Rosa Mena y el embajador Pedro Pino.", BOTH, "will be there"),
    ("es", SESIONA + "No estarán presentes la viceministra Rosa Mena ni el embajador Pedro Pino.", [], "will not be there"),
    ("es", SESIONA + "Asistirán, en lugar de los ministros, Rosa Mena y Pedro Pino.", [], "in another's place"),
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


SIDES: list[tuple[Language, str, list[str | None], str]] = [
    (
        "es",
        VIO + "Asistieron, por la parte chilena, el viceministro Pedro Pino; por la peruana, la viceministra Rosa Mena.",
        ["CL", "PE"],
        "each part of a list",
    ),
    (
        "en",
        MET + "On the Peruvian side, Deputy Minister Pedro Pino and Deputy Minister Rosa Mena spoke.",
        ["PE", "PE"],
        "one part",
    ),
    ("en", MET + "The Peruvian delegation included Deputy Minister Pedro Pino and Envoy Rosa Mena.", ["PE", "PE"], "a team"),
    (
        "en",
        MET + "The Peruvian team was led by Envoy Pedro Pino, and the Chilean side by Envoy Rosa Mena.",
        ["PE", "CL"],
        "two teams",
    ),
    (
        "es",
        SESIONA + "Lo dirigirán la ingeniera Rosa Mena, por Chile, y el ingeniero Pedro Pino, por el Perú.",
        ["PE", "CL"],
        "por",
    ),
    ("en", MET + "It was signed by Envoy Pedro Pino for Peru and Envoy Rosa Mena for Chile.", ["PE", "CL"], "for"),
    ("en", MET + "He thanked Envoy Pedro Pino for Peru's help and Envoy Rosa Mena for Chile's.", [None, None], "for help"),
    ("en", MET + "The Peruvian side told Deputy Minister Pedro Pino and Envoy Rosa Mena so.", [None, None], "who is told"),
]


@pytest.mark.parametrize(("language", "text", "countries", "comment"), SIDES, ids=[row[3] for row in SIDES])
def test_whose_somebody_is_in_a_list_by_sides(language: Language, text: str, countries: list[str | None], comment: str) -> None:
    known = {person.name: person.country for person in brief_of([text], language=language).people}
    assert [known["Pedro Pino"], known["Rosa Mena"]] == countries, comment


APART: list[tuple[Language, list[str], list[list[str]], str]] = [
    (
        "es",
        [
            "El canciller chileno, Juan Soto, se reunió el lunes por la mañana con el canciller peruano, Luis Gil, "
            "y por la tarde con la ministra peruana Rosa Mena."
        ],
        [["Juan Soto", "Luis Gil"], ["Juan Soto", "Rosa Mena"]],
        "at another hour",
    ),
    (
        "en",
        ["Chilean Foreign Minister Juan Soto met Peruvian President Luis Gil and Peruvian Trade Minister Rosa Mena on Monday."],
        [["Juan Soto", "Luis Gil", "Rosa Mena"]],
        "together",
    ),
    (
        "en",
        [MET + "Peruvian Mayor Rosa Mena said she took part in Monday's meeting between Juan Soto and Luis Gil."],
        [["Juan Soto", "Luis Gil"]],
        "by her own word alone",
    ),
]


@pytest.mark.parametrize(("language", "texts", "people", "comment"), APART, ids=[row[3] for row in APART])
def test_who_met_whom(language: Language, texts: list[str], people: list[list[str]], comment: str) -> None:
    assert [sorted(row.people) for row in brief_of(texts, language=language).meetings] == people, comment


def test_who_met_two_that_day_may_have_met_a_third() -> None:
    """No disagreement of two articles on whom the minister met."""
    first = "Chile's minister, Juan Soto, met Peru's Luis Gil in the morning and, later, Peru's Rosa Mena, on Monday."
    other = "Chile's foreign minister, Juan Soto, met Peru's trade minister, Pedro Pino, on Monday."
    assert not brief_of([first, other], days=[3, 3]).conflicts
    alone = "Chile's minister, Juan Soto, met Peru's trade minister, Luis Gil, on Monday."
    assert [conflict.field for conflict in brief_of([alone, other], days=[3, 3]).conflicts] == ["participants"]
