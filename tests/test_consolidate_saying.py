"""Which articles say what a line prints: a table of lines and tellings, and the step that counts and cites by it."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from briefing.annotate.document import annotate
from briefing.consolidate import consolidate, corroborate, week_of
from briefing.consolidate.corroboration import printed_words
from briefing.consolidate.saying import Printed, unsaid
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Brief, Claim, Doc, Evidence, Fact, Item, Language, Meeting
from briefing.realize import realize
from briefing.render.sections.evidence import said_by

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "saying.yaml").read_text("utf-8"))
TELLING = re.compile(r"(es|en): (.*)", re.DOTALL)
KNOWLEDGE = load_knowledge()


def read(number: int, telling: str) -> Doc:
    match = TELLING.fullmatch(telling)
    assert match
    language, text = match.groups()
    article = Article(
        id=f"a{number}",
        file=f"{number}.txt",
        sha256=str(number),
        text=text,
        language=cast(Language, language),
        published="2026-03-05",
        published_basis="stated",
    )
    return annotate(article, KNOWLEDGE)


def claims_of(docs: dict[str, Doc]) -> dict[str, tuple[Claim, ...]]:
    return {name: extract(doc, KNOWLEDGE) for name, doc in docs.items()}


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["comment"])
def test_what_is_said(row: dict[str, Any]) -> None:
    docs = {f"a{number}": read(number, row[name]) for number, name in enumerate(("line", "other"))}
    week = week_of(docs, claims_of(docs), KNOWLEDGE, "2026-03-10")
    printed = Printed(("a0", 0), frozenset(range(len(docs["a0"].sentences[0].tokens))))
    assert unsaid(week, printed, ("a1", 0)) == row.get("lacks")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru closed the port.", ["Peru", "closed", "the", "port", "."]),
        ("Perú cerró el puerto.", ["."]),
        ("The government closed the port.", ["closed", "the", "port", "."]),
    ],
)
def test_printed_words(text: str, expected: list[str]) -> None:
    """The words of a sentence that stand in the line, without those that the line leaves out."""
    forms = ["Peru", "closed", "the", "port", "on", "Monday", "."]
    assert [forms[i] for i in printed_words(forms, text)] == expected


LED = "en: Chile lifted the ban on fish from Peru on March 2."
SAYS = "en: On March 2 Chile lifted the ban on fish from Peru, an official said."
TOUCHES = "en: Chile lifted the ban on fish from Peru."


def brief_of(*tellings: str) -> tuple[Brief, dict[str, Doc]]:
    docs = {f"a{number}": read(number, telling) for number, telling in enumerate(tellings)}
    claims = claims_of(docs)
    made = consolidate(tuple(docs.values()), claims, KNOWLEDGE, as_of="2026-03-10", window="2026-03-01/2026-03-10")
    return corroborate(realize(made, docs, KNOWLEDGE), docs, claims, KNOWLEDGE), docs


def fact_about(brief: Brief, docs: dict[str, Doc]) -> Fact:
    """The brief's first fact, made to print the first article's words and to rest on all articles."""
    pieces = tuple(
        Evidence(article=name, start=0, stop=len(doc.article.text), text=doc.article.text, language="en")
        for name, doc in docs.items()
    )
    told = {"en": docs["a0"].article.text}
    return dataclasses.replace(
        brief.facts[0], evidence=pieces, text=told, basis={"en": "native"}, told_from={"en": 0}, sources=3, origins=3
    )


def test_only_articles_that_say_the_line_are_counted_and_cited() -> None:
    brief, docs = brief_of(LED, SAYS, TOUCHES)
    merged = dataclasses.replace(brief, facts=(fact_about(brief, docs),), positions=(), meetings=())
    [fact] = corroborate(merged, docs, claims_of(docs), KNOWLEDGE).facts
    assert (fact.sources, fact.origins, fact.beside) == (2, 2, (2,))
    assert [piece.article for piece in said_by(fact, "en")] == ["a0", "a1"]
    assert [piece.article for piece in fact.evidence] == ["a0", "a1", "a2"]
    assert "touches:a2@0:other_days" in fact.rules


def test_counting_again_changes_nothing() -> None:
    brief, docs = brief_of(LED, SAYS, TOUCHES)
    assert corroborate(brief, docs, claims_of(docs), KNOWLEDGE) == brief


def test_what_each_edition_retells_is_cited_where_neither_says_the_other() -> None:
    """Two editions that print different things count one article each, and cite their own."""
    brief, docs = brief_of(LED, "en: Kenya sold tea to Sudan.")
    lines = {"en": docs["a0"].article.text, "es": docs["a1"].article.text}
    fact = dataclasses.replace(fact_about(brief, docs), text=lines, told_from={"en": 0, "es": 1})
    merged = dataclasses.replace(brief, facts=(fact,), positions=(), meetings=())
    [counted] = corroborate(merged, docs, claims_of(docs), KNOWLEDGE).facts
    assert (counted.sources, counted.origins) == (1, 1)
    assert [[piece.article for piece in said_by(counted, language)] for language in ("en", "es")] == [["a0"], ["a1"]]


MEETING = "en: The foreign ministers of Chile and Peru, Ana Soto and Luis Vega, met in Arica on March 3."


@pytest.mark.parametrize(
    ("other", "sources"),
    [
        ("es: Los ministros de Exteriores de Chile y Perú, Ana Soto y Luis Vega, se reunieron en Arica el 3 de marzo.", 2),
        ("es: Los ministros de Exteriores de Chile y Perú, Ana Soto y Luis Vega, se reunieron en Arica.", 2),
        ("en: Peru's foreign minister, Luis Vega, met his Chilean counterpart in Arica on March 3 and asked for a ban.", 2),
    ],
)
def test_a_meeting_counts_who_tells_of_it(other: str, sources: int) -> None:
    brief, _ = brief_of(MEETING, other)
    found: list[Item] = [meeting for meeting in brief.meetings if isinstance(meeting, Meeting)]
    assert [meeting.sources for meeting in found] == [sources]


# an article's line, a second article, whether it is counted; else whether it is named on the same matter
ELSEWHERE = [
    (
        "en: Kenya will send 200 police officers to Lesotho in July.",
        "es: Kenia enviará a Lesoto 200 policías en julio. La misión durará un año.",
        True,
        False,
    ),
    (
        "en: Kenya will send 200 police officers to Lesotho in July.",
        "en: Kenya buys most of its wool in Lesotho. The price of wool has fallen.",
        False,
        False,
    ),
]


@pytest.mark.parametrize(("line", "other", "counted", "touching"), ELSEWHERE, ids=["says", "neither"])
def test_an_article_that_was_not_put_to_the_item_is_looked_for(line: str, other: str, counted: bool, touching: bool) -> None:
    """The fact is made to rest on the first article alone; the count finds the second by the line."""
    brief, docs = brief_of(line, other)
    text = docs["a0"].article.text
    own = Evidence(article="a0", start=0, stop=len(text), text=text, language="en")
    fact = dataclasses.replace(
        brief.facts[0], evidence=(own,), text={"en": text}, basis={"en": "native"}, told_from={"en": 0}, beside=(), rules=()
    )
    alone = dataclasses.replace(brief, facts=(fact,), positions=(), meetings=())
    once = corroborate(alone, docs, claims_of(docs), KNOWLEDGE)
    [found] = once.facts
    assert found.sources == (2 if counted else 1)
    assert found.beside == ((1,) if touching else ())
    assert corroborate(once, docs, claims_of(docs), KNOWLEDGE) == once
