"""`briefing check`: every fault of a brief at once."""

from __future__ import annotations

import argparse
import sys

from briefing.cli.files import load_brief
from briefing.errors import BriefError


def check_command(arguments: argparse.Namespace) -> int:
    faulty = 0
    for path in arguments.briefs:
        try:
            brief = load_brief(path)
        except BriefError as error:
            faulty += 1
            print(error, file=sys.stderr)
        else:
            items = len(brief.facts) + len(brief.positions) + len(brief.meetings)
            print(f"{path}: {items} items, {len(brief.conflicts)} conflicts, no faults")
    return 3 if faulty else 0
