"""Which day may stand beside a line: that of its own verb."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article, Date, DateBasis, Evidence, Language, Meeting, Span
from briefing.realize.rungs.dated import is_dated_by, is_of_another_week, is_on_its_side

CASES = [
    ("es", "Chile rechazó la propuesta el 3 de marzo de 2026.", True, "the verb's"),
    ("es", "Durante una llamada sostenida el 3 de marzo de 2026, Chile rechazó la propuesta.", True, "of the occasion"),
    ("es", "Chile canceló el viaje del 3 de marzo de 2026.", False, "the day of the trip"),
    ("en", "Chile criticized the treaty signed on March 3, 2026.", False, "the day of the treaty"),
    ("en", "Exports of Peru fell by 18 percent on March 3, 2026.", True, "when they fell"),
    ("en", "On March 3, 2026, Chile said that it would withdraw.", True, "when it was said"),
    ("en", "Chile said on March 2, 2026 that it would withdraw.", False, "another day"),
    ("en", "Chile expelled the envoy, who had resigned on March 3, 2026.", False, "the day of a relative clause"),
    ("es", "Chile cerró el paso después de que Perú lo pidiera el 3 de marzo de 2026.", False, "the day of what came before"),
    ("en", "Officials said that Chile had withdrawn on March 3, 2026.", True, "of what is said"),
    ("en", "Officials said that the works would end on March 3, 2026.", False, "of what is yet to be"),
    ("en", "The works will end on March 3, 2026.", True, "the sentence tells it itself"),
    ("es", "La ministra dijo que las obras terminarían el 3 de marzo de 2026.", False, "of what is yet to be, in Spanish"),
    ("es", "La ministra dijo que las obras terminaron el 3 de marzo de 2026.", True, "of what was"),
    ("en", "Chile closed the port in March 2026 for a week.", False, "a month is not that day"),
    ("en", "Chile said that it would withdraw.", False, "no day"),
    ("es", "Chile cerró el paso entre el 3 de marzo de 2026 y el 5 de marzo de 2026.", False, "one end of several days"),
    ("es", "El ministro viajará el 9 de marzo de 2026, confirmó Chile el 3 de marzo de 2026.", False, "two days of two verbs"),
    ("en", "Chile said on March 3, 2026 that it would withdraw on March 9, 2026.", False, "two days, said and to come"),
    ("en", "Chile said on March 3, 2026 that it would leave the treaty of March 9, 1996.", True, "the other day is of a thing"),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), CASES, ids=[row[3] for row in CASES])
def test_dated_by(language: Language, text: str, expected: bool, comment: str) -> None:
    article = Article(
        id="a1", file="t.txt", sha256="", text=text, language=language, published="2026-03-04", published_basis="stated"
    )
    doc = annotate(article, load_knowledge())
    assert is_dated_by(doc, Span(0, len(text)), "2026-03-03") is expected, comment


def test_no_longer_time_beside_a_day() -> None:
    text = "Chile closed two ports on March 3, 2026, citing drones that it counted from March 1 to March 7, 2026."
    article = Article(id="a1", file="t.txt", sha256="", text=text, language="en", published="2026-03-09")
    doc = annotate(article, load_knowledge())
    assert not is_dated_by(doc, Span(0, len(text)), "2026-03-01/2026-03-07")
    assert is_dated_by(doc, Span(0, len(text)), "2026-03-03")


WEEKS = [
    ("2026-03-02", "nearest", "2026-03-09", True, "read as the Monday gone by, of a row that has the Monday to come"),
    ("2026-03-02", "nearest", "2026-03-02", False, "its own day"),
    ("2026-03-04", "nearest", "2026-03-09", False, "another day of the week: when it was said"),
    ("2026-03-02", "explicit", "2026-03-09", False, "a day that is written"),
    ("2026-03-02", "nearest", "2026-03-09/2026-03-15", False, "a row of a week"),
    ("2026-03-02", "nearest", None, False, "a row without a day"),
]


@pytest.mark.parametrize(("value", "basis", "day", "expected", "comment"), WEEKS, ids=[row[-1] for row in WEEKS])
def test_a_weekday_of_another_week_than_its_row(
    value: str, basis: DateBasis, day: str | None, expected: bool, comment: str
) -> None:
    words = "invitó al sindicato a una reunión el lunes"
    piece = Evidence(article="a1", start=0, stop=len(words), text=words, language="es")
    row = Meeting(id="m-1", evidence=(piece,), kind="meeting", status="upcoming", date=day)
    found = Date(span=Span(33, 42), type="DATE", timex=value, value=value, basis=basis)
    assert is_of_another_week(found, row) is expected, comment


# an article of Wednesday, March 4, 2026
SIDES = [
    (
        "en",
        "Envoy Ana Soto will hold a call with her Peruvian counterpart, Rosa Vega, on Friday in order to prepare the visit of "
        "Peru's president on Monday.",
        False,
        "an infinitive",
    ),
    ("en", "The harbour has been closed to all of the trawlers of both countries since Monday.", True, "what has been done"),
    ("es", "Se han hundido ya nueve barcas en la laguna y en los canales, dos más que el lunes.", True, "in Spanish"),
    ("en", "The president of Chile will in the presence of all of the envoys open it on Friday.", True, "what will be"),
    ("es", "El viaje de la ministra y de toda su delegación al puerto de Arica, el viernes.", False, "no verb"),
    ("es", "La ministra aplazó el viaje que tenía previsto realizar este viernes al puerto.", True, "of this week"),
    ("es", "La ministra visitó el lunes el puerto.", True, "a verb beside it"),
    ("es", "La ministra visitó el puerto el miércoles.", True, "the article's own day"),
    ("es", "La ministra visitará el puerto el lunes 9 de marzo.", True, "its words give it"),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), SIDES, ids=[row[3] for row in SIDES])
def test_a_weekday_needs_a_tense_that_gives_its_week(language: Language, text: str, expected: bool, comment: str) -> None:
    article = Article(
        id="a1", file="t.txt", sha256="", text=text, language=language, published="2026-03-04", published_basis="stated"
    )
    doc = annotate(article, load_knowledge())
    date = [date for date in doc.dates if date.value][-1]
    assert is_on_its_side(doc, doc.sentences[0].tokens, date) is expected, (date, comment)
