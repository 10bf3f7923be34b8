"""Write the model card: `python card.py --treebanks DIR --out ../briefing/knowledge/models/card.yaml`.

What each shipped model is made of and how well it reads: its file's sha256, the command, the treebank files with theirs,
scores on the test treebanks with gold words and from raw text.  Nothing in it is written by hand.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import yaml
from evaluate import TESTS, gold_scores, raw_scores
from treebank import TREEBANKS, blocks, words_of

from briefing.annotate.parse.models import model_path

NOT_REPEATABLE = {"words/s"}


def card(language: str, folder: Path) -> dict[str, object]:
    """Everything about one language's model."""
    path = model_path(language)
    with np.load(path, allow_pickle=False) as archive:
        training = json.loads(archive["meta"].tobytes())["training"]
    helper = training.get("also")
    trained = [row for name in (language, helper) if name in TREEBANKS for row in TREEBANKS[name]]
    return {
        "file": path.name,
        "bytes": path.stat().st_size,
        "sha256": _sha256(path),
        "licence": "CC BY-SA 4.0",
        "training": training,
        "treebanks": {name: _sha256(_find(folder, name)) for name, _, _ in trained},
        "gum_genres": sorted({genre for _, _, genres in trained if genres for genre in genres}),
        "scores": {name: _scores(language, _find(folder, name)) for name in TESTS[language]},
    }


def _scores(language: str, path: Path) -> dict[str, dict[str, float]]:
    sentences = [words_of(lines) for lines in blocks(path)]
    gold = {key: round(value, 1) for key, value in gold_scores(language, sentences).items() if key not in NOT_REPEATABLE}
    return {"gold words": gold, "raw text": {key: round(value, 1) for key, value in raw_scores(language, path).items()}}


def _find(folder: Path, name: str) -> Path:
    path = folder / f"{name}.conllu.xz"
    return path if path.exists() else path.with_suffix("")


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--treebanks", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    arguments = options.parse_args()
    cards = {language: card(language, arguments.treebanks) for language in sorted(TESTS)}
    text = yaml.safe_dump(cards, sort_keys=False, width=120)
    arguments.out.write_text(f"# Made by training/card.py.\n{text}", encoding="utf-8")


if __name__ == "__main__":
    main()
