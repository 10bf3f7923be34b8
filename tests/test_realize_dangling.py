"""What a sentence leaves to its article: tables of the last sentence of a text."""

from __future__ import annotations

import pytest
from made_weeks import last_sentence_of

from briefing.model import Language
from briefing.realize.leaning.dangling import unknown_body

BODIES = [
    ("en", "Some 500 soldiers remain on the shore, the defense ministry said.", "ministry", "whose ministry"),
    ("en", "Some 500 soldiers remain on the shore, Peru's defense ministry said.", None, "the country's"),
    ("en", "The country imported 40,000 tonnes of rice in May.", "country", "which country"),
    ("en", "Chile imported 40,000 tonnes of rice in May, the highest figure in the country since 2019.", None, "named before"),
    ("es", "Unos 500 soldados siguen en la orilla, informó el Ministerio de Obras.", "ministerio", "de quién"),
    ("es", "Unos 500 soldados siguen en la orilla, informó el Ministerio de Obras de Perú.", None, "de Perú"),
    ("es", "Unos 500 soldados siguen en la orilla.", None, "ninguno"),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), BODIES, ids=[row[1] for row in BODIES])
def test_whose_body(language: Language, text: str, expected: str | None, comment: str) -> None:
    assert unknown_body(last_sentence_of(text, language)) == expected, comment
