"""What a locale decides: dates, numbers, money, lists, marks.  Each trap of Babel that research measured has its row."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.localize import LOCALES, Localizer
from briefing.localize.forms import forms_of
from briefing.model import Amount

ES, EN = Localizer("es_MX"), Localizer("en_US")

DATES = [
    ("2026-01-16", "16 de enero de 2026", "January 16, 2026"),  # never the short 16/01/26 or 1/16/26
    ("2026-01-01", "1 de enero de 2026", "January 1, 2026"),
    ("2026-01-16T20:30", "16 de enero de 2026, 20:30", "January 16, 2026, 8:30 PM"),
    ("2026-01-17T01:52:41+00:00", "17 de enero de 2026", "January 17, 2026"),  # no seconds, no name of a time zone
    ("2026-03-13", "13 de marzo de 2026", "March 13, 2026"),  # the skeleton yMMMMd falls back to "Mar 13, 2026"
    ("2026-01-16T24:00", "16 de enero de 2026", "January 16, 2026"),
    ("2026-02", "febrero de 2026", "February 2026"),
    ("2026", "2026", "2026"),
    ("2026-01~", "hacia enero de 2026", "around January 2026"),
    ("2026-01-16?", "16 de enero de 2026 (fecha incierta)", "January 16, 2026 (date uncertain)"),
    ("198X", "década de 1980", "1980s"),
    ("19XX", "de 1900 a 1999", "1900 to 1999"),
    ("2026-01-XX", "enero de 2026", "January 2026"),
    ("2026-XX-XX", "2026", "2026"),
    ("2026-21", "primavera de 2026", "spring 2026"),
    ("2026-27", "otoño de 2026", "fall 2026"),
    ("2026-33", "primer trimestre de 2026", "first quarter of 2026"),  # Babel: "1.º trimestre"
    ("2026-41", "segundo semestre de 2026", "second half of 2026"),
    ("2026-02-03/2026-02-05", "del 3 al 5 de febrero de 2026", "February 3–5, 2026"),  # Babel: "3–5 de feb de 2026"
    ("2026-02-02/2026-02-08", "semana del 2 al 8 de febrero de 2026", "week of February 2–8, 2026"),  # `next week`
    ("2026-02-27/2026-03-02", "del 27 de febrero al 2 de marzo de 2026", "February 27 to March 2, 2026"),
    ("2025-12-30/2026-01-04", "del 30 de diciembre de 2025 al 4 de enero de 2026", "December 30, 2025, to January 4, 2026"),
    ("2026-01/2026-03", "de enero a marzo de 2026", "January to March 2026"),
    ("2024-10/2025-12", "de octubre de 2024 a diciembre de 2025", "October 2024 to December 2025"),
    ("2024/2025", "de 2024 a 2025", "2024 to 2025"),
    ("2026-01-16/2026-02", "desde el 16 de enero de 2026 hasta febrero de 2026", "from January 16, 2026 to February 2026"),
    (
        "2026-33/2026-10",
        "desde el primer trimestre de 2026 hasta octubre de 2026",
        "from first quarter of 2026 to October 2026",
    ),
    ("2025~/2026", "de 2025 a 2026 (fecha incierta)", "2025 to 2026 (date uncertain)"),
    ("2026-01-23/..", "desde el 23 de enero de 2026", "from January 23, 2026"),
    ("../2026-01-23", "hasta el 23 de enero de 2026", "until January 23, 2026"),
    ("[2026-01-16,2026-01-23]", "16 o 23 de enero de 2026", "January 16 or 23, 2026"),
    ("[2026-01-07,2026-01-08]", "7 u 8 de enero de 2026", "January 7 or 8, 2026"),
    ("[2026-01,2026-03]", "enero de 2026 o marzo de 2026", "January 2026 or March 2026"),
    ("[..2026-01]", "hasta enero de 2026", "until January 2026"),
]

ON_DATES = [
    ("2026-01-16", "el 16 de enero de 2026", "on January 16, 2026"),
    ("2026-02", "en febrero de 2026", "in February 2026"),
    ("2026", "en 2026", "in 2026"),
    ("2026-01-16~", "hacia el 16 de enero de 2026", "around January 16, 2026"),
    ("198X", "en la década de 1980", "in the 1980s"),
    ("2026-21", "en la primavera de 2026", "in spring 2026"),
    ("2026-33", "en el primer trimestre de 2026", "in the first quarter of 2026"),
    ("2026-02-03/2026-02-05", "del 3 al 5 de febrero de 2026", "from February 3 to 5, 2026"),
    ("2026-02-02/2026-02-08", "en la semana del 2 al 8 de febrero de 2026", "in the week of February 2–8, 2026"),
    ("[2026-01-16,2026-01-23]", "el 16 o 23 de enero de 2026", "on January 16 or 23, 2026"),
]


DUE_DATES = [
    ("2026-01-16", "para el 16 de enero de 2026", "for January 16, 2026"),
    ("2026-02", "para febrero de 2026", "for February 2026"),
    ("2026-21", "para la primavera de 2026", "for spring 2026"),
    ("2026-33", "para el primer trimestre de 2026", "for the first quarter of 2026"),
    ("2026-02-03/2026-02-05", "del 3 al 5 de febrero de 2026", "for February 3–5, 2026"),
    ("[2026-01-16,2026-01-23]", "para el 16 o 23 de enero de 2026", "for January 16 or 23, 2026"),
    ("2026-02-03?", "para el 3 de febrero de 2026 (fecha incierta)", "for February 3, 2026 (date uncertain)"),
]


@pytest.mark.parametrize(("value", "es", "en"), DATES)
def test_a_date_alone(value: str, es: str, en: str) -> None:
    assert (ES.date(value), EN.date(value)) == (es, en)


@pytest.mark.parametrize(("value", "es", "en"), ON_DATES)
def test_a_date_in_a_sentence(value: str, es: str, en: str) -> None:
    assert (ES.on_date(value), EN.on_date(value)) == (es, en)


@pytest.mark.parametrize(("value", "es", "en"), DUE_DATES)
def test_a_date_of_what_is_planned(value: str, es: str, en: str) -> None:
    assert (ES.due_date(value), EN.due_date(value)) == (es, en)


@pytest.mark.parametrize(
    ("value", "es", "en"),
    [
        ("2026-01-16", "el 16 de enero", "on January 16"),
        ("2025-12-30", "el 30 de diciembre de 2025", "on December 30, 2025"),
        ("2026-02", "en febrero", "in February"),
        ("2026", "en 2026", "in 2026"),
        ("2026-02-03/2026-02-05", "del 3 al 5 de febrero", "from February 3 to 5"),
        ("2026-02-27/2026-03-02", "del 27 de febrero al 2 de marzo", "from February 27 to March 2"),
        (
            "2025-12-30/2026-01-04",
            "del 30 de diciembre de 2025 al 4 de enero de 2026",
            "from December 30, 2025, to January 4, 2026",
        ),
    ],
)
def test_the_year_of_the_brief_need_not_be_said(value: str, es: str, en: str) -> None:
    assert (ES.on_date(value, year="2026"), EN.on_date(value, year="2026")) == (es, en)


def test_a_weekday_is_written_out() -> None:  # the skeleton MMMMEEEEd abbreviates: "vie, 16 de enero"
    assert ES.date("2026-01-16", weekday=True) == "viernes 16 de enero de 2026"
    assert EN.date("2026-01-16", weekday=True) == "Friday, January 16, 2026"


def test_regions_write_dates_their_way() -> None:
    assert Localizer("en_GB").on_date("2026-02-03/2026-02-05") == "from 3 to 5 February 2026"
    assert Localizer("en-GB").date("2026-02-03/2026-02-05") == "3–5 February 2026"
    assert Localizer("en_GB").date("2026-27") == "autumn 2026"
    assert Localizer("es_ES").date("2026-01-16T20:30") == "16 de enero de 2026, 20:30"


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="no EDTF"):
        ES.date("16/01/2026")


EDTF = st.one_of(
    st.from_regex(
        r"\[?[12][0-9]{3}(-(0[1-9]|1[0-2]|2[1-9]|3[0-9]|4[01]))?[?~%]?(/([12][0-9]{3}(-0[1-9])?[~?]?|\.\.)?)?", fullmatch=True
    ),
    st.dates().map(str),
    st.tuples(st.dates(), st.dates()).map(lambda pair: "/".join(str(day) for day in sorted(pair))),
    st.lists(st.dates(), min_size=1, max_size=3).map(lambda days: f"[{','.join(str(day) for day in days)}]"),
)


@given(EDTF, st.sampled_from(LOCALES))
def test_every_date_has_words(value: str, locale: str) -> None:
    from briefing import edtf

    if edtf.is_edtf(value):
        localizer = Localizer(locale)
        for words in (localizer.date(value), localizer.on_date(value), localizer.due_date(value)):
            assert words
            assert not re.search(r"[{}?~%\[\]/]|\bNone\b", words)


@pytest.mark.parametrize(
    ("locale", "figures", "percent", "half", "dollars", "pesos"),
    [
        ("es_MX", "40,735 1,250 86.9", "40%", "0.5%", "1.5 millones de dólares", "2,500 millones de pesos mexicanos"),
        ("es_ES", "40.735 1250 86,9", "40\u00a0%", "0,5\u00a0%", "1,5 millones de dólares", "2500 millones de pesos mexicanos"),
        ("es", "40.735 1250 86,9", "40\u00a0%", "0,5\u00a0%", "1,5 millones de dólares", "2500 millones de pesos mexicanos"),
        ("en_US", "40,735 1,250 86.9", "40%", "0.5%", "$1.5 million", "2.5 billion Mexican pesos"),
        ("en_GB", "40,735 1,250 86.9", "40%", "0.5%", "$1.5 million", "2.5 billion Mexican pesos"),
    ],
)
def test_numbers_by_region(locale: str, figures: str, percent: str, half: str, dollars: str, pesos: str) -> None:
    localizer = Localizer(locale)
    assert " ".join(localizer.number(value) for value in (40735, 1250, 86.9)) == figures
    assert (localizer.percent(40), localizer.percent(0.5)) == (percent, half)
    assert (localizer.money(1_500_000, "USD"), localizer.money(2_500_000_000, "MXN")) == (dollars, pesos)


@pytest.mark.parametrize(
    ("value", "code", "es", "en"),
    [
        (1, "USD", "1 dólar", "$1"),
        (1_000_000, "CLP", "1 millón de pesos chilenos", "1 million Chilean pesos"),
        (1_887_000, "BRL", "1,887,000 reales brasileños", "1,887,000 Brazilian reals"),  # no digit is lost
        (3e12, "EUR", "3 billones de euros", "€3 trillion"),  # a billón is an English trillion
        (2e9, "EUR", "2,000 millones de euros", "€2 billion"),
        (5, "XYZ", "5 XYZ", "5 XYZ"),
    ],
)
def test_money(value: float, code: str, es: str, en: str) -> None:  # Babel: "USD1,500,000.00"
    assert (ES.money(value, code), EN.money(value, code)) == (es, en)


def test_how_long() -> None:
    assert (ES.lasting(72, "hour"), EN.lasting(72, "hour"), EN.lasting(1, "hour")) == ("72 horas", "72 hours", "1 hour")


@pytest.mark.parametrize("locale", LOCALES)
def test_no_thin_space_reaches_a_memo(locale: str) -> None:  # CLDR has U+202F and U+2009, which Markdown readers show as boxes
    words = Localizer(locale)
    dates = [row[0] for row in DATES]
    said = [said for value in dates for said in (words.date(value), words.on_date(value), words.due_date(value))]
    said += [words.number(1234567.5), words.percent(12.5), words.money(1234567.5, "EUR"), words.money(2_500_000, "MXN")]
    said += [words.list(["a", "b", "c"]), words.quote("a")]
    assert not {space for text in said for space in re.findall(r"\s", text)} - {" ", "\u00a0"}


def test_no_digit_is_rounded_away() -> None:  # Babel's default pattern stops after three decimals
    assert ES.number(0.12345) == "0.12345"
    assert EN.percent(17.512345) == "17.512345%"
    assert EN.number(0.1 + 0.2 - 0.3 + 7) == "7"


@pytest.mark.parametrize(
    ("amount", "unit", "es", "en"),
    [
        (Amount(value=21000, modifier="more_than"), None, "más de 21,000", "more than 21,000"),
        (Amount(value=30, unit="percent", modifier="nearly"), None, "casi 30%", "nearly 30%"),
        (Amount(value=3, high=5), None, "de 3 a 5", "3 to 5"),
        (Amount(value=52.4, from_value=86.9), None, "de 86.9 a 52.4", "from 86.9 to 52.4"),
        (
            Amount(value=2_000_000, unit="USD", modifier="at_least"),
            None,
            "al menos 2 millones de dólares",
            "at least $2 million",
        ),
        (Amount(value=318, unit="tonne"), "t", "318 t", "318 t"),
    ],
)
def test_amounts(amount: Amount, unit: str | None, es: str, en: str) -> None:
    assert (ES.amount(amount, unit), EN.amount(amount, unit)) == (es, en)


@pytest.mark.parametrize(
    ("items", "joined", "es", "en"),
    [
        ([], "and", "", ""),
        (["Chile"], "and", "Chile", "Chile"),
        (["Chile", "Israel"], "and", "Chile e Israel", "Chile and Israel"),
        (["Chile", "Irán"], "and", "Chile e Irán", "Chile and Irán"),
        (["Perú", "Hiroshima"], "and", "Perú e Hiroshima", "Perú and Hiroshima"),
        (["agua", "hielo"], "and", "agua y hielo", "agua and hielo"),  # a diphthong
        (["Omán", "Yemen"], "and", "Omán y Yemen", "Omán and Yemen"),
        (["Ohio", "Iowa"], "and", "Ohio y Iowa", "Ohio and Iowa"),
        (["siete", "ocho"], "or", "siete u ocho", "siete or ocho"),
        (["7", "8"], "or", "7 u 8", "7 or 8"),
        (["10", "11"], "or", "10 u 11", "10 or 11"),
        (["100", "110"], "or", "100 o 110", "100 or 110"),  # ciento diez
        (["plata", "oro"], "and", "plata y oro", "plata and oro"),
        (["Perú", "Chile", "“Israel”"], "and", "Perú, Chile e “Israel”", "Perú, Chile, and “Israel”"),
        (["a y b", "{0} c"], "and", "a y b y {0} c", "a y b and {0} c"),  # what stands in the items stays as it is
    ],
)
def test_lists(items: list[str], joined: str, es: str, en: str) -> None:
    assert ES.list(items, joined) == es  # type: ignore[arg-type]
    assert EN.list(items, joined) == en  # type: ignore[arg-type]


def test_the_british_list_has_no_oxford_comma() -> None:
    assert Localizer("en_GB").list(["Peru", "Chile", "Fiji"]) == "Peru, Chile and Fiji"


@pytest.mark.parametrize(
    ("locale", "quoted"),
    [("es_MX", "“no ‘nunca’”"), ("en_US", "“no ‘nunca’”"), ("es_ES", "«no “nunca”»"), ("en_GB", "‘no “nunca”’")],
)
def test_quotation_marks(locale: str, quoted: str) -> None:
    localizer = Localizer(locale)
    left, right = localizer.forms.quotes.outer
    assert localizer.quote(f"no {left}nunca{right}") == quoted


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("la visita de el canciller a el puerto", "la visita del canciller al puerto"),
        ("A el cierre", "Al cierre"),
        ("el gobierno de El Salvador", "el gobierno de El Salvador"),
        ("viajó a El Cairo", "viajó a El Cairo"),
        ("según el diario de El País", "según el diario de El País"),
        ("la carta de él", "la carta de él"),
        ("padre y hija", "padre e hija"),
        ("agua y hielo", "agua y hielo"),
        ("uno o otro, 7 o 8", "uno u otro, 7 u 8"),
        ("los donde el viento", "los donde el viento"),
    ],
)
def test_spanish_words_that_meet(sentence: str, expected: str) -> None:
    assert ES.normalize(sentence) == expected
    assert ES.normalize(expected) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "an act, an island, an hour, an heir, an unidentified ship, an unmanned plane, an NGO, an 8-hour talk, an 11-day visit",
        "a union, a unit, a UN envoy, a U.S. ship, a USMCA panel, a European bank, a Ugandan port, a one-day stay",
        "a house, a NATO base, a Ukrainian port",
        "a useful step, a usual round, a 1-hour talk, a 110-page text, a Uruguayan ship, a “unilateral” act, an “open” door",
    ],
)
def test_a_and_an(expected: str) -> None:
    assert EN.normalize(re.sub(r"\ban\b", "a", expected)) == expected
    assert EN.normalize(expected) == expected


def test_a_country_has_the_name_that_news_uses() -> None:
    assert EN.country("CD") == "Democratic Republic of the Congo"  # CLDR: "Congo - Kinshasa"
    assert (ES.country("US"), EN.country("US")) == ("Estados Unidos", "United States")
    assert Localizer("es_MX", {"NL": {"es": "Holanda"}}).country("NL") == "Holanda"
    assert EN.country("QQ") == "QQ"


def test_an_id_is_never_printed() -> None:
    with pytest.raises(KeyError):
        EN.name("foreign_troops")
    assert Localizer("en_US", {"foreign_troops": {"en": "foreign troops"}}).name("foreign_troops") == "foreign troops"


@pytest.mark.parametrize("locale", ["fr_FR", "es_AR", "", "es-mx", "../es"])
def test_an_unknown_locale_is_refused(locale: str) -> None:  # a silent fallback to `es` would turn 1,250.5 into 1.250,5
    with pytest.raises(ValueError, match="unknown locale"):
        Localizer(locale)


LOCALE_FILES = sorted(
    path.name.removesuffix(".yaml") for path in (files("briefing") / "knowledge/languages/localize").iterdir()
)


@pytest.mark.parametrize("name", LOCALE_FILES)
def test_every_locale_file_is_used_and_its_patterns_compile(name: str) -> None:
    assert name in LOCALES
    forms = forms_of(name)
    for row in (*forms.conjunctions.values(), *forms.junctions):
        re.compile(row.find if hasattr(row, "find") else row.before)
    assert all(row.like in forms.dates for row in forms.divisions.values())


# locale, country, as it stands before a noun
BEFORE_NOUNS = [("en_US", "US", "U.S."), ("en_US", "PE", "Peru"), ("en_GB", "US", "US"), ("es_MX", "US", "Estados Unidos")]


@pytest.mark.parametrize(("locale", "code", "name"), BEFORE_NOUNS)
def test_a_country_before_a_noun(locale: str, code: str, name: str) -> None:
    assert Localizer(locale).country_before_noun(code) == name
