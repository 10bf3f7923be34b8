"""The memo as Markdown that CommonMark, GitHub's reader and pandoc's read alike.

Every value is escaped unless the template itself wrote it: inline syntax, and whatever would begin a block where a value may
stand at the head of a line.  Ordinary Spanish and English prose needs no escapes and gets none.  Notes are numbered in the
order in which they are printed.  markdownlint passes with MD013 (line length) off and MD025's front-matter title set to "".
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import BaseLoader, TemplateNotFound
from jinja2.exceptions import SecurityError

from briefing.render.addresses import is_web_address
from briefing.render.items import Fields
from briefing.render.memo import Memo
from briefing.render.pieces import CLOSE, OPEN, Foreign, Jump, Ledger, Link, Note, Piece, Styled, clean_marked
from briefing.render.sandbox import Sandbox, Translate, compile_template, run

_SAFE = "!#$%&'()*+,/:;=?@[]~"

_INLINE = (
    (re.compile(r"[\\`*_\[\]<>|~^$#@{}]"), r"\\\g<0>"),  # emphasis, code, links, HTML, cells, super- and subscript, citations
    (re.compile(r"&(?=#?\w+;)"), r"\\&"),  # entities
    (re.compile(r":(?=[\w+-]+:)"), r"\\:"),  # :emoji:
    (re.compile(r"(?i)\b(https?|ftp|mailto|xmpp):(?=\S)"), r"\1\\:"),  # addresses that GitHub turns into links
    (re.compile(r"(?i)\bwww\.(?=\S)"), lambda match: match[0][:-1] + r"\."),
    (re.compile(r"==|!(?=\\\[)"), lambda match: "\\" + "\\".join(match[0])),  # ==marked==, ![images]
)
_HEAD = (
    (re.compile(r"^([-+=:%(])"), r"\\\1"),  # bullets, rules, definitions, metadata, (1) lists
    (re.compile(r"^(\w{1,9})([.)])(?=\s|$)"), r"\1\\\2"),  # 1.  a)  iv.
)
_LINES = re.compile(r"[\t\n\r\f\v ]+")


def escape(text: str, *, head: bool = True) -> str:
    """Text that every reader of Markdown reads back as itself, on one line; `head` where it may begin the line.

    >>> escape("A *b* | www.example.org"), escape("1. The first year"), escape("El T-MEC, 38 %")
    ('A \\\\*b\\\\* \\\\| www\\\\.example.org', '1\\\\. The first year', 'El T-MEC, 38 %')
    """
    text = _LINES.sub(" ", text).strip()
    for pattern, escaped in _INLINE + _HEAD if head else _INLINE:
        text = pattern.sub(escaped, text)
    return text


def write_markdown(memo: Memo) -> bytes:
    """The memo as UTF-8 Markdown, from the audience's `memo.md.j2`.  Raises TemplateError."""
    return render_markdown(memo.fields, memo.ledger, memo.templates("md.j2"), memo.translate).encode()


def render_markdown(context: Fields, ledger: Ledger, files: Sequence[Path], translate: Translate) -> str:
    """The memo from the best of `files`; the others are its parents (`{% extends "parent/memo.md.j2" %}`).  TemplateError."""
    environment = Sandbox(
        finalize=_finalize, autoescape=False, loader=_Layers(files), trim_blocks=True, lstrip_blocks=True, cache_size=0
    )
    environment.speak(translate)
    environment.filters["yaml"] = _yaml
    source = _read(files[0])
    where = f"{files[0].parent.name}/{files[0].name}"
    template = compile_template(environment, source, where=where, near=_near(source))
    return _finish(run(template, context, where=where, near=_near(source)), ledger)


class _Layers(BaseLoader):
    """`sections/x.md.j2` is looked up beside the template and then in its parents; `parent/x` only in the parents."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._folders = list(dict.fromkeys(file.parent for file in files))

    def get_source(self, environment: Any, template: str) -> tuple[str, str, None]:
        level = template.count("parent/")
        name = template.replace("parent/", "")
        if not re.fullmatch(r"[\w-]+(/[\w-]+)*(\.[\w-]+)*\.md\.j2", name, re.ASCII):
            raise TemplateNotFound(template, f"“{template}” is not the name of a template beside this one")
        for folder in self._folders[level:]:
            path = folder / name
            if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                return _read(path), str(path), None
        raise TemplateNotFound(template, f"“{template}” stands neither beside this template nor in its parents")


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SecurityError(f"{path}: is not UTF-8 text; save it as UTF-8") from error


def _near(source: str) -> Any:
    lines = source.split("\n")
    return lambda number: lines[number - 1].strip()[:120] if 0 < number <= len(lines) else ""


def _finalize(value: Any) -> str:
    if isinstance(value, _Written):
        return value
    if value is None or isinstance(value, (str, int, float)):
        pieces = re.split(f"({OPEN}\\d+{CLOSE})", clean_marked(str("" if value is None else value)))
        return "".join(part if number % 2 else _keep_edges(part, head=number == 0) for number, part in enumerate(pieces))
    raise SecurityError("a list or a group of fields cannot be printed; loop over it, or name one of its fields")


def _keep_edges(text: str, *, head: bool) -> str:
    """Escaped text that keeps one space where it touches a piece."""
    if not text.strip():
        return " " if text else ""
    return " " * text[0].isspace() + escape(text, head=head) + " " * text[-1].isspace()


class _Written(str):
    """Text that is Markdown already."""

    __slots__ = ()


def _yaml(value: object) -> _Written:
    """A value as a YAML scalar of the front matter: JSON's strings are YAML's."""
    return _Written(json.dumps(_LINES.sub(" ", clean_marked(str(value))).strip(), ensure_ascii=False))


def _finish(text: str, ledger: Ledger) -> str:
    notes: dict[Note, int] = {}
    parts = [part if isinstance(part, str) else _piece(part, notes) for part in ledger.split(text)]
    body = "".join(parts)
    for note, number in list(notes.items()):
        words = "".join(_keep_edges(part, head=False) if isinstance(part, str) else _piece(part, notes) for part in note.parts)
        body += f"\n[^{number}]: {words}\n"
    lines = [line.rstrip() for line in body.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def _piece(piece: Piece, notes: dict[Note, int]) -> str:
    match piece:
        case Note():
            return f"[^{notes.setdefault(piece, len(notes) + 1)}]"
        case Link(url=url, words=words):
            return _link(url, words)
        case Styled(words=words, strong=strong):
            return f"**{escape(words)}**" if strong and words.strip() else escape(words)
        case Foreign(words=words) | Jump(words=words):
            return escape(clean_marked(words))
        case _:
            return ""


def _link(url: str, words: str) -> str:
    """A link, where the address is one that a reader may open; its words alone where it is not."""
    if not is_web_address(url):
        return escape(words)
    return f"[{escape(words)}](<{quote(url, safe=_SAFE)}>)"
