"""Stops beside quotation marks, apostrophes and the house's spelling: what each locale makes of a finished sentence."""

from __future__ import annotations

import pytest

from briefing.localize import LOCALES, Localizer
from briefing.localize.punctuation import balanced

# locale, as it comes, as it is printed
SENTENCES = [
    ("es_MX", "Chile dijo: “No aceptamos.”", "Chile dijo: “No aceptamos”."),
    ("es_MX", "“No aceptamos,” dijo Chile.", "“No aceptamos”, dijo Chile."),
    ("es_MX", "Perú habló de una “paz ‘justa.’”", "Perú habló de una “paz ‘justa’”."),
    ("es_MX", "“No.” (en inglés)", "“No” (en inglés)."),
    ("es_MX", "“No.” (en inglés) Chile insistió.", "“No” (en inglés). Chile insistió."),
    ("es_MX", "“Vamos.” dijo Perú.", "“Vamos”, dijo Perú."),
    ("es_MX", "“¿Vamos?” dijo Perú.", "“¿Vamos?” dijo Perú."),
    ("es_MX", "“Vamos...” dijo Perú.", "“Vamos...” dijo Perú."),
    ("es_MX", "Chile dijo (“No.”)", "Chile dijo (“No”)"),
    ("es_MX", "Salió en “D. C.”", "Salió en “D. C.”."),
    ("es_MX", "El ex presidente de EEUU viajó.", "El expresidente de Estados Unidos viajó."),
    ("es_MX", "El ex primer ministro viajó.", "El ex primer ministro viajó."),
    ("es_MX", "“EEUU cede”, tituló el diario.", "“EEUU cede”, tituló el diario."),
    ("es_MX", "Un buque estadunidense zarpó.", "Un buque estadounidense zarpó."),
    ("es_ES", "Chile dijo: «No aceptamos.»", "Chile dijo: «No aceptamos»."),
    ("en_US", "Enrique PeÃ±a left SÃ£o Paulo.", "Enrique Peña left São Paulo."),
    ("es_MX", "São Paulo y Âncora", "São Paulo y Âncora"),
    ("en_US", "Chile said “no”.", "Chile said “no.”"),
    ("en_US", "“No”, Chile said.", "“No,” Chile said."),
    ("en_US", "“Stop!”, Chile said.", "“Stop!” Chile said."),
    ("en_US", "Peru spoke of “a ‘just’ peace”; Chile of “war”.", "Peru spoke of “a ‘just’ peace”; Chile of “war.”"),
    ("en_US", "It was ‘unfair’, Peru said.", "It was ‘unfair,’ Peru said."),
    ("en_US", "Peru's miners' union", "Peru’s miners’ union"),
    ("en_US", "the miners’, Peru said", "the miners’, Peru said"),
    ("en_US", "Chile called it 'unfair' twice.", "Chile called it ‘unfair’ twice."),
    ("en_US", "US ships left the US.", "U.S. ships left the U.S."),
    ("en_US", "one of the U.S.'s ships", "one of the U.S.’s ships"),
    ("en_US", "“US ships left,” Chile said.", "“US ships left,” Chile said."),
    ("en_US", "It cost US$5.", "It cost US$5."),
    ("en_US", "BUS lines and US-flagged ships", "BUS lines and US-flagged ships"),
    ("en_US", "It opens at 12:01 am eastern time.", "It opens at 12:01 a.m. Eastern time."),
    ("en_US", "It closes at 8 pm, Peru said.", "It closes at 8 p.m., Peru said."),
    ("en_US", "It closes at 8 pm.", "It closes at 8 p.m."),
    ("en_US", "The eastern time zones and 5 amps", "The eastern time zones and 5 amps"),
    ("en_US", "Peru said it would would pay.", "Peru said it would pay."),
    ("en_US", "“It would would pay,” Peru said.", "“It would would pay,” Peru said."),
    ("en_US", "Peru said that that port was shut.", "Peru said that that port was shut."),
    ("es_MX", "La Comisión (CILA por sus siglas en inglés) votó.", "La Comisión (CILA, por sus siglas en inglés) votó."),
    ("es_MX", "La CILA por sus siglas votó.", "La CILA por sus siglas votó."),
    ("es_MX", "Chile obtuvo –según Perú– dos barcos.", "Chile obtuvo —según Perú— dos barcos."),
    ("es_MX", "Chile vio “la red” –según Perú–, y calló.", "Chile vio “la red” —según Perú—, y calló."),
    ("es_MX", "La línea Arica–La Paz cerró – otra vez.", "La línea Arica–La Paz cerró – otra vez."),
    ("es_MX", "Cayó a -3 grados y -5 grados.", "Cayó a -3 grados y -5 grados."),
    ("es_MX", "Perú reabrió el el paso.", "Perú reabrió el paso."),
    ("en_GB", "US ships left, Peru's paper said.", "US ships left, Peru’s paper said."),
    ("en_US", "During a phone call held on May 3, Quispe rejected it.", "During a phone call on May 3, Quispe rejected it."),
    (
        "en_US",
        "The office has demanded from Peru clear and early results against copper theft.",
        "The office has demanded clear and early results from Peru against copper theft.",
    ),
    ("en_US", "Peru demanded from Chile the return of the boats.", "Peru demanded from Chile the return of the boats."),
    (
        "en_US",
        "She's summoning the Chilean Ambassador, Ana Ruiz, following reports.",
        "She is summoning Chilean Ambassador Ana Ruiz following reports.",
    ),
    (
        "en_US",
        "They saw that it is necessary to do more in the dismantling of gangs.",
        "They saw that more must be done in dismantling gangs.",
    ),
    ("en_US", "agents of the CIA and officials of the EU Council", "CIA agents and officials of the EU Council"),
    ("en_US", "The minister doesn't expect talks.", "The minister does not expect talks."),
    ("en_US", "“It's raining,” Peru said.", "“It’s raining,” Peru said."),
    (
        "en_US",
        "a cooperation scheme through an exchange of intelligence",
        "a cooperation framework through intelligence sharing",
    ),
    ("es_MX", "contra el narcotráfico de cocaína", "contra el tráfico de cocaína"),
    (
        "es_MX",
        "En una llamada telefónica sostenida el 3 de mayo, Quispe cedió.",
        "En una llamada telefónica del 3 de mayo, Quispe cedió.",
    ),
    ("es_MX", "las bandas de narcotráfico peruanas", "las bandas peruanas de narcotráfico"),
    ("es_MX", "la Casa Blanca de Estados Unidos", "la Casa Blanca"),
    (
        "es_MX",
        "Durante la administración del expresidente de Perú, José Soto, hubo vuelos.",
        "Durante el gobierno de José Soto en Perú, hubo vuelos.",
    ),
    ("es_MX", "explicó a la Afp", "explicó a la AFP"),
]


