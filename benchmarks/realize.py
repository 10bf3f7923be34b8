"""How long a brief takes to be put into both languages, against annotating the articles that it rests on, in one run.

    python benchmarks/realize.py [FOLDER …] [--items 60]

Each folder is one week (default: the sample week); of a brief with more items the first of each list stand for it, in their
shares, and one of fewer is reckoned up to as many.  Measured is the time of the processor, of the fastest of many rounds; the
goal is `GOAL` for a brief of sixty items once it is loaded: its articles annotated and the sentences that it rests on read
(`read_sources`), which is measured by itself.  The sample week loads dictionaries and compiles patterns; the first time of
each week, whose words nothing has seen before, is printed beside its fastest, reading and saying together.  Nothing is kept
from one round to the next but what is known of the languages: each reads the sentences anew, and says them once.  Garbage is
looked for as seldom as in `briefing run`.
"""

from __future__ import annotations

import argparse
import dataclasses
import gc
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from briefing.annotate.acquaintance import acquaint
from briefing.annotate.document import annotate
from briefing.cli.run import seldom_collecting
from briefing.consolidate import consolidate
from briefing.extract import extract
from briefing.knowledge import Knowledge, load_knowledge
from briefing.model import Article, Brief, Doc
from briefing.pipeline import read_week
from briefing.realize import realize
from briefing.realize.sources import read_sources

SEEDS = Path(__file__).parents[1] / "seeds"
LISTS = ("facts", "positions", "meetings")
ROUNDS = 21
GOAL = 50
"""Milliseconds."""


def read(folder: Path, knowledge: Knowledge) -> tuple[Brief, dict[str, Doc]]:
    """The brief of a folder without its words, and its documents."""
    reading = read_week([folder], as_of=None, window=None, today="2026-01-17")
    docs = acquaint([annotate(article, knowledge) for article in reading.articles], knowledge)
    claims = {doc.article.id: extract(doc, knowledge) for doc in docs}
    brief = consolidate(docs, claims, knowledge, as_of=reading.as_of, window=reading.window)
    return brief, {doc.article.id: doc for doc in docs}


def count(brief: Brief) -> int:
    return sum(len(getattr(brief, name)) for name in LISTS)


def cut(brief: Brief, items: int) -> Brief:
    """The first items of each list, so many of each as its share of them all."""
    total = max(items, count(brief))
    kept = {name: getattr(brief, name)[: round(len(getattr(brief, name)) * items / total)] for name in LISTS}
    return dataclasses.replace(brief, **kept)


def milliseconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def fastest(work: Callable[[], object]) -> float:
    return min(milliseconds(work) for _ in range(ROUNDS))


def fastest_once_read(brief: Brief, docs: dict[str, Doc], knowledge: Knowledge) -> float:
    """Each round with sentences that have been read, of which nothing has been said."""
    sources = (read_sources(brief, docs) for _ in range(ROUNDS))
    return min(milliseconds(partial(realize, brief, known, knowledge)) for known in sources)


def report(folder: Path, items: int, knowledge: Knowledge) -> str:
    whole, docs = read(folder, knowledge)
    brief = cut(whole, items)
    used = {piece.article for name in LISTS for item in getattr(brief, name) for piece in item.evidence}
    articles = [docs[name].article for name in sorted(used)]
    first = milliseconds(lambda: realize(brief, read_sources(brief, docs), knowledge))
    loaded = fastest(lambda: read_sources(brief, docs))
    said = fastest_once_read(brief, docs, knowledge)
    read_again = fastest(lambda: annotate_all(articles, knowledge))
    alike = said * items / max(1, count(brief))
    return (
        f"{folder}: {count(brief)} items in both languages {said:.0f} ms, reading their sentences {loaded:.0f} "
        f"(both together the first time {first:.0f}), "
        f"{items} would take {alike:.0f} ms, {alike / GOAL:.1f} of the goal of {GOAL}; "
        f"annotating their {len(articles)} articles {read_again:.0f} ms, ratio {said / read_again:.2f}"
    )


def annotate_all(articles: Sequence[Article], knowledge: Knowledge) -> None:
    for article in articles:
        annotate(article, knowledge)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[SEEDS], metavar="FOLDER")
    parser.add_argument("--items", type=int, default=60)
    options = parser.parse_args()
    knowledge = load_knowledge()
    realize(*read(SEEDS, knowledge), knowledge)
    with seldom_collecting():
        for folder in options.folders:
            print(report(folder, options.items, knowledge), flush=True)


if __name__ == "__main__":
    main()
