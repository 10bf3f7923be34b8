"""What two governments agreed where the sentence does not name them, and what one of them withdraws, as tables."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.annotate.document import annotate
from briefing.consolidate import consolidate
from briefing.extract import extract
from briefing.ingest.cleaning import clean
from briefing.ingest.source import Source
from briefing.knowledge import load_knowledge
from briefing.model import Article, Doc, Language, Statement

EN = "Ghana's trade minister, Ama Owusu, held talks in Lome with Togo's trade minister, Kofi Lawson."
ES = "La ministra de Comercio de Ghana, Ama Owusu, recibió en Acra al canciller de Togo, Kofi Lawson."
BOTH = {"GH agrees", "TG agrees"}
AGREED = [
    ("en", f"{EN} It was agreed that all trucks will be released by Sunday.", BOTH, "impersonal, with a clause"),
    ("en", f"{EN} It was agreed to reopen the post.", BOTH, "impersonal, with an infinitive"),
    ("en", f"{EN} They agreed to reopen the post.", BOTH, "they, right behind"),
    ("en", f"{EN} The ministers agreed that the fee will be 200 cedis.", BOTH, "a plural of nobody else"),
    ("en", "Ghana and Togo met in Lome. The two sides agreed on a fee. They also agreed to set up a hotline.", BOTH, "again"),
    ("en", f"{EN} It was not agreed to reopen the post.", set(), "denied"),
    ("en", f"{EN} It will be agreed later how to reopen the post.", set(), "to come"),
    ("en", f"{EN} “It was agreed to reopen the post,” a trader said.", set(), "another's words"),
    ("en", f"{EN} Benin sent a note as well. It was agreed to reopen the post.", set(), "a third government since"),
    ("en", f"{EN} Residents agreed to leave. They agreed to come back.", set(), "others agreed"),
    ("en", f"{EN} The ministers of the region agreed to reopen the post.", set(), "of others"),
    ("en", f"{EN} Some ministers agreed to reopen the post.", set(), "not the two"),
    ("es", f"{ES} Se acordó que los camiones saldrán antes del domingo.", BOTH, "impersonal"),
    ("es", f"{ES} En la reunión se convino en reabrir el paso.", BOTH, "impersonal, with a preposition"),
    ("es", f"{ES} Acordaron reabrir el paso.", BOTH, "elided"),
    ("es", f"{ES} Los ministros acordaron reabrir el paso.", BOTH, "a plural of nobody else"),
    ("es", "Ghana y Togo hablaron. Las dos partes acordaron una tasa. También pactaron una línea directa.", BOTH, "again"),
    ("es", f"{ES} No se acordó reabrir el paso.", set(), "denied"),
    ("es", f"{ES} Los vecinos acordaron irse. También acordaron volver.", set(), "others agreed"),
]


def read(text: str, language: Language) -> Doc:
    article = Article(
        id="a1",
        file="t.txt",
        sha256="",
        text=text,
        language=language,
        marks=clean(Source(text=text)).marks,
        published="2026-03-04",
        published_basis="stated",
    )
    return annotate(article, load_knowledge())


def stances(text: str, language: Language) -> set[str]:
    claims = extract(read(text, language), load_knowledge())
    return {f"{c.government} {c.stance}" for c in claims if isinstance(c, Statement)}


@pytest.mark.parametrize(("language", "text", "expected", "comment"), AGREED)
def test_who_agreed(language: Language, text: str, expected: set[str], comment: str) -> None:
    assert {one for one in stances(text, language) if one.endswith("agrees")} == expected, comment


JOINT = """Joint communiqué of the Ministers of Trade of Ghana and Togo

Lome, 4 March 2026

1. H.E. Ama Owusu, Minister of Trade of Ghana, received Hon. Kofi Lawson, Minister of Trade of Togo.

2. The Ministers agreed that the fee for trucks will be set at 200 cedis from 16 March.

3. The Togolese side proposed that the customs posts share their records.
"""


def test_the_ministers_of_a_joint_text_are_both() -> None:
    assert stances(JOINT, "en") >= BOTH


def test_what_two_say_together_is_no_word_of_one() -> None:
    doc = read(JOINT, "en")
    claims = {"a1": extract(doc, load_knowledge())}
    brief = consolidate((doc,), claims, load_knowledge(), as_of="2026-03-06", window="2026-03-01/2026-03-06")
    assert {fact.act: fact.attribution for fact in brief.facts if fact.kind == "statement"}["propose"] == ()


ASKED = "Ghana has asked the African Union to mediate in its dispute with Togo over the trucks held at the border."
TAKEN_BACK = [
    ((ASKED, "Ghana withdrew its request for mediation by the African Union."), set(), "withdrawn later"),
    ((ASKED, "Ghana did not withdraw its request for mediation by the African Union."), {"requests"}, "kept"),
    ((ASKED, "Ghana withdrew its request for a loan from Japan."), {"requests"}, "another request"),
    ((ASKED, "Togo withdrew its request for mediation by the African Union."), {"requests"}, "another's request"),
    (("Ghana withdrew its request for mediation by the African Union.", ASKED), {"requests"}, "asked again since"),
]


@pytest.mark.parametrize(("texts", "expected", "comment"), TAKEN_BACK)
def test_what_is_withdrawn_is_asked_no_more(texts: tuple[str, ...], expected: set[str], comment: str) -> None:
    brief = brief_of((*texts, "France expelled two diplomats of Mali. Mali called it an insult."))
    assert {p.stance for p in brief.positions if p.government == "GH"} == expected, comment


NOUNS = [
    ("Ghana's request for mediation by Togo was withdrawn.", set(), "asked no more"),
    ("Ghana's request for mediation by Togo was not withdrawn.", {"GH requests"}, "still asked"),
]


@pytest.mark.parametrize(("text", "expected", "comment"), NOUNS)
def test_a_noun_of_what_is_taken_back(text: str, expected: set[str], comment: str) -> None:
    assert stances(text, "en") == expected, comment


LABELS = [
    ("“I think we will find a solution with Togo in July,” said Ghana's foreign minister, Ama Owusu.", "en", {"GH states"}),
    ("“We will find a solution with Togo in July,” said Ghana's foreign minister, Ama Owusu.", "en", {"GH announces"}),
    ("Ghana will pay 12 million dollars, down from the 18 million that Togo was demanding.", "en", set()),
    ("Ghana pagará 12 millones, frente a los 18 millones que reclamaba Togo.", "es", set()),
    ("Ghana y Togo firmaron el viernes un plan de pagos, informó la ministra de Ghana, Ama Owusu.", "es", BOTH),
    (
        "Ghana has postponed the visa requirement for Togolese drivers until January, the Ghanaian government said.",
        "en",
        {"GH announces"},
    ),
    ("Ghana has postponed the dinner with Togo until January, Ghana's government said.", "en", set()),
    ("Togo's port reported that Ghana has postponed the visa requirement for drivers.", "en", set()),
]


@pytest.mark.parametrize(("text", "language", "expected"), LABELS)
def test_labels(text: str, language: Language, expected: set[str]) -> None:
    assert stances(text, language) == expected
