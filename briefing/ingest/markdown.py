"""Markdown: front matter, headings, and the text that the markup says.

As with HTML, the stored text is what the markup means: emphasis signs, link targets, comments and tags are no part of it.
The front matter stays in the text, marked as metadata.  Only what articles use is read (emphasis, links, images, headings,
lists, quotations, tags); it is done line by line, so that a file with a paragraph a line keeps its paragraphs.
"""

from __future__ import annotations

import html
import re

from briefing.errors import ArticleError
from briefing.ingest.cues import Cues, fold, load_cues
from briefing.ingest.lines import is_prose, marked_questions, split_lines, unwrap
from briefing.ingest.refusals import refused
from briefing.ingest.source import Source
from briefing.model import Mark, Span
from briefing.structure import load_plain

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?P<yaml>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(?P<text>[^\n]*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.{0,5000}?-->", re.DOTALL), ""),
    (re.compile(r"<(?:script|style)\b.{0,20000}?</(?:script|style)\s*>", re.DOTALL | re.IGNORECASE), ""),
    (re.compile(r"<br\s*/?>", re.IGNORECASE), "\n"),
    (re.compile(r"</?[a-zA-Z][^<>\n]{0,300}(?:\n[^<>\n]{0,300})?>"), ""),
    (re.compile(r"!\[[^\]\n]{0,300}\]\([^()\s]{0,600}(?:\s+\"[^\"\n]{0,200}\")?\)"), ""),  # words for who cannot see it
    (re.compile(r"\[([^\]\[]{1,300})\]\([^()\s]{0,600}(?:\s+\"[^\"\n]{0,200}\")?\)"), r"\1"),
    (re.compile(r"\[([^\]\[]{1,300})\]\[[^\]\[\n]{0,60}\]"), r"\1"),
    (re.compile(r"^[ ]{0,3}\[[^\]\n]{1,60}\]:\s+\S+.*$", re.MULTILINE), ""),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*]{1,600}?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*]{1,600}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_]{1,600}?)(?<=\S)\1(?![\w_])"), r"\2"),
    (re.compile(r"^[ ]{0,3}>[ ]?", re.MULTILINE), ""),
    (re.compile(r"^[ ]{0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])"), r"\1"),
)
_BOLD_LINE = re.compile(r"^[ ]{0,3}(?P<sign>\*\*|__)(?P<text>[^*_\n][^\n]*?)(?P=sign)[ \t]*$", re.MULTILINE)
_LINK_LINE = re.compile(
    r"^[ ]{0,3}(?:[-*+•·]|\d{1,2}[.)])?[ \t]*"
    r"(?P<link>(?:\*\*|__)?\[[^\]\[\n]{8,300}\]\([^()\s]{1,600}\)(?:\*\*|__)?)[ \t]*$",
    re.MULTILINE,
)
_MARKUP_SIGNS = re.compile(
    r"\*\*(?=\S)[^*\n]{1,200}|</?(?:span|p|em|strong|b|i|a|div|br)\b[^<>]{0,200}>|\]\(https?://", re.IGNORECASE
)


def read_markdown(text: str) -> Source:
    """A Markdown text as a Source: fields from the front matter, headings marked, inline markup resolved."""
    cues = load_cues()
    front = _FRONT_MATTER.match(text)
    head = text[: front.end()] if front else ""
    fields, faults = _front_matter(front["yaml"], cues) if front else ({}, ())
    unwrapped = unwrap(text[len(head) :])
    body, headings = _headings(resolve_inline(unwrapped))
    bold = [resolve_inline(match["text"]) for match in _BOLD_LINE.finditer(unwrapped)]
    marks = [Mark(span=Span(0, len(head.rstrip())), kind="metadata", rule="front_matter")] if head.strip() else []
    marks += [Mark(span=Span(len(head) + s.start, len(head) + s.stop), kind="heading", rule="markup_heading") for s in headings]
    marks += marked_questions(body, bold, start=len(head))
    marks += _link_lines(body, {resolve_inline(match["link"]) for match in _LINK_LINE.finditer(unwrapped)}, start=len(head))
    return Source(text=head + body, fields=fields, marks=tuple(sorted(marks, key=lambda mark: mark.span)), faults=faults)


def _link_lines(body: str, links: set[str], *, start: int) -> list[Mark]:
    """The marks of lines behind the first paragraph that are a link and nothing else: they lead to other pages."""
    lines = split_lines(body)
    first = next((at for at, line in enumerate(lines) if is_prose(line)), len(lines))
    return [
        Mark(span=Span(line.span.start + start, line.span.stop + start), kind="link_list", rule="markup_link")
        for line in lines[first + 1 :]
        if line.text.lstrip("-*+•·0123456789.) ") in links
    ]


def holds_markup(text: str) -> bool:
    """Whether a plain text file is Markdown in truth: it has several signs that mean nothing as prose."""
    return len(_MARKUP_SIGNS.findall(text)) >= 2


def resolve_inline(text: str) -> str:
    """The text without its inline markup.

    >>> resolve_inline("**Trade**: the [minister](https://example.org/m) said *no*.")
    'Trade: the minister said no.'
    """
    for pattern, meaning in _INLINE:
        text = pattern.sub(meaning, text)
    return html.unescape(text) if "&" in text else text


def _front_matter(yaml_text: str, cues: Cues) -> tuple[dict[str, str], tuple[ArticleError, ...]]:
    try:
        data = load_plain(yaml_text)
    except ValueError as error:
        return {}, (refused("front_matter_no_yaml", str(error)),)
    if not isinstance(data, dict):
        return {}, (refused("front_matter_no_list"),)
    fields: dict[str, str] = {}
    for key, value in data.items():
        field = cues.labels.get(fold(key.replace("_", " ").strip()))
        if field and isinstance(value, str) and value.strip():
            field = "url" if field == "outlet" and value.startswith(("http://", "https://")) else field
            fields.setdefault(field, " ".join(value.split()))
    return fields, ()


def _headings(text: str) -> tuple[str, list[Span]]:
    """The text without the signs before headings, and where the headings stand in it."""
    pieces: list[str] = []
    spans: list[Span] = []
    last = length = 0
    for match in _HEADING.finditer(text):
        pieces += [text[last : match.start()], match["text"]]
        length += match.start() - last
        if match["text"]:
            spans.append(Span(length, length + len(match["text"])))
        length += len(match["text"])
        last = match.end()
    return "".join([*pieces, text[last:]]), spans


__all__ = ["holds_markup", "read_markdown", "resolve_inline"]
