"""The termbase: what it writes it recognizes as itself, in both languages; what only looks like a term is none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.annotate.concepts import find_concepts, form_words
from briefing.annotate.parse import parse
from briefing.knowledge import load_grammar, load_knowledge
from briefing.knowledge.inflect import neutral_key, plural, plural_key
from briefing.model import Sentence, Span, Token
from briefing.realize.grammar import grammar_of
from briefing.realize.wording.inflect import agreeing
from briefing.structure import load_plain

FOLDER = Path(__file__).parent / "cases"
KNOWLEDGE = load_knowledge()
GENDERS: tuple[Literal["m", "f"], ...] = ("m", "f")


def found(text: str, language: str) -> list[str]:
    return [mention.concept for mention in find_concepts(text, parse(text, language), language, KNOWLEDGE)]


def tagged(text: str, upos: str) -> Sentence:
    """A sentence whose words, taken apart as the parser does, all have one part of speech."""
    apart = {word: full.split() for full, word in load_grammar("es")["contractions"].items()}
    tokens = []
    for match in re.finditer(r"[^\s,]+|,", text):
        span = Span(match.start(), match.end())
        for form in apart.get(match.group().lower(), [match.group()]):
            tokens.append(Token(form=form, span=span, lemma=form.lower(), upos=upos))
    return Sentence(span=Span(0, len(text)), tokens=tuple(tokens))


def lost_forms(language: str, upos: str, forms: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The concepts and forms that are not found, as a whole and alone, where they are written."""
    lost = []
    for concept, form in forms:
        mentions = find_concepts(form, [tagged(form, upos)], language, KNOWLEDGE)
        if [(mention.concept, mention.span.of(form)) for mention in mentions] != [(concept, form)]:
            lost.append((concept, form))
    return lost


NOUNS = [concept for concept in KNOWLEDGE.concepts.values() if not concept.adjective]
ADJECTIVES = [concept for concept in KNOWLEDGE.concepts.values() if concept.adjective]


@pytest.mark.parametrize("language", ["es", "en"])
def test_what_is_written_is_recognized_as_itself(language: str) -> None:
    for upos, concepts in (("NOUN", NOUNS), ("ADJ", ADJECTIVES)):
        assert lost_forms(language, upos, ((row.id, row.terms[language].lemma) for row in concepts)) == []


@pytest.mark.parametrize("language", ["es", "en"])
def test_so_is_every_variant(language: str) -> None:
    for upos, concepts in (("NOUN", NOUNS), ("ADJ", ADJECTIVES)):
        assert lost_forms(language, upos, ((row.id, form) for row in concepts for form in row.terms[language].variants)) == []


@pytest.mark.parametrize("language", ["es", "en"])
def test_so_is_its_plural(language: str) -> None:
    terms = ((concept.id, concept.terms[language]) for concept in NOUNS)
    plurals = ((name, term.plural or plural(term.lemma, language)) for name, term in terms if term.number == "s")
    assert lost_forms(language, "NOUN", plurals) == []


@pytest.mark.parametrize("number", ["s", "p"])
def test_so_is_every_form_of_an_adjective(number: Literal["s", "p"]) -> None:
    forms = (
        (row.id, agreeing(row.terms["es"].lemma, gender, number == "p", grammar_of("es")))
        for row in ADJECTIVES
        for gender in GENDERS
    )
    assert lost_forms("es", "ADJ", forms) == []


@pytest.mark.parametrize(
    ("language", "carrier"),
    [("es", "El ministro habló de {} ayer."), ("en", "The minister talked about {} yesterday.")],
)
def test_in_a_parsed_sentence_too(language: str, carrier: str) -> None:
    texts = [(concept.id, carrier.format(concept.terms[language].lemma)) for concept in NOUNS]
    lost = [name for name, text in texts if name not in found(text, language)]
    assert len(lost) * 50 < len(texts), lost  # a rare word may be taken for a verb: one in fifty


@pytest.mark.parametrize("language", ["es", "en"])
def test_no_form_has_two_owners(language: str) -> None:
    """Neither as it is written nor in another number: the second owner would never be found."""
    owners: dict[tuple[bool | str, ...], str] = {}
    doubled = []
    for concept in KNOWLEDGE.concepts.values():
        term = concept.terms[language]
        for form in (term.lemma, *term.variants):
            words = form_words(form, language)
            single_noun = len(words) == 1 and not concept.adjective
            keys = tuple((plural_key if single_noun else neutral_key)(word, language) for word in words)
            if owners.setdefault((concept.adjective and len(words) == 1, *keys), concept.id) != concept.id:
                doubled.append((form, concept.id, owners[concept.adjective and len(words) == 1, *keys]))
    assert doubled == []


