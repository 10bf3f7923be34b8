"""The network in JAX, for training; `briefing.annotate.parse.network` is the same computation in numpy.

Embeddings of the word and its hashed affixes, four residual convolutions (dilated up to 4 words), a tag head whose softmax
is fed back (Zhang & Weiss 2016), layers of self-attention with relative positions, biaffine arcs (Dozat & Manning 2017),
labels from the product of the two words' vectors: a bilinear form of low rank, at a fifth of the full one's work.  A vector
for the treebank that a sentence comes from (Stymne et al. 2018) keeps the annotation habits of the treebanks apart.
"""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from briefing.annotate.parse.features import TABLES

WIDTH = 192
WORD_WIDTH = 96
HEADS = 4
FORWARD = 384
ARC = 128
LABEL = 224
REACH = 32
DILATIONS = (1, 1, 2, 4)
DROPOUT = 0.33

Parameters = dict[str, Any]


def initial(
    rng: np.random.RandomState, *, vocabulary: int, tags: int, feats: int, labels: int, sources: int, layers: int
) -> Parameters:
    """Random weights for the given sizes."""

    def dense(rows: int, columns: int, gain: float = 1.0) -> np.ndarray:
        return (rng.randn(rows, columns) * gain * np.sqrt(2.0 / (rows + columns))).astype("f4")

    def table(rows: int, columns: int) -> np.ndarray:
        return (rng.randn(rows, columns) * 0.1).astype("f4")

    weights: Parameters = {"word": table(vocabulary, WORD_WIDTH)}
    weights |= {name: table(rows, width) for name, rows, width in TABLES}
    weights["source"] = np.zeros((sources, WIDTH), "f4")
    weights["root"] = table(1, WIDTH)[0]

    def affine(name: str, rows: int, columns: int, gain: float = 1.0) -> None:
        weights[f"{name}.w"] = dense(rows, columns, gain)
        weights[f"{name}.b"] = np.zeros(columns, "f4")

    def norm(name: str) -> None:
        weights[f"{name}.g"] = np.ones(WIDTH, "f4")
        weights[f"{name}.b"] = np.zeros(WIDTH, "f4")

    affine("input", WORD_WIDTH + sum(width for _, _, width in TABLES), WIDTH)
    for layer in range(len(DILATIONS)):
        norm(f"conv{layer}.norm")
        affine(f"conv{layer}", 3 * WIDTH, WIDTH)
    norm("tag.norm")
    affine("upos", WIDTH, tags)
    affine("feats", WIDTH, feats)
    weights["tag.back"] = dense(tags, WIDTH)
    for layer in range(layers):
        norm(f"attention{layer}.norm")
        affine(f"attention{layer}.qkv", WIDTH, 3 * WIDTH)
        affine(f"attention{layer}.out", WIDTH, WIDTH)
        weights[f"attention{layer}.position"] = np.zeros((HEADS, 2 * REACH + 1), "f4")
        norm(f"forward{layer}.norm")
        affine(f"forward{layer}.up", WIDTH, FORWARD)
        affine(f"forward{layer}.down", FORWARD, WIDTH)
    norm("output.norm")
    for name, width in (("arc.head", ARC), ("arc.dependent", ARC), ("label.head", LABEL), ("label.dependent", LABEL)):
        affine(name, WIDTH, width)
    affine("arc.bilinear", ARC, ARC, 0.5)
    affine("label.score", 3 * LABEL, labels)
    return weights


def activation(x: jax.Array) -> jax.Array:
    return x * jax.nn.sigmoid(1.702 * x)


def loss(weights: Parameters, batch: dict[str, jax.Array], key: jax.Array) -> jax.Array:
    """Mean negative log-likelihood per word: tags and features at half weight, heads and labels."""
    states, upos, feats, mask = _encode(weights, batch, key)
    arcs, label_head, label_dependent = _attach(weights, states, mask)
    count = batch["mask"].sum()
    governors = jax.nn.one_hot(batch["head"], label_head.shape[1]) @ label_head
    labels = _label_scores(weights, governors, label_dependent)
    return (
        0.5 * _cross_entropy(upos, batch["upos"], batch["mask"])
        + 0.5 * _cross_entropy(feats, batch["feats"], batch["mask"])
        + _cross_entropy(arcs, batch["head"], batch["mask"])
        + _cross_entropy(labels, batch["deprel"], batch["mask"])
    ) / count


def _affine(weights: Parameters, name: str, x: jax.Array) -> jax.Array:
    return x @ weights[f"{name}.w"] + weights[f"{name}.b"]


def _norm(weights: Parameters, name: str, x: jax.Array) -> jax.Array:
    centred = x - x.mean(-1, keepdims=True)
    return centred * jax.lax.rsqrt((centred**2).mean(-1, keepdims=True) + 1e-5) * weights[f"{name}.g"] + weights[f"{name}.b"]


