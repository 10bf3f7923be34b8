"""What `import briefing` gives: the example of its docstring, run on the sample week."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import briefing
from briefing.render import render

SEEDS = Path(__file__).parents[1] / "seeds"


def test_every_public_name_is_there() -> None:
    assert set(briefing.__all__) == set(briefing.HOMES)
    assert all(getattr(briefing, name) is not None for name in briefing.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'brief'"):
        _ = briefing.brief


def test_from_a_folder_to_a_word_file() -> None:
    week = briefing.read_week([SEEDS], as_of="2026-01-16", window=None, today="2026-01-16")
    brief = briefing.make_brief(week, briefing.load_knowledge())
    again = briefing.read_brief(briefing.write_brief(brief))
    assert again == brief
    memo = render(brief, locale="es_MX", format="docx")
    assert "word/document.xml" in zipfile.ZipFile(BytesIO(memo)).namelist()
