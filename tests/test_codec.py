"""brief.yaml: it round-trips, and every fault is told at once, with line and path."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.codec import find_item, read_brief, write_brief
from briefing.errors import BriefError
from briefing.model import Amount, Brief, BriefArticle, Conflict, ConflictValue, Evidence, Fact, Meeting, Position, Voice

WORDS = "Perú rechazó la propuesta."
EVIDENCE = Evidence(article="a1", start=0, stop=len(WORDS), text=WORDS, language="es")
ARTICLE = BriefArticle(id="a1", file="uno.txt", sha256="00", language="es", published="2026-03-02", published_basis="stated")
BRIEF = Brief(
    as_of="2026-03-04",
    window="2026-02-26/2026-03-04",
    governments=("CL", "PE"),
    articles=(ARTICLE,),
    facts=(
        Fact(
            id="f-1", kind="figure", evidence=(EVIDENCE,), quantities=(Amount(value=86.9), Amount(value=40735, unit="person"))
        ),
    ),
    positions=(
        Position(
            id="p-1",
            evidence=(EVIDENCE,),
            government="PE",
            stance="rejects",
            voice=Voice(name="Ana Quispe", role={"es": "canciller", "en": "Foreign Minister"}),
            conflicts=("c1",),
            text={"es": WORDS, "en": "no: 12:30"},
            basis={"es": "native", "en": "gist"},
        ),
    ),
    meetings=(
        Meeting(id="m-1", evidence=(EVIDENCE,), kind="call", status="upcoming", date="2026-03", participants=("CL", "PE")),
    ),
    conflicts=(
        Conflict(
            id="c1",
            about=("p-1",),
            field="date",
            values=(
                ConflictValue(value="2026-03-01", evidence=(EVIDENCE,)),
                ConflictValue(value="2026-03-02", evidence=(EVIDENCE,)),
            ),
        ),
    ),
)


def test_round_trip() -> None:
    text = write_brief(BRIEF)
    assert read_brief(text) == BRIEF
    assert write_brief(read_brief(text)) == text


@given(st.text(min_size=1).filter(str.strip))
def test_any_words_survive(words: str) -> None:
    words = words.encode("utf-8", "replace").decode()
    evidence = Evidence(article="a1", start=3, stop=3 + len(words), text=words)
    brief = dataclasses.replace(BRIEF, facts=(Fact(id="f-1", kind="event", evidence=(evidence,)),))
    assert read_brief(write_brief(brief)) == brief


def test_defaults_are_left_out() -> None:
    text = write_brief(BRIEF)
    assert text.startswith("schema: 1\n")
    assert "null" not in text
    assert "omit" not in text


def test_about_may_be_one_id() -> None:
    text = write_brief(BRIEF).replace("about: [p-1]", "about: p-1")
    assert read_brief(text) == BRIEF


# One row for each fault: what a person breaks, what is said.
FAULTS = [
    ("kind: call", "kind: cal", "$.meetings[0].kind"),
    ("status: upcoming", "statsu: upcoming", "unknown: statsu"),
    ("start: 0", "start: zero", "whole number"),
    ("stop: 26", "stop: 27", "span 27 characters, the text has 26"),
    ("id: p-1", "id: f-1", "'f-1' stands twice"),
    ("article: a1", "article: a9", "there is no article 'a9'"),
    ("about: [p-1]", "about: [p-9]", "there is no item 'p-9'"),
    ("conflicts: [c1]", "conflicts: [c7]", "there is no conflict 'c7'"),
    ("date: 2026-03\n", "date: 2026-13\n", "is not a date"),
    ("schema: 1", "schema: 7", "schema 7 is not read"),
    ("'no: 12:30'", "''", "no text in en"),
]


@pytest.mark.parametrize(("old", "new", "words"), FAULTS, ids=[row[2] for row in FAULTS])
def test_a_fault_is_told(old: str, new: str, words: str) -> None:
    text = write_brief(BRIEF)
    broken = text.replace(old, new, 1) if old in text else pytest.fail(f"{old!r} is not in the brief:\n{text}")
    with pytest.raises(BriefError) as caught:
        read_brief(broken, file="brief.yaml")
    assert any(words in fault for fault in caught.value.faults), caught.value.faults


def test_three_faults_at_once_with_their_lines() -> None:
    text = (
        write_brief(BRIEF)
        .replace("kind: call", "kind: cal")
        .replace("stance: rejects", "stance: likes")
        .replace("start: 0", "start: x", 1)
    )
    with pytest.raises(BriefError) as caught:
        read_brief(text, file="b.yaml")
    assert len(caught.value.faults) == 3
    for fault in caught.value.faults:
        number = int(fault.split(":")[1])
        line = text.splitlines()[number - 1]
        assert any(word in line for word in ("cal", "likes", "start"))


def test_find_item() -> None:
    assert find_item(BRIEF, "m-1") is BRIEF.meetings[0]
    assert find_item(BRIEF, "c1") is BRIEF.conflicts[0]
    assert find_item(BRIEF, "x") is None


def test_what_a_text_retells_must_exist() -> None:
    """A line that names evidence beyond the last is a fault of the brief, found before any memo is made."""
    missing = dataclasses.replace(BRIEF, facts=(dataclasses.replace(BRIEF.facts[0], told_from={"en": 1}),))
    with pytest.raises(BriefError) as error:
        read_brief(write_brief(missing))
    assert "$.facts[0].told_from.en: there is no evidence 1; the first is 0" in str(error.value)
