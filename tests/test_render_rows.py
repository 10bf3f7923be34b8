"""What a row of positions is called by where no position of it has an issue, and pointers to facts that are one line."""

import dataclasses
from typing import Any

import pytest

from briefing.knowledge import load_knowledge
from briefing.model import Brief
from briefing.render import render
from briefing.render.sample import sample_brief
from briefing.render.sections.answers import answered_row
from briefing.render.sections.row_topics import plain_topics

LABELS = {name: {"en": name, "es": f"{name}-es"} for name in ("agreement", "inspection", "ports", "water", "week")}


def memo_of(brief: Brief) -> str:
    return render(brief, audience="base", locale="en_US", format="md", labels=LABELS).decode()


NONE = "Other matters"
"""The sample's first position is on ports, and its article is headed by salmon."""
# the title, what differs in the position, the Spanish title; the row's name
ROWS: list[tuple[str, dict[str, Any], str, str, str]] = [
    (": ports", {"issue": ("water",), "concepts": ("ports",)}, ": ports-es", "Water", "its issue before all"),
    (": ports", {"concepts": ("ports",)}, ": ports-es", "Ports", "the title's matter that it is about"),
    (": visas", {"concepts": ("ports",)}, ": visas", NONE, "not a matter that the title does not name"),
    (": ports", {"concepts": ("ports",)}, ": visas", NONE, "nor one that only one edition's title names"),
    (": airports", {"concepts": ("ports",)}, ": ports-es", NONE, "nor one that is only part of a word there"),
    ("Ports of Chile", {"concepts": ("ports",)}, "ports-es", NONE, "nor one that only stands among the governments"),
    (": ports", {}, ": ports-es", NONE, "nor one of which it says nothing"),
    (": visas", {"concepts": ("week", "inspection")}, ": visas", "Inspection", "what has a plain name"),
    (": visas", {"concepts": ("week", "agreement")}, ": visas", NONE, "what has none"),
    (": ports", {"concepts": ("inspection", "ports")}, ": ports-es", "Ports", "the title's before a plain one"),
]


@pytest.mark.parametrize(("title", "changes", "spanish", "name", "comment"), ROWS, ids=[row[-1] for row in ROWS])
def test_the_name_of_a_row(title: str, changes: dict[str, Any], spanish: str, name: str, comment: str) -> None:
    sample = sample_brief()
    position = dataclasses.replace(sample.positions[0], **({"concepts": (), "issue": ()} | changes))
    brief = dataclasses.replace(sample, title={"en": title, "es": spanish}, positions=(position,))
    table = memo_of(brief).partition("| Issue |")[2]
    assert table.split("\n")[2].startswith(f"| {name} |")


ACTS = {"rejects": "reject"}
# the other side's stance, its concepts and how many characters behind the first line its own begins; whether it joins that row
ANSWERS: list[tuple[Any, tuple[str, ...], int | None, bool, str]] = [
    ("promises", (), 1, True, "`Algeria demanded an arrest. Morocco promised an investigation`"),
    ("promises", (), 3, True, "in the next paragraph, behind a demand"),
    ("promises", (), 40, False, "a sentence further on"),
    ("promises", (), None, False, "in another article"),
    ("rejects", ("complaint",), None, True, "`rejected Nepal's complaint`, in another article"),
    ("announces", ("complaint",), None, False, "what is announced answers nothing"),
    ("rejects", ("proposal",), 1, False, "an offer that is rejected is no demand, also where one stands before it"),
    ("rejects", ("demand",), 1, True, "a demand that is rejected"),
    ("rejects", ("week",), None, False, "what names nothing that was said"),
]


