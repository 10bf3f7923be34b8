"""Which day and place are a meeting's own: not the day a limit was set, nor another stop's, nor the place of a strike."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Event, Language

Row = tuple[str, str | None, str | None]
"""Kind, day and place."""


def told(language: Language, text: str) -> list[Event]:
    article = Article(id="a1", file="a1.txt", language=language, published="2026-03-04", sha256="0" * 64, text=text)
    knowledge = load_knowledge()
    return [c for c in extract(annotate(article, knowledge), knowledge) if isinstance(c, Event) and c.meeting]


OPEN = "2026-03-04/.."
ROWS: list[tuple[Language, str, set[Row]]] = [
    (  # the place of what a relative clause of the person met tells
        "en",
        "Kenyan Minister Grace Otieno said she had spoken on Monday with her Tanzanian counterpart, Juma Bakari, who had "
        "assured her the ceremony would be held in Tanga on June 28.",
        {("talks", "2026-03-02", None)},
    ),
    (
        "es",
        "La ministra keniana Grace Otieno dijo que habló el lunes con su homólogo tanzano, Juma Bakari, quien le aseguró que "
        "la ceremonia se celebrará en Tanga el 28 de junio.",
        {("talks", "2026-03-02", None)},
    ),
    (  # the day of the telling right behind its verb, which the parser hangs on the meeting
        "en",
        "Kenyan Water Minister Alice Wanjiru and her Ethiopian counterpart, Abebe Tesfaye, will meet in Nairobi in "
        "mid-September to discuss Lake Turkana, Kenya's ministry said on Thursday.",
        {("meeting", "2026-09", "Nairobi")},
    ),
    (
        "en",
        "Trade minister Ana Ruiz said Peru regrets that the tariff was extended without consultation until 31 March.",
        set(),
    ),
    (  # not on the day on which parliament was told of it
        "en",
        "Polish minister Jan Sikora today informed parliament about the talks held on Monday in Krakow with Slovak minister "
        "Ivan Vrabel. The meeting was held between the two ministers only.",
        {("talks", "2026-03-02", "Krakow"), ("meeting", "2026-03-02", "Krakow")},
    ),
    (  # the verb of the day says which day of three it is
        "en",
        "A three-day round of talks between Slovenia and Montenegro, which began on Monday in Rome, ended on Wednesday.",
        {("talks", "2026-03-02/2026-03-04", "Rome"), ("talks", "2026-03-02/2026-03-04", None)},
    ),
    ("en", "Ghana's minister Kofi Adom said a public consultation would end on 20 March.", set()),
    ("en", "The Peruvian ambassador, Ana Ruiz, returned to Santiago on 9 March after consultations at home.", set()),
    (
        "en",
        "Norway and Iceland held consultations on mackerel in Bergen on 2 March.",
        {("talks", "2026-03-02", "Bergen")},
    ),
    (
        "en",
        "Consultations between Norway and Iceland will take place in Bergen on 12 March.",
        {("talks", "2026-03-12", "Bergen")},
    ),
    (
        "en",
        "Ghana has decided to extend the deadline for the return of Togolese traders from March 20 to April 30.",
        {("deadline", "2026-04-30", None)},
    ),
    (
        "en",
        "Environment Minister Kofi Adom, who on Monday had set a 20-day deadline, met reporters.",
        {("deadline", "2026-03-22~", None)},
    ),
    (
        "en",
        "On Monday Ghana's minister Kofi Adom set a 20-day deadline for Togo to release the trucks.",
        {("deadline", "2026-03-22~", None)},
    ),
    ("en", "Ghana's minister Kofi Adom on Monday set a deadline for Togo to release the trucks.", set()),
    (
        "en",
        "Ghana set a deadline of Friday for Togo to release the trucks.",
        {("deadline", "2026-03-06", None)},
    ),
    (
        "es",
        "El ministro paraguayo Luis Soto, que el lunes había fijado un plazo de 20 días, habló con la prensa.",
        {("deadline", "2026-03-22~", None)},
    ),
    (
        "es",
        "El lunes, el ministro paraguayo Luis Soto dio a Bolivia un plazo de 20 días para liberar los camiones.",
        {("deadline", "2026-03-22~", None)},
    ),
    (
        "en",
        "Prime Minister Ana Ruiz will visit Oslo on 9 March and will afterwards travel to Bergen to open a fair.",
        {("visit", "2026-03-09", "Oslo"), ("visit", OPEN, "Bergen")},
    ),
    (
        "es",
        "El ministro paraguayo Luis Soto estará en La Paz el 11 de marzo y luego viajará a Sucre.",
        {("visit", "2026-03-11", "La Paz"), ("visit", OPEN, "Sucre")},
    ),
    (
        "es",
        "La visita a Montevideo de la ministra paraguaya Ana Ruiz fue aplazada al 10 de marzo por el paro aéreo en Asunción.",
        {("visit", None, "Montevideo"), ("visit", "2026-03-10", "Montevideo")},
    ),
    (
        "en",
        "Ghana's energy minister Kofi Adom will visit Togo on 9 March despite a general strike in Accra.",
        {("visit", "2026-03-09", "Togo")},
    ),
    (
        "en",
        "The transport ministers of Ghana and Togo agreed at Monday's meeting to keep the bridge open from 1 April.",
        {("meeting", "2026-03-02", None)},
    ),
    (
        "en",
        "Togo's minister, Yao Mensah, held a videoconference today with Ghana's minister, Kofi Adom, in which he asked that "
        "the list be delivered before their meeting in Tamale on 19 March.",
        {("talks", "2026-03-04", None), ("meeting", "2026-03-19", "Tamale")},
    ),
    (
        "es",
        "El ministro paraguayo Luis Soto participará en la reunión del lunes con Bolivia y visitará Tarija en mayo.",
        {("meeting", "2026-03-09", None), ("visit", "2026-05", "Tarija")},
    ),
    (
        "es",
        "Antes, el día 22, el ministro paraguayo Luis Soto hablará del arancel.",
        set(),
    ),
    (
        "es",
        "Paraguay y Bolivia tratarán el arancel en la Cumbre Andina, que se celebra en Sucre el 20 de marzo.",
        {("summit", "2026-03-20", "Sucre")},
    ),
    (
        "en",
        "Ghana and Togo agreed on Tuesday to reopen talks on fishing.",
        set(),
    ),
    (
        "es",
        "El ministro paraguayo Luis Soto, que por la tarde fue recibido por el presidente boliviano, Juan Mamani, viajará el "
        "viernes a Sucre.",
        {("visit", "2026-03-06", "Sucre"), ("meeting", None, None)},
    ),
    (
        "en",
        "Togo's minister Yao Mensah said that he would travel to Accra on 24 March to meet Ghana's minister Kofi Adom, and "
        "that a visit by bankers had been put off.",
        {("meeting", "2026-03-24", "Accra")},
    ),
]


@pytest.mark.parametrize(("language", "text", "rows"), ROWS)
def test_day_and_place(language: Language, text: str, rows: set[Row]) -> None:
    assert {(event.meeting, event.date, event.place) for event in told(language, text)} == rows


def test_an_office_is_no_deputys() -> None:
    text = (
        "Health Undersecretary Ama Boateng said fees would rise. "
        "The secretary confirmed he would receive Togolese minister Yao Mensah on Monday in Accra."
    )
    met = told("en", text)
    assert met
    assert not any("ama boateng" in person for event in met for person in event.people)
