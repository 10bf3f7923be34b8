"""One statement told in two languages, recognized as one: reported statements of the PUD treebanks (CC BY-SA 3.0).

Reads the gold outside the repository; nothing of it is copied here.  Each of the 64 statements is an article of its own in
English and in Spanish, the 128 articles are one week; extraction and consolidation are the program's.  A sentence of which
extraction asserts nothing (its speaker is no government's) goes to consolidation as a bare claim, so that every pair counts.

Counted are pairs of sentences in one fact: the two tellings of one statement, and any others (false merges).  The statements
are two halves by the hash of their ids: `dev`, whose misses may be looked at, and `held`.

    python benchmarks/merging.py [FOLDER] [--misses]
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from briefing.annotate.document import annotate
from briefing.consolidate.facts import fact_clusters
from briefing.consolidate.week import Week
from briefing.extract import extract
from briefing.knowledge import Knowledge, load_knowledge
from briefing.model import Article, Claim, Doc, Evidence

FOLDER = Path(__file__).parents[1] / ".." / "shared" / "gold" / "quotes"
HALVES = ("dev", "held")
Row = dict[str, Any]


def half_of(pair: str) -> str:
    return HALVES[hashlib.sha256(pair.encode()).digest()[-1] % 2]


def document(row: Row, knowledge: Knowledge) -> Doc:
    digest = hashlib.sha256(row["text"].encode()).hexdigest()
    outlet = f"{row['lang']} source"
    article = Article(
        id=row["id"], file=f"{row['id']}.txt", sha256=digest, text=row["text"], language=row["lang"], outlet=outlet
    )
    return annotate(article, knowledge)


def claims_of(doc: Doc, knowledge: Knowledge) -> tuple[Claim, ...]:
    """What extraction asserts, and a bare claim of each sentence of which it asserts nothing."""
    found = extract(doc, knowledge)
    told = {claim.sentence for claim in found}
    return (*found, *(bare_claim(doc, number) for number in range(len(doc.sentences)) if number not in told))


def bare_claim(doc: Doc, number: int) -> Claim:
    span, article = doc.sentences[number].span, doc.article
    words = Evidence(
        article=article.id, start=span.start, stop=span.stop, text=span.of(article.text), language=article.language
    )
    concepts = tuple(mention.concept for mention in doc.concepts if span.contains(mention.span))
    return Claim(evidence=words, sentence=number, concepts=concepts, rules=("bare",))


def merged_pairs(week: Week) -> set[frozenset[str]]:
    """The pairs of articles that share a fact."""
    groups = ({name for name, _ in group} for group in fact_clusters(week))
    return {frozenset(pair) for group in groups for pair in itertools.combinations(sorted(group), 2)}


def report(rows: Sequence[Row], merged: set[frozenset[str]]) -> Iterator[str]:
    pair_of = {row["id"]: row["pair"] for row in rows}
    true = {row["pair"] for row in rows}
    found = {pair_of[min(pair)] for pair in merged if len({pair_of[name] for name in pair}) == 1}
    false = [sorted(pair) for pair in merged if len({pair_of[name] for name in pair}) > 1]
    for name in (*HALVES, "all"):
        of_half = {pair for pair in true if name in {"all", half_of(pair)}}
        wrong = [pair for pair in false if {pair_of[pair[0]], pair_of[pair[1]]} & of_half]
        every = len(of_half) * (2 * len(true) - 1) * 2  # pairs with at least one telling in this half, about
        yield (
            f"{name:5} {len(found & of_half)} of {len(of_half)} merged ({len(found & of_half) / len(of_half):.3f}), "
            f"false merges {len(wrong)}: {len(wrong) / max(1, len(found & of_half) + len(wrong)):.1%} of the merged, "
            f"{len(wrong) / every:.2%} of all pairs"
        )


def print_misses(week: Week, rows: Sequence[Row], merged: set[frozenset[str]]) -> None:
    by_pair: dict[str, list[Row]] = {}
    for row in rows:
        by_pair.setdefault(row["pair"], []).append(row)
    for pair, tellings in sorted(by_pair.items()):
        if half_of(pair) != "dev" or frozenset(row["id"] for row in tellings) in merged:
            continue
        keys = [[key for key in week.signatures if key[0] == row["id"]] for row in tellings]
        best = max(itertools.product(*keys), key=lambda two: likeness(week, *two))
        print(f"missed {likeness(week, *best):.2f}", *(row["text"] for row in tellings), sep="\n    ")
        for key in best:
            print("    ", sorted(week.signatures[key].neutral))
    for names in sorted(sorted(pair) for pair in merged):
        if len({name.rpartition("-")[0] for name in names}) > 1:
            print("false ", *(week.docs[name].article.text for name in names), sep="\n    ")


def likeness(week: Week, left: tuple[str, int], right: tuple[str, int]) -> float:
    return week.likeness(left, right, least=0.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--misses", action="store_true", help="print the misses of the half `dev`")
    options = parser.parse_args()
    knowledge = load_knowledge()
    paths = [options.folder / f"quotes_{language}_pud.jsonl" for language in ("en", "es")]
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    docs = [document(row, knowledge) for row in rows]
    claims = {doc.article.id: claims_of(doc, knowledge) for doc in docs}
    asserted = sum(any(claim.rules != ("bare",) for claim in found) for found in claims.values())
    week = Week(docs={doc.article.id: doc for doc in docs}, claims=claims, knowledge=knowledge, as_of="2026-01-17")
    merged = merged_pairs(week)
    print(f"{len(rows)} articles, of {asserted} extraction asserts something")
    print(*report(rows, merged), sep="\n")
    if options.misses:
        print_misses(week, rows, merged)


if __name__ == "__main__":
    main()
