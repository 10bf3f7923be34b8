"""The pieces of WordprocessingML that python-docx 1.2 does not make: footnotes, links, bookmarks, fields, language.

Ids are counted in each document, never in the process, so that the same memo has the same bytes.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Iterator
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, nsmap, qn
from docx.oxml.parser import oxml_parser

from briefing.render.office_files.schema import put

Element = Any
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_W = f"{{{nsmap['w']}}}"
_NSMAP = {"w": nsmap["w"]}
_SEPARATOR = '<w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{0}/></w:r></w:p>'
_FOOTNOTES = (
    f"<w:footnotes {nsdecls('w')}>"
    f'<w:footnote w:type="separator" w:id="-1">{_SEPARATOR.format("separator")}</w:footnote>'
    f'<w:footnote w:type="continuationSeparator" w:id="0">{_SEPARATOR.format("continuationSeparator")}</w:footnote>'
    "</w:footnotes>"
)


def make(tag: str, **attributes: str) -> Element:
    """An element of the `w:` namespace: `make("lang", val="es-MX")`."""
    # What OxmlElement does, without looking the namespace up each time: a memo has thousands of these.
    element = oxml_parser.makeelement(_W + tag, nsmap=_NSMAP)
    for name, value in attributes.items():
        element.set(_W + name, value)
    return element


# ------------------------------------------------------------------ runs


def run(content: str | Element, properties: Element | None = None) -> Element:
    """A run of words, or of one element, with a copy of another run's properties."""
    made = make("r")
    if properties is not None and len(properties):
        made.append(copy.deepcopy(properties))
    if isinstance(content, str):
        made.append(text(content))
    else:
        made.append(content)
    return made


def text(words: str) -> Element:
    made = make("t")
    made.text = words
    made.set(XML_SPACE, "preserve")
    return made


def runs(words: str, properties: Element | None = None) -> Iterator[Element]:
    """Runs of words in which line feeds and tabs have become Word's own."""
    for part in re.split(r"([\n\t])", words):
        if part == "\n":
            yield run(make("br"), properties)
        elif part == "\t":
            yield run(make("tab"), properties)
        elif part:
            yield run(part, properties)


def with_style(properties: Element | None, style: str) -> Element:
    """Run properties with another character style; direct formatting of the template stays."""
    made = copy.deepcopy(properties) if properties is not None else make("rPr")
    put(made, make("rStyle", val=style))
    return made


def with_language(properties: Element | None, language: str) -> Element:
    made = copy.deepcopy(properties) if properties is not None else make("rPr")
    put(made, make("lang", val=language))
    return made


def field(instruction: str, shown: str, properties: Element | None = None) -> list[Element]:
    """A field with the result that is shown until Word computes it again."""
    code = make("instrText")
    code.text = f" {instruction} "
    code.set(XML_SPACE, "preserve")
    begin, separate, end = (make("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end"))
    return [run(part, properties) for part in (begin, code, separate, shown, end)]


