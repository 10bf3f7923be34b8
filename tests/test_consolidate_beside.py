"""What an article on other countries adds to a week about two: only what one of the two does, or what is done to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.knowledge import load_knowledge
from briefing.pipeline import make_brief, read_week

OWN = [
    "Chile will not reopen the Tambo crossing, minister tells Peru\n\n"
    "Chile will not reopen the Tambo crossing before May, Chilean Interior Minister Pablo Soto said on Tuesday. "
    "Peru had asked Chile to open it by April 2. Chile closed the crossing on February 20. "
    "Peru's government rejected the Chilean decision. Chilean customs turned back 310 Peruvian lorries.",
    "Peru demands 4 million dollars from Chile for spoiled fruit\n\n"
    "Peru demanded that Chile pay 4 million dollars for fruit that rotted at the Tambo crossing. "
    "Chile refused to pay Peru for the fruit. Peruvian Trade Minister Juana Rivas accused Chile of a breach of the treaty. "
    "Peru will raise the matter at the Andean court. Chile says that 60 lorries crossed on Monday.",
    "Chile and Peru agree on a scanner for lorries\n\n"
    "Chile and Peru agreed to share a scanner at Tambo, the two customs services said. "
    "Peru will pay 900,000 dollars for the scanner. Chile promised to hand it over on June 1. "
    "Peru's foreign minister, Juan Quispe, will travel to Santiago on March 20. Chile thanked Peru for the offer.",
]
OTHERS = (
    "Kenya to count its elephants with drones\n\n"
    "Kenya's Environment Ministry announced on Wednesday that it would count the country's elephants with drones. "
    "Kenya and Uganda will hold talks in Kampala on April 9. Uganda asked Kenya to wait until June. {}"
    "Kenya's government said that the count would cost 2 million dollars. Uganda rejected the plan in January."
)
MANY = (
    "Chile joins Kenya and Uganda in a count of elephants\n\n"
    "Chile will send four drones to Kenya, the Kenyan government announced. "
    "Kenya and Uganda will hold talks in Kampala on April 9."
)

# articles, the day of Kampala is told, what else is told of them, how many articles stand beside, comment
CASES: list[tuple[list[str], bool, str, int, str]] = [
    ([*OWN, OTHERS.format("")], False, "", 1, "neither of the two is in it"),
    (
        [*OWN, OTHERS.format("Chile asked Kenya for a copy of the count. ")],
        False,
        "Chile asked Kenya for a copy of the count.",
        1,
        "one acts in it",
    ),
    ([OWN[0], OTHERS.format("")], True, "", 0, "half of a week is not beside it"),
    ([*OWN, MANY], True, "", 0, "its title names one of the two"),
]


@pytest.mark.parametrize(("articles", "kampala", "told", "aside", "comment"), CASES, ids=[row[4] for row in CASES])
def test_what_stands_beside_a_week(
    articles: list[str], kampala: bool, told: str, aside: int, comment: str, tmp_path: Path
) -> None:
    for number, text in enumerate(articles):
        (tmp_path / f"{number}.txt").write_text(text.replace("\n\n", "\n\nMarch 4, 2026\n\n", 1), encoding="utf-8")
    brief = make_brief(read_week([tmp_path], as_of="2026-03-06", window=None, today="2026-03-06"), load_knowledge())
    assert any(meeting.date == "2026-04-09" for meeting in brief.meetings) == kampala
    words = {evidence.text for item in (*brief.facts, *brief.positions) for evidence in item.evidence}
    assert not told or told in words
    assert sum(article.beside for article in brief.articles) == aside
    assert not aside or "elephant" not in brief.title["en"]
