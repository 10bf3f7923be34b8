"""A line in a few words, where the memo has it in full elsewhere: cut before a word that brings in something further.

What limits, denies or attributes (`unless`, `never`, `according to`) is never behind the cut: then the line stays whole, or,
where it is long, is not repeated at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.knowledge import load_language
from briefing.model import Language

FEWEST_WORDS = 7
MOST_WORDS = 18
LONGEST_WHOLE = 28
"""A line of so many words that cannot be cut is repeated whole."""
LONGEST_ADJUNCT = 12
CUT = "…"
PUNCTUATION = ",.;:“”\"'()«»"


def short_line(line: str, language: Language, *, most: int = MOST_WORDS, whole: int = LONGEST_WHOLE) -> str:
    """The first words of a line, with a mark where more follows; nothing where it is long and cannot be cut.

    At most `most` words where it is cut, and `whole` where it cannot be.

    >>> short_line("On Monday, Chile rejected the proposal of Peru.", "en")
    'Chile rejected the proposal of Peru'
    >>> short_line("Chile asked Peru to reopen the bridge for the lorries of both banks", "en", most=8, whole=8)
    'Chile asked Peru to reopen the bridge …'
    """
    data = load_language("shortening", language)
    words = without_adjunct(line.strip().removesuffix(".").split(), data)
    if len(words) <= most:
        return " ".join(words)
    cuts = [stop for stop in range(most, FEWEST_WORDS - 1, -1) if may_cut(words, stop, data["cut_before"])]
    kept = next((words[:stop] for stop in cuts if not is_limited(words[stop:], data)), None)
    if kept and is_whole(" ".join(kept)):
        return f"{' '.join(kept).rstrip(',;:')} {CUT}"
    return " ".join(words) if len(words) <= whole else ""


def without_adjunct(words: list[str], data: Mapping[str, Sequence[str]]) -> list[str]:
    """The words behind `During a call held on January 13,`; a name that begins so keeps them all.

    `In case of war,`, `En cuanto al peaje,` stay: what follows holds of that alone, or speaks of it; so
    does `During the meeting, which was held in Oslo,`.
    """
    behind = [word.strip(PUNCTUATION).casefold() for word in words[:3]]
    if not words or behind[0] not in data["adjuncts"] or not set(behind[1:]).isdisjoint(data["limiting"]):
        return words
    comma = next((n for n, word in enumerate(words[:LONGEST_ADJUNCT]) if word.endswith(",")), None)
    rest = words[comma + 1 :] if comma is not None else []
    hangs = " ".join([*rest[:3], ""]).casefold().startswith(tuple(f"{opening} " for opening in data["hanging"]))
    return [rest[0][:1].upper() + rest[0][1:], *rest[1:]] if len(rest) >= FEWEST_WORDS - 2 and not hangs else words


def may_cut(words: Sequence[str], stop: int, links: Sequence[str]) -> bool:
    """Whether a line may end before a word: `the crossing | for lorries`; not `the Bank | for Peace`, nor `13 | in May`."""
    before, word, behind = words[stop - 1], words[stop].casefold(), words[stop + 1 : stop + 2]
    named = bool(behind) and behind[0][:1].isupper() and before[:1].isupper()
    return word in links and not named and not before[-1:].isdigit()


def is_limited(words: Sequence[str], data: Mapping[str, Sequence[str]]) -> bool:
    bare = [word.strip(PUNCTUATION).casefold() for word in words]
    endings = tuple(data["kept_endings"])
    return any(word in data["kept"] or word.endswith(endings) for word in bare)


def is_whole(words: str) -> bool:
    """Whether no quotation and no bracket is cut open."""
    return all(words.count(opening) == words.count(closing) for opening, closing in ("“”", "()", "[]", "«»"))
