"""What a memo has told already: a line is printed once, and where it comes again the reader is led to it.

A key fact and a position are often one sentence.  The list of facts has it in full, the matrix its stance, speaker and a link.
What counts as the same line holds for all languages, so that the editions stay alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from briefing.model import Brief, Item
from briefing.render.sections.evidence import Sources, said_by
from briefing.render.words import Words

ItemT = TypeVar("ItemT", bound=Item)


def same_line(left: Item, right: Item) -> bool:
    """Whether two items are printed as the same words in every language."""
    return bool(left.text) and left.text == right.text


def in_bottom_line(item: Item, brief: Brief) -> bool:
    """Whether the bottom line has the item's words in every language."""
    return bool(item.text and brief.bottom_line) and all(
        line and line in brief.bottom_line.get(language, "") for language, line in item.text.items()
    )


def not_told(items: Iterable[ItemT], brief: Brief) -> list[ItemT]:
    """The items that the bottom line does not tell."""
    return [item for item in items if not in_bottom_line(item, brief)]


def cited_bottom_line(brief: Brief, items: Sequence[Item], words: Words, sources: Sources) -> str:
    """The bottom line with the sources of what only it tells: numbers behind each sentence, names at the end."""
    line = words.text(brief.bottom_line)
    told = {words.text(item.text): said_by(item, words.language) for item in reversed(items) if words.text(item.text) in line}
    told.pop("", None)
    if sources.style == "attribution":
        return line + sources.cite([piece for evidence in reversed(told.values()) for piece in evidence])
    for text, evidence in told.items():
        line = line.replace(text, text + sources.cite(evidence, line=text), 1)
    return line
