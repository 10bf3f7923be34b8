"""The memo as Markdown that CommonMark, GitHub's reader and pandoc's read alike.

Every value is escaped unless the template itself wrote it: inline syntax, and whatever would begin a block where a value may
stand at the head of a line.  Ordinary Spanish and English prose needs no escapes and gets none.  Notes are numbered in the
order in which they are printed.  markdownlint passes with the settings of `.markdownlint.json`: MD013
(line length) off, MD025's front-matter title set to "".
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import BaseLoader, TemplateNotFound, Undefined
from jinja2.exceptions import SecurityError

from briefing.render.addresses import is_web_address
from briefing.render.desk import Fields
from briefing.render.memo import Memo
from briefing.render.pieces import CLOSE, OPEN, Foreign, Jump, Ledger, Link, Note, Piece, Styled, clean_marked
from briefing.render.sandbox import Sandbox, Translate, find_template, run

_SAFE = "!#$%&'()*+,/:;=?@[]~"

_INLINE = (
    (re.compile(r"[\\`*_\[\]<>|~^$#@{}]"), r"\\\g<0>"),  # emphasis, code, links, HTML, cells, super- and subscript, citations
    (re.compile(r"&(?=#?\w+;)"), r"\\&"),  # entities
    (re.compile(r":(?=[\w+-]+:)"), r"\\:"),  # :emoji:
    (re.compile(r"(?i)(https?|ftp|mailto|xmpp):(?=\S)"), r"\1\\:"),  # addresses that GitHub turns into links
    (re.compile(r"(?i)www\."), lambda match: match[0][:-1] + r"\."),
    (re.compile(r"==|!(?=\\\[)"), lambda match: "\\" + "\\".join(match[0])),  # ==marked==, ![images]
)
_HEAD = (
    (re.compile(r"^([-+=:%(])"), r"\\\1"),  # bullets, rules, definitions, metadata, (1) lists
    (re.compile(r"^(\w{1,9})([.)])(?=\s|$)"), r"\1\\\2"),  # 1.  a)  iv.
)
_NAME = re.compile(r"[\w-]+(/[\w-]+)*(\.[\w-]+)*\.md\.j2", re.ASCII)
_EMPTY_CELL = re.compile(r"(?<!\\)\|  (?=\|)")
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
    environment = markdown_environment(files)
    environment.speak(translate)
    loader = environment.loader
    assert isinstance(loader, _Layers)
    where = f"{files[0].parent.name}/{files[0].name}"
    template = find_template(environment, f"0:{files[0].name}", where=where, near=loader.near)
    return _finish(run(template, context, where=where, near=loader.near), ledger)


def markdown_environment(files: Sequence[Path]) -> Sandbox:
    """The environment of Markdown templates; it speaks no language yet."""
    environment = _Environment(
        finalize=_finalize, autoescape=False, loader=_Layers(files), trim_blocks=True, lstrip_blocks=True, cache_size=100
    )
    environment.filters["yaml"] = _yaml
    return environment


class _Layers(BaseLoader):
    """`x.md.j2` is looked up beside the audience's template and then in its parents; `parent/x.md.j2` only in the parents.

    A name carries the level at which the search begins: `2:sections/facts.md.j2`.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        self._folders = list(dict.fromkeys(file.parent for file in files))
        self._sources: dict[str, str] = {}

    def get_source(self, environment: Any, template: str) -> tuple[str, str, None]:
        path = self._folders[self.level_of(template)] / template.partition(":")[2]
        self._sources[str(path)] = source = _read(path)
        return source, str(path), None

    def level_of(self, template: str) -> int:
        """The level at which a name is found."""
        start, _, name = template.partition(":")
        if not _NAME.fullmatch(name):
            raise TemplateNotFound(template, f"“{name}” is not the name of a template beside this one")
        for level in range(int(start), len(self._folders)):
            folder = self._folders[level]
            path = folder / name
            if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                return level
        raise TemplateNotFound(template, f"“{name}” stands neither beside this template nor in its parents")

    def near(self, file: str, line: int) -> str:
        lines = self._sources.get(file, "").split("\n")
        return lines[line - 1].strip()[:120] if 0 < line <= len(lines) else ""


class _Environment(Sandbox):
    def join_path(self, template: str, parent: str) -> str:
        if not template.startswith("parent/"):
            return f"0:{template}"
        assert isinstance(self.loader, _Layers)
        return f"{self.loader.level_of(parent) + 1}:{template.removeprefix('parent/')}"


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SecurityError(f"{path}: is not UTF-8 text; save it as UTF-8") from error


def _finalize(value: Any) -> str:
    if isinstance(value, _Written):
        return value
    if value is None or isinstance(value, (str, int, float)):
        pieces = re.split(f"({OPEN}\\d+{CLOSE})", clean_marked(str("" if value is None else value)))
        return "".join(part if number % 2 else _keep_edges(part, head=number == 0) for number, part in enumerate(pieces))
    if isinstance(value, Undefined):
        return str(value)  # which says what is missing
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
    lines = [_EMPTY_CELL.sub("| ", line.rstrip()) for line in body.split("\n")]
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
