"""Lemmas: rules and exceptions of the shipped models, on words that are frequent, rare and invented."""

from __future__ import annotations

import pytest

from briefing.annotate.parse.lemmas import Irregular, LemmaTables, apply, edit, lemmatize
from briefing.annotate.parse.neural import load_neural

REGULAR = Irregular({}, {}, frozenset(), frozenset())
FIN = "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin"
CASES = (
    ("es", "acordaron", "VERB", FIN, "acordar"),
    ("es", "dijeron", "VERB", FIN, "decir"),
    ("es", "participarían", "VERB", "Mood=Cnd|Number=Plur|Person=3|VerbForm=Fin", "participar"),
    ("es", "sostuvieron", "VERB", FIN, "sostener"),
    ("es", "propusieron", "VERB", FIN, "proponer"),
    ("es", "intervendrán", "VERB", "Mood=Ind|Number=Plur|Person=3|Tense=Fut|VerbForm=Fin", "intervenir"),
    ("es", "sugirió", "VERB", FIN, "sugerir"),
    ("es", "desobedezcan", "VERB", "Mood=Sub|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin", "desobedecer"),
    ("es", "zurcaron", "VERB", FIN, "zurcar"),
    ("es", "capacitó", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", "capacitar"),
    ("es", "canceló", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", "cancelar"),
    ("es", "imputaron", "VERB", FIN, "imputar"),
    ("es", "supera", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "superar"),
    ("es", "apoyó", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", "apoyar"),
    ("es", "tienen", "VERB", "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin", "tener"),
    ("es", "suspendieron", "VERB", FIN, "suspender"),
    ("es", "hecho", "VERB", "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part", "hacer"),
    ("es", "países", "NOUN", "Gender=Masc|Number=Plur", "país"),
    ("es", "Naciones", "PROPN", "", "Naciones"),
    ("es", "mexicanas", "ADJ", "Gender=Fem|Number=Plur", "mexicano"),
    ("es", "reuniones", "NOUN", "Gender=Fem|Number=Plur", "reunión"),
    ("en", "countries", "NOUN", "Number=Plur", "country"),
    ("en", "said", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", "say"),
    ("en", "withdrew", "VERB", "Mood=Ind|Tense=Past|VerbForm=Fin", "withdraw"),
    ("en", "talks", "NOUN", "Number=Plur", "talk"),
    ("en", "pressing", "VERB", "Tense=Pres|VerbForm=Part", "press"),
    ("en", "n't", "PART", "Polarity=Neg", "not"),
)


@pytest.mark.parametrize(("language", "form", "upos", "feats", "lemma"), CASES)
def test_lemmas(language: str, form: str, upos: str, feats: str, lemma: str) -> None:
    assert load_neural(language).lemma(form, upos, feats) == lemma


@pytest.mark.parametrize(("form", "lemma"), [("cantando", "cantar"), ("fue", "ser"), ("a", "a"), ("", "x"), ("x", "")])
def test_edit_and_back(form: str, lemma: str) -> None:
    assert apply(form, edit(form, lemma)) == lemma


def test_a_known_verb_goes_before_a_likelier_ending() -> None:
    tables = LemmaTables({}, {"VERB\t;;;;;;\tron": "3|r 4|er"}, {"VERB": frozenset({"comer"})}, (";;;;;;",))
    assert lemmatize(tables, REGULAR, "comieron", "VERB", "") == "comier"
    assert lemmatize(tables, REGULAR, "comeron", "VERB", "") == "comer"
    assert lemmatize(tables, REGULAR, "Ron", "PROPN", "") == "Ron"
