"""The tense of the clause that a date stands in, read from the words around it.

Method: the nearest cue in the same clause decides, the left side first, since the verb of a date mostly stands before it
("se reunirá el jueves", "met on Thursday").  A finite future or a scheduling verb close by is certain enough to force the
future: on a Friday, the nearest Thursday of "will meet on Thursday" is yesterday.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.annotate.dates.lexer import BREAK, Tokens, normal

_LEFT, _RIGHT = 22, 14
_NEAR_FUTURE, _NEAR_PAST, _NEAR_RIGHT = 9, 6, 4
_STOPS = frozenset(".;:!?")
_LEFT_CUES = frozenset({"since", "planned", "done", "conditional", "leading"})
"""Cues that say nothing of a date before them."""
_BESIDE = frozenset({"done", "limit"})
"""Cues that count only beside the date."""
_VERBS = frozenset({"past", "done", "scheduled", "planned", "timetable", "bounding"})
"""Cues that are verbs."""
_CONDITION = "conditional"
"""What is so only if something else is, mostly yet to come: `if there is no deal on Friday`."""
_EITHER_WAY = frozenset({"timetable", "undone"})
"""Cues behind a date that may be on either side of the article's: `The visit to Lima on Monday has been called off`."""
_AHEAD = frozenset({"scheduled", "future"})
_PLANS = frozenset({"scheduled", "planned", "future", None})
_PREPOSITION = 2
"""Letters of a word that leads to a day: `on`."""
_ADJACENT = 2
"""How far before a date such a cue may stand: beside it, or with an article or preposition between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words by which a clause shows its tense: whole words or pairs of words, and endings of lower-case words.

    `except_words` have such an ending and are no verbs; `auxiliaries` turn the `scheduled` cue behind them into the
    `planned` one;
    behind one of `not_after` a word is no cue ("to be held"), nor before one of `not_before` ("by phone Saturday");
    one of `left_only` is none behind the date (", she said");
    with `ending` stand the verbs and endings of what was so, those that tell it only between commas as its `auxiliaries`;
    `toward` are the prepositions that lead from a `moved` cue to the day that something is put off to; `openers` open a clause.
    """

    words: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    except_words: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    left_only: tuple[str, ...] = ()
    toward: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tense:
    """-1 past, 1 future, 0 unknown; `certain` where the verb is so near that it outweighs the calendar; `planned` at an earlier
    time, or only perhaps, for a day on either side of the article's (`iba a reunirse el martes`); `ends` on the day."""

    direction: int = 0
    certain: bool = False
    planned: bool = False
    ends: bool = False


UNKNOWN_TENSE = Tense()


@dataclass(frozen=True, slots=True, eq=False)
class CueTable:
    """A language's cues, by word and pair of words, and by ending."""

    words: Mapping[str, str]
    rows: Mapping[str, Cues]
    left_only: frozenset[str]
    openers: frozenset[str] = frozenset()


def compile_cues(rows: Mapping[str, Cues]) -> CueTable:
    words = {word: name for name, row in reversed(list(rows.items())) if not row.toward for word in row.words}
    left_only = frozenset(word for row in rows.values() for word in row.left_only)
    return CueTable(words, rows, left_only, frozenset(word for row in rows.values() for word in row.openers))


def tense_around(tokens: Tokens, first: int, last: int, cues: CueTable) -> Tense:
    """The tense of the clause around the tokens `first:last`."""
    tense = _tense_of_clause(tokens, first, last, cues)
    if not tense.certain and _is_led_by(tokens, first, cues, "onward"):
        return Tense(planned=True)  # "se comprometió a elevar el caudal a partir del lunes"
    if not _is_led_by(tokens, first, cues, "ending"):
        return tense
    over = not tense.certain and _was_so(tokens, first, last, cues)
    return Tense(-1, True) if over else replace(tense, ends=True)


