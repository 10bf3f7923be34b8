"""What the readers hand over: a text as it stands in the file, with what the format itself says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.errors import ArticleError
from briefing.model import Mark, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text out of a file.  `fields` are the format's own statements: title, date, outlet, url, language, author.

    `marks` are what the format shows (front matter, headings); `notes` go to the article; `faults` are parts of the
    file that could not be used and become `Skipped` entries.
    """

    text: str
    fields: Mapping[str, str] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()
    faults: tuple[ArticleError, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an article without the white space around it; `after_gap` where an empty line stands before it."""

    span: Span
    text: str
    after_gap: bool = False


__all__ = ["Line", "Source"]
