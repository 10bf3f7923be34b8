"""Which words assert a meeting, and what a row needs besides; memos are of Friday, 6 March 2026."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.model import Language

ROWS: list[tuple[Language, str, list[str], str]] = [
    ("en", "A Kenyan official with knowledge of the talks said Uganda had paid on March 4.", [], "what a source knows of"),
    ("en", "Kenya had sent Uganda a written request on March 2 for a visit by its vets.", [], "what is asked for"),
    ("es", "En Chile preocupa que la negociación con Perú se prolongue hasta el 20 de marzo.", [], "what is feared"),
    ("es", "Chile pidió a Perú una reunión de cancilleres para el 20 de marzo.", [], "asked for, with a day"),
    (
        "es",
        "Chile pidió que se trate en la reunión que los cancilleres de Chile y Perú celebrarán el 20 de marzo en Tacna.",
        ["upcoming 2026-03-20"],
        "asked of a meeting that there is",
    ),
    (
        "en",
        "Kenyan minister Ali Otieno said he hoped to meet Ugandan minister Sam Okello on March 20.",
        [],
        "what is hoped for",
    ),
    (
        "en",
        "Kenyan minister Ali Otieno left on Monday. Minister Ali Otieno will meet Ugandan minister Sam Okello on March "
        "20 in Kisumu, a spokesman hinted.",
        ["upcoming 2026-03-20"],
        "told by the clause behind, whatever its verb",
    ),
    (
        "es",
        "La decisión llevó a Chile a convocar el martes al embajador peruano, Luis Soto.",
        ["held 2026-03-03"],
        "what a verb of bringing about governs is so",
    ),
    (
        "en",
        "Kenyan minister Ali Otieno signed the treaty after talks in Kisumu on Tuesday with Ugandan minister Sam Okello.",
        ["held 2026-03-03"],
        "the occasion of what was done",
    ),
    ("es", "La ministra chilena de Salud, Rosa Díaz, visitó el martes a las familias de Arica.", [], "of one government"),
    (
        "es",
        "La ministra chilena Rosa Díaz viajará a Lima los días 11 y 12 de marzo, informó su ministerio, y visitará una granja "
        "en Tacna.",
        ["upcoming 2026-03-11/2026-03-12"],
        "a stop of the journey that its sentence dates",
    ),
    (
        "en",
        "Kenyan minister Ali Otieno has spoken with Ugandan minister Sam Okello about the port.",
        [],
        "on a day that nobody says",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), ROWS, ids=[row[-1] for row in ROWS])
def test_a_row_has_what_it_needs(language: Language, text: str, expected: list[str], comment: str) -> None:
    made = brief_of([text], language=language).meetings
    assert [f"{row.status} {row.date or '-'}" for row in made if row.kind != "deadline"] == expected, comment


SOME_DAY = "2026-03-02/2026-03-06"
"""When an article that bears no date may have been published."""
UNPLACED: list[tuple[Language, str, list[str], str]] = [
    (
        "en",
        "Kenyan minister Ali Otieno and Ugandan minister Sam Okello spoke by telephone late Wednesday about the port.",
        ["held -"],
        "a day of the week, and which nobody knows",
    ),
    (
        "es",
        "La ministra chilena Rosa Díaz conversó ayer por teléfono con el ministro peruano Luis Soto sobre el puerto.",
        ["held -"],
        "the day before one that nobody knows",
    ),
    (
        "en",
        "Kenyan minister Ali Otieno, who was elected on Wednesday, has spoken with Ugandan minister Sam Okello by telephone.",
        [],
        "the day of something else",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), UNPLACED, ids=[row[-1] for row in UNPLACED])
def test_a_day_without_a_date(language: Language, text: str, expected: list[str], comment: str) -> None:
    made = brief_of([text], language=language, days=[SOME_DAY]).meetings
    assert [f"{row.status} {row.date or '-'}" for row in made] == expected, comment


def test_a_day_without_a_date_beside_a_dated_one() -> None:
    dated = "Kenyan and Ugandan officials met in Kisumu on March 4, the Kenyan foreign ministry said."
    undated = "Officials of Kenya and Uganda met on Wednesday in Busia, the Ugandan foreign ministry said."
    made = brief_of([dated, undated], days=[5, SOME_DAY]).meetings
    assert [f"{row.status} {row.date or '-'}" for row in made] == ["held 2026-03-04"]


def test_a_day_without_a_date_beside_a_dated_one_of_others() -> None:
    dated = "Kenyan minister Ali Otieno and Ugandan minister Sam Okello met in Kisumu on March 4."
    undated = "Kenyan President Joy Wanjiru and Ugandan President Amos Lule spoke by telephone late Wednesday about the port."
    made = brief_of([dated, undated], days=[5, SOME_DAY]).meetings
    assert sorted(f"{row.kind} {row.date or '-'}" for row in made) == ["call -", "meeting 2026-03-04"]


EXPECTED: list[tuple[Language, str, str, str]] = [
    (
        "en",
        "Kenyan minister Ali Otieno and Ugandan minister Sam Okello are expected to speak by telephone on March 9, according "
        "to two officials.",
        "unconfirmed",
        "expected by officials whom nobody names",
    ),
    (
        "en",
        "Officials said Kenyan minister Ali Otieno and Ugandan minister Sam Okello are expected to meet in Kisumu on March 20.",
        "unconfirmed",
        "said by officials whom nobody names",
    ),
    (
        "en",
        "Kenyan minister Ali Otieno will meet Ugandan minister Sam Okello on March 20. Neither government has confirmed the "
        "meeting.",
        "unconfirmed",
        "the next sentence leaves it open",
    ),
    (
        "es",
        "El encuentro entre la ministra chilena Rosa Díaz y el ministro peruano Luis Soto está previsto para el 20 de marzo en "
        "Tacna, según dos funcionarios.",
        "unconfirmed",
        "in Spanish",
    ),
    (
        "es",
        "La ministra chilena Rosa Díaz se reunirá el 20 de marzo en Tacna con el ministro peruano Luis Soto. Lima no ha "
        "confirmado el encuentro.",
        "unconfirmed",
        "not confirmed by one of the two",
    ),
    (
        "en",
        "Kenyan minister Ali Otieno is expected to meet Ugandan minister Sam Okello in Kisumu on March 20, the ministry said.",
        "upcoming",
        "by a ministry",
    ),
    (
        "es",
        "Chile y Perú discuten. La comisión mixta de límites celebrará una sesión en Tacna el 20 de marzo, "
        "anunció la ministra chilena Rosa Díaz. El Perú no la ha confirmado.",
        "unconfirmed",
        "a body's own session",
    ),
    (
        "en",
        "Kenyan minister Ali Otieno will meet Ugandan minister Sam Okello on March 20. Otieno has not confirmed the figures.",
        "upcoming",
        "something else is not confirmed",
    ),
    (
        "es",
        "La visita de la ministra chilena Rosa Díaz a Lima está prevista para el 20 de marzo, según el funcionario peruano "
        "Pedro Gil.",
        "upcoming",
        "by an official who has a name",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), EXPECTED, ids=[row[-1] for row in EXPECTED])
def test_what_is_only_expected(language: Language, text: str, expected: str, comment: str) -> None:
    assert [row.status for row in brief_of([text], language=language).meetings] == [expected], comment
