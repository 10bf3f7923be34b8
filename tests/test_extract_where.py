"""Where a meeting is: the whole name of a place, and none that is another's."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.knowledge.printed import may_be_another
from briefing.knowledge.printed import places as places_by_name
from briefing.model import Article, Event, Language

SENTENCES: dict[Language, str] = {
    "es": "La canciller chilena, Rosa Díaz, se reunió el lunes con su homólogo peruano, Juan Quispe, en {}.",
    "en": "Chilean Foreign Minister Rosa Díaz met Peruvian Foreign Minister Juan Quispe in {} on Monday.",
}
NAMES: list[tuple[Language, str]] = [
    ("es", "San Pedro de Atacama"),
    ("es", "Bocas del Toro"),
    ("es", "San José de las Lajas"),
    ("es", "Santiago de los Caballeros"),
    ("es", "Punta del Este"),
    ("es", "San Rafael del Uruguay"),
    ("es", "Capitán Prat"),
    ("es", "Don Torcuato"),
    ("en", "Port of Spain"),
    ("en", "Rio das Ostras"),
    ("en", "Novi Sad"),
    ("en", "Santiago de Cuba"),
    ("en", "Saint-Malo"),
]
OTHERS: list[tuple[Language, str, str]] = [
    ("es", "Lima de la Comisión Mixta", "Lima"),
    ("es", "la ciudad argentina de Salta", "Salta"),
    ("es", "Salta de Chile y Perú", "Salta"),
    ("en", "Lima - Peru’s capital -", "Lima"),
]


def places(language: Language, text: str) -> list[str | None]:
    article = Article(id="a1", file="a1.txt", language=language, published="2026-03-04", sha256="0" * 64, text=text)
    knowledge = load_knowledge()
    return [c.place for c in extract(annotate(article, knowledge), knowledge) if isinstance(c, Event) and c.meeting]


@pytest.mark.parametrize(("language", "written", "place"), [*((x, y, y) for x, y in NAMES), *OTHERS])
def test_place(language: Language, written: str, place: str) -> None:
    assert set(places(language, SENTENCES[language].format(written))) == {place}


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        (
            "en",
            "Latvian Minister Ilze Ozola will raise the matter at the Fisheries Council in Riga on April 1.",
            "Riga",
        ),
        (
            "es",
            "El ministro de Pesca chileno, Juan Vega, adelantó que se reunirá el 2 de abril con la ministra peruana de Pesca, "
            "Rosa Soto, en Lima.",
            "Lima",
        ),
        ("es", "La ministra eslovena Maja Zupan planteará el asunto en el Consejo de Pesca del 7 de abril en Turku.", "Turku"),
        (
            "es",
            "Técnicos de Angola y Namibia se reunirán el 20 de marzo en el puesto fronterizo de Santa Clara para hablar.",
            "Santa Clara",
        ),
        (
            "es",
            "Kenia canceló este lunes la reunión que su ministro de Agua, Sam Otieno, iba a celebrar el 12 de marzo en Asmara "
            "con su homólogo eritreo, Tesfay Berhe.",
            "Asmara",
        ),
        ("es", "La canciller chilena, Rosa Díaz, viajará el lunes a Ilo, donde se reunirá con el peruano Juan Quispe.", "Ilo"),
        ("en", "Chilean Foreign Minister Rosa Díaz will visit Uyuni on March 9.", "Uyuni"),
        ("en", "The ministers of Kenya and Norway will meet on March 9 in Bergen, Norway.", "Bergen"),
        ("es", "El presidente de Kenia, Sam Otieno, viajará el 9 de marzo a Bergen (Noruega).", "Bergen"),
        ("es", "Los presidentes de Kenia y Noruega se verán el 9 de marzo en Suecia, Noruega y Kenia mediante.", "Suecia"),
        ("es", "El primer ministro finlandés, Olli Rantala, visitará Riga el 9 de marzo.", "Riga"),
        ("en", "Peruvian Prime Minister Jorge Landa is due in La Paz on March 9.", "La Paz"),
        ("en", "The Nordic Council meets in Turku on March 19th.", "Turku"),
        ("es", "La reunión de los ministros de Kenia y Noruega está prevista para el 25 de marzo en Bergen.", "Bergen"),
        ("es", "Los ministros de Kenia y Noruega volverán a verse el 28 de marzo en Bergen.", "Bergen"),
        ("es", "Kenia y Noruega han acordado volver a reunirse en Burdeos el 28 de marzo.", "Burdeos"),
        (
            "es",
            "El ministro keniano Sam Otieno viajará el lunes a Bergen para reunirse con el noruego Per Lund.",
            "Bergen",
        ),
        (
            "es",
            "El enviado Sam Otieno viajará el lunes a Quito, donde tiene previsto reunirse con el ministro Juan Mora.",
            "Quito",
        ),
        ("es", "El ministro keniano Sam Otieno y el noruego Per Lund se verán el lunes en la capital peruana.", "Lima"),
        ("en", "Kenyan minister Sam Otieno will meet Norwegian minister Per Lund in the Peruvian capital on Monday.", "Lima"),
        ("en", "Kenyan minister Sam Otieno will meet Norwegian minister Per Lund in the capital on Monday.", None),
        ("en", "A vote in the Senate on the treaty is set for March 9.", None),
        ("en", "Chilean Foreign Minister Rosa Díaz spoke by phone with her Peruvian counterpart, Juan Quispe, in Ilo.", None),
        (
            "en",
            "A meeting of the joint committee of Kenya and Uganda in Busia on March 12 will be chaired by Joy Achieng.",
            "Busia",
        ),  # hung on the body that meets
        ("en", "After talks with Lao Minister Kham Vong in Hanoi on Monday, Vietnam's Minister Tran Minh left.", "Hanoi"),
        ("es", "La visita del canciller brasileño, Tiago Moura, a La Paz será el jueves.", "La Paz"),
        ("en", "A meeting on the bridge in Busia between Kenya and Uganda will be held on March 12.", None),  # of the bridge
    ],
)
def test_place_of_a_journey(language: Language, text: str, place: str | None) -> None:
    assert set(places(language, text)) == {place}


@pytest.mark.parametrize(
    ("city", "countries", "other"),
    [
        ("Florencia", {"CO", "EC"}, True),
        ("Florence", {"CO"}, True),
        ("Florencia", {"IT", "FR"}, False),
        ("Ginebra", {"CO"}, False),
        ("Lima", {"US"}, False),
    ],
)
def test_namesakes(city: str, countries: set[str], other: bool) -> None:
    assert may_be_another(city, countries) is other


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "El embajador de Chile no volverá a Lima antes de que se celebre la cumbre de Perú y Chile, "
            "prevista para el 3 de abril en Tacna.",
            "Tacna",
        ),
        ("Antes de que se celebre la cumbre de Perú y Chile, prevista para el 3 de abril, hubo protestas en Tacna.", None),
    ],
    ids=["what is planned of it says where", "another deed does not"],
)
def test_place_of_what_is_planned(text: str, place: str | None) -> None:
    assert places("es", text) == [place]


def test_a_capital_that_another_language_calls_by_its_country_may_be_a_namesake() -> None:
    """`en Santiago`, in the news of Cuba: no `Santiago de Chile`."""
    knowledge = load_knowledge()
    assert "Santiago" not in places_by_name(knowledge, {"CU", "DO"})
    assert places_by_name(knowledge, {"CL", "PE"})["Santiago"]["es"] == "Santiago de Chile"
