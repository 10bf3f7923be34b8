"""The last rung: original words that stand alone, or with the sentence before; in brackets whom and when they mean."""

from __future__ import annotations

import dataclasses
from functools import cache
from types import SimpleNamespace
from typing import Any

import pytest
from made_weeks import last_sentence_of

from briefing.annotate.document import annotate
from briefing.knowledge import LANGUAGES, load_knowledge
from briefing.model import Actor, Article, Doc, Evidence, Fact, Language, Position, Span, Stance
from briefing.realize.edition import make_editions
from briefing.realize.rungs.native import Attempt, native_sentence
from briefing.realize.rungs.originals import BECAUSE, brings_anothers_word, sentence_before, verbatim, would_be_labelled
from briefing.realize.rungs.passages import Passages
from briefing.realize.rungs.quotations import closed_marks


@cache
def doc_of(text: str, language: Language) -> Doc:
    article = Article(
        id="a1", file="a1.txt", sha256="", text=text, language=language, published="2026-03-12", published_basis="stated"
    )
    return annotate(article, load_knowledge())


def made(text: str, source: Language, *sentences: int, edition: Language) -> Attempt:
    """The rung for a fact that rests on these sentences of a text."""
    doc = doc_of(text, source)
    fact = fact_of(doc, *(doc.sentences[n].span for n in sentences))
    return verbatim(fact, make_editions((edition,), {"a1": doc}, load_knowledge(), "2026-03-14")[edition])


def fact_of(doc: Doc, *spans: Span) -> Fact:
    text, language = doc.article.text, doc.article.language
    pieces = [Evidence(article="a1", start=s.start, stop=s.stop, text=s.of(text), language=language) for s in spans]
    return Fact(id="f-1", kind="event", evidence=tuple(pieces))


OFFER = "Chile ofreció 40 millones de euros para el puerto. Bolivia pedía 70."
OFFER_EN = "Norway will pay 40 million euros for the port. Iceland had asked for 70 million."
VISIT = "La canciller de Perú, Elena Ruiz, llegó a Quito. "
PAIRS = [
    ("Chile propuso que los barcos salgan de Arica. Perú prefiere Ilo.", "es"),  # for what
    ("Norway had asked Iceland for a guarantee of 40 million euros. Iceland refused.", "en"),
    (OFFER, "es"),  # 70 of what
    (OFFER_EN, "en"),
    (VISIT + "Ambos gobernadores la recibieron, y también ella los saludó.", "es"),
    ("Foreign Minister Kari Dahl of Norway arrived in Oslo. The ministers will meet on April 2.", "en"),
    ("Norway drafted a proposal on fish. The proposal was sent to Iceland.", "en"),
    ("Norway drafted a treaty on fish.\n\nIt was sent to Iceland in May.", "en"),  # a paper that sets each sentence apart
    ("Iceland wants to fish off Bergen. Foreign Minister Kari Dahl of Norway rejected the request.", "en"),  # sums it up
    ("Norway deported ten sailors in May. “They were treated badly and lost 40 million euros,” Kari Dahl said.", "en"),
    ("Norway will build two ports. Foreign Minister Kari Dahl of Norway told them that Iceland would pay.", "en"),
    ("Secretary of State Paul Reed called in May. The Secretary and Foreign Minister Kari Dahl discussed fish.", "en"),
]


@pytest.mark.parametrize(("text", "language"), PAIRS, ids=[row[0] for row in PAIRS])
def test_a_sentence_that_leans_stands_with_the_one_before(text: str, language: Language) -> None:
    for edition in LANGUAGES:
        attempt = made(text, language, 1, edition=edition)
        decided = [rule for rule in attempt.rules if not rule.startswith(BECAUSE)]
        assert (attempt.text, decided) == (" ".join(text.split()), ["with_the_sentence_before"])
        assert len(attempt.rules) > len(decided), "the reason is named"


