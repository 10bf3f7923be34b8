"""An evaluation: the dates found in news that people have annotated (MEANTIME, TIMEX3), scored as TempEval-3 scored them.

    python benchmarks/timex.py [--gold FOLDER] [--errors N]

Needs the gold folder (`<name>_<language>.jsonl` with `id`, `text`, `dct`, `gold`, and `score_timex.py`), which is no part of
the project; says so and does nothing where it is absent.  The speed is that of the same texts, the best of five runs on one
core.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from briefing.annotate.dates import find_dates

GOLD = Path(__file__).parents[2] / "shared" / "gold" / "timex"
RUNS = 5
MEASURES = ("strict", "relaxed", "type", "value", "day")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--errors", type=int, default=0, help="list so many differences of each file")
    options = parser.parse_args()
    if not (options.gold / "score_timex.py").is_file():
        print(f"timex: no gold in {options.gold}; nothing was measured", file=sys.stderr)
        return 0
    scorer = load_scorer(options.gold / "score_timex.py")
    print("file".ljust(20) + "".join(f"{name:>9}" for name in MEASURES) + "   kchar/s")
    for path in sorted(options.gold.glob("*.jsonl")):
        report(path, scorer, options.errors)
    return 0


def load_scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_timex", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def report(path: Path, scorer: ModuleType, errors: int) -> None:
    articles = {row["id"]: row for row in map(json.loads, path.read_text("utf-8").splitlines())}
    found = {name: {"timexes": timexes(article)} for name, article in articles.items()}
    scores, differences = scorer.score(articles, found)
    figures = "".join(f"{100 * scores[name][2]:9.1f}" for name in MEASURES)
    print(f"{path.stem:20}{figures}{speed(articles):10.0f}")
    for kind, name, gold, ours in differences[:errors]:
        print(f"  {kind:6}{name} {show(gold)} <> {show(ours)} | {context(articles[name]['text'], gold or ours)}")


def timexes(article: dict[str, Any]) -> list[dict[str, Any]]:
    dates = find_dates(article["text"], article["lang"], published=article["dct"])
    return [
        {"start": date.span.start, "end": date.span.stop, "type": date.type, "value": date.timex, "rule": date.rule}
        for date in dates
    ]


def speed(articles: dict[str, Any]) -> float:
    characters = sum(len(article["text"]) for article in articles.values())
    best = min(once(articles) for _ in range(RUNS))
    return characters / best / 1000


def once(articles: dict[str, Any]) -> float:
    begin = time.perf_counter()
    for article in articles.values():
        find_dates(article["text"], article["lang"], published=article["dct"])
    return time.perf_counter() - begin


def show(timex: dict[str, Any] | None) -> str:
    return f"{timex['type']} {timex['value']} {timex.get('rule', '')}".strip() if timex else "nothing"


def context(text: str, timex: dict[str, Any]) -> str:
    start, end = timex["start"], timex["end"]
    return f"{text[max(0, start - 50) : start]}[{text[start:end]}]{text[end : end + 30]}".replace("\n", " ")


if __name__ == "__main__":
    sys.exit(main())
