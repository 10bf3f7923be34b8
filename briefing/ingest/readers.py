"""One function for each format: bytes to a `Source`.  A new format is one function and one line in `READERS`."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

from briefing.ingest.decode import damage, decode, normalize_newlines
from briefing.ingest.html import read_html
from briefing.ingest.lines import unwrap
from briefing.ingest.markdown import holds_markup, read_markdown
from briefing.ingest.refusals import refused
from briefing.ingest.source import Source

Reader = Callable[[str], Source]
"""Decoded text with `\\n` for line breaks, to a Source.  Raises ArticleError where the format cannot be read."""

_IS_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html[\s>])", re.IGNORECASE)


def read_plain(text: str) -> Source:
    """Plain text; a web page or Markdown that was saved as .txt is read as what it is, and a note says so."""
    if _IS_HTML.match(text):
        return _noted(read_html(text), "read as a web page: the file holds HTML")
    if holds_markup(text):
        return _noted(read_markdown(text), "read as Markdown: the file holds markup")
    return Source(text=unwrap(text))


READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
}
SAVE_AS_TEXT = frozenset({".pdf", ".docx", ".doc", ".odt", ".rtf"})


def reader_for(suffix: str) -> Reader:
    """The reader of a suffix.  Raises ArticleError that says what to do where there is none."""
    if reader := READERS.get(suffix.lower()):
        return reader
    if suffix.lower() in SAVE_AS_TEXT:
        raise refused("save_as_text", suffix=suffix)
    raise refused("unknown_suffix" if suffix else "no_suffix", suffix=suffix, known=" ".join(READERS))


def read_source(data: bytes, suffix: str) -> Source:
    """Decode and read one file's bytes.  Raises ArticleError with one clear line."""
    reader = reader_for(suffix)
    text, encoding = decode(data)
    text = normalize_newlines(text)
    if not text.strip():
        raise refused("empty")
    source = reader(text)
    notes = [] if encoding == "utf-8" else [f"encoding: read as {encoding}"]
    notes += [words] if (words := damage(source.text)) else []
    return _noted(source, *notes)


def _noted(source: Source, *notes: str) -> Source:
    return dataclasses.replace(source, notes=(*source.notes, *notes))


__all__ = ["READERS", "Reader", "read_source", "reader_for"]
