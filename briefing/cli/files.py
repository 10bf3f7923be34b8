"""Reading and writing files for the commands: what cannot be read or written is one clear line."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from briefing.codec import read_brief
from briefing.errors import BriefError, BriefingError, OutputError
from briefing.model import Brief

LARGEST_BRIEF = 20_000_000
PROJECT_TEMPLATES = Path("templates")


def template_dirs(given: Sequence[Path]) -> tuple[Path, ...]:
    """Where audiences are looked up before the package: the command line's folders, the project's, the user's."""
    for folder in given:
        if not folder.is_dir():
            raise BriefingError(f"--templates {folder}: there is no such folder")
    return (*given, *(folder for folder in (PROJECT_TEMPLATES, user_templates()) if folder.is_dir()))


def user_templates() -> Path:
    """The user's own audiences, for every project."""
    home = os.environ.get("XDG_CONFIG_HOME") or os.environ.get("APPDATA") or Path.home() / ".config"
    return Path(home) / "briefing" / "templates"


def load_brief(path: Path) -> Brief:
    """The brief in a file.  Raises BriefError with every fault."""
    try:
        if path.stat().st_size > LARGEST_BRIEF:
            raise BriefError([f"{path}: larger than {LARGEST_BRIEF // 1_000_000} MB; this is no brief.yaml"])
        text = path.read_text("utf-8")
    except OSError as error:
        raise BriefError([f"{path}: cannot be read ({error.strerror}); name a brief.yaml that `briefing run` wrote"]) from error
    except UnicodeDecodeError as error:
        raise BriefError([f"{path}: not UTF-8 text (byte {error.start}); save it as UTF-8"]) from error
    return read_brief(text, file=str(path))


def make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made ({error.strerror}); name another folder with --out") from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file under a temporary name and put it in place in one step; the old file stays whole until then."""
    from briefing.render import write_atomically

    try:
        write_atomically(path, data)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); the old file, if any, is untouched") from error
