"""Meetings in notices, agendas and agency copy, from whole files: KIND STATUS DATE PLACE: PEOPLE, else the countries.

Memos are of Friday, 6 March 2026.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.knowledge import load_knowledge
from briefing.model import Meeting
from briefing.pipeline import make_brief, read_week

WEEKS: list[tuple[str, list[str], str]] = [
    (
        "Praia, 3 mar (INF) - Cabo Verde y Angola cerraron el martes un acuerdo aéreo.\n\nEl acuerdo fue firmado en "
        "Praia por la ministra de Transportes de Cabo Verde, Ilda Monteiro, y el ministro angoleño de Transportes, "
        "Paulo Chissano, en presencia del primer ministro.",
        ["signing held 2026-03-03 Praia: Ilda Monteiro, Paulo Chissano"],
        "signed by two, on the day of the lead",
    ),
    (
        "Praia, 3 mar (INF) - El acuerdo fue firmado en Luanda en 2019 por los ministros Rui Semedo, de Cabo Verde, y "
        "Joaquim Neto, de Angola. El convenio sería firmado en Praia por la ministra Ilda Monteiro y el ministro Paulo "
        "Chissano.",
        [],
        "signed in another year, or only perhaps",
    ),
    (
        "LUANDA, March 4, 2026 (AGP) - Angolan Finance Minister Vera Pinto signed the document with her Zambian counterpart, "
        "Felix Mwale, in Lobito on Tuesday.",
        ["signing held 2026-03-03 Lobito: Felix Mwale, Vera Pinto"],
        "a text that the article names by no more than that",
    ),
    (
        "LUANDA, March 4, 2026 (AGP) - Angolan Finance Minister Vera Pinto signed the document with a fund in Lobito "
        "on Tuesday.",
        [],
        "signed with nobody's official",
    ),
    (
        "Ministerio de Relaciones Exteriores - Paraguay\n\nCanciller recibió al embajador de Chile\n\nEl ministro de "
        "Relaciones Exteriores, Ramiro Ocampos, recibió en la mañana de hoy al embajador de Chile, Felipe Soto, en la "
        "sede de la Cancillería.\n\nSe acordó convocar a la Comisión Mixta de Transporte para el 24 de marzo en "
        "Iquique.\n\nAsunción, 4 de marzo de 2026\nCompartir esta noticia\n",
        ["meeting held 2026-03-04 -: Felipe Soto, Ramiro Ocampos", "meeting upcoming 2026-03-24 Iquique: "],
        "the date line at the foot of a notice, above a button",
    ),
    (
        "El Gobierno de Paraguay pidió convocar a la Comisión Mixta de Transporte para el 24 de marzo en Iquique.",
        [],
        "only asked for",
    ),
    (
        "LUSAKA, March 4, 2026 (ZNS) - Zambian Foreign Minister Felix Mwale spoke by telephone with Angolan Foreign Minister "
        "Vera Pinto on Tuesday. The Ministers agreed to convene the Third Session of the Joint Commission in Lobito on "
        "9th-10th June 2026.",
        ["call held 2026-03-03 -: Felix Mwale, Vera Pinto", "meeting upcoming 2026-06-09/2026-06-10 Lobito: AO, ZM"],
        "a session that two have agreed to convene",
    ),
    (
        "LUSAKA, March 4, 2026 (ZNS) - Zambian Foreign Minister Felix Mwale spoke by telephone with Angolan Foreign Minister "
        "Vera Pinto on Tuesday. The Ministers would agree to convene the Third Session of the Joint Commission in June only "
        "if the bridge was open.",
        ["call held 2026-03-03 -: Felix Mwale, Vera Pinto"],
        "which they only would",
    ),
    (
        "Nairobi, March 4, 2026 (KNS) - Somali Ports Minister Omar Warsame was received on Tuesday by Kenyan President "
        "Josephat Mutiso. Mr Warsame was then received by Kenyan Transport Minister Lilian Achieng.",
        [
            "meeting held 2026-03-03 -: Josephat Mutiso, Omar Warsame",
            "meeting held 2026-03-03 -: Lilian Achieng, Omar Warsame",
        ],
        "then: on the day of the meeting before",
    ),
    (
        "Nairobi, March 4, 2026 (KNS) - Kenyan Foreign Minister Ann Kibet will hold talks in Nairobi with Somali "
        "Foreign Minister Omar Warsame on March 18, her office said on Tuesday. Warsame will be received by President "
        "Josephat Mutiso the same day.",
        [
            "meeting upcoming 2026-03-18 -: Josephat Mutiso, Omar Warsame",
            "talks upcoming 2026-03-18 Nairobi: Ann Kibet, Omar Warsame",
        ],
        "the same day: not that on which it was said",
    ),
    (
        "Madrid, 4 mar (AGM) - La ministra española de Ambiente, Lourdes Aramburu, recibió este martes en Madrid la "
        "visita de una delegación portuguesa encabezada por el ministro de Ambiente, Duarte Falcão. También recibió la "
        "visita de los regantes.",
        ["meeting held 2026-03-03 Madrid: Duarte Falcão, Lourdes Aramburu"],
        "who came on the visit that she received",
    ),
    (
        "DHAKA, March 4, 2026 (BNS) - A Nepali delegation led by Commerce Minister Rezan Thapa will visit Dhaka on "
        "March 17 and 18.",
        ["visit upcoming 2026-03-17/2026-03-18 Dhaka: Rezan Thapa"],
        "who leads a delegation",
    ),
    (
        "AGENDA INFORMATIVA\nSemana del 9 al 13 de marzo de 2026\n\nLunes 9. Asunción: la ministra paraguaya de Salud, "
        "Teresa Bareiro, recibe a la subsecretaria chilena de Salud, Paula Soto.\n\nMartes 10. 10:00 h. Técnicos de "
        "Chile y Paraguay inspeccionan en Iquique las bodegas.\n\nMIÉRCOLES 11. Vence el plazo dado por Chile.\n\nJueves 12. "
        "Técnicos de Chile advierten de la sequía.\n",
        [
            "deadline upcoming 2026-03-11 -: CL",
            "meeting upcoming 2026-03-09 Asunción: Paula Soto, Teresa Bareiro",
            "meeting upcoming 2026-03-10 Iquique: CL, PY",
        ],
        "entries that open with their day and place",
    ),
    (
        "Agenda\n\n* Lunes 9, 9:00 h. Salto: la ministra uruguaya de Salud, Silvia Arocena, recibe a la ministra argentina de "
        "Salud, Marina Pacheco.\n* Martes 10. La subsecretaria argentina Lucía Sosa comparece ante la Comisión del Senado "
        "sobre el puente con Uruguay.\n\nEl Gobierno recuerda que Argentina y Uruguay tienen reuniones pendientes.\n",
        ["hearing upcoming 2026-03-10 -: Lucía Sosa", "meeting upcoming 2026-03-09 Salto: Marina Pacheco, Silvia Arocena"],
        "bullets with an hour; what stands below the entries has no day of theirs",
    ),
    (
        "Nuakchot, 4 de marzo de 2026.- El ministro mauritano de Exteriores, Cheikh Salek, convocó hoy al embajador de "
        "Marruecos, Hicham Berrada, por la retención de dos camiones en Guerguerat.",
        ["meeting held 2026-03-04 -: Cheikh Salek, Hicham Berrada"],
        "summoned over what was done elsewhere",
    ),
    (
        "Davao, March 4, 2026 (ANT) - Indonesian Minister Hadi Prasetyo and Philippine Secretary Norman Abellera agreed on "
        "Tuesday to convene the Joint Border Committee in Manado on 19 March.",
        ["meeting upcoming 2026-03-19 Manado: ID, PH"],
        "the committee will meet, and not the two who agreed on it",
    ),
    (
        "Montevideo, 4 de marzo de 2026\n\nEn la fecha, el Ministro de Relaciones Exteriores del Uruguay, Gonzalo Rey, recibió "
        "al Embajador del Brasil, Caio Neves. Posteriormente, Neves fue recibido por la ministra uruguaya Ana Sosa.",
        ["meeting held 2026-03-04 -: Ana Sosa, Caio Neves", "meeting held 2026-03-04 -: Caio Neves, Gonzalo Rey"],
        "on this date, and who received him thereafter",
    ),
    (
        "Week ahead\n\nMon 9: Kenyan Trade Minister Daniel Rotich and Somali Trade Minister Fadumo Jama, meet in "
        "Nairobi.\nTue 10: Experts from Kenya and Somalia inspect the border post in Mandera.\nWed 11: Kenya's bank "
        "publishes its bulletin.\n",
        ["meeting upcoming 2026-03-09 Nairobi: Daniel Rotich, Fadumo Jama", "meeting upcoming 2026-03-10 Mandera: KE, SO"],
        "entries that open with a weekday cut short",
    ),
    (
        "Previsiones de la semana\n\nLunes 9\nBadajoz (España).- Técnicos de España y Portugal inspeccionan las sondas "
        "del Caya.\nMartes 10\nEconomía.- Técnicos de España y Portugal revisan el caudal.\n",
        ["meeting upcoming 2026-03-09 Badajoz: ES, PT"],
        "days as lines of their own, and a label that is no place",
    ),
    (
        "Experts from Kenya and Somalia inspect the border post each March. Experts from Kenya and Somalia inspected "
        "it in 2019.",
        [],
        "what is done each year, outside an agenda",
    ),
]


def cells(row: Meeting) -> str:
    kind = "signing" if "signing" in row.rules else row.kind
    return f"{kind} {row.status} {row.date or '-'} {row.place or '-'}: {', '.join(sorted(row.people or row.participants))}"


@pytest.mark.parametrize(("text", "expected", "comment"), WEEKS, ids=[week[2] for week in WEEKS])
def test_rows_of_notices(tmp_path: Path, text: str, expected: list[str], comment: str) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(text, "utf-8")
    dated = tmp_path / "weather.txt"  # by which an agenda without a date of its own is dated
    dated.write_text("Quito, 5 mar (INF) - Llueve desde el martes en toda la sierra, dijo el instituto del clima.", "utf-8")
    week = read_week([path, dated], as_of="2026-03-06", window=None, today="2026-03-06")
    assert sorted(map(cells, make_brief(week, load_knowledge()).meetings)) == expected, comment
