"""What people are called: name and office at first mention, the short name afterwards, quotations untouched."""

from __future__ import annotations

import pytest

from briefing.knowledge import load_knowledge
from briefing.knowledge.printed import printed_labels
from briefing.localize import Localizer
from briefing.model import BriefPerson, Language
from briefing.render.naming import Naming, naming_of
from briefing.render.words import Words

PEOPLE = (
    BriefPerson(
        name="Rosa Aldunate",
        country="CL",
        role={"es": "canciller", "en": "foreign minister"},
        gender="f",
        forms=("Rosa Aldunate Prieto", "Rosa Aldunate", "Aldunate"),
    ),
    BriefPerson(
        name="José Quispe",
        country="PE",
        role={"es": "presidente", "en": "president"},
        gender="m",
        forms=("José Quispe Mamani", "José Quispe", "QUISPE", "Quispe"),
    ),
    BriefPerson(
        name="Ana Lund",
        country="US",
        role={"es": "secretaria de Energía", "en": "secretary of energy"},
        gender="f",
        forms=("Ana Lund", "Lund"),
    ),
    BriefPerson(
        name="Juan de la Torre",
        country="MX",
        role={"es": "secretario de Economía", "en": "economy minister"},
        gender="m",
        forms=("Juan de la Torre", "De la Torre", "Torre"),
    ),
    BriefPerson(
        name="Irene Vera",
        country="UY",
        role={"es": "canciller", "en": "foreign minister"},
        gender="f",
        forms=("Irene Vera", "Vera"),
    ),
    BriefPerson(name="Jean Morel", country="FR", gender="m", forms=("Jean Morel",)),
    BriefPerson(name="Nguyen Lan", country="VN", gender="f", forms=("Nguyen Lan",)),
    BriefPerson(name="Lars Holt", country="NO", gender="m", forms=("Lars Holt", "Holt", "Ocean Policy Lars Holt")),
    BriefPerson(name="Pía Soto", country="AR", gender="f", forms=("Pía Soto", "Soto")),
    BriefPerson(
        name="Zoé Petit",
        country="FR",
        role={"es": "ministra de Agua", "en": "water minister"},
        gender="f",
        forms=("Zoé Petit", "Petit"),
    ),
)