LONG = "entre los gobiernos de Chile y Perú, que negocian desde enero con ayuda de Quito y de Bogotá una salida al mar"
CUT = [
    (
        f"En entrevista telefónica desde Lima, donde asiste a una feria, la canciller Elena Ruiz rechazó el acuerdo {LONG}.",
        "es",
        f"[…] la canciller Elena Ruiz rechazó el acuerdo {LONG}.",
    ),
    (
        f"La canciller Elena Ruiz rechazó en conferencia de prensa el acuerdo {LONG}, donde irá a una reunión de puertos.",
        "es",
        f"La canciller Elena Ruiz rechazó en conferencia de prensa el acuerdo {LONG} […]",
    ),
    (  # a condition is no scene
        f"Si no hay entrevista en Lima ni otra feria de minas, la canciller Elena Ruiz rechazará el acuerdo {LONG}.",
        "es",
        f"Si no hay entrevista en Lima ni otra feria de minas, la canciller Elena Ruiz rechazará el acuerdo {LONG}.",
    ),
    (
        "In an interview, Foreign Minister Kari Dahl of Norway said no.",  # short
        "en",
        "In an interview, Foreign Minister Kari Dahl of Norway said no.",
    ),
]


@pytest.mark.parametrize(("text", "language", "printed"), CUT, ids=[row[0][:40] for row in CUT])
def test_long_original_words_are_cut_where_a_clause_ends(text: str, language: Language, printed: str) -> None:
    other = "en" if language == "es" else "es"
    assert made(text, language, 0, edition=other).text == printed


BEGUN = [
    ("And on Monday Norway closed the port.", "en", "On Monday [9 de marzo] Norway closed the port."),
    ("Y el lunes Chile cerró el puerto.", "es", "El lunes [March 9] Chile cerró el puerto."),
    ("Asimismo, dijo que el puerto de Ilo cierra.", "es", "Dijo que el puerto de Ilo cierra."),
    ("Andorra closed the port.", "en", "Andorra closed the port."),
    ("Y que Chile nos ayude con el puerto.", "es", "Y que Chile nos ayude con el puerto."),  # which would be no sentence
]


@pytest.mark.parametrize(("text", "language", "printed"), BEGUN, ids=[row[0] for row in BEGUN])
def test_original_words_begin_without_a_link(text: str, language: Language, printed: str) -> None:
    other = "en" if language == "es" else "es"
    assert made(text, language, 0, edition=other).text == printed


SURNAMES = [
    (
        "La canciller de Perú, Elena Ruiz, llegó a Quito. Ruiz ofreció publicar datos.",
        "Ruiz [Elena Ruiz, Peru] ofreció publicar datos.",
    ),
    (
        "La canciller de Perú, Elena Ruiz Paz, llegó a Quito. Ruiz ofreció publicar datos.",
        "Ruiz [Elena Ruiz Paz, Peru] ofreció publicar datos.",
    ),  # the first of two surnames
    (
        "La canciller de Perú, Elena Ruiz, llegó. Ruiz ofreció el texto a Chile.",
        "Ruiz [Elena Ruiz, Peru] ofreció el texto a Chile.",
    ),  # another country is named
    (
        "La canciller de Perú, Elena Ruiz, llegó. Ruiz ofreció el texto de Perú a Chile.",
        "Ruiz ofreció el texto de Perú a Chile.",
    ),  # the country is named
    ("Elena Ruiz llegó a Quito. Ruiz ofreció publicar datos.", "Ruiz ofreció publicar datos."),  # nobody says of which
    (
        "La canciller de Perú, Elena Ruiz, llegó. La canciller, Elena Ruiz, ofreció publicar datos.",
        "La canciller, Elena Ruiz [Peru], ofreció publicar datos.",
    ),  # the whole name, and no word of the country
    (
        "La canciller de Perú, Elena Ruiz, llegó. La canciller peruana, Elena Ruiz, ofreció publicar datos.",
        "La canciller peruana, Elena Ruiz, ofreció publicar datos.",
    ),
]


def test_a_surname_that_owns_something_is_left_alone() -> None:
    text = "Foreign Minister Elena Ruiz of Peru arrived. A statement from Ruiz's office called the raid unacceptable."
    assert "[" not in (made(text, "en", 1, edition="es").text or "")
    text = text.replace("A statement from Ruiz's office", "Ruiz")
    assert "[" in (made(text, "en", 1, edition="es").text or "")


@pytest.mark.parametrize(("text", "expected"), SURNAMES, ids=[row[0] for row in SURNAMES])
def test_a_surname_alone_is_named(text: str, expected: str) -> None:
    assert made(text, "es", 1, edition="en").text == expected


