"""Who is at a meeting and how it stands by its own words: KIND STATUS DATE PLACE: PEOPLE, else the countries.

Memos and their articles are of Thursday, 5 March 2026.
"""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.model import Language, Meeting

EN = "Chile and Peru are at odds over the canal. "
ES = "Chile y Perú discuten por el canal. "
AGENDA = "Agenda de la semana\n\nMartes 10. La ministra chilena Rosa Pino visita Lima.\n\nJueves 12. "
ASKED = "Entrevista a la ministra de Riego de Chile, Rosa Pino\n\nPregunta: ¿Cuándo se reunirá la mesa del canal?\n\n"
VISIT = "visit upcoming 2026-03-10 Lima: Rosa Pino"
ROWS: list[tuple[Language, str, list[str], str]] = [
    (
        "es",
        ES + "El martes 10 de marzo el ministro chileno de Riego, Iván Salas, visitará Tacna y San Lorenzo acompañado por el "
        "viceministro peruano de Riego, Tomás Orbe.",
        ["visit upcoming 2026-03-10 Tacna: Iván Salas, Tomás Orbe"],
        "a town is nobody who comes along",
    ),
    (
        "en",
        EN + "Chilean Water Minister Rosa Pino came back on Wednesday from Tacna, where she met Peruvian Water Minister Tomás "
        "Orbe.",
        [],
        "the day of the way back is not that of what was done there",
    ),
    (
        "es",
        ES + "La ministra chilena de Riego, Rosa Pino, viajó el miércoles a la ciudad de Tacna, donde se reunió "
        "con el ministro peruano de Riego, Tomás Orbe.",
        ["meeting held 2026-03-04 Tacna: Rosa Pino, Tomás Orbe"],
        "the day of the way there mostly is",
    ),
    (
        "en",
        EN + "The note followed the meeting between H.E. Mr. Tomás Orbe, Minister of Foreign Affairs of Peru, and "
        "H.E. Ms. Rosa Pino, Minister of Foreign Affairs of Chile, in Arica on 3 March.",
        ["meeting held 2026-03-03 Arica: Rosa Pino, Tomás Orbe"],
        "forms of address are nobody's name",
    ),
    (
        "en",
        EN + "Peruvian Foreign Minister Iván Salas spoke to reporters. "
        "Peru's Interior Minister Tomás Orbe will host his Chilean opposite number in Tacna on March 15, "
        "the foreign minister announced.",
        ["meeting upcoming 2026-03-15 Tacna: Tomás Orbe"],
        "who only announces it is not there",
    ),
    (
        "en",
        EN + "Peruvian Foreign Minister Tomás Orbe will meet Chilean Foreign Minister Rosa Pino in Tacna on March 15.",
        ["meeting upcoming 2026-03-15 Tacna: Rosa Pino, Tomás Orbe"],
        "both are there where both meet",
    ),
    (
        "es",
        ES + "La ministra chilena de Energía, Rosa Pino, admitió el miércoles en una entrevista con Radio Desierto que el "
        "secretario peruano de Riego, Tomás Orbe, le había planteado el canon.",
        [],
        "an interview is no meeting",
    ),
    (
        "es",
        ES + "La ministra chilena de Energía, Rosa Pino, mantuvo el miércoles una entrevista con el ministro peruano de "
        "Energía, Tomás Orbe, en Arica.",
        ["meeting held 2026-03-04 Arica: Rosa Pino, Tomás Orbe"],
        "`entrevista` of two ministers is one",
    ),
    (
        "es",
        ES + "Debía reunirse el 12 de marzo en Tacna la comisión mixta de aguas; ha sido cancelada por la parte peruana.",
        ["meeting cancelled 2026-03-12 Tacna: -"],
        "called off by a clause without a subject of its own",
    ),
    (
        "es",
        ES + "Debía reunirse el 12 de marzo en Tacna la comisión mixta de aguas; la obra ha sido cancelada por Perú.",
        ["meeting unconfirmed 2026-03-12 Tacna: -"],
        "the works are called off, and not the meeting",
    ),
    (
        "es",
        AGENDA + "Reunión del subcomité de pesca, prevista en Tacna, que fue suspendida por Perú.",
        [VISIT, "meeting cancelled 2026-03-12 Tacna: -"],
        "called off by a relative that a tree hangs on the town",
    ),
    (
        "es",
        AGENDA + "Reunión en Tacna sobre el proyecto de embalse, que fue suspendido por Perú.",
        [VISIT, "meeting upcoming 2026-03-12 Tacna: -"],
        "the reservoir is called off",
    ),
    (
        "es",
        ES
        + "Chile reitera que el canal se abordará en el grupo de trabajo, que se reunirá en Tacna el 12 de marzo, y que no se "
        "adoptará ninguna decisión sin informar al municipio.",
        ["meeting upcoming 2026-03-12 Tacna: -"],
        "what will not be decided there leaves the meeting itself no less announced",
    ),
    (
        "es",
        ES
        + "La ministra chilena de Riego, Rosa Pino, viajará a Lima el 12 de marzo, según un diario. El ministerio dijo que no "
        "se ha tomado ninguna decisión.",
        ["visit unconfirmed 2026-03-12 Lima: Rosa Pino"],
        "where nothing is decided the journey is not announced",
    ),
    (
        "en",
        EN + "Foreign Minister Rosa Pino of Chile will travel to Lima on March 15 for a meeting on the Pacific.",
        ["meeting upcoming 2026-03-15 Lima: Rosa Pino"],
        "the host's government is no party to a meeting of whoever comes",
    ),
    (
        "es",
        ES + "El ministro peruano Tomás Orbe lo anunció el miércoles en Lima, un día después de la reunión con la ministra "
        "chilena Rosa Pino.",
        ["meeting held 2026-03-03 -: Rosa Pino, Tomás Orbe"],
        "where it was told a day later is not where they met",
    ),
    (
        "es",
        ES + "El ministro peruano Tomás Orbe se reunió el martes en Lima con la ministra chilena Rosa Pino, un día después "
        "de la crecida.",
        ["meeting held 2026-03-03 Lima: Rosa Pino, Tomás Orbe"],
        "the meeting itself is what came a day later",
    ),
    (
        "es",
        ASKED + "Respuesta: El 15 de marzo, en Tacna, junto con los ministros de Bolivia y Ecuador.",
        ["meeting upcoming 2026-03-15 Tacna: -"],
        "who comes too are not the two who meet",
    ),
    (
        "es",
        ASKED + "Respuesta: El 15 de marzo, en Tacna, con los ministros de Bolivia y Ecuador.",
        ["meeting upcoming 2026-03-15 Tacna: BO, EC"],
        "with whom they meet",
    ),
]


@pytest.mark.parametrize(("language", "text", "rows", "why"), ROWS)
def test_who_is_there_and_how_it_stands(language: Language, text: str, rows: list[str], why: str) -> None:
    assert [told(row) for row in brief_of([text], language=language, days=[5]).meetings] == rows, why


def told(row: Meeting) -> str:
    who = ", ".join(sorted(row.people) or sorted(row.participants)) or "-"
    return f"{row.kind} {row.status} {row.date or '-'} {row.place or '-'}: {who}"


def test_a_month_of_others_does_not_move_a_body_s_sitting() -> None:
    body = "La reunión del Comité Conjunto de Aguas, prevista para el 12 de marzo en Lima, se aplaza hasta el 2 de abril. "
    others = "Chile y Perú convinieron en que los comandantes fronterizos se vean en Putre en abril."
    found = brief_of([ES + body + others], language="es", days=[5]).meetings
    assert [(row.date, row.place) for row in found if row.date == "2026-04-02"] == [("2026-04-02", None)]
