"""The brief's title and its bottom line, from what the items already say.

Both editions take the same items: an item belongs to the bottom line only where each language has words for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from briefing.model import Brief, Item, Language, Meeting, Position, Rung
from briefing.realize.edition import Edition, bare_name
from briefing.realize.frames import place_name
from briefing.realize.phrases import capital
from briefing.realize.topics import bare_list, bare_topic, choose_topics

SAYING_RUNGS: frozenset[Rung] = frozenset({"native", "frame", "gist", "translated", "edited"})
LONGEST_LINE = 45
"""Words of a sentence of the bottom line."""
MOST_TOPICS = 2
MOST_DATES = 3
CANDIDATES = 3
"""Of so many facts at the top of the list one may open the bottom line."""


def title(brief: Brief, edition: Edition) -> str:
    """`Chile–Peru: visas, border`; without topics, the governments alone."""
    names = [name for code in brief.governments[:4] if (name := bare_name(edition, code))]
    joined = "–".join(names) if len(names) < 3 else ", ".join(names)
    topics = ", ".join(bare_topic(concept, edition) for concept in main_topics(brief, edition))
    return capital(": ".join(part for part in (joined, topics) if part))


def main_topics(brief: Brief, edition: Edition) -> tuple[str, ...]:
    """The concepts of most weight: an item counts the more, the higher it stands in its list."""
    weights: Counter[str] = Counter()
    for items in (brief.facts, brief.positions, brief.meetings):
        for rank, item in enumerate(item for item in items if not item.omit):
            concepts = (*item.issue, *item.concepts) if isinstance(item, Position) else item.concepts
            for concept in choose_topics(concepts, edition):
                weights[concept] += 60 // (rank + 2)
    ordered = sorted(weights, key=lambda concept: -weights[concept])  # stable: of equal ones the first that is named
    return choose_topics(ordered, edition, MOST_TOPICS)


def bottom_line(brief: Brief, editions: Mapping[Language, Edition]) -> Mapping[Language, str]:
    """One to three sentences in each language: the main development, a position that it does not hold, the next date."""
    main = main_fact(brief, editions)
    chosen = [*main, *_other_positions(brief, editions, main)]
    lines = {language: [item.text[language] for item in chosen] for language in editions}
    upcoming = [m for m in brief.meetings if m.status == "upcoming" and m.date and not m.omit]
    dates = sorted(upcoming, key=lambda m: (m.date or "", m.id))[:MOST_DATES]
    for language, edition in editions.items():
        if dates:
            lines[language].append(
                edition.grammar.next.format(dates=edition.localizer.list([_next(m, edition) for m in dates]))
            )
    return {language: " ".join(sentences) for language, sentences in lines.items() if sentences}


def _next(meeting: Meeting, edition: Edition) -> str:
    """`January 23 (meeting)`, `February (meeting, Washington, D.C.)`."""
    date = edition.localizer.date(meeting.date or "", year=edition.year)
    place = place_name(meeting, edition)
    kind = edition.localizer.term("meeting", meeting.kind)
    topics = bare_list(meeting.concepts, edition, 1)
    named = topics if topics and kind.casefold() in topics.casefold() else ", ".join(part for part in (kind, topics) if part)
    about = ", ".join(part for part in (named, place) if part)
    return f"{date} ({about})"


def _said_in_all(items: Sequence[Item], editions: Mapping[Language, Edition]) -> Iterator[Item]:
    for item in items:
        texts = [item.text.get(language, "") for language in editions]
        rungs = [item.basis.get(language) for language in editions]
        short = all(0 < len(text.split()) <= LONGEST_LINE for text in texts)
        if not item.omit and short and all(rung in SAYING_RUNGS for rung in rungs):
            yield item


def main_fact(brief: Brief, editions: Mapping[Language, Edition]) -> list[Item]:
    """The first fact; of the first few, one that no edition has only as a gist goes before it."""
    first = _first(_said_in_all(brief.facts, editions), CANDIDATES)
    return sorted(first, key=lambda fact: "gist" in fact.basis.values())[:1]


def _other_positions(brief: Brief, editions: Mapping[Language, Edition], main: Sequence[Item]) -> list[Item]:
    """The first position that rests on other words than the main fact."""
    used = {text for item in main for text in item.text.values()}
    words = {(e.article, e.start) for item in main for e in item.evidence}
    fresh = (p for p in _said_in_all(brief.positions, editions) if not used & set(p.text.values()))
    return _first((p for p in fresh if not words & {(e.article, e.start) for e in p.evidence}), 1)


def _first(items: Iterator[Item], count: int) -> list[Item]:
    return [item for item, _ in zip(items, range(count), strict=False)]
