"""What a text says in whole words, as a table."""

from __future__ import annotations

import pytest

from briefing.consolidate.sentences import says

PHRASES = ("at that time", "entonces", "sin él", "no")
SAID = [
    ("The post was shut at that time.", True, "before a stop"),
    ("The post was shut at that time, he said", True, "before a comma"),
    ("The post was shut at that time; it is open now", True, "before a semicolon"),
    ("At that time: nobody", True, "before a colon"),
    ("“It was shut at that time”, he said", True, "before a closing mark"),
    ('He said "at that time" twice', True, "between straight marks"),
    ("El puesto (sin él) cerró", True, "in brackets"),
    ("—Entonces—dijo", True, "between dashes"),
    ("¿Entonces?", True, "between marks of a question"),
    ("The post was shut at that, time went on", False, "a comma inside the phrase"),
    ("The post was shut at that; time went on", False, "a semicolon inside the phrase"),
    ("Nobody notes the north", False, "inside other words"),
    ("A no-fly zone", False, "a part of a joined word"),
    ("", False, "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "comment"), SAID, ids=[row[-1] for row in SAID])
def test_whole_words_are_said(text: str, expected: bool, comment: str) -> None:
    assert says(text, PHRASES) is expected, comment
