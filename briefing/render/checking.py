"""Reads a template the way its author would want: every fault at once, each with the words around it and what was meant.

First each tag is read without running anything: its blocks, filters, and every field, followed through loops with the sample
memo as the guide.  Then the template is filled with the sample in every language, and what comes out is linted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from jinja2 import nodes

from briefing.errors import TemplateError
from briefing.render.markdown import markdown_environment, render_markdown
from briefing.render.memo import Memo
from briefing.render.office_files import tags
from briefing.render.office_files.accessibility import accessibility
from briefing.render.office_files.ooxml import text_parts
from briefing.render.office_files.package import open_document
from briefing.render.sandbox import Sandbox, fault
from briefing.render.suggest import did_you_mean
from briefing.render.word import part_name, render_word, word_environment

Scope = Mapping[str, Any]
UNKNOWN = object()
"""The value of an expression whose fields the sample cannot tell."""


def check_word(path: Path, memos: Sequence[Memo]) -> list[str]:
    """Every fault of a .docx; `memos` are the sample in each language.  An empty list where there is none."""
    try:
        document = open_document(path)
    except TemplateError as error:
        return error.faults
    faults = []
    for part in text_parts(document):
        if "{" in "".join(node.text or "" for node in part.element.iter(qn("w:t"))):
            faults += check_part(part.element, memos[0], part_name(part))
    return list(dict.fromkeys(faults)) or _trial(path, memos)


def check_markdown(files: Sequence[Path], memos: Sequence[Memo]) -> list[str]:
    """Every fault of a .md.j2 that can be found by reading it; then those of filling it."""
    source = files[0].read_text("utf-8-sig")
    lines = source.split("\n")

    def words(line: int) -> str:
        return lines[line - 1].strip()[:80] if 0 < line <= len(lines) else ""

    faults = check_source(markdown_environment(files), source, memos[0], files[0].name, words)
    if faults:
        return faults
    try:
        for memo in memos:
            render_markdown(memo.fields, memo.ledger, files, memo.translate)
    except TemplateError as error:
        return error.faults
    return []


def check_part(root: Any, memo: Memo, where: str) -> list[str]:
    """Every fault of the tags in one part of a document."""
    try:
        tags.prepare(root, where)
    except TemplateError as error:
        return error.faults
    source = tags.source_of(root)
    return check_source(word_environment(), source, memo, where, lambda line: tags.words_at(source, line))


def check_source(environment: Sandbox, source: str, memo: Memo, where: str, words: Any) -> list[str]:
    """Every fault in the source of a template: syntax, filters, fields."""
    environment.speak(memo.translate)
    try:
        tree = environment.parse(source)
        environment.compile(source)
    except Exception as error:
        return fault(error, where=where, near=lambda _, line: words(line), names=()).faults
    known = memo.fields | environment.globals
    return list(dict.fromkeys(f"{where}: {text} — near “{words(line)}”" for line, text in _walk(tree, known)))


def _trial(path: Path, memos: Sequence[Memo]) -> list[str]:
    faults: list[str] = []
    for memo in memos:
        try:
            data = render_word(path, memo.fields, memo.ledger, memo.translate)
        except TemplateError as error:
            faults += [f"{memo.words.tag}: {fault}" for fault in error.faults]
        else:
            faults += [f"accessibility: {finding}" for finding in accessibility(data)]
    return list(dict.fromkeys(faults))


# ------------------------------------------------------------------ following the fields


def _walk(node: nodes.Node, scope: Scope) -> Iterator[tuple[int, str]]:
    """The unknown fields below a node, with their lines."""
    if isinstance(node, nodes.For):
        yield from _walk(node.iter, scope)
        inside = dict(scope) | _bound(node.target, _first(_value(node.iter, scope))) | {"loop": UNKNOWN}
        for child in (*node.body, *([node.test] if node.test else [])):
            yield from _walk(child, inside)
        for child in node.else_:
            yield from _walk(child, scope)
        return
    if isinstance(node, (nodes.Name, nodes.Getattr)):
        if isinstance(node, nodes.Name) and node.ctx == "store":
            return
        if isinstance(node, nodes.Getattr):
            yield from _walk(node.node, scope)
        yield from _unknown(node, scope)
        return
    current = scope
    for child in node.iter_child_nodes():
        yield from _walk(child, current)
        if isinstance(child, nodes.Assign):
            current = dict(current) | _bound(child.target, _value(child.node, current))


def _unknown(node: nodes.Name | nodes.Getattr, scope: Scope) -> Iterator[tuple[int, str]]:
    if isinstance(node, nodes.Name):
        if node.name not in scope:
            yield node.lineno, f"there is no field “{node.name}”{did_you_mean(node.name, scope)}"
        return
    owner = _value(node.node, scope)
    if isinstance(owner, dict) and node.attr not in owner:
        yield node.lineno, f"there is no field “{_path(node)}”{did_you_mean(node.attr, owner, within=_path(node.node))}"
    elif owner is not UNKNOWN and not isinstance(owner, dict):
        yield node.lineno, f"“{_path(node.node)}” has no fields, so “{_path(node)}” cannot be printed"


def _value(node: nodes.Node, scope: Scope) -> Any:
    """What an expression stands for in the sample; UNKNOWN where that cannot be told."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, UNKNOWN)
    if isinstance(node, nodes.Getattr):
        owner = _value(node.node, scope)
        return owner.get(node.attr, UNKNOWN) if isinstance(owner, dict) else UNKNOWN
    if isinstance(node, nodes.Getitem):
        owner = _value(node.node, scope)
        return _first(owner) if isinstance(owner, list) else UNKNOWN
    if isinstance(node, nodes.Filter) and node.name in ("counted", "sort", "reverse", "unique", "list") and node.node:
        return _value(node.node, scope)
    return UNKNOWN


def _first(value: Any) -> Any:
    """An entry of a list that has the most fields, to follow a loop with."""
    return max(value, key=_size) if isinstance(value, list) and value else UNKNOWN


def _size(value: Any) -> int:
    if isinstance(value, dict):
        return sum(1 + _size(inner) for inner in value.values())
    return sum(map(_size, value)) if isinstance(value, list) else 0


def _bound(target: nodes.Node, value: Any) -> dict[str, Any]:
    if isinstance(target, nodes.Name):
        return {target.name: value}
    return dict.fromkeys((name.name for name in target.find_all(nodes.Name)), UNKNOWN)


def _path(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "…"
