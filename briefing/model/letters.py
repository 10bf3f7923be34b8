"""The capital and the small letters of names in Latin script, for patterns: `Šefčovič`, `Çelik`, `Đặng`.

Python's `re` has no `\\p{Lu}`; the classes are made from what Unicode says of the blocks in which such names are written.
"""

from __future__ import annotations

_BLOCKS = ((0xC0, 0x250), (0x1E00, 0x1F00))
"""Latin-1's letters to Latin Extended-B, and Latin Extended Additional, where Vietnamese has its letters."""
_LETTERS = [chr(code) for first, stop in _BLOCKS for code in range(first, stop)]

UPPER = "A-Z" + "".join(letter for letter in _LETTERS if letter.isupper())
LOWER = "a-z" + "".join(letter for letter in _LETTERS if letter.islower())
