"""Transcripts, fact sheets, communiqués and decrees: who speaks, what is nobody's, whose word it all is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from briefing.annotate.document import annotate
from briefing.consolidate import consolidate
from briefing.extract import extract
from briefing.ingest.cleaning import clean
from briefing.ingest.source import Source
from briefing.knowledge import load_knowledge
from briefing.model import Article, Claim, Doc, Event, Figure, Language, Statement

PRESS_CONFERENCE = """Versión estenográfica. Conferencia de prensa de la presidenta Ana Mora del 3 de marzo de 2026

PRESIDENTA DE ECUADOR, ANA MORA: Buenos días. Ayer hablé por teléfono con el presidente de Francia, Jean Petit.
Le pedí que Francia levante la cuota al banano. Estuvo de acuerdo. Quiero agradecer a Francia su interés.
Y le dije: “Bueno, queremos que no haya cuotas”.
Nosotros no vamos a firmar el tratado con Francia.
PREGUNTA: Presidenta, Chile exigió ayer a Ecuador que retire sus barcos. ¿Los va a retirar?
PRESIDENTA DE ECUADOR, ANA MORA: Rechazamos esa exigencia de Chile. Hay alrededor de 400 soldados en la frontera con Perú.
VOZ HOMBRE: Perú rechaza el plan de Chile.
"""

FACT_SHEET = """Fact Sheet: President Paulo Lima Imposes Duties on Shoes from Norway

PROTECTING WORKERS: President Paulo Lima of Brazil is imposing a 30% duty on shoes from Norway.
-   Norwegian officials have failed to stop the dumping of shoes.
-   We must protect our workers.
"""

DECREE = """Adjusting Duties on Fish
date 2026-03-03

By virtue of the authority vested in me, in the name of the Republic of Kenya, it is hereby ordered:
I have determined that the Government of Uganda has taken steps to stop illegal fishing.
The additional duty on fish from Uganda shall be suspended until April 4, 2026.
In order to assess whether the threat to Uganda has abated, the additional duty on reeds shall be suspended until April 9, 2026.
If the Government of Uganda fails to stop illegal fishing, the President shall take necessary measures to protect the lake.
The Secretary of Fisheries shall report on Uganda every month.
"""

TWO_LINES = """Republic of Kenya
Ministry of Foreign Affairs
Press Release No: 14
3 March 2026

On the lake

The Ministry wishes to refer to the remarks of the Ugandan minister. Kenya does not collect duties from Uganda. The Minister
regrets the remarks. We call on Uganda to reopen the port.
"""

BOTH_AUTHORITIES = """Ministerio de Relaciones Exteriores de Zambia
Boletín de prensa 14

Lusaka, 3 de marzo de 2026

La ministra de Relaciones Exteriores, Ann Phiri, llamó a su homólogo de Angola, Joseph Mwanza.
Las autoridades coincidieron en la importancia del puente. Las autoridades cerraron el puente a los camiones de Angola.
"""

JOINT = """Joint Statement of Chile and Peru on the Pacific Corridor

