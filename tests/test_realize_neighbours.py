"""Lines that are better read with the sentence before them: texts whose last sentence is told, and what is printed."""

from __future__ import annotations

import dataclasses

import pytest
from made_weeks import last_sentence_of

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article, Brief, Conflict, ConflictValue, Evidence, Fact, Language, Position
from briefing.model.marks import WITH_THE_SENTENCE_BEFORE
from briefing.realize import BETTER, about_what_is_told, behind_their_neighbours, climb, leaning_later
from briefing.realize.edition import make_editions
from briefing.realize.leaning.pointers import bare_word_for_all
from briefing.realize.notes.neighbours import brings_anothers_act, joined
from briefing.realize.rungs.originals import LEANS, sentence_before

PRINTED = [
    (
        "en",
        "Norway shut a port. Chile will cut its fees in May. Chile asked Norway to do the same.",
        "Chile will cut its fees in May. Chile asked Norway to do the same.",
        "the same as what",
    ),
    (
        "es",
        "Noruega cerró un puerto. La ruta de Lima costará 84 millones de dólares. Chile anunció que pagará un tercio.",
        "La ruta de Lima costará 84 millones de dólares. Chile anunció que pagará un tercio.",
        "un tercio de qué",
    ),
    (
        "es",
        "Noruega cerró un puerto. La ruta de Lima costará 84 millones. Chile anunció que pagará un tercio de la deuda vencida.",
        "Chile anunció que pagará un tercio de la deuda vencida.",
        "de la deuda",
    ),
    (
        "en",
        "Norway shut a port. Chile will hold a forum in Lima. Norway said on Friday that it would not attend.",
        "Chile will hold a forum in Lima. Norway said on Friday that it would not attend.",
        "attend what",
    ),
    (
        "en",
        "Norway shut a port on Monday. Chile repays a loan by 2043. Interest is capped at two percent.",
        "Chile repays a loan by 2043. Interest is capped at two percent.",
        "of what: the sentence before says",
    ),
    (
        "en",
        "Norway shut a port on Monday.\n\nInterest is capped at two percent.",
        "Interest is capped at two percent.",
        "first of its paragraph: the one before may be about another matter",
    ),
    (
        "en",
        "Norway shut a port on Monday. They have left. Interest is capped at two percent.",
        "Interest is capped at two percent.",
        "the sentence before leans itself",
    ),
    (
        "en",
        "Norway shut a port on Monday. Iceland pays for it in May. Norway has proposed that Chile should chair all the talks.",
        "Norway has proposed that Chile should chair all the talks.",
        "not short, and nothing in it is known from before",
    ),
    (
        "en",
        "Norway met Iceland. A ship was in the port of Bergen. Norway says that its guards saw the oil of the ship.",
        "A ship was in the port of Bergen. Norway says that its guards saw the oil of the ship.",
        "which ship",
    ),
    (
        "es",
        "Chile llegó. Una comisión chilena impuso un recargo a los barcos. Perú exigió que se retire.",
        "Una comisión chilena impuso un recargo a los barcos. Perú exigió que se retire.",
        "qué se retire",
    ),
    (
        "es",
        "Chile llegó. Una comisión chilena impuso un recargo a los barcos. Perú pidió en Quito que se retire la norma peruana.",
        "Perú pidió en Quito que se retire la norma peruana.",
        "lo dice",
    ),
]
ALONE = [
    ("en", "Chile shut the port. Quispe said that was unacceptable.", "that", "whatever stands before"),
    ("en", "Chile shut the port, and Quispe said that was unacceptable.", None, "its own sentence tells it"),
    ("en", "Chile shut the port. Quispe said that Peru would pay.", None, "a link to a clause"),
    ("en", "Chile shut the port. Quispe defended the fee that Peru charges.", None, "a link to a noun"),
]


def printed(text: str, language: Language) -> tuple[str | None, tuple[str, ...]]:
    article = Article(id="a1", file="a.txt", sha256="", text=text, language=language, published="2026-03-04")
    doc = annotate(article, load_knowledge())
    span = doc.sentences[-1].span
    piece = Evidence(article="a1", start=span.start, stop=span.stop, text=span.of(text), language=language)
    edition = make_editions((language,), {"a1": doc}, load_knowledge(), "2026-03-06")[language]
    _, attempt, _ = climb(Fact(id="f-1", kind="statement", evidence=(piece,)), edition)
    return attempt.text, attempt.rules


@pytest.mark.parametrize(("language", "text", "expected", "comment"), PRINTED, ids=[row[-1] for row in PRINTED])
def test_a_line_with_the_sentence_before_it(language: Language, text: str, expected: str, comment: str) -> None:
    line, rules = printed(text, language)
    assert line == expected, comment
    assert bool({BETTER, WITH_THE_SENTENCE_BEFORE} & {*rules}) == (". " in expected), comment


@pytest.mark.parametrize(("language", "text", "expected", "comment"), ALONE, ids=[row[1] for row in ALONE])
def test_a_bare_word_for_all_that_was_told(language: Language, text: str, expected: str | None, comment: str) -> None:
    assert bare_word_for_all(last_sentence_of(text, language)) == expected, comment


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Ana Ruiz: “We wait.”", "Ana Ruiz: “Peru pays.”", "Ana Ruiz: “We wait. Peru pays.”"),
        ("Ana Ruiz: “We wait.”", "Juan Soto: “Peru pays.”", "Ana Ruiz: “We wait.” Juan Soto: “Peru pays.”"),
        ("Ana Ruiz waits.", "Ana Ruiz: “Peru pays.”", "Ana Ruiz waits. Ana Ruiz: “Peru pays.”"),
    ],
)
def test_two_quotations_of_one_speaker_are_one(first: str, second: str, expected: str) -> None:
    assert joined(first, second) == expected


