"""When two articles tell one fact, as a table: two texts, and whether they are one."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

CLAIM = "Kenya will take back about 600 nurses from Uganda over three months, its health ministry said."
WEEK = (
    "Norway signed a fishing treaty with Iceland on Monday. Chile rejected the proposal of Peru to close the border. "
    "Brazil exported 40,000 tonnes of soy to Japan in May. France expelled two diplomats of Mali on Tuesday."
)
"""Another article, so that words have a weight."""
CASES = [
    (
        CLAIM,
        "Kenya is to take back 600 nurses from Uganda over three months, according to its health ministry.",
        True,
        "retold",
    ),
    (CLAIM, CLAIM, True, "the same words"),
    (CLAIM, "The figure of 600 nurses from Uganda does not correspond to what Kenya said.", False, "its denial"),
    (CLAIM, "The health ministry of Uganda denied that Kenya would take back 600 nurses.", False, "denied by the other side"),
    (
        "Kenya would accept 120 fishing licences for Uganda instead of the current 206.",
        "Kenya had granted 206 fishing licences to Uganda until 2016.",
        False,
        "one number in common",
    ),
    (
        "Kenya again proposed to send troops to Uganda.",
        "Uganda rejected a proposal by Kenya to send troops to Uganda.",
        False,
        "a proposal and its rejection",
    ),
    (
        "Kenya is implementing a 25% duty on fish from Uganda and Rwanda.",
        "Kenya suspended the 25% duty on fish from Uganda and Rwanda.",
        False,
        "imposed and lifted",
    ),
    (CLAIM, "The claim that Kenya will take back about 600 nurses from Uganda is unfounded.", False, "called unfounded"),
    (
        "The foreign minister of Kenya, Ann Odera, will visit the port of Jinja in Uganda on March 12.",
        "The foreign minister of Kenya, Ann Odera, will visit the port of Jinja in Uganda on March 19.",
        False,
        "two days",
    ),
    (
        "The foreign ministers of Kenya and Uganda, Ann Odera and Paul Okot, will meet in Jinja on March 12.",
        "The meeting of the ministers of Kenya and Uganda, Ann Odera and Paul Okot, in Jinja on March 12 was called off.",
        False,
        "called off is no second source",
    ),
    (
        "The foreign ministers of Kenya and Uganda, Ann Odera and Paul Okot, will meet in Jinja on March 12.",
        "The foreign ministers of Kenya and Uganda, Ann Odera and Paul Okot, are to meet in Jinja on March 12.",
        True,
        "one day, one standing",
    ),
]


@pytest.mark.parametrize(("left", "right", "one", "comment"), CASES, ids=[row[3] for row in CASES])
def test_one_fact_or_two(left: str, right: str, one: bool, comment: str) -> None:
    brief = brief_of((left, right, WEEK), days=(4, 4, 4))
    together = any({piece.article for piece in fact.evidence} >= {"a0", "a1"} for fact in brief.facts)
    assert together is one, comment


RETOLD = [
    (
        "Kenya and Uganda agreed on Tuesday to set up joint patrols on the lake, Kenya's interior minister said in Nairobi.",
        "Uganda y Kenia acordaron el martes crear patrullas conjuntas en el lago, anunció en Kampala el Gobierno de Uganda.",
        True,
        "one act of the same sides on one day",
    ),
    (
        "Kenya demanded that Uganda release the traders at once.",
        "Kenia exigió a Uganda que libere de inmediato a los comerciantes kenianos detenidos en Jinja, una ciudad del lago.",
        True,
        "one says all that the other does",
    ),
    (
        "Kenya and Uganda agreed on Tuesday to set up joint patrols on the lake, Kenya's interior minister said in Nairobi.",
        "Uganda y Ruanda acordaron el martes crear patrullas conjuntas en el lago, anunció en Kampala el Gobierno de Uganda.",
        False,
        "one act of other sides",
    ),
    (
        "Kenya demanded that Uganda release the traders at once.",
        "Uganda exigió a Kenia que libere de inmediato a los comerciantes ugandeses detenidos en Kisumu, una ciudad del lago.",
        False,
        "the other side's demand",
    ),
]


@pytest.mark.parametrize(("left", "right", "one", "comment"), RETOLD, ids=[row[3] for row in RETOLD])
def test_one_fact_of_two_languages(left: str, right: str, one: bool, comment: str) -> None:
    brief = brief_of((left, right, WEEK), days=(4, 4, 4), languages=("en", "es", "en"))
    together = any({piece.article for piece in fact.evidence} >= {"a0", "a1"} for fact in brief.facts)
    assert together is one, comment


def test_another_meeting_is_not_told_by_the_sentence_before() -> None:
    """`They will sign …` has its sides from the sentence before, which tells of another day."""
    first = "Peruvian Mines Minister Rosa Quispe will travel to Oslo on March 10 to meet with Norwegian Minister Lars Berg."
    brief = brief_of((f"{first} On March 11, they will sign a lithium agreement.",), days=(4,))
    assert ["On March 11, they will sign a lithium agreement."] in [[e.text for e in fact.evidence] for fact in brief.facts]
