"""Long original words cut where a clause ends, with `[…]` for what is left out: the scene before, a relative clause behind.

What is cut tells where or when something was said, or more about its last noun; what is said stays whole.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.model import Span
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.rungs.passages import Passage

LONGEST = 35
"""Words that a line may quote without a cut."""
LEFT_OUT = "[…]"
_SHORTEST_TAIL, _SHORTEST_REST = 6, 20


def excerpt(passage: Passage) -> Passage:
    """The passage without what a long sentence can do without."""
    return without_tail(without_scene(passage)) if passage.length > LONGEST and passage.tokens else passage


def without_scene(passage: Passage) -> Passage:
    """`In an interview from Lima, where …, Minister Ruiz said …` -> `[…] Minister Ruiz said …`."""
    root = passage.root
    if root is None or not _scenes(passage.language).match(passage.words):
        return passage
    subjects = [i for i in passage.tree.children.get(root, ()) if passage.tokens[i].deprel.partition(":")[0] == "nsubj"]
    inside = (i for subject in subjects for i in passage.tree.subtree(subject))
    start = min((passage.tokens[i].span.start for i in inside), default=passage.span.start)
    before = passage.source[passage.span.start - passage.offset : start - passage.offset]
    if not before.rstrip().endswith(","):
        return passage
    return passage.starting_at(start).begun_with(f"{LEFT_OUT} ")


def without_tail(passage: Passage) -> Passage:
    """`… said in Geneva, where he will take part in talks.` -> `… said in Geneva […].`."""
    found = _tail(passage.language).search(passage.words)
    if found is None:
        return passage
    start = passage.span.start + found.start()
    quoted = passage.is_quoted(Span(start, start + 1)) or re.search(r"[“”«»\"]", found[0])
    rest = passage.words[: found.start()].split()
    if quoted or len(found[0].split()) < _SHORTEST_TAIL or len(rest) < _SHORTEST_REST:
        return passage
    return passage.ending_at(start).edited(start, start, f" {LEFT_OUT}")


@cache
def _scenes(language: str) -> re.Pattern[str]:
    return re.compile(rf"{one_of(grammar_of(language).scenes)}\b", re.IGNORECASE)


@cache
def _tail(language: str) -> re.Pattern[str]:
    """The last comma of a sentence with a relative word of place or person behind it."""
    return re.compile(rf",\s{one_of(grammar_of(language).tails)}\s[^,;:]+$")
