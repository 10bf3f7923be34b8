"""Who takes part in a meeting: the subject and those with whom; never an owner, a piece of a body, a title or the press."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Event, Language

WHO: list[tuple[str, Language, str, set[str]]] = [
    (
        "nobody who is only named in what they prepared",
        "es",
        "El viceministro boliviano Luis Soto ha mantenido hoy una reunión con la viceministra chilena Rosa Díaz, en la que "
        "ambos han preparado la próxima visita a Santiago del canciller de Bolivia, Juan Mamani.",
        {"luis soto", "rosa diaz"},
    ),
    (
        "whoever told it, by the sentence before",
        "es",
        "La presidenta de Chile, Rosa Díaz, insistió en el tratado. Adelantó que el 14 de mayo se reunirá con su homólogo "
        "peruano, Juan Quispe, en Arica.",
        {"rosa diaz", "juan quispe"},
    ),
    (
        "the two who spoke, of whom a second verb tells",
        "en",
        "Chilean Foreign Minister Rosa Díaz and Peruvian Foreign Minister Juan Quispe spoke by phone on Monday, March 2, and "
        "will hold talks on the sidelines of a gathering in Panama on March 27, the department said.",
        {"rosa diaz", "juan quispe"},
    ),
    (
        "the two men just told of",
        "en",
        "Zambia's minister, Joy Banda, spoke by telephone with Malawi's minister, Tom Phiri, on Monday. "
        "The two men are due to meet in Lusaka on March 20.",
        {"joy banda", "tom phiri"},
    ),
    (
        "the owner of a deputy",
        "en",
        "Zambia's minister, Joy Banda, spoke. Banda's deputy, Ana Ruiz, will meet the Malawian minister, Tom Phiri, "
        "in Lusaka on March 20.",
        {"ana ruiz", "tom phiri"},
    ),
    (
        "the name beside the object of a verb of meeting, before a verb of saying",
        "es",
        "El presidente peruano, Juan Quispe, que el lunes recibió a la canciller chilena, Rosa Díaz, insistió en el tratado.",
        {"juan quispe", "rosa diaz"},
    ),
    (
        "not those who spoke with others, whom nobody names",
        "en",
        "Chilean Foreign Minister Rosa Díaz and Peruvian Foreign Minister Juan Quispe spoke with their presidents on Monday.",
        set(),
    ),
    (
        "who asked for something in talks with another",
        "en",
        "In talks with Peruvian Foreign Minister Juan Quispe on Monday, Chilean Foreign Minister Rosa Díaz asked for time.",
        {"juan quispe", "rosa diaz"},
    ),
    (
        "who arrived where she was received, and not whom she met besides",
        "es",
        "La ministra chilena de Exteriores, Rosa Díaz, llegó el martes a Lima, donde fue recibida por el presidente peruano, "
        "Juan Quispe.",
        {"juan quispe", "rosa diaz"},
    ),
    (
        "whom one spoke with, before a verb of saying",
        "es",
        "La canciller chilena, Rosa Díaz, tuvo el lunes una conversación con el presidente peruano Juan Quispe, habló poco.",
        {"rosa diaz", "juan quispe"},
    ),
    (
        "the envoy of a president",
        "es",
        "La canciller chilena, Rosa Díaz, recibió el lunes al enviado del presidente de Perú, Juan Quispe.",
        {"rosa diaz"},
    ),
    (
        "an apposition behind a portfolio is the minister's",
        "en",
        "The Vice Minister of Public Security, Laura Mora Prado, will meet Peruvian Foreign Minister Juan Quispe on March 9.",
        {"laura mora prado", "juan quispe"},
    ),
    (
        "a second day is another meeting",
        "es",
        "La canciller chilena, Rosa Díaz, se reunió el lunes con el peruano Juan Quispe, y el martes con el boliviano, "
        "Luis Mamani.",
        {"rosa diaz", "juan quispe"},
    ),
    (
        "a second day behind the name",
        "en",
        "Chilean minister Rosa Díaz met Peru's envoy, Juan Quispe, on Monday and Bolivia's envoy, Luis Mamani, on Tuesday.",
        {"rosa diaz", "juan quispe"},
    ),
    (
        "a later day of something else",
        "en",
        "Chile's minister Rosa Díaz met Peru's envoy, Juan Quispe, and Bolivia's envoy, Luis Mamani, on Monday to prepare a "
        "visit that begins on Friday.",
        {"rosa diaz", "juan quispe", "luis mamani"},
    ),
    (
        "a premier is the owner of his minister",
        "en",
        "Chile's prime minister Tom Mora spoke. Mora's foreign minister, Ana Ruiz, will meet the Malawian minister, Tom Phiri, "
        "in Lusaka on March 20.",
        {"ana ruiz", "tom phiri"},
    ),
    (
        "who was received is not known",
        "en",
        "On Tuesday he was received by Peruvian President Rosa Díaz and the Chilean minister, Juan Quispe.",
        set(),
    ),
    (
        "who was received is known",
        "en",
        "The Bolivian minister, Ana Ruiz, was received on Tuesday by Peruvian President Rosa Díaz and the Peruvian minister, "
        "Juan Quispe.",
        {"ana ruiz", "rosa diaz", "juan quispe"},
    ),
    (
        "of one day both are met",
        "es",
        "La canciller chilena, Rosa Díaz, se reunió el lunes con el ministro peruano Juan Quispe y con el ministro boliviano "
        "Luis Mamani.",
        {"rosa diaz", "juan quispe", "luis mamani"},
    ),
    (
        "a piece of a body",
        "es",
        "El ministro chileno Pedro Soto se reunió el lunes con el Consejo Directivo de la Agencia Nacional del Agua de Perú.",
        {"pedro soto"},
    ),
    (
        "the head of a council",
        "es",
        "El presidente del Consejo de la Integración, Luis Mamani, se reunió el lunes con el ministro peruano Juan Quispe.",
        {"luis mamani", "juan quispe"},
    ),
    (
        "he who is expected to meet",
        "en",
        "Prime Minister Batu Tsend of Mongolia will visit Uyuni. He is expected to meet Bolivia's president, Luis Mamani.",
        {"batu tsend", "luis mamani"},
    ),
    (
        "nobody knows who she is",
        "en",
        "The prices rose. She is expected to meet Bolivia's president, Luis Mamani, and its minister Ana Choque on March 9.",
        set(),
    ),
    (
        "who travels where",
        "es",
        "La canciller chilena, Rosa Díaz, viajará el lunes a Lima, donde se entrevistará con el ministro Juan Quispe.",
        {"rosa diaz", "juan quispe"},
    ),
    (
        "who tells of it",
        "en",
        "Chilean minister Rosa Díaz will meet Peruvian minister Juan Quispe in Lima on Monday, a ministry spokesman, "
        "Luis Soto, said.",
        {"rosa diaz", "juan quispe"},
    ),
    (
        "who is met before somebody announces it",
        "es",
        "La canciller chilena, Rosa Díaz, se reunirá el lunes con el canciller peruano, Juan Quispe, anunció el ministerio.",
        {"rosa diaz", "juan quispe"},
    ),
    (
        "set to meet behind another verb",
        "en",
        "Chilean Foreign Minister Rosa Díaz arrives in Lima on Sunday and is set to meet Peruvian President Juan Quispe.",
        {"rosa diaz", "juan quispe"},
    ),
    (
        "whom somebody unknown meets do not meet each other",
        "en",
        "The fund's inspectors will meet Chilean minister Rosa Díaz and Peruvian minister Juan Quispe on March 9.",
        set(),
    ),
    (
        "who attended the one just told",
        "es",
        "La canciller chilena, Rosa Díaz, se reunió el lunes con el ministro peruano Juan Quispe. El jefe de la misión, "
        "Luis Soto, asistió al encuentro.",
        {"rosa diaz", "juan quispe"},
    ),
    (
        "the patient of a passive goes on",
        "es",
        "La ministra chilena Rosa Díaz fue recibida el lunes por el presidente peruano, Juan Quispe.",
        {"rosa diaz", "juan quispe"},
    ),
]


def meetings(language: Language, text: str) -> list[Event]:
    article = Article(
        id="a1", file="a1.txt", language=language, published="2026-03-04", published_basis="stated", sha256="0" * 64, text=text
    )
    knowledge = load_knowledge()
    return [c for c in extract(annotate(article, knowledge), knowledge) if isinstance(c, Event) and c.meeting]


@pytest.mark.parametrize(("language", "text", "people"), [row[1:] for row in WHO], ids=[row[0] for row in WHO])
def test_who(language: Language, text: str, people: set[str]) -> None:
    told = [event for event in meetings(language, text) if event.meeting != "visit"]
    assert {name.partition(":")[2].lower() for event in told for name in event.people} == people


def test_what_a_passive_is_coordinated_with_is_done_by_the_same_person() -> None:
    text = "La ministra chilena Rosa Díaz fue recibida el lunes por el presidente peruano Juan Quispe y hoy visitará Arequipa."
    visits = [event for event in meetings("es", text) if event.meeting == "visit"]
    assert [event.people for event in visits] == [("person:rosa diaz",)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Peruvian media said Chilean Foreign Minister Rosa Díaz would visit Lima in June."),
        ("es", "La canciller chilena, Rosa Díaz, visitará Lima en junio, según la prensa peruana."),
        ("es", "Según analistas peruanos, la canciller chilena, Rosa Díaz, visitará Lima en junio."),
    ],
)
def test_a_country_s_press_is_not_its_government(language: Language, text: str) -> None:
    assert [(event.attribution, event.certainty) for event in meetings(language, text)] == [((), "reported")]


def test_where_from_is_no_visit() -> None:
    text = "La canciller chilena, Rosa Díaz, recibió el lunes al ministro peruano Juan Quispe, quien viajó desde Ginebra."
    kinds = {event.meeting for event in meetings("es", text)}
    assert kinds
    assert "visit" not in kinds


def test_who_speaks_of_seeing_each_other_again_was_there() -> None:
    text = (
        "La canciller chilena, Rosa Díaz, recibió el lunes al ministro peruano Juan Quispe. Quispe se reunirá el viernes "
        "con el canciller ecuatoriano, Luis Soto. «Nos veremos otra vez en Lima en mayo», dijo Díaz."
    )
    ahead = [event for event in meetings("es", text) if event.date == "2026-05"]
    assert [set(event.people) for event in ahead] == [{"person:rosa diaz", "person:juan quispe"}]


def test_both_are_the_two_told_of_in_the_same_sentence() -> None:
    text = (
        "La canciller keniana, Ana Otieno, confirmó que habló el lunes por teléfono con el canciller ghanés, Kofi Adom, y "
        "avanzó que ambos se verán el 22 de abril en Accra."
    )
    met = [event for event in meetings("es", text) if event.status == "upcoming"]
    assert [(len(event.people), event.place) for event in met] == [(2, "Accra")]


def test_three_are_not_the_two_of_before() -> None:
    text = (
        "La ministra chilena Rosa Díaz se reunió ayer con el ministro peruano Juan Quispe. Los tres ministros se verán en mayo."
    )
    assert [event.people for event in meetings("es", text) if event.date == "2026-05"] == [()]


def test_a_journey_nowhere_at_no_time_is_none() -> None:
    assert meetings("es", "La ministra chilena Rosa Díaz viaja acompañada del ministro peruano Juan Quispe.") == []
    assert meetings("es", "La ministra chilena Rosa Díaz viajará el viernes a Lima con el ministro peruano Juan Quispe.")


def test_of_three_people_no_two_are_chosen() -> None:
    text = (
        "La consejera suiza Eva Roth se reunió el lunes en Ginebra con el ministro peruano Juan Quispe y el chileno "
        "Pedro Soto. Los dos ministros se verán en Lima el 27 de marzo."
    )
    ahead = [event for event in meetings("es", text) if event.date == "2026-03-27"]
    assert [event.people for event in ahead] == [()]


def test_the_country_of_the_town_takes_no_part_beside_two_sides() -> None:
    text = "La canciller chilena, Rosa Díaz, viajará el lunes a Lima, donde se entrevistará con el boliviano Luis Mamani."
    assert [set(event.actors) for event in meetings("es", text)] == [{"CL"}]


DAYS: list[tuple[str, Language, str, list[tuple[str | None, str | None]]]] = [
    (
        "a call of the past beside a noun",
        "en",
        "Uruguay's president Juan Quispe and Chilean president Rosa Díaz spoke by phone on Monday.",
        [("2026-03-02", None)],
    ),
    (
        "the present with a weekday is to come",
        "es",
        "El ministro peruano Juan Quispe viaja el lunes a Nuakchot.",
        [("2026-03-09", "upcoming")],
    ),
    (
        "a name with a small word that is a verb elsewhere",
        "es",
        "El embajador de la UE, Joost van Dam, se reunió el martes con el ministro cubano Juan Quispe.",
        [("2026-03-03", None)],
    ),
    (
        "the future stays ahead",
        "en",
        "Chile's president, Rosa Díaz, will meet Peru's president, Juan Quispe, on Monday.",
        [("2026-03-09", "upcoming")],
    ),
    (
        "a town named by a weekday",
        "es",
        "El ministro peruano Juan Quispe visitará Santo Domingo el 18 de marzo.",
        [("2026-03-18", "upcoming")],
    ),
]


@pytest.mark.parametrize(("language", "text", "days"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS])
def test_day_by_tense(language: Language, text: str, days: list[tuple[str | None, str | None]]) -> None:
    assert [(event.date, event.status) for event in meetings(language, text)] == days


def test_who_speaks_in_the_first_person_was_there() -> None:
    text = (
        "El canciller peruano, Juan Quispe, visitó el Congreso. “Conversé ayer con la ministra chilena Rosa Díaz”, "
        "indicó Quispe."
    )
    assert [set(e.people) for e in meetings("es", text) if e.meeting == "talks"] == [{"person:juan quispe", "person:rosa diaz"}]


def test_nobody_knows_who_we_are() -> None:
    text = "Chilean minister Rosa Díaz met Peruvian minister Juan Quispe on Monday. “We will meet again in May,” Tamm said."
    assert [e.date for e in meetings("en", text) if e.status == "upcoming"] == []
    assert [e.date for e in meetings("en", text.replace("Tamm", "Díaz")) if e.status == "upcoming"] == ["2026-05"]


def test_the_day_of_what_comes_after_is_another() -> None:
    text = "Chilean minister Rosa Díaz will meet Peruvian minister Juan Quispe before Quispe leaves on Monday."
    assert [event.date for event in meetings("en", text)] == ["2026-03-04/.."]


def test_ministers_are_not_the_admirals_of_before() -> None:
    text = (
        "Chilean minister Rosa Díaz arrived on Monday. Peru's navy commander, Juan Quispe, met Bolivia's navy commander, "
        "Luis Mamani, on Tuesday. The ministers will meet in May."
    )
    assert [event.date for event in meetings("en", text) if event.status == "upcoming" and event.people] == []
    text = "Chilean minister Rosa Díaz met Peruvian minister Juan Quispe on Tuesday. The ministers will meet in May."
    assert [event.date for event in meetings("en", text) if event.status == "upcoming" and event.people] == ["2026-05"]


def test_who_met_several_may_mean_any_of_them() -> None:
    text = (
        "Chilean minister Rosa Díaz met Peruvian minister Juan Quispe on Monday and spoke. Díaz met Bolivian minister Luis "
        "Mamani on Tuesday. “We will meet again in May,” Díaz said."
    )
    assert [event.date for event in meetings("en", text) if event.status == "upcoming" and event.people] == []
    text = "Chilean minister Rosa Díaz met Peruvian minister Juan Quispe on Monday. “We will meet again in May,” Díaz said."
    assert [event.date for event in meetings("en", text) if event.status == "upcoming" and event.people] == ["2026-05"]


PAIR = "El ministro chileno Luis Paz se reunirá con la ministra peruana Ana Ruiz el 26 de marzo en Tacna."
PAIR_AHEAD = "Chilean minister Luis Paz will meet Peruvian minister Ana Ruiz in Tacna on Monday."
MET = "Chilean Water Minister Luis Paz met Peruvian Water Minister Ana Ruiz in Tacna on Monday."


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", f"{PAIR} Ambos visitarán después el puerto.", ["meeting 2026-03-26"]),
        ("es", f"{PAIR} Los dos visitarán el lago el 27 de marzo.", ["meeting 2026-03-26", "visit 2026-03-27"]),
        ("en", f"{MET} Both later visited the harbour.", ["meeting 2026-03-02"]),
        ("en", f"{MET} They will visit Lake Titicaca on April 9.", ["meeting 2026-03-02", "visit 2026-04-09"]),
        ("en", f"{MET} They will meet again on April 9.", ["meeting 2026-03-02", "meeting 2026-04-09"]),
        (
            "es",
            f"{PAIR} Organizaciones ambientalistas de los dos países reclamaron estar presentes en el encuentro.",
            ["meeting 2026-03-26"],
        ),
        ("es", "Sindicatos de los dos países lamentaron no estar presentes en la reunión entre Chile y Perú.", []),
        ("en", "Unions of Chile and Peru wanted to be heard at the meeting.", []),
        ("es", "Chile y Perú exigieron la liberación de los presos en la reunión del lunes.", ["meeting 2026-03-02"]),
        ("en", "Chile and Peru demanded more money at the summit on Monday.", ["summit 2026-03-02"]),
        (
            "en",
            "Officials from Chile and Peru met at the pass on Monday and agreed only to meet again.",
            ["meeting 2026-03-02"],
        ),
        ("en", f"{PAIR_AHEAD} The two spoke by phone Saturday.", ["call 2026-02-28", "meeting 2026-03-09"]),
    ],
)
def test_what_is_part_of_a_meeting_or_asked_of_it_is_none(language: Language, text: str, expected: list[str]) -> None:
    assert sorted(f"{event.meeting} {event.date}" for event in meetings(language, text)) == expected


TRIP = "Kenyan Trade Minister Ali Hassan is scheduled to visit Kampala on March 28"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{TRIP}, when he will also be received by President Museveni's chief adviser, John Okello.",
            {"ali hassan", "john okello"},
        ),
        (f"{TRIP}, when the adviser John Okello will meet Ugandan Trade Minister Moses Kato.", {"john okello", "moses kato"}),
    ],
)
def test_he_is_who_travels(text: str, expected: set[str]) -> None:
    told = [event for event in meetings("en", text) if event.meeting != "visit"]
    assert [{name.partition(":")[2] for name in event.people} for event in told] == [expected]


def test_a_place_behind_a_day_that_stands_beside_a_name() -> None:
    text = "Otieno se reunirá con el secretario ugandés de Agricultura, Moses Kato, el 29 de marzo en Lilongüe."
    assert [event.place for event in meetings("es", text)] == ["Lilongüe"]


def test_no_second_place_and_no_tail_of_an_office_takes_part() -> None:
    text = "Zambia's Minister for Migration Affairs, Joy Banda, will visit the shelters in Mchinji and Fort Lister on Friday."
    assert [set(event.people) for event in meetings("en", text)] == [{"person:joy banda"}]


def test_they_are_the_officials_of_the_sentence_before() -> None:
    text = (
        "Zambia's minister, Joy Banda, spoke by telephone with Malawi's minister, Tom Phiri, on Monday. "
        "Trade officials from the two sides ended two days of talks in Chipata on Tuesday. "
        "They will meet again in Mchinji in April."
    )
    ahead = [event for event in meetings("en", text) if event.status == "upcoming"]
    assert ahead
    assert not any("joy banda" in person for event in ahead for person in event.people)


def test_secretaries_of_both_countries_are_of_the_pair() -> None:
    text = (
        "Chile presionó a Perú. Chile y Perú abrieron un diálogo. La segunda cita es una reunión ministerial en Oslo, "
        "programada para mayo de 2026, en la que participarán secretarios encargados de pesca en ambos países."
    )
    assert [event.actors for event in meetings("es", text) if event.status == "upcoming"] == [("CL", "PE")]


@pytest.mark.parametrize(
    ("language", "text", "people", "countries"),
    [
        (
            "es",
            "El ministro chileno de Energía, Pablo Soto, ordenó a su viceministro, Juan Rojas, asistir a la reunión del 15 de "
            "marzo con Perú en Tacna.",
            {"juan rojas"},
            {"CL", "PE"},
        ),
        (
            "en",
            "Kenya's Energy Minister, Grace Wanjiku, appointed Peter Otieno to lead the delegation to the talks with Uganda in "
            "Busia on March 15.",
            {"Peter Otieno"},
            {"KE", "UG"},
        ),
        (
            "en",
            "The Chilean minister, Pablo Soto, sent a letter to Peru before his meeting with Juan Quispe, the Peruvian "
            "minister, on March 15 in Lima.",
            {"juan quispe", "pablo soto"},
            {"CL", "PE"},
        ),
        (
            "es",
            "El mediador de la Unión Africana, Mamadou Diop, llegó. El diplomático senegalés se entrevistará el 20 de marzo "
            "con el primer ministro de Zambia, Tom Banda.",
            {"tom banda"},
            {"ZM"},
        ),
        (
            "en",
            "The Kenyan envoy of the African Union will meet Zambian Prime Minister Tom Banda in Lusaka on March 20.",
            {"tom banda"},
            {"ZM"},
        ),
        (
            "en",
            "The Minister will travel to Lusaka on March 20 with the Kenyan Deputy Minister of Transport, Ann Mwangi.",
            set(),
            {"KE", "ZM"},
        ),
    ],
    ids=["who orders", "who appoints", "who sends a letter", "where a mediator is from", "an envoy of a body", "a companion"],
)
def test_who_sends_another_and_where_one_is_from(language: Language, text: str, people: set[str], countries: set[str]) -> None:
    (event,) = meetings(language, text)
    assert ({name.partition(":")[2] for name in event.people}, set(event.actors)) == (people, countries)


def test_whom_he_had_called_was_not_at_the_hearing() -> None:
    text = (
        "El ministro peruano Juan Quispe dio detalles. Quispe compareció el lunes ante la comisión, un día después de hablar "
        "por teléfono con su homóloga chilena, Rosa Díaz."
    )
    heard = [event for event in meetings("es", text) if event.meeting == "hearing"]
    assert heard
    assert not any("person:rosa diaz" in event.people for event in heard)


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("es", "El Gabinete chadiano debatirá el lunes la ampliación del plazo que pide Sudán.", set()),
        ("en", "Chad's cabinet will discuss on Monday a Sudanese request for a longer deadline.", set()),
        ("en", "The Gulf Cooperation Council, whose secretary general is expected in Baghdad on Monday, urged calm.", set()),
        ("en", "The deadline for the bids is April 30.", {("deadline", "2026-04-30")}),
        ("es", "Chad y Sudán acordaron suspender hasta el 4 de abril las conversaciones.", {("deadline", "2026-04-04")}),
        ("en", "Chad and Sudan suspended talks on water until April 4.", {("deadline", "2026-04-04")}),
        (
            "es",
            "La ministra Amina Farah aceptó este miércoles la invitación de Sudán para que expertos visiten la presa.",
            set(),
        ),
    ],
    ids=["talk of a limit", "a request", "whose official", "a limit", "pausa", "pause", "accepted invitation"],
)
def test_limits_and_purposes(language: Language, text: str, kinds: set[tuple[str, str]]) -> None:
    assert {(event.meeting, event.date) for event in meetings(language, text)} == kinds


@pytest.mark.parametrize(
    ("language", "text", "people", "countries"),
    [
        ("en", "Norway will host talks between Chad and Sudan on March 20.", set(), {"TD", "SD"}),
        ("es", "Noruega acogerá el 20 de marzo una reunión entre Chad y Sudán.", set(), {"TD", "SD"}),
        ("en", "The UN Security Council will meet on March 20 at the request of Sudan.", set(), {"un.security_council"}),
        ("es", "Los ministros de Chad y Sudán se reunirán el 20 de marzo con la mediación de la ONU.", set(), {"TD", "SD"}),
        (
            "es",
            "El viceministro de Chad Omar Saleh se reunirá el 20 de marzo en Oslo con la ministra sudanesa Amina Farah, con la "
            "mediación de Noruega.",
            {"omar saleh", "amina farah"},
            {"TD", "SD"},
        ),
        (
            "en",
            "Norwegian Defence Minister Ingrid Berg met the ambassadors of the G7 countries on Monday.",
            {"ingrid berg"},
            {"NO"},
        ),
        (
            "en",
            "Chad will return to the talks in Oslo, which Norway has set for March 20 and which will be attended by Deputy "
            "Foreign Minister Omar Saleh and Sudan's Amina Farah.",
            {"omar saleh", "Amina Farah"},
            {"TD", "SD"},
        ),
        (
            "en",
            "Chad and Sudan will resume water talks in Oslo on March 20, to be attended by Sudanese Minister Amina Farah.",
            {"amina farah"},
            {"TD", "SD"},
        ),
        (
            "es",
            "Una delegación de Chad encabezada por el viceministro Omar Saleh se reunirá el 20 de marzo en Oslo con la "
            "ministra sudanesa Amina Farah.",
            {"omar saleh", "amina farah"},
            {"TD", "SD"},
        ),
    ],
    ids=[
        "host",
        "anfitrión",
        "who asks",
        "mediador",
        "where the mediator is",
        "members",
        "who sets the day",
        "attended by",
        "headed by",
    ],
)
def test_who_is_named_beside_it_and_who_comes(language: Language, text: str, people: set[str], countries: set[str]) -> None:
    found = meetings(language, text)
    told = [
        ({name.partition(":")[2] for name in event.people}, set(event.actors)) for event in found if event.meeting != "visit"
    ]
    assert told
    assert all(one == (people, countries) for one in told)