Chile and Peru share a long border. We condemn the attack on the port of Matarani. We urge Bolivia to reopen the road.
"""


def read(text: str, language: str) -> tuple[Doc, tuple[Claim, ...]]:
    cleaned = clean(Source(text=text))
    article = Article(
        id="a1",
        file="t.txt",
        sha256="",
        text=text,
        language=language,
        marks=cleaned.marks,
        published="2026-03-04",
        published_basis="stated",
    )
    doc = annotate(article, load_knowledge())
    return doc, extract(doc, load_knowledge())


def stances(text: str, language: str) -> list[str]:
    found = [c for c in read(text, language)[1] if isinstance(c, Statement)]
    return [f"{c.government} {c.stance}: {' '.join(c.evidence.text.lstrip('- ').split()[:4])}" for c in found]


def test_a_ministry_below_its_country_issues_the_text() -> None:
    assert read(TWO_LINES, "en")[0].issuers == ("KE",)
    assert stances(TWO_LINES, "en") == [
        "KE states: Kenya does not collect",
        "KE states: The Minister regrets the",
        "KE requests: We call on Uganda",
    ]


def test_authorities_that_agree_are_not_those_of_the_issuer_alone() -> None:
    doc = read(BOTH_AUTHORITIES, "es")[0]
    behind = doc.article.text.index("importancia")
    assert [m.span.start > behind for m in doc.mentions if m.actor == "ZM" and not m.place] == [True]


def test_the_first_person_of_a_turn_is_its_speaker_and_a_question_is_nobodys() -> None:
    assert stances(PRESS_CONFERENCE, "es") == [
        "EC requests: Le pedí que Francia",
        "EC rejects: Y le dije: “Bueno,",
        "EC rejects: Nosotros no vamos a",
        "EC rejects: Rechazamos esa exigencia de",
    ]


POINTING_BACK = [
    (
        "Llegamos al acuerdo de poner más guardias en la frontera con Francia.",
        ["EC agrees"],
        "what is agreed stands in the sentence",
    ),
    ("Llegamos a ese acuerdo, pero le expliqué a Francia la gravedad.", [], "which agreement, an earlier sentence tells"),
    ("Lo anunciamos el mismo día que abrimos el puerto a Francia.", [], "what was announced, an earlier sentence tells"),
    ("Anunciamos el plan con Francia el mismo día.", ["EC announces"], "what was announced"),
]


@pytest.mark.parametrize(("told", "expected", "comment"), POINTING_BACK, ids=[row[2] for row in POINTING_BACK])
def test_what_only_points_back_is_no_position(told: str, expected: list[str], comment: str) -> None:
    text = f"""Conferencia de prensa de la presidenta Ana Mora del 3 de marzo de 2026

PRESIDENTA DE ECUADOR, ANA MORA: Buenos días.
{told}
PREGUNTA: ¿Algo más?
PRESIDENTA DE ECUADOR, ANA MORA: Nada.
"""
    assert [" ".join(row.split(":")[0].split()) for row in stances(text, "es")] == expected


BY_SURNAME = """Prensa. El ministro de Exteriores de Suecia, Nils Berg, y la ministra de Exteriores de Italia, Carla Roldán
Estocolmo, 11 de marzo de 2026

BERG (traducción): Agradezco a Italia su apoyo.

PERIODISTA: Ministro, ¿retirará Suecia la queja contra Noruega?

BERG: Hemos pedido consultas a Noruega. No vamos a renunciar a un derecho.

ROLDÁN: Apoyamos la apertura de las negociaciones de Suecia.
"""


def test_a_surname_in_capitals_is_the_person_whom_the_heading_names() -> None:
    assert stances(BY_SURNAME, "es") == [
        "SE requests: Hemos pedido consultas a",
        "SE states: No vamos a renunciar",
        "IT supports: Apoyamos la apertura de",
    ]


def test_a_line_of_place_and_day_under_a_heading_dates_it() -> None:
    cleaned = clean(Source(text=BY_SURNAME))
    assert "11 de marzo de 2026" in cleaned.fields.get("date", "") or any(line.date for line in cleaned.datelines)


def test_a_speaker_in_capitals_is_spelt_as_a_name() -> None:
    doc, claims = read(PRESS_CONFERENCE, "es")
    voices = {c.voice.name for c in claims if isinstance(c, Statement) and c.government == "EC" and c.voice}
    assert voices == {"Ana Mora"}
    assert all(not sentence.span.of(doc.article.text).isupper() for sentence in doc.sentences if sentence.kind == "body")


def test_a_turn_is_told_by_its_speaker_and_an_unknown_speaker_tells_nothing() -> None:
    _, claims = read(PRESS_CONFERENCE, "es")
    figures = [c for c in claims if isinstance(c, Figure)]
    assert [(c.attribution, "voice:turn" in c.rules) for c in figures] == [(("Ana Mora",), True)]
    assert not any("Perú rechaza" in c.evidence.text for c in claims)


def test_a_fact_sheet_speaks_for_its_government() -> None:
    assert stances(FACT_SHEET, "en") == [
        "BR announces: President Paulo Lima of",
        "BR accuses: Norwegian officials have failed",
    ]
    doc, claims = read(FACT_SHEET, "en")
    assert doc.issuers == ("BR",)
    assert {c.attribution for c in claims if isinstance(c, Event | Figure)} == {("BR",)}


def test_a_decree_speaks_for_who_signs_it() -> None:
    assert stances(DECREE, "en") == [
        "KE announces: The additional duty on",
        "KE announces: In order to assess",
        "KE threatens: If the Government of",
    ]


RELEASE = """Republic of Kenya
Ministry of Transport
Press Release No: 15
3 March 2026

