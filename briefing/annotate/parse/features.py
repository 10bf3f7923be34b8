"""What the network sees of a word: its number in the vocabulary and hashed affixes and shape.

Hashing (Weinberger et al. 2009) keeps the tables small and gives every unknown word a stem, an ending and a shape.  The
shape also says whether the whole sentence is in capitals or in title case, where a capital letter means nothing: the trial
without this took every word of an English headline for a proper noun.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

UNKNOWN = 1
"""Row of the word table for words outside the vocabulary; row 0 is padding."""

TABLES: tuple[tuple[str, int, int], ...] = (
    ("suffix2", 2048, 24),
    ("suffix3", 6144, 48),
    ("suffix4", 8192, 32),
    ("prefix3", 6144, 32),
    ("prefix5", 8192, 24),
    ("shape", 512, 16),
)
"""Name, rows and width of each hashed table, in the order of the columns of `encode`."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters inside words that the eye does not see: soft hyphens, joiners, direction marks."""
_PLAIN = str.maketrans(
    dict.fromkeys(INVISIBLE, "")
    | {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "―": "-", "‑": "-"}
)


def plain(form: str) -> str:
    """The form with the treebanks' plain quotation marks and dashes, composed letters, nothing invisible.

    >>> plain("“Ya”"), plain("cafe\u0301"), plain("gob\u00adierno")
    ('"Ya"', 'café', 'gobierno')
    """
    if form.isascii():
        return '"' if form in {"``", "''"} else form
    return unicodedata.normalize("NFC", form).translate(_PLAIN)


def word_key(form: str) -> str:
    """The key of a form in the vocabulary: lower case, digits as 0.

    >>> word_key("EE.UU."), word_key("2026")
    ('ee.uu.', '0000')
    """
    lower = plain(form).lower()
    return "".join("0" if c.isdigit() else c for c in lower)


def case_mode(forms: Sequence[str]) -> str:
    """`C` for a sentence in capitals, `T` for one in title case, else nothing.

    >>> case_mode("Court Rejects Appeal Over Border Wall".split()), case_mode("LA CORTE FALLA".split())
    ('T', 'C')
    """
    words = [form for form in forms if form.isalpha()]
    if len(words) > 1 and all(word.isupper() for word in words):
        return "C"
    long = [word for word in words if len(word) > 3]
    if len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.85 * len(long):
        return "T"
    return ""


def encode(forms: Sequence[str], vocabulary: Mapping[str, int]) -> list[tuple[int, ...]]:
    """One row per word: its number in the vocabulary, then one row number per table of `TABLES`."""
    mode = case_mode(forms)
    rows = []
    initial = True
    for form in forms:
        rows.append((vocabulary.get(word_key(form), UNKNOWN), *_hashes(form, mode + "^" * initial)))
        initial = initial and not any(c.isalnum() for c in form)
    return rows


@lru_cache(maxsize=1 << 16)
def _hashes(form: str, context: str) -> tuple[int, ...]:
    key = word_key(form)
    texts = (key[-2:], key[-3:], key[-4:], key[:3], key[:5], context + _shape(plain(form)))
    return tuple(
        zlib.crc32(f"{name}:{text}".encode("utf-8", "surrogatepass")) % rows
        for (name, rows, _), text in zip(TABLES, texts, strict=True)
    )


def _shape(form: str) -> str:
    """Letter classes, runs of more than two shortened, at most eight.

    >>> _shape("McDonald"), _shape("1,200")
    ('XxXxx', 'd,dd')
    """
    shape = ""
    for c in form[:40]:
        kind = "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c
        if not shape.endswith(kind * 2):
            shape += kind
    return shape[:8]
