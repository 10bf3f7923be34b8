"""Which titles are headlines: only these may name a row of positions."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.consolidate.headlines import is_headed
from briefing.ingest import read_articles
from briefing.knowledge import load_knowledge

BODY = {
    "en": "Chad and Niger agreed on Tuesday to reopen the bridge at Diffa, the Chadian Trade Ministry said in the capital.",
    "es": "Chad y Níger acordaron el martes reabrir el puente de Diffa, informó el Ministerio de Comercio en la capital.",
}
TITLES = [
    ("en", "Chad raises the bridge toll for lorries", True, "a verb"),
    ("en", "Water deal: canal farmers sceptical", True, "no verb, but a matter"),
    ("es", "Mangos y aduanas, otra vez en la agenda", True, "lo mismo"),
    ("es", "Encarnación: filas de cinco horas y una reunión que no fue", True, "a copula"),
    ("en", "Ministry of Foreign Affairs of the Republic of Chad", False, "who"),
    ("en", "Hainburg Gazette", False, "a paper"),
    ("en", "La Voix du Logone", False, "a paper of another language"),
    ("en", "Week ahead: Chad-Niger calendar", False, "an agenda"),
    ("en", "Press release", False, "the sort of text"),
    ("es", "SECRETARÍA DE RELACIONES EXTERIORES", False, "quién"),
    ("es", "El Jutiapaneco — noticias de oriente — jueves 16/7/26", False, "un diario"),
    ("es", "Entrevista con la ministra chadiana de Comercio, Amina Deby", False, "con quién"),
    ("es", "Rueda de prensa del ministro de Exteriores de Chad (transcripción parcial)", False, "qué clase de texto"),
]


@pytest.mark.parametrize(("language", "title", "expected", "comment"), TITLES, ids=[row[1] for row in TITLES])
def test_a_title_is_a_headline(
    tmp_path_factory: pytest.TempPathFactory, language: str, title: str, expected: bool, comment: str
) -> None:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "a.txt").write_text(f"{title}\n\n{BODY[language]}\n\n{BODY[language]}\n", "utf-8")
    (article,), _ = read_articles([folder], as_of="2026-05-08")
    assert article.title == title
    knowledge = load_knowledge()
    assert is_headed(annotate(article, knowledge), knowledge) is expected, comment
