"""What is undecided, conditional or left off is stated and no more; what a row is called by is what the act governs."""

from __future__ import annotations

import pytest
from behind_openings import statements_behind

from briefing.annotate.document import annotate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Account, Article, Language, Statement

KENYA = "Kenya's foreign minister, Peter Odhiambo, met Ethiopia's energy minister, Tadesse Bekele, on Monday.\n\n"
ECUADOR = "La canciller ecuatoriana, Lucía Andrade, recibió al ministro colombiano, Jairo Mosquera, el lunes.\n\n"


def told(language: Language, text: str) -> list[Statement]:
    """The statements of the words behind the opening."""
    return statements_behind(KENYA if language == "en" else ECUADOR, text, language)


STANCES: list[tuple[Language, str, str]] = [
    ("en", "Odhiambo said Kenya had not decided whether to sign the water treaty with Ethiopia.", "states"),
    ("en", "Bekele said Ethiopia had not yet set a date for the filling of the dam that Kenya opposes.", "states"),
    ("es", "Andrade afirmó que Ecuador aún no ha dicho si participará en la mesa que propone Colombia.", "states"),
    ("es", "Mosquera señaló que Colombia no ha definido el trazado de la carretera que pide Ecuador.", "states"),
    ("en", "Odhiambo said Kenya had not fired on the Ethiopian boats.", "denies"),
    ("en", "Ethiopia will sell power to Kenya as long as Kenya pays its debts, Bekele said.", "states"),
    ("en", "Kenya agrees to the Ethiopian pipeline on condition that the herders are compensated, Odhiambo said.", "states"),
    ("es", "Colombia firmará el acuerdo con Ecuador solo si se reparte el costo, aseguró Mosquera.", "states"),
    ("en", "Ethiopia will not lift the tax on Kenyan tea without a new treaty, Bekele said.", "states"),
    ("en", "Ethiopia will not lift the tax on Kenyan tea, Bekele said.", "rejects"),
    ("es", "Ecuador aceptará a los inspectores colombianos, dijo Andrade. «Sin inspección no hay puente», agregó.", "states"),
    ("es", "Ecuador aceptará a los inspectores colombianos, dijo Andrade.", "agrees"),
    ("en", "Kenya will not answer in kind to Ethiopia, Odhiambo said.", "states"),
    ("es", "Ecuador no responderá con la misma moneda a Colombia, dijo Andrade.", "states"),
    ("es", "Colombia cerrará de noche el puente a los camiones ecuatorianos durante 30 días, anunció Mosquera.", "announces"),
    # denied only where a word denies, or somebody alleges it
    ("en", "Odhiambo said Kenya had received no answer from Ethiopia.", "states"),
    ("en", "Odhiambo said Kenya was not in a position to buy Ethiopian power.", "states"),
    ("en", "Bekele denied that Ethiopia had diverted Kenyan water.", "denies"),
    ("en", "Odhiambo said Kenya had never diverted the water of Ethiopia.", "denies"),
    ("es", "«No hemos llegado a un entendimiento con Colombia», dijo Andrade.", "states"),
    ("es", "«El cobro no es una multa a Colombia», dijo Andrade.", "states"),
    ("es", "Andrade aclaró que el cobro no es una multa a Colombia.", "denies"),
    # refused only what others ask for
    ("en", "Kenya would not object to a second Ethiopian dam, Odhiambo said.", "states"),
    ("en", "Kenya will not sign the treaty with Ethiopia until it has seen the map, Odhiambo said.", "states"),
    ("en", "Kenya will not sign the treaty with Ethiopia, Odhiambo said.", "rejects"),
    ("en", "Ethiopia has not accepted the treaty that Kenya drafted, Odhiambo said.", "states"),
    ("en", "Ethiopia does not accept the Kenyan treaty, Bekele said.", "rejects"),
    ("es", "Ecuador no tomará represalias contra Colombia, dijo Andrade.", "states"),
    ("es", "Colombia no vinculará el puente con la deuda de Ecuador, dijo Mosquera.", "states"),
    ("es", "Colombia no pagará el puente a Ecuador, dijo Mosquera.", "rejects"),
    ("es", "Ecuador y Colombia no se ponen de acuerdo sobre el precio del puente.", "states"),
    # what is looked forward to, and what nobody plans, is not announced
    ("en", "Odhiambo said Kenya expects to sign the treaty with Ethiopia this year.", "states"),
    ("en", "Odhiambo said Kenya would need a longer contract with Ethiopia.", "states"),
    ("en", "Kenya is studying the Ethiopian offer, Odhiambo said, but has made no commitment.", "states"),
    ("es", "Mosquera, de Colombia, confía en alcanzar un arreglo con Ecuador en mayo.", "states"),
    ("en", "Kenya has no plan to widen the Ethiopian road, Odhiambo said.", "states"),
    ("es", "Andrade dijo que alguien tiene que pagar el puente de Colombia.", "states"),
    ("es", "Andrade dijo que Colombia tiene que pagar el puente.", "demands"),
    # a duty of one's own, a reproach, and what is no more
    ("en", "Odhiambo said Ethiopia has yet to pay its share of the dam.", "states"),
    ("en", "Odhiambo said Ethiopia has to pay its share of the dam.", "demands"),
    ("en", '"Our food agency found mercury in three Ethiopian shipments and it has to check," Odhiambo said.', "states"),
    ("en", "Odhiambo said its customs office must check every Ethiopian lorry.", "states"),
    ("es", "«Nuestra aduana tiene que revisar cada camión de Colombia», dijo Andrade.", "states"),
    ("en", "Kenya will no longer accept the Ethiopian treaty, Odhiambo said.", "rejects"),
    ("en", 'Odhiambo said Kenya "is not Ethiopia\'s granary" and would no longer accept convoys without papers.', "states"),
    ("es", "Ecuador ya no acepta el tratado colombiano, dijo Andrade.", "rejects"),
    ("es", "Andrade descartó un tratado con Colombia.", "rejects"),
    # what nobody can tell, and what a thing is called
    ("es", "«Son cosas distintas y quiero que sigan siéndolo», dijo Andrade, que espera a la ministra de Colombia.", "states"),
    ("es", "«Quiero que el puente con Colombia siga abierto», dijo Andrade.", "proposes"),
]


