"""What makes a sentence of another article one on the matter of a printed line: tables of what two sentences share."""

from __future__ import annotations

import pytest

from briefing.consolidate.elsewhere import is_telling

NAMED = frozenset({"oslo", "wednesday", "norway"})
SHARED = [
    (("number", "500000"), True, "half a million: of one offer"),
    (("number", "6"), False, "six days, six months"),
    (("number", "90"), False, "90 percent, 90 days"),
    (("concept", "retaliation"), True, "a thing"),
    (("sense", "act:reopen"), True, "a deed"),
    (("lemma:en", "ferry"), True, "a word"),
    (("lemma:en", "norway"), False, "who or where"),
    (("lemma:en", "wednesday"), False, "when"),
    (("lemma:es", "18"), False, "a day of the month"),
]


@pytest.mark.parametrize(("feature", "expected", "comment"), SHARED, ids=[row[-1] for row in SHARED])
def test_what_two_sentences_of_one_matter_share(feature: tuple[str, str], expected: bool, comment: str) -> None:
    assert is_telling(feature, NAMED) is expected, comment
