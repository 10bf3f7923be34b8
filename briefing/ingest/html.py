"""Web pages: main text by trafilatura, the page's own statements (title, date, outlet, address) from JSON-LD and meta.

Trafilatura (Barbaresi 2021, ACL demo) finds the main text.  Its metadata are not used: its date comes from htmldate, which
also guesses from the address and the text and looks at the clock; here a date must have been stated by the page.  The
stored text is the extracted text, its title first, one block a paragraph.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from briefing.ingest.cues import fold, load_cues
from briefing.ingest.dated_lines import is_head_line, is_printed_date
from briefing.ingest.dates import find_dates
from briefing.ingest.lines import marked_questions
from briefing.ingest.outlets import is_outlet
from briefing.ingest.refusals import refused
from briefing.ingest.source import Line, Source
from briefing.model import Mark, MarkKind, Span

META: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "date": (
        "article:published_time", "datepublished", "og:published_time", "publishdate", "pubdate", "publication_date",
        "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "date",
    ),
    "outlet": ("og:site_name", "publisher", "dc.publisher", "application-name", "article:publisher_name"),
    "url": ("og:url", "twitter:url"),
}  # fmt: skip
"""Names of `meta` elements for each field, the most trusted first."""
JSON_LD: dict[str, tuple[str, ...]] = {
    "title": ("headline", "name"),
    "date": ("datePublished", "dateCreated"),
    "outlet": ("publisher", "sourceOrganization"),
    "url": ("url", "mainEntityOfPage"),
}
ARTICLE_TYPE = re.compile(r"Article|Posting|Report|WebPage$")
MAX_DEPTH = 12
KEPT_SHARE = 0.95
"""Where the blocks hold less of the main text than this, its plain form is taken instead: nothing may be lost."""

LINE_CHARS = 140
"""A longer one is no line of a head."""
HEAD_ELEMENTS, HEAD_LINES = 40, 3
"""Elements behind the heading among which the head's lines are looked for, and how many of them are kept."""

OUTLET_WORDS = 5
"""Words of a paper's name behind the title of a page."""
_SIGNS = "|-–—·•»>"
"""What stands between the title of a page and the name of its paper."""
ABOVE = 6
"""Innermost elements above the heading that are read for a date or a paper's name."""
_LEAVES_ABOVE = "preceding::*[not(*)][not(self::script or self::style or self::title or self::meta or self::a)]"

_PARAGRAPHS = ("p", "quote", "head", "item", "code", "row")


def read_html(text: str) -> Source:
    """A web page as a Source.  Raises ArticleError where no main text can be found."""
    tree = _parse(text)
    fields = _fields(tree)
    blocks = _main_text(text)
    if not blocks:
        raise refused("no_main_text")
    title = fields.get("title")
    if title and all(block.casefold() != title.casefold() for _, block in blocks[:2]):
        blocks.insert(0, ("title", title))
    if title and blocks[0][1] == title and not {"date", "outlet"} <= fields.keys():
        blocks[1:1] = [("p", line) for line in _lines_of_head(tree, blocks, dated="date" in fields)]
    marks = _marks(blocks, title)
    body = "\n\n".join(block for _, block in blocks)
    asked = [mark for mark in marked_questions(body, _bold(tree)) if not any(m.span.overlaps(mark.span) for m in marks)]
    return Source(text=body, fields=fields, marks=tuple(sorted((*marks, *asked), key=lambda mark: mark.span)))


def _parse(text: str) -> Any:
    from lxml import etree
    from lxml import html as lxml_html

    try:
        return lxml_html.document_fromstring(text.encode("utf-8"), parser=lxml_html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError) as error:
        raise refused("no_web_page", str(error)) from error


def _main_text(text: str) -> list[tuple[str, str]]:
    """The main text as blocks: the kind of element and its text."""
    import trafilatura

    found = trafilatura.bare_extraction(text, include_comments=False, include_tables=True, include_formatting=False)
    if found is None or isinstance(found, dict):
        return []
    blocks = [(str(e.tag), words) for e in _leaves(found.body) if (words := _words(e))]
    whole = "".join("".join(map(str, found.body.itertext())).split())
    if sum(len("".join(words.split())) for _, words in blocks) < KEPT_SHARE * len(whole):
        return [("p", line) for line in (found.text or "").split("\n") if line.strip()]
    return blocks


def _lines_of_head(tree: Any, blocks: list[tuple[str, str]], *, dated: bool) -> list[str]:
    """The short lines that say when, by whom and where it was published, beside the heading and no part of the main text."""
    heading = next(iter(tree.xpath("//h1") or tree.xpath("//h2")), None)
    told = " ".join(words for _, words in blocks)
    if heading is None:
        return []
    found: list[str] = []
    above = [] if dated else heading.xpath(_LEAVES_ABOVE)[-ABOVE:]
    for element in [*above, *heading.xpath("following::*[not(self::script or self::style)]")[:HEAD_ELEMENTS]]:
        words = " ".join(element.text_content().split())
        if element.tag == "p" and len(words) > LINE_CHARS and words in told:
            break
        short = 0 < len(words) <= LINE_CHARS and words not in told and not any(words in line for line in found)
        if short and _is_of_head(words, above=element in above, dated=dated):
            found.append(words)
    return found[:HEAD_LINES]


