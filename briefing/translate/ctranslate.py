"""Models in CTranslate2's format: Argos Translate's packages, or any folder that holds a model and its sentencepiece files."""

from __future__ import annotations

import functools
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.model import Language
from briefing.translate.engine import TranslationError

PIECES = ("sentencepiece.model", "source.spm", "spm.model")
TARGET_PIECES = "target.spm"
WEIGHTS = "model.bin"
DEEPEST = 3
"""Folders between the one that the user names and a model."""
BEAM = 4
LONGEST_PIECES = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model on disk: where its weights and its sentencepiece files are, and what it translates."""

    weights: Path
    source_pieces: Path
    target_pieces: Path
    source: Language
    target: Language
    name: str


@dataclass(frozen=True, slots=True)
class CTranslate2:
    """The models below a folder.  One thread and a beam search: the same line gives the same words on one machine."""

    folder: Path
    label: str = "CTranslate2"

    @property
    def name(self) -> str:
        return self.label

    @property
    def identity(self) -> str:
        return " ".join([self.label, *(f"{m.name} {m.weights.stat().st_size}" for m in find_models(self.folder))])

    def translate(self, text: str, source: Language, target: Language) -> str:
        models = find_models(self.folder)
        model = next((model for model in models if (model.source, model.target) == (source, target)), None)
        if model is None:
            known = ", ".join(f"{model.source}-{model.target}" for model in models) or "none"
            raise TranslationError(
                f"{self.folder.name} has no model from {source} to {target} (it has {known}): it needs {WEIGHTS}, a "
                f"sentencepiece file, and metadata.json or a folder's name that tells the languages ({source}-{target})"
            )
        return _translated(model, " ".join(text.split()))


def argos_folder() -> Path:
    """Where Argos Translate keeps its packages."""
    given = os.environ.get("ARGOS_PACKAGES_DIR")
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(given) if given else Path(data, "argos-translate", "packages")


@functools.cache
def find_models(folder: Path) -> tuple[Model, ...]:
    """Every model in a folder or below it, in the order of their names."""
    return tuple(model for path in _folders(folder, DEEPEST) if (model := _model_in(path)))


def _folders(folder: Path, depth: int) -> Iterator[Path]:
    if not folder.is_dir():
        return
    yield folder
    if depth:
        for child in sorted(folder.iterdir()):
            if child.is_dir() and not child.is_symlink():
                yield from _folders(child, depth - 1)


def _model_in(folder: Path) -> Model | None:
    weights = next((path for path in (folder, folder / "model") if (path / WEIGHTS).is_file()), None)
    pieces = next((folder / name for name in PIECES if (folder / name).is_file()), None)
    if weights is None or pieces is None:
        return None
    told = _metadata(folder)
    named = re.search(r"(?:^|[^a-z])(es|en)[-_](es|en)(?:[^a-z]|$)", folder.name.lower())
    source, target = told.get("from_code") or (named and named[1]), told.get("to_code") or (named and named[2])
    if not source or not target:
        return None
    theirs = folder / TARGET_PIECES
    return Model(
        weights=weights,
        source_pieces=pieces,
        target_pieces=theirs if theirs.is_file() else pieces,
        source=source,
        target=target,
        name=" ".join(part for part in (f"{source}-{target}", told.get("package_version")) if part),
    )


def _metadata(folder: Path) -> dict[str, str]:
    """The text values of an Argos package's metadata; nothing where it is missing or damaged."""
    try:
        data = json.loads((folder / "metadata.json").read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {key: value for key, value in data.items() if isinstance(value, str)} if isinstance(data, dict) else {}


def _translated(model: Model, text: str) -> str:
    source, target, translator = _loaded(model)
    pieces = source.encode(text, out_type=str)
    if not 0 < len(pieces) <= LONGEST_PIECES:
        raise TranslationError("a line is too long for the model")
    try:
        result = translator.translate_batch([pieces], beam_size=BEAM, max_decoding_length=2 * len(pieces) + 20)
    except (RuntimeError, ValueError) as error:
        raise TranslationError(f"the model {model.name} failed ({str(error).splitlines()[0][:100]})", final=True) from error
    return str(target.decode(result[0].hypotheses[0]))


@functools.cache
def _loaded(model: Model) -> tuple[Any, Any, Any]:
    try:
        import ctranslate2
        import sentencepiece
    except ImportError as error:
        raise TranslationError(
            f"{error.name} is not installed; install the extra: pip install 'briefing[translate]'", final=True
        ) from error
    try:
        source = sentencepiece.SentencePieceProcessor(model_file=str(model.source_pieces))
        target = sentencepiece.SentencePieceProcessor(model_file=str(model.target_pieces))
        translator = ctranslate2.Translator(str(model.weights), device="cpu", inter_threads=1, intra_threads=1)
    except (RuntimeError, ValueError, OSError) as error:
        reason = str(error).splitlines()[0].replace(str(model.weights), model.weights.name)[:100]
        raise TranslationError(f"the model {model.name} cannot be loaded ({reason})", final=True) from error
    return source, target, translator
