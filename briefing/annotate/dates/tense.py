"""The tense of the clause that a date stands in, read from the words around it.

Method: the nearest cue in the same clause decides, the left side first, since the verb of a date mostly stands before it
("se reunirá el jueves", "met on Thursday").  A finite future or a scheduling verb close by is certain enough to force the
future: on a Friday, the nearest Thursday of "will meet on Thursday" is yesterday.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.annotate.dates.grammar import Cues
from briefing.annotate.dates.lexer import BREAK, Tokens, normal

_LEFT, _RIGHT = 14, 14
_NEAR_FUTURE, _NEAR_PAST, _NEAR_RIGHT = 9, 6, 4
_STOPS = frozenset(".;:!?")


@dataclass(frozen=True, slots=True)
class Tense:
    """-1 past, 1 future, 0 unknown; `certain` where the verb is so near that it outweighs the calendar."""

    direction: int = 0
    certain: bool = False


UNKNOWN_TENSE = Tense()


def tense_around(tokens: Tokens, first: int, last: int, cues: Mapping[str, Cues]) -> Tense:
    """The tense of the clause around the tokens `first:last`."""
    since = False
    for distance, index in enumerate(range(first - 1, max(first - 1 - _LEFT, -1), -1), start=1):
        if _is_stop(tokens, index):
            break
        found = _cue(tokens, index, cues)
        if found == "since":
            since = True  # the past, unless a future verb stands before it ("regirá desde mayo")
        elif found:
            return _tense(found, distance)
    if since:
        return Tense(-1, True)
    for distance, index in enumerate(range(last, min(last + _RIGHT, len(tokens))), start=1):
        if _is_stop(tokens, index):
            break
        found = _cue(tokens, index, cues)
        if found and found != "since" and not any(normal(tokens.word(index)) in row.left_only for row in cues.values()):
            return Tense(-1 if found == "past" else 1, distance <= _NEAR_RIGHT)
    return UNKNOWN_TENSE


def _tense(cue: str, distance: int) -> Tense:
    if cue == "past":
        return Tense(-1, distance <= _NEAR_PAST)
    return Tense(1, cue == "scheduled" and distance <= _NEAR_FUTURE)


def _is_stop(tokens: Tokens, index: int) -> bool:
    return tokens.codes[index] == BREAK or tokens.word(index) in _STOPS


def _cue(tokens: Tokens, index: int, cues: Mapping[str, Cues]) -> str | None:
    """Which cue a token is: by itself or with the word before it ("va a"), otherwise by its ending."""
    form = tokens.word(index)
    word = normal(form)
    before = normal(tokens.word(index - 1)) if index else ""
    plain = form[1:].islower() and (form[0].islower() or _begins_clause(tokens, index))
    for name, row in cues.items():
        listed = word in row.words or f"{before} {word}" in row.words
        by_ending = plain and len(word) > 3 and word.endswith(row.endings) and word not in row.except_words
        if (listed or by_ending) and before not in row.not_after:
            return "past" if before in row.auxiliaries else name
    return None


def _begins_clause(tokens: Tokens, index: int) -> bool:
    return index == 0 or _is_stop(tokens, index - 1)
