"""Which files are read: folders with everything below them, and single files.

Nothing outside a given folder is opened: links that lead out of it, and anything that is no regular file (a pipe would wait
for ever), are named among the skipped.  Hidden files are not articles and are passed over.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.ingest.refusals import left_out, refused
from briefing.model import Skipped

MAX_BYTES = 5_000_000
"""The largest file that is read: a thousand pages; a longer one is an archive or a dump, not an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A file to read and the name by which it is reported: its path below the given folder."""

    name: str
    path: Path


def find_files(paths: Sequence[Path]) -> tuple[list[Input], list[Skipped]]:
    """All files of the paths, sorted by name, each once, whatever the order in which the paths were given."""
    inputs: list[Input] = []
    skipped: list[Skipped] = []
    for path in paths:
        if path.is_dir():
            found, passed = _in_folder(path)
            if not found and not passed:
                passed = [left_out(_printable(str(path)), refused("empty_folder"))]
        elif path.exists():
            found, passed = [Input(name=_printable(path.name), path=path)], []
        else:
            found, passed = [], [left_out(_printable(str(path)), refused("missing"))]
        inputs += found
        skipped += passed
    return _once(inputs), _sorted(skipped)


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file.  Raises ArticleError where it cannot or should not be read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise refused("not_regular")
        if status.st_size > MAX_BYTES:
            size, most = (round(count / 1_000_000) for count in (status.st_size, MAX_BYTES))
            raise refused("too_large", size=size, most=most)
        return path.read_bytes()
    except OSError as error:
        raise refused("unreadable", str(error.strerror or error)) from error


def _in_folder(root: Path) -> tuple[list[Input], list[Skipped]]:
    inputs: list[Input] = []
    skipped: list[Skipped] = []

    def unreadable(error: OSError) -> None:
        name = _printable(os.path.relpath(error.filename, root))
        skipped.append(left_out(name, refused("unreadable_folder", str(error.strerror))))

    for folder, subfolders, names in os.walk(root, onerror=unreadable):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        linked = [name for name in subfolders if (Path(folder) / name).is_symlink()]
        for name in sorted([*linked, *(n for n in names if not n.startswith("."))]):
            path = Path(folder) / name
            shown = _printable(path.relative_to(root).as_posix())
            if path.is_symlink() and not path.exists():
                skipped.append(left_out(shown, refused("broken_link")))
            elif path.is_symlink() and not _leads_inside(path, root):
                skipped.append(left_out(shown, refused("outside_link")))
            elif not path.is_dir():
                inputs.append(Input(name=shown, path=path))
    return inputs, skipped


def _leads_inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def _sorted(skipped: Iterable[Skipped]) -> list[Skipped]:
    """Each entry once, by file and reason."""
    each = {(entry.file, entry.reason): entry for entry in skipped}
    return [each[key] for key in sorted(each)]


def _once(inputs: Iterable[Input]) -> list[Input]:
    seen: dict[Path, Input] = {}
    for entry in sorted(inputs, key=lambda entry: (entry.name, str(entry.path))):
        seen.setdefault(entry.path.resolve(), entry)
    return list(seen.values())


def _printable(name: str) -> str:
    """A file name that can be written out, whatever bytes it has on the disk."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


__all__ = ["MAX_BYTES", "Input", "find_files", "read_bytes"]
