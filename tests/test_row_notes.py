"""What the note of a meeting's row quotes beside its sentence: what the meeting is about, who meets, what came of it."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article, Evidence, Language, Meeting, MeetingStatus
from briefing.realize.edition import make_editions
from briefing.realize.notes.surroundings import surrounded

ROWS: list[tuple[Language, MeetingStatus, str, str, list[str], str]] = [
    # language, status, the article, the row's sentence, what is quoted beside it, comment
    (
        "en",
        "upcoming",
        "Norway and Peru agreed on Tuesday to reopen talks on the cod quota. Oslo has cut the catch by a third. "
        "The two ministers will meet on March 20 in Lima.",
        "The two ministers will meet on March 20 in Lima.",
        ["Norway and Peru agreed on Tuesday to reopen talks on the cod quota."],
        "what the two will talk about",
    ),
    (
        "es",
        "upcoming",
        "El Ministerio de Pesca de Perú negó el martes que falten lanchas para patrullar el banco Tolima. "
        "La flota creció en enero. La ministra viajará a Oslo el 20 de marzo.",
        "La ministra viajará a Oslo el 20 de marzo.",
        ["El Ministerio de Pesca de Perú negó el martes que falten lanchas para patrullar el banco Tolima."],
        "whose minister, and of what",
    ),
    (
        "en",
        "held",
        "Peru shut two ports to Norwegian trawlers. "
        "Minister Ana Ruiz and Norwegian Minister Kari Dahl spoke by phone on Tuesday. "
        "They agreed that a commission would study the logbooks of the trawlers.",
        "Minister Ana Ruiz and Norwegian Minister Kari Dahl spoke by phone on Tuesday.",
        ["They agreed that a commission would study the logbooks of the trawlers."],
        "what came of a call",
    ),
    (
        "en",
        "held",
        "Peru shut two ports to Norwegian trawlers. "
        "Minister Ana Ruiz and Norwegian Minister Kari Dahl discussed the quota for cod on Tuesday. Both studied in Bergen.",
        "Minister Ana Ruiz and Norwegian Minister Kari Dahl discussed the quota for cod on Tuesday.",
        [],
        "its own sentence tells what it was about",
    ),
    (
        "en",
        "upcoming",
        "Peru shut two ports to Norwegian trawlers. "
        "Peruvian Fisheries Minister Ana Ruiz will fly to Oslo on March 20 to sign a treaty on cod.",
        "Peruvian Fisheries Minister Ana Ruiz will fly to Oslo on March 20 to sign a treaty on cod.",
        [],
        "who travels and for what, it tells itself",
    ),
]


@pytest.mark.parametrize(("language", "status", "text", "sentence", "expected", "comment"), ROWS, ids=[row[-1] for row in ROWS])
def test_the_note_of_a_row(
    language: Language, status: MeetingStatus, text: str, sentence: str, expected: list[str], comment: str
) -> None:
    article = Article(id="a1", file="a.txt", sha256="", text=text, language=language, published="2026-03-12")
    doc = annotate(article, load_knowledge())
    start = text.index(sentence)
    piece = Evidence(article="a1", start=start, stop=start + len(sentence), text=sentence, language=language)
    row = Meeting(
        id="m-1",
        kind="call" if status == "held" else "meeting",
        status=status,
        date="2026-03-20" if status == "upcoming" else "2026-03-10",
        evidence=(piece,),
        text={language: sentence},
        basis={language: "verbatim"},
    )
    edition = make_editions((language,), {"a1": doc}, load_knowledge(), "2026-03-13")[language]
    assert [one.text for one in surrounded(row, edition)] == expected, comment
