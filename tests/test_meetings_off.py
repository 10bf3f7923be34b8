"""Meetings put off, moved and called off in a second clause or sentence, and days that are not theirs.

STATUS DAY PLACE <OLD DAY: people, else the countries; the memo and its article are of Thursday, 5 March 2026.
"""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.model import Language, Meeting

EN = "Chile and Peru are at odds over the canal. "
ES = "Chile y Perú discuten por el canal. "
ROWS: list[tuple[Language, str, list[str], str]] = [
    (
        "en",
        EN + "A planned visit by Peruvian Foreign Minister Luis Vega to Arica on March 4 was called off because of the frost.",
        ["cancelled 2026-03-04 Arica: Luis Vega"],
        "its day stands between the noun of the visit and the passive told of it",
    ),
    (
        "en",
        EN + "The ministry on March 4 called off a visit by Peruvian Foreign Minister Luis Vega to Arica.",
        ["cancelled None Arica: Luis Vega"],
        "the day on which it was called off",
    ),
    (
        "en",
        EN + "The handover of the Chacalluta warehouse, scheduled for 12 March, has been postponed to 19 March.",
        ["upcoming 2026-03-19 - <2026-03-12: -"],
        "an event that no word calls a meeting, put off from its day to another",
    ),
    (
        "es",
        ES + "La feria ganadera de Tacna, prevista del 20 al 22 de marzo, fue suspendida por las lluvias.",
        ["cancelled 2026-03-20/2026-03-22 - : -"],
        "a fair of several days",
    ),
    (
        "en",
        EN + "The cattle fair of Tacna, planned for March 20, has three halls.",
        [],
        "a fair that nothing has changed",
    ),
    (
        "en",
        EN + "The exercise planned for March 20 would be cancelled if the frost went on, the ministry said.",
        [],
        "an exercise that is only feared to be cancelled",
    ),
    (
        "en",
        EN + "A meeting with the Peruvian team, which had been set for March 11 in Tacna, is off, the ministry said.",
        ["cancelled 2026-03-11 Tacna: -"],
        "off, by no verb",
    ),
    (
        "en",
        "Peruvian Foreign Minister Luis Vega was to visit Arica on Thursday but cancelled because of the frost. " + EN,
        ["cancelled 2026-03-05 Arica: Luis Vega"],
        "planned and cancelled by the same subject, on the day of the article",
    ),
    (
        "en",
        EN + "A meeting on canal fees, scheduled for 17 March in Tacna, is going ahead, an official of the ministry said.",
        ["upcoming 2026-03-17 Tacna: -"],
        "going ahead as planned",
    ),
    (
        "en",
        "Peruvian Foreign Minister Luis Vega was to visit Arica on Thursday but cancelled the contract. " + EN,
        [],
        "what is cancelled is another thing",
    ),
    (
        "es",
        "El canciller peruano, Luis Vega, tenía previsto viajar a Arica el jueves 5, pero canceló el viaje por la helada. "
        + ES,
        ["cancelled 2026-03-05 Arica: Luis Vega"],
        "the day of the plan, though it is the article's own",
    ),
    (
        "es",
        ES + "La reunión técnica del 11 de marzo en Tacna queda sin efecto, dijo la cancillería chilena.",
        ["cancelled 2026-03-11 Tacna: -"],
        "without effect, by a verb that only links it",
    ),
    (
        "es",
        ES + "El encuentro con regantes previsto en Putre para el 11 de marzo fue cancelado por el paro.",
        ["cancelled 2026-03-11 - : -"],
        "with people of no government: what is off is told, whoever was to come",
    ),
    (
        "en",
        EN + "A joint ceremony with Peru planned for March 15 was cancelled because of the frost in the valley.",
        ["cancelled 2026-03-15 - : -"],
        "an occasion by a noun that names no act of meeting",
    ),
    ("en", EN + "A joint ceremony with Peru planned for March 15 has not been cancelled, the ministry said.", [], "denied"),
    ("en", EN + "A joint ceremony planned for March 15 would be cancelled if the frost went on.", [], "only feared"),
    ("en", EN + "The ceremony of the Senate planned for March 15 was suspended by its speaker.", [], "of a parliament"),
    (
        "en",
        EN + "A joint ceremony planned for March 15 was cancelled because of floods in Putre.",
        ["cancelled 2026-03-15 - : -"],
        "the place of the reason is not that of the meeting",
    ),
    (
        "en",
        EN + "The Joint Canal Commission, which was due to meet on March 15 in Tacna, has been postponed.",
        ["postponed 2026-03-15 Tacna: CL PE"],
        "a body that was due to sit, of which a tree makes two relatives",
    ),
    (
        "en",
        EN + "The third round of canal talks between the two countries has been postponed to March 24, the minister said.",
        ["upcoming 2026-03-24 - : CL PE"],
        "put off to a day: to come, though the same words say that it is put off",
    ),
    (
        "es",
        ES + "La Comisión Mixta de Aguas, prevista para el 12 de marzo en Tacna, queda aplazada al 26 de marzo.",
        ["upcoming 2026-03-26 - <2026-03-12: -"],
        "by a participle that a verb only links; the old day's place is not kept",
    ),
    (
        "es",
        ES + "La reunión del comité de frontera, convocada para el 12 de marzo en Tacna, fue reprogramada "
        "para el 26 de marzo en Putre.",
        ["upcoming 2026-03-26 Putre <2026-03-12: -"],
        "the new place where the words give one",
    ),
    (
        "en",
        EN + "The joint session of the governments of Chile and Peru, scheduled for 22 March in Arica, will not take place on "
        "that date. It has been postponed to April.",
        ["upcoming 2026-04 - <2026-03-22: CL PE"],
        "the new month in the sentence behind, by a pronoun",
    ),
    (
        "es",
        ES
        + "La canciller chilena, Rosa Pino, visitará Tacna el 22 de marzo. La visita, que inicialmente era el 13 de marzo, se "
        "movió por la helada.",
        ["upcoming 2026-03-22 Tacna <2026-03-13: Rosa Pino"],
        "the old day in the sentence behind",
    ),
    (
        "es",
        ES + "La canciller chilena, Rosa Pino, visitará Tacna el 22 de marzo. La feria, inicialmente prevista para el 13 de "
        "marzo, se movió al 30.",
        ["upcoming 2026-03-22 Tacna: Rosa Pino", "upcoming 2026-03-30 - <2026-03-13: -"],
        "something else was moved",
    ),
    (
        "en",
        EN + "Chilean Foreign Minister Rosa Pino was to come on March 15, but that visit has been cancelled.",
        ["cancelled 2026-03-15 - : Rosa Pino"],
        "a plan by no word of meeting that ends in its own sentence",
    ),
    ("en", EN + "Minister Rosa Pino was to speak on March 15, but a visit by bankers has been cancelled.", [], "another visit"),
    (
        "es",
        ES
        + "Jueves 12: Los cancilleres Rosa Pino, de Chile, y Tomás Orbe, de Perú, debían reunirse en Arica. Suspendida por la "
        "helada.",
        ["cancelled 2026-03-12 Arica: Rosa Pino, Tomás Orbe"],
        "a bare word behind a line of an agenda",
    ),
    (
        "en",
        EN + "A meeting with Peruvian Minister Tomás Orbe on 4 March in Arica did not take place because of the frost.",
        ["cancelled 2026-03-04 Arica: Tomás Orbe"],
        "a meeting with a day of its own that did not take place",
    ),
    (
        "en",
        EN + "The meeting with Minister Tomás Orbe on 4 March in Arica did not take a decision on the canal.",
        [],
        "nothing is said of whether it was held",
    ),
    (
        "es",
        ES + "La reunión de los ministros de Riego de Chile y Perú, prevista para el 15 de marzo en Arica, fue suspendida. Se "
        "fijará una nueva fecha.",
        ["postponed 2026-03-15 Arica: CL PE"],
        "suspended, and another day is spoken of",
    ),
    (
        "es",
        ES
        + "La reunión de los ministros de Riego de Chile y Perú, prevista para el 15 de marzo en Arica, fue suspendida. No hay "
        "nueva fecha.",
        ["cancelled 2026-03-15 Arica: CL PE"],
        "and none is",
    ),
    (
        "es",
        ES
        + "Chile y Perú acordaron el martes reabrir el 1 de abril el canal, tras una reunión en Arica entre los ministros Rosa "
        "Pino, de Chile, y Tomás Orbe, de Perú.",
        ["held 2026-03-03 Arica: Rosa Pino, Tomás Orbe"],
        "they met before they agreed, and not when it reopens",
    ),
    (
        "en",
        EN + "Chilean Foreign Minister Rosa Pino will sign the accord in Arica on March 15 after meeting her Peruvian "
        "counterpart, Tomás Orbe.",
        ["upcoming 2026-03-15 Arica: Rosa Pino, Tomás Orbe"],
        "what is to come is of its day",
    ),
    (
        "en",
        EN + "A visit by Chile's farm minister, Rosa Pino, to Tacna, which had been set for March 15, was called off.",
        ["cancelled 2026-03-15 Tacna: Rosa Pino"],
        "the day of a relative that a tree gives to the nearer noun",
    ),
    (
        "es",
        ES
        + "La segunda ronda de la negociación sobre el canal, prevista para el 12 de marzo en Tacna, se traslada a Putre y se "
        "celebrará el 22 de marzo.",
        ["upcoming 2026-03-22 - : -"],
        "the new day by a second verb of the same subject",
    ),
    (
        "es",
        ES + "El ministro chileno de Riego, Rosendo Pino, se reunirá con su homólogo peruano, Tomás Orbe, el 30 de marzo en "
        "Putre. El encuentro estaba fijado para el 10 de marzo, pero se aplazó por la helada.",
        ["upcoming 2026-03-30 Putre <2026-03-10: Rosendo Pino, Tomás Orbe"],
        "the old day in the sentence behind, by a plan that was put off",
    ),
    (
        "en",
        EN + "Chilean Foreign Minister Rosa Pino was to fly to Lima on March 12. The trip was called off on Wednesday and the "
        "ministers will confer by telephone.",
        ["cancelled 2026-03-12 Lima: Rosa Pino"],
        "the day on which it was called off is not its own",
    ),
    (
        "en",
        EN
        + "A meeting between Chile's farm minister, Rosa Pino, and Peru's, Tomás Orbe, scheduled for Tuesday at Putre, did not "
        "take place.",
        ["cancelled 2026-03-03 Putre: Rosa Pino, Tomás Orbe"],
        "a weekday of what was not held lies behind",
    ),
    (
        "es",
        ES
        + "La reunión de la Comisión de Frontera, que debía celebrarse el 17 y 18 de marzo en Oruro, ha sido postergada al 24 "
        "y 25 de marzo, en la misma ciudad.",
        ["upcoming 2026-03-24/2026-03-25 Oruro <2026-03-17: -"],
        "two days, and the same place",
    ),
    (
        "en",
        EN + "Peru suspended flights to Chile during the visit of Foreign Minister Rosa Pino to Lima on March 4.",
        [],
        "something else was suspended during the visit",
    ),
    (
        "es",
        ES
        + "La canciller chilena, Rosa Pino, tenía previsto viajar a Tacna el 15 de marzo; la visita fue suspendida por motivos "
        "de salud, según un portavoz, y no hay otro plan.",
        ["cancelled 2026-03-15 Tacna: Rosa Pino"],
        "behind a semicolon, by a definite noun",
    ),
    (
        "es",
        ES
        + "La canciller chilena, Rosa Pino, tenía previsto viajar a Tacna el 15 de marzo; la visita podría ser suspendida si "
        "sigue la huelga.",
        ["upcoming 2026-03-15 Tacna: Rosa Pino"],
        "only feared",
    ),
    (
        "en",
        EN
        + "The Joint Water Commission of Chile and Peru was to meet on 15 March in Putre. That meeting has been deferred; new "
        "dates are being worked out.",
        ["postponed 2026-03-15 Putre: -"],
        "that meeting, in the sentence behind",
    ),
    (
        "en",
        EN + "The Joint Water Commission of Chile and Peru will meet on 15 March in Putre. That strike has been deferred.",
        ["upcoming 2026-03-15 Putre: -"],
        "another thing put off",
    ),
    (
        "en",
        EN + "The visit of Chilean President Rosa Pino to Tacna, announced for March 15, has not been confirmed by Peru.",
        ["unconfirmed 2026-03-15 Tacna: Rosa Pino"],
        "who does not confirm it announces none",
    ),
    (
        "en",
        EN + "Chilean President Rosa Pino will visit Tacna on March 15. The water fee has not been confirmed by Peru.",
        ["upcoming 2026-03-15 Tacna: Rosa Pino"],
        "another thing unconfirmed",
    ),
]


