"""Train one language's tagger and parser: `python train.py es --treebanks DIR --out FILE.npz --steps 6000`.

Everything is decided by the number of steps and the seed, nothing by the clock, so that the same machine makes the same
weights twice.  The weights that are kept are a running average (Polyak averaging), saved every `--save-every` steps.
"""

from __future__ import annotations

import os

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
os.environ.setdefault("OMP_NUM_THREADS", "1")

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jax
import jax.numpy as jnp
import network
import numpy as np
from augment import augment
from treebank import TREEBANKS, Word, load

from briefing.annotate.parse.features import TABLES, encode, word_key

BUCKETS = (10, 18, 28, 40, 60, 100)
LONGEST = BUCKETS[-1] - 1


@dataclass(frozen=True, slots=True)
class Inventory:
    """The closed lists that the network's rows and columns stand for."""

    vocabulary: dict[str, int]
    counts: np.ndarray
    upos: list[str]
    feats: list[str]
    deprel: list[str]
    sources: list[str]


def inventory(pairs: list[tuple[str, list[Word]]]) -> Inventory:
    """Words seen twice, every tag, the features seen twice and the labels seen five times."""
    words = Counter(word_key(word.form) for _, sentence in pairs for word in sentence)
    known = _frequent(words, 2)
    counts = np.array([0, 0] + [words[form] for form in known], "f4")
    return Inventory(
        vocabulary={form: number for number, form in enumerate(known, start=2)},
        counts=counts,
        upos=sorted({word.upos for _, sentence in pairs for word in sentence}),
        feats=_frequent(Counter(word.feats for _, sentence in pairs for word in sentence), 2),
        deprel=_frequent(Counter(word.deprel for _, sentence in pairs for word in sentence), 5),
        sources=list(dict.fromkeys(source for source, _ in pairs)),
    )


def _frequent(counter: Counter[str], least: int) -> list[str]:
    return [key for key, count in sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])) if count >= least]


def batches(
    pairs: list[tuple[str, list[Word]]], others: list[tuple[str, list[Word]]], lists: Inventory, words: int, seed: int
) -> Iterator[dict[str, np.ndarray]]:
    """Batches of about `words` words for ever: sentences of like length together, augmented anew in each round.

    Each round takes all sentences of the language and at most as many of the other one's.
    """
    rng = random.Random(seed)
    helping = [pair for pair in others if len(pair[1]) < LONGEST]
    drop = np.random.RandomState(seed)
    rare = 0.4 / (0.4 + lists.counts)
    rare[:2] = 0
    waiting: dict[int, list[tuple[str, list[Word]]]] = {bucket: [] for bucket in BUCKETS}
    while True:
        order = [pair for pair in pairs if len(pair[1]) < LONGEST]
        order += rng.sample(helping, min(len(order), len(helping)))
        rng.shuffle(order)
        for source, sentence in order:
            sentence = augment(sentence, rng)
            bucket = next(size for size in BUCKETS if len(sentence) <= size)
            waiting[bucket].append((source, sentence))
            if len(waiting[bucket]) * bucket >= words:
                batch = fill(waiting[bucket], lists, bucket)
                waiting[bucket] = []
                ids = batch["rows"][:, :, 0]
                batch["rows"][:, :, 0] = np.where(drop.rand(*ids.shape) < rare[ids], 1, ids)
                yield batch


def fill(group: list[tuple[str, list[Word]]], lists: Inventory, length: int) -> dict[str, np.ndarray]:
    """One batch as arrays: size × length, unknown targets -1."""
    size = len(group)
    columns = {name: {value: n for n, value in enumerate(getattr(lists, name))} for name in ("upos", "feats", "deprel")}
    sources = {name: number for number, name in enumerate(lists.sources)}
    batch = {name: np.full((size, length), -1, "i4") for name in columns}
    batch["head"] = np.zeros((size, length), "i4")
    batch["mask"] = np.zeros((size, length), "f4")
    batch["rows"] = np.zeros((size, length, 1 + len(TABLES)), "i4")
    batch["source"] = np.array([sources[source] for source, _ in group], "i4")
    for row, (_, sentence) in enumerate(group):
        count = len(sentence)
        batch["rows"][row, :count] = encode([word.form for word in sentence], lists.vocabulary)
        batch["mask"][row, :count] = 1
        batch["head"][row, :count] = [word.head for word in sentence]
        for name, numbers in columns.items():
            batch[name][row, :count] = [numbers.get(getattr(word, name), -1) for word in sentence]
    return batch


