"""One person under many names, and two people under one."""

from __future__ import annotations

import itertools

import pytest

from briefing.consolidate.people import resolve_people
from briefing.model import Actor, Article, Doc


def doc(number: int, *people: tuple[str, str | None]) -> Doc:
    article = Article(id=f"a{number}", file=f"{number}.txt", sha256="", text="", language="es")
    actors = {name: Actor(id=name, kind="person", name={"es": name}, country=country) for name, country in people}
    return Doc(article=article, actors=actors)


# One row for each week: the names of each article with their country; the groups expected.
CASES = [
    ([[("Ana María Quispe Rojas", "PE")], [("Ana Quispe", "PE")], [("Quispe Rojas", None)]], 1, "long and short forms"),
    ([[("Ana Quispe", "PE")], [("Luis Quispe", "PE")]], 2, "one surname, two people"),
    ([[("Ana Quispe", "PE"), ("Luis Quispe", "PE")], [("Quispe", None)]], 3, "a surname that fits two belongs to neither"),
    ([[("Rosa Díaz", "CL")], [("Rosa Díaz", "ES")]], 2, "one name, two countries"),
    ([[("Juan de la Peña", "AR")], [("De la Peña", "AR")]], 1, "particles do not count"),
    ([[("Tomás Núñez", "AR")], [("Tomas Nunez", "AR")]], 1, "accents do not count"),
]


@pytest.mark.parametrize(("week", "groups", "comment"), CASES, ids=[row[2] for row in CASES])
def test_people(week: list[list[tuple[str, str | None]]], groups: int, comment: str) -> None:
    docs = [doc(number, *people) for number, people in enumerate(week)]
    assert len({id(person) for person in resolve_people(docs).values()}) == groups


def test_the_order_of_articles_does_not_matter() -> None:
    docs = [
        doc(1, ("Ana Quispe Rojas", "PE")),
        doc(2, ("Ana Quispe", "PE")),
        doc(3, ("Quispe", None)),
        doc(4, ("Luis Quispe", "PE")),
    ]
    results = [resolve_people(list(order)) for order in itertools.permutations(docs)]
    assert all(result == results[0] for result in results)


def test_the_usual_name_is_printed() -> None:
    docs = [doc(1, ("Ana María Quispe Rojas", "PE")), doc(2, ("Ana Quispe", "PE")), doc(3, ("Ana Quispe", "PE"))]
    assert {person.name for person in resolve_people(docs).values()} == {"Ana Quispe"}
