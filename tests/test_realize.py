"""From the structure to words: frames, titles, conflicts, and the two editions side by side."""

from __future__ import annotations

import dataclasses
import re
from functools import cache
from typing import Any

import pytest

from briefing.annotate.document import annotate
from briefing.consolidate import consolidate
from briefing.extract import extract
from briefing.knowledge import LANGUAGES, load_knowledge
from briefing.model import (
    Article,
    Brief,
    BriefArticle,
    Conflict,
    ConflictValue,
    Doc,
    Evidence,
    Fact,
    Item,
    Meeting,
    Position,
    Span,
    Token,
)
from briefing.realize import Line, _is_within_another, climb, realize
from briefing.realize.disagreements import conflict_line, subject_of
from briefing.realize.edition import Edition, make_editions
from briefing.realize.grammar import grammar_of
from briefing.realize.phrases import inside_sentence
from briefing.realize.rungs.frames import frame, hides_a_verb
from briefing.realize.rungs.passages import Passage
from briefing.realize.top.headlines import bottom_line, title
from briefing.realize.trees import Tree

AS_OF = "2026-03-14"


def evidence_of(text: str, language: str = "es", article: str = "a1") -> Evidence:
    return Evidence(article=article, start=0, stop=len(text), text=text, language=language)


SOME_WORDS = evidence_of("Palabras de la nota.")


def edition(language: str) -> Edition:
    return make_editions((language,), {}, load_knowledge(), AS_OF)[language]


def meeting(**fields: Any) -> Meeting:
    return Meeting(**({"id": "m-1", "evidence": (SOME_WORDS,)} | fields))


def position(**fields: Any) -> Position:
    return Position(**({"id": "p-1", "evidence": (SOME_WORDS,), "government": "PE", "stance": "rejects"} | fields))


def fact(**fields: Any) -> Fact:
    return Fact(**({"id": "f-1", "evidence": (SOME_WORDS,), "kind": "event"} | fields))


BOTH = {"participants": ("CL", "PE")}
FRAMES = [
    (
        {"kind": "call", "status": "held", "date": "2026-03-12", "people": ("Gabriel Boric", "Dina Boluarte"), **BOTH},
        "Gabriel Boric y Dina Boluarte hablaron por teléfono el 12 de marzo.",
        "Gabriel Boric and Dina Boluarte spoke by telephone on March 12.",
    ),
    (
        {"kind": "meeting", "status": "upcoming", "date": "2026-04", "place": "Lima", "concepts": ("visas",), **BOTH},
        "Chile y Perú se reunirán en Lima en abril en torno a las visas.",
        "Chile and Peru are to meet in Lima in April about visas.",
    ),
    (  # a government says that both met; one person of them has a name
        {"kind": "meeting", "status": "upcoming", "date": "2026-04-02", "people": ("Dina Boluarte",), **BOTH},
        "Chile y Perú se reunirán el 2 de abril, con la participación de Dina Boluarte.",
        "Chile and Peru are to meet on April 2, with Dina Boluarte taking part.",
    ),
    (
        {"kind": "visit", "status": "upcoming", "date": "2026-04-02/2026-04-04", "people": ("Espen Eide",), "place": "Londres"},
        "Espen Eide visitará Londres del 2 al 4 de abril.",
        "Espen Eide is to visit London from April 2 to 4.",
    ),
    (
        {"kind": "summit", "status": "held", "date": "2025-12", "participants": ("BR", "AR", "UY")},
        "Brasil, Argentina y Uruguay celebraron una cumbre en diciembre de 2025.",
        "Brazil, Argentina, and Uruguay held a summit in December 2025.",
    ),
    (
        {"kind": "hearing", "status": "upcoming", "date": "2026-04-02", "concepts": ("tariffs",)},
        "Se prevé para el 2 de abril una audiencia sobre los aranceles.",
        "A hearing is planned for April 2 on tariffs.",
    ),
    (
        {"kind": "deadline", "status": "upcoming", "date": "2026-04-02", "concepts": ("tariffs",)},
        "El plazo sobre los aranceles vence el 2 de abril.",
        "The deadline on tariffs falls on April 2.",
    ),
    (
        {"kind": "talks", "status": "cancelled", "participants": ("IN", "PK")},
        "Se cancelaron las conversaciones entre la India y Pakistán.",
        "The talks between India and Pakistan were canceled.",
    ),
    (
        {
            "kind": "call",
            "status": "unconfirmed",
            "participants": ("IR", "IL"),
            "evidence": (evidence_of("La llamada no ha sido confirmada."),),
        },
        "No está por ahora confirmada la llamada entre Irán e Israel.",
        "The call between Iran and Israel is not yet confirmed.",
    ),
    (
        {"kind": "call", "status": "held", "certainty": "reported", "attribution": ("Reuters",), **BOTH},
        "Según Reuters, Chile y Perú hablaron por teléfono.",
        "According to Reuters, Chile and Peru spoke by telephone.",
    ),
    (  # the source's name is Spanish: no English sentence is made with it
        {"kind": "call", "status": "held", "certainty": "reported", "attribution": ("funcionarios del ministerio",), **BOTH},
        "Según funcionarios del ministerio, Chile y Perú hablaron por teléfono.",
        None,
    ),
    (  # a joint statement names its sources in the article's language
        {"kind": "call", "status": "held", "attribution": ("México – Perú",), **BOTH},
        "Según México y Perú, Chile y Perú hablaron por teléfono.",
        "According to Mexico and Peru, Chile and Peru spoke by telephone.",
    ),
    ({"kind": "call", "status": "held", "certainty": "reported", **BOTH}, None, None),  # by nobody who can be named
    ({"kind": "call", "status": "held", "certainty": "conditional", **BOTH}, None, None),
    ({"kind": "call", "status": "unconfirmed", **BOTH}, None, None),  # nobody says so
    ({"kind": "call", "status": "held", "certainty": "denied", **BOTH}, None, None),
    ({"kind": "hearing", "status": "upcoming", "date": "2026-04-02"}, None, None),  # about what?
    ({"kind": "deadline", "status": "upcoming", "concepts": ("tariffs",)}, None, None),  # when?
    ({"kind": "deadline", "status": "cancelled", "date": "2026-04-02", **BOTH}, None, None),
]


