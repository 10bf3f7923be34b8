"""Two heads of government named in one breath without a country: nobody knows which of them is the guest."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article

HEAD = "KAMPALA, May 12 - Uganda and Rwanda will hold a summit in June. "
ROWS = [
    (
        HEAD + "Prime Minister Moses Okello and President Jean Habimana will sign an accord.",
        (None, None),
        "either is the guest",
    ),
    (HEAD + "Uganda's Prime Minister Moses Okello and President Jean Habimana of Rwanda will sign.", ("UG", "RW"), "told"),
]


@pytest.mark.parametrize(("text", "countries", "comment"), ROWS, ids=[row[2] for row in ROWS])
def test_heads_in_one_breath(text: str, countries: tuple[str | None, ...], comment: str) -> None:
    article = Article(
        id="a1", file="a1.txt", sha256="", text=text, language="en", published="2026-05-12", published_basis="stated"
    )
    people = {actor.name["en"]: actor.country for actor in annotate(article, load_knowledge()).actors.values()}
    assert tuple(people.get(name) for name in ("Moses Okello", "Jean Habimana")) == countries, comment
