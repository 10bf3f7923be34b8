"""An empty Word document in our look, and how to type into it: what `build.py` is written with.

Typefaces, colours and spacing stand in `_word/*.xml`, where `$accent` and its like are filled in from PALETTE.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table, _Cell

from briefing.render.office_files.ooxml import field, make
from briefing.render.office_files.schema import put

HERE = Path(__file__).parent
WIDTH = 9840
PALETTE = {
    "font": "Arial",
    "width": str(WIDTH),
    "accent": "1B4965",
    "ink": "1F2933",
    "muted": "52606D",
    "rule": "B8C4CE",
    "tint": "EEF3F7",
    "link": "0B5394",
    "for_fill": "E3F1E7",
    "for_ink": "1E5B36",
    "against_fill": "FBE9E2",
    "against_ink": "8A3412",
    "neutral_fill": "E9EDF2",
    "neutral_ink": "36475A",
    "moved_fill": "FFF3D1",
    "moved_ink": "6B4700",
}
PARTS = {
    "word/document.xml": ("officeDocument", "document.main"),
    "word/styles.xml": ("styles", "styles"),
    "word/settings.xml": ("settings", "settings"),
    "word/numbering.xml": ("numbering", "numbering"),
    "word/fontTable.xml": ("fontTable", "fontTable"),
    "word/theme/theme1.xml": ("theme", ""),
    "docProps/core.xml": ("", ""),
}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
TYPES = "application/vnd.openxmlformats-"
Words = str | tuple[str, str]
"""Text to type, or text and the name of its character style."""


# ------------------------------------------------------------------ the empty document


def empty_document(title: str) -> Any:
    """A document with our styles and nothing in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in package_parts(title).items():
            archive.writestr(name, text)
    return Document(buffer)


def package_parts(title: str) -> dict[str, str]:
    filled = {
        name: Template((HERE / "_word" / Path(name).name).read_text("utf-8")).substitute(PALETTE, title=title) for name in PARTS
    }
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{content_type(name)}"/>' for name in PARTS)
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{name.removeprefix("word/")}"/>'
        for number, (name, (kind, _)) in enumerate(PARTS.items())
        if number and kind
    )
    header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    return {
        "[Content_Types].xml": f'{header}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{TYPES}package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'{header}<Relationships xmlns="{relations}">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{CORE}" Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{header}<Relationships xmlns="{relations}">{inside}</Relationships>',
        **filled,
    }


def content_type(name: str) -> str:
    if name.startswith("docProps"):
        return f"{TYPES}package.core-properties+xml"
    kind = PARTS[name][1]
    return f"{TYPES}officedocument.wordprocessingml.{kind}+xml" if kind else f"{TYPES}officedocument.theme+xml"


# ------------------------------------------------------------------ typing


def write(holder: Any, style: str, *words: Words) -> Any:
    """A paragraph in a document, cell, header or footer."""
    paragraph = holder.add_paragraph(style=style)
    type_in(paragraph, *words)
    return paragraph


def type_in(paragraph: Any, *words: Words) -> None:
    for word in words:
        text, style = word if isinstance(word, tuple) else (word, None)
        paragraph.add_run(text, style=style)


def tags(document: Any, opening: str, closing: str, body: Callable[[], None]) -> None:
    """A block: its tags alone on their lines, and what stands between them."""
    write(document, "Normal", opening)
    body()
    write(document, "Normal", closing)


def add_table(document: Any, style: str, name: str, widths: Sequence[int]) -> Table:
    """A table of a heading row and one row, titled for screen readers, whose heading repeats and whose rows do not split."""
    table = document.add_table(rows=2, cols=len(widths), style=style)
    properties = table._tbl.tblPr
    put(properties, make("tblW", w=str(sum(widths)), type="dxa"))
    put(properties, make("tblLayout", type="fixed"))
    put(
        properties,
        make("tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1", noVBand="1"),
    )
    put(properties, make("tblCaption", val=name))
    put(properties, make("tblDescription", val=name))
    for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(width))
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            put(cell._tc.get_or_add_tcPr(), make("tcW", w=str(width), type="dxa"))
        row._tr.get_or_add_trPr().append(make("cantSplit"))
    table.rows[0]._tr.trPr.append(make("tblHeader"))
    return table


def fill_cell(cell: _Cell, style: str, *lines: tuple[Words, ...], styles: Mapping[int, str] | None = None) -> None:
    """A cell's paragraphs, in `style` unless `styles` has another for a line."""
    cell._tc.remove(cell.paragraphs[0]._p)
    for number, line in enumerate(lines):
        write(cell, (styles or {}).get(number, style), *line)


def page_numbers(paragraph: Any) -> None:
    type_in(paragraph, '\t{{ _("Page") }} ')
    paragraph._p.extend(field("PAGE", "1"))
    type_in(paragraph, ' {{ pgettext("page x of y", "of") }} ')
    paragraph._p.extend(field("NUMPAGES", "1"))
