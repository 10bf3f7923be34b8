"""Dates of texts: tables in `cases/<language>/dates.yaml` and `dates_news.yaml`, and the same dates in both languages."""

from __future__ import annotations

import importlib.util
import itertools
import json
import re
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import edtf
from briefing.annotate.dates import find_dates
from briefing.annotate.dates.grammar import RuleRow, compile_grammar, load_grammar
from briefing.model import Date, Span
from briefing.structure import load_yaml

CASES = Path(__file__).parent / "cases"
PUBLISHED = "2025-03-07"
_MARKED = re.compile(r"\[([^\[\]]*)\]\(([^()]*)\)")


def cases() -> list[Any]:
    rows = []
    for language, file in itertools.product(("es", "en"), ("dates.yaml", "dates_news.yaml")):
        groups, _ = load_yaml((CASES / language / file).read_text("utf-8"))
        for group, entries in groups.items():
            for entry in entries:
                row = entry if isinstance(entry, dict) else {"text": entry}
                marks = [pytest.mark.xfail(strict=True)] if row.get("expect") == "fail" else []
                rows.append(pytest.param(language, row, id=f"{language}-{group}-{(row['text'] or '')[:60]}", marks=marks))
    return rows


def unmarked(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The text without its marks, and the words with their values.

    >>> unmarked("Viajó [el martes](2025-03-04).")
    ('Viajó el martes.', [('el martes', '2025-03-04')])
    """
    return _MARKED.sub(r"\1", text), [(match[1], match[2]) for match in _MARKED.finditer(text)]


@pytest.mark.parametrize(("language", "row"), cases())
def test_case(language: str, row: dict[str, Any]) -> None:
    text, expected = unmarked(row["text"] or "")
    dates = find_dates(
        text, language, published=row.get("published", PUBLISHED), published_basis=row.get("published_basis", "stated")
    )
    found = [(date.span.of(text), date.value or date.timex) for date in dates]
    assert found == [(words, row["value"] if value == "*" else value) for words, value in expected]
    for name in ("basis", "modifier", "rule", "interval", "earliest", "latest", "timex"):
        if name in row:
            assert [getattr(date, name) for date in dates] == [row[name]] * len(dates)


def value(language: str, text: str) -> list[str]:
    return [summary(date) for date in find_dates(text, language, published=PUBLISHED)]


def summary(date: Date) -> str:
    return f"{date.type} {date.timex} {date.value} {date.interval} {date.modifier}"


PAIRS = [
    ("el 3 de enero de 2019", "January 3, 2019"),
    ("el próximo martes 11 de marzo", "next Tuesday, March 11"),
    ("el miércoles 11 de marzo", "Wednesday, March 11"),
    ("del 3 al 5 de abril", "from April 3 to 5"),
    ("entre enero y marzo de 1998", "between January and March 1998"),
    ("de octubre de 2023 a diciembre de 2024", "from October 2023 to December 2024"),
    ("entre 2009 y 2011", "between 2009 and 2011"),
    ("el jueves pasado", "last Thursday"),
    ("el próximo jueves", "next Thursday"),
    ("el lunes de la próxima semana", "Monday of next week"),
    ("el lunes por la noche", "Monday night"),
    ("hoy", "today"),
    ("pasado mañana", "the day after tomorrow"),
    ("mañana por la mañana", "tomorrow morning"),
    ("anoche", "last night"),
    ("esta mañana", "this morning"),
    ("a principios de abril", "in early April"),
    ("a mediados de febrero", "in mid-February"),
    ("a finales de 2023", "in late 2023"),
    ("la última semana de abril", "the last week of April"),
    ("este mes", "this month"),
    ("la semana pasada", "last week"),
    ("el próximo año", "next year"),
    ("a finales del mes pasado", "at the end of last month"),
    ("el tercer trimestre de 2024", "the third quarter of 2024"),
    ("el verano de 2023", "the summer of 2023"),
    ("los años noventa", "the 1990s"),
    ("el siglo XIX", "the 19th century"),
    ("hace tres años", "three years ago"),
    ("hace dos semanas", "two weeks ago"),
    ("dentro de dos meses", "two months from now"),
    ("los últimos seis meses", "the last six months"),
    ("en los próximos meses", "in the coming months"),
    ("dos años y medio", "two and a half years"),
    ("media hora", "half an hour"),
    ("varios días", "several days"),
    ("cada lunes", "every Monday"),
    ("cada dos meses", "every two months"),
    ("todos los años", "every year"),
    ("recientemente", "recently"),
    ("actualmente", "currently"),
    ("el lunes a las 18:00 horas", "on Monday at 6 p.m."),
    ("2026-01-17T01:52:41+00:00", "2026-01-17T01:52:41+00:00"),
    ("se reunirán el jueves", "they will meet on Thursday"),
    ("se reunieron el martes", "they met on Tuesday"),
    ("se reunieron en octubre", "they met in October"),
    ("se reunirán en octubre", "they will meet in October"),
    ("el 4 de mayo de 2016 y ese mismo día", "May 4, 2016, and that same day"),
    ("el 4 de mayo de 2016 y al día siguiente", "May 4, 2016, and the following day"),
]


@pytest.mark.parametrize(("spanish", "english"), PAIRS)
def test_the_same_date_in_both_languages(spanish: str, english: str) -> None:
    assert value("es", spanish) == value("en", english) != []


FIGURES = (
    "3",
    "13",
    "31",
    "2026",
    "24:30",
    "16/01/26",
    "31/31/31",
    "2026-01-17T99:99",
    "5.000",
    "8pm",
    "3rd",
    "90s",
    "1º",
    "\n",
)


def forms() -> list[str]:
    """Every word that the rules of a language know: any order of them must do no harm."""
    grammars = [load_grammar(language) for language in ("es", "en")]
    return sorted({form for grammar in grammars if grammar for form in grammar.lexicon.forms}) + list(FIGURES)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=80), st.lists(st.sampled_from(forms()), max_size=20).map(" ".join)),
    st.sampled_from(["es", "en"]),
)
def test_any_text_has_ordered_dates_that_quote_it(text: str, language: str) -> None:
    for published in (PUBLISHED, None, "2025-03-01/2025-03-09", "0001-01-01", "9999-12-31", "2025-03-07/.."):
        dates = find_dates(text, language, published=published)
        assert all(first.span.stop <= second.span.start for first, second in pairwise(dates))
        for date in dates:
            assert date.span.of(text).strip() == date.span.of(text) != ""
            assert date.value is None or edtf.is_edtf(date.value)
            assert date.interval is None or edtf.is_edtf(date.interval)
            assert (date.earliest or "") <= (date.latest or "9999-12-31")
            assert date.rule


NASTY = [
    "a" * 100_000,
    "1" * 100_000,
    "1." * 50_000,
    "1-" * 50_000,
    "1:0" * 30_000,
    "20:" * 30_000,
    "el " * 30_000,
    "de la " * 20_000,
    "enero " * 20_000,
    "enero de " * 15_000,
    "May 5 " * 20_000,
    "hace " * 20_000,
    "\n " * 50_000,
    "«" * 50_000,
    "“" * 50_000,
    "\u0301" * 100_000,
    "e\u0301" * 50_000,
    "\u200b" * 100_000,
    "\u202e" * 100_000,
    "2026-01-" * 15_000,
    "lunes, martes y " * 8_000,
    " " * 100_000 + "hoy",
]


@pytest.mark.parametrize("text", NASTY, ids=lambda text: repr(text[:8]))
def test_long_texts_take_linear_time(text: str) -> None:
    for language in ("es", "en"):
        begin = time.process_time()
        find_dates(text, language, published=PUBLISHED)
        assert time.process_time() - begin < 10


def test_spans_to_skip_have_no_dates_and_stop_matches() -> None:
    text = "El 3 de enero. Lea también: el 5 de mayo. Fue el 6 de mayo."
    start = text.index("Lea")
    dates = find_dates(text, "es", published=PUBLISHED, skip=(Span(start, text.index("Fue")),))
    assert [date.span.of(text) for date in dates] == ["El 3 de enero", "el 6 de mayo"]
    assert find_dates(text, "es", published=PUBLISHED, skip=(Span(0, len(text)),)) == ()


def test_an_unknown_language_has_no_dates() -> None:
    assert find_dates("am 3. Januar", "de", published=PUBLISHED) == ()
    assert find_dates("3 January", "../en", published=PUBLISHED) == ()


def test_that_day_means_no_date_from_far_away() -> None:
    near, far = ("El pacto se firmó el 2 de octubre de 2018. " + "Nadie lo leyó. " * n + "Ese día llovió." for n in (3, 200))
    assert [date.value for date in find_dates(near, "es", published="2025-03-07")] == ["2018-10-02", "2018-10-02"]
    assert [date.value for date in find_dates(far, "es", published="2025-03-07")] == ["2018-10-02", None]


def test_lines_end_dates_unless_the_text_is_wrapped() -> None:
    assert value("es", "La feria de enero\n5 de mayo\nUn juez") == value("es", "La feria de enero.") + value("es", "5 de mayo")
    wrapped = "La ministra dijo que\nel tratado se firmó el 3 de\nenero de 2019 en la\nciudad de Lima."
    assert value("es", wrapped) == value("es", "el 3 de enero de 2019")


def test_accents_may_be_missing_or_decomposed() -> None:
    for text in ("el miercoles", "el mie\u0301rcoles", "EL MIÉRCOLES", "el proximo miercoles"):
        assert value("es", text)[0].startswith("DATE 2025-03-")


def test_every_rule_makes_something_in_the_tables() -> None:
    """A rule without a row is dead, or not known to work."""
    texts = [(param.values[0], unmarked(param.values[1]["text"] or "")[0]) for param in cases()]
    texts += [pair for spanish, english in PAIRS for pair in (("es", spanish), ("en", english))]
    for language in ("es", "en"):
        grammar = load_grammar(language)
        assert grammar
        rules = {rule.row.name for rule in grammar.rules if rule.row.make != "nothing"}
        used = {
            date.rule.split(".")[0]
            for where, text in texts
            if where == language
            for date in find_dates(text, language, published=PUBLISHED)
        }
        assert sorted(rules - used) == []


def test_a_fault_in_a_data_file_names_the_rule() -> None:
    grammar = load_grammar("es")
    assert grammar
    for pattern, fault in (
        ("el day=DAY (", "rule broken: "),
        ("el day=NOTHING", "NOTHING is neither"),
        ("el {2}", "cannot read"),
    ):
        row = RuleRow(name="broken", make="day", pattern=pattern)
        with pytest.raises(ValueError, match=fault):
            compile_grammar(replace(grammar.data, rules=(row,)))


def test_no_pattern_repeats() -> None:
    """Linear time rests on it."""
    for language in ("es", "en"):
        grammar = load_grammar(language)
        assert grammar
        assert not [rule.row.name for rule in grammar.rules if set("*+{") & set(rule.row.pattern)]


GOLD = Path(__file__).parents[2] / "shared" / "gold" / "timex"


@pytest.mark.skipif(not GOLD.is_dir(), reason="an evaluation: the gold is no part of the project")
@pytest.mark.parametrize(("language", "floor"), [("en", 0.84), ("es", 0.77)])
def test_value_f1_on_annotated_news_does_not_fall(language: str, floor: float) -> None:
    spec = importlib.util.spec_from_file_location("score_timex", GOLD / "score_timex.py")
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    rows = [json.loads(line) for line in (GOLD / f"meantime_{language}.jsonl").read_text("utf-8").splitlines()]
    found = {
        row["id"]: {
            "timexes": [
                {"start": date.span.start, "end": date.span.stop, "type": date.type, "value": date.timex}
                for date in find_dates(row["text"], language, published=row["dct"])
            ]
        }
        for row in rows
    }
    assert scorer.score({row["id"]: row for row in rows}, found)[0]["value"][2] >= floor
