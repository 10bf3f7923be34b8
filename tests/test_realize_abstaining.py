"""What a memo had better not tell: tables of lines."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from briefing.model import Brief, Evidence, Fact, Meeting, MeetingKind, Position
from briefing.realize.rungs.abstaining import is_sure, is_thin, meets_in_our_words, not_as_rows, safer, withheld

WORDS = Evidence(article="a1", start=0, stop=24, text="Chile waits for an answer.", language="en")
PAIR = ("realize:en:verbatim", "realize:en:verbatim:with_the_sentence_before")

# what differs in a position, whether it is told, comment
POSITIONS: list[tuple[dict[str, Any], bool, str]] = [
    ({}, True, "a sentence that stands alone"),
    ({"rules": PAIR}, False, "one edition needs the sentence before it"),
    ({"rules": ("realize:en:native:better_with_the_one_before",)}, True, "it is only better read with it"),
    ({"rules": PAIR, "conflicts": ("c-1",)}, True, "the sources differ over it"),
    ({"basis": {"en": "frame"}}, True, "a wish in our words"),
    ({"certainty": "reported"}, False, "another tells what it says"),
    ({"certainty": "reported", "stance": "demands"}, True, "another tells what it demands"),
    ({"rules": PAIR, "stance": "requests"}, True, "a request that the sentence before explains"),
    ({"rules": PAIR, "stance": "denies"}, False, "a denial of what only the sentence before tells"),
    ({"date": "2025-08"}, False, "last summer"),
    ({"date": "2025"}, False, "last year"),
    ({"date": "2026-03"}, True, "this month"),
    ({"date": "2026-04"}, True, "the month to come"),
    ({"date": "2026-02-27"}, True, "a day"),
]
# what differs in a fact, whether it only tells a meeting in our words, comment
FACTS: list[tuple[dict[str, Any], bool, str]] = [
    ({}, True, "two met, in a sentence made of its parts"),
    ({"basis": {"en": "native", "es": "verbatim"}}, False, "in the source's words in every edition"),
    ({"plover": "COERCE"}, False, "what was done is no meeting"),
    ({"kind": "statement"}, False, "what was said of a meeting"),
]


@pytest.mark.parametrize(("changes", "told", "comment"), POSITIONS, ids=[row[2] for row in POSITIONS])
def test_positions_that_are_told(changes: dict[str, Any], told: bool, comment: str) -> None:
    position = Position(**({"id": "p-1", "government": "CL", "stance": "states", "evidence": (WORDS,)} | changes))
    assert safer([position], "2026-03-12") == ([position] if told else []), comment


def test_denies_is_no_label_from_said_that_not() -> None:
    said = Position(id="p-1", government="CL", stance="denies", rules=("act:say",), evidence=(WORDS,))
    denied = dataclasses.replace(said, id="p-2", rules=("act:deny",))
    assert [position.stance for position in safer([said, denied], "2026-03-12")] == ["states", "denies"]


def test_denies_is_no_label_of_a_quotation_by_the_way() -> None:
    by_the_way = Position(id="p-1", government="CL", stance="denies", rules=("act:ask", "subject:speaker"), evidence=(WORDS,))
    answer = dataclasses.replace(by_the_way, id="p-2", rules=(*by_the_way.rules, "voice:turn"))
    assert [position.stance for position in safer([by_the_way, answer], "2026-03-12")] == ["states", "denies"]


def test_what_says_little_goes_where_the_government_has_more() -> None:
    little = Position(id="p-1", government="CL", stance="states", evidence=(WORDS,))
    more = dataclasses.replace(little, id="p-2", stance="demands")
    others = dataclasses.replace(more, id="p-3", government="PE")
    assert safer([little, more, others], "2026-03-12") == [more, others]
    assert safer([little, others], "2026-03-12") == [little, others], "it is all that is known of this government"


LONG = dataclasses.replace(
    WORDS, text="Chile waits for an answer from Lima to its note on the nine boats that were held in the port of Ilo."
)
# what differs in a fact, whether it is thin, comment
THIN: list[tuple[dict[str, Any], bool, str]] = [
    ({"concepts": ("answers",)}, True, "a short sentence on one matter"),
    ({"concepts": ("answers", "boats", "ports")}, False, "a line on three"),
    ({"evidence": (WORDS,), "concepts": ("answers", "boats", "ports")}, True, "a very short one of one article"),
    ({"evidence": (WORDS,), "concepts": ("answers", "boats", "ports"), "sources": 2}, False, "a very short one of two"),
    ({"evidence": (dataclasses.replace(LONG, text=LONG.text * 2),)}, False, "a long one of unknown words"),
]


@pytest.mark.parametrize(("changes", "expected", "comment"), THIN, ids=[row[2] for row in THIN])
def test_thin_facts(changes: dict[str, Any], expected: bool, comment: str) -> None:
    assert is_thin(Fact(**({"id": "f-1", "kind": "statement", "evidence": (LONG,)} | changes))) is expected, comment


DAY, WEEK = "2026-03-10", "2026-03-09/2026-03-15"
VERB, FOLLOWS = ("asserted:verb",), ("asserted:implied",)
TWO = ("Ana Solis", "Joe Park")
# kind, status, day, place, people, governments, rules, whether it is a row, comment
ROWS: list[tuple[str, str, str | None, str | None, tuple[str, ...], tuple[str, ...], tuple[str, ...], bool, str]] = [
    ("meeting", "upcoming", DAY, None, (), (), VERB, False, "of nobody, nowhere"),
    ("meeting", "upcoming", DAY, "Lima", (), (), VERB, True, "of a committee in Lima"),
    ("visit", "upcoming", DAY, "Lima", (), (), VERB, True, "of a mission to Lima"),
    ("visit", "upcoming", DAY, None, (), (), VERB, False, "by nobody, nowhere"),
    ("vote", "upcoming", DAY, None, (), (), FOLLOWS, True, "of whoever votes, by a calendar"),
    ("vote", "upcoming", DAY, None, (), (), VERB, True, "of whoever votes"),
    ("meeting", "upcoming", WEEK, None, ("Ana Solis",), ("CL",), VERB, False, "some day, somewhere, with one"),
    ("meeting", "upcoming", WEEK, None, TWO, (), VERB, True, "some day, two that are named"),
    ("visit", "upcoming", None, "Lima", ("Ana Solis",), ("CL",), VERB, True, "to a place"),
    ("visit", "cancelled", WEEK, "Lima", ("Ana Solis",), ("CL",), VERB, True, "off, whatever day of the week"),
    ("visit", "cancelled", WEEK, None, ("Ana Solis",), ("CL",), VERB, False, "off, and nobody knows where"),
    ("visit", "upcoming", "2026-03-10/2026-03-12", None, (), ("CL",), VERB, True, "of three days"),
    ("call", "held", DAY, None, TWO, (), VERB, True, "between two on a day"),
    ("call", "held", None, None, (), ("CL", "PE"), VERB, False, "between two countries, some time"),
    ("call", "held", DAY, None, (), ("CL", "PE"), VERB, True, "between two countries on a day"),
    ("talks", "held", DAY, None, ("Ana Solis",), (), VERB, False, "talks with nobody"),
    ("talks", "upcoming", DAY, None, TWO, (), VERB, True, "talks of two by video"),
    ("talks", "upcoming", DAY, None, (), ("CL", "PE"), VERB, False, "talks of somebody somewhere"),
    ("meeting", "upcoming", DAY, None, TWO, (), FOLLOWS, False, "it only follows, and where is not said"),
    ("meeting", "upcoming", DAY, "Lima", TWO, (), FOLLOWS, True, "it only follows, and is told whole"),
    ("meeting", "upcoming", DAY, None, TWO, (), (*VERB, *FOLLOWS), True, "it follows, and another says so"),
    ("visit", "upcoming", WEEK, "Lima", ("Ana Solis",), ("CL",), VERB, False, "some day next week, by one"),
    ("visit", "upcoming", "2026-03-10/..", "Lima", TWO, (), VERB, False, "from a day on, without end"),
    ("meeting", "upcoming", "2026-03-10/..", "Lima", TWO, (), VERB, True, "some day to come, of two"),
    ("summit", "upcoming", "2026-03-10/2026-03-14", "Lima", ("Ana Solis",), (), VERB, True, "of five days"),
    ("deadline", "upcoming", DAY, None, (), (), VERB, False, "a limit in a few words"),
    ("deadline", "upcoming", "2026-04", "Lima", ("Ana Solis",), ("CL",), VERB, False, "a limit some time next month"),
]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]}: {row[-1]}" for row in ROWS])
def test_rows_that_say_enough(row: tuple[Any, ...]) -> None:
    kind, status, day, place, people, sides, rules, expected, comment = row
    meeting = Meeting(
        id="m-1",
        kind=kind,
        status=status,
        date=day,
        place=place,
        people=people,
        participants=sides,
        rules=rules,
        evidence=(WORDS,),
    )
    assert is_sure(meeting) is expected, comment
    assert is_sure(dataclasses.replace(meeting, conflicts=("c-1",))), "what the sources differ about is told"


def test_a_limit_that_a_longer_sentence_tells_is_a_row() -> None:
    told = dataclasses.replace(
        WORDS, text="Peru has given the three Chilean companies until March 10 to take the nets away from the bay."
    )
    longer = dataclasses.replace(told, text=f"{told.text[:-1]} of Sechura.")
    for piece, expected in ((told, False), (longer, True)):
        assert is_sure(Meeting(id="m-1", kind="deadline", status="upcoming", date=DAY, evidence=(piece,))) is expected


def test_the_session_of_a_named_body_makes_a_row() -> None:
    sat = Meeting(id="m-1", kind="meeting", status="upcoming", date=DAY, place="Lima", rules=FOLLOWS, evidence=(WORDS,))
    assert [is_sure(sat), is_sure(dataclasses.replace(sat, body=(WORDS,)))] == [False, True]


@pytest.mark.parametrize(("kind", "sides"), [("deadline", ()), ("talks", ("CL", "PE"))])
def test_what_for_makes_a_row(kind: MeetingKind, sides: tuple[str, ...]) -> None:
    bare = Meeting(id="m-1", kind=kind, status="upcoming", date=DAY, participants=sides, evidence=(WORDS,))
    assert [is_sure(bare), is_sure(dataclasses.replace(bare, agenda=(WORDS,)))] == [False, True]


@pytest.mark.parametrize(("changes", "expected", "comment"), FACTS, ids=[row[2] for row in FACTS])
def test_facts_that_only_tell_a_meeting(changes: dict[str, Any], expected: bool, comment: str) -> None:
    plain = {"id": "f-1", "kind": "event", "plover": "CONSULT", "evidence": (WORDS,), "basis": {"en": "frame"}}
    assert meets_in_our_words(Fact(**(plain | changes))) is expected, comment


@pytest.mark.parametrize(
    ("start", "omit", "told"),
    [(0, False, False), (40, False, True), (0, True, True)],
    ids=["a row tells it", "no row of that sentence", "the row was left out by hand"],
)
def test_a_meeting_that_a_row_tells_is_no_fact(start: int, omit: bool, told: bool) -> None:
    fact = Fact(id="f-1", kind="event", plover="CONSULT", evidence=(WORDS,), basis={"en": "frame"})
    piece = Evidence(article="a1", start=start, stop=start + 24, text=WORDS.text, language="en")
    row = Meeting(id="m-1", kind="call", status="held", evidence=(piece,), omit=omit)
    assert not_as_rows([fact], [row]) == ([fact] if told else [])


# the articles of the lines found, of those told, how many sentences are withheld, comment
WITHHELD: list[tuple[str, str, int, str]] = [
    ("ab", "ab", 0, "all is told"),
    ("ab", "a", 1, "one is not"),
    ("aa", "a", 0, "the sentence is told by another line"),
    ("bb", "", 1, "two lines of one sentence"),
]


@pytest.mark.parametrize(("found", "told", "expected", "comment"), WITHHELD, ids=[row[3] for row in WITHHELD])
def test_what_is_withheld_is_counted_by_sentences(found: str, told: str, expected: int, comment: str) -> None:
    def lines(articles: str) -> Brief:
        words = [dataclasses.replace(WORDS, article=article) for article in articles]
        positions = [Position(id="p-1", government="CL", stance="states", evidence=(piece,)) for piece in words]
        return Brief(as_of="2026-03-12", window="2026-03-06/2026-03-12", positions=tuple(positions))

    assert len(withheld(lines(found), lines(told))) == expected, comment
