"""Answers of an engine kept in a folder, so that a run can be repeated: offline, for nothing, and to the byte."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from briefing.model import Language
from briefing.translate.engine import TranslationError, Translator

LARGEST = 100_000
"""Bytes of one answer."""


@dataclass(frozen=True, slots=True)
class Cached:
    """An engine that is only asked for what the folder does not have.

    A file holds what was asked, of which engine, and the answer: no key.  What it holds is as little trusted as a new answer.
    """

    translator: Translator
    folder: Path

    @property
    def name(self) -> str:
        return self.translator.name

    @property
    def identity(self) -> str:
        return self.translator.identity

    def translate(self, text: str, source: Language, target: Language) -> str:
        asked = {"engine": self.identity, "source": source, "target": target, "text": text}
        path = self.folder / f"{digest(asked)}.json"
        kept = _answer_in(path, asked)
        if kept is not None:
            return kept
        answer = self.translator.translate(text, source, target)
        _keep(path, {**asked, "answer": answer})
        return answer


def digest(asked: dict[str, str]) -> str:
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def _answer_in(path: Path, asked: dict[str, str]) -> str | None:
    """The answer to what was asked; None where there is no such file, or it is damaged."""
    try:
        with path.open("rb") as file:
            kept = json.loads(file.read(LARGEST + 1))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(kept, dict) or not isinstance(kept.get("answer"), str):
        return None
    answer: str = kept.pop("answer")
    return answer if kept == asked else None


def _keep(path: Path, entry: dict[str, str]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    except OSError as error:
        raise TranslationError(f"the cache cannot be written ({error.strerror}); name another folder", final=True) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(entry, file, ensure_ascii=False, sort_keys=True, indent=1)
        Path(name).replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise TranslationError(f"the cache cannot be written ({error.strerror}); name another folder", final=True) from error
