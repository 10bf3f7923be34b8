"""Meetings in words that are no usual telling of one: what is found, and the texts that must yield nothing.

Articles are of Thursday, 9 July 2026.
"""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.extract import extract
from briefing.ingest.cleaning import clean
from briefing.ingest.source import Source
from briefing.knowledge import load_knowledge
from briefing.model import Article, Event, Language

Row = tuple[str | None, str | None, str | None]
"""Kind, day and place."""

AGENDA = (
    "Weekly agenda\nMinistry of Trade of Togo, July 9, 2026\n\nMonday, July 13\n"
    "Minister Afi Mensah receives the Beninese Minister of Energy, Luc Dossou. Lomé, 11 a.m.\n\nWednesday, July 15\n"
    "Minister Afi Mensah meets the ambassador of Chile, Rosa Vega. Ministry headquarters, 9.30 a.m."
)
SEMANA = (
    "Agenda de la semana\nMinisterio de Comercio de Chile, 9 de julio de 2026\n\nLunes 13 de julio\n"
    "La ministra Ana Soto recibe al ministro de Energía de Bolivia, Luis Quispe. Arica, 11.00 h.\n\nMartes 14 de julio\n"
    "La ministra Ana Soto se reúne con el embajador de Austria, Karl Winter."
)
ONE_DAY = (
    "Minister receives colleague\nMinistry of Trade of Togo\nMonday, July 6\n"
    "Minister Afi Mensah received the Beninese Minister of Energy, Luc Dossou, in Lomé.\n"
    "They spoke about the price of power, said the ministry in Lomé."
)
AFI = "Togolese minister Afi Mensah"
FIRST = "El ministro de Defensa de Chile, Juan Rey,"

AVISO = (
    "MINISTERIO DE COMERCIO\nAviso a la prensa\n\nSantiago, 9 de julio de 2026\n\nReunión bilateral Chile-Bolivia sobre gas\n"
    "Fecha: 20 de julio de 2026, 10.00 horas\nLugar: Hotel Sol, La Paz\n"
    "Participan: la ministra chilena Ana Soto y el ministro boliviano Luis Quispe\n\n"
    "Los medios deben acreditarse en la página del ministerio."
)

TOLD: list[tuple[Language, str, list[Row], str]] = [
    ("en", AGENDA, [("meeting", "2026-07-13", "Lomé"), ("meeting", "2026-07-15", None)], "the days of an agenda"),
    ("es", SEMANA, [("meeting", "2026-07-13", "Arica"), ("meeting", "2026-07-14", None)], "los días de una agenda"),
    ("en", "Togo's parliament has scheduled a debate for July 23 on the accord with Benin.",
     [("session", "2026-07-23", None)], "a chamber sets a debate"),
    ("en", "A debate on the accord is scheduled for July 23 in the Togolese parliament.",
     [("session", "2026-07-23", None)], "a debate is set"),
    ("en", "A debate on the accord had been scheduled for July 23 in the Togolese parliament.", [], "it was, before"),
    ("en", "The debate on the accord is scheduled for July 23 on public television.", [], "in no chamber"),
    ("es", f"{FIRST} concurrirá a la comisión de Defensa del Senado el 21 de julio.",
     [("hearing", "2026-07-21", None)], "before a committee"),
    ("es", f"{FIRST} no acudirá el 21 de julio a la comisión de Defensa del Senado.", [], "denied"),
    ("es", f"{FIRST} acudirá el 21 de julio a la comisión de fiestas de Arica.", [], "of no parliament"),
    ("es", "Chile y Bolivia confirmaron el martes la celebración de un Consejo Binacional el 3 de agosto en Arica.",
     [("meeting", "2026-08-03", "Arica")], "the holding of a body is confirmed"),
    ("es", "Chile y Bolivia propusieron la celebración de un Consejo Binacional el 3 de agosto en Arica.", [], "proposed"),
    ("en", "Togo and Benin are at odds over fees. Their officials met in Kara on Tuesday.",
     [("meeting", "2026-07-07", "Kara")], "their officials"),
    ("en", "Togo, Chad and Benin are at odds over fees. Their officials met in Kara on Tuesday.", [], "of three"),
    ("en", "Togo and Benin are at odds. The technical talks will resume on July 20 in Kara.",
     [("talks", "2026-07-20", "Kara")], "the talks, with an adjective"),
    ("es", "El canciller chileno, Juan Rey, dijo que llamaría a su par boliviano, Luis Quispe. La llamada se produjo ayer.",
     [("call", "2026-07-08", None)], "the call that was announced"),
    ("es", f"{FIRST} acudirá el 3 de agosto a Iquique, donde le espera la ministra boliviana de Obras, Lucía Paz.",
     [("meeting", "2026-08-03", "Iquique")], "who is awaited there"),
    ("es", f"{FIRST} acudirá el 3 de agosto a Iquique, donde le espera una larga lista de quejas.", [], "by nobody"),
    ("es", AVISO, [("meeting", "2026-07-20", "La Paz")], "the lines of a notice"),
    ("en", "Togo and Benin are at odds. The wage talks will resume on July 20 in Kara.", [], "other talks"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "comment"), TOLD, ids=[row[3] for row in TOLD])
def test_row(language: Language, text: str, expected: list[Row], comment: str) -> None:
    assert {(one.meeting, one.date, one.place) for one in meetings(language, text)} == {*expected}, comment


def meetings(language: Language, text: str) -> list[Event]:
    knowledge = load_knowledge()
    marks = clean(Source(text=text)).marks if "\n" in text else ()
    article = Article(id="a", file="a.txt", text=text, language=language, published="2026-07-09", marks=marks, sha256="")
    told = extract(annotate(article, knowledge), knowledge)
    return [one for one in told if isinstance(one, Event) and one.meeting]


def test_a_lone_day_is_no_agenda() -> None:
    assert not [mark for mark in clean(Source(text=ONE_DAY)).marks if mark.rule == "day_of_agenda"]


NAMED: list[tuple[Language, str, set[str], str]] = [
    ("en", f"{AFI} will raise fees with her Beninese counterpart, Luc Dossou, when they meet in Kara on July 21.",
     {"afi mensah", "luc dossou"}, "named before they"),
    ("en", f"{AFI} will ask Benin's minister Luc Dossou about the plan of Chad's minister, Ali Deby, when they meet in May.",
     set(), "three are named"),
    ("es", AVISO, {"ana soto", "luis quispe"}, "those of the notice"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "comment"), NAMED, ids=[row[3] for row in NAMED])
def test_people_of_row(language: Language, text: str, expected: set[str], comment: str) -> None:
    assert {name.partition(":")[2] for one in meetings(language, text) for name in one.people} == expected, comment
