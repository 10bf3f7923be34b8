"""The words of one side of a disagreement: the clause of a long or shared sentence that carries the value."""

from __future__ import annotations

from typing import cast

import pytest

from briefing.annotate.document import annotate
from briefing.consolidate.conflicts.finding import by_article, touched
from briefing.consolidate.conflicts.sides import clause_with, index_of_value
from briefing.knowledge import load_knowledge
from briefing.model import Article, Conflict, ConflictValue, Evidence, Fact, Language

CLAUSES = [
    # who says which
    ("en", "2000", "About 2,000 people marched in Accra, the organisers said; police put the number at 900.",
     "About 2,000 people marched in Accra, the organisers said"),
    ("en", "900", "About 2,000 people marched in Accra, the organisers said; police put the number at 900.",
     "police put the number at 900."),
    ("es", "800", "Unas 3.000 personas marcharon en Quito, según los organizadores; la policía rebajó la cifra a 800.",
     "la policía rebajó la cifra a 800."),
    ("en", "900", "The union said that 2,000 drivers took part in the strike, while the ministry put the number at 900.",
     "the ministry put the number at 900."),
    # only the other clause says who says it
    ("en", "90", "The minister said that the road cost 40 million euros; the bridge cost 90.",
     "The minister said that the road cost 40 million euros; the bridge cost 90."),
    # a relative clause behind it
    ("es", "88000000", "El puente tendrá un costo de 88 millones de euros, de los que Ghana pondrá la mitad.",
     "El puente tendrá un costo de 88 millones de euros"),
    # one that has the value, or says who says it, stays
    ("es", "300", "El puente lo construirá una empresa de Ghana, que contratará a 300 personas.",
     "El puente lo construirá una empresa de Ghana, que contratará a 300 personas."),
    ("en", "300", "The bridge will employ 300 people, which the minister said was too few.",
     "The bridge will employ 300 people, which the minister said was too few."),
    # no clause of its own
    ("es", "31", "La Armada detuvo a 31 pescadores y decomisó cuatro embarcaciones.",
     "La Armada detuvo a 31 pescadores y decomisó cuatro embarcaciones."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "value", "text", "clause"), CLAUSES)
def test_the_clause_of_a_value(language: str, value: str, text: str, clause: str) -> None:
    article = Article(id="a", file="a.txt", sha256="", text=text, language=cast(Language, language), published="2026-03-05")
    doc = annotate(article, load_knowledge())
    index = index_of_value(doc, doc.sentences[0], value)
    assert index is not None
    assert clause_with(doc, doc.sentences[0], index).of(text) == clause


TALKS = Evidence(article="a1", start=0, stop=40, text="Oslo and Quito spoke on the 4th, say some", language="en")
TOUCHED = [
    ("2026-03-04", True, "it gives the day of one side"),
    ("2026-03", True, "its month may be that day"),
    ("2026-03-09", False, "it tells of another day, beside what a source says of the disputed one"),
    (None, True, "it gives no day of its own"),
]


@pytest.mark.parametrize(("day", "expected", "comment"), TOUCHED, ids=[row[-1] for row in TOUCHED])
def test_a_fact_that_says_one_side_is_flagged(day: str | None, expected: bool, comment: str) -> None:
    sides = tuple(ConflictValue(value=value, evidence=(TALKS,)) for value in ("2026-03-04", "2026-03-05"))
    conflict = Conflict(id="c-1", about=("m-1",), field="date", values=sides)
    fact = Fact(id="f-1", kind="event", evidence=(TALKS,), date=day)
    assert bool([*touched(conflict, by_article([fact]))]) == expected, comment
