"""A Word file from somebody else's hands, opened safely; and one of ours, saved so that the same memo has the same bytes.

Opening: a template is refused where it is no .docx, is too large, carries macros or would fetch something from elsewhere; each
time the message says what to do.  LibreOffice names the relation of the core properties differently, which makes python-docx
write them twice; that is mended before loading.  Saving: python-docx writes the clock into every entry of the archive, so the
archive is written again, in a fixed order, with a fixed date.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from briefing.errors import TemplateError

MAX_FILE = 20_000_000
MAX_UNPACKED = 100_000_000
MAX_PARTS = 1_000
FIRST = ("[Content_Types].xml", "_rels/.rels")

_OLE = b"\xd0\xcf\x11\xe0"
_CORE = b"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_OF_LIBREOFFICE = b"http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
_STRICT = b"http://purl.oclc.org/ooxml/"
_EXTERNAL = re.compile(rb"<Relationship\b[^>]*>")
_LINKED_ALLOWED = (b"/hyperlink",)


def open_document(path: Path) -> Any:
    """A template as python-docx's document.  Raises TemplateError that says what is wrong and what to do about it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TemplateError([f"{path}: cannot be read ({error.strerror or error})"]) from error
    return load_document(data, name=str(path))


def load_document(data: bytes, *, name: str) -> Any:
    """`open_document`, for bytes."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    parts = _read_parts(data, name)
    for reason in _refusals(parts):
        raise TemplateError([f"{name}: {reason}"])
    if _CORE_OF_LIBREOFFICE in parts["_rels/.rels"]:
        parts["_rels/.rels"] = parts["_rels/.rels"].replace(_CORE_OF_LIBREOFFICE, _CORE)
        data = _pack(parts)
    try:
        return docx.Document(io.BytesIO(data))
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError) as error:
        raise TemplateError(
            [f"{name}: is damaged ({error}); open it in Word or LibreOffice and save it again as .docx"]
        ) from error


def save_document(document: Any) -> bytes:
    """The document's file: the same bytes for the same content, whatever the hour.

    What python-docx's own `save` writes, but compressed once: it would have to be unpacked and packed again for its dates.
    """
    package = document.part.package
    files = {"[Content_Types].xml": _content_types(package.parts), "_rels/.rels": package.rels.xml}
    for part in package.parts:
        part.before_marshal()
        files[part.partname.membername] = part.blob
        if len(part.rels):
            files[part.partname.rels_uri.membername] = part.rels.xml
    return _pack(files)


def _content_types(parts: Sequence[Any]) -> bytes:
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    overrides = (
        f"<Override PartName={quoteattr(part.partname)} ContentType={quoteattr(part.content_type)}/>" for part in parts
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="{types}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(overrides)}</Types>'
    ).encode()


def _pack(parts: dict[str, bytes]) -> bytes:
    ordered = [name for name in FIRST if name in parts] + sorted(name for name in parts if name not in FIRST)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in ordered:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, parts[name], compresslevel=6)
    return buffer.getvalue()


def _read_parts(data: bytes, name: str) -> dict[str, bytes]:
    if data.startswith(_OLE):
        raise TemplateError(
            [f"{name}: is an old .doc file or protected by a password; save it in Word as .docx without a password"]
        )
    if len(data) > MAX_FILE:
        raise TemplateError([f"{name}: is larger than {MAX_FILE // 1_000_000} MB; make its pictures smaller"])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
                raise TemplateError([f"{name}: unpacks to more than {MAX_UNPACKED // 1_000_000} MB or {MAX_PARTS:,} parts"])
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError) as error:
        raise TemplateError(
            [f"{name}: is no Word file (.docx); open it in Word or LibreOffice and save it as .docx"]
        ) from error


def _refusals(parts: dict[str, bytes]) -> list[str]:
    if "_rels/.rels" not in parts or "[Content_Types].xml" not in parts:
        return ["is no Word file (.docx); open it in Word or LibreOffice and save it as .docx"]
    refusals = []
    if any(name.lower().endswith("vbaproject.bin") for name in parts):
        refusals.append("carries macros; save it as .docx (without macros)")
    if any(b"<!DOCTYPE" in data[:2_000] or b"<!ENTITY" in data[:2_000] for name, data in parts.items() if _is_xml(name)):
        refusals.append("declares a document type, which no Word file does")
    if _STRICT in parts.get("word/document.xml", b"")[:4_000]:
        refusals.append("is saved as “Strict Open XML”; save it as “Word Document (.docx)”")
    linked = [tag for name, data in parts.items() if name.endswith(".rels") for tag in _EXTERNAL.findall(data)]
    if any(b'"External"' in tag and not any(kind in tag for kind in _LINKED_ALLOWED) for tag in linked):
        refusals.append("links to a picture or template outside the file; insert it into the file instead")
    return refusals


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))
