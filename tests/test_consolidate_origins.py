"""How many independent origins stand behind a fact: reports retold, agency copies, machine summaries, two witnesses."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.annotate.document import annotate
from briefing.consolidate import consolidate
from briefing.extract import extract
from briefing.ingest import read_articles
from briefing.knowledge import load_knowledge
from briefing.model import Fact

FILLER = (
    "Kenya inaugurated a railway between Mombasa and Nairobi on Tuesday. The minister of transport opened the first station.",
    "The Swedish parliament approved the budget of the navy. Five parties voted in favor of the new ships for the fleet.",
    "Vietnam criticized the Philippines over a lighthouse. The two countries had agreed on the waters near the islands.",
)
AGENCY = (
    "LIMA (Reuters) - The government of Peru expelled 14 Norwegian engineers from the port of Callao on Monday. "
    "The engineers had repaired cranes at the port since the month of January and lived in a hotel near the harbor. "
    "Their company said that it would ask a court in Lima for an explanation of the measure within the next ten days."
)
# Texts that tell one fact; how many articles carry it, from how many origins.
CASES = [
    (
        [
            "According to the Financial Times, Peru expelled 14 Norwegian engineers from the port of Callao.",
            "Peru expelled 14 Norwegian engineers from the port of Callao on Monday, the Financial Times reported.",
            "The Financial Times reported that Peru expelled 14 Norwegian engineers from Callao, the country's main port.",
            "Peru has expelled 14 Norwegian engineers from the port of Callao, according to the Financial Times.",
        ],
        (4, 1),
        "four outlets retell one newspaper",
    ),
    (
        [
            "Peru expelled 14 Norwegian engineers from the port of Callao on Monday. Their families stayed in Lima.",
            "On Monday the government of Peru expelled 14 Norwegian engineers from the port of Callao, said dockers.",
        ],
        (2, 2),
        "two outlets of their own",
    ),
    (
        [
            "According to the Financial Times, Peru expelled 14 Norwegian engineers from the port of Callao.",
            "Peru expelled 14 Norwegian engineers from the port of Callao on Monday. Their families stayed in Lima.",
        ],
        (2, 2),
        "one retells a newspaper, the other does not",
    ),
    ([AGENCY, f"Engineers leave\n\n{AGENCY}", f"{AGENCY} Nobody answered our calls."], (3, 1), "copies of one agency"),
    (
        [
            "Peru expelled 14 Norwegian engineers from the port of Callao on Monday. Their families stayed in Lima.",
            "AI-generated summary\nPeru expelled 14 Norwegian engineers from the port of Callao on Monday.\n\n"
            "Bolivia asked Paraguay for vaccines. The ministers of health of both countries spoke about yellow fever.",
        ],
        (1, 1),
        "a machine's summary is no source",
    ),
]


def fact_about(folder: Path, texts: list[str], words: str) -> Fact:
    for number, text in enumerate([*texts, *FILLER]):
        (folder / f"{number}.txt").write_text(f"date 2026-03-04\n\n{text}", encoding="utf-8")
    knowledge = load_knowledge()
    articles, _ = read_articles([folder], as_of="2026-03-06")
    docs = [annotate(article, knowledge) for article in articles]
    claims = {doc.article.id: extract(doc, knowledge) for doc in docs}
    brief = consolidate(docs, claims, knowledge, as_of="2026-03-06", window="2026-03-01/2026-03-06")
    return next(fact for fact in brief.facts if any(words in evidence.text for evidence in fact.evidence))


@pytest.mark.parametrize(("texts", "expected", "comment"), CASES, ids=[row[2] for row in CASES])
def test_sources_and_origins(tmp_path: Path, texts: list[str], expected: tuple[int, int], comment: str) -> None:
    fact = fact_about(tmp_path, texts, "Norwegian engineers")
    assert (fact.sources, fact.origins) == expected
