"""Lines that a memo had better not tell, though there are words for them.

Fresh readers marked 1,025 printed items of 36 weeks that no rule was written for (rounds 21 to 23, November 2026).  Of all
facts 5 of 100 were wrong and of all positions 8; of the two kinds of lines below two to four times as many, whatever the fault
was: a wrong speaker, a wrong label, a wrong day.  Where a sentence does not stand alone, more was guessed about it.

With the marks of rounds 26 and 27 (30 more weeks) they are 676 facts, of which 11 in 100 could not be used, 811 positions, of
which 8 in 100 were wrong, and 294 rows of meetings, of which 17 were wrong and 37 could not be used.  What was marked in each
kind below stands beside it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from datetime import date

from briefing.edtf import is_day
from briefing.model import Brief, Fact, Item, Meeting, Position, Stance
from briefing.model.marks import PUT_OFF_TO, REALIZE, UNDER_A_DATE, VOICE_TURN, WITH_ITS_QUESTION, WITH_THE_SENTENCE_BEFORE
from briefing.model.meeting_kinds import CONTACTS_OF_TWO
from briefing.realize.rungs.decided import one_ends

_BEHIND = f":{WITH_THE_SENTENCE_BEFORE}"
_ASKED = f":{WITH_ITS_QUESTION}"
CONTACT = "CONSULT"
"""The class of acts of meeting and talking."""
CONTACTS = CONTACTS_OF_TWO | {"visit"}
"""Kinds that are somebody's: a summit has many, who need not be named."""
NEUTRAL: Stance = "states"
SHORT = 120
"""So many characters: about one line of a page."""
OF_SOMETHING = 60
"""Characters of a sentence that says more than `The meeting of May 4 was cancelled`."""
ONE_CLAUSE = 100
"""Characters of a sentence that has hardly more than its main clause."""
VERY_SHORT = 80
FEW_DAYS = 5
WEEK = 6
"""Days from the first to the last of a week."""
OPEN = ".."
"""The end of a span that has none (EDTF)."""
_MONTH = re.compile(r"\d{4}(-\d\d)?")


def with_the_sentence_before(item: Item) -> bool:
    """An edition prints it with the sentence before it, since it says by itself neither who nor what: 13 of 46 positions were
    wrong or could not be used, 9 of 39 facts."""
    return one_ends(item.rules, _BEHIND) and any(rule.endswith(_BEHIND) and rule.startswith(REALIZE) for rule in item.rules)


def meets_in_our_words(item: Item) -> bool:
    """A fact that only tells that two met, in a sentence made of its parts: 9 of 25 were wrong or could not be used.  The table
    of meetings has its day, place and people beside the source's words."""
    return isinstance(item, Fact) and item.plover == CONTACT and item.kind == "event" and "frame" in item.basis.values()


def is_thin(item: Item) -> bool:
    """A short sentence on next to nothing that the termbase knows, or a very short one of one article: of 81 facts 22 could
    not be used and 10 were not worth a line."""
    if item.conflicts:
        return False
    length = len(item.evidence[0].text)
    return (length < SHORT and len(item.concepts) <= 1) or (length < VERY_SHORT and item.sources == 1)


def says_little(position: Position) -> bool:
    """A very short sentence that takes no side: of 68 positions 15 were not worth a line and 8 could not be used.

    Answers are short, and what was asked stands before them.
    """
    answered = VOICE_TURN in position.rules and (one_ends(position.rules, _ASKED) or with_the_sentence_before(position))
    return position.stance == NEUTRAL and len(position.evidence[0].text) < VERY_SHORT and not answered


