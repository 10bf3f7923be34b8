"""The matter of a position that has no topic of its own: what its line names, where another line of the week names it too.

`Chile offered to share the catch figures` belongs to the row of the catch, whatever its act governs: `Other matters` hides it.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence, Set

from briefing.consolidate.accounts.who_asked import question_of
from briefing.consolidate.issues import broader_of, is_a_matter, is_of_another_sense
from briefing.consolidate.sentences import quote
from briefing.consolidate.week import Week
from briefing.knowledge import Knowledge, load_language
from briefing.model import Brief, Evidence, Language, Position, Span
from briefing.model.marks import REALIZE, WITH_ITS_QUESTION

HEADS = 2
"""Issues of a position by which a row of the table is called."""
LEAST_LINES = 2
"""Lines, from sentences of their own, that name what a row without another head is called by."""
MOST_NAMED = 3
"""Matters that a line may name to be of one: a list of what a country trades in is of none."""


def with_shared_matters(brief: Brief, week: Week) -> Brief:
    """The brief, each position without a topic with the one matter that its line shares with others, where it is only one."""
    named = {position.id: matters_named(week, position) for position in brief.positions if position.text}
    heads = heads_of(brief.positions, week.knowledge)
    shared = shared_by_lines(brief.positions, named, week.knowledge)
    found = {name: one_matter(names, heads, shared, week.knowledge) for name, names in named.items()}
    return dataclasses.replace(brief, positions=tuple(_with_its_matter(one, found.get(one.id)) for one in brief.positions))


def _with_its_matter(position: Position, matter: str | None) -> Position:
    if matter is None or has_a_topic(position):
        return position
    return dataclasses.replace(position, issue=(matter,), concepts=tuple(dict.fromkeys((*position.concepts, matter))))


def one_matter(named: Sequence[str], heads: Set[str], shared: Mapping[str, int], knowledge: Knowledge) -> str | None:
    """What a row is called by already, of two rows the one that is named by several words; else what most lines share."""
    rows = [name for name in named if name in heads]
    if len(rows) > 1:
        rows = [name for name in rows if is_named_by_several_words(name, knowledge)]
    if rows or heads & {*named}:
        return rows[0] if len(rows) == 1 else None  # `Of the visas and the ferry it said …`: a guess could be wrong
    told = with_kinds(named, knowledge) if len(named) <= MOST_NAMED else []
    return max((name for name in told if name in shared), key=lambda name: shared[name], default=None)


def heads_of(positions: Sequence[Position], knowledge: Knowledge) -> set[str]:
    """What rows are called by: the first issue of a position, and a second one that is named on purpose."""
    firsts = {position.issue[0] for position in positions if position.issue}
    others = {name for position in positions for name in position.issue[1:HEADS]}
    return firsts | {name for name in others if is_named_by_several_words(name, knowledge)}


def is_named_by_several_words(concept: str, knowledge: Knowledge) -> bool:
    return all(" " in term.lemma for term in knowledge.concepts[concept].terms.values())


def has_a_topic(position: Position) -> bool:
    """An issue, or what is too common for one but names a row: `Inspections`."""
    return bool(position.issue) or bool({*position.concepts} & {*load_language("transfer", "words")["plain_topics"]})


def shared_by_lines(positions: Sequence[Position], named: Mapping[str, Sequence[str]], knowledge: Knowledge) -> dict[str, int]:
    """The matters that several lines without a topic name, each from a sentence of its own, and how many do.

    What is named by a narrower word each time (`cartels`, and no other criminals) is called by that one.
    """
    places = {position.evidence[0].at: named.get(position.id, ()) for position in positions if not has_a_topic(position)}
    of_few = [with_kinds(names, knowledge) for names in places.values() if len(names) <= MOST_NAMED]
    lines = Counter(name for names in of_few for name in names)
    kept = {name: count for name, count in lines.items() if count >= LEAST_LINES}
    narrower = {name: [one for one in kept if name in broader_of([one], knowledge)] for name in kept}
    return {name: count for name, count in kept.items() if all(kept[one] < count for one in narrower[name])}


def with_kinds(named: Sequence[str], knowledge: Knowledge) -> list[str]:
    """Some matters, and what they are kinds of that is a matter as well."""
    kinds = [name for name in broader_of(named, knowledge) if is_a_matter(name, knowledge) and name not in backgrounds()]
    return list(dict.fromkeys((*named, *kinds)))


def matters_named(week: Week, position: Position) -> list[str]:
    """What each edition's line names that is some matter, and no background of all of them, in the order of its words."""
    printed = [printed_lines(week, position, language) for language in sorted(position.text)]
    named = [[name for line in lines for name in named_in(week, line)] for lines in printed]
    every = frozenset.intersection(*map(frozenset, named))
    return [name for name in dict.fromkeys(named[0]) if name in every and name not in backgrounds()]


def printed_lines(week: Week, position: Position, language: Language) -> list[Evidence]:
    """What an edition tells, and the question that it prints before an answer."""
    line = position.evidence[position.told_from.get(language, 0)]
    if not any(rule.startswith(f"{REALIZE}{language}:") and rule.endswith(WITH_ITS_QUESTION) for rule in position.rules):
        return [line]
    doc = week.docs[line.article]
    asked = question_of(doc, next(n for n, one in enumerate(doc.sentences) if one.span.contains(Span(line.start, line.stop))))
    return [line, *(quote(doc.article, one.span) for one in asked)]


def named_in(week: Week, line: Evidence) -> list[str]:
    here = [m.concept for m in week.docs[line.article].concepts if line.start <= m.span.start < line.stop]
    return [name for name in here if is_a_matter(name, week.knowledge) and not is_of_another_sense(week, name)]


def backgrounds() -> frozenset[str]:
    return frozenset(load_language("transfer", "words")["backgrounds"])


__all__ = ["with_shared_matters"]
