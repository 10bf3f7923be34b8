"""A file is there whole or not at all: written under a temporary name beside its place, flushed, then renamed."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from briefing.errors import OutputError


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path`; whoever kills the program leaves the old file as it was.  Raises OutputError."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write(temporary, data)
            temporary.replace(path)
        finally:
            with contextlib.suppress(FileNotFoundError):
                temporary.unlink()
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror or error}); choose another folder") from error


def _write(path: Path, data: bytes) -> None:
    # Not tempfile.mkstemp: a memo gets the permissions that the user's umask gives to every other file.
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
