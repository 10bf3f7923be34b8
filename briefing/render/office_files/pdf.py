"""The Word memo as PDF, by the LibreOffice that the user has: nothing else lays out Word's pages well enough."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from docx.oxml.ns import qn

from briefing.errors import OutputError
from briefing.render.memo import Memo
from briefing.render.office_files.package import load_document, save_document
from briefing.render.word import write_word

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 180
_DATES = re.compile(rb"(/(?:CreationDate|ModDate)\(D:)\d{14}")
_IDS = re.compile(rb"(?<=<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}")
EXPORT = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


def write_pdf(memo: Memo) -> bytes:
    """The memo as a tagged PDF.  Raises OutputError where LibreOffice is not found or fails."""
    return convert(without_comments(write_word(memo)), as_of=memo.brief.as_of)


def without_comments(data: bytes) -> bytes:
    """The document without the comments in its margin, which a PDF does not show.

    LibreOffice 7.4 mixes up the footnotes of a document that has comments: note 1 then prints the words of note 3.
    """
    document = load_document(data, name="memo.docx")
    body = document.element.body
    for mark in list(body.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"))):
        mark.getparent().remove(mark)
    for mark in list(body.iter(qn("w:commentReference"))):
        mark.getparent().getparent().remove(mark.getparent())
    return save_document(document)


def find_office() -> str | None:
    return next((path for path in map(shutil.which, PROGRAMS) if path), None)


def convert(data: bytes, *, as_of: str) -> bytes:
    """A Word file as PDF.  LibreOffice runs with a profile of its own and leaves the user's windows alone."""
    program = find_office()
    if program is None:
        raise OutputError("format pdf: LibreOffice (soffice) is not installed; install it, or take --format docx")
    with tempfile.TemporaryDirectory(prefix="briefing-") as name:
        folder = Path(name)
        (folder / "memo.docx").write_bytes(data)
        command = [program, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        command += ["--convert-to", EXPORT, "--outdir", name, str(folder / "memo.docx")]
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
            return settled((folder / "memo.pdf").read_bytes(), as_of)
        except subprocess.TimeoutExpired as error:
            raise OutputError(f"format pdf: LibreOffice did not finish within {SECONDS} seconds; take --format docx") from error
        except OSError as error:
            raise OutputError(f"format pdf: LibreOffice made no PDF ({error.strerror}); take --format docx") from error


def settled(data: bytes, as_of: str) -> bytes:
    """The PDF with the memo's date in place of the clock, and an id made from what it says; no byte moves."""
    day = as_of[:10].replace("-", "").encode()
    data = _DATES.sub(lambda match: match[1] + day + b"000000", data)
    blank = _IDS.sub(lambda match: b"0" * len(match[0]), data)
    digest = hashlib.sha256(blank).hexdigest()[:32].upper().encode()
    return _IDS.sub(digest, data)