def _is_of_head(words: str, *, above: bool, dated: bool) -> bool:
    """A line of names and a date, or a paper's name, above the heading; below it a by-line, or any line with a date."""
    line, cues = Line(Span(0, len(words)), words), load_cues()
    if above:
        return is_printed_date(line, cues) or is_outlet(words, cues)
    return is_head_line(line, cues) or (not dated and bool(find_dates(words, cues)))


def _words(element: Any) -> str:
    """The text of a block; its line breaks stay, and an item of a list keeps its dash."""
    for line_break in element.iter("lb"):
        line_break.tail = "\n" + (line_break.tail or "")
    lines = (" ".join(line.split()) for line in "".join(element.itertext()).split("\n"))
    words = "\n".join(line for line in lines if line)
    return f"- {words}" if element.tag == "item" and words else words


def _leaves(element: Any) -> Iterator[Any]:
    """The innermost elements that are blocks, in the order of the text."""
    for child in element:
        if child.tag in _PARAGRAPHS and child.find(".//p") is None and child.find(".//item") is None:
            yield child
        else:
            yield from _leaves(child)


def _marks(blocks: list[tuple[str, str]], title: str | None) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    start = 0
    for tag, block in blocks:
        kind: MarkKind | None = "title" if tag == "title" or block == title else "heading" if tag == "head" else None
        if kind:
            marks.append(Mark(span=Span(start, start + len(block)), kind=kind, rule=f"html_{kind}"))
        start += len(block) + 2
    return tuple(marks)


def _bold(tree: Any) -> list[str]:
    """The words of the paragraphs that are bold as a whole."""
    whole = [" ".join(p.text_content().split()) for p in tree.iter("p", "div")]
    bold = {" ".join(b.text_content().split()) for b in tree.iter("b", "strong")}
    return [words for words in whole if words in bold]


def _fields(tree: Any) -> dict[str, str]:
    linked = list(_linked_data(tree))
    meta = _meta(tree)
    fields = {
        "title": _stated(linked, meta, "title")
        or _element(tree, "//h1")
        or _element(tree, "//title")
        or _element(tree, "//h2"),
        "date": _stated(linked, meta, "date") or _attribute(tree, "(//article//time|//time)/@datetime"),
        "outlet": _stated(linked, meta, "outlet") or _outlet_of_title(tree),
        "url": _attribute(tree, "//link[@rel='canonical']/@href") or _stated(linked, meta, "url"),
        "language": _attribute(tree, "/html/@lang"),
    }
    return {name: " ".join(value.split()) for name, value in fields.items() if value and value.strip()}


def _outlet_of_title(tree: Any) -> str | None:
    """The paper that the page's title names, alone or behind the words of its heading: `Talks resume | The Lake Herald`."""
    title, heading = (" ".join((_element(tree, path) or "").split()) for path in ("//title", "//h1"))
    behind = title.removeprefix(heading) if heading and title != heading else ""
    alone = behind == title and is_outlet(title, load_cues())
    name = behind.strip(f" {_SIGNS}") if alone or (behind != title and behind.lstrip().startswith(tuple(_SIGNS))) else ""
    name = load_cues().papers.get(fold(name), name)
    return name if name[:1].isupper() and len(name.split()) <= OUTLET_WORDS else None


def _stated(linked: list[dict[str, Any]], meta: dict[str, str], field: str) -> str | None:
    return _first_linked(linked, field) or next((meta[name] for name in META[field] if name in meta), None)


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and element.get("content"):
            found.setdefault(name.casefold(), element.get("content"))
    return found


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe an article, those that are one before those that merely hold one."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(script)
        except (ValueError, RecursionError):
            continue
        yield from (entry for entry in _objects(data, 0) if ARTICLE_TYPE.search(str(entry.get("@type", ""))))


def _objects(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > MAX_DEPTH:
        return
    if isinstance(data, dict):
        yield data
        data = list(data.values())
    if isinstance(data, list):
        for entry in data:
            yield from _objects(entry, depth + 1)


def _first_linked(linked: list[dict[str, Any]], field: str) -> str | None:
    ordered = sorted(linked, key=lambda entry: str(entry.get("@type", "")).endswith("WebPage"))
    values = (_text_of(entry.get(key)) for entry in ordered for key in JSON_LD[field])
    return next((value for value in values if value), None)


def _text_of(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id")
    return value if isinstance(value, str) else None


def _element(tree: Any, path: str) -> str | None:
    found = tree.xpath(path)
    return found[0].text_content() if found else None


def _attribute(tree: Any, path: str) -> str | None:
    found = tree.xpath(path)
    return str(found[0]) if found else None


__all__ = ["read_html"]
