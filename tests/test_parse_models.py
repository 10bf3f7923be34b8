"""The model card tells the truth about the files beside it, and the files say how they were made."""

from __future__ import annotations

import hashlib
from importlib.resources import files

import pytest
import yaml

MODELS = files("briefing") / "knowledge" / "models"
CARD = yaml.safe_load((MODELS / "card.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["en", "es"])
def test_card_is_of_this_file(language: str) -> None:
    data = (MODELS / f"{language}.npz").read_bytes()
    assert CARD[language]["sha256"] == hashlib.sha256(data).hexdigest()
    assert CARD[language]["bytes"] == len(data)


@pytest.mark.parametrize("language", ["en", "es"])
def test_never_trained_from_what_it_is_measured_on(language: str) -> None:
    assert not set(CARD[language]["treebanks"]) & set(CARD[language]["scores"])


def test_credits_name_every_treebank() -> None:
    text = (MODELS / "README.md").read_text(encoding="utf-8")
    used = {name.split("_")[1] for language in CARD.values() for name in language["treebanks"]}
    assert {name for name in used if name.lower() not in text.lower()} == set()
    assert "CC BY-SA 4.0" in text
