"""The first rung: which sentences of the sources may stand in a memo, and how they are trimmed."""

from __future__ import annotations

import dataclasses
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import LANGUAGES, load_knowledge
from briefing.model import Article, Doc, Evidence, Fact, Quote, Span
from briefing.realize.edition import Edition, make_editions
from briefing.realize.found import Found, Whole
from briefing.realize.rungs.native import STEPS, finish, native_sentence, run_steps
from briefing.realize.rungs.passages import Passage, passage_of
from briefing.realize.rungs.quotations import complete_marks, name_speaker, set_marks
from briefing.structure import load_plain

CASES = Path(__file__).parent / "cases"
ROWS = [
    (language, row)
    for language in LANGUAGES
    for row in load_plain((CASES / language / "native.yaml").read_text(encoding="utf-8"))
]


@cache
def doc_of(text: str, language: str) -> Doc:
    article = Article(
        id="a1", file="a1.txt", sha256="", text=text, language=language, published="2026-03-12", published_basis="stated"
    )
    return annotate(article, load_knowledge())


def edition_of(doc: Doc, language: str) -> Edition:
    return make_editions((language,), {doc.article.id: doc}, load_knowledge(), "2026-03-14")[language]


def fact_of(doc: Doc, sentence: int) -> Fact:
    span, article = doc.sentences[sentence].span, doc.article
    evidence = Evidence(
        article=article.id, start=span.start, stop=span.stop, text=span.of(article.text), language=article.language
    )
    return Fact(id="f-1", kind="event", evidence=(evidence,))


def case(language: str, row: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True)] if row.get("expect") == "fail" else []
    return pytest.param(language, row, id=f"{language}: {row['text'][-50:]}", marks=marks)


@pytest.mark.parametrize(("language", "row"), [case(*pair) for pair in ROWS])
def test_sentences(language: str, row: dict[str, Any]) -> None:
    doc = doc_of(row["text"], language)
    fact, edition = fact_of(doc, int(row.get("of", "0"))), edition_of(doc, language)
    passage, rules = run_steps(passage_of(fact.evidence[0], doc), fact, edition)
    if "refused" in row:
        assert (passage, rules) == (None, (row["refused"],))
    else:
        assert passage is not None, rules
        assert finish(passage, edition, rules) == row["printed"]


def test_every_rule_has_a_row() -> None:
    refused = {row["refused"] for _, row in ROWS if "refused" in row}
    refusing = {step.__name__ for step in STEPS if step.__name__.startswith("refuse_")}
    assert refusing - refused <= {"refuse_what_is_not_prose"}


@pytest.mark.parametrize(("language", "row"), [case(*pair) for pair in ROWS if "printed" in pair[1]])
def test_what_is_printed_is_printed_again(language: str, row: dict[str, Any]) -> None:
    """A trimmed sentence is itself a sentence that may be printed (dates in parentheses and quotations apart)."""
    if "(" in row["printed"] or "“" in row["printed"]:
        return
    doc = doc_of(row["printed"], language)
    assert native_sentence(fact_of(doc, 0), edition_of(doc, language)).text == row["printed"]


def test_without_a_document_the_evidence_itself_is_read() -> None:
    text = "Además, Chile propuso ampliar el acuerdo de pesca"
    fact = Fact(id="f-1", kind="event", evidence=(Evidence(article="a9", start=40, stop=89, text=text, language="es"),))
    edition = make_editions(("es",), {}, load_knowledge(), "2026-03-14")["es"]
    assert native_sentence(fact, edition).text == "Chile propuso ampliar el acuerdo de pesca."


def test_another_sentence_is_chosen_where_the_first_leans() -> None:
    doc = doc_of("Esto obliga a Perú a revisar el tratado de pesca. Perú revisará el tratado de pesca en mayo.", "es")
    evidence = (fact_of(doc, 0).evidence[0], fact_of(doc, 1).evidence[0])
    attempt = native_sentence(Fact(id="f-1", kind="event", evidence=evidence), edition_of(doc, "es"))
    assert attempt.text == "Perú revisará el tratado de pesca en mayo."


def test_an_official_text_is_quoted_in_its_issuers_name() -> None:
    """`We` and `our` of a joint statement are its governments'; those of a newspaper are nobody's."""
    doc = doc_of("We reject any tariff on our fish.", "en")
    assert native_sentence(fact_of(doc, 0), edition_of(doc, "en")).text is None
    issued = dataclasses.replace(doc, issuers=("CL", "PE"))
    attempt = native_sentence(fact_of(issued, 0), edition_of(issued, "en"))
    assert attempt.text == "Chile and Peru: “We reject any tariff on our fish.”"
    assert "quote_issuers" in attempt.rules


