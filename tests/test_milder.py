"""Words that do less than the label of their verb: the line stands under the neutral label; beside each, one that earns it."""

from __future__ import annotations

import pytest
from behind_openings import statements_behind

from briefing.model import Language

OPENING: dict[Language, str] = {
    "en": "Malawi's transport minister, Grace Phiri, met Zambia's trade minister, Joseph Banda, on Monday.\n\n",
    "es": "La canciller uruguaya, Elena Bordón, recibió al ministro paraguayo, Rubén Ayala, el lunes.\n\n",
}

ROWS: list[tuple[Language, str, set[str], str]] = [
    # must: a guess, a duty of the past, of a text, a state that lasts, a way to say it, a temper
    ("en", "“Zambia must be joking,” Phiri said.", {"MW states"}, "a guess"),
    ("en", "“Zambia must be told,” Phiri said.", {"MW demands"}, "a duty"),
    ("es", "“Paraguay debe de tener sus motivos”, dijo Bordón.", set(), "una conjetura"),
    ("es", "“Tiene que ser duro también para Paraguay”, dijo Bordón.", {"UY states"}, "una conjetura"),
    ("es", "“Paraguay debe pagar la draga”, dijo Bordón.", {"UY demands"}, "un deber"),
    ("es", "Bordón dijo que Paraguay debió avisar en marzo.", {"UY states"}, "ya pasó"),
    ("es", "Bordón dijo que, según el tratado, Paraguay debe avisar de cada draga.", {"UY states"}, "lo dice un texto"),
    ("en", "Phiri said that under the accord Zambia must give notice of any fee.", {"MW states"}, "a text says so"),
    ("en", "Phiri said that Zambia must act according to the accord.", {"MW demands"}, "to be kept"),
    ("en", "Banda said that drivers from Malawi have to show a visa since 2023.", {"ZM states"}, "a rule of years"),
    (
        "en",
        "Banda said that the ferry to Malawi would have to remain shut until the repairs were done.",
        {"ZM states"},
        "a state",
    ),
    ("es", "“Hay que reconocer que Paraguay ha cumplido”, dijo Bordón.", {"UY states"}, "un modo de decirlo"),
    ("es", "Ayala dijo que es necesario tener paciencia con Uruguay.", {"PY states"}, "un talante"),
    ("es", "Ayala explicó que cada barcaza de Uruguay debe llevar dos libros de a bordo.", {"PY states"}, "cómo funciona"),
    ("es", "“El muelle costó 12 millones y hay que cuidarlo”, dijo Bordón.", set(), "a nadie se le exige"),
    ("es", "“Hay que pedir cuentas a Paraguay”, dijo Bordón.", {"UY demands"}, "al otro"),
    ("es", "Bordón pidió calma a los molineros y no habló de cupos.", {"UY states"}, "un talante"),
    ("es", "Bordón pidió calma a Paraguay.", {"UY requests"}, "al otro"),
    # who is stood by, what is left open
    ("es", "Bordón dijo que Uruguay no dejará sola a Paraguay.", {"UY states"}, "está de su lado"),
    ("es", "Bordón dijo que Uruguay no dejará pasar a Paraguay.", {"UY rejects"}, "no pasa"),
    ("en", "Banda said that Zambia would not turn its back on Malawi.", {"ZM states"}, "stands by it"),
    (
        "en",
        "Malawi and Zambia agreed to dredge the lake, but left open whether Zambia will pay.",
        {"MW agrees", "ZM agrees"},
        "open",
    ),
    ("en", "Zambia is open to paying Malawi, Banda said.", {"ZM offers"}, "open to it"),
    # ready: to be given, to believe, for whatever another does
    ("en", "Malawi is ready to receive the forms from Zambia, Phiri said.", {"MW states"}, "to be given"),
    ("en", "Malawi is ready to receive a mission from Zambia, Phiri said.", {"MW offers"}, "to let in"),
    ("es", "“Estamos abiertos a recibir los papeles de Paraguay”, dijo Bordón.", {"UY states"}, "recibir papeles"),
    ("en", "Banda said he was willing to believe Malawi's figures.", {"ZM states"}, "belief"),
    ("en", "Banda said that Zambia was ready for whatever Malawi decided.", {"ZM states"}, "of another's deed"),
    ("es", "Bordón dijo que está dispuesta a tener paciencia con Paraguay.", {"UY states"}, "un talante"),
    ("es", "Bordón dijo que está dispuesta a pagar la draga de Paraguay.", {"UY offers"}, "un hecho"),
    ("es", "Ayala invitó a los periodistas de Uruguay a visitar la draga.", {"PY states"}, "a la prensa"),
    # was ready: what has been, in one's own words; told by others `was ready` is of now
    ("en", "“Zambia wanted the delay. Malawi was ready to travel to Lusaka,” Phiri said.", {"MW states"}, "of the past"),
    ("en", "Phiri said that Malawi was ready to travel to Zambia.", {"MW offers"}, "told of now"),
    ("es", "“Paraguay pidió el cambio. Uruguay estaba dispuesto a pagar la draga”, dijo Bordón.", {"UY states"}, "ya pasó"),
    ("es", "Bordón dijo que Uruguay estaba dispuesto a pagar la draga de Paraguay.", {"UY offers"}, "dicho de ahora"),
    # ready to suspend: what is suspended harms the other, or no longer does
    (
        "en",
        "Phiri said that Malawi is ready to suspend the lawsuit if Zambia pays.",
        {"MW offers"},
        "harms no more",
    ),
    ("en", "Phiri said that Malawi is ready to suspend fuel supplies to Zambia.", {"MW threatens"}, "harms"),
    (
        "es",
        "Bordón dijo que Uruguay está dispuesto a suspender el pleito si Paraguay paga.",
        {"UY offers"},
        "ya no daña",
    ),
    ("es", "Bordón dijo que Uruguay está dispuesto a suspender las becas de Paraguay.", {"UY threatens"}, "daña"),
    ("en", "Under the deal, Zambian drivers must register at the gate, Phiri said.", {"MW states"}, "a text says so"),
    ("en", "Zambian drivers must register at the gate, Phiri said.", {"MW demands"}, "asked of the other"),
    # denied: not what was got in part, nor what is supposed; `sin embargo` leaves the `no` as it is
    (
        "en",
        "Banda accused Malawi of greed. “We did not get everything we asked Zambia for, but it will do,” Phiri told reporters.",
        {"ZM accuses", "MW states"},
        "in part",
    ),
    (
        "en",
        "Banda accused Malawi of greed. Phiri told reporters that Malawi did not ask for money.",
        {"ZM accuses", "MW denies"},
        "denied",
    ),
    ("es", "“Si no hay respuesta de Paraguay, pediremos un panel”, manifestó la ministra Bordón.", {"UY states"}, "si no hay"),
    ("es", "El Gobierno de Uruguay, sin embargo, no ha confirmado esa visita a Paraguay.", set(), "sin confirmar"),
    ("es", "El Gobierno de Uruguay, sin embargo, ha confirmado una visita a Paraguay.", {"UY announces"}, "confirmado"),
    # a welcome
    ("en", "Phiri said Malawi would welcome Zambian inspectors at any depot.", {"MW states"}, "may come"),
    ("en", "Phiri welcomed Zambia's proposal.", {"MW supports"}, "backed"),
    ("es", "Bordón dio la bienvenida a Ayala en el puerto de Paraguay.", {"UY states"}, "una cortesía"),
    ("en", "Phiri said that the talks with Zambia had been cordial.", {"MW states"}, "how they went"),
    (
        "en",
        "Phiri called on Zambia to pay and said that its plan was positive.",
        {"MW requests", "MW supports"},
        "a plan is backed",
    ),
    # raised, wished, possible, lasting
    ("es", "Bordón planteó a Paraguay la situación de los marineros.", {"UY states"}, "un asunto"),
    ("es", "Bordón planteó a Paraguay una tarifa común.", {"UY proposes"}, "una propuesta"),
    ("es", "Bordón insistió en que Uruguay quería buenas relaciones con Paraguay.", {"UY states"}, "buena voluntad"),
    ("es", "Uruguay quiere que Paraguay pague la draga, dijo Bordón.", {"UY requests"}, "lo que se pide, y quién lo dice"),
    ("es", "Bordón dijo: “Quiero decir que Paraguay ha cumplido”.", set(), "cortesía"),
    ("en", "Phiri said that Malawi could complain to the tribunal about Zambia.", {"MW states"}, "may be done"),
    ("en", "Phiri complained to the tribunal about Zambia.", {"MW criticizes"}, "done"),
    ("en", "Banda said Zambia did not want Malawi to suffer.", {"ZM states"}, "befalls it"),
    ("en", "Banda said Zambia did not want Malawi to build a weir.", {"ZM rejects"}, "a deed"),
    ("en", "Banda said Zambia will continue to be a good neighbor to Malawi.", {"ZM states"}, "what it is"),
    ("es", "Bordón dijo que Paraguay tiene que retirar las barcazas.", {"UY demands"}, "de quién es el deber"),
    ("es", "Bordón dijo que Uruguay tiene que retirar las barcazas de Paraguay.", set(), "el propio"),
    ("es", "“Habrá que esperar”, dijo Bordón sobre Paraguay.", set(), "esperar"),
    ("es", "El ministro de Paraguay había prometido un peaje a las barcazas de Uruguay.", {"PY states"}, "de antes"),
    ("es", "El ministro de Paraguay prometió una draga a las barcazas de Uruguay.", {"PY promises"}, "de ahora"),
    # questions, courtesies, what is left off, likely, nothing, a step at home
    ("en", "Phiri asked what Zambia had done with the buoys.", {"MW states"}, "a question"),
    ("en", "Phiri asked Zambia to explain what it had done with the buoys.", {"MW requests"}, "asked of it"),
    ("es", "Bordón ofreció a Ayala un asiento junto a la bandera de Paraguay.", {"UY states"}, "una cortesía"),
    ("en", "Phiri refused to blame Zambia.", {"MW states"}, "spared"),
    ("en", "Phiri refused to pay Zambia.", {"MW rejects"}, "not done"),
    ("es", "Bordón dijo que Uruguay probablemente aceptará el plan de Paraguay.", {"UY states"}, "probable"),
    ("en", "Phiri said that Malawi had agreed to nothing with Zambia.", {"MW states"}, "nothing"),
    ("en", "Phiri said that parliament would have to approve any deal with Zambia.", {"MW states"}, "at home"),
    ("en", "Phiri said that Zambia's parliament must approve the deal.", {"MW demands"}, "the other's"),
    ("en", "Phiri said she was ready to listen to anyone, Zambia included.", {"MW states"}, "to anyone"),
    ("es", "Bordón dijo que la cooperación con Paraguay es excelente.", set(), "una cortesía"),
    ("es", "Bordón dijo a Paraguay que no conviene exagerar.", {"UY states"}, "un consejo"),
    ("es", "Un cartel frente a la cancillería de Uruguay decía “Rechazamos la tasa de Paraguay”.", set(), "una consigna"),
    (
        "es",
        "El comunicado de la cancillería de Uruguay dice: “Rechazamos la tasa de Paraguay”.",
        {"UY rejects"},
        "un texto suyo",
    ),
    ("es", "En 2016 Paraguay propuso una draga común, idea que Uruguay rechazó.", set(), "de otro año"),
    ("es", "Ayala recordó que Paraguay y Uruguay habían propuesto una draga común.", set(), "de antes"),
    ("es", "Ayala recordó que Paraguay propone una draga común a Uruguay.", {"PY proposes"}, "de ahora"),
    # an earlier office takes none away
    (
        "es",
        "El primer ministro paraguayo, Luis Benza, pidió a Uruguay una draga. Benza, exalcalde de Pilar, lo repitió.",
        {"PY requests"},
        "un cargo de antes",
    ),
    (
        "es",
        "El exministro paraguayo Luis Benza pidió a Uruguay una draga. Benza, alcalde de Pilar, lo repitió.",
        set(),
        "ya no",
    ),
    # what one would not do oneself, in the teller's words
    ("en", "Phiri said it would be irresponsible of her to name a date to Zambia.", {"MW states"}, "of herself"),
    ("es", "Bordón dijo que sería irresponsable que ella diera una fecha a Paraguay.", {"UY states"}, "de sí misma"),
    # what was proposed years ago
    ("es", "Ayala recordó que en 2016 Paraguay y Uruguay habían propuesto una draga común.", set(), "de otro año"),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), ROWS, ids=[row[1][:60] for row in ROWS])
def test_a_label_says_no_more_than_its_words(language: Language, text: str, expected: set[str], comment: str) -> None:
    told = {f"{c.government} {c.stance}" for c in statements_behind(OPENING[language], text, language)}
    assert told == expected, comment


ABOUT: list[tuple[Language, str, bool, str]] = [
    ("es", "“Uruguay repartirá agua y comida a los camioneros paraguayos”, dijo Bordón.", False, "se reparte"),
    ("es", "“Uruguay pagará el agua del río que comparte con Paraguay”, dijo Bordón.", True, "el asunto"),
]


@pytest.mark.parametrize(("language", "text", "told", "comment"), ABOUT, ids=[row[1][:60] for row in ABOUT])
def test_water_that_is_handed_out_is_no_matter(language: Language, text: str, told: bool, comment: str) -> None:
    found = {c for statement in statements_behind(OPENING[language], text, language) for c in statement.about or ()}
    assert ("water" in found) == told, (found, comment)