@pytest.mark.parametrize(("stance", "concepts", "behind", "joins", "comment"), ANSWERS, ids=[row[-1] for row in ANSWERS])
def test_an_answer_stands_opposite_what_it_answers(
    stance: Any, concepts: tuple[str, ...], behind: int | None, joins: bool, comment: str
) -> None:
    first = dataclasses.replace(sample_brief().positions[0], stance="demands", government="DZ")
    at = first.evidence[0]
    beside = dataclasses.replace(at, start=at.stop + (behind or 0), stop=at.stop + (behind or 0) + 30)
    evidence = (beside if behind is not None else dataclasses.replace(beside, article="a9"),)
    other = dataclasses.replace(
        first,
        id="p-answer",
        government="MA",
        stance=stance,
        issue=(),
        concepts=concepts,
        evidence=evidence,
        act=ACTS.get(stance),
    )
    assert (answered_row([[first]], other) is not None) == joins


# the issues of the first position; what the second one of its row says; the row's name
SHARED: list[tuple[tuple[str, ...], dict[str, Any], str, str]] = [
    (("water", "ports"), {"issue": ("water",), "concepts": ("water",)}, "Water", "what both lines name"),
    (("water", "ports"), {"issue": ("water", "ports"), "concepts": ()}, "Water and ports", "both name both"),
    (("ports", "water"), {"issue": (), "concepts": ("water",), "government": "US"}, "Water", "a line of what it speaks of"),
]


@pytest.mark.parametrize(("issue", "changes", "name", "comment"), SHARED, ids=[row[-1] for row in SHARED])
def test_a_row_is_called_by_what_its_lines_share(
    issue: tuple[str, ...], changes: dict[str, Any], name: str, comment: str
) -> None:
    sample = sample_brief()
    first = dataclasses.replace(sample.positions[0], issue=issue, concepts=issue)
    second = dataclasses.replace(first, **({"id": "p-other", **_foreign(1)} | changes))
    brief = dataclasses.replace(sample, title={"en": ": visas", "es": ": visas"}, positions=(first, second))
    table = memo_of(brief).partition("| Issue |")[2].split("\n\n")[0]
    assert table.split("\n")[2].startswith(f"| {name} |"), comment
    assert "Other matters" not in table


@pytest.mark.parametrize("title", ["Peru shuts a port", "Joint commission ends in Lima: no word on visas"])
def test_a_headline_names_no_row(title: str) -> None:
    sample = sample_brief()
    line = dataclasses.replace(sample.positions[0].evidence[0], text="Chile no usa el puerto que cierra Perú")
    position = dataclasses.replace(sample.positions[0], concepts=(), issue=(), evidence=(line,))
    articles = tuple(dataclasses.replace(one, title=title) for one in sample.articles)
    table = memo_of(dataclasses.replace(sample, articles=articles, positions=(position,))).partition("| Issue |")[2]
    assert table.split("\n")[2].startswith(f"| {NONE} |")


# what the first article of the week is headed by, and each of the others; the titles of the articles; the row's name
OF_ONE_MATTER: list[tuple[tuple[str, ...], tuple[str, ...], str, str, str]] = [
    (("week", "ports"), ("ports", "water"), "Ports and ports-es", "Ports", "the one matter of all articles"),
    (("ports",), ("ports",), "", NONE, "the titles do not call it so"),
    (("ports",), ("water",), "", NONE, "a week of two matters"),
    (("water",), ("water",), "", NONE, "what the title does not name"),
    ((), (), "", NONE, "articles that no concept heads"),
]


@pytest.mark.parametrize(("first", "others", "titles", "name", "comment"), OF_ONE_MATTER, ids=[r[-1] for r in OF_ONE_MATTER])
def test_a_row_of_a_week_of_one_matter(
    first: tuple[str, ...], others: tuple[str, ...], titles: str, name: str, comment: str
) -> None:
    sample = sample_brief()
    position = dataclasses.replace(sample.positions[0], concepts=(), issue=())
    articles = tuple(
        dataclasses.replace(one, matters=others if n else first, title=titles or one.title)
        for n, one in enumerate(sample.articles)
    )
    brief = dataclasses.replace(sample, title={"en": ": ports", "es": ": ports-es"}, articles=articles, positions=(position,))
    assert memo_of(brief).partition("| Issue |")[2].split("\n")[2].startswith(f"| {name} |"), comment


