"""The Word memo as PDF, by the LibreOffice that the user has: nothing else lays out Word's pages well enough."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from docx.oxml.ns import qn

from briefing.errors import OutputError
from briefing.render.memo import Memo
from briefing.render.package import load_document, save_document
from briefing.render.word import write_word

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 180
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
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False, env=_environment(as_of))
            return (folder / "memo.pdf").read_bytes()
        except subprocess.TimeoutExpired as error:
            raise OutputError(f"format pdf: LibreOffice did not finish within {SECONDS} seconds; take --format docx") from error
        except OSError as error:
            raise OutputError(f"format pdf: LibreOffice made no PDF ({error.strerror}); take --format docx") from error


def _environment(as_of: str) -> dict[str, str]:
    """The user's environment with the memo's date in place of the clock, for the dates inside the PDF."""
    day = datetime.datetime.fromisoformat(f"{as_of[:10]}T00:00:00+00:00")
    return os.environ | {"SOURCE_DATE_EPOCH": str(int(day.timestamp()))}
