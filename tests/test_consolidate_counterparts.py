"""Whose minister somebody is, told by the counterpart's country."""

from __future__ import annotations

from functools import cache

import pytest

from briefing.annotate.document import annotate
from briefing.consolidate.meetings.counterparts import sides_beside_counterparts
from briefing.consolidate.meetings.opposite_offices import with_offices_opposite
from briefing.consolidate.people import brief_people, resolve_people
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Doc, Language

ROWS = [
    # text, the week's sides, who is found where, why
    ("Prime Minister Eva Koskela may raise it with her Norwegian counterpart in May.", ("NO", "FI"), {"eva koskela": "FI"}, ""),
    (
        "Foreign Minister Eva Koskela left. Koskela will hold talks with her Norwegian counterpart, Kari Dahl.",
        ("NO", "FI"),
        {"eva koskela": "FI"},
        "named before",
    ),
    ("Prime Minister Eva Koskela met her Swedish counterpart in May.", ("NO", "FI"), {}, "a third country's counterpart"),
    ("Prime Minister Eva Koskela met her Norwegian counterpart in May.", ("NO", "FI", "SE"), {}, "more than two sides"),
    ("Eva Koskela met the Norwegian minister in May.", ("NO", "FI"), {}, "no counterpart"),
    (
        "Foreign Minister Eva Koskela met Norwegian Foreign Minister Kari Dahl in Geneva on Monday.",
        ("NO", "FI"),
        {"eva koskela": "FI"},
        "no country has two of one office",
    ),
    ("Energy Minister Eva Koskela met Norwegian Foreign Minister Kari Dahl in Geneva.", ("NO", "FI"), {}, "two offices"),
    (
        "Energy Minister Eva Koskela received Norwegian Foreign Minister Kari Dahl in Helsinki on Monday.",
        ("NO", "FI"),
        {"eva koskela": "FI"},
        "receives her in her own country",
    ),
    (
        "Energy Minister Eva Koskela will travel to Oslo on March 20 to meet Norway's foreign minister, Kari Dahl.",
        ("NO", "FI"),
        {"eva koskela": "FI"},
        "travels to hers",
    ),
    (
        "The minister will travel to Oslo on March 20, where he will meet President Eva Koskela and Norwegian Prime "
        "Minister Kari Dahl.",
        ("NO", "FI"),
        {},
        "the traveller has no name, and those two receive him",
    ),
    ("Chancellor Eva Moser spoke by telephone with Hungary's president on Monday.", ("AT", "HU"), {"eva moser": "AT"}, ""),
    (
        "Foreign Minister Kari Dahl of Norway spoke by telephone with her counterpart, Eva Koskela, on Monday.",
        ("NO", "FI"),
        {"eva koskela": "FI"},
        "the counterpart, of whom no article says whose",
    ),
    ("The Norwegian counterpart of Minister Eva Koskela left.", ("NO", "FI"), {}, "who is named behind"),
]


@cache
def doc_of(text: str) -> Doc:
    article = Article(
        id="a1", file="a1.txt", sha256="", text=text, language="en", published="2026-03-12", published_basis="stated"
    )
    return annotate(article, load_knowledge())


@pytest.mark.parametrize(("text", "sides", "expected", "why"), ROWS, ids=[row[0] for row in ROWS])
def test_the_side_of_who_meets_a_counterpart(text: str, sides: tuple[str, ...], expected: dict[str, str], why: str) -> None:
    doc = doc_of(text)
    found = sides_beside_counterparts({"a1": doc}, sides, {"a1": extract(doc, load_knowledge())}, load_knowledge())
    assert {actor.removeprefix("person:"): country for (_, actor), country in found.items()} == expected, why


OPPOSITE: list[tuple[str, str, Language, str | None, str]] = [
    # the article, who, its language, the office that is printed, comment
    (
        "El canciller de Perú, Juan Soto, hablará el lunes por teléfono con su colega chilena, Elsa Rojas.",
        "Elsa Rojas",
        "es",
        "canciller",
        "what he is",
    ),
    (
        "Peru's energy minister, Juan Soto, left. He said he had spoken on Sunday with his Chilean counterpart, Elsa Rojas.",
        "Elsa Rojas",
        "en",
        "energy minister",
        "he, whom she met",
    ),
    (
        "Peru's mayor of Ica, Juan Soto, met his Chilean counterpart, Elsa Rojas, on Sunday.",
        "Elsa Rojas",
        "en",
        None,
        "no minister",
    ),
    (
        "Peru's energy minister, Juan Soto, and Health Minister Eva Mora met their Chilean counterpart, Elsa Rojas, on Sunday.",
        "Elsa Rojas",
        "en",
        None,
        "whose, of two",
    ),
    (
        "Peru's foreign minister, Juan Soto, met his American counterpart, Elsa Rojas, on Sunday.",
        "Elsa Rojas",
        "en",
        None,
        "a country that calls its own otherwise",
    ),
]


@pytest.mark.parametrize(("text", "name", "language", "office", "comment"), OPPOSITE, ids=[row[-1] for row in OPPOSITE])
def test_the_office_of_a_counterpart(text: str, name: str, language: Language, office: str | None, comment: str) -> None:
    article = Article(id="a1", file="a1.txt", sha256="", text=text, language=language, published="2026-03-12")
    docs = {"a1": annotate(article, load_knowledge())}
    of, told = resolve_people([*docs.values()]), {"a1": extract(docs["a1"], load_knowledge())}
    people = brief_people(docs, of, load_knowledge(), ("PE", "CL"), told)
    made = with_offices_opposite(people, docs, of, told, load_knowledge())
    assert next(one for one in made if one.name == name).role.get(language) == office, comment