def _drop(x: jax.Array, key: jax.Array, rate: float, shape: tuple[int, ...]) -> jax.Array:
    bits = jax.random.bits(key, shape, "uint8")
    return x * ((bits >= round(rate * 256)) / (1 - round(rate * 256) / 256))


def _shift(x: jax.Array, by: int) -> jax.Array:
    return jnp.pad(x, ((0, 0), (by, 0), (0, 0)))[:, : x.shape[1]] if by > 0 else jnp.pad(x, ((0, 0), (0, -by), (0, 0)))[:, -by:]


def _encode(
    weights: Parameters, batch: dict[str, jax.Array], key: jax.Array
) -> tuple[jax.Array, jax.Array, jax.Array, jax.Array]:
    rows = batch["rows"]
    size = len(rows)
    keys = iter(jax.random.split(key, 16))
    parts = [weights["word"][rows[:, :, 0]]]
    parts += [weights[name][rows[:, :, column]] for column, (name, _, _) in enumerate(TABLES, start=1)]
    x = jnp.concatenate(parts, -1)
    x = _drop(x, next(keys), DROPOUT, x.shape)
    x = activation(_affine(weights, "input", x) + weights["source"][batch["source"]][:, None])
    x = jnp.concatenate([jnp.broadcast_to(weights["root"], (size, 1, WIDTH)), x], 1)
    mask = jnp.concatenate([jnp.ones((size, 1)), batch["mask"]], 1)[..., None]
    x = x * mask
    for layer, reach in enumerate(DILATIONS):
        y = _norm(weights, f"conv{layer}.norm", x) * mask
        y = activation(_affine(weights, f"conv{layer}", jnp.concatenate([_shift(y, reach), y, _shift(y, -reach)], -1)))
        y = _drop(y, next(keys), DROPOUT * 0.6, (size, 1, WIDTH))
        x = (x + y) * mask
    tagged = _drop(_norm(weights, "tag.norm", x), next(keys), DROPOUT, (size, 1, WIDTH))[:, 1:]
    upos = _affine(weights, "upos", tagged)
    feats = _affine(weights, "feats", tagged)
    x = x + jnp.pad(jax.nn.softmax(upos, -1) @ weights["tag.back"], ((0, 0), (1, 0), (0, 0)))
    for layer in range(sum(name.endswith(".qkv.w") for name in weights)):
        x = x + _drop(_attention(weights, layer, x, mask), next(keys), DROPOUT * 0.6, (size, 1, WIDTH))
        y = activation(_affine(weights, f"forward{layer}.up", _norm(weights, f"forward{layer}.norm", x)))
        x = x + _affine(weights, f"forward{layer}.down", _drop(y, next(keys), DROPOUT * 0.6, (size, 1, FORWARD)))
    states = _drop(_norm(weights, "output.norm", x), next(keys), DROPOUT, (size, 1, WIDTH))
    return states, upos, feats, mask


def _attention(weights: Parameters, layer: int, x: jax.Array, mask: jax.Array) -> jax.Array:
    size, length, _ = x.shape
    qkv = _affine(weights, f"attention{layer}.qkv", _norm(weights, f"attention{layer}.norm", x))
    query, key, value = (part.reshape(size, length, HEADS, -1).transpose(0, 2, 1, 3) for part in jnp.split(qkv, 3, -1))
    places = np.arange(length)
    distance = np.clip(places[None] - places[:, None], -REACH, REACH) + REACH
    scores = query @ key.transpose(0, 1, 3, 2) / np.sqrt(WIDTH // HEADS) + weights[f"attention{layer}.position"][:, distance]
    scores = scores + (mask[:, None, None, :, 0] - 1) * 1e9
    mixed = (jax.nn.softmax(scores, -1) @ value).transpose(0, 2, 1, 3).reshape(size, length, WIDTH)
    return _affine(weights, f"attention{layer}.out", mixed)


def _attach(weights: Parameters, states: jax.Array, mask: jax.Array) -> tuple[jax.Array, jax.Array, jax.Array]:
    words = states[:, 1:]
    heads = activation(_affine(weights, "arc.head", states))
    dependents = activation(_affine(weights, "arc.dependent", words))
    arcs = _affine(weights, "arc.bilinear", dependents) @ heads.transpose(0, 2, 1) + (mask[:, None, :, 0] - 1) * 1e9
    return arcs, activation(_affine(weights, "label.head", states)), activation(_affine(weights, "label.dependent", words))


def _label_scores(weights: Parameters, governors: jax.Array, dependents: jax.Array) -> jax.Array:
    return _affine(weights, "label.score", jnp.concatenate([dependents * governors, dependents, governors], -1))


def _cross_entropy(scores: jax.Array, gold: jax.Array, mask: jax.Array) -> jax.Array:
    targets = jax.nn.one_hot(gold, scores.shape[-1]) * mask[..., None]  # unknown targets, -1, are all zeros
    return -(jax.nn.log_softmax(scores, -1) * targets).sum()
