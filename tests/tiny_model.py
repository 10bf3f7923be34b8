"""A translation model made by hand: a transformer in CTranslate2's format that says, word for word, what a small table says.

Embeddings are one-hot: some dimensions for the word, some for its place, some for what is said.  The decoder's attention finds
the place, the value matrix carries the word over, the projection names its translation.  No training, so the same bytes always.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
import sentencepiece
from ctranslate2.specs import TransformerSpec

PLACES = 24
SPECIAL = ["<unk>", "<s>", "</s>"]
SHARP = 8.0


def make_package(folder: Path, words: Mapping[str, str], source: str, target: str) -> Path:
    """An Argos Translate package: metadata, a sentencepiece model, and the weights in `model/`."""
    (folder / "model").mkdir(parents=True)
    metadata = {"from_code": source, "to_code": target, "package_version": "1.0", "type": "translate"}
    (folder / "metadata.json").write_text(json.dumps(metadata), "utf-8")
    (folder / "sentencepiece.model").write_bytes(make_pieces([*words, *words.values()]))
    make_weights(words).save(str(folder / "model"))
    return folder


def make_pieces(words: list[str]) -> bytes:
    """A sentencepiece model that takes a text apart at its spaces."""
    made = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([" ".join(words)] * 3),
        model_writer=made,
        model_type="word",
        vocab_size=len(set(words)) + len(SPECIAL),
        minloglevel=2,
    )
    return made.getvalue()


def make_weights(words: Mapping[str, str]) -> TransformerSpec:
    size = len(words) + len(SPECIAL)
    width = 2 * ((2 * size + PLACES + 1) // 2)
    word, place, said = np.arange(size), size + np.arange(PLACES), size + PLACES + np.arange(size)
    spec = TransformerSpec.from_config(num_layers=(1, 1), num_heads=1, pre_norm=True)
    places = one_hot(PLACES, width, place)
    for part, embeddings in ((spec.encoder, spec.encoder.embeddings[0]), (spec.decoder, spec.decoder.embeddings)):
        embeddings.weight = one_hot(size, width, word)
        part.scale_embeddings = False
        part.position_encodings.encodings = places
        unchanged(part.layer[0].self_attention, width)
        passing(part.layer[0].ffn, width)
        normal(part.layer_norm, width)
    at = matrix(width, place, place, SHARP)
    attention = spec.decoder.layer[0].attention
    normal(attention.layer_norm, width)
    linear(attention.linear[0], at)
    linear(attention.linear[1], np.concatenate([at, matrix(width, said, word, 1.0)]))
    linear(attention.linear[2], np.eye(width, dtype=np.float32) * SHARP)
    linear(spec.decoder.projection, one_hot(size, width, said) * SHARP)
    spec.register_source_vocabulary([*SPECIAL, *(f"▁{one}" for one in words)])
    spec.register_target_vocabulary([*SPECIAL, *(f"▁{other}" for other in words.values())])
    spec.config.add_source_eos = True
    spec.validate()
    return spec


def one_hot(rows: int, width: int, at: Any) -> Any:
    made = np.zeros((rows, width), np.float32)
    made[np.arange(rows), at] = 1
    return made


def matrix(width: int, rows: Any, columns: Any, value: float) -> Any:
    made = np.zeros((width, width), np.float32)
    made[rows, columns] = value
    return made


def normal(layer: Any, width: int) -> None:
    layer.gamma, layer.beta = np.ones(width, np.float32), np.zeros(width, np.float32)


def linear(layer: Any, weight: Any) -> None:
    layer.weight, layer.bias = weight.astype(np.float32), np.zeros(weight.shape[0], np.float32)


def unchanged(attention: Any, width: int) -> None:
    """Self-attention that adds nothing."""
    normal(attention.layer_norm, width)
    linear(attention.linear[0], np.zeros((3 * width, width)))
    linear(attention.linear[1], np.zeros((width, width)))


def passing(layer: Any, width: int) -> None:
    """A feed-forward layer that adds nothing."""
    normal(layer.layer_norm, width)
    linear(layer.linear_0, np.zeros((4, width)))
    linear(layer.linear_1, np.zeros((width, 4)))


__all__ = ["ctranslate2", "make_package"]