def _was_so(tokens: Tokens, first: int, last: int, cues: CueTable) -> bool:
    """`Sudán era, hasta marzo, el quinto comprador`, `it was, until March, the main buyer`: so no longer.

    Not what was said to be so (`dijo que cerraba el paso hasta marzo`), nor what was done (`they closed it until March`).
    """
    row = cues.rows["ending"]
    fenced = first > 1 and tokens.word(first - 2) == "," and last < len(tokens) and tokens.word(last) == ","
    lasting = frozenset((*row.words, *(row.auxiliaries if fenced else ())))
    for index in range(first - 1, max(first - 1 - _LEFT, -1), -1):
        word = normal(tokens.word(index))
        if _is_stop(tokens, index) or word in cues.openers:
            return False
        if cue_at(tokens, index, cues) in _VERBS:
            so = word in lasting or (word.endswith(row.endings) and word not in row.except_words)
            return so and not any(normal(tokens.word(i)) in cues.openers for i in _in_sentence(tokens, index))
    return False


def _in_sentence(tokens: Tokens, last: int) -> Iterator[int]:
    """The tokens before one of them in its sentence, the nearest first."""
    for index in range(last - 1, -1, -1):
        if _is_stop(tokens, index):
            return
        yield index


def _tense_of_clause(tokens: Tokens, first: int, last: int, cues: CueTable) -> Tense:
    """The tense that the words around a date tell, whatever leads to it."""
    if moved := _moved_to(tokens, first, cues):
        return moved
    since = purpose = open_ = False
    whole = True
    before = [tokens.word(index) for index in range(max(first - 2, 0), first)][::-1]
    opens_anew = before[:1] == [","] or (before[1:] == [","] and len(before[0]) <= _PREPOSITION)
    if opens_anew and (inner := _behind(tokens, last, cues)).certain and inner.direction > 0:
        return inner  # "as she said on Monday, on Thursday she will leave"
    for distance, index in enumerate(range(first - 1, max(first - 1 - _LEFT, -1), -1), start=1):
        if _is_stop(tokens, index):
            break
        opens = normal(tokens.word(index)) in cues.openers
        if opens and whole and (inner := _behind(tokens, last, cues)).certain:
            return inner  # "said that on Monday he would leave": of the verb behind it, where that tells its tense
        whole = whole and not opens and tokens.word(index) != ","
        found = cue_at(tokens, index, cues)
        if found in _BESIDE and (distance > _ADJACENT or normal(tokens.word(index + 1)) in cues.rows[found].not_before):
            continue
        if found == _CONDITION:
            inner = _behind(tokens, last, cues) if whole else UNKNOWN_TENSE
            if inner != UNKNOWN_TENSE:
                return inner  # "asked if on Friday they had met"
            open_ = open_ or whole
            continue
        if open_ and found and found not in _AHEAD:
            break  # "ruled nothing out if there is no deal on Friday": the verb before tells nothing of that day
        if found == "infinitive":
            purpose = True  # of a plan, where a verb of planning stands before it ("are due to meet on")
            continue
        if purpose and found not in _PLANS:
            break
        if found == "since":
            since = True  # the past, unless a future verb stands before it ("regirá desde mayo")
        elif found:
            undone = found == "scheduled" and _is_over(tokens, last, cues)
            return Tense(planned=True) if undone else _tense(found, distance, whole=whole)
    if open_:
        return Tense(planned=True)
    if purpose or since:
        return Tense(1, False) if purpose else Tense(-1, True)
    return _behind(tokens, last, cues)


def _behind(tokens: Tokens, last: int, cues: CueTable) -> Tense:
    """The tense that the words behind a date tell."""
    for distance, index in enumerate(range(last, min(last + _RIGHT, len(tokens))), start=1):
        if _is_stop(tokens, index):
            break
        found = cue_at(tokens, index, cues)
        found = "future" if found == "infinitive" else found
        if found and found not in _LEFT_CUES and normal(tokens.word(index)) not in cues.left_only:
            if found in _EITHER_WAY:
                return Tense(planned=True)
            return Tense(-1 if found == "past" else 1, distance <= _NEAR_RIGHT)
    return UNKNOWN_TENSE


