"""Plans of which the same sentence tells in another clause that they are moved, or that nothing comes of them."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.annotate.document import annotate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Event, Language

EN = "Ghana and Togo are at odds over fish. "
ES = "Ghana y Togo discuten por la pesca. "
PREVISTA = ES + "En relación con la reunión de la comisión binacional, prevista para el 12 de marzo en Lomé, el Gobierno "
PLANNED = EN + "On the meeting of the joint committee, planned for March 12 in Lomé, the ministry "
KEPT = {("upcoming", "2026-03-12", None)}
MOVED = {("upcoming", "2026-03-26", "2026-03-12")}
STRETCH = {("postponed", "2026-03-09/2026-03-10", None), ("upcoming", "2026-03-23/2026-03-25", None)}
FAIR = (
    "La ministra de Cultura de Ghana, Ama Sena, asiste el {} a la feria. "
    "El domingo se entrevistará con el ministro de Togo, Kofi Ayite."
)
ROWS: list[tuple[Language, str, set[tuple[str | None, str | None, str | None]]]] = [
    # language, text of March 4, status, day and old day of its meetings
    ("es", PREVISTA + "lamenta que haya sido reprogramada para el 26 de marzo.", MOVED),
    ("en", PLANNED + "regrets that it has been postponed to March 26.", MOVED),
    # nobody has moved it: denied, asked for
    ("es", PREVISTA + "niega que haya sido reprogramada para el 26 de marzo.", KEPT),
    ("es", PREVISTA + "pide que sea reprogramada para el 26 de marzo.", KEPT),
    # a weekday behind a later day may be of that week
    ("es", FAIR.format("sábado 14"), set()),
    ("es", FAIR.format("viernes 6"), {("upcoming", "2026-03-08", None)}),
    # a stretch with a dash between ordinals is of all its days
    (
        "en",
        EN + "The session of the joint committee, slated for 9th-10th March, has been deferred to 23rd-25th March.",
        STRETCH,
    ),
]


def told(language: Language, text: str) -> list[Event]:
    article = Article(id="a1", file="a1.txt", language=language, published="2026-03-04", sha256="0" * 64, text=text)
    knowledge = load_knowledge()
    return [c for c in extract(annotate(article, knowledge), knowledge) if isinstance(c, Event) and c.meeting]


@pytest.mark.parametrize(("language", "text", "rows"), ROWS, ids=[row[1][-60:] for row in ROWS])
def test_a_plan_as_its_sentence_leaves_it(
    language: Language, text: str, rows: set[tuple[str | None, str | None, str | None]]
) -> None:
    assert {(event.status, event.date, event.moved_from) for event in told(language, text)} == rows


def test_a_visit_of_some_day_is_not_what_was_moved() -> None:
    """The minister of the sentence before is not said to come to the commission's meeting."""
    visit = "Ghana's minister Ato Sena will visit Togo soon. "
    moved = "The meeting of the joint commission, which had been scheduled for March 12, will be held on March 26."
    found = [m for m in brief_of([EN + visit + moved]).meetings if m.date == "2026-03-26"]
    assert found
    assert not any(m.people for m in found)


ASKED = "“El 20 de marzo firmaremos en Lima el tratado de pesca{},” dijo la canciller de Chile, Rosa Díaz."


@pytest.mark.parametrize(
    ("behind", "people"),
    [("; irá el ministro de Justicia, Juan Soto", set()), ("", {"person:rosa diaz"})],
    ids=["goes", "alone"],
)
def test_who_says_that_we_sign(behind: str, people: set[str]) -> None:
    """Where the sentence names who goes, the speaker is not for that who signs."""
    found = [event for event in told("es", ASKED.format(behind)) if event.date == "2026-03-20"]
    assert {name for event in found for name in event.people} <= people