@pytest.mark.parametrize(("language", "text", "stance"), STANCES, ids=[row[1] for row in STANCES])
def test_what_is_open_is_stated(language: Language, text: str, stance: str) -> None:
    assert {statement.stance for statement in told(language, text)} == {stance}


BYGONE: list[tuple[Language, str, str]] = [
    ("en", "Kenya agreed{} to accept Ethiopian observers.", " in 2011"),
    ("en", "Kenya promised{} to return the boats to Ethiopia.", " last year"),
    ("en", "{}Kenya and Ethiopia signed an agreement.", "In 2019, "),
    ("en", "{}Kenya and Ethiopia signed a first agreement.", "Some 200 lorries have crossed since 2019, when "),
    ("es", "Colombia solicitó a Ecuador la entrega del preso{}.", " en 2023"),
    ("es", "{}Ecuador prometió a Colombia ensanchar la carretera.", "Hace seis años "),
    ("es", "Ecuador y Colombia anunciaron el puente{}.", " en 2016"),
]


@pytest.mark.parametrize(("language", "text", "day"), BYGONE, ids=[row[1] for row in BYGONE])
def test_what_was_said_in_another_year_is_no_position(language: Language, text: str, day: str) -> None:
    assert told(language, text.format(day)) == []
    assert told(language, text.format("")) != []


CURRENT: list[tuple[Language, str]] = [
    ("en", "Kenya rejected the 2019 map that Ethiopia drew."),
    ("en", "Kenya agreed in January to accept Ethiopian observers."),
    ("es", "Ecuador rechazó el mapa de 2019 de Colombia."),
    ("es", "Ecuador exige a Colombia las piezas que perdió en 2019."),
]


@pytest.mark.parametrize(("language", "text"), CURRENT, ids=[row[1] for row in CURRENT])
def test_what_only_names_another_year_is_a_position(language: Language, text: str) -> None:
    assert told(language, text) != []


