"""The office of who takes part in a meeting by the words of an article."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.model import Language

# What an article says; the person's title in English and in Spanish; why.
TITLES: list[tuple[Language, str, tuple[str | None, str | None] | None, str]] = [
    (
        "es",
        "La viceministra de Minas de Bolivia, Rosa Ayala, viajó a Chile.",
        ("deputy minister", "viceministra de Minas"),
        "deputy",
    ),
    (
        "es",
        "El ministro chileno de Caminos, Juan Soto, viajó a Perú.",
        ("minister", "ministro de Caminos"),
        "no known portfolio",
    ),
    (
        "es",
        "El viceministro boliviano de Gobernación, Juan Ayala, viajó a Chile.",
        ("deputy minister", "viceministro de Gobernación"),
        "a field that is a body's name as well",
    ),
    (
        "es",
        "La secretaria de Comercio Exterior de Bolivia, Rosa Ayala, viajó a Chile.",
        (None, "secretaria de Comercio Exterior"),
        "no minister",
    ),
    (
        "en",
        "The governor of the Bank of Togo, Ruth Wambua, went to Oslo.",
        ("governor of the Bank of Togo", None),
        "a body's name",
    ),
    ("en", "Kenya's Deputy Trade Minister Ruth Wambua went to Oslo.", ("deputy trade minister", None), "small letters"),
    (
        "en",
        "The former deputy trade minister of Kenya, Ruth Wambua, went to Oslo.",
        ("former deputy trade minister", None),
        "held once",
    ),
    ("en", "Acting Deputy Minister Ruth Wambua of Kenya went to Oslo.", None, "only standing in"),
    ("en", "Kenyan Chief Tea Secretary Ruth Wambua went to Oslo.", None, "an office of which only the end is known"),
    (
        "es",
        "La ministra de Minas y Aguas de Bolivia, Rosa Ayala, viajó a Chile.",
        ("minister", "ministra de Minas y Aguas"),
        "two fields of one country",
    ),
    ("en", "Kenyan Foreign Minister Ruth Wambua went to Oslo.", None, "an office that every reader knows is a role"),
]


@pytest.mark.parametrize(("language", "text", "title", "comment"), TITLES, ids=[row[3] for row in TITLES])
def test_the_title_of_a_person(
    language: Language, text: str, title: tuple[str | None, str | None] | None, comment: str
) -> None:
    told = [person.title for person in brief_of([text], language=language).people]
    assert told == [{code: said for code, said in zip(("en", "es"), title or (), strict=False) if said}], comment


SHARED: list[tuple[Language, str]] = [
    ("es", "Los ministros de Minas de Bolivia y Chile, Rosa Ayala y Juan Soto, viajaron a Lima."),
    ("es", "Los ministros de Minas de Chile y Bolivia, Juan Soto y Rosa Ayala, se reunieron en Lima."),
    ("en", "The deputy trade ministers of Kenya and Togo, Ruth Wambua and Kofi Lawson, went to Oslo."),
]


@pytest.mark.parametrize(("language", "text"), SHARED)
def test_a_title_that_two_countries_share_is_neither_person_s(language: Language, text: str) -> None:
    """`ministros de Minas y Chile`, with the one country taken out, is nobody's office."""
    assert [person.title for person in brief_of([text], language=language).people] == [{}, {}]