def hyperlink(part: Part, url: str, content: list[Element]) -> Element:
    made = parse_xml(f"<w:hyperlink {nsdecls('w', 'r')}/>")
    made.set(qn("r:id"), part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    made.set(qn("w:history"), "1")
    made.extend(content)
    return made


def internal_link(bookmark: str, content: list[Element]) -> Element:
    made = make("hyperlink", anchor=bookmark, history="1")
    made.extend(content)
    return made


# ------------------------------------------------------------------ parts


class Footnotes:
    """The footnotes of a document; the part is made where the template has none."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self.part = _part(document, RELATIONSHIP_TYPE.FOOTNOTES) or self._make_part()
        ids = [int(note.get(qn("w:id"), "0")) for note in self.part.element.findall(qn("w:footnote"))]
        self._next = max([*ids, 0]) + 1

    def add(self, content: list[Element], *, style: str, mark_style: str) -> int:
        """A note with these runs; its id."""
        number, self._next = self._next, self._next + 1
        note = make("footnote", id=str(number))
        paragraph, properties = make("p"), make("pPr")
        properties.append(make("pStyle", val=style))
        paragraph.append(properties)
        paragraph.append(run(make("footnoteRef"), with_style(None, mark_style)))
        paragraph.append(run(" "))
        paragraph.extend(content)
        note.append(paragraph)
        self.part.element.append(note)
        return number

    def _make_part(self) -> XmlPart:
        package = self._document.part.package
        part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, parse_xml(_FOOTNOTES), package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        properties = make("footnotePr")
        properties.extend([make("footnote", id="-1"), make("footnote", id="0")])
        put(self._document.settings.element, properties)
        return part


def _part(document: Any, kind: str) -> XmlPart | None:
    """A part that python-docx loads as bytes, as one with elements."""
    for relation in document.part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            part = relation.target_part
            if not isinstance(part, XmlPart):
                part = XmlPart(part.partname, part.content_type, parse_xml(part.blob), document.part.package)
                relation._target = part
            return part
    return None


def set_language(document: Any, tag: str) -> None:
    """Make `tag` the language of everything that is not marked otherwise.

    Word stamps the language of the typist's keyboard on styles and runs; those marks go, for one template serves all languages.
    """
    styles = document.styles.element
    for root in (styles, *(part.element for part in text_parts(document))):
        for old in list(root.iter(qn("w:lang"))):
            old.getparent().remove(old)
    defaults = _child(_child(_child(styles, "docDefaults", first=True), "rPrDefault", first=True), "rPr", first=True)
    defaults.append(make("lang", val=tag, eastAsia=tag, bidi="ar-SA"))
    put(document.settings.element, make("themeFontLang", val=tag))


def text_parts(document: Any) -> list[XmlPart]:
    """The parts in which people write: the body, headers, footers, and notes where the template has them."""
    wanted = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    parts = [rel.target_part for rel in document.part.rels.values() if not rel.is_external and rel.reltype in wanted]
    notes = [_part(document, kind) for kind in (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)]
    unique = {str(part.partname): part for part in (*parts, *(note for note in notes if note))}
    return [document.part, *(unique[name] for name in sorted(unique))]


def _child(parent: Element, name: str, *, first: bool = False) -> Element:
    found = parent.find(qn(f"w:{name}"))
    if found is None:
        found = make(name)
        parent.insert(0 if first else len(parent), found)
    return found


# ------------------------------------------------------------------ tables


def shade(cell: Element, fill: str) -> None:
    """Give a table cell a background."""
    put(cell.get_or_add_tcPr(), make("shd", val="clear", color="auto", fill=fill))


def title_tables(body: Element, headings: Collection[str]) -> None:
    """Give each table without a title that of its section; LibreOffice loses titles, and a screen reader announces them."""
    title = ""
    for block in body:
        style = block.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(qn("w:val")) in headings:
            title = "".join(node.text or "" for node in block.iter(qn("w:t"))).strip()
        elif block.tag == qn("w:tbl") and title:
            properties = block.find(qn("w:tblPr"))
            for name in ("tblCaption", "tblDescription"):
                if properties.find(qn(f"w:{name}")) is None:
                    put(properties, make(name, val=title))


def settle_table(table: Element) -> None:
    """Make a table whole after the template has run: cells end with a paragraph, columns fill the width, no row is empty."""
    rows = table.findall(qn("w:tr"))
    for row in rows:
        if row.find(qn("w:tc")) is None:
            table.remove(row)
    for switch in table.iter(qn("w:cantSplit"), qn("w:tblHeader")):
        if switch.get(qn("w:val")) in ("true", "1", "on"):
            del switch.attrib[qn("w:val")]  # what LibreOffice writes out, and what Word's schema of rows does not know
    for cell in table.iter(qn("w:tc")):
        if not len(cell) or cell[-1].tag != qn("w:p"):
            cell.append(make("p"))
    if table.find(qn("w:tr")) is None:
        table.getparent().remove(table)
        return
    if any(cell.get("repeated") for cell in table.iter(qn("w:tc"))):
        _spread_columns(table)


def _spread_columns(table: Element) -> None:
    """Share the table's width among the columns that the template has now."""
    grid = table.find(qn("w:tblGrid"))
    total = sum(int(column.get(qn("w:w"), "0")) for column in grid)
    rows = [row.findall(qn("w:tc")) for row in table.findall(qn("w:tr"))]
    widest = max(rows, key=len)
    fixed = {index: _width(cell) for index, cell in enumerate(widest) if not cell.get("repeated")}
    repeated = len(widest) - len(fixed)
    share = max((total - sum(fixed.values())) // repeated, 300) if repeated else 0
    widths = [fixed.get(index, share) for index in range(len(widest))]
    for column in list(grid):
        grid.remove(column)
    grid.extend(make("gridCol", w=str(width)) for width in widths)
    for cells in rows:
        for cell, width in zip(cells, widths, strict=False):
            cell.attrib.pop("repeated", None)
            _set_width(cell, width if len(cells) == len(widths) else total // len(cells))


def _width(cell: Element) -> int:
    width = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    return int(width.get(qn("w:w"), "0")) if width is not None else 0


def _set_width(cell: Element, width: int) -> None:
    put(cell.get_or_add_tcPr(), make("tcW", w=str(width), type="dxa"))
