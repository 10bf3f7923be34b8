"""Evaluation of `find_quotes` on reported statements of the PUD treebanks (CC BY-SA 3.0), with the scorer beside the data.

Reads the evaluation data outside the repository; nothing of it is copied here.  Text is read raw: sentences, words and trees
are the program's own.  Of a quote that its attribution interrupts, the words of the attribution are left out, as in the data.

    python benchmarks/quotes.py [FOLDER] [--errors]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from briefing.annotate.parse import parse
from briefing.annotate.quotes import find_quotes
from briefing.model import Quote, Span

FOLDER = Path(__file__).parents[1] / ".." / "shared" / "gold" / "quotes"


def words_of(text: str, quote: Quote) -> str:
    """What is said, without the attribution that may stand inside it."""
    spans = [span for span in (quote.speaker, quote.cue) if span is not None and quote.content.contains(span)]
    if not spans:
        return quote.content.of(text)
    aside = Span(min(span.start for span in spans), max(span.stop for span in spans))
    return text[quote.content.start : aside.start] + text[aside.stop : quote.content.stop]


def prediction(row: dict[str, Any]) -> dict[str, Any]:
    text, language = row["text"], row["lang"]
    quotes = find_quotes(text, parse(text, language), language)
    found = [
        {
            "speaker": quote.speaker.of(text) if quote.speaker else None,
            "cue": quote.cue.of(text) if quote.cue else None,
            "content": words_of(text, quote),
        }
        for quote in quotes
    ]
    return {"id": row["id"], "quotes": found}


def evaluate(path: Path, scorer: Path, *, errors: bool) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    prediction(rows[0])
    started = time.perf_counter()
    predictions = [prediction(row) for row in rows]
    seconds = time.perf_counter() - started
    print(f"{path.stem}: {len(rows)} texts, {len(rows) / seconds:.0f} a second with parsing")
    if errors:
        for row, found in zip(rows, predictions, strict=True):
            print(row["text"], row["gold"], found["quotes"], sep="\n    ")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "predictions.jsonl"
        target.write_text("".join(json.dumps(found) + "\n" for found in predictions), encoding="utf-8")
        subprocess.run([sys.executable, str(scorer), str(path), str(target)], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    for path in sorted(options.folder.glob("*.jsonl")):
        evaluate(path, options.folder / "score_quotes.py", errors=options.errors)


if __name__ == "__main__":
    main()
