"""`--previous`: the marks of what has moved since an earlier brief.  Where that cannot be used, one line says why."""

from __future__ import annotations

import sys
from pathlib import Path

from briefing.cli.files import load_brief
from briefing.edtf import compare
from briefing.errors import BriefError
from briefing.model import Brief


def marked_since(brief: Brief, path: Path | None) -> Brief:
    """The brief with its changes since the one in `path` (a file, or the folder of a run); as it is where there is none."""
    from briefing.consolidate.changes import mark_changes

    if path is None:
        return brief
    file = path / "brief.yaml" if path.is_dir() else path
    try:
        previous = load_brief(file)
    except BriefError as error:
        first, *others = str(error).splitlines()
        more = f" (and {len(others)} more; see `briefing check`)" if others else ""
        return _unmarked(brief, f"{first}{more}")
    if compare(previous.as_of, brief.as_of) >= 0:
        return _unmarked(brief, f"{file}: is of {previous.as_of}, not before this brief's {brief.as_of}")
    return mark_changes(brief, previous)


def _unmarked(brief: Brief, why: str) -> Brief:
    print(f"briefing: --previous: {why}; no position is marked as new or moved", file=sys.stderr)
    return brief
