"""The sample week as a brief: independent of the order of the articles, every item with its exact words."""

from __future__ import annotations

import functools
import itertools
from pathlib import Path

import pytest

from briefing.annotate.document import annotate
from briefing.codec import all_items, find_faults
from briefing.consolidate import consolidate
from briefing.extract import extract
from briefing.ingest import read_articles
from briefing.knowledge import load_knowledge
from briefing.model import Brief, Claim, Doc, Item

SEEDS = Path(__file__).parents[1] / "seeds"
AS_OF = "2026-01-17"


@functools.cache
def week() -> tuple[tuple[Doc, ...], dict[str, tuple[Claim, ...]]]:
    knowledge = load_knowledge()
    articles, _ = read_articles([SEEDS], as_of=AS_OF)
    docs = tuple(annotate(article, knowledge) for article in articles)
    return docs, {doc.article.id: extract(doc, knowledge) for doc in docs}


def brief_of(docs: tuple[Doc, ...]) -> Brief:
    return consolidate(docs, week()[1], load_knowledge(), as_of=AS_OF, window="2026-01-09/2026-01-17")


@pytest.fixture(scope="module")
def brief() -> Brief:
    return brief_of(week()[0])


def test_the_order_of_articles_does_not_matter(brief: Brief) -> None:
    docs = week()[0]
    for order in itertools.islice(itertools.permutations(docs), 0, 5000, 1700):
        other = brief_of(tuple(order))
        assert other.facts == brief.facts
        assert other.positions == brief.positions
        assert other.meetings == brief.meetings
        assert other.conflicts == brief.conflicts


def test_evidence_is_the_exact_words(brief: Brief) -> None:
    texts = {doc.article.id: doc.article.text for doc in week()[0]}
    for item in all_items(brief):
        for evidence in item.evidence:
            assert texts[evidence.article][evidence.start : evidence.stop] == evidence.text


def test_a_brief_of_our_own_has_no_faults(brief: Brief) -> None:
    assert list(find_faults(brief)) == []


def test_nothing_rests_on_a_machine_summary(brief: Brief) -> None:
    summaries = {
        (doc.article.id, mark.span) for doc in week()[0] for mark in doc.article.marks if mark.kind == "machine_summary"
    }
    assert summaries
    for item in all_items(brief):
        for evidence in item.evidence:
            assert not any(
                e.article == name and span.start < e.stop and e.start < span.stop
                for e in [evidence]
                for name, span in summaries
            )


# ------------------------------------------------------------------ what a desk officer would look for in this week


def held(brief: Brief, **wanted: object) -> list[Item]:
    return [item for item in all_items(brief) if all(getattr(item, name, None) == value for name, value in wanted.items())]


def test_upcoming_meetings(brief: Brief) -> None:
    assert [meeting.date for meeting in brief.meetings if meeting.status == "upcoming"] == ["2026-01-23", "2026-02"]


def test_both_calls_of_the_ministers_are_kept_apart(brief: Brief) -> None:
    ministers = [m for m in brief.meetings if set(m.people) == {"Juan Ramón de la Fuente", "Marco Rubio"}]
    assert len(ministers) == 2


def test_dates_that_disagree_are_conflicts(brief: Brief) -> None:
    named = {frozenset(value.value for value in c.values) for c in brief.conflicts if c.field == "date"}
    assert {frozenset({"2026-01-11", "2026-01-12"}), frozenset({"2026-01-12", "2026-01-13"})} <= named


def test_the_baseline_of_the_homicide_figure_disagrees(brief: Brief) -> None:
    named = [tuple(value.value for value in c.values) for c in brief.conflicts if c.field == "baseline"]
    assert ("2024-09", "2024-10") in named, "the earlier month first"


@pytest.mark.parametrize(
    ("government", "stance"),
    [
        ("MX", "rejects"),
        ("MX", "demands"),
        ("US", "demands"),
        ("US", "proposes"),
        ("US", "threatens"),
        ("MX", "agrees"),
        ("US", "agrees"),
    ],
)
def test_positions(brief: Brief, government: str, stance: str) -> None:
    assert held(brief, government=government, stance=stance)


def test_retelling_one_newspaper_is_one_origin(brief: Brief) -> None:
    assert all(item.origins <= item.sources for item in all_items(brief))
