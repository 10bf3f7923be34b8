"""Reading a model file: int8 weights with one scale per row or column, the closed lists, the lemma tables.

The file is a plain `.npz` without pickles, so that a model from elsewhere cannot run code.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy: with more threads its small products crawl on a busy machine
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from briefing.annotate.parse.features import TABLES
from briefing.annotate.parse.lemmas import LemmaTables
from briefing.annotate.parse.network import Network
from briefing.errors import KnowledgeError

FOLDER_VARIABLE = "BRIEFING_MODELS"
"""Environment variable: a folder of one's own models, looked into before the package's."""
SCALE = ":scale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A trained tagger and parser of one language."""

    network: Network
    vocabulary: Mapping[str, int]
    upos: tuple[str, ...]
    feats: tuple[str, ...]
    deprel: tuple[str, ...]
    lemmas: LemmaTables


def model_path(language: str) -> Path:
    """Where the model of a language is; `KnowledgeError` where there is none."""
    own = os.environ.get(FOLDER_VARIABLE)
    folders = [Path(own)] if own else []
    folders.append(Path(str(files("briefing") / "knowledge" / "models")))
    for folder in folders:
        if (folder / f"{language}.npz").is_file():
            return folder / f"{language}.npz"
    raise KnowledgeError([f"no parser model for language {language!r} in {', '.join(map(str, folders))}"])


def read_model(path: Path) -> Model:
    """The model in a file; `KnowledgeError` where the file is not one."""
    try:
        with np.load(path, allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        meta = json.loads(arrays.pop("meta").tobytes())
        return _model(meta, _weights(arrays))
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise KnowledgeError([f"{path} is not a parser model: {error}"]) from error


def _weights(arrays: Mapping[str, Any]) -> dict[str, Any]:
    weights = {}
    for name, values in arrays.items():
        if not name.endswith(SCALE):
            scale = arrays.get(name + SCALE)
            weights[name] = values.astype(np.float32) if scale is None else values * scale.astype(np.float32)
    return weights


def _model(meta: Mapping[str, Any], weights: dict[str, Any]) -> Model:
    for name, rows, width in TABLES:
        if weights[name].shape != (rows, width):
            raise ValueError(f"table {name} has shape {weights[name].shape}, not {(rows, width)}")
    network = Network(
        weights=weights,
        heads=meta["heads"],
        reach=meta["reach"],
        dilations=tuple(meta["dilations"]),
        layers=meta["layers"],
        root_label=meta["deprel"].index("root"),
    )
    lemmas = LemmaTables(
        exceptions=meta["lemma_exceptions"],
        rules=meta["lemma_rules"],
        known={upos: frozenset(known) for upos, known in meta["known_lemmas"].items()},
        inflections=tuple(meta["inflections"]),
    )
    return Model(
        network=network,
        vocabulary={word: number for number, word in enumerate(meta["words"], start=2)},
        upos=tuple(meta["upos"]),
        feats=tuple(meta["feats"]),
        deprel=tuple(meta["deprel"]),
        lemmas=lemmas,
    )
