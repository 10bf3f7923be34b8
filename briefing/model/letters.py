"""The capital and the small letters of names in Latin script, for patterns: `Šefčovič`, `Çelik`, `Đặng`.

Python's `re` has no `\\p{Lu}`; the classes are made from what Unicode says of the blocks in which such names are written.
"""

from __future__ import annotations

import re

_BLOCKS = ((0xC0, 0x250), (0x1E00, 0x1F00))
"""Latin-1's letters to Latin Extended-B, and Latin Extended Additional, where Vietnamese has its letters."""
_LETTERS = [chr(code) for first, stop in _BLOCKS for code in range(first, stop)]

UPPER = "A-Z" + "".join(letter for letter in _LETTERS if letter.isupper())
LOWER = "a-z" + "".join(letter for letter in _LETTERS if letter.islower())


def capital(words: str) -> str:
    """The words with their first letter in upper case, and nothing else changed."""
    return words[:1].upper() + words[1:]


def plain(text: str) -> str:
    """The words alone, in small letters: no stop, no quotation mark."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def is_country_code(code: str) -> bool:
    """`MX`, and no person, body or newspaper."""
    return len(code) == COUNTRY_CODE and code.isupper()


COUNTRY_CODE = len("MX")
