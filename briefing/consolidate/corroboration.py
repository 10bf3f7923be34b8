"""Which articles say what a line prints: only these are counted and cited, once the lines have their words.

Consolidation puts together what is told of one thing, and a line prints a part of it: one sentence, or one with that before it.
An article that tells of the same thing but does not say that line stays among the item's evidence, as what also touches on it
(`Item.beside`); one that consolidation did not put to the item is looked for by the line (`elsewhere`).  Both editions count
alike: the articles that say what each of them prints.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from difflib import SequenceMatcher
from typing import TypeVar

from briefing.consolidate.elsewhere import (
    SAME_MATTER,
    Finder,
    is_near_a_meeting,
    is_of_a_meeting,
    is_on_the_matter,
    names_everybody,
    of_other_governments,
)
from briefing.consolidate.meetings.witnesses import is_witness
from briefing.consolidate.saying import Printed, unsaid, unsaid_of_row
from briefing.consolidate.sentences import quote
from briefing.consolidate.week import SentenceKey, Week, counts, in_order, retold_medium
from briefing.model import Brief, Claim, Conflict, ConflictField, Evidence, Item, Language, Meeting, Rung
from briefing.model.marks import TOUCHES, WITH_THE_SENTENCE_BEFORE

ItemT = TypeVar("ItemT", bound=Item)
WORD = re.compile(r"\w+|[^\w\s]")
OWN_WORDS: tuple[Rung, ...] = ("native", "verbatim")
"""Rungs whose text has the source's words; of any other the whole sentence is asked for."""
DIFFERING: Mapping[ConflictField, str] = {"date": "other_days", "baseline": "other_days", "amount": "other_figures"}
"""Fields over which the sources differ, as the line tells, with the row that asks for the same."""
ASKED_BEFORE = "same_matter"
"""Why an article is not counted that was found by the line and does not say all of it."""
ELSEWHERE = "other_governments"
"""Why a sentence is beside the line's matter too: it is of another pair of countries."""


def count_what_is_said(brief: Brief, week: Week) -> Brief:
    """The brief with its sources counted anew: of each item those that say what its lines print."""
    finder = Finder(week)
    return dataclasses.replace(
        brief,
        facts=tuple(counted_everywhere(finder, item, brief.conflicts) for item in brief.facts),
        positions=tuple(counted(week, item, brief.conflicts) for item in brief.positions),
        meetings=tuple(counted_row(finder, item, brief) for item in brief.meetings),
    )


def counted_everywhere(finder: Finder, item: ItemT, conflicts: Sequence[Conflict]) -> ItemT:
    """An item counted with a sentence of each other article that says its lines, or else is on their matter."""
    week = finder.week
    if not item.text:
        return counted(week, item, conflicts)
    taken = frozenset(piece.article for piece in item.evidence)
    printed = [key_of(week, item.evidence[number]) for number in dict.fromkeys((0, *item.told_from.values()))]
    found: dict[str, SentenceKey] = {}
    said: set[str] = set()
    for key, alike in finder.like(printed, taken):
        if key[0] not in said and says_item(week, item, key, conflicts):
            found[key[0]] = key
            said.add(key[0])
        elif alike >= SAME_MATTER and touches(week, item, printed, key):
            found.setdefault(key[0], key)
    pieces = [quote(doc.article, doc.sentences[number].span) for name, number in found.values() if (doc := week.docs[name])]
    wider = dataclasses.replace(item, evidence=(*item.evidence, *in_order(week, pieces)))
    return counted(week, wider, conflicts, asked_before(item) | (frozenset(found) - said))


def counted_row(finder: Finder, meeting: Meeting, brief: Brief) -> Meeting:
    """A row counted with each article that surely tells of it, told together or not."""
    week, told = finder.week, counted_everywhere(finder, meeting, brief.conflicts)
    sure = {key[0] for piece in told.evidence if is_witness(week, key := key_of(week, piece), meeting, brief.meetings)}
    printed = {meeting.evidence[number].article for number in meeting.told_from.values()}  # by an edition
    return with_all(told, sure | printed)


def with_all(meeting: Meeting, sure: Set[str]) -> Meeting:
    """The row with the articles that surely tell of it counted, also those of which no claim was made."""
    beside = tuple(number for number in meeting.beside if meeting.evidence[number].article not in sure)
    marks = tuple(f"{TOUCHES}{name}@" for name in sorted(sure))
    rules = tuple(rule for rule in meeting.rules if not rule.startswith(marks)) if marks else meeting.rules
    articles = {piece.article for number, piece in enumerate(meeting.evidence) if number not in beside}
    more = max(0, len(articles) - meeting.sources)
    return dataclasses.replace(
        meeting, beside=beside, rules=rules, sources=meeting.sources + more, origins=meeting.origins + more
    )


def asked_before(item: Item) -> frozenset[str]:
    """The articles that an earlier count found on the item's matter."""
    marks = (rule for rule in item.rules if rule.startswith(TOUCHES) and rule.endswith(f":{ASKED_BEFORE}"))
    return frozenset(mark.removeprefix(TOUCHES).rpartition("@")[0] for mark in marks)


def touches(week: Week, item: Item, printed: Sequence[SentenceKey], key: SentenceKey) -> bool:
    """Whether a sentence is on an item's matter; of a meeting it tells one too, with its day, its place or who takes part."""
    if isinstance(item, Meeting):
        return is_of_a_meeting(week, key, item) and is_near_a_meeting(week, key, item)
    return is_on_the_matter(week, printed, key)