@pytest.mark.parametrize(("locale", "sentence", "printed"), SENTENCES, ids=[row[1] for row in SENTENCES])
def test_a_sentence_is_set_as_its_locale_has_it(locale: str, sentence: str, printed: str) -> None:
    assert Localizer(locale).punctuate(sentence) == printed


@pytest.mark.parametrize(("locale", "sentence", "printed"), SENTENCES, ids=[row[1] for row in SENTENCES])
def test_what_is_set_stays(locale: str, sentence: str, printed: str) -> None:
    assert Localizer(locale).punctuate(printed) == printed


# a compound past beside its day, as it is printed
PAST = [
    ("según ha informado el jueves 5 de marzo El Faro", "según informó el jueves 5 de marzo El Faro"),
    ("Perú y Chile han propuesto el 3 de mayo", "Perú y Chile propusieron el 3 de mayo"),
    ("ha pedido este lunes", "pidió este lunes"),
    ("ha cedido el lunes", "cedió el lunes"),
    ("ha protegido el lunes", "protegió el lunes"),
    ("han elegido el lunes", "eligieron el lunes"),
    ("ha concluido el lunes", "concluyó el lunes"),
    ("ha distinguido el lunes", "distinguió el lunes"),
    ("ha seguido el lunes", "siguió el lunes"),
    ("ha previsto el lunes", "previó el lunes"),
    ("ha convertido el lunes", "convirtió el lunes"),
    ("ha informado al Congreso", "ha informado al Congreso"),  # no day
    ("ha visto el 40 % del informe", "ha visto el 40 % del informe"),
    ("“ha cedido el lunes”, dijo", "“ha cedido el lunes”, dijo"),
]


