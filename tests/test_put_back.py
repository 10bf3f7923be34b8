"""Plans that have changed: put back by so many days, or told as a plan of before."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.model import Language

DUE = "The visit of Kenyan President Ruth Wambua to Tanzania, due on March 9, "
PREVISTA = "La reunión de los cancilleres de Perú y Chile, prevista para el 9 de marzo, "
# An article of March 3; the status, the day and the old day of its one row; why.
ROWS: list[tuple[Language, str, tuple[str, str, str | None], str]] = [
    ("en", DUE + "has been put back a day.", ("upcoming", "2026-03-10", "2026-03-09"), "a day"),
    ("en", DUE + "was postponed by two weeks.", ("upcoming", "2026-03-23", "2026-03-09"), "two weeks"),
    ("es", PREVISTA + "se aplazó una semana.", ("upcoming", "2026-03-16", "2026-03-09"), "una semana"),
    ("en", DUE + "has been put back at least a week.", ("postponed", "2026-03-09", None), "nobody knows to which day"),
    ("en", DUE + "was put off a week after the ferry sank.", ("postponed", "2026-03-09", None), "when it was put off"),
    (
        "es",
        "La reunión de la comisión mixta de Perú y Chile iba a celebrarse el 15 de marzo en Tacna.",
        ("unconfirmed", "2026-03-15", None),
        "a plan of before",
    ),
    (
        "es",
        "El canciller chileno, Juan Soto, dijo que iba a reunirse el 15 de marzo con su par peruano, Luis Gil.",
        ("upcoming", "2026-03-15", None),
        "only the tense of what is told",
    ),
]


@pytest.mark.parametrize(("language", "text", "row", "comment"), ROWS, ids=[row[3] for row in ROWS])
def test_a_plan_that_has_changed(language: Language, text: str, row: tuple[str, str, str | None], comment: str) -> None:
    (found,) = brief_of([text], language=language).meetings
    assert (found.status, found.date, found.moved_from) == row, comment


def test_a_meeting_called_off_is_no_other_one() -> None:
    """Neither what other people held on some day of that week, nor what they plan for some day of the year."""
    texts = [
        "Kenya's energy minister, Ruth Wambua, met her Ugandan counterpart, Juma Mkapa, this week in Nairobi.",
        "A planned meeting of the tea directors of Kenya and Uganda on Friday was called off.",
    ]
    rows = brief_of(texts).meetings
    assert [(row.people, row.status) for row in rows if row.people] == [(("Ruth Wambua", "Juma Mkapa"), "held")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Durante su visita a Lima, el canciller de Chile, Juan Soto, dijo el martes que el puente se abrirá pronto.", 0),
        (
            "En su visita a Lima, el canciller chileno, Juan Soto, se reunió el martes con el presidente peruano, Luis Gil.",
            1,
        ),
    ],
)
def test_a_visit_has_not_the_day_of_what_is_said(text: str, rows: int) -> None:
    assert len(brief_of([text], language="es").meetings) == rows


@pytest.mark.parametrize(("day", "statuses"), [(" on Friday", []), ("", ["cancelled"])])
def test_what_is_off_on_a_friday_is_no_meeting_of_a_tuesday(day: str, statuses: list[str]) -> None:
    texts = [
        "The joint commission of Kenya and Uganda will meet in Busia on March 17.",
        f"A meeting of Kenya and Uganda{day} was called off.",
    ]
    rows = brief_of(texts).meetings
    assert [row.status for row in rows if row.place == "Busia" and row.status == "cancelled"] == statuses
