"""Abbreviations that are explained in brackets: `the Foreign Ministry (MRE)`.

An explanation is for a reader who meets the abbreviation again; where no later line has it, the brackets say nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefing.model.letters import UPPER

_EXPLAINED = re.compile(rf" \((?P<short>[{UPPER}]{{2,6}})(?P<how>, [^()]{{4,40}})?\)")
MOST_WORDS = 10
"""So many words before the brackets may be what they abbreviate."""


def unused_explanations(lines: Iterable[str]) -> frozenset[str]:
    """The brackets to leave out, as they stand: ` (MRE)`."""
    lines = list(lines)
    asides = {aside: short for line in lines for aside, short in _explanations(line)}
    bare = " ".join(without(line, asides) for line in lines)
    used = Counter(re.findall(r"\w+", bare))
    return frozenset(aside for aside, short in asides.items() if not used[short])


def _explanations(line: str) -> Iterator[tuple[str, str]]:
    for match in _EXPLAINED.finditer(line):
        before = line[: match.start()].split()[-MOST_WORDS:]
        if match["how"] or _has_initials(before, match["short"]):
            yield match[0], match["short"]


def _has_initials(words: Sequence[str], short: str) -> bool:
    """`Secretaría de Relaciones Exteriores` for SRE; in another language's order too: `Agencia Nacional de Seguridad`, NSA."""
    capitals = [word[0] for word in words if word[:1].isupper()]
    return sorted(capitals[-len(short) :]) == sorted(short)


def without(line: str, asides: Iterable[str]) -> str:
    """The line without these brackets."""
    for aside in asides:
        line = line.replace(aside, "")
    return line