# the title of the other line's article; the topics of the row before; the line's sentence; whether it joins that row
JOINED: list[tuple[str, tuple[str, ...], str, bool, str]] = [
    ("Peru shuts a port", ("ports",), "Chile uses no such ports", True, "the matter of its headline"),
    (
        "Peru shuts a port",
        ("ports",),
        "Chile cannot tell a judge what to do",
        False,
        "the article has turned to another matter",
    ),
    (
        "Peru shuts a port",
        ("ports",),
        "Chile asked for 300 nurses",
        False,
        "nor that of the sentence before",
    ),
    ("Peru shuts a road", ("ports",), "Chile uses no such ports", False, "another matter"),
    ("Peru shuts a port over water", ("ports", "water"), "Chile uses no such ports", False, "a headline of two matters"),
]


@pytest.mark.parametrize(("title", "issue", "line", "joins", "comment"), JOINED, ids=[row[-1] for row in JOINED])
def test_a_line_under_a_headline_joins_the_row_of_its_matter(
    title: str, issue: tuple[str, ...], line: str, joins: bool, comment: str
) -> None:
    sample = sample_brief()
    first = dataclasses.replace(sample.positions[0], issue=issue, concepts=issue)
    far = dataclasses.replace(first.evidence[0], article="a1", start=900, stop=940, text=line, language="en")
    other = dataclasses.replace(first, id="p-other", government="US", stance="states", issue=(), concepts=(), evidence=(far,))
    articles = tuple(dataclasses.replace(one, title=title, language="en") if one.id == "a1" else one for one in sample.articles)
    brief = dataclasses.replace(sample, articles=articles, positions=(first, other), title={"en": ": x", "es": ": x"})
    table = memo_of(brief).partition("| Issue |")[2].split("\n\n")[0]
    assert (len(table.strip().split("\n")[2:]) == 1) is joins, comment


def test_plain_topics_are_concepts() -> None:
    assert plain_topics() <= {*load_knowledge().concepts}


# the second position's differences; what the cell says
POINTERS: list[tuple[dict[str, Any], str, str]] = [
    ({}, "facts 1 and 2 (Aldunate)", "one stance, one speaker"),
    ({"stance": "demands"}, "fact 1 (Aldunate)", "two stances"),
    ({"voice": None}, "fact 1 (Aldunate)", "another speaker"),
    ({"date": "2026-03-11"}, "fact 1 (Aldunate)", "a day of its own"),
]


@pytest.mark.parametrize(("changes", "cell", "comment"), POINTERS, ids=[row[-1] for row in POINTERS])
def test_pointers_of_one_stance_are_one_line(changes: dict[str, Any], cell: str, comment: str) -> None:
    sample = sample_brief()
    one, two, *_ = (dataclasses.replace(fact, **_foreign(n)) for n, fact in enumerate(sample.facts))
    plain = dataclasses.replace(
        sample.positions[0], issue=("ports",), stance="rejects", quote=None, date=None, change=None, conflicts=(), **_foreign(0)
    )
    other = dataclasses.replace(plain, **({"id": "p-other", **_foreign(1)} | changes))
    brief = dataclasses.replace(sample, facts=(one, two), positions=(plain, other), conflicts=())
    text = memo_of(brief)
    rows = [row for row in text.split("\n") if "**: fact" in row]
    assert f": {cell} |" in rows[0].replace("\u00a0", " ")
    assert len(rows) == (1 if "facts" in cell else 2)


def _foreign(number: int) -> dict[str, Any]:
    """A line that the English memo can only quote, and of which it repeats nothing."""
    words = f"El ministro rechazó el cierre número {number}."
    piece = dataclasses.replace(sample_brief().facts[0].evidence[0], start=100 * number, text=words, language="es")
    return {"text": {"en": words, "es": words}, "basis": {"en": "verbatim", "es": "native"}, "evidence": (piece,)}
