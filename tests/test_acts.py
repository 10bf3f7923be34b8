"""The acts: every example is recognized by one of its act's forms, no counter-example is, and no form has two owners.

Examples are read with the program's own trees, as extraction reads them; only the match of a form is tested here, not who acts.
"""

from __future__ import annotations

import functools
import itertools

import pytest
from _pytest.mark import ParameterSet

from briefing.annotate.parse import parse
from briefing.extract.reading import Reading, read_doc
from briefing.extract.sentence.acts import match_act
from briefing.knowledge import LANGUAGES, load_knowledge
from briefing.knowledge.entries import Act, ActForm
from briefing.model import Article, Doc, Language

KNOWLEDGE = load_knowledge()
ACTS = tuple(KNOWLEDGE.acts.values())
PREPOSITIONS = {
    "es": "a ante como con contra de desde en entre hacia hasta para por sobre si",
    "en": "about against alongside as at before behind between by for from in into of on over through to toward towards until"
    " upon with",
}
SLOTS = {"clause", "ger", "inf", "iobj", "obj", "poss", "subj"}


@functools.cache
def acts_in(text: str, language: Language) -> frozenset[str]:
    article = Article(id="a1", file="a.txt", sha256="", text=text, language=language)
    reading: Reading = read_doc(Doc(article=article, sentences=parse(text, language)), KNOWLEDGE)
    trees = enumerate(reading.trees)
    matches = (match_act(reading, tree, index) for _, tree in trees for index in range(len(tree.tokens)))
    return frozenset(match[0].id for match in matches if match)


WRONG_TREE = "the parser reads no verb, or another one, here"
WRONG_SENSE = "the words alone do not tell the senses apart"
MISREAD = {
    "Estonia cast doubt on the ceasefire.": WRONG_TREE,
    "The border villages harbor many fugitives.": WRONG_TREE,
    "Brasil y Paraguay realizaron un operativo conjunto en el río.": WRONG_TREE,
    "Namibia drilled a well off its coast.": WRONG_TREE,
    "Norway stockpiled grain.": WRONG_TREE,
    "The bad weather is to blame.": WRONG_SENSE,
    "El sastre tomó las medidas del traje.": WRONG_SENSE,
    "Trajo solo lo necesario para el viaje.": WRONG_SENSE,
    "Dio positivo en la prueba.": WRONG_SENSE,
    "Police found false passports in the house.": WRONG_SENSE,
    "La policía halló billetes falsos en la casa.": WRONG_SENSE,
    "The ship carried illegal goods.": WRONG_SENSE,
    "El barco transportaba mercancía ilegal.": WRONG_SENSE,
}
"""Sentences that are read wrongly, and why; each fails here as soon as it is read well."""


def told_by_acts(field: str) -> list[ParameterSet]:
    """Every sentence of a field of the acts, with its act and language; what is known to be misread is expected to fail."""
    rows = [
        (act.id, language, text) for act in ACTS for language in LANGUAGES for text in getattr(act, field).get(language, ())
    ]
    assert len(rows) >= 250
    wrong = {text: pytest.mark.xfail(reason=why, strict=True) for text, why in MISREAD.items()}
    marks = ((row, (wrong[row[2]],) if row[2] in wrong else ()) for row in rows)
    return [pytest.param(*row, marks=mark, id=f"{row[0]}: {row[2]}") for row, mark in marks]


@pytest.mark.parametrize(("act", "language", "text"), told_by_acts("examples"))
def test_examples_are_recognized(act: str, language: Language, text: str) -> None:
    assert act in acts_in(text, language)


@pytest.mark.parametrize(("act", "language", "text"), told_by_acts("counterexamples"))
def test_counterexamples_are_not(act: str, language: Language, text: str) -> None:
    assert act not in acts_in(text, language)


def test_enough_acts_of_every_kind() -> None:
    kinds = {
        kind: sum(act.kind == kind for act in ACTS) for kind in ("speech", "reporting", "deed", "meeting", "wish", "modal")
    }
    assert len(ACTS) >= 250
    assert all(kinds.values()), kinds


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.id)
def test_row_is_whole(act: Act) -> None:
    for language in LANGUAGES:
        assert act.forms[language]
        assert act.past[language]
        assert act.examples[language]
        assert len(act.past[language]) <= 2
        assert len(set(act.forms[language])) == len(act.forms[language]), "a form stands twice"


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.id)
def test_negation_is_no_affirmation(act: Act) -> None:
    """What is not done takes another stance than what is done, or none."""
    assert act.negated is None or act.negated != act.stance


def overlaps(form: ActForm, other: ActForm) -> bool:
    """Whether nothing tells two forms of one lemma apart: the one that asks for an object goes before the one that does not."""
    if bool(form.object) != bool(other.object) or bool(form.content) != bool(other.content):
        return False
    if form.object and not set(form.object) & set(other.object):
        return False
    return not form.content or bool(set(form.content) & set(other.content))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_has_two_owners(language: str) -> None:
    by_head: dict[object, list[tuple[str, ActForm]]] = {}
    for act in ACTS:
        for form in act.forms[language]:
            by_head.setdefault((form.kind, form.lemma, form.reflexive, form.particle), []).append((act.id, form))
    doubled = [
        (first, second, form.lemma)
        for forms in by_head.values()
        for (first, form), (second, other) in itertools.combinations(forms, 2)
        if first != second and overlaps(form, other)
    ]
    assert doubled == []


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.id)
def test_slots_are_known(act: Act) -> None:
    """A slot is a relation, a preposition, or a preposition before a verb form or a clause."""
    for language in LANGUAGES:
        known = SLOTS | set(PREPOSITIONS[language].split())
        for form in act.forms[language]:
            for slot in (*form.content, *form.addressee, *form.actor):
                first, _, rest = slot.partition(" ")
                assert first in known
                assert rest in {"", "clause", "ger", "inf"}
