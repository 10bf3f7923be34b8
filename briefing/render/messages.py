"""The fixed words of templates, for the catalogs: Word files keep theirs out of every extractor's sight."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from docx.oxml.ns import qn
from jinja2.ext import extract_from_ast

from briefing.render.markdown import markdown_environment
from briefing.render.office_files import tags
from briefing.render.office_files.ooxml import text_parts
from briefing.render.office_files.package import open_document
from briefing.render.sandbox import Sandbox
from briefing.render.word import word_environment

FUNCTIONS = ("_", "gettext", "ngettext", "pgettext", "npgettext")


class Message(NamedTuple):
    """One entry of a catalog: its context, its id, and the id of its plural, where it has them."""

    context: str | None
    id: str
    plural: str | None


def template_messages(path: Path) -> list[Message]:
    """The messages of a .docx or .md.j2, in the order in which they are printed."""
    if path.name.endswith(".j2"):
        return list(dict.fromkeys(_messages(markdown_environment((path,)), path.read_text("utf-8-sig"))))
    found: list[Message] = []
    for part in text_parts(open_document(path)):
        if "{" in "".join(node.text or "" for node in part.element.iter(qn("w:t"))):
            tags.prepare(part.element, path.name)
            found += _messages(word_environment(), tags.source_of(part.element))
    return list(dict.fromkeys(found))


def _messages(environment: Sandbox, source: str) -> Iterator[Message]:
    for _, function, texts in extract_from_ast(environment.parse(source), FUNCTIONS):
        words = [text for text in (texts if isinstance(texts, tuple) else (texts,)) if text is not None]
        context = words.pop(0) if function in ("pgettext", "npgettext") else None
        yield Message(context, words[0], words[1] if len(words) > 1 else None)