def test_a_fact_stands_right_behind_its_neighbour() -> None:
    words = ("Chile repays a loan by 2043.", "Interest is capped at two percent.", "Iceland pays in May.")
    text = f"Norway shut a port on Monday. {words[0]} {words[1]}\n\n{words[2]}"
    article = Article(id="a1", file="a.txt", sha256="", text=text, language="en", published="2026-03-04")
    docs = {"a1": annotate(article, load_knowledge())}
    spans = [(text.index(one), text.index(one) + len(one)) for one in words]
    pieces = [Evidence(article="a1", start=at, stop=stop, text=text[at:stop], language="en") for at, stop in spans]
    pair = f"{words[0]} {words[1]}"
    facts = [
        Fact(id="f-1", kind="statement", evidence=(pieces[0],), text={"en": words[0]}, basis={"en": "native"}),
        Fact(id="f-3", kind="statement", evidence=(pieces[2],), text={"en": words[2]}, basis={"en": "native"}),
        Fact(
            id="f-2",
            kind="statement",
            evidence=(pieces[1],),
            text={"en": pair},
            basis={"en": "native"},
            rules=(f"realize:en:native:{BETTER}",),
        ),
    ]
    ordered = behind_their_neighbours(facts, make_editions(("en",), docs, load_knowledge(), "2026-03-06"))
    assert [fact.text["en"] for fact in ordered] == list(words)


def fact_named(name: str, *, leans: bool, conflicts: tuple[str, ...] = ()) -> Fact:
    rules = (f"realize:en:verbatim:{LEANS}",) if leans else ()
    text = f"Chile shut the port of {name}."
    piece = Evidence(article="a1", start=0, stop=len(text), text=text, language="en")
    return Fact(
        id=name, kind="event", evidence=(piece,), text={"en": text}, basis={"en": "native"}, rules=rules, conflicts=conflicts
    )


def test_what_only_opens_a_list_is_no_fact() -> None:
    first, second = fact_named("Arica", leans=False), fact_named("Tacna", leans=False)
    opening = dataclasses.replace(first, text={"en": "These are the main facts of the week between Chile and Peru:"})
    assert leaning_later([opening, second]) == (second,)


DISPUTED = [
    ([("Arica", False, ("c-1",)), ("Iquique", True, ("c-1",))], ["Arica", "Iquique"], "few facts: it stands last"),
    ([("Iquique", True, ("c-1",)), ("Arica", False, ("c-1",))], ["Arica", "Iquique"], "a whole line has the same dispute"),
    ([("Iquique", True, ("c-1",)), ("Arica", False, ())], ["Iquique", "Arica"], "no other line has it"),
]


@pytest.mark.parametrize(("rows", "expected", "comment"), DISPUTED, ids=[row[-1] for row in DISPUTED])
def test_a_disputed_line_that_leans(rows: list[tuple[str, bool, tuple[str, ...]]], expected: list[str], comment: str) -> None:
    facts = [fact_named(name, leans=leans, conflicts=conflicts) for name, leans, conflicts in rows]
    assert [fact.id for fact in leaning_later(facts)] == expected, comment


def test_a_conflict_is_about_what_is_told() -> None:
    """Not about a fact that is left out, nor about one whose flag its line does not bear out."""
    told = dataclasses.replace(fact_named("Arica", leans=False), conflicts=("c-1",))
    unflagged = fact_named("Tacna", leans=False)
    side = ConflictValue(value="70", evidence=(told.evidence[0],))
    conflict = Conflict(id="c-1", about=("Arica", "Iquique", "Tacna"), field="amount", values=(side, side))
    brief = Brief(as_of="2026-03-06", window="2026-03-01/2026-03-06", facts=(told, unflagged), conflicts=(conflict,))
    assert [one.about for one in about_what_is_told(brief)] == [("Arica",)]


ACTS = [
    ("es", "El diputado opositor Tulio Arce pidió cerrar el puerto.\n\nNoruega ofreció mediar.", True, "a deputy of nobody"),
    ("es", "El diputado opositor Tulio Arce pidió cerrar el puerto. Noruega ofreció mediar.", False, "of one paragraph"),
    ("es", "Chile cerró el puerto de Arica.\n\nNoruega ofreció mediar.", False, "what a country did"),
    ("en", "Norwegian Foreign Minister Kari Dahl shut the port.\n\nNorway offered to mediate.", False, "its own minister"),
    ("en", "Chilean Foreign Minister Juan Soto shut the port.\n\nNorway offered to mediate.", True, "another's minister"),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), ACTS, ids=[row[-1] for row in ACTS])
def test_what_another_person_does_is_not_printed_before_an_offer(
    language: Language, text: str, expected: bool, comment: str
) -> None:
    passage = last_sentence_of(text, language)
    before = sentence_before(passage)
    assert before is not None
    item = Position(id="p-1", evidence=(passage.evidence,), government="NO", stance="offers")
    assert brings_anothers_act(before, passage, item) is expected, comment
