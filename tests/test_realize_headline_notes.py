"""The note of a fact from inside an article: its headline, where nothing else of the article is quoted for it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article, Evidence, Fact, Language, Mark, Position, Rung, Span
from briefing.realize.edition import make_editions
from briefing.realize.notes.surroundings import surrounded

HEADLINE = "Second bridge over the Suches to open in May"
LEAD = "Peru will open a second bridge over the river Suches in May."
INSIDE = "Chile’s transport minister, Juan Soto, said on Tuesday that his government will send 12 engineers to Arica in April."


def noted(
    kind: type[Fact] | type[Position], line: str, *, titled: bool, printed: str = "", issue: tuple[str, ...] = ()
) -> list[str]:
    """What the note of a line quotes."""
    text = f"{HEADLINE}\n\n{LEAD}\n\n{INSIDE}" if titled else f"{LEAD}\n\n{INSIDE}"
    marks = (Mark(span=Span(0, len(HEADLINE)), kind="title", rule="test"),) if titled else ()
    article = Article(id="a1", file="a.txt", sha256="", text=text, language="en", published="2026-03-04", marks=marks)
    at = text.index(line)
    piece = Evidence(article="a1", start=at, stop=at + len(line), text=line, language="en")
    said: Mapping[Language, str] = {"en": printed or line}
    rung: Mapping[Language, Rung] = {"en": "native"}
    fact = Fact(id="f-1", kind="statement", evidence=(piece,), text=said, basis=rung)
    position = Position(id="p-1", government="CL", stance="states", issue=issue, evidence=(piece,), text=said, basis=rung)
    edition = make_editions(("en",), {"a1": annotate(article, load_knowledge())}, load_knowledge(), "2026-03-06")["en"]
    return [piece.text for piece in surrounded(fact if kind is Fact else position, edition)]


def test_a_fact_inside_an_article_has_its_headline() -> None:
    assert noted(Fact, INSIDE, titled=True) == [HEADLINE]


def test_a_position_under_an_issue_has_it_too() -> None:
    assert noted(Position, INSIDE, titled=True, issue=("bridges",)) == [HEADLINE]


@pytest.mark.parametrize(
    ("kind", "line", "titled", "printed"),
    [
        (Fact, LEAD, True, ""),
        (Fact, INSIDE, False, ""),
        (Fact, INSIDE, True, f"{HEADLINE}: {INSIDE}"),
        (Position, INSIDE, True, ""),
    ],
    ids=["what the article opens with", "no headline", "the line says it", "a position stands under it"],
)
def test_no_headline(kind: type[Fact] | type[Position], line: str, titled: bool, printed: str) -> None:
    assert HEADLINE not in noted(kind, line, titled=titled, printed=printed)


RELEASE = "The Bank of Chile informs the public on the credit line that it opened for Peru."
BALANCE = "Peru will settle the balance in full before the end of September."


@pytest.mark.parametrize("headline", ["Media release", "Press release 88/2026", "Statement by the Ministry of Energy"])
def test_a_headline_that_tells_nothing_gives_way_to_the_opening(headline: str) -> None:
    text = f"{headline}\n\n{RELEASE}\n\nThe governor met a delegation on Monday.\n\n{BALANCE}"
    marks = (Mark(span=Span(0, len(headline)), kind="title", rule="test"),)
    article = Article(id="a1", file="a.txt", sha256="", text=text, language="en", published="2026-03-04", marks=marks)
    at = text.index(BALANCE)
    piece = Evidence(article="a1", start=at, stop=at + len(BALANCE), text=BALANCE, language="en")
    fact = Fact(id="f-1", kind="statement", evidence=(piece,), text={"en": BALANCE}, basis={"en": "native"})
    edition = make_editions(("en",), {"a1": annotate(article, load_knowledge())}, load_knowledge(), "2026-03-06")["en"]
    assert [piece.text for piece in surrounded(fact, edition)] == [RELEASE]