def told(row: Meeting) -> str:
    old = f" <{row.moved_from}" if row.moved_from else ""
    who = ", ".join(row.people) or " ".join(sorted(row.participants)) or "-"
    return f"{row.status} {row.date} {row.place or '- '}{old}: {who}"


@pytest.mark.parametrize(("language", "text", "rows", "why"), ROWS, ids=[row[3] for row in ROWS])
def test_how_a_meeting_stands(language: Language, text: str, rows: list[str], why: str) -> None:
    found = brief_of([text], language=language, days=[5]).meetings
    assert [told(row).replace("-  <", "- <") for row in found] == rows, why


NO_DENIALS = [
    (
        "Chilean Minister Rosa Pino and Peruvian Minister Tomás Orbe spoke in Arica about the canal.",
        "Minister Rosa Pino of Chile and Minister Tomás Orbe of Peru were to have met on February 24 in Quito, but that "
        "meeting did not take place.",
    ),
    (
        "Chilean Minister Rosa Pino and Peruvian Minister Tomás Orbe will co-chair the commission's meeting in Arica.",
        "Rosa Pino said that she and Tomás Orbe cannot meet only to fix the day of the next meeting.",
    ),
]


@pytest.mark.parametrize(("one", "other"), NO_DENIALS)
def test_what_was_not_held_then_denies_no_other_meeting(one: str, other: str) -> None:
    found = brief_of([EN + one, EN + other], days=[4, 5]).conflicts
    assert not [conflict for conflict in found if conflict.field == "account"]


