"""Meetings told in speech, in answers and in side phrases: the cells of the rows of `cases/talked_meetings.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.knowledge import load_knowledge
from briefing.model import Meeting
from briefing.pipeline import make_brief, read_week

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "talked_meetings.yaml").read_text())
FRIDAY = "2026-09-18"


@pytest.mark.parametrize("case", CASES, ids=[case["comment"] for case in CASES])
def test_rows(tmp_path: Path, case: dict[str, Any]) -> None:
    (tmp_path / "a.txt").write_text(case["text"])
    week = read_week([tmp_path], as_of=FRIDAY, window=None, today=FRIDAY)
    assert [cells(meeting) for meeting in make_brief(week, load_knowledge()).meetings] == case["rows"], case["comment"]


def cells(meeting: Meeting) -> str:
    who = ", ".join(sorted(meeting.people) or sorted(meeting.participants))
    return f"{meeting.kind} {meeting.status} {meeting.date} {meeting.place or '-'}: {who}"
