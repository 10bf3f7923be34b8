"""Weekdays that lie ahead of what was said: `said that talks would resume on Monday`, `was summoned for Tuesday`.

A future told in the past counts from the day on which it was said, and not from the nearest such day of the calendar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.annotate.dates.lexer import BREAK, Tokens, normal
from briefing.annotate.dates.tense import CueTable, cue_at
from briefing.edtf import is_day

_LEFT = 14
_SAYING_REACH = 24
"""Words before a future in the past in which the verb of saying stands."""
_DAY_REACH = 7
"""Words between a verb of saying and its own day: `told a news conference in Lima on Monday`."""
_LEAD = 3
"""Words from what leads to an occasion up to its noun: `to | a | working | lunch`."""
_PERFECT_REACH = 2
_WEEK = 7
_SHORTEST = 3
"""Letters of a word that is no infinitive, whatever its ending."""
_OTHER_VERBS = frozenset({"past", "scheduled", "planned", "timetable"})
_ADJACENT = 2
_STOPS = frozenset(".;:!?")
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretelling:
    """Words of a future told in the past: its verbs, or their endings, that no `perfect` follows and none of `not_after` stands
    before; the verbs of `saying` above it; `wanting` and `summoning` verbs with the words that lead from each to its day;
    `clauses` open what was said; `earlier` tell of what had been done before; `bidding` verbs are of something to be done, in
    the infinitive, by its `infinitive_mark` (before none of `no_infinitives`) or its `infinitives` endings, or behind one of
    `clauses`; `inviting` ones of an occasion too, that one of `invited_to` leads to."""

    verbs: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    except_words: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    perfect: tuple[str, ...] = ()
    saying: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    wanting: tuple[str, ...] = ()
    wanted_by: tuple[str, ...] = ()
    summoning: tuple[str, ...] = ()
    summoned_for: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    bidding: tuple[str, ...] = ()
    infinitive_mark: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()
    no_infinitives: tuple[str, ...] = ()
    inviting: tuple[str, ...] = ()
    invited_to: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """That a weekday is ahead of a saying, and which token says so; None where the words do not tell which.

    `unsure`: it was set before something that nobody dates (`had been summoned for Friday, but …`), or is perhaps the day of
    the saying itself (`asked her to come on Friday`).
    """

    verb: int | None = None
    unsure: bool = False


def foretold_at(tokens: Tokens, first: int, last: int, words: Foretelling, cues: CueTable) -> Said | None:
    """How the weekday at the tokens `first:last` is foretold, if it is."""
    return (
        _reported(tokens, first, last, words, cues)
        or _called_for(tokens, first, words, cues)
        or bidden_at(tokens, first, words, cues)
    )


def bidden_at(tokens: Tokens, first: int, words: Foretelling, cues: CueTable) -> Said | None:
    """`Invited him to tour the mill on Monday`, `propuso reunirse el lunes`: of the day to come, or of the saying itself."""
    inner = occasion = False
    for index in _leftward(tokens, first, _LEFT):
        word = normal(tokens.word(index))
        if first - index <= _ADJACENT and cue_at(tokens, index, cues) == "done":
            return None  # "agreed to end the deal signed in October"
        if word in words.bidding or word in words.inviting:
            return Said(index, unsure=True) if inner or (occasion and word in words.inviting) else None
        inner = inner or word in words.clauses or _is_infinitive(tokens, index, words)
        occasion = occasion or (word in words.occasions and _is_led_to(tokens, index, words))
        if cue_at(tokens, index, cues) in _OTHER_VERBS:
            return None
    return None


def _is_led_to(tokens: Tokens, noun: int, words: Foretelling) -> bool:
    """`for talks`, `to a working lunch`, `a una reunión`: what one is invited to."""
    return any(normal(tokens.word(i)) in words.invited_to for i in range(max(noun - _LEAD, 0), noun))


def _is_infinitive(tokens: Tokens, index: int, words: Foretelling) -> bool:
    word, behind = tokens.word(index), tokens.word(index + 1) if index + 1 < len(tokens) else ""
    marked = normal(word) in words.infinitive_mark and behind.islower() and normal(behind) not in words.no_infinitives
    ends = word.islower() and len(word) > _SHORTEST and word.endswith(words.infinitives)
    return marked or (ends and (index == 0 or normal(tokens.word(index - 1)) not in words.not_after))


def _reported(tokens: Tokens, first: int, last: int, words: Foretelling, cues: CueTable) -> Said | None:
    """`said that talks would resume on Monday`, `talks would resume on Monday, she said`."""
    for index in _leftward(tokens, first, _LEFT):
        if _is_future(tokens, index, words):
            before = next((i for i in _leftward(tokens, index, _SAYING_REACH) if normal(tokens.word(i)) in words.saying), None)
            return Said(before) if before is not None else Said() if _is_said_behind(tokens, last, words) else None
        if cue_at(tokens, index, cues) in {"past", "scheduled", "planned"}:
            return None
    return None


def _is_future(tokens: Tokens, index: int, words: Foretelling) -> bool:
    word, before = tokens.word(index), normal(tokens.word(index - 1)) if index else ""
    ends = word.islower() and word.endswith(words.endings) and word not in words.except_words and before not in words.not_after
    behind = [normal(tokens.word(i)) for i in range(index + 1, min(index + 1 + _PERFECT_REACH, len(tokens)))]
    return (normal(word) in words.verbs or ends) and not {*behind} & {*words.perfect}


def _is_said_behind(tokens: Tokens, last: int, words: Foretelling) -> bool:
    behind = range(last, min(last + _DAY_REACH, len(tokens)))
    comma = next((i for i in behind if tokens.word(i) == ","), None)
    return comma is not None and any(normal(tokens.word(i)) in words.saying for i in behind if i > comma)


def _called_for(tokens: Tokens, first: int, words: Foretelling, cues: CueTable) -> Said | None:
    """`was summoned for Tuesday`, `demanded an answer before Monday`: from when that was done on."""
    single = normal(tokens.word(first - 1)) if first else ""
    lead = {single, f"{normal(tokens.word(first - 2))} {single}" if first > 1 else single}
    if first + 1 < len(tokens) and tokens.word(first + 1) in _POSSESSIVE:
        return None  # "announced relief for Sunday's flood"
    verbs = (*(words.wanting if lead & {*words.wanted_by} else ()), *(words.summoning if lead & {*words.summoned_for} else ()))
    for index in _leftward(tokens, first, _LEFT) if verbs else ():
        if normal(tokens.word(index)) in verbs:
            earlier = {normal(tokens.word(i)) for i in range(max(index - 2, 0), index)} & {*words.earlier}
            above = any(normal(tokens.word(i)) in words.saying for i in _leftward(tokens, index, _SAYING_REACH))
            return Said(unsure=bool(earlier) and not above)
        if cue_at(tokens, index, cues) == "past":
            return None
    return None


def _leftward(tokens: Tokens, first: int, reach: int) -> Iterator[int]:
    """The tokens before `first` in its sentence, the nearest first."""
    for index in range(first - 1, max(first - 1 - reach, -1), -1):
        if tokens.codes[index] == BREAK or tokens.word(index) in _STOPS:
            return
        yield index


# ------------------------------------------------------------------ the day that it counts from


Dated = tuple[int, int, str]
"""The first token of a date, the one behind its last, and its value."""


def day_of_saying(verb: int | None, dated: Sequence[Dated], tokens: Tokens, words: Foretelling, cues: CueTable) -> date | None:
    """The day beside the verb of saying: `said on Monday that …`, `On Monday she said …`; None where it has none of its own."""
    if verb is None:
        return None
    for first, last, value in reversed(dated):
        between = range(last, verb) if last <= verb else range(verb + 1, first)
        own = len(between) <= _DAY_REACH and not any(_parts(tokens, i, words, cues) for i in between)
        if own and is_day(value):
            return date.fromisoformat(value)
    return None


def _parts(tokens: Tokens, index: int, words: Foretelling, cues: CueTable) -> bool:
    """Whether a token begins something else: a clause, another verb, another sentence."""
    word = tokens.word(index)
    return word in _STOPS or tokens.codes[index] == BREAK or normal(word) in words.clauses or bool(cue_at(tokens, index, cues))


def weekday_after(said_on: date, weekday: int) -> date:
    """The first such day behind that of the saying."""
    return said_on + timedelta((weekday - said_on.isoweekday()) % _WEEK or _WEEK)


__all__ = ["Dated", "Foretelling", "Said", "bidden_at", "day_of_saying", "foretold_at", "weekday_after"]