def test_a_sentence_already_printed_comes_last() -> None:
    doc = doc_of("Perú firmó el tratado de pesca. Perú firmó en Lima el tratado de pesca con Chile.", "es")
    fact = Fact(id="f-1", kind="event", evidence=(fact_of(doc, 0).evidence[0], fact_of(doc, 1).evidence[0]))
    first = native_sentence(fact, edition_of(doc, "es")).text
    second = native_sentence(fact, edition_of(doc, "es"), {first}).text
    assert first != second
    assert first
    assert second


def test_a_machine_made_summary_is_not_quoted() -> None:
    doc = doc_of("Chile y Perú firmaron el acuerdo de pesca.", "es")
    summary = Doc(article=doc.article, sentences=tuple(replace_kind(doc)))
    assert native_sentence(fact_of(summary, 0), edition_of(summary, "es")).rules == ("refuse_what_is_not_prose",)


def replace_kind(doc: Doc) -> list[Any]:
    import dataclasses

    return [dataclasses.replace(sentence, kind="summary") for sentence in doc.sentences]


LONG = (
    "El gobierno de Noruega anunció en Oslo que enviará 300 soldados a la frontera norte del país durante los próximos seis "
    "meses para vigilar los pasos de montaña y los puertos de pesca del Ártico, que el año anterior registraron el paso de 12 "
    "mil camiones."
)
LONG_WITH_CONDITION = LONG.replace("que el año anterior registraron", "que solo entonces registraron")


def test_a_long_sentence_loses_its_last_clause() -> None:
    doc = doc_of(LONG, "es")
    printed = native_sentence(fact_of(doc, 0), edition_of(doc, "es"))
    assert printed.text == LONG[: LONG.index(", que el año")] + "."
    assert printed.rules == ("shorten",)


def test_a_clause_that_limits_what_is_said_stays() -> None:
    doc = doc_of(LONG_WITH_CONDITION, "es")
    assert native_sentence(fact_of(doc, 0), edition_of(doc, "es")).text == LONG_WITH_CONDITION


@pytest.mark.parametrize(
    ("text", "es", "en"),
    [
        ('dijo "no"', "dijo “no”", "dijo “no”"),
        ("«a “b” c»", "“a ‘b’ c”", "“a ‘b’ c”"),
        ('un "a "b" c" d', "un “a ‘b’ c” d", "un “a ‘b’ c” d"),
        ("sin cerrar “a", "sin cerrar “a", "sin cerrar “a"),
        ("cerrado” antes", "cerrado” antes", "cerrado” antes"),
        ("l'État", "l'État", "l'État"),
    ],
)
def test_marks(text: str, es: str, en: str) -> None:
    doc = doc_of("Perú.", "es")
    assert (set_marks(text, edition_of(doc, "es")), set_marks(text, edition_of(doc, "en"))) == (es, en)


# a sentence inside a speaker's turn, as its marks are completed
TURNS = [
    ("Le dije: “Vamos a cerrar el puerto.", '"Le dije: “Vamos a cerrar el puerto.”"'),
    ("Vamos a cerrar el puerto.", '"Vamos a cerrar el puerto."'),
]


@pytest.mark.parametrize(("words", "printed"), TURNS, ids=[row[0] for row in TURNS])
def test_words_of_a_turn_are_quoted_whole(words: str, printed: str) -> None:
    text = f"Buenos días. {words} Gracias."
    start = text.index(words)
    turn = Quote(span=Span(0, len(text)), content=Span(0, len(text)), kind="direct")
    evidence = Evidence(article="a1", start=start, stop=start + len(words), text=words, language="es")
    span = Span(start, start + len(words))
    doc = dataclasses.replace(doc_of(text, "es"), quotes=(turn,))
    passage = Passage(evidence=evidence, language="es", source=text, offset=0, span=span, found=Found(Whole(doc), span))
    completed = complete_marks(passage, Fact(id="f-1", kind="event", evidence=(evidence,)), edition_of(doc, "es"))
    assert completed is not None
    assert completed.printed() == printed


OF_ONE = "Elin Dahl, Norway’s trade minister, "
BY_A_NAME = [
    (
        f"{OF_ONE}told local radio that ",
        "Oslo “will not pay a fee”",
        "Oslo “will not pay a fee”",
        "the sentence of who tells it",
    ),
    (f"{OF_ONE}said: ", "“We will not pay.”", "Elin Dahl: “We will not pay.”", "a quotation alone"),
]


@pytest.mark.parametrize(("before", "kept", "printed", "comment"), BY_A_NAME, ids=[row[-1] for row in BY_A_NAME])
def test_a_quotation_alone_is_begun_with_its_speaker(before: str, kept: str, printed: str, comment: str) -> None:
    doc = doc_of(f"{before}{kept}", "en")
    fact, start = fact_of(doc, 0), len(before)
    passage = passage_of(fact.evidence[0], doc).starting_at(start).ending_at(start + len(kept))
    named = name_speaker(passage, fact, edition_of(doc, "en"))
    assert named is not None
    assert named.printed() == printed, comment
