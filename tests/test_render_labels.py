"""The label of a position: its own verb where the catalogs have one for it, else the stance."""

from __future__ import annotations

import dataclasses

import pytest
from memo_samples import memo_of

from briefing.knowledge import load_knowledge
from briefing.localize import Localizer
from briefing.model import Stance
from briefing.render.sample import sample_brief
from briefing.render.vocabulary import stance_of, verbs
from briefing.render.words import Words

CASES: list[tuple[Stance, str | None, str, str, str]] = [
    ("rejects", "rule_out", "Rules out", "Descarta", "the verb says more than the stance"),
    ("rejects", "accept", "Rejects", "Rechaza", "did not accept: the verb says the contrary of the stance"),
    ("rejects", None, "Rejects", "Rechaza", "no verb is known"),
    ("agrees", "accept", "Accepts", "Acepta", "one side alone"),
    ("demands", "press", "Presses", "Presiona", "not a demand in so many words"),
    ("supports", "express_solidarity", "Expresses solidarity", "Se solidariza", "nothing was supported"),
]


@pytest.mark.parametrize(("stance", "act", "english", "spanish", "comment"), CASES)
def test_label_of_a_position(stance: Stance, act: str | None, english: str, spanish: str, comment: str) -> None:
    brief = sample_brief()
    position = dataclasses.replace(brief.positions[0], stance=stance, act=act)
    changed = dataclasses.replace(brief, positions=(position, *brief.positions[1:]))
    for locale, label in (("en_US", english), ("es_MX", spanish)):
        assert f"**{label}**" in memo_of(changed, audience="base", locale=locale, format="md").decode(), comment


def test_every_label_is_of_an_act_that_takes_the_stance() -> None:
    acts = load_knowledge().acts
    own = {(acts[act].stance, act) for _, act in verbs(Words(Localizer("en_US"), {}))}
    assert {*verbs(Words(Localizer("en_US"), {}))} - own == {("requests", "invite")}  # an offer, and of others a request


def test_an_audience_s_own_label_of_a_stance_stands_for_all_its_verbs() -> None:
    position = dataclasses.replace(sample_brief().positions[0], stance="rejects", act="rule_out")
    assert stance_of(position, Words(Localizer("en_US"), {})) == "rules out"
    assert stance_of(position, Words(Localizer("en_US"), {"rejects": "says no to"})) == "says no to"
