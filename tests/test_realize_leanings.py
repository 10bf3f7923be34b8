"""What is told with a sentence that leans, and why: texts whose last sentence is put into words as it stands."""

from __future__ import annotations

import pytest
from made_weeks import last_sentence_of

from briefing.knowledge import LANGUAGES, load_knowledge
from briefing.model import Language
from briefing.realize.edition import make_editions
from briefing.realize.leaning.lacking import tells_little
from briefing.realize.leaning.leanings import LEANINGS
from briefing.realize.notes.neighbours import stand_in
from briefing.realize.notes.summed import words_of_deed
from briefing.realize.rungs.originals import BECAUSE, verbatim

TOLD = [
    (
        "en",
        "Norway asked Iceland for a quota. Fishing ended in May. Iceland rejected the request.",
        "Norway asked Iceland for a quota. […] Iceland rejected the request.",
        "the one who asked",
    ),
    (
        "en",
        "Norway offered to halve a fee. Denmark offered a loan. Fishing ended in May. Iceland rejected the offer.",
        "Iceland rejected the offer.",
        "two offers: in doubt none",
    ),
    (
        "en",
        "Iceland asked Norway for a quota. Fishing ended in May. Iceland rejected the request.",
        "Iceland rejected the request.",
        "its own is not the one it rejects",
    ),
    (
        "en",
        "Norway asked Iceland for a quota. Fishing ended in May. Norway withdrew its request.",
        "Norway asked Iceland for a quota. […] Norway withdrew its request.",
        "its own",
    ),
    ("en", "Norway asked Iceland for a quota. Iceland withdrew its request.", "Iceland withdrew its request.", "another's"),
    (
        "en",
        "Norway praised the quota. Iceland rejected the criticism.",
        "Iceland rejected the criticism.",
        "the sentence before criticizes nothing",
    ),
    (
        "en",
        "Norway cut a quota. Iceland welcomed the decision.",
        "Norway cut a quota. Iceland welcomed the decision.",
        "a decision sums up any deed",
    ),
    (
        "es",
        "Panamá inauguró un puente para peatones. Costa Rica cerrará el puente.",
        "Costa Rica cerrará el puente [para peatones].",
        "cuál, una oración anterior lo dice",
    ),
    (
        "es",
        "Panamá inauguró un puente para peatones. Abrió un puente para trenes. Costa Rica cerrará el puente.",
        "Costa Rica cerrará el puente.",
        "dos puentes: en la duda, ninguno",
    ),
]
TOLD += [
    (
        "es",
        "Panamá propuso un cable de 800 millones de dólares. La pesca acabó. Costa Rica anunció que pondrá la mitad.",
        "Panamá propuso un cable de 800 millones de dólares. […] Costa Rica anunció que pondrá la mitad.",
        "de qué suma",
    ),
    (
        "es",
        "Panamá pidió 3 millones de dólares. Ofreció 8 millones de dólares. La pesca acabó. Costa Rica pondrá la mitad.",
        "Costa Rica pondrá la mitad.",
        "dos sumas: en la duda, ninguna",
    ),
]
LITTLE = [
    ("es", "Chile firmó en Lima. «Haremos todo lo posible», aseguró Elena Ruiz.", True, "nada"),
    ("es", "Chile firmó en Lima. «Compraremos dos barcos», aseguró Elena Ruiz.", False, "una cifra"),
    ("es", "Chile firmó en Lima. «Compraremos barcos pesqueros usados en Noruega», aseguró Elena Ruiz.", False, "qué y dónde"),
    ("en", "Chile signed in Lima. Elena Ruiz said that it would be done.", True, "nothing"),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), TOLD, ids=[row[1] for row in TOLD])
def test_what_is_printed(language: Language, text: str, expected: str, comment: str) -> None:
    passage = last_sentence_of(text, language)
    docs = {"a1": passage.doc} if passage.doc else {}
    edition = make_editions(LANGUAGES, docs, load_knowledge(), "2026-03-06")[language]
    told = verbatim(stand_in(passage), edition)
    assert told.text == expected, comment


@pytest.mark.parametrize(("language", "text", "little", "comment"), LITTLE, ids=[row[1] for row in LITTLE])
def test_what_tells_little(language: Language, text: str, little: bool, comment: str) -> None:
    assert tells_little(last_sentence_of(text, language)) == little, comment


def test_every_reason_has_a_name_of_its_own() -> None:
    names = [row.name for row in LEANINGS]
    assert len(names) == len({*names})
    assert not any(BECAUSE in name for name in names)


def test_the_words_of_a_deed() -> None:
    knowledge = load_knowledge()
    assert {"ask", "demand", "want"} <= words_of_deed(knowledge, "en", "request")
    assert "ofrecer" in words_of_deed(knowledge, "es", "oferta")
    assert not words_of_deed(knowledge, "en", "matter")
