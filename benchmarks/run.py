"""How long a whole run takes, as ratios in one run: against its libraries' bare imports, and by the number of articles.

    python benchmarks/run.py [--repeat 200]

Each command is timed as a process of its own, the best of three, so that start-up counts.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEEDS = Path(__file__).parents[1] / "seeds"
LIBRARIES = "import babel.dates, cattrs, docx, jinja2, lxml.etree, numpy, trafilatura, yaml"


def seconds(command: list[str], times: int = 3) -> float:
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
        best = min(best, time.perf_counter() - start)
    return best


def copies(folder: Path, number: int) -> int:
    """The sample week, each file `number` times under other names; the text differs by a last line, so none is a duplicate."""
    for copy in range(number):
        for path in sorted(SEEDS.iterdir()):
            target = folder / f"{copy:04d}-{path.name}"
            shutil.copy(path, target)
            if path.suffix == ".txt":
                with target.open("ab") as file:
                    file.write(f"\nNota {copy}.\n".encode())
    return sum(1 for _ in folder.iterdir())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=200)
    repeat = parser.parse_args().repeat
    with tempfile.TemporaryDirectory() as scratch:
        out = ["--out", str(Path(scratch) / "out")]
        imports = seconds([sys.executable, "-c", LIBRARIES])
        whole = seconds([sys.executable, "-m", "briefing", "run", str(SEEDS), *out])
        print(f"bare imports of the libraries      {imports:6.2f} s   1.0")
        print(f"whole run on seeds/, four memos    {whole:6.2f} s   {whole / imports:.1f}")
        many = Path(scratch) / "many"
        many.mkdir()
        number = copies(many, repeat)
        long = seconds([sys.executable, "-m", "briefing", "run", str(many), *out], times=1)
        print(f"{number} articles                    {long:6.2f} s   {number / long:.0f} articles/s")
        print(f"{number} articles / the sample       {long / whole:6.1f} times")


if __name__ == "__main__":
    main()
