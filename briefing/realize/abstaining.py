"""Lines that a memo had better not tell, though there are words for them.

Fresh readers marked 1,025 printed items of 36 weeks that no rule was written for (rounds 21 to 23, November 2026).  Of all
facts 5 of 100 were wrong and of all positions 8; of the two kinds of lines below two to four times as many, whatever the fault
was: a wrong speaker, a wrong label, a wrong day.  Where a sentence does not stand alone, more was guessed about it.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Fact, Item, Meeting, Position
from briefing.realize.originals import PAIRED

PREFIX = "realize:"
CONTACT = "CONSULT"
"""The class of acts of meeting and talking."""


def with_the_sentence_before(item: Item) -> bool:
    """An edition prints it with the sentence before it, since it says by itself neither who nor what: 13 of 46 positions were
    wrong or could not be used, 9 of 39 facts."""
    return any(rule.startswith(PREFIX) and rule.endswith(f":{PAIRED}") for rule in item.rules)


def meets_in_our_words(item: Item) -> bool:
    """A fact that only tells that two met, in a sentence made of its parts: 9 of 25 were wrong or could not be used.  The table
    of meetings has its day, place and people beside the source's words."""
    return isinstance(item, Fact) and item.plover == CONTACT and item.kind == "event" and "frame" in item.basis.values()


def safer(positions: Sequence[Position]) -> list[Position]:
    """The positions that stand by themselves; over what the sources differ is told."""
    return [position for position in positions if position.conflicts or not with_the_sentence_before(position)]


def not_as_rows(facts: Sequence[Fact], meetings: Sequence[Meeting]) -> list[Fact]:
    """The facts without those of meetings in our words that a row tells from the same sentence."""
    told = {(piece.article, piece.start) for meeting in meetings if not meeting.omit for piece in meeting.evidence}
    rows = [fact for fact in facts if meets_in_our_words(fact) and any((p.article, p.start) in told for p in fact.evidence)]
    return [fact for fact in facts if fact.conflicts or fact not in rows]
