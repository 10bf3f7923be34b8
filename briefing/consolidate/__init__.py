"""From what the articles assert to one brief: merged, counted by origin, ranked, with its disagreements.

Comparison is a table of weighted features with vetoes (nomenklatura), clusters do not depend on the order of the articles, and
every item keeps all its evidence and the names of the rules that made it.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

from briefing.consolidate.arrived import without_arrived
from briefing.consolidate.beside import beside_the_week, without_what_stands_beside
from briefing.consolidate.conflicts.finding import find_conflicts
from briefing.consolidate.corroboration import count_what_is_said
from briefing.consolidate.facts import find_facts
from briefing.consolidate.meetings.doubted import without_doubted
from briefing.consolidate.meetings.office_words import with_office_words
from briefing.consolidate.meetings.opposite_offices import with_offices_opposite
from briefing.consolidate.meetings.rows import find_meetings
from briefing.consolidate.meetings.witnesses import with_witnesses
from briefing.consolidate.people import brief_people
from briefing.consolidate.positions import find_positions, without_sayings
from briefing.consolidate.printed_topics import with_printed_topics
from briefing.consolidate.settled import without_withdrawn
from briefing.consolidate.shared_matters import with_shared_matters
from briefing.consolidate.signatures import is_generic
from briefing.consolidate.told_twice import told_once
from briefing.consolidate.week import SENTENCE_WORDS, Week
from briefing.knowledge import Knowledge
from briefing.model import (
    Account,
    Brief,
    BriefArticle,
    BriefPerson,
    Claim,
    Conflict,
    Coverage,
    Doc,
    Fact,
    Item,
    Position,
    Revision,
    Skipped,
)

ItemT = TypeVar("ItemT", bound=Item)
MOST_GOVERNMENTS = 6
OPENING_WORDS = 8
"""By which a reader finds an article without title again."""


def consolidate(
    docs: Sequence[Doc],
    claims: Mapping[str, tuple[Claim, ...]],
    knowledge: Knowledge,
    *,
    as_of: str,
    window: str,
    skipped: Sequence[Skipped] = (),
) -> Brief:
    """The brief of a week, without words of its own yet.  `claims` are those of each article id; `as_of` is an ISO day."""
    whole = week_of({doc.article.id: doc for doc in docs}, claims, knowledge, as_of)
    aside, week = beside_the_week(whole), without_what_stands_beside(whole)
    found, current = find_meetings(week), without_arrived(without_withdrawn(without_doubted(week)))
    facts, positions = with_own_ids(find_facts(without_sayings(current))), with_own_ids(find_positions(current))
    held = with_own_ids([meeting for meeting, _ in found])
    meetings = tuple(zip(held, (events for _, events in found), strict=True))
    conflicts = find_conflicts(week, meetings, facts, positions)
    return Brief(
        as_of=as_of,
        window=window,
        governments=rank_governments(positions, facts, week.leading),
        articles=tuple(brief_article(week, doc, beside=doc.article.id in aside) for doc in docs),
        people=named_people(week, knowledge),
        skipped=tuple(skipped),
        facts=with_conflicts(facts, conflicts),
        positions=with_conflicts(positions, conflicts),
        meetings=with_conflicts(with_witnesses(week, held), conflicts),
        conflicts=conflicts,
        coverage=measure_coverage(week, [*facts, *positions, *held]),
    )


def named_people(week: Week, knowledge: Knowledge) -> tuple[BriefPerson, ...]:
    """Whom the brief may name, each with his country and his office as far as the articles tell them."""
    people = brief_people(week.docs, week.people, knowledge, week.leading, week.claims)
    people = with_offices_opposite(people, week.docs, week.people, week.claims, knowledge)
    return with_office_words(people, week.docs, week.people, knowledge)


def corroborate(brief: Brief, docs: Mapping[str, Doc], claims: Mapping[str, tuple[Claim, ...]], knowledge: Knowledge) -> Brief:
    """The brief, once it has its words, with only those articles counted and cited that say what its lines print."""
    week = week_of(docs, claims, knowledge, brief.as_of)
    counted = with_shared_matters(with_printed_topics(count_what_is_said(brief, week), week), week)
    return dataclasses.replace(counted, facts=told_once(counted))


def week_of(docs: Mapping[str, Doc], claims: Mapping[str, tuple[Claim, ...]], knowledge: Knowledge, as_of: str) -> Week:
    return Week(
        docs=docs,
        claims={name: tuple(c for c in told if not isinstance(c, Account | Revision)) for name, told in claims.items()},
        accounts={name: tuple(c for c in told if isinstance(c, Account)) for name, told in claims.items()},
        revisions=tuple(c for name in sorted(claims) for c in claims[name] if isinstance(c, Revision)),
        knowledge=knowledge,
        as_of=as_of,
    )


def with_own_ids(items: Sequence[ItemT]) -> tuple[ItemT, ...]:
    """Two meetings of one sentence, day and kind are made from the same words: the second gets a number behind its id."""
    seen: Counter[str] = Counter()
    result = []
    for item in items:
        seen[item.id] += 1
        result.append(item if seen[item.id] == 1 else dataclasses.replace(item, id=f"{item.id}-{seen[item.id]}"))
    return tuple(result)


def matters_of(week: Week, name: str) -> tuple[str, ...]:
    """What an article is about by its title and first sentences, without words that tell no matter."""
    return tuple(concept for concept in week.heading(name) if not is_generic(concept, week.knowledge))


def brief_article(week: Week, doc: Doc, *, beside: bool) -> BriefArticle:
    article = doc.article
    shared = {field.name for field in dataclasses.fields(BriefArticle)} & {field.name for field in dataclasses.fields(article)}
    opening = None if article.title else opening_of(doc)
    return BriefArticle(
        opening=opening,
        matters=matters_of(week, article.id),
        beside=beside,
        **{name: getattr(article, name) for name in shared},
    )


def opening_of(doc: Doc) -> str | None:
    """The first words of its first sentence of prose that is no by-line; that sentence whole where it is short."""
    prose = [doc.article.text[s.span.start : s.span.stop].split() for s in doc.sentences if s.kind == "body"]
    words = next((words for words in prose if len(words) >= SENTENCE_WORDS), prose[0] if prose else [])
    shown = " ".join(words[:OPENING_WORDS])
    return (f"{shown.rstrip(',;:')}…" if len(words) > OPENING_WORDS else shown) or None


def rank_governments(positions: Sequence[Position], facts: Sequence[Fact], leading: Sequence[str] = ()) -> tuple[str, ...]:
    """The two that the week is about, if they speak or the facts name them; then those with most positions, then most facts."""
    spoke = Counter(position.government for position in positions)
    named = Counter(code for fact in facts for code in (*fact.actors, *fact.recipients))
    about = [code for code in leading if spoke[code] or named[code] or len(spoke) < len(leading)]
    ordered = sorted({*about, *spoke}, key=lambda code: (code not in about, -spoke[code], -named[code], code))
    return tuple(ordered[:MOST_GOVERNMENTS])


def with_conflicts(items: Sequence[ItemT], conflicts: Sequence[Conflict]) -> tuple[ItemT, ...]:
    """The items, each with the ids of the conflicts about it."""
    about: dict[str, list[str]] = {}
    for conflict in conflicts:
        for name in conflict.about:
            about.setdefault(name, []).append(conflict.id)
    return tuple(dataclasses.replace(item, conflicts=tuple(about[item.id])) if item.id in about else item for item in items)


def measure_coverage(week: Week, items: Sequence[Item]) -> Coverage:
    """Sentences of prose, and how many of them some item rests on."""
    prose = {
        (name, sentence.span.start) for name, doc in week.docs.items() for sentence in doc.sentences if sentence.kind == "body"
    }
    used = {(evidence.article, evidence.start) for item in items for evidence in item.evidence}
    return Coverage(sentences=len(prose), used=len(prose & used))


__all__ = ["consolidate", "corroborate"]
