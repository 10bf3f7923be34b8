"""A number that an article takes back, and the other article that has it so.

`the rate is 14 percent, not 19`, `los vagones son ocho y no seis`: who says so knows that somebody else has it otherwise.  The
one number is told, the other named; whoever counts that many of the same in another article is contradicted, in whatever words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.sentences import claim_at, quantities_in
from briefing.consolidate.values import one_thing
from briefing.consolidate.values.estimates import printed
from briefing.consolidate.values.matters import Matter
from briefing.consolidate.values.other_values import apiece, in_other_lands
from briefing.consolidate.week import Week
from briefing.knowledge import load_language
from briefing.model import Doc, Quantity, Sentence

HEADLINES = frozenset({"title", "heading", "summary"})
"""Kinds of sentences that stand over a text and tell nothing that it does not tell too."""
BETWEEN = 3
"""Words of the number that holds which may stand between it and `not`: `eight wagons of rice, not six`."""


def refuted_values(week: Week, told: Sequence[Matter]) -> Iterator[Difference]:
    """Each number that one article takes back, with the articles that tell it."""
    for mine, kept, other in (*refuted_in_prose(week, told), *refuted_in_headlines(week, told)):
        theirs = [m for m in told if has_refuted(m, mine, other)]
        if theirs and not any(holds(m, mine, kept) for m in theirs_too(told, theirs)):
            sides = {
                printed(kept.value): [claim_at(week, mine.key)],
                printed(other.value): [claim_at(week, m.key) for m in theirs],
            }
            yield Difference((), "amount", sides, "refuted_value", frozenset({"one_unit"}))


Refuted = tuple[Matter, Quantity, Quantity]
"""What a number is of that an article takes back, the one that holds, and the one that does not."""


def refuted_in_prose(week: Week, told: Sequence[Matter]) -> Iterator[Refuted]:
    for key in sorted({matter.key for matter in told}):
        doc = week.docs[key[0]]
        for kept, other in refuted_in(doc, doc.sentences[key[1]]):
            mine = (m for m in told if m.key == key and m.quantity and m.quantity.span in {kept.span, other.span})
            yield from ((m, kept, other) for m in islice(mine, 1))


def refuted_in_headlines(week: Week, told: Sequence[Matter]) -> Iterator[Refuted]:
    """`It is 180 nurses, not 210`, over a text that counts 180 nurses: the text says of what."""
    for name in sorted({matter.key[0] for matter in told}):
        doc = week.docs[name]
        for heading in (sentence for sentence in doc.sentences if sentence.kind in HEADLINES):
            for kept, other in refuted_in(doc, heading):
                mine = (m for m in told if m.key[0] == name and is_of(m, kept, other))
                yield from ((m, kept, other) for m in islice(mine, 1))


def is_of(matter: Matter, kept: Quantity, other: Quantity) -> bool:
    """Whether a text counts so many of what its headline does."""
    unit = matter.quantity.unit if matter.quantity else None
    return bool(unit and unit in {kept.unit, other.unit} and matter.quantity and matter.quantity.value == kept.value)


def refuted_in(doc: Doc, sentence: Sentence) -> Iterator[tuple[Quantity, Quantity]]:
    """`14 percent, not 19`; `no son 19, sino 14`: the number that holds, and the one that does not."""
    rows, language, text = load_language("compare", "words"), doc.article.language, doc.article.text
    refuting, but = ("|".join(map(re.escape, rows[row][language])) for row in ("refuted", "but_rather"))
    numbers = sorted(quantities_in(doc, sentence.span), key=lambda q: q.span.start)
    for first, second in pairwise(numbers):
        between = text[first.span.stop : second.span.start]
        alike = first.value != second.value and (None in {first.unit, second.unit} or first.unit == second.unit)
        if not alike or re.search(r"[.;:?!]", between):
            continue
        if re.fullmatch(rf"(?:\s+\w+){{0,{BETWEEN}}},?\s+(?:{refuting})\s+", between.lower()):
            yield first, second
        elif re.fullmatch(rf"(?:\s+\w+){{0,{BETWEEN}}},?\s+(?:{but})\s+(?:\w+\s+)?", between.lower()):
            before = text[sentence.span.start : first.span.start].lower()
            if re.search(rf"\b(?:{refuting})\s+(?:\w+\s+)?$", before):
                yield second, first


def has_refuted(matter: Matter, mine: Matter, other: Quantity) -> bool:
    """Whether another article counts so many of the same."""
    if matter.quantity is None or matter.key[0] == mine.key[0] or float(matter.quantity.value) != float(other.value):
        return False
    # `we want it to last nine weeks and not five`, beside the five that it lasts; not `asked it to free seven`, who are nine
    if is_wished(mine) and not is_wished(matter):
        return False
    # `12 nurses, not 15`, of the `15 Cuban nurses`: by the same word, whatever the termbase knows it to be
    another = one_thing.other_unit(matter, mine) and not matter.unit & mine.unit
    return not (another or in_other_lands(matter, mine) or apiece(matter, mine))


def is_wished(matter: Matter) -> bool:
    return matter.proposed or one_thing.WISHED in matter.standings


def theirs_too(told: Sequence[Matter], theirs: Sequence[Matter]) -> list[Matter]:
    """All that the articles tell that have the number."""
    names = {matter.key[0] for matter in theirs}
    return [matter for matter in told if matter.key[0] in names]


def holds(matter: Matter, mine: Matter, kept: Quantity) -> bool:
    """Whether an article has the number that holds too: it may count both, of two things."""
    same = matter.quantity is not None and float(matter.quantity.value) == float(kept.value)
    return same and not one_thing.other_unit(matter, mine)


__all__ = ["refuted_values"]