@pytest.mark.parametrize(("fields", "es", "en"), FRAMES)
def test_frames_of_meetings(fields: dict[str, Any], es: str | None, en: str | None) -> None:
    assert [frame(meeting(**fields), edition(language)).text for language in ("es", "en")] == [es, en]


@pytest.mark.parametrize(
    ("noun", "relation", "hidden"),
    [
        ("combat", "compound", True),
        ("combat", "obl", False),
        ("harbor", "compound", False),
    ],  # `to combat zones`, `to harbor towns`
)
def test_a_verb_taken_for_a_noun_is_not_told(noun: str, relation: str, hidden: bool) -> None:
    """`patrols to combat smuggling`, where the parser has them go to a smuggling of combat."""
    words = [
        ("patrols", "NOUN", "root", -1),
        ("to", "ADP", "case", 3),
        (noun, "NOUN", relation, 3),
        ("smuggling", "NOUN", "nmod", 0),
    ]
    text = " ".join(word for word, *_ in words)
    at = [text.index(word) for word, *_ in words]
    tokens = tuple(
        Token(form=form, span=Span(start, start + len(form)), lemma=form, upos=upos, deprel=deprel, head=head)
        for start, (form, upos, deprel, head) in zip(at, words, strict=True)
    )
    span = Span(0, len(text))
    told = Passage(
        evidence=evidence_of(text, "en"),
        language="en",
        source=text,
        offset=0,
        span=span,
        tree=Tree(tokens),
    )
    assert hides_a_verb(told) == hidden


def test_a_place_that_may_have_another_name_is_left_out() -> None:
    told = meeting(kind="meeting", status="held", place="Azulejar", evidence=(evidence_of("Se vieron en Azulejar."),), **BOTH)
    assert frame(told, edition("es")).text == "Chile y Perú se reunieron en Azulejar."
    assert frame(told, edition("en")).text == "Chile and Peru met."


def test_what_is_suspended_is_not_told_as_canceled() -> None:
    told = meeting(kind="talks", status="cancelled", evidence=(evidence_of("Chile ha suspendido las conversaciones."),), **BOTH)
    assert frame(told, edition("en")).text == "The talks between Chile and Peru were suspended."


def test_a_city_has_its_name_in_each_language() -> None:
    told = meeting(kind="meeting", status="held", place="Ginebra", evidence=(evidence_of("Se vieron en Ginebra."),), **BOTH)
    assert frame(told, edition("es")).text == "Chile y Perú se reunieron en Ginebra."
    assert frame(told, edition("en")).text == "Chile and Peru met in Geneva."


