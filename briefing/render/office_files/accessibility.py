"""What Word's own accessibility checker asks for: a title, headings in order, tables and pictures described."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from briefing.render.office_files.lint import language_is_set
from briefing.render.office_files.word_parts import DRAWING, VML, Element, Parts, parse_parts, texts_of, value_of, w


def accessibility(data: bytes) -> list[str]:
    """What Word's accessibility checker asks for: title, headings in order, tables and pictures described."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts, _ = parse_parts({name: archive.read(name) for name in archive.namelist()})
    root = parts["word/document.xml"]
    return [fault for rule in ACCESS_RULES for fault in rule(parts, root)]


def has_title(parts: Parts, root: Element) -> Iterator[str]:
    core = parts.get("docProps/core.xml")
    title = core.find("{http://purl.org/dc/elements/1.1/}title") if core is not None else None
    if title is None or not (title.text or "").strip():
        yield "the document has no title (File, Info, Title)"


def heading_levels(parts: Parts, root: Element) -> Iterator[str]:
    levels = {}
    for style in parts["word/styles.xml"].iter(w("style")):
        name = style.find(w("name"))
        heading = re.fullmatch(r"(?i)heading (\d)", (value_of(name) or "") if name is not None else "")
        if heading:
            levels[style.get(w("styleId"))] = int(heading[1])
    last = 0
    for mark in root.iter(w("pStyle")):
        level = levels.get(value_of(mark), 0)
        if level > last + 1:
            yield (
                f"a heading of level {level} follows one of level {last}" if last else f"the first heading is of level {level}"
            )
        last = level or last


def headings_have_words(parts: Parts, root: Element) -> Iterator[str]:
    headings = {
        style.get(w("styleId"))
        for style in parts["word/styles.xml"].iter(w("style"))
        if style.find(f"{w('pPr')}/{w('outlineLvl')}") is not None
    }
    for mark in root.iter(w("pStyle")):
        paragraph = next(mark.iterancestors(w("p")))
        if value_of(mark) in headings and not "".join(node.text or "" for node in paragraph.iter(w("t"))).strip():
            yield "a heading has no words"


def cells_are_simple(parts: Parts, root: Element) -> Iterator[str]:
    """A reader that goes through a table by rows and columns loses its way in merged cells and under columns without a head."""
    for number, table in enumerate(root.iter(w("tbl")), 1):
        spans = [mark for mark in table.iter(w("gridSpan")) if value_of(mark) != "1"]
        if spans or next(table.iter(w("vMerge")), None) is not None:
            yield f"table {number} has merged cells; split them (Layout, Split Cells)"
        first = table.find(w("tr"))
        heads = first.findall(w("tc")) if first is not None else []
        if any(not "".join(node.text or "" for node in cell.iter(w("t"))).strip() for cell in heads):
            yield f"table {number} has a column without a heading"


def tables_described(parts: Parts, root: Element) -> Iterator[str]:
    for number, table in enumerate(root.iter(w("tbl")), 1):
        properties = table.find(w("tblPr"))
        caption = properties.find(w("tblCaption")) if properties is not None else None
        if caption is None or not (value_of(caption) or "").strip():
            yield f"table {number} has no title (Table Properties, Alt Text)"
        rows = table.findall(w("tr"))
        if len(rows) > 1 and rows[0].find(f"{w('trPr')}/{w('tblHeader')}") is None:
            yield f"table {number} has no header row that repeats (Layout, Repeat Header Rows)"


def pictures_described(parts: Parts, root: Element) -> Iterator[str]:
    for name, part in texts_of(parts):
        for picture in part.iter(f"{{{DRAWING}}}docPr"):
            if not (picture.get("descr") or "").strip():
                yield f"{name}: the picture “{picture.get('name')}” has no description (Edit Alt Text)"
        for shape in part.iter(f"{{{VML}}}shape"):
            if not (shape.get("alt") or "").strip():
                yield f"{name}: a picture of an old kind has no description (Edit Alt Text)"


def pictures_in_line(parts: Parts, root: Element) -> Iterator[str]:
    """What floats over the text has no place in the order of reading; in a header it does no harm."""
    if next(root.iter(f"{{{DRAWING}}}anchor"), None) is not None:
        yield "a picture floats over the text; set it in line with text (Layout, Wrap Text)"


def has_language(parts: Parts, root: Element) -> Iterator[str]:
    yield from language_is_set(parts, set())


ACCESS_RULES = (
    has_title,
    has_language,
    heading_levels,
    headings_have_words,
    tables_described,
    cells_are_simple,
    pictures_described,
    pictures_in_line,
)
