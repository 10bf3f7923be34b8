"""One person under many names, and two people under one."""

from __future__ import annotations

import dataclasses
import itertools
from dataclasses import replace
from typing import Literal

import pytest

from briefing.annotate.document import annotate
from briefing.consolidate.people import brief_people, resolve_people
from briefing.knowledge import load_knowledge
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
    ([[("Anna Rossetti", "IT")], [("Ana Rosseti", "IT")]], 1, "nor does a doubled letter"),
    ([[("Ana Rosas", "CL")], [("Ana Rojas", "CL")]], 2, "another letter is another name"),
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


# The forms of each article's actor; the name that is printed.
USUAL = [
    ([["Ana Quispe Rojas", "Quispe"]], "Ana Quispe", "the second surname goes where she is called by the first"),
    ([["Ana Quispe Rojas", "Quispe Rojas"]], "Ana Quispe Rojas", "she is called by both"),
    ([["Ana Quispe Rojas"], ["Ana Quispe Rojas", "Quispe Rojas", "Quispe"], ["Quispe"]], "Ana Quispe", "more call her by one"),
    ([["Rui Lula da Costa", "Lula"]], "Rui Lula da Costa", "a byname before the surname"),
    ([["Kim Jae Min", "Kim"]], "Kim Jae Min", "the surname stands first"),
    ([["Mary Ann Lund"], ["Ann Lund", "Lund"], ["Ann Lund"]], "Ann Lund", "most articles have one given name"),
    ([["Quispe Rojas", "Ana Quispe Rojas"], ["Quispe Rojas"]], "Ana Quispe Rojas", "two surnames are no full name"),
    ([["Francois Morel"], ["François Morel"], ["Francois Morel"]], "François Morel", "the accent is printed"),
    ([["Ana Rosseti"], ["Ana Rossetti"]], "Ana Rossetti", "both letters of a pair"),
]


@pytest.mark.parametrize(("articles", "name", "comment"), USUAL, ids=[row[2] for row in USUAL])
def test_the_name_that_is_printed(articles: list[list[str]], name: str, comment: str) -> None:
    docs = []
    for number, forms in enumerate(articles):
        one = doc(number, (forms[0], "PE"))
        actor = dataclasses.replace(one.actors[forms[0]], forms=tuple(forms))
        docs.append(dataclasses.replace(one, actors={forms[0]: actor}))
    assert {person.name for person in resolve_people(docs).values()} == {name}


def held(name: str, role: str | None, gender: str | None, *, official: bool = True) -> Doc:
    article = Article(id=f"{name}{role}{official}", file=f"{name}.txt", sha256="", text="", language="es")
    actor = Actor(id=name, kind="person", name={"es": name}, country="PE", role=role, gender=gender, official=official)  # type: ignore[arg-type]
    return Doc(article=article, actors={name: actor})


# The roles that the articles give; the office that is printed.
OFFICES = [
    ([("president", "f", True)], "presidenta", "a head of state"),
    ([("foreign_minister", "m", True), (None, None, True)], "canciller", "one article does not say"),
    ([("president", "f", True), ("president", "f", False)], None, "another says that she has left it"),
    ([("president", "f", True), ("foreign_minister", "f", True)], None, "two offices"),
    ([("president", None, True)], None, "nobody says whether it is he or she"),
    (
        [("foreign_minister", "f", True), ("counterpart", "f", True), ("minister", "f", True)],
        "canciller",
        "and in general",
    ),
    ([("foreign_minister", None, True)], "canciller", "of a man and of a woman the same word"),
    ([("transport_minister", None, True)], "titular de Transporte", "a word for a man and for a woman"),
    ([("deputy_prime_minister", "m", True)], "viceprimer ministro", "the second of a government"),
    ([("spokesperson", "f", True)], None, "a spokesperson is not known by that"),
]


@pytest.mark.parametrize(("roles", "office", "comment"), OFFICES, ids=[row[2] for row in OFFICES])
def test_the_office_of_a_person(roles: list[tuple[str | None, str | None, bool]], office: str | None, comment: str) -> None:
    docs = {doc.article.id: doc for doc in (held("Ana Quispe", role, gender, official=now) for role, gender, now in roles)}
    (person,) = brief_people(docs, resolve_people(list(docs.values())), load_knowledge())
    assert person.role.get("es") == office


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Peru's education minister, Ana Quispe, spoke.", "education minister"),
        ("Peru's acting education minister, Ana Quispe, spoke.", None),
        ("Peru's interim president, Ana Quispe, spoke.", None),
    ],
)
def test_who_stands_in_is_not_introduced_by_the_office(text: str, office: str | None) -> None:
    knowledge = load_knowledge()
    doc = annotate(Article(id="a1", file="a.txt", sha256="", text=text, language="en"), knowledge)
    (person,) = brief_people({"a1": doc}, resolve_people([doc]), knowledge)
    assert person.role.get("en") == office


