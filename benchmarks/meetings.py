"""Upcoming and past meetings of ten official notices, scored against people's annotation of them.

Reads the gold outside the repository (notices and `gold.yaml`, each notice with its own as-of date); nothing of it is copied
here.  A meeting of the brief is right where its date meets the gold's and its words are the gold's words.  Optional ones
count neither way.

    python benchmarks/meetings.py [FOLDER] [--errors]
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from briefing.edtf import intersects
from briefing.knowledge import Knowledge, load_knowledge
from briefing.model import Brief, Meeting
from briefing.pipeline import make_brief, read_week

FOLDER = Path(__file__).parents[1] / ".." / "shared" / "gold" / "meetings"
SHARED = 0.5
"""The share of the shorter text's word triples that two texts have in common where they are the same words."""


def brief_of(path: Path, as_of: str, knowledge: Knowledge) -> Brief:
    return make_brief(read_week([path], as_of=as_of, window=None, today=as_of), knowledge)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def overlap(left: str, right: str) -> bool:
    shorter, longer = sorted((words(left), words(right)), key=len)
    triples = [tuple(shorter[at : at + 3]) for at in range(len(shorter) - 2)]
    known = {tuple(longer[at : at + 3]) for at in range(len(longer) - 2)}
    return bool(triples) and sum(t in known for t in triples) / len(triples) >= SHARED


def matches(gold: Mapping[str, Any], meeting: Meeting) -> bool:
    date = gold["date"]
    dated = not date or (meeting.date is not None and intersects(str(date), meeting.date))
    return dated and any(overlap(gold["evidence"], evidence.text) for evidence in meeting.evidence)


def found(golds: Sequence[Mapping[str, Any]], meetings: Sequence[Meeting]) -> tuple[list[Any], list[Meeting]]:
    """The gold's meetings that none of these is, and the meetings that are none of the gold's."""
    missing = [gold for gold in golds if not gold.get("optional") and not any(matches(gold, m) for m in meetings)]
    return missing, [meeting for meeting in meetings if not any(matches(gold, meeting) for gold in golds)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    knowledge = load_knowledge()
    wanted = hits = printed = right = past = past_hits = 0
    for row in yaml.safe_load((options.folder / "gold.yaml").read_text("utf-8"))["items"]:
        path = next(options.folder.glob(f"{row['id']}_*.txt"))
        meetings = brief_of(path, str(row["as_of"]), knowledge).meetings
        upcoming = [meeting for meeting in meetings if meeting.status in {"upcoming", "postponed"}]
        missing, unlisted = found(row["upcoming"], upcoming)
        missing_past, _ = found(row["past"], meetings)
        firm = [gold for gold in row["upcoming"] if not gold.get("optional")]
        wanted, hits = wanted + len(firm), hits + len(firm) - len(missing)
        printed, right = printed + len(upcoming), right + len(upcoming) - len(unlisted)
        past, past_hits = past + len(row["past"]), past_hits + len(row["past"]) - len(missing_past)
        if options.errors:
            for name, rows in (("missing upcoming", missing), ("missing past", missing_past)):
                for gold in rows:
                    print(f"  {row['id']} {name}: {gold['date']} {gold['what_en']}")
            for meeting in unlisted:
                print(f"  {row['id']} not in the gold: {meeting.date} {meeting.kind} {meeting.evidence[0].text[:150]}")
    precision, recall = right / printed if printed else 1.0, hits / wanted
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"upcoming  precision {precision:.3f}  recall {recall:.3f}  f1 {f1:.3f}  ({wanted} in the gold, {printed} printed)")
    print(f"past      recall {past_hits / past:.3f}  ({past} in the gold)")


if __name__ == "__main__":
    main()
