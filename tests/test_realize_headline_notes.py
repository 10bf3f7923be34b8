"""The note of a line never quotes the headline: the list of sources has it."""

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


def noted(kind: type[Fact] | type[Position], line: str, *, titled: bool, issue: tuple[str, ...] = ()) -> list[str]:
    """What the note of a line quotes."""
    text = f"{HEADLINE}\n\n{LEAD}\n\n{INSIDE}" if titled else f"{LEAD}\n\n{INSIDE}"
    marks = (Mark(span=Span(0, len(HEADLINE)), kind="title", rule="test"),) if titled else ()
    article = Article(id="a1", file="a.txt", sha256="", text=text, language="en", published="2026-03-04", marks=marks)
    at = text.index(line)
    piece = Evidence(article="a1", start=at, stop=at + len(line), text=line, language="en")
    said: Mapping[Language, str] = {"en": line}
    rung: Mapping[Language, Rung] = {"en": "native"}
    fact = Fact(id="f-1", kind="statement", evidence=(piece,), text=said, basis=rung)
    position = Position(id="p-1", government="CL", stance="states", issue=issue, evidence=(piece,), text=said, basis=rung)
    edition = make_editions(("en",), {"a1": annotate(article, load_knowledge())}, load_knowledge(), "2026-03-06")["en"]
    return [piece.text for piece in surrounded(fact if kind is Fact else position, edition)]


@pytest.mark.parametrize(
    ("kind", "line", "titled", "issue"),
    [
        (Fact, LEAD, True, ()),
        (Fact, INSIDE, True, ()),
        (Fact, INSIDE, False, ()),
        (Position, INSIDE, True, ("bridges",)),
        (Position, INSIDE, True, ()),
    ],
    ids=["what the article opens with", "inside it", "no headline", "under an issue", "under none"],
)
def test_no_headline(kind: type[Fact] | type[Position], line: str, titled: bool, issue: tuple[str, ...]) -> None:
    assert noted(kind, line, titled=titled, issue=issue) == []
