"""Meetings told by who chairs a body, by a body in a relative clause, by two who signed, as likely; each with what tells none.

STATUS DAY PLACE: people, else the countries; the memo and its article are of Thursday, 5 March 2026.
"""

from __future__ import annotations

import pytest
from made_weeks import brief_of
from test_meetings_found import shown

from briefing.model import Language

SOTO_PAZ = "Chilean Trade Minister Ana Soto and Peruvian Trade Minister Luis Paz "
LA_Y_EL = "La canciller de Chile, Ana Soto, y el canciller del Perú, Luis Paz, "
ROWS: list[tuple[Language, str, list[str], str]] = [
    (
        "en",
        "Chilean Trade Minister Ana Soto praised the Canal Forum, which she co-chaired with Peruvian Trade Minister Luis Paz "
        "in Tacna on Monday.",
        ["held 2026-03-02 Tacna: Ana Soto, Luis Paz"],
        "a relative clause tells who chaired it with whom",
    ),
    (
        "en",
        "Chilean Trade Minister Ana Soto praised the Canal Choir, which she led with conductor Luis Paz in Tacna on Monday.",
        [],
        "no body that meets, and no official",
    ),
    (
        "es",
        LA_Y_EL + "encabezarán el 9 y 10 de abril en la capital chilena la sexta Comisión del Canal.",
        ["upcoming 2026-04-09/2026-04-10 -: Ana Soto, Luis Paz"],
        "who will chair a body, and when",
    ),
    ("es", LA_Y_EL + "encabezarán el 9 de abril una marcha en la capital chilena.", [], "a march is no body"),
    (
        "en",
        "Chile and Peru have set up a joint working group on tolls, which will meet in Tacna on April 24.",
        ["upcoming 2026-04-24 Tacna: CL PE"],
        "a body before a relative clause that a parser hangs on its matter",
    ),
    (
        "en",
        "Chile and Peru have set up a joint working group on tolls, which will rise in Tacna on April 24.",
        [],
        "what its matter does",
    ),
    (
        "es",
        "El canciller de Chile, Luis Soto, dijo que el peaje será el tema de la sexta Comisión Mixta con el Perú, que tendrá "
        "lugar en Tacna los días 9 y 10 de abril.",
        ["upcoming 2026-04-09/2026-04-10 Tacna: -"],
        "a body that will take place",
    ),
    (
        "en",
        SOTO_PAZ + "sealed a canal pact in Tacna on Wednesday.\n\nThe two governments had talked for years.\n\n"
        "Ministers Soto and Paz signed the pact, under which Lima will pay half.",
        ["held 2026-03-04 Tacna: Ana Soto, Luis Paz"],
        "two who signed, on the day and at the place that the lead has",
    ),
    (
        "en",
        "Chile and Peru agreed on tolls on Wednesday.\n\n" + SOTO_PAZ + "signed the accord at a ceremony in Tacna.",
        ["held 2026-03-04 Tacna: Ana Soto, Luis Paz"],
        "at a ceremony, on the day of the lead",
    ),
    ("en", SOTO_PAZ + "praised the pact that ministers Rosa Mora and Juan Rey signed.", [], "signed once, by others"),
    (
        "en",
        SOTO_PAZ.replace(" and ", " is likely to meet ") + "in Tacna on April 25.",
        ["unconfirmed 2026-04-25 Tacna: Ana Soto, Luis Paz"],
        "likely",
    ),
    ("en", SOTO_PAZ.replace(" and ", " is not likely to meet ") + "in Tacna on April 25.", [], "not likely"),
    (
        "es",
        LA_Y_EL + "convinieron que el grupo de trabajo conjunto sobre el canal se reúna el 24 de abril en Tacna.",
        ["upcoming 2026-04-24 Tacna: CL PE"],
        "agreed by several, in the subjunctive",
    ),
    ("es", "Conviene que el grupo de trabajo conjunto de Chile y Perú se reúna el 24 de abril en Tacna.", [], "advice"),
    (
        "en",
        SOTO_PAZ + "ended their talks in Tacna on Tuesday, saying they would meet again in Arica on April 12.",
        ["held 2026-03-03 Tacna: Ana Soto, Luis Paz", "upcoming 2026-04-12 Arica: Ana Soto, Luis Paz"],
        "the next one in the sentence of the last",
    ),
    (
        "en",
        "Chilean Trade Minister Ana Soto held talks with her Peruvian counterpart, Luis Paz, in Tacna on Tuesday.",
        ["held 2026-03-03 Tacna: Ana Soto, Luis Paz"],
        "a place that a parser hangs on the name before it",
    ),
]


