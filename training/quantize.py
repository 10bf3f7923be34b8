"""Make the file that ships from trained weights: `python quantize.py es --weights FILE --treebanks DIR --out FILE`.

Weights become int8 with one scale per row of an embedding table and per column of a matrix; the vector of the first
treebank (whose annotation habit is spoken) is added to the input's bias; lemma tables are learned from the same sentences.
"""

from __future__ import annotations

import argparse
import io
import json
import zipfile
from collections import Counter
from pathlib import Path

import lemma_tables
import numpy as np
from treebank import TREEBANKS, Word, load

from briefing.annotate.parse.features import TABLES, word_key
from briefing.annotate.parse.lemmas import irregular
from briefing.annotate.parse.models import SCALE

SMALLEST = 4000
"""Arrays with fewer weights stay in half precision."""
DATE = (1980, 1, 1, 0, 0, 0)


def quantize(weights: dict[str, np.ndarray], source: np.ndarray) -> dict[str, np.ndarray]:
    """The arrays of the model file; `source` weighs the treebanks' vectors, summing to 1."""
    rows = {"word", *(name for name, _, _ in TABLES)}
    weights = dict(weights)
    weights["input.b"] = weights["input.b"] + source @ weights.pop("source")
    arrays = {}
    for name, values in sorted(weights.items()):
        if values.ndim < 2 or values.size < SMALLEST:
            arrays[name] = values.astype("f2")
            continue
        scale = np.abs(values).max(axis=1 if name in rows else 0, keepdims=True) / 127 + 1e-12
        scale = scale.astype("f2").astype("f4")
        arrays[name] = np.clip(np.round(values / np.maximum(scale, 1e-7)), -127, 127).astype("i1")
        arrays[name + SCALE] = scale.astype("f2")
    return arrays


def pruned(weights: dict[str, np.ndarray], meta: dict, pairs: list[tuple[str, list[Word]]]) -> dict[str, np.ndarray]:
    """The weights without the words and features that only a helping language has; `meta` is changed to match."""
    words = Counter(word_key(word.form) for _, sentence in pairs for word in sentence)
    feats = Counter(word.feats for _, sentence in pairs for word in sentence)
    rows = [n for n, form in enumerate(meta["words"]) if words[form] > 1]
    columns = [n for n, value in enumerate(meta["feats"]) if feats[value] > 1]
    meta["words"] = [meta["words"][n] for n in rows]
    meta["feats"] = [meta["feats"][n] for n in columns]
    return weights | {
        "word": weights["word"][[0, 1, *(n + 2 for n in rows)]],
        "feats.w": weights["feats.w"][:, columns],
        "feats.b": weights["feats.b"][columns],
    }


def write(path: Path, arrays: dict[str, np.ndarray]) -> None:
    """A `.npz` whose bytes depend on its arrays alone."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, values in arrays.items():
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, np.ascontiguousarray(values), allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", DATE)
            archive.writestr(entry, buffer.getvalue(), compress_type=zipfile.ZIP_DEFLATED, compresslevel=9)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("language", choices=sorted(TREEBANKS))
    options.add_argument("--weights", type=Path, required=True)
    options.add_argument("--treebanks", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--source", type=float, nargs="+", help="weights of the treebanks' vectors, the first alone if absent")
    arguments = options.parse_args()
    with np.load(arguments.weights) as archive:
        weights = {name: archive[name] for name in archive.files}
    meta = json.loads(weights.pop("meta").tobytes())
    pairs = load(arguments.language, arguments.treebanks)
    weights = pruned(weights, meta, pairs)
    sources = meta.pop("sources")
    shares = np.array((arguments.source or [1.0]) + [0.0] * len(sources), "f4")[: len(sources)]
    meta["training"]["source"] = {name: round(float(share), 3) for name, share in zip(sources, shares, strict=True)}
    tables = lemma_tables.learn((words for _, words in pairs), irregular(arguments.language))
    meta["lemma_exceptions"] = dict(tables.exceptions)
    meta["lemma_rules"] = dict(tables.rules)
    meta["known_lemmas"] = {upos: sorted(known) for upos, known in tables.known.items()}
    meta["inflections"] = list(tables.inflections)
    arrays = quantize(weights, shares)
    arrays["meta"] = np.frombuffer(json.dumps(meta, ensure_ascii=False, separators=(",", ":")).encode(), "u1")
    write(arguments.out, arrays)
    print(f"{arguments.out}: {arguments.out.stat().st_size / 1e6:.2f} MB; lists {len(arrays['meta']) / 1e6:.2f} MB, unpacked")


if __name__ == "__main__":
    main()