ALONE = [
    ("Chile ofreció 40 millones. Bolivia pidió 70 millones de euros.", "es"),  # counts what it names
    ("The port is closed. The minister condemned the raid.", "en"),  # nobody is named before
    ("Iceland voted in May. The proposal was sent to Norway.", "en"),  # nor is a proposal
    ("They voted in May. They want 70 ships.", "en"),  # the one before leans itself
    ("THE CHAIR. The hearing resumes on June 23.", "en"),  # a label tells nothing
    ("Will Norway sign the treaty? It has 30 days.", "en"),
    ("Norway signed.\n\nMOST READ\n\nIt wants 70 ships.", "en"),  # far above
]


@pytest.mark.parametrize(("text", "language"), ALONE, ids=[row[0] for row in ALONE])
def test_a_sentence_alone(text: str, language: Language) -> None:
    doc = doc_of(text, language)
    assert made(text, language, len(doc.sentences) - 1, edition=language).text == doc.sentences[-1].span.of(text)


BRACKETS = [
    (VISIT + '"No firmaremos nada", dijo.', "es", '"No firmaremos nada", dijo [Elena Ruiz].', None),
    ("Perú cerró el paso el martes.", "es", "Perú cerró el paso el martes [10 de marzo].", "[March 10]"),
    ("El canciller de Perú llegará el martes 17 a Quito.", "es", "El canciller de Perú llegará el martes 17 a Quito.", None),
    ("Peru closed the pass on Tuesday.", "en", "Peru closed the pass on Tuesday [10 de marzo].", "[March 10]"),
    ("Norway closed the pass in May.", "en", "Norway closed the pass in May.", None),  # in whichever language
    (
        "Norway and Iceland signed. The two countries have held ten rounds of talks.",
        "en",
        "The two countries [Islandia y Noruega] have held ten rounds of talks.",
        "[Iceland and Norway]",
    ),
    # of what is told, only the words in marks are quoted
    (
        "Perú señaló que hablará hoy con Chile para “rebajar la tensión”.",
        "es",
        "Perú señaló que hablará hoy [12 de marzo] con Chile para “rebajar la tensión”.",
        "[March 12]",
    ),
    (
        "El gremio calcula que el martes por la noche había 130 camiones en la fila de Perú.",
        "es",
        "El gremio calcula que el martes por la noche [10 de marzo] había 130 camiones en la fila de Perú.",
        "[March 10]",
    ),
    # a quarter that is told of as yet to come may be the fee's first
    (
        "Perú pidió a Chile que no cobre la tasa el tercer trimestre.",
        "es",
        "Perú pidió a Chile que no cobre la tasa el tercer trimestre.",
        None,
    ),
    (
        "Las ventas de Chile a Perú cayeron en el cuarto trimestre.",
        "es",
        "Las ventas de Chile a Perú cayeron en el cuarto trimestre [2025].",
        "[2025]",
    ),
    # the day that is spoken of is not that on which it is written
    (
        "Perú cerró el paso ayer y lo reabrió al final del día.",
        "es",
        "Perú cerró el paso ayer [11 de marzo] y lo reabrió al final del día.",
        "[March 11]",
    ),
]


@pytest.mark.parametrize(("text", "source", "es", "bracket"), BRACKETS, ids=[row[2] for row in BRACKETS])
def test_what_stands_in_brackets(text: str, source: Language, es: str, bracket: str | None) -> None:
    last = len(doc_of(text, source).sentences) - 1
    assert made(text, source, last, edition="es").text == es
    english = made(text, source, last, edition="en").text or ""
    assert bracket is None or bracket in english


def test_of_several_pieces_one_that_stands_alone_is_taken() -> None:
    text = "Iceland closed both of its northern ports on May 2. The raid was short. Norway has protested against it since May."
    assert made(text, "en", 0, 1, edition="en").text == "Iceland closed both of its northern ports on May 2."


def test_an_official_text_speaks_in_the_name_of_its_issuers() -> None:
    text = "Joint Statement of Norway and Iceland\n\nNorway and Iceland met. We condemn the raid. Our ships left."
    doc = dataclasses.replace(doc_of(text, "en"), issuers=("NO", "IS"))
    spans = [sentence.span for sentence in doc.sentences[-2:]]
    said = [
        verbatim(fact_of(doc, span), make_editions(("es",), {"a1": doc}, load_knowledge(), "2026-03-14")["es"]).text
        for span in spans
    ]
    assert said == ["[Noruega e Islandia:] We condemn the raid.", "Our ships left."]