def test_what_another_denies_to_have_been_held_is_a_disagreement() -> None:
    one = "Chilean Minister Rosa Pino and Peruvian Minister Tomás Orbe met on Tuesday in Arica about the canal."
    other = "Chilean Minister Rosa Pino and Peruvian Minister Tomás Orbe did not meet on Tuesday in Arica, Chile said."
    assert [conflict.field for conflict in brief_of([EN + one, EN + other], days=[4, 5]).conflicts] == ["account"]


def test_what_was_not_held_of_nobody_is_no_other_meeting_of_that_day() -> None:
    """The mayors' appointment is not the deputy ministers' session, which nobody has called off."""
    session = "La reunión de viceministros de Riego, convocada para el 12 de marzo en Tacna, sí se mantiene."
    mayors = "La cita que los alcaldes tenían prevista para el 12 de marzo se canceló."
    found = brief_of([ES + session, ES + mayors], language="es", days=[4, 5]).meetings
    assert [row.status for row in found if row.place == "Tacna"] == ["upcoming"]


HELD = "Chilean Mining Minister Juan Soto met Peruvian Mining Minister Rosa Mena on March 3 in Tacna."
HELD_AND_OFF = [
    (
        "Mr. Soto's visit to the smelter of Ilo, planned for the afternoon of March 3, was cancelled.",
        False,
        "what one of them was to do",
    ),
    ("The meeting between Juan Soto and Rosa Mena planned for March 3 in Tacna was cancelled.", True, "of the same two"),
]


@pytest.mark.parametrize(("off", "same", "why"), HELD_AND_OFF, ids=[row[2] for row in HELD_AND_OFF])
def test_what_was_held_is_not_what_one_of_the_two_called_off(off: str, same: bool, why: str) -> None:
    found = brief_of([HELD, off.replace("Mr. Soto", "Chilean Mining Minister Juan Soto")]).meetings
    (row,) = [meeting for meeting in found if set(meeting.people) == {"Juan Soto", "Rosa Mena"}]
    assert (row.status == "cancelled") == same, why


ERRANDS = [
    ("The vice-president of Peru will visit Malta on March 9. The joint committee will meet in Lima on March 12.", "MT", False),
    ("Peru and Malta signed on Monday. The joint committee will meet in Lima on March 12.", "MT", True),
]


@pytest.mark.parametrize(("text", "country", "named"), ERRANDS)
def test_where_somebody_goes_on_another_errand_is_no_side_of_a_body(text: str, country: str, named: bool) -> None:
    found = brief_of([text], days=[5]).meetings
    assert any(country in row.participants for row in found if row.date == "2026-03-12") == named