# locale, the lines of a memo, as they are printed
MEMOS = [
    ("es_MX", ["Aldunate cedió.", "Rosa Aldunate habló."], ["La canciller de Chile, Rosa Aldunate, cedió.", "Aldunate habló."]),
    (
        "es_MX",
        ["Ayer cedió Quispe.", "Aldunate Prieto no."],
        ["Ayer cedió el presidente de Perú, José Quispe.", "La canciller de Chile, Rosa Aldunate, no."],
    ),
    (
        "es_MX",
        ["Ayer se reunieron Jean Morel e Irene Vera en París."],
        ["Ayer se reunieron Jean Morel (Francia) y la canciller de Uruguay, Irene Vera, en París."],
    ),
    (
        "es_MX",
        ["La canciller de Uruguay, Irene Vera, habló.", "Quispe e Irene Vera hablaron."],
        ["La canciller de Uruguay, Irene Vera, habló.", "El presidente de Perú, José Quispe, y Vera hablaron."],
    ),
    ("es_MX", ["Ayer los ministros Vera e Iglesias hablaron."], ["Ayer los ministros Irene Vera e Iglesias hablaron."]),
    ("es_MX", ["La canciller de Torre Tagle, Rosa Aldunate, cedió."], ["La canciller de Torre Tagle, Rosa Aldunate, cedió."]),
    ("es_MX", ["La canciller, Rosa Aldunate, cedió."], ["La canciller de Chile, Rosa Aldunate, cedió."]),
    ("es_MX", ["La canciller chilena, Rosa Aldunate, cedió."], ["La canciller chilena, Rosa Aldunate, cedió."]),
    ("es_MX", ["La ministra gala de Agua, Zoé Petit, cedió."], ["La ministra gala de Agua, Zoé Petit, cedió."]),
    ("es_MX", ["La ministra de Agua, Zoé Petit, cedió."], ["La ministra de Agua de Francia, Zoé Petit, cedió."]),
    ("es_MX", ["Ayer viajó con su par, el jeque José Quispe."], ["Ayer viajó con su par, el jeque José Quispe."]),
    (
        "es_MX",
        ["Lo pidió el doctor Quispe.", "Quispe cedió."],
        ["Lo pidió el doctor Quispe.", "El presidente de Perú, José Quispe, cedió."],
    ),
    ("es_MX", ["Viajó el jefe de la diplomacia peruana José Quispe."], ["Viajó el jefe de la diplomacia peruana José Quispe."]),
    ("en_US", ["On Monday Sheikh José Quispe spoke."], ["On Monday Sheikh José Quispe spoke."]),
    ("en_US", ["On Monday its top diplomat, Irene Vera, spoke."], ["On Monday its top diplomat, Irene Vera, spoke."]),
    ("es_MX", ["Ayer cedió el ministro, almirante Quispe, y salió."], ["Ayer cedió el ministro, almirante Quispe, y salió."]),
    ("es_MX", ["Cedió Quispe."], ["Cedió Quispe."]),  # the first word may be a given name
    ("es_MX", ["La oferta de Quispe llegó."], ["La oferta del presidente de Perú, José Quispe, llegó."]),
    ("es_MX", ["Avisó a Quispe, y salió."], ["Avisó al presidente de Perú, José Quispe, y salió."]),
    (
        "es_MX",
        ["Los presidentes de Francia, Jean Morel, y de Perú, José Quispe, hablaron."],
        ["Los presidentes de Francia, Jean Morel, y de Perú, José Quispe, hablaron."],
    ),
    (
        "es_MX",
        ["Los cancilleres de Bolivia, Rosa Aldunate, y de los Emiratos Árabes Unidos, Ana Lund, hablaron."],
        ["Los cancilleres de Bolivia, Rosa Aldunate, y de los Emiratos Árabes Unidos, Ana Lund, hablaron."],
    ),
    ("es_MX", ["En Perú, Quispe habló."], ["En Perú, el presidente de Perú, José Quispe, habló."]),
    (
        "en_US",
        ["The presidents of Peru, José Quispe, and of France, Jean Morel, spoke."],
        ["The presidents of Peru, José Quispe, and of France, Jean Morel, spoke."],
    ),
    ("es_MX", ["El presidente Quispe viajó."], ["El presidente de Perú, José Quispe, viajó."]),
    ("es_MX", ["El presidente de Perú, José Quispe aseguró que no."], ["El presidente de Perú, José Quispe, aseguró que no."]),
    (
        "es_MX",
        ["De la Torre firmó.", "De la Torre viajó."],
        ["El secretario de Economía, Juan de la Torre, firmó.", "De la Torre viajó."],
    ),
    ("es_ES", ["De la Torre firmó."], ["El secretario de Economía de México, Juan de la Torre, firmó."]),
    (
        "es_MX",
        ["El gobierno Quispe cayó.", "Quispe no."],
        ["El gobierno Quispe cayó.", "El presidente de Perú, José Quispe, no."],
    ),
    ("es_MX", ["El presidente peruano, José Quispe, cedió."], ["El presidente peruano, José Quispe, cedió."]),
    ("es_MX", ["El embajador de Perú en Chile, Quispe, cedió."], ["El embajador de Perú en Chile, José Quispe, cedió."]),
    ("es_MX", ["El presidente peruano Quispe cedió."], ["El presidente peruano José Quispe cedió."]),
    ("es_MX", ["El jueves, Quispe cedió."], ["El jueves, el presidente de Perú, José Quispe, cedió."]),
    ("es_MX", ["“Quispe cede”, dijo Soto."], ["“Quispe cede”, dijo Pía Soto (Argentina)."]),
    ("es_MX", ["Rosa Aldunate, canciller de Chile, cedió."], ["Rosa Aldunate, canciller de Chile, cedió."]),
    (
        "es_MX",
        ["Aldunate y Quispe hablaron."],
        ["La canciller de Chile, Rosa Aldunate, y el presidente de Perú, José Quispe, hablaron."],
    ),
    (
        "en_US",
        ["Aldunate gave in.", "Rosa Aldunate spoke."],
        ["Chilean Foreign Minister Rosa Aldunate gave in.", "Aldunate spoke."],
    ),
    ("en_US", ["Lund and Quispe met."], ["Secretary of Energy Ana Lund and Peruvian President José Quispe met."]),
    (
        "en_US",
        ["She met Rosa Aldunate, Chile’s Secretary of Foreign Affairs, in Oslo."],
        ["She met Rosa Aldunate, Chile’s Secretary of Foreign Affairs, in Oslo."],
    ),
    (
        "en_US",
        ["She met Rosa Aldunate, Chile’s Guest of Honor, in Oslo."],
        ["She met Chilean Foreign Minister Rosa Aldunate, Chile’s Guest of Honor, in Oslo."],
    ),
    ("en_GB", ["Lund left."], ["U.S. Secretary of Energy Ana Lund left."]),
    ("en_US", ["Quispe’s offer came."], ["Peruvian President José Quispe’s offer came."]),
    ("en_US", ["President Quispe left."], ["Peruvian President José Quispe left."]),
    ("en_US", ["The Production Minister Quispe left."], ["The Peruvian Production Minister José Quispe left."]),
    ("en_US", ["“No,” government spokeswoman Rosa Aldunate said."], ["“No,” government spokeswoman Rosa Aldunate said."]),
    (
        "en_US",
        ["“No,” Ministry of Road Works spokeswoman Rosa Aldunate said.", "Ministry of Fish Secretary Quispe left."],
        ["“No,” Ministry of Road Works spokeswoman Rosa Aldunate said.", "Ministry of Fish Secretary José Quispe left."],
    ),
    ("en_US", ["Quispe, Peru’s road minister, left."], ["José Quispe, Peru’s road minister, left."]),
    ("en_US", ["Quispe, the road works minister, left."], ["José Quispe, the road works minister, left."]),
    ("en_US", ["President Quispe of the Andean republic left."], ["President José Quispe of the Andean republic left."]),
    ("en_US", ["President Quispe of old left."], ["Peruvian President José Quispe of old left."]),
    ("en_US", ["They met their Peruvian colleague Quispe."], ["They met their Peruvian colleague José Quispe."]),
    ("en_US", ["She met her Chilean counterpart, Aldunate."], ["She met her Chilean counterpart, Rosa Aldunate."]),
    ("es_MX", ["Se vio con su homóloga chilena, Aldunate."], ["Se vio con su homóloga chilena, Rosa Aldunate."]),
    ("en_US", ["Trade and Production Minister Quispe left."], ["Trade and Production Minister José Quispe left."]),
    ("en_US", ["They met president Quispe."], ["They met president José Quispe."]),
    ("en_US", ["Peru’s President José Quispe left."], ["Peru’s President José Quispe left."]),
    ("en_US", ["Presidents José Quispe and Rosa Aldunate met."], ["Presidents José Quispe and Rosa Aldunate met."]),
    (
        "en_US",
        ["Energy ministers José Quispe of Peru and Ana Lund of Norway met."],
        ["Energy ministers José Quispe of Peru and Ana Lund of Norway met."],
    ),
    ("en_US", ["Lund of Norway left.", "Lund came."], ["Ana Lund of Norway left.", "Lund came."]),
    ("en_US", ["The presidents met Lund in Oslo."], ["The presidents met Secretary of Energy Ana Lund in Oslo."]),
    (
        "es_MX",
        ["Los ministros de Obras José Quispe y Rosa Aldunate cedieron."],
        ["Los ministros de Obras José Quispe y Rosa Aldunate cedieron."],
    ),
    ("es_MX", ["Los presidentes Quispe y Soto cedieron."], ["Los presidentes José Quispe y Pía Soto cedieron."]),
    ("es_MX", ["Ayer, Quispe, de Perú, y Soto cedieron."], ["Ayer, José Quispe, de Perú, y Pía Soto (Argentina) cedieron."]),
    ("es_MX", ["Los ministros vieron a Quispe."], ["Los ministros vieron al presidente de Perú, José Quispe."]),
    ("en_US", ["Former President José Quispe left."], ["Former President José Quispe left."]),
    (
        "en_US",
        ["President Quispe left.", "Peruvian President Quispe left."],
        ["Peruvian President José Quispe left.", "President Quispe left."],
    ),
    (
        "en_US",
        ["“Lies,” Pía Soto said.", "Soto and Nguyen Lan left."],
        ["“Lies,” Pía Soto (Argentina) said.", "Soto and Nguyen Lan (Vietnam) left."],
    ),
    (  # without it the president would be Chile's
        "en_US",
        ["President Quispe left.", "Chilean Foreign Minister Rosa Aldunate and Peruvian President Quispe met."],
        ["Peruvian President José Quispe left.", "Chilean Foreign Minister Rosa Aldunate and Peruvian President Quispe met."],
    ),
    (
        "en_US",
        ["Lars Holt left.", "Minister of Fisheries and Ocean Policy Lars Holt came."],
        ["Lars Holt (Norway) left.", "Minister of Fisheries and Ocean Policy Lars Holt came."],
    ),
    ("en_US", ["Jean Morel left.", "Jean Morel called."], ["Jean Morel (France) left.", "Morel called."]),
    ("en_US", ["In France, Jean Morel left.", "Jean Morel called."], ["In France, Jean Morel left.", "Morel called."]),
    ("en_US", ["Jean Morel, a lawyer, left."], ["Jean Morel, a lawyer, left."]),
    ("en_US", ["QUISPE left.", "Quispe."], ["Peruvian President José Quispe left.", "Quispe."]),
    ("en_US", ["the Quispe administration fell"], ["the Quispe administration fell"]),
    ("en_US", ["the José Quispe government fell"], ["the Quispe government fell"]),
    (
        "es_MX",
        ["Aldunate habló.", "La ministra para Asuntos del Mar de la Cancillería de Chile, Aldunate, cedió."],
        [
            "La canciller de Chile, Rosa Aldunate, habló.",
            "La ministra para Asuntos del Mar de la Cancillería de Chile, Rosa Aldunate, cedió.",
        ],
    ),
    ("es_MX", ["Todo cayó. El presidente de Perú, Quispe subió."], ["Todo cayó. El presidente de Perú, José Quispe, subió."]),
    ("en_US", ["A Quispe-Lund pact and the Quispe Tower."], ["A Quispe-Lund pact and the Quispe Tower."]),
    ("en_US", ["Luis Quispe left with Luis Quispe."], ["Luis Quispe left with Luis Quispe."]),
    ("en_US", ["Rosa Aldunate, Chile’s foreign minister, spoke."], ["Rosa Aldunate, Chile’s foreign minister, spoke."]),
    ("en_US", ["“Quispe lies,” Soto said.", "Soto left."], ["“Quispe lies,” Pía Soto (Argentina) said.", "Soto left."]),
]