def test_of_several_pieces_one_that_tells_the_item_itself_is_taken() -> None:
    """A sentence of another's act, which has the item in a clause beside it, is no account of it."""
    texts: dict[str, tuple[str, Language]] = {
        "a1": ("Perú cerró el puerto después de que Chile exigiera la retirada.", "es"),
        "a2": ("Chile demanded a withdrawal from Peru in March.", "en"),
    }
    made = {name: doc_of(*row) for name, row in texts.items()}
    docs = {name: dataclasses.replace(doc, article=dataclasses.replace(doc.article, id=name)) for name, doc in made.items()}
    pieces = tuple(
        Evidence(article=name, start=0, stop=len(text), text=text, language=language)
        for name, (text, language) in texts.items()
    )
    position = Position(id="p-1", evidence=pieces, government="CL", stance="demands", act="demand")
    edition = make_editions(("es",), docs, load_knowledge(), "2026-03-14")["es"]
    assert native_sentence(position, edition).rules == ("another_tells_the_act_itself",)
    assert verbatim(position, edition).text == texts["a2"][0]
    alone = dataclasses.replace(position, evidence=pieces[:1])
    assert native_sentence(alone, edition).text == texts["a1"][0]


def person(name: str, country: str | None) -> Actor:
    return Actor(id=f"person:{name}", kind="person", name={"en": name, "es": name}, country=country, forms=(name,))


@pytest.mark.parametrize(
    ("countries", "disputed"),
    [(("KE", "TZ"), {"Ann Ouma"}), (("KE", "KE"), set()), (("KE", None), set()), ((None, None), set())],
)
def test_a_name_of_two_countries_is_disputed(countries: tuple[str | None, ...], disputed: set[str]) -> None:
    docs: dict[str, Any] = {str(n): SimpleNamespace(actors={"p": person("Ann Ouma", code)}) for n, code in enumerate(countries)}
    assert Passages(docs).disputed == disputed


def test_an_answer_is_printed_from_its_first_words_on() -> None:
    text = (
        "Interview with Foreign Minister Kari Dahl of Norway\n\n"
        "Question: Is it true that Norway will sue Iceland?\n\n"
        "Dahl: No, that is not true. We prefer to talk."
    )
    attempt = made(text, "en", len(doc_of(text, "en").sentences) - 1, edition="es")
    assert attempt.text is not None
    assert "No, that is not true." in attempt.text
    assert "[…]" not in attempt.text


TURNS = [
    ("es", "P. ¿Pagará Noruega?\n\nR. No. Pagará Islandia.\n\nP. ¿Cuándo?\n\nR. No lo sabemos.", "[Pregunta: ¿Cuándo?]", "R."),
    ("es", "Pregunta. ¿Pagará Noruega?\n\nRespuesta. No. No lo hará.", "[Pregunta: ¿Pagará Noruega?]", "Respuesta"),
    ("en", "Q. Will Norway pay?\n\nA. No. Iceland will pay.\n\nQ. When?\n\nA. We do not know that.", "[Question: When?]", "A."),
]


@pytest.mark.parametrize(("language", "text", "question", "label"), TURNS, ids=[row[1] for row in TURNS])
def test_the_letters_of_an_interview_are_not_printed(language: str, text: str, question: str, label: str) -> None:
    text = f"Entrevista con Kari Dahl, ministra de Noruega\n\n{text}"
    printed = made(text, language, len(doc_of(text, language).sentences) - 1, edition=language).text
    assert printed is not None
    assert question in printed
    assert f"{label} " not in printed


def test_an_initial_is_no_letter_of_an_interview() -> None:
    text = "Norway will pay, the minister of Iceland said.\n\nA. Ruiz of Peru said that it would not pay a euro to Norway."
    assert "A. Ruiz" in str(made(text, "en", len(doc_of(text, "en").sentences) - 1, edition="en").text)


WHOSE = [
    ("The Ministry regrets the words of Minister Kari Dahl and the Icelandic envoy, Jon Palsson.", "[Norway]", "two countries"),
    ("The Ministry regrets the words of the Norwegian envoy to Iceland.", "", "a word says the country"),
    ("The Icelandic envoy, Jon Palsson, said that his government would pay.", "", "its owner stands before it"),
]


