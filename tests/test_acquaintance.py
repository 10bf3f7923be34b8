"""Persons whom one article introduces and another takes for known, as a table: what the second one's sentence tells."""

from __future__ import annotations

import pytest

from briefing.annotate.acquaintance import acquaint
from briefing.annotate.document import annotate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Doc, Statement

FULL = "Estonian Interior Minister Kadri Lepik met reporters. Lepik said Estonia rejects the plan of Latvia."


def article(number: int, text: str) -> Article:
    return Article(
        id=f"a{number}",
        file=f"{number}.txt",
        sha256="",
        text=text,
        language="en",
        published="2026-03-04",
        published_basis="stated",
    )


def week(*texts: str) -> tuple[Doc, ...]:
    knowledge = load_knowledge()
    return acquaint([annotate(article(number, text), knowledge) for number, text in enumerate(texts)], knowledge)


CASES = [
    ("Latvia kept silent. Lepik threatened to close the border with Latvia.", {"EE threatens"}, "a surname alone"),
    (
        "Interior Minister Kadri Lepik threatened to close the border with Latvia.",
        {"EE threatens"},
        "a title without its country",
    ),
    ("Latvia kept silent. Kadri Lepik threatened to close the border with Latvia.", {"EE threatens"}, "a whole name"),
    ("Latvia kept silent. Kadri Lepik Kask threatened to close the border with Latvia.", set(), "part of a longer name"),
    ("Latvia kept silent. Lepiks threatened to close the border with Latvia.", set(), "another name"),
    ("Latvia kept silent. Lepik Group threatened to close its plant in Latvia.", set(), "part of another name"),
    ("Latvian deputy Juris Lepik threatened to close the border with Russia.", set(), "another person of that surname"),
]


@pytest.mark.parametrize(("text", "expected", "comment"), CASES)
def test_whom_another_article_introduces(text: str, expected: set[str], comment: str) -> None:
    claims = extract(week(FULL, text)[1], load_knowledge())
    assert {f"{c.government} {c.stance}" for c in claims if isinstance(c, Statement)} == expected, comment


def test_a_surname_of_two_people_is_nobodys() -> None:
    other = "Finnish Interior Minister Juho Lepik met reporters. Lepik left."
    threat = "Latvia kept silent. Lepik threatened to close the border with Latvia."
    assert not [c for c in extract(week(FULL, other, threat)[2], load_knowledge()) if isinstance(c, Statement)]
    assert [c for c in extract(week(FULL, threat)[1], load_knowledge()) if isinstance(c, Statement)]


def test_two_countries_for_one_name_are_none() -> None:
    other = "Finnish Interior Minister Kadri Lepik met reporters."
    threat = "Interior Minister Kadri Lepik threatened to close the border with Latvia."
    assert week(FULL, other, threat)[2].actors["person:kadri lepik"].country is None
    assert week(FULL, threat)[1].actors["person:kadri lepik"].country == "EE"


def test_the_order_of_articles_changes_nothing() -> None:
    later = "Latvia kept silent. Lepik threatened to close the border with Latvia."
    assert week(FULL, later)[1].actors == week(later, FULL)[0].actors


def test_a_week_without_introductions_stays_as_it_is() -> None:
    alone = annotate(article(0, "Lepik threatened to close the border with Latvia."), load_knowledge())
    assert acquaint([alone], load_knowledge()) == (alone,)


DISPUTED = [
    (
        "Estonia shut the post, Latvia said. Interior Minister Kadri Lepik rejected the plan of Latvia.",
        "The Estonian interior minister, Kadri Lepik, left. Latvia kept silent.",
        {"EE"},
        "one article only thinks so",
    ),
    (
        "The Latvian interior minister, Kadri Lepik, rejected the plan.",
        "The Estonian interior minister, Kadri Lepik, left.",
        {None},
        "two that say so",
    ),
    (
        "Latvian Interior Minister Kadri Lepik rejected the plan.",
        "Interior Minister Kadri Lepik left.",
        {"LV"},
        "nobody differs",
    ),
    (
        "Latvia shut the post. Interior Minister Kadri Lepik rejected the plan.",
        "Interior Minister Kadri Lepik will meet her Latvian counterpart, Juris Kalns.",
        {None},
        "one who meets a counterpart of the country is not of it",
    ),
    (
        "Latvia shut the post. Interior Minister Kadri Lepik rejected the plan.",
        "Interior Minister Kadri Lepik will meet her Estonian counterpart, Juris Kalns.",
        {"LV"},
        "the counterpart is of another one",
    ),
    (
        "Juris Kalns met his Latvian counterpart, Interior Minister Kadri Lepik, in Tallinn.",
        "The Latvian interior minister, Kadri Lepik, left.",
        {"LV"},
        "the counterpart is she herself",
    ),
    (
        "The Latvian interior minister, Kadri Lepik, rejected the plan.",
        "TALLINN - Estonia shut the post. “I told Minister Lepik of it,” Interior Minister Juris Kalns said.",
        {"LV"},
        "a surname alone is that of the one whom the week knows",
    ),
]


@pytest.mark.parametrize(("first", "second", "expected", "comment"), DISPUTED)
def test_whose_minister_articles_disagree_on(first: str, second: str, expected: set[str | None], comment: str) -> None:
    people = [actor for doc in week(first, second) for actor in doc.actors.values() if actor.kind == "person"]
    assert {actor.country for actor in people if "Lepik" in str(actor.name)} == expected, comment
