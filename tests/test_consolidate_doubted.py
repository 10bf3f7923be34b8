"""Announcements that a later sentence puts in doubt, as a table: the articles in order, and the days that stay to come."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.model import Language

TALKS = "Foreign ministers Rosa Díaz of Chile and Juan Quispe of Peru will meet in Tacna on March 12."
VISIT = "Ghanaian President Kofi Badu will travel to Lomé on March 17 to meet Togo's president, Yao Kpodo."
CITA = "El canciller de Chile, Pablo Soto, y el de Perú, Juan Quispe, se reunirán el 12 de marzo en Tacna."

CASES: list[tuple[Language, list[str], list[str], str]] = [
    ("en", [TALKS, "The weather in Tacna was fine."], ["2026-03-12"], "nothing changes"),
    ("en", [TALKS, "The meeting in Tacna announced for March 12 will not go ahead, a Peruvian official said."], [], "off"),
    ("en", [TALKS, "Díaz and Quispe will not meet next Thursday after all."], [], "denied by the verb, the day by its weekday"),
    ("en", [TALKS, "Chile has asked Peru to put back the ministers' meeting in Tacna."], [], "asked to be put back"),
    ("en", [TALKS, "The talks of Chile and Peru in Tacna have been moved to Arica."], [], "another place"),
    ("en", [VISIT, "Badu's trip to Togo is no longer on his calendar, his spokesman said."], [], "by a surname"),
    ("en", [VISIT, "Badu's visit to Lomé is not cancelled, his spokesman said."], ["2026-03-17"], "the change is denied"),
    ("en", [VISIT, "Badu would call off the visit to Lomé if Togo closed the border."], ["2026-03-17"], "only threatened"),
    ("en", [VISIT, "Kenya's trade minister postponed a trip to Uganda."], ["2026-03-17"], "others' trip"),
    (
        "en",
        [VISIT, "A telephone call of Badu and Kpodo that was due on March 17 was cancelled."],
        ["2026-03-17"],
        "a call is no visit",
    ),
    (
        "en",
        [TALKS, "The meeting of Chile and Peru planned for March 9 was moved to March 10."],
        ["2026-03-10", "2026-03-12"],
        "of another day",
    ),
    (
        "en",
        [f"The talks planned for March 10 in Tacna were postponed. {TALKS}"],
        ["2026-03-12"],
        "an article's own new day, told behind the change",
    ),
    (
        "en",
        [f"{TALKS} The meeting had originally been planned for March 10 but was put back at the request of Peru."],
        ["2026-03-12"],
        "an article's own new day, told before the change",
    ),
    (
        "es",
        [CITA, f"{CITA} El encuentro, que estaba previsto para el día 10, fue aplazado a pedido de Perú."],
        ["2026-03-12"],
        "of the old day only that it was put off",
    ),
    (
        "en",
        [TALKS, "The talks between Chile and Peru, which were originally planned for Lima, will be held in Tacna instead."],
        ["2026-03-12"],
        "only the place has changed, and it is the new one",
    ),
    (
        "en",
        [TALKS, "Peru had asked Chile for a meeting with the president, but it did not take place."],
        ["2026-03-12"],
        "what was not held is not what is to come",
    ),
    (
        "en",
        [TALKS, "The summit of Chile and Peru, which was to be held on March 20, will take place on March 28."],
        ["2026-03-12", "2026-03-28"],
        "the day that was changed is known, and is another",
    ),
    (
        "es",
        [CITA, "Los gremios de Perú piden retomar las conversaciones con Chile, suspendidas desde el jueves."],
        ["2026-03-12"],
        "since when something is suspended is no day of a plan",
    ),
    ("es", [CITA, "La cita de Tacna se traslada a Arica."], [], "by its place"),
    (
        "en",
        [TALKS, "The meeting of Chile and Peru in Tacna has drawn much attention. It has been postponed, an official said."],
        [],
        "put off, by a pronoun for what the sentence before names",
    ),
    (
        "en",
        [TALKS, "The fair of Chile and Peru in Tacna has drawn much attention. It has been postponed, an official said."],
        ["2026-03-12"],
        "a pronoun for what is no meeting",
    ),
    (
        "en",
        [TALKS, "Q: Is the Tacna meeting next Thursday going ahead?\n\nA: It has been postponed. There is no date."],
        [],
        "in an answer of nobody knows whom",
    ),
    (
        "en",
        [TALKS, "Q: Is the Tacna meeting next Thursday going ahead?\n\nA: It has not been postponed. There is a date."],
        ["2026-03-12"],
        "in an answer, and denied",
    ),
    (
        "es",
        [CITA, "El 12 de marzo Soto iba a ir a Tacna a la cita con Perú, pero la han movido al 20 de marzo."],
        [],
        "moved, by a pronoun",
    ),
    ("en", [VISIT, "Badu said that no meeting with Kpodo in Lomé had been set."], [], "that it was set is denied"),
    (
        "es",
        [
            "La canciller de Chile, Rosa Díaz, se reunió el martes en Lima con el de Perú, Juan Quispe. "
            "Los dos cancilleres volverán a verse el 12 de marzo en Tacna.",
            "La reunión de los cancilleres de Chile y Perú prevista para el 12 de marzo en Tacna quedó en suspenso.",
        ],
        [],
        "those who meet are known by their offices alone",
    ),
    ("es", [CITA, "El encuentro de los cancilleres de Chile y Perú en Tacna ya no será el jueves."], [], "not on that day"),
    ("es", [CITA, "La reunión prevista para el 12 de marzo entre Chile y Perú queda suspendida."], [], "suspended"),
    (
        "es",
        [CITA, "Los permisos de Chile y Perú son actos que no pueden quedar sin efecto a pedido de Bolivia."],
        ["2026-03-12"],
        "a denied phrase, of no meeting",
    ),
    ("es", [CITA, "La reunión de Chile y Perú no está en duda."], ["2026-03-12"], "the doubt is denied"),
    ("es", [CITA, "La reunión de Chile y Perú está en duda."], [], "the doubt is told"),
    ("es", [CITA, "La reunión de Chile y Perú del 12 de marzo no está suspendida."], ["2026-03-12"], "the change is denied"),
    (
        "en",
        [TALKS, "The Chilean Socialist Party demanded that the ministers' meeting with Peru in Tacna be cancelled."],
        ["2026-03-12"],
        "wanted by those who do not meet",
    ),
    ("en", [TALKS, "Peru will not attend the talks with Chile planned for March 12."], [], "refused"),
    (
        "en",
        [TALKS, "Peru said that it would not attend the talks with Chile planned for March 12 unless the boat was freed."],
        ["2026-03-12"],
        "refused on a condition, so that it stands until then",
    ),
    (
        "es",
        [CITA, "Quispe dijo que no acudirá a Tacna la semana próxima si antes no se abre el paso."],
        ["2026-03-12"],
        "refused on a condition, by a phrase",
    ),
    (
        "es",
        [CITA, "Fuentes de Perú precisaron que el encuentro con Chile en Tacna estaba previsto desde enero."],
        ["2026-03-12"],
        "planned since, and still",
    ),
    (
        "es",
        [f"{CITA} La cita, prevista en principio en Iquique, cambió de sede a pedido de Perú."],
        ["2026-03-12"],
        "only the place has changed, and its own article has the new one",
    ),
    (
        "en",
        [TALKS, "The fee was moved from $5 to $8 during a call of Díaz and Quispe."],
        ["2026-03-12"],
        "something else is changed, at a call",
    ),
    (
        "es",
        [CITA, "Soto recibió en Tacna a Quispe, con quien pasó revista a la pesca y preparó la cumbre de junio."],
        ["2026-03-12"],
        "`pasar revista` moves nothing",
    ),
    (
        "en",
        [TALKS, "Díaz called for a call to suspend flights between Chile and Peru to be ignored."],
        ["2026-03-12"],
        "what a call asks to be suspended is no meeting",
    ),
    (
        "en",
        [TALKS, "The foreign ministers of Chile and Peru have not met since March 12, 2024."],
        ["2026-03-12"],
        "what has not been for long says nothing of what is to come",
    ),
    (
        "en",
        [TALKS, "No bilateral meeting of Chile and Peru on tariffs has been announced."],
        ["2026-03-12"],
        "not announced, and not called off",
    ),
]


@pytest.mark.parametrize(("language", "texts", "expected", "comment"), CASES, ids=[f"{row[0]}: {row[3]}" for row in CASES])
def test_what_stays_to_come(language: Language, texts: list[str], expected: list[str], comment: str) -> None:
    brief = brief_of(texts, language=language)
    assert [meeting.date for meeting in brief.meetings if meeting.status == "upcoming"] == expected, comment


def test_another_day_from_a_later_article() -> None:
    brief = brief_of([TALKS, TALKS.replace("March 12", "March 14")])
    assert [meeting.date for meeting in brief.meetings] == ["2026-03-14"]


def test_a_still_later_article_confirms() -> None:
    off = "The meeting of Díaz and Quispe on March 12 has been put off, a newspaper said."
    brief = brief_of([TALKS, off, TALKS])
    assert "2026-03-12" in {meeting.date for meeting in brief.meetings if meeting.status == "upcoming"}


def test_a_doubted_announcement_is_no_fact() -> None:
    brief = brief_of([TALKS, "The meeting in Tacna announced for March 12 will not go ahead, a Peruvian official said."])
    assert all("will meet in Tacna" not in piece.text for fact in brief.facts for piece in fact.evidence)
    assert any("will meet in Tacna" in piece.text for fact in brief_of([TALKS]).facts for piece in fact.evidence)


def test_a_moved_visit_is_no_fact_of_its_old_day() -> None:
    plan = "Peruvian President Juan Quispe is due to visit Arica on Friday. Chile and Peru trade in fish."
    moved = "Peruvian President Juan Quispe has put off to Monday the visit to Arica set for Friday, Peru said."
    brief = brief_of([plan, moved])
    assert all("is due to visit" not in piece.text for fact in brief.facts for piece in fact.evidence)
    assert any("is due to visit" in piece.text for fact in brief_of([plan]).facts for piece in fact.evidence)


def test_a_threat_taken_back() -> None:
    threat = "Peru's prime minister, Juan Quispe, announced that Peru will issue no permits to Chile if there is no answer."
    brief = brief_of([threat, "Peru withdrew its warning about the permits to Chile, Foreign Minister Ana Ruiz said."])
    assert all("if there is no answer" not in piece.text for fact in brief.facts for piece in fact.evidence)
    kept = brief_of([threat, "Peru withdrew its threat to sue fishing companies, Foreign Minister Ana Ruiz of Peru said."])
    assert any("if there is no answer" in piece.text for one in kept.positions for piece in one.evidence)


def test_a_condition_set_as_a_plan_and_taken_back() -> None:
    threat = "Peru will ask a Mercosur panel to rule on Chile's ban on grapes unless it is lifted, Ana Ruiz of Peru said."
    brief = brief_of([threat, "Peru withdrew its threat to go to a Mercosur panel, Foreign Minister Ana Ruiz said."])
    items = (*brief.facts, *brief.positions)
    assert all("unless it is lifted" not in piece.text for one in items for piece in one.evidence)
    kept = brief_of([threat, "Peru withdrew its threat to sue fishing companies, Foreign Minister Ana Ruiz of Peru said."])
    assert any("unless it is lifted" in piece.text for one in (*kept.facts, *kept.positions) for piece in one.evidence)
    plan = "Peru will ask a Mercosur panel to rule on Chile's ban on grapes, Ana Ruiz of Peru said."
    sure = brief_of([plan, "Peru withdrew its threat to go to a Mercosur panel, Foreign Minister Ana Ruiz said."])
    assert any("will ask a Mercosur panel" in piece.text for one in (*sure.facts, *sure.positions) for piece in one.evidence)


def test_what_was_awaited_and_has_come() -> None:
    awaited = "Chile has promised Peru's central bank a deposit of 300 million dollars, which has not arrived yet."
    come = brief_of(
        [awaited, "Peru's central bank said that it had received the first 90 million dollars of the Chilean deposit."]
    )
    assert all("not arrived yet" not in piece.text for fact in come.facts for piece in fact.evidence)
    other = brief_of([awaited, "Peru's central bank said that it had received a letter from Chile about the tariffs."])
    assert any("not arrived yet" in piece.text for one in other.positions for piece in one.evidence)


def test_put_off_and_then_held() -> None:
    put_off = "The meeting of Chilean minister Rosa Díaz and Peruvian minister Juan Quispe was put off from March 4 to March 5."
    held = "Chilean minister Rosa Díaz met Peruvian minister Juan Quispe in Tacna on Thursday, March 5."
    brief = brief_of([TALKS.replace("March 12", "March 4"), put_off, held])
    assert ("held", "2026-03-05") in {(meeting.status, meeting.date) for meeting in brief.meetings}
    assert "upcoming" not in {meeting.status for meeting in brief.meetings}
    assert not brief.conflicts


def test_what_has_no_day_and_another_article_knows_to_be_over() -> None:
    undated = "Technical teams from Chile and Peru are to meet in Tacna soon."
    dated = "Technical teams from Chile and Peru are to meet in Tacna on March 4."
    assert [meeting.status for meeting in brief_of([undated]).meetings] == ["upcoming"]
    assert not any(meeting.status == "upcoming" for meeting in brief_of([undated, dated]).meetings)


def test_where_a_later_article_has_the_traveller() -> None:
    ahead = "Kenyan Trade Minister Ali Hassan will travel on to Lusaka."
    there = "Zambia's minister, Joy Banda, received today, March 4, in Lusaka the Kenyan Trade Minister, Ali Hassan."
    assert any(meeting.status == "upcoming" for meeting in brief_of([ahead]).meetings)
    assert not any(meeting.status == "upcoming" for meeting in brief_of([ahead, there]).meetings)


def test_where_an_article_without_a_date_has_had_the_traveller() -> None:
    ahead = "Norway's deputy foreign minister, Per Lund, will travel beforehand to Lima to prepare the talks with Peru."
    gone = "Deputy foreign minister Per Lund, whom Norway sent to Lima on Wednesday, left without a statement."
    planned = "Deputy foreign minister Per Lund, who is due in Lima on Wednesday, made no statement."
    days = ["2026-03-02/2026-03-06"] * 2
    assert any(meeting.status == "upcoming" for meeting in brief_of([ahead], days=days[:1]).meetings)
    assert not any(meeting.status == "upcoming" for meeting in brief_of([ahead, gone], days=days).meetings)
    assert any(meeting.status == "upcoming" for meeting in brief_of([ahead, planned], days=days).meetings)


def test_people_of_one_government_are_no_pair() -> None:
    pair = "Zambia's Foreign Minister, Joy Banda, will meet Malawi's Foreign Minister, Tom Phiri, in Lusaka on March 20."
    along = (
        "Zambia's Water Minister, Ann Mwale, spoke on Monday. She said that she would take part in the talks on March 20 along "
        "with Zambia's Foreign Minister, Joy Banda."
    )
    assert not brief_of([along]).meetings
    (meeting,) = brief_of([pair, along]).meetings
    assert set(meeting.people) == {"Joy Banda", "Tom Phiri", "Ann Mwale"}
