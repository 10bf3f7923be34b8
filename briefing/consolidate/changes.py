"""What has moved since an earlier brief: each position gets `new`, `moved` or `unchanged`, or no mark where that is unclear.

A pure function of two briefs.  Positions of one government are set beside each other by what they are about (`closeness`);
only where they are plainly about one matter, or plainly not, is a mark given.  A wrong mark is worse than none, so:

- `unchanged`: an earlier position of the same stance on the same matter;
- `moved`: all earlier positions on the matter lean another way (`SIDES`), and nothing of this week keeps to the old one;
  the earlier stance is named in `was`;
- `new`: nothing earlier of this government is about the matter, or could be.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from typing import Literal

from briefing import edtf
from briefing.consolidate.families import FAMILIES
from briefing.model import Brief, Change, Position, Stance
from briefing.model.letters import plain

Closeness = Literal["same", "unclear", "apart"]

SIDES: Mapping[Stance, str] = {
    "proposes": "for",
    "offers": "for",
    "supports": "for",
    "agrees": "for",
    "promises": "for",
    "rejects": "against",
    "demands": "press",
    "requests": "press",
    "threatens": "press",
}
"""Where a stance stands on a matter.  Who accuses, criticizes, denies, announces or states says nothing of what it wants."""
LEAST_SHARED = 0.5
"""Of all the issues that two positions name, so many are in both when they are about one matter."""
SHARED_WORDS = 3
"""Long words that two lines without a topic share when they may be about one matter."""


def mark_changes(brief: Brief, previous: Brief) -> Brief:
    """The brief with its positions marked against those of an earlier one; marks of before are replaced."""
    marked = tuple(_marked(position, brief, previous) for position in brief.positions)
    return dataclasses.replace(brief, positions=marked, previous=previous.as_of)


def _marked(position: Position, brief: Brief, previous: Brief) -> Position:
    change, was = change_of(position, brief.positions, previous)
    return dataclasses.replace(position, change=change, was=was)


def change_of(position: Position, siblings: Sequence[Position], previous: Brief) -> tuple[Change | None, Stance | None]:
    """The mark of a position, and the earlier stance where it moved.  `siblings` are the positions of its own brief."""
    earlier = [old for old in previous.positions if old.government == position.government]
    nearness = {old.id: closeness(position, old) for old in earlier}
    if set(nearness.values()) <= {"apart"}:
        return ("new", None) if not _is_older(position, previous.as_of) else (None, None)
    same = [old for old in earlier if nearness[old.id] == "same" and not old.omit]
    if any(old.stance == position.stance and _tone(old) == _tone(position) for old in same):
        return "unchanged", None
    was = _left_behind(position, same, siblings)
    return ("moved", was) if was else (None, None)


def _left_behind(position: Position, same: Sequence[Position], siblings: Sequence[Position]) -> Stance | None:
    """The one earlier stance, where it leaned another way and nobody of this week's brief keeps to it."""
    stances = list(dict.fromkeys(old.stance for old in same))
    if len(stances) != 1 or any(_tone(one) != "told" for one in (position, *same)):
        return None
    was, side = SIDES.get(stances[0]), SIDES.get(position.stance)
    others = [one for one in siblings if one.government == position.government and one.id != position.id]
    kept = [one for one in others if FAMILIES[one.stance] == FAMILIES[stances[0]]]
    if was is None or side is None or was == side or any(closeness(position, other) != "apart" for other in kept):
        return None
    return stances[0]


def _tone(position: Position) -> str:
    """What is conditional or denied in the source is no stand that a government has left or taken."""
    return "told" if position.certainty in ("asserted", "reported") else position.certainty


def closeness(left: Position, right: Position) -> Closeness:
    """Whether two positions of one government are about one matter."""
    if _same_words(left, right):
        return "same"
    ours, theirs = _topics(left), _topics(right)
    if not ours or not theirs:
        return "unclear" if len(_long_words(left) & _long_words(right)) >= SHARED_WORDS else "apart"
    if not ours & theirs:
        return "apart"
    return "same" if _same_issue(left, right) and not _other_addressee(left, right) else "unclear"


def _same_words(left: Position, right: Position) -> bool:
    """One statement, read again: the same words of a source."""
    return left.id == right.id or plain(left.evidence[0].text) == plain(right.evidence[0].text)


def _same_issue(left: Position, right: Position) -> bool:
    """Each names the other's leading issue and they share most; a single shared issue must be all that either names."""
    ours, theirs = set(left.issue), set(right.issue)
    if not ours or not theirs or left.issue[0] not in theirs or right.issue[0] not in ours:
        return False
    if len(ours & theirs) == 1:
        return ours == theirs and set(left.addressee) == set(right.addressee)
    return len(ours & theirs) / len(ours | theirs) >= LEAST_SHARED


def _other_addressee(left: Position, right: Position) -> bool:
    return bool(left.addressee and right.addressee and not set(left.addressee) & set(right.addressee))


def _topics(position: Position) -> set[str]:
    return {*position.issue, *position.concepts}


def _long_words(position: Position) -> set[str]:
    lines = [*position.text.values(), *(piece.text for piece in position.evidence)]
    return {word for line in lines for word in re.findall(r"\w{5,}", line.casefold())}


def _is_older(position: Position, as_of: str) -> bool:
    """Said before the earlier brief, which did not carry it: new to the reader, but no news of the government."""
    return position.date is not None and edtf.compare(position.date, as_of) < 0
