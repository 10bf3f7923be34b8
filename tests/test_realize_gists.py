"""The third rung: a gist names only what its act is about, as plainly as the source says it; else it is closed."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import LANGUAGES, load_knowledge
from briefing.localize import VOCABULARIES
from briefing.model import Amount, Article, Doc, Evidence, Fact, Language, Position
from briefing.realize.edition import Edition, make_editions
from briefing.realize.rungs.gists import acts_of_gists, gist


@cache
def doc_of(text: str, language: Language) -> Doc:
    article = Article(
        id="a1", file="a1.txt", sha256="", text=text, language=language, published="2026-03-12", published_basis="stated"
    )
    return annotate(article, load_knowledge())


def evidence_of(text: str, language: Language) -> tuple[Evidence, ...]:
    return (Evidence(article="a1", start=0, stop=len(text), text=text, language=language),)


def edition_of(text: str, source: Language, language: Language) -> Edition:
    return make_editions((language,), {"a1": doc_of(text, source)}, load_knowledge(), "2026-03-14")[language]


def position(text: str, language: Language, **fields: Any) -> Position:
    return Position(**({"id": "p-1", "evidence": evidence_of(text, language), "government": "PE"} | fields))


REJECTS = {"act": "reject", "stance": "rejects"}
DEMANDS = {"act": "demand", "stance": "demands"}
SAID = [
    (
        "Perú rechazó la contaminación del agua.",
        REJECTS,
        "Perú expresó su rechazo a la contaminación del agua.",
        "Peru voiced opposition to water pollution.",
    ),
    (  # what happened besides is not rejected
        "Peru rejected the joint operations after Chile closed the border.",
        REJECTS,
        "Perú expresó su rechazo a las operaciones conjuntas.",
        "Peru voiced opposition to joint operations.",
    ),
    (  # nor what the plan is for
        "Peru rejected Chile's plan for joint military operations to stop drug trafficking.",
        REJECTS,
        "Perú expresó su rechazo a las operaciones conjuntas.",
        "Peru voiced opposition to joint operations.",
    ),
    (
        "Peru criticized water pollution, saying that the visas were fine.",
        {"act": "criticize", "stance": "criticizes"},
        "Perú hizo críticas sobre la contaminación del agua.",
        "Peru voiced criticism on water pollution.",
    ),
    (
        "Si bien negocia, Perú rechazó las operaciones conjuntas.",
        REJECTS | {"attribution": ("Reuters",)},
        "Según Reuters, Perú expresó su rechazo a las operaciones conjuntas.",
        "According to Reuters, Peru voiced opposition to joint operations.",
    ),
    (
        "Peru agreed with Chile and Bolivia on human rights.",
        {"act": "agree", "stance": "agrees", "addressee": ("CL", "BO")},
        "Perú expresó su acuerdo con Chile y Bolivia sobre los derechos humanos.",
        "Peru voiced agreement with Chile and Bolivia on human rights.",
    ),
]


def language_of(text: str) -> Language:
    return "es" if text.startswith(("Perú", "La ", "Si ", "¿")) else "en"


@pytest.mark.parametrize(("text", "fields", "es", "en"), SAID, ids=[row[0] for row in SAID])
def test_what_a_gist_says(text: str, fields: dict[str, Any], es: str, en: str) -> None:
    source = language_of(text)
    made = [gist(position(text, source, **fields), edition_of(text, source, language)).text for language in ("es", "en")]
    assert made == [es, en]


CLOSED = [
    # ---- not plainly asserted
    ("Perú no rechazó los aranceles.", REJECTS, "negation_in_the_sentence"),
    ("Perú rechazaría los aranceles.", REJECTS, "not_asserted"),
    ("Peru would reject the tariffs.", REJECTS, "not_asserted"),
    ("Perú rechazará los aranceles.", REJECTS, "still_to_come"),
    ("Perú rechazó los aranceles, siempre que Chile negocie.", REJECTS, "on_a_condition"),
    ("¿Rechazó Perú los aranceles?", REJECTS, "question"),
    ("Peru plans to reject the tariffs.", REJECTS, "act_not_finite"),
    ("Perú rechazó los aranceles.", REJECTS | {"certainty": "conditional"}, "not_asserted"),
    ("Perú rechazó la contaminación del agua.", REJECTS | {"certainty": "reported"}, "source_cannot_be_named"),
    ("Perú rechazó los aranceles.", REJECTS | {"government": "ZZ"}, "unknown_actor"),
    # ---- the act is another than the gist's
    ("Peru ruled out the tariffs.", {"act": "rule_out", "stance": "rejects"}, "no_gist_for_this_act"),
    ("Peru wants visas.", {"act": "want", "stance": "proposes"}, "no_gist_for_this_act"),
    ("Peru confirmed the tariffs.", {"act": "confirm", "stance": "announces"}, "no_gist_for_this_act"),
    ("Peru demanded visas, and Chile demanded tariffs.", DEMANDS, "act_named_twice"),
    ("Peru spoke about tariffs.", REJECTS, "act_without_its_word"),
    ("Perú amenazó con operaciones conjuntas.", {"act": "threaten", "stance": "threatens"}, "what_is_not_there_yet"),
    ("Perú exigió ayuda humanitaria.", DEMANDS, "what_is_not_there_yet"),
    ("Peru offered military training.", {"act": "offer", "stance": "offers"}, "what_is_not_there_yet"),
    # ---- the topic is not what is rejected, or says too little of it
    ("Peru rejected the protest.", REJECTS, "no_topics"),  # of a government: no protests in the street
    ("Peru rejected the tariffs.", REJECTS, "topics_too_thin"),
    ("Peru demanded that Chile protect pregnant women.", DEMANDS, "a_whole_clause_is_the_topic"),
    ("Perú exigió a Chile respetar los derechos humanos.", DEMANDS | {"addressee": ("CL",)}, "a_whole_clause_is_the_topic"),
    (
        "Peru proposed that water plants share their figures.",
        {"act": "propose", "stance": "proposes"},
        "a_whole_clause_is_the_topic",
    ),
    ("Peru rejected any joint operations.", REJECTS, "topics_too_thin"),
    ("Perú rechazó toda contaminación del agua.", REJECTS, "topics_too_thin"),
    ("Peru rejected complaints about espionage.", REJECTS, "a_noun_turns_the_topic"),
    ("Peru rejected the plan for joint patrols.", REJECTS, "topics_too_thin"),
    ("Perú rechazó los aranceles de Chile.", REJECTS, "topics_too_thin"),
    ("Peru supports the sovereignty of Chile.", {"act": "support", "stance": "supports"}, "topics_too_thin"),
    ("Perú insistió en el envío de las tropas.", {"act": "insist_on", "stance": "demands"}, "no_topics"),
    ("Peru showed its commitment to joint operations.", {"act": "commit", "stance": "promises"}, "a_noun_of_no_act"),
    ("Peru rejected the letter on tariffs.", REJECTS, "no_topics"),
    (
        "La canciller dijo que Chile debe reducir la contaminación del agua y el contrabando.",
        {"act": "must", "stance": "demands"},
        "a_whole_clause_is_the_topic",
    ),
    ("Perú negó que sus barcos pescaran atún.", {"act": "deny", "stance": "denies"}, "a_whole_clause_is_the_topic"),
    ("Peru agreed to open a consulate.", {"act": "agree", "stance": "agrees"}, "a_whole_clause_is_the_topic"),
    ("Perú exigió que Chile retire sus tropas de las inmediaciones.", DEMANDS, "a_whole_clause_is_the_topic"),
]


@pytest.mark.parametrize(("text", "fields", "gate"), CLOSED, ids=[row[0] for row in CLOSED])
def test_what_closes_a_gist(text: str, fields: dict[str, Any], gate: str) -> None:
    source = language_of(text)
    for language in LANGUAGES:
        made = gist(position(text, source, **fields), edition_of(text, source, language))
        assert (made.text, made.rules) == (None, (gate,))


def test_a_fact_has_the_gist_of_its_act() -> None:
    text = "Perú rechazó la contaminación del agua."
    fact = Fact(id="f-1", kind="statement", act="reject", actors=("PE",), evidence=evidence_of(text, "es"))
    assert gist(fact, edition_of(text, "es", "en")).text == "Peru voiced opposition to water pollution."


def test_a_deed_and_a_figure_say_too_little_without_their_object() -> None:
    text = "Perú capturó 12 barcos."
    deed = Fact(id="f-1", kind="event", act="capture", actors=("PE",), evidence=evidence_of(text, "es"))
    figure = Fact(id="f-2", kind="figure", actors=("PE",), quantities=(Amount(value=12),), evidence=evidence_of(text, "es"))
    for fact in (deed, figure):
        assert gist(fact, edition_of(text, "es", "en")).rules == ("no_gist_for_this_act",)


def test_the_acts_of_gists_are_acts_of_their_stance() -> None:
    acts = load_knowledge().acts
    assert set(acts_of_gists()) == set(VOCABULARIES["stance"])
    assert [a for stance, rows in acts_of_gists().items() for a in rows if acts[a].stance != stance] == []
