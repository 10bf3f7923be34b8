"""When an article was published: what is read from lines and names, what is trusted, what is inferred and what is not."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.edtf import is_edtf
from briefing.ingest import read_articles
from briefing.ingest.cues import load_cues
from briefing.ingest.dates import date_in_name, find_dates, read_date
from briefing.ingest.published import latest_past_day, latest_trusted, today_in_text, window_of
from briefing.model import Article

CUES = load_cues()
PROSE = "El gobierno de Chile anunció que reabrirá su embajada en Caracas, según dijo el canciller a la prensa."

WRITTEN = [
    ("16 de enero de 2026", "es", "2026-01-16"),
    ("viernes, 16 de enero del 2026", "es", "2026-01-16"),
    ("16 ene. 2026", "es", "2026-01-16"),
    ("1º de mayo de 2025", "es", "2025-05-01"),
    ("Enero 16, 2026", "es", "2026-01-16"),
    ("16/01/2026", "es", "2026-01-16"),
    ("03/02/2026", "es", "2026-02-03"),
    ("Tuesday 03/02/2026", "en", "2026-02-03"),
    ("Monday, 03/02/2026", "en", "2026-03-02"),
    ("Sunday 03/02/2026", "en", None),  # neither is one
    ("03/02/2026", "en", None),  # February in London, March in New York
    ("16/01/2026", "en", "2026-01-16"),
    ("01/16/2026", "en", "2026-01-16"),
    ("January 16, 2026", "en", "2026-01-16"),
    ("Fri, 16 Jan 2026 10:00:00 GMT", "en", "2026-01-16"),
    ("Jan. 16th, 2026", "en", "2026-01-16"),
    ("the 16th of January 2026", "en", "2026-01-16"),
    ("2026-01-17T01:52:41+00:00", "en", "2026-01-17"),
    ("2026/01/17", "en", "2026-01-17"),
    ("2026-01", "en", "2026-01"),
    ("31 de febrero de 2026", "es", None),
    ("32 de enero de 2026", "es", None),
    ("16 de enero", "es", None),
    ("versión 2.10.2026-b", "es", None),
    ("ayer", "es", None),
    ("", "es", None),
]


@pytest.mark.parametrize(("words", "language", "value"), WRITTEN)
def test_read_date(words: str, language: str, value: str | None) -> None:
    date = read_date(words, CUES, language)
    assert (date.edtf if date else None) == value


NAMES = [
    ("2026-01-16.txt", "2026-01-16"),
    ("nota_20260116_canal.txt", "2026-01-16"),
    ("2026_01_16-efe.md", "2026-01-16"),
    ("informe-2026-13-16.txt", None),
    ("2026-02-30.txt", None),
    ("a120260116.txt", None),
    ("000_5cbe31437f8e4d18.txt", None),
    ("2026-01.txt", None),
]


@pytest.mark.parametrize(("name", "value"), NAMES)
def test_date_in_name(name: str, value: str | None) -> None:
    assert date_in_name(name) == value


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_read_back(day: dt.date) -> None:
    assert read_date(day.isoformat(), CUES) == find_dates(day.isoformat(), CUES)[0]
    assert read_date(f"{day.day}/{day.month}/{day.year}", CUES, "es").edtf == day.isoformat()  # type: ignore[union-attr]


YEARLESS = [
    ("16 ene", "2026-01-20", "2026-01-16"),
    ("30 dic", "2026-01-03", "2025-12-30"),
    ("2 de enero", "2025-12-28", "2026-01-02"),
    ("viernes 16 de enero", "2026-01-20", "2026-01-16"),
    ("jueves 16 de enero", "2026-01-20", None),  # the weekday contradicts every year near
    ("domingo, 6 may", "2025-05-09", None),
    ("Santo Domingo, 6 may (EFE)", "2025-05-09", "2025-05-06"),  # a Tuesday: the Sunday is the city's
    ("Puerto Viernes, May 6", "2025-05-09", "2025-05-06"),
    ("29 feb", "2024-03-01", "2024-02-29"),
    ("29 feb", "2026-03-01", None),
]


@pytest.mark.parametrize(("words", "near", "value"), YEARLESS)
def test_a_year_from_the_neighbours(words: str, near: str, value: str | None) -> None:
    assert find_dates(words, CUES)[0].with_year(dt.date.fromisoformat(near)) == value


PAST = [
    ("La reunión fue el 3 de marzo de 2025 y habrá otra el 9 de marzo de 2025.", "2025-03-03"),
    ("El acuerdo se firmó el 3 de marzo de 2025. La cita está programada para el 20 de marzo de 2025.", "2025-03-03"),
    ("The text was signed on March 3, 2025; the next round is scheduled for March 20, 2025.", "2025-03-03"),
    ("The ban will end on March 20, 2025.", None),
    ("En marzo de 2025 no pasó nada.", None),
    ("El 3 de marzo no pasó nada.", None),
]


@pytest.mark.parametrize(("text", "value"), PAST)
def test_latest_past_day(text: str, value: str | None) -> None:
    found = latest_past_day(text, CUES, None)
    assert (found.isoformat() if found else None) == value


def test_a_day_after_the_limit_is_not_past() -> None:
    assert latest_past_day("Fue el 3 de marzo de 2025.", CUES, dt.date(2025, 3, 1)) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Hoy, viernes 16 de enero de 2026, se firmó el acuerdo.", "2026-01-16"),
        ("The pact was signed today, January 16, 2026, in Riga.", "2026-01-16"),
        ("Hoy se firmó; el 16 de enero de 2026 entra en vigor.", None),
    ],
)
def test_today_in_text(text: str, value: str | None) -> None:
    found = today_in_text(text, CUES)
    assert (found.edtf if found else None) == value


def test_window() -> None:
    assert window_of([]) is None
    assert window_of(["2025-03"]) is None
    assert window_of(["2025-03-04"]) == (dt.date(2025, 2, 26), dt.date(2025, 3, 4))
    assert window_of(["2025-03-06", "2025-03-04", "2025-03-05"]) == (dt.date(2025, 3, 4), dt.date(2025, 3, 6))
    assert window_of(["2019-01-01", "2025-03-04", "2025-03-05", "2025-03-06"]) == (dt.date(2025, 3, 4), dt.date(2025, 3, 6))


def test_latest_trusted() -> None:
    assert latest_trusted(["2025-03-04", "2025-03-05", "2031-01-01"]) == "2025-03-05"
    assert latest_trusted(["2025-03-04", "2031-01-01"]) is None  # of two nobody knows which is wrong
    assert latest_trusted(["2019-01-01", "2025-03-05", "2025-03-06"]) is None


def test_a_guess_reaches_to_the_day_of_the_brief_and_is_never_one_day(tmp_path: Path) -> None:
    """Of such an article no `ayer` is resolved: it may be later than all that say their day."""
    same_day = {"x1.txt": f"date 2025-03-04 {PROSE} Primero.", "x2.txt": f"date 2025-03-04 {PROSE} Segundo y último."}
    asked = {"a.txt": "La ministra uruguaya rechazó ayer la propuesta argentina sobre la miel y pidió otra reunión en Salto."}
    found = {
        as_of: read(tmp_path, same_day | asked, as_of)["a.txt"].published
        for as_of in ("2025-03-04", "2025-03-07", "2025-06-01")
    }
    assert found == {
        "2025-03-04": "2025-03-03/2025-03-04",
        "2025-03-07": "2025-03-04/2025-03-07",
        "2025-06-01": "2025-03-03/2025-03-04",
    }


HEADS = [
    (
        "EL CORREO DE RABAT\n5 de marzo de 2025\nLa ministra rechaza la propuesta\nPor Elsa Prado",
        "EL CORREO DE RABAT",
        "La ministra rechaza la propuesta",
    ),
    (
        "La Hora de Rabat\n\nLa ministra rechaza la propuesta\n05/03/2025",
        "La Hora de Rabat",
        "La ministra rechaza la propuesta",
    ),
    ("MARRUECOS ARGELIA\nLa ministra rechaza la propuesta\n05/03/2025", None, "La ministra rechaza la propuesta"),
    ("La ministra rechaza la propuesta\nPide otra reunión en Rabat\n05/03/2025", None, "La ministra rechaza la propuesta"),
]


@pytest.mark.parametrize(("head", "outlet", "title"), HEADS)
def test_the_name_of_a_paper_above_the_title(tmp_path: Path, head: str, outlet: str | None, title: str) -> None:
    article = read(tmp_path, {"a.txt": f"{head}\n\n{PROSE}"})["a.txt"]
    assert (article.outlet, article.title, article.published) == (outlet, title, "2025-03-05")


DAY_LINES = [
    # what stands beside the title that ends with a day, or is a paper's name
    ("La Hora — cosas del puerto — miércoles 5/3/25\n\nLa ministra rechaza la propuesta", "La ministra rechaza la propuesta"),
    ("CAMPO LLANO\nRabat, miércoles 5\n\nLa ministra rechaza la propuesta", "La ministra rechaza la propuesta"),
    ("La Voix du Golfe\n\nLa ministra rechaza la propuesta", "La ministra rechaza la propuesta"),
    ("Diez preguntas en la rueda del viernes\nRabat, miércoles", "Diez preguntas en la rueda del viernes"),
    ("Rueda de prensa semanal, 5 de marzo\n\nP: ¿Rechaza la propuesta?", "Rueda de prensa semanal, 5 de marzo"),
]


@pytest.mark.parametrize(("head", "title"), DAY_LINES)
def test_a_line_that_ends_with_a_day_is_no_title(tmp_path: Path, head: str, title: str) -> None:
    article = read(tmp_path, DATED | {"a.txt": f"{head}\n\n{PROSE}"})["a.txt"]
    assert article.title == title


def read(folder: Path, files: dict[str, str], as_of: str | None = None) -> dict[str, Article]:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    articles, skipped = read_articles([folder], as_of=as_of)
    assert not skipped
    assert all(article.published is None or is_edtf(article.published) for article in articles)
    return {article.file: article for article in articles}


DATED = {
    "x1.txt": f"date 2025-03-04 {PROSE} Primero.",
    "x2.txt": "date 2025-03-06\n\nLa ministra uruguaya rechazó la propuesta argentina sobre la miel y pidió otra reunión.",
}

PUBLISHED = [
    # name, text, published, basis
    ("a.txt", f"date 2025-03-05 {PROSE}", "2025-03-05", "stated"),
    ("a.txt", f"date 2025-03 {PROSE}", "2025-03", "stated"),
    ("2025-03-05-a.txt", f"date 2025-03 {PROSE}", "2025-03-05", "filename"),
    ("a.txt", f"Fecha: 5 de marzo de 2025\n\n{PROSE}", "2025-03-05", "stated"),
    ("a.txt", f"Un título de la nota\n05/03/2025\n\n{PROSE}", "2025-03-05", "stated"),
    ("a.txt", f"Política 2025-03-05T01:00:00+00:00\n\n{PROSE}", "2025-03-05", "stated"),
    ("a.md", f"---\ndate: 2025-03-05\n---\n{PROSE}", "2025-03-05", "metadata"),
    ("a.md", f"---\nfecha: 05/03/2025\n---\n{PROSE}", "2025-03-05", "metadata"),
    ("2025-03-05.txt", PROSE, "2025-03-05", "filename"),
    ("a.txt", f"Lima, 5 de marzo de 2025 - {PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"LIMA, 5 mar (EFE).- {PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"LIMA, 5 de marzo de 2025. {PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"Lima, Mar 5, 2025 (ANA) {PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"Lima, Mar 5, 2025 (Andes News Agency) {PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"La Roche d'Andelle (Eure), 5 mar 2025 (Andes Press).- {PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"LIMA, March 5, 2025. /Andes News/. {PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"{PROSE}\nLima, 5 de marzo de 2025.", "2025-03-05", "dateline"),
    ("a.txt", f"Un título de la nota\n\nElsa Prado, Oslo. 05/03/2025\n\n{PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"Un título de la nota\n\nElsa Prado, Oslo, 5 de marzo de 2025\n\n{PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"LA VOZ DEL ATLAS\n\nUn título de la nota\n\nElsa Prado, Oslo. 05/03/2025\n\n{PROSE}", "2025-03-05", "dateline"),
    ("a.md", f"# Un título de la nota\n\nRabat, 5 de marzo de 2025 (Agencia Atlas)\n\n{PROSE}", "2025-03-05", "dateline"),
    ("a.md", f"# Un título de la nota\n\nRabat, 5 de marzo de 2025. /EFE/\n\n{PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"Un título de la nota\n\nRABAT, MARZO 5\n\n{PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"Un título de la nota\n\nThe Atlas Ledger · Posted: Mar 5, 2025 6:00 AM EST\n\n{PROSE}", "2025-03-05", "stated"),
    (
        "a.txt",
        f"Un título de la nota\n\nThe Atlas Ledger was posted Mar 5, 2025\n\n{PROSE}",
        "2025-03-04/2025-03-06",
        "inferred",
    ),
    ("a.txt", f"RABAT (Atlas News) -- Mar 5, 2025 -- {PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"RABAT – 5 de marzo de 2025. {PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"Un título de la nota\n\nAtlas Post, March 5, 2025, 09:15\n\n{PROSE}", "2025-03-05", "stated"),
    ("a.txt", f"RABAT (Atlas News) -- la cita del 5 de marzo -- {PROSE}", "2025-03-04/2025-03-06", "inferred"),
    ("a.txt", f"Transcript of the Weekly Briefing (March 5, 2025)\n\n{PROSE}", "2025-03-05", "stated"),
    ("a.txt", f"Transcript of the Weekly Briefing (after March 5, 2025)\n\n{PROSE}", "2025-03-04/2025-03-06", "inferred"),
    ("a.txt", f"Un título de la nota\n5 de marzo de 2025 | Actualizado a las 10:45\n\n{PROSE}", "2025-03-05", "stated"),
    ("a.txt", f"Un título de la nota\nRedacción La Voz - Rabat - 05/03/2025 - 18:30\n\n{PROSE}", "2025-03-05", "stated"),
    ("a.txt", f"Un título de la nota\nRabat | La Voz | 05-03-2025\n\n{PROSE}", "2025-03-05", "stated"),
    (
        "a.txt",
        f"Un título de la nota\nActualizado: 05/03/2025 21:05\nElsa Prado (corresponsal)\n\n{PROSE}",
        "2025-03-05",
        "stated",
    ),
    ("a.txt", f"Fecha: 5 de marzo de 2025\nActualizado: 06/03/2025\n\n{PROSE}", "2025-03-05", "stated"),
    ("a.txt", f"Rabat, 5 mar. (EFE).\n{PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"Rabat, 5 mar.\n{PROSE}", "2025-03-05", "dateline"),
    (
        "a.txt",
        f"Un título de la nota\nRabat. Miércoles, 5 de marzo de 2025. Por Elsa Prado (La Voz)\n\n{PROSE}",
        "2025-03-05",
        "stated",
    ),
    (
        "a.md",
        f"# Un título\n\n**La Voz · 5 de marzo de 2025**\n\n**¿Vendrá?**\n\n{PROSE}\n\n**¿Cuándo?**\n\n{PROSE}",
        "2025-03-05",
        "stated",
    ),
    ("a.txt", f"Del acuerdo de Rabat | 05/03/2025 es la fecha que vale\n\n{PROSE}", "2025-03-04/2025-03-06", "inferred"),
    ("a.txt", f"Un título de la nota\n\n{PROSE}\nANA 05/03/2025 13:20", "2025-03-05", "dateline"),
    ("a.txt", f"Un título de la nota\n\n{PROSE}\nNota publicada el 05/03/2025", "2025-03-05", "stated"),
    (
        "a.txt",
        f"Un título de la nota\n\n{PROSE}\nPublicado en La Voz el 5 de marzo de 2025\nCompartir",
        "2025-03-05",
        "dateline",
    ),
    ("a.txt", f"Un título de la nota\n\nRABAT, 5 (EUROPA PRESS)\n\n{PROSE}", "2025-03-05", "dateline"),
    (
        "a.txt",
        f"Federal Ministry for Trade – Press release\n\n05.03.2025 – Press release – Power\n\nMinister in Oslo\n\n{PROSE}",
        "2025-03-05",
        "stated",
    ),
    (
        "a.txt",
        f"Ministry for Trade, Oslo\nPress release 5.3.2025 14.05\n\nMinister in Rabat\n\n{PROSE}",
        "2025-03-05",
        "stated",
    ),
    ("a.txt", f"Un título de la nota\n\nRabat, 5. 3. 2025 - {PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"Un título de la nota\n\nRABAT, 5 (PRENSA DEL ATLAS)\n\n{PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"06/03/2025\nUn título de la nota\n\nRABAT, 5 mar (EFE).- {PROSE}", "2025-03-05", "dateline"),
    (
        "a.txt",
        f"Un título de la nota\nUpdated: March 6, 2025 07:10 | First published: March 5, 2025\n\n{PROSE}",
        "2025-03-05",
        "stated",
    ),
    (
        "a.txt",
        f"Un título de la nota\n\n{PROSE}\nThis story was first published on March 5, 2025. It was updated since.",
        "2025-03-05",
        "stated",
    ),
    (
        "a.txt",
        f"Un título de la nota\n\n{PROSE}\nWednesday, 5 March 2025, 07:30\nLast update: an hour ago",
        "2025-03-05",
        "dateline",
    ),
    ("a.txt", f"Un título de la nota\n\nRABAT, 5 mar (Prensa Latina) {PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"Conferencia de prensa de la portavoz el 5 de marzo de 2025\n\n{PROSE}", "2025-03-05", "stated"),
    ("a.txt", f"Rabat, 05/03/2025 (AAP en español)\n\n{PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"Un título de la nota\n\nRabat, a 5 de marzo de 2025\n\n{PROSE}", "2025-03-05", "stated"),
    ("a.txt", f"Comparecencia de la ministra Elsa Prado. Rabat, 5 de marzo de 2025.\n\n{PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"Un título de la nota\n\nElsa Prado dijo en Oslo el 05/03/2025\n\n{PROSE}", "2025-03-04/2025-03-06", "inferred"),
    ("a.md", f"# Un título\n\nRabat, 5 de marzo de 2025 (fin de la cita)\n\n{PROSE}", "2025-03-04/2025-03-06", "inferred"),
    ("a.txt", f"Un título de la nota\n\nGaceta del Lago | 5/3/25\n\n{PROSE}", "2025-03-05", "stated"),
    ("a.txt", f"Un título de la nota\n\nLa Hora — de nuestro enviado, 5 de marzo\n\n{PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"Un título de la nota\n\nLa Hora, miércoles 5\n\n{PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"Un título de la nota\n\nLa Hora, martes 5\n\n{PROSE}", "2025-03-04/2025-03-06", "inferred"),  # a Wednesday
    ("a.txt", f"Boletín del lago – semanal, jueves 6/3/25\n\n{PROSE}", "2025-03-06", "dateline"),
    ("a.txt", f"Un título de la nota\n\n{PROSE}\n\n— Gaceta del Lago, 5 mar.", "2025-03-05", "dateline"),
    ("a.txt", f"Un título de la nota\n\n{PROSE}\n\nFoto: el puente viejo, 5 mar.", "2025-03-04/2025-03-06", "inferred"),
    ("a.txt", f"Los ministros abren el foro del mar en Rabat, 5 mar.\n\n{PROSE}", "2025-03-04/2025-03-06", "inferred"),
    ("a.txt", f"La semana (3-5 de marzo)\n\n{PROSE}", "2025-03-04/2025-03-06", "inferred"),
    (
        "a.txt",
        f"Un título de la nota\n\nLa Hora — nuestro enviado, 5 de enero\n\n{PROSE}",
        "2025-03-04/2025-03-06",
        "inferred",
    ),
    ("a.txt", f"Punta Roja, miércoles\n\n{PROSE}", "2025-03-05", "dateline"),
    ("a.txt", f"Dijo que volverá a la mesa, miércoles\n\n{PROSE}", "2025-03-04/2025-03-06", "inferred"),
    ("a.txt", f"Punta Roja, lunes\n\n{PROSE}", "2025-03-04/2025-03-06", "inferred"),
    ("a.txt", f"{PROSE} Hoy, miércoles 5 de marzo, no hubo clases.", "2025-03-05", "inferred"),
    ("a.txt", PROSE, "2025-03-04/2025-03-06", "inferred"),
    ("a.txt", f"{PROSE} El aviso llegó el 5 de marzo de 2025.", "2025-03-05/2025-03-06", "inferred"),
    ("a.txt", f"{PROSE} El aviso llegó el 1 de marzo de 2025.", "2025-03-01/2025-03-06", "inferred"),
    ("a.txt", f"{PROSE} El aviso llegó el 1 de mayo de 1998.", "2025-03-04/2025-03-06", "inferred"),
    ("a.txt", f"{PROSE} La cita está prevista para el 8 de marzo de 2025.", "2025-03-04/2025-03-06", "inferred"),
]


@pytest.mark.parametrize(("name", "text", "published", "basis"), PUBLISHED)
def test_published_among_dated_articles(tmp_path: Path, name: str, text: str, published: str, basis: str) -> None:
    article = read(tmp_path, DATED | {name: text})[name]
    assert (article.published, article.published_basis) == (published, basis)
    assert (
        basis != "inferred" or "/" not in published or article.notes[-1].startswith("date inferred: the dated articles are of")
    )


ALONE = [
    (PROSE, None, None, "unknown"),
    (f"LIMA, 5 mar (EFE).- {PROSE}", None, None, "unknown"),  # no year anywhere
    (f"LIMA, 5 mar (EFE).- {PROSE}", "2025-03-07", "2025-03-05", "dateline"),
    (f"Lima, Mar 5 (ANA) {PROSE}", "2025-03-07", "2025-03-05", "dateline"),
    (f"{PROSE} El aviso llegó el 5 de marzo de 2025.", None, "2025-03-05", "inferred"),
    (f"{PROSE} El aviso llegó el 5 de marzo de 2025.", "2025-03-07", "2025-03-05/2025-03-07", "inferred"),
    (f"{PROSE} El aviso llegó el 5 de marzo de 2025.", "2025-03-30", "2025-03-05/2025-03-12", "inferred"),
    (f"{PROSE} El aviso llegó el 5 de marzo de 2025.", "2025-06-01", None, "unknown"),  # history, as far as the week goes
    (f"{PROSE} El pacto se firmó el 27 de enero de 2012.", "2025-03-07", None, "unknown"),
    (f"{PROSE} El aviso llegó el 5 de marzo de 2025.", "2025-03-01", None, "unknown"),
]


@pytest.mark.parametrize(("text", "as_of", "published", "basis"), ALONE)
def test_published_alone(tmp_path: Path, text: str, as_of: str | None, published: str | None, basis: str) -> None:
    article = read(tmp_path, {"a.txt": text}, as_of)["a.txt"]
    assert (article.published, article.published_basis) == (published, basis)
    assert published or article.notes == ("no date: nothing says when it was published",)


def test_an_undated_article_may_be_younger_than_every_dated_one(tmp_path: Path) -> None:
    articles = read(tmp_path, DATED | {"a.txt": PROSE}, "2025-03-09")
    assert articles["a.txt"].published == "2025-03-04/2025-03-09"


def test_a_date_in_the_future_is_noted_and_not_used(tmp_path: Path) -> None:
    article = read(tmp_path, DATED | {"a.txt": f"date 2031-01-01 {PROSE}"}, "2025-03-07")["a.txt"]
    assert (article.published, article.published_basis) == (None, "unknown")
    assert article.notes == ("future date: the date line says 2031-01-01, which is after 2025-03-07; not used",)


def test_a_time_stamp_of_another_zone_may_be_of_the_next_day(tmp_path: Path) -> None:
    texts = {"a.txt": f"Política 2025-03-08T01:52:41+00:00\n\n{PROSE} Uno.", "b.txt": f"date 2025-03-08 {PROSE}"}
    articles = read(tmp_path, texts, "2025-03-07")
    assert (articles["a.txt"].published, articles["b.txt"].published) == ("2025-03-08", None)


def test_a_second_date_helps_where_the_first_is_in_the_future(tmp_path: Path) -> None:
    article = read(tmp_path, {"a.txt": f"date 2031-01-01\n\nLima, 5 de marzo de 2025 - {PROSE}"}, "2025-03-07")["a.txt"]
    assert (article.published, article.published_basis) == ("2025-03-05", "dateline")
    assert article.notes[0].startswith("future date: ")


def test_an_outlier_is_not_trusted_even_without_a_date_of_the_brief(tmp_path: Path) -> None:
    article = read(tmp_path, DATED | {"x3.txt": f"date 2025-03-05 {PROSE}", "a.txt": f"date 2031-01-01 {PROSE} Dos."})["a.txt"]
    assert article.published is None
    assert article.notes[0].startswith("future date: ")


def test_dates_that_disagree_are_noted(tmp_path: Path) -> None:
    article = read(tmp_path, {"a.txt": f"date 2025-03-05\n\nLima, 1 de marzo de 2025 - {PROSE}"})["a.txt"]
    assert article.published == "2025-03-05"
    assert article.notes == ("date: the date line says 2025-03-05, the dateline says 2025-03-01",)
