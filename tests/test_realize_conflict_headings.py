"""What a conflict is headed with where nothing but names is told by both sides."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article, Conflict, ConflictValue, Evidence, Language
from briefing.realize.disagreements import subject_of
from briefing.realize.edition import make_editions

ROWS: list[tuple[Language, str, str, tuple[str, ...], str | None, str]] = [
    (
        "en",
        "Ghana's minister phoned her colleague in Togo on Sunday.",
        "The minister of Togo denied that Ghana had phoned him.",
        ("rival_accounts",),
        "call (Ghana and Togo)",
        "the one verb of both",
    ),
    (
        "es",
        "Togo acusó a Ghana de haber disparado al aire.",
        "La Armada de Ghana lo negó.",
        ("denied_just_after",),
        "disparos (Ghana y Togo)",
        "`lo negó`: the deed stands in the other side",
    ),
    (
        "en",
        "Ghana said its minister phoned Togo about bauxite.",
        "The minister of Togo phoned Ghana and denied any talk of bauxite.",
        ("said_or_not",),
        "what was said (Ghana and Togo)",
        "what was said in a call is no call denied",
    ),
    (
        "en",
        "Ghana said Togo had withdrawn its soldiers from Aflao.",
        "Togo denied that the soldiers had withdrawn from Aflao.",
        ("rival_accounts",),
        "withdrawal (troops)",
        "what is affirmed and denied of the thing that both name",
    ),
    (
        "es",
        "A la firma asistió la ministra ghanesa Ama Owusu.",
        "La ministra Ama Owusu no asistió, dijo Togo.",
        ("came_or_not", "matter:attend"),
        "asistencia (Owusu)",
        "who came, not who says so",
    ),
]


@pytest.mark.parametrize(("language", "told", "denied", "rules", "expected", "comment"), ROWS, ids=[row[-1] for row in ROWS])
def test_the_deed_denied(
    language: Language, told: str, denied: str, rules: tuple[str, ...], expected: str, comment: str
) -> None:
    knowledge = load_knowledge()
    articles = [
        Article(id=f"a{n}", file=f"{n}.txt", sha256=str(n), text=text, language=language)
        for n, text in enumerate((told, denied))
    ]
    docs = {article.id: annotate(article, knowledge) for article in articles}
    sides = [Evidence(article=a.id, start=0, stop=len(a.text), text=a.text, language=language) for a in articles]
    values = tuple(ConflictValue(value=v, evidence=(s,)) for v, s in zip(("affirmed", "denied"), sides, strict=True))
    edition = make_editions((language,), docs, knowledge, "2026-03-10")[language]
    assert subject_of(Conflict(id="c-1", about=(), field="account", values=values, rules=rules), (), edition) == expected, (
        comment
    )