def naming(locale: str) -> Naming:
    return naming_of(PEOPLE, Words(Localizer(locale, printed_labels(load_knowledge())), {}))


@pytest.mark.parametrize(("locale", "lines", "printed"), MEMOS, ids=[f"{row[0]}: {row[1][0]}" for row in MEMOS])
def test_the_lines_of_a_memo(locale: str, lines: list[str], printed: list[str]) -> None:
    names = naming(locale)
    assert [names.apply(line) for line in lines] == printed


def test_two_people_of_one_surname_keep_their_full_names() -> None:
    people = (*PEOPLE, BriefPerson(name="Luis Quispe", country="PE", forms=("Luis Quispe", "Quispe")))
    names = naming_of(people, Words(Localizer("es_MX", printed_labels(load_knowledge())), {}))
    assert [names.apply(line) for line in ("Luis Quispe cedió.", "Luis Quispe y Quispe hablaron.")] == [
        "Luis Quispe (Perú) cedió.",
        "Luis Quispe y Quispe hablaron.",
    ]


# a line, its first person
FIRST = [("Lund said Quispe lied.", "Ana Lund"), ("Peru said no.", None), ("Torre is a town.", None)]


@pytest.mark.parametrize(("line", "person"), FIRST)
def test_who_is_named_first(line: str, person: str | None) -> None:
    assert naming("en_US").first_named(line) == person


