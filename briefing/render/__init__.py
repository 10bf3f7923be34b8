"""A brief into memos: Markdown, Word, PDF and a calendar, for an audience, in a reader's language and region.

Whatever is made is checked before it is handed over (`lint_docx`); a fault raises TemplateError and the old file stays.
The libraries behind a format are imported when that format is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import TemplateError
from briefing.model import Brief, Text
from briefing.render.atomic import write_atomically

if TYPE_CHECKING:
    from briefing.render.audience import Audience
    from briefing.render.memo import Memo


def render(
    brief: Brief,
    *,
    audience: str = "base",
    locale: str,
    format: str,
    template_dirs: Sequence[Path] = (),
    labels: Mapping[str, Text] | None = None,
) -> bytes:
    """One memo as the bytes of a file.

    `locale` is one of `localize.LOCALES`, `format` one of `WRITERS`; `template_dirs` are the places of templates, the nearest
    first; `labels` the knowledge's words for ids.
    Raises TemplateError with one line for each fault.
    """
    from briefing.render.memo import compose

    if format not in WRITERS:
        raise TemplateError([f"format {format}: unknown; there are {', '.join(WRITERS)}"])
    return WRITERS[format](compose(brief, audience=audience, locale=locale, template_dirs=template_dirs, labels=labels or {}))


def load_audience(name: str, dirs: Sequence[Path] = ()) -> Audience:
    """The settings of an audience, merged over its layers.  Raises TemplateError with every fault."""
    from briefing.render import audience

    return audience.load_audience(name, dirs)


def lint_docx(data: bytes) -> list[str]:
    """What Word, or a reader with a screen reader, would stumble over in a document: one line for each fault."""
    from briefing.render.office_files.lint import lint

    return lint(data)


def _markdown(memo: Memo) -> bytes:
    from briefing.render.markdown import write_markdown

    return write_markdown(memo)


def _word(memo: Memo) -> bytes:
    from briefing.render.word import write_word

    return write_word(memo)


def _calendar(memo: Memo) -> bytes:
    from briefing.render.calendar import write_calendar

    return write_calendar(memo)


def _pdf(memo: Memo) -> bytes:
    from briefing.render.office_files.pdf import write_pdf

    return write_pdf(memo)


WRITERS: Mapping[str, Callable[[Memo], bytes]] = {"md": _markdown, "docx": _word, "ics": _calendar, "pdf": _pdf}

__all__ = ["WRITERS", "lint_docx", "load_audience", "render", "write_atomically"]