def test_a_brief_s_person_has_every_form_of_the_name() -> None:
    docs = {d.article.id: d for d in (doc(1, ("Ana María Quispe Rojas", "PE")), doc(2, ("Ana Quispe", "PE")))}
    (person,) = brief_people(docs, resolve_people(list(docs.values())), load_knowledge())
    assert (person.name, person.country, person.forms) == ("Ana Quispe", "PE", ("Ana María Quispe Rojas", "Ana Quispe"))


# The article's own words for an office of the register; the office that is printed in English.
MATTERS = [
    ("transport_minister", "transport minister", "transport minister"),
    ("transport_minister", "infrastructure minister", None),
    ("trade_minister", "trade secretary", None),
    ("agriculture_minister", "secretaria de Agricultura", None),
    ("migration_minister", "ministra de Inmigración", None),
    ("labour_minister", "labour minister", "labor minister"),
    ("foreign_minister", "ministro de Exteriores", "foreign minister"),
    ("foreign_minister", "titular", "foreign minister"),
    ("ambassador", "Ambassador", "ambassador"),
    ("ambassador", "embajadora", "ambassador"),
    ("ambassador", "High Commissioner", None),
    ("ambassador", "encargado de negocios", None),
]


@pytest.mark.parametrize(("role", "words", "office"), MATTERS, ids=[row[1] for row in MATTERS])
def test_no_office_of_another_matter(role: str, words: str, office: str | None) -> None:
    doc = held("Ana Quispe", role, None)
    docs = {doc.article.id: replace(doc, actors={"Ana Quispe": replace(doc.actors["Ana Quispe"], role_words=words)})}
    (person,) = brief_people(docs, resolve_people(list(docs.values())), load_knowledge())
    assert person.role.get("en") == office


# Two articles' names with country, office and language; whether they are one person.
Spelled = tuple[str, str, str, Literal["en", "es"]]
SPELLED: list[tuple[Spelled, Spelled, bool, str]] = [
    (("Khalid al-Yamani", "YE", "oil_minister", "en"), ("Khalid al Jamani", "YE", "oil_minister", "es"), True, "y, j"),
    (("Yusuf Khoury", "LB", "prime_minister", "en"), ("Yusuf Juri", "LB", "prime_minister", "es"), True, "kh, ou"),
    (("Yusuf Khoury", "LB", "prime_minister", "en"), ("Yusuf Juri", "LB", "foreign_minister", "es"), False, "another office"),
    (("Yusuf Khoury", "LB", "prime_minister", "en"), ("Yusuf Juri", "SY", "prime_minister", "es"), False, "another country"),
    (("Yusuf Khoury", "LB", "prime_minister", "en"), ("Yusuf Juri", "LB", "prime_minister", "en"), False, "one language"),
    (("Yusuf Khoury", "LB", "prime_minister", "en"), ("Samir Juri", "LB", "prime_minister", "es"), False, "another given name"),
    (("Ana Rosas", "CL", "foreign_minister", "en"), ("Ana Rojas", "CL", "foreign_minister", "es"), False, "another letter"),
    (("Yusuf Khoury", "LB", "minister", "en"), ("Yusuf Juri", "LB", "minister", "es"), False, "an office of several"),
]


@pytest.mark.parametrize(("left", "right", "one", "comment"), SPELLED, ids=[row[3] for row in SPELLED])
def test_a_name_of_another_alphabet(left: Spelled, right: Spelled, one: bool, comment: str) -> None:
    docs = []
    for number, (name, country, role, language) in enumerate((left, right)):
        article = Article(id=f"a{number}", file=f"{number}.txt", sha256="", text="", language=language)
        actor = Actor(id=name, kind="person", name={language: name}, country=country, role=role, official=True)
        docs.append(Doc(article=article, actors={name: actor}))
    assert (len({id(person) for person in resolve_people(docs).values()}) == 1) == one, comment
