"""Which sentence limits the one before it, and how the two are printed."""

from __future__ import annotations

import dataclasses
from functools import cache

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article, Doc, Evidence, Fact, Language
from briefing.model.marks import QUALIFIED_BY_THE_SENTENCE_BEHIND
from briefing.realize import climb
from briefing.realize.edition import make_editions
from briefing.realize.notes.qualifying import qualification
from briefing.realize.rungs.passages import Passage, Passages

DAHL = "Foreign Minister Kari Dahl of Norway arrived in Lima. "
RUIZ = "La canciller de Perú, Elena Ruiz, llegó a Oslo. "
ROWS: list[tuple[Language, str, str, str, str]] = [
    # language, before, sentence, behind, why
    ("en", DAHL, "“We will sell the ferries,” Dahl said.", "“But the engines have to be paid first.”", "one speaker goes on"),
    ("en", DAHL, "Dahl said Norway would train pilots.", "However, she did not say who would pay.", "a pronoun"),
    ("en", "", "Norway will send inspectors to Lima in May.", "It depends on whether Peru grants visas.", "waits"),
    ("en", "", "Norway has agreed to pay within two years.", "The deal is still subject to approval in Oslo.", "waits"),
    ("en", "", "Peru will pay Norway 2 million dollars.", "The money will go to two ports.", "what for"),
    ("en", "", "Norway welcomed the seal for fish.", "But the seal must cost nothing.", "a thing just named"),
    ("es", RUIZ, "“Vamos a pagar los barcos”, dijo Ruiz.", "“Eso sí, nada se hará sin el Congreso.”", "one speaker goes on"),
    ("es", RUIZ, "Ruiz anunció la compra de dos barcos.", "No obstante, no precisó cuándo llegarán.", "elided subject"),
    ("es", "", "Perú recibirá a los técnicos noruegos en mayo.", "La fecha está pendiente de confirmación.", "waits"),
    ("es", "", "Perú acordó pagar 2 millones de dólares a Noruega.", "El dinero se destinará a dos puertos.", "what for"),
]
NONE: list[tuple[Language, str, str, str, str]] = [
    ("en", "", "Norway welcomed the plan for fish.", "But Iceland wants a ban on cod.", "somebody else"),
    ("en", "", "Norway will sell two ferries.", "It will also train pilots.", "adds"),
    ("en", "", "Norway will sell two ferries.", "The money market closed higher in Lima.", "no sum was named"),
    ("en", "", "Norway will sell two ferries.", "But will it deliver them in time?", "asks"),
    ("es", "", "Perú anunció la compra de dos barcos.", "Sin embargo, Chile espera otra respuesta.", "somebody else"),
    ("es", RUIZ, "Ruiz anunció la compra de dos barcos.", "También pidió visas.", "adds"),
]


@cache
def doc_of(text: str, language: Language) -> Doc:
    article = Article(
        id="a1", file="a1.txt", sha256="", text=text, language=language, published="2026-03-12", published_basis="stated"
    )
    return annotate(article, load_knowledge())


def piece_of(text: str, sentence: str, language: Language) -> Evidence:
    start = text.index(sentence)
    return Evidence(article="a1", start=start, stop=start + len(sentence), text=sentence, language=language)


def passage_of(language: Language, before: str, sentence: str, behind: str) -> Passage:
    text = f"{before}{sentence} {behind}"
    return Passages({"a1": doc_of(text, language)}).of(piece_of(text, sentence, language))


@pytest.mark.parametrize(("language", "before", "sentence", "behind", "why"), ROWS, ids=[row[3] for row in ROWS])
def test_a_sentence_that_limits(language: Language, before: str, sentence: str, behind: str, why: str) -> None:
    found = qualification(passage_of(language, before, sentence, behind))
    assert [one.words.strip("“”") for one in found] == [behind.strip("“”")], why


@pytest.mark.parametrize(("language", "before", "sentence", "behind", "why"), NONE, ids=[row[3] for row in NONE])
def test_a_sentence_that_limits_nothing(language: Language, before: str, sentence: str, behind: str, why: str) -> None:
    assert qualification(passage_of(language, before, sentence, behind)) == (), why


def test_both_editions_print_it() -> None:
    text = "Norway has agreed to pay within two years. The deal is still subject to approval in Oslo."
    doc = doc_of(text, "en")
    piece = piece_of(text, "Norway has agreed to pay within two years.", "en")
    fact = Fact(id="f-1", kind="event", act="agree", actors=("NO",), evidence=(piece,))
    for edition in make_editions(("es", "en"), {"a1": doc}, load_knowledge(), "2026-03-14").values():
        rung, attempt, rules = climb(dataclasses.replace(fact), edition)
        assert attempt.text == text
        assert rung == ("native" if edition.language == "en" else "verbatim")
        assert rules[-1].endswith(QUALIFIED_BY_THE_SENTENCE_BEHIND)


def test_a_short_sentence_of_the_same_speaker_may_stand_between() -> None:
    first, between, behind = (
        "“We support the ferries,” Dahl said.",
        "“We have said so before.",
        "But the dates have to be kept.”",
    )
    text = f"{DAHL}{first} {between} {behind}"
    passage = Passages({"a1": doc_of(text, "en")}).of(piece_of(text, first, "en"))
    assert [one.words.strip("“”") for one in qualification(passage)] == [between.strip("“”"), behind.strip("“”")]
