"""One act in two facts: which of them stays."""

from __future__ import annotations

import pytest

from briefing.consolidate.told_twice import told_once
from briefing.model import Brief, Evidence, Fact, Language, Rung

SENTENCES: dict[str, tuple[str, int, Language]] = {
    "call": ("a1", 0, "en"),
    "refusal": ("a2", 40, "es"),
    "tariff": ("a3", 9, "es"),
}


def fact(
    name: str, rests_on: str, rung: Rung = "native", *, act: str = "reject", disputed: bool = False, line: str = ""
) -> Fact:
    pieces = tuple(
        Evidence(article=article, start=start, stop=start + 5, text="words", language=language)
        for article, start, language in (SENTENCES[one] for one in rests_on.split())
    )
    return Fact(
        id=name,
        kind="statement",
        act=act,
        actors=("PE",),
        evidence=pieces,
        text={"es": line or f"Línea {name}."},
        basis={"es": rung},
        conflicts=("c-1",) if disputed else (),
    )


CASES = [
    ([fact("f-1", "call refusal", "verbatim"), fact("f-2", "refusal call")], "f-2", "in better words"),
    ([fact("f-1", "call refusal"), fact("f-2", "refusal call")], "f-1", "the first of two as good"),
    ([fact("f-1", "call refusal", act="demand"), fact("f-2", "refusal call")], "f-1 f-2", "two acts of one call"),
    ([fact("f-1", "call"), fact("f-2", "refusal call")], "f-1 f-2", "one rests on the other only"),
    ([fact("f-1", "call refusal"), fact("f-2", "tariff refusal")], "f-1 f-2", "both touch on a third"),
    ([fact("f-1", "call refusal"), fact("f-2", "refusal call", disputed=True)], "f-1 f-2", "disputed, to be shown"),
    ([fact("f-1", "call refusal"), fact("f-2", "refusal call", "edited")], "f-1 f-2", "a person wrote it"),
    (
        [fact("f-1", "call", line="A y B."), fact("f-2", "tariff", act="demand", line="A y B.")],
        "f-1",
        "the same line, whatever acts",
    ),
]


def brief_of(facts: list[Fact], bottom_line: str = "") -> Brief:
    return Brief(
        schema=1, as_of="2026-03-06", window="2026-03-01/2026-03-06", facts=tuple(facts), bottom_line={"es": bottom_line}
    )


@pytest.mark.parametrize(("facts", "stay", "comment"), CASES, ids=[row[2] for row in CASES])
def test_one_act_is_told_once(facts: list[Fact], stay: str, comment: str) -> None:
    assert " ".join(one.id for one in told_once(brief_of(facts))) == stay, comment


def test_what_the_bottom_line_says_stays() -> None:
    facts = [fact("f-1", "call refusal", "verbatim"), fact("f-2", "refusal call")]
    assert [one.id for one in told_once(brief_of(facts, "Línea f-1. Próximas fechas: ninguna."))] == ["f-1"]