def says_item(week: Week, item: Item, key: SentenceKey, conflicts: Sequence[Conflict]) -> bool:
    lines, differing = lines_of(week, item), differing_in(item, conflicts)
    if isinstance(item, Meeting) and (
        not is_of_a_meeting(week, key, item)
        or not names_everybody(week, key, item)
        or unsaid_of_row(week, item, [key], differing)
    ):
        return False
    return not left_out(week, lines, key, differing)


def counted(week: Week, item: ItemT, conflicts: Sequence[Conflict], touching: Set[str] = frozenset()) -> ItemT:
    """An item of several articles with those counted that say its lines; of one that no other says, its own.

    `touching` are articles that were asked and do not say them.
    """
    keys = [key_of(week, piece) for piece in item.evidence]
    if len({piece.article for piece in item.evidence}) < 2:
        return item
    lines, differing = lines_of(week, item), differing_in(item, conflicts)
    rows = unsaid_of_rows(week, item, keys, differing) if isinstance(item, Meeting) else {}
    rows = {**rows, **dict.fromkeys(sorted(touching), ASKED_BEFORE)}
    lines = [] if isinstance(item, Meeting) else lines  # who tells of a meeting is its witness, whatever else a line tells
    why = {number: rows.get(key[0]) or left_out(week, lines, key, differing) for number, key in enumerate(keys)}
    beside = tuple(number for number, reason in why.items() if reason)
    claims = claims_of(week, [key for number, key in enumerate(keys) if number not in beside])
    printed = [key_of(week, item.evidence[number]) for number in dict.fromkeys((0, *item.told_from.values()))]
    apart = {n: ELSEWHERE for n in beside if all(of_other_governments(week, one, keys[n]) for one in printed)}
    reasons = {**why, **apart}
    marks = tuple(f"{TOUCHES}{item.evidence[n].article}@{item.evidence[n].start}:{reasons[n]}" for n in beside)
    rules = (*(rule for rule in item.rules if not rule.startswith(TOUCHES)), *marks)
    told = counts(week, claims) if claims else {"sources": 1, "origins": 1}
    retells = retold_medium(week, claims)
    return dataclasses.replace(
        item, beside=beside, rules=rules, retells=retells, sources=told["sources"], origins=told["origins"]
    )


def lines_of(week: Week, item: Item) -> list[tuple[Printed, ...]]:
    return [tuple(printed_of(week, item, language)) for language in item.text]


def differing_in(item: Item, conflicts: Sequence[Conflict]) -> frozenset[str]:
    """The rows over which the sources differ, as the line tells."""
    return frozenset(DIFFERING[c.field] for c in conflicts if c.id in item.conflicts and c.field in DIFFERING)


def unsaid_of_rows(week: Week, meeting: Meeting, keys: Sequence[SentenceKey], differing: Set[str]) -> Mapping[str, str | None]:
    """What of a meeting's day, place and sides each article does not say, in all its sentences of it."""
    articles = dict.fromkeys(name for name, _ in keys)
    told = {name: [key for key in keys if key[0] == name] for name in articles}
    return {name: unsaid_of_row(week, meeting, own, differing, matched=True) for name, own in told.items()}


def left_out(week: Week, lines: Sequence[Sequence[Printed]], key: SentenceKey, differing: Set[str]) -> str | None:
    """What of the editions' lines a sentence does not say; one that a line prints says that line."""
    others = (one for printed in lines if all(one.key != key for one in printed) for one in printed)
    return next((reason for one in others if (reason := unsaid(week, one, key, differing))), None)


def printed_of(week: Week, item: Item, language: Language) -> Iterator[Printed]:
    """The sentences that a line prints, with the words of each that stand in it."""
    if isinstance(item, Meeting) and language not in item.told_from:
        return  # made of its day, place and sides, no sentence's words
    piece = item.evidence[item.told_from.get(language, 0)]
    key, rung = key_of(week, piece), item.basis.get(language)
    keys = [key]
    if (
        any(rule.startswith(f"realize:{language}:") and rule.endswith(WITH_THE_SENTENCE_BEFORE) for rule in item.rules)
        and key[1] > 0
    ):
        keys.append((key[0], key[1] - 1))
    for one in keys:
        sentence = week.docs[one[0]].sentences[one[1]]
        own = rung in OWN_WORDS and (rung == "verbatim" or piece.language == language)
        tokens = printed_words([t.form for t in sentence.tokens], item.text[language]) if own else range(len(sentence.tokens))
        yield Printed(one, frozenset(tokens))


def printed_words(forms: Sequence[str], text: str) -> list[int]:
    """The numbers of the words that stand in a text, in their order."""
    words = [word.casefold() for word in WORD.findall(text)]
    blocks = SequenceMatcher(None, [form.casefold() for form in forms], words, autojunk=False).get_matching_blocks()
    return [block.a + offset for block in blocks for offset in range(block.size)]


def key_of(week: Week, piece: Evidence) -> SentenceKey:
    sentences = week.docs[piece.article].sentences
    found = (n for n, sentence in enumerate(sentences) if sentence.span.start <= piece.start < sentence.span.stop)
    return piece.article, next(found, 0)


def claims_of(week: Week, keys: Sequence[SentenceKey]) -> tuple[Claim, ...]:
    return tuple(claim for key in keys for claim in week.by_sentence.get(key, ()))
