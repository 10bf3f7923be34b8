"""Copies and near-copies, in time that grows with the words, not with the pairs.

Method: shingles of five words (Broder 1997), of which those whose hash is 0 modulo 4 are kept as the article's sample, and
an inverted index from hash to the first few articles that have it.  The containment of the smaller sample in the larger
one estimates how much of the shorter text stands in the longer.  An agency's text is often cut: two articles that name the
same agency are copies at a lower overlap.  Two texts of one form, each on a subject of its own (an order on Norway, the same
order on Iceland), are no copies.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.ingest.cues import fold

SHINGLE_WORDS = 5
SAMPLE_MODULUS = 4
POSTINGS = 12
"""Articles remembered for one shingle: a phrase that more of them share is a boilerplate, or its copies are found already."""
MIN_SAMPLE = 8
NEAR_DUPLICATE = 0.6
AGENCY_COPY = 0.3

OWN_SUBJECT = 3
"""So often a text names what its twin never names, where one form of words was used for two subjects."""

_WORD = re.compile(r"\w+")
_INSIDE = re.compile(r"(?<=[\w,] )[^\W\d_]\w{3,}")
"""A word inside a sentence; with a capital it is a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Two articles (by index) that share a part of their words; `agency` where a shared agency lowered the bar."""

    earlier: int
    later: int
    overlap: float
    agency: str | None = None


def find_copies(texts: Sequence[str], agencies: Sequence[frozenset[str]]) -> list[Copy]:
    """The near-copies among the texts.  Shapes: one text and one set of agency names for each article."""
    samples = [_sample(text) for text in texts]
    postings: dict[int, list[int]] = {}
    copies: list[Copy] = []
    for later, sample in enumerate(samples):
        shared = Counter(earlier for shingle in sample for earlier in postings.get(shingle, ()))
        for earlier, count in sorted(shared.items()):
            overlap = count / max(MIN_SAMPLE, min(len(sample), len(samples[earlier])))
            agency = min(agencies[earlier] & agencies[later], default=None)
            near = overlap >= (AGENCY_COPY if agency else NEAR_DUPLICATE)
            if near and not has_each_its_own_subject(texts[earlier], texts[later]):
                copies.append(Copy(earlier=earlier, later=later, overlap=overlap, agency=agency))
        for shingle in sample:
            known = postings.setdefault(shingle, [])
            if len(known) < POSTINGS:
                known.append(later)
    return copies


def has_each_its_own_subject(left: str, right: str) -> bool:
    """Whether each of two texts names again and again what the other never names.

    >>> order = "The duty on {0} is paused, since {0} has acted. If {0} fails, or the Government of {0} does, it returns."
    >>> has_each_its_own_subject(order.format("Norway"), order.format("Iceland"))
    True
    >>> has_each_its_own_subject(order.format("Norway"), order.format("Norway") + " It was signed in Oslo.")
    False
    """
    return _names_alone(left, right) and _names_alone(right, left)


def _names_alone(text: str, other: str) -> bool:
    named = Counter(word for word in _INSIDE.findall(text) if word[0].isupper())
    return any(count >= OWN_SUBJECT and name not in other for name, count in named.items())


def assign_origins(count: int, copies: Sequence[Copy], outlets: Sequence[str | None]) -> list[str]:
    """`o1`, `o2` … in the order of the articles: the same for copies of each other and for articles of one outlet."""
    parents = list(range(count))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    first_of: dict[str, int] = {}
    links = [(copy.earlier, copy.later) for copy in copies]
    links += [(first_of.setdefault(fold(outlet), index), index) for index, outlet in enumerate(outlets) if outlet]
    for one, other in links:
        low, high = sorted((root(one), root(other)))
        parents[high] = low
    names: dict[int, str] = {}
    return [names.setdefault(root(index), f"o{len(names) + 1}") for index in range(count)]


def _sample(text: str) -> frozenset[int]:
    return frozenset(shingle for shingle in _shingles(text) if shingle % SAMPLE_MODULUS == 0)


def _shingles(text: str) -> Iterator[int]:
    words = [word.encode() for word in _WORD.findall(text.casefold())]
    for start in range(len(words) - SHINGLE_WORDS + 1):
        yield zlib.crc32(b" ".join(words[start : start + SHINGLE_WORDS]))


__all__ = ["Copy", "assign_origins", "find_copies"]
