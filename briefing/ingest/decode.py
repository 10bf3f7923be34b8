"""Bytes to text: byte order mark, declared encoding, UTF-8, then cp1252, and nothing cleverer.

Statistical detectors are not used: with a short Spanish text they answer cp1250 and turn "España" into "Espańa".  A text
that was damaged before it came here ("EspaÃ±a") is noticed and said, never repaired: a repair would change what evidence
quotes, and a wrong one could not be seen any more.
"""

from __future__ import annotations

import codecs
import re

from briefing.ingest.refusals import refused

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0", "old_office"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"\x1f\x8b", "compressed"),
)
LATIN1_NAMES = frozenset({"iso8859-1", "ascii", "latin-1", "latin1"})
"""Web pages that declare these mean cp1252 (WHATWG Encoding Standard, section 4.2)."""

_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]{0,200}?encoding|<meta[^>]{0,200}?charset)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE
)
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ASCII = bytes(range(128))
_MOJIBAKE = re.compile(r"[ÂÃâÅÐ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2}")


def decode(data: bytes) -> tuple[str, str]:
    """The text and the encoding that it was read with.  Raises ArticleError where the bytes are no text.

    >>> decode("España".encode("cp1252"))
    ('España', 'cp1252')
    """
    _refuse_binary(data)
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace"), encoding
    declared = declared_encoding(data)
    # Valid UTF-8 beyond ASCII does not come about by chance: it outweighs a page that declares cp1252.
    first = () if declared in {None, "cp1252"} else (declared,)
    for encoding in (*first, "utf-8"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    # Mostly UTF-8 with some broken bytes, or bytes that cp1252 does not know: the damage becomes visible signs.
    encoding = "utf-8" if _mostly_utf8(data) else "cp1252"
    return data.decode(encoding, "replace"), encoding


def normalize_newlines(text: str) -> str:
    r"""The one change that reading makes to a text: `\r\n` and `\r` become `\n`, so that offsets mean the same everywhere."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def damage(text: str) -> str | None:
    """What is wrong with the characters of a text, as a note; None where nothing is.

    >>> damage("EspaÃ±a y MÃ©xico")
    'mojibake: “EspaÃ±a” and the like (2); nothing was changed; save the original again as UTF-8'
    """
    places = [m for m in _MOJIBAKE.finditer(text) if _was_utf8(m[0])]
    if places:
        example = _word_at(text, places[0].start())
        return f"mojibake: “{example}” and the like ({len(places)}); nothing was changed; save the original again as UTF-8"
    if lost := text.count("\ufffd"):
        return f"lost characters: {lost} could not be decoded; save the original again as UTF-8"
    return None


def declared_encoding(data: bytes) -> str | None:
    """The encoding that an HTML or XML head declares, by its Python name; None where there is none that we know."""
    match = _DECLARED.search(data[:4096])
    if not match:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
    return "cp1252" if name in LATIN1_NAMES else name


def _mostly_utf8(data: bytes) -> bool:
    sequences = _UTF8_SEQUENCE.findall(data)
    stray = len(data.translate(None, _ASCII)) - sum(map(len, sequences))
    return len(sequences) > 2 * stray


def _refuse_binary(data: bytes) -> None:
    for signature, code in SIGNATURES:
        if data.startswith(signature):
            raise refused(code)
    if any(data.startswith(bom) for bom, _ in BOMS):
        return
    head = data[:65536]
    if b"\0" in head:
        raise refused("zero_bytes")
    control = len(head) - len(head.translate(None, bytes(set(range(32)) - {8, 9, 10, 12, 13, 27})))
    if control > 0.02 * len(head):
        raise refused("control_characters")


def _was_utf8(signs: str) -> bool:
    for stop in range(len(signs), 1, -1):
        for encoding in ("cp1252", "latin-1"):
            try:
                signs[:stop].encode(encoding).decode("utf-8")
            except UnicodeError:
                continue
            return True
    return False


def _word_at(text: str, index: int) -> str:
    start = max(text.rfind(" ", 0, index), text.rfind("\n", 0, index)) + 1
    stop = re.compile(r"\s|\Z").search(text, index)
    return text[start : stop.start() if stop else None][:30]


__all__ = ["damage", "declared_encoding", "decode", "normalize_newlines"]
