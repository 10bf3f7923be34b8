"""One bracket behind a position's line: inside the sentence, joined to the one that closes it where that is our own."""

import pytest

from briefing.render.pieces import Ledger
from briefing.render.sections.brackets import in_one

OURS = ("(in Spanish)", "(in English)")
# the line, where it stands, who and when, what speaks against it; the line with its bracket, what stays beside it
LINES = [
    ("Chad paid.", "", "May 3", "", "Chad paid (May 3).", "", "before the stop"),
    ("Chad paid (fact 4)", "fact 4", "May 3", "", "Chad paid (fact 4; May 3)", "", "in the pointer's bracket"),
    ("fact 4", "fact 4", "Deby", "", "fact 4 (Deby)", "", "behind a bare pointer"),
    ("“Pagamos.” (in Spanish)", "", "May 3", "", "“Pagamos.” (in Spanish; May 3)", "", "in the language's bracket"),
    ("Chad paid.", "", "May 3", "dates differ", "Chad paid (May 3; dates differ).", "", "with what speaks against it"),
    ("Chad paid.", "", "", "dates differ", "Chad paid (dates differ).", "", "with that alone"),
    ("It left the U.S.", "", "May 3", "", "It left the U.S. (May 3).", "", "the stop of a short form stays"),
    ("“We paid.”", "", "May 3", "", "“We paid.” (May 3)", "", "a quotation keeps its stop"),
    ("Chad paid (twice).", "", "May 3", "", "Chad paid (twice).", "May 3", "not in a bracket of the source"),
    ("Chad paid.", "", "", "", "Chad paid.", "", "nothing to say"),
]


@pytest.mark.parametrize(("text", "where", "said", "doubt", "line", "beside", "comment"), LINES, ids=[row[-1] for row in LINES])
def test_one_bracket(text: str, where: str, said: str, doubt: str, line: str, beside: str, comment: str) -> None:
    made = in_one({"text": text, "where": where, "said": said, "doubt": doubt, "quote": "", "original": ""}, OURS, Ledger())
    assert (made["text"], made["said"]) == (line, beside)
    assert made["doubt"] == (doubt if made["said"] else "")


def test_a_doubt_stays_behind_a_quotation() -> None:
    line = {"text": "Chad paid.", "where": "", "said": "May 3", "doubt": "dates differ", "quote": "Pagamos.", "original": ""}
    made = in_one(line, OURS, Ledger())
    assert (made["text"], made["doubt"]) == ("Chad paid (May 3).", "dates differ")