def is_in_another(position: Position, others: Sequence[Position]) -> bool:
    """The first sentence of an answer, where a line on its second prints both: `The pits stay shut. We have set no day.`

    Of two lines with the same words the first is told.
    """
    plain = position.stance in UNSIDED and VOICE_TURN in position.rules and bool(position.text)
    beside = [o for o in others if o is not position and o.government == position.government and VOICE_TURN in o.rules]
    before = {o.id for o in others[: others.index(position)]}
    return plain and any(
        all(o.text.get(k, "").startswith(t) for k, t in position.text.items())
        and (o.text != position.text or (o.id in before and o.stance in UNSIDED))
        for o in beside
    )


UNSIDED = frozenset[Stance]({NEUTRAL, "announces"})
"""The labels that a longer line need not have."""


def is_told_by_another(position: Position) -> bool:
    """What somebody else says of a government that takes no side by it: 5 of 11 were wrong (`ambos Gobiernos, según la
    analista, hablan de vías`).  With a label 2 of 26 were."""
    return position.stance == NEUTRAL and (bool(position.attribution) or position.certainty == "reported")


def is_long_past(position: Position, as_of: str) -> bool:
    """Its own words set it in a month or a year before this month: of the 7 wrong ones of 25 in a span 4 were background."""
    return (
        position.date is not None
        and _MONTH.fullmatch(position.date) is not None
        and position.date < as_of[: len(position.date)]
    )


def reads_a_denial(position: Position) -> bool:
    """Denies, from a verb of saying and a `not` (`he did not object to returns by sea`), is no label that holds."""
    return position.stance == "denies" and "act:say" in position.rules


def speaks_of_what_is_not(position: Position) -> bool:
    """Denies, from a `not` in a quotation by the way (`we are not asking for a favour`): 3 of 5 did not hold, and one could
    not be used.  Who answers in a transcript (a turn) says it as an answer."""
    return position.stance == "denies" and "subject:speaker" in position.rules and VOICE_TURN not in position.rules


def leans_and_is_soft(position: Position) -> bool:
    """Printed with the sentence before it, and no more than a statement or a denial: 7 of 24 were wrong; of the 22 with another
    label 2 were.  Of an answer the question stands before it, and says of what it is."""
    return position.stance in {NEUTRAL, "denies"} and with_the_sentence_before(position) and VOICE_TURN not in position.rules


def safer(positions: Sequence[Position], as_of: str) -> list[Position]:
    """The positions that stand by themselves and that a government took itself; over what the sources differ is told.

    Those that say little go where the government has others.
    """
    unsure = (
        leans_and_is_soft,
        is_told_by_another,
        lambda position: is_long_past(position, as_of),
    )
    kept = [p for p in positions if p.conflicts or not any(is_unsure(p) for is_unsure in unsure)]
    little = {p.id for p in kept if not p.conflicts and says_little(p)}
    heard = {position.government for position in kept if position.id not in little}
    told = [p for p in kept if p.government not in heard or p.id not in little]
    told = [p for p in told if p.conflicts or not is_in_another(p, told)]
    unproved = (reads_a_denial, speaks_of_what_is_not)
    return [dataclasses.replace(p, stance=NEUTRAL) if any(is_so(p) for is_so in unproved) else p for p in told]


def cells(meeting: Meeting) -> int:
    """How many of day, place and two sides a row has."""
    sides = len(meeting.people) + len(meeting.participants)
    return sum((_is_one_day(meeting), meeting.place is not None, sides >= 2))


