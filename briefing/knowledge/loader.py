"""Reads the knowledge's data files and checks them: every fault at once, each with file and line.

A file `actors/*.yaml`, `roles/*.yaml`, `acts/*.yaml` or `concepts/*.yaml` is a list of rows of one type (`entries`).
A user's folder has the same sub-folders; its rows add to the built-in ones, or replace the one with the same id.
Files are read without their lines, which is quicker; only a file with a fault is read again for them.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import GenericAlias
from typing import Any

from briefing.errors import KnowledgeError
from briefing.knowledge.checks import faults_of
from briefing.knowledge.entries import Act, ActorEntry, Concept, Knowledge, Label, RoleEntry
from briefing.model import Language
from briefing.structure import Lines, Plain, load_plain, load_yaml, structure

LANGUAGES: tuple[Language, ...] = ("en", "es")
"""The languages that every row must have; `languages/` holds a grammar for each."""

ROW_TYPES: Mapping[str, type[Any]] = {"actors": ActorEntry, "roles": RoleEntry, "acts": Act, "concepts": Concept}


@dataclass(frozen=True, slots=True)
class Source:
    """A data file: its name for messages, its text, and the rows that it gave."""

    name: str
    text: str
    rows: tuple[Any, ...] = ()


def load_knowledge(folders: Sequence[Path] = ()) -> Knowledge:
    """The built-in knowledge with the rows of the user's folders.  Raises KnowledgeError with every fault."""
    missing = [f"{folder}: there is no such folder of knowledge" for folder in folders if not folder.is_dir()]
    if missing:
        raise KnowledgeError(missing)
    return _load(tuple(folders)) if folders else _builtin()


def load_language(topic: str, language: Language) -> Plain:
    """The plain data (every scalar a string) of `languages/<topic>/<language>.yaml`; shared, so not to be changed.

    Raises KnowledgeError where there is no such file or it is not YAML.
    """
    return _language_file(f"{topic}/{language}.yaml")


def load_grammar(language: Language) -> Plain:
    """The general grammar of a language, `languages/<language>.yaml`: articles, contractions, negation words …"""
    return _language_file(f"{language}.yaml")


def labels(knowledge: Knowledge, code: str) -> Label:
    """How an actor's name stands in a sentence, per language; the id itself where nothing is known.

    >>> labels(load_knowledge(), "US")
    {'en': 'the United States', 'es': 'Estados Unidos'}
    """
    entry = knowledge.actors.get(code)
    if entry is None:
        return dict.fromkeys(LANGUAGES, code)
    return {language: entry.label(language) for language in LANGUAGES}


@functools.cache
def _builtin() -> Knowledge:
    return _load(())


@functools.cache
def _language_file(name: str) -> Plain:
    path = files(__package__).joinpath("languages", *name.split("/"))
    try:
        rows = load_plain(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise KnowledgeError([f"languages/{name}: {error}"]) from error
    return with_classes(rows, name.rpartition("/")[2])


def with_classes(rows: Plain, name: str) -> Plain:
    """The rows of a topic's file, `en.yaml`, with the words of the closed classes that they name."""
    if not isinstance(rows, dict) or not any(is_of_class(row) for row in rows.values()):
        return rows
    grammar = _language_file(name)
    return {key: words_of_class(row, grammar) if is_of_class(row) else row for key, row in rows.items()}


def is_of_class(row: Plain) -> bool:
    """Whether a row names a closed class of the language's grammar: `negators: {of: negation, without: [nobody]}`."""
    return isinstance(row, dict) and "of" in row and row.keys() <= {"of", "with", "without"}


def words_of_class(row: Plain, grammar: Plain) -> list[str]:
    """The words of the class, with those that only this topic counts to it and without those that it does not."""
    told = [word for word in grammar[row["of"]] if word not in row.get("without", ())]
    return [*told, *row.get("with", ())]


def _load(folders: tuple[Path, ...]) -> Knowledge:
    faults: list[str] = []
    tables: dict[str, dict[str, Any]] = {}
    origins: dict[str, tuple[Source, int]] = {}
    for kind, row_type in ROW_TYPES.items():
        table = tables.setdefault(kind, {})
        for folder in (files(__package__), *folders):
            layer = [_read(source, row_type, faults) for source in _sources(folder.joinpath(kind), faults)]
            _add_layer(kind, layer, table, origins, faults)
    knowledge = Knowledge(**tables)
    for row_kind, row_id, reason in faults_of(knowledge, LANGUAGES):
        source, index = origins[f"{row_kind}/{row_id}"]
        faults.append(f"{source.name}:{_line(source, index)}: {row_id}: {reason}")
    if faults:
        raise KnowledgeError(sorted(faults))
    return knowledge


def _sources(folder: Traversable, faults: list[str]) -> Iterable[Source]:
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".yaml"):
            name = f"{folder.name}/{path.name}"
            try:
                yield Source(name, path.read_text("utf-8"))
            except (OSError, UnicodeDecodeError) as error:
                faults.append(f"{name}:1: cannot be read: {error}")


def _read(source: Source, row_type: type[Any], faults: list[str]) -> Source:
    try:
        data = load_plain(source.text)
        rows = _rows(data, {}, row_type, source.name)
    except ValueError:
        faults.extend(_faults_with_lines(source, row_type))
        return source
    return Source(source.name, source.text, rows)


def _rows(data: Plain, lines: Lines, row_type: type[Any], name: str) -> tuple[Any, ...]:
    if data is not None and not isinstance(data, list):
        raise ValueError(f"{name}:1: expected a list of rows")
    rows_type: Any = GenericAlias(tuple, (row_type, Ellipsis))
    return tuple(structure(data or [], lines, rows_type, file=name))


def _faults_with_lines(source: Source, row_type: type[Any]) -> list[str]:
    try:
        data, lines = load_yaml(source.text)
    except ValueError as error:
        return [f"{source.name}: {error}"]
    try:
        _rows(data, lines, row_type, source.name)
    except ValueError as error:
        return [str(fault) for fault in error.args]
    return []


def _add_layer(
    kind: str, layer: list[Source], table: dict[str, Any], origins: dict[str, tuple[Source, int]], faults: list[str]
) -> None:
    """Put the rows of one folder into the table; an id twice in one folder is a fault, in a later folder it replaces."""
    seen: set[str] = set()
    for source in layer:
        for index, row in enumerate(source.rows):
            if row.id in seen:
                faults.append(f"{source.name}:{_line(source, index)}: {row.id}: the id stands twice")
                continue
            seen.add(row.id)
            table[row.id] = row
            origins[f"{kind}/{row.id}"] = (source, index)


def _line(source: Source, index: int) -> int:
    return load_yaml(source.text)[1].get(f"$[{index}]", 1)