@pytest.mark.parametrize(
    ("country", "role", "short"),
    [
        ("PE", {"en": "president"}, "Rojas"),
        ("CL", {"en": "president"}, "Eva Rojas"),  # somebody else's president
        ("PE", {}, "Eva Rojas"),  # who may be anybody
    ],
)
def test_a_surname_of_one_office_is_its_holder(country: str, role: dict[Language, str], short: str) -> None:
    whole = BriefPerson(name="Eva Rojas", country="PE", role={"en": "president"}, forms=("Eva Rojas", "Rojas"))
    bare = BriefPerson(name="Rojas", country=country, role=role, forms=("Rojas",))
    assert naming_of((whole, bare), Words(Localizer("en_US"), {})).short("Eva Rojas") == short


def test_a_name_with_an_initial_takes_the_contraction() -> None:
    otieno = BriefPerson(name="J. Otieno", country="KE", role={"es": "canciller"}, gender="m", forms=("J. Otieno",))
    names = naming_of((otieno,), Words(Localizer("es_MX", printed_labels(load_knowledge())), {}))
    assert names.apply("Próxima fecha: visita de J. Otieno a Lima.").startswith("Próxima fecha: visita del canciller de Kenia")
    assert "a El Salvador" in names.apply("Viajaron a El Salvador.")
