"""Talk before the press: where its sentences are cut, what only asks for assent, and whose is its "we"."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.annotate.document import annotate
from briefing.extract import is_question, is_spoken_as
from briefing.extract.reading import read_doc
from briefing.ingest import read_articles
from briefing.knowledge import load_knowledge
from briefing.knowledge.assent import without_assent
from briefing.model import Doc, Evidence, Fact
from briefing.realize.edition import make_editions
from briefing.realize.rungs.retelling import retelling

HEADS = {
    "en": (
        "Press conference by President Nora Lind of Estonia\nTallinn, March 3, 2026",
        "PRESIDENT LIND:",
        "Q: And what else?",
    ),
    "es": (
        "Rueda de prensa de la presidenta de Bolivia, Rosa Choque\nLa Paz, 3 de marzo de 2026",
        "PRESIDENTA CHOQUE:",
        "PREGUNTA: ¿Y qué más?",
    ),
}


def spoken(folder: Path, language: str, *answers: str) -> Doc:
    head, label, asked = HEADS[language]
    turns = f"\n{asked}\n".join(f"{label} {answer}" for answer in answers)
    (folder / "t.txt").write_text(f"{head}\n\n{turns}\n{asked}\n", encoding="utf-8")
    (article,), _ = read_articles([folder], as_of="2026-03-05")
    return annotate(article, load_knowledge())


CUT = [
    ("en", "He made several proposals and, in the end, we agreed to open the bridge.", "we agreed to open the bridge."),
    ("en", "She wanted a lower price, and so we decided to buy less gas this year.", "we decided to buy less gas this year."),
    ("es", "Él hizo varias propuestas y finalmente, acordamos abrir el puente.", "acordamos abrir el puente."),
    (
        "es",
        "Ellos pedían menos peaje, y al final llegamos a un acuerdo de abrir el puente.",
        "llegamos a un acuerdo de abrir el puente.",
    ),
    ("es", "Dos, que Perú va a suspender la tasa del puente.", "Perú va a suspender la tasa del puente."),
    ("es", "La segunda: Perú cobrará una tasa en el puente.", "Perú cobrará una tasa en el puente."),
    ("en", "The first: Peru has asked Chile for a bridge.", "Peru has asked Chile for a bridge."),
    ("en", "And three, that Latvia will send more inspectors.", "Latvia will send more inspectors."),
    ("es", "La primera, que acordamos instalar un puesto conjunto.", "acordamos instalar un puesto conjunto."),
    ("es", "Lo que puedo decir es que no vamos a cerrar el puente.", "no vamos a cerrar el puente."),
    ("en", "What I can say is that we will not close the bridge.", "we will not close the bridge."),
    ("en", "Well, I want to be clear that we will not close the bridge.", "we will not close the bridge."),
    ("es", "Lo que no puedo decir es que vamos a cerrar el puente.", None),
    ("en", "I cannot say that we will not close the bridge.", None),
    ("en", "I think that we will not close the bridge.", None),
    # what stands before governs it, or it has no subject of its own
    ("en", "He says that they made proposals and in the end we agreed to open the bridge.", None),
    ("en", "If they make proposals and in the end we agreed on them, fine for everybody.", None),
    ("en", "They made several proposals and in the end signed the text.", None),
    ("es", "No es cierto que ellos pidieran algo y al final acordamos abrir el puente.", None),
    ("es", "Si ellos piden algo y al final acordamos abrir el puente, lo diremos.", None),
    ("es", "Dos, que Perú retire la tasa del puente.", None),
    ("es", "Hay dos, que son las más caras del país.", None),
]


@pytest.mark.parametrize(("language", "words", "last"), CUT)
def test_a_clause_that_tells_what_came_of_it_is_a_sentence(tmp_path: Path, language: str, words: str, last: str | None) -> None:
    doc = spoken(tmp_path, language, words, "Good.")
    found = [s.span.of(doc.article.text) for s in doc.sentences if s.span.of(doc.article.text) in words]
    assert (last or words) in found


def test_prose_is_not_cut(tmp_path: Path) -> None:
    words = "Él hizo varias propuestas y finalmente, acordamos abrir el puente."
    (tmp_path / "t.txt").write_text(f"Crónica de un viaje\nLa Paz, 3 de marzo de 2026\n\n{words}\n", encoding="utf-8")
    (article,), _ = read_articles([tmp_path], as_of="2026-03-05")
    assert words in [s.span.of(article.text) for s in annotate(article, load_knowledge()).sentences]


ASSENT = [
    ("es", "Eso no ayuda a nadie, ¿verdad?", False),
    ("es", "No es un déficit, ¿no?, es comercio.", False),
    ("es", "¿Es un déficit, no?", True),
    ("es", "¿Qué le contestó?", True),
    ("en", "That helps nobody, right?", False),
    ("en", "Is that right?", True),
]


@pytest.mark.parametrize(("language", "words", "asks"), ASSENT)
def test_what_only_asks_for_assent_is_told(tmp_path: Path, language: str, words: str, *, asks: bool) -> None:
    assert ("?" in without_assent(words, language)) == asks
    doc = spoken(tmp_path, language, words, "Bien.")
    (number,) = [n for n, s in enumerate(doc.sentences) if s.span.of(doc.article.text) == words and s.kind == "body"]
    assert is_question(read_doc(doc, load_knowledge()), number) == asks


def test_who_answers_and_asks_for_assent_is_no_reporter(tmp_path: Path) -> None:
    doc = spoken(tmp_path, "es", "Rechazamos el peaje, ¿verdad?", "Eso no ayuda a nadie, ¿no?")
    assert [s.kind for s in doc.sentences if "peaje" in s.span.of(doc.article.text)] == ["body"]


OF_THE_TALK = [
    ("es", "Fue ayer por la noche y fue una conversación, digamos, extensa, de casi una hora.", True),
    ("es", "Fue una plática larga, yo creo que como cuarenta minutos, muy cordial.", True),
    ("es", "Fue una reunión en la que acordamos abrir el puente.", False),
    ("es", "Fue una reunión larga sobre el peaje de 12 dólares.", False),
    ("es", "Fue una explosión larga, con 12 muertos.", False),
    ("es", "Estamos hablando de 8 millones de dólares.", True),
    ("es", "Estamos hablando de 8 millones de dólares de multa a Perú.", False),
    ("en", "We are talking about 300 million euros.", True),
    ("en", "We are talking about 300 soldiers at the border.", False),
    ("en", "It was a very good call, more than 40 minutes.", True),
    ("en", "We had a long conversation, more than half an hour.", True),
    ("en", "We had a good conversation about the 300 trucks.", False),
    ("en", "It was a long meeting and we agreed on 12 points.", False),
]


@pytest.mark.parametrize(("language", "words", "expected"), OF_THE_TALK)
def test_how_a_talk_was_is_no_fact(tmp_path: Path, language: str, words: str, *, expected: bool) -> None:
    doc = spoken(tmp_path, language, words, "Bien.")
    reading = read_doc(doc, load_knowledge())
    (number,) = [n for n, s in enumerate(doc.sentences) if s.span.of(doc.article.text) == words and s.kind == "body"]
    assert is_spoken_as(reading, number, reading.words.talk_of_talk | reading.words.bare_figures) == expected


TOLD = [
    (
        "en",
        "I spoke yesterday with President Juris Kalns of Latvia. We agreed to open the border on March 12.",
        "Según Nora Lind, Estonia y Letonia acordaron abrir la frontera el 12 de marzo.",
    ),
    (
        "es",
        "Hablé ayer con el presidente de Perú, Julio Paz. Acordamos abrir la frontera el 12 de marzo.",
        "According to Rosa Choque, Bolivia and Peru agreed to open the border on March 12.",
    ),
    (
        "es",
        "Hablé ayer con el presidente de Perú, Julio Paz. Quedamos en abrir la frontera el 12 de marzo.",
        "According to Rosa Choque, Bolivia and Peru agreed to open the border on March 12.",
    ),
    # two others, or none: nobody knows who agreed, but the speaker does
    (
        "es",
        "Hablé con los presidentes de Perú, Julio Paz, y de Chile, Luis Rey. Acordamos abrir la frontera el 12 de marzo.",
        "Rosa Choque: We agreed to open the border on March 12.",
    ),
    (
        "es",
        "Fue un buen día. Acordamos abrir la frontera el 12 de marzo.",
        "Rosa Choque: We agreed to open the border on March 12.",
    ),
    ("en", "It was a good day. We agreed to open the border on March 12.", None),
    # a clause of its own `we` may be the speaker's side alone
    (
        "es",
        "Hablé ayer con el presidente de Perú, Julio Paz. Acordamos que abriremos la frontera el 12 de marzo.",
        "Rosa Choque: We agreed that we will open the border on March 12.",
    ),
]


@pytest.mark.parametrize(("language", "words", "expected"), TOLD)
def test_what_was_agreed_with_one_other_is_told_of_both(
    tmp_path: Path, language: str, words: str, expected: str | None
) -> None:
    doc = spoken(tmp_path, language, words, "Gracias.")
    last = next(s.span for s in doc.sentences if s.span.of(doc.article.text) in words.rpartition(". ")[2])
    evidence = Evidence(
        article=doc.article.id, start=last.start, stop=last.stop, text=last.of(doc.article.text), language=doc.article.language
    )
    other = "es" if language == "en" else "en"
    edition = make_editions((other,), {doc.article.id: doc}, load_knowledge(), "2026-03-14")[other]
    assert retelling(Fact(id="f-1", kind="event", evidence=(evidence,)), edition).text == expected
