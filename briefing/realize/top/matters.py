"""What the week is about, for its title: concepts by the weight of the items, and by how many articles and titles have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from briefing.knowledge import load_language
from briefing.knowledge.inflect import plural_key
from briefing.model import Brief, Item, Position
from briefing.realize.edition import Edition
from briefing.realize.rungs.gists import vacuous
from briefing.realize.top.developments import opens_an_article, tells_an_act
from briefing.realize.topics import choose_topics, distinct_topics

MOST_TOPICS = 3
"""Of a week whose articles are headed by so many matters; else one less."""
MOST_ITEMS = 12
"""Of each list so many are read: what a memo prints."""
SEVERAL, SHARE_OF_ARTICLES = 3, 1 / 3
"""Articles, and their share, that speak of what the week is about where no title names it."""
LEAD = 3
"""So many times a matter of the first development counts that only its article names."""
LEAST_SENTENCES = 2
"""Sentences in which a week of few articles speaks of what no title names: `told journalists` is about none."""
LEAST_ARTICLES = 2
"""Articles of one thing that speak of what is no title's."""
LEAST_HEADED = 0.25
"""The share of the articles that a matter of the week heads."""
STEM = 5
"""Letters by which two words are kin."""
LEAST_SHARE = 0.25
"""Of the first topic's weight: a second one of less is beside the matter, unless it heads articles of its own."""


def main_topics(brief: Brief, edition: Edition) -> tuple[str, ...]:
    """The two or three concepts of most weight, those first that head an article which the ones before them do not.

    None where no article but one speaks of any.
    """
    weights = weigh_items(brief, edition)
    headed: Sequence[frozenset[str]] = ()
    if edition.passages.docs:
        headed = headed_by_its_own(brief, edition)
        weights = spread(weights, headed, brief, edition)
    ordered = sorted(weights, key=lambda concept: -weights[concept])  # stable: of equal ones the first that is named
    enough = [concept for concept in ordered if weights[concept] >= LEAST_SHARE * weights[ordered[0]]]
    wide = [named | {c.broader for n in named if (c := edition.knowledge.concepts.get(n)) and c.broader} for named in headed]
    if not ordered:
        return lone_matter(brief, edition) or shared_matter(brief, edition)
    covering = cover({concept: weights[concept] for concept in distinct_topics(ordered, edition)}, wide)
    named = without_their_kin(distinct_topics([*covering, *enough], edition), edition)
    return named[: max(MOST_TOPICS - 1, len(covering))]


def without_their_kin(concepts: Sequence[str], edition: Edition) -> tuple[str, ...]:
    """`truckers and trucks` says one thing twice: none whose word in some language begins one that stands before it, or so."""
    known = edition.knowledge.concepts
    words = {c: [plural_key(known[c].terms[code].lemma, code) for code in sorted(known[c].terms)] for c in concepts}
    return tuple(c for n, c in enumerate(concepts) if not any(are_kin(words[c], words[b]) for b in concepts[:n]))


def are_kin(left: Sequence[str], right: Sequence[str]) -> bool:
    return any(min(len(a), len(b)) >= STEM and (a.startswith(b) or b.startswith(a)) for a, b in zip(left, right, strict=False))


def lone_matter(brief: Brief, edition: Edition) -> tuple[str, ...]:
    """Of one article that names no matter twice: the weightiest that its title or first sentences name."""
    if len(brief.articles) != 1:
        return ()
    weights = weigh_items(brief, edition)
    named = [concept for concept in brief.articles[0].matters if concept in weights]
    return tuple(sorted(named, key=lambda concept: -weights[concept])[:1])


def shared_matter(brief: Brief, edition: Edition) -> tuple[str, ...]:
    """Where no title names what the week is about (`power row`): the weightiest that two articles and more sentences name."""
    spoken, weights = edition.passages.spoken, weigh_items(brief, edition)
    several = [c for c in weights if spoken.articles[c] >= LEAST_ARTICLES and spoken.sentences[c] > LEAST_SENTENCES]
    telling = [concept for concept in several if concept not in backgrounds()]
    return tuple(sorted(telling, key=lambda concept: (-spoken.articles[concept], -weights[concept]))[:1])


def cover(weights: Mapping[str, float], headed: Sequence[frozenset[str]]) -> list[str]:
    """The first concepts that each head an article which none before it heads: `visas, ferry, tuna` of three articles.

    What a title names beside one of them (`dairy farmers`, `Uruguayan milk`) may be the same matter, and weighs the less; what
    heads one article of many (`homicides`, in a week on cartels) is no matter of the week.
    """
    chosen: list[str] = []
    while len(chosen) < MOST_TOPICS:
        left = [concept for concept in weights if concept not in chosen and heads_many(concept, headed)]
        fresh = {concept: weights[concept] * share_of_fresh(concept, chosen, headed) for concept in left}
        best = max(fresh, key=lambda concept: fresh[concept], default=None)
        if best is None or not fresh[best]:
            break
        chosen.append(best)
    return chosen


