"""Words of several senses name a concept only in the termbase's own sense."""

import pytest

from briefing.annotate.concepts import build_index, form_words
from briefing.annotate.document import annotate
from briefing.annotate.senses import key_of, senses
from briefing.knowledge import LANGUAGES, load_knowledge
from briefing.knowledge.inflect import neutral_key
from briefing.model import Article, Language

KNOWLEDGE = load_knowledge()

# language, text, concept, whether it is named, why
ROWS: list[tuple[Language, str, str, bool, str]] = [
    ("en", "Latvia wants a bigger share of the herring.", "shares", False, "a part of something"),
    ("en", "The company sold its shares. Its shares fell.", "shares", True, "one sentence calls for stock, for both"),
    ("en", "The ministers will have a coffee in Riga.", "coffee", False, "a meeting"),
    ("en", "Uganda exports coffee to Italy.", "coffee", True, "a ware"),
    ("en", "Kenya will not recognise the inauguration of the dam.", "inauguration", False, "an opening"),
    ("es", "Kenia no reconocerá la inauguración de la presa.", "inauguration", False, "an opening"),
    ("en", "He leaves for the inauguration of the president-elect.", "inauguration", True, "an oath of office"),
    ("es", "El sello cuesta dos dólares por grano de café.", "grains", False, "beans"),
    ("en", "The exporters will ask for damages.", "damage", False, "money"),
    ("en", "The flood caused damage to two bridges.", "damage", True, "harm"),
    ("es", "Ghana rechazó la renuncia a sus derechos.", "resignation", False, "a waiver"),
    ("es", "La renuncia del ministro sorprendió a Ghana.", "resignation", True, "from an office"),
    ("en", "Laos raised the tariff per kilowatt. The tariff is high.", "tariffs", False, "what power costs, in both sentences"),
    ("en", "Laos put a tariff on electricity imports.", "tariffs", True, "a duty, also on power"),
    ("en", "Zambia froze the tariff for each wagon in transit.", "tariffs", False, "what a railway costs"),
    ("es", "Bolivia halló residuos de plaguicida en dos partidas de quinua.", "waste", False, "traces"),
    ("es", "Bolivia no enviará sus residuos al vertedero de Perú.", "waste", True, "rubbish"),
    ("en", "The tariff starts on Monday.", "tariffs", True, "the usual sense where nothing speaks against it"),
    ("en", "Brazil and Uruguay will dredge the Rio Grande.", "rio_grande", False, "another river"),
    ("en", "Mexico and Texas share the Rio Grande.", "rio_grande", True, "the border's river"),
    ("es", "El pesquero faenaba en aguas de Ghana.", "water", False, "the sea of a country"),
    ("es", "Ghana regará con las aguas del río Volta.", "water", True, "what flows"),
    ("en", "The trawler was seized in Ghanaian waters.", "water", False, "the sea of a country"),
    ("en", "Ghana wants more water from the dam.", "water", True, "what flows"),
    ("en", "Fiji asked Tonga to return the units of the blood bank.", "banks", False, "no lender"),
    ("en", "Fiji will build bridges of trust with Tonga.", "bridges", False, "a figure of speech"),
    ("es", "Fiyi quiere tender puentes con Tonga.", "bridges", False, "a figure of speech"),
    ("en", "Fiji closed the bridge to lorries from Tonga.", "bridges", True, "a road"),
    ("en", "Fiji lodged a strong protest with Tonga.", "protests", False, "a note"),
    ("es", "Fiyi presentó una enérgica protesta ante Tonga.", "protests", False, "a note"),
    ("es", "Los campesinos de Fiyi convocaron una protesta con bloqueo.", "protests", True, "in the street"),
    ("en", "The dumping of dredged sand angered Fiji.", "dumping", False, "no price"),
    ("es", "Namibia pagará la mitad de la reparación del oleoducto.", "reparations", False, "a repair"),
    ("es", "Namibia pidió la reparación de las víctimas de la guerra.", "reparations", True, "redress"),
    ("es", "Una madre de familia no puede esperar hasta mayo.", "families", False, "an idiom"),
    ("es", "Namibia ayudará a las familias de los desaparecidos.", "families", True, "theirs"),
    ("en", "The family doctor spoke in Kenya.", "families", False, "an idiom"),
    ("en", "Kenya will pay the families in May.", "families", True, "the usual sense where nothing speaks against it"),
    ("es", "Aquí hay mucha carne que cortar, dijo el ministro.", "meat", False, "a figure of speech"),
    ("es", "Togo defendió la tasa portuaria.", "levy", True, "what is charged"),
    ("es", "La tasa de desempleo de Togo bajó al 4 %.", "fee", False, "a share"),
    ("es", "Ghana no quiere una guerra de visados.", "war", False, "a figure of speech"),
    ("en", "Ghana did not join the war.", "war", True, "with weapons"),
    ("en", "The talks went on in the spirit of friendship.", "spirits", False, "no liquor"),
    ("en", "Namibia and Angola agreed a truce in a dispute over sardine fishing.", "ceasefire", False, "without weapons"),
    ("en", "Chad and Sudan agreed a truce after three weeks of shelling.", "ceasefire", True, "of armies"),
    ("es", "Namibia y Angola pactaron una tregua en la pesca de la sardina.", "ceasefire", False, "without weapons"),
    ("es", "Chad y Sudán pactaron una tregua.", "ceasefire", True, "the usual sense where nothing speaks against it"),
]


@pytest.mark.parametrize(("language", "text", "concept", "named", "why"), ROWS, ids=[f"{r[2]}: {r[4]}" for r in ROWS])
def test_a_word_names_a_concept_in_its_sense(language: Language, text: str, concept: str, named: bool, why: str) -> None:
    doc = annotate(Article(id="a", file="a", sha256="", text=text, language=language, published="2026-03-04"), KNOWLEDGE)
    found = [mention.concept for mention in doc.concepts].count(concept)
    assert bool(found) is named
    if "both" in why:
        assert found == (2 if named else 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_a_term(language: Language) -> None:
    index = build_index(KNOWLEDGE, language)
    unknown = [key for key in senses(language) if " " not in key and key not in {*index.nouns, *index.adjectives}]
    assert unknown == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_is_a_term(language: Language) -> None:
    for key in (key for key in senses(language) if " " in key):
        node = build_index(KNOWLEDGE, language).phrases
        for word in form_words(key, language):
            node = node[neutral_key(word, language)]
        assert key_of(key, language) == key
