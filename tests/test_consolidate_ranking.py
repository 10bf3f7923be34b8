"""What comes first: pairs of short news, of which a principal must know the first before the second."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.consolidate import consolidate
from briefing.consolidate.ranking import WEIGHTS
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article

FILLER = "Uganda's ministry of culture opened a museum of drums. The museum has a garden."
CASES = [
    ("Chile deported 340 Peruvian miners.", "Chile deported some Peruvian miners.", "with its figure"),
    (
        "Chile rejected the proposal of Peru.",
        "Chile elected a new speaker of parliament.",
        "two governments before home affairs",
    ),
]
NOT_YET = [
    ("Chile attacked a Peruvian patrol boat.", "Chile praised a Peruvian poet.", "force before praise"),
]
ROWS = [
    *(pytest.param(*row, id=row[2]) for row in CASES),
    *(pytest.param(*row, id=row[2], marks=pytest.mark.xfail(strict=True)) for row in NOT_YET),
]


@pytest.mark.parametrize(("first", "second", "comment"), ROWS)
def test_order(first: str, second: str, comment: str) -> None:
    knowledge = load_knowledge()
    texts = [f"{FILLER} {second}", f"{FILLER} {first}"]
    articles = [
        Article(id=f"a{n}", file=f"{n}.txt", sha256=str(n), text=text, language="en", published="2026-03-04")
        for n, text in enumerate(texts)
    ]
    docs = [annotate(article, knowledge) for article in articles]
    claims = {doc.article.id: extract(doc, knowledge) for doc in docs}
    brief = consolidate(docs, claims, knowledge, as_of="2026-03-06", window="2026-03-01/2026-03-06")
    order = [evidence.text for fact in brief.facts for evidence in fact.evidence]
    assert order.index(first) < order.index(second)


def test_every_weight_says_why() -> None:
    assert all(reason.__doc__ for reason in WEIGHTS)
