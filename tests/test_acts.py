"""The acts: every example is recognized by one of its act's forms, no counter-example is, and no form has two owners.

Examples are read with the program's own trees, as extraction reads them; only the match of a form is tested here, not who acts.
"""

from __future__ import annotations

import functools
import itertools

import pytest

from briefing.annotate.parse import parse
from briefing.extract.reading import Reading, read_doc
from briefing.extract.sentence.acts import match_act
from briefing.knowledge import LANGUAGES, load_knowledge
from briefing.knowledge.entries import Act, ActForm
from briefing.model import Article, Doc

KNOWLEDGE = load_knowledge()
ACTS = tuple(KNOWLEDGE.acts.values())
PREPOSITIONS = {
    "es": "a ante como con contra de desde en entre hacia hasta para por sobre si",
    "en": "about against alongside as at before behind between by for from in into of on over through to toward towards until"
    " upon with",
}
SLOTS = {"clause", "ger", "inf", "iobj", "obj", "poss", "subj"}


@functools.cache
def acts_in(text: str, language: str) -> frozenset[str]:
    article = Article(id="a1", file="a.txt", sha256="", text=text, language=language)
    reading: Reading = read_doc(Doc(article=article, sentences=parse(text, language)), KNOWLEDGE)
    trees = enumerate(reading.trees)
    matches = (match_act(reading, tree, index) for _, tree in trees for index in range(len(tree.tokens)))
    return frozenset(match[0].id for match in matches if match)


def wrongly_read(field: str, *, wanted: bool) -> list[str]:
    """The examples in which an act is not found as it should be, or found where it should not."""
    rows = [(act, language, text) for act in ACTS for language in LANGUAGES for text in getattr(act, field).get(language, ())]
    assert len(rows) >= 250
    wrong = [f"{act.id}: {text}" for act, language, text in rows if (act.id in acts_in(text, language)) != wanted]
    return wrong if len(wrong) * 50 > len(rows) else []  # a tree may go astray now and then: one in fifty


def test_examples_are_recognized() -> None:
    assert wrongly_read("examples", wanted=True) == []


def test_counterexamples_are_not() -> None:
    assert wrongly_read("counterexamples", wanted=False) == []


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
