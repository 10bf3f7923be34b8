"""What makes a sentence of another article one on the matter of a printed line: tables of what two sentences share."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.consolidate import week_of
from briefing.consolidate.elsewhere import is_telling, of_other_days, of_other_governments
from briefing.consolidate.settled import have_one_topic
from briefing.consolidate.week import Week
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Language

NAMED = frozenset({"oslo", "wednesday", "norway"})
SHARED = [
    (("number", "500000"), True, "half a million: of one offer"),
    (("number", "6"), False, "six days, six months"),
    (("number", "90"), False, "90 percent, 90 days"),
    (("concept", "retaliation"), True, "a thing"),
    (("sense", "act:reopen"), True, "a deed"),
    (("lemma:en", "ferry"), True, "a word"),
    (("lemma:en", "norway"), False, "who or where"),
    (("lemma:en", "wednesday"), False, "when"),
    (("lemma:es", "18"), False, "a day of the month"),
]


@pytest.mark.parametrize(("feature", "expected", "comment"), SHARED, ids=[row[-1] for row in SHARED])
def test_what_two_sentences_of_one_matter_share(feature: tuple[str, str], expected: bool, comment: str) -> None:
    assert is_telling(feature, NAMED) is expected, comment


MATTERS = [
    (
        "Chile and Peru agreed on a fee.",
        "Chile and Bolivia agreed on a fee.",
        True,
        "each names a country of its own",
    ),
    (
        "Chile and Peru agreed on a fee.",
        "Chile, Peru and Bolivia agreed on a fee.",
        False,
        "one names a third beside",
    ),
    ("Chile and Peru agreed on a fee.", "They agreed on a fee.", False, "one names none"),
    (
        "Chile and Peru agreed on a fee.",
        "Lima y Santiago acordaron una tasa.",
        False,
        "the same by their capitals",
    ),
]


DAYS = [
    ("The ministers spoke on January 15, 2026.", "The talk of January 11, 2026, was short.", True, "two days"),
    ("The ministers spoke on January 15, 2026.", "They spoke in January 2026.", False, "a day of that month"),
    ("The ministers spoke on January 15, 2026.", "The ministers spoke.", False, "one gives none"),
]


def week_of_two(left: str, right: str) -> Week:
    language: Language = "es" if "Lima" in right else "en"
    articles = [
        Article(id=name, file=f"{name}.txt", sha256="", text=text, language=code, published="2026-03-04")
        for name, text, code in (("a1", left, "en"), ("a2", right, language))
    ]
    knowledge = load_knowledge()
    docs = {article.id: annotate(article, knowledge) for article in articles}
    claims = {name: extract(doc, knowledge) for name, doc in docs.items()}
    return week_of(docs, claims, knowledge, "2026-03-06")


@pytest.mark.parametrize(("left", "right", "expected", "comment"), MATTERS, ids=[row[-1] for row in MATTERS])
def test_sentences_of_other_governments(left: str, right: str, expected: bool, comment: str) -> None:
    week = week_of_two(left, right)
    assert of_other_governments(week, ("a1", 0), ("a2", 0)) is expected, comment


@pytest.mark.parametrize(("left", "right", "expected", "comment"), DAYS, ids=[row[-1] for row in DAYS])
def test_sentences_of_other_days(left: str, right: str, expected: bool, comment: str) -> None:
    assert of_other_days(week_of_two(left, right), ("a1", 0), ("a2", 0)) is expected, comment


TOPICS = [
    (
        "Chile will settle its debt to Peru in May, in a bid to save a programme that Peru has threatened to halt.",
        "Chile propuso a Perú un corredor de pesca, una idea que Lima rechazó.",
        False,
        "two countries, and two matters",
    ),
    (
        "The foreign minister of Chile, Ana Ruiz, telephoned Lima on Tuesday.",
        "The foreign minister of Chile, Ana Ruiz, refused a toll of 19 pesos on Tuesday.",
        False,
        "an office, a name and a day",
    ),
    (
        "Chile and Peru agreed that ships with medicines may pass at night.",
        "Chile rejected a plan to let ships with medicines pass.",
        True,
        "what may pass",
    ),
]


@pytest.mark.parametrize(("left", "right", "expected", "comment"), TOPICS, ids=[row[-1] for row in TOPICS])
def test_sentences_that_share_a_thing(left: str, right: str, expected: bool, comment: str) -> None:
    week = week_of_two(left, right)
    assert have_one_topic(week, ("a1", 0), ("a2", 0)) is expected, comment
