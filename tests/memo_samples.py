"""Memos of the sample week for the tests of rendering, and how to read what is in them."""

from __future__ import annotations

import dataclasses
import functools
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from briefing.model import Brief
from briefing.render import render
from briefing.render.sample import sample_brief, sample_labels

AUDIENCES = ("base", "minister", "legislators", "press", "security")
LOCALES = ("es_MX", "en_US")


@functools.cache
def sample_memo(audience: str = "base", locale: str = "en_US", format: str = "docx") -> bytes:
    return render(sample_brief(), audience=audience, locale=locale, format=format, labels=sample_labels())


def memo_of(
    brief: Brief, *, audience: str = "base", locale: str = "en_US", format: str = "docx", dirs: tuple[Path, ...] = ()
) -> bytes:
    return render(brief, audience=audience, locale=locale, format=format, labels=sample_labels(), template_dirs=dirs)


def with_first_fact(**changes: Any) -> Brief:
    """The sample week with another first fact."""
    brief = sample_brief()
    return dataclasses.replace(brief, facts=(dataclasses.replace(brief.facts[0], **changes), *brief.facts[1:]))


def words_of(element: Any) -> str:
    """The text below an element as a reader sees it: breaks and tabs are characters."""
    characters = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    parts = [
        node.text or "" if node.tag == qn("w:t") else characters[node.tag] for node in element.iter(qn("w:t"), *characters)
    ]
    return "".join(parts)


def paragraphs_of(data: bytes) -> list[str]:
    return [words_of(paragraph) for paragraph in Document(io.BytesIO(data)).element.body.iter(qn("w:p"))]


def part_of(data: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(data: bytes, changed: Mapping[str, bytes | None]) -> bytes:
    """A document with some parts changed; None takes a part away."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in (parts_of(data) | changed).items():
            if content is not None:
                archive.writestr(name, content)
    return buffer.getvalue()


def template(*lines: str, table: tuple[tuple[str, ...], ...] = ()) -> bytes:
    """A Word template as somebody might type it: these paragraphs, then a table of these rows."""
    document = Document(io.BytesIO((Path(__file__).parents[1] / "templates" / "base" / "memo.docx").read_bytes()))
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    for line in lines:
        document.add_paragraph(line)
    if table:
        made = document.add_table(rows=0, cols=len(table[0]), style="Brief Table")
        for row in table:
            for cell, text in zip(made.add_row().cells, row, strict=True):
                first, *others = text.split("\n")
                cell.paragraphs[0].text = first
                for other in others:
                    cell.add_paragraph(other)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def house(folder: Path, data: bytes, *, name: str = "desk", settings: str = "extends: base\n") -> tuple[Path, ...]:
    """A place of templates with one audience whose Word template is `data`."""
    (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / name / "audience.yaml").write_text(settings, "utf-8")
    (folder / name / "memo.docx").write_bytes(data)
    return (folder,)
