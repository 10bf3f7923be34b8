"""The day of a line that names none: that of its article, told as no more than that."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from memo_samples import memo_of

from briefing.model import Brief, Voice
from briefing.render.sample import sample_brief
from briefing.render.sections.matrix import in_their_order

OWN: dict[str, Any] = {"date": None, "date_basis": None, "conflicts": ()}
TOLD = "The ministry rejected the inspections of the northern ports"

# the line; the day of its article, and how it was found; the item's own day; what stands behind the line
LINES = [
    (TOLD, "2026-03-12", "stated", None, "reported March 12"),
    (f"{TOLD} on March 12", "2026-03-12", "stated", None, ""),
    (f"{TOLD} on March 11", "2026-03-12", "stated", None, ""),  # a day just before its article is when
    (f"{TOLD} on 12 March", "2026-03-12", "stated", "2026-03-12", ""),  # in words of its own
    (f"{TOLD} on March 11", "2026-03-12", "stated", "2026-03-09/2026-03-15", ""),  # a day of that week
    (TOLD, "2026-03-12", "stated", "2026-03-09/2026-03-15", "week of March 9–15"),
    (f"{TOLD} that open on May 2", "2026-03-12", "stated", None, "reported March 12"),
    (f"{TOLD} that open on May 2", "2026-03-12", "stated", "2026-05-02", "reported March 12"),  # what is to come
    (TOLD, "2026-03-12", "inferred", None, "reported March 12, inferred from the text"),
    (TOLD, "2026-03-12/2026-03-13", "inferred", None, "reported March 12 or 13, inferred from the text"),
    (f"{TOLD} on March 9", "2026-03-12/2026-03-13", "inferred", None, ""),
    (TOLD, "2026-03-08/2026-03-13", "inferred", None, ""),
    (TOLD, "2026-03-10/2026-03-12", "inferred", None, ""),  # somewhere between two days
    (TOLD, None, "unknown", None, ""),
    (TOLD, "2026-03-12", "stated", "2026-03-09", "March 9"),  # the day that its sentence gives
]


def with_line(line: str, published: str | None, basis: Any, own: str | None) -> Brief:
    """A fact and a position in words of their own from one article."""
    brief = sample_brief()
    text, rung = dict.fromkeys(("es", "en"), line), dict.fromkeys(("es", "en"), "native")
    other = dict.fromkeys(text, f"{line}, too")
    fact = dataclasses.replace(brief.facts[0], **OWN | {"date": own}, text=text, basis=rung)
    position = dataclasses.replace(brief.positions[0], **OWN | {"date": own}, text=other, basis=rung, voice=None, quote=None)
    articles = tuple(dataclasses.replace(a, published=published, published_basis=basis) for a in brief.articles)
    return dataclasses.replace(
        brief, facts=(fact,), positions=(position,), articles=articles, meetings=(), conflicts=(), bottom_line={}
    )


@pytest.mark.parametrize(("line", "published", "basis", "own", "behind"), LINES)
def test_a_line_without_a_day_has_that_of_its_article(line: str, published: Any, basis: Any, own: Any, behind: str) -> None:
    text = memo_of(with_line(line, published, basis, own), format="md").decode()
    fact = next(row for row in text.split("\n") if row.startswith("1. "))
    cell = next(row for row in text.split("\n") if f"{line}, too" in row and row.startswith("|"))
    assert behind in fact
    assert f"({behind})" in cell if behind else "(" not in cell
    assert behind or not any(word in fact + cell for word in ("reported", "inferred"))


def test_the_day_of_what_is_to_come_is_no_day_of_saying_so() -> None:
    brief = with_line(TOLD, "2026-03-12", "stated", "2026-04-01")
    assert f"{TOLD}, too (reported March 12)[^2]" in memo_of(brief, format="md").decode()


def test_in_spanish() -> None:
    assert (
        "(publicado el 12 de marzo)"
        in memo_of(with_line(TOLD, "2026-03-12", "stated", None), format="md", locale="es_MX").decode()
    )


def test_a_cell_ends_with_what_was_told_last() -> None:
    brief = sample_brief()
    days = {"a1": "2026-03-13", "a2": "2026-03-11", "a3": "2026-03-10/2026-03-12", "a4": "2026-03-14"}
    articles = tuple(dataclasses.replace(a, published=days.get(a.id)) for a in brief.articles)
    told = in_their_order(brief.positions, dataclasses.replace(brief, articles=articles))
    last = [days[one.evidence[0].article][-2:] for one in told]
    assert last == sorted(last)


def test_whose_turn_it_is_stands_before_the_words_and_nobody_behind_them() -> None:
    line = "“[Question: Did you speak of the dam?] [Ana Ruiz:] Prime Minister Petit will go to Lima and speak of the dam.”"
    brief = with_line(line, "2026-03-12", "stated", None)
    voice = Voice(name="Jean Petit", role={"en": "prime minister", "es": "primer ministro"})
    brief = dataclasses.replace(brief, positions=(dataclasses.replace(brief.positions[0], voice=voice),))
    assert "Jean Petit" not in memo_of(brief, format="md").decode()


@pytest.mark.parametrize(("published", "times"), [("2026-03-12", 1), (None, 1)])
def test_what_is_reported_is_said_to_be_so_once(published: str | None, times: int) -> None:
    brief = with_line(TOLD, published, "stated" if published else "unknown", None)
    fact = dataclasses.replace(brief.facts[0], certainty="reported", attribution=(), basis=dict.fromkeys(("es", "en"), "frame"))
    text = memo_of(dataclasses.replace(brief, facts=(fact,)), format="md").decode()
    assert next(row for row in text.split("\n") if row.startswith("1. ")).count("reported") == times
