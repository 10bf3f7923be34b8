"""What the week is about, for its title: concepts by the weight of the items, and by how many articles and titles have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.model import Brief, Item, Position
from briefing.realize.edition import Edition
from briefing.realize.gists import vacuous
from briefing.realize.topics import choose_topics

MOST_TOPICS = 2
MOST_ITEMS = 12
"""Of each list so many are read: what a memo prints."""
SEVERAL, SHARE_OF_ARTICLES = 3, 1 / 3
"""Articles, and their share, that speak of what the week is about where no title names it."""
LEAST_SHARE = 0.25
"""Of the first topic's weight: a second one of less is beside the matter."""


def main_topics(brief: Brief, edition: Edition) -> tuple[str, ...]:
    """The one or two concepts of most weight; none where no article but one speaks of any."""
    weights = weigh_items(brief, edition)
    if edition.passages.docs:
        weights = spread(weights, edition)
    ordered = sorted(weights, key=lambda concept: -weights[concept])  # stable: of equal ones the first that is named
    enough = [concept for concept in ordered if weights[concept] >= LEAST_SHARE * weights[ordered[0]]]
    return choose_topics(enough, edition, MOST_TOPICS)


def weigh_items(brief: Brief, edition: Edition) -> dict[str, float]:
    """A concept weighs the more, the higher in its list the items stand that are about it."""
    weights: Counter[str] = Counter()
    lists: tuple[Sequence[Item], ...] = (brief.facts, brief.positions)
    for items in lists:
        for rank, item in enumerate([item for item in items if not item.omit][:MOST_ITEMS]):
            concepts = (*item.issue, *item.concepts) if isinstance(item, Position) else item.concepts
            for concept in choose_topics([c for c in concepts if c not in vacuous()], edition):
                weights[concept] += 1000 // (rank + 8)
    return {concept: float(weight) for concept, weight in weights.items()}


def spread(weights: Mapping[str, float], edition: Edition) -> dict[str, float]:
    """The weights by how many articles speak of a concept, and titles; a narrow one counts for a broader one said as widely.

    What no title names and only a few articles is not the week's: `women` of two sentences, a `port` in passing.
    """
    spoken, docs = edition.passages.spoken, len(edition.passages.docs)
    articles, titles = spoken.articles, spoken.titles
    found: dict[str, float] = {}
    for concept, weight in weights.items():
        broader = edition.knowledge.concepts[concept].broader
        whole = broader if broader and articles[broader] >= max(articles[concept], 1) else concept
        if titles[whole] or articles[whole] >= max(min(SEVERAL, docs), SHARE_OF_ARTICLES * docs):
            share = articles[whole] / docs * (1 + titles[whole] / docs)
            found[whole] = found.get(whole, 0.0) + weight * share
    return found
