"""Speed, size and start of the parsers: `python benchmarks/parser.py`, one process per language, one core.

Compared with the bare import of numpy, since figures of one machine say little.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROBE = """
import resource, sys, time
started = time.perf_counter()
import os
os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy
numpy_only = time.perf_counter() - started
started = time.perf_counter()
from briefing.annotate.parse import load_parser, split_sentences
from briefing.annotate.parse.models import model_path
parser = load_parser(sys.argv[1])
ready = time.perf_counter() - started
text = sys.stdin.read()
started = time.process_time()
spans = split_sentences(text, sys.argv[1])
split = time.process_time() - started
trees = parser.parse(text, spans)
seconds = time.process_time() - started
words = sum(map(len, trees))
print(f"{sys.argv[1]}: import of numpy {numpy_only:.2f} s, the rest of import and load {ready:.2f} s;", end=" ")
print(f"{len(spans)} sentences, {words} words, {words / seconds:,.0f} words/s, splitting {split / seconds:.0%};", end=" ")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"model {model_path(sys.argv[1]).stat().st_size / 1e6:.2f} MB, memory {peak:.0f} MB")
"""
TEXTS = {
    "es": "La canciller de Perú llegó ayer a Quito para reunirse con su homólogo ecuatoriano, que le había propuesto reabrir "
    "la frontera. “Hablaremos de todo lo que preocupa a nuestros pueblos”, dijo al llegar. Según fuentes del Gobierno, ambos "
    "países firmarían en marzo un acuerdo de 25 millones de dólares; la oposición lo rechaza.\n\n",
    "en": "Peru's foreign minister arrived in Quito on Monday to meet her Ecuadorian counterpart, who had proposed reopening "
    "the border. “We will talk about everything that worries our peoples,” she said on arrival. According to government "
    "sources, both countries would sign a $25 million deal in March; the opposition rejects it.\n\n",
}


def main() -> None:
    for language, text in TEXTS.items():
        command = [sys.executable, "-c", PROBE, language]
        subprocess.run(command, input=text * 400, text=True, check=True, cwd=Path(__file__).parent)


if __name__ == "__main__":
    main()
