"""A figure that says itself that it has changed, or a count since one day that has grown: the other source had the earlier one.

`1,640 on Thursday, down from 1,850 at the start of the week` beside `1,900`; `fourteen since November, three of them this week`
beside `eleven since November`.  The earlier figure must come out as the other source's: `down from 1,850` is no word on 2,600.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import permutations

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.sentences import dates_in, load_words, quantities_in, says
from briefing.consolidate.week import Week
from briefing.edtf import bounds
from briefing.knowledge import load_language
from briefing.model import Claim, Date, Doc, Quantity, Sentence, Span

NEAR = 0.04
"""The share by which the earlier figure may differ from the other source's: it was rounded."""
RECENT = timedelta(days=31)
"""What was so longer before the other article is not what that tells: `down from 1,850 a year earlier`."""
ONLY_NUMBERS = frozenset({"number"})
LONGEST_SINCE = 14
"""Characters before a day among which `since` stands: `since early November`."""


def is_later_figure(week: Week, found: Difference) -> bool:
    """Whether one of two amounts is told as what the other has become."""
    if found.field != "amount" or any(" " in value for value in found.values):
        return False
    told = [(float(value), claim) for value, claims in found.values.items() for claim in claims]
    pairs = (pair for pair in permutations(told, 2) if pair[0][0] != pair[1][0])
    return any(has_changed(week, later, earlier) or has_grown(week, later, earlier) for later, earlier in pairs)


def has_changed(week: Week, later: tuple[float, Claim], earlier: tuple[float, Claim]) -> bool:
    """Its own sentence tells the earlier value, or by how much it has changed since a day not long past."""
    if is_published_before(week, later[1], earlier[1]):
        return False
    doc, sentence = place(week, later[1])
    values = (value for quantity in quantities_of(doc, sentence, later[0]) for value in earlier_values(doc, sentence, quantity))
    return any(
        abs(value - earlier[0]) <= NEAR * earlier[0] and all(is_recent(week, one, earlier[1]) for one in dates)
        for value, dates in values
    )


def has_grown(week: Week, later: tuple[float, Claim], earlier: tuple[float, Claim]) -> bool:
    """`eleven since November`, a day later `fourteen since November`."""
    if later[0] <= earlier[0] or not is_published_before(week, earlier[1], later[1]):
        return False
    starts = [
        {date.value for date in dates_in(doc, sentence.span) if date.value and is_since(doc, date)}
        for doc, sentence in (place(week, claim) for _, claim in (later, earlier))
    ]
    kinds = {q.kind for value, claim in (later, earlier) for q in quantities_of(*place(week, claim), value)}
    return bool(starts[0] & starts[1]) and kinds == ONLY_NUMBERS


def place(week: Week, claim: Claim) -> tuple[Doc, Sentence]:
    doc = week.docs[claim.evidence.article]
    return doc, doc.sentences[claim.sentence]


def quantities_of(doc: Doc, sentence: Sentence, value: float) -> list[Quantity]:
    return [q for q in quantities_in(doc, sentence.span) if float(q.value) == value]


def is_published_before(week: Week, one: Claim, other: Claim) -> bool:
    first, second = (week.docs[claim.evidence.article].article.published for claim in (one, other))
    last, begin = bounds(first)[1] if first else None, bounds(second)[0] if second else None
    return bool(last and begin and last < begin)


def is_recent(week: Week, date: Date, earlier: Claim) -> bool:
    published = week.docs[earlier.evidence.article].article.published
    end, told = bounds(date.value)[1] if date.value else None, bounds(published)[0] if published else None
    return not (end and told and told - end > RECENT)


def is_since(doc: Doc, date: Date) -> bool:
    before = Span(max(0, date.span.start - LONGEST_SINCE), date.span.stop).of(doc.article.text)
    return says(before, cues(doc, "counted_since"))


def cues(doc: Doc, row: str) -> tuple[str, ...]:
    return tuple(load_language("compare", "words")[row][doc.article.language])


# ------------------------------------------------------------------ what a sentence says of an earlier value


def earlier_values(doc: Doc, sentence: Sentence, quantity: Quantity) -> Iterator[tuple[float, list[Date]]]:
    """What the sentence says behind a number that it was, with the days that it names of it."""
    for other in quantities_in(doc, sentence.span):
        if other.span.start <= quantity.span.stop:
            continue
        between = Span(quantity.span.stop, other.span.start).of(doc.article.text)
        behind = clause_behind(doc, sentence, other)
        dates = [date for date in doc.dates if behind.contains(date.span)]
        if re.search("[;:]", between) or says(behind.of(doc.article.text), load_words(doc.article.language).sources):
            return  # `1,640, against 1,850 according to the union`
        for value in said_before(doc, between, behind, quantity, other, dated=bool(dates)):
            yield value, dates


def clause_behind(doc: Doc, sentence: Sentence, quantity: Quantity) -> Span:
    text = Span(quantity.span.stop, sentence.span.stop).of(doc.article.text)
    return Span(quantity.span.stop, quantity.span.stop + len(re.split(r"[,;:.]", text)[0]))


def said_before(doc: Doc, between: str, behind: Span, quantity: Quantity, other: Quantity, *, dated: bool) -> Iterator[float]:
    """`down from 1,850`, `against 1,850 on Monday`, `three more than on Monday`, `three of them this week`."""
    lead, tail = (" ".join(text.lower().split()) for text in (between, behind.of(doc.article.text)))
    value, by = float(quantity.value), float(other.value)
    if ends_with(lead, cues(doc, "changed_from")) or (dated and ends_with(lead, cues(doc, "compared_to"))):
        yield by
    if dated and tail.startswith(cues(doc, "added_since")):
        yield value - by
    if dated and tail.startswith(cues(doc, "fewer_than")):
        yield value + by


def ends_with(text: str, phrases: tuple[str, ...]) -> bool:
    return any(f" {text}".endswith(f" {phrase}") for phrase in phrases)


__all__ = ["is_later_figure"]
