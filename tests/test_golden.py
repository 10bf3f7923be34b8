"""The memos of the sample week, whole, as they were read and found right: a change of any line shows here.

Renewed with `make golden`; the difference is read before it is committed.
"""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from briefing.cli import main

GOLDEN = Path(__file__).parent / "golden"
SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="module")
def memos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("golden")
    assert main(["run", str(SEEDS), "--format", "md", "--out", str(out)]) == 0
    return out


@pytest.mark.parametrize("name", ["memo.base.es.md", "memo.base.en.md"])
def test_memo_of_the_sample_week(memos: Path, name: str) -> None:
    expected = (GOLDEN / name).read_text("utf-8").splitlines()
    made = (memos / name).read_text("utf-8").splitlines()
    changed = "\n".join(difflib.unified_diff(expected, made, "golden", "made", lineterm="", n=0))
    assert not changed, f"{changed}\n(make golden renews it)"