def cases() -> list[Any]:
    rows = []
    for language in ("en", "es"):
        for row in load_plain((FOLDER / language / "concepts.yaml").read_text("utf-8")):
            name = f"{language} {row['comment']}: {row['text'][:40]}"
            rows.append(pytest.param(language, row["text"], row["finds"], id=name))
    return rows


@pytest.mark.parametrize(("language", "text", "finds"), cases())
def test_cases(language: str, text: str, finds: list[str]) -> None:
    telling = [concept for concept in found(text, language) if not KNOWLEDGE.concepts[concept].generic]
    assert telling == finds


@pytest.mark.parametrize(
    ("text", "expected"),
    [("We have been patient.", False), ("The clinic treats patients.", True), ("A patient left the clinic.", True)],
)
def test_what_somebody_is_said_to_be_is_no_noun(text: str, expected: bool) -> None:
    assert ("patients" in found(text, "en")) is expected


def test_every_concept_has_both_languages() -> None:
    lacking = [concept.id for concept in KNOWLEDGE.concepts.values() if set(concept.terms) != {"es", "en"}]
    assert lacking == []
    assert [concept.id for concept in KNOWLEDGE.concepts.values() if concept.terms["es"].gender not in GENDERS] == []


def test_an_id_is_the_english_term() -> None:
    """So that whoever reads a brief knows what it says; a second sense of a word has a longer id."""
    strange = [c.id for c in KNOWLEDGE.concepts.values() if not re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", c.id)]
    assert strange == []


NO_TOPICS = """
    actions agreement authorities call country cooperation commitments conditions condition date decision demand dialogue effort
    government importance information intention interview issue law meeting necessary need pressure principles priority problem
    process project proposal rate reduction region relationship report request response results risk role situation stance state
    state_visit statement step support summit threats time unacceptable urgency visit way week work year
"""
TOPICS = """
    abortion border_security climate_change corruption drought elections espionage extraditions fentanyl human_rights inflation
    information_sharing joint_operations migration nuclear_program oil_exports peace_talks press_freedom sanctions
    shared_responsibility sovereignty steel_tariffs tariff_pause tariffs territorial_integrity trade visas war water_debt
"""
"""Would a minister accept `Peru–Chile: X`?"""


def test_generic_concepts_are_no_topics() -> None:
    assert [name for name in NO_TOPICS.split() if name in KNOWLEDGE.concepts and not KNOWLEDGE.concepts[name].generic] == []
    assert [name for name in TOPICS.split() if KNOWLEDGE.concepts[name].generic] == []


def test_adjectives_are_generic() -> None:
    assert [concept.id for concept in ADJECTIVES if not concept.generic] == []


def test_enough_concepts() -> None:
    assert len(KNOWLEDGE.concepts) >= 1500


PLURALS = [
    ("es", "tratado de aguas", "tratados de aguas", "inflection stops at a preposition"),
    ("es", "crisis", "crisis", "ends in s without stress"),
    ("es", "país", "países", "accent"),
    ("es", "interés", "intereses", "accent lost"),
    ("es", "carácter", "caracteres", "exception"),
    ("es", "luz verde", "luces verdes", "z"),
    ("en", "right of asylum", "rights of asylum", "head before a preposition"),
    ("en", "trade policy", "trade policies", "only the last word"),
    ("en", "hostage crisis", "hostage crises", "exception behind a word"),
    ("en", "day", "days", "y behind a vowel"),
]


@pytest.mark.parametrize(("language", "term", "expected", "comment"), PLURALS, ids=[row[1] for row in PLURALS])
def test_plurals(language: str, term: str, expected: str, comment: str) -> None:
    assert plural(term, language) == expected


@given(st.text(max_size=200))
@example("trade/war_water")
def test_any_text_goes_through(text: str) -> None:
    for language in ("es", "en"):
        sentences = parse(text, language)
        found = find_concepts(text, sentences, language, KNOWLEDGE)
        assert list(found) == sorted(found, key=lambda mention: mention.span.start)
        assert all(a.span.stop <= b.span.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("language", "text", "concept"),
    [
        ("es", "Kenia pidió una prórroga de la licencia.", "extension"),
        ("es", "Kenia pidió una ampliación del plazo.", "extension"),
        ("en", "Kenya asked for an extension of the licence.", "extension"),
        ("es", "Kenia pidió el aplazamiento de la visita.", "postponement"),
        ("en", "Kenya asked for a postponement of the visit.", "postponement"),
        ("es", "Kenia pidió la renovación del mandato.", "renewal"),
        ("en", "Kenya asked for the renewal of the mandate.", "renewal"),
    ],
)
def test_more_time_is_not_a_later_time(language: str, text: str, concept: str) -> None:
    times = {"extension", "postponement", "renewal", "delay", "suspension"}
    assert times & set(found(text, language)) == {concept}