def is_sure(meeting: Meeting) -> bool:
    """Whether a row says enough to be believed: of 34 that do not 15 were wrong and 11 could not be used.

    A deadline needs its day, a contact somebody or a place (of 6 of nobody, nowhere, 4 could not be used and 1 was wrong); what
    has neither day nor place needs two names; what was held, and talks (a loose word), two cells; talks to come a place or two
    names; and a contact that only follows from other words all three.  Of the seven that are of one side some time in a
    week, or visits from some day on, none was right: two were wrong, most had their day in another sentence.  Of six deadlines
    in a short sentence (`promised a reply by Friday`) none was, of nine in a longer one four; one that says what for needs no
    longer sentence, nor talks of two governments that say on what a place.
    """
    if meeting.conflicts:
        return True
    if meeting.kind == "deadline":
        dated = UNDER_A_DATE in meeting.rules  # `Jueves 19: vence el plazo`: the day stands above it
        return _is_one_day(meeting) and (bool(meeting.agenda) or dated or not _is_short(meeting))
    if _is_some_week(meeting):
        return False
    if _is_changed(meeting):
        return True
    is_talks, is_held = meeting.kind == "talks", meeting.status == "held"
    of_nobody = not meeting.people and not meeting.participants and not meeting.body and meeting.kind in CONTACTS
    needs_two = not _is_one_day(meeting) or (is_talks and not is_held and not meeting.agenda)
    if meeting.place is None and (of_nobody or (needs_two and len(meeting.people) < 2)):
        return False
    return cells(meeting) >= (3 if _only_follows(meeting) else 2 if is_talks or is_held else 1)


def _is_changed(meeting: Meeting) -> bool:
    """Put off or called off on its day, or put off to one: somebody had arranged it, by whatever words."""
    off = meeting.status in {"cancelled", "postponed"} or PUT_OFF_TO in meeting.rules
    told = bool(meeting.place or meeting.people or meeting.participants or meeting.body)
    told = told or (not _only_follows(meeting) and any(len(piece.text) > OF_SOMETHING for piece in meeting.evidence))
    dated = _is_one_day(meeting) or bool(meeting.moved_from) or (meeting.kind == "event" and bool(meeting.date))
    return off and dated and told


def _only_follows(meeting: Meeting) -> bool:
    """No words say that it is held; it follows from others (`they will take it up on Friday`), and no named body meets."""
    told = {rule for rule in meeting.rules if rule.startswith("asserted:")}
    of_two = meeting.kind == "call" and len(meeting.people) >= 2  # `me llamó el lunes`: a call has no place
    return told == {"asserted:implied"} and meeting.kind in CONTACTS and not meeting.body and not of_two


def _is_some_week(meeting: Meeting) -> bool:
    """`Next week`, without two that are named, or a visit from a day on that has no end."""
    first, _, last = (meeting.date or "").partition("/")
    if last == OPEN:
        return meeting.kind == "visit"
    if not is_day(first) or not is_day(last):
        return False
    if meeting.status in {"cancelled", "postponed"} and meeting.people and meeting.place:
        return False  # `her visit to Esmeraldas, which was to be this week, has been called off`: that it is off is sure
    return len(meeting.people) < 2 and (date.fromisoformat(last) - date.fromisoformat(first)).days >= WEEK


def _is_short(meeting: Meeting) -> bool:
    return all(len(piece.text) < ONE_CLAUSE for piece in meeting.evidence)


def _is_one_day(meeting: Meeting) -> bool:
    """A day, or the first and the last of some few (`March 8-9`), and no week or month."""
    days = (meeting.date or "").split("/")
    if not all(map(is_day, days)):
        return False
    return (date.fromisoformat(days[-1]) - date.fromisoformat(days[0])).days < FEW_DAYS


def not_as_rows(facts: Sequence[Fact], meetings: Sequence[Meeting]) -> list[Fact]:
    """The facts without those of meetings in our words that a row tells from the same sentence."""
    told = {(piece.article, piece.start) for meeting in meetings if not meeting.omit for piece in meeting.evidence}
    rows = [fact for fact in facts if meets_in_our_words(fact) and any((p.article, p.start) in told for p in fact.evidence)]
    return [fact for fact in facts if fact.conflicts or fact not in rows]


def withheld(found: Brief, told: Brief) -> set[tuple[str, int]]:
    """The sentences of positions and meetings that were found, and on which no line of the brief rests."""
    pieces = (piece for items in (told.facts, told.positions, told.meetings) for item in items for piece in item.evidence)
    first = {item.evidence[0].at for items in (found.positions, found.meetings) for item in items}
    return first - {piece.at for piece in pieces}
