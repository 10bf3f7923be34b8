"""Tables of quantities in tests/cases/<language>/quantities.yaml, and what holds for any text."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.annotate.quantities import find_quantities
from briefing.annotate.quantities.lexicon import load_lexicon
from briefing.errors import KnowledgeError
from briefing.model import Number, Quantity, Span
from briefing.structure import load_plain

CASES = Path(__file__).parent / "cases"
LANGUAGES = ("en", "es")


def plain(value: Number) -> str:
    return str(value) if isinstance(value, int) else f"{value:.12g}"


def show(quantity: Quantity) -> str:
    """A quantity in one line: `from>value..high unit modifier`, the way the tables write it."""
    value = plain(quantity.value)
    if quantity.from_value is not None:
        value = f"{plain(quantity.from_value)}>{value}"
    if quantity.high is not None:
        value = f"{value}..{plain(quantity.high)}"
    ordinal = "." if quantity.kind == "ordinal" else ""
    return " ".join(part for part in (value + ordinal, quantity.unit, quantity.modifier) if part)


def rows() -> list[Any]:
    params = []
    for language in LANGUAGES:
        for row in load_plain((CASES / language / "quantities.yaml").read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(strict=True)] if row.get("expect") == "fail" else []
            params.append(
                pytest.param(language, row["text"], row.get("finds") or [], marks=marks, id=f"{language}: {row['text']}")
            )
    return params


@pytest.mark.parametrize(("language", "text", "finds"), rows())
def test_table(language: str, text: str, finds: list[str]) -> None:
    assert [show(q) for q in find_quantities(text, language)] == finds


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_word_is_found_as_its_unit(language: str) -> None:
    lexicon = load_lexicon(language)
    for form, unit in lexicon.units.items():
        found = find_quantities(f"3 {form} .", language)
        plural = unit.kind == "number"  # "3 person" does not agree, so it must not be read
        assert plural or (found and found[0].unit == unit.id), form


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The fund paid out more than $2.3m in May.", "more than $2.3m"),
        ("It spent US$ 40 on each.", "US$ 40"),
        ("They hold -0.3 percent.", "-0.3 percent"),
        ("a rate of 4.1 murders per 100,000 inhabitants, police said", "4.1 murders per 100,000 inhabitants"),
        ("between 10 and 15 tonnes of coal", "10 and 15 tonnes"),
    ],
)
def test_a_span_covers_modifier_number_and_unit(text: str, words: str) -> None:
    assert [q.span.of(text) for q in find_quantities(text, "en")] == [words]


def test_taken_and_skipped_spans_are_left_alone() -> None:
    text = "On 4 May 30 people left; advertisement: 20 % off"
    assert [show(q) for q in find_quantities(text, "en", taken=[Span(3, 8)], skip=[Span(25, 48)])] == ["30 person"]


def test_a_taken_span_may_stand_inside_a_change() -> None:
    text = "It rose from 12 percent in 2019 to 15 percent."
    start = text.index("2019")
    assert [show(q) for q in find_quantities(text, "en", taken=[Span(start, start + 4)])] == ["12>15 percent"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Costó 3,5 millones y llegaron 1.250 camiones.", [3_500_000, 1250]),
        ("Subió 3.5 % y llegaron 1,250 camiones.", [3.5, 1250]),
        ("Llegaron 1.250 camiones.", [1250]),
        ("Llegaron 1,250 camiones.", [1250]),
        ("Pesa 1.250 toneladas; el otro, 3.5 toneladas.", [1.25, 3.5]),
    ],
)
def test_the_document_decides_its_separators(text: str, values: list[float]) -> None:
    assert [q.value for q in find_quantities(text, "es")] == values


def test_a_guessed_separator_says_so() -> None:
    assert find_quantities("Llegaron 1.250 camiones.", "es")[0].rule == "lone_separator"


def test_both_languages_name_the_same_unit() -> None:
    spanish = find_quantities("detuvieron a 3 mil 204 personas y 12 toneladas de cobre", "es")
    english = find_quantities("3,204 people were detained with 12 tonnes of copper", "en")
    assert [(q.value, q.unit) for q in spanish] == [(q.value, q.unit) for q in english]


def test_an_unknown_language_is_the_knowledge_s_fault() -> None:
    with pytest.raises(KnowledgeError, match="no such file"):
        find_quantities("5", "xx")


PIECES = st.sampled_from([
    *("5", "12.5", "1,250", "mil", "dos", "two", "million", "millones", "más de", "a", "to", "-", "–", "%", "$", "por cada"),
    *("/", "half a", "medio", ".", "(", ")", "½", "٣", "²", "personas", "people", "km", "\n", "\u200b", "\u202e", "€", "'"),
    *("1º", "y", "and", "un", "one in"),
])  # fmt: skip


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=60))
def test_any_text_is_read_and_spans_are_in_order(text: str) -> None:
    for language in LANGUAGES:
        found = find_quantities(text, language)
        assert all(0 <= q.span.start < q.span.stop <= len(text) for q in found)
        assert all(a.span.stop <= b.span.start for a, b in pairwise(found))
        assert all(not q.span.of(text)[0].isspace() and not q.span.of(text)[-1].isspace() for q in found)


NASTY = {
    "no spaces": "1",
    "letters": "a",
    "groups": "1,234",
    "space groups": "1 234 ",
    "words": "mil ",
    "thousand": "two thousand and ",
    "hyphens": "5-",
    "dollars": "US $ ",
    "line breaks": "\n",
    "spaces": " ",
    "from to": "de 5 a ",
    "dots": "a.",
    "zero width": "\u200b5\u202e ",
}


def seconds(text: str, language: str) -> float:
    started = time.process_time()
    find_quantities(text, language)
    return time.process_time() - started


@pytest.mark.parametrize("name", NASTY)
def test_nasty_texts_take_linear_time(name: str) -> None:
    short, long = NASTY[name] * (5_000 // len(NASTY[name])), NASTY[name] * (40_000 // len(NASTY[name]))
    for language in LANGUAGES:
        assert seconds(long, language) < 24 * seconds(short, language) + 0.5
