"""The next dates of the bottom line: meetings, and what each edition names them."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article, Brief, Conflict, ConflictValue, Evidence, Language, Meeting
from briefing.realize.edition import make_editions
from briefing.realize.top.upcoming import upcoming_line

WORDS = "Chile and Norway will meet."


def meeting(number: int, date: str, **fields: Any) -> Meeting:
    piece = Evidence(article="a1", start=0, stop=len(WORDS), text=WORDS, language="en")
    given: dict[str, Any] = {"kind": "meeting", "status": "upcoming", **fields}
    return Meeting(id=f"m-{number}", evidence=(piece,), date=date, **given)


BOTH = ("CL", "NO")
ROWS = [
    ([meeting(1, "2026-03-20", place="Arica")], "en", "Upcoming: meeting in Arica (March 20).", "where"),
    (
        [meeting(1, "2026", place="Lima"), meeting(2, "2026-03", place="Arica")],
        "en",
        "Upcoming: meeting in Arica (March).",
        "no year is a next date",
    ),
    (
        [meeting(1, "2026-03-20", place="Arica")],
        "es",
        "Próxima fecha: reunión en Arica (20 de marzo).",
        "in Spanish, a town too",
    ),
    (
        [meeting(1, "2026-03-20", participants=BOTH)],
        "en",
        "Upcoming: meeting between Chile and Norway (March 20).",
        "without a place between whom",
    ),
    (
        [meeting(1, "2026-03-20", place="Arica", participants=BOTH, people=("Ana Soto", "Per Dahl"))],
        "en",
        "Upcoming: meeting between Ana Soto and Per Dahl in Arica (March 20).",
        "a place and two people",
    ),
    (
        [meeting(1, "2026-03-20", kind="call", participants=BOTH, people=("Ana Soto", "Per Dahl"), concepts=("phone_call",))],
        "en",
        "Upcoming: phone call between Ana Soto and Per Dahl (March 20).",
        "a kind by its longer name is as bare",
    ),
    (
        [meeting(1, "2026-03-20", place="Arica", participants=("CL",), people=("Ana Soto",))],
        "en",
        "Upcoming: Ana Soto’s meeting in Arica (March 20).",
        "hers: with whom, nobody says",
    ),
    (
        [meeting(1, "2026-03-20", place="Arica", kind="visit", participants=("CL",), people=("Ana Soto",))],
        "es",
        "Próxima fecha: visita de Ana Soto a Arica (20 de marzo).",
        "who goes there",
    ),
    (
        [meeting(1, "2026-03-20", place="Arica", kind="summit", participants=("CL",), people=("Ana Soto",))],
        "en",
        "Upcoming: summit in Arica (March 20).",
        "a summit is nobody's own",
    ),
    (
        [meeting(1, "2026-03-20", place="Arica", kind="visit", participants=BOTH, people=("Ana Soto",))],
        "en",
        "Upcoming: Ana Soto’s visit to Arica (March 20).",
        "the one of two sides whose name is told goes there",
    ),
    ([meeting(1, "2026-03-20")], "en", None, "neither: the table has it"),
    ([meeting(1, "2026-03-20", kind="deadline", participants=BOTH)], "en", None, "a deadline for nobody knows what"),
    ([meeting(1, "2026-03-20", kind="visit", participants=BOTH)], "en", None, "a visit to nobody knows where"),
    (
        [meeting(1, "2026-03-20", place="Arica"), meeting(2, "2026-03-20", participants=BOTH)],
        "en",
        "Upcoming: meeting between Chile and Norway (March 20).",
        "perhaps the same meeting: the one whose it is",
    ),
    (
        [meeting(1, "2026-03-20", place="Arica", participants=BOTH)],
        "en",
        "Upcoming: meeting between Chile and Norway in Arica (March 20).",
        "a place and between whom",
    ),
    (
        [meeting(1, "2026-03-20", place="Arica"), meeting(2, "2026-03-25", place="Bergen", participants=BOTH)],
        "en",
        "Upcoming: meeting between Chile and Norway in Bergen (March 25).",
        "nobody's is left out for one that has sides",
    ),
    (
        [meeting(1, "2026-03-20", place="CL", kind="visit", participants=BOTH)],
        "es",
        "Próxima fecha: visita de Noruega a Chile (20 de marzo).",
        "who is not at home goes there",
    ),
    (
        [meeting(1, "2026-03-20", place="Arica", kind="visit"), meeting(2, "2026-03-21", place="Arica")],
        "en",
        "Upcoming: visit to Arica (March 20).",
        "one journey",
    ),
    (
        [meeting(1, "2026-03-20", place="Arica"), meeting(2, "2026-03-21", place="Bergen")],
        "en",
        "Upcoming: meeting in Arica (March 20) and meeting in Bergen (March 21).",
        "two places",
    ),
    (
        [meeting(1, "2026-03-20", place="Arica", conflicts=("c-1",))],
        "en",
        "Upcoming: meeting in Arica (March 20 or 22).",
        "both days where the sources differ",
    ),
]


@pytest.mark.parametrize(("meetings", "language", "line", "comment"), ROWS, ids=[row[-1] for row in ROWS])
def test_next_dates(meetings: list[Meeting], language: Language, line: str | None, comment: str) -> None:
    days = tuple(ConflictValue(value=day, evidence=meetings[0].evidence) for day in ("2026-03-20", "2026-03-22"))
    conflict = Conflict(id="c-1", about=("m-1",), field="date", values=days)
    brief = Brief(as_of="2026-03-14", window="2026-03", meetings=tuple(meetings), conflicts=(conflict,))
    editions = make_editions((language,), {}, load_knowledge(), "2026-03-14", brief)
    assert upcoming_line(brief, editions).get(language) == line, comment


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Chile called a meeting of the Security Council for Friday.", "Upcoming: Security Council meeting (March 20)."),
        ("Chile called a meeting of the security council for Friday.", None),
    ],
    ids=["the body of this name", "the country's own"],
)
def test_a_body_has_its_name_where_its_sentence_has(words: str, line: str | None) -> None:
    article = Article(id="a1", file="1.txt", sha256="", text=words, language="en", published="2026-03-14")
    piece = Evidence(article="a1", start=0, stop=len(words), text=words, language="en")
    row = dataclasses.replace(meeting(1, "2026-03-20", concepts=("security_council",)), evidence=(piece,))
    brief = Brief(as_of="2026-03-14", window="2026-03", meetings=(row,))
    docs = {"a1": annotate(article, load_knowledge())}
    editions = make_editions(("en",), docs, load_knowledge(), "2026-03-14", brief)
    assert upcoming_line(brief, editions).get("en") == line
