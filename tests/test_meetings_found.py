"""Meetings told by a body's name, a signed text, what is planned and who was met `also`; each with what tells of none.

STATUS DAY PLACE: people, else the countries; the memo and its article are of Thursday, 5 March 2026.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from made_weeks import brief_of

from briefing.ingest import read_articles
from briefing.model import Language, Meeting

EN = "Chile and Peru are at odds over the canal. "
ES = "Chile y Perú discuten por el canal. "
MET = "Chilean Trade Minister Ana Soto met Peruvian Trade Minister Luis Paz in Tacna on Monday. They discussed the fee. "
SE_VIERON = (
    "La ministra chilena de Comercio, Ana Soto, se reunió el lunes en Tacna con el ministro peruano, Luis Paz. "
    "Hablaron de la tasa. "
)
PAIR = "held 2026-03-02 Tacna: Ana Soto, Luis Paz"
ROWS: list[tuple[Language, str, list[str], str]] = [
    (
        "en",
        EN + "The Joint Canal Commission, which was to have been held in Tacna on 15 and 16 March, has been postponed.",
        ["postponed 2026-03-15/2026-03-16 Tacna: CL PE"],
        "a body that was to be held",
    ),
    (
        "en",
        EN + "The Canal Forum, which was to be held in Tacna on March 15, has been postponed to March 24.",
        ["upcoming 2026-03-24 -: -"],
        "the place of the old day is not that of the new one",
    ),
    (
        "en",
        EN + "The Canal Forum, which was to be held in Tacna on March 15, has not been postponed, the ministry said.",
        [],
        "denied",
    ),
    (
        "es",
        ES + "El Foro del Canal, que iba a tener lugar en Tacna el 15 de marzo, fue cancelado.",
        ["cancelled 2026-03-15 Tacna: -"],
        "a body that was going to take place",
    ),
    (
        "en",
        EN + "A joint canal commission of the two countries will take place in Tacna on March 15 and 16.",
        ["upcoming 2026-03-15/2026-03-16 Tacna: CL PE"],
        "a body that will take place",
    ),
    ("en", EN + "The Joint Canal Commission will take measures on March 15.", [], "what it does is no meeting"),
    ("en", EN + "The Joint Canal Commission will not take place in Tacna on March 15 if the frost goes on.", [], "denied"),
    (
        "en",
        EN + "Water will be shared under an accord signed in Tacna on Tuesday by Chilean Trade Minister Ana Soto and "
        "Peruvian Trade Minister Luis Paz.",
        ["held 2026-03-03 Tacna: Ana Soto, Luis Paz"],
        "a participle on the text that two signed",
    ),
    (
        "es",
        ES + "Un acta firmada este martes en Tacna por la ministra chilena de Comercio, Ana Soto, y su par peruano, Luis Paz, "
        "fija los turnos.",
        ["held 2026-03-03 Tacna: Ana Soto, Luis Paz"],
        "in Spanish",
    ),
    (
        "en",
        EN + "An accord to be signed in Tacna by Trade Minister Ana Soto and Trade Minister Luis Paz would share the water.",
        [],
        "not signed",
    ),
    (
        "en",
        EN + "A treaty signed in Tacna in 1998 by Chilean Minister Ana Soto and Peruvian Minister Luis Paz sets the fee.",
        [],
        "long ago",
    ),
    (
        "es",
        ES + "Está previsto que la ministra chilena de Comercio, Ana Soto, se reúna el 15 de marzo en Tacna con el ministro "
        "peruano, Luis Paz.",
        ["upcoming 2026-03-15 Tacna: Ana Soto, Luis Paz"],
        "in the subjunctive, and planned all the same",
    ),
    (
        "es",
        ES + "No está previsto que la ministra chilena de Comercio, Ana Soto, se reúna el 15 de marzo con Luis Paz.",
        [],
        "not planned",
    ),
    ("es", SE_VIERON + "No está previsto que los presidentes se reúnan en Putre este año.", [PAIR], "nor of two before"),
    (
        "es",
        ES + "Está previsto que los ministros de Pesca de Chile y Perú se reúnan el 15 de marzo en Tacna. El encuentro debía "
        "tener lugar en febrero, pero fue aplazado.",
        ["upcoming 2026-03-15 Tacna: CL PE"],
        "the change behind it is of the old month, and leaves the new day",
    ),
    (
        "en",
        MET + "The Chilean minister also met Prime Minister Hugo Vera.",
        [PAIR, "held 2026-03-02 -: Ana Soto, Hugo Vera"],
        "on the day that nobody repeats",
    ),
    ("en", MET + "She had also met Prime Minister Hugo Vera.", [PAIR], "on some day before"),
    ("en", MET + "The Chilean minister also met Prime Minister Hugo Vera in Lima.", [PAIR], "elsewhere, on another day"),
    (
        "en",
        MET + "Soto also called on President Rosa Quispe.",
        [PAIR, "held 2026-03-02 -: Ana Soto, Rosa Quispe"],
        "a visit by a verb with its preposition",
    ),
    ("en", MET + "Soto also called on President Rosa Quispe to lift the fee.", [PAIR], "asked him something"),
    ("en", MET + "Soto also called on President Rosa Quispe for a truce.", [PAIR], "asked for something"),
    (
        "es",
        SE_VIERON + "Soto fue recibida más tarde por la presidenta Rosa Quispe.",
        [PAIR, "held 2026-03-02 -: Rosa Quispe, Ana Soto"],
        "received later on that day",
    ),
    (
        "es",
        SE_VIERON + "Más tarde fue recibida por la presidenta Rosa Quispe.",
        ["held 2026-03-02 -: Rosa Quispe, Ana Soto", PAIR],
        "the one woman of the two, behind another sentence on them",
    ),
    (
        "es",
        "La ministra chilena Ana Soto se reunió el lunes en Lima con el canciller peruano Luis Paz. Luego fue recibida por la "
        "presidenta Rosa Quispe.",
        ["held 2026-03-02 Lima: Ana Soto, Luis Paz", "held 2026-03-02 Lima: Rosa Quispe, Ana Soto"],
        "whom nobody names again",
    ),
    (
        "es",
        "La ministra chilena Ana Soto se reunió el lunes en Lima con el canciller peruano Luis Paz. Luego fue recibida por la "
        "presidenta Rosa Quispe la misión comercial.",
        ["held 2026-03-02 Lima: Ana Soto, Luis Paz"],
        "another subject behind",
    ),
    (
        "es",
        "La ministra chilena Ana Soto se reunió el lunes en Lima con el canciller peruano Luis Paz. Luego fue recibido por la "
        "presidenta Rosa Quispe.",
        ["held 2026-03-02 Lima: Ana Soto, Luis Paz"],
        "by its form somebody else",
    ),
    (
        "es",
        SE_VIERON.replace("Hablaron de la tasa. ", "") + "La próxima cita quedó fijada para el martes 24 de marzo en Putre.",
        [PAIR, "upcoming 2026-03-24 Putre: CL PE"],
        "the next one by a word that names other things too",
    ),
    ("es", SE_VIERON + "La próxima cita electoral quedó fijada para el 24 de marzo.", [PAIR], "no meeting of theirs"),
    (
        "es",
        "Entrevista con Luis Paz, ministro de Riego del Perú\n\n¿Qué pasó con la visita de la ministra chilena de Riego, Ana "
        "Soto?\n\nEstaba prevista para el 15 de marzo en Tacna, pero se canceló por la helada.",
        ["cancelled 2026-03-15 Tacna: Ana Soto"],
        "a plan whose subject only the question names",
    ),
    (
        "es",
        "Entrevista con Luis Paz, ministro de Riego del Perú\n\n¿Qué pasó con la visita de la ministra chilena de Riego, Ana "
        "Soto?\n\nEstaba prevista para el 15 de marzo en Tacna, pero no se canceló.",
        [],
        "denied of what the question names",
    ),
    (
        "es",
        "Agenda de Chile y Perú\n\nMartes 10. La ministra chilena de Riego, Ana Soto, y el ministro peruano de Riego, Luis "
        "Paz, firman el convenio.\n\nJueves 12. La ministra Soto recibe en Tacna a la embajadora peruana, Rosa Quispe.",
        ["upcoming 2026-03-10 -: Ana Soto, Luis Paz", "upcoming 2026-03-12 Tacna: Ana Soto, Rosa Quispe"],
        "what two sign below the day of an agenda",
    ),
    (
        "es",
        "Agenda de Chile y Perú\n\nMartes 10. La ministra chilena de Riego, Ana Soto, firma libros en una feria.\n\nJueves 12. "
        "La ministra Soto recibe en Tacna a la embajadora peruana, Rosa Quispe.",
        ["upcoming 2026-03-12 Tacna: Ana Soto, Rosa Quispe"],
        "books are no agreement",
    ),
]


@pytest.mark.parametrize(("language", "text", "rows", "comment"), ROWS, ids=[row[3] for row in ROWS])
def test_meetings_found(language: Language, text: str, rows: list[str], comment: str) -> None:
    found = brief_of([text], language=language, days=[5]).meetings
    assert sorted(shown(meeting) for meeting in found) == sorted(rows), comment


def shown(meeting: Meeting) -> str:
    sides = ", ".join(meeting.people) or " ".join(meeting.participants) or "-"
    return f"{meeting.status} {meeting.date} {meeting.place or '-'}: {sides}"


DASHED = [
    ("May 4 – The canal committee meets in Tacna, on the border.\n\nMay 6 – Minister Soto receives growers in Putre.", 0),
    ("TACNA, May 4 – The canal committee met on the border.\n\nMay 6 – Minister Soto will receive growers in Putre.", 1),
]
"""Entries of an agenda that a day and a dash open; a place beside the first day makes a dateline of it."""


@pytest.mark.parametrize(("text", "datelines"), DASHED)
def test_days_with_a_dash_open_entries(text: str, datelines: int, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"The week on the canal\n\n{text}\n", encoding="utf-8")
    articles, _ = read_articles([tmp_path / "a.txt"], as_of="2026-05-03")
    assert sum(mark.kind == "dateline" for mark in articles[0].marks) == datelines
