"""Stops beside quotation marks, apostrophes and the house's spelling: what each locale makes of a finished sentence."""

from __future__ import annotations

import pytest

from briefing.localize import Localizer

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
    ("en_US", "“US ships left,” Chile said.", "“US ships left,” Chile said."),
    ("en_US", "It cost US$5.", "It cost US$5."),
    ("en_US", "BUS lines and US-flagged ships", "BUS lines and US-flagged ships"),
    ("en_GB", "US ships left, Peru's paper said.", "US ships left, Peru’s paper said."),
]


@pytest.mark.parametrize(("locale", "sentence", "printed"), SENTENCES, ids=[row[1] for row in SENTENCES])
def test_a_sentence_is_set_as_its_locale_has_it(locale: str, sentence: str, printed: str) -> None:
    assert Localizer(locale).punctuate(sentence) == printed


@pytest.mark.parametrize(("locale", "sentence", "printed"), SENTENCES, ids=[row[1] for row in SENTENCES])
def test_what_is_set_stays(locale: str, sentence: str, printed: str) -> None:
    assert Localizer(locale).punctuate(printed) == printed


# locale, exact words, what stands inside the marks, the stop behind them
CLOSED = [
    ("es_MX", "No aceptamos.", "No aceptamos", "."),
    ("es_MX", "No aceptamos", "No aceptamos", "."),
    ("es_MX", "¿No?", "¿No?", ""),
    ("es_MX", "Fue a EE. UU.", "Fue a EE. UU.", "."),
    ("en_US", "We refuse.", "We refuse.", ""),
    ("en_US", "We refuse", "We refuse.", ""),
    ("en_US", "“We refuse,” he said.", "“We refuse,” he said.", ""),
]


@pytest.mark.parametrize(("locale", "words", "inside", "behind"), CLOSED)
def test_exact_words_at_the_end_of_a_sentence(locale: str, words: str, inside: str, behind: str) -> None:
    assert Localizer(locale).closed(words) == (inside, behind)
