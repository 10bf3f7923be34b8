"""Whose a body or the teams are that will meet: of the two governments that the article tells of, or of nobody known."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Event, Language

PAIR_EN = "Ghana and Togo are at odds over fish. "
PAIR_ES = "Ghana y Togo discuten por la pesca. "
KORO_EN = "Fiji's foreign minister, Sera Koro."
KORO_ES = "la canciller de Fiyi, Sera Koro."
ROWS: list[tuple[Language, str, str]] = [
    # language, text, the sides of its only meeting
    ("en", PAIR_EN + "A joint committee will meet in Lomé on March 20.", "GH TG"),
    ("es", PAIR_ES + "La comisión binacional de pesca se reunirá el 20 de marzo en Lomé.", "GH TG"),
    ("es", PAIR_ES + "Ambos acordaron que el Comité de Frontera se reúna el 20 de marzo en Lomé.", "GH TG"),
    ("es", PAIR_ES + "Los equipos técnicos volverán a verse el 20 de marzo en Lomé.", "GH TG"),
    ("en", PAIR_EN + "Experts from both authorities will meet in Geneva on March 20.", "GH TG"),
    ("en", PAIR_EN + "They set up a joint fisheries panel. The panel will meet in Lomé on March 20.", "GH TG"),
    # others' meeting, at which `we` will do something; one that `we` will attend
    ("en", "“We will put it to them at the meeting of Pacific fisheries ministers in Apia on March 20,” said " + KORO_EN, ""),
    ("en", "“We will attend the meeting of Pacific foreign ministers in Apia on March 20,” said " + KORO_EN, "FJ"),
    ("es", "“La presentaremos en la reunión de ministros de Pesca en Apia el 20 de marzo”, dijo " + KORO_ES, ""),
    # a committee that may be of a parliament, a ministerial one of many
    ("en", PAIR_EN + "The committee will meet in Lomé on March 20.", ""),
    ("en", PAIR_EN + "The joint committee of the African Union will meet in Lomé on March 20.", "au"),
    ("en", "Ghana, Togo and Benin are at odds over fish. A joint committee will meet in Lomé on March 20.", ""),
    ("es", PAIR_ES + "Ambos gobiernos irán a la Comisión del Volta, cuyo consejo se reunirá el 20 de marzo en Lomé.", ""),
    ("en", "Ghana is at odds. The joint committee will meet on June 4 in Lomé. Fish is scarce. Benin's coast is quiet.", ""),
    ("en", PAIR_EN + "The technical teams of the two utilities will meet in Lomé on March 20.", ""),
]


def sides(language: Language, text: str) -> str:
    article = Article(id="a1", file="a1.txt", language=language, published="2026-03-04", sha256="0" * 64, text=text)
    knowledge = load_knowledge()
    told = [c for c in extract(annotate(article, knowledge), knowledge) if isinstance(c, Event) and c.meeting]
    assert len(told) < 2
    return " ".join(sorted(code for event in told for code in event.actors))


@pytest.mark.parametrize(("language", "text", "expected"), ROWS, ids=[row[1][-60:] for row in ROWS])
def test_whose_it_is(language: Language, text: str, expected: str) -> None:
    assert sides(language, text) == expected