@pytest.mark.parametrize(("language", "text", "rows", "comment"), ROWS, ids=[row[3] for row in ROWS])
def test_meetings_told_so(language: Language, text: str, rows: list[str], comment: str) -> None:
    found = brief_of([text], language=language, days=[5]).meetings
    assert sorted(shown(meeting) for meeting in found) == sorted(rows), comment


NEXT = "The joint committee of Chile and Peru will meet in Tacna on April 22, the Foreign Ministry of Chile said."
DOUBTS: list[tuple[str, list[str], str]] = [
    ("A visit of Peruvian minister Luis Paz to a Chilean port this week was put off.", ["2026-04-22"], "of a person not named"),
    ("Tuesday's meeting of the police chiefs of Chile and Peru was called off.", ["2026-04-22"], "of another day"),
    ("Chile and Peru resumed their talks on fishing, suspended since 2023.", ["2026-04-22"], "off long since"),
    ("Chile and Peru have put off the meeting of the joint committee.", [], "of the two, and of nobody else"),
    ("The meeting of Chile and Peru of April 22 was called off.", [], "of its day"),
]


@pytest.mark.parametrize(("later", "days", "comment"), DOUBTS, ids=[row[2] for row in DOUBTS])
def test_what_is_told_to_change_is_this_meeting(later: str, days: list[str], comment: str) -> None:
    found = brief_of([NEXT, later], language="en", days=[4, 5]).meetings
    assert [meeting.date for meeting in found if meeting.status == "upcoming"] == days, comment


def test_there_will_be_no_mediators_at_a_meeting_that_stands() -> None:
    plan = "La canciller de Chile, Ana Soto, se verá con el canciller del Perú, Luis Paz, el 24 de marzo en Tacna."
    for said, days in (("No habrá mediadores en la cita.", ["2026-03-24"]), ("No habrá reunión de Soto y Paz.", [])):
        found = brief_of([plan, f"Lo dijo Chile. {said}"], language="es", days=[4, 5]).meetings
        assert [meeting.date for meeting in found if meeting.status == "upcoming"] == days, said


WILL_MEET = "Chilean Trade Minister Ana Soto will meet her Peruvian colleague, Luis Paz, in Tacna on March 12. "
ENTRY = (
    "Agenda de Chile y Perú\n\nMartes 10. La ministra chilena de Riego, Ana Soto, recibe en Tacna al ministro peruano "
    "de Riego, Luis Paz. {}\n\nJueves 12. La ministra Soto recibe en Tacna a la embajadora peruana, Rosa Quispe."
)
MATTERS: list[tuple[Language, str, list[str], str]] = [
    ("en", WILL_MEET + "They are expected to discuss the canal toll.", ["the canal toll"], "planned in the passive"),
    ("en", WILL_MEET + "They are not expected to discuss the canal toll.", [], "denied"),
    ("en", WILL_MEET + "They will sign an accord on canal patrols.", ["sign an accord on canal patrols"], "with its verb"),
    ("en", WILL_MEET + "They will seal the accord.", [], "which accord is told elsewhere"),
    ("es", ENTRY.format("Tema: la veda de la trucha, que Perú quiere acortar."), ["la veda de la trucha"], "behind its label"),
    ("es", ENTRY.format("Tema aparte: la veda de la trucha."), [], "no label"),
]


@pytest.mark.parametrize(("language", "text", "matters", "comment"), MATTERS, ids=[row[3] for row in MATTERS])
def test_what_the_next_sentence_says_it_is_about(language: Language, text: str, matters: list[str], comment: str) -> None:
    found = brief_of([text], language=language, days=[5]).meetings
    assert [piece.text for meeting in found for piece in meeting.agenda] == matters, comment