@jax.jit
def step(state: dict, batch: dict, key: jax.Array, rate: jax.Array, number: jax.Array) -> tuple[dict, jax.Array]:
    """One step of Adam with clipped gradients, and of the running average."""
    value, gradient = jax.value_and_grad(network.loss)(state["weights"], batch, key)
    norm = jnp.sqrt(sum((g * g).sum() for g in gradient.values()))
    scale = jnp.minimum(1.0, 5.0 / (norm + 1e-9))
    keep = jnp.minimum(0.998, (1 + number) / (10 + number))
    corrected = rate * jnp.sqrt(1 - 0.98 ** (number + 1)) / (1 - 0.9 ** (number + 1))
    new: dict = {part: {} for part in state}
    for name, g in gradient.items():
        g = g * scale
        mean = 0.9 * state["mean"][name] + 0.1 * g
        square = 0.98 * state["square"][name] + 0.02 * g * g
        weight = state["weights"][name] - corrected * mean / (jnp.sqrt(square) + 1e-8)
        new["mean"][name], new["square"][name], new["weights"][name] = mean, square, weight
        new["average"][name] = keep * state["average"][name] + (1 - keep) * weight
    return new, value


def save(path: Path, weights: dict, lists: Inventory, record: dict) -> None:
    """The averaged weights in single precision with everything that reading them needs."""
    meta = {
        "words": list(lists.vocabulary),
        "upos": lists.upos,
        "feats": lists.feats,
        "deprel": lists.deprel,
        "sources": lists.sources,
        "heads": network.HEADS,
        "reach": network.REACH,
        "dilations": list(network.DILATIONS),
        "layers": sum(name.endswith(".qkv.w") for name in weights),
        "training": record,
    }
    arrays = {name: np.asarray(value) for name, value in weights.items()}
    partial = path.with_name(f"partial-{path.name}")
    np.savez(partial, meta=np.frombuffer(json.dumps(meta, ensure_ascii=False).encode(), "u1"), **arrays)
    partial.replace(path)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("language", choices=sorted(TREEBANKS))
    options.add_argument("--treebanks", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--steps", type=int, required=True)
    options.add_argument("--words", type=int, default=2000, help="words in a batch")
    options.add_argument("--rate", type=float, default=2.2e-3)
    options.add_argument("--layers", type=int, default=2, help="of self-attention")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--also", choices=sorted(TREEBANKS), help="another language whose sentences help")
    options.add_argument("--save-every", type=int, default=500)
    arguments = options.parse_args()
    pairs = load(arguments.language, arguments.treebanks)
    others = load(arguments.also, arguments.treebanks) if arguments.also else []
    lists = inventory(pairs + others)
    print(f"{len(pairs)} sentences, {sum(len(s) for _, s in pairs)} words, {len(lists.vocabulary)} in the vocabulary,", end=" ")
    print(f"{len(lists.upos)} tags, {len(lists.feats)} features, {len(lists.deprel)} labels", flush=True)
    weights = network.initial(
        np.random.RandomState(arguments.seed),
        vocabulary=len(lists.vocabulary) + 2,
        tags=len(lists.upos),
        feats=len(lists.feats),
        labels=len(lists.deprel),
        sources=len(lists.sources),
        layers=arguments.layers,
    )
    print(f"{sum(value.size for value in weights.values()):,} weights", flush=True)
    zeros = {name: np.zeros_like(value) for name, value in weights.items()}
    state = {"weights": weights, "average": weights, "mean": zeros, "square": zeros}
    state = jax.tree.map(jnp.asarray, state)
    record = {key: str(value) for key, value in vars(arguments).items() if key not in {"out", "treebanks"}}
    stream = batches(pairs, others, lists, arguments.words, arguments.seed)
    key = jax.random.key(arguments.seed, impl="rbg")
    started = time.monotonic()
    for number in range(arguments.steps):
        rate = arguments.rate * min(1.0, (number + 1) / 200) * 0.5 * (1 + np.cos(np.pi * number / arguments.steps))
        state, value = step(state, next(stream), jax.random.fold_in(key, number), np.float32(rate), np.float32(number))
        if (number + 1) % 100 == 0 or number < 3:
            print(f"step {number + 1} loss {float(value):.3f} after {time.monotonic() - started:.0f} s", flush=True)
        if (number + 1) % arguments.save_every == 0 or number + 1 == arguments.steps:
            save(arguments.out, state["average"], lists, record | {"step": number + 1})


if __name__ == "__main__":
    main()