ABOUT: list[tuple[Language, str, set[str]]] = [
    ("en", "Ethiopia defended the tariffs on Kenyan lorries, saying they had led to the seizure of cocaine.", {"tariffs"}),
    ("en", "Kenya rejected the Ethiopian tariffs, which had hit the gas market.", {"tariffs"}),
    ("es", "El ministro colombiano de Energía, Jairo Mosquera, rechazó los aranceles de Ecuador.", {"tariffs"}),
    ("es", "Colombia rechazó, sin embargo, los aranceles de Ecuador.", {"tariffs"}),
    ("en", "Kenya told the state media that it would not lift the tariffs on Ethiopia.", {"tariffs"}),
    ("es", "Ecuador confirmó que recibirá a la ministra de Comercio Exterior de Colombia en mayo.", set()),
    ("en", "Kenya said that it would not lift the tariffs because Ethiopians faced criminal charges.", {"tariffs"}),
    # what stands beside the object heads no row
    ("en", "Kenya asked Ethiopia for a treaty and said that its tariffs were spent.", {"treaty"}),
    ("en", "Kenya proposed that scientists from Ethiopia meet in Nairobi.", set()),
    ("en", "Kenya urged Ethiopia to lift the tariffs to stop the smuggling.", {"tariffs"}),
    ("es", "Ecuador pidió a los inversores de Colombia que esperen.", set()),
    ("es", "Ecuador rechazó los aranceles sobre los camiones de Colombia.", {"tariffs"}),
    # what stands against it
    ("es", "Andrade descartó un tratado con Colombia, pese a que los aranceles no se levantarán hasta mayo.", {"treaty"}),
]


@pytest.mark.parametrize(("language", "text", "about"), ABOUT, ids=[row[1] for row in ABOUT])
def test_what_a_statement_is_about(language: Language, text: str, about: set[str]) -> None:
    assert [set(statement.about or ()) for statement in told(language, text)] == [about]


NO_POSITIONS: list[tuple[Language, str, str]] = [
    (
        "es",
        "Mosquera presentó el puente con Ecuador como «el mejor acuerdo que hemos firmado con un vecino».",
        "Mosquera anunció un acuerdo con Ecuador sobre el puente.",
    ),
    (
        "es",
        "El ministro Jairo Mosquera lo presenta como «el mejor acuerdo que hemos ofrecido a Ecuador».",
        "Mosquera ofreció a Ecuador un acuerdo sobre el puente.",
    ),
    (
        "en",
        'Odhiambo called the pipeline with Ethiopia "the best deal we have offered to a neighbour".',
        "Odhiambo rejected the pipeline with Ethiopia.",
    ),
    (
        "en",
        "Work on the dam was delayed over price and over Ethiopia's objections.",
        "Ethiopia objected to the price of the dam, Bekele said.",
    ),
    (
        "es",
        "«En el gabinete hay quien pide cerrar el puente con Colombia», dijo Andrade.",
        "«Pedimos cerrar el puente con Colombia», dijo Andrade.",
    ),
    (
        "en",
        "Odhiambo said there are those who demand that the dam of Ethiopia be closed.",
        "Odhiambo demanded that the dam of Ethiopia be closed.",
    ),
]


@pytest.mark.parametrize(("language", "text", "taken"), NO_POSITIONS, ids=[row[1] for row in NO_POSITIONS])
def test_what_is_called_a_deal_or_told_of_nobody_agrees_to_nothing(language: Language, text: str, taken: str) -> None:
    assert not [s.stance for s in told(language, text) if s.stance != "states"]
    assert [s.stance for s in told(language, taken) if s.stance != "states"]


PUT_SO: list[tuple[Language, str, bool]] = [
    ("en", "Ethiopia pumped 30 million litres from the lake. That is how a Kenyan envoy put it this week.", False),
    ("en", "Ethiopia pumped 30 million litres from the lake. That is a lot, a Kenyan envoy said this week.", True),
    ("es", "Colombia bombeó 30 millones de litros del lago. Así lo resumía un diplomático de Ecuador.", False),
    ("es", "Colombia bombeó 30 millones de litros del lago. Así termina el mes en Ecuador.", True),
]


@pytest.mark.parametrize(("language", "text", "kept"), PUT_SO, ids=[row[1] for row in PUT_SO])
def test_what_the_next_sentence_gives_to_somebody_is_not_told_as_so(language: Language, text: str, kept: bool) -> None:
    article = Article(id="a1", file="a1.txt", sha256="", text=text, language=language, published="2026-03-03")
    claims = extract(annotate(article, load_knowledge()), load_knowledge())
    assert any(claim.evidence.start == 0 for claim in claims if not isinstance(claim, Account)) is kept