The Ministry thanks the public for its patience during the works.

{sentence}
"""
COMUNICADO = """Ministerio de Transportes de Chile
Comunicado de prensa
3 de marzo de 2026

El Ministerio agradece la paciencia del público durante las obras.

{sentence}
"""


@pytest.mark.parametrize(
    ("release", "language", "sentence", "expected", "comment"),
    [
        (RELEASE, "en", "The ban on eggs from Uganda will be lifted on 4 March.", ["KE announces"], "done by nobody named"),
        (
            RELEASE,
            "en",
            "The Ministry wishes to inform the public that the border with Uganda will be reopened on 4 March.",
            ["KE announces"],
            "made known, and not wished",
        ),
        (RELEASE, "en", "Flights to Uganda will resume on 4 March.", ["KE announces"], "of itself, as far as the text says"),
        (
            RELEASE,
            "en",
            "1. The ban on eggs from Uganda will be lifted on 4 March.\n\n2. Ten trucks per day will be permitted.",
            ["KE announces", "KE announces"],
            "about the country that the sentence before names",
        ),
        (COMUNICADO, "es", "Se permitirán diez camiones diarios de Perú.", ["CL announces"], "the passive with `se`"),
        (COMUNICADO, "es", "Los vuelos a Perú se reanudarán el 4 de marzo.", ["CL announces"], "Spanish, of itself"),
        (RELEASE, "en", "The road to Nakuru will be reopened on 4 March.", [], "home affairs"),
        (
            RELEASE,
            "en",
            "The Ugandan ministry informed Kenya that the port of Jinja will be reopened on 4 March.",
            [],
            "another government makes it known",
        ),
        (
            RELEASE,
            "en",
            "The Ministry hopes that the border with Uganda will be reopened.",
            ["KE states"],
            "hoped, and not made known",
        ),
        (RELEASE, "en", "Kenya wants to extend the ban on eggs from Uganda.", ["KE states"], "wanted, and not yet done"),
    ],
)
def test_what_an_official_text_brings_about(
    release: str, language: Language, sentence: str, expected: list[str], comment: str
) -> None:
    told = [line.split(":")[0] for line in stances(release.format(sentence=sentence), language)]
    assert told == expected, comment


def test_a_joint_statement_is_each_sides() -> None:
    assert read(JOINT, "en")[0].issuers == ("CL", "PE")
    assert stances(JOINT, "en") == [
        "CL criticizes: We condemn the attack",
        "PE criticizes: We condemn the attack",
        "CL requests: We urge Bolivia to",
        "PE requests: We urge Bolivia to",
    ]


LETTERHEADS = [
    ("# Ministry of Trade", "**Press release | Windhoek, 3 March 2026**", "", ("NA",), "a ministry at home names no country"),
    ("# Ministry of Trade", "**Media release — 3 March 2026, Windhoek**", "", ("NA",), "the capital behind the day"),
    ("# Ministry of Trade of Namibia", "Press release", "Luanda, 3 March 2026", ("NA",), "abroad: the office says whose it is"),
    ("# Ministry of Trade", "*Windhoek, 3 March 2026*", "", (), "nothing calls the text official"),
    ("# Press release", "**Harbour Workers' Union**", "*Windhoek, 3 March 2026*", (), "no office of a government"),
    ("# Ministry of Trade", "Press release", "Walvis Bay, 3 March 2026", (), "no capital"),
    ("# Comunicado 12/2026", "**Ministerio de Pesca — Viceministerio**", "Lima, 3 de marzo de 2026", ("PE",), "in Spanish"),
    (
        "# Sobre lo dicho en Accra",
        "Ministerio de Pesca",
        "Lomé, 3 de marzo de 2026",
        ("TG",),
        "a name over a letter's place and day",
    ),
    (
        "# Pescadores en paro",
        "Ministerio de Pesca llama a la calma",
        "Lomé, 3 de marzo de 2026",
        (),
        "a line that tells something",
    ),
    ("# Pescadores en paro", "Ministerio de Pesca", "Sokodé, 3 de marzo de 2026", (), "no capital under the name"),
    (
        "# Comunicado: Togo rechaza lo dicho por la canciller ghanesa",
        "Ministerio de Pesca",
        "Lomé, 3 de marzo de 2026",
        ("TG",),
        "whom it answers is not whose it is",
    ),
    ("# Ghana y Togo abren", "**Ministerio de Pesca. Comunicado 12**", "Lomé, 3 de marzo de 2026", ("TG",), "not the title's"),
]
HARBOUR: Mapping[Language, str] = {
    "en": "The harbour was shut this morning after a storm had damaged the two cranes of the old pier.",
    "es": "El puerto fue cerrado esta mañana después de que una tormenta dañara las dos grúas del muelle viejo.",
}


@pytest.mark.parametrize(("first", "second", "third", "issuers", "comment"), LETTERHEADS)
def test_a_ministrys_own_text_without_a_country_above_it(
    first: str, second: str, third: str, issuers: tuple[str, ...], comment: str
) -> None:
    language: Language = "es" if "Comunicado" in first + second or "Ministerio" in second else "en"
    head = "\n\n".join(line for line in (first, second, third) if line)
    assert read(f"{head}\n\n{HARBOUR[language]}\n", language)[0].issuers == issuers, comment


def test_whom_a_text_at_home_deals_with_does_not_issue_it() -> None:
    head = "# Press release\n\n**Ministry of Agriculture**\n\nWindhoek, 6 May 2026"
    doc, claims = read(f"{head}\n\nBotswana has shut two gates. The Ministry urges Botswana to open them for cattle.\n", "en")
    assert doc.issuers == ("NA",)
    assert {c.government for c in claims if isinstance(c, Statement)} == {"NA"}


def test_the_minister_of_an_official_text_is_whom_it_goes_on_with() -> None:
    head = "# Press release\n\n**Ministry of Agriculture**\n\nWindhoek, 6 May 2026"
    met = "The Minister regretted the fence. The talks were also attended by the Botswanan envoy, Mr. Kagiso Molefe."
    _, claims = read(f"{head}\n\n{met} He requested that Botswana open two gates.\n", "en")
    assert "NA requests" in {f"{c.government} {c.stance}" for c in claims if isinstance(c, Statement)}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya Holds a Press Conference\n\nWe asked readers what they think. We demand better roads, one wrote.",
        "Statement on Syria Expected\n\nThe ministry will publish a statement. We must wait, a reader said.",
    ],
)
def test_an_article_has_no_issuer(text: str) -> None:
    doc, claims = read(text, "en")
    assert doc.issuers == ()
    assert not [c for c in claims if isinstance(c, Statement)]


def test_an_accusation_in_a_governments_own_paper_is_told_as_its_word() -> None:
    doc, claims = read(FACT_SHEET, "en")
    brief = consolidate((doc,), {"a1": claims}, load_knowledge(), as_of="2026-03-04", window="2026-03-01/2026-03-04")
    accused = [fact for fact in brief.facts if "failed to stop" in fact.evidence[0].text]
    assert [fact.attribution for fact in accused] == [("BR",)]
