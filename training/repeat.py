"""Check that training is repeatable: `python repeat.py es --treebanks DIR [--steps 300]`.

Trains the same number of steps twice, in two processes with different hash seeds, and compares the bytes of the weights.
Ends with code 1 where they differ.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from treebank import TREEBANKS

HASH_SEEDS = ("1", "2")
"""Python's own, so that no order of a set can hide in the result."""


def trained(hash_seed: str, out: Path, options: list[str]) -> str:
    """The sha256 of the weights after one run of `train.py`."""
    command = [sys.executable, str(Path(__file__).with_name("train.py")), *options, "--out", str(out)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": hash_seed})
    return hashlib.sha256(out.read_bytes()).hexdigest()


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("language", choices=sorted(TREEBANKS))
    options.add_argument("--treebanks", required=True)
    options.add_argument("--steps", default="300")
    arguments = options.parse_args()
    passed = [arguments.language, "--treebanks", arguments.treebanks, "--steps", arguments.steps]
    with tempfile.TemporaryDirectory() as scratch:
        sums = [trained(seed, Path(scratch) / f"{seed}.npz", passed) for seed in HASH_SEEDS]
    print("\n".join(sums))
    same = len(set(sums)) == 1
    print("the same bytes" if same else "NOT the same bytes")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