_CLOSING = frozenset('"”»')
"""Marks at the end of a quotation."""


def _is_over(tokens: Tokens, last: int, cues: CueTable) -> bool:
    """`La reunión, prevista para el jueves, fue suspendida`: on whichever Thursday; what was done is told right behind it.

    Not `“Nos veremos el jueves”, adelantó`: behind a quotation somebody tells it.
    """
    near = [tokens.word(i) for i in range(last, min(last + _NEAR_RIGHT, len(tokens)))]
    apart = any(normal(word) in cues.openers or word in _CLOSING for word in near)
    behind = _behind(tokens, last, cues)
    return behind.certain and behind.direction < 0 and not apart


def _is_led_by(tokens: Tokens, first: int, cues: CueTable, name: str) -> bool:
    """`Sits from Tuesday`, `a partir del martes`: since then, or from then on; `hasta el jueves`: then it ends."""
    row = cues.rows.get(name)
    before = [normal(tokens.word(i)) for i in range(max(first - 3, 0), first)]
    return row is not None and any(" ".join(before[i:]) in row.toward for i in range(len(before)))


def _moved_to(tokens: Tokens, first: int, cues: CueTable) -> Tense | None:
    """`Aplazada al lunes`, `pushed the vote back to Monday`: a day to come; none can tell where it had been moved before."""
    row = cues.rows.get("moved")
    if row is None or first == 0 or normal(tokens.word(first - 1)) not in row.toward:
        return None
    for index in range(first - 2, max(first - 2 - _LEFT, -1), -1):
        if _is_stop(tokens, index):
            return None
        before = normal(tokens.word(index - 1)) if index else ""
        word = normal(tokens.word(index))
        if word in row.words or f"{before} {word}" in row.words:
            earlier = {normal(tokens.word(i)) for i in range(max(index - 3, 0), index)}
            return Tense(planned=True) if earlier & set(row.auxiliaries) else Tense(1, True)
    return None


def _tense(cue: str, distance: int, *, whole: bool) -> Tense:
    """`whole`: no comma and no other clause stands between."""
    if cue in {"planned", "timetable", "leading"}:
        return Tense(planned=True)
    if cue in {"past", "done", "undone"}:
        return Tense(-1, distance <= _NEAR_PAST)
    near = {"scheduled": _LEFT if whole else _NEAR_FUTURE, "bounding": _ADJACENT}.get(cue, 0)
    return Tense(1, distance <= near, planned=distance > near)


def _is_stop(tokens: Tokens, index: int) -> bool:
    return tokens.codes[index] == BREAK or tokens.word(index) in _STOPS


def cue_at(tokens: Tokens, index: int, cues: CueTable) -> str | None:
    """Which cue a token is."""
    word, before = tokens.word(index), tokens.word(index - 1) if index else ""
    found = classify(word, before, begins_clause(tokens, index), cues)
    if found and index > 1 and f"{normal(before)} {normal(word)}" in cues.words:  # "first set for May 9"
        return "planned" if normal(tokens.word(index - 2)) in cues.rows[found].auxiliaries else found
    return found


@lru_cache(maxsize=1 << 14)
def classify(form: str, before: str, begins: bool, cues: CueTable) -> str | None:
    """The cue that a word is: by itself or with the word before it ("va a"), otherwise by its ending.

    Endings count only in lower case, or where a clause begins: a name ends in anything.
    """
    word, before = normal(form), normal(before)
    name = cues.words.get(f"{before} {word}") or cues.words.get(word)
    if not name and len(word) > 3 and (form.islower() or (begins and form[1:].islower())):
        name = next(
            (name for name, row in cues.rows.items() if word.endswith(row.endings) and word not in row.except_words), None
        )
    if not name or before in cues.rows[name].not_after:
        return None
    return "planned" if before in cues.rows[name].auxiliaries else name


def begins_clause(tokens: Tokens, index: int) -> bool:
    """Whether a token is the first of its text, or stands right behind a stop."""
    return index == 0 or _is_stop(tokens, index - 1)
