"""What a position is about: its own words before words of another sense, as a table."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import pytest

from briefing.annotate.document import annotate
from briefing.consolidate import consolidate, week_of
from briefing.consolidate.printed_topics import with_printed_topics
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Brief, Doc, Evidence, Language

CASES = [
    ("Ghana demanded that Togo withdraw its tariff on onions. Tariffs cost jobs.", {"tariffs"}, set(), "a duty"),
    ("Ghana demanded that Togo withdraw its tariff on onions.", set(), {"tariffs"}, "what one sentence alone speaks of"),
    (
        "Ghana demanded that Togo cut its tariff. Electricity costs more there. Togo lacks electricity.",
        set(),
        {"tariffs"},
        "the price of power is no duty",
    ),
    (
        "Ghana denied that it had linked electricity to the nationality of men from Togo. Electricity is scarce.",
        {"electricity"},
        {"citizenship"},
        "variant",
    ),
    (
        "Ghana demanded that Togo respect the citizenship of its drivers. Citizenship is a right.",
        {"citizenship"},
        set(),
        "its own term",
    ),
    (
        "Ghana announced that it would build the dam on the Volta, whose contract Togo cancelled. Contracts are scarce.",
        set(),
        {"contracts"},
        "what befell the contract is told of the dam",
    ),
    (
        "Ghana demanded electricity from Togo. The drought goes on. Electricity is scarce. Togo has little left. "
        "Ghana promised that drivers would be given water at the border of Togo.",
        {"electricity"},
        {"water"},
        "another matter's word",
    ),
    (
        "Ghana ruled out any negotiation on the border with Togo. The border is closed.",
        {"borders"},
        {"negotiations"},
        "what is to be talked about, and not the talking",
    ),
]


def doc_of(text: str) -> Doc:
    article = Article(
        id="a1", file="1.txt", sha256="", text=text, language="en", published="2026-03-04", published_basis="stated"
    )
    return annotate(article, load_knowledge())


def brief_of(text: str) -> Brief:
    knowledge = load_knowledge()
    doc = doc_of(text)
    return consolidate((doc,), {"a1": extract(doc, knowledge)}, knowledge, as_of="2026-03-05", window="2026-03-01/2026-03-05")


@pytest.mark.parametrize(("text", "named", "unnamed", "comment"), CASES)
def test_issue(text: str, named: set[str], unnamed: set[str], comment: str) -> None:
    issues = {issue for position in brief_of(text).positions for issue in position.issue}
    assert brief_of(text).positions
    assert named <= issues, comment
    assert not unnamed & issues, comment


TWO = "Ghana demanded that Togo withdraw its tariffs on onions. Tariffs cost jobs. Ghana invited Togo to talks in Accra."
PRINTED: list[tuple[Mapping[Language, int], Mapping[Language, int], bool, str]] = [
    ({"en": 0, "es": 0}, {}, True, "both editions print it"),
    ({"en": 0, "es": 2}, {}, False, "one edition prints the invitation"),
    ({"en": 0, "es": 2}, {"es": 1}, True, "its note tells of it"),
]


@pytest.mark.parametrize(("told_from", "notes", "named", "comment"), PRINTED, ids=[row[-1] for row in PRINTED])
def test_topics_are_of_what_is_printed(
    told_from: Mapping[Language, int], notes: Mapping[Language, int], named: bool, comment: str
) -> None:
    doc, brief = doc_of(TWO), brief_of(TWO)
    pieces = tuple(
        Evidence(article="a1", start=s.span.start, stop=s.span.stop, text=s.span.of(TWO), language="en") for s in doc.sentences
    )
    position = dataclasses.replace(
        next(position for position in brief.positions if position.issue),
        text={"en": "x", "es": "x"},
        evidence=pieces,
        told_from=told_from,
        context={language: (pieces[number],) for language, number in notes.items()},
    )
    week = week_of({"a1": doc}, {"a1": ()}, load_knowledge(), "2026-03-05")
    (told,) = with_printed_topics(dataclasses.replace(brief, positions=(position,)), week).positions
    assert ("tariffs" in told.issue) == named, comment
