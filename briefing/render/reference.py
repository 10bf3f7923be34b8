"""The reference of fields as a Word document: one table for each list, with tags to copy and the sample's values."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from briefing.render.fields import Group, field_groups
from briefing.render.memo import Memo
from briefing.render.office_files import ooxml
from briefing.render.office_files.lint import lint
from briefing.render.office_files.ooxml import make
from briefing.render.office_files.package import open_document, save_document
from briefing.render.office_files.placing import author_and_date
from briefing.render.office_files.schema import put
from briefing.render.pieces import Ledger, clean
from briefing.render.word import set_properties

WIDTHS = (3000, 3300, 3540)
LONGEST = 160


def write_reference(memo: Memo) -> bytes:
    """The document, in the memo's language.  Its tags are words here: nothing fills them in."""
    document = open_document(memo.templates("docx")[0])
    ooxml.set_language(document, memo.words.tag)
    for part in ooxml.text_parts(document)[1:]:
        for paragraph in part.element.iter(qn("w:p")):
            for run in paragraph.findall(qn("w:r")):
                paragraph.remove(run)
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    words = memo.words
    document.add_paragraph(words.gettext("Fields for templates"), style="Title")
    document.add_paragraph(
        words.gettext(
            "Copy a tag into your template, braces included. A loop ends with {% endfor %}; both stand alone on their lines."
        )
    )
    for group in field_groups(words):
        _add_group(document, group, memo)
    title = words.gettext("Fields for templates")
    _, when = author_and_date(memo.fields["memo"])
    set_properties(document, memo.fields | {"memo": memo.fields["memo"] | {"kind": title, "subject": words.tag}}, when)
    data = save_document(document)
    assert not [fault for fault in lint(data) if "left over" not in fault]
    return data


def _add_group(document: Any, group: Group, memo: Memo) -> None:
    document.add_paragraph(group.title, style="heading 1")
    if group.loop:
        document.add_paragraph(f"{{% {group.loop} %}} … {{% endfor %}}", style="Original Words")
    table = document.add_table(rows=1, cols=3, style="Brief Table")
    heads = (memo.words.gettext("Tag"), memo.words.gettext("What it prints"), memo.words.gettext("Sample"))
    _fill(table.rows[0], heads, "Table Head")
    for field in group.fields:
        _fill(table.add_row(), (f"{{{{ {field.path} }}}}", field.meaning, sample_value(field.path, memo)), "Table Text")
    properties = table._tbl.tblPr
    put(properties, make("tblLayout", type="fixed"))
    put(properties, make("tblCaption", val=group.title))
    put(properties, make("tblDescription", val=group.title))
    for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), WIDTHS, strict=True):
        column.set(qn("w:w"), str(width))
    table.rows[0]._tr.get_or_add_trPr().append(make("tblHeader"))


def _fill(row: Any, texts: tuple[str, str, str], style: str) -> None:
    row._tr.get_or_add_trPr().append(make("cantSplit"))
    for cell, text, width in zip(row._tr.findall(qn("w:tc")), texts, WIDTHS, strict=True):
        put(cell.get_or_add_tcPr(), make("tcW", w=str(width), type="dxa"))
        paragraph = cell.find(qn("w:p"))
        properties = make("pPr")
        properties.append(make("pStyle", val=style.replace(" ", "")))
        paragraph.append(properties)
        paragraph.extend(ooxml.runs(text))


LISTS = {
    "day": ("timeline",),
    "fact": ("facts",),
    "quote": ("quotes",),
    "table": ("positions",),
    "row": ("positions", "rows"),
    "cell": ("positions", "rows", "cells"),
    "position": ("positions", "rows", "cells", "positions"),
    "meeting": ("upcoming",),
    "conflict": ("conflicts",),
    "value": ("conflicts", "values"),
    "source": ("sources",),
    "one": ("left_out",),
}
"""Where the variable of a loop comes from in the fields."""


def sample_value(path: str, memo: Memo) -> str:
    """What the first entry with something in the field would print."""
    head, _, name = path.partition(".")
    owners = _owners(memo.fields, LISTS[head]) if head in LISTS else [memo.fields["memo"] if name else memo.fields]
    values = [owner[name or head] for owner in owners]
    value = next((value for value in values if value), values[0] if values else "")
    if isinstance(value, list):
        return "…"
    text = clean(_plain(value, memo.ledger))
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _owners(fields: Any, steps: tuple[str, ...]) -> list[Any]:
    owners = [fields]
    for step in steps:
        owners = [entry for owner in owners for entry in owner[step]]
    return owners


def _plain(value: object, ledger: Ledger) -> str:
    return ledger.words(value) if isinstance(value, str) else str(value).lower()
