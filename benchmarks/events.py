"""Events of edited news coded by people (PLOVER's gold standard records, CC BY-SA 4.0), with the scorer beside the data.

Reads the gold outside the repository; nothing of it is copied here.  Each sentence is an article of its own, read raw: parse,
actors and claims are the program's.  What a claim says is an event of its class between the countries that it names; claims of
one class by one side are one event.

The sentences are two halves by the hash of their ids: `dev`, whose misses may be looked at, and `held`, of which only the
figures are ever printed.

    python benchmarks/events.py [FOLDER] [--misses]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from babel.core import get_global

from briefing.annotate.document import annotate
from briefing.extract.coding import code_events
from briefing.knowledge import Knowledge, load_knowledge
from briefing.model import Article

FOLDER = Path(__file__).parents[1] / ".." / "shared" / "gold" / "events"
HALVES = ("dev", "held")
WITHDRAWN = frozenset({"FXX", "TMP", "ZAR", "BUR", "ROM", "YMD", "DDR", "SUN"})
"""Codes that CLDR still knows as aliases."""
Row = dict[str, Any]


def half_of(row: Row) -> str:
    return HALVES[hashlib.sha256(row["id"].encode()).digest()[-1] % 2]


def alpha3() -> dict[str, str]:
    """ISO 3166-1 codes of three letters by those of two, from CLDR."""
    aliases = get_global("territory_aliases")
    pairs = ((two[0], three) for three, two in sorted(aliases.items()) if len(three) == 3 and three.isalpha() and len(two) == 1)
    return {two: three for two, three in pairs if three not in WITHDRAWN}


def events_of(row: Row, knowledge: Knowledge, codes: dict[str, str]) -> list[Row]:
    """The events of a sentence; countries by their code of three letters, organizations as `IGO`."""
    digest = hashlib.sha256(row["text"].encode()).hexdigest()
    article = Article(id=row["id"], file=f"{row['id']}.txt", sha256=digest, text=row["text"], language=row["lang"])
    return [
        {
            "plover": event.plover,
            "source": [codes.get(code, "IGO") for code in event.actors],
            "target": [codes.get(code, "IGO") for code in event.recipients],
            "act": event.act,
        }
        for event in code_events(annotate(article, knowledge), knowledge)
    ]


def evaluate(rows: Sequence[Row], found: Sequence[Sequence[Row]], scorer: Path) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted = Path(folder) / "gold.jsonl", Path(folder) / "predicted.jsonl"
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        lines = (json.dumps({"id": row["id"], "events": events}) for row, events in zip(rows, found, strict=True))
        predicted.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        command = [sys.executable, str(scorer), str(gold), str(predicted), "--json"]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def is_found(gold: Row, events: Sequence[Row]) -> bool:
    return any(
        event["plover"] == gold["plover"]
        and set(event["source"]) & set(gold["source"])
        and (not gold["target"] or set(event["target"]) & set(gold["target"]))
        for event in events
    )


def print_misses(rows: Sequence[Row], found: Sequence[Sequence[Row]]) -> None:
    for row, events in zip(rows, found, strict=True):
        if not all(is_found(gold, events) for gold in row["gold"]) or len(events) > len(row["gold"]):
            print(row["id"], row["text"])
            for gold in row["gold"]:
                print("    gold ", gold["plover"], gold["source"], gold["target"])
            for event in events:
                print("    found", event["plover"], event["source"], event["target"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--misses", action="store_true", help="print what the half `dev` gets wrong")
    options = parser.parse_args()
    knowledge, codes = load_knowledge(), alpha3()
    path = options.folder / "events_en_gsr.jsonl"
    every = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    predictions = [events_of(row, knowledge, codes) for row in every]
    for name in (*HALVES, "all"):
        chosen = [index for index, row in enumerate(every) if name in {"all", half_of(row)}]
        rows, found = [every[i] for i in chosen], [predictions[i] for i in chosen]
        scores = evaluate(rows, found, options.folder / "score_events.py")["criteria"]
        for criterion in ("plover", "dyad", "plover+dyad"):
            row = scores[criterion]
            print(f"{name:5} {len(rows):4} sentences  {criterion:12} P {row['P']:.3f}  R {row['R']:.3f}  F1 {row['F1']:.3f}")
        if options.misses and name == "dev":
            print_misses(rows, found)


if __name__ == "__main__":
    main()
