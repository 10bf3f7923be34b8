"""The memo as a Word document, from a template that people edit in Word.

Our own engine on python-docx and Jinja2.  docxtpl was measured against it: by default it loses `&`, `<` and what follows a
control character without a word, runs any code of the template, cannot make notes or comments from data, names no place for
an error, and its optional partner damages the core properties of every document that the process writes afterwards; closing
these from outside takes more code than doing the work here (`tags`, `placing`, `ooxml`).

Order: open safely; join and lift the tags of each part; one strict Jinja run; parse again, strictly; markers become notes,
links and comments; tables are made whole; language, title and properties; lint; an archive with fixed dates.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from lxml import etree
from markupsafe import Markup

from briefing.errors import TemplateError
from briefing.render.desk import Fields
from briefing.render.memo import Memo
from briefing.render.office_files import ooxml, tags
from briefing.render.office_files.lint import lint
from briefing.render.office_files.package import load_document, save_document
from briefing.render.office_files.placing import Placer, author_and_date
from briefing.render.office_files.styles import Styles
from briefing.render.pieces import Ledger, clean_marked
from briefing.render.sandbox import Sandbox, Translate, compile_template, run


def write_word(memo: Memo) -> bytes:
    """The memo as the bytes of a .docx, from the audience's `memo.docx`, linted.  Raises TemplateError."""
    path = memo.templates("docx")[0]
    return render_word(path, memo.fields, memo.ledger, memo.translate)


def render_word(path: Path, fields: Fields, ledger: Ledger, translate: Translate) -> bytes:
    """A template filled with fields.  Raises TemplateError."""
    document = fill(path, fields, ledger, translate)
    data = save_document(document)
    faults = lint(data, values=lambda: (*_texts(fields), *ledger.all_words()))
    if faults:
        raise TemplateError([f"{path.parent.name}/{path.name}: {fault}" for fault in faults])
    return data


def fill(path: Path, fields: Fields, ledger: Ledger, translate: Translate) -> Any:
    """The filled document, before it is saved.  Raises TemplateError."""
    name = f"{path.parent.name}/{path.name}"
    data = _read(path)
    document = load_document(data, name=name)
    environment = word_environment()
    environment.speak(translate)
    author, when = author_and_date(fields["memo"])
    ooxml.set_language(document, str(fields["language_tag"]))
    language = str(fields["language"])
    styles = Styles(document)
    placer = Placer(document, ledger, styles, language=language, author=author, when=when)
    for part in ooxml.text_parts(document):
        if "{" in "".join(node.text or "" for node in part.element.iter(qn("w:t"))):
            part._element = _render_part(part.element, fields, environment, f"{name}, {part_name(part)}")
        for table in list(part.element.iter(qn("w:tbl"))):
            ooxml.settle_table(table)
        placer.place(part)
    document = document.part.document
    placer.settle()
    ooxml.title_tables(document.part.element.body, styles.headings())
    set_properties(document, fields, when)
    return document


def _texts(value: Any) -> Iterator[str]:
    """Every text among the fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for inner in value.values() for text in _texts(inner))
    elif isinstance(value, list):
        yield from (text for inner in value for text in _texts(inner))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise TemplateError([f"{path}: cannot be read ({error.strerror or error})"]) from error


def _render_part(root: Any, fields: Fields, environment: Sandbox, where: str) -> Any:
    tags.prepare(root, where)
    source = tags.source_of(root)

    def near(_: str, line: int) -> str:
        return tags.words_at(source, line)

    template = compile_template(environment, source, where=where, near=near)
    output = run(template, fields, where=where, near=near)
    try:
        return parse_xml(output.encode())
    except etree.XMLSyntaxError as error:
        raise TemplateError(
            [f"{where}: the tags break the document apart ({error.msg}); put each block's tags on their own lines"]
        ) from error


def word_environment() -> Sandbox:
    """The environment of Word templates; it speaks no language yet."""
    return Sandbox(finalize=_finalize, autoescape=True)


def _finalize(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, str):
        cleaned = clean_marked(str(value))
        return Markup(cleaned) if isinstance(value, Markup) else cleaned
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, Undefined):
        return str(value)  # which says what is missing
    raise SecurityError("a list or a group of fields cannot be printed; loop over it, or name one of its fields")


def part_name(part: Any) -> str:
    """The part as its author calls it: body, header1, footer2, footnotes."""
    name = str(part.partname).rpartition("/")[2].removesuffix(".xml")
    return {"document": "body"}.get(name, name)


def set_properties(document: Any, fields: Mapping[str, Any], when: datetime.datetime) -> None:
    """The document's title, author, language and dates, from the memo and never from the clock."""
    memo = fields["memo"]
    properties = document.core_properties
    properties.title = clean_marked(f"{memo['kind']}. {memo['subject']}")[:255]
    properties.subject = clean_marked(str(memo["period"]))[:255]
    properties.author = properties.last_modified_by = (clean_marked(str(memo["from"])) or "briefing")[:255]
    properties.keywords = clean_marked(str(memo["governments"]))[:255]
    properties.category = clean_marked(str(memo["classification"]))[:255]
    properties.comments = ""
    properties.language = str(fields["language_tag"])
    properties.created = properties.modified = when.replace(tzinfo=None)
    properties.revision = 1
