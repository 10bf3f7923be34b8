"""Which language a text is in, by the share of its words that are one language's function words.

Method: Ingle's short-word counts (1976), with each word weighted by the inverse of the number of languages that have it, so
that "de" and "la" decide nothing between neighbours.  Languages that are not read have their lists too: an article in
Portuguese is left out by its name instead of being read as poor Spanish.  Scripts other than Latin are told by their letters.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter

from briefing.ingest.cues import Cues, load_cues

UNKNOWN = "und"
"""ISO 639-2 for undetermined."""
SAMPLE_CHARS = 6000
MIN_HITS = 1.5
"""Weighted function words that a text must have: fewer, and it is too short to tell."""
MARGIN = 1.15
"""How much better than the second language the first must be."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def identify_language(text: str) -> str:
    """The ISO 639-1 code of the language, `und` where the text is too short, the script's name where it is not Latin.

    >>> identify_language("El ministro dijo que la reunión será en Lima, según el comunicado de la cancillería.")
    'es'
    """
    cues = load_cues()
    words = _WORD.findall(text[:SAMPLE_CHARS].casefold().replace("’", "'"))
    if not words:
        return UNKNOWN
    if script := _foreign_script("".join(words[:200])):
        return script
    ranking = score_languages(words, cues)
    (best, score), (_, second) = ranking[:2]
    return best if score >= MIN_HITS and score >= MARGIN * second else UNKNOWN


def score_languages(words: list[str], cues: Cues) -> list[tuple[str, float]]:
    """Languages with the weighted count of their function words, best first."""
    weights = _weights(cues.languages)
    scores = dict.fromkeys(sorted(cues.function_words), 0.0)
    for word, count in Counter(words).items():
        for code, weight in weights.get(word, ()):
            scores[code] += weight * count
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))


@functools.cache
def _weights(_: tuple[str, ...]) -> dict[str, tuple[tuple[str, float], ...]]:
    lists = load_cues().function_words
    owners: dict[str, list[str]] = {}
    for code, words in lists.items():
        for word in words:
            owners.setdefault(word, []).append(code)
    return {word: tuple((code, 1 / len(codes)) for code in codes) for word, codes in owners.items()}


def _foreign_script(letters: str) -> str | None:
    scripts = Counter(unicodedata.name(letter, "LATIN").split()[0] for letter in letters)
    name, count = max(scripts.items(), key=lambda pair: (pair[1], pair[0]))
    return None if name == "LATIN" or count < 0.5 * len(letters) else name.capitalize()


__all__ = ["UNKNOWN", "identify_language", "score_languages"]