@pytest.mark.parametrize(("sentence", "expected", "comment"), WHOSE, ids=[row[-1] for row in WHOSE])
def test_a_bare_ministry_among_two_countries_has_its_own(sentence: str, expected: str, comment: str) -> None:
    text = f"The Ministry of Fisheries of Norway met the press. It was cold in Oslo. {sentence}"
    printed = made(text, "en", len(doc_of(text, "en").sentences) - 1, edition="en").text or ""
    assert ("[Norway]" in printed) is bool(expected), comment


def test_two_sentences_of_one_quotation_are_printed_as_one() -> None:
    text = "“We are not closing the strait. We are guarding it,” Foreign Minister Kari Dahl of Norway told reporters in Oslo."
    assert made(text, "en", 1, edition="es").text == text


def test_two_quotations_stay_two() -> None:
    text = "“Norway will pay 40 million euros for the port,” Kari Dahl said. “Iceland had asked for 70 million,” she said."
    assert made(text, "en", 1, edition="es").text == text.replace("she said", "[Kari Dahl] said")


ANOTHERS = [
    ("es", "Según la autoridad, faltan 40 barcos. Ruiz dijo que Perú pagará.", True, "an authority of nobody"),
    ("es", "El Gobierno de Noruega afirmó que faltan 40 barcos. Ruiz dijo que Perú pagará.", True, "another government"),
    ("es", "El Gobierno de Perú afirmó que faltan 40 barcos. Ruiz dijo que Perú pagará.", False, "its own"),
    ("es", "Noruega cerró el puerto. Ruiz dijo que Perú pagará.", False, "nobody's word"),
    ("en", "According to the port, 40 ships are missing. Peru said that it would pay.", True, "a port of nobody"),
    ("en", '"We have 40 ships," Ole Bakken told reporters. He said Peru would pay.', False, "he means him"),
    ("en", '"Nobody pays for a mango," Bakken told reporters. Peru asked for the money.', True, "somebody of no told country"),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), ANOTHERS, ids=[row[-1] for row in ANOTHERS])
def test_anothers_word_does_not_stand_in_a_government_s_column(
    language: Language, text: str, expected: bool, comment: str
) -> None:
    passage = last_sentence_of(text, language)
    before = sentence_before(passage)
    assert before is not None
    item = Position(id="p-1", evidence=(passage.evidence,), government="PE", stance="states")
    assert brings_anothers_word(before, passage, item) is expected, comment
    assert not brings_anothers_word(before, passage, Fact(id="f-1", kind="statement", evidence=(passage.evidence,)))


UNDER_A_LABEL = [
    ("agrees", "Ruiz dijo que Perú no pagará los 40 barcos. Los dos ministros acordaron abrir el puerto.", True, "a refusal"),
    ("states", "Ruiz dijo que Perú no pagará los 40 barcos. Los dos ministros acordaron abrir el puerto.", False, "no label"),
    ("agrees", "Ruiz viajó a Oslo con Dahl. Los dos ministros acordaron abrir el puerto.", False, "nobody's word"),
]


@pytest.mark.parametrize(("stance", "text", "expected", "comment"), UNDER_A_LABEL, ids=[row[-1] for row in UNDER_A_LABEL])
def test_nothing_else_that_is_said_stands_behind_a_label(stance: Stance, text: str, expected: bool, comment: str) -> None:
    passage = last_sentence_of(text, "es")
    before = sentence_before(passage)
    assert before is not None
    item = Position(id="p-1", evidence=(passage.evidence,), government="PE", stance=stance)
    assert would_be_labelled(before, passage, (), item) is expected, comment


MARKS = [
    ('There are conditions," Ruiz said.', '"There are conditions," Ruiz said.'),
    ('Ruiz said: "There are conditions.', 'Ruiz said: "There are conditions."'),
    (
        'Si hay pruebas, serán juzgados", explicó Soto ante la prensa.',
        '"Si hay pruebas, serán juzgados", explicó Soto ante la prensa.',
    ),
    ('"Todo está dicho', '"Todo está dicho"'),
]


@pytest.mark.parametrize(("text", "expected"), MARKS, ids=[row[0] for row in MARKS])
def test_one_mark_alone_is_completed_on_its_other_side(text: str, expected: str) -> None:
    assert closed_marks(text) == expected