def heads_many(concept: str, headed: Sequence[frozenset[str]]) -> bool:
    return sum(concept in named for named in headed) >= LEAST_HEADED * len(headed)


def share_of_fresh(concept: str, chosen: Sequence[str], headed: Sequence[frozenset[str]]) -> float:
    """The share of the articles headed by a concept that are headed by none of those chosen."""
    own = [named for named in headed if concept in named]
    return sum(not named & {*chosen} for named in own) / max(len(own), 1)


@cache
def plain_matters() -> frozenset[str]:
    """Things too common to tell two items apart of which a title says what its article is about: `ferry`, `onions`."""
    return frozenset(load_language("transfer", "words")["plain_matters"])


@cache
def formulas() -> frozenset[str]:
    """What diplomats say of everything, and by what they say it: no week is about `mutual respect`."""
    return frozenset(load_language("transfer", "words")["formulas"])


@cache
def backgrounds() -> frozenset[str]:
    """What every week between neighbors speaks of, as of `the border`."""
    return frozenset(load_language("transfer", "words")["backgrounds"])


def says_nothing(concept: str) -> bool:
    return concept in vacuous() or concept in formulas()


def weigh_items(brief: Brief, edition: Edition) -> dict[str, float]:
    """A concept weighs the more, the higher in its list the items stand that are about it."""
    headed = headed_by_its_own(brief, edition)
    weights = Counter(dict.fromkeys(named_in_titles(headed, edition), 1000 // 8))
    lists: tuple[Sequence[Item], ...] = (brief.facts, brief.positions)
    for items in lists:
        for rank, item in enumerate([item for item in items if not item.omit][:MOST_ITEMS]):
            concepts = (*item.issue, *item.concepts) if isinstance(item, Position) else item.concepts
            telling = choose_topics([c for c in concepts if not says_nothing(c)], edition)
            for concept in dict.fromkeys((*telling, *(c for c in concepts if c in plain_matters() and c in weights))):
                weights[concept] += 1000 // (rank + 8)
    return {concept: float(weight) for concept, weight in weights.items()}


def headed_by_its_own(brief: Brief, edition: Edition) -> Sequence[frozenset[str]]:
    """What the titles name of those articles that do not stand beside the matter of the week."""
    aside = {article.id for article in brief.articles if article.beside}
    return [
        named for name, named in zip(edition.passages.docs, edition.passages.spoken.headed, strict=True) if name not in aside
    ]


def named_in_titles(headed: Sequence[frozenset[str]], edition: Edition) -> list[str]:
    """What a title names and another sentence speaks of: telling topics, and plain ones."""
    sentences, known = edition.passages.spoken.sentences, edition.knowledge.concepts
    named = sorted({concept for names in headed for concept in names if sentences[concept] >= LEAST_SENTENCES})
    return [c for c in named if c in plain_matters() or (c in known and not known[c].generic and not says_nothing(c))]


def spread(weights: Mapping[str, float], headed: Sequence[frozenset[str]], brief: Brief, edition: Edition) -> dict[str, float]:
    """The weights by how many articles speak of a concept, and titles; a narrow one counts for a broader one said as widely.

    What no title names and only a few articles is not the week's: `women` of two sentences, a `port` in passing.  The first
    development is, whatever its article calls itself: `Clinics open their doors` may head the accord on a border crossing.
    """
    lead = leading_concepts(brief, edition)
    articles, docs = edition.passages.spoken.articles, len(edition.passages.docs)
    titles = Counter(concept for named in headed for concept in named)
    found: dict[str, float] = {}
    for concept, weight in weights.items():
        broader = edition.knowledge.concepts[concept].broader
        whole = broader if broader and articles[broader] >= max(articles[concept], 1) else concept
        whole = concept if concept in lead else whole
        if concept in lead or titles[whole] or is_spoken_widely(whole, edition):
            alone = concept in lead and articles[concept] == 1
            share = articles[whole] / docs * (1 + titles[whole] / docs) * (LEAD if alone else 1)
            found[whole] = found.get(whole, 0.0) + weight * share
    return found


def leading_concepts(brief: Brief, edition: Edition) -> frozenset[str]:
    """What the first fact of the list that an article opens with, and that tells an act, is about."""
    printed = [fact for fact in brief.facts if not fact.omit][:MOST_ITEMS]
    first = next((fact for fact in printed if tells_an_act(fact) and opens_an_article(fact, [edition])), None)
    return frozenset(first.concepts if first else ())


def is_spoken_widely(concept: str, edition: Edition) -> bool:
    """Whether several articles, and more than one sentence, speak of what no title names."""
    spoken, docs = edition.passages.spoken, len(edition.passages.docs)
    several = spoken.articles[concept] >= max(min(SEVERAL, docs), SHARE_OF_ARTICLES * docs)
    return several and spoken.sentences[concept] >= LEAST_SENTENCES and concept not in backgrounds()
