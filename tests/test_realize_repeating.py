"""Whether a sentence of the bottom line says another one again, as a table."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.model import Amount, Evidence, Fact, Item, Position
from briefing.realize.top.repeating import repeats

PIECES = [Evidence(article=f"a{n}", start=n, stop=n + 9, text="x", language="en") for n in (1, 2)]
DEBT = (Amount(value=90_000_000, unit="EUR"),)
PLAN = "Togo turned down again the plan of Ghana for joint patrols on the northern rivers"
TURNED = "Togo had turned down the plan of Ghana for joint patrols on the rivers"


def fact_of(number: int, text: str, **changes: Any) -> Item:
    return Fact(
        **(
            {"id": f"f-{number}", "kind": "statement", "evidence": (PIECES[number],), "text": {"en": text}, "actors": ("TG",)}
            | changes
        )
    )


def position_of(text: str, government: str) -> Item:
    return Position(id="p-1", evidence=(PIECES[1],), text={"en": text}, government=government, stance="rejects", act="reject")


# the first sentence, the second, whether it says the first again
CASES: list[tuple[Item, Item, bool, str]] = [
    (fact_of(0, PLAN), fact_of(1, TURNED), True, "most of the words, of one government"),
    (fact_of(0, PLAN), fact_of(1, TURNED, actors=("GH",)), False, "another government's: it adds what that one holds"),
    (fact_of(0, PLAN), position_of(TURNED, "TG"), True, "as its position"),
    (fact_of(0, PLAN), position_of(TURNED, "GH"), False, "the other side's position"),
    (fact_of(0, PLAN), fact_of(1, "Togo offered Ghana a fund for the northern rivers"), False, "a few words"),
    (
        fact_of(0, "Togo will ask for 90 million euros", quantities=DEBT),
        fact_of(1, "Lomé claims the sum of the spill", quantities=DEBT),
        True,
        "one sum",
    ),
    (
        fact_of(0, "Togo will ask for 90 million euros", quantities=DEBT),
        fact_of(1, "Lomé claims the sum of the spill", quantities=(Amount(value=80_000_000, unit="EUR"),)),
        False,
        "another sum",
    ),
    (
        fact_of(0, "Togo waits for five boats", quantities=(Amount(value=5, unit="boat"),)),
        fact_of(1, "Lomé sells them", quantities=(Amount(value=5, unit="boat"),)),
        False,
        "a small number may be told by chance",
    ),
]


@pytest.mark.parametrize(("first", "second", "again", "comment"), CASES, ids=[row[-1] for row in CASES])
def test_what_says_another_sentence_again(first: Item, second: Item, again: bool, comment: str) -> None:
    assert repeats(second, first) is again, comment