@pytest.mark.parametrize(("words", "printed"), PAST, ids=[row[0] for row in PAST])
def test_a_compound_past_beside_its_day_is_a_simple_one(words: str, printed: str) -> None:
    assert Localizer("es_MX").punctuate(words) == printed


# locale, a sentence in a memo of 2026, as it is printed
OWN_YEAR = [
    ("es_MX", "El 5 de marzo de 2026, Perú cedió.", "El 5 de marzo, Perú cedió."),
    ("es_MX", "Desde octubre de 2026 y el 5 de marzo de 2025", "Desde octubre de 2026 y el 5 de marzo de 2025"),
    ("es_MX", "Entre el 9 de mayo de 2025 y el 5 de marzo de 2026.", "Entre el 9 de mayo de 2025 y el 5 de marzo de 2026."),
    ("es_MX", "Dijo: “el 5 de marzo de 2026”.", "Dijo: “el 5 de marzo de 2026”."),
    ("en_US", "On March 5, 2026, Peru gave in.", "On March 5, Peru gave in."),
    ("en_US", "It met on March 5, 2026, in Lima.", "It met on March 5 in Lima."),
    ("en_US", "It met on March 5, 2025, in Lima.", "It met on March 5, 2025, in Lima."),
    ("en_US", "It fell from May 9, 2025, to March 5, 2026.", "It fell from May 9, 2025, to March 5, 2026."),
    ("en_US", "Order 5, 2026, stands.", "Order 5, 2026, stands."),
]


@pytest.mark.parametrize(("locale", "sentence", "printed"), OWN_YEAR, ids=[row[1] for row in OWN_YEAR])
def test_the_memo_s_own_year_is_not_said(locale: str, sentence: str, printed: str) -> None:
    assert Localizer(locale).without_year(sentence, "2026") == printed


# exact words, with every mark in a pair
BALANCED = [
    ("“No, dijo él.", "“No, dijo él”."),
    ("No”, dijo él.", "“No”, dijo él."),
    ("“No”, dijo él.’", "“No”, dijo él."),
    ("‘No’, dijo él.", "‘No’, dijo él."),
    ("Peru’s fleet and the miners’ union", "Peru’s fleet and the miners’ union"),
    ("“No” and “yes", "“No” and “yes”"),
]


@pytest.mark.parametrize(("words", "printed"), BALANCED, ids=[row[0] for row in BALANCED])
def test_every_mark_has_its_partner(words: str, printed: str) -> None:
    assert balanced(words) == printed


# locale, exact words, what stands inside the marks, the stop behind them
CLOSED = [
    ("es_MX", "No aceptamos.", "No aceptamos", "."),
    ("es_MX", "No aceptamos", "No aceptamos", "."),
    ("es_MX", "¿No?", "¿No?", ""),
    ("es_MX", "Fue a EE. UU.", "Fue a EE. UU.", "."),
    ("en_US", "We refuse.", "We refuse.", ""),
    ("en_US", "‘We refuse’.", "‘We refuse.’", ""),
    ("en_US", "We refuse. […]", "We refuse. […]", ""),
    ("en_US", "We refuse", "We refuse.", ""),
    ("en_US", "“We refuse,” he said.", "“We refuse,” he said.", ""),
]


@pytest.mark.parametrize(("locale", "words", "inside", "behind"), CLOSED)
def test_exact_words_at_the_end_of_a_sentence(locale: str, words: str, inside: str, behind: str) -> None:
    assert Localizer(locale).closed(words) == (inside, behind)


# sentences in which some spelling or junction of a locale is found, and some in which none is
CHANGED = [
    "an union of the the two boats, at 9 pm, in the UN hall of the US",
    "a 8-year plan at 10 a.m. eastern time, and a hour",
    "el ex-ministro de el puerto viajó a el sur de EE UU con los los carteles mexicanos",
    "la Agencia (AMSA por sus siglas) e Irán y Ignacio –dice– o Omar, estadunidense, de la EUA",
    "Togo signs.",
]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("text", CHANGED)
def test_letters_without_which_nothing_is_looked_for_stand_wherever_the_pattern_is_found(locale: str, text: str) -> None:
    forms = Localizer(locale).forms
    for row in (*forms.junctions, *forms.spellings):
        assert row.changed(text) == row.pattern.sub(row.put, text), row.name
