"""Word forms: a key that all inflected forms of a word share, by the endings in `languages/inflection/<language>.yaml`."""

from __future__ import annotations

import functools
import unicodedata

from briefing.knowledge.loader import load_language
from briefing.model import Language


def fold(word: str) -> str:
    """Lower case without accents.

    >>> fold("Área")
    'area'
    """
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    return "".join(char for char in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(char))


@functools.lru_cache(maxsize=65536)
def neutral_key(word: str, language: Language) -> str:
    """What all forms of a word share.

    >>> {neutral_key(word, "es") for word in ("bilateral", "bilaterales")}
    {'bilateral'}
    >>> {neutral_key(word, "es") for word in ("conjunto", "conjunta", "conjuntas")}
    {'conjunt'}
    """
    rules = load_language("inflection", language)
    key = fold(word)
    shortest = int(rules["shortest"])
    for ending in sorted(rules["plural"], key=len, reverse=True):
        if key.endswith(ending) and len(key) - len(ending) >= shortest:
            key = key[: len(key) - len(ending)] + rules["plural"][ending]
            break
    if any(key.endswith(vowel) for vowel in rules["gender"]) and len(key) > shortest:
        key = key[:-1]
    return key


def plural_key(word: str, language: Language) -> str:
    """The singular's key with its gender kept: single words are matched by it, so that `trata` is not `trato`.

    >>> plural_key("tropas", "es"), plural_key("trato", "es"), plural_key("trata", "es")
    ('tropa', 'trato', 'trata')
    """
    rules = load_language("inflection", language)
    key = fold(word)
    for ending in sorted(rules["plural"], key=len, reverse=True):
        if key.endswith(ending) and len(key) - len(ending) >= int(rules["shortest"]):
            return key[: len(key) - len(ending)] + str(rules["plural"][ending])
    return key