@pytest.mark.parametrize(
    ("sentence", "inside"),
    [
        ("Idris Hess spoke.", "Idris Hess spoke."),  # a name that ends in s
        ("Peru's ships left.", "Peru's ships left."),
        ("The United States spoke.", "the United States spoke."),
        ("Ships left.", "ships left."),
    ],
)
def test_a_name_keeps_its_capital_inside_a_sentence(sentence: str, inside: str) -> None:
    with_people = dataclasses.replace(edition("en"), people=("Idris Hess",))
    assert inside_sentence(sentence, with_people) == inside


def test_what_nothing_fits_is_said_in_its_own_words() -> None:
    told = fact(evidence=(evidence_of("  Sobre la pesca, nada:"), evidence_of("Sobre la pesca y los puertos, nada:")))
    rung, made, rules = climb(told, edition("en"))
    assert (rung, made.text) == ("verbatim", "Sobre la pesca, nada:")
    assert "realize:en:native:closed:no_sentence_in_this_language" in rules
    assert rules[-1] == "realize:en:verbatim"


def test_what_a_person_edited_stays() -> None:
    edited = position(issue=("tariffs",), text={"en": "Peru said no."}, basis={"en": "edited"})
    worded = realize(Brief(as_of=AS_OF, window=f"2026-03-08/{AS_OF}", positions=(edited,)), {}, load_knowledge()).positions[0]
    assert worded.text == {"en": "Peru said no.", "es": "Palabras de la nota."}
    assert worded.basis == {"en": "edited", "es": "native"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stance_and_meeting_has_its_sentences(language: str) -> None:
    from briefing.localize import VOCABULARIES

    grammar = grammar_of(language)
    assert set(grammar.gists) == set(VOCABULARIES["stance"])
    assert set(grammar.meetings) == set(VOCABULARIES["meeting"])


# ------------------------------------------------------------------ titles and conflicts


@pytest.mark.parametrize(
    ("governments", "concepts", "es", "en"),
    [
        (("CL", "PE"), ("visas", "tariffs"), "Chile–Perú: visas y aranceles", "Chile–Peru: visas and tariffs"),
        (
            ("US", "BR", "AR"),
            ("tariffs",),
            "Estados Unidos, Brasil y Argentina: aranceles",
            "United States, Brazil, and Argentina: tariffs",
        ),
        (("CL",), (), "Chile", "Chile"),
        ((), ("tariffs",), "Aranceles", "Tariffs"),
        ((), (), "", ""),
    ],
)
def test_titles(governments: tuple[str, ...], concepts: tuple[str, ...], es: str, en: str) -> None:
    brief = Brief(as_of=AS_OF, window="2026-03", governments=governments, facts=(fact(concepts=concepts),))
    assert [title(brief, edition(language)) for language in ("es", "en")] == [es, en]


CALL = meeting(kind="call", status="held", people=("Gabriel Boric", "Dina Boluarte"))
ARTICLES = tuple(BriefArticle(id=id, file=f"{id}.txt", sha256="", language="es") for id in ("a1", "a2", "a3"))


def sides(*values: tuple[Any, tuple[str, ...]]) -> tuple[ConflictValue, ...]:
    return tuple(ConflictValue(value=v, evidence=tuple(evidence_of("Palabras.", "es", a) for a in ids)) for v, ids in values)


@pytest.mark.parametrize(
    ("conflict", "es", "en"),
    [
        (
            Conflict(
                id="c-1", about=("m-1",), field="date", values=sides(("2026-03-11", ("a1",)), ("2026-03-12", ("a2", "a3")))
            ),
            "Llamada entre Gabriel Boric y Dina Boluarte: 11 de marzo (artículo 1) o 12 de marzo (artículos 2 y 3).",
            "Call between Gabriel Boric and Dina Boluarte: March 11 (article 1) or March 12 (articles 2 and 3).",
        ),
        (
            Conflict(id="c-1", about=("m-1",), field="date", values=sides(("2026-03-12", ("a1",)), ("2026-03-11", ("a2",)))),
            "Llamada entre Gabriel Boric y Dina Boluarte: 12 de marzo (artículo 1) u 11 de marzo (artículo 2).",
            "Call between Gabriel Boric and Dina Boluarte: March 12 (article 1) or March 11 (article 2).",
        ),
        (
            Conflict(id="c-1", about=("f-9",), field="amount", values=sides((12500, ("a1",)), ("30000.5", ("a2",)))),
            "Cantidad: 12,500 (artículo 1) o 30,000.5 (artículo 2).",
            "Amount: 12,500 (article 1) or 30,000.5 (article 2).",
        ),
        (
            Conflict(id="c-1", about=("f-9",), field="amount", values=sides(("72 hour", ("a1",)), ("48 hour", ("a2",)))),
            "Cantidad: 72 horas (artículo 1) o 48 horas (artículo 2).",
            "Amount: 72 hours (article 1) or 48 hours (article 2).",
        ),
        (  # words of one language are not printed in the other edition
            Conflict(
                id="c-1", about=("m-1",), field="account", values=sides(("insistió en ello", ("a1",)), ("cedió", ("a2",)))
            ),
            "Llamada entre Gabriel Boric y Dina Boluarte: insistió en ello (artículo 1) o cedió (artículo 2).",
            "Call between Gabriel Boric and Dina Boluarte: the sources differ (article 1; article 2).",
        ),
    ],
)
def test_conflicts(conflict: Conflict, es: str, en: str) -> None:
    brief = Brief(as_of=AS_OF, window="2026-03", articles=ARTICLES, meetings=(CALL,), conflicts=(conflict,))
    assert [conflict_line(conflict, brief, edition(language)) for language in ("es", "en")] == [es, en]


def test_a_conflict_over_the_day_of_a_call_names_the_call() -> None:
    row = dataclasses.replace(CALL, date="2026-03-11")
    told = fact(concepts=())
    conflict = Conflict(
        id="c-1", about=(told.id, row.id), field="date", values=sides(("2026-03-11", ("a1",)), ("2026-03-12", ("a2",)))
    )
    assert subject_of(conflict, (told, row), edition("en")) == "call between Gabriel Boric and Dina Boluarte"


# ------------------------------------------------------------------ two editions of one week

WEEK = {
    "a1": (
        "es",
        "El gobierno de Perú rechazó el 10 de marzo los aranceles de Chile. El canciller de Perú, Elmer Schialer, y el "
        "canciller de Chile, Alberto van Klaveren, hablaron por teléfono el 11 de marzo. Chile y Perú se reunirán en Lima el "
        "20 de marzo. Perú exigió a Chile respetar los derechos humanos. Además, Perú exportó 40 mil toneladas de uva.",
    ),
    "a2": (
        "en",
        "Peru rejected the tariffs of Chile on March 10, Foreign Minister Elmer Schialer said. Chile said on March 12 that it "
        "would consider lifting the tariffs. Bolivia offered to host talks between Chile and Peru.",
    ),
}


@cache
def week() -> tuple[Brief, dict[str, Doc]]:
    knowledge = load_knowledge()
    articles = [
        Article(id=i, file=f"{i}.txt", sha256="", text=text, language=lang, published="2026-03-13", published_basis="stated")
        for i, (lang, text) in WEEK.items()
    ]
    docs = {article.id: annotate(article, knowledge) for article in articles}
    claims = {name: extract(doc, knowledge) for name, doc in docs.items()}
    made = consolidate(tuple(docs.values()), claims, knowledge, as_of=AS_OF, window="2026-03-08/2026-03-14", skipped=())
    return realize(made, docs, knowledge), docs


def items_of(brief: Brief) -> list[Item]:
    return [*brief.facts, *brief.positions, *brief.meetings]


def test_both_editions_carry_every_item() -> None:
    brief, _ = week()
    assert len(items_of(brief)) >= 6
    for item in items_of(brief):
        assert set(item.text) == set(item.basis) == set(LANGUAGES)
        assert all(item.text.values())
    assert set(brief.title) == set(LANGUAGES)
    assert set(brief.bottom_line) == set(LANGUAGES)


def test_a_native_line_is_made_of_its_evidence() -> None:
    """Brackets apart, every word of a native line stands in the sentence that it comes from."""
    brief, docs = week()
    for item in items_of(brief):
        for language in (code for code in LANGUAGES if item.basis[code] == "native"):
            words = re.findall(r"\w+", re.sub(r"\[.*?\]", "", item.text[language].casefold()))
            sentences = [
                set(re.findall(r"\w+", sentence.span.of(docs[piece.article].article.text).casefold()))
                for piece in item.evidence
                for sentence in docs[piece.article].sentences
                if piece.language == language and sentence.span.start <= piece.start < sentence.span.stop
            ]
            assert any(set(words) <= sentence for sentence in sentences), item.text[language]


def test_a_meeting_that_a_row_tells_is_no_fact_in_our_words() -> None:
    brief, _ = week()
    call = "hablaron por teléfono"
    assert not any(call in fact.evidence[0].text for fact in brief.facts)
    assert any(call in piece.text for meeting in brief.meetings for piece in meeting.evidence)


def test_original_words_are_exact() -> None:
    brief, _ = week()
    for item in items_of(brief):
        for language in (code for code in LANGUAGES if item.basis[code] == "verbatim"):
            exact = re.sub(r" \[[^\]]+\]", "", item.text[language])
            assert any(exact in piece.text for piece in item.evidence)


def test_no_line_is_in_the_other_language() -> None:
    langid = pytest.importorskip("py3langid.langid")
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    brief, _ = week()
    lines = [(code, brief.bottom_line[code]) for code in LANGUAGES]
    lines += [(code, item.text[code]) for item in items_of(brief) for code in LANGUAGES if item.basis[code] != "verbatim"]
    for code, line in lines:
        assert identifier.classify(line)[0] == code, line


def test_conditionals_and_negations_reach_both_editions() -> None:
    brief, _ = week()
    told = [item for item in items_of(brief) if any("would consider" in piece.text for piece in item.evidence)]
    assert told
    for item in told:
        assert "would consider" in item.text["en"]
        assert item.basis["es"] == "verbatim" or "consideraría" in item.text["es"]


def test_realizing_again_changes_nothing() -> None:
    brief, docs = week()
    assert realize(brief, docs, load_knowledge()) == brief


def test_rules_tell_the_rung_of_each_edition() -> None:
    brief, _ = week()
    for item in items_of(brief):
        for language in LANGUAGES:
            assert f"realize:{language}:{item.basis[language]}" in item.rules


@pytest.mark.parametrize(
    ("told", "elsewhere"),
    [
        ("El 16 de enero de 2026, Chile pidió resultados a Perú.", False),
        ("Chile pidió resultados a Perú.", True),
        ("El 3 de enero de 2026, Chile pidió resultados a Perú.", True),
    ],
    ids=["the sentence gives the day", "no day in it", "another day"],
)
def test_the_day_stands_beside_a_line_only_where_its_words_give_it(told: str, elsewhere: bool) -> None:
    """`respondió, el 16 de enero, al titular …` does not date what the next sentence tells."""
    article = Article(
        id="a1", file="t.txt", sha256="", text=told, language="es", published="2026-01-17", published_basis="stated"
    )
    doc = annotate(article, load_knowledge())
    asked = position(evidence=(evidence_of(told),), date="2026-01-16")
    brief = Brief(as_of="2026-01-17", window="2026-01-11/2026-01-17", positions=(asked,))
    assert ("es" in realize(brief, {"a1": doc}, load_knowledge()).positions[0].date_elsewhere) == elsewhere


def test_a_bottom_line_that_one_edition_has_no_words_for_is_quoted_there_with_its_language() -> None:
    words = "Perú cerró el paso."
    told = fact(
        evidence=(evidence_of(words),),
        text={"es": words, "en": words},
        basis={"es": "native", "en": "verbatim"},
        told_from={"es": 0, "en": 0},
    )
    brief = Brief(as_of="2026-03-04", window="2026-03-01/2026-03-04", facts=(told,))
    line = bottom_line(brief, {code: edition(code) for code in LANGUAGES})
    assert line == {"es": "Perú cerró el paso.", "en": "“Perú cerró el paso.” (in Spanish)"}


@pytest.mark.parametrize(
    ("text", "paired", "expected", "comment"),
    [
        ({"es": "Perú cedió.", "en": "Peru gave in."}, False, False, "no words of the other"),
        ({"es": "A met B.", "en": "A, of Peru, met B."}, True, True, "the same sentence in one edition, beside a pair"),
        ({"es": "A met B.", "en": "A, of Peru, met B."}, False, False, "no pair"),
        ({"es": "A met B.", "en": "A met B."}, False, True, "in both editions"),
    ],
)
def test_what_another_line_prints_too(text: dict[str, str], paired: bool, expected: bool, comment: str) -> None:
    rules = tuple(f"realize:{code}:verbatim:with_the_sentence_before" for code in LANGUAGES) if paired else ()
    pair = Fact(id="f-2", kind="event", text=dict.fromkeys(LANGUAGES, "A [Ana] met B. They talked."), rules=rules, evidence=())
    line = Line.of(Fact(id="f-1", kind="event", text=text, evidence=()))
    assert _is_within_another(line, [line, Line.of(pair)]) is expected, comment
