"""Where the sources disagree: a table for every field, with what looks like it and is none; the same in any order."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from briefing.annotate.document import annotate
from briefing.consolidate import consolidate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Brief, Language

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "conflicts.yaml").read_text("utf-8"))
TELLING = re.compile(r"(es|en)(?: (\d+))?: (.*)", re.DOTALL)
FILLER = (
    "en: Kenya inaugurated a railway between Mombasa and Nairobi.",
    "en: The Swedish parliament approved the budget of the navy.",
    "es: Bolivia pidió a Paraguay vacunas contra la fiebre amarilla.",
    "es: Ghana prohibió la pesca con luces en sus aguas.",
)


def article(number: int, telling: str) -> Article:
    match = TELLING.fullmatch(telling)
    assert match
    language, day, text = match.groups()
    return Article(
        id=f"a{number}",
        file=f"{number}.txt",
        sha256=str(number),
        text=text,
        language=cast(Language, language),
        outlet=f"o{number}",
        published=f"2026-03-{int(day or 5):02}",
        published_basis="stated",
    )


def brief_of(week: list[str], *, backwards: bool = False) -> Brief:
    knowledge = load_knowledge()
    docs = [annotate(article(number, telling), knowledge) for number, telling in enumerate([*week, *FILLER])]
    claims = {doc.article.id: extract(doc, knowledge) for doc in docs}
    ordered = docs[::-1] if backwards else docs
    return consolidate(ordered, claims, knowledge, as_of="2026-03-10", window="2026-03-01/2026-03-10")


def rows() -> list[Any]:
    marks = [pytest.mark.xfail(strict=True)]
    return [pytest.param(row, id=row["comment"], marks=marks if row.get("expect_fail") else []) for row in CASES]


@pytest.mark.parametrize("row", rows())
def test_conflicts(row: dict[str, Any]) -> None:
    brief = brief_of(row["week"])
    assert [conflict.field for conflict in brief.conflicts] == row["expect"]
    for conflict in brief.conflicts:
        assert len({value.value for value in conflict.values}) >= 2
        assert all(value.evidence for value in conflict.values)
    assert brief_of(row["week"], backwards=True).conflicts == brief.conflicts
